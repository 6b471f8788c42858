//! The cards of a market, with the index over them, which is built when words are first searched for: most visits begin by
//! looking, and a slow phone has enough to do then.

use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::order_by::sorted;
use crate::domain::product::Card;
use crate::search::index::Index;
use std::cmp::Reverse;
use std::sync::{Mutex, PoisonError};

/// All cards, to be looked at and searched.
#[derive(Debug, Default)]
pub struct Cards {
    /// By code.
    pub cards: Vec<Card>,
    index: Mutex<Option<Index>>,
}

impl Cards {
    /// Takes them up.
    pub fn new(cards: Vec<Card>) -> Self {
        Self { cards, index: Mutex::default() }
    }

    /// How well each card fits the words, zero where one of them is missing: `None` where no word was typed.
    pub fn search(&self, words: &str) -> Option<Vec<u32>> {
        if words.is_empty() {
            return None;
        }
        self.indexed(|index| index.search(words))
    }

    /// Builds the index ahead of the first search.
    pub fn prepare(&self) {
        self.indexed(|_| ());
    }

    fn indexed<T>(&self, then: impl FnOnce(&Index) -> T) -> T {
        let mut index = self.index.lock().unwrap_or_else(PoisonError::into_inner);
        then(index.get_or_insert_with(|| Index::build(&self.cards)))
    }

    /// The card of a product that is on sale.
    pub fn get(&self, code: &Code) -> Option<&Card> {
        self.cards.iter().find(|card| card.code == *code)
    }

    /// The products that some words find, the best first.
    pub fn find(&self, words: &str) -> Vec<&Card> {
        let scores = self.search(words).unwrap_or_default();
        let found = self.cards.iter().zip(scores).filter(|(_, score)| *score > 0).gather();
        let found = sorted(found, |(_, score)| Reverse(*score));
        found.into_iter().map(|(card, _)| card).gather()
    }

    /// The products of a seller.
    pub fn of_seller<'a>(&'a self, seller: &'a Code) -> impl Iterator<Item = &'a Card> {
        self.cards.iter().filter(move |card| card.seller == *seller)
    }
}
