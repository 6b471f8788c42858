//! `catalogue complete`: the whole input as one workbook with the codes filled in, so that addresses stay.
//!
//! Writes no file: the workbook is returned as bytes. What was refused is written again as it stood, to be mended
//! there, but for personal numbers, which are left out.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::check::codes::Assigned;
use crate::compiler::columns::{self as col, Column, Kind};
#[cfg(feature = "compiler")]
use crate::compiler::folder::{FolderError, read_input};
use crate::compiler::read::Input;
#[cfg(feature = "compiler")]
use crate::compiler::read::{Options, Reading};
use crate::compiler::row::{REMOVED, is_personal};
use crate::compiler::sheet::Row;
use crate::compiler::template::example::is_marked;
use crate::compiler::workbook::{Page, write};
use crate::domain::code::Code;
use crate::domain::permit::holds_personal_number;
use rust_xlsxwriter::XlsxError;
#[cfg(feature = "compiler")]
use std::path::Path;
use toml::Value;

/// Why the workbook cannot be made.
#[cfg(feature = "compiler")]
#[derive(Debug, thiserror::Error)]
pub enum CompleteError {
    /// The input cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The workbook's writer gave up.
    #[error("cannot write the workbook")]
    Workbook(#[from] XlsxError),
}

/// The completed workbook of a folder, and the reading it was made from.
#[cfg(feature = "compiler")]
pub fn complete(folder: &Path, options: &Options) -> Result<(Vec<u8>, Reading), CompleteError> {
    let (reading, input) = read_input(folder, options, None)?;
    Ok((completed(&input, &reading.catalogue)?, reading))
}

/// The completed workbook of what was read.
pub(crate) fn completed(input: &Input, catalogue: &Catalogue) -> Result<Vec<u8>, XlsxError> {
    let pages: Vec<Page> =
        Kind::ALL.into_iter().filter_map(|kind| page(kind, input, catalogue)).collect();
    write(&pages)
}

/// The page of a kind, without columns that nobody fills; none where the kind has no row.
fn page(kind: Kind, input: &Input, catalogue: &Catalogue) -> Option<Page> {
    let mut rows = if kind == Kind::Situs { settings(input) } else { copied(kind, input) };
    match kind {
        Kind::Penjual => {
            let listed = rows.len();
            fill(&mut rows, own(&input.outcome.sellers.codes).take(listed));
            rows.extend(derived(input, catalogue));
        }
        Kind::Produk => {
            fill(&mut rows, own(&input.outcome.product_codes));
            name_sellers(&mut rows, input, catalogue);
        }
        Kind::Jbl => fill(&mut rows, own(&input.edition_codes)),
        Kind::Gebetan => fill(&mut rows, own(&input.programme_codes.rounds)),
        Kind::Acara => fill(&mut rows, own(&input.programme_codes.events)),
        Kind::Program => fill(&mut rows, own(&input.programme_codes.programmes)),
        Kind::Situs => {}
    }
    if rows.is_empty() {
        return None;
    }
    let columns: Vec<Column> = kind
        .columns()
        .iter()
        .copied()
        .filter(|column| *column == col::KODE || rows.iter().any(|row| !row.get(column).is_empty()))
        .filter(|column| kind.columns().contains(column))
        .collect();
    let texts = |row: &Cells| columns.iter().map(|column| row.get(column).to_owned()).collect();
    let rows = rows.iter().map(texts).collect();
    Some(Page { kind, columns, rows })
}

/// The cells of one row by column.
#[derive(Clone, Debug, Default)]
struct Cells(Vec<(Column, String)>);

impl Cells {
    fn get(&self, column: Column) -> &str {
        self.0.iter().find(|(known, _)| *known == column).map_or("", |(_, text)| text.as_str())
    }

    fn set(&mut self, column: Column, text: String) {
        self.0.retain(|(known, _)| *known != column);
        self.0.push((column, text));
    }
}

/// The rows of a kind as they stand.
fn copied(kind: Kind, input: &Input) -> Vec<Cells> {
    let cells = |columns: &[(Column, u32)], row: &Row| {
        let text = |column: Column, at: u32| {
            let text = row.get(at)?.plain();
            if is_personal(column, &text) {
                return Some((column, REMOVED.to_owned()));
            }
            // Neither a number to call nor a business number is as long as a NIK.
            let mistaken = matches!(column, col::NIB | col::WHATSAPP | col::KOPERASI_WA);
            (!(mistaken && holds_personal_number(&text))).then_some((column, text))
        };
        Cells(columns.iter().filter_map(|(column, at)| text(column, *at)).collect())
    };
    input
        .sheets
        .iter()
        .filter(|sheet| sheet.kind == kind)
        .flat_map(|sheet| {
            let own = sheet.rows.iter().flatten().filter(|row| !is_marked(sheet, row));
            own.map(|row| cells(&sheet.columns, &row))
        })
        .collect()
}

/// The code of each row that has one.
fn own(codes: &[Assigned]) -> impl Iterator<Item = Option<&Code>> {
    codes.iter().map(Assigned::code)
}

/// Fills the codes in; a row without one of its own keeps what it has.
fn fill<'a>(rows: &mut [Cells], codes: impl Iterator<Item = Option<&'a Code>>) {
    for (row, code) in rows.iter_mut().zip(codes) {
        if let Some(code) = code {
            row.set(col::KODE, code.to_string());
        }
    }
}

