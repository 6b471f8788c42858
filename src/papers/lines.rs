//! A workbook as text: whoever looks for something in it needs neither its sheets nor its columns.

use crate::compiler::sheet::{Table, workbook::Format};

/// What stands in a workbook, whatever kind it is: a line a row, tabs between cells. `None` where it cannot be read.
pub fn read(bytes: &[u8]) -> Option<String> {
    let tables = Format::Xlsx.read(bytes).or_else(|_| Format::Ods.read(bytes)).ok()?;
    Some(tables.iter().flat_map(rows).collect())
}

fn rows(table: &Table) -> impl Iterator<Item = String> {
    table.rows.iter().map(|row| {
        let cells: Vec<_> = row.cells.iter().map(|(_, value)| value.shown()).collect();
        cells.join("\t") + "\n"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::{Cell, Table as Saved};
    use crate::papers::book;

    #[test]
    fn a_workbook_is_read_row_by_row_over_all_its_sheets() {
        let sheet = |text: &str| Saved {
            title: "Pesanan".to_owned(),
            columns: vec!["Kantor".to_owned()],
            rows: vec![vec![Cell::text(text), Cell::text(""), Cell::Number(15_000)]],
            ..Saved::default()
        };
        let book = book::write(&[sheet("/daftar#1gaa"), sheet("b")]).expect("a workbook");
        let expected = "Kantor\n/daftar#1gaa\t15000\nKantor\nb\t15000\n";
        assert_eq!(read(&book).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_no_workbook_has_no_lines() {
        let mut cut = book::write(&[Saved::default()]).expect("a workbook");
        cut.truncate(cut.len() / 2);
        for bytes in [b"".as_slice(), b"PK\x03\x04", b"Kantor;Paket\n", &cut] {
            assert_eq!(read(bytes), None);
        }
    }
}
