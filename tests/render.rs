//! The app's views rendered natively to HTML: what must stand in them, and that names from sheets stay text.
#![cfg(feature = "render")]
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use etalase::app::data::catalogue::Catalogue;
use etalase::app::data::load::Load;
use etalase::app::node::Node;
use etalase::app::pages::basket::basket_page;
use etalase::app::pages::product::product_page;
use etalase::app::pages::seller::seller_page;
use etalase::app::parts::product_card::{Level, product_card};
use etalase::app::programmes::compare::compare_page;
use etalase::app::programmes::news::news_page;
use etalase::app::programmes::report::report_page;
use etalase::app::reactive::provide_context;
use etalase::app::state::basket::BasketState;
use etalase::app::state::clock::Clock;
use etalase::app::state::place::Places;
use etalase::app::state::prefs::Prefs;
use etalase::app::state::saved::SavedState;
use etalase::app::state::site::Site;
use etalase::app::state::toast::Toasts;
use etalase::domain::area::Kecamatan;
use etalase::domain::basket::{Basket, LineKey, Seen};
use etalase::domain::category::Category;
use etalase::domain::channel::Channel;
use etalase::domain::code::Code;
use etalase::domain::edition::{Edition, Window};
use etalase::domain::link::SafeLink;
use etalase::domain::market::Market;
use etalase::domain::measure::Measure;
use etalase::domain::money::Rupiah;
use etalase::domain::phone::Phone;
use etalase::domain::product::{Card, Listing, Product, Stock, Withdrawn};
use etalase::domain::saved::Saved;
use etalase::domain::seller::{Delivery, OrderLinks, Seller, WhatsApp};
use etalase::domain::time::{Date, Moment};
use etalase::domain::variant;
use etalase::format::manifest::{Counts, Manifest};
use etalase::search::cards::Cards;
use leptos::prelude::Owner;
use std::sync::Arc;

const HOSTILE: &str =
    "<script>alert(1)</script> \"Keripik\" & 'Tempe' <img src=x onerror=alert(1)>";

fn code(text: &str) -> Code {
    Code::parse(text).expect(text)
}

fn noon(day: &str) -> Moment {
    Date::parse(day).expect(day).at(12, 0)
}

fn link(text: &str) -> SafeLink {
    SafeLink::anywhere(text, &[]).expect(text)
}

fn card(name: &str) -> Card {
    Card {
        code: code("keripik-tempe"),
        name: name.to_owned(),
        seller: code("dapur-uji"),
        shop: "Dapur Uji".to_owned(),
        kecamatan: Kecamatan::find("Tebet").expect("a kecamatan"),
        category: code("kuliner"),
        subcategory: None,
        price: Rupiah::new(18_000),
        unit: "bungkus".to_owned(),
        measure: Measure::parse("250 g").ok(),
        picture: None,
        stock: Stock::Siap,
        preorder_days: None,
        minimum: 1,
        has_variants: true,
        jbl: vec![code("jbl-uji")],
        jbl_price: Some(Rupiah::new(15_000)),
        halal: false,
        grade: None,
        channels: vec![Channel::Whatsapp, Channel::Tokopedia],
        keywords: String::new(),
        updated: None,
    }
}

fn product(name: &str) -> Product {
    Product {
        card: card(name),
        description: format!("Renyah. {name}"),
        pictures: Vec::new(),
        variants: variant::parse("Rasa: Asin|Pedas +2.000|Manis (habis)").expect("three tastes"),
        links: OrderLinks {
            whatsapp: Some(WhatsApp::Number(Phone::parse("0812-3456-7890").expect("a phone"))),
            shops: vec![(Channel::Tokopedia, link("https://www.tokopedia.com/dapur-uji/keripik"))],
            eorder: None,
        },
        jbl_link: None,
        daily_capacity: Some(100),
        shelf_life_days: Some(60),
        tax: None,
        servings: Vec::new(),
        delivery: Delivery { pickup: true, ..Delivery::default() },
        halal: None,
        pirt: None,
        bpom: None,
        nib: true,
        gebetan: false,
    }
}

fn seller(name: &str) -> Seller {
    Seller {
        code: code("dapur-uji"),
        name: name.to_owned(),
        kecamatan: Kecamatan::find("Tebet").expect("a kecamatan"),
        kelurahan: None,
        pengampu: None,
        about: name.to_owned(),
        hours: String::new(),
        delivery: Delivery::default(),
        links: product("").links,
        nib: false,
        halal: None,
        pirt: None,
        bpom: None,
        grade: None,
        products: 1,
        updated: None,
    }
}

fn edition() -> Edition {
    let day = |text: &str| Date::parse(text).expect(text);
    Edition {
        code: code("jbl-uji"),
        title: "Jumat Beli Lokal Jakarta Selatan".to_owned(),
        city: None,
        window: Window { from: day("2026-11-25").start(), to: day("2026-11-30").start() },
        preorder: None,
        live: None,
        live_link: None,
        shop_link: None,
        channel: Channel::Tokopedia,
        place: String::new(),
        note: String::new(),
        products: 1,
    }
}

