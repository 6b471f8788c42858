//! What check, build and complete share: reading the folder, and telling what came of it.

use super::{Common, Outcome};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::digest::errors;
use crate::compiler::disk;
use crate::compiler::excerpt::Excerpts;
use crate::compiler::folder::read_since;
use crate::compiler::paper::problems::{Report, problems_page};
use crate::compiler::previous::Previous;
use crate::compiler::private::publication_above;
use crate::compiler::problem::{Place, Problem, Severity};
use crate::compiler::read::{Count, Options, Reading, Summary};
use crate::compiler::report;
use crate::compiler::terminal::{Terminal, shown_problems};
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
            let nothing = Reading { problems: vec![problem], ..Reading::default() };
            tell(common, &nothing, at)?;
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

/// Writes what was asked for and prints the problems.
pub(super) fn tell(common: &Common, reading: &Reading, at: Date) -> Result<()> {
    write_report(common.report.as_deref(), &reading.problems)?;
    let excerpts = excerpts(common, &reading.problems);
    let Reading { catalogue, problems, summary, .. } = reading;
    let report = Report { catalogue, rows: summary, problems, excerpts: &excerpts, at };
    write_html(common, &report)?;
    print(problems, &excerpts);
    Ok(())
}

/// The rows around the problems that will be shown.
pub(super) fn excerpts(common: &Common, problems: &[Problem]) -> Excerpts {
    if common.html.is_some() {
        return Excerpts::read(&common.folder, problems);
    }
    Excerpts::read(&common.folder, shown_problems(problems))
}

/// Writes the page for staff, where one is asked for.
pub(super) fn write_html(common: &Common, report: &Report<'_>) -> Result<()> {
    let Some(path) = common.html.as_deref() else { return Ok(()) };
    disk::write_whole(path, problems_page(report).as_bytes())
}

/// Why the page for staff cannot stand where it is asked for: it shows cells as they are, also those never published.
pub(super) fn exposed(common: &Common, out: Option<&Path>) -> Result<Option<&'static str>> {
    let Some(path) = common.html.as_deref() else { return Ok(None) };
    let above = publication_above(path, out)?;
    Ok(above.map(|_| "--html memuat isi lembar apa adanya; taruh di luar folder yang diterbitkan."))
}

/// Prints the problems with the cells around them, and how many there were.
pub(super) fn print(problems: &[Problem], excerpts: &Excerpts) {
    let mut terminal = Terminal::stdout();
    terminal.problems(problems, excerpts);
    terminal.tally(problems);
}

pub(super) fn write_report(path: Option<&Path>, problems: &[Problem]) -> Result<()> {
    path.map_or(Ok(()), |path| report::write(path, problems))
}

/// "128 produk dari 40 penjual terbit; 12 edisi JBL, 10 putaran Gebetan, 7 acara, 5 program. Ditolak: 3 produk.", and
/// what a look at the numbers may miss.
pub(super) fn summary(catalogue: &Catalogue, rows: &Summary, verb: &str) -> String {
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
    let refused = listed(rows, |count| count.refused);
    if !refused.is_empty() {
        text.push_str(&format!(" Ditolak: {refused}."));
    }
    let withheld = listed(rows, |count| count.withdrawn);
    if !withheld.is_empty() {
        text.push_str(&format!(" Ditahan oleh lembarnya sendiri (tayang tidak): {withheld}."));
    }
    let mut also = |count: usize, what: &str| {
        if count > 0 {
            text.push_str(&format!(" {count} {what}."));
        }
    };
    also(catalogue.withdrawn.len(), "produk tidak dijual lagi, halamannya tetap ada");
    let unreachable =
        catalogue.products.iter().filter(|entry| entry.product.card.channels.is_empty()).count();
    also(unreachable, "produk terbit tanpa cara memesan");
    text
}

/// "5 produk, 1 penjual": what there is none of is left out.
fn listed(rows: &Summary, of: impl Fn(&Count) -> usize) -> String {
    let around = &rows.around;
    let kinds = [
        (&rows.products, "produk"),
        (&rows.sellers, "penjual"),
        (&rows.editions, "edisi JBL"),
        (&around.rounds, "putaran Gebetan"),
        (&around.events, "acara"),
        (&around.programmes, "program"),
    ];
    let some = kinds.into_iter().map(|(count, word)| (of(count), word)).filter(|(n, _)| *n > 0);
    some.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}
