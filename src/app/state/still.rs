//! A page that is written once and read at any time after: without scripts, by crawlers, long after a promotion.
//!
//! Views ask for it where what they show would be true at one moment only. In a browser there is none.

use crate::app::browser::head::Head;
use crate::app::reactive::{StoredValue, provide_context};
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::product::Card;
use std::sync::Arc;

/// By which boot/boot.js and the style sheets know what was written before the app ran.
pub const WRITTEN: &str = "terbitan";

/// The written page, as a context.
#[derive(Clone)]
pub struct Still {
    /// The editions that were not over when it was written.
    editions: Arc<Vec<Edition>>,
    /// What the page says of itself.
    head: StoredValue<Option<Head>>,
    /// The products of whom it shows a card, with their names, in their order.
    cards: StoredValue<Vec<(Code, String)>>,
}

impl Still {
    /// Provides it: what is drawn from here on is written, not shown.
    pub fn provide(editions: Arc<Vec<Edition>>) -> Self {
        let still =
            Self { editions, head: StoredValue::new(None), cards: StoredValue::new(Vec::new()) };
        provide_context(still.clone());
        still
    }

    /// The written page, where this is one.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn here() -> Option<Self> {
        crate::app::reactive::use_context()
    }

    /// The written page; a browser shows none.
    #[cfg(target_arch = "wasm32")]
    pub fn here() -> Option<Self> {
        None
    }

    /// Whether this is a written page.
    pub fn is_here() -> bool {
        Self::here().is_some()
    }

    /// The editions in which a product takes part.
    pub fn editions_of<'a>(&'a self, card: &'a Card) -> impl Iterator<Item = &'a Edition> {
        self.editions.iter().filter(|edition| card.jbl.contains(&edition.code))
    }

    /// Notes what the page says of itself.
    pub fn say(&self, head: Head) {
        self.head.set_value(Some(head));
    }

    /// What the page says of itself, once it is drawn.
    pub fn said(&self) -> Head {
        self.head.get_value().unwrap_or_default()
    }

    /// Notes that a product's card is shown.
    pub fn show(&self, card: &Card) {
        self.cards.update_value(|cards| cards.push((card.code.clone(), card.name.clone())));
    }

    /// Whose cards are shown, with their names, once it is drawn, in their order.
    pub fn shown(&self) -> Vec<(Code, String)> {
        self.cards.get_value()
    }
}
