//! Sellers of the `penjual` sheet and those that product rows bring along, and who sells which product.
//!
//! In product rows the same name and phone are one seller. Rows without a number join the one seller of their
//! name (and kecamatan); where there are several, nobody guesses.

use crate::compiler::check::codes::{Assigned, assign};
use crate::compiler::check::side_by_side;
use crate::compiler::draft::Identity;
use crate::compiler::draft::product::{NamedSeller, ProductDraft, SellerRef};
use crate::compiler::draft::seller::{SellerDraft, UNKNOWN_KECAMATAN};
use crate::compiler::faults::{At, Fault, Problems};
use crate::domain::code::Code;
use crate::domain::fold::{fold, squash};
use crate::domain::phone::Phone;
use rayon::prelude::*;
use std::collections::HashMap;

/// All sellers, published or not.
#[derive(Clone, Debug, Default)]
pub struct Sellers {
    /// Those of the sheet in its order, then those derived in the order in which rows name them.
    pub drafts: Vec<SellerDraft>,
    /// Their codes.
    pub codes: Vec<Assigned>,
    /// How many are of the sheet.
    pub listed: usize,
    by_code: HashMap<Code, usize>,
    by_name: HashMap<String, Vec<usize>>,
    by_phone: HashMap<(String, Phone), usize>,
}

/// Collects the sellers, and tells for each product whose it is; `None` where that is a fault, which is reported.
pub fn check(
    listed: Vec<SellerDraft>,
    products: &[ProductDraft],
    problems: &mut Problems,
) -> (Sellers, Vec<Option<usize>>) {
    let mut sellers = Sellers { listed: listed.len(), drafts: listed, ..Sellers::default() };
    sellers.index();
    sellers.derive(products);
    let identities: Vec<_> = sellers.drafts.iter().map(|draft| &draft.identity).collect();
    let codes = assign(&identities, "toko", problems);
    sellers.by_code.reserve(codes.len());
    for (at, assigned) in codes.iter().enumerate() {
        if let Assigned::Code(code) = assigned {
            sellers.by_code.insert(code.clone(), at);
        }
    }
    sellers.codes = codes;
    let owners = side_by_side(products, problems, |product, problems| {
        // What is withdrawn is never a problem.
        let mut unheard = Problems::default();
        sellers.owner(product, if product.hidden { &mut unheard } else { problems })
    });
    (sellers, owners)
}

impl Sellers {
    /// The code of a seller that is fit to be published.
    pub fn code(&self, at: usize) -> Option<&Code> {
        self.drafts.get(at).filter(|draft| !draft.refused)?;
        self.codes.get(at)?.code()
    }

    /// The seller, fit to be published or not, that a text names by its code.
    pub fn by_code(&self, text: &str) -> Option<usize> {
        Code::fold(text).ok().and_then(|(code, _)| self.by_code.get(&code).copied())
    }

    /// The code that was meant where a name stands in its place.
    pub fn code_of_name(&self, text: &str) -> Option<&Code> {
        let first = self.by_name.get(&name_key(text))?.first()?;
        self.codes.get(*first)?.code()
    }

    /// Makes the indexes by name and by phone anew.
    fn index(&mut self) {
        let key = |draft: &SellerDraft| name_key(&draft.identity.name);
        let names: Vec<String> = self.drafts.par_iter().map(key).collect();
        self.by_name = HashMap::with_capacity(names.len());
        self.by_phone = HashMap::with_capacity(names.len());
        for (at, name) in names.into_iter().enumerate() {
            self.index_name(at, name);
        }
    }

    fn index_name(&mut self, at: usize, name: String) {
        if let Some(phone) = self.drafts.get(at).and_then(|draft| draft.phone.as_ref()) {
            self.by_phone.entry((name.clone(), phone.clone())).or_insert(at);
        }
        self.by_name.entry(name).or_default().push(at);
    }

    /// Makes sellers of names that no listed seller has, those with a number first.
    fn derive(&mut self, products: &[ProductDraft]) {
        let named = || {
            products.iter().filter_map(|product| match &product.seller {
                SellerRef::Named(named) => Some((product, named)),
                _ => None,
            })
        };
        if named().next().is_none() {
            return;
        }
        for with_phone in [true, false] {
            for (product, named) in named().filter(|(_, named)| named.phone.is_some() == with_phone)
            {
                if named.kecamatan.is_some() && matches!(self.find(named), Found::None) {
                    self.drafts.push(draft(named, product));
                    self.index_name(self.drafts.len() - 1, name_key(&named.name));
                }
            }
        }
        // Codes are made in the order of the rows, whichever pass found the seller.
        if let Some(derived) = self.drafts.get_mut(self.listed..) {
            derived.sort_by_key(|draft| draft.identity.row.order());
        }
        self.index();
    }

