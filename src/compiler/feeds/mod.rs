//! The feeds: the checked catalogue in the forms that other programs read.
//!
//! Each form is a file of its own here and keeps to its own specification. All are written line by line, so that a
//! market of any size is held only once. What names pages to the outside needs the site's own address, and is left
//! out where that is not known.

mod calendar;
mod contract;
mod google;
mod ics;
mod meta;
mod schema;
mod shopping;

use crate::compiler::catalogue::Catalogue;
use crate::compiler::output::Staging;
use crate::domain::category::Category;
use crate::domain::permit::Permit;
use crate::domain::product::Card;
use crate::domain::time::Date;
use anyhow::Result;

pub(in crate::compiler) use schema::product_json;
pub use shopping::{Shopping, Tally};

/// Writes every feed. `at` is the day of publication: certificates must hold on it, and orders are counted from it.
pub fn write(catalogue: &Catalogue, at: Date, site: &Staging) -> Result<Shopping> {
    contract::write(catalogue, at, site)?;
    schema::write(catalogue, at, site)?;
    calendar::write(catalogue, at, site)?;
    shopping::write(catalogue, at, site)
}

/// A permit that may be claimed on that day.
fn valid(permit: Option<&Permit>, at: Date) -> Option<&Permit> {
    permit.filter(|permit| permit.holds_on(at))
}

/// "Kuliner > camilan": the kind of goods as shoppers see it, and the finer kind.
fn kind_of_goods(card: &Card, categories: &[Category]) -> String {
    let known = categories.iter().find(|category| category.code == card.category);
    let kind = known.map_or(card.category.as_str(), |category| &category.name);
    match &card.subcategory {
        Some(finer) => format!("{kind} > {finer}"),
        None => kind.to_owned(),
    }
}
