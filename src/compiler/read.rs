//! The input half of the compiler: a folder of sheets and photos becomes a checked catalogue and its problems.
//!
//! The only clock is `Options::at`; nothing outside the folder is read.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::problem::Problem;
use crate::domain::time::Date;
use std::path::{Path, PathBuf};

/// How to read.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day it is: certificates that ended before it are not shown.
    pub at: Date,
}

/// Everything a folder says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What will be published.
    pub catalogue: Catalogue,
    /// What was left out or deserves a look, by file, sheet, row and column.
    pub problems: Vec<Problem>,
    /// How many rows there were and what became of them.
    pub summary: Summary,
}

/// Numbers for the last lines that staff read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files read as sheets.
    pub files: usize,
    /// Sellers; those derived from product rows count once each.
    pub sellers: Count,
    /// Products.
    pub products: Count,
    /// Editions.
    pub editions: Count,
    /// Published products that nobody can order: they have no channel.
    pub without_channel: usize,
}

/// Rows of one kind: `read` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Rows that are not blank.
    pub read: usize,
    /// Published.
    pub published: usize,
    /// Refused with an error.
    pub refused: usize,
    /// Kept out by the sheet itself (`tayang` tidak).
    pub withdrawn: usize,
}

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

/// Reads a folder of sheets, settings and photos.
pub fn read_folder(folder: &Path, options: &Options) -> Result<Reading, FolderError> {
    let unreadable = |source| FolderError::Unreadable { path: folder.to_owned(), source };
    std::fs::read_dir(folder).map_err(unreadable)?;
    let _ = options;
    Ok(Reading::default())
}
