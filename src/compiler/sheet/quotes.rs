//! Records of a CSV text by RFC 4180, with the losses found that a lenient reader hides.
//!
//! One forgotten quotation mark can swallow a whole file into one field. Here such a row alone is refused: the
//! next line is read as if the mark were not there. Rows are counted as a spreadsheet program counts them, so a
//! field with a line break does not shift the rows below it.

use crate::compiler::sheet::Broken;
use std::borrow::Cow;

/// Longer than any row of a market.
pub const MOST_RECORD_BYTES: usize = 1024 * 1024;

/// A record, or why there is none.
pub type Record<'a> = Result<Vec<Cow<'a, str>>, Broken>;

/// How the records of a text look.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What stands between two fields.
    pub separator: char,
    /// The number of fields that most records have, where it is known.
    pub usual: Option<usize>,
}

impl Default for Shape {
    fn default() -> Self {
        Self { separator: ',', usual: None }
    }
}

/// All records, one after the other.
pub fn records(text: &str, shape: Shape) -> impl Iterator<Item = Record<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (record, length) = record(rest, shape);
        rest = rest.get(length..).unwrap_or_default();
        Some(record)
    })
}

/// What is known of a record without keeping its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Why it is none, where it is none.
    pub broken: Option<Broken>,
    /// How many bytes it takes, its line break included.
    pub length: usize,
    /// How many fields it has; 0 where it is none.
    pub fields: usize,
}

/// How far the first record reaches.
pub fn extent(text: &str, shape: Shape) -> Extent {
    let mut fields = 0;
    if let Some(length) = tidy(text, shape.separator, |_, _| fields += 1) {
        return Extent { broken: None, length, fields };
    }
    let (record, length) = record(text, shape);
    let fields = record.as_ref().map(Vec::len).unwrap_or_default();
    Extent { broken: record.err(), length, fields }
}

/// The first record and how many bytes it takes, its line break included.
fn record(text: &str, shape: Shape) -> (Record<'_>, usize) {
    let mut lent = Vec::with_capacity(32);
    let whole = tidy(text, shape.separator, |field, doubled| {
        lent.push(if doubled {
            Cow::Owned(field.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(field)
        });
    });
    match whole {
        Some(length) => (Ok(lent), length),
        None => untidy(text, shape),
    }
}

/// Most records are one line in which every mark is where it should be; they are read without a look at each
/// letter. Hands on each field, and whether it holds doubled marks; gives the bytes taken. `None`: this is no such
/// record, and what was handed on means nothing.
fn tidy<'a>(text: &'a str, separator: char, mut each: impl FnMut(&'a str, bool)) -> Option<usize> {
    let separator = u8::try_from(separator).ok().filter(|mark| mark.is_ascii() && *mark != b'"')?;
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let (from, end, next, doubled) = match bytes.get(at) {
            Some(b'"') => {
                let (end, doubled) = closing_mark(bytes, at + 1)?;
                (at + 1, end, end + 1, doubled)
            }
            _ => {
                let ends = |byte: &u8| *byte == separator || matches!(byte, b'\n' | b'\r');
                let rest = bytes.get(at..)?;
                let end = at + rest.iter().position(ends).unwrap_or(rest.len());
                (at, end, end, false)
            }
        };
        each(text.get(from..end)?, doubled);
        let length = match (bytes.get(next), bytes.get(next + 1)) {
            (Some(byte), _) if *byte == separator => {
                at = next + 1;
                continue;
            }
            (None, _) => next,
            (Some(b'\n'), _) => next + 1,
            (Some(b'\r'), Some(b'\n')) => next + 2,
            _ => return None,
        };
        return (length <= MOST_RECORD_BYTES).then_some(length);
    }
}

/// Where the mark stands that closes a field of one line, and whether there are doubled ones before it.
fn closing_mark(bytes: &[u8], from: usize) -> Option<(usize, bool)> {
    let mut at = from;
    let mut doubled = false;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|byte| matches!(byte, b'"' | b'\n'))?;
        if bytes.get(at) == Some(&b'\n') {
            return None;
        }
        if bytes.get(at + 1) != Some(&b'"') {
            return Some((at, doubled));
        }
        doubled = true;
        at += 2;
    }
}

/// A record with marks in unusual places, with several lines, or longer than any.
fn untidy(text: &str, shape: Shape) -> (Record<'_>, usize) {
    let Shape { separator, usual } = shape;
    let line = text.find('\n').map_or(text.len(), |at| at + 1);
    match fields(text, separator) {
        Ok((fields, length)) => {
            let spans = length > line;
            if length > MOST_RECORD_BYTES {
                (Err(Broken::TooLong), line)
            } else if spans && usual.is_some_and(|usual| swallowed(&fields, separator, usual)) {
                (Err(Broken::Quote), line)
            } else {
                (Ok(fields.into_iter().map(Cow::Owned).collect()), length)
            }
        }
        Err(broken) => (Err(broken), line),
    }
}

/// With so many columns no line of prose has as many separators as a row.
const WIDE: usize = 12;

/// Whether a field with line breaks looks like lines of the table: one of those lines holds as many separators as
/// a row, and the record has an unusual number of fields or the table is wide.
fn swallowed(fields: &[String], separator: char, usual: usize) -> bool {
    (fields.len() != usual || usual >= WIDE)
        && fields.iter().any(|field| {
            field.lines().skip(1).any(|line| line.matches(separator).count() + 1 >= usual.max(2))
        })
}

