//! Problems: what is wrong, where, and how to mend it, in plain Indonesian for the person who fills the sheet.
//!
//! A problem never holds a personal number: whoever makes one leaves `value` out.

use serde::Serialize;

/// Whether something was left out of the market, or merely deserves a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Not published.
    Error,
    /// Published.
    Warning,
}

/// Where a problem stands; what does not apply is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file, relative to the folder.
    pub file: Option<String>,
    /// The sheet in the workbook.
    pub sheet: Option<String>,
    /// The row as the spreadsheet program numbers it.
    pub row: Option<u32>,
    /// The contract's name of the column.
    pub column: Option<String>,
    /// The cell as the spreadsheet program names it, "F17".
    pub cell: Option<String>,
}

/// One problem, as the report of the contract has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// A stable kebab-case word for programs.
    pub code: &'static str,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What stands there; absent where it must not be repeated.
    pub value: Option<String>,
    /// What is wrong, in Indonesian.
    pub message: String,
    /// How to mend it, in Indonesian.
    pub fix: String,
}
