//! One package filled: of all mixtures within a budget the one from enough sellers that comes nearest to it.
//!
//! It looks at every amount that can be reached, in steps of the greatest common divisor of all prices, for none to
//! [`SELLERS`] sellers; so it is exact. A budget of more than [`MOST_STEPS`] steps is looked at in as many coarser ones, of
//! each of which the smallest amount is kept: never too much, and short of the best by less than a step for each item.
//! For 200.000 rupiah that begins where prices are no multiples of fifty. People plan while they type, hence the bound.

use crate::domain::gebetan::{Item, SELLERS};

/// The finest division of a budget.
const MOST_STEPS: u64 = 4_000;
/// Stands where a mixture has no item before.
const NOTHING: u32 = u32::MAX;

/// Something that may be put in, and what it costs in rupiah, above zero.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) item: Item,
    pub(super) price: u64,
}

/// The items to put into a package with so much room, at most one of each group (a seller's parts). First counts from how
/// many sellers the package comes (`had` it holds already), then how much of the room is used, then that few things
/// stand twice in it, then the order of the groups.
pub(super) fn fullest(groups: &[Vec<Part>], room: u64, had: usize) -> Vec<Item> {
    let mut table = Table::new(groups, room, had.min(SELLERS));
    for group in groups {
        // The room used to the last step with nothing twice: no other seller comes before that.
        if table.cells.last().is_some_and(|cell| cell.is_reached() && cell.again == 0) {
            break;
        }
        table.offer(group);
    }
    table.best()
}

/// The rupiah of one step.
fn step(groups: &[Vec<Part>], room: u64) -> u64 {
    let finest = groups.iter().flatten().fold(0, |step, part| divisor(step, part.price)).max(1);
    if room / finest <= MOST_STEPS { finest } else { room.div_ceil(MOST_STEPS) }
}

/// The greatest common divisor.
fn divisor(mut a: u64, mut b: u64) -> u64 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The mixture that reaches an amount.
#[derive(Clone, Copy)]
struct Cell {
    /// In rupiah; where nothing is reached, more than anything.
    amount: u64,
    /// How many things stand in it a second time.
    again: u32,
    /// The last node.
    last: u32,
}

impl Cell {
    const EMPTY: Self = Self { amount: u64::MAX, again: 0, last: NOTHING };

    fn is_reached(self) -> bool {
        self.amount < u64::MAX
    }
}

/// For every number of sellers and every step of the room the mixture that reaches it.
struct Table {
    room: u64,
    step: u64,
    /// Steps from nothing to the whole room.
    width: usize,
    cells: Vec<Cell>,
    /// Items with the node before each. They are never changed, so a mixture stays what it was when a better one takes
    /// the place of another that it began with.
    nodes: Vec<(u32, Item)>,
}

impl Table {
    fn new(groups: &[Vec<Part>], room: u64, had: usize) -> Self {
        let step = step(groups, room);
        let width = (room / step) as usize + 1;
        let mut cells = vec![Cell::EMPTY; width * (SELLERS + 1)];
        cells[had * width].amount = 0;
        Self { room, step, width, cells, nodes: Vec::new() }
    }

    /// Tries one of a seller's parts behind every mixture without that seller.
    fn offer(&mut self, group: &[Part]) {
        // From the top, and from a copy: what is reached lies above or here, so no seller comes behind himself.
        for at in (0..self.width).rev() {
            let before: [Cell; SELLERS + 1] =
                std::array::from_fn(|sellers| self.cells[sellers * self.width + at]);
            for (sellers, cell) in before.into_iter().enumerate().filter(|(_, c)| c.is_reached()) {
                for part in group {
                    self.put((sellers + 1).min(SELLERS), cell, part);
                }
            }
        }
    }

    fn put(&mut self, sellers: usize, before: Cell, part: &Part) {
        let amount = before.amount.saturating_add(part.price);
        if amount > self.room {
            return;
        }
        let again = before.again + part.item.quantity.saturating_sub(1);
        let to = &mut self.cells[sellers * self.width + (amount / self.step) as usize];
        if (amount, again) < (to.amount, to.again) {
            *to = Cell { amount, again, last: self.nodes.len() as u32 };
            self.nodes.push((before.last, part.item));
        }
    }

    fn best(&self) -> Vec<Item> {
        let mut items = Vec::new();
        let best = self.cells.iter().rev().find(|cell| cell.is_reached());
        let mut node = best.map_or(NOTHING, |cell| cell.last);
        while let Some((before, item)) = self.nodes.get(node as usize) {
            items.push(*item);
            node = *before;
        }
        items.reverse();
        items
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(price: u64, good: usize) -> Vec<Part> {
        let part = |quantity: u32| Part {
            item: Item { good, quantity },
            price: price * u64::from(quantity),
        };
        vec![part(1), part(2)]
    }

    fn sum(groups: &[Vec<Part>], items: &[Item]) -> u64 {
        let price = |item: &Item| {
            groups.iter().flatten().find(|part| part.item == *item).map_or(0, |part| part.price)
        };
        items.iter().map(price).sum()
    }

    #[test]
    fn few_goods_fill_a_budget_to_the_last_rupiah_however_odd_their_prices() {
        let groups = [parts(33_333, 0), parts(66_661, 1), parts(99_999, 2), parts(120_001, 3)];
        let room = 33_333 + 66_661 + 99_999;
        assert_eq!(sum(&groups, &fullest(&groups, room, 0)), room);
    }

    #[test]
    fn in_coarse_steps_a_budget_is_missed_by_less_than_one_for_each_item_and_never_exceeded() {
        let groups: Vec<Vec<Part>> = (0..40).map(|n| parts(9_001 + 613 * n as u64, n)).collect();
        for room in [99_999, 149_997, 200_003] {
            let items = fullest(&groups, room, 0);
            let sum = sum(&groups, &items);
            assert!(sum <= room, "{sum} of {room}");
            // With so many prices every rupiah can be reached.
            let lost = room.div_ceil(MOST_STEPS) * items.len() as u64;
            assert!(sum + lost > room, "{sum} of {room} in {} items", items.len());
        }
    }

    #[test]
    fn no_seller_comes_behind_himself_even_where_prices_are_less_than_a_step() {
        let groups: Vec<Vec<Part>> = (0..30).map(|n| parts(101 + 7 * n as u64, n)).collect();
        let items = fullest(&groups, 1_000_000, 0);
        let mut goods: Vec<usize> = items.iter().map(|item| item.good).collect();
        goods.dedup();
        assert_eq!(goods.len(), items.len(), "{items:?}");
        assert!(goods.len() >= SELLERS, "{items:?}");
    }
}
