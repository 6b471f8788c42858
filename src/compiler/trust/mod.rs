//! What was published before is trusted; what leads buyers elsewhere than then waits for a person's approval.
//!
//! A stolen or careless upload must not move a shop's orders to another number or shop. So every contact of a
//! seller, product, edition or round that was published before is withheld unless it was published with it, or stands in
//! `persetujuan.toml`: changed ones, and new ones too, because else a number could be removed in one upload and
//! replaced in the next. What is new itself has nothing to be compared with. Writes nothing.

pub mod approvals;
pub mod twice;

use crate::compiler::check::products::own_links;
use crate::compiler::check::sellers::Sellers;
use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::contacts::{self, Contact};
use crate::compiler::draft::product::ProductDraft;
use crate::compiler::draft::seller::SellerDraft;
use crate::compiler::draft::shared::Said;
use crate::compiler::faults::{At, Fault, Problems};
use crate::compiler::header::Sheet;
use crate::compiler::previous::{KnownProduct, Previous};
use crate::compiler::trust::approvals::Approvals;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::link::SafeLink;
use crate::domain::market::Market;
use crate::domain::money::Rupiah;
use crate::domain::product::{Listing, Product};
use crate::domain::round::Round;
use crate::domain::seller::OrderLinks;

/// A contact that is withheld until somebody approves it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pending {
    /// Whose it is: a seller's, a product's, an edition's or a round's.
    pub kind: Kind,
    /// Of the row.
    pub code: Code,
    /// What the sheet says today.
    pub contact: Contact,
    /// What was published; absent where there was none.
    pub old: Option<String>,
}

/// The cells of the sheets, for places that no draft carries.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a>(pub &'a [Sheet]);

impl Cells<'_> {
    /// A column's cell in a row; the row itself where its sheet lacks the column.
    pub fn at(&self, row: &At, column: Column) -> At {
        let sheet_of = |at: &At| (at.order().0, at.order().1);
        let mut sheets = self.0.iter();
        let sheet =
            sheets.find(|sheet| sheet_of(&sheet.source.at(None, None, None)) == sheet_of(row));
        let columns = sheet.map(|sheet| sheet.columns.as_slice()).unwrap_or_default();
        match columns.iter().find(|(known, _)| *known == column) {
            Some((_, letter)) => row.beside(column, *letter),
            None => row.clone(),
        }
    }
}

/// Compares with the last publication.
#[derive(Debug)]
pub struct Guard<'a> {
    /// What is compared with; nothing is withheld without.
    pub previous: Option<&'a Previous>,
    /// What was approved since.
    pub approvals: &'a Approvals,
    /// Where problems stand.
    pub cells: Cells<'a>,
    /// What was withheld so far.
    pub pending: Vec<Pending>,
}

/// A price that differs by more than this share of the old one is a jump.
const JUMP_PERCENT: u64 = 30;

