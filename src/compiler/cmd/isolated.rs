//! What this program runs itself with: one job on the one file on its standard input, within limits.

use super::Outcome;
use crate::compiler::pictures::{self, Wish};
use crate::compiler::sheet::apart;
use crate::compiler::sheet::workbook::Format;
use anyhow::Result;

/// A job for a child.
#[derive(Clone, Copy, Debug)]
pub(super) enum Job {
    /// Read a workbook.
    Workbook(Format),
    /// Look at a photo, or make its pictures.
    Picture(Wish),
}

/// By the word of the command line.
pub(super) fn job(word: &str) -> Result<Job, String> {
    let workbook = Format::of_job(word).map(Job::Workbook);
    let picture = Wish::of_job(word).map(Job::Picture);
    workbook.or(picture).ok_or_else(|| format!("no job {word}"))
}

pub(super) fn run(job: Job) -> Result<Outcome> {
    match job {
        Job::Workbook(format) => apart::answer(format)?,
        Job::Picture(wish) => pictures::answer(wish)?,
    }
    Ok(Outcome::Complete)
}
