//! A row of `penjual`.

use crate::compiler::columns as col;
use crate::compiler::draft::shared::{Shared, identity, number, phone, shared};
use crate::compiler::draft::{Context, Identity};
use crate::compiler::faults::{At, Fault};
use crate::compiler::row::RowReader;
use crate::domain::area::Kecamatan;
use crate::domain::fold::squash;
use crate::domain::permit::PermitKind;
use crate::domain::phone::Phone;
use crate::domain::time::Date;
use std::sync::LazyLock;

/// What a seller's row says.
#[derive(Clone, Debug, Default)]
pub struct SellerDraft {
    /// Place, code and name.
    pub identity: Identity,
    /// Nothing may be published of it.
    pub refused: bool,
    /// Where it is.
    pub kecamatan: Option<Kecamatan>,
    /// Its kelurahan.
    pub kelurahan: Option<String>,
    /// The office that accompanies it.
    pub pengampu: Option<&'static str>,
    /// Its number, published only with consent.
    pub phone: Option<Phone>,
    /// Whether the number may be published.
    pub consent: bool,
    /// In its own words.
    pub about: String,
    /// Opening hours.
    pub hours: String,
    /// Whether it holds a business number.
    pub nib: bool,
    /// Links, permits, grade, delivery.
    pub shared: Shared,
    /// The cells of `pirt` and `bpom`, for what is said of them later.
    pub permit_cells: [At; 2],
    /// What it takes part in; most rows say nothing of it.
    pub part: Option<Box<Part>>,
}

/// What a seller takes part in.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// The day of its one turn in Gebetan.
    pub turn: Option<Date>,
    /// Where that stands.
    pub turn_cell: At,
    /// Codes of events, as written.
    pub events: Vec<String>,
    /// Where they stand.
    pub events_cell: At,
}

/// The offices that accompany sellers.
pub const PENGAMPU: [&str; 8] =
    ["PPKUKM", "Parekraf", "PPAPP", "Nakertransgi", "Sosial", "KPKP", "Dekranasda", "PKK"];

/// Code, name and squashed name of every kelurahan, from the table of areas.
static KELURAHAN: LazyLock<Vec<(&str, &str, String)>> = LazyLock::new(|| {
    let kelurahan = |line: &'static str| {
        let mut fields = line.split(',');
        let (code, name, level) = (fields.next()?, fields.next()?, fields.next()?);
        (level == "kelurahan").then(|| (code, name, squash(name)))
    };
    include_str!("../../domain/wilayah_dki.csv").lines().filter_map(kelurahan).collect()
});

/// Reads a row.
pub fn read(row: &mut RowReader<'_>, context: Context<'_>) -> SellerDraft {
    let name = row.required_text(col::NAMA_USAHA, 120);
    let identity = identity(row, name);
    let kecamatan = kecamatan(row);
    let office = |word: &str| {
        let wanted = squash(word);
        PENGAMPU.into_iter().find(|office| squash(office) == wanted)
    };
    SellerDraft {
        kelurahan: kelurahan(row, kecamatan),
        kecamatan,
        pengampu: row.word(col::PENGAMPU, &PENGAMPU.join(", "), office),
        phone: phone(row, col::WHATSAPP),
        consent: row.yes(col::IZIN_KONTAK, false).unwrap_or(false),
        about: row.text(col::TENTANG, 2_000),
        hours: row.text(col::JAM, 200),
        nib: number(row, col::NIB, PermitKind::Nib).is_some(),
        shared: shared(row, context),
        permit_cells: [row.at(col::PIRT), row.at(col::BPOM)],
        part: part(row),
        refused: row.refused,
        identity,
    }
}

fn part(row: &mut RowReader<'_>) -> Option<Box<Part>> {
    let turn = row.when(col::GEBETAN_IKUT).map(|(date, _)| date);
    let events = row.list(col::ACARA, &[',']);
    (turn.is_some() || !events.is_empty()).then(|| {
        let (turn_cell, events_cell) = (row.at(col::GEBETAN_IKUT), row.at(col::ACARA));
        Box::new(Part { turn, turn_cell, events, events_cell })
    })
}

/// A required kecamatan.
fn kecamatan(row: &mut RowReader<'_>) -> Option<Kecamatan> {
    let Some(value) = row.value(col::KECAMATAN) else {
        row.missing(col::KECAMATAN);
        return None;
    };
    let found = Kecamatan::find(&value.plain());
    if found.is_err() {
        row.fault(Fault::AreaUnknown, col::KECAMATAN, UNKNOWN_KECAMATAN.0, UNKNOWN_KECAMATAN.1);
    }
    found.ok()
}

/// What is said of a kecamatan that does not exist.
pub const UNKNOWN_KECAMATAN: (&str, &str) = (
    "Kecamatan ini tidak ada di daftar 44 kecamatan Jakarta.",
    "Tulis nama kecamatannya, misalnya Kebayoran Lama, atau kodenya seperti 31.74.05.",
);

/// A kelurahan by name or code; one that does not fit is published as written, with a question.
fn kelurahan(row: &mut RowReader<'_>, kecamatan: Option<Kecamatan>) -> Option<String> {
    let text = row.text(col::KELURAHAN, 60);
    if text.is_empty() {
        return None;
    }
    let wanted = squash(&text);
    let wanted = wanted.strip_prefix("kelurahan").unwrap_or(&wanted);
    let found = KELURAHAN.iter().find(|(code, _, squashed)| *code == text || squashed == wanted);
    let fits = match (found, kecamatan) {
        (Some((code, ..)), Some(kecamatan)) => code.starts_with(kecamatan.code()),
        (found, _) => found.is_some(),
    };
    if !fits {
        row.warn(
            Fault::AreaDoubtful,
            col::KELURAHAN,
            "Kelurahan ini tidak ditemukan di kecamatan yang tertulis.",
            "Periksa ejaan kelurahan dan kecamatannya.",
        );
    }
    Some(found.map_or(text, |(_, name, _)| (*name).to_owned()))
}
