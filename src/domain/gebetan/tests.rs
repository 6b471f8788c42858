//! A round and goods made for tests, and what holds of planning orders.

use super::candidates::Candidates;
use super::exchange::{alternatives, exchange};
use super::plan::{Numbers, Unmet, Why, plan};
use super::*;
use crate::domain::gebetan::totals::{by_seller, of_all, of_package};
use crate::domain::round::Month;
use crate::domain::time::Date;

pub(super) fn code(text: &str) -> Code {
    Code::parse(text).expect(text)
}

pub(super) fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// Ordering closes on Wednesday 9 December at three, the packages come a week later.
pub(super) fn round() -> Round {
    Round {
        code: code("gebetan-2026-12"),
        month: Month::parse("2026-12").expect("a month"),
        closes: Moment(date("2026-12-09").at(15, 0).0 + 60),
        delivers: Some(date("2026-12-16")),
        cooperative: String::new(),
        contact: None,
        sellers: ["toko-a", "toko-b", "toko-c", "toko-d"].map(code).to_vec(),
        note: String::new(),
    }
}

fn before() -> Moment {
    date("2026-12-01").start()
}

pub(super) fn good(name: &str, seller: &str, price: u64) -> Good {
    Good {
        code: code(name),
        name: name.to_owned(),
        seller: code(seller),
        shop: seller.to_owned(),
        unit: "bungkus".to_owned(),
        choice: Vec::new(),
        price: Rupiah::new(price),
        minimum: 1,
        capacity: None,
    }
}

fn made(goods: Vec<Good>) -> Candidates {
    Candidates { goods, absent: Vec::new() }
}

fn wish(budget: u64, count: u32) -> Wish {
    Wish { name: format!("Paket {budget}"), budget: Rupiah::new(budget), count }
}

fn planned(goods: &[Good], wishes: &[Wish]) -> Result<Plan, Unmet> {
    plan(&round(), &made(goods.to_vec()), wishes, "Sudin PPKUKM Jakarta Timur", before())
}

/// What a package holds: code and number.
fn names(goods: &[Good], items: &[Item]) -> Vec<(String, u32)> {
    let mut names: Vec<(String, u32)> =
        items.iter().map(|item| (goods[item.good].code.to_string(), item.quantity)).collect();
    names.sort();
    names
}

#[test]
fn a_package_comes_as_near_to_its_budget_as_can_be_from_three_sellers() {
    let goods = [
        good("keripik", "toko-a", 18_000),
        good("kopi", "toko-b", 58_000),
        good("sabun", "toko-c", 28_000),
        good("lilin", "toko-c", 35_000),
    ];
    let plan = planned(&goods, &[wish(112_000, 1)]).expect("a plan");
    // 18 + 58 + 35 = 111; with two of one thing nothing comes nearer.
    assert_eq!(
        names(&goods, &plan.packages[0]),
        [("keripik".to_owned(), 1), ("kopi".to_owned(), 1), ("lilin".to_owned(), 1)]
    );
    // Two of the dearest would fill it to the last rupiah, but from one seller.
    let plan = planned(&goods, &[wish(116_000, 1)]).expect("a plan");
    assert_eq!(of_package(&goods, &plan.packages[0]), Rupiah::new(111_000));
}

#[test]
fn one_thing_stands_twice_only_where_that_comes_nearer() {
    let goods = [
        good("keripik", "toko-a", 10_000),
        good("kopi", "toko-b", 20_000),
        good("sabun", "toko-c", 30_000),
        good("lilin", "toko-d", 40_000),
    ];
    let plan = planned(&goods, &[wish(100_000, 1)]).expect("a plan");
    assert!(plan.packages[0].iter().all(|item| item.quantity == 1), "{plan:?}");
    let plan = planned(&goods, &[wish(110_000, 1)]).expect("a plan");
    let again: u32 = plan.packages[0].iter().map(|item| item.quantity - 1).sum();
    assert_eq!((of_package(&goods, &plan.packages[0]).get(), again), (110_000, 1));
}

