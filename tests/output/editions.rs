//! States of the sample's editions, second by second where they turn, against the sheet as another calendar reads it.

use crate::catalogues::sample;
use chrono::{Duration, FixedOffset, NaiveDate, NaiveDateTime};
use etalase::domain::edition::EditionState;
use etalase::domain::time::Moment;
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn rows() -> Vec<Row> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/sheets/jbl.csv");
    csv::Reader::from_path(path)
        .expect("the sheet")
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

/// The first second of what a cell says, and the first second after it: a day is all of it, a time its minute. Both in
/// UTC, from hours in Jakarta.
fn seconds(cell: &str) -> Option<(i64, i64)> {
    let jakarta = FixedOffset::east_opt(7 * 3600).expect("seven hours");
    let (from, length) = match NaiveDateTime::parse_from_str(cell, "%Y-%m-%d %H.%M") {
        Ok(time) => (time, Duration::minutes(1)),
        Err(_) => {
            let day = NaiveDate::parse_from_str(cell, "%Y-%m-%d").ok()?;
            (day.and_hms_opt(0, 0, 0).expect("midnight"), Duration::days(1))
        }
    };
    let utc = |time: NaiveDateTime| {
        time.and_local_timezone(jakarta).single().expect("no summer time").timestamp()
    };
    Some((utc(from), utc(from + length)))
}

/// From the first second of one cell to the first after another.
fn span(row: &Row, from: &str, to: &str) -> Option<(i64, i64)> {
    Some((seconds(&row[from])?.0, seconds(&row[to])?.1))
}

/// The spans of a row with the states they mean, the strongest first.
fn spans(row: &Row) -> Vec<((i64, i64), EditionState)> {
    let whole = span(row, "mulai", "selesai").expect("an edition's days");
    let spans = [
        (Some((whole.1, i64::MAX)), EditionState::Selesai),
        (span(row, "live_mulai", "live_selesai"), EditionState::Live),
        (Some(whole), EditionState::Berlangsung),
        (span(row, "prapesan_mulai", "prapesan_tutup"), EditionState::PraPesan),
        (Some((i64::MIN, i64::MAX)), EditionState::AkanDatang),
    ];
    spans.into_iter().filter_map(|(span, state)| Some((span?, state))).collect()
}

fn state(row: &Row, second: i64) -> EditionState {
    let holds = |((from, to), _): &((i64, i64), EditionState)| *from <= second && second < *to;
    spans(row).into_iter().find(holds).expect("a state at any time").1
}

#[test]
fn every_edition_turns_at_the_second_its_sheet_says() {
    let editions = sample().editions;
    let rows = rows();
    assert_eq!(editions.len(), rows.len());
    let mut turns = 0;
    for row in &rows {
        let edition = editions
            .iter()
            .find(|edition| edition.code.as_str() == row["kode"])
            .expect("published");
        let boundaries = spans(row)
            .into_iter()
            .flat_map(|((from, to), _)| [from, to])
            .filter(|second| (1..i64::MAX).contains(second));
        for boundary in boundaries {
            for second in [boundary - 1, boundary, boundary + 1] {
                assert_eq!(
                    edition.state(Moment(second)),
                    state(row, second),
                    "{} at {second}, {} in UTC",
                    row["kode"],
                    Moment(second).basic_utc()
                );
            }
            let before = state(row, boundary - 1);
            turns += usize::from(before != state(row, boundary));
            // The page turns over at that second by itself.
            if before != state(row, boundary) {
                assert_eq!(edition.next_change(Moment(boundary - 1)), Some(Moment(boundary)));
            }
        }
    }
    // Each edition has at least begun, gone live and ended.
    assert!(turns >= 4 * rows.len(), "{turns} turns in {} editions", rows.len());
}
