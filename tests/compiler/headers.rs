//! The header of a sheet of any kind, below titles, with joined cells, in the words that people use.

use crate::folder::reading;
use etalase::compiler::read::Reading;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// A kind of sheet as an office keeps it: another heading for each column, and one row.
struct Kept {
    sheet: &'static str,
    headings: &'static [&'static str],
    row: &'static [&'static str],
    columns: &'static [&'static str],
    published: fn(&Reading) -> usize,
}

const KEPT: [Kept; 6] = [
    Kept {
        sheet: "Penjual Selatan",
        headings: &["No", "Nama UMKM", "No. HP/WA", "Kec.", "OPD Pengampu", "Jam Operasional"],
        row: &["1", "Dapur Bu Ratih", "0812-0000-0001", "Tebet", "PPKUKM", "08.00–17.00"],
        columns: &["nama_usaha", "whatsapp", "kecamatan", "pengampu", "jam"],
        published: |read| read.catalogue.sellers.len(),
    },
    Kept {
        sheet: "Produk",
        headings: &[
            "No",
            "Nama Toko",
            "Kecamatan (wajib)",
            "Nama Produk",
            "Jenis Produk",
            "Harga (Rp)",
            "Unit",
        ],
        row: &[
            "1",
            "Dapur Bu Ratih",
            "Tebet",
            "Keripik Tempe",
            "Makanan",
            "Rp 15.000,-",
            "bungkus",
        ],
        columns: &["nama_usaha", "kecamatan", "nama", "kategori", "harga", "satuan"],
        published: |read| read.catalogue.products.len(),
    },
    Kept {
        sheet: "JBL 2026",
        headings: &["No", "Kode JBL", "Kota", "Tgl Mulai", "Tgl Selesai", "Lokasi"],
        row: &["1", "jbl-selatan", "Jakarta Selatan", "27/11/2026", "29/11/2026", "Lobi"],
        columns: &["kode", "wilayah", "mulai", "selesai", "tempat"],
        published: |read| read.catalogue.editions.len(),
    },
    Kept {
        sheet: "Gebetan",
        headings: &[
            "No",
            "Periode",
            "Batas Pesanan",
            "Tanggal Kirim",
            "Nama Koperasi",
            "No. WA Koperasi",
        ],
        row: &[
            "1",
            "Desember 2026",
            "9/12/2026 15.00",
            "16/12/2026",
            "Koperasi Pegawai",
            "0812-0000-9001",
        ],
        columns: &["bulan", "tutup", "kirim", "koperasi", "koperasi_wa"],
        published: |read| read.catalogue.programmes.rounds.len(),
    },
    Kept {
        sheet: "Acara",
        headings: &[
            "No",
            "Jenis Kegiatan",
            "Nama Kegiatan",
            "Kota",
            "Lokasi",
            "Tanggal Mulai",
            "Tanggal Selesai",
        ],
        row: &["1", "Bazar", "Bazar Lobi", "Jaksel", "Lobi", "3 Desember 2026", "4 Desember 2026"],
        columns: &["jenis", "judul", "wilayah", "tempat", "mulai", "selesai"],
        published: |read| read.catalogue.programmes.events.len(),
    },
    Kept {
        sheet: "Program",
        headings: &["No. Urut", "Nama Program", "Ringkasan", "Uraian", "Rujukan"],
        row: &["1", "Kurasi", "Produk dinilai.", "Lalu ditawarkan.", "Warta uji"],
        columns: &["urutan", "judul", "ringkas", "isi", "sumber"],
        published: |read| read.catalogue.programmes.programmes.len(),
    },
];

/// The columns of which a heading was mapped and said.
fn mapped(read: &Reading) -> Vec<&str> {
    let said = read.problems.iter().filter(|problem| problem.code == "heading-mapped");
    let mut columns: Vec<&str> =
        said.filter_map(|problem| problem.place.column.as_deref()).collect();
    columns.sort_unstable();
    columns
}

