//! Whole rupiah: reading what staff write, adding without overflow, and the one way a price is shown.
//!
//! No fraction, no other currency, no tax arithmetic: whether tax is included is data, never computed.

use crate::domain::gather::Gather;
use crate::domain::wire::{Damage, Value, Wire};
use std::fmt;

/// Whole rupiah.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Rupiah(u64);

/// A trillion rupiah: no order of a micro-business comes near, and a thousand such lines still fit in 64 bits.
const MOST: u64 = 1_000_000_000_000;
/// Under this, a numeric cell has most likely eaten the thousands (15.000 read as 15).
const LEAST_PRICE: u64 = 100;

/// Why a text is no price. Each is an error of the row: a guessed price is worse than none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PriceError {
    /// Nothing that reads as a number.
    #[error("not a price")]
    NotANumber,
    /// `15,000` or `1.5jt`: two readings, a thousandfold apart.
    #[error("can be read in two ways")]
    Ambiguous,
    /// Below Rp100.
    #[error("below Rp100")]
    TooSmall,
    /// Above a trillion.
    #[error("too large")]
    TooLarge,
    /// `10.000-12.000`: which one?
    #[error("two prices in one cell")]
    Two,
    /// Minus something.
    #[error("negative")]
    Negative,
    /// Nothing is for free here.
    #[error("zero")]
    Zero,
    /// Sen do not exist any more.
    #[error("a fraction of a rupiah")]
    Fraction,
    /// `1,5E+04`: a spreadsheet's doing.
    #[error("scientific notation")]
    Scientific,
    /// A date stands where the price should.
    #[error("a date")]
    Date,
}

impl Rupiah {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole rupiah.
    pub const fn new(rupiah: u64) -> Self {
        Self(rupiah)
    }

    /// As a plain number.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The sum, or `None` above a trillion.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).filter(|sum| *sum <= MOST).map(Self)
    }

    /// The price with a variant's surcharge or discount; never below zero or above a trillion.
    pub fn shifted(self, by: i64) -> Self {
        Self(self.0.saturating_add_signed(by).min(MOST))
    }

    /// The price of several, or `None` above a trillion.
    pub fn times(self, quantity: u32) -> Option<Self> {
        self.0.checked_mul(u64::from(quantity)).filter(|product| *product <= MOST).map(Self)
    }

    /// Reads a price as staff write it; docs/tayang.md lists the forms.
    pub fn parse_price(text: &str) -> Result<Self, PriceError> {
        parse(text).and_then(Self::price)
    }

    /// A number from a numeric cell.
    pub fn price_from_number(number: f64) -> Result<Self, PriceError> {
        if !number.is_finite() {
            return Err(PriceError::NotANumber);
        }
        if number < 0.0 {
            return Err(PriceError::Negative);
        }
        if number.fract() != 0.0 {
            return Err(PriceError::Fraction);
        }
        if number > MOST as f64 {
            return Err(PriceError::TooLarge);
        }
        // Whole and in range, as just checked.
        Self::price(number as u64)
    }

    fn price(rupiah: u64) -> Result<Self, PriceError> {
        match rupiah {
            0 => Err(PriceError::Zero),
            1..LEAST_PRICE => Err(PriceError::TooSmall),
            LEAST_PRICE..=MOST => Ok(Self(rupiah)),
            _ => Err(PriceError::TooLarge),
        }
    }

    /// Reads a plain amount such as a variant's surcharge: like a price, but small ones are fine.
    pub fn parse_amount(text: &str) -> Result<Self, PriceError> {
        parse(text).and_then(|amount| {
            if amount > MOST { Err(PriceError::TooLarge) } else { Ok(Self(amount)) }
        })
    }
}

