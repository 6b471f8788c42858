//! Going through the XML of a workbook's parts.

use crate::compiler::sheet::SheetError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What is met on the way; an element without content opens and closes.
pub(super) enum Seen<'a> {
    /// An element begins.
    Open(&'a BytesStart<'a>),
    /// An element of that name, without its prefix, ends.
    Close(&'a [u8]),
    /// Plain text; what a document defines itself is not followed.
    Text(&'a str),
}

/// Goes through a part from its beginning to its end.
pub(super) fn walk(
    part: &[u8],
    mut see: impl FnMut(Seen<'_>) -> Result<(), SheetError>,
) -> Result<(), SheetError> {
    let mut reader = Reader::from_reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Eof => return Ok(()),
            Event::Start(element) => see(Seen::Open(&element))?,
            Event::Empty(element) => {
                see(Seen::Open(&element))?;
                see(Seen::Close(element.local_name().as_ref()))?;
            }
            Event::End(element) => see(Seen::Close(element.local_name().as_ref()))?,
            Event::Text(text) => see(Seen::Text(&text.decode().map_err(damaged)?))?,
            _ => {}
        }
    }
}

/// An attribute by its name without the prefix.
pub(super) fn attribute(
    element: &BytesStart<'_>,
    name: &[u8],
) -> Result<Option<String>, SheetError> {
    // Looking for doubles takes the square of their number, and a hostile element has millions.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        if attribute.key.local_name().as_ref() == name {
            return Ok(Some(attribute.unescape_value().map_err(damaged)?.into_owned()));
        }
    }
    Ok(None)
}

/// A file that is not what it should be.
pub(super) fn damaged(error: impl std::fmt::Display) -> SheetError {
    SheetError::Damaged(error.to_string())
}
