//! CSV: comma, semicolon or tab, told by which of them makes a table.

use crate::compiler::sheet::quotes::{Record, records};
use crate::compiler::sheet::{
    Broken, MOST_COLUMNS, MOST_CSV_BYTES, MOST_ROWS, Row, SheetError, Table, Value, decode,
};
use std::collections::BTreeMap;

/// How much of the file is looked at to tell the separator.
const SAMPLE_BYTES: usize = 64 * 1024;

/// Reads a file; `known` counts the headings of the contract in a row, which tells the right separator.
pub fn read(bytes: &[u8], known: impl Fn(&[String]) -> usize) -> Result<Table, SheetError> {
    if bytes.len() as u64 > MOST_CSV_BYTES {
        return Err(SheetError::TooLarge);
    }
    let text = decode::decode(bytes)?;
    // Old programs of the Macintosh end lines with a carriage return alone.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n").into() };
    let (declared, body) = declared_separator(&text);
    let separator = declared.unwrap_or_else(|| likeliest(body, known));
    let usual = usual_width(&records(sample(body), separator, None));
    let mut table = Table::default();
    for (at, record) in records(body, separator, usual).into_iter().enumerate() {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        match record {
            Ok(fields) => {
                let cells = cells(fields);
                if !cells.is_empty() {
                    table.rows.push(Row { number, cells });
                }
            }
            Err(broken) => table.broken.push((number, broken)),
        }
        if table.rows.len() + table.broken.len() > MOST_ROWS {
            return Err(SheetError::TooManyRows);
        }
    }
    Ok(table)
}

fn cells(fields: Vec<String>) -> Vec<(u32, Value)> {
    (0..MOST_COLUMNS)
        .zip(fields)
        .filter(|(_, field)| !field.trim().is_empty())
        .map(|(column, field)| (column, Value::Text(field)))
        .collect()
}

/// `sep=;`, which Excel writes and reads as an instruction and not as a row.
fn declared_separator(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    match line.trim_end().strip_prefix("sep=").map(|mark| mark.chars().collect::<Vec<_>>()) {
        Some(marks) if marks.len() == 1 => (marks.first().copied(), rest),
        _ => (None, text),
    }
}

fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let head = text.get(..end.unwrap_or_default()).unwrap_or(text);
    match head.rfind('\n') {
        Some(at) if head.len() < text.len() => head.get(..=at).unwrap_or(head),
        _ => head,
    }
}

/// The separator with which some row has the most known headings; else the most fields.
fn likeliest(text: &str, known: impl Fn(&[String]) -> usize) -> char {
    let mut best = (0, 0, ',');
    for separator in [',', ';', '\t'] {
        let rows = records(sample(text), separator, None);
        let rows = rows.iter().flatten();
        let score = rows.map(|row| (known(row), row.len())).max().unwrap_or_default();
        if score > (best.0, best.1) {
            best = (score.0, score.1, separator);
        }
    }
    best.2
}

/// The number of fields that most records have.
fn usual_width(records: &[Record]) -> Option<usize> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for record in records.iter().flatten().filter(|record| record.len() > 1) {
        *widths.entry(record.len()).or_default() += 1;
    }
    widths.into_iter().max_by_key(|(width, count)| (*count, *width)).map(|(width, _)| width)
}

impl Broken {
    /// What is wrong and how to mend it, in Indonesian.
    pub const fn explained(self) -> (&'static str, &'static str) {
        match self {
            Self::Quote => (
                "Tanda kutip (\") di baris ini tidak ditutup, jadi batas kolomnya tidak jelas. Baris ini tidak dibaca; baris lain tetap dibaca.",
                "Tutup tanda kutipnya, atau hapus kalau tidak perlu, lalu simpan lagi.",
            ),
            Self::TooLong => (
                "Baris ini lebih dari 1 MB, jauh melebihi satu produk. Baris ini tidak dibaca.",
                "Periksa apakah isi berkas lain ikut tertempel di sini.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(table: &Table) -> Vec<(u32, Vec<String>)> {
        let row = |row: &Row| (row.number, row.cells.iter().map(|(_, v)| v.plain()).collect());
        table.rows.iter().map(row).collect()
    }

    fn known(row: &[String]) -> usize {
        row.iter().filter(|field| ["nama", "harga"].contains(&field.trim())).count()
    }

    #[test]
    fn the_separator_is_told_by_the_headings() {
        for text in [
            "Daftar, lengkap, sekali, ya\nnama;harga\nkeripik;15.000,00\n",
            "Daftar, lengkap, sekali, ya\nnama\tharga\nkeripik\t15.000,00\n",
            "Daftar; lengkap; sekali; ya\r\nnama,harga\r\nkeripik,\"15.000,00\"\r\n",
        ] {
            let table = read(text.as_bytes(), known).expect(text);
            assert_eq!(texts(&table)[1].1, ["nama", "harga"], "{text}");
            assert_eq!(texts(&table)[2].1, ["keripik", "15.000,00"], "{text}");
        }
    }

    #[test]
    fn blank_lines_count_and_line_breaks_in_a_field_do_not() {
        let table = read(b"nama,harga\n\n\"a\nb\",1\nc,2\n", known).expect("a table");
        let rows: Vec<u32> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(rows, [1, 3, 4]);
    }

    #[test]
    fn a_declared_separator_is_no_row() {
        let table = read(b"sep=;\nnama;harga\n", known).expect("a table");
        assert_eq!(texts(&table), [(1, vec!["nama".to_owned(), "harga".to_owned()])]);
    }
}
