//! `--previous`: contacts that lead elsewhere than in the last publication are withheld, whoever changes them and
//! however; prices that jump are said.

use crate::market::{day, folder, plan};
use crate::sheets::Sheets;
use etalase::compiler::contacts::{self, Contact};
use etalase::compiler::folder::read_since;
use etalase::compiler::previous::Previous;
use etalase::compiler::problem::Problem;
use etalase::compiler::publish::Publication;
use etalase::compiler::read::{Options, Reading};
use std::path::Path;

const DAY: &str = "2026-11-21";

/// A market that was published, and what is read of other sheets after it.
struct Before {
    home: std::path::PathBuf,
    previous: Previous,
}

impl Before {
    fn published(name: &str, sheets: &Sheets) -> Self {
        let home = folder(name);
        let out = home.join("terbitan");
        sheets.write(&home.join("lembar"));
        let reading = read(&home.join("lembar"), None);
        let publication = Publication::prepare(reading.catalogue, &plan(&out)).expect("prepared");
        publication.publish().expect("published");
        Self { previous: Previous::open(&out).expect("a publication"), home }
    }

    fn then(&self, sheets: &Sheets) -> Reading {
        sheets.write(&self.home.join("lembar"));
        read(&self.home.join("lembar"), Some(&self.previous))
    }
}

fn read(folder: &Path, previous: Option<&Previous>) -> Reading {
    read_since(folder, &Options { at: day(DAY) }, previous).expect("a readable folder")
}

/// Everything that could be ordered through, as text.
fn published(reading: &Reading) -> Vec<String> {
    let catalogue = &reading.catalogue;
    let shown = |code: &str, contacts: Vec<Contact>| {
        contacts.into_iter().map(|c| format!("{code} {} {}", c.column, c.value)).collect::<Vec<_>>()
    };
    let sellers = catalogue
        .sellers
        .iter()
        .flat_map(|seller| shown(seller.code.as_str(), contacts::of(&seller.links, None)));
    let products = catalogue.products.iter().flat_map(|entry| {
        let product = &entry.product;
        shown(product.card.code.as_str(), contacts::of(&product.links, product.jbl_link.as_ref()))
    });
    let editions = catalogue
        .editions
        .iter()
        .flat_map(|edition| shown(edition.code.as_str(), contacts::of_edition(edition)));
    let rounds = catalogue
        .programmes
        .rounds
        .iter()
        .flat_map(|round| shown(round.code.as_str(), contacts::of_round(round)));
    sellers.chain(products).chain(editions).chain(rounds).collect()
}

fn changed(reading: &Reading) -> Vec<&Problem> {
    reading.problems.iter().filter(|problem| problem.code == "contact-changed").collect()
}

fn codes(reading: &Reading) -> Vec<String> {
    reading.catalogue.products.iter().map(|e| e.product.card.code.to_string()).collect()
}

/// A contact of the attacker's for each column.
const SWAPS: [(&str, &str); 11] = [
    ("whatsapp", "0899-6666-6666"),
    ("tokopedia", "https://www.tokopedia.com/jahat"),
    ("shopee", "https://shopee.co.id/jahat"),
    ("tiktok", "https://www.tiktok.com/@jahat"),
    ("gofood", "https://gofood.co.id/jakarta/restaurant/jahat-9"),
    ("grabfood", "https://food.grab.com/id/id/restaurant/jahat/9"),
    ("shopeefood", "https://shopee.co.id/now-food/shop/9"),
    ("instagram", "https://www.instagram.com/jahat"),
    ("situs", "https://www.blibli.com/merchant/jahat"),
    ("eorder", "https://e-katalog.lkpp.go.id/jahat"),
    ("tautan_jbl", "https://www.tokopedia.com/jahat/keripik"),
];

fn evil(line: &str) -> bool {
    line.contains("jahat") || line.contains("6289966666666") || line.ends_with("shop/9")
}

/// The swap did not get through, stands at its cell, and nothing took the contact's place.
fn assert_stopped(before: &Before, sheets: &Sheets, what: &str) -> Reading {
    let reading = before.then(sheets);
    let lines = published(&reading);
    assert!(!lines.iter().any(|line| evil(line)), "{what}: {lines:#?}");
    let said = changed(&reading);
    assert!(!said.is_empty(), "{what} is not said");
    assert!(said.iter().all(|problem| problem.place.cell.is_some()), "{what}: {said:#?}");
    assert_eq!(reading.pending.len(), said.len(), "{what}");
    reading
}