    fn find(&self, named: &NamedSeller) -> Found {
        let name = name_key(&named.name);
        if let Some(phone) = &named.phone
            && let Some(at) = self.by_phone.get(&(name.clone(), phone.clone()))
        {
            return Found::One(*at);
        }
        let all = self.by_name.get(&name).map(Vec::as_slice).unwrap_or_default();
        let mut fits = all.iter().copied().filter(|at| {
            let Some(draft) = self.drafts.get(*at) else { return false };
            let same_place = named.kecamatan.is_none()
                || draft.kecamatan.is_none()
                || draft.kecamatan == named.kecamatan;
            // With a number, only a listed seller without one can still be meant.
            let silent = *at < self.listed && draft.phone.is_none();
            same_place && (named.phone.is_none() || silent)
        });
        match (fits.next(), fits.next()) {
            (None, _) => Found::None,
            (Some(one), None) => Found::One(one),
            _ => Found::Several,
        }
    }

    fn owner(&self, product: &ProductDraft, problems: &mut Problems) -> Option<usize> {
        match &product.seller {
            SellerRef::Nobody => None,
            SellerRef::Code(text, cell) => self.by_reference(text, cell, problems),
            SellerRef::Named(named) => self.by_name(named, problems),
        }
    }

    fn by_reference(&self, text: &str, cell: &At, problems: &mut Problems) -> Option<usize> {
        let Some(at) = self.by_code(text) else {
            let fix = match self.code_of_name(text) {
                Some(code) => format!("Tulis kode penjualnya: {code}."),
                None => "Periksa kodenya, atau tambahkan penjualnya di lembar penjual.".to_owned(),
            };
            problems.add(
                Fault::SellerUnknown,
                cell,
                Some(text.to_owned()),
                "Penjual dengan kode ini tidak ada di lembar penjual. Baris ini tidak terbit.",
                fix,
            );
            return None;
        };
        self.standing(at, cell, text, problems)
    }

    fn by_name(&self, named: &NamedSeller, problems: &mut Problems) -> Option<usize> {
        let text = named.kecamatan_given.clone();
        if text.is_some() && named.kecamatan.is_none() {
            problems.add(
                Fault::AreaUnknown,
                &named.kecamatan_cell,
                text,
                format!("{} Baris ini tidak terbit.", UNKNOWN_KECAMATAN.0),
                UNKNOWN_KECAMATAN.1,
            );
            return None;
        }
        let at = match self.find(named) {
            Found::One(at) => at,
            Found::None => {
                problems.add(Fault::ValueMissing, &named.kecamatan_cell, None, "Kolom kecamatan wajib diisi untuk penjual yang belum ada di lembar penjual. Baris ini tidak terbit.", "Lengkapi sel ini.");
                return None;
            }
            Found::Several => {
                problems.add(Fault::SellerContradiction, &named.name_cell, Some(named.name.clone()), "Ada lebih dari satu penjual dengan nama ini, dan baris ini tidak menyebut yang mana. Baris ini tidak terbit.", "Isi nomor whatsapp penjualnya, atau kodenya di kolom penjual.");
                return None;
            }
        };
        let known = self.drafts.get(at)?;
        if let (Some(here), Some(there)) = (named.kecamatan, known.kecamatan)
            && here != there
        {
            let message = format!(
                "Penjual yang sama tercatat di kecamatan {} ({}), tetapi di sini {} ({}). Baris ini tidak terbit.",
                there.name(),
                known.identity.row.spoken(),
                here.name(),
                named.kecamatan_cell.spoken()
            );
            problems.add(
                Fault::SellerContradiction,
                &named.kecamatan_cell,
                text,
                message,
                "Samakan kecamatannya, atau bedakan nama usahanya kalau memang dua penjual.",
            );
            return None;
        }
        self.standing(at, &named.name_cell, &named.name, problems)
    }

    /// The seller, if it will be published.
    fn standing(&self, at: usize, cell: &At, text: &str, problems: &mut Problems) -> Option<usize> {
        if self.code(at).is_some() {
            return Some(at);
        }
        let draft = self.drafts.get(at)?;
        let message = format!(
            "Penjual \"{}\" sendiri tidak terbit ({}), jadi produk ini juga tidak.",
            draft.identity.label(),
            draft.identity.row.spoken()
        );
        problems.add(
            Fault::SellerRefused,
            cell,
            Some(text.to_owned()),
            message,
            "Perbaiki dulu baris penjualnya.",
        );
        None
    }
}

/// Names are one where their letters and digits are; names in other scripts where they are written alike.
pub fn name_key(name: &str) -> String {
    let key = squash(name);
    if key.is_empty() { fold(name) } else { key }
}

/// How many sellers a name fits.
enum Found {
    None,
    One(usize),
    Several,
}

fn draft(named: &NamedSeller, product: &ProductDraft) -> SellerDraft {
    SellerDraft {
        identity: Identity {
            row: product.identity.row.clone(),
            cell: named.name_cell.clone(),
            name: named.name.clone(),
            ..Identity::default()
        },
        kecamatan: named.kecamatan,
        phone: named.phone.clone(),
        ..SellerDraft::default()
    }
}
