//! Publications to upload, and a visitor who reads what is live.

use crate::market::{folder, market, plan, publish, with_photos};
use etalase::compiler::deploy::{Job, Progress, Remote};
use etalase::compiler::hash::Hash;
use etalase::compiler::publish::Plan;
use etalase::domain::money::Rupiah;
use etalase::domain::time::Moment;
use etalase::domain::wire;
use etalase::format::manifest::{FileRef, Latest, Manifest};
use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path as Address;
use object_store::{ObjectStore, ObjectStoreExt};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) const NOW: Moment = Moment(1_795_539_600);

/// What a visitor gets to see: every file of the data, by its address.
pub(crate) type Catalogue = BTreeMap<String, Vec<u8>>;

/// A publication of the small market at that price, with a photo and an app of its own.
pub(crate) fn publication(home: &Path, price: u64) -> PathBuf {
    let (app, out) = (home.join(format!("app-{price}")), home.join(format!("dist-{price}")));
    fs::create_dir_all(&app).expect("a folder");
    let script = format!("market-{price:016x}.js");
    let page = format!("<!doctype html><script type=\"module\" src=\"/{script}\"></script>");
    fs::write(app.join("index.html"), page).expect("written");
    fs::write(app.join(script), format!("export const price = {price};")).expect("written");
    fs::write(app.join(format!("market-{price:016x}_bg.wasm")), b"\0asm").expect("written");
    fs::write(app.join("favicon.svg"), "<svg/>").expect("written");
    let photo = home.join("foto.png");
    image::RgbImage::from_pixel(160, 120, image::Rgb([220, 160, 60]))
        .save(&photo)
        .expect("a photo");
    let mut catalogue = market();
    with_photos(&mut catalogue, "keripik-tempe", &[&photo]);
    catalogue.products[1].product.card.price = Rupiah::new(price);
    let url = Some("https://etalase.example");
    publish(catalogue, &Plan { app: Some(&app), site_url: url, ..plan(&out) });
    out
}

/// A home with publications at those prices.
pub(crate) fn publications<const N: usize>(name: &str, prices: [u64; N]) -> [PathBuf; N] {
    let home = folder(&format!("deploy-{name}"));
    prices.map(|price| publication(&home, price))
}

/// A job on that store.
pub(crate) fn job(remote: &Remote) -> Job<'_> {
    Job { remote, now: NOW, take_over: false, progress: Progress::default() }
}

/// Publishes a folder into a store without a fault on the way.
pub(crate) fn put(store: &Arc<InMemory>, folder: &Path) {
    let remote = Remote::of(store.clone());
    job(&remote).publish(folder).expect("published");
}

pub(crate) fn block_on<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

/// The catalogue that is live, read as an app reads it: pointer, manifest, every file by its integrity. `None` where
/// there is none; a file that is missing or not what it should be fails the test.
pub(crate) fn live(store: &dyn ObjectStore) -> Option<Catalogue> {
    block_on(async {
        let mut seen = Catalogue::new();
        let pointer = store.get(&Address::from("latest.json")).await.ok()?;
        let pointer = pointer.bytes().await.expect("the pointer").to_vec();
        let latest: Latest = parse(&pointer);
        seen.insert("latest.json".to_owned(), pointer);
        let manifest = whole(store, &latest.manifest).await;
        let Manifest { cards, products, sellers, .. } = parse(&manifest);
        seen.insert(latest.manifest.path, manifest);
        for file in cards.into_iter().chain(products).chain(sellers) {
            let bytes = whole(store, &file).await;
            seen.insert(file.path, bytes);
        }
        Some(seen)
    })
}

async fn whole(store: &dyn ObjectStore, file: &FileRef) -> Vec<u8> {
    let got = store.get(&Address::from(file.path.as_str())).await.expect(&file.path);
    let bytes = got.bytes().await.expect(&file.path).to_vec();
    assert_eq!(Hash::of(&bytes).integrity(), file.integrity, "{}", file.path);
    bytes
}

fn parse<T: wire::Wire>(bytes: &[u8]) -> T {
    wire::read(std::str::from_utf8(bytes).expect("text")).expect("a record")
}

/// The same for a folder.
pub(crate) fn in_folder(folder: &Path) -> Catalogue {
    let store = LocalFileSystem::new_with_prefix(folder).expect("a folder");
    live(&store).expect("a catalogue")
}

/// Every file of a store.
pub(crate) fn everything(store: &dyn ObjectStore) -> BTreeMap<String, Vec<u8>> {
    block_on(async {
        let found: Vec<_> = store.list(None).try_collect().await.expect("a list");
        let mut files = BTreeMap::new();
        for meta in found {
            let bytes = store.get(&meta.location).await.expect("a file").bytes().await;
            files.insert(meta.location.to_string(), bytes.expect("bytes").to_vec());
        }
        files
    })
}

/// A file of a store as text.
pub(crate) fn text(store: &dyn ObjectStore, address: &str) -> String {
    let bytes = everything(store).remove(address).expect(address);
    String::from_utf8(bytes).expect("text")
}
