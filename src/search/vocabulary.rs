//! All terms of the index, sorted: which of them a typed term may mean, and how sure that is.

use crate::domain::gather::Gather;

/// How a term of the index was reached from a typed one, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// The same term.
    Exact,
    /// It begins with what was typed.
    Prefix,
    /// It means about the same.
    Synonym,
    /// One or two letters differ.
    Typo,
}

impl Match {
    /// How much such a match counts, out of a hundred.
    pub(in crate::search) const fn weight(self) -> u32 {
        match self {
            Self::Exact => 100,
            Self::Prefix => 60,
            Self::Synonym => 35,
            Self::Typo => 30,
        }
    }
}

/// Sorted terms; a term's place is its number.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    terms: Vec<String>,
}

impl Vocabulary {
    /// A vocabulary of sorted, distinct terms.
    pub(in crate::search) fn new(terms: Vec<String>) -> Self {
        Self { terms }
    }

    /// The number of a term.
    pub fn exact(&self, term: &str) -> Option<usize> {
        self.terms.binary_search_by(|known| known.as_str().cmp(term)).ok()
    }

    /// The numbers of the terms that begin so, the term itself left out.
    pub fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = usize> + '_ {
        let from = self.terms.partition_point(|known| known.as_str() < prefix);
        let to = from
            + self.terms.iter().skip(from).take_while(|known| known.starts_with(prefix)).count();
        let same = self.exact(prefix);
        (from..to).filter(move |at| Some(*at) != same)
    }

    /// The numbers of the terms a slip of the finger away: one letter for four to seven, two from eight on.
    /// The first letter is taken as typed, which is how people mistype and what keeps this quick.
    pub fn near(&self, term: &str) -> impl Iterator<Item = usize> + '_ {
        let typed: Vec<char> = term.chars().gather();
        let allowed = match typed.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        let first: String = typed.iter().take(1).collect();
        let from = self.terms.partition_point(|known| *known < first);
        self.terms
            .iter()
            .enumerate()
            .skip(from)
            .take_while(move |(_, known)| known.starts_with(&first))
            .filter(move |(_, known)| allowed > 0 && within(&typed, known, allowed))
            .map(|(at, _)| at)
    }
}

/// Whether two words differ by at most `allowed` letters put in, left out, changed or swapped with a neighbour.
fn within(typed: &[char], known: &str, allowed: usize) -> bool {
    let known: Vec<char> = known.chars().gather();
    if typed == known || typed.len().abs_diff(known.len()) > allowed {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=known.len()).gather();
    for (i, a) in typed.iter().enumerate() {
        let mut row = Vec::with_capacity(known.len() + 1);
        row.push(i + 1);
        for (j, b) in known.iter().enumerate() {
            let at =
                |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut cost =
                (at(&last, j) + usize::from(a != b)).min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && typed.get(i - 1) == Some(b) && known.get(j - 1) == Some(a);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        if row.iter().min().is_some_and(|least| *least > allowed) {
            return false;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().is_some_and(|cost| *cost <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        Vocabulary::new(
            ["batik", "kaos", "keripik", "kerupuk", "kopi", "kopiah", "tempe"]
                .map(str::to_owned)
                .to_vec(),
        )
    }

    #[test]
    fn prefixes_leave_the_word_itself_out() {
        let vocabulary = vocabulary();
        assert_eq!(vocabulary.with_prefix("kopi").collect::<Vec<_>>(), [5]);
        assert_eq!(vocabulary.with_prefix("ke").collect::<Vec<_>>(), [2, 3]);
        assert_eq!(vocabulary.with_prefix("z").count(), 0);
    }

    #[test]
    fn slips_of_the_finger_are_found_within_their_bound() {
        let vocabulary = vocabulary();
        for (typed, found) in [
            ("batki", vec![0]),
            ("tmpe", vec![6]),
            ("kerpik", vec![2]),
            ("kerupik", vec![2, 3]),
            ("koi", vec![]),
            ("xatik", vec![]),
        ] {
            assert_eq!(vocabulary.near(typed).collect::<Vec<_>>(), found, "{typed}");
        }
    }
}
