//! From text to the terms that are compared: folding, splitting, light affixes, spelling pairs and synonyms.
//!
//! Both the cards and the query pass through [`terms`], so that they can only meet on equal ground.

use crate::domain::fold::fold;
use crate::domain::gather::Gather;

/// Spellings that shoppers mix up: each row is one word, the first form stands for all.
const SPELLINGS: [&[&str]; 20] = [
    &["keripik", "kripik"],
    &["kerupuk", "krupuk", "kropuk"],
    &["sambal", "sambel"],
    &["bakso", "baso"],
    &["fashion", "fesyen", "fesen"],
    &["kriya", "kria", "craft", "kerajinan"],
    &["camilan", "cemilan", "snack", "snek", "jajanan", "kudapan"],
    &["kaos", "kaus", "tshirt"],
    &["sandal", "sendal"],
    &["hijab", "jilbab", "kerudung", "jilbap"],
    &["mukena", "mukenah"],
    &["cokelat", "coklat", "chocolate"],
    &["kue", "kueh", "cake"],
    &["cabai", "cabe"],
    &["nastar", "nastart"],
    &["telur", "telor"],
    &["rempeyek", "peyek"],
    &["kopi", "coffee", "koffie"],
    &["suvenir", "souvenir", "sovenir", "oleholeh"],
    &["risol", "risoles", "risolles"],
];

/// Words that widen each other: looking for one also finds the others, ranked behind.
const SYNONYMS: [&[&str]; 12] = [
    &["kado", "hadiah", "hampers", "bingkisan", "parsel", "suvenir"],
    &["baju", "kemeja", "atasan", "blus"],
    &["tas", "bag", "pouch", "totebag"],
    &["minuman", "jus", "es"],
    &["pedas", "pedes", "cabai", "balado"],
    &["rapat", "snackbox", "box"],
    &["lauk", "rendang", "dendeng", "abon"],
    &["anyaman", "anyam", "rotan", "pandan"],
    &["gerabah", "keramik", "tembikar"],
    &["boneka", "amigurumi"],
    &["sepatu", "sandal"],
    &["lilin", "candle", "aromaterapi"],
];

/// Words that say nothing about a product.
const STOP_WORDS: [&str; 18] = [
    "dan", "yang", "di", "ke", "dari", "untuk", "dengan", "atau", "the", "utk", "dgn", "yg",
    "buat", "jual", "beli", "cari", "mau", "ada",
];

/// The terms of a text, in order. A text of stop words alone keeps them.
pub fn terms(text: &str) -> Vec<String> {
    let words = words(text);
    let telling: Vec<String> = words
        .iter()
        .filter(|word| !STOP_WORDS.contains(&word.as_str()))
        .map(|word| term(word))
        .gather();
    if telling.is_empty() { words.iter().map(|word| term(word)).gather() } else { telling }
}

/// Other terms that mean about the same.
pub fn synonyms(term: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    SYNONYMS
        .iter()
        .filter(move |row| row.contains(&term))
        .flat_map(|row| row.iter().copied())
        .filter(move |other| *other != term)
}

/// Folded words: letters and numbers apart (`250gr` is `250` and `gr`), `macam2` is `macam`, `gado-gado` is
/// `gado` twice and counts once.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for run in fold(text).split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        let run = run
            .strip_suffix('2')
            .filter(|stem| !stem.is_empty() && stem.chars().all(char::is_alphabetic))
            .unwrap_or(run);
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let digit = first.is_numeric();
            let end = rest.find(|c: char| c.is_numeric() != digit).unwrap_or(rest.len());
            let (word, tail) = rest.split_at(end);
            if words.last().is_none_or(|last| last != word) {
                words.push(word.to_owned());
            }
            rest = tail;
        }
    }
    words
}

/// The form under which a word is compared.
fn term(word: &str) -> String {
    let standard = standard(word);
    if standard != word {
        return standard.to_owned();
    }
    // Possessives hang on anything; what remains must still be a word.
    for suffix in ["nya", "ku", "mu"] {
        if let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() >= 4) {
            return self::standard(stem).to_owned();
        }
    }
    word.to_owned()
}

fn standard(word: &str) -> &str {
    SPELLINGS
        .iter()
        .find(|row| row.contains(&word))
        .and_then(|row| row.first())
        .copied()
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_spellings_become_the_same_terms() {
        for (a, b) in [
            ("Kripik  TEMPE", "keripik tempe"),
            ("sambel-cumi", "sambal cumi"),
            ("macam2 kue", "macam kue"),
            ("gado²", "gado-gado"),
            ("250gr", "250 gr"),
            ("Café", "cafe"),
            ("sambalnya", "sambal"),
            ("tas untuk kado", "tas kado"),
        ] {
            assert_eq!(terms(a), terms(b), "{a}");
        }
    }

    #[test]
    fn a_text_of_stop_words_is_still_a_text() {
        assert_eq!(terms("dan yang"), ["dan", "yang"]);
        assert_eq!(terms("…"), Vec::<String>::new());
    }
}
