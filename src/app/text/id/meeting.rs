//! The planner of meetings.

use crate::domain::code::Code;
use crate::domain::meeting::condition::{Condition, Fault};
use crate::domain::meeting::explain::{KindReport, WayOut};
use crate::domain::meeting::plan::{Broken, TaxSaid};
use crate::domain::meeting::spec::Words;
use crate::domain::money::{Rupiah, grouped};
use crate::domain::product::{Serving, Tax};
use crate::domain::seller::Grade;

/// Heading.
pub const TITLE: &str = "Konsumsi rapat";
/// For crawlers.
pub const DESCRIPTION: &str = "Cari kudapan, makanan, dan minuman rapat dari UMKM Jakarta yang sanggup mengantar ke kantormu tepat waktu dan sesuai anggaran.";
/// In a sentence.
pub const LEAD: &str = "Isi kebutuhannya. Yang tampil hanya yang sanggup: pesanan minimal, kapasitas, waktu siap, dan wilayah antarnya sudah diperiksa.";
/// Heading of the form.
pub const WISH: &str = "Kebutuhan";
/// How many people.
pub const PEOPLE: &str = "Jumlah orang";
/// The button for fewer.
pub const FEWER_PEOPLE: &str = "Kurangi orang";
/// The button for more.
pub const MORE_PEOPLE: &str = "Tambah orang";
/// The budget.
pub const BUDGET: &str = "Anggaran per orang";
/// What it is for.
pub const BUDGET_HINT: &str = "Untuk semua jenis sekaligus, misalnya 30.000.";
/// What was typed is no amount.
pub const BUDGET_WRONG: &str = "Belum terbaca. Tulis rupiah bulat, misalnya 30.000.";
/// The kinds.
pub const KINDS: &str = "Jenis";
/// How many heads a unit counts for.
pub const ONE_EACH: &str = "Satu kemasan dihitung untuk satu orang; yang isinya beberapa pcs, untuk orang sebanyak isinya.";
/// The day.
pub const DAY: &str = "Hari antar";
/// The hour.
pub const HOUR: &str = "Jam (WIB)";
/// Where to.
pub const PLACE: &str = "Diantar ke kecamatan";
/// No place is chosen.
pub const CHOOSE_PLACE: &str = "Pilih kecamatan";
/// Only certified.
pub const HALAL: &str = "Hanya yang bersertifikat halal";
/// Certified.
pub const HALAL_TAG: &str = "Halal";
/// Something is still missing.
pub const FILL_IN: &str = "Lengkapi kebutuhannya: pilih jenis dan kecamatan tujuan.";
/// Heading of the sum.
pub const TOTAL: &str = "Perkiraan biaya";
/// Prices of different kinds stand in one sum.
pub const MIXED_TAX: &str =
    "Jumlah ini mencampur harga yang sudah dan belum termasuk pajak. Pastikan ke penjual.";
/// There is no plan.
pub const NONE: &str = "Belum ada yang memenuhi semuanya";
/// What would help.
pub const WAYS_OUT: &str = "Salah satu dari ini cukup:";
/// Nothing alone would help.
pub const NO_WAY_OUT: &str = "Tidak ada satu syarat pun yang cukup dilonggarkan sendirian. Coba kurangi orang atau jenisnya.";
/// Before a product that can be taken in, for those who hear it.
pub const ADD: &str = "Masukkan ";
/// Heading of the table.
pub const SPEC: &str = "Tabel spesifikasi";
/// Copies the table.
pub const COPY: &str = "Salin tabel";
/// It was copied.
pub const COPIED: &str = "Tabel tersalin. Tempel di lembar kerja atau dokumenmu.";
/// The file it is saved as.
pub const FILE: &str = "spesifikasi-rapat";
/// Columns of the table.
pub const COLUMNS: [&str; 7] =
    ["Barang", "Penjual", "Jumlah", "Harga", "Total", "Pajak", "Pesan di"];

/// Name of a kind.
pub const fn serving(serving: Serving) -> &'static str {
    match serving {
        Serving::Kudapan => "Kudapan",
        Serving::Makan => "Makan",
        Serving::Minum => "Minum",
    }
}

