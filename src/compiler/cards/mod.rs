//! Share cards: a picture for every page that is shared, drawn of what the page says, for previews in chats.
//!
//! A card outlives a promotion, so its price is the normal one, and a passing price stands on it with its days. Cards
//! are named by what they show, so those of an earlier publication are used again where nothing on them has changed.

mod canvas;
mod content;
mod draw;
mod letters;
mod told;

use self::content::{Content, Shown};
use self::letters::Letters;
use self::told::Teller;
use crate::compiler::catalogue::Catalogue;
use crate::compiler::disk;
use crate::compiler::output::Staging;
use crate::compiler::pages::{Drawn, Wanted};
use crate::compiler::pictures::{Lock, is_whole, jpeg};
use crate::domain::time::Date;
use anyhow::{Context, Result};
use image::DynamicImage;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Where cards stand, in the site, in earlier publications and in the cache.
const FOLDER: &str = "kartu";

/// Up to so many products, each product and each seller has a card of its own: 10,000 of them are a gigabyte. Beyond,
/// only pages that show many things have one.
const MOST_PRODUCTS: usize = 10_000;

/// What networks take: WhatsApp leaves larger pictures out.
const MOST_BYTES: usize = 300_000;
/// The first quality that keeps to it; all but the noisiest photos keep to the first.
const QUALITIES: [u8; 5] = [82, 72, 60, 45, 25];

/// Whether share cards are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawing {
    /// One for every page.
    #[default]
    Each,
    /// None: a product's preview shows its photo, any other page's the market's mark.
    No,
}

/// What a page's preview shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The picture's address, from the site's root.
    pub address: String,
    /// What it shows, in words.
    pub words: String,
    /// Width and height in pixels, where they are known.
    pub size: Option<(u32, u32)>,
}

/// How many cards a build has drawn and used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Drawn by this build.
    pub drawn: usize,
    /// Taken from an earlier publication or the cache.
    pub used_again: usize,
}

impl Count {
    /// One line in Indonesian.
    pub fn said(&self) -> String {
        format!("Kartu bagikan: {} digambar, {} dipakai lagi.", self.drawn, self.used_again)
    }
}

/// Where finished cards may be found.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// Earlier publications, the nearest first.
    pub publications: &'a [&'a Path],
    /// The folder that keeps finished pictures.
    pub cache: Option<&'a Path>,
}

/// The cards of one site. Each page asks for its own, which is made then and there, so that no more cards are in memory
/// than pages are written side by side.
pub struct Cards<'a> {
    site: &'a Staging,
    teller: Teller<'a>,
    letters: Letters,
    app: &'a Path,
    earlier: Vec<PathBuf>,
    cache: Option<(PathBuf, Lock)>,
    begun: Mutex<HashSet<String>>,
    drawn: AtomicUsize,
    used_again: AtomicUsize,
}

impl<'a> Cards<'a> {
    /// Takes a market up; none where the site's address is not known, since previews name whole ones. `app` is the
    /// folder of the built app, whose drawings stand in for photos.
    pub fn open(
        catalogue: &'a Catalogue,
        at: Date,
        app: &'a Path,
        earlier: Earlier<'_>,
        site: &'a Staging,
    ) -> Result<Option<Self>> {
        if catalogue.market.url.is_empty() {
            return Ok(None);
        }
        let cache = match earlier.cache {
            Some(folder) => Some((folder.join(FOLDER), Lock::take(folder)?)),
            None => None,
        };
        Ok(Some(Self {
            site,
            letters: Letters::read()?,
            teller: Teller::of(catalogue, at, app)?,
            app,
            earlier: earlier.publications.iter().map(|folder| folder.join(FOLDER)).collect(),
            cache,
            begun: Mutex::default(),
            drawn: AtomicUsize::new(0),
            used_again: AtomicUsize::new(0),
        }))
    }

    /// What became of them.
    pub fn count(&self) -> Count {
        Count {
            drawn: self.drawn.load(Ordering::Relaxed),
            used_again: self.used_again.load(Ordering::Relaxed),
        }
    }

    /// The preview of a page; none for what has no card of its own in a large market.
    pub fn of(&self, wanted: &Wanted<'_>, drawn: &Drawn) -> Result<Option<Preview>> {
        let is_general = matches!(wanted, Wanted::Page(_));
        if self.teller.products() > MOST_PRODUCTS && !is_general {
            return Ok(None);
        }
        let content = match wanted {
            Wanted::Page(route) => self.teller.page(route, drawn),
            Wanted::Sold(product) => self.teller.product(product),
            Wanted::Withdrawn(product) => self.teller.withdrawn(product),
            Wanted::Seller(seller) => self.teller.seller(seller),
        };
        self.put(content).map(Some)
    }

    /// The preview of pages that only start a program. It says nothing of the goods, for these pages may change with
    /// the app alone.
    pub fn shell(&self) -> Result<Preview> {
        self.put(self.teller.market())
    }

    /// Sees to it that a card is there.
    fn put(&self, content: Content) -> Result<Preview> {
        let content = self.teller.shown(content, &self.letters);
        let address = content.address();
        let is_new = {
            let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
            begun.insert(address.clone())
        };
        if is_new {
            self.make(&content, &address)
                .with_context(|| format!("tidak dapat menggambar {address}"))?;
        }
        let size = Some((draw::WIDTH, draw::HEIGHT));
        Ok(Preview { words: content.words(), address, size })
    }

    fn make(&self, content: &Content, address: &str) -> Result<()> {
        let name = address.rsplit('/').next().unwrap_or_default();
        let kept = self.cache.as_ref().map(|(folder, _)| folder.join(name));
        let former = self.earlier.iter().map(|folder| folder.join(name));
        let found = kept.clone().into_iter().chain(former).find(|path| is_whole(path));
        let target = self.site.path(address);
        if let Some(found) = found {
            self.used_again.fetch_add(1, Ordering::Relaxed);
            disk::copy(&found, &target)?;
            return match kept.filter(|kept| *kept != found) {
                Some(kept) => disk::write_whole(&kept, &disk::read(&found)?),
                None => Ok(()),
            };
        }
        let card = draw::card(content, &self.letters, |shown| self.picture(shown));
        let bytes = encoded(&card).context("tidak dapat ditulis sebagai JPEG")?;
        self.drawn.fetch_add(1, Ordering::Relaxed);
        disk::write(&target, &bytes)?;
        kept.map_or(Ok(()), |kept| disk::write_whole(&kept, &bytes))
    }

    /// A picture of the site, or a drawing of the app. Both are files that this program or its build has made; one that
    /// is damaged is left out.
    fn picture(&self, shown: &Shown) -> Option<DynamicImage> {
        let path = match shown {
            Shown::Photo(address) => self.site.path(address),
            Shown::Drawing(address, _) => self.app.join(address.trim_start_matches('/')),
            Shown::Letter(_) => return None,
        };
        image::load_from_memory(&disk::read(&path).ok()?).ok()
    }
}

/// A card's JPEG, no larger than networks take.
fn encoded(card: &DynamicImage) -> Option<Vec<u8>> {
    let mut tried = QUALITIES.into_iter().filter_map(|quality| jpeg(card, quality));
    tried.find(|bytes| bytes.len() < MOST_BYTES)
}
