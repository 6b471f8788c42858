//! Products: what the row says, completed with what its seller says.

use crate::compiler::catalogue::{Entry, Photo};
use crate::compiler::check::IN_A_ROW;
use crate::compiler::check::codes::Assigned;
use crate::compiler::check::sellers::Sellers;
use crate::compiler::draft::product::ProductDraft;
use crate::compiler::draft::seller::SellerDraft;
use crate::compiler::draft::shared::Said;
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::photos::{MOST_PHOTOS, Photos};
use crate::compiler::read::Count;
use crate::compiler::trust::{Guard, twice};
use crate::domain::category::Category;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::link::SafeLink;
use crate::domain::market::Market;
use crate::domain::permit::Permit;
use crate::domain::product::{Card, Product, Withdrawn};
use crate::domain::seller::{Delivery, OrderLinks, WhatsApp};
use rayon::prelude::*;
use std::collections::HashSet;
use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// What became of the product rows.
#[derive(Debug, Default)]
pub struct Checked {
    /// Published, by code.
    pub products: Vec<Entry>,
    /// Kept as no longer sold, by code.
    pub withdrawn: Vec<Withdrawn>,
    /// How many of each.
    pub count: Count,
    /// Published ones that nobody can order.
    pub without_channel: usize,
}

/// The rows of products, with what was found out about each.
#[derive(Debug)]
pub struct Rows<'a> {
    /// What they say.
    pub drafts: Vec<ProductDraft>,
    /// Whose each is.
    pub owners: &'a [Option<usize>],
    /// The code of each.
    pub codes: &'a [Assigned],
}

/// Makes products of rows. What a draft holds is moved, not copied: a market may have a million of them.
pub fn check(
    rows: Rows<'_>,
    sellers: &Sellers,
    market: &Market,
    photos: &mut Photos,
    guard: &mut Guard<'_>,
    problems: &mut Problems,
) -> Checked {
    let Rows { drafts, owners, codes } = rows;
    let read = drafts.len();
    twice::products(&drafts, owners, codes, guard.cells, problems);
    let food = food_of(&drafts, owners, sellers.drafts.len());
    report_shared_permits(sellers, &food, problems);
    // Only who has pictures asks whose they are.
    let all: HashSet<&Code> =
        codes.iter().filter(|_| photos.any).filter_map(Assigned::code).collect();
    let around = Around { sellers, food: &food, market, photos, codes: &all };
    let parts: Vec<Part<'_>> = drafts
        .into_par_iter()
        .zip(owners.par_iter().zip(codes))
        .with_min_len(IN_A_ROW)
        .fold(
            || Part::beside(guard),
            |mut part, (draft, (owner, code))| {
                part.add(draft, *owner, code.code(), around);
                part
            },
        )
        .collect();
    let mut checked = Checked::default();
    checked.products.reserve_exact(read);
    let mut pending = Vec::new();
    for part in parts {
        checked.add(part.checked);
        pending.extend(part.guard.pending);
        problems.append(part.problems);
        photos.use_up(part.files);
    }
    guard.pending.extend(pending);
    checked.count.read = read;
    checked.count.published = checked.products.len();
    // A comparison of two products far apart in memory takes longer than one of their codes side by side.
    checked.products.par_sort_by_cached_key(|entry| entry.product.card.code.padded());
    checked.withdrawn.sort_by(|a, b| a.code.cmp(&b.code));
    checked
}

/// What every row is checked against.
#[derive(Clone, Copy)]
struct Around<'a> {
    sellers: &'a Sellers,
    food: &'a [u32],
    market: &'a Market,
    photos: &'a Photos,
    codes: &'a HashSet<&'a Code>,
}

/// What became of some rows, in their order.
struct Part<'a> {
    guard: Guard<'a>,
    checked: Checked,
    problems: Problems,
    /// Pictures that belong to these rows.
    files: Vec<PathBuf>,
}

impl<'a> Part<'a> {
    /// Begins with nothing.
    fn beside(guard: &Guard<'a>) -> Self {
        Self {
            guard: guard.beside(),
            checked: Checked::default(),
            problems: Problems::default(),
            files: Vec::new(),
        }
    }

