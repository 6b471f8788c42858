//! Workbooks with what only workbooks have: numbers, dates, formulas, joined cells, formats.

use crate::folder::{products, reading, said};
use crate::zipped::zipped;
use etalase::domain::money::Rupiah;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

fn head(sheet: &mut Worksheet, row: u32, names: &[&str]) {
    for (at, name) in names.iter().enumerate() {
        sheet.write_string(row, at as u16, *name).expect("a heading");
    }
}

/// Writes a price into a row of a sheet.
type Write = &'static dyn Fn(&mut Worksheet, u32);

#[test]
fn numbers_dates_and_formulas_are_read_as_staff_see_them() {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let padded = Format::new().set_num_format("0000000000000");
    let sellers = book.add_worksheet().set_name("Penjual").expect("a name");
    head(
        sellers,
        0,
        &[
            "kode",
            "nama_usaha",
            "kecamatan",
            "whatsapp",
            "izin_kontak",
            "nib",
            "halal_berlaku",
            "halal",
        ],
    );
    sellers.write_string(1, 0, "dapur-ratih").unwrap();
    sellers.write_string(1, 1, "Dapur Bu Ratih").unwrap();
    sellers.write_string(1, 2, "31.74.05").unwrap();
    sellers.write_number(1, 3, 81_234_567_890.0).unwrap();
    sellers.write_boolean(1, 4, true).unwrap();
    sellers.write_number_with_format(1, 5, 220_001_234_567.0, &padded).unwrap();
    sellers
        .write_datetime_with_format(1, 6, ExcelDateTime::from_ymd(2027, 1, 31).unwrap(), &date)
        .unwrap();
    sellers.write_string(1, 7, "ID31110001234561227").unwrap();
    let editions = book.add_worksheet().set_name("jbl").expect("a name");
    head(editions, 0, &["kode", "wilayah", "mulai", "selesai"]);
    editions.write_string(1, 0, "jbl-semua").unwrap();
    editions.write_string(1, 1, "semua").unwrap();
    let begin = ExcelDateTime::from_ymd(2026, 11, 27).unwrap().and_hms(10, 0, 0).unwrap();
    editions.write_datetime_with_format(1, 2, begin, &moment).unwrap();
    editions
        .write_datetime_with_format(1, 3, ExcelDateTime::from_ymd(2026, 11, 29).unwrap(), &date)
        .unwrap();
    let goods = book.add_worksheet().set_name("PRODUK").expect("a name");
    head(goods, 0, &["kode", "penjual", "nama", "kategori", "harga", "satuan", "minimal"]);
    let prices: [Write; 6] = [
        &|sheet, row| {
            sheet.write_number(row, 4, 15_000.0).unwrap();
        },
        &|sheet, row| {
            sheet.write_number(row, 4, 15.0).unwrap();
        },
        &|sheet, row| {
            let sum = Formula::new("=10000*2").set_result("20000");
            sheet.write_formula(row, 4, sum).unwrap();
        },
        &|sheet, row| {
            let broken = Formula::new("=1/0").set_result("#DIV/0!");
            sheet.write_formula(row, 4, broken).unwrap();
        },
        &|sheet, row| {
            let day = ExcelDateTime::from_ymd(2026, 11, 15).unwrap();
            let format = Format::new().set_num_format("dd/mm/yyyy");
            sheet.write_datetime_with_format(row, 4, day, &format).unwrap();
        },
        &|sheet, row| {
            sheet.write_number(row, 4, 15_000.5).unwrap();
        },
    ];
    for (at, price) in (1..).zip(prices) {
        goods.write_string(at, 0, format!("barang-{at}")).unwrap();
        goods.write_string(at, 1, "dapur-ratih").unwrap();
        goods.write_string(at, 2, format!("Barang {at}")).unwrap();
        goods.write_string(at, 3, "kuliner").unwrap();
        price(goods, at);
        goods.write_string(at, 5, "pcs").unwrap();
        goods.write_number(at, 6, 2.0).unwrap();
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    let read = reading("numbers", &[("toko.xlsx", &bytes)]);
    let errors: Vec<String> = said(&read)
        .into_iter()
        .filter(|line| line.contains("PRODUK") || line.ends_with(char::is_numeric))
        .collect();
    assert_eq!(
        errors,
        ["price-invalid E3", "cell-error E5", "price-invalid E6", "price-invalid E7"],
        "{:#?}",
        read.problems
    );
    assert_eq!(products(&read), ["barang-1", "barang-3"]);
    let product = &read.catalogue.products[1].product;
    assert_eq!((product.card.price, product.card.minimum), (Rupiah::new(20_000), 2));
    let seller = &read.catalogue.sellers[0];
    let number = seller
        .links
        .whatsapp
        .as_ref()
        .and_then(|w| w.number())
        .map(|phone| phone.as_str().to_owned());
    assert_eq!(number.as_deref(), Some("6281234567890"));
    assert!(seller.nib);
    assert_eq!(
        seller.halal.as_ref().and_then(|h| h.until).map(|d| d.to_string()).as_deref(),
        Some("2027-01-31")
    );
    let window = read.catalogue.editions[0].window;
    assert_eq!(window.from.long(), "Jumat 27 Nov, 10.00 WIB");
    assert_eq!(window.last().long(), "Minggu 29 Nov, 23.59 WIB");
}

#[test]
fn titles_joined_headings_and_joined_cells_are_understood() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("Lembar1").expect("a name");
    sheet.merge_range(0, 0, 0, 6, "DAFTAR PRODUK UMKM", &plain).unwrap();
    // A header of two rows: "Penjual" over name, number and kecamatan; the others joined downwards.
    sheet.merge_range(2, 0, 2, 2, "Penjual binaan", &plain).unwrap();
    for (at, name) in ["nama", "kategori", "harga", "satuan"].iter().enumerate() {
        sheet.merge_range(2, at as u16 + 3, 3, at as u16 + 3, name, &plain).unwrap();
    }
    head(sheet, 3, &["nama_usaha", "whatsapp", "kecamatan"]);
    sheet.merge_range(4, 0, 5, 0, "Dapur Bu Ratih", &plain).unwrap();
    sheet.merge_range(4, 1, 5, 1, "0812-0000-0001", &plain).unwrap();
    sheet.merge_range(4, 2, 5, 2, "Tebet", &plain).unwrap();
    for (row, name) in [(4, "Keripik Tempe"), (5, "Keripik Pisang")] {
        sheet.write_string(row, 3, name).unwrap();
        sheet.write_string(row, 4, "kuliner").unwrap();
        sheet.write_number(row, 5, 15_000).unwrap();
        sheet.write_string(row, 6, "bungkus").unwrap();
    }
    let read = reading("joined", &[("daftar.xlsx", &book.save_to_buffer().unwrap())]);
    assert_eq!(products(&read), ["keripik-pisang", "keripik-tempe"], "{:#?}", read.problems);
    assert_eq!(read.catalogue.sellers.len(), 1);
}

