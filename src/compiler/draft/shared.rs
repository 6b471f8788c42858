//! What the rows of sellers and of products have in common: links, permits, grade, delivery.

use crate::compiler::columns::{self as col, Column};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::faults::Fault;
use crate::compiler::row::{RowReader, yes_or_no};
use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::fold::squash;
use crate::domain::link::{LinkError, SafeLink};
use crate::domain::money::PriceError;
use crate::domain::permit::{self, Permit, PermitError, PermitKind};
use crate::domain::phone::{Phone, PhoneError};
use crate::domain::seller::{Delivery, Eorder, Grade};

/// What a row says of something it may also leave to another row.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Said<T> {
    /// Nothing.
    #[default]
    Nothing,
    /// That there is none: a certificate that has ended, `tidak`.
    No,
    /// This.
    This(T),
}

impl<T: Clone> Said<T> {
    /// What holds: the row's own word, else what the other row says.
    pub fn or(&self, other: Option<&T>) -> Option<T> {
        match self {
            Self::Nothing => other.cloned(),
            Self::No => None,
            Self::This(own) => Some(own.clone()),
        }
    }

    /// The row's own word.
    pub fn own(&self) -> Option<&T> {
        match self {
            Self::This(own) => Some(own),
            _ => None,
        }
    }
}

/// The columns that stand in both kinds of rows.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Links to shops and food apps, in the contract's order.
    pub shops: Vec<(Channel, SafeLink)>,
    /// The procurement system.
    pub eorder: Said<Eorder>,
    /// Halal certificate.
    pub halal: Said<Permit>,
    /// Home-industry food permit.
    pub pirt: Said<Permit>,
    /// Registration with the food and drug agency.
    pub bpom: Said<Permit>,
    /// The curation's grade.
    pub grade: Option<Grade>,
    /// How it reaches the buyer; empty where nothing is said.
    pub delivery: Delivery,
}

/// The row's place, code and name.
pub fn identity(row: &mut RowReader<'_>, name: Option<String>) -> Identity {
    let had = row.has(col::KODE);
    let given = row.code();
    Identity {
        row: row.here(),
        cell: row.at(col::KODE),
        spoilt: given.is_none() && (had || row.is_masked(col::KODE)),
        given,
        name: name.unwrap_or_default(),
    }
}

/// Reads the shared columns.
pub fn shared(row: &mut RowReader<'_>, context: Context<'_>) -> Shared {
    let shops = col::SHOPS
        .into_iter()
        .filter_map(|channel| {
            let hosts = |text: &str| SafeLink::for_channel(text, channel, context.hosts);
            Some((channel, link(row, channel.column(), hosts)?))
        })
        .collect();
    let pirt = permit(row, col::PIRT, PermitKind::Pirt, context);
    let bpom = permit(row, col::BPOM, PermitKind::Bpom, context);
    Shared {
        shops,
        eorder: eorder(row, context),
        halal: halal(row, context),
        pirt,
        bpom,
        grade: row.word(col::GRADE, "A, B, C, D", Grade::from_letter),
        delivery: delivery(row),
    }
}

/// A link on allowed hosts, reported where it is none.
pub fn link(
    row: &mut RowReader<'_>,
    column: Column,
    allowed: impl Fn(&str) -> Result<SafeLink, LinkError>,
) -> Option<SafeLink> {
    let text = row.value(column)?.plain();
    match allowed(&text) {
        Ok(link) => {
            if link.is_short() {
                row.warn(
                    Fault::LinkShort,
                    column,
                    "Tautan pendek ini menyembunyikan tujuannya.",
                    "Buka tautannya, lalu tempel alamat lengkapnya.",
                );
            }
            Some(link)
        }
        Err(error) => {
            let (message, fix) = match error {
                LinkError::Syntax => (
                    "Ini bukan alamat web yang lengkap.".to_owned(),
                    "Tempel alamat lengkap dari peramban, dimulai dengan https://.",
                ),
                LinkError::NotHttps => (
                    "Tautan tidak dimulai dengan https://.".to_owned(),
                    "Pakai alamat yang dimulai dengan https://.",
                ),
                LinkError::UserOrPort => (
                    "Tautan memuat nama pengguna atau nomor porta.".to_owned(),
                    "Tempel alamat tokonya langsung dari peramban.",
                ),
                LinkError::Host(host) => (
                    format!(
                        "Tautan menuju {host}, yang tidak termasuk alamat untuk kolom {column}."
                    ),
                    "Periksa kolomnya. Alamat lain diizinkan lewat host_tambahan di situs.toml.",
                ),
            };
            row.fault(Fault::LinkInvalid, column, &message, fix);
            None
        }
    }
}

