//! The planner of Gebetan.

use crate::domain::gebetan::Wish;
use crate::domain::gebetan::candidates::{LeftOut, Tally};
use crate::domain::gebetan::plan::{Numbers, Unmet, Why};
use crate::domain::gebetan::recap::{ProductOrder, Received, State};
use crate::domain::money::{Rupiah, grouped};
use crate::domain::round::Round;
use crate::domain::shared_list::SharedError;
use crate::domain::time::Moment;

/// For crawlers.
pub const DESCRIPTION: &str = "Susun bingkisan bulanan kantor dari produk UMKM yang sedang dapat giliran: pas dengan nilai paket, lalu kirim ke koperasi.";
/// In a sentence.
pub const LEAD: &str = "Isi jumlah paket kantormu. Isinya disusun dari penjual yang sedang dapat giliran, tidak pernah lewat dari nilainya, dan tiap barang bisa diganti.";
/// No round, or no package.
pub const NONE_TITLE: &str = "Belum ada putaran";
/// What to do meanwhile.
pub const NONE_TEXT: &str = "Jadwal putaran berikutnya akan tampil di sini begitu diumumkan.";
/// Heading of the round.
pub const ROUND: &str = "Putaran";
/// Choosing a round.
pub const MONTH: &str = "Bulan";
/// Fact: until when orders are taken.
pub const CLOSES: &str = "Pesan paling lambat";
/// What the countdown runs to.
pub const CLOSES_IN: &str = "Tutup dalam";
/// Orders are no longer taken.
pub const CLOSED: &str = "Sudah ditutup";
/// Fact: when it is brought.
pub const DELIVERED: &str = "Diantar ke kantor";
/// Fact: who collects the orders.
pub const COOPERATIVE: &str = "Koperasi";
/// Fact: who takes part.
pub const TAKING_PART: &str = "Peserta";
/// Fact: anything else.
pub const NOTE: &str = "Catatan";
/// Heading of the form.
pub const OFFICE_TITLE: &str = "Pesanan kantormu";
/// Field of the office.
pub const OFFICE: &str = "Nama kantor (sudin atau UPT)";
/// What does not belong there.
pub const OFFICE_HINT: &str = "Nama kantor saja, tanpa nama orang dan tanpa NIP.";
/// The packages to be counted.
pub const PACKAGES: &str = "Jumlah paket";
/// Heading of what the packages hold.
pub const RESULT: &str = "Isi bingkisan";
/// Puts another good in the place of one.
pub const EXCHANGE: &str = "Ganti";
/// Heading of what may stand there.
pub const EXCHANGE_TITLE: &str = "Ganti dengan apa?";
/// Nothing may.
pub const NO_EXCHANGE: &str = "Tidak ada pilihan lain yang muat: nilai paket, pesanan minimal, atau kemampuan penjualnya tidak cukup.";
/// Closes the choice.
pub const CLOSE: &str = "Tutup";
/// Heading of the totals.
pub const BY_SELLER: &str = "Pesanan per penjual";
/// Column: who.
pub const SELLER: &str = "Penjual";
/// Column: what.
pub const GOODS: &str = "Barang";
/// Column: for how much.
pub const VALUE: &str = "Nilai";
/// Before a sum.
pub const ALL: &str = "Seluruhnya";
/// Before the order as an address.
pub const ORDER_LINK: &str = "Tautan pesanan";
/// A sum that is too large to be told.
pub const NO_SUM: &str = "tidak dapat dihitung";
/// Sends the order.
pub const SEND: &str = "Kirim ke koperasi";
/// Copies the order.
pub const COPY: &str = "Salin pesanan";
/// It was copied.
pub const COPIED: &str = "Pesanan tersalin. Tempel di mana saja.";
/// The file it is saved as.
pub const FILE: &str = "pesanan-bingkisan";
/// What the table of the packages is called there.
pub const ORDER: &str = "Pesanan";
/// Its columns.
pub const ORDER_COLUMNS: [&str; 11] = [
    "Kantor",
    "Paket",
    "Jumlah paket",
    "Barang",
    "Pilihan",
    "Penjual",
    "Per paket",
    "Seluruhnya",
    "Satuan",
    "Harga",
    "Nilai",
];
/// The file the recap is saved as.
pub const RECAP_FILE: &str = "rekap-bingkisan";
/// Why others stand in no package.
pub const ABSENT: &str = "Mengapa ada produk yang tidak ikut?";

