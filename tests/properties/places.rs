//! Areas in every spelling, filters through their address, baskets merged in any order.

use etalase::domain::area::{City, Kecamatan};
use etalase::domain::basket::{Basket, LineKey, Seen};
use etalase::domain::code::Code;
use etalase::domain::filter::Filter;
use etalase::domain::money::Rupiah;
use proptest::prelude::*;

/// A name as someone may spell it: any case, spaces, hyphens or nothing between the words.
fn spelt(name: &str, style: usize, upper: bool) -> String {
    let between = ["", " ", "  ", "-", "_", ". "][style % 6];
    let name = name.split(' ').collect::<Vec<_>>().join(between);
    if upper { name.to_uppercase() } else { name.to_lowercase() }
}

/// One thing that is done to a basket.
#[derive(Clone, Debug)]
enum Deed {
    Add(u8, u32),
    Set(u8, u32),
    Tick(u8, bool),
}

fn deeds() -> impl Strategy<Value = Vec<(Deed, u64)>> {
    let deed = prop_oneof![
        (0..4_u8, 1..200_u32).prop_map(|(product, times)| Deed::Add(product, times)),
        (0..4_u8, 0..200_u32).prop_map(|(product, times)| Deed::Set(product, times)),
        (0..4_u8, any::<bool>()).prop_map(|(product, sent)| Deed::Tick(product, sent)),
    ];
    prop::collection::vec((deed, 0..50_u64), 0..12)
}

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

fn basket(deeds: &[(Deed, u64)]) -> Basket {
    let mut basket = Basket::default();
    for (deed, now) in deeds {
        let key =
            |product: &u8| LineKey { code: code(&format!("barang-{product}")), choice: Vec::new() };
        match deed {
            Deed::Add(product, times) => {
                let seen = Seen {
                    name: "Barang".into(),
                    seller: code("toko"),
                    shop: "Toko".into(),
                    price: Rupiah::new(1_000 + u64::from(*product)),
                    unit: "pcs".into(),
                    picture: None,
                };
                basket.add(key(product), *times, seen, *now);
            }
            Deed::Set(product, times) => basket.set_quantity(&key(product), *times, *now),
            Deed::Tick(product, sent) => basket.set_ordered(&key(product), *sent, *now),
        }
    }
    basket
}

fn merged(a: &Basket, b: &Basket) -> Basket {
    let mut both = a.clone();
    both.merge(b);
    both
}

proptest! {
    #[test]
    fn a_kecamatan_is_found_in_every_spelling(at in 0..44_usize, style in 0..6_usize, upper in any::<bool>(), prefix in prop::sample::select(vec!["", "Kec. ", "Kecamatan ", " "])) {
        let kecamatan = Kecamatan::all().nth(at).expect("one of 44");
        let text = format!("{prefix}{}", spelt(kecamatan.name(), style, upper));
        prop_assert_eq!(Kecamatan::find(&text), Ok(kecamatan), "{}", text);
        prop_assert_eq!(Kecamatan::find(kecamatan.code()), Ok(kecamatan));
        prop_assert!(kecamatan.code().starts_with(kecamatan.city().code()));
    }

    #[test]
    fn a_city_is_found_in_every_spelling(at in 0..6_usize, style in 0..6_usize, upper in any::<bool>(), prefix in prop::sample::select(vec!["", "Kota ", "Kota Administrasi ", "Kab. "])) {
        let city = City::all().nth(at).expect("one of six");
        let text = format!("{prefix}{}", spelt(city.name(), style, upper));
        prop_assert_eq!(City::find(&text), Ok(city), "{}", text);
        prop_assert_eq!(City::from_slug(&city.slug()), Some(city));
    }

    #[test]
    fn a_filter_survives_its_address(query in "(&?(q|kategori|kota|kecamatan|harga_min|harga_max|halal|stok|jbl|kanal|urut|x)=[a-z0-9,+%.\\-]{0,20}){0,8}|\\PC{0,40}") {
        let filter = Filter::from_query(&query);
        let address = filter.to_query();
        prop_assert_eq!(Filter::from_query(&address), filter);
        prop_assert!(address.is_ascii() && !address.contains(['#', ' ', '"', '<']), "{}", address);
    }

    #[test]
    fn words_are_searched_as_they_were_typed(words in "\\PC{0,40}") {
        let filter = Filter { words: words.trim().to_owned(), ..Filter::default() };
        prop_assert_eq!(Filter::from_query(&filter.to_query()).words, words.trim());
    }

    #[test]
    fn baskets_of_three_tabs_agree_in_any_order(a in deeds(), b in deeds(), c in deeds()) {
        let (a, b, c) = (basket(&a), basket(&b), basket(&c));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a.clone());
        prop_assert_eq!(Basket::from_lines(a.stored().iter().rev().cloned()), a);
    }
}