/// A link, the name as listed there, or `ya`.
fn eorder(row: &mut RowReader<'_>, context: Context<'_>) -> Said<Eorder> {
    let Some(value) = row.value(col::EORDER) else { return Said::Nothing };
    let plain = value.plain();
    match yes_or_no(&plain) {
        Some(true) => return Said::This(Eorder::default()),
        Some(false) => return Said::No,
        None => {}
    }
    if plain.contains("://") || plain.trim_start().starts_with("www.") {
        let hosts = |text: &str| SafeLink::for_channel(text, Channel::Eorder, context.hosts);
        let link = link(row, col::EORDER, hosts);
        return link.map_or(Said::Nothing, |link| {
            Said::This(Eorder { link: Some(link), listed_as: None })
        });
    }
    let name = row.text(col::EORDER, 120);
    if name.is_empty() {
        Said::Nothing
    } else {
        Said::This(Eorder { link: None, listed_as: Some(name) })
    }
}

/// An identifier; one that has ended is hidden.
fn permit(
    row: &mut RowReader<'_>,
    column: Column,
    kind: PermitKind,
    context: Context<'_>,
) -> Said<Permit> {
    match number(row, column, kind) {
        None => Said::Nothing,
        Some(permit) => standing(row, column, permit, context),
    }
}

fn standing(
    row: &mut RowReader<'_>,
    column: Column,
    permit: Permit,
    context: Context<'_>,
) -> Said<Permit> {
    if permit.holds_on(context.at) {
        return Said::This(permit);
    }
    let until = permit.until.map(|until| until.short()).unwrap_or_default();
    row.warn(
        Fault::PermitExpired,
        column,
        &format!("Masa berlakunya sudah lewat ({until}), jadi tidak ditampilkan."),
        "Isi nomor dan tanggal yang baru setelah diperpanjang.",
    );
    Said::No
}

/// A certificate with the day it ends in the column beside it.
fn halal(row: &mut RowReader<'_>, context: Context<'_>) -> Said<Permit> {
    let permit = number(row, col::HALAL, PermitKind::Halal);
    let dated = row.has(col::HALAL_BERLAKU);
    let until = row.when(col::HALAL_BERLAKU).map(|(date, _)| date);
    match permit {
        Some(_) if dated && until.is_none() => Said::No,
        Some(permit) => {
            let column = if until.is_some() { col::HALAL_BERLAKU } else { col::HALAL };
            standing(row, column, Permit { until: until.or(permit.until), ..permit }, context)
        }
        None => {
            if until.is_some() && !row.has(col::HALAL) {
                row.warn(
                    Fault::ValueUnused,
                    col::HALAL_BERLAKU,
                    "Tanggal ini tidak dipakai karena nomor sertifikat halal di baris ini kosong.",
                    "Isi kolom halal, atau kosongkan tanggalnya.",
                );
            }
            Said::Nothing
        }
    }
}

/// An identifier of a kind, reported where it is none.
pub fn number(row: &mut RowReader<'_>, column: Column, kind: PermitKind) -> Option<Permit> {
    let text = row.value(column)?.plain();
    match permit::read(kind, &text) {
        Ok(reading) => {
            if reading.doubtful {
                row.warn(
                    Fault::PermitDoubtful,
                    column,
                    "Nomor ini terbit, tetapi panjang atau awalannya tidak lazim.",
                    "Cocokkan dengan sertifikatnya.",
                );
            }
            Some(reading.permit)
        }
        Err(PermitError::Damaged) => {
            row.damaged(column);
            None
        }
        Err(PermitError::KhNumber) => {
            row.fault(
                Fault::PermitInvalid,
                column,
                "Nomor KH adalah nomor ketetapan, bukan nomor sertifikat halal.",
                "Pakai nomor sertifikat yang diawali ID.",
            );
            None
        }
        Err(PermitError::Personal) => {
            row.fault(
                Fault::PermitInvalid,
                column,
                "Nomor ini berbentuk NIK, bukan nomor izin.",
                "Hapus NIK dari lembar. Isi nomor izinnya saja, dengan awalannya kalau ada.",
            );
            None
        }
        Err(PermitError::Form) => {
            let fix = match kind {
                PermitKind::Nib => {
                    "NIB terdiri dari 13 angka. Ketik sebagai teks supaya nol di depan tidak hilang."
                }
                PermitKind::Pirt => {
                    "P-IRT terdiri dari 15 angka (yang lama 12), misalnya 2063171010123-29."
                }
                PermitKind::Bpom => "Nomor BPOM diawali MD atau ML, lalu 12 atau 15 angka.",
                PermitKind::Halal => "Sertifikat halal diawali ID, lalu 14 sampai 17 angka.",
            };
            row.fault(Fault::PermitInvalid, column, "Nomor ini tidak sesuai bentuknya.", fix);
            None
        }
    }
}

