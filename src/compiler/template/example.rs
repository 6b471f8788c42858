//! The template's example row and its guide, when they come back with filled sheets: neither is ever published.
//!
//! A row is an example as long as its mark stands. One that was written over is said, so that nothing is lost; whoever
//! means it removes the mark.

use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::header::Sheet;
use crate::compiler::sheet::{Row, Table, Value};
use crate::compiler::template::guide::note;
use crate::compiler::template::{GUIDE_SHEET, GUIDE_TITLE};
use crate::domain::fold::squash;

/// What an example row's name begins with.
pub const MARK: &str = "CONTOH:";

/// Whether a row is an example: the cell that names it bears the mark.
pub fn is_marked(sheet: &Sheet, row: &Row) -> bool {
    let text = naming(sheet).and_then(|(_, at)| row.get(at));
    matches!(text, Some(Value::Text(text)) if text.trim_start().starts_with(MARK))
}

/// Whether a row is an example; one that was changed is reported.
pub fn is_example(sheet: &Sheet, row: &Row, problems: &mut Problems) -> bool {
    if !is_marked(sheet, row) {
        return false;
    }
    let text = |at: u32| row.get(at).map(|value| value.plain()).unwrap_or_default();
    let as_given =
        |(column, at): &(Column, u32)| text(*at).trim() == note(sheet.kind, column).example;
    if let Some((column, at)) = naming(sheet).filter(|_| !sheet.columns.iter().all(as_given)) {
        problems.add(
            Fault::ExampleChanged,
            &sheet.source.at(Some(row.number), Some(column), Some(at)),
            Some(text(at)),
            "Baris contoh dari templat ini sudah diubah, tetapi masih bertanda CONTOH:, jadi tidak terbit.",
            "Kalau ini data sungguhan, hapus kata CONTOH: dan periksa semua isinya. Kalau bukan, hapus barisnya.",
        );
    }
    true
}

/// The column in which the template marks a sheet's example, and where it stands.
fn naming(sheet: &Sheet) -> Option<(Column, u32)> {
    let wanted = match sheet.kind {
        Kind::Produk => col::NAMA,
        Kind::Penjual => col::NAMA_USAHA,
        Kind::Jbl | Kind::Acara | Kind::Program => col::JUDUL,
        Kind::Gebetan => col::KOPERASI,
        Kind::Situs => return None,
    };
    sheet.columns.iter().find(|(column, _)| *column == wanted).copied()
}

/// Whether a table is the template's own guide.
pub fn is_guide(table: &Table, name: &str) -> bool {
    let first = || table.rows.first().and_then(|row| row.get(0));
    squash(name) == GUIDE_SHEET && first().is_some_and(|title| title.plain() == GUIDE_TITLE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::place::Source;
    use crate::compiler::sheet::rows::Rows;
    use std::collections::BTreeMap;

    fn example() -> (Sheet, Row) {
        let columns: Vec<(Column, u32)> = Kind::Produk.columns().iter().copied().zip(0..).collect();
        let cells = columns.iter().map(|(column, at)| (*at, note(Kind::Produk, column).example));
        let cells = cells.map(|(at, text)| (at, Value::Text(text))).collect();
        let source = Source::new("a.xlsx", None, (1, 1));
        let sheet = Sheet {
            kind: Kind::Produk,
            source,
            columns,
            rows: Rows::new(Vec::new(), None, 1),
            pictures: BTreeMap::new(),
        };
        (sheet, Row { number: 2, cells })
    }

    fn read(sheet: &Sheet, row: &Row) -> (bool, usize) {
        let mut problems = Problems::default();
        (is_example(sheet, row, &mut problems), problems.len())
    }

    #[test]
    fn the_example_is_passed_over_without_a_word() {
        let (sheet, row) = example();
        assert_eq!(read(&sheet, &row), (true, 0));
    }

    #[test]
    fn an_example_that_was_written_over_is_said_and_one_without_its_mark_is_data() {
        let (sheet, mut row) = example();
        let at = |wanted: &str| {
            sheet.columns.iter().position(|(column, _)| *column == wanted).expect("a column")
        };
        row.cells[at("harga")].1 = Value::Text("25.000".into());
        assert_eq!(read(&sheet, &row), (true, 1));
        row.cells[at("nama")].1 = Value::Text("Keripik pisang".into());
        assert_eq!(read(&sheet, &row), (false, 0));
    }
}
