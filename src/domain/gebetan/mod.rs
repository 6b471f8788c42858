//! Gebetan UMKM: what a round's packages can be made of, and packages filled from it.
//!
//! Names and prices of packages are the market's settings, counts are an office's wish. Who in the office gets which
//! package is known to `recipients` alone and to no plan or order; how a plan is shown or sent is not known here.

pub mod candidates;
pub mod exchange;
mod fill;
mod joint;
pub mod plan;
pub mod recap;
pub mod recipients;
pub mod reopen;
pub mod totals;

use crate::domain::code::Code;
use crate::domain::money::Rupiah;
use crate::domain::round::Round;
use crate::domain::time::Moment;
use crate::domain::variant::Chosen;

/// How many of one good a package holds at most: beyond it a package is no mixture any more.
pub const MOST_EACH: u32 = 5;
/// From how many sellers a package comes where the goods allow it.
pub const SELLERS: usize = 3;

/// A package as an office wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// "Kepala seksi".
    pub name: String,
    /// What one may cost at most.
    pub budget: Rupiah,
    /// How many are wanted; of none nothing is filled.
    pub count: u32,
}

/// A product that may stand in a round's packages, in the first choice that can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Good {
    /// The product.
    pub code: Code,
    /// As the seller calls it.
    pub name: String,
    /// Who sells it.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// pcs, bungkus …
    pub unit: String,
    /// The variants taken.
    pub choice: Vec<Chosen>,
    /// The normal price of one in that choice, above zero.
    pub price: Rupiah,
    /// The least that is sold, over the whole order.
    pub minimum: u32,
    /// The most that can be made until the packages are brought, over the whole order; absent: not told.
    pub capacity: Option<u32>,
}

impl Good {
    /// Whether so many may be ordered in all: none, or from the minimum to the capacity.
    fn takes(&self, total: u64) -> bool {
        let within = self.capacity.is_none_or(|most| total <= u64::from(most));
        total == 0 || (total >= u64::from(self.minimum) && within)
    }

    /// How many of it fit a budget.
    fn most(&self, budget: Rupiah) -> u32 {
        let fit = budget.get().checked_div(self.price.get()).unwrap_or(0);
        u32::try_from(fit).unwrap_or(u32::MAX).min(MOST_EACH)
    }
}

/// So many of a good in one package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The good's place among the candidates.
    pub good: usize,
    /// At least one.
    pub quantity: u32,
}

impl Item {
    /// What it costs, in rupiah.
    fn price(self, goods: &[Good]) -> u64 {
        let one = goods.get(self.good).map_or(0, |good| good.price.get());
        one.saturating_mul(u64::from(self.quantity))
    }
}

/// The packages of an order, each once however many are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What each wish's package holds, in the order of the wishes.
    pub packages: Vec<Vec<Item>>,
}

impl Plan {
    /// How many of a good the whole order takes, but for one package (of all, where `except` is none of them).
    fn ordered(&self, wishes: &[Wish], good: usize, except: usize) -> u64 {
        let mut sum: u64 = 0;
        for (at, (items, wish)) in self.packages.iter().zip(wishes).enumerate() {
            for item in items.iter().filter(|item| at != except && item.good == good) {
                sum = sum.saturating_add(u64::from(wish.count) * u64::from(item.quantity));
            }
        }
        sum
    }
}

/// Whether orders are still taken.
pub fn is_open(round: &Round, now: Moment) -> bool {
    now < round.closes
}

/// Stands for no package where one is to be left out of a sum.
const NONE: usize = usize::MAX;

#[cfg(test)]
mod tests;
