//! Who gets which package, on the planner of Gebetan.

use crate::domain::gebetan::recipients::{Fault, Recipient};

/// How, and what becomes of a NIP.
pub const NAMES_HINT: &str = "Boleh dengan NIP: Nama; NIP. Dari NIP hanya empat angka terakhir yang disimpan dan ditampilkan.";
/// Puts them on the list.
pub const ADD_NAMES: &str = "Masukkan ke daftar";
/// Keeps the lists on the device.
pub const KEEP_NAMES: &str = "Simpan nama di perangkat ini";
/// Forgets the lists.
pub const FORGET_NAMES: &str = "Hapus semua nama";
/// Heading of the lists.
pub const RECIPIENTS: &str = "Penerima";
/// What they are for.
pub const RECIPIENTS_NOTE: &str =
    "Hanya untuk kantor sendiri. Nama tidak ikut di pesan, tautan, atau berkas pesanan.";
/// The columns.
pub const RECIPIENTS_COLUMNS: [&str; 4] = ["Kantor", "Paket", "Nama", "NIP"];
/// The file they are saved as.
pub const RECIPIENTS_FILE: &str = "penerima-bingkisan";

/// Opens a package's list.
pub fn names_of(package: &str) -> String {
    format!("Tulis nama penerima {package}")
}

/// Where a package's names are typed or pasted.
pub fn names(package: &str) -> String {
    format!("Penerima {package}, satu nama per baris")
}

/// Label of the button that takes somebody off the list.
pub fn remove_name(name: &str) -> String {
    format!("Hapus {name}")
}

/// "Siti Aminah, NIP ••••••••••••••1234".
pub fn person(person: &Recipient) -> String {
    let nip = person.masked_nip();
    if nip.is_empty() { person.name.clone() } else { format!("{}, NIP {nip}", person.name) }
}

/// In place of the number that could be typed.
pub fn people(count: u32) -> String {
    format!("{count} orang")
}

/// Why a line was not taken; lines are numbered as they now stand in the field.
pub fn fault(line: u32, fault: Fault) -> String {
    let why = match fault {
        Fault::NoName => "namanya belum ada.",
        Fault::NumberInName => "ada nomor di dalam nama. Tulis NIP setelah titik koma.",
        Fault::LongName => "namanya terlalu panjang.",
        Fault::Nip => "NIP harus 18 angka yang diawali tanggal lahir.",
        Fault::Twice => "sudah ada di daftar.",
        Fault::TooMany => "paketnya sudah sebanyak yang bisa dipesan di sini.",
    };
    format!("Baris {line}: {why}")
}
