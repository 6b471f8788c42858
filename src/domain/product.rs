//! Products: the card that lists, searches and the basket need, and the whole record behind it.

use crate::domain::area::Kecamatan;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::link::SafeLink;
use crate::domain::measure::Measure;
use crate::domain::money::Rupiah;
use crate::domain::permit::Permit;
use crate::domain::seller::{Delivery, Grade, OrderLinks};
use crate::domain::time::Date;
use crate::domain::variant::VariantGroup;
use serde::{Deserialize, Serialize};
use std::ops::Not;

/// Whether it can be had now.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Stock {
    /// Ready.
    #[default]
    Siap,
    /// Made to order (pre-order).
    Po,
    /// Sold out.
    Habis,
}

impl Stock {
    /// All, as facets list them.
    pub const ALL: [Self; 3] = [Self::Siap, Self::Po, Self::Habis];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Siap => "siap",
            Self::Po => "po",
            Self::Habis => "habis",
        }
    }

    /// By the word of the contract.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stock| stock.word() == word)
    }
}

/// Whether the price includes tax; nothing is ever computed from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tax {
    /// Included.
    Termasuk,
    /// Not yet included.
    Belum,
}

/// What it can be at an office meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Serving {
    /// Snacks.
    Kudapan,
    /// A meal.
    Makan,
    /// Drinks.
    Minum,
}

/// A published picture: files `<stem>-<width>.webp` in each of [`Picture::WIDTHS`] that it reaches, and one JPEG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Picture {
    /// Hash of the source picture and of the way it is encoded.
    pub stem: String,
}

impl Picture {
    /// Thumbnail, card and full width in pixels; a picture is never enlarged, its files keep the nominal width.
    pub const WIDTHS: [u32; 3] = [160, 320, 640];
    /// The width of the JPEG for browsers and programs without WebP.
    pub const FALLBACK_WIDTH: u32 = 640;

    /// Address of the WebP of that width.
    pub fn webp(&self, width: u32) -> String {
        format!("/foto/{}-{width}.webp", self.stem)
    }

    /// Address of the fallback.
    pub fn jpeg(&self) -> String {
        format!("/foto/{}-{}.jpg", self.stem, Self::FALLBACK_WIDTH)
    }
}

/// What a list, the search and the basket need of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Its lasting name.
    pub code: Code,
    /// As the seller calls it.
    pub name: String,
    /// Who sells it.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// Where the seller is.
    pub kecamatan: Kecamatan,
    /// Kind of goods.
    pub category: Code,
    /// Finer kind, in the seller's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subcategory: Option<String>,
    /// The normal price of one unit.
    pub price: Rupiah,
    /// pcs, porsi, bungkus, kg …
    pub unit: String,
    /// What one unit holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The first picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// Whether it can be had.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stock: Stock,
    /// Days from order to readiness, where made to order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preorder_days: Option<u16>,
    /// The least that is sold.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub minimum: u32,
    /// Whether variants must be chosen before it can be ordered.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub has_variants: bool,
    /// Editions it takes part in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jbl: Vec<Code>,
    /// Its price in those editions, through their channel only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jbl_price: Option<Rupiah>,
    /// A valid halal certificate stands behind it.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub halal: bool,
    /// Passed curation, with that grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// Ways to order it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// Further words it is found by.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub keywords: String,
    /// When its published content last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
}

/// A product with everything its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// The part that lists show too.
    pub card: Card,
    /// In the seller's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// All pictures, the card's first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    /// What is to be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<VariantGroup>,
    /// Ways to order, the product's own or the seller's.
    #[serde(default)]
    pub links: OrderLinks,
    /// Where it is sold in its JBL edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jbl_link: Option<SafeLink>,
    /// How many can be made a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub daily_capacity: Option<u32>,
    /// Days it keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf_life_days: Option<u16>,
    /// Whether tax is in the price, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Tax>,
    /// What it can be at a meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servings: Vec<Serving>,
    /// How it reaches the buyer.
    #[serde(default, skip_serializing_if = "Delivery::is_empty")]
    pub delivery: Delivery,
    /// Halal certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halal: Option<Permit>,
    /// Home-industry food permit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pirt: Option<Permit>,
    /// Registration with the food and drug agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bpom: Option<Permit>,
    /// The seller holds a business number.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub nib: bool,
    /// Fit for Gebetan packages.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub gebetan: bool,
}

/// What a product's address leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum Listing {
    /// On sale.
    Sold(Box<Product>),
    /// No longer sold: its name, seller and kind remain, so that old links lead somewhere.
    Withdrawn(Withdrawn),
}

/// What remains of a product that is no longer sold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Its lasting name.
    pub code: Code,
    /// As it was called.
    pub name: String,
    /// Who sold it.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// Kind of goods, to show similar ones.
    pub category: Code,
}

impl Listing {
    /// Its lasting name.
    pub fn code(&self) -> &Code {
        match self {
            Self::Sold(product) => &product.card.code,
            Self::Withdrawn(withdrawn) => &withdrawn.code,
        }
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn is_one(value: &u32) -> bool {
    *value == 1
}
