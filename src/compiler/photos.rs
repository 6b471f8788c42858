//! The pictures in `foto/`, found by name.
//!
//! Names are lookup keys and never paths: what is not listed in the folder cannot be reached, and links to other
//! places are not followed. Case, spaces and the extension do not matter.

use crate::compiler::catalogue::Photo;
use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::place::Source;
use crate::domain::code::Code;
use crate::domain::fold::fold;
use crate::domain::permit::holds_personal_number;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Kinds of pictures that are published.
const READ: [&str; 4] = ["jpg", "jpeg", "png", "webp"];
/// Other endings of pictures, which names may carry and which are taken off all the same.
const UNREAD: [&str; 7] = ["heic", "heif", "gif", "bmp", "tif", "tiff", "svg"];
/// Longer than the name of any picture.
const MOST_NAME: usize = 120;
/// More than any product's page shows.
pub(in crate::compiler) const MOST_PHOTOS: usize = 8;
/// How many unused pictures a problem names.
const NAMED: usize = 5;
/// Where photo problems without a row are sorted: behind all sheets.
const LAST: u32 = u32::MAX;

/// The folder's pictures by key.
#[derive(Debug, Default)]
pub struct Photos {
    files: BTreeMap<String, Vec<Photo>>,
    folders: BTreeMap<String, Vec<Photo>>,
    used: HashSet<PathBuf>,
    /// Whether there is any picture at all.
    pub any: bool,
    /// Whether there is a folder for them.
    listed: bool,
    /// Whether nothing is known of them, so that nothing can be said.
    unknown: bool,
}

impl Photos {
    /// Lists the `foto` folder beside the sheets.
    pub fn list(folder: &Path, problems: &mut Problems) -> Self {
        let mut photos = Self::default();
        let root =
            entries(folder).into_iter().find(|(name, path)| fold(name) == "foto" && path.is_dir());
        let Some((root_name, root)) = root else { return photos };
        photos.listed = true;
        if root.is_symlink() {
            linked(&root_name, problems);
            return photos;
        }
        for (name, path) in entries(&root) {
            let shown = format!("{root_name}/{name}");
            if path.is_symlink() {
                linked(&shown, problems);
            } else if path.is_dir() {
                let inside: Vec<Photo> = entries(&path)
                    .into_iter()
                    .filter(|(name, path)| is_read(name) && path.is_file() && !path.is_symlink())
                    .map(|(name, path)| Photo::file(path, format!("{shown}/{name}")))
                    .collect();
                photos.any |= !inside.is_empty();
                photos.folders.entry(squeeze(&name)).or_default().extend(inside);
            } else if is_read(&name) {
                photos.any = true;
                photos.files.entry(key(&name)).or_default().push(Photo::file(path, shown));
            }
        }
        photos
    }

    /// Nobody has said which pictures there are: none is found, and none is missed.
    pub fn unknown() -> Self {
        Self { unknown: true, ..Self::default() }
    }

    /// Pictures whose names alone are known, as those that were opened in a browser.
    pub fn named(names: impl IntoIterator<Item = String>) -> Self {
        let mut photos = Self::default();
        let mut names: Vec<String> = names.into_iter().filter(|name| is_read(name)).collect();
        names.sort_by_cached_key(|name| (natural(name), name.clone()));
        photos.any = !names.is_empty();
        for name in names {
            let photo = Photo::file(PathBuf::from(&name), name.clone());
            photos.files.entry(key(&name)).or_default().push(photo);
        }
        photos
    }

    /// The pictures of a product: those its row names, else those that carry its code. `codes` are the codes of all
    /// products, so that `keripik-2.jpg` stays with the product `keripik-2`.
    pub fn find(
        &self,
        code: &Code,
        names: &[String],
        cell: &At,
        codes: &HashSet<&Code>,
        problems: &mut Problems,
    ) -> Vec<Photo> {
        if self.unknown || !self.any && names.is_empty() {
            return Vec::new();
        }
        if names.is_empty() {
            self.by_code(code, codes, cell, problems)
        } else {
            self.by_names(names, cell, problems)
        }
    }

    /// Notes files that belong to a product, published or not.
    pub fn use_up(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        self.used.extend(files);
    }

    fn by_names(&self, names: &[String], cell: &At, problems: &mut Problems) -> Vec<Photo> {
        let mut found: Vec<Photo> = Vec::new();
        for name in names {
            // A comma may part two names, or stand in one.
            let parts: Vec<&str> = if self.files.contains_key(&key(name)) {
                vec![name.as_str()]
            } else {
                name.split(',').map(str::trim).collect()
            };
            for part in parts {
                if !is_name(part) {
                    problems.add(
                        Fault::PhotoName,
                        cell,
                        Some(part.to_owned()),
                        "Nama foto tidak boleh memuat folder atau lebih dari 120 huruf.",
                        "Tulis nama berkasnya saja, misalnya keripik-tempe.jpg.",
                    );
                } else if let Some(photo) = self.one(&key(part), Some(part), cell, problems) {
                    if !found.contains(&photo) {
                        found.push(photo);
                    }
                } else {
                    problems.add(Fault::PhotoMissing, cell, Some(part.to_owned()), "Foto ini tidak ada di folder foto.", "Taruh berkasnya (JPG, PNG, atau WebP) di folder foto, atau perbaiki namanya.");
                }
            }
        }
        found.truncate(MOST_PHOTOS);
        found
    }

