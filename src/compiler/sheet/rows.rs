//! The data rows of a sheet, in blocks that can be worked on side by side: kept, or read from the file when wanted.

use crate::compiler::sheet::stream::Stream;
use crate::compiler::sheet::{Row, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::sync::Arc;

/// Rows of a workbook that make one block.
const BLOCK_ROWS: usize = 4_096;

/// Rows from some row on which have anything in some columns.
#[derive(Clone, Debug)]
pub struct Rows {
    source: Kept,
    /// The first row's number.
    from: u32,
    /// Columns of which one must be filled; where none is named, any row will do.
    columns: Vec<u32>,
    /// What stands in cells of some rows in place of what was handed in.
    amended: BTreeMap<u32, Vec<(u32, Value)>>,
}

#[derive(Clone, Debug)]
enum Kept {
    Here(Vec<Row>),
    InFile(Arc<Stream>),
}

impl Rows {
    /// The rows from the number `from` on: `here`, unless they are read from a stream.
    pub fn new(here: Vec<Row>, stream: Option<Arc<Stream>>, from: u32) -> Self {
        let source = stream.map_or(Kept::Here(here), Kept::InFile);
        Self { source, from, columns: Vec::new(), amended: BTreeMap::new() }
    }

    /// Only those with anything in one of these columns.
    pub fn filled(self, columns: Vec<u32>) -> Self {
        Self { columns, ..self }
    }

    /// With this in a cell of a row, whatever was handed in; a later one for the same cell holds.
    pub fn amend(&mut self, row: u32, column: u32, value: Value) {
        self.amended.entry(row).or_default().push((column, value));
    }

    /// How many blocks there are; some may turn out to be empty.
    pub fn blocks(&self) -> usize {
        match &self.source {
            Kept::Here(rows) => rows.len().div_ceil(BLOCK_ROWS),
            Kept::InFile(stream) => stream.blocks(),
        }
    }

    /// The rows of one block. An error says that the file can no longer be read.
    pub fn block(&self, nth: usize) -> io::Result<Vec<Cow<'_, Row>>> {
        self.block_of(nth, |_| true)
    }

    /// The rows of one block; of a file at least the wanted cells, so that the others cost nothing.
    pub fn block_of(
        &self,
        nth: usize,
        wanted: impl Fn(u32) -> bool,
    ) -> io::Result<Vec<Cow<'_, Row>>> {
        let mut rows: Vec<Cow<'_, Row>> = match &self.source {
            Kept::Here(rows) => {
                let own = rows.iter().skip(nth * BLOCK_ROWS).take(BLOCK_ROWS);
                own.filter(|row| self.holds(row)).map(Cow::Borrowed).collect()
            }
            Kept::InFile(stream) => {
                let rows = stream.block(nth, wanted)?.into_iter();
                rows.filter(|row| self.holds(row)).map(Cow::Owned).collect()
            }
        };
        if !self.amended.is_empty() {
            for row in &mut rows {
                if let Some(changes) = self.amended.get(&row.number) {
                    let row = row.to_mut();
                    changes.iter().for_each(|(column, value)| row.set(*column, value.clone()));
                }
            }
        }
        Ok(rows)
    }

    /// All rows in their order.
    pub fn iter(&self) -> impl Iterator<Item = io::Result<Cow<'_, Row>>> {
        self.of_blocks(0..self.blocks())
    }

    /// The rows of these numbers, in their order; of a file only the blocks they stand in are read.
    pub fn numbered(
        &self,
        wanted: &BTreeSet<u32>,
    ) -> impl Iterator<Item = io::Result<Cow<'_, Row>>> {
        let holds_some = |nth: &usize| match &self.source {
            Kept::Here(_) => true,
            Kept::InFile(stream) => {
                let from = stream.first_row(*nth).unwrap_or_default();
                let end = stream.first_row(nth + 1).unwrap_or(u32::MAX).max(from);
                wanted.range(from..end).next().is_some()
            }
        };
        let blocks: Vec<usize> = (0..self.blocks()).filter(holds_some).collect();
        let is_wanted = |row: &io::Result<Cow<'_, Row>>| match row {
            Ok(row) => wanted.contains(&row.number),
            Err(_) => true,
        };
        self.of_blocks(blocks.into_iter()).filter(is_wanted)
    }

    fn of_blocks(
        &self,
        blocks: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = io::Result<Cow<'_, Row>>> {
        blocks.flat_map(|nth| match self.block(nth) {
            Ok(rows) => rows.into_iter().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        })
    }

    /// The columns that any row may reach into, where that is known without reading the rows.
    pub fn columns(&self) -> Option<Range<u32>> {
        match &self.source {
            Kept::Here(_) => None,
            Kept::InFile(stream) => Some(stream.columns()),
        }
    }

    fn holds(&self, row: &Row) -> bool {
        let filled = |column: &u32| row.get(*column).is_some_and(|value| !value.is_blank());
        row.number >= self.from && (self.columns.is_empty() || self.columns.iter().any(filled))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::sheet::quotes::Shape;
    use crate::compiler::sheet::stream::Text;

    #[test]
    fn rows_are_found_by_their_numbers_in_whatever_block_they_stand() {
        let text = format!("{},1\n", "x".repeat(200)).repeat(20_000);
        let (stream, _) =
            Stream::lay_out(Text::Memory(text), 0, Shape::default()).expect("a layout");
        assert!(stream.blocks() > 2);
        let first_of_second = stream.first_row(1).expect("a block");
        let rows = Rows::new(Vec::new(), Some(Arc::new(stream)), 2);
        let wanted = BTreeSet::from([1, 2, first_of_second - 1, first_of_second, 20_000, 20_001]);
        let found = rows.numbered(&wanted).map(|row| row.expect("a row").number);
        let expected = [2, first_of_second - 1, first_of_second, 20_000];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}
