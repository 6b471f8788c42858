//! `catalogue confirm`: a page for staff with one WhatsApp link for each seller, who is asked whether her page is right
//! and may be shown.
//!
//! It goes by every number in the sheets, whether or not it may be published: the question comes before the consent.
//! So the page is private, and says so.

use super::{awning, page};
use crate::compiler::catalogue::Catalogue;
use crate::domain::code::Code;
use crate::domain::confirm::{Offered, Question};
use crate::domain::link::SafeLink;
use crate::domain::market::Market;
use crate::domain::money::grouped;
use crate::domain::phone::Phone;
use crate::domain::product::Card;
use crate::domain::seller::Seller;
use crate::route::Route;
use maud::{Markup, html};
use std::collections::HashMap;

/// A seller's number in the sheets, and whether it may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The number.
    pub phone: Phone,
    /// `izin_kontak` says yes.
    pub consent: bool,
    /// What it was before, where it waits for approval.
    pub change: Option<Change>,
}

/// How a number differs from the last publication's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The seller was published with this one. She is asked there: whoever has put another number into the sheet
    /// would answer at that one.
    From(Phone),
    /// The seller was published without any.
    New,
}

impl Contact {
    /// Where the seller is asked.
    fn asked(&self) -> &Phone {
        match &self.change {
            Some(Change::From(old)) => old,
            _ => &self.phone,
        }
    }
}

/// The page.
pub fn confirm_page(catalogue: &Catalogue, contacts: &HashMap<Code, Contact>) -> String {
    let market = &catalogue.market;
    let mut goods: HashMap<&Code, Vec<&Card>> = HashMap::new();
    for card in catalogue.products.iter().map(|entry| &entry.product.card) {
        goods.entry(&card.seller).or_default().push(card);
    }
    let (reached, silent): (Vec<&Seller>, Vec<&Seller>) =
        catalogue.sellers.iter().partition(|seller| contacts.contains_key(&seller.code));
    let body = html! {
        header class="head" {
            div class="wrap" {
                p class="head__market" { (market.name) }
                h1 { "Tanya penjual" }
                p class="head__meta" { "Satu pesan WhatsApp untuk tiap penjual: benar, dan boleh ditampilkan?" }
            }
        }
        (awning())
        main class="wrap" {
            (notes(market, contacts.values().any(|contact| contact.change.is_some())))
            dl class="figures" {
                (figure("penjual dengan nomor", reached.len()))
                (figure("penjual tanpa nomor", silent.len()))
            }
            @for seller in &reached {
                @if let Some(contact) = contacts.get(&seller.code) {
                    (card(seller, contact, goods.get(&seller.code).map_or(&[], Vec::as_slice), market))
                }
            }
            @if !silent.is_empty() { (without_number(&silent)) }
        }
    };
    page(&format!("Tanya penjual: {}", market.name), &body)
}

fn notes(market: &Market, changed: bool) -> Markup {
    html! {
        p class="note note--grave" {
            b { "Hanya untuk petugas" }
            "Halaman ini memuat nomor yang belum tentu boleh tampil. Jangan ditaruh di situs, di folder bersama, atau di grup."
        }
        p class="note" {
            "Ketuk tombolnya, lalu kirim pesannya dari WhatsApp. Tombol yang pernah dibuka berubah warna. Setelah penjual
            membalas YA, isi "
            code { "izin_kontak" } " dengan " code { "ya" } " di lembar penjual."
        }
        @if market.example {
            p class="note" { "Ini pasar contoh: tautannya tanpa nomor, jadi tidak ada pesan yang sampai ke orang sungguhan." }
        }
        @if changed {
            p class="note" {
                "Penjual yang nomornya berubah ditanya lewat nomor lama. Setelah ia membalas YA, jalankan "
                code { "catalogue approve FOLDER KODE --previous TERBITAN" } "."
            }
        }
        @if market.url.is_empty() {
            p class="note" { "Alamat situs belum diketahui, jadi pesannya tanpa alamat halaman. Sertakan --site-url." }
        }
    }
}

fn figure(label: &str, count: usize) -> Markup {
    html! { div class="figure" { dt { (label) } dd { (grouped(count as u64)) } } }
}

