//! What products take over from their sellers, and what they do not.

use crate::folder::{reading, said};
use etalase::compiler::catalogue::Entry;
use etalase::compiler::read::{Count, Reading};
use etalase::domain::channel::Channel;
use etalase::domain::product::Product;

const SELLER: &str = "kode,nama_usaha,kecamatan,whatsapp,izin_kontak,tokopedia,shopee,nib,halal,halal_berlaku,pirt,grade,antar,eorder\n";

fn product<'a>(read: &'a Reading, code: &str) -> &'a Product {
    let found =
        read.catalogue.products.iter().find(|entry| entry.product.card.code.as_str() == code);
    let entry: &Entry = found.unwrap_or_else(|| panic!("{code} is missing: {:#?}", read.problems));
    &entry.product
}

#[test]
fn a_products_own_columns_stand_before_its_sellers() {
    let sellers = format!(
        "{SELLER}dapur-ratih,Dapur,Tebet,0812-0000-0001,ya,https://tokopedia.com/dapur,https://shopee.co.id/dapur,0220001234567,ID31110001234561227,2027-05-01,2063171010123-29,B,ambil,ya\n"
    );
    let goods = "kode,penjual,nama,kategori,harga,satuan,tokopedia,grade,antar,halal,halal_berlaku,pirt,eorder,varian,kata_kunci\n\
        keripik-tempe,dapur-ratih,Keripik Tempe,kuliner,15.000,pcs,https://tokopedia.com/dapur/keripik,A,semua,,,,,Rasa: Pedas|Asin,\"camilan, tempe\"\n\
        tas-anyam,dapur-ratih,Tas Anyam,kriya,90.000,pcs,,,,,,,tidak,,\n";
    let read = reading(
        "overrides",
        &[("penjual.csv", sellers.as_bytes()), ("produk.csv", goods.as_bytes())],
    );
    let food = product(&read, "keripik-tempe");
    assert_eq!(
        food.links.shop(Channel::Tokopedia).map(|l| l.as_str()),
        Some("https://tokopedia.com/dapur/keripik")
    );
    assert_eq!(
        food.links.shop(Channel::Shopee).map(|l| l.as_str()),
        Some("https://shopee.co.id/dapur")
    );
    assert_eq!(food.card.grade.map(|g| g.letter()), Some("A"));
    assert!(food.delivery.everywhere && !food.delivery.pickup);
    assert!(food.card.halal && food.nib);
    assert_eq!(food.pirt.as_ref().map(|p| p.number.as_str()), Some("2063171010123-29"));
    assert_eq!(food.card.keywords, "camilan Pedas Asin");
    assert!(food.card.has_variants && food.links.has(Channel::Eorder));
    let craft = product(&read, "tas-anyam");
    assert!(!craft.card.halal && craft.pirt.is_none() && !craft.links.has(Channel::Eorder));
    assert!(craft.delivery.pickup);
    assert_eq!(read.catalogue.sellers[0].products, 2);
    assert_eq!(read.summary.products, Count { read: 2, published: 2, refused: 0, withdrawn: 0 });
    assert!(
        said(&read).iter().all(|line| line.starts_with("photo-missing")),
        "{:#?}",
        read.problems
    );
}

#[test]
fn a_sellers_pirt_counts_for_its_one_food_only() {
    let sellers =
        format!("{SELLER}dapur-ratih,Dapur,Tebet,0812-0000-0001,ya,,,,,,2063171010123-29,,,\n");
    let goods = "kode,penjual,nama,kategori,harga,satuan,pirt\nsatu-kue,dapur-ratih,Satu,kuliner,15.000,pcs,\ndua-kue,dapur-ratih,Dua,kuliner,15.000,pcs,2063171010123-28\n";
    let read = reading(
        "one-food",
        &[("penjual.csv", sellers.as_bytes()), ("produk.csv", goods.as_bytes())],
    );
    assert!(product(&read, "satu-kue").pirt.is_none());
    assert_eq!(
        product(&read, "dua-kue").pirt.as_ref().map(|p| p.number.as_str()),
        Some("2063171010123-28")
    );
    assert_eq!(
        read.catalogue.sellers[0].pirt.as_ref().map(|p| p.number.as_str()),
        Some("2063171010123-29")
    );
    assert!(said(&read).contains(&"value-unused K2".to_owned()), "{:#?}", read.problems);
}

