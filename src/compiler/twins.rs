//! Compressed copies beside a site's files, for hosts that give them out as they are (nginx): `index.html.br` and
//! `index.html.gz` hold what `index.html` holds.
//!
//! They are made once, so they may take longer than what a server does while somebody waits. How long is decided by what
//! there is to compress, never by the clock: the same site has the same copies.

use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::compiler::headers;
use crate::compiler::media;
use crate::compiler::output::Staging;
use crate::compiler::progress::Stage;
use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;

/// Smaller files gain nothing: with its headers an answer is one packet either way.
const LEAST: u64 = 1024;
/// The endings of the copies.
const ENDINGS: [&str; 2] = [".br", ".gz"];

/// Up to so much of a kind is compressed as well as Brotli can, at a third of a megabyte a second; more of it at seven, for a
/// tenth more bytes. What lies between the two costs time and saves next to nothing (pages: level 9 six times the time of
/// level 5, for one byte in 140).
const LITTLE: u64 = 2_000_000;

/// The address of the file of which this would be the compressed copy.
pub fn original(path: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|ending| path.strip_suffix(ending))
}

/// Writes the copies of everything that is there.
pub fn write(site: &Staging) -> Result<()> {
    let texts: Vec<(String, u64)> = site.files()?.into_iter().filter(is_worth_it).collect();
    let work = Stage::begin("Mengompres", texts.len());
    let totals = KINDS.map(|kind| sum(&texts, kind));
    texts.par_iter().try_for_each(|(address, size)| {
        let kind = Kind::of(address);
        let total = KINDS.iter().zip(totals).find(|(one, _)| **one == kind);
        let effort = kind.effort(total.map_or(0, |(_, total)| total));
        let content = Hash::of_file(&site.path(address))?.short();
        site.put_twin(address, &format!("{address}.br"), &(content, effort.brotli), |from, to| {
            brotli(from, to, *size, effort)
        })?;
        site.put_twin(address, &format!("{address}.gz"), &(content, effort.gzip), |from, to| {
            gzip(from, to, effort)
        })?;
        work.step();
        Ok(())
    })
}

fn is_worth_it((address, size): &(String, u64)) -> bool {
    *size >= LEAST && media::is_text(address)
}

/// What is read by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The program, which every visitor loads.
    Program,
    /// The catalogue's parts, kept by who has loaded them.
    Data,
    /// Pages and feeds.
    Page,
}

const KINDS: [Kind; 3] = [Kind::Program, Kind::Data, Kind::Page];

/// How hard is tried: levels of Brotli (to 11) and of gzip (to 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Effort {
    brotli: i32,
    gzip: u32,
}

impl Kind {
    fn of(address: &str) -> Self {
        if address.starts_with("/data/") {
            Self::Data
        } else if headers::is_hashed(address) {
            Self::Program
        } else {
            Self::Page
        }
    }

    /// How hard is tried where there are so many bytes of this kind.
    fn effort(self, total: u64) -> Effort {
        if self == Self::Program || total <= LITTLE {
            Effort { brotli: 11, gzip: 9 }
        } else {
            Effort { brotli: 5, gzip: 6 }
        }
    }
}

fn sum(texts: &[(String, u64)], kind: Kind) -> u64 {
    texts.iter().filter(|(address, _)| Kind::of(address) == kind).map(|(_, size)| size).sum()
}

fn brotli(from: &Path, to: &Path, size: u64, effort: Effort) -> Result<()> {
    let params = BrotliEncoderParams {
        quality: effort.brotli,
        size_hint: usize::try_from(size).unwrap_or(usize::MAX),
        ..BrotliEncoderParams::default()
    };
    let mut copy = disk::create(to)?;
    let done = brotli::BrotliCompress(&mut open(from)?, &mut copy, &params);
    done.and_then(|_| copy.flush()).with_context(|| failed(from))
}

fn gzip(from: &Path, to: &Path, effort: Effort) -> Result<()> {
    // No name and no time of day in it: the same content is the same file.
    let mut copy = GzBuilder::new().write(disk::create(to)?, Compression::new(effort.gzip));
    let done = std::io::copy(&mut open(from)?, &mut copy);
    let done = done.and_then(|_| copy.finish()).and_then(|mut copy| copy.flush());
    done.with_context(|| failed(from))
}

fn open(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path);
    file.map(BufReader::new).with_context(|| format!("tidak dapat membaca {}", path.display()))
}

fn failed(path: &Path) -> String {
    format!("tidak dapat mengompres {}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_always_pressed_hardest_and_others_by_how_much_there_is() {
        for (address, total, brotli) in [
            ("/market-1f2e3d4c5b6a7988_bg.wasm", 900_000_000, 11),
            ("/data/cards-0-045a4302ee2b6384.json", 400_000, 11),
            ("/data/cards-0-045a4302ee2b6384.json", 2_000_001, 5),
            ("/p/keripik/index.html", 2_000_000, 11),
            ("/p/keripik/index.html", 900_000_000, 5),
        ] {
            assert_eq!(Kind::of(address).effort(total).brotli, brotli, "{address} {total}");
        }
    }

    #[test]
    fn a_copy_knows_what_it_is_a_copy_of() {
        assert_eq!(original("index.html.br"), Some("index.html"));
        assert_eq!(original("feeds/jbl.ics.gz"), Some("feeds/jbl.ics"));
        assert_eq!(original("index.html"), None);
    }
}
