//! The files of a folder: which are sheets, in which order, and what is said of the others.

use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::header::{Sheet, known_headings, recognise};
use crate::compiler::place::Source;
use crate::compiler::profile;
use crate::compiler::progress::Stage;
use crate::compiler::sheet::{
    MOST_DECODED_BYTES, MOST_WORKBOOK_BYTES, SheetError, Table, csv, most_rows, workbook,
};
use rayon::prelude::*;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// A file that is read as sheets.
#[derive(Clone, Debug)]
pub struct SheetFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Workbook(workbook::Format),
    Csv,
}

/// Endings of tables that staff may believe to be read.
const OTHER_TABLES: [&str; 8] = ["xls", "xlsm", "xlsb", "xltx", "fods", "ots", "numbers", "tsv"];
/// Endings of pictures, which belong into `foto`.
const PICTURES: [&str; 5] = ["jpg", "jpeg", "png", "webp", "heic"];

/// The sheets of a folder by name; what looks like one and is none is said.
pub fn list(folder: &Path, problems: &mut Problems) -> io::Result<Vec<SheetFile>> {
    let mut entries: Vec<(String, PathBuf)> = fs::read_dir(folder)?
        .flatten()
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        // Hidden files, and the locks that office programs leave while a sheet is open.
        .filter(|(name, _)| !name.starts_with('.') && !name.starts_with("~$"))
        .collect();
    entries.sort();
    let mut files = Vec::new();
    let mut pictures = 0;
    for (name, path) in entries {
        if path.is_dir() {
            subfolder(&name, &path, problems);
            continue;
        }
        let ending = ending(&name);
        match format(&ending) {
            Some(format) => files.push(SheetFile { path, name, format }),
            None if OTHER_TABLES.contains(&ending.as_str()) => {
                let message = format!("Berkas .{ending} tidak dibaca.");
                problems.add(
                    Fault::FileType,
                    &at(&name),
                    None,
                    message,
                    "Buka berkasnya, lalu simpan sebagai .xlsx, .ods, atau .csv.",
                );
            }
            None => pictures += usize::from(PICTURES.contains(&ending.as_str())),
        }
    }
    if pictures > 0 {
        let message = format!("{pictures} gambar terletak di luar folder foto, jadi tidak dibaca.");
        problems.add(
            Fault::FileIgnored,
            &At::default(),
            None,
            message,
            "Pindahkan ke folder foto.",
        );
    }
    Ok(files)
}

/// Sheets in a folder inside the folder are not read, which must not surprise anyone.
fn subfolder(name: &str, path: &Path, problems: &mut Problems) {
    let holds_sheets = fs::read_dir(path).is_ok_and(|inside| {
        inside.flatten().any(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            !name.starts_with('.') && format(&ending(&name)).is_some()
        })
    });
    if holds_sheets {
        problems.add(
            Fault::FileIgnored,
            &at(name),
            None,
            "Lembar di dalam folder ini tidak dibaca.",
            "Pindahkan lembarnya ke folder utama.",
        );
    }
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

fn format(ending: &str) -> Option<Format> {
    match ending {
        "xlsx" => Some(Format::Workbook(workbook::Format::Xlsx)),
        "ods" => Some(Format::Workbook(workbook::Format::Ods)),
        "csv" => Some(Format::Csv),
        _ => None,
    }
}

fn at(name: &str) -> At {
    Source::new(name, None, (0, 0)).at(None, None, None)
}

/// Reads the sheets, as many files at once as there are cores, and gives them in the files' order. A file that
/// cannot be read is an error of its own and stops no other.
pub fn read(files: &[SheetFile], problems: &mut Problems) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let progress = Stage::begin("Membaca lembar", files.len());
    let read_one = |file: &SheetFile| {
        let tables = tables(file);
        progress.step();
        tables
    };
    let read: Vec<_> = files.par_iter().map(read_one).collect();
    for (nth, (file, tables)) in (1..).zip(files.iter().zip(read)) {
        match tables {
            Ok(mut tables) => {
                profile::name_categories(&mut tables);
                for (place, table) in (1..).zip(tables) {
                    let stem =
                        file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
                    let name = table.name.clone().unwrap_or_else(|| stem.to_owned());
                    let source = Source::new(file.name.as_str(), table.name.clone(), (nth, place));
                    sheets.extend(recognise(table, &name, source, problems));
                }
            }
            Err(error) => unreadable(
                &error,
                &Source::new(file.name.as_str(), None, (nth, 0)).at(None, None, None),
                problems,
            ),
        }
    }
    sheets
}

fn tables(file: &SheetFile) -> Result<Vec<Table>, SheetError> {
    let unread = |error: io::Error| SheetError::Unread(error.to_string());
    // What is no plain file, such as a pipe, might never end; so it is asked before anything is opened.
    let about = fs::metadata(&file.path).map_err(unread)?;
    if !about.is_file() {
        return Err(SheetError::Unread("not a plain file".to_owned()));
    }
    let opened = || File::open(&file.path).map_err(unread);
    match file.format {
        Format::Csv => csv::open(opened()?, known_headings).map(|table| vec![table]),
        Format::Workbook(_) if about.len() > MOST_WORKBOOK_BYTES => Err(SheetError::TooLarge),
        Format::Workbook(format) => workbook::read(format, opened()?),
    }
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