/// The fields up to the end of the record and its length.
fn fields(text: &str, separator: char) -> Result<(Vec<String>, usize), Broken> {
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let (field, end) = field(text, at, separator)?;
        out.push(field);
        let mut next = text.get(end..).unwrap_or_default().chars();
        match next.next() {
            Some(c) if c == separator => at = end + c.len_utf8(),
            Some('\r') if next.next() == Some('\n') => return Ok((out, end + 2)),
            Some(_) => return Ok((out, end + 1)),
            None => return Ok((out, end)),
        }
    }
}

/// The field that begins at `start`, and where it ends.
fn field(text: &str, start: usize, separator: char) -> Result<(String, usize), Broken> {
    let rest = text.get(start..).unwrap_or_default();
    let quoted = rest.starts_with('"');
    let mut out = String::new();
    let mut inside = quoted;
    let mut chars = rest.char_indices().skip(usize::from(quoted)).peekable();
    let mut crossed = false;
    while let Some((at, c)) = chars.next() {
        if at > MOST_RECORD_BYTES {
            return Err(if inside { Broken::Quote } else { Broken::TooLong });
        }
        match c {
            '"' if inside => match chars.peek() {
                Some((_, '"')) => {
                    out.push('"');
                    chars.next();
                }
                None => inside = false,
                Some((_, next)) if *next == separator || matches!(next, '\r' | '\n') => {
                    inside = false;
                }
                // A mark in the middle of a line belongs to another field: this one was never closed.
                Some(_) if crossed => return Err(Broken::Quote),
                // "Enak" katanya: the mark belongs to the words.
                Some(_) => inside = false,
            },
            _ if inside => {
                crossed |= c == '\n';
                out.push(c);
            }
            _ if c == separator || matches!(c, '\n' | '\r') => return Ok((out, start + at)),
            _ => out.push(c),
        }
    }
    if inside { Err(Broken::Quote) } else { Ok((out, text.len())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Record<'_>> {
        records(text, Shape { separator: ',', usual: Some(3) }).collect()
    }

    fn row<'a>(fields: &[&'a str]) -> Record<'a> {
        Ok(fields.iter().map(|&field| Cow::Borrowed(field)).collect())
    }

    #[test]
    fn quoted_fields_may_hold_separators_marks_and_line_breaks() {
        assert_eq!(
            read("a,\"b,\"\"c\"\"\nd\",e\r\n\r\n1,,\"\""),
            [row(&["a", "b,\"c\"\nd", "e"]), row(&[""]), row(&["1", "", ""])]
        );
    }

    #[test]
    fn marks_inside_words_are_words() {
        assert_eq!(
            read("Kaos 5\" besar,1,2\n\"Enak\" katanya,3,4\n"),
            [row(&["Kaos 5\" besar", "1", "2"]), row(&["Enak katanya", "3", "4"])]
        );
    }

    #[test]
    fn an_unclosed_mark_costs_its_own_row_and_no_other() {
        for text in [
            "a,\"b,c\nd,e,f\ng,h,i\n",
            "a,\"b,c\nd,\"e\",f\ng,h,i\n",
            "a,b,\"c\nd,e,\"f\"\ng,h,i\n",
            "a,\"b,c\n\"d\",e,f\ng,h,i\n",
        ] {
            let records = read(text);
            assert_eq!(records.len(), 3, "{text}");
            assert_eq!(records[0], Err(Broken::Quote), "{text}");
            assert_eq!(records[1], row(&["d", "e", "f"]), "{text}");
            assert_eq!(records[2], row(&["g", "h", "i"]), "{text}");
        }
    }

    #[test]
    fn a_mark_closed_lines_later_by_chance_is_found_by_the_number_of_fields() {
        let records = read("a,\"b,c\nd,e,f\ng\",h,i\n");
        assert_eq!(records[0], Err(Broken::Quote));
        assert_eq!(records[1], row(&["d", "e", "f"]));
    }

    #[test]
    fn a_long_description_with_commas_and_line_breaks_stands() {
        assert_eq!(
            read("a,\"satu, dua, tiga\nempat, lima, enam\",c\n"),
            [row(&["a", "satu, dua, tiga\nempat, lima, enam", "c"])]
        );
    }

    proptest! {
        #[test]
        fn what_is_read_quickly_is_read_as_with_a_look_at_each_letter(
            text in "[ab,;\"\r\n\u{e9}]{0,24}",
            separator in prop::sample::select(vec![',', ';', '\u{e9}', '"']),
            usual in prop::option::of(1_usize..4),
        ) {
            let shape = Shape { separator, usual };
            let (slowly, length) = untidy(&text, shape);
            let quickly = record(&text, shape);
            let extent = extent(&text, shape);
            prop_assert_eq!((quickly.0.as_ref(), quickly.1), (slowly.as_ref(), length));
            prop_assert_eq!((extent.broken, extent.length), (slowly.as_ref().err().copied(), length));
            prop_assert_eq!(extent.fields, slowly.map(|fields| fields.len()).unwrap_or_default());
        }
    }

    #[test]
    fn two_million_swallowed_lines_take_no_time() {
        let mut text = String::from("a,\"b,c\n");
        text.push_str(&"d,e,f\n".repeat(300_000));
        let records = read(&text);
        assert_eq!(records.len(), 300_001);
        assert_eq!(records[0], Err(Broken::Quote));
    }
}
