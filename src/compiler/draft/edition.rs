//! A row of `jbl`. All times are WIB; an end is inclusive: a day alone is the whole day, a time its whole minute.

use crate::compiler::columns::{self as col, Column};
use crate::compiler::draft::shared::{identity, link};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::faults::Fault;
use crate::compiler::row::{RowReader, When};
use crate::domain::area::City;
use crate::domain::channel::Channel;
use crate::domain::edition::Window;
use crate::domain::fold::squash;
use crate::domain::link::SafeLink;
use crate::domain::time::Moment;

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
    let area = area(row);
    let window = window(row, col::MULAI, col::SELESAI, true);
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

fn area(row: &mut RowReader<'_>) -> Option<Option<City>> {
    let Some(value) = row.value(col::WILAYAH) else {
        row.missing(col::WILAYAH);
        return None;
    };
    let plain = value.plain();
    if squash(&plain) == "semua" {
        return Some(None);
    }
    let city = City::find(&plain).ok();
    if city.is_none() {
        row.fault(
            Fault::AreaUnknown,
            col::WILAYAH,
            "Wilayah ini bukan kota di Jakarta.",
            "Tulis kodenya, misalnya 31.74, namanya, misalnya Jakarta Selatan, atau semua.",
        );
    }
    city.map(Some)
}

/// A window of which either both ends stand or none.
fn window_if_any(row: &mut RowReader<'_>, from: Column, to: Column) -> Option<Window> {
    match (row.has(from), row.has(to)) {
        (true, true) => window(row, from, to, false),
        (false, false) => None,
        (has_from, _) => {
            let (there, absent) = if has_from { (from, to) } else { (to, from) };
            row.fault(
                Fault::WindowInvalid,
                there,
                &format!("Kolom {absent} kosong, jadi waktunya tidak lengkap."),
                &format!("Isi {absent}, atau kosongkan keduanya."),
            );
            None
        }
    }
}

fn window(row: &mut RowReader<'_>, from: Column, to: Column, required: bool) -> Option<Window> {
    for column in [from, to] {
        if required && !row.has(column) {
            row.missing(column);
        }
    }
    let begin = row.when(from);
    let end = row.when(to);
    let (from_moment, to_moment) = (begin.map(first)?, end.map(after)?);
    if to_moment <= from_moment {
        row.fault(
            Fault::WindowInvalid,
            to,
            &format!("{to} mendahului {from}."),
            "Periksa kedua tanggal dan jamnya.",
        );
        return None;
    }
    Some(Window { from: from_moment, to: to_moment })
}

/// The first moment of a day or a time.
fn first((date, time): When) -> Moment {
    time.map_or_else(|| date.start(), |(hour, minute)| date.at(hour, minute))
}

/// The first moment after a day, or after a minute.
fn after((date, time): When) -> Moment {
    match time {
        None => date.plus(1).start(),
        Some((hour, minute)) => Moment(date.at(hour, minute).0 + 60),
    }
}
