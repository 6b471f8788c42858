//! Variants of a product: `Ukuran: S|M|XL +15.000|L (habis); Warna: Merah|Biru`.

use crate::domain::money::{PriceError, Rupiah, grouped};
use crate::domain::wire::record;

/// One thing to choose, such as the size.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VariantGroup {
    /// "Ukuran".
    pub name: String,
    /// At least one.
    pub options: Vec<VariantOption>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VariantOption {
    /// "XL".
    pub name: String,
    /// Rupiah on top of the product's price, or off it.
    pub delta: i64,
    /// Not to be had now.
    pub sold_out: bool,
}

/// Why a text describes no variants.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VariantError {
    /// A part without `Nama: pilihan`.
    #[error("'{0}' has no name before its options")]
    NoName(String),
    /// An empty place between bars.
    #[error("'{0}' has an empty option")]
    EmptyOption(String),
    /// The same name twice.
    #[error("'{0}' stands twice")]
    Twice(String),
    /// A surcharge that is no amount.
    #[error("'{0}' is no surcharge: {1}")]
    Surcharge(String, PriceError),
}

/// Reads the contract's grammar.
pub fn parse(text: &str) -> Result<Vec<VariantGroup>, VariantError> {
    let mut groups: Vec<VariantGroup> = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, options) =
            part.split_once(':').ok_or_else(|| VariantError::NoName(part.to_owned()))?;
        let name = name.trim();
        if name.is_empty() {
            return Err(VariantError::NoName(part.to_owned()));
        }
        if groups.iter().any(|group| group.name.eq_ignore_ascii_case(name)) {
            return Err(VariantError::Twice(name.to_owned()));
        }
        let mut parsed: Vec<VariantOption> = Vec::new();
        for option in options.split('|') {
            let option = parse_option(option.trim(), name)?;
            if parsed.iter().any(|known| known.name.eq_ignore_ascii_case(&option.name)) {
                return Err(VariantError::Twice(option.name));
            }
            parsed.push(option);
        }
        groups.push(VariantGroup { name: name.to_owned(), options: parsed });
    }
    Ok(groups)
}

fn parse_option(text: &str, group: &str) -> Result<VariantOption, VariantError> {
    let lower = text.to_ascii_lowercase();
    let (body, sold_out) = match lower.strip_suffix("(habis)") {
        Some(rest) => (text.get(..rest.len()).unwrap_or(text).trim(), true),
        None => (text, false),
    };
    // Only a sign after a space and before a digit is a surcharge: "T-shirt" and "Isi 2+1" are names.
    let sign = body
        .match_indices([' '])
        .filter_map(|(at, _)| {
            let tail = body.get(at + 1..)?;
            let amount = tail.strip_prefix(['+', '-'])?.trim_start();
            let amount = amount.trim_start_matches("Rp").trim_start_matches("rp");
            amount
                .trim_start_matches(['.', ' '])
                .starts_with(|c: char| c.is_ascii_digit())
                .then_some(at)
        })
        .next_back();
    let (name, delta) = match sign {
        None => (body, 0),
        Some(at) => {
            let (name, surcharge) = body.split_at(at);
            let surcharge = surcharge.trim();
            let wrong = |error| VariantError::Surcharge(surcharge.to_owned(), error);
            let amount =
                Rupiah::parse_amount(surcharge.trim_start_matches(['+', '-'])).map_err(wrong)?;
            let amount = i64::try_from(amount.get()).map_err(|_| wrong(PriceError::TooLarge))?;
            (name.trim(), if surcharge.starts_with('-') { -amount } else { amount })
        }
    };
    if name.is_empty() {
        return Err(VariantError::EmptyOption(group.to_owned()));
    }
    Ok(VariantOption { name: name.to_owned(), delta, sold_out })
}

