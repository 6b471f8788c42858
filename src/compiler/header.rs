//! From a table to a sheet of the contract: its kind, its header row, and which column stands where.
//!
//! Whatever is not read is said: other sheets, unknown columns, headings that had to be interpreted.

use crate::compiler::columns::{Column, Kind};
use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::place::Source;
use crate::compiler::profile::{self, Applied};
use crate::compiler::sheet::rows::Rows;
use crate::compiler::sheet::{Embedded, Row, Table, Value};
use crate::compiler::template::example::is_guide;
use crate::domain::permit::holds_personal_number;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A sheet of the contract, ready to be read row by row.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What it lists.
    pub kind: Kind,
    /// Where it comes from.
    pub source: Source,
    /// The contract's columns and where they stand.
    pub columns: Vec<(Column, u32)>,
    /// The rows below the header that have anything in a known column.
    pub rows: Rows,
    /// Pictures in the sheet by their rows.
    pub pictures: BTreeMap<u32, Vec<Arc<[u8]>>>,
}

/// A heading and the column it means.
struct Heading {
    at: u32,
    text: String,
    means: Option<(Column, bool)>,
}

/// Recognises a table; `name` is the workbook's sheet or the CSV file's name without its ending.
pub fn recognise(
    mut table: Table,
    name: &str,
    source: Source,
    problems: &mut Problems,
) -> Option<Sheet> {
    let whole = source.at(None, None, None);
    if is_guide(&table, name) {
        return None;
    }
    let named = match profile::apply(&mut table, name, &source, problems) {
        Applied::NoForm => Kind::from_name(name),
        Applied::Products => Some(Kind::Produk),
        Applied::Nothing => return None,
    };
    if table.rows.is_empty() {
        if named.is_some() {
            broken_rows(&table, &source, problems);
        }
        if named.is_some() && table.broken.is_empty() {
            problems.add(
                Fault::SheetEmpty,
                &whole,
                None,
                "Lembar ini kosong.",
                "Isi lembarnya, atau hapus kalau tidak dipakai.",
            );
        }
        return None;
    }
    let (kind, at) = match named {
        Some(kind) => (kind, find_header(&mut table, kind)),
        None => match kind_of_header(&table) {
            Some((kind, at)) => {
                let message = format!(
                    "Lembar ini dibaca sebagai lembar {}, menurut kepala tabelnya.",
                    kind.word()
                );
                let fix = format!("Beri nama \"{}\" supaya pasti.", kind.word());
                problems.add(Fault::KindFromHeader, &whole, Some(name.to_owned()), message, fix);
                (kind, Some(at))
            }
            None => {
                ignored(&table, name, &whole, problems);
                return None;
            }
        },
    };
    broken_rows(&table, &source, problems);
    let Some(at) = at else {
        header_missing(&table, kind, &whole, problems);
        return None;
    };
    let (headings, below) = headings(&table, kind, at);
    let header_row = table.rows.get(at).map_or(1, |row| row.number);
    let columns = chosen(&headings, kind, &source, header_row, problems);
    let all = Rows::new(table.rows, table.stream, below);
    ignored_columns(&all, &columns, &headings, &source, header_row, problems);
    let rows = all.filled(columns.iter().map(|(_, at)| *at).collect());
    Some(Sheet { kind, source, columns, rows, pictures: by_row(table.pictures) })
}

fn by_row(pictures: Vec<Embedded>) -> BTreeMap<u32, Vec<Arc<[u8]>>> {
    let mut rows: BTreeMap<u32, Vec<Arc<[u8]>>> = BTreeMap::new();
    for picture in pictures {
        let bytes: Arc<[u8]> = picture.bytes.into();
        for row in picture.rows {
            rows.entry(row).or_default().push(Arc::clone(&bytes));
        }
    }
    rows
}

/// Rows that could not be read are errors of their own.
fn broken_rows(table: &Table, source: &Source, problems: &mut Problems) {
    for (row, broken) in &table.broken {
        let (message, fix) = broken.explained();
        problems.add(Fault::RowUnreadable, &source.at(Some(*row), None, None), None, message, fix);
    }
}

/// The first row in which the required names stand. Where a streamed file has it far below, its surroundings
/// become the rows that are looked at.
fn find_header(table: &mut Table, kind: Kind) -> Option<usize> {
    if let Some(at) = header_among(&table.rows, kind) {
        return Some(at);
    }
    let stream = table.stream.as_ref()?;
    (0..stream.blocks()).find_map(|nth| {
        let rows = stream.block(nth, |_| true).ok()?;
        let at = header_among(&rows, kind)?;
        table.rows = rows;
        Some(at)
    })
}

