//! The page from which staff ask each seller: whom it reaches, and where it may lie.

use crate::command::{catalogue, path};
use crate::market::folder;
use std::fs;
use std::path::{Path, PathBuf};

/// A seller without consent, one with consent, and one without a number.
fn sheets(name: &str, settings: &str) -> PathBuf {
    let home = folder(name);
    fs::write(
        home.join("penjual.csv"),
        "kode,nama_usaha,kecamatan,whatsapp,izin_kontak\n\
        dapur-ratih,Dapur Bu Ratih,Tebet,0812-3456-7890,\n\
        batik-rawa,Batik Rawa,Senen,0812-3456-7891,ya\n\
        toko-sunyi,Toko Sunyi,Tebet,,\n",
    )
    .expect("written");
    fs::write(
        home.join("produk.csv"),
        "penjual,nama,kategori,harga,satuan\n\
        dapur-ratih,Keripik Tempe,kuliner,18.000,bungkus\n\
        toko-sunyi,Sapu Lidi,kriya,20.000,pcs\n",
    )
    .expect("written");
    fs::write(home.join("situs.toml"), settings).expect("written");
    home
}

fn confirm(sheets: &Path, page: &Path) -> (i32, String) {
    let url = "https://etalase.example";
    catalogue(&["confirm", path(sheets), "--out", path(page), "--site-url", url])
}

#[test]
fn every_seller_with_a_number_is_asked_whether_or_not_it_may_be_published() {
    let sheets = sheets("confirm", "contoh = false\n");
    let page = folder("confirm-out").join("tanya.html");
    let (code, text) = confirm(&sheets, &page);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("2 penjual dapat ditanya, 1 belum punya nomor."), "{text}");
    let page = fs::read_to_string(&page).expect("a page");
    for number in ["6281234567890", "6281234567891"] {
        assert_eq!(page.matches(&format!("https://wa.me/{number}?text=")).count(), 1, "{number}");
    }
    assert!(page.contains("https://etalase.example/toko/dapur-ratih\n"), "{page}");
    assert!(page.contains("Hanya untuk petugas"), "{page}");
    let silent = page.split("Belum ada nomor").nth(1).expect("those without a number");
    assert!(silent.contains("Toko Sunyi"), "{silent}");
}

#[test]
fn a_seller_whose_number_has_changed_is_asked_at_the_one_that_was_published() {
    let sheets = sheets("confirm-changed", "contoh = false\n");
    let out = folder("confirm-changed-out").join("dist");
    assert_eq!(catalogue(&["build", path(&sheets), "--out", path(&out)]).0, 0);
    let sellers = sheets.join("penjual.csv");
    let text = fs::read_to_string(&sellers).expect("a sheet");
    // Another number, one where there was none, and one that was not published either.
    let text = text.replace("0812-3456-7891", "0899-6666-6666");
    let text = text.replace("Toko Sunyi,Tebet,,", "Toko Sunyi,Tebet,0812-3456-7892,ya");
    fs::write(&sellers, text).expect("written");
    let page = folder("confirm-changed-page").join("tanya.html");
    let (from, to) = (path(&out), path(&page));
    let (code, said) = catalogue(&["confirm", path(&sheets), "--out", to, "--previous", from]);
    assert_eq!(code, 3, "{said}");
    let page = fs::read_to_string(&page).expect("a page");
    let of = |seller: &str| {
        let card = page.split("<article").find(|card| card.contains(seller)).expect(seller);
        card.to_owned()
    };
    let changed = of("Batik Rawa");
    assert!(changed.contains("https://wa.me/6281234567891?text="), "{changed}");
    assert!(!changed.contains("wa.me/6289966666666"), "{changed}");
    assert!(changed.contains("Nomor pesanan: 0899-6666-6666"), "{changed}");
    assert!(changed.contains("izin kontak sudah ya"), "{changed}");
    assert!(of("Toko Sunyi").contains("pastikan dulu lewat jalan lain"));
    assert!(!of("Dapur Bu Ratih").contains("nomor lama"));
    assert!(page.contains("catalogue approve FOLDER KODE --previous TERBITAN"));
}

#[test]
fn an_example_market_asks_nobody_by_number() {
    let sheets = sheets("confirm-example", "contoh = true\n");
    let page = folder("confirm-example-out").join("tanya.html");
    assert_eq!(confirm(&sheets, &page).0, 0);
    let page = fs::read_to_string(&page).expect("a page");
    assert!(page.contains("https://wa.me/?text="), "{page}");
    assert!(!page.contains("628123456789") && !page.contains("0812-3456"), "{page}");
}

#[test]
fn the_page_is_never_written_into_a_publication() {
    let sheets = sheets("confirm-published", "contoh = false\n");
    let out = folder("confirm-published-out").join("dist");
    assert_eq!(catalogue(&["build", path(&sheets), "--out", path(&out)]).0, 0);
    for page in ["tanya.html", "foto/tanya.html"] {
        let page = out.join(page);
        let (code, text) = confirm(&sheets, &page);
        assert_eq!(code, 2, "{text}");
        assert!(!page.exists());
    }
}