/// A phone number, reported where it is none.
pub fn phone(row: &mut RowReader<'_>, column: Column) -> Option<Phone> {
    let text = row.value(column)?.plain();
    if permit::is_damaged(&text) {
        row.damaged(column);
        return None;
    }
    match Phone::parse(&text) {
        Ok(phone) => Some(phone),
        Err(PhoneError::Damaged) => {
            row.damaged(column);
            None
        }
        Err(error) => {
            let (message, fix) = match error {
                PhoneError::Landline => (
                    "Ini nomor telepon rumah, yang biasanya tidak punya WhatsApp.",
                    "Isi nomor ponsel, misalnya 0812-3456-7890.",
                ),
                PhoneError::Several => {
                    ("Ada lebih dari satu nomor di sel ini.", "Pilih satu nomor untuk pesanan.")
                }
                _ => (
                    "Ini bukan nomor ponsel Indonesia.",
                    "Tulis seperti 0812-3456-7890, sebagai teks.",
                ),
            };
            row.fault(Fault::PhoneInvalid, column, message, fix);
            None
        }
    }
}

fn delivery(row: &mut RowReader<'_>) -> Delivery {
    let mut delivery = Delivery::default();
    let mut unknown = Vec::new();
    for word in row.list(col::ANTAR, &[',']) {
        match squash(&word).as_str() {
            "ambil" => delivery.pickup = true,
            "kurir" => delivery.courier = true,
            "semua" => delivery.everywhere = true,
            _ => match (Kecamatan::find(&word), City::find(&word)) {
                (Ok(kecamatan), _) if !delivery.kecamatan.contains(&kecamatan) => {
                    delivery.kecamatan.push(kecamatan)
                }
                (Err(_), Ok(city)) if !delivery.cities.contains(&city) => {
                    delivery.cities.push(city)
                }
                (Ok(_), _) | (_, Ok(_)) => {}
                _ => unknown.push(word),
            },
        }
    }
    if !unknown.is_empty() {
        row.fault(Fault::WordUnknown, col::ANTAR, "Sebagian isi kolom antar tidak dikenal.", "Pakai ambil, kurir, semua, atau kode kecamatan atau kota seperti 31.74.05 dan 31.74, dipisah titik koma.");
    }
    delivery.cities.sort();
    delivery.kecamatan.sort();
    delivery
}

/// What is wrong with a price and how to mend it, in Indonesian.
pub fn price_fault(error: PriceError) -> (&'static str, &'static str) {
    const PLAIN: &str = "Tulis satu harga dalam rupiah bulat, misalnya 15.000.";
    match error {
        PriceError::NotANumber => ("Harga tidak terbaca.", PLAIN),
        PriceError::Ambiguous => (
            "Harga dapat dibaca dua cara, yang bedanya seribu kali lipat.",
            "Tulis tanpa keraguan, misalnya 15.000 atau 1,5 juta.",
        ),
        PriceError::TooSmall => (
            "Harga di bawah Rp100; mungkin angka ribuannya hilang.",
            "Tulis lengkap, misalnya 15000.",
        ),
        PriceError::TooLarge => ("Harga terlalu besar.", PLAIN),
        PriceError::Two => (
            "Ada dua harga di satu sel.",
            "Pilih satu harga. Selisih harga pilihan ditulis di kolom varian.",
        ),
        PriceError::Negative => ("Harga negatif.", PLAIN),
        PriceError::Zero => ("Harga nol.", PLAIN),
        PriceError::Fraction => ("Harga memuat pecahan rupiah.", PLAIN),
        PriceError::Scientific => (
            "Harga tertulis dalam notasi ilmiah.",
            "Ubah format selnya menjadi Teks, lalu ketik ulang harganya.",
        ),
        PriceError::Date => (
            "Yang tertulis tanggal, bukan harga.",
            "Ubah format selnya menjadi Teks, lalu ketik ulang harganya.",
        ),
    }
}
