//! Products: the card that lists, searches and the basket need, and the whole record behind it.

use crate::domain::area::Kecamatan;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::link::SafeLink;
use crate::domain::measure::Measure;
use crate::domain::money::Rupiah;
use crate::domain::permit::Permit;
use crate::domain::seller::{Delivery, Grade, OrderLinks};
use crate::domain::time::Date;
use crate::domain::variant::VariantGroup;
use crate::domain::wire::{Damage, Map, Value, Wire, fields, put, record, take, worded};

/// Whether it can be had now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tax {
    /// Included.
    Termasuk,
    /// Not yet included.
    Belum,
}

/// What it can be at an office meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Serving {
    /// Snacks.
    Kudapan,
    /// A meal.
    Makan,
    /// Drinks.
    Minum,
}

impl Tax {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Termasuk, Self::Belum];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Termasuk => "termasuk",
            Self::Belum => "belum",
        }
    }
}

impl Serving {
    /// All.
    pub const ALL: [Self; 3] = [Self::Kudapan, Self::Makan, Self::Minum];

    /// The word of the contract.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Kudapan => "kudapan",
            Self::Makan => "makan",
            Self::Minum => "minum",
        }
    }
}

/// A published picture: files `<stem>-<width>.webp` in each of [`Picture::WIDTHS`] that it reaches, and one JPEG.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    /// Hash of the source picture and of the way it is encoded, and behind it the picture's colour.
    pub stem: String,
}

impl Picture {
    /// Thumbnail, card and full width in pixels; a picture is never enlarged, its files keep the nominal width.
    pub const WIDTHS: [u32; 3] = [160, 320, 640];
    /// The width of the JPEG for browsers and programs without WebP.
    pub const FALLBACK_WIDTH: u32 = 640;
    /// How many letters of the stem are the hash.
    const HASH: usize = 16;

    /// The picture of a source, by its hash of sixteen letters, and of a colour as [`Picture::colour`] has it.
    pub fn new(source: &str, colour: &str) -> Self {
        Self { stem: format!("{source}{colour}") }
    }

    /// The picture whose fallback has that file name.
    pub fn of_jpeg(name: &str) -> Option<Self> {
        let stem =
            name.strip_suffix(".jpg")?.strip_suffix(&format!("-{}", Self::FALLBACK_WIDTH))?;
        Some(Self { stem: stem.to_owned() })
    }

    /// The hash of its source and of the way it is encoded.
    pub fn source(&self) -> &str {
        self.stem.get(..Self::HASH).unwrap_or(&self.stem)
    }

    /// What it looks like from far away, to be shown until it has come: red, green and blue as three hexadecimal
    /// digits. A picture with transparent parts has none.
    pub fn colour(&self) -> Option<&str> {
        self.stem.get(Self::HASH..).filter(|colour| !colour.is_empty())
    }

    /// Addresses of all its files, the fallback last.
    pub fn files(&self) -> Vec<String> {
        Self::WIDTHS.into_iter().map(|width| self.webp(width)).chain([self.jpeg()]).gather()
    }

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
#[derive(Clone, Debug, PartialEq, Hash)]
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
    pub subcategory: Option<String>,
    /// The normal price of one unit.
    pub price: Rupiah,
    /// pcs, porsi, bungkus, kg …
    pub unit: String,
    /// What one unit holds.
    pub measure: Option<Measure>,
    /// The first picture.
    pub picture: Option<Picture>,
    /// Whether it can be had.
    pub stock: Stock,
    /// Days from order to readiness, where made to order.
    pub preorder_days: Option<u16>,
    /// The least that is sold.
    pub minimum: u32,
    /// Whether variants must be chosen before it can be ordered.
    pub has_variants: bool,
    /// Editions it takes part in.
    pub jbl: Vec<Code>,
    /// Its price in those editions, through their channel only.
    pub jbl_price: Option<Rupiah>,
    /// A valid halal certificate stands behind it.
    pub halal: bool,
    /// Passed curation, with that grade.
    pub grade: Option<Grade>,
    /// Ways to order it.
    pub channels: Vec<Channel>,
    /// Further words it is found by.
    pub keywords: String,
    /// When its published content last changed.
    pub updated: Option<Date>,
}

impl Card {
    /// Whether it can be had before a day, if it is ordered today: it is ready, or is made in fewer days than are left.
    pub fn ready_before(&self, today: Date, day: Date) -> bool {
        match self.stock {
            Stock::Siap => true,
            Stock::Po => self.preorder_days.is_some_and(|days| today.plus(i32::from(days)) < day),
            Stock::Habis => false,
        }
    }
}

