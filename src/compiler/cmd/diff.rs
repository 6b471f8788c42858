//! `catalogue diff`: what would change between a publication and another one, or sheets, for a person to read.

use super::{DiffArgs, Outcome};
use crate::compiler::diff::told::{lists, summary};
use crate::compiler::diff::{Diff, Newer, between};
use crate::compiler::digest::errors;
use crate::compiler::folder::read_since;
use crate::compiler::previous::Previous;
use crate::compiler::previous::published::Published;
use crate::compiler::read::Options;
use crate::compiler::terminal::Terminal;
use crate::domain::time::Date;
use anyhow::{Context, Result, bail};

/// Of each list so many lines are printed unless all are asked for.
const OF_A_LIST: usize = 50;

pub(super) fn run(args: &DiffArgs, at: Date) -> Result<Outcome> {
    let (diff, refused) = if Published::is_in(&args.new) {
        let old = open(&args.old)?;
        (between(&old, &Newer::Published(&open(&args.new)?))?, 0)
    } else {
        sheets(args, at)?
    };
    let mut terminal = Terminal::stdout();
    terminal.line(&summary(&diff));
    let most = if args.all { usize::MAX } else { OF_A_LIST };
    for line in lists(&diff, most) {
        terminal.line(&line);
    }
    if !diff.pending.is_empty() {
        terminal.line("");
        terminal.line(&approval(args, &diff));
    }
    if refused > 0 {
        terminal.line(&format!(
            "{refused} galat pada lembarnya; catalogue check dengan --previous menyebut semuanya."
        ));
    }
    Ok(Outcome::Complete)
}

/// Sheets beside the publication they follow, and how many problems keep something of them out.
fn sheets(args: &DiffArgs, at: Date) -> Result<(Diff, usize)> {
    let previous = Previous::open(&args.old)?;
    let reading = read_since(&args.new, &Options { at }, Some(&previous))
        .with_context(|| format!("tidak dapat membaca {}", args.new.display()))?;
    if reading.summary.files == 0 {
        bail!("{} bukan hasil terbitan dan tidak berisi lembar data", args.new.display());
    }
    let newer = Newer::Read { catalogue: &reading.catalogue, pending: &reading.pending };
    Ok((between(previous.files(), &newer)?, errors(&reading.problems)))
}

fn open(folder: &std::path::Path) -> Result<Published> {
    Published::open(folder)
        .with_context(|| format!("tidak dapat memakai {} sebagai terbitan", folder.display()))
}

/// The command that approves everything that waits.
fn approval(args: &DiffArgs, diff: &Diff) -> String {
    let mut codes: Vec<&str> = diff.pending.iter().map(|pending| pending.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    format!(
        "Setelah dipastikan kepada penjualnya:\n  catalogue approve {} {} --previous {}",
        args.new.display(),
        codes.join(" "),
        args.old.display()
    )
}
