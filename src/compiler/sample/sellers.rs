//! Invented sellers.

use super::random::Random;
use super::words::{HOURS, KITCHENS, MEN, OFFICES, STORIES, TAILORS, Trade, WOMEN, WORKSHOPS};
use crate::domain::area::Kecamatan;
use crate::domain::code::slug;
use crate::domain::time::Date;

pub(super) const HEADER: [&str; 18] = [
    "kode",
    "nama_usaha",
    "kecamatan",
    "pengampu",
    "whatsapp",
    "izin_kontak",
    "tentang",
    "jam",
    "antar",
    "tokopedia",
    "shopee",
    "gofood",
    "instagram",
    "eorder",
    "nib",
    "halal",
    "halal_berlaku",
    "grade",
];

/// A seller, of which the products need a part.
pub(super) struct Seller {
    pub(super) code: String,
    pub(super) trade: Trade,
    pub(super) kecamatan: Kecamatan,
    pub(super) has_tokopedia: bool,
    name: String,
    number: u64,
    random: Random,
}

impl Seller {
    pub(super) fn new(seed: u64, number: u64) -> Option<Self> {
        let mut random = Random::of_row(seed, 1, number);
        // As at the fairs: food before fashion before crafts.
        let trade = match random.below(100) {
            0..60 => Trade::Kuliner,
            60..82 => Trade::Fashion,
            _ => Trade::Kriya,
        };
        let shop = match trade {
            Trade::Kuliner => random.pick(&KITCHENS),
            Trade::Fashion => random.pick(&TAILORS),
            Trade::Kriya => random.pick(&WORKSHOPS),
        };
        let name = match random.percent(70) {
            true => format!("{shop} {} {}", random.pick(&WOMEN.0), random.pick(&WOMEN.1)),
            false => format!("{shop} {} {}", random.pick(&MEN.0), random.pick(&MEN.1)),
        };
        let kecamatan = Kecamatan::all().nth(random.below(44) as usize)?;
        let has_tokopedia = random.percent(60);
        Some(Self {
            code: format!("{}-{}", slug(&name), number + 1),
            trade,
            kecamatan,
            has_tokopedia,
            name,
            number,
            random,
        })
    }

    pub(super) fn row(mut self) -> [String; 18] {
        let random = &mut self.random;
        let code = &self.code;
        let some = |wanted: bool, text: String| if wanted { text } else { String::new() };
        let food = self.trade == Trade::Kuliner;
        let city = self.kecamatan.city();
        let area = match random.below(3) {
            0 => self.kecamatan.code().to_owned(),
            _ => self.kecamatan.name().to_owned(),
        };
        let delivery = match random.below(4) {
            0 => "ambil; kurir".to_owned(),
            1 => format!("ambil; kurir; {}", city.code()),
            2 => "kurir; semua".to_owned(),
            _ => format!("ambil; {}", self.kecamatan.code()),
        };
        let serial = self.number % 100_000_000;
        let certified = food && random.percent(45);
        let until = Date::new(2028, 1, 1).map(|day| day.plus(random.below(700) as i32));
        [
            code.clone(),
            self.name.clone(),
            area,
            random.pick(&OFFICES).to_owned(),
            // Counted, not drawn; an example market publishes none of them.
            format!("0812-{:04}-{:04}", serial / 10_000, serial % 10_000),
            some(random.percent(95), "ya".to_owned()),
            random.pick(&STORIES).to_owned(),
            random.pick(&HOURS).to_owned(),
            delivery,
            some(self.has_tokopedia, format!("https://www.tokopedia.com/contoh-{code}")),
            some(random.percent(40), format!("https://shopee.co.id/contoh-{code}")),
            some(
                food && random.percent(30),
                format!("https://gofood.co.id/jakarta/restaurant/contoh-{code}"),
            ),
            some(
                random.percent(50),
                format!("https://www.instagram.com/contoh.{}/", self.number + 1),
            ),
            some(food && random.percent(25), "ya".to_owned()),
            some(random.percent(70), format!("003{:010}", serial * 7 + 31)),
            some(certified, format!("ID311100{:010}1", serial)),
            some(certified, until.map(|day| day.to_string()).unwrap_or_default()),
            some(random.percent(55), random.pick(&["A", "B", "B", "C"]).to_owned()),
        ]
    }
}
