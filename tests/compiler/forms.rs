//! Forms of marketplaces: read as products once they say what they cannot say by themselves, and until then one
//! problem each.

use crate::folder::{products, reading, said};
use etalase::compiler::read::Reading;
use etalase::domain::product::Stock;
use rust_xlsxwriter::{Format, Workbook};

/// The headings of the form, on its fifth row.
const HEADINGS: [&str; 21] = [
    "Nama Produk*",
    "SKU",
    "Kategori*",
    "Deskripsi Produk",
    "Harga* (Rp)",
    "Berat* (Gram)",
    "Pemesanan Minimum*",
    "Status*",
    "Jumlah Stok*",
    "Etalase",
    "Preorder",
    "Waktu Proses Preorder",
    "Kondisi*",
    "Gambar 1",
    "Gambar 2",
    "Gambar 3",
    "Gambar 4",
    "Gambar 5",
    "URL Video Produk 1",
    "URL Video Produk 2",
    "URL Video Produk 3",
];
/// Name, SKU, category, description, price, weight, least, status, stock, shelf, ahead, days, condition, picture.
const GOODS: [[&str; 14]; 4] = [
    [
        "Keripik Uji",
        "K-1",
        "901",
        "Renyah.",
        "15000",
        "300",
        "2",
        "Aktif",
        "12",
        "1",
        "",
        "",
        "Baru",
        "https://gambar.example/1.jpg",
    ],
    ["Gamis Uji", "G-1", "902", "", "150000", "500", "1", "Aktif", "0", "", "", "", "Baru", ""],
    ["Tas Uji", "T-1", "903", "", "90000", "700", "1", "Aktif", "0", "", "Ya", "7", "Baru", ""],
    [
        "Kemeja Uji",
        "B-1",
        "902",
        "",
        "120000",
        "300",
        "1",
        "Nonaktif",
        "3",
        "",
        "Tidak",
        "5",
        "Baru",
        "",
    ],
];
/// The list of categories: each name joined downwards over its own.
const CATEGORIES: [[&str; 4]; 4] = [
    ["Makanan & Minuman", "Camilan", "Keripik", "901"],
    ["Fashion Wanita", "Gamis", "Gamis Polos", "902"],
    ["", "Tas", "Tas Kain", "903"],
    ["Otomotif", "Oli", "Oli Mesin", "904"],
];

