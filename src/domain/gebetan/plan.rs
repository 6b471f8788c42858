//! A whole order planned: every package filled as near to its budget as can be, or the condition that fails.
//!
//! Never over a budget, never two items of one seller in a package, never under a product's minimum or over what can be
//! made of it, counted over all packages. Which of equal mixtures an office gets is drawn by the round's code and the
//! office's name, so that not all take from the same sellers; anyone can draw it again.

use crate::domain::fair;
use crate::domain::gebetan::candidates::Candidates;
use crate::domain::gebetan::fill::{Part, fullest};
use crate::domain::gebetan::joint::{most_sellers, options, skeleton};
use crate::domain::gebetan::{Good, Item, NONE, Plan, SELLERS, Wish, is_open};
use crate::domain::money::Rupiah;
use crate::domain::order_by::sorted;
use crate::domain::round::Round;
use crate::domain::time::Moment;

/// How often each package is looked at again once the others are filled.
const PASSES: usize = 2;

/// Why a wish cannot be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet {
    /// Nothing is wanted.
    Nothing,
    /// The round takes no more orders since that moment.
    Closed(Moment),
    /// No product may stand in the round's packages; the candidates say why each may not.
    NoGoods,
    /// One package cannot be filled with anything.
    Package {
        /// Its place among the wishes.
        package: usize,
        /// Why.
        why: Why,
    },
}

/// Why a package cannot be filled with anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Every good costs more than the package.
    TooDear {
        /// The price of the cheapest.
        cheapest: Rupiah,
    },
    /// Of no good that fits the budget so many can be had: minimum and capacity allow other numbers.
    Amount(Numbers),
    /// It could be filled alone, but not beside the packages before it.
    Together(Numbers),
}

/// The numbers of a package next to the wanted one that can be had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The next lower one; absent: none.
    pub fewer: Option<u32>,
    /// The next higher one, where a minimum is not met; absent: none.
    pub more: Option<u32>,
}

/// Fills the packages of an office's order.
pub fn plan(
    round: &Round,
    candidates: &Candidates,
    wishes: &[Wish],
    office: &str,
    now: Moment,
) -> Result<Plan, Unmet> {
    let goods = &candidates.goods;
    if wishes.iter().all(|wish| wish.count == 0) {
        return Err(Unmet::Nothing);
    }
    if !is_open(round, now) {
        return Err(Unmet::Closed(round.closes));
    }
    if goods.is_empty() {
        return Err(Unmet::NoGoods);
    }
    let mut most = Vec::new();
    for (package, wish) in wishes.iter().enumerate() {
        if wish.count == 0 {
            most.push(0);
            continue;
        }
        match most_sellers(goods, &options(goods, wishes, package), wish) {
            0 => return Err(Unmet::Package { package, why: alone(goods, wish) }),
            sellers => most.push(sellers),
        }
    }
    let Some(packages) = skeleton(goods, wishes, &most) else {
        return Err(too_much(goods, wishes, &most));
    };
    let groups = turns(goods, &format!("{}/{office}", round.code));
    let mut plan = Plan { packages };
    for package in dearest_first(wishes).repeat(PASSES) {
        refill(goods, wishes, &groups, &mut plan, package);
    }
    Ok(plan)
}

fn dearest_first(wishes: &[Wish]) -> Vec<usize> {
    let wanted = (0..wishes.len()).filter(|at| wishes[*at].count > 0).collect();
    sorted(wanted, |at: &usize| std::cmp::Reverse(wishes[*at].budget))
}

