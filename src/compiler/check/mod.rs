//! Drafts become the catalogue: the rules between rows.

pub mod codes;
pub mod editions;
pub mod products;
pub mod programmes;
pub mod sellers;
pub mod turns;

use crate::compiler::catalogue::Catalogue;
use crate::compiler::check::codes::{Assigned, assign};
use crate::compiler::check::products::{Rows, own_links};
use crate::compiler::check::sellers::Sellers;
use crate::compiler::draft::product::ProductDraft;
use crate::compiler::draft::seller::SellerDraft;
use crate::compiler::faults::Problems;
use crate::compiler::photos::Photos;
use crate::compiler::read::{Count, Summary};
use crate::compiler::site::Settings;
use crate::compiler::tally::Tally;
use crate::compiler::trust::{Guard, twice};
use crate::domain::edition::Edition;
use crate::domain::market::Market;
use crate::domain::seller::Seller;
use crate::format::programmes::Programmes;
use rayon::prelude::*;
use std::collections::HashSet;

/// The catalogue, its numbers, and what `complete` needs to write the rows again.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What will be published.
    pub catalogue: Catalogue,
    /// How many of what.
    pub summary: Summary,
    /// Sellers with their codes.
    pub sellers: Sellers,
    /// Codes of the product rows.
    pub product_codes: Vec<Assigned>,
    /// Whose each product row is.
    pub owners: Vec<Option<usize>>,
}

/// Checks sellers and products together; editions were checked before, because product rows name them.
pub fn check(
    sellers: Vec<SellerDraft>,
    products: Vec<ProductDraft>,
    editions: (Vec<Edition>, Count),
    settings: Settings,
    photos: &mut Photos,
    guard: &mut Guard<'_>,
    problems: &mut Problems,
) -> Outcome {
    let (mut sellers, owners) = sellers::check(sellers, &products, problems);
    let identities: Vec<_> = products.iter().map(|draft| &draft.identity).collect();
    let codes = assign(&identities, "produk", problems);
    guard.sellers(&mut sellers, &settings.market, problems);
    let rows = Rows { drafts: products, owners: &owners, codes: &codes };
    let checked = products::check(rows, &sellers, &settings.market, photos, guard, problems);
    let (mut editions, edition_count) = editions;

    let per_edition = Tally::of(editions.iter().map(|edition| &edition.code));
    let per_seller = Tally::of((0..sellers.drafts.len()).filter_map(|at| sellers.code(at)));
    checked.products.par_iter().map(|entry| &entry.product.card).for_each(|card| {
        per_seller.count(&card.seller);
        card.jbl.iter().for_each(|code| per_edition.count(code));
    });
    let per_edition = per_edition.counts();
    for (edition, products) in editions.iter_mut().zip(per_edition) {
        edition.products = products;
    }
    let mentioned: HashSet<&str> =
        checked.withdrawn.iter().map(|gone| gone.seller.as_str()).collect();
    let needed = needed(&sellers, &per_seller, &mentioned);
    let (shown, mut published): (Vec<usize>, Vec<Seller>) = needed
        .par_iter()
        .filter_map(|(at, sold)| Some((*at, seller(&sellers, *at, *sold, &settings.market)?)))
        .unzip();
    let count = Count::of(needed.len(), published.len());
    twice::phones(&sellers, &shown, guard.cells, problems);
    twice::names(&sellers, &shown, guard.previous, guard.cells, problems);
    published.par_sort_by_cached_key(|seller| seller.code.padded());
    let summary = Summary {
        files: 0,
        sellers: count,
        products: checked.count,
        editions: edition_count,
        around: programmes::Counts::default(),
        without_channel: checked.without_channel,
    };
    let catalogue = Catalogue {
        market: settings.market,
        categories: settings.categories,
        sellers: published,
        products: checked.products,
        withdrawn: checked.withdrawn,
        editions,
        programmes: Programmes::default(),
    };
    Outcome { catalogue, summary, sellers, product_codes: codes, owners }
}

/// The sellers that count, and how many products each sells: one derived from rows of which none stands is no seller of
/// its own.
fn needed(sellers: &Sellers, sold: &Tally<'_>, mentioned: &HashSet<&str>) -> Vec<(usize, u32)> {
    let all = (0..sellers.drafts.len()).into_par_iter().map(|at| (at, sellers.code(at)));
    all.filter_map(|(at, code)| {
        let sold = code.map(|code| sold.get(code)).unwrap_or_default();
        let is_mentioned = || code.is_some_and(|code| mentioned.contains(code.as_str()));
        (at < sellers.listed || sold > 0 || is_mentioned()).then_some((at, sold))
    })
    .collect()
}

/// So many records are worked on one after the other, beside others.
const IN_A_ROW: usize = 4_096;

/// Works on many records at once; the results, and what is found, stand in the order of the records.
fn side_by_side<T: Sync, R: Send>(
    records: &[T],
    problems: &mut Problems,
    work: impl Fn(&T, &mut Problems) -> R + Sync,
) -> Vec<R> {
    let in_a_row = |records: &[T]| {
        let mut found = Problems::default();
        let results: Vec<R> = records.iter().map(|record| work(record, &mut found)).collect();
        (results, found)
    };
    let parts: Vec<_> = records.par_chunks(IN_A_ROW).map(in_a_row).collect();
    let mut all = Vec::with_capacity(records.len());
    for (results, found) in parts {
        all.extend(results);
        problems.append(found);
    }
    all
}

fn seller(sellers: &Sellers, at: usize, products: u32, market: &Market) -> Option<Seller> {
    let code = sellers.code(at)?.clone();
    let draft = sellers.drafts.get(at)?;
    let shared = &draft.shared;
    Some(Seller {
        code,
        name: draft.identity.name.clone(),
        kecamatan: draft.kecamatan?,
        kelurahan: draft.kelurahan.clone(),
        pengampu: draft.pengampu.map(str::to_owned),
        about: draft.about.clone(),
        hours: draft.hours.clone(),
        delivery: shared.delivery.clone(),
        links: own_links(draft, market),
        nib: draft.nib,
        halal: shared.halal.own().cloned(),
        pirt: shared.pirt.own().cloned(),
        bpom: shared.bpom.own().cloned(),
        grade: shared.grade,
        products,
        updated: None,
    })
}
