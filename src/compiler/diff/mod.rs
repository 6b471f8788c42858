//! What would change: a publication beside another, or beside sheets that were checked against it.
//!
//! Shards are compared in groups that hold the same codes on both sides, so that of two publications only a handful
//! of shards is in memory at a time. Every list is in the order of its codes. Prints and writes nothing.

mod compare;
pub mod told;

use crate::compiler::catalogue::Catalogue;
use crate::compiler::columns::{Column, Kind};
use crate::compiler::diff::compare::Seen;
use crate::compiler::previous::published::Published;
use crate::compiler::trust::Pending;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::money::Rupiah;
use crate::domain::product::{Listing, Product};
use crate::domain::round::Round;
use crate::domain::seller::Seller;
use crate::format::manifest::Manifest;
use crate::format::shard::of;
use anyhow::Result;
use rayon::prelude::*;
use std::borrow::Cow;

/// The newer side.
#[derive(Debug)]
pub enum Newer<'a> {
    /// A publication.
    Published(&'a Published),
    /// Sheets, checked against the older side.
    Read {
        /// What they would publish.
        catalogue: &'a Catalogue,
        /// What of them waits for approval.
        pending: &'a [Pending],
    },
}

/// Everything that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// Products on sale that were not.
    pub new: Vec<Named>,
    /// Products that were on sale.
    pub gone: Vec<Named>,
    /// Prices.
    pub prices: Vec<PriceChange>,
    /// Names, units and contents of products, names of sellers.
    pub words: Vec<WordChange>,
    /// Contacts that are published with another value, or no more.
    pub contacts: Vec<ContactChange>,
    /// Contacts that wait for approval.
    pub pending: Vec<Pending>,
    /// Sellers that were not there.
    pub new_sellers: Vec<Named>,
    /// Sellers that are there no more.
    pub gone_sellers: Vec<Named>,
}

/// A product or seller as a list names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its code.
    pub code: Code,
    /// Its name; of a product with its shop.
    pub name: String,
}

/// A product with another price.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PriceChange {
    /// Which.
    pub product: Named,
    /// What it cost.
    pub old: Rupiah,
    /// What it costs.
    pub new: Rupiah,
}

/// Another name, unit or content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordChange {
    /// A seller's or a product's.
    pub kind: Kind,
    /// Whose.
    pub code: Code,
    /// The contract's column.
    pub column: Column,
    /// What it said; empty where it said nothing.
    pub old: String,
    /// What it says.
    pub new: String,
}

/// Another contact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContactChange {
    /// A seller's, a product's, an edition's or a round's.
    pub kind: Kind,
    /// Whose.
    pub code: Code,
    /// The contract's column.
    pub column: Column,
    /// What was published.
    pub old: Option<String>,
    /// What would be.
    pub new: Option<String>,
}

/// Compares a publication with something newer.
pub fn between(old: &Published, newer: &Newer<'_>) -> Result<Diff> {
    let mut diff = Diff::default();
    if let Newer::Read { pending, .. } = newer {
        diff.pending = pending.to_vec();
        diff.pending.sort();
    }
    let waiting = diff.pending.clone();
    let seen = Seen::new(&waiting, &[]);
    compare::editions(&old.manifest().editions, newer.editions(), &seen, &mut diff);
    compare::rounds(&old.rounds()?, &newer.rounds()?, &seen, &mut diff);

    let (shards, groups) = newer.groups(old.manifest().sellers.len(), |new| new.sellers.len());
    let by_group = newer.sellers_by_group(groups);
    let parts = in_groups(groups, |group| {
        let old = together(group, groups, shards.0, |shard| old.sellers(shard))?;
        let new = newer.sellers(group, groups, shards.1, &by_group)?;
        let mut part = Diff::default();
        compare::sellers(&old, &new, &seen, &mut part);
        Ok(part)
    })?;
    diff.take(parts);
    let of_sellers = diff.contacts.clone();
    let seen = Seen::new(&waiting, &of_sellers);

    let (shards, groups) = newer.groups(old.manifest().products.len(), |new| new.products.len());
    let by_group = newer.products_by_group(groups);
    let parts = in_groups(groups, |group| {
        let old = sold(together(group, groups, shards.0, |shard| old.products(shard))?);
        let new = newer.products(group, groups, shards.1, &by_group)?;
        let mut part = Diff::default();
        compare::products(&old, &new, &seen, &mut part);
        Ok(part)
    })?;
    diff.take(parts);
    diff.sort();
    Ok(diff)
}