#[test]
fn ods_cells_are_read_by_their_types() {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let heads: Vec<String> = [
        "nama_usaha",
        "whatsapp",
        "kecamatan",
        "nama",
        "kategori",
        "harga",
        "satuan",
        "diperbarui",
        "tayang",
        "isi",
    ]
    .map(text)
    .into();
    let note = "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>catatan petugas</text:p></office:annotation><text:p>Keripik<text:s/>&amp; <text:span>Tempe</text:span></text:p></table:table-cell>";
    let cells = vec![
        text("Dapur Bu Ratih"),
        "<table:table-cell office:value-type=\"float\" office:value=\"81234567890\"><text:p>081234567890</text:p></table:table-cell>".to_owned(),
        text("Tebet"),
        note.to_owned(),
        text("kuliner"),
        "<table:table-cell office:value-type=\"currency\" office:currency=\"IDR\" office:value=\"15000\"><text:p>Rp15.000</text:p></table:table-cell>".to_owned(),
        text("bungkus"),
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-20T08:30:00\"><text:p>20/11/2026</text:p></table:table-cell>".to_owned(),
        "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>BENAR</text:p></table:table-cell>".to_owned(),
        text("250 g"),
    ];
    let xml = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"produk\"><table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>{}{}<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        row(&heads),
        row(&cells)
    );
    let read = reading("types", &[("data.ods", &zipped(&[("content.xml", xml.as_bytes())]))]);
    let card = &read
        .catalogue
        .products
        .first()
        .unwrap_or_else(|| panic!("{:#?}", read.problems))
        .product
        .card;
    assert_eq!((card.name.as_str(), card.price), ("Keripik & Tempe", Rupiah::new(15_000)));
    assert_eq!(card.updated.map(|d| d.to_string()).as_deref(), Some("2026-11-20"));
    assert!(said(&read).contains(&"no-channel ".to_owned()));
}
