//! Where a problem stands, as small as a million rows need it: the names are shared, the rest are numbers.
//!
//! It becomes words only for the few places of which something is said.

use crate::compiler::columns::Column;
use crate::compiler::problem::Place;
use crate::compiler::sheet::letters;
use std::sync::Arc;

/// The file and sheet that problems name; by default none.
#[derive(Clone, Debug, Default)]
pub struct Source(Option<Arc<Named>>);

#[derive(Debug)]
struct Named {
    /// Relative to the folder.
    file: String,
    /// None for CSV.
    sheet: Option<String>,
    /// The file's and the sheet's place among all.
    order: (u32, u32),
}

impl Source {
    /// A file of the folder, with its sheet where it is a workbook; `order` is their place among all.
    pub fn new(file: impl Into<String>, sheet: Option<String>, order: (u32, u32)) -> Self {
        Self(Some(Arc::new(Named { file: file.into(), sheet, order })))
    }

    /// The file, relative to the folder.
    pub fn file(&self) -> Option<&str> {
        self.0.as_deref().map(|named| named.file.as_str())
    }

    /// The sheet in the workbook.
    pub fn sheet(&self) -> Option<&str> {
        self.0.as_deref()?.sheet.as_deref()
    }

    /// A place in this sheet; `letter` counts the sheet's columns from 0.
    pub fn at(&self, row: Option<u32>, column: Option<Column>, letter: Option<u32>) -> At {
        At { source: self.clone(), row, column, letter }
    }
}

/// A place in the sheets handed in.
#[derive(Clone, Debug, Default)]
pub struct At {
    source: Source,
    row: Option<u32>,
    column: Option<Column>,
    letter: Option<u32>,
}

/// File, sheet, row and column in their order.
pub type Order = (u32, u32, u32, u32);

impl At {
    /// What places are sorted by.
    pub fn order(&self) -> Order {
        let (file, sheet) = self.source.0.as_deref().map(|named| named.order).unwrap_or_default();
        (file, sheet, self.row.unwrap_or(0), self.letter.map_or(0, |at| at + 1))
    }

    /// As the report has it.
    pub fn place(&self) -> Place {
        Place {
            file: self.source.file().map(str::to_owned),
            sheet: self.source.sheet().map(str::to_owned),
            row: self.row,
            column: self.column.map(str::to_owned),
            cell: self.cell(),
        }
    }

    /// The column it names.
    pub fn column(&self) -> Option<Column> {
        self.column
    }

    /// Another column's cell in the same row.
    pub fn beside(&self, column: Column, letter: u32) -> Self {
        Self { column: Some(column), letter: Some(letter), ..self.clone() }
    }

    fn cell(&self) -> Option<String> {
        self.row.zip(self.letter).map(|(row, letter)| format!("{}{row}", letters(letter)))
    }

    /// "produk.csv baris 4 (F4)", "toko.xlsx lembar Produk baris 9": for sentences that name a second place.
    pub fn spoken(&self) -> String {
        let mut out = self.source.file().unwrap_or_default().to_owned();
        if let Some(sheet) = self.source.sheet() {
            out.push_str(&format!(" lembar {sheet}"));
        }
        if let Some(row) = self.row {
            out.push_str(&format!(" baris {row}"));
        }
        if let Some(cell) = self.cell() {
            out.push_str(&format!(" ({cell})"));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_spoken_as_the_spreadsheet_program_shows_it() {
        let sheet = Source::new("toko.xlsx", Some("Produk".to_owned()), (3, 1));
        let at = sheet.at(Some(9), Some("harga"), Some(26));
        assert_eq!(at.spoken(), "toko.xlsx lembar Produk baris 9 (AA9)");
        assert_eq!(at.order(), (3, 1, 9, 27));
        assert_eq!(at.place().cell.as_deref(), Some("AA9"));
        assert_eq!(
            Source::new("produk.csv", None, (1, 0)).at(Some(4), None, None).spoken(),
            "produk.csv baris 4"
        );
    }
}
