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
    former: Notes,
    current: Mutex<Notes>,
}

/// What was made of what.
#[derive(Debug, Default)]
struct Notes {
    /// Files named by their hash.
    files: HashMap<u128, FileRef>,
    /// Compressed copies, by their own hash.
    twins: HashMap<u128, u128>,
}

impl Ledger {
    /// Reads what the last build has left; what cannot be read, or was left by another program, is nothing.
    pub fn open(path: PathBuf) -> Self {
        let former = std::fs::read_to_string(&path).ok().and_then(|text| parse(&text));
        Self { path, former: former.unwrap_or_default(), current: Mutex::default() }
    }

    /// The file that the last build made of this.
    pub fn former(&self, made_of: u128) -> Option<&FileRef> {
        self.former.files.get(&made_of)
    }

    /// The [`Sha::short`] of the compressed copy that the last build made of this.
    pub fn former_twin(&self, made_of: u128) -> Option<u128> {
        self.former.twins.get(&made_of).copied()
    }

    /// Notes the file that this build has made, or taken over.
    pub fn note(&self, made_of: u128, file: &FileRef) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current.files.insert(made_of, file.clone());
    }

    /// Notes a compressed copy.
    pub fn note_twin(&self, made_of: u128, hash: u128) {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current.twins.insert(made_of, hash);
    }

    /// Leaves this build's files to the next.
    pub fn close(&self) -> Result<()> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(program) = program().filter(|_| !current.files.is_empty()) else {
            return disk::remove_file(&self.path);
        };
        let files = current
            .files
            .iter()
            .map(|(made_of, file)| format!("{made_of:032x} {} {}\n", file.path, file.integrity));
        let twins =
            current.twins.iter().map(|(made_of, hash)| format!("{made_of:032x} {hash:032x}\n"));
        let mut lines: Vec<String> = files.chain(twins).collect();
        lines.sort();
        disk::write_whole(&self.path, format!("{program}\n{}", lines.concat()).as_bytes())
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

fn parse(text: &str) -> Option<Notes> {
    let (first, rest) = text.split_once('\n')?;
    if Some(first) != program() {
        return None;
    }
    let mut notes = Notes::default();
    rest.lines().try_for_each(|line| notes.read(line))?;
    Some(notes)
}

impl Notes {
    /// A line as [`Ledger::close`] has written it.
    fn read(&mut self, line: &str) -> Option<()> {
        let mut words = line.split(' ');
        let number = |word| u128::from_str_radix(word, 16).ok();
        let made_of = number(words.next()?)?;
        let second = words.next()?;
        let Some(integrity) = words.next().map(str::to_owned) else {
            self.twins.insert(made_of, number(second)?);
            return Some(());
        };
        // Only what a build writes by this way; nothing here may lead elsewhere.
        let inside = second.strip_prefix("/data/")?;
        let plain = inside.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'));
        let file = plain.then(|| FileRef { path: second.to_owned(), integrity })?;
        self.files.insert(made_of, file);
        Some(())
    }
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
        assert_eq!(parse(&good).expect("a ledger").files.len(), 1);
        assert!(parse(&good.replace(program, "sha256-other")).is_none());
        assert!(parse(&good.replace("/data/cards", "/data/../cards")).is_none());
        let twin = format!("{good}{:032x} {:032x}\n", 8, 9);
        assert_eq!(parse(&twin).expect("a ledger").twins.get(&8), Some(&9));
    }
}
