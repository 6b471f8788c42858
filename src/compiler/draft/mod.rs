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

use crate::compiler::faults::{At, Problems};
use crate::compiler::files;
use crate::compiler::header::Sheet;
use crate::compiler::sheet::{Row, SheetError};
use crate::compiler::template::example::is_example;
use crate::domain::category::Category;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::time::Date;
use rayon::prelude::*;
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

/// Reads all rows of some sheets, blocks of them side by side; what is found stands in the order of the rows.
pub fn rows<'a, T: Send>(
    sheets: impl Iterator<Item = &'a Sheet>,
    problems: &mut Problems,
    read: impl Fn(&Sheet, &Row, &mut Problems) -> T + Sync,
) -> Vec<T> {
    let mut all = Vec::new();
    for sheet in sheets {
        let of_block = |nth: usize| {
            let mut problems = Problems::default();
            let drafts: Vec<T> = match sheet.rows.block(nth) {
                Ok(rows) => rows
                    .iter()
                    .filter_map(|row| {
                        let own = !is_example(sheet, row, &mut problems);
                        own.then(|| read(sheet, row, &mut problems))
                    })
                    .collect(),
                Err(error) => {
                    let at = sheet.source.at(None, None, None);
                    files::unreadable(&SheetError::Damaged(error.to_string()), &at, &mut problems);
                    Vec::new()
                }
            };
            (drafts, problems)
        };
        let blocks: Vec<_> = (0..sheet.rows.blocks()).into_par_iter().map(of_block).collect();
        all.reserve_exact(blocks.iter().map(|(drafts, _)| drafts.len()).sum());
        for (drafts, found) in blocks {
            all.extend(drafts);
            problems.append(found);
        }
    }
    all
}
