//! Problems and the outcome for a person at a terminal, in Indonesian; plain text where it is piped.
//!
//! A failure to print is ignored: whoever closed the pipe still gets the site and the exit code.

use crate::compiler::problem::{Problem, Severity};
use std::collections::HashMap;
use std::io::{IsTerminal, Write};

/// Of problems of one kind in one sheet so many are printed; the report has them all.
const OF_A_KIND: usize = 20;

/// Where text goes, and whether it may be coloured.
pub struct Terminal<W> {
    out: W,
    colour: bool,
}

impl Terminal<std::io::StdoutLock<'static>> {
    /// The standard output, coloured where a person looks at it.
    pub fn stdout() -> Self {
        let out = std::io::stdout().lock();
        let colour = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Self { out, colour }
    }
}

impl<W: Write> Terminal<W> {
    /// Text into any writer.
    pub fn plain(out: W) -> Self {
        Self { out, colour: false }
    }

    /// Prints a line.
    pub fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{text}");
    }

    /// Prints the problems, grouped by sheet in their order.
    pub fn problems(&mut self, problems: &[Problem]) {
        let mut groups: Vec<(String, Vec<&Problem>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for problem in problems {
            let name = heading(problem);
            let at = *known.entry(name.clone()).or_insert_with(|| {
                groups.push((name, Vec::new()));
                groups.len() - 1
            });
            if let Some((_, group)) = groups.get_mut(at) {
                group.push(problem);
            }
        }
        for (name, group) in groups {
            let name = self.paint("1", &name);
            self.line(&name);
            self.group(&group);
            self.line("");
        }
    }

    fn group(&mut self, problems: &[&Problem]) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for problem in problems {
            let count = seen.entry(problem.code).or_default();
            *count += 1;
            if *count <= OF_A_KIND {
                self.problem(problem);
            }
        }
        let mut more: Vec<(&str, usize)> =
            seen.into_iter().filter(|(_, count)| *count > OF_A_KIND).collect();
        more.sort_unstable();
        for (code, count) in more {
            let rest = count - OF_A_KIND;
            self.line(&format!(
                "  … dan {rest} lagi seperti ini ({code}); semuanya ada di --report"
            ));
        }
    }

    fn problem(&mut self, problem: &Problem) {
        let word = match problem.severity {
            Severity::Error => self.paint("31;1", "galat"),
            Severity::Warning => self.paint("33", "periksa"),
        };
        let place = place(problem);
        self.line(&format!("  {word}{place}"));
        self.line(&format!("      {}", printable(&problem.message)));
        if !problem.fix.is_empty() {
            self.line(&format!("      → {}", printable(&problem.fix)));
        }
    }

    /// Prints how many problems there were.
    pub fn tally(&mut self, problems: &[Problem]) {
        let errors = errors(problems);
        let warnings = problems.len() - errors;
        if problems.is_empty() {
            let good = self.paint("32", "Tidak ada masalah.");
            return self.line(&good);
        }
        self.line(&format!("{errors} galat (tidak terbit), {warnings} perlu diperiksa."));
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// How many problems kept something out.
pub fn errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

fn heading(problem: &Problem) -> String {
    match (&problem.place.file, &problem.place.sheet) {
        (Some(file), Some(sheet)) => format!("{} › {}", printable(file), printable(sheet)),
        (Some(file), None) => printable(file),
        (None, _) => "Seluruh data".to_owned(),
    }
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

/// A sheet's text must not steer the terminal, nor fill it.
fn printable(text: &str) -> String {
    const MOST: usize = 300;
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
            code: "harga-ambigu",
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
        terminal.problems(problems);
        terminal.tally(problems);
        String::from_utf8(text).expect("text")
    }

    #[test]
    fn a_problem_names_its_place_value_rule_and_fix() {
        assert_eq!(
            printed(&[problem(17, "15,000")]),
            "umkm.xlsx › produk\n  galat F17 (harga): \"15,000\"\n      Harga ini terbaca dua cara.\n      \
             → Tulis 15.000.\n\n1 galat (tidak terbit), 0 perlu diperiksa.\n"
        );
    }

    #[test]
    fn hundreds_of_a_kind_are_counted_instead_of_printed() {
        let problems: Vec<Problem> = (1..=300).map(|row| problem(row, "x")).collect();
        let text = printed(&problems);
        assert!(text.contains("… dan 280 lagi seperti ini (harga-ambigu)"));
        assert!(text.lines().count() < 80);
    }

    #[test]
    fn a_cell_cannot_steer_the_terminal() {
        let text = printed(&[problem(1, "\u{1b}[2Jhapus\u{202e}")]);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text:?}");
    }
}
