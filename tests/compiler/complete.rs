//! `catalogue complete`: addresses stay.

use crate::folder::{fresh, options, products};
use etalase::compiler::complete::complete;
use etalase::compiler::folder::read_folder;
use etalase::compiler::read::Reading;
use etalase::compiler::sheet::{Table, xlsx};
use std::io::Read;
use std::path::Path;

fn addresses(reading: &Reading) -> [Vec<String>; 7] {
    let catalogue = &reading.catalogue;
    let around = &catalogue.programmes;
    [
        products(reading),
        catalogue.sellers.iter().map(|seller| seller.code.to_string()).collect(),
        catalogue.editions.iter().map(|edition| edition.code.to_string()).collect(),
        catalogue.withdrawn.iter().map(|gone| gone.code.to_string()).collect(),
        around.rounds.iter().map(|round| round.code.to_string()).collect(),
        around.events.iter().map(|event| event.code.to_string()).collect(),
        around.programmes.iter().map(|programme| programme.code.to_string()).collect(),
    ]
}

/// Everything a product's page says, but for its pictures.
fn contents(reading: &Reading) -> Vec<String> {
    let catalogue = &reading.catalogue;
    let products = catalogue.products.iter().map(|entry| format!("{:?}", entry.product));
    let sellers = catalogue.sellers.iter().map(|seller| format!("{seller:?}"));
    let editions = catalogue.editions.iter().map(|edition| format!("{edition:?}"));
    let rest = [format!("{:?}", catalogue.market), format!("{:?}", catalogue.programmes)];
    products.chain(sellers).chain(editions).chain(rest).collect()
}

fn completed(name: &str, folder: &Path) -> (Reading, Reading) {
    let (bytes, before) = complete(folder, &options()).expect("a workbook");
    let (again, _) = complete(folder, &options()).expect("a workbook");
    assert!(bytes == again, "{name}: the workbook is not the same twice");
    let target = fresh(&format!("complete-{name}"));
    std::fs::write(target.join("lengkap.xlsx"), bytes).expect("the workbook");
    (before, read_folder(&target, &options()).expect("a readable folder"))
}

#[test]
fn a_build_from_the_completed_file_has_the_same_addresses() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiler/cases");
    for entry in std::fs::read_dir(cases).expect("the cases") {
        let case = entry.expect("a case");
        let name = case.file_name().to_string_lossy().into_owned();
        let (before, after) = completed(&name, &case.path().join("in"));
        assert_eq!(addresses(&before), addresses(&after), "{name}");
    }
}

#[test]
fn the_sample_market_survives_in_full() {
    let sheets = Path::new(env!("CARGO_MANIFEST_DIR")).join("sheets");
    let (before, after) = completed("sample", &sheets);
    assert!(before.catalogue.products.len() > 300);
    for (before, after) in contents(&before).iter().zip(contents(&after)) {
        assert_eq!(*before, after);
    }
}

/// The cells of a sheet of a workbook, row by row below the header.
fn cells(tables: &[Table], name: &str) -> Vec<Vec<String>> {
    let table = tables.iter().find(|table| table.name.as_deref() == Some(name));
    let rows = table.map(|table| table.rows.as_slice()).unwrap_or_default().iter().skip(1);
    rows.map(|row| row.cells.iter().map(|(_, value)| value.plain()).collect()).collect()
}

#[test]
fn a_seller_of_whom_no_row_stands_is_not_written_and_her_rows_keep_her_name() {
    let folder = fresh("complete-refused");
    let goods = "nama_usaha,kecamatan,nama,kategori,harga,satuan\n\
        Dapur Baik,Tebet,Kue Satu,kuliner,10.000,pcs\n\
        Warung Gagal,Koja,Kue Dua,kuliner,hubungi kami,pcs\n\
        Dapur Baik,Tebet,Kue Tiga,kuliner,,pcs\n";
    std::fs::write(folder.join("produk.csv"), goods).expect("a sheet");
    let (workbook, _) = complete(&folder, &options()).expect("a workbook");
    let tables = xlsx::read(&workbook).expect("tables");
    assert_eq!(cells(&tables, "penjual"), [["dapur-baik", "Dapur Baik", "Tebet"]]);
    let rows = cells(&tables, "produk");
    assert_eq!(
        rows[1],
        ["kue-dua", "Warung Gagal", "Koja", "Kue Dua", "kuliner", "hubungi kami", "pcs"]
    );
    // Of a seller who stands the refused row is hers by code, too.
    assert_eq!(rows[2], ["kue-tiga", "dapur-baik", "Kue Tiga", "kuliner", "pcs"]);
}

#[test]
fn the_completed_file_holds_no_personal_number() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/compiler/cases/personal-numbers-are-refused-and-never-printed/in");
    let (bytes, _) = complete(&case, &options()).expect("a workbook");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    for at in 0..zip.len() {
        let mut text = String::new();
        zip.by_index(at).expect("a part").read_to_string(&mut text).expect("its text");
        for piece in ["3174051501", "3174 0555", "09.254"] {
            assert!(!text.contains(piece), "{piece} in {text}");
        }
    }
}
