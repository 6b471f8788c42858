//! The output folder, written as a whole or not at all.
//!
//! Everything goes into a hidden folder beside it. Only when all is there do two renames put it in place, so a
//! failure or a kill leaves the former publication as it was; what a killed run left behind is put right by the
//! next one. It does not know what it writes.

use crate::compiler::disk;
use crate::compiler::hash::Hash as Contents;
use crate::compiler::ledger::{self, Ledger};
use crate::compiler::rewrite::Rewrite;
use crate::format::manifest::{FileRef, LATEST};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::hash::Hash;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A publication in the making. Dropped without [`Staging::publish`] it leaves no trace.
#[derive(Debug)]
pub struct Staging {
    /// Where it will stand.
    out: PathBuf,
    /// Where it is written.
    new: PathBuf,
    /// Where the former one waits during the swap.
    old: PathBuf,
    /// Held as long as this run writes; two runs into one folder take turns.
    lock: File,
    lock_path: PathBuf,
    /// What the former publication was made of.
    ledger: Ledger,
}

impl Staging {
    /// Begins a publication into `out`, which must be a publication, empty, or not there yet.
    pub fn begin(out: &Path) -> Result<Self> {
        let out = whereabouts(out)?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            bail!("{} tidak dapat menjadi folder hasil", out.display());
        };
        disk::create_folder(parent)?;
        let beside = |ending: &str| parent.join(format!(".{}.{ending}", name.to_string_lossy()));
        let lock_path = beside("kunci");
        let lock = File::create(&lock_path)
            .with_context(|| format!("tidak dapat membuat {}", lock_path.display()))?;
        lock.lock().with_context(|| format!("tidak dapat mengunci {}", lock_path.display()))?;
        let ledger = Ledger::open(ledger::beside(parent, &name.to_string_lossy()));
        let staging =
            Self { new: beside("baru"), old: beside("lama"), out, lock, lock_path, ledger };
        staging.clear_leftovers()?;
        staging.refuse_a_strangers_folder()?;
        disk::create_folder(&staging.new)?;
        Ok(staging)
    }

    /// What a killed run left: its unfinished folder goes; a former publication that it had moved away returns.
    fn clear_leftovers(&self) -> Result<()> {
        disk::remove_folder(&self.new)?;
        if self.old.is_dir() && !self.out.exists() {
            disk::rename(&self.old, &self.out)?;
        }
        disk::remove_folder(&self.old)
    }

    /// The whole folder is replaced, so it must be one of ours.
    fn refuse_a_strangers_folder(&self) -> Result<()> {
        if !self.out.exists() {
            return Ok(());
        }
        if !self.out.is_dir() {
            bail!("{} bukan folder", self.out.display());
        }
        let ours = self.out.join(LATEST.trim_start_matches('/')).is_file();
        if !ours && !disk::list(&self.out)?.is_empty() {
            bail!(
                "{} berisi berkas lain dan bukan hasil terbitan sebelumnya; kosongkan dahulu atau pilih folder lain",
                self.out.display()
            );
        }
        Ok(())
    }

    /// The publication that is there now, if any: its pictures can be used again.
    pub fn former(&self) -> &Path {
        &self.out
    }

    /// Where a file of the site (`/feeds/produk.jsonl`) is written for now.
    pub fn path(&self, address: &str) -> PathBuf {
        self.new.join(address.trim_start_matches('/'))
    }

    /// Writes a file of the site.
    pub fn put(&self, address: &str, bytes: &[u8]) -> Result<()> {
        let mut file = self.create(address)?;
        file.write_all(bytes).with_context(|| format!("tidak dapat menulis {address}"))?;
        file.finish()
    }

    /// Writes a file whose name carries its hash: `/data/<name>-<hash>.json`.
    pub fn put_hashed(&self, name: &str, bytes: &[u8]) -> Result<FileRef> {
        let hash = Contents::of(bytes);
        let path = format!("/data/{name}-{}.json", hash.name());
        self.put(&path, bytes)?;
        Ok(FileRef { path, integrity: hash.integrity() })
    }

    /// Writes such a file, or takes it over from the former publication where it was made of the same.
    pub fn put_made(
        &self,
        name: &str,
        of: &impl Hash,
        make: impl FnOnce() -> Vec<u8>,
    ) -> Result<FileRef> {
        let made_of = ledger::fingerprint(name, of);
        let file = match self.ledger.former(made_of) {
            Some(former) if self.take_over(former)? => former.clone(),
            _ => self.put_hashed(name, &make())?,
        };
        self.ledger.note(made_of, &file);
        Ok(file)
    }

    /// Takes a file over from the former publication, if it is still there and whole.
    fn take_over(&self, file: &FileRef) -> Result<bool> {
        let former = self.out.join(file.path.trim_start_matches('/'));
        let whole = std::fs::read(&former)
            .is_ok_and(|bytes| Contents::of(&bytes).integrity() == file.integrity);
        if whole {
            disk::link(&former, &self.path(&file.path))?;
        }
        Ok(whole)
    }

    /// Gives a file its compressed copy `twin`, which `make` writes, or takes it over from the former publication where it
    /// was made of the same. A copy that is no smaller is left out.
    pub fn put_twin(
        &self,
        address: &str,
        twin: &str,
        of: &impl Hash,
        make: impl FnOnce(&Path, &Path) -> Result<()>,
    ) -> Result<()> {
        let (from, to) = (self.path(address), self.path(twin));
        let made_of = ledger::fingerprint(twin, of);
        let former = self.out.join(twin.trim_start_matches('/'));
        let noted = self.ledger.former_twin(made_of);
        let whole = |noted| Contents::of_file(&former).is_ok_and(|hash| hash.short() == noted);
        if let Some(hash) = noted.filter(|noted| whole(*noted)) {
            disk::link(&former, &to)?;
            self.ledger.note_twin(made_of, hash);
            return Ok(());
        }
        make(&from, &to)?;
        if disk::size(&to)? >= disk::size(&from)? {
            return disk::remove_file(&to);
        }
        self.ledger.note_twin(made_of, Contents::of_file(&to)?.short());
        Ok(())
    }

    /// Every file of the site so far with its size, by address.
    pub fn files(&self) -> Result<Vec<(String, u64)>> {
        disk::files(&self.new)
    }

    /// Opens a file of the site that is written in pieces, and finished.
    pub fn create(&self, address: &str) -> Result<Rewrite> {
        let former = self.out.join(address.trim_start_matches('/'));
        Rewrite::begin(self.path(address), former)
    }

    /// Puts the finished folder in the place of the former one.
    pub fn publish(self) -> Result<()> {
        if self.out.exists() {
            disk::rename(&self.out, &self.old)?;
        }
        if let Err(error) = disk::rename(&self.new, &self.out) {
            if self.old.exists() {
                disk::rename(&self.old, &self.out)?;
            }
            return Err(error);
        }
        self.ledger.close()?;
        disk::remove_folder(&self.old)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the next run clears what is left.
        let _ = std::fs::remove_dir_all(&self.new);
        let _ = std::fs::remove_file(&self.lock_path);
        let _ = self.lock.unlock();
    }
}

