//! The rows of a long CSV file, read again from it block by block whenever they are wanted.
//!
//! Only where each block begins is kept, so a file may have any number of rows. It does not know which rows are of
//! interest, nor what they mean.

use crate::compiler::sheet::quotes::{self, Extent, Shape};
use crate::compiler::sheet::{Broken, MOST_COLUMNS, Row, Value};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// About so many bytes are read and parsed at a time: some four thousand products.
const BLOCK_BYTES: usize = 1 << 20;
/// How much is looked at when blocks are laid out: one record of the greatest length fits several times.
const WINDOW_BYTES: usize = 8 << 20;

/// A text that can be read in pieces.
#[derive(Debug)]
pub enum Text {
    /// UTF-8 in a file, which stays open: replacing it does not disturb those who read it.
    File(Mutex<File>),
    /// What had to be decoded.
    Memory(String),
}

/// Some records, one behind the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    start: u64,
    end: u64,
    /// The number of its first row.
    row: u32,
}

/// A laid-out CSV text.
#[derive(Debug)]
pub struct Stream {
    text: Text,
    shape: Shape,
    blocks: Vec<Block>,
    columns: usize,
}

/// Why a file cannot be laid out as UTF-8.
#[derive(Debug)]
pub enum LayoutError {
    /// It is in another encoding, or ends its lines as no file of today does.
    OtherText,
    /// It holds a NUL, so it is no text at all.
    NotText,
    /// The disk's word.
    Io(io::Error),
}

impl From<io::Error> for LayoutError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Stream {
    /// Lays out a text that begins at the byte `start`; the rows that cannot be read are told by their number.
    pub fn lay_out(
        mut text: Text,
        start: u64,
        shape: Shape,
    ) -> Result<(Self, Vec<(u32, Broken)>), LayoutError> {
        let mut layout = Layout { shape, ..Layout::default() };
        match &mut text {
            Text::Memory(whole) => {
                let begin = usize::try_from(start).unwrap_or(usize::MAX);
                layout.offset = start;
                layout.take(whole.get(begin..).unwrap_or_default(), true);
            }
            Text::File(file) => {
                let file = file.get_mut().unwrap_or_else(PoisonError::into_inner);
                layout.file(file, start)?;
            }
        }
        layout.close();
        let Layout { blocks, broken, columns, .. } = layout;
        Ok((Self { text, shape, blocks, columns }, broken))
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }

    /// The number of the first row of a block.
    pub fn first_row(&self, nth: usize) -> Option<u32> {
        self.blocks.get(nth).map(|block| block.row)
    }

    /// The columns that any row reaches into, counted from 0.
    pub fn columns(&self) -> Range<u32> {
        0..u32::try_from(self.columns).map_or(MOST_COLUMNS, |columns| columns.min(MOST_COLUMNS))
    }

    /// The rows of one block that have anything in the columns that are wanted, with these cells alone. What can no
    /// longer be read is an error, never an empty block.
    pub fn block(&self, nth: usize, wanted: impl Fn(u32) -> bool) -> io::Result<Vec<Row>> {
        let Some(block) = self.blocks.get(nth) else { return Ok(Vec::new()) };
        match &self.text {
            Text::Memory(whole) => {
                let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
                let text = whole.get(place(block.start)..place(block.end)).unwrap_or_default();
                Ok(self.rows(text, block.row, wanted))
            }
            Text::File(file) => {
                let mut bytes = vec![0; usize::try_from(block.end - block.start).unwrap_or(0)];
                {
                    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                    file.seek(SeekFrom::Start(block.start))?;
                    file.read_exact(&mut bytes)?;
                }
                let text = str::from_utf8(&bytes).map_err(|_| {
                    io::Error::new(io::ErrorKind::InvalidData, "changed while read")
                })?;
                Ok(self.rows(text, block.row, wanted))
            }
        }
    }

    fn rows(&self, text: &str, first: u32, wanted: impl Fn(u32) -> bool) -> Vec<Row> {
        (first..)
            .zip(quotes::records(text, self.shape))
            .filter_map(|(number, record)| {
                let cells = cells(record.ok()?, &wanted);
                (!cells.is_empty()).then_some(Row { number, cells })
            })
            .collect()
    }
}

/// The filled cells of a record.
fn cells(fields: Vec<Cow<'_, str>>, wanted: &impl Fn(u32) -> bool) -> Vec<(u32, Value)> {
    (0..MOST_COLUMNS)
        .zip(fields)
        .filter(|(column, field)| wanted(*column) && !field.chars().all(char::is_whitespace))
        .map(|(column, field)| (column, Value::Text(field.into_owned())))
        .collect()
}

/// Blocks in the making.
#[derive(Default)]
struct Layout {
    shape: Shape,
    blocks: Vec<Block>,
    broken: Vec<(u32, Broken)>,
    /// Where the next record begins.
    offset: u64,
    /// How many records there were.
    rows: u32,
    /// The most fields that one of them has.
    columns: usize,
    /// The block that still grows.
    open: Option<Block>,
    /// Inside a line that is too long, up to its end.
    skipping: bool,
}