    /// Adds a row.
    fn add(
        &mut self,
        mut draft: ProductDraft,
        owner: Option<usize>,
        code: Option<&Code>,
        around: Around<'_>,
    ) {
        let Around { sellers, food, market, photos, codes } = around;
        let checked = &mut self.checked;
        // Pictures of refused rows are looked up too, so that they do not count as unused.
        let mut unheard = Problems::default();
        let find = |code| photos.find(code, &draft.photos, &draft.photo_cell, codes, &mut unheard);
        let mut own_photos = code.map(find).unwrap_or_default();
        self.files.extend(own_photos.iter().filter_map(Photo::path).map(Path::to_owned));
        let seller = owner.and_then(|at| Some((sellers.drafts.get(at)?, sellers.code(at)?)));
        if draft.hidden {
            checked.count.withdrawn += usize::from(!draft.refused);
            checked.count.refused += usize::from(draft.refused);
            checked.withdrawn.extend(withdrawn(&draft, code, seller));
            return;
        }
        let alone = owner.is_some_and(|at| food.get(at) == Some(&1));
        let Some(mut product) = product(&mut draft, code, seller, alone, market) else {
            checked.count.refused += 1;
            return;
        };
        if let Some((owner, _)) = seller {
            self.guard.product(&draft, owner, &mut product, &mut self.problems);
        }
        self.problems.append(unheard);
        embedded(&draft, &mut own_photos, &mut self.problems);
        report(&draft, &product, &own_photos, photos.any, &mut self.problems);
        checked.without_channel += usize::from(product.card.channels.is_empty());
        checked.products.push(Entry { product: Box::new(product), photos: own_photos });
    }
}

impl Checked {
    /// Adds what became of the rows below.
    fn add(&mut self, below: Self) {
        self.products.extend(below.products);
        self.withdrawn.extend(below.withdrawn);
        self.count.withdrawn += below.count.withdrawn;
        self.count.refused += below.count.refused;
        self.without_channel += below.without_channel;
    }
}

/// Adds the pictures in a product's row, unless `foto` names others.
fn embedded(draft: &ProductDraft, photos: &mut Vec<Photo>, problems: &mut Problems) {
    if draft.embedded.is_empty() {
        return;
    }
    if !draft.photos.is_empty() {
        problems.add(
            Fault::PhotoUnused,
            &draft.photo_cell,
            None,
            "Gambar di baris ini tidak dipakai, karena kolom foto menyebut foto lain.",
            "Kosongkan kolom foto supaya gambar ini dipakai, atau hapus gambarnya.",
        );
        return;
    }
    let place = draft.identity.row.place();
    let own = draft.embedded.iter();
    photos.extend(own.map(|bytes| Photo::in_sheet(place.clone(), Arc::clone(bytes))));
    photos.truncate(MOST_PHOTOS);
}

