//! The feeds for Google and Meta, read back by a CSV reader and held to each specification's own rules.

use crate::catalogues::{SITE, hostile, sample, written, written_as};
use crate::market::{TODAY, day, text, tree};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::feeds::{Shopping, Tally};
use etalase::domain::product::Stock;
use etalase::domain::seller::OrderLinks;
use etalase::domain::time::Date;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

const GOOGLE: &str = "feeds/google.tsv";
const META: &str = "feeds/meta.csv";

type Row = BTreeMap<String, String>;

fn rows(out: &Path, name: &str, delimiter: u8) -> Vec<Row> {
    let file = text(out, name);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(file.as_bytes());
    let rows: Vec<Row> = reader.deserialize().map(|row| row.expect("a row")).collect();
    // A text that broke out of its cell or line would make more of them.
    assert_eq!(file.lines().count(), rows.len() + 1);
    assert!(!file.starts_with('\u{feff}'));
    rows
}

fn google(out: &Path) -> Vec<Row> {
    for line in text(out, GOOGLE).lines() {
        assert_eq!(line.matches('\t').count(), 13, "{line}");
    }
    rows(out, GOOGLE, b'\t')
}

fn meta(out: &Path) -> Vec<Row> {
    rows(out, META, b',')
}

fn letters(row: &Row, key: &str, least: usize, most: usize) {
    let count = row[key].chars().count();
    assert!((least..=most).contains(&count), "{key} has {count} letters: {row:?}");
}

/// What both demand.
fn check_row(row: &Row) {
    letters(row, "title", 1, 150);
    letters(row, "description", 1, 5_000);
    letters(row, "product_type", 1, 750);
    assert_eq!(row["condition"], "new");
    let (amount, currency) = row["price"].split_once(' ').expect("an amount and a currency");
    assert!(amount.parse::<u64>().is_ok_and(|amount| amount >= 100), "{row:?}");
    assert_eq!(currency, "IDR");
    assert!(row["link"].starts_with("https://etalase.example/p/"), "{row:?}");
    assert!(row["image_link"].starts_with("https://etalase.example/foto/"), "{row:?}");
    for (key, cell) in row {
        assert!(!cell.chars().any(char::is_control), "{key} of {row:?}");
        assert!(!cell.starts_with(['=', '+', '@', '＝', '＋', '－', '＠']), "{key} of {row:?}");
        assert!(key == "id" || !cell.starts_with('-'), "{key} of {row:?}");
    }
}

fn unique(rows: &[Row]) {
    let ids: HashSet<&str> = rows.iter().map(|row| row["id"].as_str()).collect();
    assert_eq!(ids.len(), rows.len());
}

fn is_identifier(text: &str) -> bool {
    (1..=50).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".~_-".contains(&b))
}

fn check_google(rows: &[Row]) {
    unique(rows);
    for row in rows {
        check_row(row);
        letters(row, "brand", 1, 70);
        assert!(is_identifier(&row["id"]) && is_identifier(&row["external_seller_id"]), "{row:?}");
        assert_eq!(row["identifier_exists"], "no");
        let date = row["availability_date"].as_str();
        match row["availability"].as_str() {
            "in_stock" | "out_of_stock" => assert_eq!(date, ""),
            "backorder" => {
                let ready = Date::parse(date.strip_suffix("T00:00+0700").expect("a time in WIB"));
                let days = ready.expect("a day").days() - day(TODAY).days();
                assert!((1..=365).contains(&days), "{row:?}");
            }
            other => panic!("{other} is no availability"),
        }
    }
}

fn check_meta(rows: &[Row]) {
    unique(rows);
    for row in rows {
        check_row(row);
        letters(row, "id", 1, 100);
        letters(row, "brand", 1, 100);
        let availability = row["availability"].as_str();
        assert!(["in stock", "out of stock", "available for order"].contains(&availability));
    }
}

fn written_tally(catalogue: &Catalogue, name: &str) -> (std::path::PathBuf, Tally) {
    match written_as(catalogue, name) {
        (out, Shopping::Written(tally)) => (out, tally),
        (_, other) => panic!("{other:?}"),
    }
}

