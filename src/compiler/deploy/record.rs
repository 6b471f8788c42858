//! What is remembered beside the site: of each publication the list of its files, and the order in which they were live.
//!
//! Everything stands below `generations/` and is written by this program alone. Plain values; it does not know where
//! they are kept.

use crate::compiler::hash::Hash;
use crate::domain::time::Moment;
use serde::{Deserialize, Serialize};

/// So many publications can be returned to after `catalogue gc`.
pub const KEPT: usize = 3;

/// The address of the pointer.
pub const POINTER: &str = "latest.json";
/// Where the order of the publications stands.
pub const HISTORY: &str = "generations/history.json";
/// Where it stands that somebody is at work.
pub const LOCK: &str = "generations/lock.json";
/// The folder of the lists of files.
pub const RECORDS: &str = "generations/records/";
/// The folder of the copies of pages and feeds: what is replaced at its address can be put back from here.
const COPIES: &str = "generations/copies/";

/// One publication: every file that makes it up. Addresses have no slash in front.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generation {
    /// Format of the data, as `latest.json` has it.
    pub format: u32,
    /// The address of the manifest.
    pub manifest: String,
    /// Products on sale, for people.
    pub products: u32,
    /// Sellers, for people.
    pub sellers: u32,
    /// Files whose names carry a hash: written once, never changed.
    pub fixed: Vec<Fixed>,
    /// Files that the next publication replaces at their addresses, `latest.json` among them.
    pub pages: Vec<Page>,
}

/// A file that never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fixed {
    /// Its address.
    pub path: String,
    /// Bytes.
    pub size: u64,
}

/// A file that is replaced by the next publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The address at which it is live.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// [`Hash::name`] of its content.
    pub hash: String,
}

impl Page {
    /// Where its copy is kept.
    pub fn copy(&self) -> String {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        format!("{COPIES}{}-{name}", self.hash)
    }
}

impl Generation {
    /// The same files have the same name, whoever publishes them and when. `json` is this record as written.
    pub fn id(json: &[u8]) -> String {
        Hash::of(json).name()
    }

    /// Its entry in the history.
    pub fn past(&self, id: &str, at: Moment) -> Past {
        Past { id: id.to_owned(), at: at.0, products: self.products, sellers: self.sellers }
    }

    /// The pointer, which makes it the live one.
    pub fn pointer(&self) -> Option<&Page> {
        self.pages.iter().find(|page| page.path == POINTER)
    }

    /// Every address that must be there for this publication to be live again, with its size.
    pub fn stored(&self) -> impl Iterator<Item = (String, u64)> {
        let fixed = self.fixed.iter().map(|file| (file.path.clone(), file.size));
        fixed.chain(self.pages.iter().map(|page| (page.copy(), page.size)))
    }
}

/// Where a publication's list of files stands.
pub fn record(id: &str) -> String {
    format!("{RECORDS}{id}.json")
}

/// A publication that was live, as people are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// [`Generation::id`].
    pub id: String,
    /// When it was published, in seconds since 1970.
    pub at: i64,
    /// Products on sale.
    pub products: u32,
    /// Sellers.
    pub sellers: u32,
}

/// The order of the publications.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// Which one is live.
    pub live: Option<String>,
    /// The oldest first.
    pub generations: Vec<Past>,
}

impl History {
    /// A publication is live now. Those that had been rolled back move behind the one it follows, so that the way
    /// back leads to what people saw last.
    pub fn published(&mut self, new: Past) {
        if let Some(at) = self.place(self.live.as_deref()) {
            let live = self.generations.remove(at);
            self.generations.push(live);
        }
        self.generations.retain(|past| past.id != new.id);
        self.live = Some(new.id.clone());
        self.generations.push(new);
    }

    /// The one before the live one.
    pub fn former(&self) -> Option<&Past> {
        let live = self.place(self.live.as_deref())?;
        self.generations.get(live.checked_sub(1)?)
    }

