//! `catalogue template`: a workbook to begin with. The columns that must be filled stand first, the others are folded
//! away; each says what goes in, long numbers are text, fixed words are picked from lists.
//!
//! What is in the columns is known in `guide`; what becomes of the example row in `example`.

pub mod example;
mod guide;

use crate::compiler::columns::{Column, Kind};
use crate::compiler::template::guide::{Choice, Note, choice, main_columns, note, settings, wide};
use crate::compiler::workbook::{empty_book, text_format, width};
use crate::domain::area::Kecamatan;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula,
    IgnoreError, Note as CellNote, Workbook, Worksheet, XlsxError,
};

/// The sheet that explains the others and holds the longer lists; the reader passes it over.
pub const GUIDE_SHEET: &str = "petunjuk";
/// What stands in its first cell, by which the reader knows it.
pub const GUIDE_TITLE: &str = "Petunjuk mengisi lembar Etalase (lembar ini tidak dibaca)";

/// Rows that are made ready to be filled; below them cells are text too, but without lists.
const READY_ROWS: u32 = 5_000;
/// Where the list of kecamatan stands on the guide's sheet: columns G and H, below its heading.
const LIST_COLUMN: u16 = 6;
const LIST_ROW: u32 = 10;

/// The order of the sheets: the one that is enough comes first.
const SHEETS: [Kind; 7] = [
    Kind::Produk,
    Kind::Penjual,
    Kind::Jbl,
    Kind::Gebetan,
    Kind::Acara,
    Kind::Program,
    Kind::Situs,
];

/// The market's colours, for the headings (style/tokens.css).
const PANDAN: Color = Color::RGB(0x0A_694D);
const SOFT: Color = Color::RGB(0xE3_F1E6);
const EXAMPLE: Color = Color::RGB(0xFF_F1C9);
const INK: Color = Color::RGB(0x2A_1D14);
const QUIET: Color = Color::RGB(0x6B_5647);

/// The workbook's bytes: the same at every call.
pub fn template() -> Result<Vec<u8>, XlsxError> {
    let mut book = empty_book()?;
    for kind in SHEETS {
        let sheet = book.add_worksheet().set_name(kind.word())?;
        fill(sheet, kind)?;
    }
    guide_sheet(&mut book)?;
    book.save_to_buffer()
}

/// The columns in the template's order, and how many of them stay in sight.
fn ordered(kind: Kind) -> (Vec<Column>, usize) {
    let first = main_columns(kind);
    let others = kind.columns().iter().filter(|column| !first.contains(column));
    (first.iter().chain(others).copied().collect(), first.len())
}

