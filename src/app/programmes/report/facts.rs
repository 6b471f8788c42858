//! What is published of a product or a seller, field by field, as somebody who reports a mistake sees it.

use crate::app::text::t::card::preorder;
use crate::app::text::t::product::{
    BPOM, HALAL, NIB, PIRT, READY, SOLD_OUT, jbl_price as jbl_price_name,
};
use crate::app::text::t::report as t;
use crate::app::text::t::seller::place;
use crate::domain::code::Code;
use crate::domain::market::Label;
use crate::domain::offer::jbl_price;
use crate::domain::permit::Permit;
use crate::domain::product::{Card, Product, Stock, Withdrawn};
use crate::domain::seller::{OrderLinks, Seller, WhatsApp};
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::Route;

/// What a report is about.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// The product, where it is about one.
    pub product: Option<(String, Code)>,
    /// The seller.
    pub seller: (String, Code),
    /// Its page.
    pub page: Route,
    /// What may be wrong, with what is published of it; empty: nothing.
    pub fields: Vec<(&'static str, String)>,
}

/// Of a product that is on sale.
pub(super) fn of_product(product: &Product, manifest: &Manifest, now: Moment) -> Facts {
    let card = &product.card;
    let promotion = jbl_price(card, &manifest.editions, now).map(|promotion| {
        let name = jbl_price_name(&manifest.market.label(Label::Jbl));
        format!("{name} {}", promotion.price)
    });
    let price = t::price(&card.price.to_string(), &card.unit, promotion.as_deref());
    let permits = [(HALAL, &product.halal), (PIRT, &product.pirt), (BPOM, &product.bpom)];
    Facts {
        product: Some((card.name.clone(), card.code.clone())),
        seller: (card.shop.clone(), card.seller.clone()),
        page: Route::Product(card.code.clone()),
        fields: vec![
            (t::PRICE, price),
            (t::STOCK, stock(card)),
            (t::WORDS, t::words(product.pictures.len(), &product.description)),
            (t::PERMITS, self::permits(product.nib, permits)),
            (t::CONTACTS, contacts(&product.links)),
            (t::CLOSED, format!("{}, {}", card.shop, card.kecamatan.name())),
            (t::OTHER, String::new()),
        ],
    }
}

/// Of one that is no longer sold.
pub(super) fn of_withdrawn(product: &Withdrawn) -> Facts {
    Facts {
        product: Some((product.name.clone(), product.code.clone())),
        seller: (product.shop.clone(), product.seller.clone()),
        page: Route::Product(product.code.clone()),
        fields: vec![(t::STOCK, t::WITHDRAWN.to_owned()), (t::OTHER, String::new())],
    }
}

/// Of a seller.
pub(super) fn of_seller(seller: &Seller) -> Facts {
    let (kecamatan, city) = (seller.kecamatan.name(), seller.kecamatan.city().name());
    let permits = [(HALAL, &seller.halal), (PIRT, &seller.pirt), (BPOM, &seller.bpom)];
    Facts {
        product: None,
        seller: (seller.name.clone(), seller.code.clone()),
        page: Route::Seller(seller.code.clone()),
        fields: vec![
            (t::WORDS, t::words(0, &seller.about)),
            (t::PERMITS, self::permits(seller.nib, permits)),
            (t::CONTACTS, contacts(&seller.links)),
            (t::CLOSED, place(seller.kelurahan.as_deref(), kecamatan, city)),
            (t::OTHER, String::new()),
        ],
    }
}

fn stock(card: &Card) -> String {
    match card.stock {
        Stock::Siap => READY.to_owned(),
        Stock::Po => preorder(card.preorder_days),
        Stock::Habis => SOLD_OUT.to_owned(),
    }
}

fn permits(nib: bool, permits: [(&str, &Option<Permit>); 3]) -> String {
    let nib = nib.then(|| NIB.to_owned());
    let told = permits
        .into_iter()
        .filter_map(|(label, permit)| permit.as_ref().map(|permit| t::permit(label, permit)));
    nib.into_iter().chain(told).collect::<Vec<_>>().join("; ")
}

fn contacts(links: &OrderLinks) -> String {
    let number = links.whatsapp.as_ref().map(|whatsapp| match whatsapp {
        WhatsApp::Number(phone) => phone.local(),
        WhatsApp::Example => t::EXAMPLE_NUMBER.to_owned(),
    });
    let eorder = links.eorder.as_ref().and_then(|eorder| eorder.link.as_ref());
    let pages = links.shops.iter().map(|(_, link)| link).chain(eorder);
    let pages = pages.map(|link| link.as_str().to_owned());
    number.into_iter().chain(pages).collect::<Vec<_>>().join(", ")
}
