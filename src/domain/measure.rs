//! How much one unit holds (`isi`: `250 g`, `1 l`, `12 pcs`), and the unit price that makes offers comparable.
//!
//! Unlike kinds (mass, volume, count) are never compared.

use crate::domain::money::Rupiah;
use crate::domain::wire::{record, worded};
use std::fmt;

/// What is measured, with its base unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Grams.
    Mass,
    /// Millilitres.
    Volume,
    /// Pieces.
    Count,
}

impl Kind {
    /// The word of its base unit.
    const fn base_unit(self) -> &'static str {
        match self {
            Self::Mass => "g",
            Self::Volume => "ml",
            Self::Count => "pcs",
        }
    }

    /// The amount that unit prices are for, in base units and as it is shown.
    pub const fn base(self) -> (u32, &'static str) {
        match self {
            Self::Mass => (100, "100 g"),
            Self::Volume => (100, "100 ml"),
            Self::Count => (1, "pcs"),
        }
    }

    fn from_base_unit(word: &str) -> Option<Self> {
        [Self::Mass, Self::Volume, Self::Count].into_iter().find(|kind| kind.base_unit() == word)
    }
}

/// A quantity in base units: grams, millilitres or pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// What is measured.
    pub kind: Kind,
    /// How many base units; at least one.
    pub amount: u32,
}

/// A text that is no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a quantity such as 250 g, 1 l or 12 pcs")]
pub struct MeasureError;

impl Measure {
    /// Reads `250 g`, `1,5 kg`, `600ml`, `12 pcs`.
    pub fn parse(text: &str) -> Result<Self, MeasureError> {
        let text = text.trim().to_ascii_lowercase();
        let split = text.find(|c: char| c.is_alphabetic()).ok_or(MeasureError)?;
        let (number, unit) = text.split_at(split);
        let (kind, scale) = match unit.trim().trim_end_matches('.') {
            "g" | "gr" | "gram" => (Kind::Mass, 1),
            "ons" => (Kind::Mass, 100),
            "kg" | "kilo" | "kilogram" => (Kind::Mass, 1_000),
            "ml" | "mililiter" => (Kind::Volume, 1),
            "cl" => (Kind::Volume, 10),
            "l" | "lt" | "ltr" | "liter" => (Kind::Volume, 1_000),
            "pcs" | "pc" | "buah" | "biji" | "butir" | "potong" | "lembar" | "pasang"
            | "keping" | "tusuk" | "sachet" | "porsi" => (Kind::Count, 1),
            "lusin" => (Kind::Count, 12),
            "kodi" => (Kind::Count, 20),
            _ => return Err(MeasureError),
        };
        let amount = scaled_number(number.trim(), scale)?;
        Ok(Self { kind, amount })
    }

    /// The price of 100 g, 100 ml or one piece, rounded to whole rupiah; absent where it says nothing new.
    pub fn unit_price(self, price: Rupiah) -> Option<(Rupiah, &'static str)> {
        let (base, label) = self.kind.base();
        (self.amount != base && self.amount != 0).then(|| (self.price_of_base(price), label))
    }

    /// The price of 100 g, 100 ml or one piece, rounded to whole rupiah.
    pub fn price_of_base(self, price: Rupiah) -> Rupiah {
        let (base, amount) = (u64::from(self.kind.base().0), u64::from(self.amount.max(1)));
        Rupiah::new(price.get().saturating_mul(base).saturating_add(amount / 2) / amount)
    }
}

/// `1,5` of a thousand is 1500; fractions of a base unit and zero are refused, and so are thousands marks.
fn scaled_number(number: &str, scale: u32) -> Result<u32, MeasureError> {
    let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 7 && text.bytes().all(|b| b.is_ascii_digit())
    };
    if !digits(whole)
        || !(decimals.is_empty() && !number.contains(',')
            || digits(decimals) && decimals.len() <= 3)
    {
        return Err(MeasureError);
    }
    let mut amount =
        whole.parse::<u32>().ok().and_then(|n| n.checked_mul(scale)).ok_or(MeasureError)?;
    let mut unit = scale;
    for digit in decimals.bytes().map(|b| u32::from(b - b'0')) {
        if !unit.is_multiple_of(10) && digit > 0 {
            return Err(MeasureError);
        }
        unit /= 10;
        amount = amount.checked_add(digit * unit).ok_or(MeasureError)?;
    }
    if amount == 0 { Err(MeasureError) } else { Ok(amount) }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (large, small) = match self.kind {
            Kind::Mass => ("kg", "g"),
            Kind::Volume => ("l", "ml"),
            Kind::Count => ("", "pcs"),
        };
        if large.is_empty() || self.amount < 1_000 {
            return write!(f, "{} {small}", self.amount);
        }
        let (whole, rest) = (self.amount / 1_000, self.amount % 1_000);
        if rest == 0 {
            write!(f, "{whole} {large}")
        } else {
            write!(f, "{whole},{} {large}", format!("{rest:03}").trim_end_matches('0'))
        }
    }
}

worded!(
    Kind,
    |kind: &Kind| kind.base_unit().to_owned(),
    |text: &str| Kind::from_base_unit(text),
    Kind::Mass
);
record!(Measure { kind, amount });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_into_base_units_and_shown_again() {
        for (text, shown) in [
            ("250 g", "250 g"),
            ("250gr", "250 g"),
            ("1,5 kg", "1,5 kg"),
            ("1 L", "1 l"),
            ("600ml", "600 ml"),
            ("12 pcs", "12 pcs"),
            ("1 lusin", "12 pcs"),
            ("2 ons", "200 g"),
        ] {
            assert_eq!(Measure::parse(text).map(|m| m.to_string()).as_deref(), Ok(shown), "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity_is_refused() {
        for text in [
            "",
            "250",
            "g",
            "banyak",
            "1.500 g",
            "0 g",
            "-5 g",
            "1,2345 kg",
            "1,5 pcs",
            "99999999 kg",
        ] {
            assert_eq!(Measure::parse(text), Err(MeasureError), "{text}");
        }
    }

    #[test]
    fn unit_prices_are_per_hundred_grams_or_piece() {
        let unit = |text: &str, price| {
            Measure::parse(text).ok().and_then(|m| m.unit_price(Rupiah::new(price)))
        };
        assert_eq!(unit("250 g", 18_000), Some((Rupiah::new(7_200), "100 g")));
        assert_eq!(unit("6 pcs", 30_000), Some((Rupiah::new(5_000), "pcs")));
        assert_eq!(unit("100 g", 9_000), None);
        assert_eq!(unit("1 pcs", 9_000), None);
    }
}
