//! `--previous`: what the last publication knew. Products gone since keep their page, what has not changed keeps the
//! day on which it last did, and contacts and prices are compared with those of today.
//!
//! It reads the app's own files, not the feeds: only they hold everything that a page shows, and the products
//! that were already withdrawn then. Of each record a few numbers are kept, because a market may have a million
//! products; whoever needs one whole asks for it again.

pub mod published;

use crate::compiler::catalogue::Catalogue;
use crate::compiler::check::sellers::name_key;
use crate::compiler::contacts::{self, Contact};
use crate::compiler::hash::Hash;
use crate::compiler::previous::published::Published;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::money::Rupiah;
use crate::domain::product::{Listing, Product, Withdrawn};
use crate::domain::round::Round;
use crate::domain::seller::Seller;
use crate::domain::time::Date;
use crate::domain::wire::{self, Wire};
use anyhow::{Context, Result};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What is remembered of a product.
#[derive(Clone, Debug)]
pub struct KnownProduct {
    /// What it cost; absent where it was withdrawn already.
    pub price: Option<Rupiah>,
    /// Fingerprints of its contacts, its own and inherited ones.
    contacts: Box<[u64]>,
    seller: u128,
    content: u128,
    updated: Option<Date>,
    shard: u32,
}

/// What is remembered of a seller.
#[derive(Clone, Debug, Default)]
struct KnownSeller {
    contacts: Box<[u64]>,
    content: u128,
    updated: Option<Date>,
}

/// The last publication.
#[derive(Debug)]
pub struct Previous {
    files: Published,
    products: HashMap<u128, KnownProduct>,
    sellers: HashMap<u128, KnownSeller>,
    /// Who bore a name.
    names: HashMap<u128, Code>,
    /// Whole, for there are only some dozens.
    rounds: Vec<Round>,
}

/// Fills in the days of the last change where there is no earlier publication to compare with.
pub fn without(catalogue: &mut Catalogue) {
    date(catalogue, None, None);
}

impl Previous {
    /// Reads a publication.
    pub fn open(folder: &Path) -> Result<Self> {
        Self::read(folder).with_context(|| {
            format!("tidak dapat memakai {} sebagai terbitan sebelumnya", folder.display())
        })
    }

    fn read(folder: &Path) -> Result<Self> {
        let files = Published::open(folder)?;
        let (products, sellers, names) = Default::default();
        let rounds = files.rounds()?;
        let mut previous = Self { files, products, sellers, names, rounds };
        previous.learn_products()?;
        previous.learn_sellers()?;
        Ok(previous)
    }

    fn learn_products(&mut self) -> Result<()> {
        let shards = self.files.manifest().products.len();
        let known: Result<Vec<Vec<(u128, KnownProduct)>>> = (0..shards)
            .into_par_iter()
            .map(|shard| {
                let listings = self.files.products(shard)?;
                Ok(listings.iter().map(|listing| known_product(listing, shard)).collect())
            })
            .collect();
        for (code, product) in known?.into_iter().flatten() {
            // A seller of whom only withdrawn products are left is a known one without contacts.
            self.sellers.entry(product.seller).or_default();
            self.products.insert(code, product);
        }
        Ok(())
    }

    fn learn_sellers(&mut self) -> Result<()> {
        for shard in 0..self.files.manifest().sellers.len() {
            for seller in self.files.sellers(shard)? {
                let known = KnownSeller {
                    contacts: fingerprints(&contacts::of(&seller.links, None)),
                    content: of_seller(&seller),
                    updated: seller.updated,
                };
                self.sellers.insert(key(seller.code.as_str()), known);
                self.names.entry(key(&name_key(&seller.name))).or_insert(seller.code);
            }
        }
        Ok(())
    }

    /// The publication itself.
    pub fn files(&self) -> &Published {
        &self.files
    }

    /// A product that was published or withdrawn.
    pub fn product(&self, code: &Code) -> Option<&KnownProduct> {
        self.products.get(&key(code.as_str()))
    }

    /// Whether there was such a seller.
    pub fn has_seller(&self, code: &Code) -> bool {
        self.sellers.contains_key(&key(code.as_str()))
    }

    /// Whether a seller was published with this contact.
    pub fn seller_had(&self, code: &Code, contact: &Contact) -> bool {
        let known = self.sellers.get(&key(code.as_str()));
        known.is_some_and(|known| known.contacts.contains(&contact.fingerprint()))
    }

    /// An edition that was published.
    pub fn edition(&self, code: &Code) -> Option<&Edition> {
        self.files.manifest().editions.iter().find(|edition| edition.code == *code)
    }

    /// A round of Gebetan that was published.
    pub fn round(&self, code: &Code) -> Option<&Round> {
        self.rounds.iter().find(|round| round.code == *code)
    }

