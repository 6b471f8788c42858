//! ODS, read from its XML: empty cells repeated to the far corner of the sheet cost nothing.
//!
//! Values are taken as the office program stores them; a number shown with leading zeros is taken as shown.

use crate::compiler::sheet::{
    Budget, MOST_COLUMNS, MOST_TEXT, Merged, Row, SheetError, Table, Value, archive,
    embedded::Gathered,
    xml::{attribute, damaged},
};
use crate::domain::time::parse_when;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// The last row of any office program, beyond which repeated blank rows are not counted.
const LAST_ROW: u32 = 1_048_576;

/// Reads all sheets in the workbook's order.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, SheetError> {
    let content = archive::part(bytes, "content.xml")?;
    let mut reader = Reader::from_reader(content.as_slice());
    let mut book = Book::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Eof => break,
            Event::Start(element) => book.open(&element)?,
            Event::Empty(element) => {
                book.open(&element)?;
                book.close(element.local_name().as_ref())?;
            }
            Event::End(element) => book.close(element.local_name().as_ref())?,
            Event::Text(text) => book.text(&text.decode().map_err(damaged)?),
            Event::CData(text) => book.text(&text.decode().map_err(damaged)?),
            Event::GeneralRef(entity) => {
                // Entities that a document defines itself are not followed.
                if let Some(c) = entity.resolve_char_ref().map_err(damaged)? {
                    book.text(c.encode_utf8(&mut [0; 4]));
                } else if let Some(text) =
                    resolve_predefined_entity(&entity.decode().map_err(damaged)?)
                {
                    book.text(text);
                }
            }
            _ => {}
        }
    }
    if book.tables.is_empty() {
        return Err(damaged("no sheet"));
    }
    for table in &mut book.tables {
        table.spread_merged(&mut book.budget)?;
    }
    book.pictures.give(&mut archive::Package::open(bytes)?, &mut book.tables)?;
    Ok(book.tables)
}

/// What has been read so far.
#[derive(Default)]
struct Book {
    tables: Vec<Table>,
    /// Inside how many elements whose text is not the cell's: notes, drawings, tracked changes.
    aside: u32,
    inside_table: bool,
    row: u32,
    row_repeat: u32,
    column: u32,
    cells: Vec<(u32, Value)>,
    /// Bytes of text in the row's cells.
    row_text: usize,
    cell: Option<Cell>,
    budget: Budget,
    /// The files that the frame being read can show, of which it shows one.
    frame: Vec<String>,
    pictures: Gathered,
}

/// The cell being read.
struct Cell {
    kind: String,
    stored: Option<String>,
    text: String,
    paragraphs: u32,
    formula: bool,
    repeat: u32,
    spans: (u32, u32),
}

const ASIDE: [&[u8]; 4] = [b"annotation", b"shapes", b"tracked-changes", b"frame"];