fn parse(text: &str) -> Result<u64, PriceError> {
    let lower = text.trim().to_ascii_lowercase().replace('\u{a0}', " ");
    let mut body = lower.as_str();
    for prefix in ["rp.", "rp", "idr"] {
        if let Some(rest) = body.strip_prefix(prefix) {
            body = rest.trim_start();
            break;
        }
    }
    if body.starts_with('-') || body.starts_with('−') || lower.starts_with("(") {
        return Err(PriceError::Negative);
    }
    for suffix in [",--", ",-", ".-"] {
        if let Some(rest) = body.strip_suffix(suffix) {
            body = rest;
            break;
        }
    }
    let (body, scale) = scaled(body.trim());
    if let Some(error) = misread(body) {
        return Err(error);
    }
    let (whole, decimals) = match body.split_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => (body, ""),
    };
    let grouped = whole.contains('.');
    let digits = ungroup(whole, scale)?;
    let amount: u64 = digits.parse().map_err(|_| {
        if digits.is_empty() { PriceError::NotANumber } else { PriceError::TooLarge }
    })?;
    let fraction = decimal(decimals, scale, grouped)?;
    amount.checked_mul(scale).and_then(|sum| sum.checked_add(fraction)).ok_or(PriceError::TooLarge)
}

/// Takes `ribu`, `rb`, `k`, `juta`, `jt` off the end: the rest and what it is multiplied by.
fn scaled(body: &str) -> (&str, u64) {
    for (word, scale) in
        [("ribu", 1_000), ("rb", 1_000), ("k", 1_000), ("juta", 1_000_000), ("jt", 1_000_000)]
    {
        if let Some(rest) = body.strip_suffix(word) {
            return (rest.trim_end(), scale);
        }
    }
    (body, 1)
}

/// Names what stands there instead of one number, if anything does.
fn misread(body: &str) -> Option<PriceError> {
    if body.is_empty() {
        return Some(PriceError::NotANumber);
    }
    if body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return (!body.starts_with(|c: char| c.is_ascii_digit())).then_some(PriceError::NotANumber);
    }
    let numbers: Vec<&str> =
        body.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).gather();
    let marks = |mark: char| body.matches(mark).count();
    if numbers.is_empty() {
        return Some(PriceError::NotANumber);
    }
    if body.contains('e')
        && body.chars().all(|c| c.is_ascii_digit() || matches!(c, 'e' | '+' | '-' | '.' | ','))
    {
        return Some(PriceError::Scientific);
    }
    let date_like = (marks('/') == 2 || marks('-') == 2)
        && numbers.len() == 3
        && numbers.iter().all(|part| part.len() <= 2 || part.len() == 4)
        && numbers.iter().any(|part| part.len() == 4);
    if date_like {
        return Some(PriceError::Date);
    }
    let two = ["-", "–", "/", "s/d", "sampai", " ", "~", "rp", "atau"]
        .iter()
        .any(|mark| body.split_once(mark).is_some_and(|(a, b)| has_digit(a) && has_digit(b)));
    Some(if two { PriceError::Two } else { PriceError::NotANumber })
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

/// The digits of a whole number that may carry thousands dots, or why the dots do not make sense.
fn ungroup(whole: &str, scale: u64) -> Result<String, PriceError> {
    if !whole.contains('.') {
        return Ok(whole.to_owned());
    }
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let well_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    match (well_grouped, scale) {
        (true, 1) => Ok(whole.replace('.', "")),
        // "1.500 ribu" and "1.5jt" may mean a decimal point or thousands.
        (_, 1) if first.len() > 3 || whole.matches('.').count() > 1 => Err(PriceError::NotANumber),
        _ => Err(PriceError::Ambiguous),
    }
}

/// What stands behind a decimal comma, in rupiah.
fn decimal(decimals: &str, scale: u64, grouped: bool) -> Result<u64, PriceError> {
    if decimals.is_empty() {
        return Ok(0);
    }
    if !decimals.chars().all(|c| c.is_ascii_digit()) {
        return Err(PriceError::Ambiguous);
    }
    if scale == 1 {
        let zero = decimals.chars().all(|c| c == '0');
        return match decimals.len() {
            // "15,000" is fifteen to a reader of Indonesian and fifteen thousand to a spreadsheet.
            3 if !grouped => Err(PriceError::Ambiguous),
            _ if zero && decimals.len() <= 2 => Ok(0),
            _ => Err(PriceError::Fraction),
        };
    }
    let mut unit = scale;
    let mut sum = 0;
    for digit in decimals.bytes() {
        let value = u64::from(digit - b'0');
        if unit == 1 && value > 0 {
            return Err(PriceError::Fraction);
        }
        unit = (unit / 10).max(1);
        sum += value * unit;
    }
    Ok(sum)
}