fn fill(sheet: &mut Worksheet, kind: Kind) -> Result<(), XlsxError> {
    let (columns, in_sight) = ordered(kind);
    let text = text_format();
    let head = |fill: Color, ink: Color| {
        let head = Format::new().set_bold().set_background_color(fill).set_font_color(ink);
        head.set_num_format("@").set_border_bottom(FormatBorder::Thin)
    };
    let (main, other) = (head(PANDAN, Color::White), head(SOFT, INK));
    let example = text_format().set_italic().set_font_color(QUIET).set_background_color(EXAMPLE);
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(&columns) {
        let note = note(kind, column);
        let format = if usize::from(at) < in_sight { &main } else { &other };
        sheet.write_string_with_format(0, at, *column, format)?;
        sheet.set_column_width(at, width(column).max(18.0))?;
        sheet.set_column_format(at, &text)?;
        sheet.insert_note(0, at, &cell_note(&note))?;
        sheet.add_data_validation(1, at, READY_ROWS, at, &validation(column, &note)?)?;
        if kind != Kind::Situs && (usize::from(at) < in_sight || !note.example.is_empty()) {
            sheet.write_string_with_format(1, at, &note.example, &example)?;
        }
    }
    if kind == Kind::Situs {
        fill_settings(sheet)?;
    }
    let last = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let folded = u16::try_from(in_sight).unwrap_or(u16::MAX);
    if folded <= last {
        sheet.group_columns_collapsed(folded, last)?;
    }
    // Digits that are text on purpose are no mistake.
    sheet.ignore_error_range(1, 0, READY_ROWS, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Every setting in a row of its own, its value left empty; the note beside it says what goes in.
fn fill_settings(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 28.0)?;
    sheet.set_column_width(1, 60.0)?;
    for (row, (key, note)) in (1_u32..).zip(settings()) {
        sheet.write_string_with_format(row, 0, key, &text_format())?;
        sheet.insert_note(row, 0, &cell_note(&note))?;
    }
    Ok(())
}

fn cell_note(note: &Note) -> CellNote {
    let lines = u32::try_from(note.told().chars().count()).unwrap_or(0) / 38 + 2;
    CellNote::new(note.told())
        .set_author("Etalase")
        .add_author_prefix(false)
        .set_width(260)
        .set_height(18 * lines)
}

/// The list and the message of a column's cells. A word outside its list is asked about, never forbidden: the checker
/// knows more spellings than a list can show.
fn validation(column: Column, note: &Note) -> Result<DataValidation, XlsxError> {
    let plain = DataValidation::new()
        .set_input_title(column)?
        .set_input_message(note.told().chars().take(255).collect::<String>())?;
    let asked = |words: &[String]| {
        plain
            .clone()
            .allow_list_strings(words)?
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Di luar daftar")?
            .set_error_message("Kata ini tidak ada di daftar. Pakai juga?")
    };
    match choice(column) {
        Choice::Free => Ok(plain.allow_any_value()),
        Choice::Words(words) => asked(&words),
        Choice::Suggested(words) => Ok(plain.allow_list_strings(&words)?.show_error_message(false)),
        Choice::Kecamatan => {
            let last = LIST_ROW as usize + Kecamatan::all().count();
            let list = format!("={GUIDE_SHEET}!$G${}:$G${last}", LIST_ROW + 1);
            Ok(plain.allow_list_formula(Formula::new(list)).show_error_message(false))
        }
    }
}

fn guide_sheet(book: &mut Workbook) -> Result<(), XlsxError> {
    const STEPS: [&str; 7] = [
        "1. Cukup isi lembar produk: tujuh kolom hijau tua. Satu baris, satu produk. Kolom lain dilipat; ketuk tanda + di atas kolom untuk membukanya.",
        "2. Baris kuning bertanda CONTOH: tidak ikut terbit. Biarkan atau hapus; jangan diubah menjadi data sungguhan.",
        "3. Pilih sel untuk melihat apa isinya. Kata tetap dapat dipilih dari daftar.",
        "4. Semua sel bertipe teks, jadi nomor panjang dan nol di depan tetap utuh. Menempel? Pilih tempel nilai saja.",
        "5. Jangan memasukkan NIK atau NPWP pribadi. Baris yang memuatnya ditolak.",
        "6. Lembar lain boleh dibiarkan kosong: penjual (data usaha), jbl, gebetan, acara, program, situs (pengaturan).",
        "7. Simpan sebagai .xlsx, lalu periksa. Yang keliru disebut selnya beserta cara memperbaikinya.",
    ];
    let sheet = book.add_worksheet().set_name(GUIDE_SHEET)?;
    let title = Format::new().set_bold().set_font_size(14).set_font_color(PANDAN);
    let head = Format::new().set_bold().set_background_color(SOFT).set_font_color(INK);
    let cell = text_format().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, GUIDE_TITLE, &title)?;
    for (row, step) in (1_u32..).zip(STEPS) {
        sheet.write_string(row, 0, step)?;
    }
    for (at, (name, wide)) in
        (0_u16..).zip([("lembar", 12.0), ("kolom", 20.0), ("isinya", 70.0), ("contoh", 34.0)])
    {
        sheet.write_string_with_format(LIST_ROW - 1, at, name, &head)?;
        sheet.set_column_width(at, wide)?;
    }
    let columns = SHEETS.into_iter().filter(|kind| *kind != Kind::Situs).flat_map(|kind| {
        ordered(kind).0.into_iter().map(move |column| (kind.word(), column, note(kind, column)))
    });
    let settings = settings().into_iter().map(|(key, note)| (Kind::Situs.word(), key, note));
    for (row, (sheet_name, column, note)) in (LIST_ROW..).zip(columns.chain(settings)) {
        for (at, text) in (0_u16..).zip([sheet_name, column, &note.text, &note.example]) {
            sheet.write_string_with_format(row, at, text, &cell)?;
        }
    }
    for (at, name) in (LIST_COLUMN..).zip(["kecamatan", "kode"]) {
        sheet.write_string_with_format(LIST_ROW - 1, at, name, &head)?;
        sheet.set_column_width(at, wide(name))?;
    }
    for (row, kecamatan) in (LIST_ROW..).zip(Kecamatan::all()) {
        sheet.write_string_with_format(row, LIST_COLUMN, kecamatan.name(), &cell)?;
        sheet.write_string_with_format(row, LIST_COLUMN + 1, kecamatan.code(), &cell)?;
    }
    sheet.set_freeze_panes(LIST_ROW, 0)?;
    Ok(())
}
