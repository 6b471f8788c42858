//! What a planner's page and the worker of its papers say to each other, as JSON; files and workbooks go beside it.
//!
//! Every question stands for itself: a worker answers one and is gone.

use crate::domain::table::Table;
use crate::domain::wire::{self, Value, Wire, record};

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// These tables as a workbook, a sheet each.
    Workbook(Vec<Table>),
    /// What stands in the workbook that comes beside, as text.
    Lines,
    /// Each of these texts as a QR code.
    Codes(Vec<String>),
}

/// A QR code as a drawing, its quiet zone included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// How many modules wide and high it is.
    pub size: u32,
    /// The dark modules, as the outline of an SVG path; a module is one unit wide.
    pub path: String,
}
record!(Drawing { size, path });

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tell {
    /// It listens.
    Ready,
    /// The workbook, its bytes beside.
    Workbook,
    /// What stands in the cells: a line a row, tabs between cells.
    Lines(String),
    /// The codes, in the order of their texts; none where a text is too long for one that a phone can read.
    Codes(Vec<Option<Drawing>>),
    /// It could not be made, or not be read.
    Failed,
}

impl Ask {
    /// As it is sent.
    pub fn write(&self) -> String {
        let (word, content) = match self {
            Self::Workbook(tables) => ("workbook", tables.to_wire()),
            Self::Lines => ("lines", Value::Null),
            Self::Codes(texts) => ("codes", texts.to_wire()),
        };
        said(word, content)
    }

    /// As it has come; nothing where it is no question.
    pub fn read(text: &str) -> Option<Self> {
        let (word, content) = heard(text)?;
        match word.as_str() {
            "workbook" => wire::read_value(content).map(Self::Workbook),
            "lines" => Some(Self::Lines),
            "codes" => wire::read_value(content).map(Self::Codes),
            _ => None,
        }
    }
}

impl Tell {
    /// As it is sent.
    pub fn write(&self) -> String {
        let (word, content) = match self {
            Self::Ready => ("ready", Value::Null),
            Self::Workbook => ("workbook", Value::Null),
            Self::Lines(text) => ("lines", text.to_wire()),
            Self::Codes(drawings) => ("codes", drawings.to_wire()),
            Self::Failed => ("failed", Value::Null),
        };
        said(word, content)
    }

    /// As it has come; what is no answer is a failure.
    pub fn read(text: &str) -> Self {
        let Some((word, content)) = heard(text) else { return Self::Failed };
        let told = match word.as_str() {
            "ready" => Some(Self::Ready),
            "workbook" => Some(Self::Workbook),
            "lines" => wire::read_value(content).map(Self::Lines),
            "codes" => wire::read_value(content).map(Self::Codes),
            _ => None,
        };
        told.unwrap_or(Self::Failed)
    }
}

fn said(word: &str, content: Value) -> String {
    Value::Array(vec![Value::String(word.to_owned()), content]).write()
}

fn heard(text: &str) -> Option<(String, Value)> {
    let Value::Array(parts) = Value::read(text)? else { return None };
    let [Value::String(word), content] = <[Value; 2]>::try_from(parts).ok()? else { return None };
    Some((word, content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::table::Cell;

    #[test]
    fn what_is_said_is_heard_as_it_was() {
        let table = Table {
            title: "Pesanan".to_owned(),
            columns: vec!["Kantor".to_owned(), "Nilai".to_owned()],
            rows: vec![vec![Cell::Text(String::new()), Cell::Number(0)]],
            sums: vec![vec![Cell::Text("=1+1".to_owned()), Cell::Number(15_000)]],
            notes: Vec::new(),
        };
        let code = "https://a.example/daftar#1gaa".to_owned();
        for ask in [Ask::Workbook(vec![table]), Ask::Lines, Ask::Codes(vec![code])] {
            assert_eq!(Ask::read(&ask.write()), Some(ask));
        }
        let drawing = Drawing { size: 29, path: "M4 4h7v1h-7z".to_owned() };
        for tell in [
            Tell::Ready,
            Tell::Workbook,
            Tell::Lines("a\tb\nc".to_owned()),
            Tell::Codes(vec![Some(drawing), None]),
            Tell::Failed,
        ] {
            assert_eq!(Tell::read(&tell.write()), tell);
        }
    }

    #[test]
    fn what_is_no_question_or_answer_is_refused() {
        for text in ["", "[]", "[\"workbook\"]", "[\"workbook\",1]", "[\"other\",null]", "{}"] {
            assert_eq!(Ask::read(text), None, "{text}");
        }
        assert_eq!(Tell::read("?"), Tell::Failed);
    }
}
