//! Food and drink for a meeting: what is wished, what meets the wish, a plan that holds, and why there may be none.
//!
//! Every product is held against the same conditions (`condition.rs`); what meets them is a choice (`choice.rs`). A
//! plan gives each head at least one of every kind wanted, keeps every minimum order and capacity a day, and costs no
//! more than the budget a head times the people, nor more than the procurement limit while only sellers known to
//! e-Order are wanted (`plan.rs`).
//!
//! Of such plans the suggested one (`suggest.rs`) is chosen in this order:
//! 1. no meal and no drink that could be left out, unless least orders and capacities leave no other way; snacks may be
//!    several a head;
//! 2. at least three sellers where the wish leaves room for them, else two, else one;
//! 3. the sellers whose turn it is: the order of the fair turn on the day of delivery, so that it changes by day and
//!    anyone can recompute it; where they make too few a day, the next in turn join them;
//! 4. among those sellers of one kind each head gets one of each snack, where the budget holds that; else the heads are
//!    shared out evenly, where the budget holds that; else the cheapest fill up what they must at least take.
//!
//! To come near the budget is no aim. A product stands in a plan once, for one kind, even if it could be several.
//! Where very many products meet the wish, those first in turn and the cheapest are looked through, not every set of them.

pub mod choice;
pub mod condition;
mod cover;
pub mod explain;
pub mod plan;
mod pool;
pub mod spec;
pub mod suggest;

use crate::domain::area::Kecamatan;
use crate::domain::code::Code;
use crate::domain::market::Market;
use crate::domain::money::Rupiah;
use crate::domain::product::Serving;
use crate::domain::time::Moment;

/// The most people one plan is for: with more, people talk to the sellers first.
pub const MOST_PEOPLE: u32 = 5_000;

/// What somebody wants for a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// From one to [`MOST_PEOPLE`].
    people: u32,
    /// At least one kind, each once, in the contract's order.
    servings: Vec<Serving>,
    /// Rupiah a head, for all kinds together.
    pub budget: Rupiah,
    /// When it is to be there.
    pub at: Moment,
    /// Where it is to be brought.
    pub place: Kecamatan,
    /// Food and drink must be certified halal.
    pub halal: bool,
    /// Only sellers known to e-Order.
    pub eorder: bool,
    /// Sellers taken out by hand.
    pub without: Vec<Code>,
}

impl Wish {
    /// A wish among sellers known to e-Order, halal or not; `None` for no people or too many, or where nothing is wanted.
    pub fn new(
        people: u32,
        servings: &[Serving],
        budget: Rupiah,
        at: Moment,
        place: Kecamatan,
    ) -> Option<Self> {
        let servings: Vec<Serving> =
            Serving::ALL.into_iter().filter(|serving| servings.contains(serving)).collect();
        if !(1..=MOST_PEOPLE).contains(&people) || servings.is_empty() {
            return None;
        }
        Some(Self {
            people,
            servings,
            budget,
            at,
            place,
            halal: false,
            eorder: true,
            without: Vec::new(),
        })
    }

    /// How many are to eat and drink.
    pub fn people(&self) -> u32 {
        self.people
    }

    /// The kinds wanted, each once, in the contract's order.
    pub fn servings(&self) -> &[Serving] {
        &self.servings
    }

    /// What everything may cost.
    pub fn budget_for_all(&self) -> Rupiah {
        Rupiah::new(self.budget.get().saturating_mul(u64::from(self.people)))
    }
}

/// A wish, and what it is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// What is wished.
    pub wish: Wish,
    /// The most that one purchase may cost in procurement.
    pub limit: Option<Rupiah>,
    /// The moment it is.
    pub now: Moment,
}

impl Terms {
    /// The terms of a wish in a market.
    pub fn new(wish: Wish, market: &Market, now: Moment) -> Self {
        let limit = market.eorder.as_ref().and_then(|entry| entry.limit);
        Self { wish, limit, now }
    }

    /// The procurement limit, where the wish is for procurement.
    pub fn limit(&self) -> Option<Rupiah> {
        self.limit.filter(|_| self.wish.eorder)
    }

    /// The most that a plan may cost.
    pub fn most(&self) -> Rupiah {
        let budget = self.wish.budget_for_all();
        self.limit().map_or(budget, |limit| limit.min(budget))
    }
}

#[cfg(test)]
mod tests;