/// "Rabu 9 Des, 14.59 WIB": the last minute in which orders are taken.
pub fn until(closes: Moment) -> String {
    Moment(closes.0 - 1).long()
}

/// How many take part.
pub fn sellers(count: usize) -> String {
    if count == 0 { "belum diumumkan".to_owned() } else { format!("{count} penjual") }
}

/// Label of a number of packages.
pub fn how_many(package: &str) -> String {
    format!("Jumlah paket {package}")
}

/// Label of the button for fewer.
pub fn fewer(package: &str) -> String {
    format!("Kurangi paket {package}")
}

/// Label of the button for more.
pub fn more(package: &str) -> String {
    format!("Tambah paket {package}")
}

/// Label of the button that exchanges a good.
pub fn exchange_of(good: &str) -> String {
    format!("Ganti {good}")
}

/// "12 bingkisan, masing-masing Rp98.500 dari Rp100.000".
pub fn package(count: u32, price: Rupiah, budget: Rupiah) -> String {
    format!("{} bingkisan, masing-masing {price} dari {budget}", grouped(count.into()))
}

/// "12 bingkisan, Rp1.182.000".
pub fn sum(count: u32, total: Option<Rupiah>) -> String {
    let total = total.map_or_else(|| NO_SUM.to_owned(), |total| total.to_string());
    format!("{} bingkisan, seluruhnya {total}", grouped(count.into()))
}

/// "2 bungkus × Rp15.000".
pub fn line(quantity: u32, unit: &str, price: Rupiah) -> String {
    format!("{quantity} {unit} × {price}")
}

/// "24 bungkus Keripik Tempe".
pub fn delivery(quantity: u64, unit: &str, name: &str) -> String {
    format!("{} {unit} {name}", grouped(quantity))
}

/// One good of a package, in the message.
pub fn holds(quantity: u32, name: &str) -> String {
    if quantity == 1 { name.to_owned() } else { format!("{quantity}× {name}") }
}

/// One package, in the message.
pub fn message_package(wish: &Wish, items: &[String]) -> String {
    format!("{} × {} ({}): {}", wish.count, wish.name, wish.budget, items.join(", "))
}

/// The whole order, as the cooperative is written to.
pub fn message(
    round: &Round,
    office: &str,
    packages: &[String],
    total: Option<Rupiah>,
    market: &str,
    link: Option<&str>,
) -> String {
    let office = if office.is_empty() { "…" } else { office };
    let total = total.map_or_else(|| NO_SUM.to_owned(), |total| total.to_string());
    let link = link.map(|link| format!("\n\n{link}")).unwrap_or_default();
    format!(
        "Halo {}, pesanan {} lewat {market}.\nKantor: {office}\n{}\nSeluruhnya: {total}{link}",
        round.cooperative,
        round.month.name(),
        packages.join("\n"),
    )
}

/// Takes in a seller whose turn was in another round.
pub fn take_in(seller: &str) -> String {
    format!("Ikutkan {seller}")
}

