//! `catalogue build`: the whole way from the sheets to the published folder.

use super::folder::{outcome, read, refusal, summary, tell};
use super::{BuildArgs, Outcome};
use crate::compiler::emit::{count, emit};
use crate::compiler::output::{Staging, whereabouts};
use crate::compiler::terminal::Terminal;
use anyhow::Result;
use std::path::Path;

pub(super) fn run(args: &BuildArgs) -> Result<Outcome> {
    if let Some(reason) = overlap(args)? {
        Terminal::stdout().line(&reason);
        return Ok(Outcome::WrongUsage);
    }
    let Some(reading) = read(&args.common)? else { return Ok(Outcome::Nothing) };
    if let Some(reason) = refusal(&args.common, &reading) {
        tell(&args.common, &reading.problems)?;
        Terminal::stdout().line(reason);
        return Ok(Outcome::Nothing);
    }
    let site = Staging::begin(&args.out)?;
    let mut catalogue = reading.catalogue;
    let problems = reading.problems;
    if let Some(url) = &args.site_url {
        catalogue.market.url.clone_from(url);
    }
    count(&mut catalogue);
    emit(&catalogue, args.common.at(), args.app.as_deref(), &site)?;
    site.publish()?;
    tell(&args.common, &problems)?;
    let mut terminal = Terminal::stdout();
    terminal.line(&summary(&catalogue, "terbit"));
    terminal.line(&format!("Ditulis ke {}.", args.out.display()));
    Ok(outcome(&problems))
}

/// The output folder is replaced as a whole, so nothing that is read may lie in it.
fn overlap(args: &BuildArgs) -> Result<Option<String>> {
    let out = whereabouts(&args.out)?;
    let read_from = |path: &Path| whereabouts(path).map(|path| path.starts_with(&out));
    if read_from(&args.common.folder)? {
        return Ok(Some("--out akan menghapus lembar datanya; pilih folder lain.".to_owned()));
    }
    if let Some(app) = &args.app
        && (read_from(app)? || out.starts_with(whereabouts(app)?))
    {
        return Ok(Some("--out dan --app tidak boleh saling memuat.".to_owned()));
    }
    Ok(None)
}
