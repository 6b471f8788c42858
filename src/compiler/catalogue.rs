//! The checked catalogue: everything that will be published, before it becomes files.

use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::market::Market;
use crate::domain::product::{Product, Withdrawn};
use crate::domain::seller::Seller;
use crate::format::programmes::Programmes;
use std::path::PathBuf;

/// What the sheets say, checked.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Settings of the market.
    pub market: Market,
    /// Kinds of goods: the three every market has and those of `situs.toml`.
    pub categories: Vec<Category>,
    /// By code.
    pub sellers: Vec<Seller>,
    /// By code.
    pub products: Vec<Entry>,
    /// Products kept as "Sudah tidak dijual", by code.
    pub withdrawn: Vec<Withdrawn>,
    /// By beginning, then code.
    pub editions: Vec<Edition>,
    /// Rounds of Gebetan, events, and what the programmes are.
    pub programmes: Programmes,
}

/// A product and the pictures found for it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The product; its pictures are empty until they have been encoded.
    pub product: Product,
    /// Picture files in the folder, the main one first.
    pub photos: Vec<Photo>,
}

/// A picture file in the folder handed in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Photo {
    /// Where it is read from.
    pub path: PathBuf,
    /// As problems name it: relative to the folder.
    pub name: String,
}