/// The absolute path of a folder that may not be there yet; a link is followed, so that the link itself stays.
pub fn whereabouts(path: &Path) -> Result<PathBuf> {
    if path.exists() {
        return disk::canonical(path);
    }
    let absolute = std::path::absolute(path)
        .with_context(|| format!("{} bukan nama folder", path.display()))?;
    // The nearest folder above that exists tells where the rest will be.
    for (depth, above) in absolute.ancestors().enumerate() {
        if above.exists() {
            let missing = absolute.components().rev().take(depth).collect::<Vec<_>>();
            let mut whole = disk::canonical(above)?;
            whole.extend(missing.into_iter().rev());
            return Ok(whole);
        }
    }
    Ok(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder(name: &str) -> PathBuf {
        let path =
            std::env::temp_dir().join(format!("etalase-output-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        path
    }

    fn publish(out: &Path, text: &str) {
        let staging = Staging::begin(out).expect("a beginning");
        staging.put(LATEST, text.as_bytes()).expect("written");
        staging.publish().expect("published");
    }

    fn latest(out: &Path) -> String {
        fs::read_to_string(out.join("latest.json")).expect("a pointer")
    }

    #[test]
    fn a_publication_takes_the_former_ones_place_and_leaves_nothing_beside_it() {
        let home = folder("swap");
        let out = home.join("dist");
        publish(&out, "1");
        fs::write(out.join("gone.txt"), "x").expect("written");
        publish(&out, "2");
        assert_eq!(latest(&out), "2");
        assert!(!out.join("gone.txt").exists());
        assert_eq!(fs::read_dir(&home).expect("a folder").count(), 1);
    }

    #[test]
    fn an_abandoned_publication_leaves_the_former_one() {
        let home = folder("abandoned");
        let out = home.join("dist");
        publish(&out, "1");
        let staging = Staging::begin(&out).expect("a beginning");
        staging.put(LATEST, b"2").expect("written");
        drop(staging);
        assert_eq!(latest(&out), "1");
        assert_eq!(fs::read_dir(&home).expect("a folder").count(), 1);
    }

    #[test]
    fn what_a_killed_run_left_is_put_right() {
        let home = folder("killed");
        let out = home.join("dist");
        // Killed between the two renames: the former publication stands aside, the new one is unplaced.
        fs::create_dir_all(home.join(".dist.lama")).expect("a folder");
        fs::write(home.join(".dist.lama/latest.json"), "1").expect("written");
        fs::create_dir_all(home.join(".dist.baru")).expect("a folder");
        fs::write(home.join(".dist.baru/half.json"), "{").expect("written");
        drop(Staging::begin(&out).expect("a beginning"));
        assert_eq!(latest(&out), "1");
        assert_eq!(fs::read_dir(&home).expect("a folder").count(), 1);
    }

    #[test]
    fn a_strangers_folder_is_never_replaced() {
        let home = folder("stranger");
        fs::write(home.join("skripsi.docx"), "x").expect("written");
        assert!(Staging::begin(&home).is_err());
        assert!(home.join("skripsi.docx").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_the_folder_stays_a_link() {
        let home = folder("link");
        fs::create_dir_all(home.join("real")).expect("a folder");
        std::os::unix::fs::symlink(home.join("real"), home.join("dist")).expect("a link");
        publish(&home.join("dist"), "1");
        assert!(home.join("dist").is_symlink());
        assert_eq!(latest(&home.join("real")), "1");
    }
}
