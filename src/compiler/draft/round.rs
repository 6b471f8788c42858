//! A row of `gebetan`.

use crate::compiler::clean::clean;
use crate::compiler::columns as col;
use crate::compiler::draft::Identity;
use crate::compiler::draft::schedule::after;
use crate::compiler::draft::shared::{identity, phone};
use crate::compiler::faults::Fault;
use crate::compiler::place::At;
use crate::compiler::row::RowReader;
use crate::compiler::sheet::Value;
use crate::domain::phone::Phone;
use crate::domain::round::Month;
use crate::domain::time::{Date, Moment};

/// What a round's row says.
#[derive(Clone, Debug)]
pub struct RoundDraft {
    /// Place, code and name.
    pub identity: Identity,
    /// Nothing may be published of it.
    pub refused: bool,
    /// The month it is for.
    pub month: Option<Month>,
    /// The first moment after the last order.
    pub closes: Option<Moment>,
    /// The day on which the packages are brought.
    pub delivers: Option<Date>,
    /// Who collects the orders.
    pub cooperative: String,
    /// Its number.
    pub phone: Option<Phone>,
    /// Codes of sellers, as written.
    pub sellers: Vec<String>,
    /// Where they stand.
    pub sellers_cell: At,
    /// Anything else.
    pub note: String,
}

/// Reads a row.
pub fn read(row: &mut RowReader<'_>) -> RoundDraft {
    let month = month(row);
    let identity = identity(row, month.map(|month| format!("Gebetan {month}")));
    if !row.has(col::TUTUP) {
        row.missing(col::TUTUP);
    }
    let closes = row.when(col::TUTUP);
    let delivers = row.when(col::KIRIM).map(|(date, _)| date);
    let backwards = closes.zip(delivers).is_some_and(|((last, _), brought)| brought < last);
    if backwards {
        row.fault(
            Fault::WindowInvalid,
            col::KIRIM,
            "kirim mendahului tutup.",
            "Periksa kedua tanggalnya.",
        );
    }
    RoundDraft {
        month,
        closes: closes.map(after),
        delivers: delivers.filter(|_| !backwards),
        cooperative: row.text(col::KOPERASI, 120),
        phone: phone(row, col::KOPERASI_WA),
        sellers: row.list(col::PESERTA, &[',']),
        sellers_cell: row.at(col::PESERTA),
        note: row.text(col::CATATAN, 500),
        refused: row.refused,
        identity,
    }
}

/// The required month; a spreadsheet makes the first day of it out of "2026-12".
fn month(row: &mut RowReader<'_>) -> Option<Month> {
    let read = match row.value(col::BULAN) {
        None => {
            row.missing(col::BULAN);
            return None;
        }
        Some(Value::Date(date, _)) => Some(Month::of(*date)),
        Some(Value::Text(text)) => Month::parse(&clean(text, 100).0).ok(),
        Some(_) => None,
    };
    if read.is_none() {
        row.fault(
            Fault::DateInvalid,
            col::BULAN,
            "Bulan ini tidak terbaca.",
            "Tulis bulan dan tahunnya lengkap, misalnya 2026-12 atau Desember 2026.",
        );
    }
    read
}
