//! What stands twice and is published all the same: one phone for two sellers, one name for two sellers, one product
//! twice at one seller. Each is a warning that names both places.

use crate::compiler::check::codes::Assigned;
use crate::compiler::check::sellers::{Sellers, name_key};
use crate::compiler::columns as col;
use crate::compiler::draft::product::ProductDraft;
use crate::compiler::draft::seller::SellerDraft;
use crate::compiler::faults::{Fault, Problems};
use crate::compiler::previous::Previous;
use crate::compiler::trust::Cells;
use crate::domain::code::Code;
use crate::domain::fold::squash;
use crate::domain::phone::Phone;
use rayon::prelude::*;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Reports two sellers with one phone. Rows of one name and phone are one seller already, unless both are listed.
pub fn phones(sellers: &Sellers, shown: &[usize], cells: Cells<'_>, problems: &mut Problems) {
    let mut first: HashMap<&Phone, &SellerDraft> = HashMap::with_capacity(shown.len());
    for draft in shown.iter().filter_map(|at| sellers.drafts.get(*at)) {
        let Some(phone) = &draft.phone else { continue };
        let Some(known) = first.get(phone) else {
            first.insert(phone, draft);
            continue;
        };
        let here = cells.at(&draft.identity.row, col::WHATSAPP);
        let there = cells.at(&known.identity.row, col::WHATSAPP);
        let message = format!(
            "Nomor ini dipakai dua penjual: \"{}\" ({}) dan \"{}\" ({}). Pesanan keduanya sampai ke nomor yang sama.",
            known.identity.name,
            there.spoken(),
            draft.identity.name,
            here.spoken()
        );
        problems.add(
            Fault::PhoneTwice,
            &here,
            Some(phone.local()),
            message,
            "Periksa nomornya. Kalau memang satu usaha, samakan nama usahanya.",
        );
    }
}

/// Reports two sellers of one name where one of them got its code from the name, because a mistyped or changed
/// number makes another seller of the same rows; and a new seller who bears the name of one published before.
pub fn names(
    sellers: &Sellers,
    shown: &[usize],
    previous: Option<&Previous>,
    cells: Cells<'_>,
    problems: &mut Problems,
) {
    let named = |at: &usize| {
        let draft = sellers.drafts.get(*at)?;
        Some((name_key(&draft.identity.name), draft, sellers.code(*at)?))
    };
    let named: Vec<(String, &SellerDraft, &Code)> = shown.par_iter().filter_map(named).collect();
    let mut first: HashMap<String, &SellerDraft> = HashMap::with_capacity(named.len());
    for (key, draft, code) in named {
        let name = &draft.identity.name;
        let known = first.entry(key).or_insert(draft);
        let given = |draft: &SellerDraft| draft.identity.given.is_some();
        let here = || cells.at(&draft.identity.row, col::NAMA_USAHA);
        // Two codes given by hand are two sellers that somebody has told apart.
        let told_apart = std::ptr::eq(*known, draft) || given(known) && given(draft);
        let message = if !told_apart {
            let there = cells.at(&known.identity.row, col::NAMA_USAHA);
            format!(
                "Dua penjual bernama \"{name}\", dengan nomor atau kecamatan berbeda: {} dan {}. Keduanya terbit sebagai penjual sendiri-sendiri.",
                there.spoken(),
                here().spoken()
            )
        } else if let Some(earlier) = namesake(previous, name, code) {
            format!(
                "Penjual baru ini ({}) bernama sama dengan \"{earlier}\" pada terbitan sebelumnya, tetapi kodenya lain: \"{code}\".",
                here().spoken()
            )
        } else {
            continue;
        };
        problems.add(
            Fault::SellerNameTwice,
            &here(),
            Some(name.clone()),
            message,
            "Kalau satu usaha, samakan nomor, kecamatan, dan kodenya; kalau bukan, biarkan.",
        );
    }
}

/// The code under which a seller of this name was published, where this one was not.
fn namesake<'a>(previous: Option<&'a Previous>, name: &str, code: &Code) -> Option<&'a Code> {
    let previous = previous.filter(|previous| !previous.has_seller(code))?;
    previous.named(name)
}

/// Reports products of one seller with the same name, price, unit and content as an earlier one.
pub fn products(
    drafts: &[ProductDraft],
    owners: &[Option<usize>],
    codes: &[Assigned],
    cells: Cells<'_>,
    problems: &mut Problems,
) {
    // Of each product only a hash and a number are held; what hashes alike is compared.
    let hash =
        |(at, (draft, (owner, code))): (usize, (&ProductDraft, (&Option<usize>, &Assigned)))| {
            let stands =
                !draft.refused && !draft.hidden && owner.is_some() && code.code().is_some();
            stands.then(|| (content(draft, *owner), at))
        };
    let all = drafts.par_iter().zip(owners.par_iter().zip(codes)).enumerate();
    let mut hashes: Vec<(u64, usize)> = all.filter_map(hash).collect();
    hashes.par_sort_unstable();
    let alike = hashes.chunk_by(|one, other| one.0 == other.0).filter_map(<[_]>::split_first);
    let pairs = alike.flat_map(|((_, first), others)| others.iter().map(|(_, at)| (*first, *at)));
    for (earlier, at) in pairs {
        let (Some(known), Some(draft)) = (drafts.get(earlier), drafts.get(at)) else { continue };
        if owners.get(earlier) != owners.get(at) || !is_same(known, draft) {
            continue;
        }
        let here = cells.at(&draft.identity.row, col::NAMA);
        let there = cells.at(&known.identity.row, col::NAMA);
        problems.add(
            Fault::ProductTwice,
            &here,
            Some(draft.identity.name.clone()),
            format!(
                "Produk yang sama dari penjual yang sama sudah ada di {}: nama, harga, satuan, dan isinya sama dengan {}.",
                there.spoken(),
                here.spoken()
            ),
            "Hapus salah satunya, atau bedakan namanya.",
        );
    }
}

/// What two rows have alike that are one product.
fn content(draft: &ProductDraft, owner: Option<usize>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (owner, name_key(&draft.identity.name)).hash(&mut hasher);
    (draft.price, squash(&draft.unit), draft.measure).hash(&mut hasher);
    hasher.finish()
}

fn is_same(one: &ProductDraft, other: &ProductDraft) -> bool {
    one.price == other.price
        && one.measure == other.measure
        && squash(&one.unit) == squash(&other.unit)
        && name_key(&one.identity.name) == name_key(&other.identity.name)
}
