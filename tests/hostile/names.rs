//! T17 and 0.5: names that show what they are not, and numbers that a spreadsheet has eaten.

use crate::folder::{products, reading, said};
use crate::workbook::xlsx;

/// Characters that are not seen: bidi controls, zero-width marks, tags, fillers, controls.
const HIDDEN: [char; 24] = [
    '\u{0}',
    '\u{7}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{ad}',
    '\u{61c}',
    '\u{180e}',
    '\u{200b}',
    '\u{200c}',
    '\u{200e}',
    '\u{200f}',
    '\u{202a}',
    '\u{202b}',
    '\u{202d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2066}',
    '\u{2067}',
    '\u{2069}',
    '\u{feff}',
    '\u{fff9}',
    '\u{e0041}',
    '\u{3164}',
];

#[test]
fn t17_what_is_not_seen_is_not_published() {
    let mut sheet =
        "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi,kata_kunci,varian\n"
            .to_owned();
    // A NUL makes a file no text at all; in a workbook it cannot be written either.
    for (at, c) in HIDDEN.iter().enumerate().skip(1) {
        sheet.push_str(&format!(
            "barang-{at},Wa{c}rung,Tebet,Ke{c}ripik{c},kuliner,10.000,p{c}cs,Re{c}nyah,gu{c}rih,Ra{c}sa: A{c}sin|Manis\n"
        ));
    }
    let read = reading("hidden", &[("produk.csv", sheet.as_bytes())]);
    assert_eq!(read.catalogue.products.len(), HIDDEN.len() - 1, "{:#?}", said(&read));
    let published = format!("{:?}{:?}", read.catalogue.products, read.catalogue.sellers);
    for c in HIDDEN {
        let shown = format!("{c:?}");
        let escaped = shown.trim_matches('\'');
        assert!(!published.contains(c) && !published.contains(escaped), "{shown} is published");
    }
}

#[test]
fn t17_names_are_cut_and_their_accents_are_one_character() {
    let long = "é".repeat(500);
    let sheet = format!(
        "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi\nsatu-satu,Warung,Tebet,{long},kuliner,10.000,pcs,{}\ndua-dua,Warung,Tebet,Cafe\u{301},kuliner,10.000,pcs,\n",
        "kata ".repeat(2_000)
    );
    let read = reading("long-names", &[("produk.csv", sheet.as_bytes())]);
    let card = |at: usize| &read.catalogue.products[at].product;
    assert_eq!(card(0).card.name, "Café");
    assert_eq!(card(1).card.name.chars().count(), 120);
    assert!(card(1).description.chars().count() <= 2_000);
    assert_eq!(said(&read).iter().filter(|line| line.starts_with("text-shortened")).count(), 2);
}

#[test]
fn t17_a_name_that_only_looks_like_another_is_another_seller() {
    // The second `a` is Cyrillic: whoever writes it does not get the first one's products.
    let sellers = "kode,nama_usaha,kecamatan,whatsapp,izin_kontak\ndapur-ratih,Dapur Ratih,Tebet,0812-0000-0001,ya\n";
    let goods = "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan\nsatu-kue,Dapur Rаtih,Tebet,Kue,kuliner,10.000,pcs\n";
    let read = reading(
        "homoglyph",
        &[("penjual.csv", sellers.as_bytes()), ("produk.csv", goods.as_bytes())],
    );
    assert_eq!(products(&read), ["satu-kue"]);
    let product = &read.catalogue.products[0].product;
    assert_ne!(product.card.seller.as_str(), "dapur-ratih");
    assert!(product.links.whatsapp.is_none());
}

#[test]
fn t17_a_nik_behind_invisible_marks_is_a_nik() {
    let mut sheet = "kode,nama_usaha,kecamatan,nama,kategori,harga,satuan,deskripsi\n".to_owned();
    let marks = ["\u{200b}", "\u{ad}", "\u{2060}", "\u{a0}", "\u{2009}", "\u{202e}", "–", ""];
    for (at, mark) in marks.iter().enumerate() {
        let nik = ["3174", "0515", "0190", "0003"].join(mark);
        sheet.push_str(&format!("barang-{at},Warung,Tebet,Kue,kuliner,10.000,pcs,NIK {nik}\n"));
    }
    sheet.push_str(
        "barang-lain,Warung,Tebet,Kue,kuliner,10.000,pcs,NIK ３１７４０５１５０１９００００３\n",
    );
    let read = reading("hidden-nik", &[("produk.csv", sheet.as_bytes())]);
    assert_eq!(products(&read), Vec::<String>::new());
    let numbers = said(&read);
    assert_eq!(numbers.iter().filter(|line| line.starts_with("personal-number H")).count(), 9);
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    assert!(
        read.problems.iter().all(|problem| problem.value.as_deref().map_or(0, digits) < 15),
        "a number is printed back"
    );
}

#[test]
fn s0_5_numbers_that_a_spreadsheet_has_eaten_are_told_and_not_published() {
    let text = |column: char, row: u32, text: &str| {
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let number = |column: char, row: u32, number: &str| {
        format!("<c r=\"{column}{row}\"><v>{number}</v></c>")
    };
    let heads =
        ["nama_usaha", "kecamatan", "nama", "kategori", "harga", "satuan", "whatsapp", "bpom"];
    let mut rows: String =
        ('A'..='H').zip(heads).map(|(column, head)| text(column, 1, head)).collect();
    rows = format!("<row r=\"1\">{rows}</row>");
    // A phone without its 0 is read; 15.000 as 15, a number in powers of ten and sixteen eaten digits are not.
    for (at, (price, phone, bpom)) in [
        ("15000", "81234567890", "240935001200"),
        ("15", "81234567890", "240935001200"),
        ("1.5E+16", "81234567890", "240935001200"),
        ("15000", "8.1234567890123457E+16", "2.4093500120002701E+16"),
    ]
    .into_iter()
    .enumerate()
    {
        let row = at as u32 + 2;
        rows.push_str(&format!(
            "<row r=\"{row}\">{}{}{}{}{}{}{}{}</row>",
            text('A', row, &format!("Warung {at}")),
            text('B', row, "Tebet"),
            text('C', row, &format!("Kue {at}")),
            text('D', row, "kuliner"),
            number('E', row, price),
            text('F', row, "pcs"),
            number('G', row, phone),
            number('H', row, bpom),
        ));
    }
    let read = reading("eaten", &[("produk.xlsx", &xlsx(&rows, "<sst/>"))]);
    assert_eq!(products(&read), ["kue-0", "kue-3"]);
    let errors: Vec<String> = said(&read)
        .into_iter()
        .filter(|line| line.contains("-invalid") || line.contains("damaged"))
        .collect();
    assert_eq!(
        errors,
        ["price-invalid E3", "price-invalid E4", "digits-damaged G5", "digits-damaged H5"]
    );
}
