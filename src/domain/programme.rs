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

record!(Programme { code, title, summary, body, link, source });
