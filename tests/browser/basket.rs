//! The basket as two tabs of one device have it.

use crate::stage::{start, until};
use etalase::app::browser::kept::{read, rewrite};
use etalase::app::state::basket::{BasketState, Keeping};
use etalase::domain::basket::{LineKey, Seen};
use etalase::domain::code::Code;
use etalase::domain::money::Rupiah;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// A tab with the basket of this device; it is closed with the owner.
fn tab() -> (Owner, BasketState) {
    start();
    let owner = Owner::new();
    let basket = owner.with(BasketState::provide);
    (owner, basket)
}

fn key(code: &str) -> LineKey {
    LineKey { code: Code::parse(code).unwrap(), choice: Vec::new() }
}

fn seen(seller: &str) -> Seen {
    Seen {
        name: "Keripik Tempe".into(),
        seller: Code::parse(seller).unwrap(),
        shop: "Dapur Uji".into(),
        price: Rupiah::new(15_000),
        unit: "bungkus".into(),
        picture: None,
    }
}

/// The quantities of one seller's lines.
fn quantities(state: BasketState, seller: &str) -> Vec<(String, u32)> {
    state.basket.with_untracked(|basket| {
        let own = basket.lines().filter(|line| line.seen.seller.as_str() == seller);
        own.map(|line| (line.code.to_string(), line.quantity)).collect()
    })
}

async fn kept(state: BasketState) {
    until("the basket to be kept", || state.keeping.get_untracked() == Keeping::Kept).await;
}

#[wasm_bindgen_test]
async fn what_one_tab_puts_in_the_other_shows() {
    let ((_here, a), (_there, b)) = (tab(), tab());
    kept(a).await;
    kept(b).await;
    a.add(key("keripik"), 2, seen("toko-satu"), |_| {});
    until("the line in the other tab", || {
        quantities(b, "toko-satu") == [("keripik".to_owned(), 2)]
    })
    .await;
}

#[wasm_bindgen_test]
async fn both_tabs_lines_for_one_seller_are_kept() {
    let ((_here, a), (_there, b)) = (tab(), tab());
    kept(a).await;
    kept(b).await;
    a.add(key("keripik"), 1, seen("toko-dua"), |_| {});
    b.add(key("kopi"), 1, seen("toko-dua"), |_| {});
    let both = |state| quantities(state, "toko-dua").len() == 2;
    until("both lines in both tabs", || both(a) && both(b)).await;
    let (_later, c) = tab();
    until("both lines in a later tab", || both(c)).await;
}

#[wasm_bindgen_test]
async fn a_line_is_on_the_device_when_the_basket_says_so() {
    let (_here, a) = tab();
    kept(a).await;
    a.add(key("keripik"), 3, seen("toko-tiga"), |_| {});
    assert_eq!(a.keeping.get_untracked(), Keeping::Writing);
    kept(a).await;
    let records = read("keranjang/toko-tiga").await.unwrap();
    assert!(records[0].1.contains("keripik"), "{records:?}");
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_set_aside_and_the_rest_stays() {
    let (_here, a) = tab();
    a.add(key("kopi"), 1, seen("toko-empat"), |_| {});
    kept(a).await;
    rewrite(vec!["keranjang/toko-lima".into()], |_, _| Some("{torn".into())).await.unwrap();
    let (_later, b) = tab();
    until("the damage to be noticed", || b.damaged.get_untracked() == 1).await;
    assert_eq!(quantities(b, "toko-empat"), [("kopi".to_owned(), 1)]);
    let aside = read("rusak/").await.unwrap();
    assert_eq!(aside[0].1, "{torn");
}
