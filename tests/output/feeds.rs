//! The public feed, held to golden files: a difference there is a difference for other programs.
//!
//! `UPDATE_EXPECTED=1 cargo test --test output` writes them anew; look at the difference before you commit it.

use crate::market::{folder, market, plan, publish, text};
use etalase::compiler::publish::Plan;
use std::fs;
use std::path::Path;

fn check(golden: &str, seen: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output/golden").join(golden);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, seen).expect("written");
    }
    assert_eq!(seen, fs::read_to_string(&path).expect(golden), "{golden}");
}

#[test]
fn the_feeds_are_those_of_the_golden_files() {
    let out = folder("feeds").join("dist");
    publish(market(), &Plan { site_url: Some("https://etalase.example"), ..plan(&out) });
    check("produk.jsonl", &text(&out, "feeds/produk.jsonl"));
    check("penjual.jsonl", &text(&out, "feeds/penjual.jsonl"));
}

#[test]
fn without_the_sites_address_the_feeds_addresses_start_at_the_root() {
    let out = folder("feeds-root").join("dist");
    publish(market(), &plan(&out));
    assert!(text(&out, "feeds/produk.jsonl").contains("\"url\":\"/p/keripik-tempe\""));
    assert!(text(&out, "feeds/penjual.jsonl").contains("\"url\":\"/toko/anyam-jaya\""));
}