impl Book {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), SheetError> {
        let name = element.local_name();
        let name = name.as_ref();
        if ASIDE.contains(&name) {
            self.aside += 1;
        }
        if self.aside > 0 {
            // A frame in a cell; those over the whole sheet belong to no row.
            if name == b"image" && self.cell.is_some() {
                self.frame.extend(attribute(element, b"href")?);
            }
            return Ok(());
        }
        match name {
            b"table" => {
                self.inside_table = true;
                self.row = 0;
                let name = attribute(element, b"name")?;
                self.tables.push(Table { name, ..Table::default() });
            }
            b"table-row" if self.inside_table => {
                self.column = 0;
                self.row_repeat = number(element, b"number-rows-repeated")?;
                self.cells.clear();
            }
            b"table-cell" | b"covered-table-cell" if self.inside_table => {
                let stored = ["value", "date-value", "boolean-value", "string-value"]
                    .iter()
                    .find_map(|name| attribute(element, name.as_bytes()).transpose())
                    .transpose()?;
                self.cell = Some(Cell {
                    kind: attribute(element, b"value-type")?.unwrap_or_default(),
                    stored,
                    text: String::new(),
                    paragraphs: 0,
                    formula: attribute(element, b"formula")?.is_some(),
                    repeat: number(element, b"number-columns-repeated")?,
                    spans: (
                        number(element, b"number-rows-spanned")?,
                        number(element, b"number-columns-spanned")?,
                    ),
                });
            }
            b"p" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            b"s" | b"tab" => self.text(" "),
            b"line-break" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| self.aside == 0 && cell.paragraphs > 0)
        {
            cell.text.push_str(text);
        }
    }

    fn close(&mut self, name: &[u8]) -> Result<(), SheetError> {
        if ASIDE.contains(&name) {
            self.aside = self.aside.saturating_sub(1);
            return self.end_frame();
        }
        if self.aside > 0 {
            return Ok(());
        }
        match name {
            b"table" => self.inside_table = false,
            b"table-row" if self.inside_table => self.end_row()?,
            b"table-cell" | b"covered-table-cell" => self.end_cell()?,
            _ => {}
        }
        Ok(())
    }

    /// An office program hands a drawing in as such and as a picture; the first that can be published counts.
    fn end_frame(&mut self) -> Result<(), SheetError> {
        const PICTURES: [&str; 4] = [".jpg", ".jpeg", ".png", ".webp"];
        let files = std::mem::take(&mut self.frame);
        let is_picture = |file: &&String| {
            PICTURES.iter().any(|ending| file.to_ascii_lowercase().ends_with(ending))
        };
        let Some(file) = files.iter().find(is_picture).or(files.first()) else { return Ok(()) };
        self.pictures.add(
            self.tables.len().saturating_sub(1),
            file.trim_start_matches("./"),
            self.row,
        )
    }

    fn end_cell(&mut self) -> Result<(), SheetError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let first = self.column;
        self.column = self.column.saturating_add(cell.repeat);
        if let (Some(table), (rows, columns)) = (self.tables.last_mut(), cell.spans)
            && (rows > 1 || columns > 1)
        {
            let row = self.row + 1;
            table.merged.push(Merged {
                rows: (row, row.saturating_add(rows - 1)),
                columns: (first, first.saturating_add(columns - 1)),
            });
        }
        if let Some(value) = cell.value() {
            let columns = first..self.column.min(MOST_COLUMNS);
            // Counted before a repeated text is copied.
            self.row_text += columns.len() * value.text_bytes();
            if self.row_text > MOST_TEXT {
                return Err(SheetError::TooLarge);
            }
            self.cells.extend(columns.map(|column| (column, value.clone())));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), SheetError> {
        let cells = std::mem::take(&mut self.cells);
        self.row_text = 0;
        let first = self.row;
        self.row = self.row.saturating_add(self.row_repeat).min(LAST_ROW);
        if cells.is_empty() {
            return Ok(());
        }
        let rows = (self.row - first) as usize;
        self.budget.rows(rows)?;
        for (_, value) in &cells {
            self.budget.cells(value, rows)?;
        }
        if let Some(table) = self.tables.last_mut() {
            let repeated = (first..self.row).map(|at| Row { number: at + 1, cells: cells.clone() });
            table.rows.extend(repeated);
        }
        Ok(())
    }
}

impl Cell {
    fn value(self) -> Option<Value> {
        let shown = self.text.trim();
        if self.formula && (shown.starts_with('#') || shown.starts_with("Err:")) {
            return Some(Value::Error(shown.to_owned()));
        }
        let stored = self.stored.as_deref().unwrap_or(shown);
        match self.kind.as_str() {
            "float" | "currency" | "percentage" => {
                let number: f64 = stored.parse().ok()?;
                let zero_padded = shown.len() > 1
                    && shown.starts_with('0')
                    && shown.bytes().all(|b| b.is_ascii_digit())
                    && shown.parse() == Ok(number);
                Some(if zero_padded {
                    Value::Text(shown.to_owned())
                } else {
                    Value::Number(number)
                })
            }
            "date" => Some(match parse_when(stored.split('.').next().unwrap_or(stored)) {
                Ok((date, time)) => Value::Date(date, time.filter(|time| *time != (0, 0))),
                Err(_) => Value::Text(shown.to_owned()),
            }),
            "boolean" => Some(Value::Flag(stored == "true")),
            _ => {
                let text = if shown.is_empty() { stored } else { &self.text };
                (!text.trim().is_empty()).then(|| Value::Text(text.to_owned()))
            }
        }
    }
}

/// A count that is one where it is not given.
fn number(element: &BytesStart<'_>, name: &[u8]) -> Result<u32, SheetError> {
    let count = attribute(element, name)?.map_or(1, |text| text.parse().unwrap_or(1));
    Ok(count.clamp(1, LAST_ROW))
}
