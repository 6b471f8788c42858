//! Dates and moments in WIB (UTC+7, all year): reading, showing, comparing.
//!
//! There is no clock here and no phone's zone: whoever asks brings the moment.

use crate::domain::gather::Gather;
use crate::domain::wire::{Damage, Value, Wire, worded};
use std::fmt;

/// Western Indonesian time is seven hours ahead of UTC, without summer time.
const WIB: i64 = 7 * 3600;
/// Seconds in a day.
const DAY: i64 = 86_400;

/// A calendar day, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// An instant, as seconds since 1970-01-01 00.00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct DateError;

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
/// Other spellings that spreadsheets and people use, with the month's number.
const MONTH_VARIANTS: [(&str, u32); 10] = [
    ("may", 5),
    ("agt", 8),
    ("ags", 8),
    ("aug", 8),
    ("august", 8),
    ("oct", 10),
    ("october", 10),
    ("nop", 11),
    ("nopember", 11),
    ("dec", 12),
];
const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

impl Date {
    /// A day of the civil calendar, if it exists.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || !(1900..=2999).contains(&year) || day == 0 {
            return None;
        }
        let date = Self(days_from_civil(year, month, day));
        (date.parts() == (year, month, day)).then_some(date)
    }

    /// Days since 1970-01-01: the seed of everything that turns by day.
    pub fn days(self) -> i32 {
        self.0
    }

    /// The day that many days later (or earlier).
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Year, month (1–12) and day (1–31).
    pub fn parts(self) -> (i32, u32, u32) {
        civil_from_days(self.0)
    }

    /// 0 is Monday, 4 is Friday.
    pub fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// The first Friday after it.
    pub fn next_friday(self) -> Self {
        const FRIDAY: i32 = 4;
        let ahead = (FRIDAY - self.weekday() as i32).rem_euclid(7);
        self.plus(if ahead == 0 { 7 } else { ahead })
    }

    /// Its first moment in WIB.
    pub fn start(self) -> Moment {
        Moment(i64::from(self.0) * DAY - WIB)
    }

    /// That time of the day in WIB.
    pub fn at(self, hour: u32, minute: u32) -> Moment {
        Moment(self.start().0 + i64::from(hour) * 3600 + i64::from(minute) * 60)
    }

    /// "20261127": ISO 8601's basic form.
    pub fn basic(self) -> String {
        let (year, month, day) = self.parts();
        format!("{year:04}{month:02}{day:02}")
    }

    /// "27 Nov 2026".
    pub fn short(self) -> String {
        let (year, month, day) = self.parts();
        format!("{day} {} {year}", short_month(month))
    }

    /// "27 Nov": for sentences in which the year is plain.
    pub fn day_month(self) -> String {
        let (_, month, day) = self.parts();
        format!("{day} {}", short_month(month))
    }

    /// "Jumat 27 Nov 2026".
    pub fn long(self) -> String {
        format!("{} {}", weekday_name(self), self.short())
    }

    /// Reads a day in any of the forms of the contract; a time of day behind it is an error here.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match parse_when(text)? {
            (date, None) => Ok(date),
            (_, Some(_)) => Err(DateError),
        }
    }
}

/// "Jumat".
pub fn weekday_name(date: Date) -> &'static str {
    WEEKDAYS.get(date.weekday()).copied().unwrap_or_default()
}

/// "November", of a month counted from 1.
pub(in crate::domain) fn month_name(month: u32) -> &'static str {
    MONTHS.get(month as usize - 1).copied().unwrap_or_default()
}

fn short_month(month: u32) -> &'static str {
    SHORT_MONTHS.get(month as usize - 1).copied().unwrap_or_default()
}

impl Moment {
    /// The day it is in WIB.
    pub fn date(self) -> Date {
        Date((self.0 + WIB).div_euclid(DAY) as i32)
    }

    /// Hour and minute in WIB.
    pub fn clock(self) -> (u32, u32) {
        let seconds = (self.0 + WIB).rem_euclid(DAY) as u32;
        (seconds / 3600, seconds % 3600 / 60)
    }

    /// "07.05": the time of day in WIB.
    pub fn hhmm(self) -> String {
        let (hour, minute) = self.clock();
        format!("{hour:02}.{minute:02}")
    }

    /// "20261127T030000Z": the instant in UTC, in ISO 8601's basic form.
    pub fn basic_utc(self) -> String {
        // The clock of an instant seven hours earlier reads in WIB what this one's reads in UTC.
        let shifted = Self(self.0 - WIB);
        let ((hour, minute), second) = (shifted.clock(), self.0.rem_euclid(60));
        format!("{}T{hour:02}{minute:02}{second:02}Z", shifted.date().basic())
    }

    /// "Jumat 27 Nov, 23.59 WIB".
    pub fn long(self) -> String {
        let date = self.date();
        format!("{} {}, {} WIB", weekday_name(date), date.day_month(), self.hhmm())
    }
}

