//! A former publication becomes the live one again: pages and feeds from their copies, and the pointer.

use super::live;
use super::lock::Held;
use super::progress::Progress;
use super::record::{Generation, HISTORY, History, LOCK, Lock, POINTER, Past, Work, record};
use super::remote::{Remote, Seen};
use crate::domain::time::Moment;
use anyhow::{Context, Result};

pub(super) async fn rollback(
    remote: &Remote,
    wanted: Option<&str>,
    now: Moment,
    take_over: bool,
    progress: &Progress,
) -> Result<Past> {
    let history: History = remote.read_record(HISTORY).await?.unwrap_or_default();
    let begun = remote.read_record::<Lock>(LOCK).await?.map(|lock| lock.work);
    let past = choose(&history, wanted, begun.as_ref())?;
    let held = Held::take(remote, Work::Rollback(past.id.clone()), now, take_over).await?;
    let (generation, seen) = held.unnoticed(prepare(remote, &held, &past).await).await?;
    live::make(remote, &held, &generation, seen.as_ref(), progress).await?;
    // Read anew: taking over may have added what others had left out.
    let mut history: History = remote.read_record(HISTORY).await?.unwrap_or_default();
    history.live = Some(past.id.clone());
    remote.write_record(HISTORY, &history).await?;
    held.release().await?;
    Ok(past)
}

/// Its list of files, all of which must be there, and the pointer as it stands.
async fn prepare(
    remote: &Remote,
    held: &Held<'_>,
    past: &Past,
) -> Result<(Generation, Option<Seen>)> {
    held.check().await?;
    let seen = remote.read(POINTER).await?;
    let generation: Option<Generation> = remote.read_record(&record(&past.id)).await?;
    let generation =
        generation.with_context(|| format!("daftar berkas terbitan {} tidak ada lagi", past.id))?;
    live::expect_whole(remote, &generation).await?;
    Ok((generation, seen))
}

/// The one that is asked for. Without a name it is the one before, or the one that a stopped rollback had begun with:
/// the same command again must not go one further.
fn choose(history: &History, wanted: Option<&str>, begun: Option<&Work>) -> Result<Past> {
    let wanted = wanted.or(match begun {
        Some(Work::Rollback(id)) => Some(id.as_str()),
        _ => None,
    });
    if let Some(wanted) = wanted {
        return history.find(wanted).cloned().with_context(|| {
            let lines: Vec<String> = history.generations.iter().map(Past::line).collect();
            format!(
                "terbitan {wanted} tidak ada, atau lebih dari satu. Yang tercatat:\n{}",
                lines.join("\n")
            )
        });
    }
    history.former().cloned().context("tidak ada terbitan sebelumnya yang tercatat di tempat ini")
}
