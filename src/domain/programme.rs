//! Programmes: what Jumat Beli Lokal, Gebetan, e-Order and the others are, in words of staff, with their source.

use crate::domain::code::Code;
use crate::domain::link::SafeLink;
use crate::domain::wire::record;

/// One programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Its lasting name.
    pub code: Code,
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// The rest of what is said of it.
    pub body: String,
    /// Its own page.
    pub link: Option<SafeLink>,
    /// Where the statements come from.
    pub source: String,
}

/// A part of what is said of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Sentences.
    Paragraph(String),
    /// Things side by side: lines that begin with `-` or `•`.
    List(Vec<String>),
    /// One after the other: lines that begin with a number, as `1.` or `1)`.
    Steps(Vec<String>),
}

impl Programme {
    /// The body as its parts. Staff write plain text: a line is a paragraph, and lines that are marked so a list.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for line in self.body.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match (marked(line), blocks.last_mut()) {
                (Some((false, item)), Some(Block::List(items)))
                | (Some((true, item)), Some(Block::Steps(items))) => items.push(item.to_owned()),
                (Some((false, item)), _) => blocks.push(Block::List(vec![item.to_owned()])),
                (Some((true, item)), _) => blocks.push(Block::Steps(vec![item.to_owned()])),
                (None, _) => blocks.push(Block::Paragraph(line.to_owned())),
            }
        }
        blocks
    }
}

/// The item behind a mark, and whether the mark is a number.
fn marked(line: &str) -> Option<(bool, &str)> {
    if let Some(item) = line.strip_prefix(['-', '•']) {
        return item.strip_prefix(' ').map(|item| (false, item.trim_start()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    // "2021." at the end of a sentence is no mark, and neither is "1.000".
    let item = line.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    (1..=2).contains(&digits).then(|| (true, item.trim_start()))
}

record!(Programme { code, title, summary, body, link, source });

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(body: &str) -> Vec<Block> {
        let code = Code::parse("kurasi").expect("a code");
        let [title, summary, source] = [const { String::new() }; 3];
        Programme { code, title, summary, body: body.to_owned(), link: None, source }.blocks()
    }

    #[test]
    fn plain_lines_are_paragraphs_and_marked_lines_are_lists() {
        let text = |text: &str| text.to_owned();
        assert_eq!(
            blocks(
                "Begini caranya:\n1. Daftar\n2) Pilih produk\n\nYang dinilai:\n- rasa\n• kemasan\nSelesai."
            ),
            [
                Block::Paragraph(text("Begini caranya:")),
                Block::Steps(vec![text("Daftar"), text("Pilih produk")]),
                Block::Paragraph(text("Yang dinilai:")),
                Block::List(vec![text("rasa"), text("kemasan")]),
                Block::Paragraph(text("Selesai.")),
            ]
        );
    }

    #[test]
    fn numbers_and_dashes_inside_sentences_mark_nothing() {
        for line in ["1.000 UMKM ikut.", "2021. Tahun itu", "-- catatan", "3 dinas", "-"] {
            assert_eq!(blocks(line), [Block::Paragraph(line.to_owned())], "{line}");
        }
        assert_eq!(blocks(" \n"), []);
    }
}
