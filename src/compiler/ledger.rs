//! What the last build into a folder made, and of what, so that the next one makes anew only what has changed.
//!
//! It is a convenience and never a truth: it stands beside the output folder, may be deleted at any time, counts only
//! for the very program that wrote it, and each file it names is checked against its hash before it is used again.

use crate::compiler::disk;
use crate::compiler::hash::Hash as Sha;
use crate::format::manifest::FileRef;
use anyhow::Result;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The files of the last build by what they were made of, and those of this one.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    former: HashMap<u128, FileRef>,
    current: Mutex<Vec<(u128, FileRef)>>,
}

impl Ledger {
    /// Reads what the last build has left; what cannot be read, or was left by another program, is nothing.
    pub fn open(path: PathBuf) -> Self {
        let former = std::fs::read_to_string(&path).ok().and_then(|text| parse(&text));
        Self { path, former: former.unwrap_or_default(), current: Mutex::default() }
    }

    /// The file that the last build made of this.
    pub fn former(&self, made_of: u128) -> Option<&FileRef> {
        self.former.get(&made_of)
    }

    /// Notes the file that this build has made, or taken over.
    pub fn note(&self, made_of: u128, file: &FileRef) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current.push((made_of, file.clone()));
    }

    /// Leaves this build's files to the next.
    pub fn close(&self) -> Result<()> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(program) = program().filter(|_| !current.is_empty()) else {
            return disk::remove_file(&self.path);
        };
        current.sort_by_key(|(made_of, _)| *made_of);
        let mut text = format!("{program}\n");
        for (made_of, file) in current.iter() {
            text.push_str(&format!("{made_of:032x} {} {}\n", file.path, file.integrity));
        }
        disk::write_whole(&self.path, text.as_bytes())
    }
}

/// What something is made of, as one number: two different things meet by chance once in 2^128.
pub fn fingerprint(name: &str, of: &impl Hash) -> u128 {
    let mut bytes = Bytes(Vec::with_capacity(1 << 16));
    name.hash(&mut bytes);
    of.hash(&mut bytes);
    Sha::of(&bytes.0).short()
}

/// Collects what a value feeds to a hasher, to be hashed at once by a function without chance meetings.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        Sha::of(&self.0).short() as u64
    }
}

/// The hash of this program: another one may write the same records in another way.
fn program() -> Option<&'static str> {
    static PROGRAM: OnceLock<Option<String>> = OnceLock::new();
    let read = || Some(Sha::of(&std::fs::read(std::env::current_exe().ok()?).ok()?).integrity());
    PROGRAM.get_or_init(read).as_deref()
}

fn parse(text: &str) -> Option<HashMap<u128, FileRef>> {
    let (first, rest) = text.split_once('\n')?;
    if Some(first) != program() {
        return None;
    }
    rest.lines().map(line).collect()
}

fn line(line: &str) -> Option<(u128, FileRef)> {
    let mut words = line.split(' ');
    let made_of = u128::from_str_radix(words.next()?, 16).ok()?;
    let path = words.next()?;
    // Only what a build writes by this way; nothing here may lead elsewhere.
    let inside = path.strip_prefix("/data/")?;
    let plain = inside.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'));
    let integrity = words.next()?.to_owned();
    plain.then(|| (made_of, FileRef { path: path.to_owned(), integrity }))
}

/// Where the ledger of an output folder stands.
pub fn beside(parent: &Path, name: &str) -> PathBuf {
    parent.join(format!(".{name}.ingatan"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_things_under_the_same_name_are_one() {
        let one = fingerprint("cards-0", &["a", "bc"]);
        assert_eq!(one, fingerprint("cards-0", &["a", "bc"]));
        assert_ne!(one, fingerprint("cards-0", &["ab", "c"]));
        assert_ne!(one, fingerprint("cards-1", &["a", "bc"]));
    }

    #[test]
    fn a_ledger_of_another_program_or_with_a_strange_path_is_nothing() {
        let program = program().expect("a program");
        let good = format!("{program}\n{:032x} /data/cards-0-ab.json sha256-x\n", 7);
        assert_eq!(parse(&good).expect("a ledger").len(), 1);
        assert!(parse(&good.replace(program, "sha256-other")).is_none());
        assert!(parse(&good.replace("/data/cards", "/data/../cards")).is_none());
    }
}
