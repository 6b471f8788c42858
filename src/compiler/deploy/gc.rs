//! Files that none of the kept publications names go; everything else stays.
//!
//! Only what a list of this program names is ever removed, so files of others are safe by their nature. Pages and
//! feeds at their addresses stay too: they belong to the live publication.

use super::live;
use super::lock::Held;
use super::record::{Generation, HISTORY, History, Past, RECORDS, Work, record};
use super::remote::Remote;
use crate::compiler::hosts::megabytes;
use crate::domain::time::Moment;
use anyhow::{Context, Result, bail};
use futures_util::{StreamExt, TryStreamExt, stream};
use object_store::path::Path;
use std::collections::{BTreeSet, HashMap, HashSet};

/// After so many removals it is looked whether the work is still ours.
const BATCH: usize = 1_000;

/// What goes and what stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaning {
    /// Files that go, with their sizes, by name.
    pub files: Vec<(String, u64)>,
    /// The publications that stay, the oldest first.
    pub kept: Vec<Past>,
    /// Which of them is live.
    pub live: Option<String>,
    /// Lists of files that go after the files themselves.
    records: Vec<String>,
}

impl Cleaning {
    /// How much goes, for people.
    pub fn size(&self) -> String {
        megabytes(self.files.iter().map(|(_, size)| size).sum())
    }
}

/// Looks; changes nothing.
pub(super) async fn look(remote: &Remote) -> Result<Cleaning> {
    let history: History = remote.read_record(HISTORY).await?.context(
        "belum ada terbitan yang tercatat di tempat ini, jadi tidak ada yang dapat dibersihkan",
    )?;
    let there = remote.list().await?;
    let kept: Vec<Past> = history.kept().into_iter().cloned().collect();
    let mut needed: HashSet<String> = HashSet::new();
    for past in &kept {
        let generation: Generation = remote
            .read_record(&record(&past.id))
            .await?
            .with_context(|| format!("daftar berkas terbitan {} tidak ada lagi", past.id))?;
        if history.live.as_ref() == Some(&past.id) && !live::is(remote, &generation).await? {
            bail!(
                "latest.json bukan milik terbitan terakhir yang tercatat ({}); terbitkan lagi dengan catalogue publish \
                 sebelum membersihkan",
                past.id
            );
        }
        needed.extend(generation.stored().map(|(path, _)| path));
        needed.insert(record(&past.id));
    }
    let mut records: Vec<String> =
        there.keys().filter(|path| path.starts_with(RECORDS)).cloned().collect();
    records.retain(|path| !needed.contains(path));
    records.sort();
    let files = unneeded(remote, &records, &needed, &there).await?;
    Ok(Cleaning { files, kept, live: history.live, records })
}

/// What the lists of former and of unfinished publications name and no kept one does.
async fn unneeded(
    remote: &Remote,
    records: &[String],
    needed: &HashSet<String>,
    there: &HashMap<String, u64>,
) -> Result<Vec<(String, u64)>> {
    let mut files = BTreeSet::new();
    for record in records {
        let Some(generation) = remote.read_record::<Generation>(record).await? else { continue };
        let stored = generation.stored().map(|(path, _)| path);
        let here = stored.filter_map(|path| Some((there.get(&path).copied()?, path)));
        files.extend(
            here.filter(|(_, path)| !needed.contains(path)).map(|(size, path)| (path, size)),
        );
    }
    Ok(files.into_iter().collect())
}

/// Looks, and removes.
pub(super) async fn clean(remote: &Remote, now: Moment, take_over: bool) -> Result<Cleaning> {
    let held = Held::take(remote, Work::Clean, now, take_over).await?;
    let cleaning = held.unnoticed(look(remote).await).await?;
    // First nobody is offered what will be gone; the lists go last, so that a second run still knows the rest.
    let mut history: History = remote.read_record(HISTORY).await?.unwrap_or_default();
    let stays = |past: &Past| cleaning.kept.iter().any(|kept| kept.id == past.id);
    history.generations.retain(stays);
    remote.write_record(HISTORY, &history).await?;
    let files: Vec<&String> = cleaning.files.iter().map(|(path, _)| path).collect();
    for batch in files.chunks(BATCH) {
        held.check().await?;
        remove(remote, batch.iter().copied()).await?;
    }
    remove(remote, cleaning.records.iter()).await?;
    held.release().await?;
    Ok(cleaning)
}

async fn remove<'a>(remote: &Remote, paths: impl Iterator<Item = &'a String>) -> Result<()> {
    let paths: Vec<_> = paths.map(|path| Ok(Path::from(path.as_str()))).collect();
    let gone = remote.store().delete_stream(stream::iter(paths).boxed());
    gone.filter(|result| {
        let gone_already = matches!(result, Err(object_store::Error::NotFound { .. }));
        std::future::ready(!gone_already)
    })
    .try_for_each(|_| std::future::ready(Ok(())))
    .await
    .context("tidak dapat menghapus berkas lama di tempat tujuan")
}
