//! The pointer and the manifest: what a market consists of and where its files are.

use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::market::Market;
use crate::domain::sorted::Sorted;
use crate::domain::wire::record;

/// The format of the files. An app that meets a higher one reloads itself instead of guessing.
pub const VERSION: u32 = 1;

/// Where the pointer stands.
pub const LATEST: &str = "/latest.json";

/// The only file that changes under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latest {
    /// Format of the files.
    pub version: u32,
    /// The manifest of the newest generation.
    pub manifest: FileRef,
}

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    /// From the root of the site.
    pub path: String,
    /// `sha256-…` in base64, as the browser's integrity check takes it.
    pub integrity: String,
}

/// Everything the app must know before it opens a shard.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest {
    /// Format of the files.
    pub version: u32,
    /// Settings of the market.
    pub market: Market,
    /// Kinds of goods, as offered.
    pub categories: Vec<Category>,
    /// All editions, by their beginning.
    pub editions: Vec<Edition>,
    /// How many products and sellers there are, in all and by what the home page shows.
    pub counts: Counts,
    /// The cards, in parts of at most [`super::shard::CARDS`] each.
    pub cards: Vec<FileRef>,
    /// Products by [`super::shard::of`] their code.
    pub products: Vec<FileRef>,
    /// Sellers by [`super::shard::of`] their code.
    pub sellers: Vec<FileRef>,
    /// The file of [`super::programmes::Programmes`]; manifests of the first publications name none.
    pub programmes: Option<FileRef>,
}

/// How many products there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Products on sale.
    pub products: u32,
    /// Sellers.
    pub sellers: u32,
    /// Products by the code of their category.
    pub by_category: Sorted<String, u32>,
    /// Products by the code of their city.
    pub by_city: Sorted<String, u32>,
}

record!(Latest { version, manifest });
record!(FileRef { path, integrity });
record!(Manifest {
    version,
    market,
    categories,
    editions,
    counts,
    cards,
    products,
    sellers,
    programmes,
});
record!(Counts { products, sellers, by_category, by_city });