/// The goods' places by seller, in the order drawn for the seed.
fn turns(goods: &[Good], seed: &str) -> Vec<Vec<usize>> {
    let lot = |at: &usize| {
        let good = &goods[*at];
        let draw = |name: &str| fair::draw(seed.as_bytes(), name);
        (draw(good.seller.as_str()), good.seller.clone(), draw(good.code.as_str()), *at)
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in sorted((0..goods.len()).collect(), lot) {
        match groups.last_mut() {
            Some(group) if goods[group[0]].seller == goods[at].seller => group.push(at),
            _ => groups.push(vec![at]),
        }
    }
    groups
}

/// Fills one package as well as the others leave room for; what it held still fits, so it is never the worse for it.
fn refill(goods: &[Good], wishes: &[Wish], groups: &[Vec<usize>], plan: &mut Plan, package: usize) {
    let wish = &wishes[package];
    let others: Vec<u64> =
        (0..goods.len()).map(|good| plan.ordered(wishes, good, package)).collect();
    // Without these another package would be left under a minimum.
    let mut items = plan.packages[package].clone();
    items.retain(|item| !goods[item.good].takes(others[item.good]));
    let parts = |group: &Vec<usize>| {
        let mut parts = Vec::new();
        let held = |item: &Item| goods[item.good].seller == goods[group[0]].seller;
        if items.iter().any(held) {
            return parts;
        }
        for &good in group {
            for quantity in 1..=goods[good].most(wish.budget) {
                let item = Item { good, quantity };
                let total = others[good] + u64::from(wish.count) * u64::from(quantity);
                if goods[good].takes(total) {
                    parts.push(Part { item, price: item.price(goods) });
                }
            }
        }
        parts
    };
    let parts: Vec<Vec<Part>> = groups.iter().map(parts).collect();
    let spent: u64 = items.iter().map(|item| item.price(goods)).sum();
    let room = wish.budget.get().saturating_sub(spent);
    items.extend(fullest(&parts, room, items.len()));
    // Where a budget is looked at in coarse steps, what it held may come nearer.
    let worth = |items: &[Item]| {
        let price: u64 = items.iter().map(|item| item.price(goods)).sum();
        (items.len().min(SELLERS), price)
    };
    if worth(&items) > worth(&plan.packages[package]) {
        plan.packages[package] = items;
    }
}

/// Why a package alone cannot be filled.
fn alone(goods: &[Good], wish: &Wish) -> Why {
    let cheapest = goods.iter().map(|good| good.price).min().unwrap_or_default();
    if cheapest > wish.budget {
        return Why::TooDear { cheapest };
    }
    Why::Amount(numbers(goods, wish, &vec![0; goods.len()]))
}

/// Which package is the first that cannot be filled beside those before it.
fn too_much(goods: &[Good], wishes: &[Wish], most: &[usize]) -> Unmet {
    let ones: Vec<usize> = most.iter().map(|sellers| (*sellers).min(1)).collect();
    let mut held = Plan { packages: Vec::new() };
    for (package, wish) in wishes.iter().enumerate() {
        let first = &wishes[..=package];
        // The less those before it take the better; more than one good only where that meets a minimum of others.
        let found = skeleton(goods, first, &ones[..=package]);
        let found = found.or_else(|| skeleton(goods, first, &most[..=package]));
        if let Some(packages) = found {
            held = Plan { packages };
            continue;
        }
        let others = |good: usize| held.ordered(wishes, good, NONE);
        let others: Vec<u64> = (0..goods.len()).map(others).collect();
        let why = if others.iter().all(|others| *others == 0) {
            alone(goods, wish)
        } else {
            Why::Together(numbers(goods, wish, &others))
        };
        return Unmet::Package { package, why };
    }
    Unmet::NoGoods
}

/// The numbers of a package next to the wanted one of which some good can be had beside what others take.
fn numbers(goods: &[Good], wish: &Wish, others: &[u64]) -> Numbers {
    let mut numbers = Numbers::default();
    let wanted = u64::from(wish.count);
    for (good, others) in goods.iter().zip(others) {
        for quantity in 1..=u64::from(good.most(wish.budget)) {
            let least = u64::from(good.minimum).saturating_sub(*others).div_ceil(quantity).max(1);
            let most = good.capacity.map_or(u64::from(u32::MAX), |capacity| {
                u64::from(capacity).saturating_sub(*others) / quantity
            });
            if least > most {
                continue;
            }
            if most < wanted {
                numbers.fewer = numbers.fewer.max(u32::try_from(most).ok());
            } else if least > wanted {
                let least = u32::try_from(least).ok();
                numbers.more = numbers.more.map_or(least, |more| least.map(|n| n.min(more)));
            }
        }
    }
    numbers
}
