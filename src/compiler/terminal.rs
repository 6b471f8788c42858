//! Problems and the outcome for a person at a terminal, in Indonesian; plain text where it is piped or colour is not
//! wanted (NO_COLOR).
//!
//! A failure to print is ignored: whoever closed the pipe still gets the site and the exit code.

use crate::compiler::digest::{Group, errors, grouped, kinds, meaning};
use crate::compiler::excerpt::{Cell, Excerpts};
use crate::compiler::personal::hidden;
use crate::compiler::problem::{Problem, Severity};
use anstream::{AutoStream, StripStream};
use anstyle::{AnsiColor, Style};
use std::io::Write;

/// Of problems of one kind in one column of a sheet so many are printed; the report has them all.
const OF_A_KIND: usize = 5;

const HEADING: Style = Style::new().bold();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default();
const GOOD: Style = AnsiColor::Green.on_default();
const QUIET: Style = Style::new().dimmed();
/// The cell that a problem is about, among its neighbours.
const HERE: Style = Style::new().bold().underline();

/// Where text goes. Styles are always written; the stream below takes them away where they are not wanted.
pub struct Terminal<W> {
    out: W,
}

impl Terminal<AutoStream<std::io::StdoutLock<'static>>> {
    /// The standard output, coloured where a person looks at it and wants it.
    pub fn stdout() -> Self {
        Self { out: AutoStream::auto(std::io::stdout().lock()) }
    }
}

impl<W: Write> Terminal<StripStream<W>> {
    /// Plain text into any writer.
    pub fn plain(out: W) -> Self {
        Self { out: StripStream::new(out) }
    }
}

impl<W: Write> Terminal<W> {
    /// Prints a line.
    pub fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{text}");
    }

    /// Prints the problems by file and sheet in their order, each with what stands around it.
    pub fn problems(&mut self, problems: &[Problem], excerpts: &Excerpts) {
        for (name, group) in in_sheets(problems) {
            self.line(&painted(HEADING, &name));
            self.group(&group, excerpts);
            self.line("");
        }
    }

    fn group(&mut self, group: &Group<'_>, excerpts: &Excerpts) {
        for problem in &group.shown {
            self.problem(problem, excerpts);
        }
        for fold in &group.folded {
            let column = fold.like.place.column.as_ref();
            let column = column.map(|column| format!(" di kolom {column}")).unwrap_or_default();
            let text = format!(
                "  … dan {} lagi seperti ini{}: {} ({}); semuanya ada di --report",
                fold.others.len(),
                printable(&column),
                printable(meaning(fold.like).trim_end_matches('.')),
                fold.like.code
            );
            self.line(&painted(QUIET, &text));
        }
    }

    fn problem(&mut self, problem: &Problem, excerpts: &Excerpts) {
        let word = severity(problem.severity);
        self.line(&format!("  {word}{}", place(problem)));
        let cell = problem.place.cell.as_deref();
        if let Some(excerpt) = excerpts.of(&problem.place) {
            let around = excerpt.around(cell);
            if !around.is_empty() {
                let cells: Vec<String> = around.iter().map(|known| shown(known, cell)).collect();
                self.line(&format!("      {}", cells.join(" │ ")));
            }
        }
        self.line(&format!("      {}", printable(&problem.message)));
        if !problem.fix.is_empty() {
            self.line(&format!("      → {}", printable(&problem.fix)));
        }
    }

    /// Prints how many problems there were, and of which kinds, the most frequent first.
    pub fn tally(&mut self, problems: &[Problem]) {
        if problems.is_empty() {
            return self.line(&painted(GOOD, "Tidak ada masalah."));
        }
        let errors = errors(problems);
        let warnings = problems.len() - errors;
        self.line(&format!("{errors} galat (tidak terbit), {warnings} perlu diperiksa."));
        let kinds = kinds(problems);
        let width = kinds.first().map_or(0, |kind| kind.count.to_string().len());
        for kind in kinds {
            let padding = " ".repeat("periksa".len() - name(kind.severity).len());
            let word = severity(kind.severity);
            let meaning = printable(&kind.meaning);
            self.line(&format!("  {:>width$} × {word}{padding}  {meaning}", kind.count));
        }
    }
}

/// The problems that are printed one by one: those for which excerpts are needed.
pub fn shown_problems(problems: &[Problem]) -> Vec<&Problem> {
    in_sheets(problems).into_iter().flat_map(|(_, group)| group.shown).collect()
}

