//! Whose a problem is: the seller of its row, else the file it stands in.
//!
//! Rows name sellers by code or by name; refused sellers are on no list of the catalogue, so their own rows count too.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::excerpt::{Excerpt, Excerpts};
use crate::compiler::problem::Problem;
use crate::domain::code::Code;
use crate::domain::fold::{fold, squash};
use std::collections::HashMap;

/// Whose a problem is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// Nobody's in particular.
    Everyone,
    /// A file's, or a folder's.
    File(String),
    /// A seller's: how it is sorted, its name, its code and its kecamatan where they are known.
    Seller {
        /// The name folded, so that the order is the one of a telephone book.
        sorted: String,
        /// As it calls itself.
        name: String,
        /// Its code, where it has one.
        code: Option<String>,
        /// Where it is, where it is published.
        kecamatan: Option<&'static str>,
    },
}

/// The sellers that rows may mean.
#[derive(Debug)]
pub struct Owners<'a> {
    excerpts: &'a Excerpts,
    by_code: HashMap<String, Owner>,
    by_name: HashMap<String, Owner>,
}

impl<'a> Owners<'a> {
    /// The published sellers, and those whose own row is among the excerpts.
    pub fn new(catalogue: &Catalogue, excerpts: &'a Excerpts) -> Self {
        let mut owners = Self { excerpts, by_code: HashMap::new(), by_name: HashMap::new() };
        for seller in &catalogue.sellers {
            let code = Some(seller.code.to_string());
            owners.add(owner(&seller.name, code, Some(seller.kecamatan.name())));
        }
        // A row with both a code and a name is the seller's own.
        for row in excerpts.rows() {
            if let (Some(code), Some(name)) = (&row.seller, &row.shop) {
                owners.add(owner(name, Some(key(code)), None));
            }
        }
        owners
    }

    /// The first of equals stands.
    fn add(&mut self, owner: Owner) {
        if let Owner::Seller { name, code, .. } = &owner {
            self.by_name.entry(squash(name)).or_insert_with(|| owner.clone());
            if let Some(code) = code.clone() {
                self.by_code.entry(code).or_insert(owner);
            }
        }
    }

    /// Whose a problem is.
    pub fn of(&self, problem: &Problem) -> Owner {
        if let Some(owner) = self.excerpts.of(&problem.place).and_then(|row| self.seller(row)) {
            return owner;
        }
        match &problem.place.file {
            None => Owner::Everyone,
            // Photos are files too, but nobody wants a heading for each.
            Some(file) => Owner::File(file.split('/').next().unwrap_or(file).to_owned()),
        }
    }

    fn seller(&self, row: &Excerpt) -> Option<Owner> {
        if let Some(known) = row.seller.as_ref().and_then(|code| self.by_code.get(&key(code))) {
            return Some(known.clone());
        }
        let name = row.shop.as_ref().or(row.seller.as_ref())?;
        Some(self.by_name.get(&squash(name)).cloned().unwrap_or_else(|| owner(name, None, None)))
    }
}

fn owner(name: &str, code: Option<String>, kecamatan: Option<&'static str>) -> Owner {
    Owner::Seller { sorted: fold(name), name: name.to_owned(), code, kecamatan }
}

/// A code as it counts, however it was written.
fn key(code: &str) -> String {
    Code::fold(code).map_or_else(|_| code.to_owned(), |(code, _)| code.to_string())
}