/// How many kuliner products each seller has, refused rows included: a permit is for one of them, and a fault in
/// another row must not move it.
fn food_of(drafts: &[ProductDraft], owners: &[Option<usize>], sellers: usize) -> Vec<u32> {
    let food: Vec<AtomicU32> = (0..sellers).map(|_| AtomicU32::default()).collect();
    drafts.par_iter().zip(owners).for_each(|(draft, owner)| {
        let is_food = !draft.hidden && draft.category.as_ref().is_some_and(Category::is_kuliner);
        if let Some(count) = owner.filter(|_| is_food).and_then(|owner| food.get(owner)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    });
    food.into_iter().map(AtomicU32::into_inner).collect()
}

/// Says where a seller's P-IRT or BPOM number is nobody's, because it could be for any of several products.
fn report_shared_permits(sellers: &Sellers, food: &[u32], problems: &mut Problems) {
    for (at, seller) in sellers.drafts.iter().enumerate() {
        let several = food.get(at).is_some_and(|count| *count > 1);
        let permits = [&seller.shared.pirt, &seller.shared.bpom];
        for (permit, cell) in permits.into_iter().zip(&seller.permit_cells) {
            if let Some(permit) = permit.own().filter(|_| several && sellers.code(at).is_some()) {
                problems.add(Fault::ValueUnused, cell, Some(permit.number.clone()), "Izin ini milik satu produk, sedangkan penjual ini punya beberapa produk kuliner, jadi tidak dipasang pada produk mana pun.", "Isi nomornya di kolom pirt atau bpom pada baris produknya.");
            }
        }
    }
}

fn withdrawn(
    draft: &ProductDraft,
    code: Option<&Code>,
    seller: Option<(&SellerDraft, &Code)>,
) -> Option<Withdrawn> {
    let (owner, seller) = seller?;
    (!draft.refused && !draft.identity.name.is_empty()).then_some(())?;
    Some(Withdrawn {
        code: code?.clone(),
        name: draft.identity.name.clone(),
        seller: seller.clone(),
        shop: owner.identity.name.clone(),
        category: draft.category.clone()?,
    })
}

/// The product, unless anything required is missing, made of what the draft holds. `alone`: it is its seller's one
/// kuliner product.
fn product(
    draft: &mut ProductDraft,
    code: Option<&Code>,
    seller: Option<(&SellerDraft, &Code)>,
    alone: bool,
    market: &Market,
) -> Option<Product> {
    let ((owner, seller), code) = (seller?, code?);
    if draft.refused {
        return None;
    }
    let category = draft.category.clone()?;
    let is_food = Category::is_kuliner(&category);
    let theirs = &owner.shared;
    let halal = draft.shared.halal.or(theirs.halal.own().filter(|_| is_food));
    let permit = |own: &Said<Permit>, theirs: &Said<Permit>| {
        own.or(theirs.own().filter(|_| is_food && alone))
    };
    let links = links(draft, owner, market);
    Some(Product {
        card: Card {
            code: code.clone(),
            name: take(&mut draft.identity.name),
            seller: seller.clone(),
            shop: owner.identity.name.clone(),
            kecamatan: owner.kecamatan?,
            category,
            subcategory: take(&mut draft.subcategory),
            price: draft.price?,
            unit: take(&mut draft.unit),
            measure: draft.measure,
            picture: None,
            stock: draft.stock,
            preorder_days: draft.preorder_days,
            minimum: draft.minimum,
            has_variants: !draft.variants.is_empty(),
            jbl: take(&mut draft.jbl),
            jbl_price: draft.jbl_price,
            halal: halal.is_some(),
            grade: draft.shared.grade.or(theirs.grade),
            channels: links.channels(),
            keywords: take(&mut draft.keywords),
            updated: draft.updated,
        },
        description: take(&mut draft.description),
        pictures: Vec::new(),
        variants: take(&mut draft.variants),
        links,
        jbl_link: take(&mut draft.jbl_link),
        daily_capacity: draft.daily_capacity,
        shelf_life_days: draft.shelf_life_days,
        tax: draft.tax,
        servings: take(&mut draft.servings),
        delivery: delivery(draft, owner),
        halal,
        pirt: permit(&draft.shared.pirt, &theirs.pirt),
        bpom: permit(&draft.shared.bpom, &theirs.bpom),
        nib: owner.nib,
        gebetan: draft.gebetan,
    })
}

fn delivery(draft: &ProductDraft, owner: &SellerDraft) -> Delivery {
    let own = &draft.shared.delivery;
    if own.is_empty() { owner.shared.delivery.clone() } else { own.clone() }
}

/// The channels that a seller's own row opens.
pub fn own_links(owner: &SellerDraft, market: &Market) -> OrderLinks {
    OrderLinks {
        whatsapp: whatsapp(owner, market),
        shops: owner.shared.shops.clone(),
        eorder: owner.shared.eorder.own().cloned(),
    }
}

/// The product's own channels, else the seller's.
fn links(draft: &ProductDraft, owner: &SellerDraft, market: &Market) -> OrderLinks {
    OrderLinks {
        whatsapp: whatsapp(owner, market),
        shops: merged(&draft.shared.shops, &owner.shared.shops),
        eorder: draft.shared.eorder.or(owner.shared.eorder.own()),
    }
}

/// The seller's number with consent; in an example market the stand-in, so that nobody can write to a stranger.
fn whatsapp(owner: &SellerDraft, market: &Market) -> Option<WhatsApp> {
    let phone = owner.phone.as_ref().filter(|_| owner.consent)?;
    Some(if market.example { WhatsApp::Example } else { WhatsApp::Number(phone.clone()) })
}

fn merged(own: &[(Channel, SafeLink)], theirs: &[(Channel, SafeLink)]) -> Vec<(Channel, SafeLink)> {
    let link_in = |links: &[(Channel, SafeLink)], channel| {
        links.iter().find(|(known, _)| *known == channel).cloned()
    };
    Channel::ALL
        .into_iter()
        .filter_map(|channel| link_in(own, channel).or_else(|| link_in(theirs, channel)))
        .collect()
}

/// What deserves a look in a product that is published.
fn report(
    draft: &ProductDraft,
    product: &Product,
    photos: &[Photo],
    any_photo: bool,
    problems: &mut Problems,
) {
    if product.card.channels.is_empty() {
        problems.add(
            Fault::NoChannel,
            &draft.identity.row,
            None,
            "Produk ini terbit tanpa satu pun cara memesan.",
            "Isi whatsapp dengan izin_kontak ya, atau tautan toko, di lembar penjual atau produk.",
        );
    }
    if any_photo && photos.is_empty() && draft.photos.is_empty() {
        let fix = format!("Taruh foto bernama {}.jpg di folder foto.", product.card.code);
        problems.add(
            Fault::PhotoMissing,
            &draft.photo_cell,
            None,
            "Produk ini terbit tanpa foto.",
            fix,
        );
    }
}
