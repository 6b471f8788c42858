//! Codes (`kode`): the lasting names that addresses are made of.
//!
//! A code is 3 to 60 characters of `a-z`, `0-9` and `-`. It is never invented here from anything but a name,
//! and never changed once it stands in an address.

use crate::domain::fold::fold;
use crate::domain::wire::worded;
use std::fmt;

const MIN: usize = 3;
const MAX: usize = 60;

/// The lasting name of a product, seller, edition or category.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Fewer than three characters.
    #[error("shorter than 3 characters")]
    TooShort,
    /// More than sixty characters.
    #[error("longer than 60 characters")]
    TooLong,
    /// A character other than `a-z`, `0-9` and `-`.
    #[error("has the character {0}; only a-z, 0-9 and - may stand in a code")]
    Character(char),
}

impl Code {
    /// Takes a text that already is a code.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        if let Some(c) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(CodeError::Character(c));
        }
        match text.len() {
            0..MIN => Err(CodeError::TooShort),
            MIN..=MAX => Ok(Self(text.to_owned())),
            _ => Err(CodeError::TooLong),
        }
    }

    /// Takes what staff typed: capitals, spaces and `_` are folded. The flag says whether anything changed.
    pub fn fold(text: &str) -> Result<(Self, bool), CodeError> {
        let trimmed = text.trim();
        let folded: String = trimmed
            .chars()
            .map(|c| match c {
                'A'..='Z' => c.to_ascii_lowercase(),
                ' ' | '_' => '-',
                other => other,
            })
            .collect();
        let code = Self::parse(&folded)?;
        let changed = code.0 != text;
        Ok((code, changed))
    }

    /// Makes a code from a name; `suffix` completes names too short to be one.
    pub fn from_name(name: &str, suffix: &str) -> Self {
        let mut slug = slug(name);
        if slug.len() < MIN {
            slug = self::slug(&format!("{slug} {suffix}"));
        }
        if slug.len() > MAX {
            slug.truncate(MAX);
            // A code that ends inside a word reads better without the stump.
            if let Some(at) = slug.rfind('-').filter(|at| *at >= MAX / 2) {
                slug.truncate(at);
            }
        }
        Self(slug.trim_matches('-').to_owned())
    }

    /// The same code with `-n` behind it, for the second thing of one name.
    pub fn numbered(&self, n: usize) -> Self {
        let tail = format!("-{n}");
        let mut head = self.0.clone();
        head.truncate(MAX - tail.len());
        Self(format!("{}{tail}", head.trim_end_matches('-')))
    }

    /// The code in a fixed number of bytes, which sort as codes do.
    pub fn padded(&self) -> [u8; MAX] {
        let mut padded = [0; MAX];
        for (to, from) in padded.iter_mut().zip(self.0.bytes()) {
            *to = from;
        }
        padded
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Text made safe for an address: folded, everything but letters and digits becomes one `-`.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if c != '\'' && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

worded!(
    Code,
    |code: &Code| code.0.clone(),
    |text: &str| Code::parse(text).ok(),
    Code(String::new())
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_letters_digits_and_hyphens_are_a_code() {
        assert!(Code::parse("keripik-tempe-2").is_ok());
        assert_eq!(Code::parse("ab"), Err(CodeError::TooShort));
        assert_eq!(Code::parse(&"a".repeat(61)), Err(CodeError::TooLong));
        assert_eq!(Code::parse("Keripik"), Err(CodeError::Character('K')));
        assert_eq!(Code::parse("a/../b"), Err(CodeError::Character('/')));
    }

    #[test]
    fn folding_says_whether_it_changed_the_code() {
        assert_eq!(
            Code::fold("Keripik_Tempe 1").map(|(c, f)| (c.to_string(), f)),
            Ok(("keripik-tempe-1".into(), true))
        );
        assert_eq!(Code::fold("keripik").map(|(_, f)| f), Ok(false));
    }

    #[test]
    fn names_of_any_length_become_codes() {
        for name in ["Keripik Tempe Sagu", "Él", "", "Rp 5.000/pcs!!", &"panjang sekali ".repeat(9)]
        {
            let code = Code::from_name(name, "produk");
            assert_eq!(Code::parse(code.as_str()), Ok(code.clone()), "{name}");
        }
        assert_eq!(Code::from_name("Bu Ratih's Keripik", "produk").as_str(), "bu-ratihs-keripik");
    }

    #[test]
    fn padded_codes_sort_as_codes_do() {
        let long = "k".repeat(MAX);
        let code = |text: &str| Code::parse(text).expect(text);
        let mut codes = ["kopi-2", "kopi", long.as_str(), "kop", "kopi2", "kopi-10"].map(code);
        codes.sort_by_key(Code::padded);
        assert!(codes.is_sorted(), "{codes:?}");
    }

    #[test]
    fn numbered_codes_stay_codes() {
        let long = Code::from_name(&"a".repeat(60), "x");
        assert_eq!(Code::parse(long.numbered(12).as_str()), Ok(long.numbered(12)));
    }
}
