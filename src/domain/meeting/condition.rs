//! The conditions of a wish, each with the numbers that speak of it where a product does not meet it.

use crate::domain::category::Category;
use crate::domain::measure::Kind;
use crate::domain::meeting::Terms;
use crate::domain::money::Rupiah;
use crate::domain::product::Card;
use crate::domain::provision::Provision;
use crate::domain::time::{Date, Moment};

/// What is asked of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// It can be one of the kinds wanted.
    Serving,
    /// Its seller was not taken out by hand.
    TakenOut,
    /// It can be had.
    Stock,
    /// Its seller is known to e-Order.
    Eorder,
    /// It is brought there.
    Area,
    /// It is ready in time.
    LeadTime,
    /// Its least order is not more than is needed.
    Minimum,
    /// As many are made a day as are needed.
    Capacity,
    /// It is certified halal, where that is wanted.
    Halal,
    /// It costs no more than the budget a head.
    Price,
}

impl Condition {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 10] = [
        Self::Serving,
        Self::TakenOut,
        Self::Stock,
        Self::Eorder,
        Self::Area,
        Self::LeadTime,
        Self::Minimum,
        Self::Capacity,
        Self::Halal,
        Self::Price,
    ];
}

/// A condition that a product does not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is none of the kinds wanted.
    Serving,
    /// Its seller was taken out by hand.
    TakenOut,
    /// It is sold out.
    SoldOut,
    /// Its seller is not known to e-Order.
    Unlisted,
    /// It is not brought to that kecamatan.
    Area,
    /// It is not ready in time.
    LeadTime {
        /// The first day on which it could be there at that hour.
        earliest: Date,
    },
    /// Its least order is more than is needed.
    Minimum {
        /// The least that is sold, in units.
        least: u32,
        /// What all heads need, in units.
        needed: u32,
    },
    /// Fewer are made a day than all heads need. It may still be a choice for a part of them.
    Capacity {
        /// How many units are made a day.
        a_day: u32,
        /// What all heads need, in units.
        needed: u32,
    },
    /// Food or drink without a halal certificate.
    Halal,
    /// It alone costs more than the budget.
    Price {
        /// What it costs a head, rounded up.
        a_head: Rupiah,
    },
}

impl Fault {
    /// The condition that is not met.
    pub fn condition(self) -> Condition {
        match self {
            Self::Serving => Condition::Serving,
            Self::TakenOut => Condition::TakenOut,
            Self::SoldOut => Condition::Stock,
            Self::Unlisted => Condition::Eorder,
            Self::Area => Condition::Area,
            Self::LeadTime { .. } => Condition::LeadTime,
            Self::Minimum { .. } => Condition::Minimum,
            Self::Capacity { .. } => Condition::Capacity,
            Self::Halal => Condition::Halal,
            Self::Price { .. } => Condition::Price,
        }
    }
}

/// How many heads one unit serves: as many as it holds pieces, else one.
pub fn heads_a_unit(card: &Card) -> u32 {
    match card.measure {
        Some(measure) if measure.kind == Kind::Count => measure.amount.max(1),
        _ => 1,
    }
}

/// How many units so many heads need.
pub fn units(card: &Card, heads: u32) -> u32 {
    heads.div_ceil(heads_a_unit(card))
}

/// The least that is sold, in units.
pub fn least(card: &Card) -> u32 {
    card.minimum.max(1)
}

/// The first day on which a product could be there at the hour of `at`, if it is ordered at `now`: that many whole days
/// from today, and what is made daily must still be ordered before the hour.
pub fn earliest(now: Moment, at: Moment, lead_days: u16) -> Date {
    let hour = at.0 - at.date().start().0;
    let day = now.date().plus(i32::from(lead_days));
    if day.start().0 + hour > now.0 { day } else { day.plus(1) }
}

/// What it costs a head, rounded up.
pub fn a_head(all: Rupiah, people: u32) -> Rupiah {
    Rupiah::new(all.get().div_ceil(u64::from(people.max(1))))
}

/// Every condition that a product does not meet, in the order of [`Condition::ALL`].
pub fn faults(terms: &Terms, provision: &Provision) -> Vec<Fault> {
    let (wish, card) = (&terms.wish, &provision.card);
    let needed = units(card, wish.people());
    let earliest = earliest(terms.now, wish.at, provision.lead_days());
    let choice = provision.first_choice();
    let price = choice.as_ref().map_or(card.price, |(_, price)| *price);
    let all = Rupiah::new(price.get().saturating_mul(u64::from(needed)));
    let a_day = provision.daily_capacity.unwrap_or(u32::MAX);
    let uncertified = Category::is_kuliner(&card.category) && !card.halal;
    [
        (!wish.servings().iter().any(|kind| provision.servings.contains(kind)), Fault::Serving),
        (wish.without.contains(&card.seller), Fault::TakenOut),
        (choice.is_none(), Fault::SoldOut),
        (wish.eorder && provision.eorder.is_none(), Fault::Unlisted),
        (!provision.reaches(wish.place), Fault::Area),
        (wish.at.date() < earliest, Fault::LeadTime { earliest }),
        (least(card) > needed, Fault::Minimum { least: least(card), needed }),
        (a_day < needed, Fault::Capacity { a_day, needed }),
        (wish.halal && uncertified, Fault::Halal),
        (all > wish.budget_for_all(), Fault::Price { a_head: a_head(all, wish.people()) }),
    ]
    .into_iter()
    .filter_map(|(fails, fault)| fails.then_some(fault))
    .collect()
}
