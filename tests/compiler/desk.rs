//! Sheets checked file by file, as in a browser: what is said is what `catalogue check` says of the same folder.

use crate::folder::{fresh, options, reading};
use etalase::compiler::folder::read_folder;
use etalase::compiler::problem::{Problem, Severity};
use etalase::desk::checker::Checker;
use etalase::desk::protocol::{Correction, Finding, Report, Request, Spot};
use std::fs;
use std::path::Path;

const HEAD: &str = "nama_usaha,kecamatan,nama,kategori,harga,satuan\n";

fn csv(rows: &str) -> Vec<u8> {
    format!("{HEAD}{rows}").into_bytes()
}

fn taken(files: &[(&str, &[u8])]) -> Checker {
    let mut checker = Checker::default();
    files.iter().for_each(|(name, bytes)| checker.take(name, bytes));
    checker
}

fn check(checker: &Checker, request: &Request) -> Report {
    checker.check(request, options().at)
}

fn findings(report: &Report) -> Vec<&Finding> {
    report.groups.iter().flat_map(|group| &group.findings).collect()
}

fn correction(row: u32, column: &str, value: &str) -> Correction {
    let spot = Spot { file: "produk.csv".into(), sheet: None, row, column: column.into() };
    Correction { spot, value: value.into() }
}

/// What is shown of problems: the sentence, and whether it keeps something out.
fn sentences<'a>(problems: impl Iterator<Item = &'a Problem>) -> Vec<(bool, String)> {
    let mut all: Vec<_> = problems
        .map(|problem| (problem.severity == Severity::Error, problem.message.clone()))
        .collect();
    all.sort();
    all
}

#[test]
fn every_case_is_told_as_the_command_line_tells_it() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiler/cases");
    let mut compared = 0;
    for case in fs::read_dir(cases).expect("the cases") {
        let folder = case.expect("a case").path().join("in");
        let expected = read_folder(&folder, &options()).expect("a readable folder");
        let mut checker = Checker::default();
        let mut request = Request::default();
        for entry in fs::read_dir(&folder).expect("files") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                checker.take(&name, &fs::read(&path).expect("bytes"));
            } else if path.ends_with("foto")
                && let Ok(photos) = fs::read_dir(&path)
            {
                let name = |photo: fs::DirEntry| photo.file_name().to_string_lossy().into_owned();
                request.photos.extend(photos.flatten().map(name));
            }
        }
        let report = check(&checker, &request);
        // Where nobody has chosen photos nothing is said of them, and there are no folders in a folder.
        let is_told = |problem: &&Problem| {
            let about_photos = problem.code.starts_with("photo-");
            problem.code != "file-ignored" && !(about_photos && request.photos.is_empty())
        };
        let own = expected.problems.iter().filter(is_told);
        let shown = folder.display();
        assert_eq!(report.products, expected.catalogue.products.len(), "{shown}");
        assert_eq!(report.sellers, expected.catalogue.sellers.len(), "{shown}");
        assert_eq!(report.refused, expected.summary.refused(), "{shown}");
        let mut told: Vec<(bool, String)> = findings(&report)
            .into_iter()
            .map(|finding| (finding.is_error, finding.message.clone()))
            .collect();
        told.sort();
        // The same photo lies in no folder here.
        let own = own.map(|problem| Problem {
            message: problem.message.replace("foto/", ""),
            ..problem.clone()
        });
        let own: Vec<Problem> = own.collect();
        let folded: usize = report.folded.iter().map(|fold| fold.count).sum();
        let own = sentences(own.iter());
        assert_eq!(told.len() + folded, own.len(), "{shown}");
        assert!(told.iter().all(|one| own.contains(one)), "{shown}: {told:?}\n{own:?}");
        compared += 1;
    }
    assert!(compared > 10);
}

#[test]
fn a_correction_mends_its_row_and_goes_into_the_copy() {
    let rows = "A,Tebet,Keripik,kuliner,\"15,000\",bungkus\nA,Tebet,Teh,kuliner,5000,gelas\n";
    let checker = taken(&[("produk.csv", &csv(rows))]);
    let before = check(&checker, &Request::default());
    assert_eq!((before.errors, before.products), (1, 1));
    let wrong = findings(&before)[0];
    assert_eq!(wrong.spot, Some(correction(2, "harga", "").spot));
    assert_eq!(wrong.value.as_deref(), Some("15,000"));

    let request =
        Request { corrections: vec![correction(2, "harga", "15.000")], ..Request::default() };
    let after = check(&checker, &request);
    assert_eq!((after.errors, after.products), (0, 2));

    let copy = checker.save(&request, options().at).expect("a workbook");
    let again = reading("desk-copy", &[("salinan.xlsx", &copy)]);
    assert_eq!(again.problems.iter().filter(|p| p.severity == Severity::Error).count(), 0);
    let prices: Vec<u64> =
        again.catalogue.products.iter().map(|entry| entry.product.card.price.get()).collect();
    assert_eq!(prices, [15_000, 5_000]);
}

