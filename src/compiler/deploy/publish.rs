//! A publication folder goes to where visitors read it.
//!
//! Order: the list of its files, so that an unfinished one can be cleaned up; everything that never changes, the
//! manifest last; copies of its pages; only then what [`live`] does. What is there already is not sent again, so a
//! second run goes on where the first one ended.

use super::lock::Held;
use super::progress::Progress;
use super::record::{Generation, HISTORY, History, POINTER, Work, record};
use super::remote::{Remote, Seen};
use super::transfer::{self, Move};
use super::{kind, live, plan};
use crate::compiler::hosts::megabytes;
use crate::domain::time::Moment;
use anyhow::{Context, Result};
use object_store::local::LocalFileSystem;
use std::collections::HashMap;
use std::path::Path;

/// What a publication took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The name of the publication.
    pub id: String,
    /// Products on sale.
    pub products: u32,
    /// Sellers.
    pub sellers: u32,
    /// Files sent.
    pub sent: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files that were there already.
    pub skipped: usize,
    /// Whether the store keeps two publications at once apart by itself.
    pub guarded: bool,
}

impl Published {
    /// How much was sent, for people.
    pub fn size(&self) -> String {
        megabytes(self.bytes)
    }
}

pub(super) async fn publish(
    folder: &Path,
    remote: &Remote,
    now: Moment,
    take_over: bool,
    progress: &Progress,
) -> Result<Published> {
    let generation = plan::of(folder, remote.negotiates())?;
    let json = serde_json::to_vec(&generation).context("tidak dapat menulis daftar berkas")?;
    let id = Generation::id(&json);
    let held = Held::take(remote, Work::Publish(id.clone()), now, take_over).await?;
    let uploaded = upload(folder, &held, remote, &generation, (&id, json), progress).await;
    let (sent, seen) = held.unnoticed(uploaded).await?;
    live::make(remote, &held, &generation, seen.as_ref(), progress).await?;
    let mut history: History = remote.read_record(HISTORY).await?.unwrap_or_default();
    if history.live.as_ref() != Some(&id) {
        history.published(generation.past(&id, now));
        remote.write_record(HISTORY, &history).await?;
    }
    held.release().await?;
    Ok(Published {
        products: generation.products,
        sellers: generation.sellers,
        sent: sent.len(),
        bytes: sent.iter().map(|file| file.size).sum(),
        skipped: generation.fixed.len() + generation.pages.len() - sent.len(),
        guarded: held.guarded,
        id,
    })
}

/// Puts everything in place that changes nothing for visitors. Gives what was not there yet, and the pointer as it
/// stood before.
async fn upload(
    folder: &Path,
    held: &Held<'_>,
    remote: &Remote,
    generation: &Generation,
    (id, json): (&str, Vec<u8>),
    progress: &Progress,
) -> Result<(Vec<Move>, Option<Seen>)> {
    held.check().await?;
    let seen = remote.read(POINTER).await?;
    let there = remote.list().await?;
    let from = LocalFileSystem::new_with_prefix(folder)
        .with_context(|| format!("tidak dapat membuka {}", folder.display()))?;
    remote.write(&record(id), json).await?;
    let (manifest, others): (Vec<Move>, Vec<Move>) =
        new_files(generation, &there).partition(|file| file.to == generation.manifest);
    transfer::all(&from, remote, &others, progress).await?;
    transfer::all(&from, remote, &manifest, progress).await?;
    live::expect_whole(remote, generation).await?;
    Ok(([others, manifest].concat(), seen))
}

fn new_files<'a>(
    generation: &'a Generation,
    there: &'a HashMap<String, u64>,
) -> impl Iterator<Item = Move> + 'a {
    let fixed = generation.fixed.iter().map(|file| Move {
        from: file.path.clone(),
        to: file.path.clone(),
        size: file.size,
        hash: hash_in_name(&file.path).map(str::to_owned),
    });
    let pages = generation.pages.iter().map(|page| Move {
        from: page.path.clone(),
        to: page.copy(),
        size: page.size,
        hash: Some(page.hash.clone()),
    });
    fixed.chain(pages).filter(|file| !kind::is_as_needed(&file.to, file.size, there.get(&file.to)))
}

/// The hash that a file of the data carries in its name; those of pictures and of the app are made otherwise.
fn hash_in_name(path: &str) -> Option<&str> {
    let name = path.strip_prefix("data/")?.strip_suffix(".json")?;
    name.rsplit_once('-').map(|(_, hash)| hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_data_tell_the_hash_of_their_content() {
        for (path, hash) in [
            ("data/cards-0-045a4302ee2b6384.json", Some("045a4302ee2b6384")),
            ("foto/0371a3dcc66c0c16-160.webp", None),
            ("market-1f2e3d4c5b6a7988.js", None),
        ] {
            assert_eq!(hash_in_name(path), hash, "{path}");
        }
    }
}
