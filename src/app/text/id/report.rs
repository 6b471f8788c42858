//! Telling the office of a mistake.

use crate::domain::code::Code;
use crate::domain::permit::Permit;

/// Heading.
pub const TITLE: &str = "Laporkan yang keliru";
/// For crawlers, who are asked not to list it.
pub const DESCRIPTION: &str =
    "Beri tahu petugas kalau harga, stok, foto, atau izin yang tampil keliru.";
/// In a sentence.
pub const LEAD: &str =
    "Pilih yang keliru, lalu kirim pesannya ke petugas. Namamu tidak ditanyakan.";
/// The way here.
pub const LINK: &str = "Ada yang keliru? Laporkan";
/// The address names nothing.
pub const NO_SUBJECT: &str =
    "Buka halaman produk atau toko yang keliru, lalu ketuk “Ada yang keliru? Laporkan” di sana.";
/// Legend of the choices.
pub const WHICH: &str = "Apa yang keliru?";
/// A price.
pub const PRICE: &str = "Harga";
/// Whether it can be had.
pub const STOCK: &str = "Stok";
/// Photo or words.
pub const WORDS: &str = "Foto atau keterangan";
/// Permits.
pub const PERMITS: &str = "Izin";
/// Links and numbers.
pub const CONTACTS: &str = "Tautan atau nomor tidak bisa dihubungi";
/// The shop is closed.
pub const CLOSED: &str = "Toko sudah tutup";
/// Anything else.
pub const OTHER: &str = "Lainnya";
/// Nothing is published.
pub const ABSENT: &str = "belum tercantum";
/// Label of the field.
pub const RIGHT: &str = "Yang benar (boleh dikosongkan)";
/// What is not to be written.
pub const RIGHT_HINT: &str = "Jangan tulis nama, nomor, atau alamat orang.";
/// Nothing is chosen yet.
pub const CHOOSE: &str = "Pilih dulu yang keliru, lalu pesannya muncul di sini.";
/// Heading of the message.
pub const MESSAGE: &str = "Pesan untuk petugas";
/// By WhatsApp.
pub const SEND: &str = "Kirim lewat WhatsApp";
/// By e-mail.
pub const MAIL: &str = "Kirim lewat email";
/// On a page of the office.
pub const PAGE: &str = "Buka halaman laporan";
/// Copies the message.
pub const COPY: &str = "Salin laporan";
/// It was copied.
pub const COPIED: &str = "Laporan tersalin. Tinggal ditempel.";
/// No contact is known.
pub const NO_CONTACT: &str = "Kantornya belum mencantumkan kontak. Salin laporannya, lalu sampaikan ke petugas yang kamu kenal.";
/// In an example market.
pub const EXAMPLE: &str = "Ini pasar contoh, jadi WhatsApp terbuka tanpa nomor.";
/// Of a number that an example market does not show.
pub const EXAMPLE_NUMBER: &str = "WhatsApp (contoh)";
/// Of a product that is no longer sold.
pub const WITHDRAWN: &str = "sudah tidak dijual";

/// Where the office says it is reached, in its own words.
pub fn contact(words: &str) -> String {
    format!("Sampaikan ke: {words}")
}

/// "Rp18.000 per bungkus", and the price of an edition while it holds.
pub fn price(price: &str, unit: &str, promotion: Option<&str>) -> String {
    let promotion = promotion.map(|price| format!("; {price}"));
    format!("{price} per {unit}{}", promotion.unwrap_or_default())
}

/// "3 foto; Tempe tipis yang renyah."
pub fn words(pictures: usize, words: &str) -> String {
    let words: String = words.chars().take(160).collect();
    match (pictures, words.is_empty()) {
        (0, true) => String::new(),
        (0, false) => words,
        (count, true) => format!("{count} foto"),
        (count, false) => format!("{count} foto; {words}"),
    }
}

/// "Halal ID311… (berlaku sampai 25 Sep 2028)".
pub fn permit(label: &str, permit: &Permit) -> String {
    let until = permit.until.map(|day| format!(" ({})", super::product::valid_until(day)));
    format!("{label} {}{}", permit.number, until.unwrap_or_default())
}

/// What a report says.
#[derive(Clone, Debug, Default)]
pub struct Told<'a> {
    /// The market's name.
    pub market: &'a str,
    /// The product, where it is about one.
    pub product: Option<(&'a str, &'a Code)>,
    /// The seller.
    pub seller: Option<(&'a str, &'a Code)>,
    /// The page's whole address.
    pub url: &'a str,
    /// What is wrong.
    pub field: &'a str,
    /// What is published of it; empty: nothing.
    pub published: &'a str,
    /// What would be right; empty: not told.
    pub right: &'a str,
    /// The day the data were collected.
    pub data: &'a str,
    /// The file that names all others of this publication.
    pub generation: &'a str,
}

/// The message to the office.
pub fn message(told: &Told<'_>) -> String {
    let named = |label: &str, named: Option<(&str, &Code)>| {
        named.map(|(name, code)| format!("{label}: {name} ({code})"))
    };
    let line = |label: &str, text: &str| (!text.is_empty()).then(|| format!("{label}: {text}"));
    let data = format!("{} {}", told.data, told.generation);
    let lines = [
        Some(format!("Laporan untuk {}", told.market)),
        named("Produk", told.product),
        named("Toko", told.seller),
        line("Halaman", told.url),
        line("Yang keliru", told.field),
        line("Yang tampil", told.published),
        line("Yang benar", told.right),
        line("Data", data.trim()),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_what_it_is_about_and_which_data_it_saw() {
        let (product, seller) =
            (Code::parse("keripik").expect("a code"), Code::parse("dapur").expect("a code"));
        let told = Told {
            market: "Pasar Uji",
            product: Some(("Keripik", &product)),
            seller: Some(("Dapur", &seller)),
            url: "https://pasar.example/p/keripik",
            field: PRICE,
            published: "Rp18.000 per bungkus",
            right: "",
            data: "Jumat 20 Nov 2026",
            generation: "manifest-01.json",
        };
        let lines = [
            "Laporan untuk Pasar Uji",
            "Produk: Keripik (keripik)",
            "Toko: Dapur (dapur)",
            "Halaman: https://pasar.example/p/keripik",
            "Yang keliru: Harga",
            "Yang tampil: Rp18.000 per bungkus",
            "Data: Jumat 20 Nov 2026 manifest-01.json",
        ];
        assert_eq!(message(&told), lines.join("\n"));
    }
}
