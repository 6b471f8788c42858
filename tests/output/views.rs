//! What staff see of the problems: the terminal's text, the report and the page, with the cells around and without a
//! personal number.

use crate::command::{catalogue, path};
use crate::market::folder;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};

const HEADINGS: [&str; 8] =
    ["nama_usaha", "whatsapp", "kecamatan", "nama", "kategori", "harga", "satuan", "deskripsi"];

fn row<'a>(name: &'a str, price: &'a str, about: &'a str) -> [&'a str; 8] {
    ["Dapur Bu Ratih", "0812-0000-0001", "Tebet", name, "kuliner", price, "bungkus", about]
}

/// The rows as a CSV file.
fn csv(folder: &Path, name: &str, rows: &[[&str; 8]]) {
    let mut writer = csv::Writer::from_path(folder.join(name)).expect("a file");
    writer.write_record(HEADINGS).expect("written");
    for row in rows {
        writer.write_record(row).expect("written");
    }
}

/// The same rows as a workbook, below two lines of title.
fn xlsx(folder: &Path, name: &str, rows: &[[&str; 8]]) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("produk").expect("a name");
    sheet.write_string(0, 0, "Data UMKM binaan").expect("written");
    for (at, cells) in (2..).zip(std::iter::once(&HEADINGS).chain(rows)) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(at, column, *cell).expect("written");
        }
    }
    book.save(folder.join(name)).expect("a file");
}

fn sheets(name: &str) -> PathBuf {
    folder(&format!("views-{name}"))
}

#[test]
fn a_faulty_cell_is_shown_between_its_neighbours_in_csv_and_xlsx() {
    let rows = [row("Keripik Tempe", "18.000", ""), row("Sambal Cumi", "35,000", "pedas")];
    let home = sheets("neighbours");
    csv(&home, "produk.csv", &rows);
    let (_, text) = catalogue(&["check", path(&home), "--at", "2026-11-21"]);
    assert!(
        text.contains("E3 \"kuliner\" │ F3 \"35,000\" ◄ │ G3 \"bungkus\"\n      Harga dapat"),
        "{text}"
    );
    // A problem of the whole row is shown around what the row is called.
    assert!(
        text.contains("periksa baris 2\n      C2 \"Tebet\" │ D2 \"Keripik Tempe\" │ E2"),
        "{text}"
    );
    let home = sheets("neighbours-xlsx");
    xlsx(&home, "umkm.xlsx", &rows);
    let (_, text) = catalogue(&["check", path(&home), "--at", "2026-11-21"]);
    assert!(
        text.contains("galat F5 (harga): \"35,000\"\n      E5 \"kuliner\" │ F5 \"35,000\" ◄ │ G5"),
        "{text}"
    );
}

#[test]
fn an_empty_cell_that_must_be_filled_is_shown_as_empty() {
    let home = sheets("empty-cell");
    csv(&home, "produk.csv", &[row("Keripik Tempe", "", "")]);
    let (_, text) = catalogue(&["check", path(&home), "--at", "2026-11-21"]);
    assert!(text.contains("E2 \"kuliner\" │ F2 (kosong) ◄ │ G2 \"bungkus\""), "{text}");
}

#[test]
fn the_last_lines_tell_what_became_of_the_rows_and_which_faults_are_most_frequent() {
    let home = sheets("summary");
    csv(
        &home,
        "produk.csv",
        &[
            row("Keripik Tempe", "18.000", ""),
            row("Sambal", "35,000", ""),
            row("Kopi", "1.5jt", ""),
        ],
    );
    let (_, text) = catalogue(&["check", path(&home), "--at", "2026-11-21"]);
    let kind = text.find("2 × galat    Harga tidak terbaca").expect("the most frequent kind");
    let other = text.find("1 × periksa  Produk terbit tanpa satu pun").expect("another kind");
    assert!(kind < other, "{text}");
    assert!(
        text.contains("1 produk dari 1 penjual dapat terbit;")
            && text.contains(" Ditolak: 2 produk."),
        "{text}"
    );
}

/// A woman's number, with 40 added to the day of birth.
const NIK: &str = "3174054501900003";
const NPWP: &str = "09.254.294.3-407.000";

#[test]
fn no_view_of_the_problems_shows_a_personal_number() {
    let home = sheets("personal");
    // Beside a faulty cell, in a faulty row, in a file's name, in an ignored column and in the name of a photo.
    let about = format!("KTP {NIK}");
    csv(
        &home,
        &format!("produk {NIK}.csv"),
        &[
            row("Keripik", "35,000", &about),
            row(&about, "18.000", NPWP),
            row("Sambal", "18.000", ""),
            ["Dapur Bu Ratih", NIK, "Tebet", "Kopi", "kuliner", "35,000", NPWP, ""],
        ],
    );
    fs::create_dir_all(home.join("foto")).expect("a folder");
    fs::write(home.join(format!("foto/KTP {NIK}.jpg")), "x").expect("a photo");
    let (report, html) = (home.join("report.json"), home.join("laporan.html"));
    let views = ["--report", path(&report), "--html", path(&html)];
    let (_, text) =
        catalogue(&[&["check", path(&home), "--at", "2026-11-21"], views.as_slice()].concat());
    let report = fs::read_to_string(&report).expect("a report");
    let html = fs::read_to_string(&html).expect("a page");
    assert!(html.contains("(nomor pribadi)"), "{html}");
    assert!(text.contains("(nomor pribadi)") && report.contains("personal-number"), "{text}");
    for view in [&text, &report, &html] {
        let digits: String = view.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
        assert!(!digits.contains(NIK), "{view}");
        assert!(!digits.contains("092542943407000"), "{view}");
    }
}

