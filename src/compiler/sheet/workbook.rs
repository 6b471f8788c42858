//! The kinds of workbooks, each with its reader.

use crate::compiler::sheet::{SheetError, Table, ods, xlsx};

/// Kinds of workbooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel's, since 2007.
    Xlsx,
    /// The office programs' of the OpenDocument format.
    Ods,
}

impl Format {
    /// The command line's word for reading one of these.
    pub(super) const fn job(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
        }
    }

    /// The kind that a job's name means.
    pub fn of_job(job: &str) -> Option<Self> {
        [Self::Xlsx, Self::Ods].into_iter().find(|format| format.job() == job)
    }

    /// Reads the bytes of a workbook, here and now.
    pub fn read(self, bytes: &[u8]) -> Result<Vec<Table>, SheetError> {
        match self {
            Self::Xlsx => xlsx::read(bytes),
            Self::Ods => ods::read(bytes),
        }
    }
}
