//! `catalogue check`: what `build` would say, without writing a site.

use super::folder::{outcome, read, refusal, summary, tell};
use super::{CheckArgs, Outcome};
use crate::compiler::terminal::Terminal;
use anyhow::Result;

pub(super) fn run(args: &CheckArgs) -> Result<Outcome> {
    let Some(reading) = read(&args.common)? else { return Ok(Outcome::Nothing) };
    tell(&args.common, &reading.problems)?;
    let mut terminal = Terminal::stdout();
    if let Some(reason) = refusal(&args.common, &reading) {
        terminal.line(reason);
        return Ok(Outcome::Nothing);
    }
    terminal.line(&summary(&reading.catalogue, "dapat terbit"));
    Ok(outcome(&reading.problems))
}
