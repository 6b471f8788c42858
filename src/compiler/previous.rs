//! `--previous`: what the last publication knew. Products gone since keep their page, and what has not changed
//! keeps the day on which it last did.
//!
//! It reads the app's own files, not the feeds: only they hold everything that a page shows, and the products
//! that were already withdrawn then.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::domain::code::Code;
use crate::domain::product::{Listing, Product, Withdrawn};
use crate::domain::seller::Seller;
use crate::domain::time::Date;
use crate::domain::wire::{self, Wire};
use crate::format::manifest::{FileRef, LATEST, Latest, Manifest, VERSION};
use crate::format::shard::{ProductShard, SellerShard};
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Fills in the days of the last change where there is no earlier publication to compare with.
pub fn without(catalogue: &mut Catalogue) {
    Previous::default().date(catalogue, None);
}

/// Compares with the publication in `folder`; what has changed since then has changed on the day `at`.
pub fn compare(catalogue: &mut Catalogue, folder: &Path, at: Date) -> Result<()> {
    let previous = Previous::read(folder, catalogue).with_context(|| {
        format!("tidak dapat memakai {} sebagai terbitan sebelumnya", folder.display())
    })?;
    previous.date(catalogue, Some(at));
    catalogue.withdrawn.extend(previous.gone);
    catalogue.withdrawn.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(())
}

/// What is remembered of a record: enough to see whether it is still the same.
#[derive(Clone, Copy, Debug)]
struct Known {
    content: u128,
    updated: Option<Date>,
}

/// What an earlier listing means today.
enum Found {
    /// Still sold.
    Again(Code, Known),
    /// In none of today's sheets.
    Gone(Withdrawn),
}

impl Found {
    fn of(listing: Listing, sold: &HashSet<&Code>, withdrawn: &HashSet<&Code>) -> Option<Self> {
        let code = listing.code().clone();
        match listing {
            Listing::Sold(product) if sold.contains(&code) => {
                let known = Known { updated: product.card.updated, content: of_product(&product) };
                Some(Self::Again(product.card.code, known))
            }
            _ if sold.contains(&code) || withdrawn.contains(&code) => None,
            Listing::Sold(product) => Some(Self::Gone(Withdrawn {
                code: product.card.code,
                name: product.card.name,
                seller: product.card.seller,
                shop: product.card.shop,
                category: product.card.category,
            })),
            Listing::Withdrawn(product) => Some(Self::Gone(product)),
        }
    }
}

#[derive(Debug, Default)]
struct Previous {
    products: HashMap<Code, Known>,
    sellers: HashMap<Code, Known>,
    /// Published or withdrawn then, and in none of today's sheets.
    gone: Vec<Withdrawn>,
}

impl Previous {
    fn read(folder: &Path, catalogue: &Catalogue) -> Result<Self> {
        let sold: HashSet<&Code> =
            catalogue.products.iter().map(|entry| &entry.product.card.code).collect();
        let withdrawn: HashSet<&Code> =
            catalogue.withdrawn.iter().map(|product| &product.code).collect();
        let latest: Latest = parse(LATEST, &disk::read(&at(folder, LATEST)?)?)?;
        if latest.version != VERSION {
            bail!("formatnya versi {}, program ini membaca versi {VERSION}", latest.version);
        }
        let manifest: Manifest = load(folder, &latest.manifest)?;
        // Of each shard only what is compared later is kept: a market may have a million products.
        let found: Result<Vec<Vec<Found>>> = manifest
            .products
            .par_iter()
            .map(|file| -> Result<Vec<Found>> {
                let listings = load::<ProductShard>(folder, file)?.products.into_iter();
                Ok(listings.filter_map(|listing| Found::of(listing, &sold, &withdrawn)).collect())
            })
            .collect();
        let mut previous = Self::default();
        for found in found?.into_iter().flatten() {
            match found {
                Found::Again(code, known) => {
                    previous.products.insert(code, known);
                }
                Found::Gone(product) => previous.gone.push(product),
            }
        }
        for file in &manifest.sellers {
            for seller in load::<SellerShard>(folder, file)?.sellers {
                let known = Known { updated: seller.updated, content: of_seller(&seller) };
                previous.sellers.insert(seller.code, known);
            }
        }
        Ok(previous)
    }

    /// `updated` is the sheet's own day, else the day of the last change, else the market's `data_per`.
    fn date(&self, catalogue: &mut Catalogue, at: Option<Date>) {
        let data_as_of = catalogue.market.data_as_of;
        let day = |known: Option<&Known>, content: u128| match known {
            Some(known) if known.content == content => known.updated.or(data_as_of),
            _ => at.or(data_as_of),
        };
        catalogue.products.par_iter_mut().map(|entry| &mut entry.product).for_each(|product| {
            if product.card.updated.is_none() {
                let known = self.products.get(&product.card.code);
                product.card.updated = day(known, of_product(product));
            }
        });
        for seller in &mut catalogue.sellers {
            if seller.updated.is_none() {
                seller.updated = day(self.sellers.get(&seller.code), of_seller(seller));
            }
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

/// A file whose content is what its name promises.
fn load<T: Wire>(folder: &Path, file: &FileRef) -> Result<T> {
    let bytes = disk::read(&at(folder, &file.path)?)?;
    if Hash::of(&bytes).integrity() != file.integrity {
        bail!("isi {} sudah berubah sejak diterbitkan", file.path);
    }
    parse(&file.path, &bytes)
}

fn parse<T: Wire>(address: &str, bytes: &[u8]) -> Result<T> {
    let text = str::from_utf8(bytes).ok();
    text.and_then(wire::read).with_context(|| format!("{address} tidak terbaca"))
}

/// A file of that publication, which cannot lead out of its folder.
fn at(folder: &Path, address: &str) -> Result<std::path::PathBuf> {
    let inside = address.trim_start_matches('/');
    if inside.split('/').any(|part| part.is_empty() || part == ".." || part.contains('\\')) {
        bail!("alamat {address} tidak sah");
    }
    Ok(folder.join(inside))
}
