//! One package filled: of all mixtures within a budget the one from enough sellers that comes nearest to it.
//!
//! Exact: it looks at every amount that can be reached, in steps of the greatest common divisor of all prices, for none
//! to [`SELLERS`] sellers. A budget of more than [`MOST_STEPS`] steps is looked at in as many coarser ones, to which
//! prices are rounded up: never too much, and short of the best by less than a step for each item. For 200.000 rupiah
//! that begins where prices are no multiples of ten.

use crate::domain::gebetan::{Item, SELLERS};

/// The finest division of a budget.
const MOST_STEPS: u64 = 20_000;
/// Stands where nothing is reached, and where a mixture has no item before.
const NOTHING: u32 = u32::MAX;

/// Something that may be put in, and what it costs in rupiah.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) item: Item,
    pub(super) price: u64,
}

/// The items to put into a package with so much room, at most one of each group (a seller's parts). First counts from how
/// many sellers the package comes (`had` it holds already), then how much of the room is used, then that few things
/// stand twice in it, then the order of the groups.
pub(super) fn fullest(groups: &[Vec<Part>], room: u64, had: usize) -> Vec<Item> {
    let step = step(groups, room);
    let mut table = Table::new((room / step) as usize + 1, had.min(SELLERS));
    for group in groups {
        table.offer(group, step);
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

/// For every number of sellers and every amount the mixture that reaches it.
struct Table {
    /// Amounts from nothing to the whole room.
    width: usize,
    /// How many things stand there a second time; [`NOTHING`] where the amount is not reached.
    again: Vec<u32>,
    /// The last node of the mixture.
    last: Vec<u32>,
    /// Items with the node before each. They are never changed, so a mixture stays what it was when a better one takes
    /// the place of another that it began with.
    nodes: Vec<(u32, Item)>,
}

impl Table {
    fn new(width: usize, had: usize) -> Self {
        let places = width * (SELLERS + 1);
        let mut table = Self {
            width,
            again: vec![NOTHING; places],
            last: vec![NOTHING; places],
            nodes: Vec::new(),
        };
        table.again[had * width] = 0;
        table
    }

    /// Tries one of a seller's parts behind every mixture without that seller.
    fn offer(&mut self, group: &[Part], step: u64) {
        let steps = |part: &Part| (part.price.div_ceil(step) as usize, part.item);
        let fits = |(steps, _): &(usize, Item)| (1..self.width).contains(steps);
        let parts: Vec<(usize, Item)> = group.iter().map(steps).filter(fits).collect();
        // From the top: what a mixture is put behind is smaller, and so still as it was before this seller.
        for amount in (1..self.width).rev() {
            for (steps, item) in &parts {
                let Some(before) = amount.checked_sub(*steps) else { continue };
                for sellers in 0..=SELLERS {
                    let from = sellers * self.width + before;
                    let to = (sellers + 1).min(SELLERS) * self.width + amount;
                    self.reach(from, to, *item);
                }
            }
        }
    }

    fn reach(&mut self, from: usize, to: usize, item: Item) {
        if self.again[from] == NOTHING {
            return;
        }
        let again = self.again[from] + (item.quantity - 1);
        if again < self.again[to] {
            self.nodes.push((self.last[from], item));
            self.again[to] = again;
            self.last[to] = self.nodes.len() as u32 - 1;
        }
    }

    fn best(&self) -> Vec<Item> {
        let mut items = Vec::new();
        let best = (0..self.again.len()).rev().find(|place| self.again[*place] != NOTHING);
        let mut node = best.map_or(NOTHING, |place| self.last[place]);
        while let Some((before, item)) = self.nodes.get(node as usize) {
            items.push(*item);
            node = *before;
        }
        items.reverse();
        items
    }
}
