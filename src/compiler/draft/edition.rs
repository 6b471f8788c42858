//! A row of `jbl`.

use crate::compiler::columns as col;
use crate::compiler::draft::schedule::{area, required_window, window_if_any};
use crate::compiler::draft::shared::{identity, link};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::row::RowReader;
use crate::domain::area::City;
use crate::domain::channel::Channel;
use crate::domain::edition::Window;
use crate::domain::fold::squash;
use crate::domain::link::SafeLink;

/// What an edition's row says.
#[derive(Clone, Debug)]
pub struct EditionDraft {
    /// Place, code and name.
    pub identity: Identity,
    /// Nothing may be published of it.
    pub refused: bool,
    /// As written; empty: made from the area.
    pub title: String,
    /// Whose turn it is; the inner `None` is all of Jakarta.
    pub area: Option<Option<City>>,
    /// When its prices hold.
    pub window: Option<Window>,
    /// When orders are taken ahead.
    pub preorder: Option<Window>,
    /// When the live show runs.
    pub live: Option<Window>,
    /// Where the live show is seen.
    pub live_link: Option<SafeLink>,
    /// The shop in which it is sold.
    pub shop_link: Option<SafeLink>,
    /// The channel through which its prices hold.
    pub channel: Channel,
    /// Where it can be visited.
    pub place: String,
    /// Anything else.
    pub note: String,
}

/// Reads a row.
pub fn read(row: &mut RowReader<'_>, context: Context<'_>) -> EditionDraft {
    let title = row.text(col::JUDUL, 120);
    let identity = identity(row, Some(title.clone()));
    if identity.given.is_none() && !identity.spoilt && title.is_empty() {
        row.missing(col::KODE);
    }
    if !row.has(col::WILAYAH) {
        row.missing(col::WILAYAH);
    }
    let area = area(row);
    let window = required_window(row, col::MULAI, col::SELESAI);
    let preorder = window_if_any(row, col::PRAPESAN_MULAI, col::PRAPESAN_TUTUP);
    let live = window_if_any(row, col::LIVE_MULAI, col::LIVE_SELESAI);
    let words = Channel::ALL.map(Channel::column).join(", ");
    let by_word = |word: &str| {
        Channel::ALL.into_iter().find(|channel| {
            squash(channel.column()) == squash(word) || squash(channel.label()) == squash(word)
        })
    };
    let channel = row.word(col::KANAL, &words, by_word).unwrap_or(Channel::Tokopedia);
    let anywhere = |text: &str| SafeLink::anywhere(text, context.hosts);
    let on_channel = |text: &str| SafeLink::for_channel(text, channel, context.hosts);
    EditionDraft {
        title,
        area,
        window,
        preorder,
        live,
        live_link: link(row, col::TAUTAN_LIVE, anywhere),
        shop_link: link(row, col::TAUTAN_TOKO, on_channel),
        channel,
        place: row.text(col::TEMPAT, 200),
        note: row.text(col::CATATAN, 500),
        refused: row.refused,
        identity,
    }
}
