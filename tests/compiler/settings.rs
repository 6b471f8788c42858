//! `situs.toml`: every form of a setting means the same, and one that means nothing says how to write it.

use crate::folder::{fresh, options, reading};
use etalase::compiler::complete::complete;
use etalase::compiler::folder::read_folder;
use etalase::compiler::read::Reading;
use etalase::domain::category::Category;
use etalase::domain::channel::Channel;
use etalase::domain::market::Market;

const GOODS: &str = "nama_usaha,kecamatan,nama,kategori,harga,satuan,situs\n\
    Toko,Tebet,Satu,kosmetik,10.000,pcs,https://toko.example/satu\n\
    Toko,Tebet,Dua,cukur,10.000,orang,\n";

/// As TOML types values best.
const TYPED: &str = r#"
nama = "Etalase Uji"
contoh = false
data_per = 2026-11-20
halal_wajib = 2026-10-17
urutan_kanal = ["shopee", "tokopedia"]
host_tambahan = ["toko.example"]
kategori_tambahan = [{ kode = "rias", nama = "Kecantikan", alias = ["kosmetik", "sabun"] }, "Jasa: pijat, cukur"]
[gebetan]
nama_panjang = "Gerakan Belanja"
paket = [["Staf", 100000], { nama = "Kasatpel", rupiah = 120000 }]
[jbl]
anjuran_asn = 50000
[eorder]
url = "https://bppbj.jakarta.go.id/"
batas = 50000000
[label]
juara = "Juara Pasar"
"#;

/// The same in the words of people.
const WRITTEN: &str = r#"
nama = "Etalase Uji"
contoh = "tidak"
data_per = "20 November 2026"
halal_wajib = "17/10/2026"
urutan_kanal = "Shopee; Tokopedia"
host_tambahan = "https://Toko.example/"
kategori_tambahan = "rias = Kecantikan: kosmetik, sabun; Jasa: pijat, cukur"
paket = "Staf: 100.000; Kasatpel = Rp120.000"
"gebetan.nama_panjang" = "Gerakan Belanja"
"jbl.anjuran_asn" = "50rb"
"eorder.url" = "https://bppbj.jakarta.go.id/"
"eorder.batas" = "50.000.000"
"label.juara" = "Juara Pasar"
"#;

/// The same in tables.
const TABLES: &str = r#"
nama = "Etalase Uji"
contoh = "false"
data_per = "2026-11-20"
halal_wajib = "2026-10-17"
urutan_kanal = ["shopee", "tokopedia"]
host_tambahan = ["toko.example"]
[kategori_tambahan]
Jasa = "pijat; cukur"
[kategori_tambahan.rias]
nama = "Kecantikan"
alias = "kosmetik; sabun"
[gebetan]
nama_panjang = "Gerakan Belanja"
paket = [{ nama = "Staf", harga = "100.000" }, ["Kasatpel", "120rb"]]
[jbl]
anjuran_asn = "Rp50.000"
[eorder]
url = "https://bppbj.jakarta.go.id/"
batas = 50000000
[label]
juara = "Juara Pasar"
"#;

fn with(name: &str, settings: &str) -> Reading {
    reading(name, &[("situs.toml", settings.as_bytes()), ("produk.csv", GOODS.as_bytes())])
}

/// The market and its kinds of goods, whatever their order.
fn of(reading: &Reading) -> (Market, Vec<Category>) {
    let mut categories = reading.catalogue.categories.clone();
    categories.sort_by(|a, b| a.code.cmp(&b.code));
    (reading.catalogue.market.clone(), categories)
}

fn about_settings(reading: &Reading) -> Vec<(&str, &str)> {
    let said = reading.problems.iter().filter(|problem| problem.code.starts_with("setting"));
    said.map(|problem| (problem.code, problem.fix.as_str())).collect()
}

#[test]
fn a_setting_means_the_same_as_a_value_as_a_text_and_as_a_table() {
    let typed = with("settings-typed", TYPED);
    assert_eq!(about_settings(&typed), []);
    let (market, categories) = of(&typed);
    assert!(!market.example);
    assert_eq!(market.channel_order, [Channel::Shopee, Channel::Tokopedia]);
    let packages: Vec<_> =
        market.gebetan.packages.iter().map(|(name, price)| (name.as_str(), price.get())).collect();
    assert_eq!(packages, [("Staf", 100_000), ("Kasatpel", 120_000)]);
    assert_eq!(market.jbl_appeal.map(|rupiah| rupiah.get()), Some(50_000));
    let limit = market.eorder.as_ref().and_then(|entry| entry.limit);
    assert_eq!(limit.map(|rupiah| rupiah.get()), Some(50_000_000));
    let codes: Vec<_> = categories.iter().map(|category| category.code.as_str()).collect();
    assert_eq!(codes, ["fashion", "jasa", "kriya", "kuliner", "rias"]);
    // The words beside a kind's name, and the further host, count in the sheets.
    let mut goods: Vec<_> = typed.catalogue.products.iter().map(|entry| &entry.product).collect();
    goods.sort_by(|a, b| a.card.code.cmp(&b.card.code));
    let kinds: Vec<_> = goods.iter().map(|product| product.card.category.as_str()).collect();
    assert_eq!(kinds, ["jasa", "rias"]);
    assert!(goods[1].links.shop(Channel::Situs).is_some(), "{:#?}", typed.problems);
    for (name, text) in [("settings-written", WRITTEN), ("settings-tables", TABLES)] {
        let other = with(name, text);
        assert_eq!(about_settings(&other), [], "{name}");
        assert_eq!(of(&other), (market.clone(), categories.clone()), "{name}");
    }
}

