//! A folder as the place: what a web server on the same machine serves.

use crate::market::tree;
use crate::site::{in_folder, job, publication, publications, text};
use etalase::compiler::deploy::Remote;
use object_store::memory::InMemory;
use object_store::path::Path as Address;
use object_store::{Attribute, ObjectStoreExt};
use std::fs;
use std::sync::Arc;

#[test]
fn a_folder_by_its_name_or_its_address_gets_every_file() {
    let [dist] = publications("folder", [10_000]);
    let home = dist.parent().expect("a home");
    let (plain, url) = (home.join("terbit"), home.join("lain/terbit"));
    for (to, folder) in
        [(plain.display().to_string(), &plain), (format!("file://{}", url.display()), &url)]
    {
        let remote = Remote::open(&to).expect("a place");
        let done = job(&remote).publish(&dist).expect("published");
        assert!(done.guarded);
        let mut served = tree(folder);
        served.retain(|path, _| !path.starts_with("generations/"));
        assert!(served == tree(&dist));
    }
}

#[test]
fn a_folder_goes_back_and_is_cleaned_like_any_other_place() {
    let [first, second] = publications("folder-back", [10_000, 20_000]);
    let home = first.parent().expect("a home").to_path_buf();
    let place = home.join("terbit");
    let remote = Remote::open(&place.display().to_string()).expect("a place");
    job(&remote).publish(&first).expect("published");
    job(&remote).publish(&second).expect("published");
    job(&remote).rollback(None).expect("back");
    assert!(in_folder(&place) == in_folder(&first));
    for price in [30_000, 40_000, 50_000] {
        job(&remote).publish(&publication(&home, price)).expect("published");
    }
    assert!(job(&remote).clean().expect("cleaned").files.len() > 5);
    assert!(in_folder(&place) == in_folder(&home.join("dist-50000")));
    assert!(!place.join("generations/lock.json").exists());
}

#[test]
fn files_say_their_media_type_and_how_long_they_may_be_kept() {
    let [dist] = publications("attributes", [10_000]);
    let store = Arc::new(InMemory::new());
    crate::site::put(&store, &dist);
    let forever = "public, max-age=31536000, immutable";
    for (path, media, cache) in [
        ("market-0000000000002710_bg.wasm", "application/wasm", forever),
        ("market-0000000000002710.js", "text/javascript; charset=utf-8", forever),
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("latest.json", "application/json", "no-cache"),
        ("feeds/produk.jsonl", "application/jsonl; charset=utf-8", "no-cache"),
        ("sitemap.xml", "application/xml; charset=utf-8", "no-cache"),
        ("favicon.svg", "image/svg+xml", "no-cache"),
    ] {
        let got = crate::site::block_on(store.get(&Address::from(path))).expect(path);
        let attribute = |kind| got.attributes.get(&kind).map(|value| value.to_string());
        assert_eq!(attribute(Attribute::ContentType).as_deref(), Some(media), "{path}");
        assert_eq!(attribute(Attribute::CacheControl).as_deref(), Some(cache), "{path}");
    }
}

#[test]
fn a_feed_larger_than_one_piece_arrives_whole_and_comes_back_whole() {
    let [first, second] = publications("large", [10_000, 20_000]);
    let large = |letter: &str| letter.repeat(9 << 20);
    fs::write(first.join("feeds/besar.csv"), large("a")).expect("written");
    fs::write(second.join("feeds/besar.csv"), large("b")).expect("written");
    let store = Arc::new(InMemory::new());
    crate::site::put(&store, &first);
    crate::site::put(&store, &second);
    assert!(text(&store, "feeds/besar.csv") == large("b"));
    job(&Remote::of(store.clone())).rollback(None).expect("back");
    assert!(text(&store, "feeds/besar.csv") == large("a"));
}