#[test]
fn an_ended_certificate_is_hidden_and_no_other_takes_its_place() {
    let sellers = format!(
        "{SELLER}dapur-ratih,Dapur,Tebet,0812-0000-0001,ya,,,,ID31110001234561227,2027-05-01,,,,\n"
    );
    let goods = "kode,penjual,nama,kategori,harga,satuan,halal,halal_berlaku\nsatu-kue,dapur-ratih,Satu,kuliner,15.000,pcs,ID31110001234561111,2026-11-20\ndua-kue,dapur-ratih,Dua,kuliner,15.000,pcs,ID31110001234561112,2026-11-21\n";
    let read =
        reading("ended", &[("penjual.csv", sellers.as_bytes()), ("produk.csv", goods.as_bytes())]);
    assert!(product(&read, "satu-kue").halal.is_none());
    assert!(product(&read, "dua-kue").card.halal);
    assert!(said(&read).contains(&"permit-expired H2".to_owned()), "{:#?}", read.problems);
}

#[test]
fn numbers_are_published_with_consent_only_and_never_in_an_example() {
    let sellers = format!(
        "{SELLER}dapur-ratih,Dapur,Tebet,0812-0000-0001,ya,,,,,,,,,\nwarung-jaya,Warung,Koja,0812-0000-0002,,,,,,,,,,\n"
    );
    let goods = "kode,penjual,nama,kategori,harga,satuan\nsatu-kue,dapur-ratih,Satu,kuliner,15.000,pcs\ndua-kue,warung-jaya,Dua,kuliner,15.000,pcs\n";
    let files = [("penjual.csv", sellers.as_bytes()), ("produk.csv", goods.as_bytes())];
    let read = reading("consent", &files);
    assert_eq!(product(&read, "satu-kue").card.channels, [Channel::Whatsapp]);
    assert!(product(&read, "dua-kue").card.channels.is_empty());
    assert_eq!(read.summary.without_channel, 1);
    let example = reading("example", &[files[0], files[1], ("situs.toml", b"contoh = true\n")]);
    let links = &product(&example, "satu-kue").links;
    assert!(links.whatsapp.is_some());
    assert!(!format!("{:?}", example.catalogue).contains("6281200000001"));
}

#[test]
fn photos_are_found_by_code_name_and_folder() {
    let goods = "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,foto\n\
        keripik,Dapur,Tebet,Keripik,kuliner,15.000,pcs,\n\
        keripik-2,Dapur,Tebet,Keripik Dua,kuliner,15.000,pcs,\n\
        kopi-susu,Dapur,Tebet,Kopi,kuliner,15.000,pcs,DEPAN kopi; belakang.png\n\
        teh-serai,Dapur,Tebet,Teh,kuliner,15.000,pcs,\n";
    let read = reading(
        "photos",
        &[
            ("produk.csv", goods.as_bytes()),
            ("foto/Keripik.JPG", b"x"),
            ("foto/keripik-2.jpg", b"x"),
            ("foto/keripik-3.png", b"x"),
            ("foto/depankopi.webp", b"x"),
            ("foto/Belakang.jpg", b"x"),
            ("foto/Teh-Serai/10.jpg", b"x"),
            ("foto/Teh-Serai/2.jpg", b"x"),
            ("foto/sisa.jpg", b"x"),
        ],
    );
    let names = |code: &str| {
        let entry = read
            .catalogue
            .products
            .iter()
            .find(|e| e.product.card.code.as_str() == code)
            .expect(code);
        entry.photos.iter().map(|photo| photo.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names("keripik"), ["foto/Keripik.JPG", "foto/keripik-3.png"]);
    assert_eq!(names("keripik-2"), ["foto/keripik-2.jpg"]);
    assert_eq!(names("kopi-susu"), ["foto/depankopi.webp", "foto/Belakang.jpg"]);
    assert_eq!(names("teh-serai"), ["foto/Teh-Serai/2.jpg", "foto/Teh-Serai/10.jpg"]);
    assert!(
        read.problems.iter().any(|p| p.code == "photo-unused" && p.message.contains("sisa.jpg"))
    );
}