#[test]
fn a_swap_in_any_column_of_a_seller_or_product_is_stopped_and_the_row_stays() {
    let market = Sheets::market();
    let before = Before::published("trust-columns", &market);
    for (column, value) in SWAPS {
        let rows: &[(&str, &str)] = match column {
            "whatsapp" => &[("penjual", "dapur-uji")],
            "tautan_jbl" => &[("produk", "warisan")],
            // A product's own link, and one that would take the place of its seller's.
            _ => &[("penjual", "dapur-uji"), ("produk", "sendiri"), ("produk", "warisan")],
        };
        for (sheet, code) in rows {
            let what = format!("{column} of {code}");
            let reading =
                assert_stopped(&before, &market.clone().set(sheet, code, column, value), &what);
            assert_eq!(codes(&reading), ["anyam", "sendiri", "warisan"], "{what}");
            assert_eq!(changed(&reading).len(), 1, "{what}");
            let place = changed(&reading)[0].place.column.clone();
            assert_eq!(place.as_deref(), Some(column), "{what}");
            let column = format!("{code} {column} ");
            let left = published(&reading).into_iter().find(|line| line.starts_with(&column));
            assert_eq!(left, None, "{what}: the old value is not used either");
        }
    }
    for (column, value) in [("tautan_toko", SWAPS[1].1), ("tautan_live", SWAPS[3].1)] {
        let swapped = market.clone().set("jbl", "jbl-uji", column, value);
        assert_stopped(&before, &swapped, column);
    }
    let swapped = market.set("gebetan", "gebetan-uji", "koperasi_wa", SWAPS[0].1);
    let reading = assert_stopped(&before, &swapped, "koperasi_wa");
    assert_eq!(changed(&reading)[0].place.cell.as_deref(), Some("E2"));
    assert!(changed(&reading)[0].fix.contains("kepada koperasinya"), "{:#?}", changed(&reading));
    assert_eq!(reading.catalogue.programmes.rounds.len(), 1, "the round stays");
}

#[test]
fn a_contact_added_where_there_was_none_is_stopped_too() {
    let market = Sheets::market()
        .set("penjual", "kriya-uji", "izin_kontak", "")
        .set("penjual", "kriya-uji", "tokopedia", "")
        .set("penjual", "kriya-uji", "eorder", "");
    let before = Before::published("trust-added", &market);
    for (column, value) in SWAPS.into_iter().filter(|(column, _)| *column != "tautan_jbl") {
        let seller = market.clone().set("penjual", "kriya-uji", column, value);
        let seller = seller.set("penjual", "kriya-uji", "izin_kontak", "ya");
        let expected = if column == "whatsapp" { 1 } else { 2 };
        let reading = assert_stopped(&before, &seller, column);
        // With consent the number that was silent so far is new as well.
        assert_eq!(changed(&reading).len(), expected, "{column}");
        if column != "whatsapp" {
            assert_stopped(&before, &market.clone().set("produk", "anyam", column, value), column);
        }
    }
}

#[test]
fn a_swap_in_two_steps_is_stopped_at_the_second() {
    let home = "trust-steps";
    let market = Sheets::market();
    // First the number goes, then the whole seller, then the product; each time another comes next.
    let gone = market.clone().set("penjual", "dapur-uji", "whatsapp", "");
    let before = Before::published(&format!("{home}-1"), &gone);
    assert_eq!(changed(&Before::published(home, &market).then(&gone)).len(), 0);
    assert_stopped(
        &before,
        &market.clone().set("penjual", "dapur-uji", SWAPS[0].0, SWAPS[0].1),
        "1",
    );

    let hidden = market.clone().without("penjual", "kriya-uji").without("produk", "anyam");
    let first = Before::published(&format!("{home}-2"), &market);
    let reading = first.then(&hidden);
    let again = Before {
        home: first.home.clone(),
        previous: {
            let out = first.home.join("kedua");
            let mut catalogue = reading.catalogue;
            first.previous.compare(&mut catalogue, day(DAY)).expect("compared");
            Publication::prepare(catalogue, &plan(&out)).expect("prepared").publish().expect("out");
            Previous::open(&out).expect("a publication")
        },
    };
    for (column, value) in [SWAPS[0], SWAPS[1]] {
        assert_stopped(&again, &market.clone().set("penjual", "kriya-uji", column, value), "2");
    }
    let back = market.clone().set("produk", "lama", "tayang", "ya");
    assert_eq!(changed(&first.then(&back)).len(), 0, "a product that comes back as it was");
    assert_stopped(&first, &back.set("produk", "lama", SWAPS[1].0, SWAPS[1].1), "3");
}