#[test]
fn of_two_corrections_of_a_cell_the_last_holds_and_an_empty_one_empties_it() {
    let checker = taken(&[("produk.csv", &csv("A,Tebet,Teh,kuliner,5000,gelas\n"))]);
    let of = |values: &[&str]| {
        let corrections = values.iter().map(|value| correction(2, "harga", value)).collect();
        check(&checker, &Request { corrections, ..Request::default() }).products
    };
    assert_eq!((of(&["x", "6000"]), of(&["6000", ""])), (1, 0));
}

#[test]
fn a_photo_is_named_in_a_column_that_the_sheet_lacks() {
    let checker = taken(&[("produk.csv", &csv("A,Tebet,Teh,kuliner,5000,gelas\n"))]);
    let photo = "IMG-20261118-WA0012.jpg";
    let mut request = Request { photos: vec![photo.into()], ..Request::default() };
    let before = check(&checker, &request);
    assert_eq!(before.items.len(), 1);
    assert_eq!(before.items[0].photos, Vec::<String>::new());
    assert_eq!(before.items[0].spot, correction(2, "foto", "").spot);

    request.corrections.push(correction(2, "foto", photo));
    let after = check(&checker, &request);
    assert_eq!(after.items[0].photos, [photo]);
    assert!(findings(&after).iter().all(|finding| !finding.message.contains("foto")), "{after:?}");

    let folder = fresh("desk-photo");
    fs::write(folder.join("salinan.xlsx"), checker.save(&request, options().at).expect("a copy"))
        .expect("written");
    fs::create_dir(folder.join("foto")).expect("a folder");
    fs::write(folder.join("foto").join(photo), b"x").expect("written");
    let again = read_folder(&folder, &options()).expect("readable");
    assert_eq!(again.catalogue.products[0].photos.len(), 1);
}

#[test]
fn of_photos_that_nobody_chose_nothing_is_said() {
    let text = "nama_usaha,kecamatan,nama,kategori,harga,satuan,foto\nA,Tebet,Teh,kuliner,5000,gelas,teh.jpg\n";
    let checker = taken(&[("produk.csv", text.as_bytes())]);
    let said = |photos: &[&str]| {
        let photos = photos.iter().map(|name| (*name).to_owned()).collect();
        let report = check(&checker, &Request { photos, ..Request::default() });
        findings(&report).iter().filter(|finding| finding.message.contains("oto")).count()
    };
    assert_eq!(said(&[]), 0);
    assert_eq!(said(&["teh.jpg"]), 0);
    assert_eq!(said(&["kopi.jpg"]), 2, "one is missing, one is not used");
}

#[test]
fn a_personal_number_leaves_the_checker_in_no_form() {
    let nik = "3174051501900003";
    let rows = format!("A,Tebet,Teh {nik},kuliner,5000,gelas\nB,Tebet,Kopi,kuliner,{nik},gelas\n");
    let checker = taken(&[("produk.csv", &csv(&rows))]);
    let request = Request::default();
    let report = check(&checker, &request);
    assert!(report.errors >= 2);
    let told = serde_json::to_string(&report).expect("JSON");
    assert!(!told.contains(nik), "{told}");
    assert!(!checker.paper(&request, options().at).contains(nik));
}

#[test]
fn a_file_that_ended_the_worker_is_told_and_stops_no_other() {
    let checker = taken(&[("produk.csv", &csv("A,Tebet,Teh,kuliner,5000,gelas\n"))]);
    let request = Request { refused: vec!["bom.xlsx".into()], ..Request::default() };
    let report = check(&checker, &request);
    assert_eq!((report.products, report.errors), (1, 1));
    assert_eq!(report.groups[0].place, "bom.xlsx");
}

#[test]
fn a_file_is_replaced_by_its_name_and_forgotten_by_it() {
    let mut checker = taken(&[("produk.csv", &csv("A,Tebet,Teh,kuliner,5000,gelas\n"))]);
    checker
        .take("produk.csv", &csv("A,Tebet,Teh,kuliner,5000,gelas\nA,Tebet,Kopi,kuliner,1000,kg\n"));
    checker.take("daftar.xls", b"");
    checker.take("surat.docx", b"");
    let request = Request::default();
    let both = check(&checker, &request);
    assert_eq!((both.products, both.errors), (2, 1));
    assert!(both.groups.iter().any(|group| group.place == "surat.docx"));
    checker.forget("daftar.xls");
    checker.forget("surat.docx");
    checker.forget("produk.csv");
    assert_eq!(check(&checker, &request), Report::default());
}

#[test]
fn many_warnings_of_a_kind_are_folded_and_counted() {
    let rows: String = (0..20).map(|n| format!("A,Tebet,Teh {n},kuliner,5000,gelas\n")).collect();
    let checker = taken(&[("produk.csv", &csv(&rows))]);
    let report = check(&checker, &Request::default());
    let folded: usize = report.folded.iter().map(|fold| fold.count).sum();
    assert!(folded >= 17, "{report:?}");
    assert_eq!(findings(&report).len() + folded, report.errors + report.warnings);
}
