//! Identifiers of permits: what a valid one looks like, what merely deserves a look, and what is personal.
//!
//! Formats and their sources: NIB is 13 digits (OSS); P-IRT is 15 digits, of which the first is the packaging (1 to 8),
//! the fourth and fifth the province, the last two the year it ends (BPOM rule 22/2018), older ones have 12; food of
//! BPOM is MD or ML with 12 digits, or 15 digits since the risk-based scheme, cosmetics are NA with 11; a halal
//! certificate is `ID` with 14 to 17 digits, and the "KH" number is the decree's and not the certificate's (BPJPH).
//! Where a format is uncertain it is a doubt, not a refusal.

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
    /// Without its own prefix it has the form of a NIK, and could be somebody's.
    #[error("has the form of a personal number")]
    Personal,
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
    if is_damaged(text) {
        return Err(PermitError::Damaged);
    }
    let plain: String =
        text.to_ascii_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = strip(&plain, words(kind));
    if is_nik(plain) {
        return Err(PermitError::Personal);
    }
    let (number, until, doubtful) = match kind {
        PermitKind::Nib => (nib(plain)?, None, false),
        PermitKind::Pirt => pirt(plain)?,
        PermitKind::Bpom => bpom(plain)?,
        PermitKind::Halal => halal(plain)?,
    };
    Ok(Reading { permit: Permit { number, until }, doubtful })
}

/// Words that people write before the number and that are no part of it.
const fn words(kind: PermitKind) -> &'static [&'static str] {
    match kind {
        PermitKind::Nib => &["NOMOR", "NO", "NIB"],
        PermitKind::Pirt => &["NOMOR", "NO", "SPPIRT", "PIRT", "DINKES", "RI"],
        PermitKind::Bpom => &["NOMOR", "NO", "BPOM", "POM", "RI"],
        PermitKind::Halal => &["NOMOR", "NO", "SERTIFIKAT", "HALAL", "BPJPH", "MUI"],
    }
}

fn nib(text: &str) -> Result<String, PermitError> {
    if text.len() == 13 && all_digits(text) { Ok(text.to_owned()) } else { Err(PermitError::Form) }
}

/// The number, the end of its last year, and whether it deserves a look.
fn pirt(digits: &str) -> Result<(String, Option<Date>, bool), PermitError> {
    if !all_digits(digits) || digits.len() < 12 {
        return Err(PermitError::Form);
    }
    match digits.split_at_checked(13) {
        Some((number, year)) if year.len() == 2 => {
            let until = year.parse().ok().and_then(|year: i32| Date::new(2000 + year, 12, 31));
            let packaging = matches!(number.as_bytes().first(), Some(b'1'..=b'8'));
            let province = number.get(3..5).is_some_and(|code| code >= "11");
            Ok((format!("{number}-{year}"), until, !(packaging && province)))
        }
        // Twelve digits are the old form; any other length is published with a question.
        _ => Ok((digits.to_owned(), None, digits.len() != 12)),
    }
}

/// Food and cosmetics have a known form; what else the agency registers (jamu is `TR`) is published with a question.
fn bpom(number: &str) -> Result<(String, Option<Date>, bool), PermitError> {
    let bare = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let prefix = number.strip_suffix(bare).unwrap_or_default();
    let least = if prefix.len() == 2 { 9 } else { 11 };
    if !matches!(prefix.len(), 0 | 2) || !all_digits(bare) || !(least..=15).contains(&bare.len()) {
        return Err(PermitError::Form);
    }
    let usual = matches!((prefix, bare.len()), ("MD" | "ML", 12 | 15) | ("", 15) | ("NA", 11));
    Ok((number.to_owned(), None, !usual))
}

fn halal(text: &str) -> Result<(String, Option<Date>, bool), PermitError> {
    if text.starts_with("KH") {
        return Err(PermitError::KhNumber);
    }
    let digits = text.strip_prefix("ID").unwrap_or(text);
    if !all_digits(digits) || digits.len() < 8 {
        return Err(PermitError::Form);
    }
    let usual = text.starts_with("ID") && (14..=17).contains(&digits.len());
    Ok((format!("ID{digits}"), None, !usual))
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
    if digits.len() != 16 || !all_digits(digits) {
        return false;
    }
    let part = |from: usize, to: usize| {
        digits.get(from..to).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0)
    };
    let (day, month) = (part(6, 8), part(8, 10));
    let day = if day > 40 { day - 40 } else { day };
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// `NN.NNN.NNN.N-NNN.NNN`, with any mark in the hyphen's place.
fn has_dotted_npwp(text: &str) -> bool {
    const SHAPE: &[u8] = b"00.000.000.0-000.000";
    text.as_bytes().windows(SHAPE.len()).any(|window| {
        window.iter().zip(SHAPE).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            b'-' => matches!(byte, b'-' | b'.' | b' '),
            mark => byte == mark,
        })
    })
}

/// The text behind all such words, in whatever order they stand.
fn strip<'a>(mut text: &'a str, words: &[&str]) -> &'a str {
    while let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
        text = rest;
    }
    text
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
            (PermitKind::Nib, "No. NIB: 0220-0012-34567", "0220001234567", false),
            (PermitKind::Pirt, "No. P-IRT 2063171010123-29", "2063171010123-29", false),
            (PermitKind::Pirt, "P-IRT: 9063171010123-29", "9063171010123-29", true),
            (PermitKind::Pirt, "2060171010123-29", "2060171010123-29", true),
            (PermitKind::Bpom, "BPOM NA 18201234567", "NA18201234567", false),
            (PermitKind::Bpom, "POM TR 203312345", "TR203312345", true),
            (PermitKind::Bpom, "240935001200027", "240935001200027", false),
            (
                PermitKind::Halal,
                "Sertifikat Halal No. ID31110001234561227",
                "ID31110001234561227",
                false,
            ),
            (PermitKind::Halal, "ID31740512019000", "ID31740512019000", false),
            (PermitKind::Halal, "ID3174051501900003", "ID3174051501900003", false),
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
        assert_eq!(read(PermitKind::Halal, "No. KH 01234"), Err(PermitError::KhNumber));
        assert_eq!(read(PermitKind::Nib, "12345"), Err(PermitError::Form));
        assert_eq!(read(PermitKind::Bpom, "TRX203312345"), Err(PermitError::Form));
        assert_eq!(read(PermitKind::Bpom, "203312345"), Err(PermitError::Form));
    }

    #[test]
    fn a_nik_is_no_permit_whatever_column_it_stands_in() {
        for kind in [PermitKind::Nib, PermitKind::Pirt, PermitKind::Bpom, PermitKind::Halal] {
            assert_eq!(read(kind, "3174 0515 0190 0003"), Err(PermitError::Personal), "{kind:?}");
        }
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
            "09.254.294.3.407.000",
        ] {
            assert!(holds_personal_number(text), "{text}");
        }
        for text in [
            "1234567890123",
            "8991234567890123",
            "3174059901900003",
            "12 pcs x 24 = 288",
            "0812-3456-7890",
            "“Kopi” 250 g × 12, 15 rb – 20 rb",
        ] {
            assert!(!holds_personal_number(text), "{text}");
        }
    }
}
