//! Folding text to the plain letters that people type: lower case, without accents or typographic variants.
//!
//! Codes, area names and search all compare folded text, so "Café Élok" and "cafe elok" are one. The table
//! covers Latin letters only; other scripts pass through unchanged.

/// Lower case, accents removed, typographic digits and quotes made plain.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\0'..='\x7f' => out.push(c),
            _ => fold_wide(c, &mut out),
        }
    }
    out
}

/// Only the letters and digits of the folded text: how names are compared when spaces must not matter.
pub fn squash(text: &str) -> String {
    let mut out = fold(text);
    out.retain(|c| c.is_ascii_alphanumeric());
    out
}

fn fold_wide(c: char, out: &mut String) {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' => out.push('a'),
        'Æ' | 'æ' => out.push_str("ae"),
        'Ç' | 'ç' | 'Ć'..='č' => out.push('c'),
        'Ď'..='đ' | 'Ð' | 'ð' => out.push('d'),
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => out.push('e'),
        'Ĝ'..='ģ' => out.push('g'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => out.push('i'),
        'Ñ' | 'ñ' | 'Ń'..='ŉ' => out.push('n'),
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => out.push('o'),
        'Œ' | 'œ' => out.push_str("oe"),
        'Ś'..='š' => out.push('s'),
        'ß' => out.push_str("ss"),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => out.push('u'),
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => out.push('y'),
        'Ź'..='ž' => out.push('z'),
        '¹' => out.push('1'),
        '²' => out.push('2'),
        '³' => out.push('3'),
        '½' => out.push_str("1/2"),
        '¼' => out.push_str("1/4"),
        '’' | '‘' | 'ʼ' | '`' => out.push('\''),
        '“' | '”' => out.push('"'),
        '–' | '—' | '‑' | '−' => out.push('-'),
        '×' => out.push('x'),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => out.push(' '),
        // Combining accents and invisible characters carry no letter of their own.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
        other => out.push(other),
    }
}

/// Format characters that show nothing and can reverse or hide what stands beside them.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
            | '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_folded_away() {
        for (text, expected) in [
            ("Café ÉLOK", "cafe elok"),
            ("gado²", "gado2"),
            ("Crème brûlée", "creme brulee"),
            ("e\u{301}clair", "eclair"),
            ("½ kg", "1/2 kg"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn squashed_names_ignore_spaces_and_marks() {
        assert_eq!(squash("Kramat Jati"), squash("KramatJati"));
        assert_eq!(squash("Pal-Merah"), "palmerah");
    }
}
