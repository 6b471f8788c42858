//! One change of a store at a time: a file that says who is at work.
//!
//! It has no end of its own, since nobody here can tell a slow machine from a dead one. Work that was killed is gone
//! on with by the same command; for anything else a person says that it may be taken over.

use super::record::{Generation, HISTORY, History, LOCK, Lock, Work, record};
use super::remote::{Remote, Written};
use crate::domain::time::Moment;
use anyhow::{Context, Result, bail};

/// The right to change a store, until it is given back.
#[derive(Debug)]
pub(super) struct Held<'a> {
    remote: &'a Remote,
    lock: Lock,
    /// Whether the store can really keep two from writing at once.
    pub(super) guarded: bool,
}

impl<'a> Held<'a> {
    /// Takes the lock. Other work that holds it is left alone unless `take_over`.
    pub(super) async fn take(
        remote: &'a Remote,
        work: Work,
        now: Moment,
        take_over: bool,
    ) -> Result<Self> {
        let lock = Lock { work, since: now.0 };
        let seen = remote.read(LOCK).await?;
        if let Some(seen) = &seen {
            let other: Option<Lock> = serde_json::from_slice(&seen.bytes).ok();
            match other {
                Some(other) if other.work == lock.work => {}
                Some(other) if take_over => settle(remote, &other).await?,
                None if take_over => {}
                other => bail!("{}", busy(other.as_ref())),
            }
        }
        let bytes = serde_json::to_vec(&lock).context("tidak dapat menulis kunci")?;
        let guarded = match remote.write_if(LOCK, bytes, seen.as_ref()).await? {
            Written::Yes => true,
            // A folder guards the first write of a file but no later one.
            Written::Unguarded => seen.is_some(),
            Written::TooLate => bail!("{}", busy(None)),
        };
        Ok(Self { remote, lock, guarded })
    }

    /// Fails once somebody has taken this work over, or where a store that ignores conditions let two through.
    pub(super) async fn check(&self) -> Result<()> {
        match self.remote.read_record::<Lock>(LOCK).await? {
            Some(there) if there.work == self.lock.work => Ok(()),
            other => bail!("{}", busy(other.as_ref())),
        }
    }

    /// Passes on what came of a step of which visitors notice nothing; where it failed, others may go on at once.
    pub(super) async fn unnoticed<T>(&self, done: Result<T>) -> Result<T> {
        if done.is_err() {
            // If this fails too, the next one is told to take over.
            let _ = self.release().await;
        }
        done
    }

    /// Gives the right back; a lock that others have taken over stays theirs.
    pub(super) async fn release(&self) -> Result<()> {
        match self.remote.read_record::<Lock>(LOCK).await? {
            Some(there) if there.work == self.lock.work => self.remote.remove(LOCK).await,
            _ => Ok(()),
        }
    }
}

/// Puts into the history what others had done but for the entry when they were stopped.
async fn settle(remote: &Remote, other: &Lock) -> Result<()> {
    let (Work::Publish(id) | Work::Rollback(id)) = &other.work else { return Ok(()) };
    let Some(generation) = remote.read_record::<Generation>(&record(id)).await? else {
        return Ok(());
    };
    if !super::live::is(remote, &generation).await? {
        return Ok(());
    }
    let mut history: History = remote.read_record(HISTORY).await?.unwrap_or_default();
    match other.work {
        Work::Rollback(_) => history.live = Some(id.clone()),
        _ => history.published(generation.past(id, Moment(other.since))),
    }
    remote.write_record(HISTORY, &history).await
}

fn busy(other: Option<&Lock>) -> String {
    let what = other.map_or_else(
        || "Pekerjaan lain".to_owned(),
        |other| format!("Sebuah {} (sejak {})", other.work, Moment(other.since).long()),
    );
    format!(
        "{what} sedang berjalan atau terputus di tempat ini. Tunggu sampai selesai; bila terputus, jalankan lagi \
         perintah yang sama, atau tambahkan --take-over untuk menggantikannya."
    )
}
