//! Catalogue → files of the site, in one place to read: data, feeds, the app's own files, headers, sitemap, worker.

use crate::compiler::cards::{Cards, Count, Drawing, Earlier};
use crate::compiler::catalogue::Catalogue;
use crate::compiler::disk;
use crate::compiler::feeds::Shopping;
use crate::compiler::offline;
use crate::compiler::output::Staging;
use crate::compiler::pages::{self, Shells, preview};
use crate::compiler::publish::Plan;
use crate::compiler::tally::Tally;
use crate::compiler::template::template;
use crate::compiler::{feeds, headers, shards, sitemap};
use crate::domain::market::Market;
use crate::route::{Route, TEMPLATE_FILE};
use anyhow::{Context, Result};
use quick_xml::escape::escape;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// The page in which the app starts.
const INDEX: &str = "index.html";

/// What became of what is not on every site.
#[derive(Debug)]
pub struct Emitted {
    /// The shopping feeds.
    pub shopping: Shopping,
    /// The share cards, where there are any.
    pub cards: Option<Count>,
}

/// Writes the whole site but for its photos. `earlier` is where finished share cards may be found.
pub fn emit(
    catalogue: &Catalogue,
    plan: &Plan<'_>,
    earlier: Earlier<'_>,
    site: &Staging,
) -> Result<Emitted> {
    let Plan { at, app, draw, lean, .. } = *plan;
    let cards = match app.filter(|_| draw.is_some() && plan.cards == Drawing::Each) {
        Some(app) => Cards::open(catalogue, at, app, earlier, site)?,
        None => None,
    };
    let cards = cards.as_ref();
    let app_files = match app {
        Some(app) => copy_app(app, &Title::of(&catalogue.market, cards)?, site)?,
        None => Vec::new(),
    };
    let (manifest, its_file) = shards::write(catalogue, site)?;
    if let (Some(app), Some(draw)) = (app, draw) {
        let shell = |path: &Path| -> Result<String> { Ok(String::from_utf8(disk::read(path)?)?) };
        let market = shell(&app.join(INDEX))?;
        let programmes = programmes_page(app).map(|page| shell(&page)).transpose()?;
        let shells = Shells { market: &market, programmes: programmes.as_deref() };
        pages::write(catalogue, (&manifest, &its_file), (at, lean), (draw, shells, cards), site)?;
    }
    let shopping = feeds::write(catalogue, at, site)?;
    sitemap::write(catalogue, site)?;
    let hashed: Vec<String> =
        app_files.iter().filter(|address| headers::is_hashed(address)).cloned().collect();
    let headers = headers::text(&hashed);
    site.put(headers::ADDRESS, headers.as_bytes())?;
    if app.is_some() {
        let worker = plan.offline.text(&site.path("/"), &app_files, &headers)?;
        site.put(offline::ADDRESS, worker.as_bytes())?;
    }
    Ok(Emitted { shopping, cards: cards.map(Cards::count) })
}

/// Copies the built app; an address without a file is answered by the app too (`404.html`).
fn copy_app(app: &Path, title: &Title, site: &Staging) -> Result<Vec<String>> {
    let index = app.join(INDEX);
    let page = disk::read(&index)
        .with_context(|| format!("{} bukan folder aplikasi yang sudah jadi", app.display()))?;
    let mut addresses = Vec::new();
    copy_folder(app, "", title, site, &mut addresses)?;
    let start = title.titled(page);
    site.put("/404.html", &start)?;
    let programmes = programmes_page(app).map(|page| disk::read(&page)).transpose()?;
    let programmes = programmes.map(|page| title.titled(page));
    let starts = [(offline::START, Some(start)), (offline::START_PROGRAMMES, programmes)];
    for (place, page) in starts.into_iter().filter_map(|(place, page)| Some((place, page?))) {
        let address = format!("{place}/{INDEX}");
        site.put(&address, &page)?;
        addresses.push(address);
    }
    // The page for staff links to it.
    site.put(TEMPLATE_FILE, &template().context("tidak dapat menyusun templat")?)?;
    Ok(addresses)
}

/// The page in which the program of the programmes starts, where it was built; a copy stands at each of their addresses.
fn programmes_page(app: &Path) -> Option<PathBuf> {
    let page = app.join(Route::Events.path().trim_start_matches('/')).join(INDEX);
    page.is_file().then_some(page)
}

/// What pages of the app say of themselves before their program has come: the market's own name and its card.
struct Title {
    name: String,
    preview: String,
}

impl Title {
    fn of(market: &Market, cards: Option<&Cards<'_>>) -> Result<Self> {
        let preview = match cards {
            Some(cards) => preview(market, (&market.name, ""), &cards.shell()?),
            None => String::new(),
        };
        Ok(Self { name: escape(market.name.as_str()).into_owned(), preview })
    }

    fn titled(&self, page: Vec<u8>) -> Vec<u8> {
        let page = match String::from_utf8(page) {
            Ok(page) => page,
            Err(bytes) => return bytes.into_bytes(),
        };
        let Some((title, rest)) = page.split_once("</title>") else { return page.into_bytes() };
        let title = title.replace(&Market::default().name, &self.name);
        format!("{title}</title>{}{rest}", self.preview).into_bytes()
    }
}

fn copy_folder(
    folder: &Path,
    below: &str,
    title: &Title,
    site: &Staging,
    done: &mut Vec<String>,
) -> Result<()> {
    for path in disk::list(folder)? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let address = format!("{below}/{name}");
        if path.is_dir() {
            copy_folder(&path, &address, title, site, done)?;
            continue;
        }
        if name.ends_with(".html") {
            site.put(&address, &title.titled(disk::read(&path)?))?;
        } else {
            disk::copy(&path, &site.path(&address))?;
        }
        done.push(address);
    }
    Ok(())
}

/// Fills what follows from the rest: how many products each seller and each edition has.
pub fn count(catalogue: &mut Catalogue) {
    let sellers = Tally::of(catalogue.sellers.iter().map(|seller| &seller.code));
    let editions = Tally::of(catalogue.editions.iter().map(|edition| &edition.code));
    catalogue.products.par_iter().map(|entry| &entry.product.card).for_each(|card| {
        sellers.count(&card.seller);
        card.jbl.iter().for_each(|edition| editions.count(edition));
    });
    let (by_seller, by_edition) = (sellers.counts(), editions.counts());
    for (seller, products) in catalogue.sellers.iter_mut().zip(by_seller) {
        seller.products = products;
    }
    for (edition, products) in catalogue.editions.iter_mut().zip(by_edition) {
        edition.products = products;
    }
}