impl Layout {
    /// Lays out a file window by window.
    fn file(&mut self, file: &mut File, start: u64) -> Result<(), LayoutError> {
        file.seek(SeekFrom::Start(start))?;
        self.offset = start;
        let mut window: Vec<u8> = Vec::new();
        let (mut lines, mut returns) = (false, false);
        loop {
            let held = window.len();
            let read = file.by_ref().take((WINDOW_BYTES - held) as u64).read_to_end(&mut window)?;
            let last = read == 0 || window.len() < WINDOW_BYTES;
            let fresh = window.get(held..).unwrap_or_default();
            lines |= fresh.contains(&b'\n');
            returns |= fresh.contains(&b'\r');
            if fresh.contains(&0) {
                return Err(LayoutError::NotText);
            }
            let text = match str::from_utf8(&window) {
                Ok(text) => text,
                // A letter cut in two at the window's end is whole in the next one.
                Err(error) if error.error_len().is_none() && !last => {
                    str::from_utf8(window.get(..error.valid_up_to()).unwrap_or_default())
                        .map_err(|_| LayoutError::OtherText)?
                }
                Err(_) => return Err(LayoutError::OtherText),
            };
            let taken = self.take(text, last);
            window.drain(..taken);
            if last {
                return if returns && !lines { Err(LayoutError::OtherText) } else { Ok(()) };
            }
        }
    }

    /// Lays out the records at the beginning of a text, as many as can be told; gives the bytes taken.
    fn take(&mut self, text: &str, last: bool) -> usize {
        let mut at = 0;
        loop {
            let rest = text.get(at..).unwrap_or_default();
            if rest.is_empty() {
                return at;
            }
            if self.skipping {
                let line = rest.find('\n').map(|end| end + 1);
                self.skipping = line.is_none();
                at += line.unwrap_or(rest.len());
                self.offset += line.unwrap_or(rest.len()) as u64;
                continue;
            }
            // With less than one longest record before it the end of the window could be taken for that of the text.
            if !last && rest.len() <= quotes::MOST_RECORD_BYTES + 4 {
                return at;
            }
            let Extent { broken, length, fields } = quotes::extent(rest, self.shape);
            self.rows = self.rows.saturating_add(1);
            self.columns = self.columns.max(fields);
            match broken {
                None => self.add(length),
                Some(broken) => {
                    self.broken.push((self.rows, broken));
                    self.close();
                    self.skipping = rest.as_bytes().get(length - 1) != Some(&b'\n') && !last;
                }
            }
            at += length;
            self.offset += length as u64;
        }
    }

    /// Adds the record that begins at `offset` to the open block.
    fn add(&mut self, length: usize) {
        let end = self.offset + length as u64;
        let block = self.open.get_or_insert(Block { start: self.offset, end, row: self.rows });
        block.end = end;
        if block.end - block.start >= BLOCK_BYTES as u64 {
            self.close();
        }
    }

    fn close(&mut self) {
        self.blocks.extend(self.open.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_memory(text: &str) -> (Stream, Vec<(u32, Broken)>) {
        let shape = Shape { separator: ',', usual: Some(2) };
        Stream::lay_out(Text::Memory(text.to_owned()), 0, shape).expect("a layout")
    }

    fn in_file(name: &str, text: &[u8]) -> Result<(Stream, Vec<(u32, Broken)>), LayoutError> {
        let path = std::env::temp_dir().join(format!("etalase-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("written");
        let file = File::open(&path).expect("opened");
        std::fs::remove_file(&path).expect("removed");
        let shape = Shape { separator: ',', usual: Some(2) };
        Stream::lay_out(Text::File(Mutex::new(file)), 0, shape)
    }

    fn numbers(stream: &Stream) -> Vec<u32> {
        let block = |nth| stream.block(nth, |_| true).expect("a block");
        (0..stream.blocks()).flat_map(block).map(|row| row.number).collect()
    }

    #[test]
    fn a_file_of_several_windows_is_read_as_it_would_be_in_memory() {
        let line = format!("\"é, {}\",2\n", "x".repeat(200));
        let text = format!("nama,harga\n{}rusak,\"1\n{0}", line.repeat(50_000));
        let (here, broken) = in_memory(&text);
        let (file, same) = in_file("windows", text.as_bytes()).expect("a layout");
        assert_eq!(broken, [(50_002, Broken::Quote)]);
        assert_eq!(same, broken);
        assert!(file.blocks() > 2 * (WINDOW_BYTES / BLOCK_BYTES), "{}", file.blocks());
        assert_eq!(file.blocks, here.blocks);
        let all: Vec<u32> = (1..=100_002).filter(|number| *number != 50_002).collect();
        assert_eq!(numbers(&file), all);
    }

    #[test]
    fn a_line_longer_than_any_window_costs_itself_alone_and_no_memory() {
        let text = format!("a,1\n{}\nb,2\n", "x".repeat(3 * WINDOW_BYTES));
        let (file, broken) = in_file("line", text.as_bytes()).expect("a layout");
        assert_eq!(broken, [(2, Broken::TooLong)]);
        assert_eq!(numbers(&file), [1, 3]);
        assert!(file.blocks.iter().all(|block| block.end - block.start <= 4));
    }

    #[test]
    fn other_encodings_and_old_line_ends_are_left_to_the_decoder() {
        for text in [&b"Ku\xe9,1\n"[..], b"a,1\rb,2\r"] {
            assert!(matches!(in_file("other", text), Err(LayoutError::OtherText)));
        }
        assert!(matches!(in_file("nul", b"a,\x00\n"), Err(LayoutError::NotText)));
    }

    #[test]
    fn the_widest_row_tells_how_many_columns_there_are() {
        let (stream, _) = in_memory("a,b\n\"c\",d,\"e\nf\",g\nh\n");
        assert_eq!(stream.columns(), 0..4);
    }

    #[test]
    fn only_the_wanted_cells_are_read() {
        let (stream, _) = in_memory("a,b\n,c\n");
        let rows = stream.block(0, |column| column == 0).expect("a block");
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].cells, [(0, Value::Text("a".to_owned()))]);
    }
}