fn in_sheets(problems: &[Problem]) -> Vec<(String, Group<'_>)> {
    grouped(problems, OF_A_KIND, heading)
}

fn heading(problem: &Problem) -> String {
    match (&problem.place.file, &problem.place.sheet) {
        (Some(file), Some(sheet)) => format!("{} › {}", printable(file), printable(sheet)),
        (Some(file), None) => printable(file),
        (None, _) => "Seluruh data".to_owned(),
    }
}

const fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "galat",
        Severity::Warning => "periksa",
    }
}

fn severity(severity: Severity) -> String {
    let style = if severity == Severity::Error { ERROR } else { WARNING };
    painted(style, name(severity))
}

fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// ` F17 (harga): "15,000"`, as far as it is known.
fn place(problem: &Problem) -> String {
    let mut text = String::new();
    match (&problem.place.cell, problem.place.row) {
        (Some(cell), _) => text.push_str(&format!(" {}", printable(cell))),
        (None, Some(row)) => text.push_str(&format!(" baris {row}")),
        (None, None) => {}
    }
    if let Some(column) = &problem.place.column {
        text.push_str(&format!(" ({})", printable(column)));
    }
    if let Some(value) = &problem.value {
        text.push_str(&format!(": \"{}\"", printable(value)));
    }
    text
}

/// `F17 "15,000" ◄` where the problem is about this cell.
fn shown(cell: &Cell, about: Option<&str>) -> String {
    let text = if cell.text.is_empty() {
        format!("{} (kosong)", cell.name)
    } else {
        format!("{} \"{}\"", cell.name, printable(&cell.text))
    };
    if about == Some(cell.name.as_str()) {
        format!("{} ◄", painted(HERE, &text))
    } else {
        painted(QUIET, &text)
    }
}

/// A sheet's text must not steer the terminal, nor fill it, nor show a personal number.
fn printable(text: &str) -> String {
    const MOST: usize = 300;
    let text = hidden(text);
    let mut out: String = text
        .chars()
        .take(MOST)
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    if text.chars().nth(MOST).is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::problem::Place;

    fn problem(row: u32, value: &str) -> Problem {
        Problem {
            severity: Severity::Error,
            code: "price-invalid",
            place: Place {
                file: Some("umkm.xlsx".into()),
                sheet: Some("produk".into()),
                row: Some(row),
                column: Some("harga".into()),
                cell: Some(format!("F{row}")),
            },
            value: Some(value.into()),
            message: "Harga ini terbaca dua cara.".into(),
            fix: "Tulis 15.000.".into(),
        }
    }

    fn printed(problems: &[Problem]) -> String {
        let mut text = Vec::new();
        let mut terminal = Terminal::plain(&mut text);
        terminal.problems(problems, &Excerpts::default());
        terminal.tally(problems);
        String::from_utf8(text).expect("text")
    }

    #[test]
    fn a_problem_names_its_place_value_rule_and_fix() {
        assert_eq!(
            printed(&[problem(17, "15,000")]),
            "umkm.xlsx › produk\n  galat F17 (harga): \"15,000\"\n      Harga ini terbaca dua cara.\n      \
             → Tulis 15.000.\n\n1 galat (tidak terbit), 0 perlu diperiksa.\n  \
             1 × galat    Harga tidak terbaca sebagai satu harga rupiah yang jelas.\n"
        );
    }

    #[test]
    fn hundreds_of_a_kind_are_counted_instead_of_printed() {
        let problems: Vec<Problem> = (1..=300).map(|row| problem(row, "x")).collect();
        let text = printed(&problems);
        assert!(text.contains("… dan 295 lagi seperti ini di kolom harga"), "{text}");
        assert!(text.lines().count() < 30);
        assert_eq!(shown_problems(&problems).len(), OF_A_KIND);
    }

    #[test]
    fn a_cell_cannot_steer_the_terminal_even_where_styles_are_written() {
        let mut text = Vec::new();
        let mut terminal = Terminal { out: &mut text };
        terminal.problems(&[problem(1, "\u{1b}[2Jhapus\u{202e}")], &Excerpts::default());
        let text = String::from_utf8(text).expect("text");
        assert!(text.contains("\u{1b}[1m"), "styles are written");
        assert!(!text.contains("\u{1b}[2J") && !text.contains('\u{202e}'), "{text:?}");
    }

    #[test]
    fn piped_text_is_plain() {
        assert!(!printed(&[problem(1, "x")]).contains('\u{1b}'));
    }
}
