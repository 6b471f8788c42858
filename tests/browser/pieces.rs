//! Views, clicked and typed into.

use crate::stage::{settle, show};
use etalase::app::browser::dialog;
use etalase::app::data::load::{Load, LoadError};
use etalase::app::node::{ElementRef, IntoNode, Node, h};
use etalase::app::parts::loading::loaded;
use etalase::app::parts::product_card::{Level, product_card};
use etalase::app::reactive::{RwSignal, memo};
use etalase::app::state::saved::SavedState;
use etalase::app::ui::sheet::{SheetLabels, sheet};
use etalase::app::ui::stepper::{StepperLabels, stepper as number_field};
use etalase::domain::area::Kecamatan;
use etalase::domain::code::Code;
use etalase::domain::money::Rupiah;
use etalase::domain::product::{Card, Stock};
use etalase::domain::saved::Saved;
use etalase::domain::time::Moment;
use leptos::prelude::Owner;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen_test::wasm_bindgen_test;

fn stepper(number: RwSignal<u32>) -> Node {
    let labels =
        StepperLabels { value: "Jumlah".into(), less: "Kurangi".into(), more: "Tambah".into() };
    number_field(memo(move || number.get()), 1..=3, labels, move |next| number.set(next))
}

#[wasm_bindgen_test]
async fn a_stepper_stops_at_its_bounds() {
    let owner = Owner::new();
    let number = owner.with(|| RwSignal::new(2));
    let stage = show(move || stepper(number));
    stage.click("[aria-label=Tambah]");
    settle().await;
    assert_eq!(stage.value("input"), "3");
    assert!(stage.has("[aria-label=Tambah]:disabled"));
    stage.fill("input", "99");
    settle().await;
    assert_eq!((number.get_untracked(), stage.value("input")), (3, "3".to_owned()));
}

#[wasm_bindgen_test]
async fn what_is_no_number_falls_back_to_the_last_one() {
    let owner = Owner::new();
    let number = owner.with(|| RwSignal::new(2));
    let stage = show(move || stepper(number));
    for typed in ["banyak", "", "1,5", "-1"] {
        stage.fill("input", typed);
        settle().await;
        assert_eq!((number.get_untracked(), stage.value("input")), (2, "2".to_owned()), "{typed}");
    }
}

#[wasm_bindgen_test]
async fn a_sheet_is_modal_named_and_closed_by_its_button() {
    let owner = Owner::new();
    let dialog = owner.with(ElementRef::new);
    let labels = SheetLabels { title: "Uji coba", close: "Tutup" };
    let stage = show(|| sheet(dialog, "uji", labels, h::p().child("Isi"), None));
    settle().await;
    dialog::open(dialog);
    // Opening what is open must not throw.
    dialog::open(dialog);
    assert!(stage.has("dialog:modal"));
    let heading = stage.find("dialog").get_attribute("aria-labelledby").unwrap();
    assert_eq!(stage.find(&format!("#{heading}")).text_content().unwrap(), "Uji coba");
    stage.click("[aria-label=Tutup]");
    assert!(!stage.has("dialog[open]"));
}

fn card(name: &str) -> Card {
    let code = |text: &str| Code::parse(text).unwrap();
    Card {
        code: code("kue-uji"),
        name: name.to_owned(),
        seller: code("dapur-uji"),
        shop: "Dapur Uji".into(),
        kecamatan: Kecamatan::find("Tebet").unwrap(),
        category: code("kuliner"),
        subcategory: None,
        price: Rupiah::new(15_000),
        unit: "pak".into(),
        measure: None,
        picture: None,
        stock: Stock::Siap,
        preorder_days: None,
        minimum: 1,
        has_variants: false,
        jbl: Vec::new(),
        jbl_price: None,
        halal: false,
        grade: None,
        channels: Vec::new(),
        keywords: String::new(),
        updated: None,
    }
}

#[wasm_bindgen_test]
async fn a_hostile_name_is_text_wherever_a_card_shows_it() {
    let name = r#"<img src=x onerror="document.title='diserang'"> & "Kue""#;
    let stage = show(move || {
        SavedState::with(Saved::default());
        product_card(&card(name), &[], Moment(0), Level::Two, true)
    });
    settle().await;
    assert!(!stage.has("img[src=x]"));
    assert_eq!(stage.find("h2 a").text_content().unwrap(), name);
    let heart = stage.find("button").get_attribute("aria-label").unwrap();
    assert_eq!(heart, format!("Simpan {name}"));
}

#[wasm_bindgen_test]
async fn a_heart_is_pressed_and_released() {
    let stage = show(move || {
        SavedState::with(Saved::default());
        product_card(&card("Kue"), &[], Moment(0), Level::Two, true)
    });
    for pressed in ["false", "true", "false"] {
        assert_eq!(stage.find("button").get_attribute("aria-pressed").unwrap(), pressed);
        stage.click("button");
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn each_state_of_a_load_has_its_words() {
    let owner = Owner::new();
    let load = owner.with(|| RwSignal::new(Load::<String>::Loading));
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let stage = show(move || {
        let retry = move || {
            count.fetch_add(1, Ordering::Relaxed);
        };
        move || {
            let ready = |text: Arc<String>| h::b().child(text.to_string()).into_node();
            loaded(load.get(), || h::p().class("tidak-ada").into_node(), retry.clone(), ready)
        }
    });
    assert!(stage.has("[role=status]"));
    load.set(Load::Slow);
    settle().await;
    assert!(stage.text().contains("Masih memuat"));
    load.set(Load::Failed(LoadError::Network));
    settle().await;
    assert!(stage.has("[role=alert]"));
    stage.click("button");
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    load.set(Load::Missing);
    settle().await;
    assert!(stage.has(".tidak-ada"));
    load.set(Load::Ready(Arc::new("ada".to_owned())));
    settle().await;
    assert_eq!(stage.find("b").text_content().unwrap(), "ada");
}
