//! `--previous`: what is gone keeps its page, what is unchanged keeps its day.

use crate::market::{day, folder, market, plan, publish, text, tree};
use etalase::compiler::catalogue::Catalogue;
use etalase::compiler::publish::{Plan, Publication};
use std::fs;
use std::path::Path;

/// The days of the last change, by the feed.
fn updated(out: &Path, feed: &str) -> Vec<(String, Option<String>)> {
    text(out, &format!("feeds/{feed}.jsonl"))
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("json"))
        .map(|line| {
            (
                line["kode"].as_str().expect("a code").to_owned(),
                line["updated"].as_str().map(str::to_owned),
            )
        })
        .collect()
}

fn days<'a>(expected: &[(&'a str, Option<&'a str>)]) -> Vec<(String, Option<String>)> {
    expected.iter().map(|(code, day)| ((*code).to_owned(), day.map(str::to_owned))).collect()
}

fn dated(data_as_of: &str) -> Catalogue {
    let mut catalogue = market();
    catalogue.market.data_as_of = Some(day(data_as_of));
    catalogue
}

#[test]
fn without_an_earlier_publication_the_day_is_the_sheets_else_data_per() {
    let home = folder("previous-none");
    publish(market(), &plan(&home.join("a")));
    assert_eq!(
        updated(&home.join("a"), "produk"),
        days(&[("keripik-tempe", Some("2026-10-18")), ("sambal-cumi", None), ("tas-anyam", None)])
    );
    publish(dated("2026-11-01"), &plan(&home.join("b")));
    assert_eq!(
        updated(&home.join("b"), "produk"),
        days(&[
            ("keripik-tempe", Some("2026-10-18")),
            ("sambal-cumi", Some("2026-11-01")),
            ("tas-anyam", Some("2026-11-01"))
        ])
    );
}

#[test]
fn what_changed_carries_the_day_of_the_change_and_keeps_it() {
    let home = folder("previous-changed");
    let (first, second, third) = (home.join("1"), home.join("2"), home.join("3"));
    publish(dated("2026-11-01"), &plan(&first));

    let mut changed = dated("2026-12-01");
    // A text that stands in no feed is still content.
    changed.products[1].product.description = "Lebih pedas.".into();
    changed.sellers[0].about = "Sejak 1998.".into();
    publish(
        changed.clone(),
        &Plan { previous: Some(&first), at: day("2026-12-05"), ..plan(&second) },
    );
    let expected = days(&[
        ("keripik-tempe", Some("2026-10-18")),
        ("sambal-cumi", Some("2026-12-05")),
        ("tas-anyam", Some("2026-11-01")),
    ]);
    assert_eq!(updated(&second, "produk"), expected);
    assert_eq!(
        updated(&second, "penjual"),
        days(&[("anyam-jaya", Some("2026-12-05")), ("dapur-bu-ratih", Some("2026-11-01"))])
    );

    publish(changed, &Plan { previous: Some(&second), at: day("2026-12-24"), ..plan(&third) });
    assert_eq!(updated(&third, "produk"), expected);
}

#[test]
fn another_site_address_changes_nothing() {
    let home = folder("previous-address");
    let (first, second) = (home.join("1"), home.join("2"));
    publish(dated("2026-11-01"), &plan(&first));
    let moved = Plan {
        previous: Some(&first),
        site_url: Some("https://etalase.example"),
        at: day("2026-12-05"),
        ..plan(&second)
    };
    publish(dated("2026-11-01"), &moved);
    assert_eq!(updated(&second, "produk"), updated(&first, "produk"));
}

#[test]
fn a_product_that_is_gone_keeps_its_page_for_good_and_may_come_back() {
    let home = folder("previous-gone");
    let out = home.join("dist");
    let codes = |catalogue: &Catalogue| {
        catalogue.withdrawn.iter().map(|product| product.code.to_string()).collect::<Vec<_>>()
    };
    publish(market(), &plan(&out));
    let mut fewer = market();
    fewer.products.remove(1);
    fewer.withdrawn.clear();
    // Publishing over the very folder that is compared with is the usual way.
    let again = Plan { previous: Some(&out), ..plan(&out) };
    let (second, _) = publish(fewer.clone(), &again);
    assert_eq!(codes(&second), ["dodol-betawi", "sambal-cumi"]);
    assert_eq!(second.withdrawn[1].shop, "Dapur Bu Ratih");
    let (third, _) = publish(fewer, &again);
    assert_eq!(codes(&third), codes(&second));
    let (back, _) = publish(market(), &again);
    assert_eq!(codes(&back), ["dodol-betawi"]);
}

#[test]
fn an_earlier_publication_that_cannot_be_trusted_stops_the_build() {
    let home = folder("previous-damaged");
    let (first, second) = (home.join("1"), home.join("2"));
    publish(market(), &plan(&first));
    let shard =
        tree(&first).into_keys().find(|name| name.starts_with("data/products-")).expect("a shard");
    let mut bytes = fs::read(first.join(&shard)).expect("a file");
    bytes[40] ^= 1;
    fs::write(first.join(&shard), bytes).expect("written");
    let failed = Publication::prepare(market(), &Plan { previous: Some(&first), ..plan(&second) });
    assert!(format!("{:#}", failed.expect_err("a failure")).contains(&shard));
    assert!(!second.exists());
    let failed = Publication::prepare(market(), &Plan { previous: Some(&home), ..plan(&second) });
    assert!(format!("{:#}", failed.expect_err("a failure")).contains("latest.json"));
}
