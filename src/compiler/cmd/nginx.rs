//! `catalogue nginx`: the rules by which nginx serves a site.

use super::{NginxArgs, Outcome};
use crate::compiler::disk;
use crate::compiler::nginx;
use crate::compiler::terminal::Terminal;
use anyhow::Result;

pub(super) fn run(args: &NginxArgs) -> Result<Outcome> {
    disk::write_whole(&args.out, nginx::text().as_bytes())?;
    Terminal::stdout().line(&format!("Ditulis ke {}.", args.out.display()));
    Ok(Outcome::Complete)
}
