//! Workbooks that staff go on working with: a sheet a kind, headings in bold, every text a text.
//!
//! The bytes depend on the content alone: no clock, no machine.

use crate::compiler::columns::{self as col, Column, Kind};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// Longer text does not fit into a cell of Excel.
pub(crate) const MOST_CHARACTERS: usize = 32_767;

/// A sheet to be written: its columns, and its rows in the same order.
#[derive(Clone, Debug)]
pub struct Page {
    /// Which kind it is.
    pub kind: Kind,
    /// The columns written.
    pub columns: Vec<Column>,
    /// Texts, one a column.
    pub rows: Vec<Vec<String>>,
}

/// The workbook of some pages.
pub fn write(pages: &[Page]) -> Result<Vec<u8>, XlsxError> {
    let mut book = empty_book()?;
    let head = Format::new().set_bold();
    let text = text_format();
    for page in pages {
        let sheet = book.add_worksheet().set_name(page.kind.word())?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, column) in (0_u16..).zip(&page.columns) {
            sheet.write_string_with_format(0, at, *column, &head)?;
            sheet.set_column_width(at, width(column))?;
            sheet.set_column_format(at, &text)?;
        }
        for (row, cells) in (1_u32..).zip(&page.rows) {
            for (at, cell) in (0_u16..).zip(cells) {
                if !cell.is_empty() {
                    let short: String = cell.chars().take(MOST_CHARACTERS).collect();
                    sheet.write_string_with_format(row, at, short, &text)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

/// A workbook without a sheet, dated by no clock.
pub(crate) fn empty_book() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // The writer would put today's date here.
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(book)
}

/// Cells of text keep every digit that is typed into them later.
pub(crate) fn text_format() -> Format {
    Format::new().set_num_format("@")
}

/// How wide a column is, in characters.
pub(super) fn width(column: Column) -> f64 {
    match column {
        col::DESKRIPSI | col::TENTANG => 60.0,
        col::NAMA | col::NAMA_USAHA | col::KODE | col::PENJUAL | col::VARIAN | col::JBL => 30.0,
        _ => 16.0,
    }
}
