//! The photos of the products: each distinct one is checked, turned upright, resized and encoded once.
//!
//! No byte of a source is published and none of its metadata. A picture that cannot be used is a warning; its
//! product is published without it. What a picture looks like inside is the business of `read` and `encode`.

mod encode;
mod read;

use crate::compiler::catalogue::{Catalogue, Photo};
use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::compiler::output::Staging;
use crate::compiler::problem::{Place, Problem, Severity};
use crate::domain::product::Picture;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{IsTerminal, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Part of every picture's name: raise it when `encode` makes other bytes of the same source.
const ENCODER: &str = "etalase-foto-1";

/// What is done with a photo that turns out to be good.
pub enum Purpose<'a> {
    /// Only see whether it is good.
    Check,
    /// Publish it; files of the same name in these folders are used again.
    Publish {
        /// The site in the making.
        site: &'a Staging,
        /// Earlier publications, the nearest first.
        earlier: &'a [&'a Path],
    },
}

/// Gives each product its pictures, and tells of the photos that cannot be used.
pub fn prepare(catalogue: &mut Catalogue, purpose: &Purpose<'_>) -> Result<Vec<Problem>> {
    let photos: BTreeSet<&Photo> =
        catalogue.products.iter().flat_map(|entry| &entry.photos).collect();
    let studio =
        Studio { purpose, ready: Mutex::default(), done: AtomicUsize::new(0), of: photos.len() };
    let developed: Vec<(&Photo, Result<Developed>)> = without_panic_messages(|| {
        photos.into_par_iter().map(|photo| (photo, studio.develop(photo))).collect()
    });
    studio.clear_progress();

    let mut problems = Vec::new();
    let mut pictures: BTreeMap<PathBuf, Picture> = BTreeMap::new();
    for (photo, developed) in developed {
        match developed? {
            Ok(picture) => {
                pictures.insert(photo.path.clone(), picture);
            }
            Err(flaw) => problems.push(problem(photo, &flaw)),
        }
    }
    for entry in &mut catalogue.products {
        let mut own: Vec<Picture> = Vec::new();
        for picture in entry.photos.iter().filter_map(|photo| pictures.get(&photo.path)) {
            if !own.contains(picture) {
                own.push(picture.clone());
            }
        }
        entry.product.card.picture = own.first().cloned();
        entry.product.pictures = own;
    }
    Ok(problems)
}

/// A picture, or why the photo is none.
type Developed = Result<Picture, Flaw>;

/// Why a photo cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
enum Flaw {
    /// Not there, or not a plain file.
    #[error("berkasnya tidak dapat dibaca")]
    Unreadable,
    /// Larger than any photo.
    #[error("berkasnya {0} MB, paling besar {max} MB", max = read::MOST_BYTES >> 20)]
    Heavy(u64),
    /// By its first bytes.
    #[error("isinya bukan JPEG, PNG atau WebP")]
    Kind,
    /// By its header, before anything is decoded.
    #[error("ukurannya {0}×{1} piksel, paling besar {side}×{side} dan {area} juta piksel", side = read::MOST_SIDE, area = read::MOST_PIXELS / 1_000_000)]
    Large(u32, u32),
    /// Cut off, damaged, or something that the decoder does not know.
    #[error("gambarnya rusak")]
    Broken,
}

impl Flaw {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "photo-unreadable",
            Self::Heavy(_) | Self::Large(..) => "photo-too-large",
            Self::Kind => "photo-kind",
            Self::Broken => "photo-broken",
        }
    }

    fn fix(&self) -> &'static str {
        match self {
            Self::Unreadable => "Periksa berkasnya, lalu salin lagi ke folder foto.",
            Self::Heavy(_) | Self::Large(..) => {
                "Perkecil fotonya, misalnya menjadi 2000 piksel lebarnya."
            }
            Self::Kind => "Simpan ulang fotonya sebagai JPEG atau PNG.",
            Self::Broken => "Buka fotonya; kalau memang rusak, ambil lagi dari ponsel.",
        }
    }
}

