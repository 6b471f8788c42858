//! What was searched for lately: on this device alone, forgotten at a tap.

use crate::app::browser::page::{self, Small};
use crate::app::reactive::RwSignal;
use crate::domain::gather::Gather;

const KEY: &str = "pernah-dicari";
/// How many searches are remembered: what fits under the field of a phone.
const MOST: usize = 6;

/// The latest searches, the last one first.
#[derive(Clone, Copy)]
pub struct RecentSearches {
    /// Their words.
    pub words: RwSignal<Vec<String>>,
}

impl RecentSearches {
    /// None yet; [`Self::read`] brings those of this device.
    pub fn new() -> Self {
        Self { words: RwSignal::new(Vec::new()) }
    }

    /// Reads what this device, perhaps in another tab, remembers.
    pub fn read(self) {
        // One a line: what is typed into a field has no line of its own.
        let kept = page::get(Small::Device, KEY).unwrap_or_default();
        self.words.set(kept.lines().take(MOST).map(str::to_owned).gather());
    }

    /// Remembers a search.
    pub fn remember(self, words: &str) {
        let words = words.trim();
        if words.chars().count() < 2 {
            return;
        }
        self.read();
        self.words.update(|known| {
            known.retain(|other| !other.eq_ignore_ascii_case(words));
            known.insert(0, words.to_owned());
            known.truncate(MOST);
        });
        self.keep();
    }

    /// Forgets all of them.
    pub fn forget(self) {
        self.words.set(Vec::new());
        self.keep();
    }

    fn keep(self) {
        page::set(Small::Device, KEY, &self.words.with_untracked(|words| words.join("\n")));
    }
}

impl Default for RecentSearches {
    fn default() -> Self {
        Self::new()
    }
}
