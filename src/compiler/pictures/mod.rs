//! The photos of the products: each distinct one is checked, turned upright, resized and encoded once.
//!
//! No byte of a source is published and none of its metadata. A picture that cannot be used is a warning; its
//! product is published without it. What a picture looks like inside is the business of `read`, `colour`, `encode`
//! and `look`, which `make` runs in a process of their own; where finished ones are found again, that of `shelf`.

mod colour;
mod encode;
mod flaw;
mod look;
mod make;
mod read;
mod shelf;

pub(in crate::compiler) use self::encode::jpeg;
use self::flaw::{Flaw, remarks};
pub use self::make::{Wish, answer};
use self::make::{guarded, make};
pub(in crate::compiler) use self::read::is_whole;
pub(in crate::compiler) use self::shelf::Lock;
use self::shelf::{Cache, Shelf};

use crate::compiler::catalogue::{Catalogue, Photo};
use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::compiler::output::Staging;
use crate::compiler::problem::Problem;
use crate::compiler::progress::Stage;
use crate::domain::product::Picture;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Part of every picture's name: raise it when `encode` makes other bytes of the same source.
const ENCODER: &str = "etalase-foto-3";

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

/// Gives each product its pictures, and tells of the photos that cannot be used or sell badly. `cache` is a folder
/// that keeps all finished pictures, whatever becomes of the publications.
pub fn prepare(
    catalogue: &mut Catalogue,
    purpose: &Purpose<'_>,
    cache: Option<&Path>,
) -> Result<Vec<Problem>> {
    let mut shown: BTreeMap<&Photo, Vec<&str>> = BTreeMap::new();
    for entry in &catalogue.products {
        for photo in &entry.photos {
            shown.entry(photo).or_default().push(&entry.product.card.name);
        }
    }
    let studio = Studio::open(purpose, cache, shown.len())?;
    let photos: Vec<&Photo> = shown.keys().copied().collect();
    let developed: Vec<(&Photo, Result<Developed>)> = without_panic_messages(|| {
        photos.into_par_iter().map(|photo| (photo, studio.develop(photo))).collect()
    });
    drop(studio);

    let mut problems = Vec::new();
    let mut pictures: BTreeMap<Photo, Picture> = BTreeMap::new();
    for (photo, developed) in developed {
        match developed? {
            Ok(Shot { picture, size }) => {
                let is_dark = picture.colour().is_some_and(look::is_dark);
                let products = shown.get(photo).map(Vec::as_slice).unwrap_or_default();
                problems.extend(remarks(photo, size, is_dark, products));
                pictures.insert(photo.clone(), picture);
            }
            Err(flaw) => problems.push(flaw.problem(photo)),
        }
    }
    catalogue.products.par_iter_mut().for_each(|entry| {
        let mut own: Vec<Picture> = Vec::new();
        for picture in entry.photos.iter().filter_map(|photo| pictures.get(photo)) {
            if !own.contains(picture) {
                own.push(picture.clone());
            }
        }
        entry.product.card.picture = own.first().cloned();
        entry.product.pictures = own;
    });
    Ok(problems)
}

/// A finished picture and the size of its photo.
#[derive(Clone, Debug)]
struct Shot {
    picture: Picture,
    size: (u32, u32),
}

/// A picture, or why the photo is none.
type Developed = Result<Shot, Flaw>;

/// What becomes of one content; a failure of the disk is kept as its text.
type Slot = OnceLock<Result<Developed, String>>;

/// Works on many photos at once; photos of equal content are worked on once.
struct Studio<'a> {
    purpose: &'a Purpose<'a>,
    cache: Option<Cache>,
    earlier: Vec<Shelf>,
    ready: Mutex<HashMap<String, Arc<Slot>>>,
    progress: Stage,
}

