//! `catalogue check`: what `build` would say, without writing a site.

use super::folder::{exposed, outcome, read, refusal, summary, tell};
use super::{CheckArgs, Outcome};
use crate::compiler::pictures::{self, Purpose};
use crate::compiler::previous::Previous;
use crate::compiler::terminal::Terminal;
use crate::domain::time::Date;
use anyhow::Result;

pub(super) fn run(args: &CheckArgs, at: Date) -> Result<Outcome> {
    if let Some(reason) = exposed(&args.common, None)? {
        Terminal::stdout().line(reason);
        return Ok(Outcome::WrongUsage);
    }
    let previous = args.common.previous.as_deref().map(Previous::open).transpose()?;
    let Some(mut reading) = read(&args.common, at, previous.as_ref())? else {
        return Ok(Outcome::Nothing);
    };
    reading.problems.extend(pictures::prepare(
        &mut reading.catalogue,
        &Purpose::Check,
        args.common.cache.as_deref(),
    )?);
    tell(&args.common, &reading, at)?;
    let mut terminal = Terminal::stdout();
    if let Some(reason) = refusal(&args.common, &reading) {
        terminal.line(reason);
        return Ok(Outcome::Nothing);
    }
    if let Some(previous) = &previous {
        previous.compare(&mut reading.catalogue, at)?;
    }
    terminal.line(&summary(&reading.catalogue, &reading.summary, "dapat terbit"));
    let outcome = outcome(&reading.problems);
    // As in `build`: the process ends here.
    std::mem::forget((reading, previous));
    Ok(outcome)
}