#[test]
fn the_report_keeps_the_keys_of_the_contract() {
    let home = sheets("keys");
    csv(&home, "produk.csv", &[row("Keripik Tempe", "35,000", "")]);
    let report = home.join("report.json");
    catalogue(&["check", path(&home), "--at", "2026-11-21", "--report", path(&report)]);
    let report: serde_json::Value =
        serde_json::from_slice(&fs::read(&report).expect("a report")).expect("json");
    let keys: Vec<&String> = report[0].as_object().expect("an object").keys().collect();
    let mut expected =
        ["severity", "code", "file", "sheet", "row", "column", "cell", "value", "message", "fix"];
    expected.sort_unstable();
    assert_eq!(keys, expected);
}

#[test]
fn the_page_tells_each_seller_her_own_problems_with_the_cells_around() {
    let home = sheets("page");
    let mut other = row("Batik Tulis", "1.5jt", "");
    other[0] = "Batik <Betawi>";
    other[1] = "0812-0000-0002";
    csv(
        &home,
        "produk.csv",
        &[row("Keripik Tempe", "18.000", ""), row("Sambal", "35,000", ""), other],
    );
    let page = home.join("laporan.html");
    let (code, _) = catalogue(&["check", path(&home), "--at", "2026-11-21", "--html", path(&page)]);
    assert_eq!(code, 3);
    let page = fs::read_to_string(&page).expect("a page");
    let section = |name: &str| {
        let from = page.find(&format!(">{name}</h2>")).expect(name);
        page[from..].split("</section>").next().expect("its end")
    };
    let batik = section("Batik &lt;Betawi&gt;");
    assert!(batik.contains("1.5jt") && batik.contains("Batik Tulis"), "{batik}");
    assert!(!batik.contains("35,000"), "{batik}");
    let ratih = section("Dapur Bu Ratih");
    assert!(
        ratih.contains("<th scope=\"col\" class=\"here\">F3 <span>harga</span></th>"),
        "{ratih}"
    );
    assert!(ratih.contains("Perbaiki: "), "{ratih}");
    assert!(!page.contains("<script") && !page.contains("<Betawi>"), "{page}");
}

#[test]
fn a_sellers_problems_stand_together_however_her_rows_name_her() {
    let home = sheets("page-codes");
    let sellers = "kode,nama_usaha,kecamatan,nib\n\
        dapur-ratih,Dapur Bu Ratih,Tebet,123\n\
        batik-rawa,Batik Rawa,Bandung,\n";
    let goods = "penjual,nama,kategori,harga,satuan\n\
        dapur-ratih,Keripik,kuliner,\"35,000\",bungkus\n\
        Dapur-Ratih,Sambal,kuliner,1.5jt,botol\n\
        batik-rawa,Kain,kriya,hubungi kami,pcs\n\
        tidak-ada,Kopi,kuliner,10.000,pcs\n";
    fs::write(home.join("penjual.csv"), sellers).expect("written");
    fs::write(home.join("produk.csv"), goods).expect("written");
    let page = home.join("laporan.html");
    let (code, _) = catalogue(&["check", path(&home), "--at", "2026-11-21", "--html", path(&page)]);
    assert_eq!(code, 3);
    let page = fs::read_to_string(&page).expect("a page");
    // A seller that is refused herself has a section too; one that does not exist goes by what stands in the cell.
    for (name, own) in [
        ("Dapur Bu Ratih", ["35,000", "1.5jt", "123"].as_slice()),
        ("Batik Rawa", &["Bandung", "hubungi kami"]),
        ("tidak-ada", &["Kopi"]),
    ] {
        let mut sections =
            page.split("<section").filter(|part| part.contains(&format!(">{name}</h2>")));
        let section = sections.next().expect(name);
        assert!(own.iter().all(|text| section.contains(text)), "{name}: {section}");
        assert!(sections.next().is_none(), "{name} has two sections");
    }
}

#[test]
fn the_page_never_lies_in_a_published_folder() {
    let home = sheets("page-published");
    csv(&home, "produk.csv", &[row("Keripik Tempe", "35,000", ""), row("Sambal", "35.000", "")]);
    let out = folder("views-page-published-dist").join("dist");
    let page = out.join("laporan.html");
    let build = ["build", path(&home), "--out", path(&out), "--html", path(&page)];
    let (code, text) = catalogue(&build);
    assert_eq!(code, 2, "{text}");
    assert!(!out.exists());
    assert_eq!(catalogue(&build[..4]).0, 3);
    assert_eq!(catalogue(&["check", path(&home), "--html", path(&page)]).0, 2);
    assert!(!page.exists());
}

#[test]
fn the_same_sheets_make_the_same_page() {
    let home = sheets("page-twice");
    csv(
        &home,
        "produk.csv",
        &[row("Keripik", "35,000", ""), row("Sambal", "", ""), row("Kopi", "1.5jt", "")],
    );
    let written = |name: &str| {
        let page = home.join(name);
        catalogue(&["check", path(&home), "--at", "2026-11-21", "--html", path(&page)]);
        fs::read(&page).expect("a page")
    };
    assert_eq!(written("a.html"), written("b.html"));
}
