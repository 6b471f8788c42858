//! Catalogue → the app's files: cards, products and sellers in shards, programmes in one file, the manifest over
//! them, the pointer to it.
//!
//! The records are cloned a shard at a time into the types of `format`, which alone say what the files look like. A
//! shard whose records have not changed since the last build is not even written as text.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::output::Staging;
use crate::domain::area::City;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::product::{Card, Listing, Product, Withdrawn};
use crate::domain::provision::Provision;
use crate::domain::wire::{self, Wire};
use crate::format::manifest::{Counts, FileRef, LATEST, Latest, Manifest, VERSION};
use crate::format::programmes::Programmes;
use crate::format::shard::{
    self, CARDS, CardShard, PRODUCTS, PROVISIONS, ProductShard, ProvisionShard, SELLERS,
    SellerShard,
};
use anyhow::Result;
use rayon::prelude::*;
use std::collections::HashMap;
use std::hash::Hash;

/// Writes every file the app loads, and returns what the manifest says and where it stands.
pub fn write(catalogue: &Catalogue, site: &Staging) -> Result<(Manifest, FileRef)> {
    let counts = counts(catalogue);
    let programmes = Programmes {
        gebetan: provisions("gebetan", catalogue, site, |product| product.gebetan)?,
        meetings: provisions("rapat", catalogue, site, |product| !product.servings.is_empty())?,
        ..catalogue.programmes.clone()
    };
    let programmes = json(&programmes);
    let manifest = Manifest {
        version: VERSION,
        market: catalogue.market.clone(),
        categories: categories(catalogue, &counts),
        editions: catalogue.editions.clone(),
        counts,
        cards: cards(catalogue, site)?,
        products: products(catalogue, site)?,
        sellers: sellers(catalogue, site)?,
        programmes: Some(site.put_made("programmes", &programmes, || programmes.clone())?),
    };
    let file = site.put_hashed("manifest", &json(&manifest))?;
    site.put(LATEST, &json(&Latest { version: VERSION, manifest: file.clone() }))?;
    Ok((manifest, file))
}

fn cards(catalogue: &Catalogue, site: &Staging) -> Result<Vec<FileRef>> {
    // An empty market still has one part, so that the app need not tell it apart.
    let parts = catalogue.products.len().div_ceil(CARDS).max(1);
    (0..parts)
        .into_par_iter()
        .map(|part| {
            let own = catalogue.products.iter().skip(part * CARDS).take(CARDS);
            let own: Vec<&Card> = own.map(|entry| &entry.product.card).collect();
            site.put_made(&format!("cards-{part}"), &own, || {
                json(&CardShard { cards: own.iter().copied().cloned().collect() })
            })
        })
        .collect()
}

/// What one of the planners chooses from, in parts.
fn provisions(
    name: &str,
    catalogue: &Catalogue,
    site: &Staging,
    is_wanted: impl Fn(&Product) -> bool,
) -> Result<Vec<FileRef>> {
    let all = catalogue.products.iter().map(|entry| &*entry.product);
    let wanted: Vec<&Product> = all.filter(|product| is_wanted(product)).collect();
    wanted
        .par_chunks(PROVISIONS)
        .enumerate()
        .map(|(part, own)| {
            site.put_made(&format!("{name}-{part}"), &own, || {
                let provisions = own.iter().filter_map(|product| Provision::of(product)).collect();
                json(&ProvisionShard { provisions })
            })
        })
        .collect()
}

/// What a product's address leads to, where it stands in the catalogue.
#[derive(Clone, Copy, Hash)]
enum Lent<'a> {
    Sold(&'a Product),
    Withdrawn(&'a Withdrawn),
}

impl Lent<'_> {
    fn listing(self) -> Listing {
        match self {
            Self::Sold(product) => Listing::Sold(Box::new(product.clone())),
            Self::Withdrawn(product) => Listing::Withdrawn(product.clone()),
        }
    }
}

fn products(catalogue: &Catalogue, site: &Staging) -> Result<Vec<FileRef>> {
    let sold = catalogue.products.iter().map(|entry| &entry.product);
    let sold = sold.map(|product| (&product.card.code, Lent::Sold(product)));
    let withdrawn = catalogue.withdrawn.iter();
    let withdrawn = withdrawn.map(|product| (&product.code, Lent::Withdrawn(product)));
    let records = catalogue.products.len() + catalogue.withdrawn.len();
    in_shards("products", shard::count(records, PRODUCTS), sold.chain(withdrawn), site, |lent| {
        json(&ProductShard { products: lent.iter().map(|lent| lent.listing()).collect() })
    })
}

fn sellers(catalogue: &Catalogue, site: &Staging) -> Result<Vec<FileRef>> {
    let all = catalogue.sellers.iter().map(|seller| (&seller.code, seller));
    in_shards("sellers", shard::count(catalogue.sellers.len(), SELLERS), all, site, |sellers| {
        json(&SellerShard { sellers: sellers.iter().copied().cloned().collect() })
    })
}

/// Distributes records by their code, sorts each shard by code and writes it.
fn in_shards<'a, T: Copy + Hash + Send + Sync>(
    kind: &str,
    count: usize,
    records: impl Iterator<Item = (&'a Code, T)>,
    site: &Staging,
    content: impl Fn(&[T]) -> Vec<u8> + Sync,
) -> Result<Vec<FileRef>> {
    let mut shards: Vec<Vec<(&Code, T)>> = Vec::new();
    shards.resize_with(count, Vec::new);
    let records: Vec<(&Code, T)> = records.collect();
    let places: Vec<usize> = records.par_iter().map(|(code, _)| shard::of(code, count)).collect();
    for (record, place) in records.into_iter().zip(places) {
        if let Some(shard) = shards.get_mut(place) {
            shard.push(record);
        }
    }
    shards
        .into_par_iter()
        .enumerate()
        .map(|(number, mut shard)| {
            shard.sort_by_key(|(code, _)| *code);
            let records: Vec<T> = shard.into_iter().map(|(_, record)| record).collect();
            site.put_made(&format!("{kind}-{number}"), &records, || content(&records))
        })
        .collect()
}

/// Kinds of goods with something in them first; otherwise as the market lists them.
fn categories(catalogue: &Catalogue, counts: &Counts) -> Vec<Category> {
    let mut sorted = catalogue.categories.clone();
    sorted.sort_by_key(|category| counts.by_category.get(&category.code.to_string()).is_none());
    sorted
}

fn counts(catalogue: &Catalogue) -> Counts {
    let mut counts = Counts {
        products: catalogue.products.len() as u32,
        sellers: catalogue.sellers.len() as u32,
        ..Counts::default()
    };
    let mut kinds: HashMap<(&Code, City), u32> = HashMap::new();
    for card in catalogue.products.iter().map(|entry| &entry.product.card) {
        *kinds.entry((&card.category, card.kecamatan.city())).or_default() += 1;
    }
    for ((category, city), count) in kinds {
        *counts.by_category.get_or_insert(category.to_string(), || 0) += count;
        *counts.by_city.get_or_insert(city.code().to_owned(), || 0) += count;
    }
    counts
}

fn json(record: &impl Wire) -> Vec<u8> {
    wire::write(record).into_bytes()
}
