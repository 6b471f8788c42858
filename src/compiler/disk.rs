//! The file system with the path in every failure: the one place where the compiler's output half calls `std::fs`.

use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

/// The whole file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("tidak dapat membaca {}", path.display()))
}

/// The bytes of a file.
pub fn size(path: &Path) -> Result<u64> {
    let found = fs::metadata(path);
    found
        .map(|found| found.len())
        .with_context(|| format!("tidak dapat membaca {}", path.display()))
}

/// Writes a whole file; its folder is made where it is missing.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    make_room(path)?;
    fs::write(path, bytes).with_context(|| format!("tidak dapat menulis {}", path.display()))
}

/// Writes a whole file at once: an old one of that name is replaced only when the new one is complete.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".baru");
    write(Path::new(&unfinished), bytes)?;
    rename(Path::new(&unfinished), path)
}

/// A file to be written in pieces; its folder is made where it is missing.
pub fn create(path: &Path) -> Result<BufWriter<File>> {
    make_room(path)?;
    let file =
        File::create(path).with_context(|| format!("tidak dapat membuat {}", path.display()))?;
    Ok(BufWriter::with_capacity(1 << 16, file))
}

/// The folder and all above it.
pub fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path)
        .with_context(|| format!("tidak dapat membuat folder {}", path.display()))
}

/// Copies one file; its folder is made where it is missing.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    make_room(to)?;
    fs::copy(from, to)
        .map(|_| ())
        .with_context(|| format!("tidak dapat menyalin {} ke {}", from.display(), to.display()))
}

/// Gives a file that will never change a second name, or copies it where the file system knows no such thing.
pub fn link(from: &Path, to: &Path) -> Result<()> {
    make_room(to)?;
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(_) => copy(from, to),
    }
}

/// Removes a file; one that is not there is no failure.
pub fn remove_file(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("tidak dapat menghapus {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// Moves a file or folder within one file system.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)
        .with_context(|| format!("tidak dapat memindahkan {} ke {}", from.display(), to.display()))
}

/// Removes a folder with everything in it; one that is not there is no failure.
pub fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("tidak dapat menghapus {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// The absolute path, without symbolic links.
pub fn canonical(path: &Path) -> Result<PathBuf> {
    fs::canonicalize(path).with_context(|| format!("tidak dapat menemukan {}", path.display()))
}

/// The names in a folder, sorted.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = || format!("tidak dapat membaca folder {}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(failed)? {
        paths.push(entry.with_context(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Every file below a folder with its size, by its address from there (`/data/a.json`), sorted.
pub fn files(folder: &Path) -> Result<Vec<(String, u64)>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, below: &str, found: &mut Vec<(String, u64)>) -> Result<()> {
    for path in list(folder)? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let address = format!("{below}/{name}");
        if path.is_dir() {
            collect(&path, &address, found)?;
        } else {
            found.push((address, size(&path)?));
        }
    }
    Ok(())
}

fn make_room(path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => create_folder(folder),
        _ => Ok(()),
    }
}
