//! `catalogue publish`, `rollback` and `gc`: what changes the place where visitors read the site.

use super::Outcome;
use crate::compiler::deploy::plan::Incomplete;
use crate::compiler::deploy::{Cleaning, Job, Progress, Published, Remote};
use crate::compiler::terminal::Terminal;
use crate::domain::time::Moment;
use anyhow::Result;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// So many names of files are shown; the rest is counted.
const SHOWN: usize = 20;

#[derive(Debug, Subcommand)]
pub(super) enum Deploy {
    /// Mengunggah hasil build ke tempat yang dibaca pengunjung
    Publish(PublishArgs),
    /// Mengembalikan terbitan sebelumnya
    Rollback(RollbackArgs),
    /// Menunjukkan, atau dengan --yes menghapus, berkas yang tidak dipakai tiga terbitan terakhir
    Gc(GcArgs),
}

#[derive(Debug, Args)]
pub(super) struct Place {
    /// Folder, s3://bucket/awalan, gs://bucket/awalan, atau az://container/awalan
    #[arg(long = "to", value_name = "URL")]
    to: String,
    /// Gantikan pekerjaan orang lain yang terputus di tempat itu
    #[arg(long)]
    take_over: bool,
}

#[derive(Debug, Args)]
pub(super) struct PublishArgs {
    /// Folder hasil catalogue build, lengkap dengan aplikasinya
    folder: PathBuf,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
pub(super) struct RollbackArgs {
    #[command(flatten)]
    place: Place,
    /// Terbitan yang dipilih, seperti ditunjukkan catalogue gc [bawaan: satu sebelum yang sekarang]
    #[arg(long, value_name = "ID")]
    generation: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct GcArgs {
    #[command(flatten)]
    place: Place,
    /// Hapus sungguh-sungguh; tanpa ini hanya ditunjukkan
    #[arg(long)]
    yes: bool,
}

pub(super) fn run(command: &Deploy, now: Moment) -> Result<Outcome> {
    let (Deploy::Publish(PublishArgs { place, .. })
    | Deploy::Rollback(RollbackArgs { place, .. })
    | Deploy::Gc(GcArgs { place, .. })) = command;
    let mut terminal = Terminal::stdout();
    let remote = match Remote::open(&place.to) {
        Ok(remote) => remote,
        Err(error) => {
            terminal.line(&format!("--to tidak dapat dipakai: {error:#}."));
            return Ok(Outcome::WrongUsage);
        }
    };
    let job =
        Job { remote: &remote, now, take_over: place.take_over, progress: Progress::stderr() };
    match command {
        Deploy::Publish(args) => match job.publish(&args.folder) {
            Err(error) if error.is::<Incomplete>() => {
                terminal.line(&refusal(&error));
                return Ok(Outcome::Nothing);
            }
            result => terminal.line(&published(&result?)),
        },
        Deploy::Rollback(args) => {
            let past = job.rollback(args.generation.as_deref())?;
            terminal.line(&format!("Yang tayang sekarang:\n  {}", past.line()));
        }
        Deploy::Gc(args) if args.yes => {
            let cleaning = job.clean()?;
            terminal.line(&cleaned(&cleaning, "dihapus"));
        }
        Deploy::Gc(_) => {
            let cleaning = job.look()?;
            terminal.line(&cleaned(&cleaning, "dapat dihapus dengan --yes"));
        }
    }
    Ok(Outcome::Complete)
}

fn refusal(error: &anyhow::Error) -> String {
    let faults = error.to_string();
    let mut text = "Folder ini tidak utuh, jadi tidak ada yang diunggah:".to_owned();
    for fault in faults.lines().take(SHOWN) {
        text.push_str(&format!("\n  {fault}"));
    }
    if let Some(more @ 1..) = faults.lines().count().checked_sub(SHOWN) {
        text.push_str(&format!("\n  … dan {more} lagi."));
    }
    text + "\nJalankan catalogue build lagi, lalu ulangi."
}

fn published(done: &Published) -> String {
    let mut text = format!(
        "Tayang: {} produk dari {} penjual, terbitan {}.\n{} berkas diunggah ({}), {} sudah ada.",
        done.products,
        done.sellers,
        done.id,
        done.sent,
        done.size(),
        done.skipped
    );
    if !done.guarded {
        text.push_str(
            "\nTempat ini tidak dapat mencegah dua penerbitan bersamaan: pastikan hanya satu orang yang menerbitkan.",
        );
    }
    text
}

fn cleaned(cleaning: &Cleaning, verb: &str) -> String {
    let mut text = "Terbitan yang disimpan, yang terbaru paling bawah:".to_owned();
    for past in &cleaning.kept {
        let live = if cleaning.live.as_ref() == Some(&past.id) { " (tayang)" } else { "" };
        text.push_str(&format!("\n  {}{live}", past.line()));
    }
    if cleaning.files.is_empty() {
        return text + "\nTidak ada berkas lama.";
    }
    text.push_str(&format!("\n{} berkas lama ({}) {verb}:", cleaning.files.len(), cleaning.size()));
    for (path, _) in cleaning.files.iter().take(SHOWN) {
        text.push_str(&format!("\n  {path}"));
    }
    if let Some(more @ 1..) = cleaning.files.len().checked_sub(SHOWN) {
        text.push_str(&format!("\n  … dan {more} lagi."));
    }
    text
}
