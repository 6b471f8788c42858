//! Two lists of records with the same codes in them, compared one by one. Pure.

use super::{ContactChange, Diff, Named, PriceChange, WordChange};
use crate::compiler::columns::{self as col, Column, Kind};
use crate::compiler::contacts::{self, Contact};
use crate::compiler::trust::Pending;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::measure::Measure;
use crate::domain::product::Product;
use crate::domain::round::Round;
use crate::domain::seller::Seller;
use std::borrow::Cow;
use std::collections::HashMap;

/// What is told elsewhere already, so that it is not told again for every product.
pub(super) struct Seen<'a> {
    pending: HashMap<(Kind, &'a Code, Column), &'a Pending>,
    sellers: HashMap<(&'a Code, Column), &'a ContactChange>,
}

impl<'a> Seen<'a> {
    /// What waits for approval, and what changed in sellers.
    pub(super) fn new(pending: &'a [Pending], sellers: &'a [ContactChange]) -> Self {
        let of_seller = |change: &&ContactChange| change.kind == Kind::Penjual;
        Self {
            pending: pending
                .iter()
                .map(|pending| ((pending.kind, &pending.code, pending.contact.column), pending))
                .collect(),
            sellers: sellers
                .iter()
                .filter(of_seller)
                .map(|change| ((&change.code, change.column), change))
                .collect(),
        }
    }

    /// Whether a product's change is its seller's.
    fn is_sellers(
        &self,
        seller: &Code,
        column: Column,
        old: Option<&str>,
        new: Option<&str>,
    ) -> bool {
        let change = self.sellers.get(&(seller, column));
        let waits = self.pending.get(&(Kind::Penjual, seller, column));
        change.is_some_and(|change| (change.old.as_deref(), change.new.as_deref()) == (old, new))
            || waits.is_some_and(|waits| new.is_none() && waits.old.as_deref() == old)
    }
}

/// Editions: only where they are sold.
pub(super) fn editions(old: &[Edition], new: &[Edition], seen: &Seen<'_>, diff: &mut Diff) {
    for new in new {
        let Some(old) = old.iter().find(|old| old.code == new.code) else { continue };
        let (old, now) = (contacts::of_edition(old), contacts::of_edition(new));
        diff.contacts.extend(changed((Kind::Jbl, &new.code), &old, &now, seen));
    }
}

/// Rounds of Gebetan: only who collects their orders.
pub(super) fn rounds(old: &[Round], new: &[Round], seen: &Seen<'_>, diff: &mut Diff) {
    for new in new {
        let Some(old) = old.iter().find(|old| old.code == new.code) else { continue };
        let (old, now) = (contacts::of_round(old), contacts::of_round(new));
        diff.contacts.extend(changed((Kind::Gebetan, &new.code), &old, &now, seen));
    }
}

/// Sellers: which there are, their names and contacts.
pub(super) fn sellers(old: &[Seller], new: &[Cow<'_, Seller>], seen: &Seen<'_>, diff: &mut Diff) {
    let named = |seller: &Seller| Named { code: seller.code.clone(), name: seller.name.clone() };
    let mut known: HashMap<&Code, &Seller> = old.iter().map(|old| (&old.code, old)).collect();
    for new in new {
        let Some(old) = known.remove(&new.code) else {
            diff.new_sellers.push(named(new));
            continue;
        };
        word((Kind::Penjual, &new.code), col::NAMA_USAHA, &old.name, &new.name, diff);
        let (old, now) = (contacts::of(&old.links, None), contacts::of(&new.links, None));
        diff.contacts.extend(changed((Kind::Penjual, &new.code), &old, &now, seen));
    }
    diff.gone_sellers.extend(known.into_values().map(named));
}

/// Products: which are on sale, their prices, names, units and contacts.
pub(super) fn products(
    old: &[Product],
    new: &[Cow<'_, Product>],
    seen: &Seen<'_>,
    diff: &mut Diff,
) {
    let mut known: HashMap<&Code, &Product> = old.iter().map(|old| (&old.card.code, old)).collect();
    for new in new {
        match known.remove(&new.card.code) {
            None => diff.new.push(named(new)),
            Some(old) => product(old, new, seen, diff),
        }
    }
    diff.gone.extend(known.into_values().map(named));
}

fn product(old: &Product, new: &Product, seen: &Seen<'_>, diff: &mut Diff) {
    let (was, is) = (&old.card, &new.card);
    if was.price != is.price {
        diff.prices.push(PriceChange { product: named(new), old: was.price, new: is.price });
    }
    let owner = (Kind::Produk, &is.code);
    word(owner, col::NAMA, &was.name, &is.name, diff);
    word(owner, col::SATUAN, &was.unit, &is.unit, diff);
    let content = |measure: Option<Measure>| measure.map(|m| m.to_string()).unwrap_or_default();
    word(owner, col::ISI, &content(was.measure), &content(is.measure), diff);
    let before = contacts::of(&old.links, old.jbl_link.as_ref());
    let now = contacts::of(&new.links, new.jbl_link.as_ref());
    let same_seller = was.seller == is.seller;
    diff.contacts.extend(changed(owner, &before, &now, seen).into_iter().filter(|change| {
        let (old, new) = (change.old.as_deref(), change.new.as_deref());
        !(same_seller && seen.is_sellers(&is.seller, change.column, old, new))
    }));
}

/// `Keripik Tempe (Dapur Bu Ratih)`.
fn named(product: &Product) -> Named {
    let card = &product.card;
    Named { code: card.code.clone(), name: format!("{} ({})", card.name, card.shop) }
}

fn word((kind, code): (Kind, &Code), column: Column, old: &str, new: &str, diff: &mut Diff) {
    if old != new {
        let (old, new) = (old.to_owned(), new.to_owned());
        diff.words.push(WordChange { kind, code: code.clone(), column, old, new });
    }
}

/// Contacts that lead elsewhere now, but for those that wait for approval.
fn changed(
    (kind, code): (Kind, &Code),
    old: &[Contact],
    new: &[Contact],
    seen: &Seen<'_>,
) -> Vec<ContactChange> {
    let of = |all: &'_ [Contact], column| all.iter().find(|one| one.column == column).cloned();
    let change = |column: Column| {
        let (old, new) = (of(old, column), of(new, column));
        let same = match (&old, &new) {
            (Some(old), Some(new)) => old.same(new),
            (old, new) => old.is_none() && new.is_none(),
        };
        if same || seen.pending.contains_key(&(kind, code, column)) {
            return None;
        }
        let value = |contact: Option<Contact>| contact.map(|contact| contact.value);
        Some(ContactChange { kind, code: code.clone(), column, old: value(old), new: value(new) })
    };
    contacts::columns().filter_map(change).collect()
}