#[test]
fn the_completed_workbook_holds_every_setting_however_it_was_written() {
    for (name, text) in [("typed", TYPED), ("written", WRITTEN), ("tables", TABLES)] {
        let folder = fresh(&format!("settings-complete-{name}"));
        std::fs::write(folder.join("situs.toml"), text).expect("settings");
        std::fs::write(folder.join("produk.csv"), GOODS).expect("a sheet");
        let (workbook, before) = complete(&folder, &options()).expect("a workbook");
        let target = fresh(&format!("settings-completed-{name}"));
        std::fs::write(target.join("lengkap.xlsx"), workbook).expect("a workbook");
        let after = read_folder(&target, &options()).expect("a readable folder");
        assert_eq!(about_settings(&after), [], "{name}");
        assert_eq!(of(&after), of(&before), "{name}");
    }
}

#[test]
fn a_setting_that_means_nothing_is_said_with_how_to_write_it() {
    let long = format!("nama = \"{}\"", "panjang ".repeat(12));
    let cases = [
        ("nama = [\"Etalase\"]", "di antara tanda kutip"),
        ("nama = \"Etalase 3174051501900003\"", "Hapus NIK"),
        (&long, "paling banyak 80 huruf"),
        ("data_per = \"kemarin\"", "2026-11-20"),
        ("halal_wajib = [1]", "2026-11-20"),
        ("url = \"etalase.example\"", "https://etalase.example"),
        ("url = \"https://etalase.example/?a\"", "https://etalase.example"),
        ("urutan_kanal = [\"pasar kaget\"]", "Pakai nama kanal: whatsapp"),
        ("host_tambahan = [\"10.0.0.1\"]", "nama host saja"),
        ("host_tambahan = \"localhost\"", "nama host saja"),
        ("host_tambahan = 7.5", "nama host saja"),
        ("paket = \"Staf 100.000\"", "nama dan rupiah"),
        ("paket = \"Staf: banyak\"", "rupiah bulat"),
        ("paket = [[\"Staf\"]]", "nama dan rupiah"),
        ("paket = [{ nama = \"Staf\" }]", "nama dan rupiah"),
        ("paket = [100000]", "nama dan rupiah"),
        ("paket = 100000", "nama dan rupiah"),
        ("kategori_tambahan = 5.5", "nama kategorinya"),
        ("kategori_tambahan = [[\"Jasa\"]]", "nama kategorinya"),
        ("kategori_tambahan = [{ alias = [\"pijat\"] }]", "nama kategorinya"),
        ("kategori_tambahan = [{ kode = \"x\", nama = \"Jasa\" }]", "nama kategorinya"),
        ("kategori_tambahan = \"3174051501900003\"", "nama kategorinya"),
        ("label = \"Juara\"", "[label]"),
        ("[jbl]\nanjuran_asn = -5000", "rupiah bulat"),
        ("[eorder]\nurl = \"https://evil.example/\"", "host_tambahan"),
        ("[eorder]\nbatas = 50000000", "eorder.url"),
    ];
    for (settings, fix) in cases {
        let reading = with("settings-wrong", &format!("contoh = true\n{settings}\n"));
        let said = about_settings(&reading);
        assert!(
            matches!(said.as_slice(), [("setting-invalid", said)] if said.contains(fix)),
            "{settings}: {said:?}"
        );
        assert!(!format!("{:?}", reading.problems).contains("3174051501900003"), "{settings}");
        // Only that value is lost.
        let defaults = Market { example: true, ..Market::default() };
        assert_eq!(reading.catalogue.market, defaults, "{settings}");
    }
}

#[test]
fn settings_that_are_no_text_or_too_long_make_the_market_an_example() {
    let mut long = b"contoh = false\n# ".to_vec();
    long.resize(1024 * 1024 + 1, b'x');
    for settings in [b"contoh = false\nnama = \"Caf\xe9\"\n".to_vec(), long] {
        let files = [("situs.toml", settings.as_slice()), ("produk.csv", GOODS.as_bytes())];
        let reading = reading("settings-none", &files);
        let said: Vec<_> = about_settings(&reading).iter().map(|(code, _)| *code).collect();
        assert_eq!(said, ["settings-unreadable"]);
        assert!(reading.catalogue.market.example);
    }
}
