//! Jumat Beli Lokal: banner, countdown, list of editions, one edition.

use crate::domain::edition::{Edition, EditionState, Window};
use crate::domain::gather::Gather;
use crate::domain::money::{Rupiah, grouped};
use crate::domain::time::{Date, Moment, weekday_name};

/// Fact: number of products.
pub const PRODUCTS: &str = "Produk";
/// Fact: hour of the live show.
pub const LIVE: &str = "Live";
/// Fact: where it is paid.
pub const PAY_AT: &str = "Bayar di";
/// Fact: where it was sold.
pub const SOLD_AT: &str = "Kanal";
/// Some of its goods.
pub const SOME_GOODS: &str = "Sebagian produknya";
/// To the live show.
pub const WATCH: &str = "Tonton live";
/// To an edition that has not begun.
pub const SEE_GOODS: &str = "Lihat produknya";
/// To an edition that takes orders before it begins.
pub const ORDER_AHEAD: &str = "Pesan lebih dulu";
/// To an edition that is over.
pub const SEE_PAST: &str = "Lihat arsipnya";
/// Heading of the editions that are on or to come.
pub const NOW_AND_NEXT: &str = "Sekarang dan berikutnya";
/// Heading of the editions that are over.
pub const PAST: &str = "Yang sudah lewat";
/// What remains of them.
pub const PAST_NOTE: &str = "Produknya masih bisa dipesan dengan harga biasa.";
/// No edition is known.
pub const NONE_TITLE: &str = "Belum ada jadwal";
/// What to do meanwhile.
pub const NONE_TEXT: &str = "Jadwal edisi berikutnya akan tampil di sini. Sementara itu, semua produk bisa dipesan seperti biasa.";
/// Label of the cities.
pub const CITIES: &str = "Kota";
/// Editions of every city.
pub const ALL_CITIES: &str = "Semua kota";
/// To where it is added up.
pub const APPEAL_SUM: &str = "Hitungannya ada di keranjang.";
/// Heading of what to know before buying.
pub const PRICES: &str = "Soal harga";
/// Fact: from when to when.
pub const WHEN: &str = "Jadwal";
/// Takes an edition into the phone's calendar.
pub const REMIND: &str = "Catat di kalender";
/// Fact: orders before it begins.
pub const PREORDER: &str = "Pra-pesan";
/// Fact: where it can be visited.
pub const PLACE: &str = "Tempat";
/// Fact: the shop.
pub const SHOP: &str = "Toko";
/// Fact: anything else.
pub const NOTE: &str = "Catatan";
/// Heading of an edition's products.
pub const ITS_GOODS: &str = "Produknya";
/// An edition that is over.
pub const OVER: &str =
    "Edisi ini sudah selesai. Produknya masih bisa dipesan langsung ke penjual dengan harga biasa.";
/// Units of the countdown.
pub const DAYS: &str = "hari";
/// Units of the countdown.
pub const HOURS: &str = "jam";
/// Units of the countdown.
pub const MINUTES: &str = "menit";
/// Units of the countdown.
pub const SECONDS: &str = "detik";

/// Name of a state.
pub const fn state(state: EditionState) -> &'static str {
    match state {
        EditionState::Live => "Live",
        EditionState::Berlangsung => "Berlangsung",
        EditionState::PraPesan => "Pra-pesan",
        EditionState::AkanDatang => "Akan datang",
        EditionState::Selesai => "Selesai",
    }
}

/// What a countdown runs to.
pub const fn countdown(state: EditionState) -> &'static str {
    match state {
        EditionState::Live => "Edisi ini berakhir dalam",
        EditionState::Berlangsung | EditionState::Selesai => "Berakhir dalam",
        EditionState::PraPesan => "Pra-pesan tutup dalam",
        EditionState::AkanDatang => "Mulai dalam",
    }
}

/// Beside the state: until when it lasts, or when it turns.
pub fn state_line(edition: &Edition, state: EditionState) -> String {
    let window = edition.window;
    match state {
        EditionState::Live => {
            let end = edition.live.map(|live| live.last().hhmm()).unwrap_or_default();
            format!("sekarang, sampai {end} WIB")
        }
        EditionState::Berlangsung => format!("sampai {}", moment(window.last())),
        EditionState::PraPesan => {
            format!(
                "tutup {}",
                edition.preorder.map(|window| moment(window.last())).unwrap_or_default()
            )
        }
        EditionState::AkanDatang => format!("mulai {}", moment(window.from)),
        EditionState::Selesai => format!("berakhir {}", day(window.last().date())),
    }
}

/// "Min, 29 Nov, 23.59 WIB": short, so that it stays on one line of a phone.
pub fn moment(moment: Moment) -> String {
    let date = moment.date();
    let weekday = weekday_name(date).get(..3).unwrap_or_default();
    format!("{weekday}, {}, {} WIB", date.day_month(), moment.hhmm())
}

/// "Minggu, 29 Nov 2026".
pub fn day(date: Date) -> String {
    format!("{}, {}", weekday_name(date), date.short())
}

