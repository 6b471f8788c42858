//! Forms of marketplaces, in which many shops already keep their goods: recognised by their headings and turned into a
//! `produk` sheet, so that everything behind reads them like any other.
//!
//! Said in one warning. What a form has no column for is asked for once, and not once a row. Pictures that a form
//! names by their address are never fetched.

pub mod forms;

use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::files::unreadable;
use crate::compiler::header::{column_personal, personal_note};
use crate::compiler::place::Source;
use crate::compiler::profile::forms::{FORMS, Form, Means};
use crate::compiler::row::yes_or_no;
use crate::compiler::sheet::{MOST_ROWS, Row, SheetError, Table, Value};
use crate::domain::fold::squash;
use crate::domain::money::grouped;
use crate::domain::permit::holds_personal_number;
use std::collections::HashMap;

/// How far down a form's header is looked for: above it stand a title and some lines of advice.
const HEADER_WITHIN: usize = 30;

/// What became of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It is no form that is known.
    NoForm,
    /// It is now a `produk` sheet.
    Products,
    /// It is a form of which nothing can be read; that is said.
    Nothing,
}

/// Turns a form into a `produk` sheet; `name` is the sheet's own.
pub fn apply(table: &mut Table, name: &str, source: &Source, problems: &mut Problems) -> Applied {
    let Some(found) = Found::in_table(table) else { return Applied::NoForm };
    let form = found.form;
    let whole = source.at(None, None, None);
    if let Err(error) = keep(table) {
        unreadable(&error, &whole, problems);
        return Applied::Nothing;
    }
    if squash(name).starts_with("contoh") {
        let message =
            format!("Lembar ini contoh pengisian formulir {}, jadi tidak dibaca.", form.name);
        let fix = "Boleh dibiarkan.";
        problems.add(Fault::SheetIgnored, &whole, Some(name.to_owned()), message, fix);
        return Applied::Nothing;
    }
    let products = table.rows.iter().filter(|row| found.is_product(row)).count();
    if products == 0 {
        let message = format!("Formulir {} ini belum berisi produk.", form.name);
        let fix = "Isi formulirnya, atau hapus kalau tidak dipakai.";
        problems.add(Fault::SheetEmpty, &whole, None, message, fix);
        return Applied::Nothing;
    }
    pictures(table, &found, source, problems);
    let missing = missing(table, &found);
    if missing.is_empty() {
        let at = source.at(Some(found.header), None, None);
        problems.add(Fault::FormMapped, &at, None, found.mapped(table), MAPPED_FIX);
        for column in found.rewrite(table) {
            let at = source.at(Some(found.header), None, Some(column));
            column_personal(&at, None, problems);
        }
        return Applied::Products;
    }
    let message = format!(
        "Lembar ini formulir {}, yang tidak menyebut {}. Karena itu {} produknya tidak terbit.{}",
        form.name,
        missing.join(" dan "),
        grouped(products as u64),
        personal_note(table)
    );
    let mut columns: Vec<String> = missing.iter().map(|column| advice(column)).collect();
    if found.place_of(col::PENJUAL).or(found.place_of(col::KECAMATAN)).is_none()
        && !missing.contains(&col::PENJUAL)
    {
        columns.push("kecamatan (kalau penjualnya belum ada di lembar penjual)".to_owned());
    }
    let fix = format!(
        "Tambahkan kolom di sebelah kanan tabel, dengan judul di baris {}: {}. Isi untuk setiap produk, lalu periksa lagi.",
        found.header,
        columns.join("; ")
    );
    problems.add(
        Fault::FormIncomplete,
        &source.at(Some(found.header), None, None),
        None,
        message,
        fix,
    );
    Applied::Nothing
}

/// Takes all rows of a streamed file in: a form is filled in by hand, so it is short.
fn keep(table: &mut Table) -> Result<(), SheetError> {
    let Some(stream) = table.stream.take() else { return Ok(()) };
    table.rows.clear();
    for nth in 0..stream.blocks() {
        let block =
            stream.block(nth, |_| true).map_err(|error| SheetError::Damaged(error.to_string()))?;
        table.rows.extend(block);
        if table.rows.len() > MOST_ROWS {
            return Err(SheetError::TooManyRows);
        }
    }
    Ok(())
}

/// Puts this market's categories in place of a marketplace's numbers, where the workbook brings the list of them along.
pub fn name_categories(tables: &mut [Table]) {
    for at in 0..tables.len() {
        let Some(form) =
            tables.get(at).and_then(|table| Found::in_table(table).map(|found| found.form))
        else {
            continue;
        };
        let mut known: HashMap<String, &'static str> = HashMap::new();
        for list in tables.iter() {
            known.extend(categories(list, form));
        }
        let Some(table) = tables.get_mut(at) else { continue };
        let Some(found) = Found::in_table(table) else { continue };
        let Some(column) = found.place_of(col::KATEGORI) else { continue };
        for row in table.rows.iter_mut().filter(|row| row.number > found.header) {
            if let Some(cell) = cell(row, column)
                && let Some(ours) = known.get(&cell.plain())
            {
                *cell = Value::Text((*ours).to_owned());
            }
        }
    }
}

