//! Kinds of goods: kuliner, fashion, kriya and what a market adds.

use crate::domain::code::Code;
use crate::domain::fold::squash;
use crate::domain::gather::Gather;
use crate::domain::wire::record;

/// A kind of goods as shoppers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The last part of its address.
    pub code: Code,
    /// As shown.
    pub name: String,
    /// Other words that staff write for it.
    pub aliases: Vec<String>,
}

/// Which of the five soft grounds a kind of goods stands on, everywhere: 0 to 4.
pub fn ground(category: &Code) -> usize {
    match category.as_str() {
        "kuliner" => 0,
        "kriya" => 1,
        "fashion" => 2,
        other if other.len() % 2 == 0 => 3,
        _ => 4,
    }
}

/// The three kinds every market has, with their names and aliases.
const BUILT_IN: [(&str, &str, &[&str]); 3] = [
    (
        "kuliner",
        "Kuliner",
        &[
            "makanan",
            "minuman",
            "makanan dan minuman",
            "mamin",
            "makanan minuman",
            "food",
            "boga",
            "culinary",
        ],
    ),
    ("fashion", "Fashion", &["fesyen", "pakaian", "busana", "fesen", "fashion muslim"]),
    (
        "kriya",
        "Kriya",
        &["kerajinan", "kerajinan tangan", "craft", "crafts", "handycraft", "handicraft", "kria"],
    ),
];

impl Category {
    /// The three that every market has.
    pub fn built_in() -> Vec<Self> {
        BUILT_IN
            .iter()
            .filter_map(|(code, name, aliases)| {
                let aliases = aliases.iter().map(|&alias| alias.to_owned()).gather();
                Some(Self { code: Code::parse(code).ok()?, name: (*name).to_owned(), aliases })
            })
            .gather()
    }

    /// Whether it is food and drink, for which halal and P-IRT matter.
    pub fn is_kuliner(code: &Code) -> bool {
        code.as_str() == "kuliner"
    }

    /// The category that a word means, by code, name or alias.
    pub fn find<'a>(categories: &'a [Self], word: &str) -> Option<&'a Self> {
        let wanted = squash(word);
        categories.iter().find(|category| {
            squash(category.code.as_str()) == wanted
                || squash(&category.name) == wanted
                || category.aliases.iter().any(|alias| squash(alias) == wanted)
        })
    }
}

record!(Category { code, name, aliases });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_lead_to_their_category() {
        let all = Category::built_in();
        for (word, code) in [
            ("Makanan", "kuliner"),
            ("FESYEN", "fashion"),
            ("Kerajinan Tangan", "kriya"),
            ("kuliner", "kuliner"),
        ] {
            assert_eq!(Category::find(&all, word).map(|c| c.code.as_str()), Some(code), "{word}");
        }
        assert_eq!(Category::find(&all, "elektronik"), None);
    }
}