/// Why so many products stand in no package.
pub fn left_out(tally: Tally) -> String {
    let why = match tally.why {
        LeftOut::OutsideRound => "penjualnya bukan peserta putaran ini",
        LeftOut::OtherTurn => "penjualnya sudah dapat giliran di putaran lain",
        LeftOut::SoldOut => "stoknya habis",
        LeftOut::NoPrice => "harganya habis dipotong pilihan variannya",
        LeftOut::NoDay => "hari pengantaran putaran ini belum ditentukan",
        LeftOut::TooSlow => "belum selesai dibuat pada hari pengantaran",
        LeftOut::KeepsUntold => "tidak tertulis tahan berapa hari",
        LeftOut::KeepsTooShort => "tidak tahan sampai hari pengantaran",
        LeftOut::NeverEnough => "pesanan minimalnya lebih dari yang bisa dibuat sampai hari itu",
    };
    format!("{} produk dari {} penjual: {why}.", tally.products, tally.sellers)
}

/// Why the packages cannot be filled, and what would help. `names` are those of the packages.
pub fn unmet(unmet: &Unmet, names: &[&str]) -> String {
    match unmet {
        Unmet::Nothing => "Isi dulu berapa paket yang kantormu perlukan.".to_owned(),
        Unmet::Closed(closes) => {
            format!("Putaran ini sudah ditutup sejak {}. Pilih putaran lain.", closes.long())
        }
        Unmet::NoGoods => {
            "Belum ada produk yang bisa masuk bingkisan putaran ini. Alasannya ada di bawah."
                .to_owned()
        }
        Unmet::Package { package, why } => {
            let name = names.get(*package).copied().unwrap_or_default();
            match why {
                Why::TooDear { cheapest } => {
                    format!(
                        "Paket {name} tidak bisa diisi: produk termurah {cheapest}, lebih dari nilai paketnya."
                    )
                }
                Why::Amount(numbers) => format!(
                    "Paket {name} sebanyak itu tidak bisa diisi: pesanan minimal atau kemampuan penjual tidak cocok.{}",
                    instead(*numbers)
                ),
                Why::Together(numbers) => format!(
                    "Paket {name} sebanyak itu tidak bisa dipenuhi bersama paket lainnya.{}",
                    instead(*numbers)
                ),
            }
        }
    }
}

/// The numbers that could be had.
fn instead(numbers: Numbers) -> String {
    match (numbers.fewer, numbers.more) {
        (Some(fewer), Some(more)) => {
            format!(" Yang bisa: paling banyak {fewer}, atau mulai {more}.")
        }
        (Some(fewer), None) => format!(" Yang bisa: paling banyak {fewer}."),
        (None, Some(more)) => format!(" Yang bisa: mulai {more}."),
        (None, None) => String::new(),
    }
}

/// Heading of the clerk's tool.
pub const RECAP: &str = "Rekap koperasi";
/// What it does.
pub const RECAP_LEAD: &str = "Untuk petugas koperasi: tempel semua pesan yang masuk, atau buka berkasnya: obrolan yang diekspor, atau berkas pesanan yang diunduh kantor. Pesanan ganda, terlambat, dan rusak ditandai. Tidak ada yang dikirim ke mana pun.";
/// Where messages are pasted.
pub const PASTE: &str = "Pesan-pesan dari kantor";
/// Where files are chosen.
pub const FILES: &str = "Atau berkas: obrolan (.txt), .csv, .xlsx, .ods";
/// Late orders count, too.
pub const LET_LATE_IN: &str = "Hitung juga pesanan yang terlambat";
/// Nothing was found.
pub const NO_LINKS: &str = "Belum ada tautan pesanan di teks itu.";
/// What has come in.
pub const RECEIVED: &str = "Pesanan yang masuk";
/// Its columns.
pub const RECEIVED_COLUMNS: [&str; 3] = ["No", "Kantor", "Keterangan"];
/// Totals an office.
pub const OFFICES: &str = "Jumlah per kantor";
/// Its columns.
pub const OFFICES_COLUMNS: [&str; 3] = ["Kantor", "Paket", "Nilai barang"];
/// Orders a seller.
pub const ORDERS: &str = "Pesanan ke penjual";
/// Its columns.
pub const ORDERS_COLUMNS: [&str; 3] = ["Penjual", "Barang", "Nilai"];
/// Columns where a seller's goods stand in a row each.
pub const GOODS_COLUMNS: [&str; 5] = ["Penjual", "Barang", "Jumlah", "Satuan", "Nilai"];
/// Copies the recap.
pub const COPY_RECAP: &str = "Salin rekap";
/// It was copied.
pub const RECAP_COPIED: &str = "Rekap tersalin. Tempel di lembar kerja.";

