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

/// The cheapest cost and how many of each part, more than enough if that is cheaper; `None` where all together cannot serve
/// the heads.
pub(super) fn cheapest(parts: &[Part], heads: u32) -> Option<(u64, Vec<u32>)> {
    let layers = layers(parts, heads as usize, Reach::AtLeast);
    quantities(parts, &layers, heads as usize, Reach::AtLeast)
}

/// The same with no unit that could be left out.
pub(super) fn cheapest_without_surplus(parts: &[Part], heads: u32) -> Option<(u64, Vec<u32>)> {
    let mut sizes: Vec<u32> = parts.iter().map(|part| part.heads).collect();
    sizes.sort_unstable();
    sizes.dedup();
    // Without surplus means: with the smallest unit taken away, somebody gets nothing.
    let of_size = |smallest: u32| {
        let barred = Part { price: NEVER, is_taken: false, ..parts[0] };
        if parts.iter().any(|part| part.is_taken && part.heads < smallest) {
            return None;
        }
        let large = |part: &Part| if part.heads < smallest { barred } else { *part };
        let parts: Vec<Part> = parts.iter().map(large).collect();
        let most = (heads + smallest - 1) as usize;
        let layers = layers(&parts, most, Reach::Exactly);
        (heads as usize..=most)
            .filter_map(|head| quantities(&parts, &layers, head, Reach::Exactly))
            .min()
    };
    sizes.into_iter().filter_map(of_size).min()
}

/// Whether costs are those of serving just so many heads, or also more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    AtLeast,
    Exactly,
}

/// For the first parts, one more each time: what every number of heads costs at least.
fn layers(parts: &[Part], most: usize, reach: Reach) -> Vec<Vec<u64>> {
    let none: Vec<u64> = (0..=most).map(|head| if head == 0 { 0 } else { NEVER }).collect();
    let mut layers = vec![none];
    for part in parts {
        let next = layers.last().map(|before| with(before, part, reach)).unwrap_or_default();
        layers.push(next);
    }
    layers
}

/// How many of each part lead to the cost that stands at so many heads: from the last part to the first.
fn quantities(
    parts: &[Part],
    layers: &[Vec<u64>],
    heads: usize,
    reach: Reach,
) -> Option<(u64, Vec<u32>)> {
    let total = *layers.last()?.get(heads)?;
    if total == NEVER {
        return None;
    }
    let mut left = heads;
    let mut quantities = vec![0; parts.len()];
    for (at, part) in parts.iter().enumerate().rev() {
        let (before, cost) = (&layers[at], layers[at + 1][left]);
        if !part.is_taken && before[left] == cost {
            continue;
        }
        let leads_here = |quantity: &u32| added(before, left, part, *quantity, reach) == cost;
        let quantity = (part.least..=part.most).find(leads_here)?;
        quantities[at] = quantity;
        left = rest(left, part, quantity, reach)?;
    }
    Some((total, quantities))
}

/// The cheapest cost for every number of heads with one part more.
fn with(before: &[u64], part: &Part, reach: Reach) -> Vec<u64> {
    let mut taken: Vec<u64> =
        (0..before.len()).map(|head| added(before, head, part, part.least, reach)).collect();
    // Any number beyond the least is a sum of bundles of 1, 2, 4 … units and what is then left.
    let useful = (before.len() as u32).div_ceil(part.heads).max(part.least);
    let mut more = part.most.min(useful) - part.least;
    let mut bundle = 1;
    while more > 0 {
        let units = bundle.min(more);
        for head in (0..before.len()).rev() {
            taken[head] = taken[head].min(added(&taken, head, part, units, reach));
        }
        more -= units;
        bundle *= 2;
    }
    if part.is_taken {
        return taken;
    }
    taken.into_iter().zip(before).map(|(taken, before)| taken.min(*before)).collect()
}

/// What so many units cost on top of the heads that are then left.
fn added(costs: &[u64], heads: usize, part: &Part, quantity: u32, reach: Reach) -> u64 {
    rest(heads, part, quantity, reach)
        .map_or(NEVER, |left| costs[left])
        .saturating_add(part.price.saturating_mul(u64::from(quantity)))
}

/// How many heads are left to the other parts; none where so many units serve more than there may be.
fn rest(heads: usize, part: &Part, quantity: u32, reach: Reach) -> Option<usize> {
    let served = quantity.saturating_mul(part.heads) as usize;
    match reach {
        Reach::AtLeast => Some(heads.saturating_sub(served)),
        Reach::Exactly => heads.checked_sub(served),
    }
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
    fn without_surplus_no_unit_could_be_left_out() {
        // Fifteen of each would be enough twice over: five of the first do.
        let parts = [part(30, 1, 1, 100), Part { is_taken: true, ..part(10, 1, 15, 100) }];
        assert_eq!(cheapest_without_surplus(&parts, 20), Some((200, vec![0, 20])));
        let both = parts.map(|part| Part { is_taken: true, least: 15, ..part });
        assert_eq!(cheapest(&both, 20), Some((600, vec![15, 15])));
        assert_eq!(cheapest_without_surplus(&both, 20), None);
    }

    #[test]
    fn without_surplus_the_last_box_may_hold_more_than_is_left() {
        let parts = [part(50, 20, 1, 9), part(30, 1, 1, 99)];
        assert_eq!(cheapest_without_surplus(&parts, 41), Some((130, vec![2, 1])));
        assert_eq!(cheapest_without_surplus(&parts, 45), Some((150, vec![3, 0])));
        assert_eq!(cheapest_without_surplus(&[], 1), None);
    }

    #[test]
    fn what_must_be_taken_is_and_too_little_is_nothing() {
        let taken = Part { is_taken: true, ..part(90, 1, 2, 9) };
        assert_eq!(cheapest(&[part(1, 1, 1, 99), taken], 10), Some((188, vec![8, 2])));
        assert_eq!(cheapest(&[part(1, 1, 1, 4), part(1, 1, 1, 5)], 10), None);
        assert_eq!(cheapest(&[], 1), None);
    }
}
