//! A plan, whoever made it: what it costs, a head and a seller, and every condition that it breaks.
//!
//! Tax is only repeated from the data, never computed.

use crate::domain::code::Code;
use crate::domain::meeting::Terms;
use crate::domain::meeting::condition::{Condition, Fault, a_head, faults, heads_a_unit, least};
use crate::domain::money::Rupiah;
use crate::domain::product::{Serving, Tax};
use crate::domain::provision::Provision;

/// One product in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The product.
    pub code: Code,
    /// The kind it is taken for.
    pub serving: Serving,
    /// How many units.
    pub quantity: u32,
}

/// What a plan breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Nothing of that code is on sale for meetings any more.
    Gone(Code),
    /// The same product stands there again.
    Twice(Code),
    /// The product does not meet a condition of the wish.
    Unmet(Code, Fault),
    /// Fewer units than its seller sells.
    BelowLeast {
        /// The product.
        code: Code,
        /// The least that is sold.
        least: u32,
    },
    /// More units than its seller makes a day.
    AboveCapacity {
        /// The product.
        code: Code,
        /// How many are made a day.
        a_day: u32,
    },
    /// Not every head gets something of that kind.
    Short {
        /// The kind.
        serving: Serving,
        /// How many heads are served.
        heads: u32,
    },
    /// It costs more than the budget.
    Budget {
        /// What it costs.
        all: Rupiah,
        /// The budget for all.
        most: Rupiah,
    },
    /// It costs more than one purchase in procurement may.
    Limit {
        /// What it costs.
        all: Rupiah,
        /// The limit.
        most: Rupiah,
    },
}

/// What a plan costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Everything.
    pub all: Rupiah,
    /// A head, rounded up.
    pub a_head: Rupiah,
    /// Each seller's part, in the order in which they first stand in the plan.
    pub sellers: Vec<SellerTotal>,
    /// What the data say of tax.
    pub tax: TaxSaid,
}

/// One seller's part of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SellerTotal {
    /// The seller.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// What its products cost.
    pub total: Rupiah,
}

/// Which of the three stand in a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaxSaid {
    /// A price with tax.
    pub included: bool,
    /// A price to which tax is still to be added.
    pub to_come: bool,
    /// A price of which nothing is said.
    pub untold: bool,
}

impl TaxSaid {
    /// Whether the total mixes prices of different kinds.
    pub fn is_mixed(self) -> bool {
        [self.included, self.to_come, self.untold].into_iter().filter(|said| *said).count() > 1
    }
}

/// The product of an item.
pub(super) fn product<'a>(provisions: &'a [Provision], item: &Item) -> Option<&'a Provision> {
    provisions.iter().find(|provision| provision.card.code == item.code)
}

/// The price of one unit with the first choice of variants that can be had.
pub(super) fn price(provision: &Provision) -> Rupiah {
    provision.first_choice().map_or(provision.card.price, |(_, price)| price)
}

/// Price times quantity; beyond what can be counted it stays at the most.
pub(super) fn total(provision: &Provision, item: &Item) -> Rupiah {
    Rupiah::new(price(provision).get().saturating_mul(u64::from(item.quantity)))
}

fn sum(a: Rupiah, b: Rupiah) -> Rupiah {
    Rupiah::new(a.get().saturating_add(b.get()))
}

/// Every condition that a plan breaks: product by product, then kind by kind, then the money. Whether one product alone
/// costs more than the budget a head is not asked: what counts is the whole.
pub fn check(terms: &Terms, provisions: &[Provision], items: &[Item]) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let code = || item.code.clone();
        let Some(provision) = product(provisions, item) else {
            broken.push(Broken::Gone(code()));
            continue;
        };
        if items.iter().take(at).any(|other| other.code == item.code) {
            broken.push(Broken::Twice(code()));
        }
        broken.extend(unmet(terms, provision, item).map(|fault| Broken::Unmet(code(), fault)));
        let least = least(&provision.card);
        if item.quantity < least {
            broken.push(Broken::BelowLeast { code: code(), least });
        }
        if let Some(a_day) = provision.daily_capacity.filter(|a_day| *a_day < item.quantity) {
            broken.push(Broken::AboveCapacity { code: code(), a_day });
        }
    }
    for serving in terms.wish.servings() {
        let heads = heads(provisions, items, *serving);
        if heads < terms.wish.people() {
            broken.push(Broken::Short { serving: *serving, heads });
        }
    }
    let all = totals(terms, provisions, items).all;
    let budget = terms.wish.budget_for_all();
    if all > budget {
        broken.push(Broken::Budget { all, most: budget });
    }
    if let Some(most) = terms.limit().filter(|limit| all > *limit) {
        broken.push(Broken::Limit { all, most });
    }
    broken
}

/// What the product of an item does not meet, but for what depends on its quantity and on the whole plan.
fn unmet(terms: &Terms, provision: &Provision, item: &Item) -> impl Iterator<Item = Fault> {
    let is_kind =
        provision.servings.contains(&item.serving) && terms.wish.servings().contains(&item.serving);
    let apart = [Condition::Serving, Condition::Minimum, Condition::Capacity, Condition::Price];
    let rest = faults(terms, provision);
    (!is_kind)
        .then_some(Fault::Serving)
        .into_iter()
        .chain(rest.into_iter().filter(move |fault| !apart.contains(&fault.condition())))
}

/// How many heads get something of a kind.
fn heads(provisions: &[Provision], items: &[Item], serving: Serving) -> u32 {
    items
        .iter()
        .filter(|item| item.serving == serving)
        .filter_map(|item| Some((product(provisions, item)?, item.quantity)))
        .map(|(provision, quantity)| quantity.saturating_mul(heads_a_unit(&provision.card)))
        .fold(0, u32::saturating_add)
}

/// What a plan costs; items that are no longer on sale cost nothing.
pub fn totals(terms: &Terms, provisions: &[Provision], items: &[Item]) -> Totals {
    let mut all = Rupiah::ZERO;
    let mut sellers: Vec<SellerTotal> = Vec::new();
    let mut tax = TaxSaid::default();
    for item in items {
        let Some(provision) = product(provisions, item) else { continue };
        let (card, cost) = (&provision.card, total(provision, item));
        all = sum(all, cost);
        match sellers.iter_mut().find(|one| one.seller == card.seller) {
            Some(known) => known.total = sum(known.total, cost),
            None => sellers.push(SellerTotal {
                seller: card.seller.clone(),
                shop: card.shop.clone(),
                total: cost,
            }),
        }
        match provision.tax {
            Some(Tax::Termasuk) => tax.included = true,
            Some(Tax::Belum) => tax.to_come = true,
            None => tax.untold = true,
        }
    }
    Totals { all, a_head: a_head(all, terms.wish.people()), sellers, tax }
}