impl Guard<'_> {
    /// One that compares with the same, for rows that are checked beside others; what it withholds is its own.
    pub fn beside(&self) -> Self {
        Self { pending: Vec::new(), ..*self }
    }

    /// Withholds what changed in sellers, as if the cells were empty.
    pub fn sellers(&mut self, sellers: &mut Sellers, market: &Market, problems: &mut Problems) {
        let Some(previous) = self.previous else { return };
        for at in 0..sellers.drafts.len() {
            let Some(code) = sellers.code(at).filter(|code| previous.has_seller(code)).cloned()
            else {
                continue;
            };
            let Some(draft) = sellers.drafts.get_mut(at) else { continue };
            let links = own_links(draft, market);
            for contact in contacts::of(&links, None) {
                if previous.seller_had(&code, &contact)
                    || self.approvals.hold(Kind::Penjual, &code, &contact)
                {
                    continue;
                }
                let cell = self.cells.at(&draft.identity.row, contact.column);
                drop_from_seller(draft, contact.column);
                let old = previous.files().seller(&code).ok().flatten();
                let old = old.map(|old| contacts::of(&old.links, None)).unwrap_or_default();
                self.withhold((Kind::Penjual, &code), contact, &old, &cell, problems);
            }
        }
    }

    /// Withholds what changed in a product that would be published, and says where its price jumped.
    pub fn product(
        &mut self,
        draft: &ProductDraft,
        owner: &SellerDraft,
        product: &mut Product,
        problems: &mut Problems,
    ) {
        let Some(previous) = self.previous else { return };
        let code = product.card.code.clone();
        let known = previous.product(&code);
        if known.is_none() && !previous.has_seller(&product.card.seller) {
            return;
        }
        self.price(draft, product, known, problems);
        let same_seller = known.is_none_or(|known| known.was_of(&product.card.seller));
        let inherited = contacts::of(&inherited(owner, product), None);
        for contact in contacts::of(&product.links, product.jbl_link.as_ref()) {
            // The seller's own row was looked at before; only another seller's contacts are new to the product.
            let sellers = inherited.iter().any(|theirs| theirs.same(&contact));
            if same_seller && sellers
                || known.is_some_and(|known| known.had(&contact))
                || self.approvals.hold(Kind::Produk, &code, &contact)
            {
                continue;
            }
            let old = known.map(|_| old_contacts(previous, &code)).unwrap_or_default();
            let is_new = old.iter().all(|old| old.column != contact.column);
            if is_new && same_seller && self.in_known_shop(&contact, owner) {
                continue;
            }
            drop_from_product(product, contact.column);
            let cell = self.cells.at(&draft.identity.row, self.column_of(draft, &contact, sellers));
            self.withhold((Kind::Produk, &code), contact, &old, &cell, problems);
        }
        product.card.channels = product.links.channels();
    }

    /// Withholds what changed in editions; `rows` are their places.
    pub fn editions<'r>(
        &mut self,
        editions: &mut [Edition],
        row: impl Fn(&Code) -> Option<&'r At>,
        problems: &mut Problems,
    ) {
        let Some(previous) = self.previous else { return };
        for edition in editions {
            let Some(known) = previous.edition(&edition.code) else { continue };
            let old = contacts::of_edition(known);
            for contact in contacts::of_edition(edition) {
                if old.iter().any(|old| old.same(&contact))
                    || self.approvals.hold(Kind::Jbl, &edition.code, &contact)
                {
                    continue;
                }
                match contact.column {
                    col::TAUTAN_TOKO => edition.shop_link = None,
                    _ => edition.live_link = None,
                }
                let row = row(&edition.code).cloned().unwrap_or_default();
                let cell = self.cells.at(&row, contact.column);
                self.withhold((Kind::Jbl, &edition.code), contact, &old, &cell, problems);
            }
        }
    }

    /// Withholds a cooperative's number that changed, as if the cell were empty; `row` is the round's place.
    pub fn round(&mut self, round: &mut Round, row: &At, problems: &mut Problems) {
        let Some(known) = self.previous.and_then(|previous| previous.round(&round.code)) else {
            return;
        };
        let old = contacts::of_round(known);
        for contact in contacts::of_round(round) {
            if old.iter().any(|old| old.same(&contact))
                || self.approvals.hold(Kind::Gebetan, &round.code, &contact)
            {
                continue;
            }
            round.contact = None;
            let cell = self.cells.at(row, contact.column);
            self.withhold((Kind::Gebetan, &round.code), contact, &old, &cell, problems);
        }
    }

    fn price(
        &self,
        draft: &ProductDraft,
        product: &Product,
        known: Option<&KnownProduct>,
        problems: &mut Problems,
    ) {
        let new = product.card.price;
        let Some(old) = known.and_then(|known| known.price) else { return };
        let Some(change) = jump(old, new) else { return };
        problems.add(
            Fault::PriceJump,
            &self.cells.at(&draft.identity.row, col::HARGA),
            Some(new.to_string()),
            format!("Harga {change} sejak terbitan sebelumnya: dari {old} menjadi {new}."),
            "Pastikan harga barunya benar; sering kali ada nol yang kurang atau lebih.",
        );
    }

    /// Whether a product's new link stays in a shop whose orders were trusted before: its seller's, or an edition's.
    fn in_known_shop(&self, contact: &Contact, owner: &SellerDraft) -> bool {
        let editions = self.previous.map(|previous| &previous.files().manifest().editions);
        let theirs = owner.shared.shops.iter().map(|(_, link)| link);
        let shared =
            editions.into_iter().flatten().filter_map(|edition| edition.shop_link.as_ref());
        theirs.chain(shared).any(|shop| contact.is_inside(shop))
    }

    /// Where a product's contact comes from: its own column, or the one that names its seller.
    fn column_of(&self, draft: &ProductDraft, contact: &Contact, sellers: bool) -> Column {
        let names_seller = |column| self.cells.at(&draft.identity.row, column).column().is_some();
        match contact.column {
            own if !sellers => own,
            _ if names_seller(col::PENJUAL) => col::PENJUAL,
            _ => col::NAMA_USAHA,
        }
    }

    fn withhold(
        &mut self,
        (kind, code): (Kind, &Code),
        contact: Contact,
        old: &[Contact],
        cell: &At,
        problems: &mut Problems,
    ) {
        let old = old.iter().find(|old| old.column == contact.column).map(|old| old.value.clone());
        let change = match &old {
            Some(old) => {
                format!("berubah sejak terbitan sebelumnya: dari {old} menjadi {}", contact.value)
            }
            None => format!("belum ada pada terbitan sebelumnya: {}", contact.value),
        };
        let whom = if kind == Kind::Gebetan { "koperasinya" } else { "penjualnya" };
        problems.add(
            Fault::ContactChanged,
            cell,
            Some(contact.value.clone()),
            format!(
                "Kontak {} untuk \"{code}\" {change}. Hanya isian ini yang tidak terbit, sampai disetujui.",
                contact.column
            ),
            format!(
                "Tanyakan dulu kepada {whom} lewat nomor yang sudah dikenal. Bila benar, jalankan catalogue approve FOLDER {code} --previous TERBITAN; bila tidak, kembalikan isinya."
            ),
        );
        self.pending.push(Pending { kind, code: code.clone(), contact, old });
    }
}

