//! Every folder under `cases` is read and compared with what stands beside it. `UPDATE_EXPECTED=1` writes what is
//! expected anew; the change is then reviewed like any other.

use crate::folder::{options, products};
use etalase::compiler::folder::read_folder;
use etalase::compiler::read::Reading;
use etalase::domain::wire;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

#[test]
fn every_case_says_and_publishes_what_is_expected() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiler/cases");
    let mut names: Vec<_> = fs::read_dir(&cases)
        .expect("the cases")
        .map(|entry| entry.expect("a case").file_name())
        .collect();
    names.sort();
    assert!(names.len() > 10);
    for name in names {
        let case = cases.join(&name);
        let reading = read_folder(&case.join("in"), &options()).expect("a readable folder");
        let shown = name.to_string_lossy();
        compare(&shown, &case.join("problems.json"), &problems(&reading));
        compare(&shown, &case.join("published.json"), &published(&reading));
        let again = read_folder(&case.join("in"), &options()).expect("a readable folder");
        assert_eq!(problems(&reading), problems(&again), "{shown} is not the same twice");
    }
}

fn problems(reading: &Reading) -> Value {
    serde_json::to_value(&reading.problems).expect("problems are JSON")
}

fn published(reading: &Reading) -> Value {
    let catalogue = &reading.catalogue;
    let mut published = json!({
        "penjual": catalogue.sellers.iter().map(|seller| seller.code.to_string()).collect::<Vec<_>>(),
        "produk": products(reading),
        "ditarik": catalogue.withdrawn.iter().map(|gone| gone.code.to_string()).collect::<Vec<_>>(),
        "jbl": catalogue.editions.iter().map(|edition| edition.code.to_string()).collect::<Vec<_>>(),
    });
    // Most cases have none of these, and what they do have is shown whole.
    if let Ok(Value::Object(around)) = serde_json::from_str(&wire::write(&catalogue.programmes))
        && let Some(published) = published.as_object_mut()
    {
        published.extend(around);
    }
    published
}

fn compare(case: &str, path: &Path, found: &Value) {
    let text = format!("{found:#}\n");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(path, text).expect("the expectation");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(text, expected, "{case}: {}", path.display());
}
