//! Catalogue → the app's files: cards, products and sellers in shards, programmes in one file, the manifest over
//! them, the pointer to it.
//!
//! The records are cloned a shard at a time into the types of `format`, which alone say what the files look like.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::output::Staging;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::product::{Card, Listing};
use crate::domain::wire::{self, Wire};
use crate::format::manifest::{Counts, FileRef, LATEST, Latest, Manifest, VERSION};
use crate::format::shard::{self, CARDS, CardShard, PRODUCTS, ProductShard, SELLERS, SellerShard};
use anyhow::Result;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Writes every file the app loads.
pub fn write(catalogue: &Catalogue, site: &Staging) -> Result<()> {
    let manifest = Manifest {
        version: VERSION,
        market: catalogue.market.clone(),
        categories: categories(catalogue),
        editions: catalogue.editions.clone(),
        counts: counts(catalogue),
        cards: cards(catalogue, site)?,
        products: products(catalogue, site)?,
        sellers: sellers(catalogue, site)?,
        programmes: Some(site.put_hashed("programmes", &json(&catalogue.programmes))?),
    };
    let manifest = site.put_hashed("manifest", &json(&manifest))?;
    site.put(LATEST, &json(&Latest { version: VERSION, manifest }))
}

fn cards(catalogue: &Catalogue, site: &Staging) -> Result<Vec<FileRef>> {
    // An empty market still has one part, so that the app need not tell it apart.
    let parts = catalogue.products.len().div_ceil(CARDS).max(1);
    (0..parts)
        .into_par_iter()
        .map(|part| {
            let own = catalogue.products.iter().skip(part * CARDS).take(CARDS);
            let cards: Vec<Card> = own.map(|entry| entry.product.card.clone()).collect();
            site.put_hashed(&format!("cards-{part}"), &json(&CardShard { cards }))
        })
        .collect()
}

fn products(catalogue: &Catalogue, site: &Staging) -> Result<Vec<FileRef>> {
    /// Where a listing is found: among the sold or the withdrawn.
    #[derive(Clone, Copy)]
    enum At {
        Sold(usize),
        Withdrawn(usize),
    }
    let sold = catalogue.products.iter().enumerate();
    let sold = sold.map(|(at, entry)| (&entry.product.card.code, At::Sold(at)));
    let withdrawn = catalogue.withdrawn.iter().enumerate();
    let withdrawn = withdrawn.map(|(at, product)| (&product.code, At::Withdrawn(at)));
    let records = catalogue.products.len() + catalogue.withdrawn.len();
    in_shards("products", shard::count(records, PRODUCTS), sold.chain(withdrawn), site, |places| {
        let products = places
            .iter()
            .filter_map(|place| match *place {
                At::Sold(at) => catalogue
                    .products
                    .get(at)
                    .map(|entry| Listing::Sold(Box::new(entry.product.clone()))),
                At::Withdrawn(at) => catalogue.withdrawn.get(at).cloned().map(Listing::Withdrawn),
            })
            .collect();
        json(&ProductShard { products })
    })
}

fn sellers(catalogue: &Catalogue, site: &Staging) -> Result<Vec<FileRef>> {
    let all = catalogue.sellers.iter().enumerate().map(|(at, seller)| (&seller.code, at));
    in_shards("sellers", shard::count(catalogue.sellers.len(), SELLERS), all, site, |places| {
        let sellers = places.iter().filter_map(|at| catalogue.sellers.get(*at).cloned()).collect();
        json(&SellerShard { sellers })
    })
}

/// Distributes records by their code, sorts each shard by code and writes it.
fn in_shards<'a, T: Copy + Send + Sync>(
    kind: &str,
    count: usize,
    records: impl Iterator<Item = (&'a Code, T)>,
    site: &Staging,
    content: impl Fn(&[T]) -> Vec<u8> + Sync,
) -> Result<Vec<FileRef>> {
    let mut shards: Vec<Vec<(&Code, T)>> = Vec::new();
    shards.resize_with(count, Vec::new);
    for (code, place) in records {
        if let Some(shard) = shards.get_mut(shard::of(code, count)) {
            shard.push((code, place));
        }
    }
    shards
        .into_par_iter()
        .enumerate()
        .map(|(number, mut shard)| {
            shard.sort_by_key(|(code, _)| *code);
            let places: Vec<T> = shard.into_iter().map(|(_, place)| place).collect();
            site.put_hashed(&format!("{kind}-{number}"), &content(&places))
        })
        .collect()
}

/// Kinds of goods with something in them first; otherwise as the market lists them.
fn categories(catalogue: &Catalogue) -> Vec<Category> {
    let used: BTreeSet<&Code> =
        catalogue.products.iter().map(|entry| &entry.product.card.category).collect();
    let mut sorted = catalogue.categories.clone();
    sorted.sort_by_key(|category| !used.contains(&category.code));
    sorted
}

fn counts(catalogue: &Catalogue) -> Counts {
    let mut counts = Counts {
        products: catalogue.products.len() as u32,
        sellers: catalogue.sellers.len() as u32,
        ..Counts::default()
    };
    for card in catalogue.products.iter().map(|entry| &entry.product.card) {
        *counts.by_category.get_or_insert(card.category.to_string(), || 0) += 1;
        *counts.by_city.get_or_insert(card.kecamatan.city().code().to_owned(), || 0) += 1;
    }
    counts
}

fn json(record: &impl Wire) -> Vec<u8> {
    wire::write(record).into_bytes()
}
