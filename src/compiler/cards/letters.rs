//! Words as outlines: what of a text can be shown, how wide it is, where it breaks.
//!
//! The letters are those of Latin with its accents. Other scripts are left out, never shown as boxes; signs for which
//! Unicode knows plainer ones (bold letters for mathematics, ligatures, digits in circles) are shown as those.

use anyhow::{Result, anyhow};
use ttf_parser::{Face, GlyphId, OutlineBuilder};
use unicode_normalization::UnicodeNormalization;
use zeno::{Command, Vector};

const SEMIBOLD: &[u8] = include_bytes!("fonts/plus-jakarta-sans-semibold.ttf");
const EXTRABOLD: &[u8] = include_bytes!("fonts/plus-jakarta-sans-extrabold.ttf");

/// More than a card has room for, and little enough to be measured in no time.
const MOST_LETTERS: usize = 400;

/// At the end of what does not fit.
const MORE: char = '…';

/// The letters of all cards.
pub(super) struct Letters {
    /// What is read second.
    pub(super) calm: Type,
    /// Names and prices.
    pub(super) loud: Type,
}

impl Letters {
    /// Reads the letters that the program carries.
    pub(super) fn read() -> Result<Self> {
        Ok(Self { calm: Type::read(SEMIBOLD)?, loud: Type::read(EXTRABOLD)? })
    }

    /// A text as far as it can be shown, on one line. Both weights have the same letters.
    pub(super) fn plain(&self, text: &str) -> String {
        self.calm.plain(text)
    }
}

/// One weight.
pub(super) struct Type {
    face: Face<'static>,
}

impl Type {
    fn read(bytes: &'static [u8]) -> Result<Self> {
        let face = Face::parse(bytes, 0).map_err(|error| anyhow!("huruf kartu rusak: {error}"))?;
        Ok(Self { face })
    }

    fn glyph(&self, letter: char) -> Option<GlyphId> {
        self.face.glyph_index(letter).filter(|glyph| glyph.0 != 0)
    }

    fn has(&self, letter: char) -> bool {
        self.glyph(letter).is_some()
    }

    fn plain(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.nfc().take(MOST_LETTERS) {
            if letter.is_whitespace() {
                shown.push(' ');
            } else if self.has(letter) && !letter.is_control() && letter != '\u{ad}' {
                shown.push(letter);
            } else {
                let plainer = letter.to_string();
                shown.extend(plainer.nfkd().filter(|plain| *plain != letter && self.has(*plain)));
            }
        }
        let words: Vec<&str> = shown.split_whitespace().collect();
        words.join(" ")
    }

    /// In thousandths of the size; kerning is counted where it is drawn.
    fn advance(&self, before: Option<GlyphId>, glyph: GlyphId) -> i32 {
        let kern = before.map_or(0, |before| self.kern(before, glyph));
        i32::from(self.face.glyph_hor_advance(glyph).unwrap_or(0)) + kern
    }

    fn kern(&self, left: GlyphId, right: GlyphId) -> i32 {
        let tables = self.face.tables().kern.into_iter().flat_map(|kern| kern.subtables);
        let kern = tables
            .filter(|table| table.horizontal)
            .find_map(|table| table.glyphs_kerning(left, right));
        kern.map_or(0, i32::from)
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.face.units_per_em())
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let mut before = None;
        let mut sum = 0;
        for glyph in text.chars().filter_map(|letter| self.glyph(letter)) {
            sum += self.advance(before, glyph);
            before = Some(glyph);
        }
        sum as f32 * self.scale(size)
    }

    /// The outline of a text that begins at the origin, whose y grows downwards.
    pub(super) fn outline(&self, text: &str, size: f32) -> Vec<Command> {
        let mut pen = Pen { scale: self.scale(size), x: 0, path: Vec::new() };
        let mut before = None;
        for glyph in text.chars().filter_map(|letter| self.glyph(letter)) {
            let width = self.advance(before, glyph);
            let own = self.advance(None, glyph);
            // Kerning moves the letter itself.
            pen.x += width - own;
            // A blank has no outline.
            let _ = self.face.outline_glyph(glyph, &mut pen);
            pen.x += own;
            before = Some(glyph);
        }
        pen.path
    }

    /// A text in lines of at most that width, and whether all of it is there. What does not fit into so many lines ends
    /// in an ellipsis; a word that is longer than a line is broken.
    pub(super) fn lines(
        &self,
        text: &str,
        size: f32,
        width: f32,
        most: usize,
    ) -> (Vec<String>, bool) {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let longer = format!("{line}{piece}");
            if self.width(longer.trim_end(), size) <= width {
                line = longer;
                continue;
            }
            if !line.trim().is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let (full, rest) = self.broken(piece, size, width);
            lines.extend(full);
            line = rest;
        }
        if !line.trim().is_empty() {
            lines.push(line);
        }
        let whole = lines.len() <= most;
        let lines = if whole { lines } else { self.cut(lines, size, width, most) };
        (lines.into_iter().map(|line| line.trim().to_owned()).collect(), whole)
    }

    /// The lines that a piece fills alone, and what is left of it.
    fn broken(&self, piece: &str, size: f32, width: f32) -> (Vec<String>, String) {
        let (mut full, mut line) = (Vec::new(), String::new());
        for letter in piece.chars() {
            line.push(letter);
            if self.width(line.trim_end(), size) > width && line.chars().count() > 1 {
                line.pop();
                full.push(std::mem::take(&mut line));
                line.push(letter);
            }
        }
        (full, line)
    }

    /// The first lines, the last of them with an ellipsis.
    fn cut(&self, mut lines: Vec<String>, size: f32, width: f32, most: usize) -> Vec<String> {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = self.shortened(&format!("{} ", last.trim()), size, width);
        }
        lines.into_iter().map(|line| line.trim().to_owned()).collect()
    }

    /// The beginning of a text with an ellipsis, within a width.
    fn shortened(&self, text: &str, size: f32, width: f32) -> String {
        let mut kept = text.trim_end().to_owned();
        loop {
            let ended = kept.trim_end_matches([' ', ',', '-', '·', '(', '/']);
            let tried = format!("{ended}{MORE}");
            if self.width(&tried, size) <= width || kept.pop().is_none() {
                return tried;
            }
        }
    }

    /// A text on one line within a width, with an ellipsis where it is longer.
    pub(super) fn one_line(&self, text: &str, size: f32, width: f32) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        self.shortened(text, size, width)
    }
}

