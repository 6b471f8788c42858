//! The cheapest way to serve so many heads from several products, each between its least order and its most.
//!
//! Exact: for every number of heads the cheapest quantities of the first product, of the first two, and so on.

/// One product on offer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// Rupiah a unit.
    pub price: u64,
    /// How many heads a unit serves; at least one.
    pub heads: u32,
    /// The fewest units; at least one.
    pub least: u32,
    /// The most units; not fewer than the fewest.
    pub most: u32,
    /// It must be taken.
    pub is_taken: bool,
}

/// More than anything costs.
const NEVER: u64 = u64::MAX;

/// The cheapest cost and how many of each part; `None` where all together cannot serve the heads.
pub(super) fn cheapest(parts: &[Part], heads: u32) -> Option<(u64, Vec<u32>)> {
    let none: Vec<u64> = (0..=heads).map(|head| if head == 0 { 0 } else { NEVER }).collect();
    let mut layers = vec![none];
    for part in parts {
        let next = layers.last().map(|before| with(before, part))?;
        layers.push(next);
    }
    let total = layers.last()?.last().copied().filter(|total| *total < NEVER)?;
    let mut left = heads as usize;
    let mut quantities = vec![0; parts.len()];
    // From the last part to the first: how many of it lead to the cost that stands there.
    for (at, part) in parts.iter().enumerate().rev() {
        let (before, cost) = (&layers[at], layers[at + 1][left]);
        if !part.is_taken && before[left] == cost {
            continue;
        }
        let quantity = (part.least..=part.most)
            .find(|quantity| added(before[rest(left, part, *quantity)], part, *quantity) == cost)?;
        quantities[at] = quantity;
        left = rest(left, part, quantity);
    }
    Some((total, quantities))
}

/// The cheapest cost for every number of heads with one part more.
fn with(before: &[u64], part: &Part) -> Vec<u64> {
    let mut taken: Vec<u64> = (0..before.len())
        .map(|head| added(before[rest(head, part, part.least)], part, part.least))
        .collect();
    // Any number beyond the least is a sum of bundles of 1, 2, 4 … units and what is then left.
    let useful = (before.len() as u32).div_ceil(part.heads).max(part.least);
    let mut more = part.most.min(useful) - part.least;
    let mut bundle = 1;
    while more > 0 {
        let units = bundle.min(more);
        for head in (0..before.len()).rev() {
            taken[head] = taken[head].min(added(taken[rest(head, part, units)], part, units));
        }
        more -= units;
        bundle *= 2;
    }
    if part.is_taken {
        return taken;
    }
    taken.into_iter().zip(before).map(|(taken, before)| taken.min(*before)).collect()
}

/// How many heads are left to the other parts.
fn rest(heads: usize, part: &Part, quantity: u32) -> usize {
    heads.saturating_sub(quantity.saturating_mul(part.heads) as usize)
}

fn added(cost: u64, part: &Part, quantity: u32) -> u64 {
    cost.saturating_add(part.price.saturating_mul(u64::from(quantity)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(price: u64, heads: u32, least: u32, most: u32) -> Part {
        Part { price, heads, least, most, is_taken: false }
    }

    #[test]
    fn the_cheapest_serve_as_many_as_they_can_and_the_next_the_rest() {
        let parts = [part(30, 1, 1, 100), part(10, 1, 1, 6), part(20, 1, 3, 100)];
        assert_eq!(cheapest(&parts, 10), Some((6 * 10 + 4 * 20, vec![0, 6, 4])));
    }

    #[test]
    fn a_least_order_may_be_more_than_is_left() {
        // Five of the second and six of the first are dearer than ten of the first.
        let parts = [part(10, 1, 1, 100), part(9, 1, 5, 5)];
        assert_eq!(cheapest(&parts, 12), Some((7 * 10 + 5 * 9, vec![7, 5])));
        let parts = [part(10, 1, 9, 9), part(10, 1, 5, 5)];
        assert_eq!(cheapest(&parts, 10), Some((140, vec![9, 5])));
    }

    #[test]
    fn boxes_of_several_pieces_are_rounded_up() {
        assert_eq!(cheapest(&[part(50, 20, 1, 9)], 41), Some((150, vec![3])));
        let parts = [part(50, 20, 1, 9), part(3, 1, 1, 9)];
        assert_eq!(cheapest(&parts, 41), Some((103, vec![2, 1])));
    }

    #[test]
    fn what_must_be_taken_is_and_too_little_is_nothing() {
        let taken = Part { is_taken: true, ..part(90, 1, 2, 9) };
        assert_eq!(cheapest(&[part(1, 1, 1, 99), taken], 10), Some((188, vec![8, 2])));
        assert_eq!(cheapest(&[part(1, 1, 1, 4), part(1, 1, 1, 5)], 10), None);
        assert_eq!(cheapest(&[], 1), None);
    }
}
