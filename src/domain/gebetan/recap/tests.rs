//! Many messages, and the one order that comes of them.

use super::*;
use crate::domain::gebetan::tests::{code, round};
use crate::domain::provision::tests::provision;
use crate::domain::shared_list::{Content, List, Pick};

const MARKER: &str = "/daftar#";

fn order(office: &str, count: u32, product: &str) -> Order {
    let pick = Pick { code: code(product), choice: Vec::new(), quantity: 2 };
    let items = vec![Content { pick, price: Rupiah::new(18_000) }];
    let budget = Rupiah::new(100_000);
    let packages = vec![Parcel { name: "Staf".to_owned(), budget, count, items }];
    let data = "2026-11-20".to_owned();
    Order { round: round().code, office: office.to_owned(), data, packages }
}

fn message(when: &str, order: &Order) -> String {
    let text = Shared::Order(order.clone()).encode().expect("short enough");
    format!("{when}Bu Ani: Pesanan kami\nhttps://etalase.example/daftar#{text}\n")
}

fn states(messages: &[String]) -> Vec<State> {
    let recap = recap(&round(), &[], &[messages.concat()], MARKER, false);
    recap.received.iter().map(|received| received.state).collect()
}

#[test]
fn the_same_order_counts_once_and_a_later_one_of_the_office_replaces_it() {
    let (few, many) = (order("UPT Koja", 3, "keripik"), order("upt  KOJA", 5, "keripik"));
    let messages = [
        message("", &few),
        message("", &few),
        message("", &order("UPT Tebet", 3, "keripik")),
        message("", &many),
    ];
    let expected = [State::Replaced(3), State::Same(0), State::Counts, State::Counts];
    assert_eq!(states(&messages), expected);
}

#[test]
fn the_time_of_the_messages_decides_which_order_is_later() {
    let messages = [
        message("[02/12/26 10.00] ", &order("UPT Koja", 5, "keripik")),
        message("[01/12/26 10.00] ", &order("UPT Koja", 3, "keripik")),
    ];
    assert_eq!(states(&messages), [State::Counts, State::Replaced(0)]);
}

#[test]
fn orders_without_an_office_are_all_kept() {
    let messages = [
        message("", &order("", 3, "keripik")),
        message("", &order("", 5, "keripik")),
        message("", &order("-", 3, "keripik")),
    ];
    assert_eq!(states(&messages), [State::Counts, State::Counts, State::Same(0)]);
}

#[test]
fn late_orders_count_only_where_they_are_let_in() {
    // Ordering closes on 9 December with the end of 15.00.
    let in_time = order("UPT Koja", 3, "keripik");
    let messages = [
        message("[09/12/26 15.00] ", &in_time),
        message("[09/12/26 15.01] ", &order("UPT Koja", 5, "keripik")),
    ];
    assert_eq!(states(&messages), [State::Counts, State::Late]);
    let recap = recap(&round(), &[], &messages, MARKER, true);
    let told: Vec<_> = recap.received.iter().map(|r| (r.source, r.late, r.state)).collect();
    assert_eq!(told, [(0, false, State::Replaced(1)), (1, true, State::Counts)]);
}

#[test]
fn what_is_no_order_of_the_round_is_marked() {
    let mut other = order("UPT Koja", 3, "keripik");
    other.round = code("gebetan-2026-11");
    let list = Shared::List(List { data: String::new(), picks: Vec::new() });
    let mut cut = message("", &order("UPT Tebet", 3, "keripik"));
    cut.truncate(cut.len() - 5);
    let messages = [
        message("", &other),
        format!("/daftar#{} ", list.encode().expect("short enough")),
        format!("{cut}\n"),
        "/daftar#2gxxxxxxx".to_owned(),
    ];
    let expected = [
        State::OtherRound,
        State::NoOrder,
        State::Broken(SharedError::Damaged),
        State::Broken(SharedError::Version),
    ];
    assert_eq!(states(&messages), expected);
}

#[test]
fn offices_and_sellers_come_out_with_what_is_too_much_and_too_little() {
    let product = |name: &str, seller: &str, minimum, daily| {
        let mut product = provision();
        (product.card.code, product.card.seller) = (code(name), code(seller));
        (product.card.minimum, product.daily_capacity) = (minimum, daily);
        product
    };
    // Six days of ten.
    let products = [product("keripik", "toko-b", 1, Some(10)), product("kopi", "toko-a", 20, None)];
    let orders = [
        order("UPT Koja", 30, "keripik"),
        order("UPT Tebet", 1, "keripik"),
        order("UPT Senen", 5, "kopi"),
        order("UPT Cakung", 1, "lama"),
    ];
    let text: String = orders.iter().map(|order| message("", order)).collect();
    let recap = recap(&round(), &products, &[text], MARKER, false);
    let first = &recap.offices[0];
    assert_eq!((first.office.as_str(), first.counts[0].1), ("UPT Koja", 30));
    assert_eq!(first.goods, Some(Rupiah::new(30 * 2 * 18_000)));
    assert_eq!(first.budget, Some(Rupiah::new(3_000_000)));
    let sellers: Vec<_> = recap
        .sellers
        .iter()
        .map(|seller| {
            let product = &seller.products[0];
            let code = seller.seller.as_ref().map(Code::as_str);
            (code, seller.quantity, product.over(), product.under())
        })
        .collect();
    assert_eq!(
        sellers,
        [
            (Some("toko-a"), 10, None, Some(10)),
            (Some("toko-b"), 62, Some(2), None),
            (None, 2, None, None),
        ]
    );
    assert_eq!(recap.sellers[1].rupiah, Some(Rupiah::new(62 * 18_000)));
    assert_eq!(recap.sellers[2].products[0].name, "lama");
}
