//! The invented market: the same for the same seed, as large as asked, never over somebody's own sheets.

use crate::market::{folder, text, tree};
use etalase::compiler::sample::{Size, write};
use std::fs;

const SMALL: Size = Size { products: 500, sellers: 40, seed: 7 };

#[test]
fn one_seed_is_one_market() {
    let home = folder("sample-seed");
    let (one, two, other) = (home.join("one"), home.join("two"), home.join("other"));
    write(&one, SMALL).expect("written");
    write(&two, SMALL).expect("written");
    write(&other, Size { seed: 8, ..SMALL }).expect("written");
    assert_eq!(tree(&one), tree(&two));
    assert_ne!(tree(&one), tree(&other));
    let names: Vec<String> = tree(&one).into_keys().collect();
    assert_eq!(names, ["jbl.csv", "penjual.csv", "produk.csv", "situs.toml"]);
    assert_eq!(text(&one, "produk.csv").lines().count(), 501);
    assert_eq!(text(&one, "penjual.csv").lines().count(), 41);
}

#[test]
fn a_larger_market_of_the_same_seed_begins_alike() {
    let home = folder("sample-larger");
    write(&home.join("small"), SMALL).expect("written");
    write(&home.join("large"), Size { products: 1_000, ..SMALL }).expect("written");
    let small = text(&home.join("small"), "produk.csv");
    assert!(text(&home.join("large"), "produk.csv").starts_with(&small));
}

#[test]
fn every_seller_of_a_full_market_sells_something() {
    let home = folder("sample-sellers");
    write(&home, SMALL).expect("written");
    let column = |name: &str, at: usize| -> std::collections::BTreeSet<String> {
        let text = text(&home, name);
        text.lines().skip(1).filter_map(|line| line.split(',').nth(at).map(str::to_owned)).collect()
    };
    assert_eq!(column("produk.csv", 1), column("penjual.csv", 0));
}

#[test]
fn sheets_that_are_somebodys_own_are_never_written_over() {
    let home = folder("sample-own");
    fs::write(home.join("produk.csv"), "nama,harga\n").expect("written");
    assert!(write(&home, SMALL).is_err());
    assert_eq!(text(&home, "produk.csv"), "nama,harga\n");
    // An earlier sample may be replaced.
    let again = home.join("again");
    write(&again, SMALL).expect("written");
    write(&again, Size { seed: 9, ..SMALL }).expect("written");
}
