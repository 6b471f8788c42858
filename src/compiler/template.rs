//! `catalogue template`: an empty workbook with every sheet and column of the contract.

use crate::compiler::columns::Kind;
use crate::compiler::workbook::{Page, write};
use rust_xlsxwriter::XlsxError;

/// The workbook's bytes.
pub fn template() -> Result<Vec<u8>, XlsxError> {
    let page = |kind: Kind| Page { kind, columns: kind.columns().to_vec(), rows: Vec::new() };
    write(&Kind::ALL.map(page))
}
