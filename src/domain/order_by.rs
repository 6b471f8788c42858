//! Sorting by way of places: one sorting routine for every kind of thing.
//!
//! A sort is monomorphised for each type and comparison, some five kilobytes of WebAssembly a time; the app sorts
//! short lists of a dozen kinds. Sorting the places instead costs one routine for all.

use crate::domain::gather::Gather;
use std::cmp::Ordering;

/// The places `0..count` in the order that `compare` gives; equal ones keep theirs.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).gather();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The items in the order of their keys; equal ones keep theirs.
pub fn sorted<T, K: Ord>(items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let order = places(items.len(), &|a, b| items.get(a).map(&key).cmp(&items.get(b).map(&key)));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).gather();
    order.into_iter().filter_map(|at| items.get_mut(at).and_then(Option::take)).gather()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_by_their_keys_and_equals_keep_their_order() {
        let items = vec![("b", 2), ("a", 2), ("c", 1)];
        assert_eq!(sorted(items, |(_, key)| *key), [("c", 1), ("b", 2), ("a", 2)]);
        assert!(sorted(Vec::<u32>::new(), |n| *n).is_empty());
    }
}
