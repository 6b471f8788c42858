//! What goes into each column of the template: the words for staff, an example, and which answers there are.
//!
//! The words stand in columns.txt, so that whoever corrects them need not read Rust.

use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::draft::seller::PENGAMPU;
use crate::domain::area::City;
use crate::domain::category::Category;
use crate::domain::channel::Channel;
use crate::domain::event::EventKind;
use crate::domain::product::Stock;

const TABLE: &str = include_str!("columns.txt");

/// What staff are told of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    /// What goes in.
    pub(super) text: String,
    /// An example; empty where none helps.
    pub(super) example: String,
}

impl Note {
    /// The words with the example, as a note beside a cell.
    pub(super) fn told(&self) -> String {
        let example = self.example.trim_start_matches(super::example::MARK).trim_start();
        if example.is_empty() || self.text.contains(example) {
            return self.text.clone();
        }
        format!("{}\nContoh: {example}", self.text)
    }
}

/// Which answers a column has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Any.
    Free,
    /// One of these words.
    Words(Vec<String>),
    /// Often one of these words.
    Suggested(Vec<String>),
    /// One of the 44 kecamatan.
    Kecamatan,
}

/// Units that staff pick most.
const UNITS: [&str; 14] = [
    "pcs", "porsi", "bungkus", "botol", "toples", "kotak", "box", "kg", "lusin", "pasang", "set",
    "lembar", "paket", "cup",
];

/// The columns that stay in sight: those of the least sheet, and of the others what is always filled.
pub(super) const fn main_columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Produk => &[
            col::NAMA_USAHA,
            col::WHATSAPP,
            col::KECAMATAN,
            col::NAMA,
            col::KATEGORI,
            col::HARGA,
            col::SATUAN,
        ],
        Kind::Penjual => &[col::NAMA_USAHA, col::WHATSAPP, col::IZIN_KONTAK, col::KECAMATAN],
        Kind::Jbl => &[col::JUDUL, col::WILAYAH, col::MULAI, col::SELESAI, col::KODE],
        Kind::Gebetan => &[col::BULAN, col::TUTUP, col::KIRIM, col::KOPERASI, col::KOPERASI_WA],
        Kind::Acara => &[col::JENIS, col::JUDUL, col::MULAI, col::SELESAI, col::TEMPAT],
        Kind::Program => &[col::JUDUL, col::RINGKAS, col::ISI, col::TAUTAN],
        Kind::Situs => &[col::KUNCI, col::NILAI],
    }
}

/// The lines of the table: sheet, column and note.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, Note)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.splitn(4, " | ");
        let (sheet, column) = (fields.next()?, fields.next()?);
        let example = fields.next()?.trim_start_matches('-').to_owned();
        Some((sheet, column, Note { example, text: fields.next()?.to_owned() }))
    })
}

/// What is said of a column; the tests hold that every column has something.
pub(super) fn note(kind: Kind, column: Column) -> Note {
    let shared = matches!(kind, Kind::Produk | Kind::Penjual);
    lines()
        .find(|(sheet, name, _)| {
            *name == column && (*sheet == kind.word() || shared && *sheet == "*")
        })
        .map(|(_, _, note)| note)
        .unwrap_or_default()
}

/// The settings that a market can have.
pub(super) fn settings() -> Vec<(&'static str, Note)> {
    lines().filter(|(sheet, ..)| *sheet == "kunci").map(|(_, key, note)| (key, note)).collect()
}

/// Which answers a column has.
pub(super) fn choice(column: Column) -> Choice {
    let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    let words = |words: &[&str]| Choice::Words(owned(words));
    match column {
        col::IZIN_KONTAK | col::GEBETAN | col::TAYANG => words(&["ya", "tidak"]),
        col::STOK => words(&Stock::ALL.map(Stock::word)),
        col::PAJAK => words(&["termasuk", "belum"]),
        col::GRADE => words(&["A", "B", "C", "D"]),
        col::PENGAMPU => words(&PENGAMPU),
        col::KANAL => words(&Channel::ALL.map(Channel::column)),
        col::JENIS => words(&EventKind::ALL.map(EventKind::word)),
        col::KECAMATAN => Choice::Kecamatan,
        col::SATUAN => Choice::Suggested(owned(&UNITS)),
        col::KATEGORI => {
            Choice::Suggested(Category::built_in().iter().map(|one| one.code.to_string()).collect())
        }
        col::WILAYAH => {
            let cities = City::all().map(City::name).chain(["semua"]);
            Choice::Suggested(cities.map(str::to_owned).collect())
        }
        _ => Choice::Free,
    }
}

/// How wide a column of the list of areas is.
pub(super) fn wide(name: &str) -> f64 {
    if name == "kode" { 12.0 } else { 24.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_says_what_goes_in_within_what_a_cell_can_show() {
        for kind in Kind::ALL {
            for column in kind.columns() {
                let note = note(kind, column);
                assert!(note.text.len() > 10, "{kind:?} {column}");
                assert!(note.told().chars().count() <= 255, "{kind:?} {column}: {}", note.told());
            }
        }
    }

    #[test]
    fn no_line_speaks_of_a_column_that_does_not_exist() {
        for (sheet, column, _) in lines().filter(|(sheet, ..)| *sheet != "kunci") {
            let mut kinds =
                Kind::ALL.into_iter().filter(|kind| sheet == "*" || kind.word() == sheet);
            assert!(kinds.any(|kind| kind.columns().contains(&column)), "{sheet} {column}");
        }
    }

    #[test]
    fn a_bar_inside_a_value_is_kept() {
        assert_eq!(note(Kind::Produk, col::VARIAN).example, "Rasa: asin|pedas +1.000");
    }
}
