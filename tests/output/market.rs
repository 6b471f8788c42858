//! The small market that these tests publish, and the folders they publish it into.

use etalase::compiler::cards::Drawing;
use etalase::compiler::catalogue::{Catalogue, Entry, Photo};
use etalase::compiler::offline::Offline;
use etalase::compiler::problem::Problem;
use etalase::compiler::publish::{Plan, Publication};
use etalase::domain::category::Category;
use etalase::domain::time::Date;
use etalase::domain::wire::{self, Wire};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The day on which everything is published unless a test says otherwise.
pub(crate) const TODAY: &str = "2026-11-21";

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// An empty folder of that name.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("output-{name}"));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

/// A record as a test writes it down.
fn record<T: Wire>(json: Value) -> Option<T> {
    wire::read(&json.to_string())
}

/// Two sellers, three products, one withdrawn product and one edition.
pub(crate) fn market() -> Catalogue {
    let category = |code: &str, name: &str| json!({"code": code, "name": name});
    Catalogue {
        market: record(json!({"name": "Etalase Uji", "example": false, "eorder": {"url": "https://bppbj.jakarta.go.id/"}}))
            .expect("a market"),
        categories: [category("fashion", "Fashion"), category("kuliner", "Kuliner"), category("kriya", "Kriya")]
            .map(|json| record::<Category>(json).expect("a category"))
            .to_vec(),
        sellers: vec![
            record(anyam()).expect("a seller"),
            record(ratih()).expect("a seller"),
        ],
        products: [keripik(), sambal(), tas()]
            .map(|json| Entry { product: Box::new(record(json).expect("a product")), photos: Vec::new() })
            .into(),
        withdrawn: vec![
            record(json!({"code": "dodol-betawi", "name": "Dodol Betawi", "seller": "dapur-bu-ratih",
                "shop": "Dapur Bu Ratih", "category": "kuliner"}))
            .expect("a withdrawn product"),
        ],
        editions: vec![
            record(json!({"code": "jbl-2026-11-selatan", "title": "JBL Selatan", "city": "31.74",
                "window": {"from": 1_795_539_600, "to": 1_795_971_600}, "channel": "tokopedia"}))
            .expect("an edition"),
        ],
        programmes: record(programmes()).expect("programmes"),
    }
}

fn programmes() -> Value {
    json!({
        "rounds": [{"code": "gebetan-2026-12", "month": "2026-12", "closes": 1_796_803_260, "delivers": "2026-12-16",
            "cooperative": "Koperasi Uji", "contact": "6281200009001", "sellers": ["dapur-bu-ratih"]}],
        "events": [{"code": "bazar-lobi", "kind": "bazar", "title": "Bazar Lobi", "city": "31.74",
            "window": {"from": 1_795_539_600, "to": 1_795_971_600}, "sellers": ["anyam-jaya"]}],
        "programmes": [{"code": "kurasi", "title": "Kurasi", "summary": "Produk dinilai.", "source": "uji"}],
        "turns": [{"seller": "dapur-bu-ratih", "on": "2026-12-16"}],
    })
}

fn ratih() -> Value {
    json!({"code": "dapur-bu-ratih", "name": "Dapur Bu Ratih", "kecamatan": "31.74.01",
        "links": {"whatsapp": "6281234567890",
            "shops": [["tokopedia", "https://www.tokopedia.com/dapur-bu-ratih"]],
            "eorder": {"listed_as": "Dapur Ratih"}},
        "nib": true, "halal": {"number": "ID31110000000440924", "until": "2028-09-02"},
        "pirt": {"number": "2063173010054-29", "until": "2029-12-31"}, "grade": "A"})
}

fn anyam() -> Value {
    json!({"code": "anyam-jaya", "name": "Anyam Jaya", "kecamatan": "31.75.09", "links": {"whatsapp": "contoh"}})
}

fn keripik() -> Value {
    json!({"card": {"code": "keripik-tempe", "name": "Keripik Tempe \"Sagu\" & <Teh>", "seller": "dapur-bu-ratih",
            "shop": "Dapur Bu Ratih", "kecamatan": "31.74.01", "category": "kuliner", "subcategory": "camilan",
            "price": 18_000, "unit": "bungkus", "measure": {"kind": "g", "amount": 1_500}, "stock": "po",
            "preorder_days": 2, "minimum": 3, "has_variants": true, "jbl": ["jbl-2026-11-selatan"],
            "jbl_price": 15_000, "halal": true, "grade": "A", "channels": ["whatsapp", "tokopedia", "eorder"],
            "updated": "2026-10-18"},
        "description": "Renyah.",
        "variants": [{"name": "Rasa", "options": [{"name": "Asin"}, {"name": "Pedas", "delta": 1_000},
            {"name": "Manis", "delta": -500, "sold_out": true}]}],
        "links": {"whatsapp": "6281234567890",
            "shops": [["tokopedia", "https://www.tokopedia.com/dapur-bu-ratih/keripik"]],
            "eorder": {"listed_as": "Dapur Ratih"}},
        "daily_capacity": 120, "tax": "termasuk", "servings": ["kudapan", "makan"],
        "halal": {"number": "ID31110000000440924", "until": "2028-09-02"},
        "pirt": {"number": "2063173010054-29", "until": "2026-11-20"},
        "nib": true, "gebetan": true})
}

fn sambal() -> Value {
    json!({"card": {"code": "sambal-cumi", "name": "Sambal Cumi", "seller": "dapur-bu-ratih", "shop": "Dapur Bu Ratih",
            "kecamatan": "31.74.01", "category": "kuliner", "price": 35_000, "unit": "botol", "minimum": 1},
        "bpom": {"number": "MD317200440001"}})
}

fn tas() -> Value {
    json!({"card": {"code": "tas-anyam", "name": "Tas Anyam", "seller": "anyam-jaya", "shop": "Anyam Jaya",
            "kecamatan": "31.75.09", "category": "kriya", "price": 150_000, "unit": "pcs", "minimum": 1, "stock": "habis",
            "channels": ["whatsapp"]},
        "links": {"whatsapp": "contoh"}})
}

/// Gives a product of the market these photos.
pub(crate) fn with_photos(catalogue: &mut Catalogue, code: &str, paths: &[&Path]) {
    let entry = catalogue
        .products
        .iter_mut()
        .find(|entry| entry.product.card.code.as_str() == code)
        .expect("a product of the market");
    entry.photos = paths
        .iter()
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            Photo::file(path.to_path_buf(), format!("foto/{name}"))
        })
        .collect();
}

/// A plan for today with nothing else asked.
pub(crate) fn plan(out: &Path) -> Plan<'_> {
    Plan {
        out,
        at: day(TODAY),
        site_url: None,
        app: None,
        offline: Offline::Kept,
        compress: false,
        // What only few tests look at, and takes a second each where nothing is optimised.
        cards: Drawing::No,
        draw: None,
        lean: false,
        previous: None,
        cache: None,
    }
}

/// Publishes; gives what was published and the pictures' problems.
pub(crate) fn publish(catalogue: Catalogue, plan: &Plan<'_>) -> (Catalogue, Vec<Problem>) {
    let mut publication = Publication::prepare(catalogue, plan).expect("a publication");
    let problems = std::mem::take(&mut publication.problems);
    (publication.publish().expect("published"), problems)
}

/// Every file below a folder with its content.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(root, &path, files);
            } else {
                let name = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(folder, folder, &mut files);
    files
}

/// A file of a published folder as text.
pub(crate) fn text(out: &Path, name: &str) -> String {
    fs::read_to_string(out.join(name)).expect(name)
}
