//! A folder on a disk: which of its files are sheets, what they hold, and what is said of the others.
//!
//! Nothing outside the folder is read.

use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::files::{Format, Opened, at, ending, format, other_table};
use crate::compiler::handed::{Handed, Note};
use crate::compiler::header::known_headings;
use crate::compiler::photos::Photos;
use crate::compiler::previous::Previous;
use crate::compiler::progress::Stage;
use crate::compiler::read::{Input, Options, Reading, read_handed};
use crate::compiler::sheet::{MOST_WORKBOOK_BYTES, SheetError, Table, apart, csv};
use crate::compiler::site;
use crate::compiler::trust::approvals;
use rayon::prelude::*;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Endings of pictures, which belong into `foto`.
const PICTURES: [&str; 5] = ["jpg", "jpeg", "png", "webp", "heic"];

/// Why a folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// Not there, not a folder, or not allowed.
    #[error("cannot read the folder {path}")]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

/// A file that is read as sheets.
#[derive(Clone, Debug)]
pub struct SheetFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    format: Format,
}

/// Reads a folder of sheets, settings and photos.
pub fn read_folder(folder: &Path, options: &Options) -> Result<Reading, FolderError> {
    read_since(folder, options, None)
}

/// Reads a folder and compares it with the last publication: what leads buyers elsewhere than then is withheld.
pub fn read_since(
    folder: &Path,
    options: &Options,
    previous: Option<&Previous>,
) -> Result<Reading, FolderError> {
    let (reading, input) = read_input(folder, options, previous)?;
    // Rows of a large market take a while to be freed, which nobody has to wait for.
    rayon::spawn(move || drop(input));
    Ok(reading)
}

/// Reads a folder and keeps the rows.
pub(in crate::compiler) fn read_input(
    folder: &Path,
    options: &Options,
    previous: Option<&Previous>,
) -> Result<(Reading, Input), FolderError> {
    let unreadable = |source| FolderError::Unreadable { path: folder.to_owned(), source };
    let mut problems = Problems::default();
    let handed = handed(folder, &mut problems).map_err(unreadable)?;
    let _checking = Stage::begin("Memeriksa isinya", 0);
    Ok(read_handed(handed, &[], options, previous, problems))
}

/// Opens a folder; what is not read of it is said.
fn handed(folder: &Path, problems: &mut Problems) -> io::Result<Handed> {
    let files = list(folder, problems)?;
    Ok(Handed {
        files: open(&files),
        settings: Note::read(&folder.join(site::FILE), site::MOST_BYTES),
        approvals: Note::read(&folder.join(approvals::FILE), approvals::MOST_BYTES),
        photos: Photos::list(folder, problems),
    })
}

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
            None => {
                if !other_table(&name, problems) {
                    pictures += usize::from(PICTURES.contains(&ending.as_str()));
                }
            }
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

/// Opens the sheets, as many files at once as there are cores, in the files' order.
pub fn open(files: &[SheetFile]) -> Vec<Opened> {
    let progress = Stage::begin("Membaca lembar", files.len());
    let open_one = |file: &SheetFile| {
        let tables = tables(file);
        progress.step();
        Opened { name: file.name.clone(), tables }
    };
    files.par_iter().map(open_one).collect()
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
        Format::Workbook(format) => apart::read(format, opened()?),
    }
}
