//! Identifiers of permits: what a valid one looks like, what merely deserves a look, and what is personal.
//!
//! Formats and their sources: NIB is 13 digits (OSS); P-IRT is 15 digits of which the last two are the year it
//! ends (BPOM rule 22/2018), older ones have 12; food of BPOM is MD or ML with 12 digits, or 15 digits since the
//! risk-based scheme; a halal certificate is `ID` with 14 to 17 digits, and the "KH" number is the decree's and
//! not the certificate's (BPJPH). Where a format is uncertain it is a doubt, not a refusal.

use crate::domain::fold::is_invisible;
use crate::domain::time::Date;
use crate::domain::wire::record;
use std::borrow::Cow;

/// A permit as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Permit {
    /// Its number in the form its office writes it.
    pub number: String,
    /// The last day it holds, where known.
    pub until: Option<Date>,
}

impl Permit {
    /// Whether it holds on that day; one without an end holds.
    pub fn holds_on(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

/// Which identifier a text should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PermitKind {
    /// Business number.
    Nib,
    /// Home-industry food permit.
    Pirt,
    /// Registration with the food and drug agency.
    Bpom,
    /// Halal certificate.
    Halal,
}

/// Why a text is not published as that identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PermitError {
    /// `9,12E+12` or a long number ending in zeros: a spreadsheet has lost digits.
    #[error("damaged by a spreadsheet")]
    Damaged,
    /// The number of the decree, not of the certificate.
    #[error("the KH number is not the certificate's")]
    KhNumber,
    /// Anything else that is not of the kind.
    #[error("not of the expected form")]
    Form,
}

/// A number read, and whether its form deserves a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The permit.
    pub permit: Permit,
    /// Its length or prefix is unusual.
    pub doubtful: bool,
}

/// Reads an identifier as staff write it, with or without its prefix, dots, hyphens and spaces.
pub fn read(kind: PermitKind, text: &str) -> Result<Reading, PermitError> {
    let plain: String =
        text.to_ascii_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if is_damaged(text) {
        return Err(PermitError::Damaged);
    }
    let reading = |number: String, until, doubtful| {
        Ok(Reading { permit: Permit { number, until }, doubtful })
    };
    match kind {
        PermitKind::Nib => {
            let digits = strip(&plain, &["NIB"]);
            if digits.len() == 13 && all_digits(digits) {
                reading(digits.to_owned(), None, false)
            } else {
                Err(PermitError::Form)
            }
        }
        PermitKind::Pirt => {
            let digits = strip(&plain, &["SPPIRTNO", "SPPIRT", "PIRTNO", "PIRT"]);
            if !all_digits(digits) || digits.len() < 12 {
                return Err(PermitError::Form);
            }
            match digits.split_at_checked(13) {
                Some((number, year)) if year.len() == 2 => {
                    let until =
                        year.parse().ok().and_then(|year: i32| Date::new(2000 + year, 12, 31));
                    reading(format!("{number}-{year}"), until, false)
                }
                // Twelve digits are the old form; any other length is published with a question.
                _ => reading(digits.to_owned(), None, digits.len() != 12),
            }
        }
        PermitKind::Bpom => {
            let number = strip(&plain, &["BPOMRI", "BPOM"]);
            let bare = strip(number, &["MD", "ML", "NA"]);
            if !all_digits(bare) || !(11..=15).contains(&bare.len()) {
                return Err(PermitError::Form);
            }
            let prefix = number.strip_suffix(bare).unwrap_or_default();
            let usual =
                matches!((prefix, bare.len()), ("MD" | "ML", 12 | 15) | ("", 15) | ("NA", 11));
            reading(number.to_owned(), None, !usual)
        }
        PermitKind::Halal => {
            if plain.starts_with("KH") {
                return Err(PermitError::KhNumber);
            }
            let digits = plain.strip_prefix("ID").unwrap_or(&plain);
            if !all_digits(digits) || digits.len() < 8 {
                return Err(PermitError::Form);
            }
            reading(
                format!("ID{digits}"),
                None,
                !plain.starts_with("ID") || !(14..=17).contains(&digits.len()),
            )
        }
    }
}

/// Digits that a spreadsheet has lost: scientific notation, or sixteen and more digits ending in zeros.
pub fn is_damaged(text: &str) -> bool {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return false;
    }
    let scientific = text.to_ascii_uppercase().split_once("E+").is_some_and(|(a, b)| {
        !a.is_empty()
            && a.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            && all_digits(b)
    });
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // Fifteen digits are kept; every one behind them has become a zero.
    let lost = digits.get(KEPT_DIGITS..).unwrap_or_default();
    scientific
        || (!lost.is_empty()
            && lost.bytes().all(|b| b == b'0')
            && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ' '))
}

/// How many digits of a number a spreadsheet keeps.
const KEPT_DIGITS: usize = 15;