/// The numbers of a list of categories (a row of names, the number behind them) that mean a category of this market.
fn categories<'a>(
    list: &'a Table,
    form: &'a Form,
) -> impl Iterator<Item = (String, &'static str)> + 'a {
    let heads = list.rows.first().map(texts).unwrap_or_default();
    let stands = |word: &str| heads.iter().find(|(_, text)| text == word).map(|(at, _)| *at);
    let number = stands("kategori").and(stands("kode"));
    list.rows.iter().skip(1).filter_map(move |row| {
        let number = number?;
        let ours = |(_, name): &(u32, String)| {
            form.categories.iter().find(|(theirs, _)| theirs == name).map(|(_, ours)| *ours)
        };
        let names = texts(row);
        let found = names.iter().filter(|(at, _)| *at < number).find_map(ours)?;
        Some((row.get(number)?.plain(), found))
    })
}

/// A form that a table is, and where its columns stand.
struct Found {
    form: &'static Form,
    /// The header's row, as the spreadsheet program numbers it.
    header: u32,
    /// Folded headings by column.
    heads: Vec<(u32, String)>,
    /// Columns that staff have added: none of the form's, or by the contract's very name.
    own: Vec<(u32, Column)>,
}

impl Found {
    fn in_table(table: &Table) -> Option<Self> {
        table.rows.iter().take(HEADER_WITHIN).find_map(|row| {
            let heads = texts(row);
            let has = |mark: &str| heads.iter().any(|(_, head)| head == mark);
            let form = FORMS.iter().find(|form| form.marks.iter().all(|mark| has(mark)))?;
            let named = |(at, value): &(u32, Value)| {
                let text = value.plain();
                let (column, _) = Kind::Produk.column(&text)?;
                (column == text.trim() || !form.has(&squash(&text))).then_some((*at, column))
            };
            let own = row.cells.iter().filter_map(named).collect();
            Some(Self { form, header: row.number, heads, own })
        })
    }

    /// Where a folded heading stands.
    fn head(&self, wanted: &str) -> Option<u32> {
        self.heads.iter().find(|(_, head)| head == wanted).map(|(at, _)| *at)
    }

    /// Where a column of the contract stands, staff's own before the form's.
    fn place_of(&self, column: Column) -> Option<u32> {
        let own = self.own.iter().find(|(_, known)| *known == column).map(|(at, _)| *at);
        own.or_else(|| {
            let (head, ..) = self.form.columns.iter().find(|(_, known, _)| *known == column)?;
            self.head(head)
        })
    }

    /// Whether a row is one of a product: it has a name.
    fn is_product(&self, row: &Row) -> bool {
        let name = self.place_of(col::NAMA);
        row.number > self.header
            && name.and_then(|at| row.get(at)).is_some_and(|value| !value.is_blank())
    }

    /// Whether any product has something in that column.
    fn says(&self, table: &Table, at: u32) -> bool {
        let mut rows = table.rows.iter().filter(|row| self.is_product(row));
        rows.any(|row| row.get(at).is_some_and(|value| !value.is_blank()))
    }

    /// "Lembar ini formulir …", with every column that is read.
    fn mapped(&self, table: &Table) -> String {
        let header = table.rows.iter().find(|row| row.number == self.header);
        let said = |(head, column, _): &(&str, Column, Means)| {
            let text = header?.get(self.head(head)?)?.plain();
            Some(format!("{} → {column}", text.replace('*', "").trim()))
        };
        let columns: Vec<String> = self.form.columns.iter().filter_map(said).collect();
        format!(
            "Lembar ini formulir {}. Yang dibaca: {}. Kolom lain dari formulir itu tidak dibaca.",
            self.form.name,
            columns.join(", ")
        )
    }

    /// Gives the columns the contract's names and their cells its words, and takes away what is not read; of that, the
    /// columns that hold a personal number.
    fn rewrite(&self, table: &mut Table) -> Vec<u32> {
        let read: Vec<(u32, Column, Means)> = self
            .form
            .columns
            .iter()
            .filter(|(_, column, _)| !self.own.iter().any(|(_, own)| own == column))
            .filter_map(|(head, column, means)| Some((self.head(head)?, *column, *means)))
            .collect();
        let unread = |at: u32| {
            let head =
                self.heads.iter().find(|(known, _)| *known == at).map(|(_, head)| head.as_str());
            head.is_some_and(|head| {
                let form = self.form;
                let replaced = form.columns.iter().any(|(known, ..)| *known == head)
                    && !read.iter().any(|(known, ..)| *known == at)
                    && !self.own.iter().any(|(known, _)| *known == at);
                replaced || form.unread.contains(&head) || form.pictures.contains(&head)
            })
        };
        for row in table.rows.iter_mut().filter(|row| row.number >= self.header) {
            if row.number == self.header {
                for (at, column, _) in &read {
                    if let Some(cell) = cell(row, *at) {
                        *cell = Value::Text((*column).to_owned());
                    }
                }
            } else {
                self.reword(row, &read);
            }
        }
        let mut personal: Vec<u32> = table
            .rows
            .iter()
            .filter(|row| row.number > self.header)
            .flat_map(|row| &row.cells)
            .filter(|(at, value)| unread(*at) && holds_personal_number(&value.plain()))
            .map(|(at, _)| *at)
            .collect();
        for row in table.rows.iter_mut().filter(|row| row.number >= self.header) {
            row.cells.retain(|(at, _)| !unread(*at));
        }
        // What stands above the header is title and advice.
        table.rows.retain(|row| row.number >= self.header);
        personal.sort_unstable();
        personal.dedup();
        personal
    }

    /// Puts the contract's words into a product's cells.
    fn reword(&self, row: &mut Row, read: &[(u32, Column, Means)]) {
        let ordered_ahead = |row: &Row, other: &str| {
            let said = self.head(other).and_then(|at| row.get(at)).map(Value::plain);
            said.is_some_and(|said| yes_or_no(&said) == Some(true))
        };
        for (at, _, means) in read {
            match means {
                Means::Same => {}
                Means::Active => put(row, *at, active),
                Means::Pieces => {
                    let ahead = self.form.columns.iter().any(|(_, _, means)| {
                        matches!(means, Means::DaysIf(other) if ordered_ahead(row, other))
                    });
                    put(row, *at, |text| if ahead { Some("po".to_owned()) } else { pieces(text) });
                }
                Means::DaysIf(other) => {
                    if !ordered_ahead(row, other) {
                        row.cells.retain(|(column, _)| column != at);
                    }
                }
                Means::WithUnit(other) => {
                    let unit = self.head(other).and_then(|at| row.get(at)).map(Value::plain);
                    match unit.filter(|unit| !unit.trim().is_empty()) {
                        Some(unit) => put(row, *at, |number| Some(format!("{number} {unit}"))),
                        // A number alone is no measure, and the form does not require one.
                        None => row.cells.retain(|(column, _)| column != at),
                    }
                }
            }
        }
    }
}

/// The required columns that no product has anything in.
fn missing(table: &Table, found: &Found) -> Vec<Column> {
    let says = |column: &Column| found.place_of(column).is_some_and(|at| found.says(table, at));
    let required = Kind::Produk.required().iter();
    required
        .filter(|group| !group.iter().any(says))
        .filter_map(|group| group.first().copied())
        .collect()
}

/// How a missing column is filled in.
fn advice(column: Column) -> String {
    match column {
        col::PENJUAL => {
            "penjual (kode di lembar penjual; atau pakai tiga kolom nama_usaha, whatsapp, kecamatan)".to_owned()
        }
        col::SATUAN => "satuan (pcs, porsi, bungkus, kg …)".to_owned(),
        other => other.to_owned(),
    }
}

const MAPPED_FIX: &str = "Boleh dibiarkan. Kode produk dibuat dari namanya; jalankan catalogue complete supaya kode \
    itu tetap.";

fn pictures(table: &Table, found: &Found, source: &Source, problems: &mut Problems) {
    let named = found.form.pictures.iter().filter_map(|head| found.head(head));
    let Some(at) = named.into_iter().find(|at| found.says(table, *at)) else { return };
    problems.add(
        Fault::PictureRemote,
        &source.at(Some(found.header), None, Some(at)),
        None,
        "Gambar di formulir ini berupa alamat web, jadi tidak diambil.",
        "Simpan fotonya di folder foto dengan nama kode produknya, misalnya keripik-tempe.jpg.",
    );
}

/// The folded texts of a row by column.
fn texts(row: &Row) -> Vec<(u32, String)> {
    let text = |(at, value): &(u32, Value)| match value {
        Value::Text(text) if text.len() <= 100 => Some((*at, squash(text))),
        _ => None,
    };
    row.cells.iter().filter_map(text).collect()
}

fn cell(row: &mut Row, column: u32) -> Option<&mut Value> {
    row.cells.iter_mut().find(|(at, _)| *at == column).map(|(_, value)| value)
}

/// Puts another text in place of a cell's, where there is one.
fn put(row: &mut Row, column: u32, word: impl Fn(&str) -> Option<String>) {
    if let Some(cell) = cell(row, column)
        && !cell.is_blank()
        && let Some(text) = word(cell.plain().trim())
    {
        *cell = Value::Text(text);
    }
}

/// "Aktif" is shown, "Nonaktif" is not; what is neither stays, to be said.
fn active(text: &str) -> Option<String> {
    match squash(text).as_str() {
        "aktif" => Some("ya".to_owned()),
        "nonaktif" | "tidakaktif" => Some("tidak".to_owned()),
        _ => None,
    }
}

/// None left is sold out, anything else is in stock; what is no number stays, to be said.
fn pieces(text: &str) -> Option<String> {
    let left: u64 = text.replace('.', "").parse().ok()?;
    Some(if left == 0 { "habis" } else { "siap" }.to_owned())
}
