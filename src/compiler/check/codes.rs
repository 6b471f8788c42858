//! Codes for all rows of a kind: those given stand, the first of equals first; the others are made from names.

use crate::compiler::draft::Identity;
use crate::compiler::faults::{Fault, Problems};
use crate::domain::code::Code;
use std::borrow::Cow;
use std::collections::HashMap;

/// What became of a row's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assigned {
    /// It is this.
    Code(Code),
    /// It belongs to an earlier row.
    Twice,
    /// There is none: neither a code nor a name, or a code that cannot be one.
    Nothing,
}

impl Assigned {
    /// The code, where the row has one of its own.
    pub fn code(&self) -> Option<&Code> {
        match self {
            Self::Code(code) => Some(code),
            _ => None,
        }
    }
}

/// Gives every row its code. Refused rows take part, so that mending one moves no other's address.
pub fn assign(rows: &[&Identity], suffix: &str, problems: &mut Problems) -> Vec<Assigned> {
    let mut taken: HashMap<Cow<'_, Code>, usize> = HashMap::with_capacity(rows.len());
    let mut numbers: HashMap<Code, usize> = HashMap::new();
    let mut out = vec![Assigned::Nothing; rows.len()];
    for (at, (row, slot)) in rows.iter().zip(&mut out).enumerate() {
        let Some(code) = &row.given else { continue };
        match taken.get(code).and_then(|first| rows.get(*first)) {
            None => {
                taken.insert(Cow::Borrowed(code), at);
                *slot = Assigned::Code(code.clone());
            }
            Some(first) => {
                *slot = Assigned::Twice;
                let message = format!(
                    "Kode \"{code}\" sudah dipakai di {}. Yang pertama berlaku; baris ini, {}, tidak terbit.",
                    first.cell.spoken(),
                    row.cell.spoken()
                );
                problems.add(
                    Fault::CodeTwice,
                    &row.cell,
                    Some(code.to_string()),
                    message,
                    "Beri baris ini kode lain, atau hapus kalau memang kembar.",
                );
            }
        }
    }
    for (at, (row, slot)) in rows.iter().zip(&mut out).enumerate() {
        if row.given.is_some() || row.spoilt || row.name.is_empty() {
            continue;
        }
        let plain = Code::from_name(&row.name, suffix);
        let mut code = plain.clone();
        // Where thousands of rows share a name, each goes on where the last one stopped.
        let number = numbers.entry(plain.clone()).or_insert(1);
        while taken.contains_key(&code) {
            *number += 1;
            code = plain.numbered(*number);
        }
        taken.insert(Cow::Owned(code.clone()), at);
        *slot = Assigned::Code(code);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_codes_stand_and_made_ones_are_numbered_around_them() {
        let identity = |given: &str, name: &str| Identity {
            given: Code::parse(given).ok(),
            name: name.into(),
            ..Identity::default()
        };
        let rows = [
            identity("", "Keripik Tempe"),
            identity("keripik-tempe", "Lain"),
            identity("", "Keripik Tempe"),
            identity("keripik-tempe", "Kembar"),
            identity("", ""),
        ];
        let mut problems = Problems::default();
        let assigned = assign(&rows.iter().collect::<Vec<_>>(), "produk", &mut problems);
        let codes: Vec<_> =
            assigned.iter().map(|a| a.code().map(Code::to_string).unwrap_or_default()).collect();
        assert_eq!(codes, ["keripik-tempe-2", "keripik-tempe", "keripik-tempe-3", "", ""]);
        assert_eq!(assigned[3], Assigned::Twice);
        assert_eq!(problems.len(), 1);
    }
}