/// Whether a text holds a NIK or a personal NPWP, which are never published and never printed back.
///
/// A NIK is exactly 16 digits of which the 7th to 12th are a birth date, the day plus 40 for women.
/// What a reader sees counts: invisible characters between digits and digits of another script hide nothing.
pub fn holds_personal_number(text: &str) -> bool {
    let text = as_seen(text);
    let text = text.as_ref();
    // Nearly every text has fewer digits than the shorter of the two, and there are many texts.
    if text.bytes().filter(u8::is_ascii_digit).nth(NPWP_DIGITS - 1).is_none() {
        return false;
    }
    runs(text).any(|run| is_nik(&run)) || has_dotted_npwp(text)
}

/// The text with plain digits, spaces and hyphens, and without what shows nothing.
fn as_seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| match c {
        _ if c.is_whitespace() => ' ',
        '\u{2010}'..='\u{2015}' | '−' => '-',
        '０'..='９' => digit(c, '０'),
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        other => other,
    };
    Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).map(plain).collect())
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// Digits of an NPWP; a NIK has one more.
const NPWP_DIGITS: usize = 15;

/// Runs of digits, looking through single spaces, dots and hyphens between groups.
fn runs(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '.' | '-')))
        .map(|run| run.chars().filter(char::is_ascii_digit).collect())
        .chain(text.split(|c: char| !c.is_ascii_digit()).map(str::to_owned))
}

fn is_nik(digits: &str) -> bool {
    if digits.len() != 16 {
        return false;
    }
    let part = |from: usize, to: usize| {
        digits.get(from..to).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0)
    };
    let (day, month) = (part(6, 8), part(8, 10));
    let day = if day > 40 { day - 40 } else { day };
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// `NN.NNN.NNN.N-NNN.NNN`.
fn has_dotted_npwp(text: &str) -> bool {
    const SHAPE: &[u8] = b"00.000.000.0-000.000";
    text.as_bytes().windows(SHAPE.len()).any(|window| {
        window
            .iter()
            .zip(SHAPE)
            .all(|(byte, shape)| if *shape == b'0' { byte.is_ascii_digit() } else { byte == shape })
    })
}

fn strip<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

record!(Permit { number, until });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_read_with_or_without_their_prefixes() {
        for (kind, text, number, doubtful) in [
            (PermitKind::Nib, "0220001234567", "0220001234567", false),
            (PermitKind::Pirt, "P-IRT No. 2063171010123-29", "2063171010123-29", false),
            (PermitKind::Pirt, "206317101012", "206317101012", false),
            (PermitKind::Pirt, "20631710101234", "20631710101234", true),
            (PermitKind::Bpom, "BPOM RI MD 240935001200", "MD240935001200", false),
            (PermitKind::Bpom, "MD240935001200027", "MD240935001200027", false),
            (PermitKind::Bpom, "2409350012000", "2409350012000", true),
            (PermitKind::Halal, "ID31110001234561227", "ID31110001234561227", false),
            (PermitKind::Halal, "ID 3111-0001", "ID31110001", true),
        ] {
            let read = read(kind, text).expect(text);
            assert_eq!((read.permit.number.as_str(), read.doubtful), (number, doubtful), "{text}");
        }
    }

    #[test]
    fn a_pirt_ends_with_the_year_in_its_number() {
        let until = read(PermitKind::Pirt, "2063171010123-29").expect("a P-IRT").permit.until;
        assert_eq!(until.map(|d| d.to_string()).as_deref(), Some("2029-12-31"));
    }

    #[test]
    fn damaged_and_mistaken_numbers_are_refused() {
        assert_eq!(read(PermitKind::Nib, "9,12E+12"), Err(PermitError::Damaged));
        assert_eq!(read(PermitKind::Halal, "ID31110001234560000").map(|r| r.doubtful), Ok(false));
        assert_eq!(read(PermitKind::Halal, "31110001234560000"), Err(PermitError::Damaged));
        assert_eq!(read(PermitKind::Bpom, "24093500120002700"), Err(PermitError::Damaged));
        assert_eq!(read(PermitKind::Halal, "KH.01.23-456"), Err(PermitError::KhNumber));
        assert_eq!(read(PermitKind::Nib, "12345"), Err(PermitError::Form));
    }

    #[test]
    fn a_nik_or_personal_npwp_is_recognised_anywhere_in_a_text() {
        for text in [
            "3174051501900003",
            "NIK: 3174055501900003.",
            "3174 0515 0190 0003",
            "npwp 09.254.294.3-407.000",
            "3174\u{200b}0515\u{ad}0190\u{2060}0003",
            "3174\u{a0}0515\u{2009}0190\u{a0}0003",
            "3174–0515–0190–0003",
            "３１７４０５１５０１９００００３",
            "npwp 09.254.294.3\u{2011}407.000",
        ] {
            assert!(holds_personal_number(text), "{text}");
        }
        for text in [
            "1234567890123",
            "8991234567890123",
            "3174059901900003",
            "12 pcs x 24 = 288",
            "0812-3456-7890",
        ] {
            assert!(!holds_personal_number(text), "{text}");
        }
    }
}
