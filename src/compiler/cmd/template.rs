//! `catalogue template`: an empty workbook to begin with.

use super::{Outcome, TemplateArgs};
use crate::compiler::disk;
use crate::compiler::template::template;
use crate::compiler::terminal::Terminal;
use anyhow::{Context, Result};

pub(super) fn run(args: &TemplateArgs) -> Result<Outcome> {
    let workbook = template().context("tidak dapat menyusun buku kerja")?;
    disk::write_whole(&args.out, &workbook)?;
    Terminal::stdout().line(&format!("Ditulis ke {}.", args.out.display()));
    Ok(Outcome::Complete)
}