/// A market of one seller with one listing, at a moment; `basket` is what the visitor has.
fn html(listing: Listing, now: Moment, basket: Basket, view: impl FnOnce() -> Node) -> String {
    let owner = Owner::new();
    owner.with(|| {
        let cards = match &listing {
            Listing::Sold(product) => vec![product.card.clone()],
            Listing::Withdrawn(_) => Vec::new(),
        };
        let manifest = Manifest {
            version: 1,
            market: Market { url: "https://etalase.example".to_owned(), ..Market::default() },
            categories: Category::built_in(),
            editions: vec![edition()],
            counts: Counts::default(),
            cards: Vec::new(),
            products: Vec::new(),
            sellers: Vec::new(),
            programmes: None,
        };
        let catalogue = Catalogue::with(
            Load::Ready(Arc::new(manifest)),
            Load::Ready(Arc::new(Cards::new(cards))),
        );
        let shop = match &listing {
            Listing::Sold(product) => product.card.shop.clone(),
            Listing::Withdrawn(product) => product.shop.clone(),
        };
        catalogue.hold(vec![listing], vec![seller(&shop)]);
        provide_context(catalogue);
        Clock::at(now, catalogue);
        Prefs::with(None);
        Site::with("https://dibuka.example".to_owned());
        Toasts::provide();
        BasketState::with(basket);
        SavedState::with(Saved::default());
        Places::forgetful();
        view().html()
    })
}

fn product_html(product: Product, now: Moment) -> String {
    let listing = Listing::Sold(Box::new(product));
    html(listing, now, Basket::default(), || product_page(&code("keripik-tempe")))
}

/// No tag of the hostile name has become one of the page, and its words are still to be read.
fn assert_harmless(html: &str) {
    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("<img src=x"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)"), "{html}");
    for attribute in html.split('<').flat_map(|tag| tag.split('>').next()) {
        assert!(!attribute.contains("\"Keripik\""), "a quote has ended an attribute: {attribute}");
    }
}

