//! Tables as a workbook: a sheet each, texts as texts, numbers as numbers.
//!
//! The bytes depend on the tables alone: no clock, no machine.

use crate::compiler::workbook::{MOST_CHARACTERS, empty_book, text_format};
use crate::domain::table::{Cell, Table};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Spreadsheets keep fifteen digits of a number; a longer one is written as its text.
const MOST_NUMBER: u64 = 999_999_999_999_999;
/// The longest name of a sheet, in characters.
const MOST_NAME: usize = 31;
/// Characters that no sheet's name may have.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// A column's width in characters: at least and at most.
const WIDTHS: (usize, usize) = (8, 60);

/// How cells are written.
struct Formats {
    head: Format,
    text: Format,
    number: Format,
    strong_text: Format,
    strong_number: Format,
}

/// The workbook of some tables.
///
/// # Errors
/// More rows or columns than a sheet can have.
pub fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let number = || Format::new().set_num_format("#,##0");
    let formats = Formats {
        head: text_format().set_bold(),
        text: text_format(),
        number: number(),
        strong_text: text_format().set_bold(),
        strong_number: number().set_bold(),
    };
    let mut book = empty_book()?;
    let mut names: Vec<String> = Vec::new();
    for table in tables {
        let name = sheet_name(&table.title, &names);
        write_sheet(&mut book, &name, table, &formats)?;
        names.push(name);
    }
    book.save_to_buffer()
}

fn write_sheet(
    book: &mut Workbook,
    name: &str,
    table: &Table,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, short(column), &formats.head)?;
        sheet.set_column_width(at, width(table, usize::from(at)))?;
    }
    let plain = (&formats.text, &formats.number);
    let strong = (&formats.strong_text, &formats.strong_number);
    let rows = table.rows.iter().map(|row| (row, plain));
    let sums = table.sums.iter().map(|row| (row, strong));
    let notes = table.notes.iter().map(|row| (row, plain));
    for (at, (row, formats)) in (1_u32..).zip(rows.chain(sums).chain(notes)) {
        write_row(sheet, at, row, formats)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &[Cell],
    (text, number): (&Format, &Format),
) -> Result<(), XlsxError> {
    for (column, cell) in (0_u16..).zip(row) {
        match cell {
            Cell::Text(words) if words.is_empty() => {}
            Cell::Text(words) => {
                sheet.write_string_with_format(at, column, short(words), text)?;
            }
            // Exact: it is far below 2^53.
            Cell::Number(value) if *value <= MOST_NUMBER => {
                sheet.write_number_with_format(at, column, *value as f64, number)?;
            }
            Cell::Number(value) => {
                sheet.write_string_with_format(at, column, value.to_string(), text)?;
            }
        }
    }
    Ok(())
}

fn short(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}

/// Wide enough for what stands in a column, within bounds. Notes may be longer: nothing stands to their right.
fn width(table: &Table, at: usize) -> f64 {
    let cells = table.rows.iter().chain(&table.sums).filter_map(|row| row.get(at));
    let cells = cells.map(|cell| match cell {
        Cell::Text(words) => words.chars().count(),
        // With its marks between thousands.
        Cell::Number(number) => number.to_string().len() * 4 / 3 + 1,
    });
    let heading = table.columns.get(at).map_or(0, |column| column.chars().count());
    // Bold letters take more room than those by which widths are counted.
    let widest = cells.chain([heading]).max().unwrap_or(0) + 2;
    widest.clamp(WIDTHS.0, WIDTHS.1) as f64
}

