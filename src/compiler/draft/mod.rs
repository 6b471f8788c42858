//! Raw rows become drafts: every cell read by its own rules, nothing yet compared with any other row.
//!
//! A draft is never published; `check` makes catalogue entries of drafts.

pub mod edition;
pub mod event;
pub mod product;
pub mod programme;
pub mod round;
pub mod schedule;
pub mod seller;
pub mod shared;
pub mod variants;

use crate::compiler::faults::At;
use crate::domain::category::Category;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::time::Date;
use std::collections::HashMap;

/// What reading a row needs to know beside the row.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day it is.
    pub at: Date,
    /// Hosts that the market allows besides its own.
    pub hosts: &'a [String],
    /// Kinds of goods.
    pub categories: &'a [Category],
    /// Editions, which products refer to.
    pub editions: &'a Editions,
}

/// The editions that rows of products may name.
#[derive(Clone, Debug, Default)]
pub struct Editions {
    /// Those that will be published, with the channel of their prices.
    pub published: HashMap<Code, Channel>,
    /// Those that a fault keeps out, with their place.
    pub refused: HashMap<Code, At>,
}

/// The part of every draft that codes are given by.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// The row.
    pub row: At,
    /// Its `kode` cell.
    pub cell: At,
    /// The code as given.
    pub given: Option<Code>,
    /// A code stands there that cannot be one.
    pub spoilt: bool,
    /// What a code is made from where none is given.
    pub name: String,
}

impl Identity {
    /// The name, else the code, else nothing: how a sentence calls the row.
    pub fn label(&self) -> String {
        let code = || self.given.as_ref().map(Code::to_string).unwrap_or_default();
        if self.name.is_empty() { code() } else { self.name.clone() }
    }
}
