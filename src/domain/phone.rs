//! Indonesian mobile numbers, as WhatsApp wants them: `62` and the national number, digits only.
//!
//! The national pattern is libphonenumber's for Indonesia: `8[1-35-9]` and seven to ten more digits.

use crate::domain::wire::worded;

/// A mobile number, `62812…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// Why a text is no number that WhatsApp could reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// A landline: no WhatsApp there by default.
    #[error("a landline")]
    Landline,
    /// `8,12E+10`: a spreadsheet lost the digits.
    #[error("damaged by a spreadsheet")]
    Damaged,
    /// Several numbers in one cell.
    #[error("more than one number")]
    Several,
    /// Anything else.
    #[error("not an Indonesian mobile number")]
    Invalid,
}

impl Phone {
    /// Reads `0812-3456-7890`, `+62 812…`, `62812…`, `812…`, and a `wa.me` link.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim().trim_start_matches("https://wa.me/");
        if text.contains("e+") || text.contains("E+") {
            return Err(PhoneError::Damaged);
        }
        if text.contains(['/', ';', ',', '&']) {
            return Err(PhoneError::Several);
        }
        if !text.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '+' | '\u{a0}' | '\'')
        }) {
            return Err(PhoneError::Invalid);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let national = digits
            .strip_prefix("6208")
            .map(|rest| format!("8{rest}"))
            .or_else(|| digits.strip_prefix("62").map(str::to_owned))
            .or_else(|| digits.strip_prefix('0').map(str::to_owned))
            .unwrap_or(digits);
        match national.as_bytes() {
            [b'8', b'1'..=b'3' | b'5'..=b'9', rest @ ..] if (7..=10).contains(&rest.len()) => {
                Ok(Self(format!("62{national}")))
            }
            [b'2', b'1', rest @ ..] if (7..=8).contains(&rest.len()) => Err(PhoneError::Landline),
            _ => Err(PhoneError::Invalid),
        }
    }

    /// `62812…`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `0812-3456-7890`: as people read it aloud.
    pub fn local(&self) -> String {
        let national = self.0.strip_prefix("62").unwrap_or(&self.0);
        let (head, rest) = national.split_at(3.min(national.len()));
        let (middle, tail) = rest.split_at(4.min(rest.len()));
        format!("0{head}-{middle}-{tail}").trim_end_matches('-').to_owned()
    }
}

worded!(
    Phone,
    |phone: &Phone| phone.0.clone(),
    |text: &str| Phone::parse(text).ok(),
    Phone(String::new())
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_mobile_number_is_one_number() {
        for text in [
            "081234567890",
            "0812-3456-7890",
            "+62 812-3456-7890",
            "6281234567890",
            "81234567890",
            "62 0812 3456 7890",
            "https://wa.me/6281234567890",
        ] {
            assert_eq!(
                Phone::parse(text).as_ref().map(Phone::as_str),
                Ok("6281234567890"),
                "{text}"
            );
        }
    }

    #[test]
    fn other_numbers_are_refused_with_their_reason() {
        for (text, error) in [
            ("021-5551234", PhoneError::Landline),
            ("8,12E+10", PhoneError::Damaged),
            ("08123456789 / 08129876543", PhoneError::Several),
            ("0842345678", PhoneError::Invalid),
            ("0812345", PhoneError::Invalid),
            ("tanya Bu Ratih", PhoneError::Invalid),
            ("", PhoneError::Invalid),
        ] {
            assert_eq!(Phone::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_as_people_read_them() {
        assert_eq!(
            Phone::parse("6281234567890").map(|p| p.local()).as_deref(),
            Ok("0812-3456-7890")
        );
    }
}
