//! A workbook's tables, read in a process of their own where there can be one, and checked when they come back.
//!
//! Knows the limits of a workbook and nothing of what its cells mean.

use crate::compiler::isolate::{self, Failure, Input, Limits};
use crate::compiler::sheet::workbook::Format;
use crate::compiler::sheet::{
    MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_WORKBOOK_BYTES, SheetError, Table,
};
use std::fs::File;
use std::io::{self, Read};
use std::time::Duration;

/// A workbook of ten megabytes needs a tenth of this; one made to harm stops here.
pub const LIMITS: Limits = Limits {
    memory: 512 * 1024 * 1024,
    // The largest honest workbook takes one or two; a refused file is told within ten.
    processor_seconds: 8,
    patience: Duration::from_secs(60),
    most_input: MOST_WORKBOOK_BYTES,
    // As many cells as may be are 140 MB in this form, numbers and places together, and texts come beside them.
    most_output: 256 * 1024 * 1024,
};

/// Reads a workbook, in a child of this process where there can be one.
pub fn read(format: Format, mut file: File) -> Result<Vec<Table>, SheetError> {
    let Some(command) = isolate::child(format.job()) else {
        let mut bytes = Vec::new();
        let most = MOST_WORKBOOK_BYTES + 1;
        (&mut file).take(most).read_to_end(&mut bytes).map_err(unread)?;
        return format.read(&bytes);
    };
    let tables: Result<Vec<Table>, SheetError> = isolate::ask(command, Input::File(file), &LIMITS)
        .map_err(|failure| match failure {
            Failure::Limits => SheetError::TooCostly,
            Failure::Crashed(status) => SheetError::Damaged(status.to_string()),
            Failure::NoChild(error) => unread(error),
        })?;
    tables.and_then(|tables| if sound(&tables) { Ok(tables) } else { Err(SheetError::TooManyRows) })
}

/// The child's side: reads the workbook on the standard input under this module's limits.
pub fn answer(format: Format) -> io::Result<()> {
    isolate::answer(&LIMITS, |bytes| format.read(bytes))
}

fn unread(error: io::Error) -> SheetError {
    SheetError::Unread(error.to_string())
}

/// Whether tables are in the order and within the numbers that every reader here promises.
fn sound(tables: &[Table]) -> bool {
    let rows = || tables.iter().flat_map(|table| &table.rows);
    rows().count() <= MOST_ROWS
        && rows().map(|row| row.cells.len()).sum::<usize>() <= MOST_CELLS
        && tables.iter().all(|table| table.rows.is_sorted_by(|a, b| a.number < b.number))
        && rows().all(|row| {
            row.cells.is_sorted_by(|(a, _), (b, _)| a < b)
                && row.cells.last().is_none_or(|(column, _)| *column < MOST_COLUMNS)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::sheet::{Broken, Embedded, Merged, Row, Value};
    use crate::domain::time::Date;

    fn row(number: u32, columns: &[u32]) -> Row {
        let cell = |column: &u32| (*column, Value::Text("a".into()));
        Row { number, cells: columns.iter().map(cell).collect() }
    }

    #[test]
    fn tables_come_back_from_a_child_as_they_were() {
        let day = Date::new(2026, 11, 27).expect("a day");
        let cells = vec![
            (0, Value::Text("Keripik\u{1f36a}".into())),
            (3, Value::Number(15_000.5)),
            (4, Value::Date(day, None)),
            (5, Value::Date(day, Some((23, 59)))),
            (6, Value::Flag(true)),
            (255, Value::Error("#REF!".into())),
        ];
        let table = Table {
            name: Some("produk".into()),
            rows: vec![Row { number: 7, cells }],
            merged: vec![Merged { rows: (1, 2), columns: (0, 0) }],
            broken: vec![(9, Broken::Quote)],
            stream: None,
            pictures: vec![Embedded { rows: vec![7, 9], bytes: vec![0, 255] }],
        };
        let bytes = postcard::to_allocvec(&table).expect("bytes");
        let back: Table = postcard::from_bytes(&bytes).expect("a table");
        assert_eq!(format!("{back:?}"), format!("{table:?}"));
    }

    #[test]
    fn a_day_that_does_not_exist_is_no_answer() {
        let day = Value::Date(Date::new(2026, 11, 27).expect("a day"), None);
        let mut bytes = postcard::to_allocvec(&day).expect("bytes");
        let month = bytes.len() - 3;
        assert_eq!(bytes[month], 11);
        bytes[month] = 13;
        assert!(postcard::from_bytes::<Value>(&bytes).is_err());
    }

    #[test]
    fn tables_out_of_order_or_beyond_the_limits_are_not_taken() {
        let table = |rows: Vec<Row>| vec![Table { rows, ..Table::default() }];
        assert!(sound(&table(vec![row(1, &[0, 5]), row(3, &[2])])));
        assert!(!sound(&table(vec![row(3, &[0]), row(1, &[0])])));
        assert!(!sound(&table(vec![row(1, &[5, 0])])));
        assert!(!sound(&table(vec![row(1, &[MOST_COLUMNS])])));
        let many = (1..=MOST_ROWS as u32 + 1).map(|number| row(number, &[]));
        assert!(!sound(&table(many.collect())));
    }
}
