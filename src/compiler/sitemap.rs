//! `sitemap.xml` and `robots.txt`, where the site's own address is known.
//!
//! Only pages that may be found are listed; they are written as they come, into as many files as sitemaps.org's
//! limits ask for.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::disk;
use crate::compiler::output::Staging;
use crate::compiler::pages::general;
use crate::compiler::rewrite::Rewrite;
use crate::domain::market::Market;
use crate::domain::time::Date;
use crate::format::programmes::Programmes;
use crate::route::Route;
use anyhow::{Context, Result};
use quick_xml::escape::escape;
use std::io::Write;

/// Where it stands: the whole list, or the list of its parts.
const ADDRESS: &str = "/sitemap.xml";

/// The most addresses that one file may list (sitemaps.org).
const MOST: usize = 50_000;
/// The most bytes that one file may have, uncompressed: 50 MB.
const MOST_BYTES: usize = 50 * 1024 * 1024;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const END: &str = "</urlset>\n";

/// Writes both; nothing where the site's address is not known, since they may only hold whole addresses.
pub fn write(catalogue: &Catalogue, site: &Staging) -> Result<()> {
    let market = &catalogue.market;
    if market.url.is_empty() {
        return Ok(());
    }
    let mut parts = Parts { site, open: None, closed: Vec::new() };
    for (route, updated) in pages(catalogue) {
        parts.add(&market.address(&route.path()), updated)?;
    }
    parts.finish(market)?;
    let sitemap = market.address(ADDRESS);
    site.put("/robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {sitemap}\n").as_bytes())
}

/// Every page worth finding, the general ones first; withdrawn products are not among them.
fn pages(catalogue: &Catalogue) -> impl Iterator<Item = (Route, Option<Date>)> {
    let sellers =
        catalogue.sellers.iter().map(|seller| (Route::Seller(seller.code.clone()), seller.updated));
    let cards = catalogue.products.iter().map(|entry| &entry.product.card);
    let products = cards.map(|card| (Route::Product(card.code.clone()), card.updated));
    let programmes = of_programmes(catalogue);
    let general = general(catalogue).into_iter().chain(programmes).map(|route| (route, None));
    general.chain(sellers).chain(products)
}

/// The pages of the programmes that have something to show.
fn of_programmes(catalogue: &Catalogue) -> impl Iterator<Item = Route> {
    let Programmes { rounds, events, programmes, .. } = &catalogue.programmes;
    let is_served = catalogue.products.iter().any(|entry| !entry.product.servings.is_empty());
    let pages = [
        (Route::Gebetan, !rounds.is_empty()),
        (Route::Meeting, is_served),
        (Route::Events, !events.is_empty()),
        (Route::Programmes, !programmes.is_empty()),
    ];
    pages.into_iter().filter(|(_, has_content)| *has_content).map(|(route, _)| route)
}

/// The files of a sitemap in the making.
struct Parts<'a> {
    site: &'a Staging,
    open: Option<Part>,
    closed: Vec<Closed>,
}

struct Part {
    address: String,
    file: Rewrite,
    pages: usize,
    bytes: usize,
    newest: Option<Date>,
}

/// A finished file, as the index names it.
struct Closed {
    address: String,
    newest: Option<Date>,
}

impl Parts<'_> {
    fn add(&mut self, address: &str, updated: Option<Date>) -> Result<()> {
        let line = format!("<url><loc>{}</loc>{}</url>\n", escape(address), last_modified(updated));
        if self.open.as_ref().is_some_and(|part| part.is_full(line.len())) {
            self.close()?;
        }
        let part = match &mut self.open {
            Some(part) => part,
            none => none.insert(Part::begin(self.closed.len(), self.site)?),
        };
        part.pages += 1;
        part.newest = part.newest.max(updated);
        part.put(&line)
    }

    fn close(&mut self) -> Result<()> {
        if let Some(mut part) = self.open.take() {
            part.put(END)?;
            part.file.finish()?;
            self.closed.push(Closed { address: part.address, newest: part.newest });
        }
        Ok(())
    }

    /// One file is the sitemap itself; several get an index.
    fn finish(mut self, market: &Market) -> Result<()> {
        self.close()?;
        if let [whole] = self.closed.as_slice() {
            return disk::rename(&self.site.path(&whole.address), &self.site.path(ADDRESS));
        }
        let mut index = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
        for part in &self.closed {
            index.push_str(&format!(
                "<sitemap><loc>{}</loc>{}</sitemap>\n",
                escape(market.address(&part.address)),
                last_modified(part.newest)
            ));
        }
        index.push_str("</sitemapindex>\n");
        self.site.put(ADDRESS, index.as_bytes())
    }
}

impl Part {
    fn begin(number: usize, site: &Staging) -> Result<Self> {
        let address = format!("/sitemap-{number}.xml");
        let file = site.create(&address)?;
        let mut part = Self { address, file, pages: 0, bytes: 0, newest: None };
        part.put(&format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n"))?;
        Ok(part)
    }

    fn is_full(&self, more: usize) -> bool {
        self.pages == MOST || self.bytes + more + END.len() > MOST_BYTES
    }

    fn put(&mut self, text: &str) -> Result<()> {
        self.bytes += text.len();
        self.file.write_all(text.as_bytes()).with_context(|| failed(&self.address))
    }
}

fn last_modified(day: Option<Date>) -> String {
    day.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default()
}

fn failed(address: &str) -> String {
    format!("tidak dapat menulis {address}")
}
