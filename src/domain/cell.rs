//! A text as one cell of a table that is pasted into a spreadsheet or opened by one. Numbers need none of this.

use crate::domain::fold::is_invisible;

/// What spreadsheet programs take for the beginning of a formula, also in full width.
pub const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text on one line, which no spreadsheet takes for a formula: controls become spaces, and an apostrophe goes
/// before what would begin a formula, the way people write such a text into a cell. A leading quotation mark gets one,
/// too: in pasted text it would swallow the cells behind it.
pub fn cell(text: &str) -> String {
    let line = one_line(text);
    if line.starts_with(FORMULA) || line.starts_with('"') { format!("'{line}") } else { line }
}

/// The text on one line, without what nobody sees before its first letter: that would hide a formula from a look at the
/// beginning, but not from every spreadsheet.
pub fn one_line(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let hidden = |c: char| c.is_whitespace() || is_invisible(c);
    line.trim_end().trim_start_matches(hidden).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_begin_a_formula_is_text() {
        for text in
            ["=1+1", "+62", "-5", "@sum", "＝1", "\t=1", "\r\n=1", "\u{feff}=1", " \u{200b}=1"]
        {
            assert!(cell(text).starts_with('\''), "{text:?} became {:?}", cell(text));
        }
        assert_eq!(cell("\"Enak\" sekali"), "'\"Enak\" sekali");
    }

    #[test]
    fn a_cell_is_one_line_and_other_texts_stay_as_they_are() {
        assert_eq!(cell("Kue\tlapis\nlegit "), "Kue lapis legit");
        for text in ["Nasi Kotak", "Teh 1+1", "2-3 orang", "a@b", ""] {
            assert_eq!(cell(text), text);
        }
    }
}
