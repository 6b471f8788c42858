//! JSON that may stand inside a page: no text in it can end a `<script>` or begin a tag.
//!
//! `<`, `>`, `&` and the two line ends that JSON allows and scripts do not are written as `\uXXXX`; every reader of
//! JSON gives the same text back.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Writes a value on one line.
pub fn write<T: Serialize>(out: &mut impl Write, value: &T) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, InPage))
}

struct InPage;

/// What a page would take for its own. They stand nowhere in JSON but in texts.
const TELLING: [char; 5] = ['<', '>', '&', '\u{2028}', '\u{2029}'];

impl Formatter for InPage {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(TELLING) {
            let (plain, from) = rest.split_at(at);
            out.write_all(plain.as_bytes())?;
            let mut chars = from.chars();
            if let Some(telling) = chars.next() {
                write!(out, "\\u{:04x}", u32::from(telling))?;
            }
            rest = chars.as_str();
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_a_page_would_act_on_is_left_and_nothing_is_lost() {
        let hostile = "</script><!--<script> & \u{2028}\u{2029} \"\\ \u{0} é 🌶 <";
        let mut json = Vec::new();
        write(&mut json, &[hostile]).expect("json");
        let json = String::from_utf8(json).expect("text");
        assert!(!json.contains(TELLING), "{json}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).expect("json"), [hostile]);
    }
}
