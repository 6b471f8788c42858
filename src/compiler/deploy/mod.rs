//! From a finished folder to where visitors read it, back to a former publication, and the removal of old files.
//!
//! A visitor's app opens `latest.json`, then the manifest it names, then files by their hash; so the one write of
//! `latest.json` makes a catalogue live, and whatever is killed before or after it leaves one whole catalogue. What
//! is asynchronous stays in this folder.

mod gc;
mod kind;
mod live;
mod lock;
pub mod plan;
mod progress;
mod publish;
pub mod record;
mod remote;
mod rollback;
mod transfer;

pub use gc::Cleaning;
pub use progress::Progress;
pub use publish::Published;
pub use remote::Remote;

use crate::domain::time::Moment;
use anyhow::{Context, Result};
use record::Past;
use std::path::Path;

/// What all work on a store is told.
#[derive(Debug)]
pub struct Job<'a> {
    /// The place.
    pub remote: &'a Remote,
    /// The time that is written into its records.
    pub now: Moment,
    /// Whether work that somebody else has begun and not ended is taken over.
    pub take_over: bool,
    /// Where it is told how far it is.
    pub progress: Progress,
}

impl Job<'_> {
    /// Publishes a folder that `catalogue build` has written. One that is not whole is [`plan::Incomplete`].
    pub fn publish(&self, folder: &Path) -> Result<Published> {
        run(publish::publish(folder, self.remote, self.now, self.take_over, &self.progress))
    }

    /// Makes a former publication live again: the one before, or the one whose name begins with `wanted`.
    pub fn rollback(&self, wanted: Option<&str>) -> Result<Past> {
        run(rollback::rollback(self.remote, wanted, self.now, self.take_over, &self.progress))
    }

    /// What [`Job::clean`] would remove.
    pub fn look(&self) -> Result<Cleaning> {
        run(gc::look(self.remote))
    }

    /// Removes what none of the kept publications names.
    pub fn clean(&self) -> Result<Cleaning> {
        run(gc::clean(self.remote, self.now, self.take_over))
    }
}

fn run<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.context("tidak dapat memulai pengunggahan")?.block_on(work)
}
