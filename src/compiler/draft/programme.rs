//! A row of `program`.

use crate::compiler::columns as col;
use crate::compiler::draft::shared::{identity, link};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::row::RowReader;
use crate::domain::link::SafeLink;

/// What a programme's row says.
#[derive(Clone, Debug)]
pub struct ProgrammeDraft {
    /// Place, code and title.
    pub identity: Identity,
    /// Nothing may be published of it.
    pub refused: bool,
    /// What it is, in a sentence.
    pub summary: String,
    /// The rest of what is said of it.
    pub body: String,
    /// Its own page.
    pub link: Option<SafeLink>,
    /// Where the statements come from.
    pub source: String,
    /// Its place among the programmes; those without one come last.
    pub order: Option<u32>,
}

/// Reads a row.
pub fn read(row: &mut RowReader<'_>, context: Context<'_>) -> ProgrammeDraft {
    let title = row.required_text(col::JUDUL, 120);
    let identity = identity(row, title);
    let summary = row.required_text(col::RINGKAS, 300).unwrap_or_default();
    ProgrammeDraft {
        summary,
        body: row.lines(col::ISI, 5_000),
        link: link(row, col::TAUTAN, |text| SafeLink::anywhere(text, context.hosts)),
        source: row.text(col::SUMBER, 500),
        order: row.count(col::URUTAN, 0, 9_999),
        refused: row.refused,
        identity,
    }
}
