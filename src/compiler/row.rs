//! One row being read: typed cells, and a problem for each that cannot be what it should be.
//!
//! Knows which columns refuse their row and which only themselves; not what the values mean together.

use crate::compiler::clean::{clean, clean_lines};
use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::header::Sheet;
use crate::compiler::sheet::{Row, Value};
use crate::domain::code::{Code, CodeError};
use crate::domain::money::grouped;
use crate::domain::permit::{holds_personal_number, is_damaged};
use crate::domain::time::{Date, parse_when};

/// A day, with a time where one was given.
pub type When = (Date, Option<(u32, u32)>);

/// A row and what has been found about it.
pub struct RowReader<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    problems: &'a mut Problems,
    /// Cells already reported, which further reading passes over.
    masked: Vec<Column>,
    /// Whether a fault was found that keeps the whole row out.
    pub refused: bool,
}

impl<'a> RowReader<'a> {
    /// Begins with what holds for every cell: no personal numbers, no broken formulas.
    pub fn new(sheet: &'a Sheet, row: &'a Row, problems: &'a mut Problems) -> Self {
        let mut reader = Self { sheet, row, problems, masked: Vec::new(), refused: false };
        for (column, letter) in &sheet.columns {
            match row.get(*letter) {
                Some(value) if is_error(value) => {
                    reader.fault(
                        Fault::CellError,
                        column,
                        "Rumus di sel ini gagal dihitung.",
                        "Ketik isinya langsung, tanpa rumus.",
                    );
                    reader.masked.push(column);
                }
                Some(value) if is_removed(value) || is_personal(column, &value.shown()) => {
                    reader.refused = true;
                    reader.masked.push(column);
                    let at = reader.at(column);
                    reader.problems.add(
                        Fault::PersonalNumber,
                        &at,
                        None,
                        "Sel ini memuat NIK atau NPWP pribadi. Baris ini tidak terbit.",
                        "Hapus nomor itu dari lembar; pasar tidak memerlukannya.",
                    );
                }
                _ => {}
            }
        }
        reader
    }

