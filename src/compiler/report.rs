//! `--report`: every problem as the contract's JSON array, for programs.

use crate::compiler::disk;
use crate::compiler::personal::fit_to_show;
use crate::compiler::problem::Problem;
use anyhow::{Context, Result};
use std::path::Path;

/// Writes the report; an old one is replaced only by a whole new one.
pub fn write(path: &Path, problems: &[Problem]) -> Result<()> {
    disk::write_whole(path, json(problems)?.as_bytes())
}

/// One problem a line, so that two reports can be compared line by line.
fn json(problems: &[Problem]) -> Result<String> {
    let mut text = String::from("[");
    for (at, problem) in problems.iter().enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(
            &serde_json::to_string(&fit_to_show(problem))
                .context("tidak dapat menyusun laporan")?,
        );
    }
    text.push_str(if problems.is_empty() { "]\n" } else { "\n]\n" });
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::problem::{Place, Severity};

    #[test]
    fn the_report_is_an_array_with_null_where_a_problem_has_no_such_place() {
        let problem = Problem {
            severity: Severity::Warning,
            code: "foto-rusak",
            place: Place { file: Some("foto/a.jpg".into()), ..Place::default() },
            value: None,
            message: "Foto rusak.".into(),
            fix: "Ganti.".into(),
        };
        assert_eq!(json(&[]).expect("json"), "[]\n");
        assert_eq!(
            json(&[problem]).expect("json"),
            "[\n{\"severity\":\"warning\",\"code\":\"foto-rusak\",\"file\":\"foto/a.jpg\",\"sheet\":null,\
             \"row\":null,\"column\":null,\"cell\":null,\"value\":null,\"message\":\"Foto rusak.\",\
             \"fix\":\"Ganti.\"}\n]\n"
        );
    }
}
