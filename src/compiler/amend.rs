//! Corrections typed where the report is read, laid over the rows as they were handed in.
//!
//! A correction names its cell by the contract's name of the column: the sheet may not even have that column yet.

use crate::compiler::header::Sheet;
use crate::compiler::problem::Place;
use crate::compiler::sheet::{MOST_COLUMNS, Value};

/// What should stand in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Which; its letters do not matter.
    pub place: Place,
    /// The text; an empty one empties the cell.
    pub value: String,
}

/// Lays corrections over sheets. One for a row or column that no sheet can have changes nothing.
pub fn amend(sheets: &mut [Sheet], amendments: &[Amendment]) {
    for Amendment { place, value } in amendments {
        let (Some(row), Some(name)) = (place.row, place.column.as_deref()) else { continue };
        let here = |sheet: &&mut Sheet| {
            sheet.source.file() == place.file.as_deref()
                && sheet.source.sheet() == place.sheet.as_deref()
        };
        for sheet in sheets.iter_mut().filter(here) {
            if let Some(column) = column(sheet, name) {
                sheet.rows.amend(row, column, Value::Text(value.clone()));
            }
        }
    }
}

/// Where the column stands; one that the sheet lacks gets a place behind all others.
fn column(sheet: &mut Sheet, name: &str) -> Option<u32> {
    if let Some((_, at)) = sheet.columns.iter().find(|(known, _)| *known == name) {
        return Some(*at);
    }
    let name = sheet.kind.columns().iter().copied().find(|known| *known == name)?;
    // Behind every column that is read, so that nothing handed in is covered.
    let free = sheet.columns.iter().map(|(_, at)| at + 1).max().unwrap_or_default();
    let at = free.max(MOST_COLUMNS);
    sheet.columns.push((name, at));
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::faults::Problems;
    use crate::compiler::files::{Opened, recognised};

    fn amended(row: u32, column: &str, value: &str) -> Vec<Vec<String>> {
        let csv = "nama_usaha,kecamatan,nama,kategori,harga,satuan\nA,Tebet,Keripik,kuliner,1,kg\nB,Tebet,Teh,kuliner,2,kg\n";
        let opened = Opened::of_bytes("produk.csv", csv.as_bytes()).expect("a sheet");
        let mut sheets = recognised(vec![opened], &mut Problems::default());
        let (file, column) = (Some("produk.csv".to_owned()), Some(column.to_owned()));
        let place = Place { file, column, row: Some(row), ..Place::default() };
        amend(&mut sheets, &[Amendment { place, value: value.to_owned() }]);
        let rows = sheets[0].rows.iter().map(|row| row.expect("a row"));
        rows.map(|row| row.cells.iter().map(|(_, value)| value.plain()).collect()).collect()
    }

    #[test]
    fn a_correction_stands_in_its_cell_alone() {
        let rows = amended(3, "harga", "15000");
        assert_eq!(rows[0][4], "1");
        assert_eq!(rows[1], ["B", "Tebet", "Teh", "kuliner", "15000", "kg"]);
    }

    #[test]
    fn a_cell_can_be_emptied_and_a_missing_column_be_filled() {
        assert_eq!(amended(2, "harga", "")[0], ["A", "Tebet", "Keripik", "kuliner", "kg"]);
        assert_eq!(amended(2, "foto", "a.jpg")[0].last().map(String::as_str), Some("a.jpg"));
    }

    #[test]
    fn what_no_sheet_has_changes_nothing() {
        assert_eq!(amended(2, "nik", "1"), amended(99, "harga", "7"));
    }
}