/// Sellers that procurement does not know are wanted too.
pub fn anyone(eorder: &str) -> String {
    format!("Termasuk penjual yang belum ada di {eorder}")
}

/// A price a head.
pub fn a_head(price: Rupiah) -> String {
    format!("{price} per orang")
}

/// A seller's part.
pub fn of_seller(shop: &str, total: Rupiah) -> String {
    format!("{shop}: {total}")
}

/// What the data say of tax; never computed.
pub fn tax(said: TaxSaid) -> &'static str {
    match (said.included, said.to_come, said.untold) {
        (true, false, false) => "Harga sudah termasuk pajak menurut penjual.",
        (false, true, false) => "Harga belum termasuk pajak menurut penjual.",
        _ => "Pajak: lihat per barang di tabel.",
    }
}

/// What the data say of one product's tax.
pub const fn tax_of(tax: Option<Tax>) -> &'static str {
    match tax {
        Some(Tax::Termasuk) => "termasuk",
        Some(Tax::Belum) => "belum termasuk",
        None => "tidak tertulis",
    }
}

/// "40 kotak × Rp15.000".
pub fn line(quantity: u32, unit: &str, price: Rupiah) -> String {
    format!("{} {unit} × {price}", grouped(quantity.into()))
}

/// The curation's grade.
pub fn grade(grade: Grade) -> String {
    format!("Nilai kurasi {}", grade.letter())
}

/// Label of a number.
pub fn how_many(name: &str) -> String {
    format!("Jumlah {name}")
}

/// Label of the button for fewer.
pub fn fewer(name: &str) -> String {
    format!("Kurangi {name}")
}

/// Label of the button for more.
pub fn more(name: &str) -> String {
    format!("Tambah {name}")
}

/// Label of the button that takes a product out.
pub fn take_out(name: &str) -> String {
    format!("Keluarkan {name}")
}

/// One of the other choices.
pub fn choice(shop: &str, unit: &str, price: Rupiah, least: u32) -> String {
    let least = if least > 1 { format!(", minimal {least}") } else { String::new() };
    format!("{shop} · {price}/{unit}{least}")
}

/// Opens the other choices.
pub fn others(count: usize) -> String {
    if count == 0 { "Tidak ada pilihan lain".to_owned() } else { format!("{count} pilihan lain") }
}

/// What to do with the table.
pub fn spec_note(eorder: &str) -> String {
    format!("Yang berlaku adalah harga di {eorder}. Etalase hanya menyiapkan daftarnya.")
}

/// To the entry of procurement.
pub fn open_entry(eorder: &str) -> String {
    format!("Masuk {eorder}")
}

/// To a product there.
pub fn open(eorder: &str) -> String {
    format!("Buka {eorder}")
}

/// Copies the name under which something is listed there.
pub fn copy_name(name: &str) -> String {
    format!("Salin “{name}”")
}

/// The words of the table that is pasted.
pub fn words(eorder: &str) -> Words<'_> {
    Words {
        title: SPEC,
        headings: [
            "No", "Barang", "Pilihan", "Satuan", "Harga", "Jumlah", "Total", "Penjual", "Pajak",
            eorder, "Tautan",
        ],
        tax_included: tax_of(Some(Tax::Termasuk)),
        tax_to_come: tax_of(Some(Tax::Belum)),
        tax_untold: tax_of(None),
        listed: "ada",
        total: "Jumlah",
        version: "Data per",
    }
}

/// How many products could be a kind, and for how many heads they are enough.
pub fn kind_report(report: &KindReport, people: u32) -> String {
    format!(
        "{}: dari {} produk, {} memenuhi syarat, cukup untuk {} dari {people} orang",
        serving(report.serving),
        report.offered,
        report.choices,
        report.heads,
    )
}

/// How many products fall at a condition.
pub fn fallen(condition: Condition, count: u32, eorder: &str) -> String {
    format!("{count} {}", falls(condition, eorder))
}