fn header_among(rows: &[Row], kind: Kind) -> Option<usize> {
    rows.iter().position(|row| stands(&means(row, kind), kind))
}

fn stands(columns: &[Column], kind: Kind) -> bool {
    kind.required().iter().all(|group| group.iter().any(|column| columns.contains(column)))
}

/// The columns that a row's texts mean.
fn means(row: &Row, kind: Kind) -> Vec<Column> {
    if row.cells.len() < kind.required().len() {
        return Vec::new();
    }
    row.cells
        .iter()
        .filter_map(|(_, value)| match value {
            Value::Text(text) if text.len() <= 100 => kind.column(text).map(|(column, _)| column),
            _ => None,
        })
        .collect()
}

/// The one kind that a header fits. The required names of one kind may all stand in the header of another (a
/// product sheet names sellers too), so the kind that understands the most headings is meant.
fn kind_of_header(table: &Table) -> Option<(Kind, usize)> {
    let mut fits: Vec<(usize, Kind, usize)> = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::Situs)
        .filter_map(|kind| {
            let at = header_among(&table.rows, kind)?;
            let known = means(table.rows.get(at)?, kind).len();
            Some((known, kind, at))
        })
        .collect();
    fits.sort_by_key(|(known, ..)| std::cmp::Reverse(*known));
    match fits.as_slice() {
        [(_, kind, at)] => Some((*kind, *at)),
        [(most, kind, at), (second, ..), ..] if most > second => Some((*kind, *at)),
        _ => None,
    }
}