impl fmt::Display for Rupiah {
    /// `Rp15.000`: dots between the thousands, no space, no decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rp")?;
        f.write_str(&grouped(self.0))
    }
}

/// A number with dots between the thousands, as Indonesian writes it.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

impl Wire for Rupiah {
    fn to_wire(&self) -> Value {
        Value::number(self.0)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        Self(damage.unless(value.as_number().filter(|rupiah| *rupiah <= MOST), 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_fifteen_thousand_is_one_price() {
        for text in [
            "15000",
            "15.000",
            "Rp 15.000,-",
            "Rp15.000,00",
            "15rb",
            "15 ribu",
            "Rp. 15.000",
            " 15000 ",
            "15000,00",
            "15k",
            "IDR 15.000",
            "rp15.000",
        ] {
            assert_eq!(Rupiah::parse_price(text), Ok(Rupiah(15_000)), "{text}");
        }
    }

    #[test]
    fn millions_may_have_a_decimal_comma() {
        for text in ["1,5 jt", "1,5 juta", "1.500.000", "1500 ribu", "Rp1,50jt"] {
            assert_eq!(Rupiah::parse_price(text), Ok(Rupiah(1_500_000)), "{text}");
        }
        assert_eq!(Rupiah::parse_price("1,25rb"), Ok(Rupiah(1_250)));
    }

    #[test]
    fn what_is_no_single_clear_price_is_refused() {
        for (text, error) in [
            ("15,000", PriceError::Ambiguous),
            ("1.5jt", PriceError::Ambiguous),
            ("1.500rb", PriceError::Ambiguous),
            ("15.5", PriceError::Ambiguous),
            ("15", PriceError::TooSmall),
            ("0", PriceError::Zero),
            ("-15000", PriceError::Negative),
            ("Rp -15.000", PriceError::Negative),
            ("15.000,50", PriceError::Fraction),
            ("15,5", PriceError::Fraction),
            ("1,2345rb", PriceError::Fraction),
            ("1,5E+04", PriceError::Scientific),
            ("1.5e4", PriceError::Scientific),
            ("15/11/2026", PriceError::Date),
            ("2026-11-15", PriceError::Date),
            ("10.000-12.000", PriceError::Two),
            ("10.000 / 12.000", PriceError::Two),
            ("10rb 12rb", PriceError::Two),
            ("hubungi kami", PriceError::NotANumber),
            ("", PriceError::NotANumber),
            ("1.0000.000", PriceError::NotANumber),
            ("99999999999999999999", PriceError::TooLarge),
        ] {
            assert_eq!(Rupiah::parse_price(text), Err(error), "{text}");
        }
    }

    #[test]
    fn numeric_cells_are_whole_prices_or_refused() {
        assert_eq!(Rupiah::price_from_number(15_000.0), Ok(Rupiah(15_000)));
        assert_eq!(Rupiah::price_from_number(15.0), Err(PriceError::TooSmall));
        assert_eq!(Rupiah::price_from_number(15.5), Err(PriceError::Fraction));
        assert_eq!(Rupiah::price_from_number(f64::NAN), Err(PriceError::NotANumber));
        assert_eq!(Rupiah::price_from_number(1e18), Err(PriceError::TooLarge));
    }

    #[test]
    fn prices_read_back_as_they_are_shown() {
        for rupiah in [100, 999, 1_000, 15_000, 1_250_000, 999_999_999_999] {
            assert_eq!(Rupiah::parse_price(&Rupiah(rupiah).to_string()), Ok(Rupiah(rupiah)));
        }
        assert_eq!(Rupiah(1_250_000).to_string(), "Rp1.250.000");
    }

    #[test]
    fn sums_stop_at_a_trillion() {
        assert_eq!(Rupiah(MOST).plus(Rupiah(1)), None);
        assert_eq!(Rupiah(MOST).times(2), None);
        assert_eq!(Rupiah(15_000).times(3), Some(Rupiah(45_000)));
        assert_eq!(Rupiah(10_000).shifted(-15_000), Rupiah(0));
    }
}