#[test]
fn a_product_that_moves_to_another_seller_takes_no_order_there() {
    let market = Sheets::market();
    let before = Before::published("trust-moved", &market);
    let evil_seller = [
        ("kode", "toko-baru"),
        ("nama_usaha", "Dapur Uji"),
        ("kecamatan", "Tebet"),
        ("whatsapp", "0899-6666-6666"),
        ("izin_kontak", "ya"),
        ("tokopedia", "https://www.tokopedia.com/jahat"),
    ];
    let moved = market.clone().add("penjual", true, &evil_seller).set(
        "produk",
        "warisan",
        "penjual",
        "toko-baru",
    );
    let reading = before.then(&moved);
    let lines = published(&reading);
    let of_product: Vec<_> = lines.iter().filter(|line| line.starts_with("warisan ")).collect();
    assert!(!of_product.iter().any(|line| evil(line)), "{of_product:#?}");
    assert_eq!(changed(&reading).len(), 2);
    assert!(changed(&reading).iter().all(|p| p.place.column.as_deref() == Some("penjual")));
    // The new seller itself is another one, which is said because of its name.
    assert!(reading.problems.iter().any(|problem| problem.code == "seller-name-twice"));
}

#[test]
fn a_swap_through_rows_that_bring_their_seller_along_is_stopped() {
    let named = [
        ("kode", "warisan"),
        ("nama_usaha", "Dapur Uji"),
        ("whatsapp", "0899-6666-6666"),
        ("kecamatan", "Tebet"),
        ("nama", "Keripik Tempe"),
        ("kategori", "kuliner"),
        ("harga", "15.000"),
        ("satuan", "pcs"),
    ];
    let market = Sheets::market();
    let before = Before::published("trust-derived", &market);
    // The same shop name with another number, first in the sheet, so that the codes are its own.
    let reading = before.then(&market.clone().add("produk", true, &named));
    assert!(!published(&reading).iter().any(|line| evil(line)));
    assert!(reading.problems.iter().any(|problem| problem.code == "seller-name-twice"));
    for (column, value) in SWAPS.into_iter().filter(|(column, _)| *column != "whatsapp") {
        let mut row = named.to_vec();
        row.extend([(column, value), ("jbl", "jbl-uji")]);
        assert_stopped(&before, &market.clone().add("produk", true, &row), column);
    }
    // A listed row without a code takes the code of its name.
    let uncoded = [
        ("nama_usaha", "Dapur  UJI"),
        ("kecamatan", "Tebet"),
        ("whatsapp", "0899-6666-6666"),
        ("izin_kontak", "ya"),
    ];
    let taken = market.clone().without("penjual", "dapur-uji").add("penjual", true, &uncoded);
    assert_stopped(&before, &taken, "a code made from the name");
}

#[test]
fn a_link_that_is_only_nearly_the_old_one_is_stopped() {
    let market = Sheets::market();
    let before = Before::published("trust-nearly", &market);
    for value in [
        "https://www.tokopedia.com/dapur-ujl",
        "https://www.tokopedia.com/dapur-uji-",
        "https://www.tokopedia.com/dapur-uji/../jahat",
        "https://www.tokopedia.com/dapur-uji?redirect=jahat",
        "https://seller.tokopedia.com/dapur-uji",
    ] {
        let swapped = market.clone().set("penjual", "dapur-uji", "tokopedia", value);
        assert_stopped(&before, &swapped, value);
    }
    let near = market.clone().set("penjual", "dapur-uji", "whatsapp", "0812-0000-0010");
    assert_stopped(&before, &near, "one digit");
}

