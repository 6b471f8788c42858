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
