//! Links in pasted chat messages, each with the moment at which its message was sent, where that stands before it.
//!
//! A message begins at a line like `[21/11/26 09.31] Nama: …` or `21/11/26 09.31 - Nama: …`, the ways in which WhatsApp
//! copies and exports chats, and goes on until the next. Days come before months, as in Indonesia; a date that does
//! not exist in that order is not guessed. Names are passed over.

use crate::domain::fold::is_invisible;
use crate::domain::time::{Date, Moment};

/// What stands behind a link's `#`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sent<'a> {
    pub(super) text: &'a str,
    /// When its message was sent, where that is told.
    pub(super) at: Option<Moment>,
}

/// Every link of a text, in order. `marker` is what all of them have in common: an address from its path to its `#`.
pub(super) fn links<'a>(paste: &'a str, marker: &str) -> Vec<Sent<'a>> {
    let mut found = Vec::new();
    let mut at = None;
    for line in paste.lines() {
        if let Some(stamp) = stamp(line) {
            at = stamp;
        }
        for behind in line.split(marker).skip(1) {
            let end = behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            found.push(Sent { text: behind.get(..end.unwrap_or(behind.len())).unwrap_or(""), at });
        }
    }
    found
}

/// The moment that opens a message's first line; `Some(None)` where it is one that cannot be.
fn stamp(line: &str) -> Option<Option<Moment>> {
    let line = line.trim_start_matches(|c: char| is_invisible(c) || c.is_whitespace());
    let inside = match line.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.0,
        None => line.split_once(" - ")?.0,
    };
    let mut words = inside
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("pukul"));
    let (first, second, half) = (words.next()?, words.next()?, words.next());
    if words.next().is_some() {
        return None;
    }
    let (date, time) = if is_date(first) { (first, second) } else { (second, first) };
    let (date, time) = (numbers(date, &['/', '-'])?, numbers(time, &['.', ':'])?);
    let [a, b, c] = date.as_slice() else { return None };
    let (2..=3) = time.len() else { return None };
    let afternoon = match half.map(|half| half.replace('.', "").to_ascii_lowercase()).as_deref() {
        None => None,
        Some("am") => Some(false),
        Some("pm") => Some(true),
        Some(_) => return None,
    };
    let day = if *a > 31 { Date::new(year(*a), *b, *c) } else { Date::new(year(*c), *b, *a) };
    Some(day.and_then(|day| moment(day, &time, afternoon)))
}

fn is_date(word: &str) -> bool {
    word.contains(['/', '-'])
}

/// The numbers between marks, of at most four digits each.
fn numbers(word: &str, marks: &[char]) -> Option<Vec<u32>> {
    let number = |part: &str| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if digits { part.parse().ok() } else { None }
    };
    word.split(marks).map(number).collect()
}

fn year(number: u32) -> i32 {
    let number = i32::try_from(number).unwrap_or(0);
    if number < 100 { 2000 + number } else { number }
}

fn moment(day: Date, time: &[u32], afternoon: Option<bool>) -> Option<Moment> {
    let hour = *time.first()?;
    let (minute, second) = (*time.get(1)?, time.get(2).copied().unwrap_or(0));
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    let possible = hour < 24 && minute < 60 && second < 60;
    possible.then(|| Moment(day.at(hour, minute).0 + i64::from(second)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKER: &str = "/daftar#";

    fn at(line: &str) -> Option<String> {
        let moment = stamp(line)??;
        Some(format!("{} {}", moment.date(), moment.hhmm()))
    }

    #[test]
    fn a_message_is_dated_in_every_way_in_which_chats_are_copied() {
        for line in [
            "[21/11/26 09.31] Bu Ani: Halo",
            "[09.31, 21/11/2026] Bu Ani: Halo",
            "[21/11/26 09.31.05] Bu Ani: Halo",
            "\u{200e}[21/11/26, 9:31:05\u{202f}AM] Bu Ani: Halo",
            "[21/11/26 pukul 09.31] Bu Ani: Halo",
            "21/11/26 09.31 - Bu Ani: Halo",
            "21/11/2026, 09:31 - Bu Ani: Halo",
            "[2026-11-21 09:31] Bu Ani: Halo",
        ] {
            assert_eq!(at(line).as_deref(), Some("2026-11-21 09.31"), "{line}");
        }
        assert_eq!(at("[21/11/26 12.05 AM] A: b").as_deref(), Some("2026-11-21 00.05"));
        assert_eq!(at("[21/11/26 3.05 p.m.] A: b").as_deref(), Some("2026-11-21 15.05"));
    }

    #[test]
    fn a_date_that_cannot_be_is_not_guessed_and_other_lines_are_none() {
        for line in ["[11/21/26 09.31] A: b", "[21/11/26 25.00] A: b", "[21/11/26 13.00 PM] A: b"] {
            assert_eq!(stamp(line), Some(None), "{line}");
        }
        for line in
            ["Halo", "", "2 - 3 orang", "[penting] baca", "100/120/150 ribu - empat paket", "[1/2]"]
        {
            assert_eq!(stamp(line), None, "{line}");
        }
    }

    #[test]
    fn every_link_is_found_with_the_moment_of_its_own_message() {
        let paste = "Ini semua pesanan:\nhttps://a.example/daftar#1gaa, ya\n\
            [21/11/26 09.31] Bu Ani: Pesanan kami\nhttps://a.example/daftar#1gbb.\n\
            [11/21/26 09.31] Pak Budi: (https://a.example/daftar#1gcc) dan http://localhost/daftar#1gdd\n\
            21/11/26 10.00 - Bu Cici: https://a.example/daftar#";
        let found: Vec<(&str, Option<String>)> = links(paste, MARKER)
            .iter()
            .map(|sent| (sent.text, sent.at.map(Moment::hhmm)))
            .collect();
        assert_eq!(
            found,
            [
                ("1gaa", None),
                ("1gbb", Some("09.31".to_owned())),
                ("1gcc", None),
                ("1gdd", None),
                ("", Some("10.00".to_owned())),
            ]
        );
    }
}