    /// The place of a column in this row; of the row alone where the sheet lacks the column.
    pub fn at(&self, column: Column) -> At {
        let letter =
            self.sheet.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at);
        self.sheet.source.at(Some(self.row.number), Some(column), letter)
    }

    /// The place of the row.
    pub fn here(&self) -> At {
        self.sheet.source.at(Some(self.row.number), None, None)
    }

    /// What stands in a column, where anything does that was not reported already.
    pub fn value(&self, column: Column) -> Option<&'a Value> {
        if self.masked.contains(&column) {
            return None;
        }
        let (_, letter) = self.sheet.columns.iter().find(|(known, _)| *known == column)?;
        self.row.get(*letter).filter(|value| !value.is_blank())
    }

    /// Whether anything stands in a column.
    pub fn has(&self, column: Column) -> bool {
        self.value(column).is_some()
    }

    /// Whether the sheet has such a column.
    pub fn has_column(&self, column: Column) -> bool {
        self.sheet.columns.iter().any(|(known, _)| *known == column)
    }

    /// Whether a cell was reported already and is passed over.
    pub fn is_masked(&self, column: Column) -> bool {
        self.masked.contains(&column)
    }

    /// Reports a fault of a column: of the whole row where the column is one that refuses it.
    pub fn fault(&mut self, fault: Fault, column: Column, message: &str, fix: &str) {
        let grave = refuses_row(self.sheet.kind, column);
        self.refused |= grave;
        let end =
            if grave { "Baris ini tidak terbit." } else { "Hanya isian ini yang tidak terbit." };
        let value = self.value(column).map(Value::plain);
        self.problems.add(fault, &self.at(column), value, format!("{message} {end}"), fix);
    }

    /// Reports what deserves a look and is published all the same.
    pub fn warn(&mut self, fault: Fault, column: Column, message: &str, fix: &str) {
        let value = self.value(column).map(Value::plain);
        self.problems.add(fault, &self.at(column), value, message, fix);
    }

    /// Reports that a required column is empty, unless its cell was reported already.
    pub fn missing(&mut self, column: Column) {
        if !self.masked.contains(&column) {
            let message = format!("Kolom {column} wajib diisi.");
            self.fault(Fault::ValueMissing, column, &message, "Lengkapi sel ini.");
        }
    }

    /// Text fit to be published, cut to `most` characters with a warning; empty where there is none.
    pub fn text(&mut self, column: Column, most: usize) -> String {
        self.cleaned(column, most, clean)
    }

    /// The same with its lines kept apart.
    pub fn lines(&mut self, column: Column, most: usize) -> String {
        self.cleaned(column, most, clean_lines)
    }

    fn cleaned(
        &mut self,
        column: Column,
        most: usize,
        clean: fn(&str, usize) -> (String, bool),
    ) -> String {
        let Some(value) = self.value(column) else { return String::new() };
        let plain = value.shown();
        if is_damaged(&plain) {
            self.damaged(column);
            return String::new();
        }
        let (text, cut) = clean(&plain, most);
        if cut {
            let message = format!("Teks ini lebih dari {most} huruf, jadi dipotong.");
            self.warn(Fault::TextShortened, column, &message, "Ringkas supaya kalimatnya utuh.");
        }
        text
    }

    /// Text that must stand there.
    pub fn required_text(&mut self, column: Column, most: usize) -> Option<String> {
        let had = self.has(column);
        let text = self.text(column, most);
        if text.is_empty() {
            // A damaged number has been reported just now.
            if !had || !self.value(column).is_some_and(|value| is_damaged(&value.plain())) {
                self.missing(column);
            }
            return None;
        }
        Some(text)
    }

    /// Reports digits that a spreadsheet has lost.
    pub fn damaged(&mut self, column: Column) {
        self.fault(
            Fault::DigitsDamaged,
            column,
            "Angka panjang ini sudah rusak oleh program lembar kerja.",
            "Ubah format selnya menjadi Teks, lalu ketik ulang semua angkanya.",
        );
    }

    /// The code of the row, where one is given.
    pub fn code(&mut self) -> Option<Code> {
        let plain = self.value(col::KODE)?.plain();
        if is_damaged(&plain) {
            self.damaged(col::KODE);
            return None;
        }
        match Code::fold(&clean(&plain, 1_000).0) {
            Ok((code, changed)) => {
                if changed {
                    let message = format!(
                        "Kode ditulis ulang menjadi \"{code}\": huruf kecil, dan tanda hubung sebagai pengganti spasi."
                    );
                    self.warn(
                        Fault::CodeFolded,
                        col::KODE,
                        &message,
                        "Boleh dibiarkan. Supaya pasti, tulis kodenya seperti itu.",
                    );
                }
                Some(code)
            }
            Err(error) => {
                let message = match error {
                    CodeError::TooShort => "Kode kurang dari 3 huruf.".to_owned(),
                    CodeError::TooLong => "Kode lebih dari 60 huruf.".to_owned(),
                    CodeError::Character(c) => {
                        format!("Kode memuat tanda \"{}\", yang tidak boleh.", c.escape_debug())
                    }
                };
                self.fault(
                    Fault::CodeInvalid,
                    col::KODE,
                    &message,
                    "Pakai 3 sampai 60 huruf a-z, angka, dan tanda hubung, misalnya keripik-tempe.",
                );
                None
            }
        }
    }

    /// `ya` or `tidak` in any of their spellings; `None` where it is neither, which is reported.
    pub fn yes(&mut self, column: Column, default: bool) -> Option<bool> {
        let answer = match self.value(column) {
            None => return Some(default),
            Some(Value::Flag(flag)) => Some(*flag),
            Some(value) => yes_or_no(&value.plain()),
        };
        if answer.is_none() {
            self.fault(
                Fault::WordUnknown,
                column,
                &format!("Kolom {column} hanya mengenal ya atau tidak."),
                "Tulis ya atau tidak.",
            );
        }
        answer
    }

    /// One of some words, ignoring case; reported where it is another.
    pub fn word<T>(
        &mut self,
        column: Column,
        words: &str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (text, _) = clean(&self.value(column)?.shown(), 100);
        let found = find(&text.to_lowercase());
        if found.is_none() {
            self.fault(
                Fault::WordUnknown,
                column,
                &format!("Kata ini tidak dikenal di kolom {column}."),
                &format!("Pakai salah satu: {words}."),
            );
        }
        found
    }

    /// The parts of a list, split by `;`, by line breaks and by the marks given.
    pub fn list(&self, column: Column, marks: &[char]) -> Vec<String> {
        let Some(value) = self.value(column) else { return Vec::new() };
        value
            .shown()
            .split(|c| c == ';' || c == '\n' || marks.contains(&c))
            .map(|part| clean(part, 500).0)
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// A whole number within bounds; "3 hari" and "12 pcs" count as the number they begin with.
    pub fn count(&mut self, column: Column, least: u32, most: u32) -> Option<u32> {
        let number = match self.value(column)? {
            Value::Number(number) if number.fract() == 0.0 && (0.0..4e9).contains(number) => {
                Some(*number as u32)
            }
            Value::Text(text) => {
                let (text, _) = clean(text, 50);
                let digits = text.trim_end_matches(|c: char| c.is_alphabetic()).trim_end();
                digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
            }
            _ => None,
        };
        let found = number.filter(|number| (least..=most).contains(number));
        if found.is_none() {
            self.fault(
                Fault::NumberInvalid,
                column,
                &format!(
                    "Kolom {column} perlu bilangan bulat {least} sampai {}.",
                    grouped(most.into())
                ),
                "Tulis angkanya saja, misalnya 3.",
            );
        }
        found
    }

    /// A day, with its time where one was given.
    pub fn when(&mut self, column: Column) -> Option<When> {
        let read = match self.value(column)? {
            Value::Date(date, time) => Some((*date, *time)),
            Value::Text(text) => parse_when(&clean(text, 100).0).ok(),
            _ => None,
        };
        if read.is_none() {
            self.fault(
                Fault::DateInvalid,
                column,
                "Tanggal ini tidak terbaca, atau tidak ada di kalender.",
                "Tulis seperti 2026-11-27, 27/11/2026, 27 November 2026, atau 2026-11-27 10.00.",
            );
        }
        read
    }
}

