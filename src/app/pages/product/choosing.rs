//! What the visitor chooses on a product's page: one option a group, and how many.

use crate::app::reactive::RwSignal;
use crate::domain::basket::{Line, Seen, SellerLines};
use crate::domain::gather::Gather;
use crate::domain::product::{Product, Stock};
use crate::domain::variant::{Chosen, VariantOption};

/// The choice, as signals that the pieces of the page share.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    /// For each group the place of its option; absent where every option is sold out.
    picked: RwSignal<Vec<Option<usize>>>,
    /// How many.
    pub(super) quantity: RwSignal<u32>,
}

impl Choosing {
    /// Begins with the first option of each group that can be had, and the least that is sold.
    pub(super) fn new(product: &Product) -> Self {
        let first = |options: &[VariantOption]| options.iter().position(|option| !option.sold_out);
        Self {
            picked: RwSignal::new(
                product.variants.iter().map(|group| first(&group.options)).gather(),
            ),
            quantity: RwSignal::new(product.card.minimum.max(1)),
        }
    }

    /// Which option of a group is chosen.
    pub(super) fn picked(self, group: usize) -> Option<usize> {
        self.picked.with(|picked| picked.get(group).copied().flatten())
    }

    /// Chooses an option.
    pub(super) fn pick(self, group: usize, option: usize) {
        self.picked.update(|picked| {
            if let Some(slot) = picked.get_mut(group) {
                *slot = Some(option);
            }
        });
    }

    /// Whether it cannot be had, as a whole or because a group has nothing left.
    pub(super) fn is_out(self, product: &Product) -> bool {
        product.card.stock == Stock::Habis
            || self.picked.with(|picked| picked.iter().any(Option::is_none))
    }

    /// The options chosen, by group.
    fn options(self, product: &Product) -> impl Iterator<Item = (&str, &VariantOption)> {
        let picked = self.picked.get();
        product.variants.iter().zip(picked).filter_map(|(group, at)| {
            at.and_then(|at| group.options.get(at)).map(|option| (group.name.as_str(), option))
        })
    }

    /// What the choice adds to the price.
    pub(super) fn delta(self, product: &Product) -> i64 {
        self.options(product).fold(0, |sum, (_, option)| sum.saturating_add(option.delta))
    }

    /// The choice as one seller's order at the normal price: what the basket takes and the message says.
    pub(super) fn lines(self, product: &Product) -> SellerLines {
        let card = &product.card;
        let choice = self
            .options(product)
            .map(|(group, option)| Chosen { group: group.to_owned(), option: option.name.clone() })
            .gather();
        let seen = Seen {
            name: card.name.clone(),
            seller: card.seller.clone(),
            shop: card.shop.clone(),
            price: card.price.shifted(self.delta(product)),
            unit: card.unit.clone(),
            picture: card.picture.clone(),
        };
        let line = Line {
            code: card.code.clone(),
            choice,
            quantity: self.quantity.get(),
            seen,
            added: 0,
            changed: 0,
            ordered: false,
        };
        SellerLines { seller: card.seller.clone(), shop: card.shop.clone(), lines: vec![line] }
    }
}
