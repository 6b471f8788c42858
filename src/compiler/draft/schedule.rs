//! When and where something takes place: what rows of editions, rounds and events have in common.
//!
//! All times are WIB; an end is inclusive: a day alone is the whole day, a time its whole minute.

use crate::compiler::columns::{self as col, Column};
use crate::compiler::faults::Fault;
use crate::compiler::row::{RowReader, When};
use crate::domain::area::City;
use crate::domain::edition::Window;
use crate::domain::fold::squash;
use crate::domain::time::Moment;

/// The city of `wilayah`; the inner `None` is all of Jakarta, the outer an empty cell or one that is no city.
pub fn area(row: &mut RowReader<'_>) -> Option<Option<City>> {
    let plain = row.value(col::WILAYAH)?.plain();
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

/// A window of which both ends must stand.
pub fn required_window(row: &mut RowReader<'_>, from: Column, to: Column) -> Option<Window> {
    for column in [from, to] {
        if !row.has(column) {
            row.missing(column);
        }
    }
    window(row, from, to)
}

/// A window of which either both ends stand or none.
pub fn window_if_any(row: &mut RowReader<'_>, from: Column, to: Column) -> Option<Window> {
    match (row.has(from), row.has(to)) {
        (true, true) => window(row, from, to),
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

fn window(row: &mut RowReader<'_>, from: Column, to: Column) -> Option<Window> {
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
pub fn after((date, time): When) -> Moment {
    match time {
        None => date.plus(1).start(),
        Some((hour, minute)) => Moment(date.at(hour, minute).0 + 60),
    }
}