/// Reads a day, and a time where one stands behind it: `2026-11-27 10.00`, `27/11/2026`, `27 November 2026`.
pub fn parse_when(text: &str) -> Result<(Date, Option<(u32, u32)>), DateError> {
    let text = text.trim().trim_end_matches("WIB").trim_end();
    let words: Vec<&str> = text.split([' ', 'T', ',']).filter(|word| !word.is_empty()).gather();
    let (date_words, time) = match words.split_last() {
        Some((last, rest)) if !rest.is_empty() && is_time(last) => (rest, Some(parse_time(last)?)),
        _ => (words.as_slice(), None),
    };
    let date_words = match date_words {
        // "Jumat 27 November 2026": the weekday's name is decoration.
        [weekday, rest @ ..] if !rest.is_empty() && weekday.chars().all(char::is_alphabetic) => {
            rest
        }
        all => all,
    };
    let date = match date_words {
        [one] => numeric_date(one)?,
        [day, month, year] => {
            Date::new(number(year)?, month_number(month).ok_or(DateError)?, number(day)?)
                .ok_or(DateError)?
        }
        _ => return Err(DateError),
    };
    Ok((date, time))
}

fn is_time(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', ':']).gather();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| (1..=2).contains(&part.len()) && number::<u32>(part).is_ok())
}

fn parse_time(word: &str) -> Result<(u32, u32), DateError> {
    let mut parts = word.split(['.', ':']);
    let hour: u32 = number(parts.next().unwrap_or_default())?;
    let minute: u32 = number(parts.next().unwrap_or_default())?;
    if hour > 23 || minute > 59 { Err(DateError) } else { Ok((hour, minute)) }
}

fn numeric_date(word: &str) -> Result<Date, DateError> {
    let parts: Vec<&str> = word.split(['-', '/', '.']).gather();
    let [a, b, c] = parts.as_slice() else { return Err(DateError) };
    let date = if a.len() == 4 {
        Date::new(number(a)?, number(b)?, number(c)?)
    } else if c.len() == 4 {
        // Day first, as everywhere in Indonesia; 11/27/2026 is refused because no month 27 exists.
        let month = month_number(b).map_or_else(|| number(b), Ok)?;
        Date::new(number(c)?, month, number(a)?)
    } else {
        None
    };
    date.ok_or(DateError)
}

/// The month that a word names, counted from 1.
pub(in crate::domain) fn month_number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let named = |names: &[&str; 12]| {
        names.iter().position(|name| name.to_ascii_lowercase() == word).map(|at| at as u32 + 1)
    };
    named(&MONTHS)
        .or_else(|| named(&SHORT_MONTHS))
        .or_else(|| MONTH_VARIANTS.iter().find(|(name, _)| *name == word).map(|(_, month)| *month))
}

fn number<T: std::str::FromStr>(word: &str) -> Result<T, DateError> {
    if word.is_empty() || word.len() > 4 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError);
    }
    word.parse().map_err(|_| DateError)
}

impl fmt::Display for Date {
    /// ISO 8601: `2026-11-27`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

// The two conversions below are the well-known civil-calendar arithmetic over 400-year eras of 146,097 days,
// with the year taken to begin in March so that the leap day falls at its end.

fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    // 719,468 days lie between 0000-03-01 and 1970-01-01.
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month as u32, day as u32)
}

worded!(
    Date,
    |date: &Date| date.to_string(),
    |text: &str| numeric_date(text).ok(),
    Moment(0).date()
);

impl Wire for Moment {
    fn to_wire(&self) -> Value {
        Value::Number(self.0)
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        Self(damage.unless(value.as_number(), 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    #[test]
    fn every_date_form_of_the_contract_is_one_day() {
        for text in [
            "2026-11-27",
            "27/11/2026",
            "27 November 2026",
            "27 Nov 2026",
            "27-11-2026",
            "Jumat, 27 November 2026",
            "27-Nov-2026",
        ] {
            assert_eq!(date(text).to_string(), "2026-11-27", "{text}");
        }
    }

    #[test]
    fn a_time_may_stand_behind_the_day() {
        for text in
            ["2026-11-27 10.00", "2026-11-27 10:00", "27/11/2026 10.00 WIB", "2026-11-27T10:00:00"]
        {
            assert_eq!(parse_when(text), Ok((date("2026-11-27"), Some((10, 0)))), "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in
            ["2026-02-29", "11/27/2026", "2026-13-01", "27/11/26", "besok", "", "2026-11-27 25.00"]
        {
            assert_eq!(parse_when(text), Err(DateError), "{text}");
        }
    }

    #[test]
    fn every_day_of_two_centuries_round_trips_and_weekdays_advance() {
        let mut weekday = date("1900-01-01").weekday();
        for days in date("1900-01-01").days()..date("2100-12-31").days() {
            let day = Date(days);
            assert_eq!(Date::parse(&day.to_string()), Ok(day));
            assert_eq!(day.weekday(), weekday);
            weekday = (weekday + 1) % 7;
        }
    }

    #[test]
    fn the_day_turns_at_midnight_in_jakarta() {
        let last = Moment(date("2026-11-27").start().0 - 1);
        assert_eq!(last.date(), date("2026-11-26"));
        assert_eq!(last.hhmm(), "23.59");
        // 17.00 UTC is midnight in Jakarta.
        assert_eq!(date("2026-11-27").start().0.rem_euclid(DAY), 17 * 3600);
        assert_eq!(date("2026-11-27").at(10, 0).long(), "Jumat 27 Nov, 10.00 WIB");
    }

    #[test]
    fn programs_read_the_instant_in_utc() {
        for (moment, text) in [
            (date("2026-11-27").at(10, 0), "20261127T030000Z"),
            (date("2027-01-01").start(), "20261231T170000Z"),
            (Moment(date("2027-01-01").start().0 - 1), "20261231T165959Z"),
            (Moment(0), "19700101T000000Z"),
        ] {
            assert_eq!(moment.basic_utc(), text);
        }
        assert_eq!(date("2026-03-05").basic(), "20260305");
    }
}