fn sorted(columns: &[&'static str]) -> Vec<&'static str> {
    let mut columns = columns.to_vec();
    columns.sort_unstable();
    columns
}

#[test]
fn titles_and_joined_cells_above_the_header_are_passed_over_in_every_kind() {
    for kept in KEPT {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name(kept.sheet).expect("a name");
        let (title, last) = (Format::new().set_bold(), kept.headings.len() as u16 - 1);
        sheet.merge_range(0, 0, 0, last, "PEMERINTAH KOTA (CONTOH)", &title).expect("a title");
        sheet.merge_range(1, 0, 2, last, "Data per 20 November 2026", &title).expect("a title");
        // Each heading is joined with the cell below it, as offices do it for the look.
        for (at, heading) in (0_u16..).zip(kept.headings) {
            sheet.merge_range(4, at, 5, at, heading, &title).expect("a heading");
        }
        for (at, cell) in (0_u16..).zip(kept.row) {
            sheet.write_string(6, at, *cell).expect("a cell");
        }
        let bytes = book.save_to_buffer().expect("a workbook");
        let read = reading(&format!("kept-{}", kept.sheet), &[("data.xlsx", &bytes)]);
        assert_eq!((kept.published)(&read), 1, "{}: {:#?}", kept.sheet, read.problems);
        assert_eq!(mapped(&read), sorted(kept.columns), "{}: {:#?}", kept.sheet, read.problems);
    }
}

#[test]
fn a_sheet_without_a_telling_name_is_known_by_its_header_in_every_kind() {
    for kept in KEPT {
        let quoted = |cells: &[&str]| {
            cells.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",")
        };
        let csv = format!("{}\n{}\n", quoted(kept.headings), quoted(kept.row));
        let name = format!("kiriman-{}", kept.sheet);
        let read = reading(&name, &[("Lembar1.csv", csv.as_bytes())]);
        assert_eq!((kept.published)(&read), 1, "{}: {:#?}", kept.sheet, read.problems);
        let said = read.problems.iter().filter(|problem| problem.code == "kind-from-header");
        assert_eq!(said.count(), 1, "{}", kept.sheet);
    }
}

#[test]
fn a_month_that_a_spreadsheet_made_a_day_of_is_still_the_month() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("gebetan").expect("a name");
    for (at, heading) in (0_u16..).zip(["kode", "bulan", "tutup"]) {
        sheet.write_string(0, at, heading).expect("a heading");
    }
    let format = Format::new().set_num_format("mmm-yy");
    sheet.write_string(1, 0, "gebetan-desember").expect("a code");
    let first = ExcelDateTime::from_ymd(2026, 12, 1).expect("a day");
    sheet.write_datetime_with_format(1, 1, first, &format).expect("a month");
    sheet.write_string(1, 2, "2026-12-09").expect("a day");
    let bytes = book.save_to_buffer().expect("a workbook");
    let read = reading("month", &[("data.xlsx", &bytes)]);
    let months = read.catalogue.programmes.rounds.iter().map(|round| round.month.to_string());
    assert_eq!(months.collect::<Vec<_>>(), ["2026-12"], "{:#?}", read.problems);
}

#[test]
fn of_two_columns_of_one_meaning_the_contracts_own_is_read_and_the_other_is_said() {
    let csv = "nama_usaha,kecamatan,Harga (Rp),nama,Nama Produk,kategori,harga,satuan\n\
        Toko,Tebet,99.000,Kue,Bolu,kuliner,10.000,pcs\n";
    let read = reading("columns-twice", &[("produk.csv", csv.as_bytes())]);
    let card = &read.catalogue.products[0].product.card;
    assert_eq!((card.name.as_str(), card.price.get()), ("Kue", 10_000));
    let twice = read.problems.iter().filter(|problem| problem.code == "column-twice");
    let cells: Vec<_> = twice.map(|problem| problem.place.cell.as_deref()).collect();
    assert_eq!(cells, [Some("C1"), Some("E1")]);
}
