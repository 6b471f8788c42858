//! Monthly rounds of Gebetan UMKM: until when offices order, and whose goods they choose from.
//!
//! What a package costs is the market's setting; which goods take part is the products' own word.

use crate::domain::code::Code;
use crate::domain::seller::WhatsApp;
use crate::domain::time::{Date, DateError, Moment, month_name, month_number};
use crate::domain::wire::{record, worded};
use std::fmt;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    /// From 1.
    month: u32,
}

impl Month {
    /// The month in which a day lies.
    pub fn of(day: Date) -> Self {
        let (year, month, _) = day.parts();
        Self { year, month }
    }

    /// Reads `2026-12`, `12/2026`, `Desember 2026`, and any day of the month. A year of two digits is refused: in
    /// "Des-26" the number may as well be the day.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if let Ok(day) = Date::parse(text) {
            return Ok(Self::of(day));
        }
        let parts: Vec<&str> =
            text.split([' ', '-', '/', '.']).filter(|part| !part.is_empty()).collect();
        let (year, month) = match parts.as_slice() {
            [year, month] if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => {
                (year, month)
            }
            [month, year] if year.len() == 4 => (year, month),
            _ => return Err(DateError),
        };
        let year = year.parse().map_err(|_| DateError)?;
        let month = month_number(month).or_else(|| month.parse().ok()).ok_or(DateError)?;
        Date::new(year, month, 1).map(Self::of).ok_or(DateError)
    }

    /// "Desember 2026".
    pub fn name(self) -> String {
        format!("{} {}", month_name(self.month), self.year)
    }
}

impl fmt::Display for Month {
    /// `2026-12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// One round.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Its lasting name.
    pub code: Code,
    /// The month it is for.
    pub month: Month,
    /// The first moment at which no order is taken any more.
    pub closes: Moment,
    /// The day on which the packages are brought.
    pub delivers: Option<Date>,
    /// Who collects the orders.
    pub cooperative: String,
    /// Its number.
    pub contact: Option<WhatsApp>,
    /// Whose goods are offered, by code; each seller takes part once.
    pub sellers: Vec<Code>,
    /// Anything else worth saying.
    pub note: String,
}

worded!(
    Month,
    |month: &Month| month.to_string(),
    |text: &str| Month::parse(text).ok(),
    Month::of(Moment(0).date())
);
record!(Round { code, month, closes, delivers, cooperative, contact, sellers, note });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_however_it_is_written() {
        for text in [
            "2026-12",
            "2026/12",
            "12/2026",
            "12-2026",
            "Desember 2026",
            "des 2026",
            "2026 Desember",
            "2026-12-01",
            "1 Desember 2026",
        ] {
            assert_eq!(Month::parse(text).map(|month| month.to_string()), Ok("2026-12".into()));
        }
        assert_eq!(Month::parse("2027-03").map(Month::name), Ok("Maret 2027".into()));
    }

    #[test]
    fn what_may_mean_a_day_or_no_month_is_refused() {
        for text in ["Des-26", "12", "2026", "2026-13", "0-2026", "Desember", "bulan depan", ""] {
            assert_eq!(Month::parse(text), Err(DateError), "{text}");
        }
    }

    #[test]
    fn months_stand_in_the_order_of_time() {
        let month = |text: &str| Month::parse(text).expect(text);
        assert!(month("2026-12") < month("2027-01"));
        assert!(month("2027-01") < month("2027-11"));
    }
}
