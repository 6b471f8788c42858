//! Every address as a page of its own that needs no program: what crawlers, previews of shared links and browsers
//! without scripts read. Who draws the pages is handed in, for the views are the app's.
//!
//! Pages outlive a promotion: they say the normal price, and the promotional one with its days.

mod data;
mod head;

use crate::compiler::cards::Cards;
use crate::compiler::catalogue::Catalogue;
use crate::compiler::output::Staging;
pub(in crate::compiler) use crate::compiler::pages::head::preview;
use crate::compiler::pages::head::{Around, Template};
use crate::domain::area::City;
use crate::domain::code::Code;
use crate::domain::filter::Filter;
use crate::domain::product::{Card, Product, Withdrawn};
use crate::domain::seller::Seller;
use crate::domain::time::Date;
use crate::format::manifest::{FileRef, Manifest};
use crate::format::programmes::Programmes;
use crate::format::shard;
use crate::route::Route;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Draws pages.
pub trait Draw: Debug + Sync {
    /// Takes a market up.
    fn begin(&self, market: World) -> Box<dyn Drawing>;
}

/// Draws the pages of one market.
pub trait Drawing: Sync {
    /// One page.
    fn page(&self, wanted: &Wanted<'_>) -> Drawn;
}

/// What pages are drawn of.
#[derive(Clone, Debug)]
pub struct World {
    /// Settings, kinds of goods, editions, counts.
    pub manifest: Manifest,
    /// Events and what the programmes are.
    pub programmes: Programmes,
    /// Every product that is on sale.
    pub cards: Vec<Card>,
    /// The day of publication.
    pub at: Date,
    /// Whether pages of products and sellers only hold what is read without a program, and leave the rest to the app.
    pub lean: bool,
}

/// A page that is wanted.
#[derive(Clone, Debug)]
pub enum Wanted<'a> {
    /// One that shows many things, or none.
    Page(&'a Route),
    /// A product.
    Sold(&'a Product),
    /// A product that is no longer sold.
    Withdrawn(&'a Withdrawn),
    /// A seller.
    Seller(&'a Seller),
}

impl Wanted<'_> {
    /// Its address.
    pub fn route(&self) -> Route {
        match self {
            Self::Page(route) => (*route).clone(),
            Self::Sold(product) => Route::Product(product.card.code.clone()),
            Self::Withdrawn(product) => Route::Product(product.code.clone()),
            Self::Seller(seller) => Route::Seller(seller.code.clone()),
        }
    }
}

/// A page as it was drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// What stands in it.
    pub html: String,
    /// What it is called, with the market's name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
    /// Whether search engines may list it.
    pub listed: bool,
    /// The products of whom it shows a card, with their names, in their order.
    pub shown: Vec<(Code, String)>,
}

/// The built pages in which the two programs of visitors start.
#[derive(Clone, Copy, Debug)]
pub struct Shells<'a> {
    /// Of the market.
    pub market: &'a str,
    /// Of the pages of the programmes, where they were built.
    pub programmes: Option<&'a str>,
}

/// Writes a page for every address that has something to show; `cards` are the pictures of its previews.
pub fn write(
    catalogue: &Catalogue,
    (manifest, its_file): (&Manifest, &FileRef),
    (at, lean): (Date, bool),
    (draw, shells, cards): (&dyn Draw, Shells<'_>, Option<&Cards<'_>>),
    site: &Staging,
) -> Result<()> {
    let market = Template::of(shells.market, its_file)?;
    let programmes = shells.programmes.map(|shell| Template::of(shell, its_file)).transpose()?;
    let goods = catalogue.products.iter().map(|entry| entry.product.card.clone()).collect();
    let drawing = draw.begin(World {
        manifest: manifest.clone(),
        programmes: catalogue.programmes.clone(),
        cards: goods,
        at,
        lean,
    });
    let around = Around { catalogue, at, cards };
    let write_into = |template: &Template, wanted: Wanted<'_>| -> Result<()> {
        let drawn = drawing.page(&wanted);
        let route = wanted.route();
        let ahead = ahead(&wanted, manifest);
        let page = template.page(&drawn, &wanted, &around, ahead)?;
        site.put(&file(&route), page.as_bytes())
    };
    if let Some(template) = &programmes {
        let pages = Route::OF_PROGRAMMES.par_iter().map(Wanted::Page);
        pages.try_for_each(|wanted| write_into(template, wanted))?;
    }
    let write = |wanted: Wanted<'_>| write_into(&market, wanted);
    let mut general = general(catalogue);
    general.push(Route::Search(Filter::default()));
    general.par_iter().map(Wanted::Page).try_for_each(write)?;
    catalogue.sellers.par_iter().map(Wanted::Seller).try_for_each(write)?;
    let sold = catalogue.products.par_iter();
    sold.map(|entry| Wanted::Sold(&entry.product)).try_for_each(write)?;
    catalogue.withdrawn.par_iter().map(Wanted::Withdrawn).try_for_each(write)
}

/// The part of the catalogue without which the app cannot take a page over.
fn ahead<'a>(wanted: &Wanted<'_>, manifest: &'a Manifest) -> Option<&'a FileRef> {
    let shard = |files: &'a [FileRef], code| files.get(shard::of(code, files.len()));
    match wanted {
        Wanted::Page(Route::About | Route::Report) => None,
        Wanted::Page(Route::Events | Route::Programmes | Route::Gebetan | Route::Meeting) => {
            manifest.programmes.as_ref()
        }
        Wanted::Page(_) | Wanted::Seller(_) => manifest.cards.first(),
        Wanted::Sold(product) => shard(&manifest.products, &product.card.code),
        Wanted::Withdrawn(product) => shard(&manifest.products, &product.code),
    }
}

/// The pages worth finding that are not of one seller or product.
pub(in crate::compiler) fn general(catalogue: &Catalogue) -> Vec<Route> {
    let cards = || catalogue.products.iter().map(|entry| &entry.product.card);
    let categories: BTreeSet<_> = cards().map(|card| &card.category).collect();
    let cities: BTreeSet<City> = cards().map(|card| card.kecamatan.city()).collect();
    let mut all = vec![Route::Home, Route::Jbl, Route::About];
    all.extend(categories.into_iter().map(|one| Route::Category(one.clone(), Filter::default())));
    all.extend(cities.into_iter().map(|city| Route::City(city, Filter::default())));
    let editions = catalogue.editions.iter();
    all.extend(editions.map(|one| Route::Edition(one.code.clone(), Filter::default())));
    all
}

/// The file of a page: a folder with its `index.html`.
fn file(route: &Route) -> String {
    format!("{}/index.html", route.path().trim_end_matches('/'))
}