#[test]
fn another_spelling_of_the_same_contact_is_no_change() {
    let market = Sheets::market();
    let before = Before::published("trust-spelling", &market);
    for (sheet, code, column, value) in [
        ("penjual", "dapur-uji", "whatsapp", "+62 812 0000 0001"),
        ("penjual", "dapur-uji", "whatsapp", "6281200000001"),
        ("penjual", "dapur-uji", "whatsapp", "https://wa.me/6281200000001"),
        ("penjual", "dapur-uji", "tokopedia", "https://tokopedia.com/dapur-uji/"),
        ("penjual", "dapur-uji", "tokopedia", "HTTPS://WWW.Tokopedia.com/dapur-uji?utm_source=wa"),
        ("penjual", "dapur-uji", "instagram", "https://instagram.com/dapuruji?igsh=MzRl"),
        ("penjual", "kriya-uji", "eorder", "kriya  uji"),
        ("penjual", "kriya-uji", "eorder", "ya"),
        ("penjual", "dapur-uji", "nama_usaha", "Dapur Uji Bu Ratih"),
        // A contact that goes leads nobody anywhere.
        ("penjual", "dapur-uji", "izin_kontak", "tidak"),
        ("penjual", "dapur-uji", "shopee", ""),
        // A product that gives up its own link has its seller's again, or says it itself.
        ("produk", "sendiri", "tokopedia", ""),
        ("produk", "sendiri", "tokopedia", "https://www.tokopedia.com/dapur-uji"),
    ] {
        let reading = before.then(&market.clone().set(sheet, code, column, value));
        assert!(changed(&reading).is_empty(), "{value}: {:#?}", changed(&reading));
    }
}

#[test]
fn what_is_new_itself_needs_no_approval_but_a_known_sellers_new_link_outside_its_shop_does() {
    let market = Sheets::market();
    let before = Before::published("trust-new", &market);
    let product = |link| {
        [
            ("kode", "baru"),
            ("penjual", "dapur-uji"),
            ("nama", "Kue Baru"),
            ("kategori", "kuliner"),
            ("harga", "9.000"),
            ("satuan", "pcs"),
            ("tokopedia", link),
        ]
    };
    for link in [
        "",
        "https://www.tokopedia.com/dapur-uji/kue",
        "https://www.tokopedia.com/jakpreneurofficial/kue",
    ] {
        let reading = before.then(&market.clone().add("produk", false, &product(link)));
        assert!(changed(&reading).is_empty() && codes(&reading).contains(&"baru".to_owned()));
    }
    let outside = product("https://www.tokopedia.com/jahat/kue");
    assert_stopped(&before, &market.clone().add("produk", false, &outside), "outside");
    let seller = [
        ("kode", "toko-lain"),
        ("nama_usaha", "Toko Lain"),
        ("kecamatan", "Koja"),
        ("whatsapp", "0812-7777-7777"),
        ("izin_kontak", "ya"),
    ];
    let reading = before.then(&market.add("penjual", false, &seller));
    assert!(changed(&reading).is_empty());
    assert!(published(&reading).contains(&"toko-lain whatsapp 6281277777777".to_owned()));
}

#[test]
fn a_price_that_jumps_is_said_with_both_prices() {
    let market = Sheets::market();
    let before = Before::published("trust-price", &market);
    for (price, change) in [
        ("19.500", None),
        ("10.500", None),
        ("19.600", Some("naik 31 %")),
        ("150.000", Some("naik 900 %")),
        ("1.500", Some("turun 90 %")),
    ] {
        // A price for the edition may not be above the normal one.
        let sheets = market.clone().set("produk", "warisan", "harga_jbl", "");
        let reading = before.then(&sheets.set("produk", "warisan", "harga", price));
        let said: Vec<_> = reading.problems.iter().filter(|p| p.code == "price-jump").collect();
        let expected = change.map(|change| {
            format!("Harga {change} sejak terbitan sebelumnya: dari Rp15.000 menjadi Rp{price}.")
        });
        assert_eq!(said.first().map(|p| p.message.clone()), expected);
        assert!(said.iter().all(|p| p.place.cell.as_deref() == Some("E2")));
    }
}