/// A title as the name of a sheet, unlike those before it.
fn sheet_name(title: &str, before: &[String]) -> String {
    let letter = |c: char| if NOT_IN_NAMES.contains(&c) || c.is_control() { ' ' } else { c };
    let cleaned: String = title.chars().map(letter).collect();
    let edge = |c: char| c == '\'' || c.is_whitespace();
    let cleaned = cleaned.trim_matches(edge);
    let named = if cleaned.is_empty() { "Lembar" } else { cleaned };
    let cut = |length: usize| {
        let cut: String = named.chars().take(length).collect();
        cut.trim_end_matches(edge).to_owned()
    };
    // Excel keeps this name for itself.
    let taken = |name: &String| {
        let name = name.to_lowercase();
        name == "history" || before.iter().any(|other| other.to_lowercase() == name)
    };
    let numbered = (2_u32..).map(|number| {
        let ending = format!(" {number}");
        format!("{}{ending}", cut(MOST_NAME - ending.len()))
    });
    std::iter::once(cut(MOST_NAME)).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::sheet::{Value, workbook};

    fn table(title: &str) -> Table {
        Table {
            title: title.to_owned(),
            columns: vec!["Kantor".to_owned(), "Nilai".to_owned()],
            ..Table::default()
        }
    }

    /// A sheet's name, and the filled cells of its rows.
    type Sheet = (String, Vec<Vec<(u32, Value)>>);

    /// The sheets, read by another library.
    fn reopened(tables: &[Table]) -> Vec<Sheet> {
        let bytes = write(tables).expect("a workbook");
        let sheets = workbook::Format::Xlsx.read(&bytes).expect("readable");
        let rows = |sheet: &crate::compiler::sheet::Table| {
            sheet.rows.iter().map(|row| row.cells.clone()).collect()
        };
        sheets.iter().map(|one| (one.name.clone().unwrap_or_default(), rows(one))).collect()
    }

    #[test]
    fn texts_stay_texts_and_numbers_numbers() {
        let texts =
            ["=1+1", "+62", "@sum", "0123456789012345", "3174051501900003", "=HYPERLINK(1)"];
        let rows = texts.iter().map(|text| vec![Cell::text(text), Cell::Number(0)]).collect();
        let sums = vec![vec![Cell::text("Seluruhnya"), Cell::Number(MOST_NUMBER)]];
        let notes = vec![vec![Cell::text(""), Cell::Number(u64::MAX)]];
        let sheets = reopened(&[Table { rows, sums, notes, ..table("Pesanan") }]);
        let text = |text: &str| Value::Text(text.to_owned());
        let mut expected = vec![vec![(0, text("Kantor")), (1, text("Nilai"))]];
        expected.extend(texts.iter().map(|t| vec![(0, text(t)), (1, Value::Number(0.0))]));
        expected.push(vec![(0, text("Seluruhnya")), (1, Value::Number(999_999_999_999_999.0))]);
        expected.push(vec![(1, text("18446744073709551615"))]);
        assert_eq!(sheets, [("Pesanan".to_owned(), expected)]);
    }

    #[test]
    fn every_title_becomes_a_name_that_a_sheet_may_have() {
        let titles = [
            "Per penjual",
            "per PENJUAL",
            "a/b:c",
            "'",
            "History",
            &"x".repeat(40),
            &"x".repeat(50),
        ];
        let tables: Vec<Table> = titles.iter().map(|title| table(title)).collect();
        let names: Vec<String> = reopened(&tables).into_iter().map(|(name, _)| name).collect();
        let long = "x".repeat(31);
        let second = format!("{} 2", "x".repeat(29));
        assert_eq!(
            names,
            ["Per penjual", "per PENJUAL 2", "a b c", "Lembar", "History 2", &long, &second]
        );
    }

    #[test]
    fn the_same_tables_give_the_same_bytes_and_columns_fit_what_stands_in_them() {
        let long = Table {
            rows: vec![vec![Cell::text(&"w".repeat(30)), Cell::Number(1_250_000)]],
            notes: vec![vec![Cell::text(&"n".repeat(200))]],
            ..table("a")
        };
        assert_eq!(
            write(std::slice::from_ref(&long)).ok(),
            write(std::slice::from_ref(&long)).ok()
        );
        assert_eq!((width(&long, 0), width(&long, 1)), (32.0, 12.0));
    }
}