fn card(seller: &Seller, contact: &Contact, goods: &[&Card], market: &Market) -> Markup {
    let address = market.address(&Route::Seller(seller.code.clone()).path());
    let number = (!market.example).then_some(&contact.phone);
    let asked = (!market.example).then(|| contact.asked());
    let question = Question {
        shop: &seller.name,
        market: &market.name,
        page: (!market.url.is_empty()).then_some(address.as_str()),
        phone: number,
        products: goods.iter().copied().map(offered).collect(),
    };
    let messages = question.messages();
    html! {
        article class="contact" {
            h2 { (seller.name) }
            p class="contact__meta" {
                span { (seller.code) }
                span { "Kecamatan " (seller.kecamatan.name()) }
                span { (goods.len()) " produk" }
                @if let Some(number) = number { span { (number.local()) } }
                @match &contact.change {
                    Some(Change::From(old)) => span { "nomor berubah; ditanya lewat nomor lama " (old.local()) },
                    Some(Change::New) => span { "nomor belum ada pada terbitan sebelumnya; pastikan dulu lewat jalan lain" },
                    None => {}
                }
                span { @if contact.consent { "izin kontak sudah ya" } @else { "izin kontak belum ada" } }
            }
            p class="contact__go" {
                @for (at, message) in (1..).zip(&messages) {
                    a class="button" href=(SafeLink::whatsapp(asked, message).as_str()) target="_blank" rel="noopener noreferrer" {
                        "Tanya lewat WhatsApp"
                        @if messages.len() > 1 { " (" (at) "/" (messages.len()) ")" }
                    }
                }
            }
            details class="fold" {
                summary { "Lihat pesannya" }
                @for message in &messages { pre { (message) } }
            }
        }
    }
}

fn offered(card: &Card) -> Offered<'_> {
    Offered {
        name: &card.name,
        measure: card.measure.map(|measure| measure.to_string()),
        price: card.price,
        unit: &card.unit,
    }
}

fn without_number(sellers: &[&Seller]) -> Markup {
    html! {
        section class="sheaf" {
            header class="sheaf__head" {
                h2 { "Belum ada nomor" }
                p class="sheaf__meta" { "Kolom whatsapp kosong atau tidak terbaca. Lengkapi dulu di lembarnya." }
            }
            ul class="silent" {
                @for seller in sellers { li { b { (seller.name) } " " span { (seller.code) ", " (seller.kecamatan.name()) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiler::catalogue::Entry;
    use crate::domain::product::Product;
    use crate::domain::wire::read;
    use serde_json::json;

    fn catalogue(example: bool, url: &str, name: &str) -> Catalogue {
        let seller = |code: &str, name: &str| {
            read::<Seller>(
                &json!({"code": code, "name": name, "kecamatan": "31.74.01"}).to_string(),
            )
            .expect("a seller")
        };
        let card = json!({"code": "keripik-tempe", "name": "Keripik Tempe", "seller": "dapur-ratih",
            "shop": name, "kecamatan": "31.74.01", "category": "kuliner", "price": 18_000, "unit": "bungkus"});
        let product: Product = read(&json!({"card": card}).to_string()).expect("a product");
        Catalogue {
            market: read(
                &json!({"name": "Etalase Uji", "example": example, "url": url}).to_string(),
            )
            .expect("a market"),
            sellers: vec![seller("dapur-ratih", name), seller("toko-sunyi", "Toko Sunyi")],
            products: vec![Entry { product: Box::new(product), photos: Vec::new() }],
            ..Catalogue::default()
        }
    }

    fn written(catalogue: &Catalogue) -> String {
        let phone = Phone::parse("081234567890").expect("a number");
        let contact = Contact { phone, consent: false, change: None };
        let contacts = HashMap::from([(Code::parse("dapur-ratih").expect("a code"), contact)]);
        confirm_page(catalogue, &contacts)
    }

    #[test]
    fn each_seller_with_a_number_has_one_link_and_the_others_are_listed() {
        let page = written(&catalogue(false, "https://etalase.example", "Dapur Bu Ratih"));
        assert_eq!(page.matches("href=\"https://wa.me/6281234567890?text=").count(), 1);
        assert!(page.contains("https://etalase.example/toko/dapur-ratih"));
        assert!(page.contains("1. Keripik Tempe: Rp18.000 per bungkus"));
        assert!(page.contains("Balas YA bila benar dan boleh ditampilkan"));
        let silent = page.split("Belum ada nomor").nth(1).expect("those without a number");
        assert!(silent.contains("Toko Sunyi"));
    }

    #[test]
    fn in_an_example_market_no_number_is_linked_or_shown() {
        let page = written(&catalogue(true, "", "Dapur Bu Ratih"));
        assert!(page.contains("href=\"https://wa.me/?text="));
        assert!(!page.contains("6281234567890") && !page.contains("0812-3456-7890"));
    }

    #[test]
    fn a_name_never_becomes_markup() {
        let name = "\"><script>alert(1)</script>";
        let page = written(&catalogue(false, "https://etalase.example", name));
        assert!(!page.contains("<script") && page.contains("&lt;script&gt;"));
    }
}
