//! T5, T6 and T7: what a later upload may not change, what is never passed on, what may not compute.

use crate::folder::{fresh, products, reading, said};
use etalase::compiler::complete::complete;
use std::io::{Cursor, Read};

#[test]
fn t5_a_second_row_does_not_take_over_a_sellers_number() {
    // The later file repeats the seller with another number; the first stands, and the later one is an error.
    let first = "kode,nama_usaha,kecamatan,whatsapp,izin_kontak\ndapur-ratih,Dapur Ratih,Tebet,0812-0000-0001,ya\n";
    let later = "kode,nama_usaha,kecamatan,whatsapp,izin_kontak\ndapur-ratih,Dapur Ratih,Tebet,0819-9999-9999,ya\n";
    let goods = "kode,nama_usaha,whatsapp,kecamatan,nama,kategori,harga,satuan\nsatu-kue,Dapur Ratih,0819-9999-9999,Tebet,Kue,kuliner,10.000,pcs\n";
    let read = reading(
        "takeover",
        &[
            ("penjual-1.csv", first.as_bytes()),
            ("penjual-2.csv", later.as_bytes()),
            ("produk.csv", goods.as_bytes()),
        ],
    );
    assert!(said(&read).contains(&"code-twice A2".to_owned()), "{:#?}", said(&read));
    let owner = read.catalogue.sellers.iter().find(|seller| seller.code.as_str() == "dapur-ratih");
    let number = owner
        .and_then(|seller| seller.links.whatsapp.as_ref()?.number())
        .map(|phone| phone.as_str().to_owned());
    assert_eq!(number.as_deref(), Some("6281200000001"));
    // A product with the other number is another seller's, never the first one's.
    let product = read.catalogue.products.first().map(|entry| &entry.product);
    assert!(product.is_none_or(|product| product.card.seller.as_str() != "dapur-ratih"));
}

#[test]
fn t5_contacts_that_a_later_upload_changes_are_withheld_by_the_real_program() {
    const SELLERS: usize = 40;
    let folder = fresh("swaps");
    let (sheets, out) = (folder.join("sheets"), folder.join("dist"));
    std::fs::create_dir_all(&sheets).expect("a folder");
    let upload = |kind: &str, phone: &str| {
        let mut text = "kode,nama_usaha,kecamatan,whatsapp,izin_kontak,tokopedia\n".to_owned();
        for at in 0..SELLERS {
            text.push_str(&format!(
                "toko-{at},Warung {at},Tebet,{phone}{at:06},ya,https://www.tokopedia.com/{kind}-{at}\n"
            ));
        }
        std::fs::write(sheets.join("penjual.csv"), text).expect("a sheet");
    };
    let build = |more: &[&std::path::Path]| {
        let built = std::process::Command::new(env!("CARGO_BIN_EXE_catalogue"))
            .arg("build")
            .arg(&sheets)
            .args(["--at", "2026-11-21", "--out"])
            .arg(&out)
            .args(more)
            .output()
            .expect("the program");
        (built.status.code(), String::from_utf8_lossy(&built.stdout).into_owned())
    };
    upload("asli", "081200");
    assert_eq!(build(&[]).0, Some(0));
    upload("jahat", "089966");
    let earlier = folder.join("earlier");
    std::fs::rename(&out, &earlier).expect("moved");
    let (code, said) = build(&[std::path::Path::new("--previous"), &earlier]);
    assert_eq!(code, Some(3), "{said}");
    let feed = std::fs::read_to_string(out.join("feeds/penjual.jsonl")).expect("a feed");
    assert_eq!(feed.lines().count(), SELLERS, "the rows stay");
    assert!(!feed.contains("jahat") && !feed.contains("6289966"), "{feed}");
}

#[test]
fn t6_a_sellers_payment_code_is_passed_on_nowhere() {
    const QRIS: &str = "00020101021126570011ID.DANA.WWW011893600915";
    let goods = format!(
        "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,qris,foto\nsatu-kue,Dapur,Tebet,Kue,kuliner,10.000,pcs,{QRIS},\n"
    );
    let read = reading("qris", &[("produk.csv", goods.as_bytes())]);
    assert_eq!(products(&read), ["satu-kue"]);
    assert!(said(&read).contains(&"column-ignored H1".to_owned()));
    assert!(!format!("{:?}", read.catalogue).contains("DANA"));
}

/// Beginnings that spreadsheet programs compute (ASVS 1.2.10).
const COMPUTED: [&str; 12] = [
    "=1+1",
    "=HYPERLINK(\"https://evil.example\")",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|'/C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
];

#[test]
fn t7_no_text_of_a_seller_becomes_a_formula_in_the_workbook_that_staff_go_on_with() {
    let folder = fresh("formulas");
    let mut goods =
        "nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi,kata_kunci\n".to_owned();
    for (at, text) in COMPUTED.iter().enumerate() {
        let text = format!("\"{}\"", text.replace('"', "\"\""));
        goods.push_str(
            &format!("{text},Tebet,{text},kuliner,{at}0.000,pcs,{text},{text}\n")
                .replace(",00.000,", ",10.000,"),
        );
    }
    std::fs::write(folder.join("produk.csv"), &goods).expect("a sheet");
    let (workbook, first) = complete(&folder, &crate::folder::options()).expect("a workbook");
    assert!(!first.catalogue.products.is_empty());
    let mut zip = zip::ZipArchive::new(Cursor::new(&workbook)).expect("a zip");
    let mut sheets = 0;
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let name = part.name().expect("a name").to_string();
        if name.contains("worksheets/") {
            let mut xml = String::new();
            part.read_to_string(&mut xml).expect("XML");
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} computes");
            sheets += 1;
        }
    }
    assert!(sheets > 0, "the workbook has no sheet");
    // The same market is read back: nothing was changed to be harmless either.
    let again = reading("formulas-again", &[("lengkap.xlsx", &workbook)]);
    assert_eq!(products(&again), products(&first));
    let names = |read: &etalase::compiler::read::Reading| {
        read.catalogue.products.iter().map(|e| e.product.card.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&again), names(&first));
}
