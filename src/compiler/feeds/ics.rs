//! Calendars by RFC 5545: folding, escaping and the order of what a calendar is made of.
//!
//! The crates at hand do not fit: `ics` folds into lines of 76 octets where 75 are allowed, and `icalendar` makes up
//! identifiers and the present time where none are given, which a publication must never do. Times are written in
//! UTC, so that no zone has to be described; days are written as days, since they are the same everywhere.

use crate::domain::edition::Window;
use crate::domain::time::Moment;
use std::io::{self, Write};

/// The most octets of a line, without its end.
const MOST: usize = 75;

/// Something with a beginning and an end.
pub(super) struct Entry {
    /// The same in every publication.
    pub(super) uid: String,
    /// When.
    pub(super) window: Window,
    /// Its heading.
    pub(super) summary: String,
    /// Where; may be empty.
    pub(super) place: String,
    /// Anything else, in lines; may be empty.
    pub(super) description: String,
    /// A whole address, where there is one.
    pub(super) url: Option<String>,
}

/// Writes a calendar. `stamp` is the moment its content is of; there must be at least one entry, as RFC 5545 asks.
pub(super) fn write(
    out: &mut impl Write,
    name: &str,
    stamp: Moment,
    entries: &[Entry],
) -> io::Result<()> {
    line(out, "BEGIN", "VCALENDAR")?;
    line(out, "VERSION", "2.0")?;
    line(out, "PRODID", "-//Etalase Jakpreneur//catalogue//ID")?;
    line(out, "CALSCALE", "GREGORIAN")?;
    // The standard's name for it (RFC 7986), and the one that programs read.
    line(out, "NAME", &escape(name))?;
    line(out, "X-WR-CALNAME", &escape(name))?;
    for entry in entries {
        entry.write(out, stamp)?;
    }
    line(out, "END", "VCALENDAR")
}

impl Entry {
    fn write(&self, out: &mut impl Write, stamp: Moment) -> io::Result<()> {
        line(out, "BEGIN", "VEVENT")?;
        line(out, "UID", &escape(&self.uid))?;
        line(out, "DTSTAMP", &stamp.basic_utc())?;
        let Window { from, to } = self.window;
        if is_midnight(from) && is_midnight(to) {
            line(out, "DTSTART;VALUE=DATE", &from.date().basic())?;
            line(out, "DTEND;VALUE=DATE", &to.date().basic())?;
        } else {
            line(out, "DTSTART", &from.basic_utc())?;
            line(out, "DTEND", &end(self.window).basic_utc())?;
        }
        line(out, "SUMMARY", &escape(&self.summary))?;
        for (name, text) in [("LOCATION", &self.place), ("DESCRIPTION", &self.description)] {
            if !text.is_empty() {
                line(out, name, &escape(text))?;
            }
        }
        if let Some(url) = &self.url {
            line(out, "URL", url)?;
        }
        // What one may visit or buy in leaves the rest of the day free.
        line(out, "TRANSP", "TRANSPARENT")?;
        line(out, "END", "VEVENT")
    }
}

fn is_midnight(moment: Moment) -> bool {
    moment == moment.date().start()
}

/// The end as staff wrote it: "sampai 20.00" holds through that minute, and a calendar should not say 20.01.
fn end(window: Window) -> Moment {
    let minute = Moment(window.to.0 - 60);
    if is_midnight(window.to) || minute <= window.from { window.to } else { minute }
}

/// A text as a value: RFC 5545, section 3.3.11. Other control characters may not stand in a calendar at all.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// One property, folded: what goes on in the next line begins there with a space, which counts.
fn line(out: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    let whole = format!("{name}:{value}");
    let mut rest = whole.as_str();
    let mut room = MOST;
    while rest.len() > room {
        let (now, later) = rest.split_at(rest.floor_char_boundary(room));
        write!(out, "{now}\r\n ")?;
        rest = later;
        room = MOST - 1;
    }
    write!(out, "{rest}\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Date;

    fn written(value: &str) -> String {
        let mut out = Vec::new();
        line(&mut out, "SUMMARY", value).expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn lines_end_within_75_octets_and_between_characters() {
        for value in ["a".repeat(67), "a".repeat(68), "é🌶".repeat(80), "a".repeat(400)] {
            let folded = written(&value);
            assert!(folded.ends_with("\r\n"));
            for line in folded.trim_end().split("\r\n") {
                assert!(line.len() <= MOST, "{line}");
            }
            let unfolded = folded.trim_end().replace("\r\n ", "");
            assert_eq!(unfolded, format!("SUMMARY:{value}"));
        }
        assert_eq!(written(&"a".repeat(67)).matches("\r\n").count(), 1);
        assert_eq!(written(&"a".repeat(68)).matches("\r\n").count(), 2);
    }

    #[test]
    fn what_has_a_meaning_in_a_calendar_is_escaped() {
        assert_eq!(escape("a,b;c\\d\ne\r\u{7}f"), "a\\,b\\;c\\\\d\\nef");
    }

    #[test]
    fn an_end_is_the_minute_that_was_written() {
        let at = |hour, minute| Date::parse("2026-11-27").expect("a day").at(hour, minute);
        let end = |from, to| end(Window { from, to });
        assert_eq!(end(at(10, 0), at(11, 1)), at(11, 0));
        // A single minute has to end after it begins; midnight is the end of a whole day.
        assert_eq!(end(at(10, 0), at(10, 1)), at(10, 1));
        assert_eq!(end(at(10, 0), at(24, 0)), at(24, 0));
    }
}
