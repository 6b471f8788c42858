//! A table to be taken along: the one value behind a file for spreadsheets, a text to be pasted, and what is printed.

use crate::domain::cell::{cell, one_line};
use crate::domain::money::grouped;
use crate::domain::wire::{Damage, Value, Wire, record};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text, as it is shown. Never a formula and never a number, whatever it looks like.
    Text(String),
    /// A number that can be added up: pieces, whole rupiah.
    Number(u64),
}

/// A table with its headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is called; a workbook's sheet is.
    pub title: String,
    /// The headings.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Rows of sums below them.
    pub sums: Vec<Vec<Cell>>,
    /// What else is to be known, below everything.
    pub notes: Vec<Vec<Cell>>,
}
record!(Table { title, columns, rows, sums, notes });

impl Cell {
    /// A text on one line.
    pub fn text(text: &str) -> Self {
        Self::Text(one_line(text))
    }

    /// As it is shown.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => grouped(*number),
        }
    }

    /// As a cell of a text that is pasted or saved as CSV.
    fn pasted(&self) -> String {
        match self {
            Self::Text(text) => cell(text),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Wire for Cell {
    fn to_wire(&self) -> Value {
        match self {
            Self::Text(text) => Value::String(text.clone()),
            Self::Number(number) => Value::number(*number),
        }
    }

    fn from_wire(value: Value, damage: &mut Damage) -> Self {
        match value {
            Value::String(text) => Self::Text(text),
            number => Self::Number(damage.unless(number.as_number(), 0)),
        }
    }
}

impl Table {
    /// Everything below the headings, from the top.
    pub fn body(&self) -> impl Iterator<Item = &Vec<Cell>> {
        self.rows.iter().chain(&self.sums).chain(&self.notes)
    }
}

/// The tables as text with tabs between cells, an empty line between tables. Numbers are bare, so that a spreadsheet can
/// add them up; no cell is a formula.
pub fn pasted(tables: &[Table]) -> String {
    let mut text = String::new();
    for table in tables {
        if !text.is_empty() {
            text.push('\n');
        }
        let columns: Vec<String> = table.columns.iter().map(|column| cell(column)).collect();
        line(&mut text, &columns);
        for row in table.body() {
            let cells: Vec<String> = row.iter().map(Cell::pasted).collect();
            line(&mut text, &cells);
        }
    }
    text
}

fn line(text: &mut String, cells: &[String]) {
    text.push_str(&cells.join("\t"));
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_pasted_one_below_the_other_and_no_cell_is_a_formula() {
        let table = |title: &str, office: &str| Table {
            title: title.to_owned(),
            columns: vec!["Kantor".to_owned(), "Nilai".to_owned()],
            rows: vec![vec![Cell::text(office), Cell::Number(15_000)]],
            sums: vec![vec![Cell::text("Seluruhnya"), Cell::Number(15_000)]],
            notes: vec![vec![Cell::text("Versi"), Cell::text("3f2a")]],
        };
        let tables = [table("a", "=1+1\t\"Sudin\""), table("b", "0123456789012345")];
        assert_eq!(
            pasted(&tables).lines().collect::<Vec<_>>(),
            [
                "Kantor\tNilai",
                "'=1+1 \"Sudin\"\t15000",
                "Seluruhnya\t15000",
                "Versi\t3f2a",
                "",
                "Kantor\tNilai",
                "0123456789012345\t15000",
                "Seluruhnya\t15000",
                "Versi\t3f2a",
            ]
        );
        assert_eq!(pasted(&[]), "");
    }
}