impl Diff {
    fn take(&mut self, parts: Vec<Self>) {
        for part in parts {
            self.new.extend(part.new);
            self.gone.extend(part.gone);
            self.prices.extend(part.prices);
            self.words.extend(part.words);
            self.contacts.extend(part.contacts);
            self.new_sellers.extend(part.new_sellers);
            self.gone_sellers.extend(part.gone_sellers);
        }
        self.contacts.sort();
    }

    fn sort(&mut self) {
        self.new.sort();
        self.gone.sort();
        self.prices.sort();
        self.words.sort();
        self.contacts.sort();
        self.new_sellers.sort();
        self.gone_sellers.sort();
    }
}

impl<'a> Newer<'a> {
    fn editions(&self) -> &'a [Edition] {
        match self {
            Self::Published(new) => &new.manifest().editions,
            Self::Read { catalogue, .. } => &catalogue.editions,
        }
    }

    fn rounds(&self) -> Result<Cow<'a, [Round]>> {
        Ok(match self {
            Self::Published(new) => Cow::Owned(new.rounds()?),
            Self::Read { catalogue, .. } => Cow::Borrowed(&catalogue.programmes.rounds),
        })
    }

    /// How many shards the older and the newer side have, and in how many groups both fall into.
    fn groups(&self, old: usize, count: impl Fn(&Manifest) -> usize) -> ((usize, usize), usize) {
        let new = match self {
            Self::Published(new) => count(new.manifest()),
            Self::Read { .. } => old,
        };
        // Codes are spread by the rest of a division, which nests where the numbers are powers of two.
        let nested = old.is_power_of_two() && new.is_power_of_two();
        ((old, new), if nested { old.min(new) } else { 1 })
    }

    fn sellers_by_group(&self, groups: usize) -> Vec<Vec<&'a Seller>> {
        match self {
            Self::Published(_) => Vec::new(),
            Self::Read { catalogue, .. } => {
                spread(catalogue.sellers.iter(), groups, |seller| &seller.code)
            }
        }
    }

    fn products_by_group(&self, groups: usize) -> Vec<Vec<&'a Product>> {
        match self {
            Self::Published(_) => Vec::new(),
            Self::Read { catalogue, .. } => {
                let all = catalogue.products.iter().map(|entry| entry.product.as_ref());
                spread(all, groups, |product| &product.card.code)
            }
        }
    }

    fn sellers(
        &self,
        group: usize,
        groups: usize,
        shards: usize,
        by_group: &[Vec<&'a Seller>],
    ) -> Result<Vec<Cow<'a, Seller>>> {
        match self {
            Self::Published(new) => {
                let all = together(group, groups, shards, |shard| new.sellers(shard))?;
                Ok(all.into_iter().map(Cow::Owned).collect())
            }
            Self::Read { .. } => Ok(borrowed(by_group.get(group))),
        }
    }

    fn products(
        &self,
        group: usize,
        groups: usize,
        shards: usize,
        by_group: &[Vec<&'a Product>],
    ) -> Result<Vec<Cow<'a, Product>>> {
        match self {
            Self::Published(new) => {
                let all = sold(together(group, groups, shards, |shard| new.products(shard))?);
                Ok(all.into_iter().map(Cow::Owned).collect())
            }
            Self::Read { .. } => Ok(borrowed(by_group.get(group))),
        }
    }
}

fn borrowed<'a, T: Clone>(records: Option<&Vec<&'a T>>) -> Vec<Cow<'a, T>> {
    records.into_iter().flatten().map(|record| Cow::Borrowed(*record)).collect()
}

fn spread<'a, T>(
    records: impl Iterator<Item = &'a T>,
    groups: usize,
    code: impl Fn(&T) -> &Code,
) -> Vec<Vec<&'a T>> {
    let mut by_group: Vec<Vec<&T>> = Vec::new();
    by_group.resize_with(groups.max(1), Vec::new);
    for record in records {
        if let Some(group) = by_group.get_mut(of(code(record), groups)) {
            group.push(record);
        }
    }
    by_group
}

fn in_groups(
    groups: usize,
    compare: impl Fn(usize) -> Result<Diff> + Send + Sync,
) -> Result<Vec<Diff>> {
    (0..groups.max(1)).into_par_iter().map(compare).collect()
}

/// The records of all shards of a group.
fn together<T>(
    group: usize,
    groups: usize,
    shards: usize,
    load: impl Fn(usize) -> Result<Vec<T>>,
) -> Result<Vec<T>> {
    let mut all = Vec::new();
    for shard in (group..shards).step_by(groups.max(1)) {
        all.extend(load(shard)?);
    }
    Ok(all)
}

fn sold(listings: Vec<Listing>) -> Vec<Product> {
    let sold = listings.into_iter().filter_map(|listing| match listing {
        Listing::Sold(product) => Some(*product),
        Listing::Withdrawn(_) => None,
    });
    sold.collect()
}
