//! What is said of a photo: why it cannot be used, or why it sells badly.
//!
//! None of it is an error: the product is published with or without it.

use super::read;
use crate::compiler::catalogue::Photo;
use crate::compiler::problem::{Problem, Severity};
use crate::domain::permit::holds_personal_number;
use serde::{Deserialize, Serialize};

/// Shorter sides of fewer pixels look blurred on a product's page, which is about as wide on every screen.
const LEAST_SIDE: u32 = 400;

/// Why a photo cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub(super) enum Flaw {
    /// Not there, or not a plain file.
    #[error("berkasnya tidak dapat dibaca")]
    Unreadable,
    /// Larger than any photo.
    #[error("berkasnya {0} MB, paling besar {max} MB", max = read::MOST_BYTES >> 20)]
    Heavy(u64),
    /// By its first bytes.
    #[error("isinya bukan JPEG, PNG atau WebP")]
    Kind,
    /// By its header, before anything is decoded.
    #[error("ukurannya {0}×{1} piksel, paling besar {side}×{side} dan {area} juta piksel", side = read::MOST_SIDE, area = read::MOST_PIXELS / 1_000_000)]
    Large(u32, u32),
    /// Beyond the memory or the time that one photo may take.
    #[error("gambarnya memerlukan terlalu banyak memori atau waktu")]
    Costly,
    /// Cut off, damaged, or something that the decoder does not know.
    #[error("gambarnya rusak")]
    Broken,
}

impl Flaw {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "photo-unreadable",
            Self::Heavy(_) | Self::Large(..) | Self::Costly => "photo-too-large",
            Self::Kind => "photo-kind",
            Self::Broken => "photo-broken",
        }
    }

    fn fix(&self) -> &'static str {
        match self {
            Self::Unreadable => "Periksa berkasnya, lalu salin lagi ke folder foto.",
            Self::Heavy(_) | Self::Large(..) | Self::Costly => {
                "Perkecil fotonya, misalnya menjadi 2000 piksel lebarnya."
            }
            Self::Kind => "Simpan ulang fotonya sebagai JPEG atau PNG.",
            Self::Broken => "Buka fotonya; kalau memang rusak, ambil lagi dari ponsel.",
        }
    }

    /// The flaw as staff read it.
    pub(super) fn problem(&self, photo: &Photo) -> Problem {
        let message = format!("Foto ini tidak dipakai: {self}. Produknya terbit tanpa foto ini.");
        warning(self.code(), photo, message, self.fix())
    }
}

/// What deserves a look in a photo that is published, with the products that show it.
pub(super) fn remarks(
    photo: &Photo,
    (width, height): (u32, u32),
    is_dark: bool,
    products: &[&str],
) -> Vec<Problem> {
    let shown = shown_by(products);
    let mut problems = Vec::new();
    if width.min(height) < LEAST_SIDE {
        let message = format!(
            "Foto {shown} hanya {width}×{height} piksel, jadi tampak buram bagi pembeli; sisi pendeknya sebaiknya {LEAST_SIDE} piksel atau lebih."
        );
        let fix = "Minta berkas aslinya kepada penjual (dikirim sebagai dokumen di WhatsApp), atau ambil foto baru.";
        problems.push(warning("photo-small", photo, message, fix));
    }
    if is_dark {
        let message = format!("Foto {shown} gelap, jadi barangnya kurang terlihat.");
        let fix = "Ambil lagi di dekat jendela pada siang hari, atau naikkan kecerahannya.";
        problems.push(warning("photo-dark", photo, message, fix));
    }
    problems
}

/// "Keripik Tempe", "Keripik Tempe dan 2 produk lain".
fn shown_by(products: &[&str]) -> String {
    let first = products.first().filter(|name| !holds_personal_number(name));
    match (first, products.len()) {
        (None, _) => "ini".to_owned(),
        (Some(first), 1) => (*first).to_owned(),
        (Some(first), count) => format!("{first} dan {} produk lain", count - 1),
    }
}

fn warning(code: &'static str, photo: &Photo, message: String, fix: &str) -> Problem {
    Problem {
        severity: Severity::Warning,
        code,
        place: photo.place(),
        value: None,
        message,
        fix: fix.to_owned(),
    }
}
