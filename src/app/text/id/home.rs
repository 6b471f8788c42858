//! The home page.

/// Categories.
pub const CATEGORIES: &str = "Kategori";
/// Cities.
pub const CITIES: &str = "Kota";
/// The fair turn.
pub const TURN_TITLE: &str = "Giliran hari ini";
/// The fair turn, where an area is chosen.
pub const TURN_NEAR_TITLE: &str = "Giliran hari ini di dekatmu";
/// Its rule.
pub const TURN_NOTE: &str =
    "Urutannya diputar tiap hari, supaya semua penjual kebagian tempat di depan.";
/// More on the rule.
pub const TURN_LINK: &str = "Cara kerjanya";
/// To the whole list.
pub const ALL_PRODUCTS: &str = "Lihat semua produk";
/// Title of the tab.
pub const TITLE: &str = "Produk UMKM Jakarta";
/// For crawlers.
pub const DESCRIPTION: &str =
    "Cari, simpan, dan pesan langsung produk kuliner, fashion, dan kriya dari usaha mikro Jakarta.";
/// The page's heading, for those who hear it.
pub const HEADING: &str = "Etalase produk UMKM Jakarta";
