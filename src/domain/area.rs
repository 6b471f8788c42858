//! The areas of Jakarta by their Kemendagri codes: five cities, Kepulauan Seribu, 44 kecamatan.
//!
//! The tables are those of Kepmendagri 300.2.2-2430/2025 as collected by cahyadsn/wilayah (MIT, see NOTICE.md);
//! a test holds them equal to `wilayah_dki.csv`. BPS codes look alike and mean other cities, so only dotted
//! Kemendagri codes are read. Kelurahan are needed by the compiler alone and live in the CSV.

use crate::domain::code::slug;
use crate::domain::fold::squash;
use crate::domain::wire::worded;

/// Code and everyday name of the five cities and the islands.
const CITIES: [(&str, &str); 6] = [
    ("31.01", "Kepulauan Seribu"),
    ("31.71", "Jakarta Pusat"),
    ("31.72", "Jakarta Utara"),
    ("31.73", "Jakarta Barat"),
    ("31.74", "Jakarta Selatan"),
    ("31.75", "Jakarta Timur"),
];

/// Code and name of the 44 kecamatan, in the order of their codes.
const KECAMATAN: [(&str, &str); 44] = [
    ("31.01.01", "Kepulauan Seribu Utara"),
    ("31.01.02", "Kepulauan Seribu Selatan"),
    ("31.71.01", "Gambir"),
    ("31.71.02", "Sawah Besar"),
    ("31.71.03", "Kemayoran"),
    ("31.71.04", "Senen"),
    ("31.71.05", "Cempaka Putih"),
    ("31.71.06", "Menteng"),
    ("31.71.07", "Tanah Abang"),
    ("31.71.08", "Johar Baru"),
    ("31.72.01", "Penjaringan"),
    ("31.72.02", "Tanjung Priok"),
    ("31.72.03", "Koja"),
    ("31.72.04", "Cilincing"),
    ("31.72.05", "Pademangan"),
    ("31.72.06", "Kelapa Gading"),
    ("31.73.01", "Cengkareng"),
    ("31.73.02", "Grogol Petamburan"),
    ("31.73.03", "Taman Sari"),
    ("31.73.04", "Tambora"),
    ("31.73.05", "Kebon Jeruk"),
    ("31.73.06", "Kalideres"),
    ("31.73.07", "Pal Merah"),
    ("31.73.08", "Kembangan"),
    ("31.74.01", "Tebet"),
    ("31.74.02", "Setiabudi"),
    ("31.74.03", "Mampang Prapatan"),
    ("31.74.04", "Pasar Minggu"),
    ("31.74.05", "Kebayoran Lama"),
    ("31.74.06", "Cilandak"),
    ("31.74.07", "Kebayoran Baru"),
    ("31.74.08", "Pancoran"),
    ("31.74.09", "Jagakarsa"),
    ("31.74.10", "Pesanggrahan"),
    ("31.75.01", "Matraman"),
    ("31.75.02", "Pulogadung"),
    ("31.75.03", "Jatinegara"),
    ("31.75.04", "Kramatjati"),
    ("31.75.05", "Pasar Rebo"),
    ("31.75.06", "Cakung"),
    ("31.75.07", "Duren Sawit"),
    ("31.75.08", "Makasar"),
    ("31.75.09", "Ciracas"),
    ("31.75.10", "Cipayung"),
];

/// One of the five cities, or Kepulauan Seribu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct City(u8);

/// One of the 44 kecamatan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kecamatan(u8);

/// A text that names no area of Jakarta.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such area in Jakarta")]
pub struct AreaError;

impl City {
    /// All six, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CITIES.len() as u8).map(Self)
    }

    /// All six as people list them: the five cities, then the islands.
    pub fn as_listed() -> impl Iterator<Item = Self> {
        Self::all().skip(1).chain(Self::all().take(1))
    }

    /// Kemendagri code, `31.74`.
    pub fn code(self) -> &'static str {
        entry(&CITIES, self.0).0
    }

    /// "Jakarta Selatan", "Kepulauan Seribu".
    pub fn name(self) -> &'static str {
        entry(&CITIES, self.0).1
    }

    /// For addresses: `jakarta-selatan`.
    pub fn slug(self) -> String {
        slug(self.name())
    }

    /// By the last part of its address.
    pub fn from_slug(text: &str) -> Option<Self> {
        Self::all().find(|city| city.slug() == text)
    }

    /// By code or by name; "Jaksel", "Kota Administrasi Jakarta Selatan" and "selatan" are understood.
    pub fn find(text: &str) -> Result<Self, AreaError> {
        let text = text.trim();
        if let Some(city) = Self::all().find(|city| city.code() == text) {
            return Ok(city);
        }
        let wanted = squash(text);
        let wanted = [
            "kotaadministrasi",
            "kotaadm",
            "kabupatenadministrasi",
            "kabadm",
            "kota",
            "kabupaten",
            "kab",
        ]
        .iter()
        .find_map(|prefix| wanted.strip_prefix(prefix))
        .unwrap_or(&wanted);
        Self::all()
            .find(|city| {
                let full = squash(city.name());
                let tail = full.strip_prefix("jakarta").unwrap_or("pulauseribu");
                let short = format!("jak{}", tail.get(..3).unwrap_or_default());
                let nick = match tail {
                    "timur" => "jaktim",
                    "selatan" => "jaksel",
                    "utara" => "jakut",
                    "barat" => "jakbar",
                    "pusat" => "jakpus",
                    _ => "kepseribu",
                };
                wanted == full || wanted == tail || wanted == short || wanted == nick
            })
            .ok_or(AreaError)
    }

    /// Its kecamatan, in the order of their codes.
    pub fn kecamatan(self) -> impl Iterator<Item = Kecamatan> {
        Kecamatan::all().filter(move |kecamatan| kecamatan.city() == self)
    }
}

