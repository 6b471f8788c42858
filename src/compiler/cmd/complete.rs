//! `catalogue complete`: the whole input as one workbook with its codes filled in.

use super::folder::outcome;
use super::{CompleteArgs, Outcome};
use crate::compiler::complete::complete;
use crate::compiler::read::Options;
use crate::compiler::terminal::Terminal;
use crate::compiler::{clock, disk};
use anyhow::{Context, Result};

pub(super) fn run(args: &CompleteArgs) -> Result<Outcome> {
    let (workbook, reading) = complete(&args.folder, &Options { at: clock::today() })
        .with_context(|| format!("tidak dapat melengkapi {}", args.folder.display()))?;
    disk::write(&args.out, &workbook)?;
    let mut terminal = Terminal::stdout();
    terminal.problems(&reading.problems);
    terminal.tally(&reading.problems);
    terminal.line(&format!("Ditulis ke {}.", args.out.display()));
    Ok(outcome(&reading.problems))
}