fn problem(photo: &Photo, flaw: &Flaw) -> Problem {
    Problem {
        severity: Severity::Warning,
        code: flaw.code(),
        place: Place { file: Some(photo.name.clone()), ..Place::default() },
        value: None,
        message: format!("Foto ini tidak dipakai: {flaw}. Produknya terbit tanpa foto ini."),
        fix: flaw.fix().to_owned(),
    }
}

/// What becomes of one content; a failure of the disk is kept as its text.
type Slot = OnceLock<Result<Developed, String>>;

/// Works on many photos at once; photos of equal content are worked on once.
struct Studio<'a> {
    purpose: &'a Purpose<'a>,
    ready: Mutex<HashMap<String, Arc<Slot>>>,
    done: AtomicUsize,
    of: usize,
}

impl Studio<'_> {
    /// The outer error is the disk's and ends the build; the inner one is the photo's.
    fn develop(&self, photo: &Photo) -> Result<Developed> {
        let developed = match read::bytes(&photo.path) {
            Ok(bytes) => {
                let stem = Hash::of_parts(&[ENCODER.as_bytes(), &bytes]).name();
                let cell = {
                    let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
                    Arc::clone(ready.entry(stem.clone()).or_default())
                };
                cell.get_or_init(|| {
                    self.develop_new(&bytes, stem).map_err(|error| format!("{error:#}"))
                })
                .clone()
                .map_err(anyhow::Error::msg)
            }
            Err(flaw) => Ok(Err(flaw)),
        };
        self.show_progress();
        developed
    }

    fn develop_new(&self, bytes: &[u8], stem: String) -> Result<Developed> {
        let picture = Picture { stem };
        if let Purpose::Publish { site, earlier } = self.purpose {
            for folder in *earlier {
                if reuse(&picture, folder, site)? {
                    return Ok(Ok(picture));
                }
            }
        }
        // A decoder that panics has met a broken picture, not a reason to lose the market.
        let decoded = catch_unwind(AssertUnwindSafe(|| read::decode(bytes)));
        let upright = match decoded.unwrap_or(Err(Flaw::Broken)) {
            Ok(upright) => upright,
            Err(flaw) => return Ok(Err(flaw)),
        };
        let Purpose::Publish { site, .. } = self.purpose else { return Ok(Ok(picture)) };
        let encoded = catch_unwind(AssertUnwindSafe(|| encode::all(&upright)));
        let Some(encoded) = encoded.ok().flatten() else { return Ok(Err(Flaw::Broken)) };
        for (width, webp) in Picture::WIDTHS.into_iter().zip(&encoded.webp) {
            site.put(&picture.webp(width), webp)?;
        }
        site.put(&picture.jpeg(), &encoded.jpeg)?;
        Ok(Ok(picture))
    }

    fn show_progress(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if std::io::stderr().is_terminal() {
            let _ = write!(std::io::stderr(), "\rFoto {done}/{} ", self.of);
        }
    }

    fn clear_progress(&self) {
        if self.of > 0 && std::io::stderr().is_terminal() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// Takes a picture's files from an earlier publication, where all of them are there and whole.
fn reuse(picture: &Picture, earlier: &Path, site: &Staging) -> Result<bool> {
    let addresses: Vec<String> = Picture::WIDTHS
        .into_iter()
        .map(|width| picture.webp(width))
        .chain([picture.jpeg()])
        .collect();
    let file = |address: &str| earlier.join(address.trim_start_matches('/'));
    if !addresses.iter().all(|address| read::is_whole(&file(address))) {
        return Ok(false);
    }
    for address in addresses {
        disk::copy(&file(&address), &site.path(&address))?;
    }
    Ok(true)
}

/// Decoders that panic are caught; what they would print says nothing to staff.
fn without_panic_messages<T>(work: impl FnOnce() -> T) -> T {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = work();
    std::panic::set_hook(usual);
    result
}
