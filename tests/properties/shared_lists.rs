//! Lists in an address: whatever is written is read again, whatever is cut off or changed is noticed; and many orders
//! pasted together come out as their sum.

use crate::gebetan::{code, product, round};
use etalase::domain::code::Code;
use etalase::domain::gebetan::recap::{State, recap};
use etalase::domain::money::Rupiah;
use etalase::domain::shared_list::{
    Content, LONGEST, List, Order, Parcel, Pick, Shared, SharedError,
};
use etalase::domain::variant::Chosen;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;

const MARKER: &str = "/daftar#";

fn codes() -> impl Strategy<Value = Code> {
    "[a-z0-9-]{3,60}".prop_map(|text| Code::parse(&text).expect("a code"))
}

fn choices() -> impl Strategy<Value = Vec<Chosen>> {
    let chosen =
        (any::<String>(), "\\PC{0,12}").prop_map(|(group, option)| Chosen { group, option });
    prop::collection::vec(chosen, 0..3)
}

fn picks() -> impl Strategy<Value = Pick> {
    (codes(), choices(), prop_oneof![1..9_u32, any::<u32>()])
        .prop_map(|(code, choice, quantity)| Pick { code, choice, quantity })
}

fn parcels() -> impl Strategy<Value = Vec<Parcel>> {
    let item = (picks(), any::<u64>())
        .prop_map(|(pick, price)| Content { pick, price: Rupiah::new(price) });
    let items = prop::collection::vec(item, 1..8);
    // Packages are made of the same goods, as those of a round are.
    let parcel =
        ("\\PC{0,20}", any::<u64>(), any::<u32>(), prop::collection::vec(any::<Index>(), 0..8));
    (items, prop::collection::vec(parcel, 0..5)).prop_map(|(items, parcels)| {
        let made = |(name, budget, count, places): (String, u64, u32, Vec<Index>)| Parcel {
            name,
            budget: Rupiah::new(budget),
            count,
            items: places.iter().map(|place| place.get(&items).clone()).collect(),
        };
        parcels.into_iter().map(made).collect()
    })
}

fn shared() -> impl Strategy<Value = Shared> {
    let list = (any::<String>(), prop::collection::vec(picks(), 0..12))
        .prop_map(|(data, picks)| Shared::List(List { data, picks }));
    let order = (codes(), any::<String>(), any::<String>(), parcels()).prop_map(
        |(round, office, data, packages)| Shared::Order(Order { round, office, data, packages }),
    );
    prop_oneof![list, order]
}

/// An order of an office of its own, over five products.
fn orders(most: usize) -> impl Strategy<Value = Vec<Order>> {
    let item = (0..5_usize, 1..6_u32);
    let parcel = (0..60_u32, prop::collection::vec(item, 0..6));
    let packages = prop::collection::vec(parcel, 1..5);
    prop::collection::vec(packages, 1..most).prop_map(|orders| {
        (0..).zip(orders).map(|(number, packages)| order(number, &packages)).collect()
    })
}

/// How many packages, and what each holds: a product's number and how many of it.
type Packages = (u32, Vec<(usize, u32)>);

fn order(number: usize, packages: &[Packages]) -> Order {
    let content = |(number, quantity): &(usize, u32)| Content {
        pick: Pick {
            code: code(&format!("produk-{number}")),
            choice: Vec::new(),
            quantity: *quantity,
        },
        price: Rupiah::new(price(*number)),
    };
    let parcel = |(at, (count, items)): (usize, &Packages)| Parcel {
        name: format!("Paket {at}"),
        budget: Rupiah::new(100_000),
        count: *count,
        items: items.iter().map(content).collect(),
    };
    Order {
        round: round().code,
        office: format!("UPT Nomor {number}"),
        data: "2026-11-20".to_owned(),
        packages: packages.iter().enumerate().map(parcel).collect(),
    }
}

fn price(number: usize) -> u64 {
    10_000 + 2_500 * number as u64
}

/// The message with which an office sends its order, as a chat is copied.
fn message(order: &Order, number: usize) -> String {
    let text = Shared::Order(order.clone()).encode().expect("short enough");
    let link = format!("https://etalase.example/daftar#{text}");
    match number % 4 {
        0 => {
            format!("[01/12/26 09.{:02}] Bu Ani: Pesanan {}:\n{link}\n", number % 60, order.office)
        }
        1 => format!("01/12/26 10.{:02} - Pak Budi: {link} terima kasih\n", number % 60),
        2 => format!("Halo koperasi, ini pesanan kami ({link}).\n\n"),
        _ => format!("{link}\n"),
    }
}