    fn by_code(
        &self,
        code: &Code,
        codes: &HashSet<&Code>,
        cell: &At,
        problems: &mut Problems,
    ) -> Vec<Photo> {
        let mut found: Vec<Photo> =
            self.one(code.as_str(), None, cell, problems).into_iter().collect();
        for number in 2..=MOST_PHOTOS {
            let key = format!("{code}-{number}");
            let other = Code::parse(&key).is_ok_and(|other| codes.contains(&other));
            if !other {
                found.extend(self.one(&key, None, cell, problems));
            }
        }
        found.extend(self.folders.get(code.as_str()).into_iter().flatten().cloned());
        found.truncate(MOST_PHOTOS);
        found
    }

    /// The file of a key; of several the one whose ending was written, else the first by name.
    fn one(
        &self,
        key: &str,
        written: Option<&str>,
        cell: &At,
        problems: &mut Problems,
    ) -> Option<Photo> {
        let files = self.files.get(key)?;
        let exact = written.and_then(|written| {
            let wanted = squeeze(written);
            files.iter().find(|file| {
                let name = file.path().and_then(Path::file_name);
                name.is_some_and(|name| squeeze(&name.to_string_lossy()) == wanted)
            })
        });
        if let (None, [first, second, ..]) = (exact, files.as_slice()) {
            let message = format!(
                "Ada dua foto bernama sama: {} dan {}. Yang pertama dipakai.",
                first.name, second.name
            );
            problems.add(Fault::PhotoTwice, cell, None, message, "Hapus salah satunya.");
        }
        exact.or_else(|| files.first()).cloned()
    }

    /// Says which pictures belong to no product.
    pub fn report_unused(&self, problems: &mut Problems) {
        let mut unused: Vec<&str> = self
            .files
            .values()
            .chain(self.folders.values())
            .flatten()
            .filter(|photo| photo.path().is_none_or(|path| !self.used.contains(path)))
            .map(|photo| photo.name.as_str())
            .collect();
        unused.sort_unstable();
        if unused.is_empty() {
            return;
        }
        let named = unused.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = if unused.len() > NAMED {
            format!(", dan {} lagi", unused.len() - NAMED)
        } else {
            String::new()
        };
        let message = if holds_personal_number(&named) {
            format!("{} foto tidak dipakai produk mana pun.", unused.len())
        } else {
            format!("{} foto tidak dipakai produk mana pun: {named}{more}.", unused.len())
        };
        problems.add(
            Fault::PhotoUnused,
            &at("foto"),
            None,
            message,
            "Samakan namanya dengan kode produk, tulis di kolom foto, atau hapus.",
        );
    }

    /// Says that the folder holds no pictures, once instead of for every product.
    pub fn report_none(&self, problems: &mut Problems) {
        if self.listed && !self.any {
            problems.add(
                Fault::PhotoMissing,
                &at("foto"),
                None,
                "Folder foto tidak berisi gambar, jadi semua produk terbit tanpa foto.",
                "Isi dengan foto bernama <kode>.jpg (JPG, PNG, atau WebP).",
            );
        }
    }
}

fn at(name: &str) -> At {
    Source::new(name, None, (LAST, 0)).at(None, None, None)
}

fn linked(name: &str, problems: &mut Problems) {
    problems.add(
        Fault::PhotoName,
        &at(name),
        None,
        "Tautan simbolis di folder foto tidak diikuti.",
        "Salin fotonya sendiri ke folder foto.",
    );
}

/// The entries of a folder by name, with numbers in their order: 2 before 10.
fn entries(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut entries: Vec<(String, PathBuf)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect();
    entries.sort_by_cached_key(|(name, _)| (natural(name), name.clone()));
    entries
}

/// Digits padded, so that text order is number order.
fn natural(name: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in fold(name).chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            out.push_str(&format!("{digits:0>12}").split_off(if digits.is_empty() {
                12
            } else {
                0
            }));
            digits.clear();
            out.push(c);
        }
    }
    out
}

fn extension(name: &str) -> Option<(&str, String)> {
    name.rsplit_once('.').map(|(stem, ending)| (stem, ending.trim().to_lowercase()))
}

fn is_read(name: &str) -> bool {
    extension(name)
        .is_some_and(|(stem, ending)| !stem.is_empty() && READ.contains(&ending.as_str()))
}

/// Whether a text could be the name of a file in the folder, and no way out of it.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= MOST_NAME
        && !name.contains(['/', '\\', '\0', ':'])
        && name != ".."
        && name != "."
}

/// The name without its ending, case and spaces.
fn key(name: &str) -> String {
    match extension(name) {
        Some((stem, ending))
            if READ.contains(&ending.as_str()) || UNREAD.contains(&ending.as_str()) =>
        {
            squeeze(stem)
        }
        _ => squeeze(name),
    }
}

fn squeeze(name: &str) -> String {
    fold(name).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_endings_do_not_matter() {
        for name in ["Keripik Tempe.JPG", "keripiktempe.png", " keripik tempe "] {
            assert_eq!(key(name), "keripiktempe", "{name}");
        }
        assert_eq!(key("foto.depan"), "foto.depan");
    }

    #[test]
    fn names_are_no_paths() {
        for name in ["../a.jpg", "/etc/passwd", "a\\b.jpg", "..", "C:a.jpg", "", &"a".repeat(121)] {
            assert!(!is_name(name), "{name}");
        }
        assert!(is_name("foto..depan.jpg"));
    }

    #[test]
    fn two_comes_before_ten() {
        assert!(natural("2.jpg") < natural("10.jpg"));
        assert!(natural("a2b.jpg") < natural("a10.jpg"));
    }
}
