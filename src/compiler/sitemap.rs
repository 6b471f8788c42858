//! `sitemap.xml` and `robots.txt`, where the site's own address is known.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::output::Staging;
use crate::domain::area::City;
use crate::domain::filter::Filter;
use crate::domain::time::Date;
use crate::route::Route;
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::io::Write;

/// The most addresses that one file may list (sitemaps.org).
const MOST: usize = 50_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Writes both; nothing where the site's address is not known, since they may only hold whole addresses.
pub fn write(catalogue: &Catalogue, site: &Staging) -> Result<()> {
    let url = &catalogue.market.url;
    if url.is_empty() {
        return Ok(());
    }
    let pages = pages(catalogue);
    let parts: Vec<_> = pages.chunks(MOST).collect();
    match parts.as_slice() {
        [whole] => part(site, "/sitemap.xml", url, whole)?,
        many => {
            let mut index = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
            for (number, pages) in many.iter().enumerate() {
                let address = format!("/sitemap-{number}.xml");
                part(site, &address, url, pages)?;
                index
                    .push_str(&format!("<sitemap><loc>{}{address}</loc></sitemap>\n", escape(url)));
            }
            index.push_str("</sitemapindex>\n");
            site.put("/sitemap.xml", index.as_bytes())?;
        }
    }
    site.put(
        "/robots.txt",
        format!("User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n").as_bytes(),
    )
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Every page worth finding, the general ones first; withdrawn products are not among them.
fn pages(catalogue: &Catalogue) -> Vec<(Route, Option<Date>)> {
    let cards = || catalogue.products.iter().map(|entry| &entry.product.card);
    let categories: BTreeSet<_> = cards().map(|card| card.category.clone()).collect();
    let cities: BTreeSet<City> = cards().map(|card| card.kecamatan.city()).collect();
    let general = [Route::Home, Route::Jbl, Route::About].into_iter();
    let lists = categories
        .into_iter()
        .map(|category| Route::Category(category, Filter::default()))
        .chain(cities.into_iter().map(|city| Route::City(city, Filter::default())));
    let editions = catalogue
        .editions
        .iter()
        .map(|edition| Route::Edition(edition.code.clone(), Filter::default()));
    let sellers =
        catalogue.sellers.iter().map(|seller| (Route::Seller(seller.code.clone()), seller.updated));
    let products = cards().map(|card| (Route::Product(card.code.clone()), card.updated));
    let undated = general.chain(lists).chain(editions).map(|route| (route, None));
    undated.chain(sellers).chain(products).collect()
}

fn part(site: &Staging, address: &str, url: &str, pages: &[(Route, Option<Date>)]) -> Result<()> {
    let failed = || format!("tidak dapat menulis {address}");
    let mut file = site.create(address)?;
    writeln!(file, "{HEAD}<urlset xmlns=\"{NAMESPACE}\">").with_context(failed)?;
    for (route, updated) in pages {
        let changed = updated.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        let place = escape(&format!("{url}{}", route.path()));
        writeln!(file, "<url><loc>{place}</loc>{changed}</url>").with_context(failed)?;
    }
    file.write_all(b"</urlset>\n").with_context(failed)?;
    file.flush().with_context(failed)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