fn falls(condition: Condition, eorder: &str) -> String {
    match condition {
        Condition::Serving => "bukan jenis yang diminta".to_owned(),
        Condition::TakenOut => "dari penjual yang kamu keluarkan".to_owned(),
        Condition::Stock => "stoknya habis".to_owned(),
        Condition::Eorder => format!("penjualnya belum ada di {eorder}"),
        Condition::Area => "tidak diantar ke kecamatan itu".to_owned(),
        Condition::LeadTime => "belum siap pada waktu itu".to_owned(),
        Condition::Minimum => "pesanan minimalnya lebih dari yang diperlukan".to_owned(),
        Condition::Capacity => "kapasitas sehari kurang untuk semua orang".to_owned(),
        Condition::Halal => "tidak tercantum bersertifikat halal".to_owned(),
        Condition::Price => "harganya lebih dari anggaran per orang".to_owned(),
    }
}

/// A change with which there would be a plan.
pub fn way_out(way: WayOut, eorder: &str) -> String {
    match way {
        WayOut::Day(day) => format!("Undur hari antar ke {}.", day.long()),
        WayOut::Budget(budget) => format!("Naikkan anggaran menjadi {budget} per orang."),
        WayOut::Limit(all) => format!("Batas {eorder} terlampaui: yang termurah {all}."),
        WayOut::Lift(Condition::TakenOut) => "Masukkan lagi penjual yang dikeluarkan.".to_owned(),
        WayOut::Lift(Condition::Eorder) => {
            format!("Sertakan penjual yang belum ada di {eorder}.")
        }
        WayOut::Lift(Condition::Area) => {
            "Pilih kecamatan tujuan lain, atau ambil sendiri.".to_owned()
        }
        WayOut::Lift(Condition::LeadTime) => "Beri waktu lebih lama untuk menyiapkan.".to_owned(),
        WayOut::Lift(Condition::Minimum) => {
            "Tambah jumlah orang sampai pesanan minimal.".to_owned()
        }
        WayOut::Lift(Condition::Capacity) => {
            "Kurangi jumlah orang sesuai kapasitas penjual.".to_owned()
        }
        WayOut::Lift(Condition::Halal) => {
            "Sertakan yang sertifikat halalnya belum tercantum.".to_owned()
        }
        WayOut::Lift(Condition::Price) => "Naikkan anggaran per orang.".to_owned(),
        WayOut::Lift(Condition::Stock) => "Tunggu sampai yang habis ada lagi.".to_owned(),
        WayOut::Lift(Condition::Serving) => "Pilih jenis lain.".to_owned(),
    }
}

/// What a plan that was changed by hand breaks; `name` gives a product's name.
pub fn broken(broken: &Broken, name: &dyn Fn(&Code) -> String, eorder: &str) -> String {
    match broken {
        Broken::Gone(code) => format!("{} sudah tidak dijual.", name(code)),
        Broken::Twice(code) => format!("{} tertulis dua kali.", name(code)),
        Broken::Unmet(code, fault) => format!("{}: {}.", name(code), unmet(*fault, eorder)),
        Broken::BelowLeast { code, least } => {
            format!("{}: pesanan minimalnya {least}.", name(code))
        }
        Broken::AboveCapacity { code, a_day } => {
            format!("{}: sehari hanya bisa dibuat {a_day}.", name(code))
        }
        Broken::Short { serving: kind, heads } => {
            format!("{} baru cukup untuk {heads} orang.", serving(*kind))
        }
        Broken::Budget { all, most } => format!("Jumlahnya {all}, lebih dari anggaran {most}."),
        Broken::Limit { all, most } => {
            format!("Jumlahnya {all}, lebih dari batas sekali beli di {eorder}, {most}.")
        }
    }
}

fn unmet(fault: Fault, eorder: &str) -> String {
    match fault {
        Fault::LeadTime { earliest } => format!("paling cepat {}", earliest.long()),
        Fault::Minimum { least, .. } => format!("pesanan minimalnya {least}"),
        Fault::Capacity { a_day, .. } => format!("sehari hanya bisa dibuat {a_day}"),
        Fault::Price { a_head } => format!("{a_head} per orang, lebih dari anggaran"),
        other => falls(other.condition(), eorder),
    }
}