#[test]
fn prices_to_the_last_rupiah_never_go_over_the_budget() {
    let goods = [
        good("keripik", "toko-a", 33_333),
        good("kopi", "toko-b", 66_661),
        good("sabun", "toko-c", 99_999),
    ];
    let plan = planned(&goods, &[wish(199_993, 1)]).expect("a plan");
    assert_eq!(of_package(&goods, &plan.packages[0]).get(), 199_993);
    let plan = planned(&goods, &[wish(199_992, 1)]).expect("a plan");
    assert!(of_package(&goods, &plan.packages[0]).get() <= 199_992);
}

#[test]
fn offices_draw_from_different_sellers_and_each_draws_the_same_again() {
    let goods: Vec<Good> =
        (0..12).map(|n| good(&format!("barang-{n}"), &format!("toko-{n}"), 25_000)).collect();
    let of =
        |office: &str| plan(&round(), &made(goods.clone()), &[wish(100_000, 10)], office, before());
    assert_eq!(of("UPT 1"), of("UPT 1"));
    let mut chosen: Vec<usize> = (0..12)
        .filter_map(|n| of(&format!("UPT {n}")).ok())
        .flat_map(|plan| plan.packages.concat())
        .map(|item| item.good)
        .collect();
    chosen.sort_unstable();
    chosen.dedup();
    assert!(chosen.len() >= 10, "only {chosen:?} of twelve sellers were drawn by twelve offices");
}

#[test]
fn minimum_and_capacity_hold_over_all_packages() {
    let mut goods = [
        good("keripik", "toko-a", 20_000),
        good("kopi", "toko-b", 20_000),
        good("sabun", "toko-c", 20_000),
    ];
    goods[0].minimum = 12;
    goods[1].capacity = Some(7);
    let wishes = [wish(60_000, 7), wish(60_000, 5)];
    let plan = planned(&goods, &wishes).expect("a plan");
    // Only together do they reach the twelve, and only one of them can have coffee.
    let keripik: u64 = plan.ordered(&wishes, 0, NONE);
    let kopi: u64 = plan.ordered(&wishes, 1, NONE);
    assert!(keripik >= 12, "{plan:?}");
    assert!(kopi == 7 || kopi == 5, "{plan:?}");
}

#[test]
fn scarce_goods_are_not_used_up_by_one_package() {
    let mut goods = [good("kopi", "toko-a", 50_000), good("kain", "toko-b", 150_000)];
    for good in &mut goods {
        good.capacity = Some(10);
    }
    // The dearer package would be full with both, and nothing be left for the other.
    let plan = planned(&goods, &[wish(100_000, 10), wish(200_000, 10)]).expect("a plan");
    assert_eq!(names(&goods, &plan.packages[0]), [("kopi".to_owned(), 1)]);
    assert_eq!(names(&goods, &plan.packages[1]), [("kain".to_owned(), 1)]);
}

#[test]
fn a_package_nobody_wants_is_empty() {
    let goods = [good("kopi", "toko-a", 50_000)];
    let plan = planned(&goods, &[wish(10_000, 0), wish(60_000, 2)]).expect("a plan");
    assert_eq!(plan.packages[0], []);
    assert_eq!(plan.packages[1], [Item { good: 0, quantity: 1 }]);
}

#[test]
fn an_order_that_cannot_be_says_which_condition_fails() {
    let mut goods = [good("kopi", "toko-a", 50_000), good("kain", "toko-b", 150_000)];
    let failed = |goods: &[Good], wishes: &[Wish]| planned(goods, wishes).expect_err("no plan");
    assert_eq!(failed(&goods, &[wish(100_000, 0)]), Unmet::Nothing);
    assert_eq!(failed(&[], &[wish(100_000, 1)]), Unmet::NoGoods);
    let cheapest = Rupiah::new(50_000);
    assert_eq!(
        failed(&goods, &[wish(60_000, 1), wish(49_999, 1)]),
        Unmet::Package { package: 1, why: Why::TooDear { cheapest } }
    );
    goods[0].minimum = 10;
    goods[0].capacity = Some(20);
    let amount =
        |fewer, more| Unmet::Package { package: 0, why: Why::Amount(Numbers { fewer, more }) };
    assert_eq!(failed(&goods, &[wish(60_000, 9)]), amount(None, Some(10)));
    assert_eq!(failed(&goods, &[wish(60_000, 21)]), amount(Some(20), None));
    let together = Why::Together(Numbers { fewer: Some(5), more: None });
    assert_eq!(
        failed(&goods, &[wish(60_000, 15), wish(70_000, 6)]),
        Unmet::Package { package: 1, why: together }
    );
}

