//! Records in IndexedDB.

use crate::stage::{start, until};
use etalase::app::browser::kept::{read, rewrite};
use etalase::app::reactive::spawn;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_record_is_read_back_under_its_prefix_alone() {
    let put = |text: &'static str| move |_: &str, _: Option<String>| Some(text.to_owned());
    rewrite(vec!["satu/a".into()], put("A")).await.unwrap();
    rewrite(vec!["dua/a".into()], put("B")).await.unwrap();
    assert_eq!(read("satu/").await.unwrap(), [("satu/a".to_owned(), "A".to_owned())]);
}

#[wasm_bindgen_test]
async fn several_records_are_rewritten_in_one_transaction() {
    let keys = vec!["banyak/a".to_owned(), "banyak/b".to_owned()];
    rewrite(keys, |key, _| Some(key.to_uppercase())).await.unwrap();
    let records = read("banyak/").await.unwrap();
    assert_eq!(
        records.iter().map(|(_, record)| record.as_str()).collect::<Vec<_>>(),
        ["BANYAK/A", "BANYAK/B"]
    );
}

#[wasm_bindgen_test]
async fn writers_at_the_same_time_lose_nothing() {
    start();
    let written = Rc::new(Cell::new(0));
    for n in 0..20 {
        let written = Rc::clone(&written);
        spawn(async move {
            let add = move |_: &str, before: Option<String>| {
                Some(format!("{}{n};", before.unwrap_or_default()))
            };
            rewrite(vec!["hitung".into()], add).await.unwrap();
            written.set(written.get() + 1);
        });
    }
    until("all to have written", || written.get() == 20).await;
    let records = read("hitung").await.unwrap();
    let mut numbers: Vec<u32> =
        records[0].1.split_terminator(';').map(|n| n.parse().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (0..20).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn nothing_in_place_of_a_record_takes_it_out() {
    rewrite(vec!["hapus".into()], |_, _| Some("ada".into())).await.unwrap();
    rewrite(vec!["hapus".into()], |_, before| before.filter(|record| record != "ada"))
        .await
        .unwrap();
    assert_eq!(read("hapus").await.unwrap(), []);
}