/// "naik 100 %" where a price differs by more than `JUMP_PERCENT` of the old one.
pub fn jump(old: Rupiah, new: Rupiah) -> Option<String> {
    let (old, new) = (u128::from(old.get()), u128::from(new.get()));
    let difference = old.abs_diff(new);
    if old == 0 || difference * 100 <= old * u128::from(JUMP_PERCENT) {
        return None;
    }
    let way = if new > old { "naik" } else { "turun" };
    // Rounded to the nearest whole percent.
    Some(format!("{way} {} %", (difference * 100 + old / 2) / old))
}

/// What a product has of its seller once the seller's own row was looked at.
fn inherited(owner: &SellerDraft, product: &Product) -> OrderLinks {
    OrderLinks {
        whatsapp: product.links.whatsapp.clone(),
        shops: owner.shared.shops.clone(),
        eorder: owner.shared.eorder.own().cloned(),
    }
}

fn old_contacts(previous: &Previous, code: &Code) -> Vec<Contact> {
    // A file that has vanished since it was opened costs the old value in the message, not the decision.
    match previous.files().product(code).ok().flatten() {
        Some(Listing::Sold(product)) => contacts::of(&product.links, product.jbl_link.as_ref()),
        _ => Vec::new(),
    }
}

fn drop_from_seller(draft: &mut SellerDraft, column: Column) {
    match column {
        // Like a number without consent.
        col::WHATSAPP => draft.consent = false,
        col::EORDER => draft.shared.eorder = Said::Nothing,
        shop => drop_shop(&mut draft.shared.shops, shop),
    }
}

fn drop_from_product(product: &mut Product, column: Column) {
    match column {
        col::WHATSAPP => product.links.whatsapp = None,
        col::EORDER => product.links.eorder = None,
        col::TAUTAN_JBL => product.jbl_link = None,
        shop => drop_shop(&mut product.links.shops, shop),
    }
}

fn drop_shop(shops: &mut Vec<(Channel, SafeLink)>, column: Column) {
    shops.retain(|(channel, _)| channel.column() != column);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_jump_is_more_than_three_tenths_of_the_old_price_either_way(
            old in 100_u64..1_000_000_000,
            new in 100_u64..1_000_000_000,
        ) {
            let price = |rupiah: u64| Rupiah::parse_price(&rupiah.to_string()).expect("a price");
            let said = jump(price(old), price(new));
            prop_assert_eq!(said.is_some(), new * 10 > old * 13 || new * 10 < old * 7);
            if let Some(said) = said {
                prop_assert!(said.starts_with(if new > old { "naik " } else { "turun " }), "{}", said);
            }
        }
    }
}
