//! Invented products.

use super::Size;
use super::editions;
use super::random::Random;
use super::sellers::Seller;
use super::words::{FAMILIES, Family, REMARKS, Trade};
use crate::domain::code::slug;
use crate::domain::money::grouped;
use crate::domain::time::Date;

pub(super) const HEADER: [&str; 24] = [
    "kode",
    "penjual",
    "nama",
    "kategori",
    "subkategori",
    "harga",
    "satuan",
    "isi",
    "stok",
    "po_hari",
    "minimal",
    "kapasitas_hari",
    "umur_simpan_hari",
    "pajak",
    "deskripsi",
    "varian",
    "kata_kunci",
    "rapat",
    "jbl",
    "harga_jbl",
    "tautan_jbl",
    "gebetan",
    "diperbarui",
    "pirt",
];

/// The row of one product.
pub(super) fn row(size: Size, number: u64) -> Option<[String; 24]> {
    let mut random = Random::of_row(size.seed, 2, number);
    let seller = Seller::new(size.seed, seller_of(size, number, &mut random))?;
    let families: Vec<&Family> =
        FAMILIES.iter().filter(|family| family.trade == seller.trade).collect();
    let family = families.get(random.below(families.len() as u64) as usize)?;
    let name = format!("{} {}", random.pick(family.nouns), random.pick(family.tails));
    let some = |wanted: bool, text: String| if wanted { text } else { String::new() };
    let (least, most) = family.prices;
    // Half thousands, as people set prices.
    let price = random.between(least * 2, most * 2) * 500;
    let made_to_order = random.percent(12);
    let stock =
        if made_to_order { "po" } else { random.pick(&["", "", "", "siap", "siap", "habis"]) };
    let in_editions = seller.has_tokopedia && random.percent(30);
    let code = format!("{}-{}", slug(&name), number + 1);
    let day = Date::new(2026, 5, 1).map(|day| day.plus(random.below(200) as i32));
    let remarks = format!("{name} buatan sendiri. {}", random.pick(&REMARKS));
    let often = |random: &mut Random, text: &str| some(random.percent(50), text.to_owned());
    Some([
        code.clone(),
        seller.code.clone(),
        name,
        category(family.trade, &mut random).to_owned(),
        family.subcategory.to_owned(),
        as_staff_write(price, &mut random),
        family.unit.to_owned(),
        random.pick(family.contents).to_owned(),
        stock.to_owned(),
        some(made_to_order, random.between(1, 7).to_string()),
        some(made_to_order, random.between(2, 20).to_string()),
        some(made_to_order, (random.between(2, 20) * 10).to_string()),
        family.shelf_life.to_owned(),
        random.pick(&["", "", "termasuk", "belum"]).to_owned(),
        remarks,
        some(random.percent(25), random.pick(family.variants).to_owned()),
        often(&mut random, family.keywords),
        often(&mut random, family.serving),
        some(in_editions, editions::of(seller.kecamatan.city())),
        some(in_editions, (price * 9 / 10 / 500 * 500).to_string()),
        some(in_editions, format!("https://www.tokopedia.com/contoh-{}/{code}", seller.code)),
        some(random.percent(20), "ya".to_owned()),
        some(random.percent(70), day.map(|day| day.to_string()).unwrap_or_default()),
        some(
            family.trade == Trade::Kuliner && random.percent(35),
            format!("2063173{:06}-29", number % 1_000_000),
        ),
    ])
}

/// First one product for every seller, then more for some than for others, as in life.
fn seller_of(size: Size, number: u64, random: &mut Random) -> u64 {
    if number < size.sellers {
        return number;
    }
    let one = random.below(size.sellers);
    let other = random.below(size.sellers);
    one.min(other)
}

/// The word that a clerk happens to use.
fn category(trade: Trade, random: &mut Random) -> &'static str {
    match trade {
        Trade::Kuliner => random.pick(&["kuliner", "kuliner", "kuliner", "Makanan"]),
        Trade::Fashion => random.pick(&["fashion", "fashion", "Fesyen"]),
        Trade::Kriya => random.pick(&["kriya", "kriya", "Kerajinan"]),
    }
}

/// The same price in the spellings that sheets have.
fn as_staff_write(price: u64, random: &mut Random) -> String {
    match random.below(20) {
        0..10 => price.to_string(),
        10..15 => grouped(price),
        15..18 => format!("Rp {}", grouped(price)),
        18 if price.is_multiple_of(1_000) => format!("{}rb", price / 1_000),
        _ => format!("Rp{},-", grouped(price)),
    }
}
