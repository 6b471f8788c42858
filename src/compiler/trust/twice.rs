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
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Reports two sellers with one phone. Rows of one name and phone are one seller already, unless both are listed.
pub fn phones(sellers: &Sellers, shown: &[usize], cells: Cells<'_>, problems: &mut Problems) {
    let mut first: HashMap<&Phone, &SellerDraft> = HashMap::new();
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
    let mut first: HashMap<String, &SellerDraft> = HashMap::new();
    for at in shown {
        let (Some(draft), Some(code)) = (sellers.drafts.get(*at), sellers.code(*at)) else {
            continue;
        };
        let name = &draft.identity.name;
        let known = first.entry(name_key(name)).or_insert(draft);
        let given = |draft: &SellerDraft| draft.identity.given.is_some();
        let here = cells.at(&draft.identity.row, col::NAMA_USAHA);
        // Two codes given by hand are two sellers that somebody has told apart.
        let told_apart = std::ptr::eq(*known, draft) || given(known) && given(draft);
        let message = if !told_apart {
            let there = cells.at(&known.identity.row, col::NAMA_USAHA);
            format!(
                "Dua penjual bernama \"{name}\", dengan nomor atau kecamatan berbeda: {} dan {}. Keduanya terbit sebagai penjual sendiri-sendiri.",
                there.spoken(),
                here.spoken()
            )
        } else if let Some(earlier) = namesake(previous, name, code) {
            format!(
                "Penjual baru ini ({}) bernama sama dengan \"{earlier}\" pada terbitan sebelumnya, tetapi kodenya lain: \"{code}\".",
                here.spoken()
            )
        } else {
            continue;
        };
        problems.add(
            Fault::SellerNameTwice,
            &here,
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
    let mut first: HashMap<u64, u32> = HashMap::new();
    for (at, ((draft, owner), code)) in drafts.iter().zip(owners).zip(codes).enumerate() {
        if draft.refused || draft.hidden || owner.is_none() || code.code().is_none() {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        (owner, name_key(&draft.identity.name)).hash(&mut hasher);
        (draft.price, squash(&draft.unit), draft.measure).hash(&mut hasher);
        let earlier = *first.entry(hasher.finish()).or_insert(at as u32) as usize;
        let known = drafts.get(earlier).filter(|known| {
            earlier != at && owners.get(earlier) == Some(owner) && is_same(known, draft)
        });
        let Some(known) = known else { continue };
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

fn is_same(one: &ProductDraft, other: &ProductDraft) -> bool {
    one.price == other.price
        && one.measure == other.measure
        && squash(&one.unit) == squash(&other.unit)
        && name_key(&one.identity.name) == name_key(&other.identity.name)
}
