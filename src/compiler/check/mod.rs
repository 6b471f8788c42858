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
use crate::compiler::trust::{Guard, twice};
use crate::domain::edition::Edition;
use crate::domain::market::Market;
use crate::domain::seller::Seller;
use crate::format::programmes::Programmes;
use std::collections::{HashMap, HashSet};

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

    let mut per_seller: HashMap<&str, u32> = HashMap::new();
    let mut per_edition: HashMap<&str, u32> = HashMap::new();
    for card in checked.products.iter().map(|entry| &entry.product.card) {
        *per_seller.entry(card.seller.as_str()).or_default() += 1;
        for code in &card.jbl {
            *per_edition.entry(code.as_str()).or_default() += 1;
        }
    }
    for edition in &mut editions {
        edition.products = per_edition.get(edition.code.as_str()).copied().unwrap_or_default();
    }
    let mentioned: HashSet<&str> =
        checked.withdrawn.iter().map(|gone| gone.seller.as_str()).collect();
    let mut published: Vec<Seller> = Vec::new();
    let mut shown = Vec::new();
    let mut count = Count::default();
    for at in 0..sellers.drafts.len() {
        let code = sellers.code(at);
        let sold = code.and_then(|code| per_seller.get(code.as_str())).copied().unwrap_or_default();
        let needed = sold > 0 || code.is_some_and(|code| mentioned.contains(code.as_str()));
        // A seller derived from rows of which none stands is no seller of its own.
        if at >= sellers.listed && !needed {
            continue;
        }
        count.read += 1;
        match seller(&sellers, at, sold, &settings.market) {
            Some(seller) => {
                published.push(seller);
                shown.push(at);
            }
            None => count.refused += 1,
        }
    }
    twice::phones(&sellers, &shown, guard.cells, problems);
    twice::names(&sellers, &shown, guard.previous, guard.cells, problems);
    count.published = published.len();
    // Records of this size are moved once, not at every comparison.
    published.sort_by_cached_key(|seller| seller.code.clone());
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