/// A product with everything its page shows.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Product {
    /// The part that lists show too.
    pub card: Card,
    /// In the seller's words.
    pub description: String,
    /// All pictures, the card's first.
    pub pictures: Vec<Picture>,
    /// What is to be chosen.
    pub variants: Vec<VariantGroup>,
    /// Ways to order, the product's own or the seller's.
    pub links: OrderLinks,
    /// Where it is sold in its JBL edition.
    pub jbl_link: Option<SafeLink>,
    /// How many can be made a day.
    pub daily_capacity: Option<u32>,
    /// Days it keeps.
    pub shelf_life_days: Option<u16>,
    /// Whether tax is in the price, where known.
    pub tax: Option<Tax>,
    /// What it can be at a meeting.
    pub servings: Vec<Serving>,
    /// How it reaches the buyer.
    pub delivery: Delivery,
    /// Halal certificate.
    pub halal: Option<Permit>,
    /// Home-industry food permit.
    pub pirt: Option<Permit>,
    /// Registration with the food and drug agency.
    pub bpom: Option<Permit>,
    /// The seller holds a business number.
    pub nib: bool,
    /// Fit for Gebetan packages.
    pub gebetan: bool,
}

/// Keys under which a listing stands in its shard.
const SOLD: &str = "sold";
const WITHDRAWN: &str = "withdrawn";

/// What a product's address leads to.
#[derive(Clone, Debug, PartialEq, Hash)]
pub enum Listing {
    /// On sale.
    Sold(Box<Product>),
    /// No longer sold: its name, seller and kind remain, so that old links lead somewhere.
    Withdrawn(Withdrawn),
}

/// What remains of a product that is no longer sold.
#[derive(Clone, Debug, PartialEq, Hash)]
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

worded!(
    Tax,
    |tax: &Tax| tax.word().to_owned(),
    |text: &str| Tax::ALL.into_iter().find(|tax| tax.word() == text),
    Tax::ALL[0]
);
worded!(
    Serving,
    |serving: &Serving| serving.word().to_owned(),
    |text: &str| Serving::ALL.into_iter().find(|serving| serving.word() == text),
    Serving::ALL[0]
);
worded!(
    Picture,
    |picture: &Picture| picture.stem.clone(),
    |text: &str| Some(Picture { stem: text.to_owned() }),
    Picture { stem: String::new() }
);
record!(Card {
    code,
    name,
    seller,
    shop,
    kecamatan,
    category,
    subcategory,
    price,
    unit,
    measure,
    picture,
    stock,
    preorder_days,
    minimum,
    has_variants,
    jbl,
    jbl_price,
    halal,
    grade,
    channels,
    keywords,
    updated,
});
record!(Product {
    card,
    description,
    pictures,
    variants,
    links,
    jbl_link,
    daily_capacity,
    shelf_life_days,
    tax,
    servings,
    delivery,
    halal,
    pirt,
    bpom,
    nib,
    gebetan,
});
record!(Withdrawn { code, name, seller, shop, category });

impl Wire for Stock {
    /// Ready is what goes without saying.
    fn to_wire(&self) -> Value {
        if *self == Self::Siap { Value::Null } else { Value::String(self.word().to_owned()) }
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        let word = value.as_str().and_then(Self::from_word);
        if value.is_null() { Self::Siap } else { damage.unless(word, Self::Siap) }
    }
}

impl serde::Serialize for Stock {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Wire for Listing {
    fn to_wire(&self) -> Value {
        let (key, record) = match self {
            Self::Sold(product) => (SOLD, product.to_wire()),
            Self::Withdrawn(withdrawn) => (WITHDRAWN, withdrawn.to_wire()),
        };
        let mut listing = Map::default();
        put(&mut listing, key, record);
        Value::Object(listing)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        let mut listing = fields(value, damage);
        match take(&mut listing, SOLD, damage) {
            Some(product) => Self::Sold(product),
            None => Self::Withdrawn(take(&mut listing, WITHDRAWN, damage)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pictures_name_holds_its_source_and_its_colour() {
        let picture = Picture::new("0123456789abcdef", "8a6");
        assert_eq!(picture.jpeg(), "/foto/0123456789abcdef8a6-640.jpg");
        assert_eq!(Picture::of_jpeg("0123456789abcdef8a6-640.jpg"), Some(picture.clone()));
        assert_eq!((picture.source(), picture.colour()), ("0123456789abcdef", Some("8a6")));
        let clear = Picture::new("0123456789abcdef", "");
        assert_eq!((clear.source(), clear.colour()), ("0123456789abcdef", None));
        for other in ["a-320.webp", "a-640.jpg.baru", "kunci", "a.jpg"] {
            assert_eq!(Picture::of_jpeg(other), None, "{other}");
        }
    }
}
