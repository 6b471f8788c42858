//! A year of invented editions: each month another city, every third month all of Jakarta.

use crate::domain::area::City;
use crate::domain::time::Date;

pub(super) const HEADER: [&str; 12] = [
    "kode",
    "judul",
    "wilayah",
    "mulai",
    "selesai",
    "prapesan_mulai",
    "prapesan_tutup",
    "live_mulai",
    "live_selesai",
    "tautan_toko",
    "tempat",
    "catatan",
];

/// The cities in the order of their turns; the islands have too few sellers for an edition of their own.
const TURNS: [&str; 5] = ["31.74", "31.75", "31.72", "31.73", "31.71"];

/// The whole schedule.
pub(super) fn rows() -> impl Iterator<Item = [String; 12]> {
    (0..12).filter_map(row)
}

fn row(month: u32) -> Option<[String; 12]> {
    // The first is on while the market is built for 2026-11-21.
    let (year, number) = (2026 + (10 + month as i32) / 12, (10 + month) % 12 + 1);
    let first = Date::new(year, number, 20)?;
    // The Friday that falls into the edition.
    let friday = first.plus((4 - first.weekday() as i32).rem_euclid(7));
    let city = city(month);
    let name = city.map_or("Jakarta", City::name);
    Some([
        code(month),
        format!("Jumat Beli Lokal {name}"),
        city.map_or("semua", City::code).to_owned(),
        first.to_string(),
        first.plus(8).to_string(),
        first.plus(-7).to_string(),
        format!("{} 20.00", first.plus(-1)),
        format!("{friday} 10.00"),
        format!("{friday} 11.00"),
        "https://www.tokopedia.com/contoh-jakpreneur".to_owned(),
        "Lobi contoh".to_owned(),
        "Contoh: bukan jadwal resmi.".to_owned(),
    ])
}

fn city(month: u32) -> Option<City> {
    if month % 3 == 2 {
        return None;
    }
    TURNS.get((month - month / 3) as usize % TURNS.len()).and_then(|code| City::find(code).ok())
}

fn code(month: u32) -> String {
    let (year, number) = (2026 + (10 + month) / 12, (10 + month) % 12 + 1);
    let place = city(month).map_or_else(|| "semua".to_owned(), City::slug);
    format!("jbl-{year}-{number:02}-{}", place.trim_start_matches("jakarta-"))
}

/// The editions that a seller of that city takes part in, as the sheet lists them.
pub(super) fn of(home: City) -> String {
    let own = (0..12).filter(|month| city(*month).is_none_or(|city| city == home));
    own.map(code).collect::<Vec<_>>().join("; ")
}
