//! What is handed in, opened: sheets, settings, approvals and photos, from a folder or file by file from a browser.
//!
//! It does not know what any of it means.

use crate::compiler::files::Opened;
use crate::compiler::photos::Photos;
use std::fs;
use std::path::Path;

/// Everything that a catalogue is made of.
#[derive(Debug, Default)]
pub struct Handed {
    /// The sheets, in the files' order.
    pub files: Vec<Opened>,
    /// `situs.toml`.
    pub settings: Note,
    /// `persetujuan.toml`.
    pub approvals: Note,
    /// The pictures of `foto`.
    pub photos: Photos,
}

/// A small text file beside the sheets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Note {
    /// There is none.
    #[default]
    Absent,
    /// It is too large, no text, or not to be opened.
    Unreadable,
    /// Its text, without the mark of its encoding.
    Text(String),
}

impl Note {
    /// Reads a file of at most so many bytes.
    pub fn read(path: &Path, most: u64) -> Self {
        match fs::metadata(path) {
            Err(_) => Self::Absent,
            Ok(about) if about.len() <= most => {
                fs::read(path).map_or(Self::Unreadable, |bytes| Self::of_bytes(&bytes, most))
            }
            Ok(_) => Self::Unreadable,
        }
    }

    /// A file's bytes.
    pub fn of_bytes(bytes: &[u8], most: u64) -> Self {
        match str::from_utf8(bytes) {
            Ok(text) if bytes.len() as u64 <= most => {
                Self::Text(text.trim_start_matches('\u{feff}').to_owned())
            }
            _ => Self::Unreadable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_a_text_of_bounded_length_or_none() {
        assert_eq!(Note::of_bytes(b"\xef\xbb\xbfa = 1", 10), Note::Text("a = 1".to_owned()));
        assert_eq!(Note::of_bytes(b"\xff", 10), Note::Unreadable);
        assert_eq!(Note::of_bytes(b"a = 12345678", 10), Note::Unreadable);
        assert_eq!(Note::read(Path::new("/nowhere/situs.toml"), 10), Note::Absent);
    }
}
