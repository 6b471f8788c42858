//! Sheets as staff see them: rows of cells that remember where they stand, whatever file they came from.
//!
//! Knows no column of the contract and no kind of sheet. Every reader takes bytes and gives tables or an error,
//! and nothing else, so that workbooks can be read in a process of their own (`apart`).

#[cfg(feature = "compiler")]
pub mod apart;
pub mod archive;
pub mod csv;
pub mod decode;
mod embedded;
pub mod ods;
pub mod quotes;
pub mod rows;
pub mod stream;
pub mod workbook;
pub mod xlsx;
mod xml;

use crate::domain::money::grouped;
use crate::domain::time::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
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
/// The most bytes of text that all cells of a workbook may hold together. A text is stored once in the file and may
/// stand in every cell, so a small file can ask for any amount of it.
pub const MOST_TEXT: usize = 64 * 1024 * 1024;

/// One sheet of a workbook, or the whole of a CSV file.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
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
    #[serde(skip)]
    pub stream: Option<Arc<stream::Stream>>,
    /// Pictures that stand in cells or lie over them.
    pub pictures: Vec<Embedded>,
}

/// A picture in a sheet, whatever kind of file it is.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Embedded {
    /// The rows it stands in, as the spreadsheet program numbers them, from the top.
    pub rows: Vec<u32>,
    /// Its file.
    pub bytes: Vec<u8>,
}

/// One row.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Row {
    /// As the spreadsheet program numbers it, from 1.
    pub number: u32,
    /// The filled cells by column, counted from 0, from the left.
    pub cells: Vec<(u32, Value)>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Value {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, with a time where one was given.
    Date(#[serde(with = "day")] Date, Option<(u32, u32)>),
    /// A true or false of the spreadsheet.
    Flag(bool),
    /// `#REF!` and its kin.
    Error(String),
}

/// A block of joined cells, rows from 1 and columns from 0, ends included.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u32, u32),
}

/// Why one row could not be read.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Broken {
    /// A quotation mark that nothing closes.
    Quote,
    /// Longer than any row of a market.
    TooLong,
}

/// Why a file could not be read.
#[derive(Clone, Debug, Deserialize, Serialize, thiserror::Error)]
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
    /// More memory or time than any sheet of a market takes.
    #[error("takes too much memory or time")]
    TooCostly,
    /// Not to be opened, or not at the moment: the computer's fault and not the file's.
    #[error("cannot be opened: {0}")]
    Unread(String),
}

impl Value {
    /// The bytes of its text.
    fn text_bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => text.len(),
            _ => 0,
        }
    }
}

/// A day between processes, checked when it is read.
mod day {
    use super::{Date, Deserialize, Serialize};
    use serde::de::{Deserializer, Error};
    use serde::ser::Serializer;

    pub(super) fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        day.parts().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let (year, month, day) = Deserialize::deserialize(from)?;
        Date::new(year, month, day).ok_or_else(|| D::Error::custom("no such day"))
    }
}

impl Value {
    /// As text: whole numbers without a fraction, others with a decimal comma, days as `2026-11-27`.
    pub fn plain(&self) -> String {
        self.shown().into_owned()
    }

    /// The same, lent where it is a text already.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(plain_number(*number)),
            Self::Date(date, None) => Cow::Owned(date.to_string()),
            Self::Date(date, Some((hour, minute))) => {
                Cow::Owned(format!("{date} {hour:02}.{minute:02}"))
            }
            Self::Flag(true) => Cow::Borrowed("ya"),
            Self::Flag(false) => Cow::Borrowed("tidak"),
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

    /// Puts a value into a column; a blank one empties it.
    pub fn set(&mut self, column: u32, value: Value) {
        match self.cells.binary_search_by_key(&column, |(at, _)| *at) {
            Ok(at) if value.is_blank() => drop(self.cells.remove(at)),
            Ok(at) => {
                if let Some(cell) = self.cells.get_mut(at) {
                    cell.1 = value;
                }
            }
            Err(_) if value.is_blank() => {}
            Err(at) => self.cells.insert(at, (column, value)),
        }
    }
}

/// What is left of a workbook's limits, over all its sheets.
#[derive(Clone, Debug, Default)]
pub struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Budget {
    /// Counts rows that are about to be kept.
    pub fn rows(&mut self, rows: usize) -> Result<(), SheetError> {
        self.rows = self.rows.saturating_add(rows);
        if self.rows > MOST_ROWS { Err(SheetError::TooManyRows) } else { Ok(()) }
    }

    /// Counts a value that is about to be kept in so many cells.
    pub fn cells(&mut self, value: &Value, times: usize) -> Result<(), SheetError> {
        self.cells = self.cells.saturating_add(times);
        self.text = self.text.saturating_add(value.text_bytes().saturating_mul(times));
        if self.cells > MOST_CELLS {
            Err(SheetError::TooManyRows)
        } else if self.text > MOST_TEXT {
            Err(SheetError::TooLarge)
        } else {
            Ok(())
        }
    }
}

impl Table {
    /// Gives the rows below a cell joined downwards its value: "the same for all of these". A header of two rows is
    /// complete only then. The readers do it, so that its cost is theirs and counts towards the file's limits.
    pub fn spread_merged(&mut self, budget: &mut Budget) -> Result<(), SheetError> {
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
                    budget.cells(&value, 1)?;
                    row.cells.insert(at, (column, value.clone()));
                }
            }
        }
        Ok(())
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
        table.spread_merged(&mut Budget::default()).expect("within the limits");
        assert_eq!(table.rows[1].get(0), Some(&text("Toko")));
        assert_eq!(table.rows[2].get(0), None);
    }
}
