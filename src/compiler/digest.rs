//! Many problems put in order for people: by sheet, those alike folded, and how often each kind occurs.
//!
//! Knows nothing of terminals or pages: both show what is told here.

use crate::compiler::faults::Fault;
use crate::compiler::problem::{Problem, Severity};
use std::collections::HashMap;

/// Problems that belong together.
#[derive(Clone, Debug, Default)]
pub struct Group<'a> {
    /// Those shown, in their order.
    pub shown: Vec<&'a Problem>,
    /// What stands for the others.
    pub folded: Vec<Folded<'a>>,
}

/// Problems like one that is shown.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    /// The first that is not shown.
    pub like: &'a Problem,
    /// All that are not shown.
    pub others: Vec<&'a Problem>,
}

/// How often a kind of problem occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// Error or warning.
    pub severity: Severity,
    /// The stable word.
    pub code: &'static str,
    /// What it means, in Indonesian.
    pub meaning: String,
    /// How often.
    pub count: usize,
}

/// The problems in groups by what `key` says of them, groups and problems in their order; of problems of one kind in
/// one column `of_a_kind` are shown. One alone is never folded: the fold would take as much room.
pub fn grouped<'a, K: Eq + std::hash::Hash + Clone>(
    problems: impl IntoIterator<Item = &'a Problem>,
    of_a_kind: usize,
    key: impl Fn(&Problem) -> K,
) -> Vec<(K, Group<'a>)> {
    let mut groups: Vec<(K, Vec<&Problem>)> = Vec::new();
    let mut known: HashMap<K, usize> = HashMap::new();
    for problem in problems {
        let key = key(problem);
        let at = *known.entry(key.clone()).or_insert_with(|| {
            groups.push((key, Vec::new()));
            groups.len() - 1
        });
        if let Some((_, group)) = groups.get_mut(at) {
            group.push(problem);
        }
    }
    groups.into_iter().map(|(key, problems)| (key, fold(&problems, of_a_kind))).collect()
}

fn fold<'a>(problems: &[&'a Problem], of_a_kind: usize) -> Group<'a> {
    type Kind<'a> = (&'static str, Option<&'a str>);
    let kind =
        |problem: &'a Problem| -> Kind<'a> { (problem.code, problem.place.column.as_deref()) };
    let mut left: HashMap<Kind<'_>, usize> = HashMap::new();
    for problem in problems {
        *left.entry(kind(problem)).or_default() += 1;
    }
    // How many of a kind are shown, counted down; a rest of one is shown too.
    for count in left.values_mut() {
        if *count > of_a_kind + 1 {
            *count = of_a_kind;
        }
    }
    let mut group = Group::default();
    let mut folds: HashMap<Kind<'_>, usize> = HashMap::new();
    for problem in problems.iter().copied() {
        match left.get_mut(&kind(problem)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                group.shown.push(problem);
            }
            _ => {
                let at = *folds.entry(kind(problem)).or_insert_with(|| {
                    group.folded.push(Folded { like: problem, others: Vec::new() });
                    group.folded.len() - 1
                });
                if let Some(fold) = group.folded.get_mut(at) {
                    fold.others.push(problem);
                }
            }
        }
    }
    group
}

/// The kinds that occur, the most frequent first.
pub fn kinds(problems: &[Problem]) -> Vec<KindCount> {
    let mut counts: HashMap<&str, (usize, &Problem)> = HashMap::new();
    for problem in problems {
        counts.entry(problem.code).or_insert((0, problem)).0 += 1;
    }
    let mut kinds: Vec<KindCount> = counts
        .into_values()
        .map(|(count, first)| KindCount {
            severity: first.severity,
            code: first.code,
            meaning: meaning(first),
            count,
        })
        .collect();
    kinds.sort_by(|a, b| (b.count, a.severity, a.code).cmp(&(a.count, b.severity, b.code)));
    kinds
}

/// What a kind means; of one that is not on the list of faults, what is said of its first.
pub fn meaning(problem: &Problem) -> String {
    let fault = Fault::ALL.iter().find(|fault| fault.code() == problem.code);
    fault.map_or_else(|| problem.message.clone(), |fault| fault.meaning().to_owned())
}

/// How many problems kept something out.
pub fn errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::problem::Place;

    fn problem(code: &'static str, file: &str, row: u32, column: &str) -> Problem {
        Problem {
            severity: Severity::Error,
            code,
            place: Place {
                file: Some(file.to_owned()),
                row: Some(row),
                column: Some(column.to_owned()),
                ..Place::default()
            },
            value: None,
            message: "Keliru.".to_owned(),
            fix: String::new(),
        }
    }

    fn rows(problems: &[&Problem]) -> Vec<u32> {
        problems.iter().filter_map(|problem| problem.place.row).collect()
    }

    #[test]
    fn those_of_one_kind_and_column_are_folded_and_none_is_lost() {
        let mut problems: Vec<Problem> =
            (1..=9).map(|row| problem("value-missing", "a.csv", row, "harga")).collect();
        problems.push(problem("value-missing", "a.csv", 3, "satuan"));
        problems.push(problem("value-missing", "b.csv", 1, "harga"));
        let groups = grouped(&problems, 2, |problem| problem.place.file.clone());
        assert_eq!(groups.len(), 2);
        let first = &groups[0].1;
        assert_eq!(rows(&first.shown), [1, 2, 3]);
        assert_eq!(first.folded.len(), 1);
        assert_eq!(rows(&first.folded[0].others), [3, 4, 5, 6, 7, 8, 9]);
    }

    #[test]
    fn one_alone_is_never_folded() {
        let problems: Vec<Problem> =
            (1..=3).map(|row| problem("value-missing", "a.csv", row, "harga")).collect();
        let groups = grouped(&problems, 2, |_| ());
        assert_eq!(rows(&groups[0].1.shown), [1, 2, 3]);
        assert!(groups[0].1.folded.is_empty());
    }

    #[test]
    fn the_most_frequent_kind_stands_first_with_its_meaning() {
        let problems = [
            problem("price-invalid", "a.csv", 1, "harga"),
            problem("value-missing", "a.csv", 2, "harga"),
            problem("value-missing", "a.csv", 3, "harga"),
        ];
        let kinds = kinds(&problems);
        let told: Vec<_> = kinds.iter().map(|kind| (kind.code, kind.count)).collect();
        assert_eq!(told, [("value-missing", 2), ("price-invalid", 1)]);
        assert_eq!(kinds[0].meaning, "Kolom wajib kosong.");
    }
}
