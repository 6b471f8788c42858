//! `catalogue build`: the whole way from the sheets to the published folder.

use super::folder::{
    excerpts, exposed, outcome, print, read, refusal, summary, tell, write_html, write_report,
};
use super::{BuildArgs, Outcome};
use crate::compiler::cards::Drawing;
use crate::compiler::offline::Offline;
use crate::compiler::output::whereabouts;
use crate::compiler::pages::Draw;
use crate::compiler::paper::problems::Report;
use crate::compiler::previous::Previous;
use crate::compiler::publish::{Plan, Publication};
use crate::compiler::terminal::Terminal;
use crate::domain::time::Date;
use anyhow::Result;
use std::path::Path;

pub(super) fn run(args: &BuildArgs, draw: Option<&dyn Draw>, at: Date) -> Result<Outcome> {
    let plan = Plan {
        out: &args.out,
        at,
        site_url: args.site_url.as_deref(),
        app: args.app.as_deref(),
        offline: if args.no_offline { Offline::Off } else { Offline::Kept },
        compress: !args.no_compress,
        cards: if args.no_cards { Drawing::No } else { Drawing::Each },
        draw,
        lean: args.lean_pages,
        previous: args.common.previous.as_deref(),
        cache: args.common.cache.as_deref(),
    };
    let contradiction = plan.contradiction(&args.common.folder)?;
    if let Some(reason) = contradiction
        .map_or_else(|| exposed(&args.common, Some(&args.out)), |reason| Ok(Some(reason)))?
    {
        Terminal::stdout().line(reason);
        return Ok(Outcome::WrongUsage);
    }
    let previous = plan.previous.map(Previous::open).transpose()?;
    let Some(reading) = read(&args.common, at, previous.as_ref())? else {
        return Ok(Outcome::Nothing);
    };
    if let Some(reason) = refusal(&args.common, &reading) {
        tell(&args.common, &reading, at)?;
        Terminal::stdout().line(reason);
        return Ok(Outcome::Nothing);
    }
    let (mut problems, rows) = (reading.problems, reading.summary);
    let mut publication = Publication::prepare_since(reading.catalogue, &plan, previous.as_ref())?;
    problems.append(&mut publication.problems);
    // The report comes first, so that nothing is published when it cannot be written; but what stands in the
    // output folder is swapped away.
    let report = args.common.report.as_deref();
    let swapped_away = report.map(|path| lies_in(path, &args.out)).transpose()?.unwrap_or(false);
    if !swapped_away {
        write_report(report, &problems)?;
    }
    let (shopping, cards) = (publication.shopping, publication.cards);
    let burden = publication.burden.take();
    let around = excerpts(&args.common, &problems);
    let report_page = Report {
        catalogue: &publication.catalogue,
        rows: &rows,
        problems: &problems,
        excerpts: &around,
        at,
    };
    write_html(&args.common, &report_page)?;
    let catalogue = publication.publish()?;
    if swapped_away {
        write_report(report, &problems)?;
    }
    print(&problems, &around);
    let mut terminal = Terminal::stdout();
    terminal.line(&summary(&catalogue, &rows, "terbit"));
    terminal.line(&shopping.said());
    if let Some(burden) = burden {
        terminal.line(&burden.said());
    }
    if let Some(cards) = cards {
        terminal.line(&cards.said());
    }
    terminal.line(&format!("Ditulis ke {}.", args.out.display()));
    // The process ends here, and the system takes a million records back faster than they can be freed one by one.
    std::mem::forget((catalogue, previous));
    Ok(outcome(&problems))
}

fn lies_in(path: &Path, folder: &Path) -> Result<bool> {
    Ok(whereabouts(path)?.starts_with(whereabouts(folder)?))
}
