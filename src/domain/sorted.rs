//! A small map in the order of its keys.
//!
//! The standard library's tree is written out anew for every kind of entry, some seven kilobytes of WebAssembly a
//! time. What the app maps is short, so one list that is kept in order does.

use std::borrow::Borrow;

/// Entries in the order of their keys, each key once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// What belongs to a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.place(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// What belongs to a key, after putting `new` there if it had nothing.
    pub fn get_or_insert(&mut self, key: K, new: impl FnOnce() -> V) -> &mut V {
        let at = match self.place(&key) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key, new()));
                at
            }
        };
        &mut self.0[at].1
    }

    /// Puts a value there, in place of what there may have been.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes what belongs to a key.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.place(key).ok()?;
        Some(self.0.remove(at).1)
    }

    /// All entries, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All entries as a list, in order.
    pub fn into_vec(self) -> Vec<(K, V)> {
        self.0
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_the_order_of_their_keys_each_once() {
        let mut map = Sorted::default();
        for key in ["kopi", "batik", "kaos", "batik"] {
            *map.get_or_insert(key, || 0) += 1;
        }
        map.insert("kopi", 9);
        assert_eq!(
            map.iter().copied().collect::<Vec<_>>(),
            [("batik", 2), ("kaos", 1), ("kopi", 9)]
        );
        assert_eq!((map.remove(&"kaos"), map.get(&"kaos"), map.len()), (Some(1), None, 2));
    }
}
