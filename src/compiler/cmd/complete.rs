//! `catalogue complete`: the whole input as one workbook with its codes filled in.

use super::folder::{outcome, print};
use super::{CompleteArgs, Outcome};
use crate::compiler::complete::complete;
use crate::compiler::disk;
use crate::compiler::excerpt::Excerpts;
use crate::compiler::read::Options;
use crate::compiler::terminal::{Terminal, shown_problems};
use crate::domain::time::Date;
use anyhow::{Context, Result};

pub(super) fn run(args: &CompleteArgs, at: Date) -> Result<Outcome> {
    let (workbook, reading) = complete(&args.folder, &Options { at })
        .with_context(|| format!("tidak dapat melengkapi {}", args.folder.display()))?;
    let excerpts = Excerpts::read(&args.folder, shown_problems(&reading.problems));
    print(&reading.problems, &excerpts);
    let mut terminal = Terminal::stdout();
    let summary = reading.summary;
    if summary.rows() == 0 {
        terminal.line("Tidak ada satu baris pun, jadi tidak ada yang ditulis.");
        return Ok(Outcome::Nothing);
    }
    disk::write_whole(&args.out, &workbook)?;
    terminal.line(&format!("Ditulis ke {}.", args.out.display()));
    Ok(outcome(&reading.problems))
}