/// The pieces between which a line may end: behind blanks, hyphens and slashes.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/', '–'])
}

/// Draws outlines one behind the other.
struct Pen {
    scale: f32,
    /// In units of the letters.
    x: i32,
    path: Vec<Command>,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Vector {
        Vector::new((self.x as f32 + x) * self.scale, -y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.push(Command::MoveTo(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.push(Command::LineTo(self.at(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.push(Command::QuadTo(self.at(x1, y1), self.at(x, y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.push(Command::CurveTo(self.at(x1, y1), self.at(x2, y2), self.at(x, y)));
    }

    fn close(&mut self) {
        self.path.push(Command::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters() -> Letters {
        Letters::read().expect("letters")
    }

    #[test]
    fn what_has_no_letter_is_left_out_and_what_has_a_plainer_one_is_shown_as_that() {
        let letters = letters();
        for (text, shown) in [
            ("Keripik Tempe", "Keripik Tempe"),
            ("  Es\tTeh \n Manis ", "Es Teh Manis"),
            ("🌶️ Sambal 🔥 Cumi", "Sambal Cumi"),
            ("𝗞𝗲𝗿𝗶𝗽𝗶𝗸 ﬁ ①", "Keripik fi 1"),
            ("Cafe\u{301} Crème ñ ș", "Café Crème ñ ș"),
            ("gado² ½ kg × 2 – 3", "gado² ½ kg × 2 – 3"),
            ("Vị Việt", "Vi Viet"),
            ("\u{202e}Kue\u{200f} مرحبا 北京", "Kue"),
            ("🍜", ""),
        ] {
            assert_eq!(letters.plain(text), shown, "{text}");
        }
    }

    #[test]
    fn both_weights_have_the_same_letters() {
        let letters = letters();
        for letter in (' '..='\u{2200}').filter(|letter| letters.calm.has(*letter)) {
            assert!(letters.loud.has(letter), "{letter}");
        }
    }

    #[test]
    fn lines_keep_to_their_width_and_lose_no_word_unless_they_say_so() {
        let letters = letters();
        let text = "Paket Nasi Kotak Ayam Bakar Madu-Lada Hitam untuk Rapat Sehari Penuh";
        for most in 1..8 {
            let (lines, whole) = letters.loud.lines(text, 50.0, 400.0, most);
            assert!(lines.len() <= most && !lines.is_empty());
            assert!(lines.iter().all(|line| letters.loud.width(line, 50.0) <= 400.0), "{lines:?}");
            let joined = lines.join(" ").replace("- ", "-");
            assert_eq!(whole, joined == text, "{lines:?}");
            assert_eq!(whole, !joined.ends_with(MORE), "{lines:?}");
        }
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        let letters = letters();
        let (lines, whole) = letters.loud.lines(&"W".repeat(40), 50.0, 400.0, 9);
        assert!(whole && lines.len() > 3 && lines.concat() == "W".repeat(40), "{lines:?}");
        let (lines, whole) = letters.loud.lines(&"W".repeat(400), 50.0, 400.0, 2);
        assert!(!whole && lines.len() == 2 && lines[1].ends_with(MORE), "{lines:?}");
    }

    #[test]
    fn letters_are_drawn_side_by_side_and_moved_together_where_they_would_gape() {
        let type_ = letters().loud;
        let apart = type_.width("A", 100.0) + type_.width("V", 100.0);
        assert!(type_.width("AV", 100.0) < apart);
        let reach = |text: &str| {
            let path = type_.outline(text, 100.0);
            let xs = path.iter().filter_map(|command| match command {
                Command::MoveTo(to) | Command::LineTo(to) | Command::QuadTo(_, to) => Some(to.x),
                _ => None,
            });
            xs.fold(0.0_f32, f32::max)
        };
        assert!(reach("AV") > reach("A") && reach("AV") <= type_.width("AV", 100.0) + 2.0);
        assert!(reach(" ") == 0.0);
    }

    proptest::proptest! {
        #[test]
        fn whatever_a_name_is_its_lines_fit(text in "\\PC{0,80}", most in 1_usize..5) {
            let letters = letters();
            let shown = letters.plain(&text);
            assert!(shown.chars().all(|letter| letters.loud.has(letter)), "{shown:?}");
            let (lines, _) = letters.loud.lines(&shown, 48.0, 400.0, most);
            assert!(lines.len() <= most);
            assert!(lines.iter().all(|line| letters.loud.width(line, 48.0) <= 400.0), "{lines:?}");
        }
    }
}