/// How many headings of the contract a row of a CSV holds: tells the separator.
pub fn known_headings(row: &[Cow<'_, str>]) -> usize {
    Kind::ALL
        .into_iter()
        .map(|kind| {
            row.iter().filter(|field| field.len() <= 100 && kind.column(field).is_some()).count()
        })
        .max()
        .unwrap_or_default()
}

/// The headings of the row, and the number of the first row below. Where headings were joined downwards, the
/// header has several rows, and the lower ones name what stands under a joined title.
fn headings(table: &Table, kind: Kind, at: usize) -> (Vec<Heading>, u32) {
    let first = table.rows.get(at).map_or(1, |row| row.number);
    let last = table
        .merged
        .iter()
        .filter(|block| block.rows.0 == first)
        .map(|block| block.rows.1)
        .max()
        .unwrap_or(first);
    let mut headings: Vec<Heading> = Vec::new();
    for row in table.rows.iter().skip(at).take_while(|row| row.number <= last) {
        for (column, value) in &row.cells {
            let text = value.plain();
            let means = kind.column(&text);
            match headings.iter_mut().find(|heading| heading.at == *column) {
                Some(heading) if heading.means.is_none() && means.is_some() => {
                    *heading = Heading { at: *column, text, means };
                }
                Some(_) => {}
                None => headings.push(Heading { at: *column, text, means }),
            }
        }
    }
    headings.sort_by_key(|heading| heading.at);
    (headings, last + 1)
}

/// The column of each name: the contract's own heading before any synonym, the left one before the right.
fn chosen(
    headings: &[Heading],
    kind: Kind,
    source: &Source,
    row: u32,
    problems: &mut Problems,
) -> Vec<(Column, u32)> {
    let mut columns: Vec<(Column, u32)> = Vec::new();
    for column in kind.columns() {
        let mut candidates: Vec<(&Heading, bool)> = headings
            .iter()
            .filter_map(|heading| {
                let (means, exact) = heading.means?;
                (means == *column).then_some((heading, exact))
            })
            .collect();
        candidates.sort_by_key(|(heading, exact)| (!exact, heading.at));
        for (nth, (heading, exact)) in candidates.into_iter().enumerate() {
            let at = source.at(Some(row), Some(column), Some(heading.at));
            let text = heading.text.trim().to_owned();
            if nth > 0 {
                let message = format!(
                    "Kolom ini juga berarti {column}, padahal kolom itu sudah ada. Yang ini tidak dibaca."
                );
                problems.add(
                    Fault::ColumnTwice,
                    &at,
                    Some(text),
                    message,
                    "Hapus atau ganti nama salah satunya.",
                );
                continue;
            }
            if !exact {
                let message = format!("Judul kolom ini dibaca sebagai kolom {column}.");
                let fix = format!("Boleh dibiarkan. Supaya pasti, tulis judulnya \"{column}\".");
                problems.add(Fault::HeadingMapped, &at, Some(text), message, fix);
            }
            columns.push((column, heading.at));
        }
    }
    columns
}

fn ignored_columns(
    rows: &Rows,
    columns: &[(Column, u32)],
    headings: &[Heading],
    source: &Source,
    row: u32,
    problems: &mut Problems,
) {
    let mut unread: Vec<u32> = headings
        .iter()
        .filter(|heading| heading.means.is_none())
        .map(|heading| heading.at)
        .collect();
    let read = |column: u32| {
        columns.iter().any(|(_, at)| *at == column)
            || headings.iter().any(|heading| heading.at == column && heading.means.is_some())
    };
    let data = unread_cells(rows, read);
    unread.extend(data.keys().filter(|column| !headings.iter().any(|h| h.at == **column)));
    for column in unread {
        let text = headings
            .iter()
            .find(|heading| heading.at == column)
            .map(|heading| heading.text.trim().to_owned());
        let at = source.at(Some(row), None, Some(column));
        if data.get(&column) == Some(&true) {
            column_personal(&at, text, problems);
            continue;
        }
        let elsewhere = text.as_deref().and_then(|text| {
            Kind::ALL.into_iter().find(|kind| kind.column(text).is_some_and(|(_, exact)| exact))
        });
        let fix = match elsewhere {
            Some(kind) => format!(
                "Kolom bernama ini milik lembar {}. Pindahkan isinya ke sana, atau hapus.",
                kind.word()
            ),
            None => {
                "Hapus kolomnya, atau beri judul sesuai daftar kolom kalau isinya perlu terbit."
                    .to_owned()
            }
        };
        problems.add(
            Fault::ColumnIgnored,
            &at,
            text,
            "Kolom ini tidak dikenal, jadi tidak dibaca.",
            fix,
        );
    }
}

/// The columns that hold something and are not read, and whether one of their cells is a personal number.
fn unread_cells(rows: &Rows, read: impl Fn(u32) -> bool + Sync) -> BTreeMap<u32, bool> {
    if rows.columns().is_some_and(|mut columns| columns.all(&read)) {
        return BTreeMap::new();
    }
    let of_block = |nth: usize| {
        let mut found = BTreeMap::new();
        // A file that can no longer be read is reported by whoever reads its rows.
        for row in rows.block_of(nth, |column| !read(column)).unwrap_or_default() {
            for (column, value) in
                row.cells.iter().filter(|(at, value)| !read(*at) && !value.is_blank())
            {
                *found.entry(*column).or_default() |= holds_personal_number(&value.shown());
            }
        }
        found
    };
    let both = |mut one: BTreeMap<u32, bool>, other: BTreeMap<u32, bool>| {
        for (column, personal) in other {
            *one.entry(column).or_default() |= personal;
        }
        one
    };
    (0..rows.blocks()).into_par_iter().map(of_block).reduce(BTreeMap::new, both)
}

/// Says that a column which is not read holds personal numbers.
pub fn column_personal(at: &At, heading: Option<String>, problems: &mut Problems) {
    problems.add(
        Fault::ColumnPersonal,
        at,
        heading,
        "Kolom ini tidak dibaca, tetapi memuat NIK atau NPWP pribadi.",
        "Hapus kolom ini dari berkas yang diserahkan.",
    );
}

fn header_missing(table: &Table, kind: Kind, at: &At, problems: &mut Problems) {
    // The row that comes nearest tells which names are missing.
    let nearest =
        table.rows.iter().map(|row| means(row, kind)).max_by_key(Vec::len).unwrap_or_default();
    let missing: Vec<String> = kind
        .required()
        .iter()
        .filter(|group| !group.iter().any(|column| nearest.contains(column)))
        .map(|group| group.join(" atau "))
        .collect();
    let message = format!(
        "Kepala tabel lembar {} tidak ditemukan. Kolom yang belum ada: {}.",
        kind.word(),
        missing.join(", ")
    );
    problems.add(
        Fault::HeaderMissing,
        at,
        None,
        message,
        "Tambahkan nama kolom itu pada baris judul kolom.",
    );
}

fn ignored(table: &Table, name: &str, at: &At, problems: &mut Problems) {
    let message = format!(
        "Lembar ini bukan salah satu lembar pasar, jadi tidak dibaca.{}",
        personal_note(table)
    );
    problems.add(Fault::SheetIgnored, at, Some(name.to_owned()), message, "Biarkan kalau hanya catatan. Kalau isinya perlu terbit, beri nama penjual, produk, jbl, gebetan, acara, atau program.");
}

/// A sentence where an unread sheet holds a personal number.
pub fn personal_note(table: &Table) -> &'static str {
    let rows = Rows::new(table.rows.clone(), table.stream.clone(), 0);
    let found = unread_cells(&rows, |_| false).into_values().any(|personal| personal);
    if found {
        " Di dalamnya ada NIK atau NPWP pribadi: hapus dari berkas yang diserahkan."
    } else {
        ""
    }
}