impl Kecamatan {
    /// All 44, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..KECAMATAN.len() as u8).map(Self)
    }

    /// Kemendagri code, `31.74.05`.
    pub fn code(self) -> &'static str {
        entry(&KECAMATAN, self.0).0
    }

    /// "Kebayoran Baru".
    pub fn name(self) -> &'static str {
        entry(&KECAMATAN, self.0).1
    }

    /// The city it belongs to.
    pub fn city(self) -> City {
        let city = self.code().get(..5).unwrap_or_default();
        City(CITIES.iter().position(|(code, _)| *code == city).unwrap_or_default() as u8)
    }

    /// By code or by name; case, spaces and hyphens do not matter ("Kramatjati", "Pal Merah").
    pub fn find(text: &str) -> Result<Self, AreaError> {
        let text = text.trim();
        if let Some(kecamatan) = Self::all().find(|kecamatan| kecamatan.code() == text) {
            return Ok(kecamatan);
        }
        let wanted = squash(text);
        let wanted = ["kecamatan", "kec"]
            .iter()
            .find_map(|prefix| wanted.strip_prefix(prefix))
            .unwrap_or(&wanted);
        Self::all().find(|kecamatan| squash(kecamatan.name()) == wanted).ok_or(AreaError)
    }
}

fn entry(table: &'static [(&'static str, &'static str)], at: u8) -> (&'static str, &'static str) {
    table.get(usize::from(at)).copied().unwrap_or(("", ""))
}

// Codes are read as they are written; names are for people and `find`.
worded!(
    City,
    |city: &City| city.code().to_owned(),
    |text: &str| City::all().find(|city| city.code() == text),
    City(0)
);
worded!(
    Kecamatan,
    |kecamatan: &Kecamatan| kecamatan.code().to_owned(),
    |text: &str| { Kecamatan::all().find(|kecamatan| kecamatan.code() == text) },
    Kecamatan(0)
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_equal_the_published_list() {
        let rows: Vec<Vec<&str>> = include_str!("wilayah_dki.csv")
            .lines()
            .skip(1)
            .map(|line| line.split(',').collect())
            .collect();
        let level = |name: &str| {
            rows.iter().filter(|row| row[2] == name).map(|row| (row[0], row[1])).collect::<Vec<_>>()
        };
        assert_eq!(level("kecamatan"), KECAMATAN.to_vec());
        let cities: Vec<_> = level("kabkota")
            .into_iter()
            .map(|(code, name)| {
                (
                    code,
                    name.trim_start_matches("Kota Administrasi ")
                        .trim_start_matches("Kabupaten Administrasi "),
                )
            })
            .collect();
        assert_eq!(cities, CITIES.to_vec());
    }

    #[test]
    fn every_kecamatan_lies_in_a_city_and_is_found_by_code_and_name() {
        for kecamatan in Kecamatan::all() {
            assert!(kecamatan.code().starts_with(kecamatan.city().code()));
            assert_eq!(Kecamatan::find(kecamatan.code()), Ok(kecamatan));
            assert_eq!(
                Kecamatan::find(&kecamatan.name().to_uppercase().replace(' ', "")),
                Ok(kecamatan)
            );
        }
    }

    #[test]
    fn spellings_of_areas_are_understood() {
        for (text, name) in [
            ("Kramatjati", "Kramat Jati"),
            ("kec. pulo gadung", "Pulogadung"),
            ("Pal Merah", "Palmerah"),
            ("Setia Budi", "Setiabudi"),
        ] {
            assert_eq!(Kecamatan::find(text).map(|k| squash(k.name())), Ok(squash(name)), "{text}");
        }
        for (text, code) in [
            ("Jaksel", "31.74"),
            ("Kota Adm. Jakarta Timur", "31.75"),
            ("pusat", "31.71"),
            ("Kepulauan Seribu", "31.01"),
            ("31.73", "31.73"),
        ] {
            assert_eq!(City::find(text).map(City::code), Ok(code), "{text}");
        }
        assert_eq!(Kecamatan::find("Bandung Wetan"), Err(AreaError));
        // A BPS code without dots means another city, so it is refused.
        assert_eq!(City::find("3171"), Err(AreaError));
    }

    #[test]
    fn city_addresses_lead_back() {
        for city in City::all() {
            assert_eq!(City::from_slug(&city.slug()), Some(city));
        }
    }
}