/// The form with these columns added on its right, each with the same value for every product.
fn form(goods: &[[&str; 14]], added: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for name in ["Template Impor Produk (new)", "Contoh Pengisian Template Impor"] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        sheet.write_string(0, 0, "Formulir Uji").expect("a title");
        sheet.write_string(2, 0, "Kolom dengan tanda (*) wajib diisi.").expect("advice");
        let headings = HEADINGS.iter().chain(added.iter().map(|(heading, _)| heading));
        for (at, heading) in (0_u16..).zip(headings) {
            sheet.write_string(4, at, *heading).expect("a heading");
        }
        for (row, cells) in (5_u32..).zip(goods) {
            for (at, cell) in (0_u16..).zip(cells) {
                sheet.write_string(row, at, *cell).expect("a cell");
            }
            for (at, (_, value)) in (21_u16..).zip(added) {
                sheet.write_string(row, at, *value).expect("a cell");
            }
        }
    }
    let list = book.add_worksheet().set_name("Daftar Kategori").expect("a name");
    let plain = Format::new();
    list.merge_range(0, 0, 0, 2, "Kategori", &plain).expect("a heading");
    list.write_string(0, 3, "Kode").expect("a heading");
    list.merge_range(2, 0, 3, 0, "Fashion Wanita", &plain).expect("a name");
    for (row, cells) in (1_u32..).zip(CATEGORIES) {
        for (at, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            list.write_string(row, at, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn of<'a>(read: &'a Reading, code: &str) -> Vec<&'a etalase::compiler::problem::Problem> {
    read.problems.iter().filter(|problem| problem.code == code).collect()
}

/// What a form alone leads to, without the sheets beside it.
fn said_of_form(read: &Reading) -> Vec<String> {
    said(read).into_iter().filter(|line| line != "sheet-ignored ").collect()
}

const SELLER: (&str, &[u8]) =
    ("penjual.csv", b"kode,nama_usaha,kecamatan\ntoko-uji,Toko Uji,Tebet\n");

#[test]
fn what_a_form_cannot_say_is_asked_for_once() {
    let read = reading("form-incomplete", &[("toko.xlsx", &form(&GOODS, &[]))]);
    assert_eq!(
        said_of_form(&read),
        ["form-incomplete ", "picture-remote N5"],
        "{:#?}",
        read.problems
    );
    let problem = of(&read, "form-incomplete")[0];
    assert_eq!(problem.place.row, Some(5));
    assert!(problem.message.contains("penjual dan satuan"), "{}", problem.message);
    assert!(problem.message.contains("4 produk"), "{}", problem.message);
    assert!(
        problem.fix.contains("di baris 5") && problem.fix.contains("bungkus"),
        "{}",
        problem.fix
    );
    // The example and the list of categories are said, each once, and read by nobody.
    assert_eq!(of(&read, "sheet-ignored").len(), 2);
    assert!(read.catalogue.products.is_empty());
}

#[test]
fn a_column_without_any_value_is_not_said() {
    let added = [("penjual", "toko-uji"), ("satuan", "")];
    let read = reading("form-blank", &[("toko.xlsx", &form(&GOODS, &added)), SELLER]);
    let problem = of(&read, "form-incomplete")[0];
    assert!(problem.message.contains("menyebut satuan."), "{}", problem.message);
}

#[test]
fn a_form_with_seller_and_unit_is_read_as_products() {
    let added = [("penjual", "toko-uji"), ("satuan", "pcs")];
    let read = reading("form-whole", &[("toko.xlsx", &form(&GOODS, &added)), SELLER]);
    assert_eq!(products(&read), ["gamis-uji", "keripik-uji", "tas-uji"], "{:#?}", read.problems);
    let withdrawn: Vec<&str> =
        read.catalogue.withdrawn.iter().map(|gone| gone.code.as_str()).collect();
    assert_eq!(withdrawn, ["kemeja-uji"]);
    let card = |at: usize| &read.catalogue.products[at].product.card;
    assert_eq!((card(0).category.as_str(), card(0).stock), ("fashion", Stock::Habis));
    assert_eq!((card(1).category.as_str(), card(1).stock), ("kuliner", Stock::Siap));
    assert_eq!((card(1).price.get(), card(1).minimum), (15_000, 2));
    assert_eq!((card(2).stock, card(2).preorder_days), (Stock::Po, Some(7)));
    assert_eq!(read.catalogue.products[1].product.description, "Renyah.");
    assert_eq!(of(&read, "form-mapped").len(), 1);
    assert_eq!(of(&read, "picture-remote").len(), 1);
    let others = ["column-ignored", "heading-mapped", "kind-from-header", "column-twice"];
    assert!(others.iter().all(|code| of(&read, code).is_empty()), "{:#?}", said(&read));
}

#[test]
fn a_category_that_this_market_lacks_names_its_cell() {
    let mut goods = GOODS;
    goods[1][2] = "904";
    let added = [("penjual", "toko-uji"), ("satuan", "pcs")];
    let read = reading("form-category", &[("toko.xlsx", &form(&goods, &added)), SELLER]);
    let problem = of(&read, "category-unknown")[0];
    assert_eq!(problem.place.cell.as_deref(), Some("C7"));
    assert_eq!(products(&read), ["keripik-uji", "tas-uji"]);
}

#[test]
fn staffs_own_column_stands_before_the_forms() {
    let added = [("penjual", "toko-uji"), ("satuan", "pcs"), ("kategori", "kriya")];
    let read = reading("form-own", &[("toko.xlsx", &form(&GOODS, &added)), SELLER]);
    let categories: Vec<&str> =
        read.catalogue.products.iter().map(|entry| entry.product.card.category.as_str()).collect();
    assert_eq!(categories, ["kriya"; 3], "{:#?}", read.problems);
    assert!(of(&read, "column-twice").is_empty());
}

#[test]
fn an_empty_form_is_an_empty_sheet() {
    let read = reading("form-empty", &[("toko.xlsx", &form(&[], &[]))]);
    assert_eq!(said_of_form(&read), ["sheet-empty "]);
}

#[test]
fn a_personal_number_in_a_column_that_is_not_read_is_said_and_not_repeated() {
    let mut goods = GOODS;
    goods[0][1] = "3174051501900003";
    let added = [("penjual", "toko-uji"), ("satuan", "pcs")];
    let read = reading("form-nik", &[("toko.xlsx", &form(&goods, &added)), SELLER]);
    assert_eq!(of(&read, "column-personal-number")[0].place.cell.as_deref(), Some("B5"));
    let incomplete = reading("form-nik-incomplete", &[("toko.xlsx", &form(&goods, &[]))]);
    assert!(of(&incomplete, "form-incomplete")[0].message.contains("NIK"));
    for read in [&read, &incomplete] {
        assert!(!format!("{:?}", read.problems).contains("3174051501900003"));
    }
}

#[test]
fn a_cooperatives_export_is_asked_for_its_units_once_and_then_read() {
    let head = "producer,sku,name,display_name,category,description,units,unit_type,variant_unit_name,price,on_hand,on_demand,shipping_category,tax_category";
    let goods = |unit: &str| -> String {
        (1..=120)
            .map(|n| {
                format!(
                    "Tani Uji,{n},Sayur {n},Bayam,kuliner,,250,g,{unit},{n}000,{},,A,B\n",
                    n % 2
                )
            })
            .collect()
    };
    let without = format!("{head}\n{}", goods(""));
    let read = reading("export-incomplete", &[("ekspor.csv", without.as_bytes())]);
    assert_eq!(said(&read), ["form-incomplete "], "{:#?}", read.problems);
    assert!(read.problems[0].fix.contains("satuan") && read.problems[0].fix.contains("kecamatan"));
    let seller: (&str, &[u8]) =
        ("penjual.csv", b"kode,nama_usaha,kecamatan\ntani-uji,Tani Uji,Tebet\n");
    let with = format!("{head}\n{}", goods("ikat"));
    let read = reading("export-whole", &[("ekspor.csv", with.as_bytes()), seller]);
    assert_eq!(products(&read).len(), 120, "{:#?}", said(&read));
    let card = &read.catalogue.products[0].product.card;
    assert_eq!((card.unit.as_str(), card.stock), ("ikat", Stock::Siap));
    assert_eq!(card.measure.map(|measure| measure.to_string()).as_deref(), Some("250 g"));
}