    /// Who bore this name, the first where there were several.
    pub fn named(&self, name: &str) -> Option<&Code> {
        self.names.get(&key(&name_key(name)))
    }

    /// Compares; what has changed since then has changed on the day `at`, and what is gone keeps its page.
    pub fn compare(&self, catalogue: &mut Catalogue, at: Date) -> Result<()> {
        date(catalogue, Some(self), Some(at));
        let gone = self.gone(catalogue)?;
        catalogue.withdrawn.extend(gone);
        catalogue.withdrawn.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(())
    }

    /// Published or withdrawn then, and in none of today's sheets.
    fn gone(&self, catalogue: &Catalogue) -> Result<Vec<Withdrawn>> {
        let sold = catalogue.products.iter().map(|entry| &entry.product.card.code);
        let today: HashSet<u128> = sold
            .chain(catalogue.withdrawn.iter().map(|product| &product.code))
            .map(|code| key(code.as_str()))
            .collect();
        let missing = self.products.iter().filter(|(code, _)| !today.contains(code));
        let mut shards: Vec<u32> = missing.map(|(_, known)| known.shard).collect();
        shards.sort_unstable();
        shards.dedup();
        let gone: Result<Vec<Vec<Withdrawn>>> = shards
            .par_iter()
            .map(|shard| {
                let listings = self.files.products(*shard as usize)?.into_iter();
                let listings = listings.filter(|one| !today.contains(&key(one.code().as_str())));
                Ok(listings.map(withdrawn).collect())
            })
            .collect();
        Ok(gone?.into_iter().flatten().collect())
    }
}

impl KnownProduct {
    /// Whether it was published with this contact.
    pub fn had(&self, contact: &Contact) -> bool {
        self.contacts.contains(&contact.fingerprint())
    }

    /// Whether this seller sold it.
    pub fn was_of(&self, seller: &Code) -> bool {
        self.seller == key(seller.as_str())
    }
}

/// What stands for a code or name.
fn key(text: &str) -> u128 {
    Hash::of(text.as_bytes()).short()
}

fn fingerprints(contacts: &[Contact]) -> Box<[u64]> {
    contacts.iter().map(Contact::fingerprint).collect()
}

fn known_product(listing: &Listing, shard: usize) -> (u128, KnownProduct) {
    let shard = shard as u32;
    let known = match listing {
        Listing::Sold(product) => KnownProduct {
            price: Some(product.card.price),
            contacts: fingerprints(&contacts::of(&product.links, product.jbl_link.as_ref())),
            seller: key(product.card.seller.as_str()),
            content: of_product(product),
            updated: product.card.updated,
            shard,
        },
        Listing::Withdrawn(product) => KnownProduct {
            price: None,
            contacts: Box::default(),
            seller: key(product.seller.as_str()),
            content: 0,
            updated: None,
            shard,
        },
    };
    (key(listing.code().as_str()), known)
}

fn withdrawn(listing: Listing) -> Withdrawn {
    match listing {
        Listing::Withdrawn(product) => product,
        Listing::Sold(product) => Withdrawn {
            code: product.card.code,
            name: product.card.name,
            seller: product.card.seller,
            shop: product.card.shop,
            category: product.card.category,
        },
    }
}

/// `updated` is the sheet's own day, else the day of the last change, else the market's `data_per`.
fn date(catalogue: &mut Catalogue, previous: Option<&Previous>, at: Option<Date>) {
    let data_as_of = catalogue.market.data_as_of;
    // The content is only worked out where there is one to compare it with.
    let day = |known: Option<(u128, Option<Date>)>, content: &dyn Fn() -> u128| match known {
        Some((same, updated)) if same == content() => updated.or(data_as_of),
        _ => at.or(data_as_of),
    };
    catalogue.products.par_iter_mut().map(|entry| &mut entry.product).for_each(|product| {
        if product.card.updated.is_none() {
            let known = previous.and_then(|previous| previous.product(&product.card.code));
            let known = known.map(|known| (known.content, known.updated));
            product.card.updated = day(known, &|| of_product(product));
        }
    });
    for seller in &mut catalogue.sellers {
        if seller.updated.is_none() {
            let code = key(seller.code.as_str());
            let known = previous.and_then(|previous| previous.sellers.get(&code));
            let known = known.map(|known| (known.content, known.updated));
            seller.updated = day(known, &|| of_seller(seller));
        }
    }
}

/// A product's content but for its day.
fn of_product(product: &Product) -> u128 {
    let mut product = product.clone();
    product.card.updated = None;
    content(&product)
}

/// A seller's content but for its day, and for how many products it has, which are dated themselves.
fn of_seller(seller: &Seller) -> u128 {
    content(&Seller { updated: None, products: 0, ..seller.clone() })
}

fn content(record: &impl Wire) -> u128 {
    Hash::of(wire::write(record).as_bytes()).short()
}
