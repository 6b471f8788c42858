//! Sheets as staff see them: rows of cells that remember where they stand, whatever file they came from.
//!
//! Knows no column of the contract and no kind of sheet. Every reader takes bytes and gives tables or an error,
//! and nothing else, so that it can be moved into a process of its own.

pub mod archive;
pub mod csv;
pub mod decode;
pub mod ods;
pub mod quotes;
pub mod rows;
pub mod stream;
pub mod xlsx;

use crate::domain::money::grouped;
use crate::domain::time::Date;
use std::sync::Arc;

/// The largest workbook that is opened.
pub const MOST_WORKBOOK_BYTES: u64 = 10 * 1024 * 1024;
/// The largest CSV file that is opened where it has to be decoded as a whole; in UTF-8 any size is read.
pub const MOST_DECODED_BYTES: u64 = 64 * 1024 * 1024;
/// The most rows with anything in them that one workbook may have.
pub const MOST_ROWS: usize = 200_000;
/// The most columns that are read; what stands to the right of them is left out.
pub const MOST_COLUMNS: u32 = 256;
/// The most cells that one workbook may have: 200,000 rows of 64 columns would be a city's whole register.
pub const MOST_CELLS: usize = 200_000 * 64;

/// One sheet of a workbook, or the whole of a CSV file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The sheet's name; a CSV file has none.
    pub name: Option<String>,
    /// The rows that are not blank, from the top; of a streamed file only the first of them.
    pub rows: Vec<Row>,
    /// Cells that were joined, those of one cell alone left out.
    pub merged: Vec<Merged>,
    /// Rows that could not be read, with their reason; the others stand.
    pub broken: Vec<(u32, Broken)>,
    /// All rows, where they are read from the file whenever they are wanted.
    pub stream: Option<Arc<stream::Stream>>,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// As the spreadsheet program numbers it, from 1.
    pub number: u32,
    /// The filled cells by column, counted from 0, from the left.
    pub cells: Vec<(u32, Value)>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, with a time where one was given.
    Date(Date, Option<(u32, u32)>),
    /// A true or false of the spreadsheet.
    Flag(bool),
    /// `#REF!` and its kin.
    Error(String),
}

/// A block of joined cells, rows from 1 and columns from 0, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u32, u32),
}

/// Why one row could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A quotation mark that nothing closes.
    Quote,
    /// Longer than any row of a market.
    TooLong,
}

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Not what its ending says, or damaged.
    #[error("not a readable workbook: {0}")]
    Damaged(String),
    /// Closed with a password, or of the old format.
    #[error("an old or protected workbook")]
    OldOrProtected,
    /// More bytes than a sheet of a market has.
    #[error("too large")]
    TooLarge,
    /// More rows or cells than a sheet of a market has.
    #[error("too many rows")]
    TooManyRows,
    /// Neither text of a known encoding nor a table.
    #[error("not text")]
    NotText,
    /// A long text that is not UTF-8.
    #[error("a long text in an old encoding")]
    OldEncoding,
}

impl Value {
    /// As text: whole numbers without a fraction, others with a decimal comma, days as `2026-11-27`.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => plain_number(*number),
            Self::Date(date, None) => date.to_string(),
            Self::Date(date, Some((hour, minute))) => format!("{date} {hour:02}.{minute:02}"),
            Self::Flag(true) => "ya".to_owned(),
            Self::Flag(false) => "tidak".to_owned(),
        }
    }

    /// Whether it is nothing but blanks, or the dash that people put where there is nothing.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => {
                text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '\u{feff}'))
            }
            _ => false,
        }
    }
}

/// Beyond 2^53 a number of a spreadsheet no longer holds every digit, so it is shown as what it is.
fn plain_number(number: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !number.is_finite() || number.abs() >= EXACT {
        format!("{number:.14E}").replace('.', ",").replace('E', "E+").replace("E+-", "E-")
    } else if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        number.to_string().replace('.', ",")
    }
}

impl Row {
    /// What stands in a column.
    pub fn get(&self, column: u32) -> Option<&Value> {
        self.cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()
            .and_then(|at| self.cells.get(at))
            .map(|(_, value)| value)
    }
}

impl Table {
    /// Gives the rows below a cell joined downwards its value: "the same for all of these".
    pub fn spread_merged(&mut self) {
        for merged in &self.merged {
            let (first, last) = merged.rows;
            let column = merged.columns.0;
            if first == last {
                continue;
            }
            let start = self.rows.partition_point(|row| row.number < first);
            let Some(value) = self
                .rows
                .get(start)
                .filter(|row| row.number == first)
                .and_then(|row| row.get(column))
                .cloned()
            else {
                continue;
            };
            for row in self.rows.iter_mut().skip(start + 1).take_while(|row| row.number <= last) {
                if let Err(at) = row.cells.binary_search_by_key(&column, |(at, _)| *at) {
                    row.cells.insert(at, (column, value.clone()));
                }
            }
        }
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub fn letters(column: u32) -> String {
    let mut rest = column + 1;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    out.iter().rev().collect()
}

/// The limit as people read it, for messages: "200.000".
pub fn most_rows() -> String {
    grouped(MOST_ROWS as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn numbers_show_every_digit_they_still_hold() {
        for (number, text) in [
            (15_000.0, "15000"),
            (1.5, "1,5"),
            (3_174_051_501_900_003.0, "3174051501900003"),
            (1.990_010_120_150_31e17, "1,99001012015031E+17"),
            (-2.0, "-2"),
        ] {
            assert_eq!(Value::Number(number).plain(), text);
        }
    }

    #[test]
    fn a_cell_joined_downwards_holds_for_every_row_that_has_anything() {
        let text = |text: &str| Value::Text(text.into());
        let row = |number, cells| Row { number, cells };
        let mut table = Table {
            rows: vec![
                row(2, vec![(0, text("Toko")), (1, text("a"))]),
                row(3, vec![(1, text("b"))]),
                row(5, vec![(1, text("c"))]),
            ],
            merged: vec![Merged { rows: (2, 3), columns: (0, 0) }],
            ..Table::default()
        };
        table.spread_merged();
        assert_eq!(table.rows[1].get(0), Some(&text("Toko")));
        assert_eq!(table.rows[2].get(0), None);
    }
}
