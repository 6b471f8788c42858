//! The fields of a shared list's text, and texts and numbers written in small letters, digits and `-` alone.

/// What the capitals before values mean. `S`, `U` and `Z` stand inside of texts.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Field {
    Data = b'D',
    Round = b'R',
    Office = b'N',
    Package = b'P',
    Budget = b'B',
    Count = b'C',
    /// A product, with its variants, price and quantity behind it.
    Product = b'K',
    Group = b'V',
    Choice = b'O',
    Price = b'H',
    /// Absent: one.
    Quantity = b'Q',
    /// A product with variants and price as they stood before, by the number of their first mention.
    Again = b'M',
}

impl Field {
    const ALL: [Self; 12] = [
        Self::Data,
        Self::Round,
        Self::Office,
        Self::Package,
        Self::Budget,
        Self::Count,
        Self::Product,
        Self::Group,
        Self::Choice,
        Self::Price,
        Self::Quantity,
        Self::Again,
    ];

    fn of(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|field| char::from(*field as u8) == letter)
    }

    pub(super) fn put(self, out: &mut String, value: &str) {
        out.push(char::from(self as u8));
        out.push_str(value);
    }
}

/// The fields that are still to be read, the next one last in the list.
pub(super) struct Fields<'a> {
    next: Vec<(Field, &'a str)>,
}

impl<'a> Fields<'a> {
    /// `None` where the text begins with no field or holds a letter that is none.
    pub(super) fn of(body: &'a str) -> Option<Self> {
        let starts: Vec<(usize, char)> = body
            .char_indices()
            .filter(|(_, c)| c.is_ascii_uppercase() && !matches!(c, 'S' | 'U' | 'Z'))
            .collect();
        if starts.first().is_none_or(|(at, _)| *at != 0) {
            return None;
        }
        let mut next = Vec::new();
        let mut end = body.len();
        for (at, letter) in starts.into_iter().rev() {
            next.push((Field::of(letter)?, body.get(at + 1..end)?));
            end = at;
        }
        Some(Self { next })
    }

    /// The value of the next field, if it is of that kind.
    pub(super) fn take(&mut self, wanted: Field) -> Option<&'a str> {
        let (_, value) = self.next.pop_if(|(field, _)| *field == wanted)?;
        Some(value)
    }

    pub(super) fn text(&mut self, wanted: Field) -> Option<String> {
        unescape(self.take(wanted)?)
    }

    pub(super) fn number(&mut self, wanted: Field) -> Option<u64> {
        u64::from_str_radix(self.take(wanted)?, 36).ok()
    }

    pub(super) fn count(&mut self, wanted: Field) -> Option<u32> {
        u32::try_from(self.number(wanted)?).ok()
    }

    pub(super) fn stands(&self, wanted: Field) -> bool {
        self.next.last().is_some_and(|(field, _)| *field == wanted)
    }

    pub(super) fn is_done(&self) -> bool {
        self.next.is_empty()
    }
}

/// A number in base 36.
pub(super) fn digits(mut number: u64) -> String {
    let mut out = Vec::new();
    loop {
        let digit = (number % 36) as u8;
        out.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
        number /= 36;
        if number == 0 {
            return out.into_iter().rev().collect();
        }
    }
}

/// A text in small letters, digits and `-`: a space is `S`, a capital `U` and its small letter, anything else its number
/// in base 36 between two `Z`.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' => out.push(c),
            ' ' => out.push('S'),
            'A'..='Z' => {
                out.push('U');
                out.push(c.to_ascii_lowercase());
            }
            other => out.push_str(&format!("Z{}Z", digits(u64::from(u32::from(other))))),
        }
    }
    out
}

fn unescape(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            'S' => out.push(' '),
            'U' => out.push(rest.next().filter(char::is_ascii_lowercase)?.to_ascii_uppercase()),
            'Z' => {
                let (number, behind) = rest.as_str().split_once('Z')?;
                out.push(char::from_u32(u32::from_str_radix(number, 36).ok()?)?);
                rest = behind.chars();
            }
            'a'..='z' | '0'..='9' | '-' => out.push(c),
            _ => return None,
        }
    }
    Some(out)
}
