//! A row of `acara`.

use crate::compiler::columns as col;
use crate::compiler::draft::schedule::{area, required_window};
use crate::compiler::draft::shared::{identity, link};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::row::RowReader;
use crate::domain::area::City;
use crate::domain::edition::Window;
use crate::domain::event::EventKind;
use crate::domain::link::SafeLink;

/// What an event's row says.
#[derive(Clone, Debug)]
pub struct EventDraft {
    /// Place, code and title.
    pub identity: Identity,
    /// Nothing may be published of it.
    pub refused: bool,
    /// What it is.
    pub kind: Option<EventKind>,
    /// The city it is held in.
    pub city: Option<City>,
    /// Where in that city.
    pub place: String,
    /// The address of the place.
    pub address: String,
    /// The place on a map.
    pub map: Option<SafeLink>,
    /// When it can be visited.
    pub window: Option<Window>,
    /// Where more is told.
    pub link: Option<SafeLink>,
}

/// Reads a row.
pub fn read(row: &mut RowReader<'_>, context: Context<'_>) -> EventDraft {
    if !row.has(col::JENIS) {
        row.missing(col::JENIS);
    }
    let words = EventKind::ALL.map(EventKind::word).join(", ");
    let kind = row.word(col::JENIS, &words, EventKind::from_word);
    let title = row.required_text(col::JUDUL, 120);
    let identity = identity(row, title);
    let anywhere = |text: &str| SafeLink::anywhere(text, context.hosts);
    EventDraft {
        kind,
        city: area(row).flatten(),
        place: row.text(col::TEMPAT, 200),
        address: row.text(col::ALAMAT, 300),
        map: link(row, col::PETA, anywhere),
        window: required_window(row, col::MULAI, col::SELESAI),
        link: link(row, col::TAUTAN, anywhere),
        refused: row.refused,
        identity,
    }
}
