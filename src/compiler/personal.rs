//! Personal numbers in what staff are told: every view of the problems passes its texts through here.
//!
//! A NIK can stand anywhere: in a cell beside the faulty one, in the name of a photo, in a name that a sentence quotes.
//! What counts as one is known in `domain::permit`.

use crate::compiler::problem::{Place, Problem};
use crate::domain::permit::holds_personal_number;
use std::borrow::Cow;

/// What stands in the place of a number.
const HIDDEN: &str = "(nomor pribadi)";

/// The shortest run of digits that can be a personal number: an NPWP.
const FEWEST_DIGITS: usize = 15;

/// The text without the NIK or personal NPWP that it may hold.
pub fn hidden(text: &str) -> Cow<'_, str> {
    if !holds_personal_number(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut run = String::new();
    for character in text.chars() {
        if character.is_ascii_digit() || matches!(character, ' ' | '.' | '-') {
            run.push(character);
        } else {
            end_run(&mut run, &mut out);
            out.push(character);
        }
    }
    end_run(&mut run, &mut out);
    // A number written in a way that the runs miss takes the whole text along.
    if holds_personal_number(&out) { Cow::Borrowed(HIDDEN) } else { Cow::Owned(out) }
}

/// Hands on a run of digits and what people put between them, unless it is as long as a personal number.
fn end_run(run: &mut String, out: &mut String) {
    if run.bytes().filter(u8::is_ascii_digit).count() < FEWEST_DIGITS {
        out.push_str(run);
    } else {
        let bare = run.trim_start_matches(|c: char| !c.is_ascii_digit());
        out.push_str(run.get(..run.len() - bare.len()).unwrap_or_default());
        out.push_str(HIDDEN);
        let end = bare.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        out.push_str(bare.get(end..).unwrap_or_default());
    }
    run.clear();
}

/// The problem as a view may show it.
pub fn fit_to_show(problem: &Problem) -> Problem {
    let text = |text: &String| hidden(text).into_owned();
    let place = &problem.place;
    Problem {
        place: Place {
            file: place.file.as_ref().map(text),
            sheet: place.sheet.as_ref().map(text),
            ..place.clone()
        },
        value: problem.value.as_ref().map(text),
        message: text(&problem.message),
        fix: text(&problem.fix),
        ..*problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_number_goes_and_the_words_around_it_stay() {
        for (text, shown) in [
            ("KTP 3174051501900003.jpg", "KTP (nomor pribadi).jpg"),
            ("foto/3174-0515-0190-0003 b.png", "foto/(nomor pribadi) b.png"),
            ("NPWP: 09.254.294.3-407.000, Tebet", "NPWP: (nomor pribadi), Tebet"),
            ("0812-3456-7890", "0812-3456-7890"),
            ("Rp 15.000,-", "Rp 15.000,-"),
            ("8991234567890123", "8991234567890123"),
        ] {
            assert_eq!(hidden(text), shown);
        }
    }

    #[test]
    fn nothing_that_counts_as_personal_is_left() {
        for text in
            ["3174051501900003 3174051501900003", "1 3174051501900003", "x3174051501900003y"]
        {
            assert!(!holds_personal_number(&hidden(text)), "{text}: {}", hidden(text));
        }
    }
}
