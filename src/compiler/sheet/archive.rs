//! The zip around a workbook, looked through before any reader trusts it.
//!
//! Sizes are counted while inflating, never believed: a kilobyte can declare a hundred gigabytes.

use crate::compiler::sheet::{MOST_WORKBOOK_BYTES, SheetError};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More parts than any workbook of a market has.
const MOST_ENTRIES: usize = 2_000;
/// More than any workbook of a market unpacks to, all parts together.
const MOST_UNPACKED: u64 = 100 * 1024 * 1024;
/// How Excel announces the number of distinct texts; readers reserve room for as many.
const ANNOUNCED: &[u8] = b"niqueCount";
/// The first bytes of Excel's old format, and of a new one behind a password.
const OLD_OR_PROTECTED: &[u8] = b"\xd0\xcf\x11\xe0";

fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, SheetError> {
    if bytes.len() as u64 > MOST_WORKBOOK_BYTES {
        return Err(SheetError::TooLarge);
    }
    if bytes.starts_with(OLD_OR_PROTECTED) {
        return Err(SheetError::OldOrProtected);
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_ENTRIES { Err(SheetError::TooLarge) } else { Ok(archive) }
}

/// Inflates every part once, and refuses what would make a reader run out of memory.
pub fn check(bytes: &[u8]) -> Result<(), SheetError> {
    let mut archive = open(bytes)?;
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(damaged)?;
        let is_xml = entry.name().map_err(damaged)?.ends_with(".xml");
        let mut part = Vec::new();
        let read = entry.take(left + 1).read_to_end(&mut part).map_err(damaged)? as u64;
        left = left.checked_sub(read).ok_or(SheetError::TooLarge)?;
        // Text of two bytes a letter would hide the announcement from the search below.
        if is_xml && part.iter().take(4).any(|byte| *byte == 0) {
            return Err(SheetError::Damaged("UTF-16".to_owned()));
        }
        if announced(&part).any(|count| count > read) {
            return Err(SheetError::TooLarge);
        }
    }
    Ok(())
}

/// The numbers behind every announcement in a part.
fn announced(part: &[u8]) -> impl Iterator<Item = u64> + '_ {
    // Only attributes behind a `u` are compared, which keeps the search quick.
    let ends = part.iter().enumerate().filter(|(_, byte)| **byte == b'u').map(|(at, _)| at + 1);
    let tails = ends.filter_map(|at| part.get(at..)?.strip_prefix(ANNOUNCED));
    tails.map(|tail| {
        tail.iter()
            .skip_while(|byte| !byte.is_ascii_digit())
            .take_while(|byte| byte.is_ascii_digit())
            .fold(0_u64, |sum, digit| {
                sum.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
            })
    })
}

/// A workbook that is opened once for many of its parts.
pub struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    /// Opens it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        open(bytes).map(Self)
    }

    /// The names of its parts.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.file_names().filter_map(Result::ok)
    }

    /// One part, unpacked; nothing where there is none of that name.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, SheetError> {
        let Some(at) = self.0.index_for_name(name) else { return Ok(None) };
        unpacked(self.0.by_index(at).map_err(damaged)?).map(Some)
    }
}

/// One part, unpacked.
pub fn part(bytes: &[u8], name: &str) -> Result<Vec<u8>, SheetError> {
    let mut archive = open(bytes)?;
    unpacked(archive.by_name(name).map_err(damaged)?)
}

fn unpacked(entry: impl Read) -> Result<Vec<u8>, SheetError> {
    let mut part = Vec::new();
    let read = entry.take(MOST_UNPACKED + 1).read_to_end(&mut part).map_err(damaged)? as u64;
    if read > MOST_UNPACKED { Err(SheetError::TooLarge) } else { Ok(part) }
}

fn damaged(error: impl std::fmt::Display) -> SheetError {
    SheetError::Damaged(error.to_string())
}
