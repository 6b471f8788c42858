//! `catalogue complete`: the whole input as one workbook with its codes filled in.

use super::folder::outcome;
use super::{CompleteArgs, Outcome};
use crate::compiler::complete::complete;
use crate::compiler::disk;
use crate::compiler::read::Options;
use crate::compiler::terminal::Terminal;
use crate::domain::time::Date;
use anyhow::{Context, Result};

pub(super) fn run(args: &CompleteArgs, at: Date) -> Result<Outcome> {
    let (workbook, reading) = complete(&args.folder, &Options { at })
        .with_context(|| format!("tidak dapat melengkapi {}", args.folder.display()))?;
    let mut terminal = Terminal::stdout();
    terminal.problems(&reading.problems);
    terminal.tally(&reading.problems);
    let summary = reading.summary;
    if summary.rows() == 0 {
        terminal.line("Tidak ada satu baris pun, jadi tidak ada yang ditulis.");
        return Ok(Outcome::Nothing);
    }
    disk::write_whole(&args.out, &workbook)?;
    terminal.line(&format!("Ditulis ke {}.", args.out.display()));
    Ok(outcome(&reading.problems))
}
