//! CSV: comma, semicolon or tab, told by which of them makes a table; read from the file as it is needed.

use crate::compiler::sheet::quotes::{Record, Shape, records};
use crate::compiler::sheet::stream::{LayoutError, Stream, Text};
use crate::compiler::sheet::{Broken, MOST_DECODED_BYTES, SheetError, Table, decode};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::sync::{Arc, Mutex};

/// How much of the file is looked at to tell the separator.
const SAMPLE_BYTES: usize = 64 * 1024;

/// Opens a file; `known` counts the headings of the contract in a row, which tells the right separator.
pub fn open(mut file: File, known: impl Fn(&[Cow<'_, str>]) -> usize) -> Result<Table, SheetError> {
    let mut head = Vec::new();
    file.by_ref().take(4 * SAMPLE_BYTES as u64).read_to_end(&mut head).map_err(unreadable)?;
    // Beginning with a mark of its encoding it is UTF-8, which is read in place, or has to be decoded.
    let bom = if head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let text = head.get(bom..).unwrap_or_default();
    let begins = match str::from_utf8(text) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => {
            text.get(..error.valid_up_to()).and_then(|text| str::from_utf8(text).ok())
        }
        Err(_) => None,
    };
    if let Some(begins) = begins {
        let (shape, skipped) = shape(begins, &known);
        let copy = file.try_clone().map_err(unreadable)?;
        let start = (bom + skipped) as u64;
        match Stream::lay_out(Text::File(Mutex::new(copy)), start, shape) {
            Ok((stream, broken)) => return table(stream, broken),
            Err(LayoutError::OtherText) => {}
            Err(LayoutError::NotText) => return Err(SheetError::NotText),
            Err(LayoutError::Io(error)) => return Err(unreadable(error)),
        }
    }
    if file.metadata().map_err(unreadable)?.len() > MOST_DECODED_BYTES {
        return Err(SheetError::OldEncoding);
    }
    file.rewind().map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    read(&bytes, known)
}

/// Reads a file's bytes in any of the encodings of the contract.
pub fn read(bytes: &[u8], known: impl Fn(&[Cow<'_, str>]) -> usize) -> Result<Table, SheetError> {
    let text = decode::decode(bytes)?;
    // Old programs of the Macintosh end lines with a carriage return alone.
    let text = if text.contains('\n') { text.into_owned() } else { text.replace('\r', "\n") };
    let (shape, skipped) = shape(&text, &known);
    match Stream::lay_out(Text::Memory(text), skipped as u64, shape) {
        Ok((stream, broken)) => table(stream, broken),
        Err(_) => Err(SheetError::NotText),
    }
}

/// The rows of the first block stand ready, for whoever looks for the header; the others are read when wanted.
fn table(stream: Stream, broken: Vec<(u32, Broken)>) -> Result<Table, SheetError> {
    // Blank lines may fill whole blocks.
    let mut rows = Vec::new();
    for nth in 0..stream.blocks() {
        rows = stream.block(nth, |_| true).map_err(unreadable)?;
        if !rows.is_empty() {
            break;
        }
    }
    Ok(Table { rows, broken, stream: Some(Arc::new(stream)), ..Table::default() })
}

fn unreadable(error: io::Error) -> SheetError {
    SheetError::Damaged(error.to_string())
}

/// How the records look, and how many bytes stand before the first.
fn shape(text: &str, known: impl Fn(&[Cow<'_, str>]) -> usize) -> (Shape, usize) {
    let (declared, body) = declared_separator(text);
    let separator = declared.unwrap_or_else(|| likeliest(body, known));
    let sampled: Vec<Record<'_>> =
        records(sample(body), Shape { separator, usual: None }).collect();
    (Shape { separator, usual: usual_width(&sampled) }, text.len() - body.len())
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
fn likeliest(text: &str, known: impl Fn(&[Cow<'_, str>]) -> usize) -> char {
    let mut best = (0, 0, ',');
    for separator in [',', ';', '\t'] {
        let rows = records(sample(text), Shape { separator, usual: None }).flatten();
        let score = rows.map(|row| (known(&row), row.len())).max().unwrap_or_default();
        if score > (best.0, best.1) {
            best = (score.0, score.1, separator);
        }
    }
    best.2
}

/// The number of fields that most records have.
fn usual_width(records: &[Record<'_>]) -> Option<usize> {
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
    use crate::compiler::sheet::Row;

    fn texts(table: &Table) -> Vec<(u32, Vec<String>)> {
        let row = |row: &Row| (row.number, row.cells.iter().map(|(_, v)| v.plain()).collect());
        table.rows.iter().map(row).collect()
    }

    fn known(row: &[Cow<'_, str>]) -> usize {
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
