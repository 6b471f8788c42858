//! The checked catalogue: everything that will be published, before it becomes files.

use crate::compiler::problem::Place;
use crate::domain::category::Category;
use crate::domain::edition::Edition;
use crate::domain::market::Market;
use crate::domain::product::{Product, Withdrawn};
use crate::domain::seller::Seller;
use crate::format::programmes::Programmes;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// A product and the pictures found for it. The product is boxed: a million of them are sorted and moved.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The product; its pictures are empty until they have been encoded.
    pub product: Box<Product>,
    /// Pictures in the folder and in its row, the main one first.
    pub photos: Vec<Photo>,
}

/// A picture handed in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Photo {
    /// Its file or its workbook, as problems name it: relative to the folder.
    pub name: String,
    /// Where it is read from.
    pub origin: Origin,
}

/// Where a picture is read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A file in the folder.
    File(PathBuf),
    /// A row of a workbook.
    Sheet(Box<InSheet>),
}

/// A picture in a workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InSheet {
    /// The place of its row.
    pub place: Place,
    /// The picture's own file.
    pub bytes: Arc<[u8]>,
}

impl Photo {
    /// A file by its name relative to the folder.
    pub fn file(path: PathBuf, name: String) -> Self {
        Self { name, origin: Origin::File(path) }
    }

    /// A picture in that row.
    pub fn in_sheet(place: Place, bytes: Arc<[u8]>) -> Self {
        let name = place.file.clone().unwrap_or_default();
        Self { name, origin: Origin::Sheet(Box::new(InSheet { place, bytes })) }
    }

    /// As problems name it.
    pub fn place(&self) -> Place {
        match &self.origin {
            Origin::File(_) => Place { file: Some(self.name.clone()), ..Place::default() },
            Origin::Sheet(sheet) => sheet.place.clone(),
        }
    }

    /// Its own file, where it is one.
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) => Some(path),
            Origin::Sheet(_) => None,
        }
    }
}
