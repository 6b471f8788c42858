//! Files by their names and bytes: which are sheets, what they hold, and what is said of the others.
//!
//! It does not know where they come from.

use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::header::{Sheet, known_headings, recognise};
use crate::compiler::place::Source;
use crate::compiler::profile;
use crate::compiler::sheet::{
    MOST_DECODED_BYTES, MOST_WORKBOOK_BYTES, SheetError, Table, csv, most_rows, workbook,
};

/// How a sheet's file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Workbook(workbook::Format),
    Csv,
}

/// Endings of tables that staff may believe to be read.
const OTHER_TABLES: [&str; 8] = ["xls", "xlsm", "xlsb", "xltx", "fods", "ots", "numbers", "tsv"];

/// Says that a table of another kind is not read; whether it is one.
pub fn other_table(name: &str, problems: &mut Problems) -> bool {
    let ending = ending(name);
    let is_table = OTHER_TABLES.contains(&ending.as_str());
    if is_table {
        problems.add(
            Fault::FileType,
            &at(name),
            None,
            format!("Berkas .{ending} tidak dibaca."),
            "Buka berkasnya, lalu simpan sebagai .xlsx, .ods, atau .csv.",
        );
    }
    is_table
}

/// Says of a file that somebody chose that it is no sheet. A folder may hold other things, and nothing is said of them.
pub fn no_sheet(name: &str, problems: &mut Problems) {
    if !other_table(name, problems) {
        problems.add(
            Fault::FileIgnored,
            &at(name),
            None,
            "Berkas ini bukan lembar, jadi tidak dibaca.",
            "Pilih lembar .xlsx, .ods, atau .csv.",
        );
    }
}

pub(super) fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

pub(super) fn format(ending: &str) -> Option<Format> {
    match ending {
        "xlsx" => Some(Format::Workbook(workbook::Format::Xlsx)),
        "ods" => Some(Format::Workbook(workbook::Format::Ods)),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}

pub(super) fn at(name: &str) -> At {
    Source::new(name, None, (0, 0)).at(None, None, None)
}

/// A file that was opened: its tables, or why there are none.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub tables: Result<Vec<Table>, SheetError>,
}

impl Opened {
    /// Opens a file that was handed over as its bytes. None where its name is not that of a sheet.
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Option<Self> {
        let tables = match format(&ending(name))? {
            Format::Csv if bytes.len() as u64 > MOST_DECODED_BYTES => Err(SheetError::TooLarge),
            Format::Csv => csv::read(bytes, known_headings).map(|table| vec![table]),
            Format::Workbook(format) => format.read(bytes),
        };
        Some(Self { name: name.to_owned(), tables })
    }
}

/// The sheets of opened files. A file that could not be read is an error of its own and stops no other.
pub fn recognised(files: Vec<Opened>, problems: &mut Problems) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for (nth, Opened { name: file, tables }) in (1..).zip(files) {
        match tables {
            Ok(mut tables) => {
                profile::name_categories(&mut tables);
                for (place, table) in (1..).zip(tables) {
                    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
                    let name = table.name.clone().unwrap_or_else(|| stem.to_owned());
                    let source = Source::new(file.as_str(), table.name.clone(), (nth, place));
                    sheets.extend(recognise(table, &name, source, problems));
                }
            }
            Err(error) => {
                let at = Source::new(file, None, (nth, 0)).at(None, None, None);
                unreadable(&error, &at, problems);
            }
        }
    }
    sheets
}

/// Says why a file cannot be read.
pub fn unreadable(error: &SheetError, at: &At, problems: &mut Problems) {
    let (fault, message, fix) = match error {
        SheetError::Damaged(_) => (
            Fault::FileUnreadable,
            "Berkas ini rusak atau bukan lembar kerja yang sebenarnya.".to_owned(),
            "Buka di Excel atau LibreOffice, lalu simpan ulang.",
        ),
        SheetError::OldOrProtected => (
            Fault::FileUnreadable,
            "Berkas ini berformat lama atau dikunci dengan kata sandi.".to_owned(),
            "Hapus kata sandinya, lalu simpan sebagai .xlsx.",
        ),
        SheetError::NotText => (
            Fault::FileUnreadable,
            "Isi berkas ini bukan teks CSV.".to_owned(),
            "Simpan ulang sebagai CSV UTF-8.",
        ),
        SheetError::OldEncoding => (
            Fault::FileTooLarge,
            format!(
                "Berkas ini bukan UTF-8 dan lebih dari {} MB.",
                MOST_DECODED_BYTES / 1024 / 1024
            ),
            "Simpan ulang sebagai CSV UTF-8; dengan itu ukurannya tidak dibatasi.",
        ),
        SheetError::TooLarge => (
            Fault::FileTooLarge,
            format!(
                "Berkas ini terlalu besar (batasnya {} MB), atau isinya mengembang tidak wajar.",
                MOST_WORKBOOK_BYTES / 1024 / 1024
            ),
            "Hapus gambar dan lembar yang tidak perlu, atau bagi menjadi beberapa berkas.",
        ),
        SheetError::TooCostly => (
            Fault::FileTooLarge,
            "Membaca berkas ini memerlukan memori atau waktu yang jauh melebihi lembar kerja biasa."
                .to_owned(),
            "Salin baris datanya ke buku kerja baru, lalu simpan sebagai .xlsx.",
        ),
        SheetError::Unread(_) => (
            Fault::FileUnreadable,
            "Berkas ini tidak dapat dibuka di komputer ini.".to_owned(),
            "Periksa izin membacanya, tutup program yang sedang memakainya, lalu coba lagi.",
        ),
        SheetError::TooManyRows => (
            Fault::FileTooLarge,
            format!("Berkas ini lebih dari {} baris.", most_rows()),
            "Bagi menjadi beberapa berkas.",
        ),
    };
    problems.add(
        fault,
        at,
        None,
        format!("{message} Berkas ini tidak dibaca; berkas lain tetap dibaca."),
        fix,
    );
}
