//! What a card shows: a few words and pictures, as values. The same content is the same card.

use crate::compiler::hash::Hash;
use serde::Serialize;

/// Part of every card's name: raise it when the same content is drawn otherwise.
const DRAWER: &str = "etalase-kartu-1";

/// What a card shows. Texts may be empty; everything else has its place whatever is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Content {
    /// Up to four, which share the left half.
    pub(super) pictures: Vec<Shown>,
    /// The soft ground behind what is no photo, by its number in style/tokens.css.
    pub(super) ground: usize,
    /// On the promotion's own colour.
    pub(super) festive: bool,
    /// Of what: the product, the seller, the list.
    pub(super) title: String,
    /// What a product costs: "Rp18.000" and "bungkus".
    pub(super) price: Option<(String, String)>,
    /// A passing price: "JBL Rp15.000", and its days.
    pub(super) promotion: Option<(String, String)>,
    /// In place of a price: "12 produk", "25–29 Nov 2026".
    pub(super) fact: String,
    /// A sentence.
    pub(super) text: String,
    /// Whose it is.
    pub(super) who: String,
    /// Where that is.
    pub(super) place: String,
    /// The market's name.
    pub(super) market: String,
}

/// A picture on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) enum Shown {
    /// A photo of the goods, by the address of its JPEG.
    Photo(String),
    /// A drawing on soft ground, by its address and the hash of its file.
    Drawing(String, String),
    /// The first letter of a name.
    Letter(String),
}

impl Content {
    /// The card's address.
    pub(super) fn address(&self) -> String {
        // A list of plain texts can always be written.
        let said = serde_json::to_vec(self).unwrap_or_default();
        format!("/kartu/{}.jpg", Hash::of_parts(&[DRAWER.as_bytes(), &said]).name())
    }

    /// All of its words, for those who do not see it.
    pub(super) fn words(&self) -> String {
        let price = self.price.as_ref().map(|(price, unit)| format!("{price} per {unit}"));
        let promotion = self.promotion.as_ref().map(|(price, days)| format!("{price}, {days}"));
        let texts = [
            Some(self.title.clone()),
            price,
            promotion,
            Some(self.fact.clone()),
            Some(self.text.trim_end_matches('.').to_owned()),
            Some(self.who.clone()),
            Some(self.place.clone()),
        ];
        let said: Vec<String> =
            texts.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        said.join(". ")
    }
}
