//! The `varian` column, and the words a product is found by.

use crate::compiler::clean::clean;
use crate::compiler::columns as col;
use crate::compiler::draft::shared::price_fault;
use crate::compiler::faults::Fault;
use crate::compiler::row::RowReader;
use crate::domain::fold::fold;
use crate::domain::money::Rupiah;
use crate::domain::variant::{self, VariantError, VariantGroup};

/// What is to be chosen, reported where it cannot be read.
pub fn variants(row: &mut RowReader<'_>) -> Vec<VariantGroup> {
    const EXAMPLE: &str = "Contoh yang benar: Ukuran: S|M|XL +15.000|L (habis); Warna: Merah|Biru.";
    let Some(value) = row.value(col::VARIAN) else { return Vec::new() };
    let (text, cut) = clean(&value.plain(), 4_000);
    let groups = variant::parse(&text);
    let message = match &groups {
        _ if cut => "Varian terlalu panjang.".to_owned(),
        Ok(groups) if groups.len() > 5 || groups.iter().any(|group| group.options.len() > 60) => {
            "Varian terlalu banyak: paling banyak 5 kelompok dengan 60 pilihan.".to_owned()
        }
        Ok(_) => String::new(),
        Err(VariantError::NoName(part)) => {
            format!("\"{part}\" tidak punya nama di depan pilihannya.")
        }
        Err(VariantError::EmptyOption(name)) => {
            format!("Kelompok \"{name}\" punya pilihan kosong.")
        }
        Err(VariantError::Twice(name)) => format!("\"{name}\" tertulis dua kali."),
        Err(VariantError::Surcharge(part, error)) => {
            format!("Selisih harga \"{part}\" tidak dapat dipakai. {}", price_fault(*error).0)
        }
    };
    if message.is_empty() {
        return groups.unwrap_or_default();
    }
    row.fault(Fault::VariantInvalid, col::VARIAN, &message, EXAMPLE);
    Vec::new()
}

/// A discount may not eat the price.
pub fn below_nothing(row: &mut RowReader<'_>, price: Option<Rupiah>, variants: &[VariantGroup]) {
    let Some(price) = price else { return };
    let least: i64 = variants
        .iter()
        .filter_map(|group| group.options.iter().map(|option| option.delta).min())
        .sum();
    if price.shifted(least) == Rupiah::ZERO {
        row.fault(
            Fault::VariantInvalid,
            col::VARIAN,
            "Potongan varian menghabiskan seluruh harga.",
            "Periksa selisih harganya.",
        );
    }
}

/// Words of `kata_kunci` and of the options, once each, without those that the name has already.
pub fn keywords(name: &str, given: &str, variants: &[VariantGroup]) -> String {
    let options =
        variants.iter().flat_map(|group| &group.options).map(|option| option.name.as_str());
    let mut seen: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
    let mut words = Vec::new();
    for word in std::iter::once(given).chain(options).flat_map(str::split_whitespace) {
        let word = word.trim_matches(|c: char| matches!(c, ',' | ';' | '.'));
        let folded = fold(word);
        if !word.is_empty() && !seen.contains(&folded) {
            seen.push(folded);
            words.push(word);
        }
    }
    words.join(" ")
}
