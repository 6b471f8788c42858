//! Sellers.

use crate::domain::seller::Delivery;

/// Asks the seller something.
pub const ASK: &str = "Tanya lewat WhatsApp";
/// Heading of the goods.
pub const GOODS: &str = "Dagangannya";
/// No goods at present.
pub const NO_GOODS: &str = "Belum ada produk yang dijual sekarang.";
/// Heading of the seller's own words.
pub const ABOUT: &str = "Tentang";
/// Heading of hours and delivery.
pub const HOURS_AND_DELIVERY: &str = "Jam dan antar";
/// Opening hours.
pub const HOURS: &str = "Buka";
/// Delivery.
pub const DELIVERY: &str = "Antar";
/// Heading of other shops.
pub const ELSEWHERE: &str = "Toko di tempat lain";
/// Permits that belong to products.
pub const ON_PRODUCTS: &str = "lihat di tiap produk";

/// The office that accompanies the seller.
pub fn pengampu(name: &str) -> String {
    format!("binaan {name}")
}

/// Where the seller is.
pub fn place(kelurahan: Option<&str>, kecamatan: &str, city: &str) -> String {
    match kelurahan {
        Some(kelurahan) if kelurahan != kecamatan => format!("{kelurahan}, {kecamatan}, {city}"),
        _ => format!("{kecamatan}, {city}"),
    }
}

/// What a question begins with.
pub fn question(shop: &str, url: &str) -> String {
    format!("Halo {shop}, saya melihat tokonya di {url}\n\nSaya mau tanya: ")
}

/// How goods reach the buyer; absent where nothing is known.
pub fn delivery(delivery: &Delivery) -> Option<String> {
    let mut ways: Vec<String> = Vec::new();
    if delivery.pickup {
        ways.push("ambil sendiri".to_owned());
    }
    if delivery.courier {
        ways.push("kurir".to_owned());
    }
    let areas: Vec<&str> = delivery
        .cities
        .iter()
        .map(|city| city.name())
        .chain(delivery.kecamatan.iter().map(|kecamatan| kecamatan.name()))
        .collect();
    if delivery.everywhere {
        ways.push("diantar ke seluruh Jakarta".to_owned());
    } else if !areas.is_empty() {
        ways.push(format!("diantar ke {}", listed(&areas)));
    }
    let text = ways.join("; ");
    let mut letters = text.chars();
    letters.next().map(|first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect())
}

/// "Tebet", "Tebet dan Pancoran", "Tebet, Pancoran, dan Setiabudi".
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} dan {two}"),
        [rest @ .., last] => format!("{}, dan {last}", rest.join(", ")),
    }
}

/// For crawlers.
pub fn description(shop: &str, kecamatan: &str, city: &str) -> String {
    format!("Semua produk {shop} di {kecamatan}, {city}. Pesan langsung ke penjualnya.")
}