/// The code of a seller that has a row in the workbook: one of the sheet, or one that product rows brought along and
/// of whom something stands. Else a row refused for good would leave its seller behind.
fn written<'a>(at: usize, input: &'a Input, catalogue: &Catalogue) -> Option<&'a Code> {
    let sellers = &input.outcome.sellers;
    let code = sellers.codes.get(at)?.code()?;
    let stands = || catalogue.sellers.binary_search_by(|seller| seller.code.cmp(code)).is_ok();
    (at < sellers.listed || stands()).then_some(code)
}

/// Rows for the sellers that product rows brought along.
fn derived(input: &Input, catalogue: &Catalogue) -> Vec<Cells> {
    let sellers = &input.outcome.sellers;
    let products = copied(Kind::Produk, input);
    (sellers.listed..sellers.drafts.len())
        .filter_map(|at| {
            let draft = sellers.drafts.get(at)?;
            let code = written(at, input, catalogue)?;
            let mut row = Cells::default();
            row.set(col::KODE, code.to_string());
            row.set(col::NAMA_USAHA, draft.identity.name.clone());
            row.set(col::KECAMATAN, draft.kecamatan?.name().to_owned());
            // A number that could not be read is kept as it stands, to be mended.
            let rows = input.outcome.owners.iter().zip(&products);
            let first = rows.filter(|(owner, _)| **owner == Some(at)).map(|(_, row)| row).next();
            let as_it_stands =
                first.map(|row| row.get(col::WHATSAPP).to_owned()).unwrap_or_default();
            let phone = draft.phone.as_ref().map_or(as_it_stands, |phone| phone.local());
            if !holds_personal_number(&phone) {
                row.set(col::WHATSAPP, phone);
            }
            Some(row)
        })
        .collect()
}

/// Puts the seller's code in place of name, number and kecamatan, wherever the seller has a row.
fn name_sellers(rows: &mut [Cells], input: &Input, catalogue: &Catalogue) {
    for (row, owner) in rows.iter_mut().zip(&input.outcome.owners) {
        let Some(code) = owner.and_then(|at| written(at, input, catalogue)) else { continue };
        row.set(col::PENJUAL, code.to_string());
        for column in [col::NAMA_USAHA, col::WHATSAPP, col::KECAMATAN] {
            row.set(column, String::new());
        }
    }
}

/// The settings, as a sheet of keys and values.
fn settings(input: &Input) -> Vec<Cells> {
    let mut rows = Vec::new();
    let mut add = |key: String, value: String| {
        if !holds_personal_number(&value) {
            rows.push(Cells(vec![(col::KUNCI, key), (col::NILAI, value)]));
        }
    };
    for setting in &input.settings {
        match (&setting.value, setting.key.as_str()) {
            (Value::Table(labels), "label") => {
                for (name, label) in labels {
                    add(format!("label.{name}"), flat(label, "; "));
                }
            }
            (Value::Array(items), "kategori_tambahan") => {
                let texts: Vec<String> = items.iter().map(category).collect();
                add(setting.key.clone(), texts.join("; "));
            }
            (Value::Table(table), "kategori_tambahan") => {
                let text = |(name, value): (&String, &Value)| match value {
                    Value::Table(inner) => {
                        let mut inner = inner.clone();
                        inner.insert("kode".to_owned(), Value::String(name.clone()));
                        inner.entry("nama").or_insert_with(|| Value::String(name.clone()));
                        category(&Value::Table(inner))
                    }
                    aliases => format!("{name}: {}", words(aliases)),
                };
                add(setting.key.clone(), table.iter().map(text).collect::<Vec<_>>().join("; "));
            }
            (value, _) => add(setting.key.clone(), flat(value, "; ")),
        }
    }
    rows
}

/// `rias = Kecantikan: kosmetik, sabun`.
fn category(value: &Value) -> String {
    let Value::Table(table) = value else { return flat(value, ", ") };
    let field = |name: &str| table.get(name).map(|value| flat(value, ", "));
    let code = field("kode");
    let name = field("nama").or_else(|| code.clone()).unwrap_or_default();
    let head = code.map_or_else(|| name.clone(), |code| format!("{code} = {name}"));
    match table.get("alias").or_else(|| table.get("aliases")) {
        Some(aliases) => format!("{head}: {}", words(aliases)),
        None => head,
    }
}

/// Words of one kind of goods: a semicolon, which parts them too, begins the next kind in a sheet.
fn words(value: &Value) -> String {
    flat(value, ", ").replace([';', '\n'], ",")
}

/// A value as a sheet holds it; pairs such as packages become `Staf: 100000`.
fn flat(value: &Value, between: &str) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let pair = |item: &Value| match item {
                Value::Array(_) => flat(item, ": "),
                Value::Table(table) => {
                    let values: Vec<String> = ["nama", "rupiah", "harga"]
                        .iter()
                        .filter_map(|name| table.get(*name))
                        .map(|value| flat(value, ": "))
                        .collect();
                    values.join(": ")
                }
                other => flat(other, between),
            };
            items.iter().map(pair).collect::<Vec<_>>().join(between)
        }
        Value::Table(table) => {
            let pair = |(name, value): (&String, &Value)| format!("{name}: {}", flat(value, ", "));
            table.iter().map(pair).collect::<Vec<_>>().join(between)
        }
        other => other.to_string(),
    }
}
