//! Folders of finished pictures: those of earlier publications, and the cache that `--cache` names.
//!
//! A picture is found by the hash of its source and of the way it is encoded, so whatever is found is what would be
//! made anew.

use super::read;
use crate::compiler::disk;
use crate::domain::product::Picture;
use anyhow::{Context, Result};
use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Behind the hash of a source that no decoder could read.
const BROKEN: &str = ".rusak";

/// A folder of finished pictures as it was when it was looked through.
pub(super) struct Shelf {
    folder: PathBuf,
    pictures: HashMap<String, Picture>,
    broken: HashSet<String>,
}

impl Shelf {
    /// Looks through a folder; one that is not there holds nothing.
    pub(super) fn of(folder: PathBuf) -> Self {
        let mut shelf = Self { pictures: HashMap::new(), broken: HashSet::new(), folder };
        let names = fs::read_dir(&shelf.folder).into_iter().flatten().flatten();
        for name in names.filter_map(|entry| entry.file_name().into_string().ok()) {
            if let Some(hash) = name.strip_suffix(BROKEN) {
                shelf.broken.insert(hash.to_owned());
            } else if let Some(picture) = Picture::of_jpeg(&name) {
                shelf.pictures.insert(picture.source().to_owned(), picture);
            }
        }
        shelf
    }

    /// The finished picture of a source, if all its files are there and whole.
    pub(super) fn find(&self, source: &str) -> Option<&Picture> {
        let picture = self.pictures.get(source)?;
        let whole = picture.files().iter().all(|address| read::is_whole(&self.path(address)));
        whole.then_some(picture)
    }

    /// Where the file of that address stands.
    pub(super) fn path(&self, address: &str) -> PathBuf {
        self.folder.join(address.rsplit('/').next().unwrap_or(address))
    }
}

/// The folder that keeps every picture that was ever made, for this run alone as long as it lasts.
pub(super) struct Cache {
    shelf: Shelf,
    _lock: Lock,
}

/// Held as long as a run works with a cache; two runs with one cache take turns.
pub(in crate::compiler) struct Lock {
    _file: File,
}

impl Lock {
    /// Opens or makes the folder, and waits for its turn.
    pub(in crate::compiler) fn take(folder: &Path) -> Result<Self> {
        disk::create_folder(folder)?;
        let path = folder.join("kunci");
        let failed = || format!("tidak dapat mengunci {}", path.display());
        let file = File::create(&path).with_context(failed)?;
        file.lock().with_context(failed)?;
        Ok(Self { _file: file })
    }
}

impl Cache {
    /// Opens or makes the folder.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let lock = Lock::take(folder)?;
        Ok(Self { shelf: Shelf::of(folder.to_owned()), _lock: lock })
    }

    /// The pictures in it.
    pub(super) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Whether the source is known to be no picture.
    pub(super) fn knows_broken(&self, source: &str) -> bool {
        self.shelf.broken.contains(source)
    }

    /// Remembers that a source is no picture, so that nobody tries again.
    pub(super) fn keep_broken(&self, source: &str) -> Result<()> {
        disk::write(&self.shelf.folder.join(format!("{source}{BROKEN}")), b"")
    }

    /// Keeps a file of a picture. The JPEG comes last: by it the picture is found again.
    pub(super) fn keep(&self, address: &str, bytes: &[u8]) -> Result<()> {
        disk::write_whole(&self.shelf.path(address), bytes)
    }
}
