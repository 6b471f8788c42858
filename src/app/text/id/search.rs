//! Lists: search, categories, cities; facets, sorting, ways out of an empty list.

use crate::domain::filter::{Facet, Sort};
use crate::domain::money::{Rupiah, grouped};
use crate::domain::product::Stock;
use crate::domain::time::Date;

/// Heading of the list without words.
pub const ALL: &str = "Semua produk";
/// The facets, and the button that opens them.
pub const FILTER: &str = "Saring";
/// Label of the sorting.
pub const SORT: &str = "Urutkan";
/// Label of the facets in force.
pub const CHIPS: &str = "Saringan yang dipakai";
/// Takes all facets away, beside their chips.
pub const CLEAR_ALL: &str = "Hapus semua";
/// Takes all facets away, in the sheet's foot.
pub const CLEAR: &str = "Hapus";
/// More cards.
pub const MORE: &str = "Tampilkan lagi";
/// Fewer values of a facet.
pub const FEWER: &str = "Tampilkan lebih sedikit";
/// The rule of the fair turn.
pub const TURN: &str =
    "Urutannya diputar tiap hari, supaya semua penjual kebagian tempat di depan.";
/// The same where an area is chosen.
pub const TURN_NEAR: &str = "Yang terdekat dulu, lalu bergiliran tiap hari.";
/// More on that rule.
pub const TURN_LINK: &str = "Cara kerjanya";
/// A certificate counts as an assurance.
pub const HALAL: &str = "Halal";
/// Kinds of goods.
pub const CATEGORY: &str = "Kategori";
/// Parts of a city.
pub const KECAMATAN: &str = "Kecamatan";
/// In any edition that is on.
pub const JBL_NOW: &str = "Berlangsung sekarang";
/// Lower bound of the price.
pub const PRICE_MIN: &str = "Paling murah";
/// Upper bound of the price.
pub const PRICE_MAX: &str = "Paling mahal";
/// In the empty lower bound.
pub const PRICE_MIN_HINT: &str = "Rp5.000";
/// In the empty upper bound.
pub const PRICE_MAX_HINT: &str = "Rp50.000";
/// A bound that is no price.
pub const PRICE_WRONG: &str = "Tulis harganya saja, mis. 50.000 atau 50rb.";
/// Finer kinds of goods.
pub const SUBCATEGORIES: &str = "Jenis";
/// Heading of an empty list.
pub const NONE_TITLE: &str = "Belum ketemu";
/// Nothing at all fits the words.
pub const NONE_TEXT: &str = "Coba kata yang lebih pendek atau lebih umum, atau lihat-lihat dulu.";
/// Some of the words are found alone.
pub const NONE_WORDS: &str = "Belum ada produk dengan semua kata itu. Coba satu-satu:";
/// Nothing is sold here yet.
pub const NONE_YET: &str = "Belum ada produk di sini.";
/// Gives city and kecamatan up.
pub const ANYWHERE: &str = "Cari di seluruh Jakarta";
/// Gives every facet up.
pub const WITHOUT_FACETS: &str = "Hapus semua saringan";
/// To everything.
pub const SEE_ALL: &str = "Lihat semua produk";
/// For crawlers, of the search page.
pub const DESCRIPTION: &str =
    "Cari produk UMKM Jakarta menurut kata, jenis, kecamatan, harga, halal, dan cara pesan.";

/// Name of a facet; `jbl` is what the promotion is called.
pub const fn facet(facet: Facet, jbl: &str) -> &str {
    match facet {
        Facet::Category => CATEGORY,
        Facet::City => "Kota",
        Facet::Kecamatan => KECAMATAN,
        Facet::Price => "Harga",
        Facet::Halal => "Jaminan",
        Facet::Stock => "Stok",
        Facet::Jbl => jbl,
        Facet::Channel => "Cara pesan",
    }
}

/// Name of a stock.
pub const fn stock(stock: Stock) -> &'static str {
    match stock {
        Stock::Siap => "Siap",
        Stock::Po => "Pra-pesan",
        Stock::Habis => "Habis",
    }
}

/// Ready before that Friday.
pub fn before_friday(friday: Date) -> String {
    format!("Siap sebelum Jumat {}", friday.day_month())
}

/// Name of a sorting; without words the first is the fair turn.
pub const fn sort(sort: Sort, has_words: bool) -> &'static str {
    match sort {
        Sort::Relevance if has_words => "Paling cocok",
        Sort::Relevance => "Giliran hari ini",
        Sort::Nearest => "Terdekat",
        Sort::Cheapest => "Termurah",
        Sort::Dearest => "Termahal",
        Sort::Newest => "Terbaru",
    }
}

/// What was typed, in its marks.
pub fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// Label of a chip that takes a facet's value away.
pub fn remove(label: &str) -> String {
    format!("Hapus saringan {label}")
}

/// The bounds of the price.
pub fn price_range(least: Option<Rupiah>, most: Option<Rupiah>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("{least}–{most}"),
        (Some(least), None) => format!("mulai {least}"),
        (None, Some(most)) => format!("sampai {most}"),
        (None, None) => String::new(),
    }
}

/// More values of a facet.
pub fn more_values(count: usize) -> String {
    format!("Tampilkan {count} lagi")
}

/// Closes the sheet and shows what is left.
pub fn show(count: usize) -> String {
    format!("Lihat {} produk", grouped(count as u64))
}

/// How much of a list is shown.
pub fn part(shown: usize, all: usize) -> String {
    format!("{} dari {} produk", grouped(shown as u64), grouped(all as u64))
}

/// How many sell them.
pub fn sellers(count: usize) -> String {
    format!(" dari {} penjual", grouped(count as u64))
}

/// What a way out brings.
pub fn brings(count: u32) -> String {
    format!("+{} produk", grouped(count.into()))
}

/// Gives one facet up.
pub fn without(labels: &str) -> String {
    format!("Tanpa {}", quoted(labels))
}

/// Gives the other words up.
pub fn only_word(word: &str) -> String {
    format!("Cari {} saja", quoted(word))
}

/// All of it is there, behind the facets.
pub fn hidden(count: u32, words: &str) -> String {
    let count = grouped(count.into());
    if words.is_empty() {
        format!("Ada {count} produk, tapi tertutup saringanmu.")
    } else {
        format!("Ada {count} produk {}, tapi tertutup saringanmu.", quoted(words))
    }
}

/// For crawlers, of a category.
pub fn category_description(name: &str) -> String {
    format!("Produk {name} dari usaha mikro Jakarta, dipesan langsung dari penjualnya.")
}

/// For crawlers, of a city.
pub fn city_description(name: &str) -> String {
    format!("Produk UMKM {name}: kuliner, fashion, dan kriya, dipesan langsung dari penjualnya.")
}

/// An edition among other facets: by the promotion's short name, with its month, since titles come again.
pub fn edition(title: &str, jbl: &str, short: &str, from: Date) -> String {
    format!("{}, {}", title.replace(jbl, short), from.day_month())
}

/// With a capital letter, however the seller wrote it.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_uppercase()).chain(letters).collect()
    })
}