impl<'a> Studio<'a> {
    fn open(purpose: &'a Purpose<'a>, cache: Option<&Path>, of: usize) -> Result<Self> {
        let earlier = match purpose {
            Purpose::Check => Vec::new(),
            Purpose::Publish { earlier, .. } if of > 0 => {
                earlier.iter().map(|folder| Shelf::of(folder.join("foto"))).collect()
            }
            Purpose::Publish { .. } => Vec::new(),
        };
        let cache = cache.map(Cache::open).transpose()?;
        let (ready, progress) = (Mutex::default(), Stage::begin("Foto", of));
        Ok(Self { purpose, cache, earlier, ready, progress })
    }

    /// The outer error is the disk's and ends the build; the inner one is the photo's.
    fn develop(&self, photo: &Photo) -> Result<Developed> {
        let developed = match read::bytes(photo) {
            Ok(bytes) => {
                let source = Hash::of_parts(&[ENCODER.as_bytes(), &bytes]).name();
                let cell = {
                    let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
                    Arc::clone(ready.entry(source.clone()).or_default())
                };
                cell.get_or_init(|| {
                    self.develop_new(&bytes, &source).map_err(|error| format!("{error:#}"))
                })
                .clone()
                .map_err(anyhow::Error::msg)
            }
            Err(flaw) => Ok(Err(flaw)),
        };
        self.progress.step();
        developed
    }

    fn develop_new(&self, bytes: &[u8], source: &str) -> Result<Developed> {
        let photo = match guarded(|| read::open(bytes)) {
            Ok(photo) => photo,
            Err(flaw) => return Ok(Err(flaw)),
        };
        let size = photo.size();
        if let Some(picture) = self.finished(source)? {
            return Ok(Ok(Shot { picture, size }));
        }
        if self.cache.as_ref().is_some_and(|cache| cache.knows_broken(source)) {
            return Ok(Err(Flaw::Broken));
        }
        let is_wanted = self.cache.is_some() || matches!(self.purpose, Purpose::Publish { .. });
        let made = match make(bytes, if is_wanted { Wish::Files } else { Wish::Look }) {
            Ok(made) => made,
            Err(flaw) => {
                // What was too much for this machine may not be too much for the next.
                if let Some(cache) = self.cache.as_ref().filter(|_| flaw == Flaw::Broken) {
                    cache.keep_broken(source)?;
                }
                return Ok(Err(flaw));
            }
        };
        let picture = Picture::new(source, &made.colour);
        for (address, bytes) in picture.files().iter().zip(&made.files) {
            self.keep(address, bytes)?;
        }
        Ok(Ok(Shot { picture, size }))
    }

    /// A picture that was made before, its files taken over.
    fn finished(&self, source: &str) -> Result<Option<Picture>> {
        if let Some((cache, picture)) =
            self.cache.as_ref().and_then(|cache| Some((cache, cache.shelf().find(source)?)))
        {
            if let Purpose::Publish { site, .. } = self.purpose {
                for address in picture.files() {
                    disk::copy(&cache.shelf().path(&address), &site.path(&address))?;
                }
            }
            return Ok(Some(picture.clone()));
        }
        let Some((shelf, picture)) =
            self.earlier.iter().find_map(|shelf| Some((shelf, shelf.find(source)?)))
        else {
            return Ok(None);
        };
        for address in picture.files() {
            self.keep(&address, &disk::read(&shelf.path(&address))?)?;
        }
        Ok(Some(picture.clone()))
    }

    fn keep(&self, address: &str, bytes: &[u8]) -> Result<()> {
        if let Purpose::Publish { site, .. } = self.purpose {
            site.put(address, bytes)?;
        }
        self.cache.as_ref().map_or(Ok(()), |cache| cache.keep(address, bytes))
    }
}

/// Decoders that panic are caught; what they would print says nothing to staff.
fn without_panic_messages<T>(work: impl FnOnce() -> T) -> T {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let result = work();
    std::panic::set_hook(usual);
    result
}
