//! What may be chosen for a kind: the products that meet every condition of a wish.
//!
//! A product of which fewer are made a day than all heads need is a choice for a part of them.

use crate::domain::fair;
use crate::domain::meeting::Terms;
use crate::domain::meeting::condition::{Condition, Fault, faults, heads_a_unit, least, units};
use crate::domain::money::Rupiah;
use crate::domain::order_by::sorted;
use crate::domain::product::{Card, Serving};
use crate::domain::provision::Provision;
use crate::domain::variant::Chosen;

/// A product that may be chosen, and how many of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice<'a> {
    /// The product.
    pub provision: &'a Provision,
    /// The first choice of its variants that can be had.
    pub variants: Vec<Chosen>,
    /// The price of one unit with these.
    pub price: Rupiah,
    /// How many heads one unit serves.
    pub heads_a_unit: u32,
    /// The fewest units that may be ordered.
    pub least: u32,
    /// The most units that may be needed and can be had.
    pub most: u32,
}

impl<'a> Choice<'a> {
    /// The product as a choice; `None` where it fails a condition other than the one that is lifted.
    pub(super) fn of(
        terms: &Terms,
        provision: &'a Provision,
        lifted: Option<Condition>,
    ) -> Option<Self> {
        let card = &provision.card;
        let least = if lifted == Some(Condition::Minimum) { 1 } else { least(card) };
        let is_barred = faults(terms, provision).into_iter().any(|fault| match fault {
            fault if lifted == Some(fault.condition()) => false,
            Fault::Capacity { a_day, .. } => a_day < least,
            _ => true,
        });
        if is_barred {
            return None;
        }
        let needed = units(card, terms.wish.people());
        let capacity = provision.daily_capacity.filter(|_| lifted != Some(Condition::Capacity));
        let (variants, price) =
            provision.first_choice().unwrap_or_else(|| (Vec::new(), card.price));
        Some(Self {
            provision,
            variants,
            price,
            heads_a_unit: heads_a_unit(card),
            least,
            most: capacity.map_or(needed, |capacity| capacity.min(needed)),
        })
    }

    /// How many heads it can serve.
    pub fn heads(&self) -> u32 {
        self.most.saturating_mul(self.heads_a_unit)
    }

    /// The price of so many units.
    pub(super) fn cost(&self, quantity: u32) -> u64 {
        self.price.get().saturating_mul(u64::from(quantity))
    }
}

/// What may be chosen for a kind, in the fair turn of the day of delivery.
pub fn choices<'a>(
    terms: &Terms,
    provisions: &'a [Provision],
    serving: Serving,
) -> Vec<Choice<'a>> {
    let all: Vec<&Provision> = provisions.iter().collect();
    in_turn(terms, able(terms, &all, serving, None))
}

/// The choices for a kind where one condition is lifted, in the order of the products.
pub(super) fn able<'a>(
    terms: &Terms,
    provisions: &[&'a Provision],
    serving: Serving,
    lifted: Option<Condition>,
) -> Vec<Choice<'a>> {
    provisions
        .iter()
        .filter(|provision| provision.servings.contains(&serving))
        .filter_map(|provision| Choice::of(terms, provision, lifted))
        .collect()
}

/// The choices as the fair turn of the day of delivery has them.
pub(super) fn in_turn<'a>(terms: &Terms, choices: Vec<Choice<'a>>) -> Vec<Choice<'a>> {
    let cards: Vec<&Card> = choices.iter().map(|choice| &choice.provision.card).collect();
    let places = fair::turn(&cards, terms.wish.at.date());
    let placed: Vec<(u32, Choice<'a>)> = places.into_iter().zip(choices).collect();
    sorted(placed, |(place, _)| *place).into_iter().map(|(_, choice)| choice).collect()
}