/// Holds the recap of the orders' messages against what was written into them.
fn recapped_exactly(orders: &[Order]) -> Result<(), TestCaseError> {
    let products: Vec<_> = (0..5).map(|number| product(number, number % 3, 99)).collect();
    let text: String =
        orders.iter().enumerate().map(|(number, order)| message(order, number)).collect();
    let recap = recap(&round(), &products, &[text], MARKER, false);
    prop_assert_eq!(recap.received.len(), orders.len());
    for (received, order) in recap.received.iter().zip(orders) {
        prop_assert_eq!(received.state, State::Counts);
        prop_assert_eq!(received.order.as_ref(), Some(order));
    }
    let mut pieces: BTreeMap<Code, (u64, u64)> = BTreeMap::new();
    for (office, order) in recap.offices.iter().zip(orders) {
        let mut goods = 0;
        for (parcel, (name, count)) in order.packages.iter().zip(&office.counts) {
            prop_assert_eq!((&parcel.name, parcel.count), (name, *count));
            for item in &parcel.items {
                let number = u64::from(parcel.count) * u64::from(item.pick.quantity);
                let sum = pieces.entry(item.pick.code.clone()).or_default();
                *sum = (sum.0 + number, sum.1 + number * item.price.get());
                goods += number * item.price.get();
            }
        }
        prop_assert_eq!(office.goods, Some(Rupiah::new(goods)));
    }
    let mut told: BTreeMap<Code, (u64, u64)> = BTreeMap::new();
    for seller in &recap.sellers {
        let of = |product: &etalase::domain::gebetan::recap::ProductOrder| {
            (product.quantity, product.rupiah.map_or(0, Rupiah::get))
        };
        let sum = seller.products.iter().map(of).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        prop_assert_eq!((seller.quantity, seller.rupiah), (sum.0, Some(Rupiah::new(sum.1))));
        told.extend(seller.products.iter().map(|product| (product.code.clone(), of(product))));
    }
    prop_assert_eq!(told, pieces);
    Ok(())
}

proptest! {
    #[test]
    fn a_shared_list_is_read_as_it_was_written(shared in shared()) {
        match shared.encode() {
            Some(text) => {
                prop_assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{}", text);
                prop_assert_eq!(Shared::decode(&text), Ok(shared));
            }
            // A text of other scripts takes six characters a letter; what people share is far shorter.
            None => {
                let long = format!("{shared:?}").len() > LONGEST / 8;
                prop_assert!(long);
            }
        }
    }

    #[test]
    fn a_cut_or_changed_link_is_noticed(shared in shared(), at in any::<Index>(), other in "[0-9A-Za-z-]") {
        let Some(text) = shared.encode() else { return Ok(()) };
        let at = at.index(text.len());
        prop_assert!(Shared::decode(&text[..at]).is_err(), "{} of {}", at, text);
        if text[at..=at] != *other {
            let changed = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            prop_assert!(Shared::decode(&changed).is_err(), "{} from {}", changed, text);
        }
    }

    #[test]
    fn any_text_behind_the_marker_is_told_as_what_it_is(text in "1[lg][0-9A-Za-z-]{0,60}|[0-9A-Za-z-]{0,40}|\\PC{0,40}") {
        let broken = matches!(Shared::decode(&text), Err(SharedError::Damaged | SharedError::Version));
        prop_assert!(broken, "{}", text);
        let recap = recap(&round(), &[], &[format!("x {MARKER}{text}")], MARKER, false);
        prop_assert!(!recap.received.is_empty());
        prop_assert!(recap.received.iter().all(|received| matches!(received.state, State::Broken(_))));
        prop_assert!(recap.offices.is_empty() && recap.sellers.is_empty());
    }

    #[test]
    fn pasted_orders_are_summed_up_exactly(orders in orders(12)) {
        recapped_exactly(&orders)?;
    }
}

#[test]
fn two_hundred_pasted_messages_are_summed_up_exactly() {
    let orders: Vec<Order> = (0..200)
        .map(|number| {
            let item = |at: usize| ((number + at) % 5, (number % 4 + at) as u32 % 5 + 1);
            let parcel =
                |at: usize| ((number * 7 + at * 3) as u32 % 41, (0..=at).map(item).collect());
            order(number, &(0..4).map(parcel).collect::<Vec<_>>())
        })
        .collect();
    recapped_exactly(&orders).expect("sums as they were written");
}