    /// The one whose name begins like this, if it is one only.
    pub fn find(&self, beginning: &str) -> Option<&Past> {
        let mut found = self.generations.iter().filter(|past| past.id.starts_with(beginning));
        found.next().filter(|_| found.next().is_none())
    }

    /// The last [`KEPT`], and the live one wherever it stands.
    pub fn kept(&self) -> Vec<&Past> {
        let old = self.generations.len().saturating_sub(KEPT);
        let keep = |at: usize, past: &Past| at >= old || self.live.as_ref() == Some(&past.id);
        let numbered = self.generations.iter().enumerate();
        numbered.filter(|(at, past)| keep(*at, past)).map(|(_, past)| past).collect()
    }

    fn place(&self, id: Option<&str>) -> Option<usize> {
        self.generations.iter().position(|past| Some(past.id.as_str()) == id)
    }
}

impl Past {
    /// "1f2e3d4c5b6a7988  Jumat 27 Nov, 14.05 WIB  128 produk dari 40 penjual".
    pub fn line(&self) -> String {
        let Self { id, at, products, sellers } = self;
        format!("{id}  {}  {products} produk dari {sellers} penjual", Moment(*at).long())
    }
}

/// Who is at work. It stays where that one was killed, so that the same command can go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// What is being done.
    pub work: Work,
    /// Since when, in seconds since 1970.
    pub since: i64,
}

/// What changes the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Work {
    /// This publication becomes the newest.
    Publish(String),
    /// This one becomes live again.
    Rollback(String),
    /// Old files go.
    Clean,
}

impl std::fmt::Display for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Publish(id) => write!(f, "penerbitan {id}"),
            Self::Rollback(id) => write!(f, "pengembalian ke {id}"),
            Self::Clean => f.write_str("pembersihan"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(id: &str) -> Past {
        Past { id: id.to_owned(), at: 0, products: 1, sellers: 1 }
    }

    fn history(ids: &[&str]) -> History {
        let mut history = History::default();
        for id in ids {
            history.published(past(id));
        }
        history
    }

    fn ids(pasts: &[&Past]) -> String {
        pasts.iter().map(|past| past.id.as_str()).collect()
    }

    #[test]
    fn the_way_back_goes_one_by_one_and_ends_at_the_first() {
        let mut history = history(&["a", "b", "c"]);
        for former in ["b", "a"] {
            assert_eq!(history.former().map(|past| past.id.clone()).as_deref(), Some(former));
            history.live = Some(former.to_owned());
        }
        assert_eq!(history.former(), None);
    }

    #[test]
    fn after_a_rollback_the_next_one_follows_what_people_saw_last() {
        let mut history = history(&["a", "b", "c"]);
        history.live = Some("b".to_owned());
        history.published(past("d"));
        assert_eq!(history.former().map(|past| past.id.as_str()), Some("b"));
        assert_eq!(ids(&history.kept()), "cbd");
    }

    #[test]
    fn the_last_three_are_kept_and_the_live_one_besides() {
        let mut history = history(&["a", "b", "c", "d", "e"]);
        assert_eq!(ids(&history.kept()), "cde");
        history.live = Some("a".to_owned());
        assert_eq!(ids(&history.kept()), "acde");
    }

    #[test]
    fn publishing_the_same_again_makes_no_second_entry() {
        let mut history = history(&["a", "b"]);
        history.published(past("b"));
        assert_eq!(history.generations.len(), 2);
        history.published(past("a"));
        assert_eq!(history.former().map(|past| past.id.as_str()), Some("b"));
    }

    #[test]
    fn a_short_name_counts_where_it_means_one_publication_only() {
        let history = history(&["ab1", "ab2", "c"]);
        assert_eq!(history.find("ab"), None);
        assert_eq!(history.find("ab2").map(|past| past.id.as_str()), Some("ab2"));
    }
}
