//! The moment a publication becomes the live one, and the order in which that happens.
//!
//! Everything it consists of is there already. Pages and feeds are replaced first, those that start the app after the
//! others, and the pointer last: until then the app opens the former catalogue, afterwards the new one. An app reads
//! older data than itself but not newer, so on the way to an older format the pointer goes first.

use super::kind;
use super::lock::Held;
use super::progress::Progress;
use super::record::{Generation, POINTER, Page};
use super::remote::{Remote, Seen, Written};
use super::transfer::{self, Move};
use crate::compiler::hash::Hash;
use crate::domain::wire;
use crate::format::manifest::Latest;
use anyhow::{Context, Result, bail};
use std::collections::HashSet;

/// Whether the store's pointer is this publication's.
pub(super) async fn is(remote: &Remote, generation: &Generation) -> Result<bool> {
    Ok(names(remote.read(POINTER).await?.as_ref(), generation))
}

fn names(pointer: Option<&Seen>, generation: &Generation) -> bool {
    let there = pointer.map(|seen| Hash::of(&seen.bytes).name());
    there.is_some() && there.as_ref() == generation.pointer().map(|page| &page.hash)
}

/// Fails unless every file of a publication is there in its size.
pub(super) async fn expect_whole(remote: &Remote, generation: &Generation) -> Result<()> {
    let there = remote.list().await?;
    let missing = generation
        .stored()
        .filter(|(path, size)| !kind::is_as_needed(path, *size, there.get(path)));
    let missing: Vec<String> = missing.map(|(path, _)| path).collect();
    match missing.first() {
        None => Ok(()),
        Some(first) => bail!(
            "{} berkas terbitan itu tidak ada di tempat tujuan, misalnya {first}. Yang tayang tidak diubah.",
            missing.len()
        ),
    }
}

/// Makes a publication the live one, from the copies that are kept of its pages. `seen` is the pointer as it stood
/// when the work began; if somebody has replaced it since, theirs stays.
pub(super) async fn make(
    remote: &Remote,
    held: &Held<'_>,
    generation: &Generation,
    seen: Option<&Seen>,
    progress: &Progress,
) -> Result<()> {
    let newer = seen.and_then(|seen| format(&seen.bytes)).is_some_and(|it| it > generation.format);
    if newer {
        point(remote, held, generation, seen).await?;
        pages(remote, held, generation, progress).await
    } else {
        pages(remote, held, generation, progress).await?;
        point(remote, held, generation, seen).await
    }
}

async fn pages(
    remote: &Remote,
    held: &Held<'_>,
    generation: &Generation,
    progress: &Progress,
) -> Result<()> {
    for entrances in [false, true] {
        held.check().await?;
        let pages = generation.pages.iter().filter(|page| page.path != POINTER);
        let moves: Vec<Move> = pages
            .filter(|page| kind::is_entrance(&page.path) == entrances)
            .map(to_its_address)
            .collect();
        transfer::all(remote.store(), remote, &moves, progress).await?;
    }
    outdated_twins(remote, held, generation).await
}

/// Removes the compressed copy of a page that has none in this publication: a server would go on giving out the former
/// page in its place.
async fn outdated_twins(remote: &Remote, held: &Held<'_>, generation: &Generation) -> Result<()> {
    if !remote.negotiates() {
        return Ok(());
    }
    held.check().await?;
    let pages: HashSet<&str> = generation.pages.iter().map(|page| page.path.as_str()).collect();
    let there = remote.list().await?;
    for path in there.keys().filter(|path| !pages.contains(path.as_str())) {
        if kind::is_twin(path, |original| pages.contains(original)) {
            remote.remove(path).await?;
        }
    }
    Ok(())
}

async fn point(
    remote: &Remote,
    held: &Held<'_>,
    generation: &Generation,
    seen: Option<&Seen>,
) -> Result<()> {
    if names(seen, generation) {
        return Ok(());
    }
    let pointer = generation.pointer().context("terbitan ini tidak punya latest.json")?;
    let copy = remote.read(&pointer.copy()).await?;
    let copy = copy.filter(|copy| Hash::of(&copy.bytes).name() == pointer.hash);
    let copy = copy.with_context(|| format!("{} hilang atau rusak", pointer.copy()))?;
    held.check().await?;
    match remote.write_if(POINTER, copy.bytes, seen).await? {
        Written::Yes | Written::Unguarded => Ok(()),
        Written::TooLate => bail!(
            "latest.json sudah diganti pihak lain sejak pekerjaan ini mulai; jalankan lagi bila memang harus diganti"
        ),
    }
}

fn to_its_address(page: &Page) -> Move {
    Move {
        from: page.copy(),
        to: page.path.clone(),
        size: page.size,
        hash: Some(page.hash.clone()),
    }
}

fn format(pointer: &[u8]) -> Option<u32> {
    let latest: Latest = wire::read(std::str::from_utf8(pointer).ok()?)?;
    Some(latest.version)
}