/// "Selasa 24 Nov, 00.00 – Minggu 29 Nov 2026, 23.59 WIB", without the hours where they are those of whole days.
pub fn schedule(window: Window) -> String {
    let (from, last) = (window.from, window.last());
    let whole = from.clock() == (0, 0) && last.clock() == (23, 59);
    let (first, until) = (from.date(), last.date());
    let from_words = format!("{} {}", weekday_name(first), first.day_month());
    let to_words = until.long();
    match (whole, first == until) {
        (true, true) => to_words,
        (true, false) => format!("{from_words} – {to_words}"),
        (false, true) => format!("{to_words}, {}–{} WIB", from.hhmm(), last.hhmm()),
        (false, false) => {
            format!("{from_words}, {} – {to_words}, {} WIB", from.hhmm(), last.hhmm())
        }
    }
}

/// "Jumat 27 Nov, 10.00–11.00 WIB".
pub fn live_hours(live: Window) -> String {
    let date = live.from.date();
    let (from, to) = (live.from.hhmm(), live.last().hhmm());
    format!("{} {}, {from}–{to} WIB", weekday_name(date), date.day_month())
}

/// "Jumat 10.00".
pub fn live_short(live: Window) -> String {
    format!("{} {}", weekday_name(live.from.date()), live.from.hhmm())
}

/// "10.00–11.00".
pub fn live_now(live: Window) -> String {
    format!("{}–{}", live.from.hhmm(), live.last().hhmm())
}

/// "sampai Kamis 26 Nov, 20.00 WIB".
pub fn preorder(window: Window, now: Moment) -> String {
    if now < window.from {
        format!("{} – {}", window.from.long(), window.last().long())
    } else {
        format!("sampai {}", window.last().long())
    }
}

/// To an edition that is on.
pub fn see(products: u32) -> String {
    format!("Lihat {} produk", grouped(products.into()))
}

/// To the edition's shop.
pub fn shop_at(channel: &str) -> String {
    format!("Belanja di {channel}")
}

/// To the shop, as a fact.
pub fn open_at(channel: &str) -> String {
    format!("Buka di {channel}")
}

/// For crawlers, of the list of editions.
pub fn description(jbl: &str) -> String {
    format!("Jadwal {jbl}: edisi yang sedang berlangsung, yang akan datang, dan yang sudah lewat.")
}

/// Where its prices hold.
pub fn prices(short: &str) -> String {
    format!(
        "Harga {short} hanya berlaku selama edisinya dan hanya di toko edisinya. Lewat WhatsApp berlaku harga biasa."
    )
}

/// To the explanation of what it is.
pub fn what(short: &str) -> String {
    format!("Apa itu {short}?")
}

/// What civil servants are asked to spend: an appeal.
pub fn appeal(amount: Rupiah) -> String {
    format!("ASN diajak berbelanja mulai {amount} di tiap edisi. Ini ajakan, bukan kewajiban.")
}

/// The title without the programme's name, where it begins with it: "Jakarta Selatan".
pub fn short_title<'a>(title: &'a str, jbl: &str) -> &'a str {
    title.strip_prefix(jbl).map(str::trim_start).filter(|rest| !rest.is_empty()).unwrap_or(title)
}

/// A countdown, as it is read out.
pub fn left(label: &str, minutes: i64) -> String {
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let parts = [(days, DAYS), (hours, HOURS), (minutes, MINUTES)];
    let words: Vec<String> = parts
        .iter()
        .skip_while(|(number, unit)| *number == 0 && *unit != MINUTES)
        .map(|(number, unit)| format!("{number} {unit}"))
        .gather();
    format!("{label}: {}", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The end is the first moment outside, so an hour that ends at 11.00 goes on to 11.01.
    fn window(from: (&str, u32), to: (&str, u32, u32)) -> Window {
        let day = |text: &str| Date::parse(text).expect("a day");
        Window { from: day(from.0).at(from.1, 0), to: day(to.0).at(to.1, to.2) }
    }

    #[test]
    fn windows_are_said_as_people_say_them() {
        let whole = window(("2026-11-24", 0), ("2026-11-30", 0, 0));
        assert_eq!(schedule(whole), "Selasa 24 Nov – Minggu 29 Nov 2026");
        assert_eq!(moment(whole.last()), "Min, 29 Nov, 23.59 WIB");
        let hours = window(("2026-11-27", 10), ("2026-11-27", 11, 1));
        assert_eq!(live_hours(hours), "Jumat 27 Nov, 10.00–11.00 WIB");
        assert_eq!(schedule(hours), "Jumat 27 Nov 2026, 10.00–11.00 WIB");
    }

    #[test]
    fn a_countdown_is_read_out_from_its_largest_unit() {
        assert_eq!(
            left("Mulai dalam", 2 * 1440 + 4 * 60 + 12),
            "Mulai dalam: 2 hari 4 jam 12 menit"
        );
        assert_eq!(left("Mulai dalam", 1440), "Mulai dalam: 1 hari 0 jam 0 menit");
        assert_eq!(left("Mulai dalam", 5), "Mulai dalam: 5 menit");
        assert_eq!(left("Mulai dalam", 0), "Mulai dalam: 0 menit");
    }

    #[test]
    fn a_title_is_shortened_only_by_the_programme() {
        let short = |title| short_title(title, "Jumat Beli Lokal");
        assert_eq!(short("Jumat Beli Lokal Jakarta Selatan"), "Jakarta Selatan");
        assert_eq!(short("Jumat Beli Lokal"), "Jumat Beli Lokal");
        assert_eq!(short("Pasar Senja"), "Pasar Senja");
    }
}
