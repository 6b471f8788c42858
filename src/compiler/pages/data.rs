//! What a page says of itself as schema.org has it: the way to it, the product it is of, the products it lists.

use super::{Drawn, Wanted};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::feeds::product_json;
use crate::compiler::script_json;
use crate::domain::code::Code;
use crate::domain::market::Market;
use crate::domain::time::Date;
use crate::route::Route;
use anyhow::{Context, Result};
use serde::Serialize;
use std::collections::BTreeSet;

const CONTEXT: &str = "https://schema.org";

/// What structured data a page carries; none where the site's address is not known, since it may only name whole ones.
pub(super) fn data(
    drawn: &Drawn,
    wanted: &Wanted<'_>,
    catalogue: &Catalogue,
    at: Date,
) -> Result<Vec<String>> {
    let market = &catalogue.market;
    if market.url.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = vec![text(&Trail::of(wanted, catalogue))?];
    if let Wanted::Sold(product) = wanted {
        all.push(String::from_utf8(product_json(product, catalogue, at)?)?);
    }
    if let Some(list) = List::of(drawn, wanted, market) {
        all.push(text(&list)?);
    }
    Ok(all)
}

fn text(value: &impl Serialize) -> Result<String> {
    let mut json = Vec::new();
    script_json::write(&mut json, value).context("data terstruktur tidak dapat ditulis")?;
    Ok(String::from_utf8(json)?)
}

/// The way from the home page, as schema.org has it.
#[derive(Serialize)]
struct Trail {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    item: String,
}

impl Trail {
    fn of(wanted: &Wanted<'_>, catalogue: &Catalogue) -> Self {
        let market = &catalogue.market;
        let mut steps = vec![(market.name.clone(), Route::Home)];
        match wanted {
            Wanted::Page(Route::Home) => {}
            Wanted::Page(route) => steps.extend(named(route, catalogue, market)),
            Wanted::Sold(product) => {
                let category = Route::Category(product.card.category.clone(), Default::default());
                steps.extend(named(&category, catalogue, market));
                steps.push((product.card.name.clone(), wanted.route()));
            }
            Wanted::Withdrawn(product) => steps.push((product.name.clone(), wanted.route())),
            Wanted::Seller(seller) => {
                let city = Route::City(seller.kecamatan.city(), Default::default());
                steps.extend(named(&city, catalogue, market));
                steps.push((seller.name.clone(), wanted.route()));
            }
        }
        let step = |(place, (name, route)): (usize, (String, Route))| Step {
            kind: "ListItem",
            position: place + 1,
            name,
            item: market.address(&route.path()),
        };
        Self {
            context: CONTEXT,
            kind: "BreadcrumbList",
            steps: steps.into_iter().enumerate().map(step).collect(),
        }
    }
}

/// The products that a list shows, by their addresses: what each of them is, its own page says.
#[derive(Serialize)]
struct List {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(rename = "itemListElement")]
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    url: String,
}

impl List {
    /// Of a page that is one; what stands below a product is no list of its own.
    fn of(drawn: &Drawn, wanted: &Wanted<'_>, market: &Market) -> Option<Self> {
        if matches!(wanted, Wanted::Sold(_) | Wanted::Withdrawn(_)) || drawn.shown.is_empty() {
            return None;
        }
        let mut seen = BTreeSet::new();
        let once = drawn.shown.iter().filter(|(code, _)| seen.insert(code));
        let entry = |(place, (code, name)): (usize, &(Code, String))| Entry {
            kind: "ListItem",
            position: place + 1,
            name: name.clone(),
            url: market.address(&Route::Product(code.clone()).path()),
        };
        Some(Self {
            context: CONTEXT,
            kind: "ItemList",
            name: drawn.title.clone(),
            entries: once.enumerate().map(entry).collect(),
        })
    }
}

/// A page as a step on the way; none where it has no name of its own.
fn named(route: &Route, catalogue: &Catalogue, market: &Market) -> Option<(String, Route)> {
    use crate::domain::market::Label;
    let name = match route {
        Route::Category(code, _) => {
            let mut categories = catalogue.categories.iter();
            categories.find(|category| category.code == *code)?.name.clone()
        }
        Route::City(city, _) => city.name().to_owned(),
        Route::Jbl => market.label(Label::Jbl),
        Route::Gebetan => market.label(Label::Gebetan),
        Route::Edition(code, _) => {
            catalogue.editions.iter().find(|edition| edition.code == *code)?.title.clone()
        }
        _ => return None,
    };
    Some((name, route.clone()))
}