/// What a spreadsheet shows where a formula fails; exported to CSV it is a text like any other.
fn is_error(value: &Value) -> bool {
    const SHOWN: [&str; 7] = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];
    match value {
        Value::Error(_) => true,
        Value::Text(text) => is_marked(text) && SHOWN.contains(&text.trim()),
        _ => false,
    }
}

/// Whether a text begins as what programs write in a cell's place; hardly one of a million does.
fn is_marked(text: &str) -> bool {
    text.trim_start().starts_with('#')
}

/// `ya/tidak`, also as y/t, true/false, 1/0.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ya" | "y" | "true" | "1" => Some(true),
        "tidak" | "t" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// What `complete` writes where a personal number stood, so that the row stays as refused as it was.
pub const REMOVED: &str = "#NIK!";

fn is_removed(value: &Value) -> bool {
    matches!(value, Value::Text(text) if is_marked(text) && text.trim() == REMOVED)
}

/// Whether a column's text holds a number that must not be published; links and identifiers have long numbers of
/// their own, but what stands in `eorder` without being a link is a name.
pub fn is_personal(column: Column, plain: &str) -> bool {
    let exempt =
        col::may_hold_long_numbers(column) && (column != col::EORDER || plain.contains("://"));
    !exempt && holds_personal_number(plain)
}

/// The columns whose fault keeps the whole row out: those required, and those that change the offer.
fn refuses_row(kind: Kind, column: Column) -> bool {
    let columns: &[Column] = match kind {
        Kind::Penjual => &[col::KODE, col::NAMA_USAHA, col::KECAMATAN],
        Kind::Produk => &[
            col::KODE,
            col::PENJUAL,
            col::NAMA_USAHA,
            col::KECAMATAN,
            col::NAMA,
            col::KATEGORI,
            col::HARGA,
            col::SATUAN,
            col::ISI,
            col::STOK,
            col::PO_HARI,
            col::MINIMAL,
            col::KAPASITAS_HARI,
            col::PAJAK,
            col::VARIAN,
            col::JBL,
            col::HARGA_JBL,
            col::GEBETAN,
            col::TAYANG,
        ],
        // An edition on the wrong channel would promise prices where there are none.
        Kind::Jbl => &[col::KODE, col::WILAYAH, col::MULAI, col::SELESAI, col::KANAL],
        Kind::Gebetan => &[col::KODE, col::BULAN, col::TUTUP],
        Kind::Acara => &[col::KODE, col::JENIS, col::JUDUL, col::MULAI, col::SELESAI],
        Kind::Program => &[col::KODE, col::JUDUL, col::RINGKAS],
        Kind::Situs => &[],
    };
    columns.contains(&column)
}