#[test]
fn a_closed_round_takes_no_order() {
    let goods = made(vec![good("kopi", "toko-a", 50_000)]);
    let at = |now| plan(&round(), &goods, &[wish(60_000, 1)], "", now);
    let closes = round().closes;
    assert!(at(Moment(closes.0 - 1)).is_ok());
    assert_eq!(at(closes), Err(Unmet::Closed(closes)));
}

#[test]
fn an_item_is_exchanged_only_for_what_keeps_every_rule() {
    let mut goods = [
        good("keripik", "toko-a", 20_000),
        good("kopi", "toko-b", 30_000),
        good("sabun", "toko-c", 25_000),
        good("kain", "toko-d", 26_000),
        good("teh", "toko-b", 5_000),
    ];
    goods[2].minimum = 11;
    goods[3].capacity = Some(9);
    let wishes = [wish(60_000, 10)];
    let plan =
        Plan { packages: vec![vec![Item { good: 0, quantity: 1 }, Item { good: 1, quantity: 1 }]] };
    // Room for 30.000 beside the coffee: one bag of soap is under its minimum, cloth over its capacity, and tea is of
    // the seller who already has a place.
    let found = alternatives(&goods, &wishes, &plan, 0, 0);
    assert_eq!(found, []);
    goods[2].minimum = 10;
    goods[3].capacity = Some(10);
    let found = alternatives(&goods, &wishes, &plan, 0, 0);
    assert_eq!(found, [Item { good: 3, quantity: 1 }, Item { good: 2, quantity: 1 }]);
    let changed = exchange(&goods, &wishes, &plan, (0, 0), found[0]).expect("an alternative");
    assert_eq!(of_package(&goods, &changed.packages[0]), Rupiah::new(56_000));
    assert_eq!(exchange(&goods, &wishes, &plan, (0, 0), Item { good: 4, quantity: 1 }), None);
    assert_eq!(alternatives(&goods, &wishes, &plan, 0, 9), []);
}

#[test]
fn an_item_that_another_package_needs_for_a_minimum_stays() {
    let mut goods = [good("keripik", "toko-a", 20_000), good("kopi", "toko-b", 20_000)];
    goods[0].minimum = 10;
    let wishes = [wish(20_000, 6), wish(20_000, 6)];
    let item = Item { good: 0, quantity: 1 };
    let plan = Plan { packages: vec![vec![item], vec![item]] };
    assert_eq!(alternatives(&goods, &wishes, &plan, 0, 0), []);
}

#[test]
fn totals_are_those_of_all_packages() {
    let goods = [
        good("keripik", "toko-a", 20_000),
        good("kopi", "toko-b", 30_000),
        good("teh", "toko-a", 15_000),
    ];
    let wishes = [wish(60_000, 10), wish(100_000, 3)];
    let item = |good, quantity| Item { good, quantity };
    let plan = Plan { packages: vec![vec![item(0, 1), item(1, 1)], vec![item(1, 2), item(2, 2)]] };
    assert_eq!(of_package(&goods, &plan.packages[1]), Rupiah::new(90_000));
    assert_eq!(of_all(&goods, &wishes, &plan), Some(Rupiah::new(770_000)));
    let sellers = by_seller(&goods, &wishes, &plan);
    let told: Vec<_> = sellers
        .iter()
        .map(|total| (total.shop.as_str(), total.lines.clone(), total.quantity, total.rupiah))
        .collect();
    assert_eq!(
        told,
        [
            ("toko-a", vec![(0, 10), (2, 6)], 16, Some(Rupiah::new(290_000))),
            ("toko-b", vec![(1, 16)], 16, Some(Rupiah::new(480_000))),
        ]
    );
}
