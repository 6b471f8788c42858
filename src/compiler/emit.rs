//! Catalogue → files of the site, in one place to read: data, feeds, the app's own files, headers, sitemap.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::disk;
use crate::compiler::feeds::Shopping;
use crate::compiler::output::Staging;
use crate::compiler::tally::Tally;
use crate::compiler::template::template;
use crate::compiler::{feeds, headers, shards, sitemap};
use crate::domain::time::Date;
use crate::route::TEMPLATE_FILE;
use anyhow::{Context, Result};
use rayon::prelude::*;
use std::path::Path;

/// Writes the whole site but for its pictures, and tells what became of the shopping feeds. `at` is the day of
/// publication; `app` the folder of the built app.
pub fn emit(
    catalogue: &Catalogue,
    at: Date,
    app: Option<&Path>,
    site: &Staging,
) -> Result<Shopping> {
    let app_files = app.map(|app| copy_app(app, site)).transpose()?.unwrap_or_default();
    shards::write(catalogue, site)?;
    let shopping = feeds::write(catalogue, at, site)?;
    sitemap::write(catalogue, site)?;
    let hashed: Vec<String> =
        app_files.into_iter().filter(|address| headers::is_hashed(address)).collect();
    site.put(headers::ADDRESS, headers::text(&hashed).as_bytes())?;
    Ok(shopping)
}

/// Copies the built app; an address without a file is answered by the app too (`404.html`).
fn copy_app(app: &Path, site: &Staging) -> Result<Vec<String>> {
    let index = app.join("index.html");
    let page = disk::read(&index)
        .with_context(|| format!("{} bukan folder aplikasi yang sudah jadi", app.display()))?;
    let mut addresses = Vec::new();
    copy_folder(app, "", site, &mut addresses)?;
    site.put("/404.html", &page)?;
    // The page for staff links to it.
    site.put(TEMPLATE_FILE, &template().context("tidak dapat menyusun templat")?)?;
    Ok(addresses)
}

fn copy_folder(folder: &Path, below: &str, site: &Staging, done: &mut Vec<String>) -> Result<()> {
    for path in disk::list(folder)? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let address = format!("{below}/{name}");
        if path.is_dir() {
            copy_folder(&path, &address, site, done)?;
        } else {
            disk::copy(&path, &site.path(&address))?;
            done.push(address);
        }
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
