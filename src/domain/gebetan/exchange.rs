//! One item of a package exchanged for another, so that every rule of the plan still holds.

use crate::domain::gebetan::{Good, Item, Plan, Wish};
use crate::domain::order_by::sorted;
use std::cmp::Reverse;

/// Everything that may stand in the place of an item: other goods, or another number of the same. First what fills the
/// package best, of that what needs the fewest pieces. Empty where there is no such item, and where the item is needed:
/// without it another package would be left under a product's minimum.
pub fn alternatives(
    goods: &[Good],
    wishes: &[Wish],
    plan: &Plan,
    package: usize,
    place: usize,
) -> Vec<Item> {
    let (Some(wish), Some(items)) = (wishes.get(package), plan.packages.get(package)) else {
        return Vec::new();
    };
    let Some(old) = items.get(place).copied() else { return Vec::new() };
    let mut others = items.clone();
    others.remove(place);
    let spent: u64 = others.iter().map(|item| item.price(goods)).sum();
    let room = wish.budget.get().saturating_sub(spent);
    let sellers: Vec<_> = others.iter().filter_map(|item| goods.get(item.good)).collect();
    // An item holds the only piece of its seller in the package, so the others' share is that of the other packages.
    let freed =
        goods.get(old.good).is_some_and(|good| good.takes(plan.ordered(wishes, old.good, package)));
    let mut found = Vec::new();
    for (at, good) in goods.iter().enumerate() {
        let same = at == old.good;
        if (!same && !freed) || sellers.iter().any(|other| other.seller == good.seller) {
            continue;
        }
        let ordered = plan.ordered(wishes, at, package);
        for quantity in 1..=good.most(wish.budget) {
            let item = Item { good: at, quantity };
            let total = ordered + u64::from(wish.count) * u64::from(quantity);
            if item != old && item.price(goods) <= room && good.takes(total) {
                found.push(item);
            }
        }
    }
    sorted(found, |item| (Reverse(item.price(goods)), item.quantity))
}

/// The plan with another item in a place; `None` where that is none of its alternatives.
pub fn exchange(
    goods: &[Good],
    wishes: &[Wish],
    plan: &Plan,
    (package, place): (usize, usize),
    item: Item,
) -> Option<Plan> {
    if !alternatives(goods, wishes, plan, package, place).contains(&item) {
        return None;
    }
    let mut plan = plan.clone();
    *plan.packages.get_mut(package)?.get_mut(place)? = item;
    Some(plan)
}
