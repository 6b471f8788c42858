//! The events: bazaars, malls, exhibitions, trainings, live shows.

use crate::domain::event::{EventKind, EventState};

/// Heading.
pub const TITLE: &str = "Acara";
/// For crawlers.
pub const DESCRIPTION: &str = "Jadwal bazar, pojok di mal, pameran, pelatihan, dan siaran langsung UMKM Jakarta menurut kota dan tanggal.";
/// In a sentence.
pub const LEAD: &str = "Datang, lihat, dan cicipi. Atau ikut kelasnya.";
/// Choosing a city.
pub const CITIES: &str = "Kota";
/// Every city.
pub const EVERYWHERE: &str = "Semua kota";
/// Choosing a kind.
pub const KINDS: &str = "Jenis acara";
/// Every kind.
pub const EVERY_KIND: &str = "Semua jenis";
/// No event is known.
pub const NONE_TITLE: &str = "Belum ada acara";
/// What to do meanwhile.
pub const NONE_TEXT: &str = "Jadwal acara akan tampil di sini begitu diumumkan.";
/// None passes the filter.
pub const NONE_HERE_TITLE: &str = "Tidak ada yang cocok";
/// What to do about it.
pub const NONE_HERE_TEXT: &str = "Belum ada acara seperti itu. Coba kota atau jenis lain.";
/// Takes the filter away.
pub const SHOW_ALL: &str = "Lihat semua acara";
/// Events that are over.
pub const PAST: &str = "Yang sudah lewat";
/// Takes an event into the phone's calendar.
pub const REMIND: &str = "Catat di kalender";
/// All events, to subscribe to.
pub const ALL_DATES: &str = "Semua acara di kalendermu";
/// The place on a map.
pub const MAP: &str = "Buka peta";
/// More on it.
pub const MORE: &str = "Keterangan lengkap";
/// To a live show.
pub const WATCH: &str = "Tonton";
/// All of Jakarta.
pub const ALL_JAKARTA: &str = "Seluruh Jakarta";
/// Who takes part.
pub const SELLERS: &str = "Penjual yang ikut";

/// Name of a kind.
pub const fn kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Bazar => "Bazar",
        EventKind::Mal => "Di mal",
        EventKind::Pameran => "Pameran",
        EventKind::Pelatihan => "Pelatihan",
        EventKind::Live => "Siaran langsung",
    }
}

/// Name of a state that is worth telling: what is to come has its date.
pub const fn state(state: EventState) -> Option<&'static str> {
    match state {
        EventState::AkanDatang => None,
        EventState::Berlangsung => Some("Sedang berlangsung"),
        EventState::Selesai => Some("Selesai"),
    }
}

/// How many events pass the filter.
pub fn count(events: usize) -> String {
    format!("{events} acara")
}

/// Opens who takes part, and with what.
pub fn taking_part(sellers: usize, products: usize) -> String {
    format!("{sellers} penjual ikut, {products} produk")
}
