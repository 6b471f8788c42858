//! The published folder: the same for the same input, whole or not at all, complete with the app.

use crate::market::{folder, market, plan, publish, text, tree};
use etalase::compiler::publish::{Plan, Publication};
use serde_json::Value;
use std::fs;

#[test]
fn the_same_market_is_the_same_folder_wherever_and_however_often() {
    let home = folder("same");
    let (one, two) = (home.join("one"), home.join("two"));
    publish(market(), &plan(&one));
    publish(market(), &plan(&two));
    assert_eq!(tree(&one), tree(&two));
    let before = tree(&one);
    publish(market(), &plan(&one));
    assert_eq!(tree(&one), before);
}

#[test]
fn a_failure_leaves_the_former_publication_and_nothing_else() {
    let home = folder("failure");
    let out = home.join("dist");
    publish(market(), &plan(&out));
    let before = tree(&home);
    let mut changed = market();
    changed.products.clear();
    // The app's folder is not there, which shows only after much has been written.
    let missing = home.join("no-app");
    let failed = Publication::prepare(changed, &Plan { app: Some(&missing), ..plan(&out) });
    assert!(format!("{:#}", failed.expect_err("a failure")).contains("no-app"));
    assert_eq!(tree(&home), before);
}

#[test]
fn every_file_but_the_pointer_is_named_by_its_content_and_checked_by_the_browser() {
    let out = folder("named").join("dist");
    publish(market(), &plan(&out));
    let latest: Value = serde_json::from_str(&text(&out, "latest.json")).expect("json");
    assert_eq!(latest["version"], 1);
    let manifest_path =
        latest["manifest"]["path"].as_str().expect("a path").trim_start_matches('/').to_owned();
    let manifest: Value = serde_json::from_str(&text(&out, &manifest_path)).expect("json");
    let mut named: Vec<String> = vec![manifest_path];
    let lists = ["cards", "products", "sellers"].map(|kind| manifest[kind].as_array());
    let around = manifest["programmes"]["path"].as_str().expect("a path");
    let around: Value =
        serde_json::from_str(&text(&out, around.trim_start_matches('/'))).expect("json");
    // What planners choose from is named by the file of the programmes.
    let goods = ["gebetan", "meetings"].map(|kind| around[kind].as_array());
    assert!(goods.iter().any(Option::is_some), "the test market has goods for planners");
    for file in lists
        .into_iter()
        .flat_map(|list| list.expect("an array"))
        .chain(goods.into_iter().flatten().flatten())
        .chain([&manifest["programmes"]])
    {
        assert!(file["integrity"].as_str().expect("text").starts_with("sha256-"));
        named.push(file["path"].as_str().expect("a path").trim_start_matches('/').to_owned());
    }
    named.sort();
    let data: Vec<String> =
        tree(&out).into_keys().filter(|name| name.starts_with("data/")).collect();
    assert_eq!(data, named);
}

#[test]
fn the_manifest_counts_and_puts_what_is_sold_first() {
    let out = folder("counts").join("dist");
    let (catalogue, _) = publish(market(), &plan(&out));
    assert_eq!(catalogue.sellers.iter().map(|seller| seller.products).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(catalogue.editions[0].products, 1);
    let name =
        tree(&out).into_keys().find(|name| name.starts_with("data/manifest-")).expect("a manifest");
    let manifest: Value = serde_json::from_str(&text(&out, &name)).expect("json");
    assert_eq!(manifest["counts"]["products"], 3);
    assert_eq!(manifest["counts"]["by_category"]["kuliner"], 2);
    assert_eq!(manifest["counts"]["by_city"]["31.75"], 1);
    let order: Vec<&str> = manifest["categories"]
        .as_array()
        .expect("an array")
        .iter()
        .filter_map(|c| c["code"].as_str())
        .collect();
    assert_eq!(order, ["kuliner", "kriya", "fashion"]);
}

#[test]
fn with_the_app_the_folder_is_the_complete_site() {
    let home = folder("app");
    let (app, out) = (home.join("app"), home.join("dist"));
    fs::create_dir_all(app.join("icons")).expect("a folder");
    fs::write(app.join("index.html"), "<!doctype html><title>Etalase</title>").expect("written");
    fs::write(app.join("market-1f2e3d4c5b6a7988.js"), "export {}").expect("written");
    fs::write(app.join("icons/a.svg"), "<svg/>").expect("written");
    publish(
        market(),
        &Plan { app: Some(&app), site_url: Some("https://etalase.example"), ..plan(&out) },
    );
    assert_eq!(text(&out, "404.html"), text(&out, "index.html"));
    assert_eq!(text(&out, "icons/a.svg"), "<svg/>");
    let headers = text(&out, "_headers");
    assert!(headers.contains(
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"
    ));
    assert!(headers.contains(
        "/market-1f2e3d4c5b6a7988.js\n  Cache-Control: public, max-age=31536000, immutable"
    ));
    assert!(text(&out, "robots.txt").contains("Sitemap: https://etalase.example/sitemap.xml"));
    let sitemap = text(&out, "sitemap.xml");
    assert!(sitemap.contains(
        "<loc>https://etalase.example/p/keripik-tempe</loc><lastmod>2026-10-18</lastmod>"
    ));
    assert!(!sitemap.contains("dodol-betawi"), "a withdrawn product asks not to be indexed");
}

#[test]
fn without_the_sites_address_there_is_no_sitemap() {
    let out = folder("no-address").join("dist");
    publish(market(), &plan(&out));
    assert!(!out.join("sitemap.xml").exists() && !out.join("robots.txt").exists());
}
