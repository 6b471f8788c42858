//! Text as it may be published: composed (NFC), no control, bidi or zero-width characters, single spaces, a
//! reasonable length.
//!
//! Homoglyphs pass: names in any script are fine, and what a name pretends to be is for people to judge.

use crate::domain::fold::is_invisible;
use unicode_normalization::UnicodeNormalization;

/// The text, and whether it had to be shortened to `most` characters.
pub fn clean(text: &str, most: usize) -> (String, bool) {
    // Most cells of most sheets are this plain.
    let trimmed = text.trim_ascii();
    if trimmed.len() <= most && is_plain(trimmed) {
        return (trimmed.to_owned(), false);
    }
    let mut out = String::with_capacity(text.len().min(most * 4));
    let mut length = 0;
    let mut gap = false;
    let mut before = ' ';
    let mut chars = text.nfc().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() || c.is_control() {
            gap = true;
            continue;
        }
        let joins = c == '\u{200d}'
            && is_pictorial(before)
            && chars.peek().copied().is_some_and(is_pictorial);
        if is_invisible(c) && !joins {
            continue;
        }
        let needed = if gap && length > 0 { 2 } else { 1 };
        if length + needed > most {
            return (out, true);
        }
        if needed == 2 {
            out.push(' ');
        }
        out.push(c);
        length += needed;
        gap = false;
        before = c;
    }
    (out, false)
}

/// The same line by line: staff's paragraphs and lists stay, empty lines go.
pub fn clean_lines(text: &str, most: usize) -> (String, bool) {
    let mut out = String::new();
    let mut left = most;
    for line in text.lines() {
        let (line, cut) = clean(line, left);
        if !line.is_empty() {
            if !out.is_empty() {
                out.push('\n');
            }
            left -= line.chars().count();
            out.push_str(&line);
        }
        if cut {
            return (out, true);
        }
    }
    (out, false)
}

/// Whether it is printable ASCII with single spaces.
fn is_plain(text: &str) -> bool {
    let mut space = false;
    text.bytes().all(|byte| {
        let again = byte == b' ' && space;
        space = byte == b' ';
        matches!(byte, b' '..=b'~') && !again
    })
}

/// Between these a zero-width joiner makes one picture of two.
fn is_pictorial(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{2190}'..='\u{21ff}' | '\u{2b00}'..='\u{2bff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_spaces_collapse() {
        for (text, expected) in [
            ("  Keripik \t\n Tempe  ", "Keripik Tempe"),
            ("Kopi\u{202e}txt.exe", "Kopitxt.exe"),
            ("Ke\u{200b}ri\u{ad}pik", "Keripik"),
            ("a\u{0}b", "a b"),
            ("👩\u{200d}🍳 Dapur", "👩\u{200d}🍳 Dapur"),
            ("Sambal\u{200d}Ijo", "SambalIjo"),
            ("Cafe\u{301}", "Café"),
        ] {
            assert_eq!(clean(text, 50), (expected.to_owned(), false), "{text:?}");
        }
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(clean("é é é", 3), ("é é".to_owned(), true));
        assert_eq!(clean("é é", 3), ("é é".to_owned(), false));
        assert_eq!(clean("é é   ", 3), ("é é".to_owned(), false));
    }

    #[test]
    fn lines_stay_apart_and_empty_ones_go() {
        let text = " Caranya:\r\n\r\n1.  Daftar\n\u{200b}\n2. Pilih ";
        assert_eq!(clean_lines(text, 50), ("Caranya:\n1. Daftar\n2. Pilih".to_owned(), false));
        assert_eq!(clean_lines("dua\ntiga", 5), ("dua\nti".to_owned(), true));
        assert_eq!(clean_lines("dua\ntiga\n", 7), ("dua\ntiga".to_owned(), false));
    }
}