#[test]
fn a_card_tells_name_price_unit_and_seller() {
    let product = Listing::Sold(Box::new(product("Keripik Tempe")));
    let html = html(product, noon("2026-12-02"), Basket::default(), || {
        product_card(&card("Keripik Tempe"), &[], noon("2026-12-02"), Level::Two, false)
    });
    for part in
        ["<article", "href=\"/p/keripik-tempe\"", "Keripik Tempe", "Rp18.000", "250 g", "Dapur Uji"]
    {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

#[test]
fn a_product_page_has_its_name_its_price_and_an_order_that_is_ready_to_send() {
    let html = product_html(product("Keripik Tempe"), noon("2026-12-02"));
    for part in [
        "<h1>Keripik Tempe</h1>",
        "Rp18.000",
        "https://wa.me/6281234567890?text=Halo%20Dapur%20Uji",
        "https%3A%2F%2Fetalase.example%2Fp%2Fkeripik-tempe",
        "Pesan lewat WhatsApp",
        "https://www.tokopedia.com/dapur-uji/keripik",
        "rel=\"noopener noreferrer\"",
        "Tambah ke keranjang",
        "Salin pesan",
        "Bagikan",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(!html.contains("Rp15.000"), "the JBL price holds only inside its window");
    assert!(!html.contains(" style="), "inline styles are refused by the site's policy");
}

#[test]
fn inside_the_window_the_main_way_is_the_editions_and_the_message_keeps_the_normal_price() {
    let html = product_html(product("Keripik Tempe"), noon("2026-11-27"));
    assert!(html.contains("Rp15.000"));
    let main = html.split("button--main").next().and_then(|before| before.rfind("<a"));
    let main = main.and_then(|at| html.get(at..)).unwrap_or_default();
    assert!(main.starts_with("<a class=\"button button--main\"") || main.contains("tokopedia"));
    let message = html.split("https://wa.me/").nth(1).and_then(|rest| rest.split('"').next());
    let message = message.expect("a WhatsApp link");
    assert!(message.contains("Rp18.000") && !message.contains("15.000"), "{message}");
}

#[test]
fn what_is_sold_out_cannot_be_ordered_and_its_seller_remains() {
    let mut product = product("Keripik Tempe");
    product.card.stock = Stock::Habis;
    let html = product_html(product, noon("2026-12-02"));
    assert!(!html.contains("https://wa.me/"));
    assert!(html.contains("href=\"/toko/dapur-uji\""));
}

#[test]
fn what_is_no_longer_sold_says_so() {
    let listing = Listing::Withdrawn(Withdrawn {
        code: code("keripik-tempe"),
        name: "Keripik Lama".to_owned(),
        seller: code("dapur-uji"),
        shop: "Dapur Uji".to_owned(),
        category: code("kuliner"),
    });
    let html = html(listing, noon("2026-12-02"), Basket::default(), || {
        product_page(&code("keripik-tempe"))
    });
    for part in ["Sudah tidak dijual", "Keripik Lama", "/toko/dapur-uji"] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(!html.contains("Tambah ke keranjang"));
}

#[test]
fn hostile_names_stay_text_on_every_page() {
    let mut hostile = product(HOSTILE);
    hostile.card.shop = HOSTILE.to_owned();
    hostile.variants = vec![variant::VariantGroup {
        name: HOSTILE.to_owned(),
        options: vec![variant::VariantOption {
            name: HOSTILE.to_owned(),
            delta: 0,
            sold_out: false,
        }],
    }];
    assert_harmless(&product_html(hostile.clone(), noon("2026-11-27")));

    let mut basket = Basket::default();
    let seen = Seen {
        name: HOSTILE.to_owned(),
        seller: code("dapur-uji"),
        shop: HOSTILE.to_owned(),
        price: Rupiah::new(18_000),
        unit: "bungkus".to_owned(),
        picture: None,
    };
    basket.add(LineKey { code: code("keripik-tempe"), choice: Vec::new() }, 2, seen, 1);
    let listing = || Listing::Sold(Box::new(hostile.clone()));
    assert_harmless(&html(listing(), noon("2026-11-27"), basket, basket_page));
    let shop =
        html(listing(), noon("2026-11-27"), Basket::default(), || seller_page(&code("dapur-uji")));
    assert_harmless(&shop);
}

#[test]
fn a_basket_shows_its_lines_sums_and_a_price_that_has_changed() {
    let mut basket = Basket::default();
    let seen = Seen {
        name: "Keripik Tempe".to_owned(),
        seller: code("dapur-uji"),
        shop: "Dapur Uji".to_owned(),
        price: Rupiah::new(17_000),
        unit: "bungkus".to_owned(),
        picture: None,
    };
    let pedas = variant::Chosen { group: "Rasa".to_owned(), option: "Pedas".to_owned() };
    basket.add(LineKey { code: code("keripik-tempe"), choice: vec![pedas] }, 2, seen, 1);
    let listing = Listing::Sold(Box::new(product("Keripik Tempe")));
    let html = html(listing, noon("2026-12-02"), basket, basket_page);
    for part in
        ["Rp17.000 menjadi Rp20.000", "Rp40.000", "https://wa.me/6281234567890", "Salin pesan"]
    {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

/// A page of the programmes' bundle over one hostile product.
fn programme_html(now: Moment, view: impl FnOnce() -> Node) -> String {
    let mut hostile = product(HOSTILE);
    hostile.card.shop = HOSTILE.to_owned();
    html(Listing::Sold(Box::new(hostile)), now, Basket::default(), view)
}

#[test]
fn a_comparison_has_the_price_that_holds_for_the_same_amount_and_says_what_it_cannot_read() {
    let page = || compare_page("keripik-tempe.%3Cb%3E.tak-ada");
    let normal = programme_html(noon("2026-12-02"), page);
    assert_harmless(&normal);
    for part in ["Harga per 100 g", "Rp7.200", "tak-ada", "Sebagian tautannya tidak terbaca"] {
        assert!(normal.contains(part), "{part} is missing in {normal}");
    }
    assert!(!normal.contains("Rp15.000"), "the JBL price holds only inside its window");
    assert!(!normal.contains("Termurah"), "there is nothing to compare with");
    let promoted = programme_html(noon("2026-11-27"), page);
    for part in ["Rp6.000", "Rp15.000", "hanya lewat Tokopedia"] {
        assert!(promoted.contains(part), "{part} is missing in {promoted}");
    }
}

#[test]
fn a_report_shows_what_is_published_and_asks_for_nothing_else() {
    let html = programme_html(noon("2026-12-02"), || report_page("keripik-tempe"));
    assert_harmless(&html);
    for part in ["Rp18.000 per bungkus", "0812-3456-7890", "href=\"/p/keripik-tempe\""] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    let seller = programme_html(noon("2026-12-02"), || report_page("toko/dapur-uji"));
    assert_harmless(&seller);
    assert!(seller.contains("Toko sudah tutup") && !seller.contains("Rp18.000"), "{seller}");
}

#[test]
fn news_are_told_against_the_mark_and_a_damaged_one_is_a_first_visit() {
    let mark =
        r#"{"day":"2026-11-20","products":{"keripik-tempe":[20000,null],"hilang-uji":[500,null]}}"#;
    let html = programme_html(noon("2026-12-02"), || news_page(Some(mark)));
    assert_harmless(&html);
    for part in ["Jumat 20 Nov 2026", "dari Rp20.000 turun ke Rp18.000", "hilang-uji"] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    for kept in [None, Some("{\"day\":"), Some("[]")] {
        let html = programme_html(noon("2026-12-02"), || news_page(kept));
        assert!(html.contains("Mulai sekarang"), "{html}");
    }
}