/// How many files were opened.
pub fn files(count: usize) -> String {
    format!("{count} berkas dibaca.")
}

/// How many files are still to be read.
pub fn reading(count: usize) -> String {
    format!("Membaca {count} berkas…")
}

/// Files that are not what their names say, or are closed.
pub fn unreadable(names: &[String]) -> String {
    format!(
        "Tidak dapat dibaca: {}. Periksa sambungan lalu coba lagi, atau simpan ulang sebagai .xlsx tanpa kata sandi.",
        names.join(", ")
    )
}

/// Files in which there is no order.
pub fn without_orders(names: &[String]) -> String {
    format!("Tidak ada tautan pesanan di: {}.", names.join(", "))
}

/// An office by its name.
pub fn office(name: &str) -> String {
    if name.is_empty() { "(tanpa nama kantor)".to_owned() } else { name.to_owned() }
}

/// A seller by its name; products that the data do not know have none.
pub fn shop(name: &str) -> String {
    if name.is_empty() { "(tidak ada di data)".to_owned() } else { name.to_owned() }
}

/// "3 Staf, 1 Eselon III".
pub fn counts(counts: &[(String, u32)]) -> String {
    let told: Vec<String> = counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
    told.join(", ")
}

/// What becomes of an order that has come in.
pub fn state(received: &Received) -> String {
    match received.state {
        State::Counts if received.late => "dihitung, terlambat".to_owned(),
        State::Counts => "dihitung".to_owned(),
        State::Same(at) => format!("ganda: sama dengan nomor {}", at + 1),
        State::Replaced(at) => format!("diganti oleh nomor {}", at + 1),
        State::Late => "terlambat, tidak dihitung".to_owned(),
        State::OtherRound => "untuk putaran lain".to_owned(),
        State::NoOrder => "daftar biasa, bukan pesanan".to_owned(),
        State::Broken(SharedError::Version) => {
            "dibuat versi yang lebih baru; muat ulang halaman ini".to_owned()
        }
        State::Broken(_) => "rusak atau terpotong; minta dikirim ulang".to_owned(),
    }
}

/// What is wrong with an order to a seller; empty where nothing is.
pub fn amiss(product: &ProductOrder) -> String {
    match (product.over(), product.under()) {
        (Some(over), _) => format!("{} lebih dari kapasitas", grouped(over)),
        (None, Some(under)) => format!("kurang {} dari minimal", grouped(under)),
        (None, None) => String::new(),
    }
}

/// Replaces what stands in the planner.
pub const REPLACE: &str = "Ganti";
/// Leaves it as it is.
pub const KEEP: &str = "Biarkan";
/// The round of an order is no longer there.
pub const OTHER_ROUND: &str =
    "Putaran pesanan ini sudah tidak ada, jadi dipakai putaran yang tampil di sini.";
/// The contents of an order could not be taken over.
pub const OTHER_CONTENTS: &str = "Isi bingkisannya tidak bisa sama persis lagi, jadi disusun ulang dari barang yang ada sekarang.";

/// Asks whether an order may replace what stands in the planner.
pub fn replace(office: &str) -> String {
    format!("Buka pesanan {}? Yang sedang Anda susun di sini akan diganti.", self::office(office))
}

/// A package that the market no longer has.
pub fn lost(name: &str) -> String {
    format!("Paket {name} dengan nilai itu sudah tidak ada, jadi tidak ikut.")
}