/// Writes the grammar that [`parse`] reads.
pub fn format(groups: &[VariantGroup]) -> String {
    let option = |option: &VariantOption| {
        let mut text = option.name.clone();
        if option.delta != 0 {
            let sign = if option.delta < 0 { '-' } else { '+' };
            text.push_str(&format!(" {sign}{}", grouped(option.delta.unsigned_abs())));
        }
        if option.sold_out {
            text.push_str(" (habis)");
        }
        text
    };
    let group = |group: &VariantGroup| {
        format!(
            "{}: {}",
            group.name,
            group.options.iter().map(option).collect::<Vec<_>>().join("|")
        )
    };
    groups.iter().map(group).collect::<Vec<_>>().join("; ")
}

/// The chosen option of one group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chosen {
    /// "Ukuran".
    pub group: String,
    /// "XL".
    pub option: String,
}

/// "Ukuran: XL, Warna: Merah"; empty where there was nothing to choose.
pub fn describe(choice: &[Chosen]) -> String {
    choice
        .iter()
        .map(|chosen| format!("{}: {}", chosen.group, chosen.option))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What the choice adds to the price; `None` where it does not fit the groups (the product has changed since).
pub fn surcharge(groups: &[VariantGroup], choice: &[Chosen]) -> Option<i64> {
    if groups.len() != choice.len() {
        return None;
    }
    groups.iter().try_fold(0_i64, |sum, group| {
        let chosen = choice.iter().find(|chosen| chosen.group == group.name)?;
        let option = group.options.iter().find(|option| option.name == chosen.option)?;
        Some(sum.saturating_add(option.delta))
    })
}

record!(VariantGroup { name, options });
record!(VariantOption { name, delta, sold_out });
record!(Chosen { group, option });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contracts_example_is_read_and_written_again() {
        let text = "Ukuran: S|M|XL +15.000|L (habis); Warna: Merah|Biru";
        let groups = parse(text).expect("the contract's own example");
        assert_eq!(
            groups[0].options[2],
            VariantOption { name: "XL".into(), delta: 15_000, sold_out: false }
        );
        assert!(groups[0].options[3].sold_out);
        assert_eq!(format(&groups), text);
    }

    #[test]
    fn names_may_hold_plus_and_minus() {
        let groups = parse("Paket: Isi 2+1|T-shirt|Besar -2.000|XXL +Rp 20rb (habis)")
            .expect("names with signs");
        let options: Vec<_> =
            groups[0].options.iter().map(|o| (o.name.as_str(), o.delta, o.sold_out)).collect();
        assert_eq!(
            options,
            [
                ("Isi 2+1", 0, false),
                ("T-shirt", 0, false),
                ("Besar", -2_000, false),
                ("XXL", 20_000, true)
            ]
        );
    }

    #[test]
    fn broken_variants_name_what_is_wrong() {
        assert_eq!(parse("S|M|L"), Err(VariantError::NoName("S|M|L".into())));
        assert_eq!(parse("Ukuran: S||M"), Err(VariantError::EmptyOption("Ukuran".into())));
        assert_eq!(parse("Ukuran: S|s"), Err(VariantError::Twice("s".into())));
        assert_eq!(
            parse("Ukuran: S +15,000"),
            Err(VariantError::Surcharge("+15,000".into(), PriceError::Ambiguous))
        );
    }

    #[test]
    fn a_choice_that_no_longer_exists_has_no_price() {
        let groups = parse("Ukuran: S|L +5.000; Warna: Merah").expect("two groups");
        let chosen =
            |group: &str, option: &str| Chosen { group: group.into(), option: option.into() };
        let choice = [chosen("Ukuran", "L"), chosen("Warna", "Merah")];
        assert_eq!(surcharge(&groups, &choice), Some(5_000));
        assert_eq!(describe(&choice), "Ukuran: L, Warna: Merah");
        assert_eq!(surcharge(&groups, &[chosen("Ukuran", "XL"), chosen("Warna", "Merah")]), None);
        assert_eq!(surcharge(&groups, &choice[..1]), None);
    }
}
