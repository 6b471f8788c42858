//! What check, build and complete share: reading the folder, and telling what came of it.

use super::{Common, Outcome};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::previous::Previous;
use crate::compiler::problem::{Place, Problem, Severity};
use crate::compiler::read::{Options, Reading, read_since};
use crate::compiler::report;
use crate::compiler::terminal::{Terminal, errors};
use crate::domain::time::Date;
use crate::format::programmes::Programmes;
use anyhow::Result;
use std::path::Path;

/// Reads the folder; one that cannot be read is told like every other problem, in the report too.
pub(super) fn read(
    common: &Common,
    at: Date,
    previous: Option<&Previous>,
) -> Result<Option<Reading>> {
    match read_since(&common.folder, &Options { at }, previous) {
        Ok(reading) => Ok(Some(reading)),
        Err(error) => {
            let problem = Problem {
                severity: Severity::Error,
                code: "folder-unreadable",
                place: Place::default(),
                value: Some(common.folder.display().to_string()),
                message: format!("Folder tidak dapat dibaca ({:#}).", anyhow::Error::from(error)),
                fix: "Periksa nama foldernya dan izin membacanya.".to_owned(),
            };
            tell(common, std::slice::from_ref(&problem))?;
            Ok(None)
        }
    }
}

/// Whether the rules of exit code 1 keep everything out, with the sentence that says why.
pub(super) fn refusal(common: &Common, reading: &Reading) -> Option<&'static str> {
    if is_empty(&reading.catalogue) {
        Some("Tidak ada satu baris pun yang dapat dipakai, jadi tidak ada yang ditulis.")
    } else if common.strict && errors(&reading.problems) > 0 {
        Some("Ada galat dan --strict dipakai, jadi tidak ada yang ditulis.")
    } else {
        None
    }
}

fn is_empty(catalogue: &Catalogue) -> bool {
    catalogue.products.is_empty()
        && catalogue.withdrawn.is_empty()
        && catalogue.sellers.is_empty()
        && catalogue.editions.is_empty()
        && catalogue.programmes == Programmes::default()
}

/// The exit code of what was done, by its problems.
pub(super) fn outcome(problems: &[Problem]) -> Outcome {
    if errors(problems) > 0 { Outcome::Partial } else { Outcome::Complete }
}

/// Prints the problems and writes the report.
pub(super) fn tell(common: &Common, problems: &[Problem]) -> Result<()> {
    let mut terminal = Terminal::stdout();
    terminal.problems(problems);
    terminal.tally(problems);
    write_report(common.report.as_deref(), problems)
}

pub(super) fn write_report(path: Option<&Path>, problems: &[Problem]) -> Result<()> {
    path.map_or(Ok(()), |path| report::write(path, problems))
}

/// "128 produk dari 40 penjual terbit; 12 edisi JBL, 10 putaran Gebetan, 7 acara, 5 program.", and what a look at the numbers may miss.
pub(super) fn summary(catalogue: &Catalogue, verb: &str) -> String {
    let around = &catalogue.programmes;
    let mut text = format!(
        "{} produk dari {} penjual {verb}; {} edisi JBL, {} putaran Gebetan, {} acara, {} program.",
        catalogue.products.len(),
        catalogue.sellers.len(),
        catalogue.editions.len(),
        around.rounds.len(),
        around.events.len(),
        around.programmes.len(),
    );
    let mut also = |count: usize, what: &str| {
        if count > 0 {
            text.push_str(&format!(" {count} {what}."));
        }
    };
    also(catalogue.withdrawn.len(), "produk tidak dijual lagi, halamannya tetap ada");
    let unreachable =
        catalogue.products.iter().filter(|entry| entry.product.links.channels().is_empty()).count();
    also(unreachable, "produk terbit tanpa cara memesan");
    text
}