#[test]
fn the_sample_market_keeps_to_both_specifications_and_every_product_is_accounted_for() {
    let catalogue = sample();
    let (out, tally) = written_tally(&catalogue, "shopping-sample");
    let (google, meta) = (google(&out), meta(&out));
    check_google(&google);
    check_meta(&meta);
    assert_eq!((google.len(), meta.len()), (tally.google, tally.meta));
    assert!(tally.google > 100 && tally.without_picture > 10, "{tally:?}");
    let left_out = tally.without_picture + tally.without_channel;
    assert_eq!(tally.meta + left_out, catalogue.products.len());
    assert_eq!(tally.google + left_out + tally.without_days, catalogue.products.len());
}

#[test]
fn t7_hostile_texts_stay_in_their_cells_and_begin_no_formula() {
    let catalogue = hostile("shopping-hostile-sheets");
    let (out, tally) = written_tally(&catalogue, "shopping-hostile");
    let (google, meta) = (google(&out), meta(&out));
    check_google(&google);
    check_meta(&meta);
    // Of eight products the first cannot be ordered, and one of those made to order names no days.
    let expected =
        Tally { google: 5, meta: 7, without_channel: 1, without_days: 2, ..Tally::default() };
    assert_eq!(tally, expected);
    let titles: Vec<&str> = meta.iter().map(|row| row["title"].as_str()).collect();
    assert_eq!(titles[0], "'=HYPERLINK(\"https://jahat.example\")");
    assert_eq!(titles[1], "'+62 rasa");
    assert_eq!(meta[1]["brand"], "'=1+1");
}

#[test]
fn prices_are_the_normal_ones_and_googles_is_that_of_the_least_order() {
    let catalogue = sample();
    let out = written(&catalogue, "shopping-prices");
    let mut seen = 0;
    let (google, meta) = (google(&out), meta(&out));
    for card in catalogue.products.iter().map(|entry| &entry.product.card) {
        let code = card.code.as_str();
        let price = card.price.get();
        if let Some(row) = meta.iter().find(|row| row["id"] == code) {
            assert_eq!(row["price"], format!("{price} IDR"));
        }
        if let Some(row) = google.iter().find(|row| row["link"] == format!("{SITE}/p/{code}")) {
            assert_eq!(row["price"], format!("{} IDR", price * u64::from(card.minimum)));
            let many = format!("({} {})", card.minimum, card.unit);
            assert_eq!(row["title"].ends_with(&many), card.minimum > 1, "{row:?}");
            seen += usize::from(card.minimum > 1 && card.jbl_price.is_some());
        }
    }
    assert!(seen > 0, "no product of the sample has a least order and a JBL price");
}

#[test]
fn what_is_made_to_order_names_its_day_or_stays_out_of_googles() {
    let mut catalogue = sample();
    catalogue.products.truncate(2);
    for (entry, days) in catalogue.products.iter_mut().zip([Some(3), None]) {
        entry.product.card.stock = Stock::Po;
        entry.product.card.preorder_days = days;
    }
    let (out, tally) = written_tally(&catalogue, "shopping-made-to-order");
    assert_eq!((tally.google, tally.meta, tally.without_days), (1, 2, 1));
    assert_eq!(google(&out)[0]["availability_date"], "2026-11-24T00:00+0700");
}

#[test]
fn without_a_picture_or_a_way_to_order_a_product_is_left_out_and_counted() {
    let mut catalogue = sample();
    catalogue.products.truncate(3);
    catalogue.products[0].product.pictures.clear();
    catalogue.products[1].product.links = OrderLinks::default();
    let (out, tally) = written_tally(&catalogue, "shopping-left-out");
    assert_eq!((tally.meta, tally.without_picture, tally.without_channel), (1, 1, 1));
    assert_eq!(meta(&out)[0]["id"], catalogue.products[2].product.card.code.as_str());
}

#[test]
fn an_example_market_and_one_without_an_address_offer_nothing_and_say_why() {
    let mut example = sample();
    example.market.example = true;
    let mut nowhere = sample();
    nowhere.market.url.clear();
    for (catalogue, name, expected) in
        [(example, "example", Shopping::Example), (nowhere, "no-address", Shopping::NoAddress)]
    {
        let (out, shopping) = written_as(&catalogue, &format!("shopping-{name}"));
        assert_eq!(shopping, expected);
        assert!(!out.join(GOOGLE).exists() && !out.join(META).exists());
        assert!(out.join("feeds/produk.jsonl").exists());
    }
}

#[test]
fn two_builds_of_all_feeds_are_identical() {
    let catalogue = sample();
    let (one, two) =
        (written(&catalogue, "feeds-build-one"), written(&catalogue, "feeds-build-two"));
    assert!(tree(&one).len() > 30);
    assert_eq!(tree(&one), tree(&two));
}
