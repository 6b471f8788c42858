//! What the planner of meetings holds to, rule by rule.

use super::choice::choices;
use super::condition::{Condition, Fault, faults};
use super::explain::{WayOut, explain};
use super::plan::{Broken, Item, check, totals};
use super::suggest::suggest;
use super::*;
use crate::domain::measure::Measure;
use crate::domain::product::{Stock, Tax};
use crate::domain::provision::{self, Provision};
use crate::domain::seller::Eorder;
use crate::domain::time::Date;

fn code(text: &str) -> Code {
    Code::parse(text).expect(text)
}

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// A product that meets every condition, of a seller of its own.
pub(super) fn product(name: &str, serving: Serving, price: u64) -> Provision {
    let mut product = provision::tests::provision();
    product.card.code = code(&format!("produk-{name}"));
    product.card.seller = code(&format!("toko-{name}"));
    product.card.shop = format!("Toko {name}");
    product.card.price = Rupiah::new(price);
    product.card.halal = true;
    product.servings = vec![serving];
    product.delivery.everywhere = true;
    product.eorder = Some(Eorder::default());
    product
}

fn snack(name: &str, price: u64) -> Provision {
    product(name, Serving::Kudapan, price)
}

/// Twenty people on Friday at ten, asked on Tuesday at noon, with Rp20.000 a head.
pub(super) fn terms(servings: &[Serving]) -> Terms {
    let place = Kecamatan::find("Gambir").expect("a kecamatan");
    let at = day("2026-11-27").at(10, 0);
    let wish = Wish::new(20, servings, Rupiah::new(20_000), at, place).expect("a wish");
    Terms { wish, limit: Some(Rupiah::new(50_000_000)), now: day("2026-11-24").at(12, 0) }
}

fn sellers(provisions: &[Provision], items: &[Item]) -> usize {
    totals(&terms(&[Serving::Kudapan]), provisions, items).sellers.len()
}

fn quantities(items: &[Item]) -> Vec<(&str, u32)> {
    items.iter().map(|item| (item.code.as_str(), item.quantity)).collect()
}

#[test]
fn a_wish_is_for_some_people_and_some_kind() {
    let new = |people, servings: &[Serving]| {
        let place = Kecamatan::find("Gambir").expect("a kecamatan");
        Wish::new(people, servings, Rupiah::new(1), Moment(0), place)
    };
    assert!(new(0, &[Serving::Makan]).is_none() && new(5_001, &[Serving::Makan]).is_none());
    assert!(new(5, &[]).is_none());
    let wish = new(5, &[Serving::Minum, Serving::Kudapan, Serving::Minum]).expect("a wish");
    assert_eq!(wish.servings(), [Serving::Kudapan, Serving::Minum]);
    assert!(wish.eorder);
}

#[test]
fn what_meets_every_condition_has_no_fault() {
    assert_eq!(faults(&terms(&[Serving::Kudapan]), &snack("satu", 20_000)), []);
}

#[test]
fn each_condition_is_told_with_its_numbers() {
    type Change = fn(&mut Provision);
    let cases: [(Change, Fault); 10] = [
        (|one| one.servings = vec![Serving::Minum], Fault::Serving),
        (|one| one.card.seller = code("toko-lain"), Fault::TakenOut),
        (|one| one.card.stock = Stock::Habis, Fault::SoldOut),
        (|one| one.eorder = None, Fault::Unlisted),
        (|one| one.delivery = Default::default(), Fault::Area),
        (
            |one| {
                one.card.stock = Stock::Po;
                one.card.preorder_days = Some(4);
            },
            Fault::LeadTime { earliest: day("2026-11-28") },
        ),
        (|one| one.card.minimum = 21, Fault::Minimum { least: 21, needed: 20 }),
        (|one| one.daily_capacity = Some(19), Fault::Capacity { a_day: 19, needed: 20 }),
        (|one| one.card.halal = false, Fault::Halal),
        (|one| one.card.price = Rupiah::new(20_001), Fault::Price { a_head: Rupiah::new(20_001) }),
    ];
    let mut terms = terms(&[Serving::Kudapan]);
    terms.wish.halal = true;
    terms.wish.without = vec![code("toko-lain")];
    for ((change, fault), condition) in cases.into_iter().zip(Condition::ALL) {
        let mut one = snack("satu", 20_000);
        change(&mut one);
        assert_eq!(faults(&terms, &one), [fault]);
        assert_eq!(fault.condition(), condition);
    }
}

#[test]
fn lead_time_counts_whole_days_and_what_is_ready_must_be_ordered_before_the_hour() {
    let mut terms = terms(&[Serving::Kudapan]);
    let mut one = snack("satu", 1_000);
    one.card.stock = Stock::Po;
    one.card.preorder_days = Some(3);
    // Ordered on Tuesday at the last minute, it is there on Friday.
    terms.now = day("2026-11-24").at(23, 59);
    assert_eq!(faults(&terms, &one), []);
    terms.now = day("2026-11-25").start();
    assert_eq!(faults(&terms, &one), [Fault::LeadTime { earliest: day("2026-11-28") }]);
    let ready = snack("dua", 1_000);
    terms.now = day("2026-11-27").at(9, 59);
    assert_eq!(faults(&terms, &ready), []);
    terms.now = day("2026-11-27").at(10, 0);
    assert_eq!(faults(&terms, &ready), [Fault::LeadTime { earliest: day("2026-11-28") }]);
}

#[test]
fn what_is_no_food_needs_no_halal_certificate() {
    let mut terms = terms(&[Serving::Kudapan]);
    terms.wish.halal = true;
    let mut one = snack("satu", 1_000);
    one.card.halal = false;
    one.card.category = code("kriya");
    assert_eq!(faults(&terms, &one), []);
}

#[test]
fn one_unit_is_for_one_head_and_a_box_of_pieces_for_as_many() {
    let mut boxed = snack("kotak", 42_000);
    boxed.card.measure = Measure::parse("8 pcs").ok();
    let provisions = [boxed];
    let items = suggest(&terms(&[Serving::Kudapan]), &provisions).expect("a plan");
    // Twenty heads are three boxes of eight.
    assert_eq!(quantities(&items), [("produk-kotak", 3)]);
    let mut bag = snack("kantong", 10_000);
    bag.card.measure = Measure::parse("250 g").ok();
    let items = suggest(&terms(&[Serving::Kudapan]), &[bag]).expect("a plan");
    assert_eq!(quantities(&items), [("produk-kantong", 20)]);
}

#[test]
fn choices_stand_in_the_turn_of_the_delivery_day() {
    let provisions: Vec<Provision> = (0..9).map(|n| snack(&format!("{n}"), 1_000)).collect();
    let mut terms = terms(&[Serving::Kudapan]);
    let order = |terms: &Terms| -> Vec<Code> {
        let all = choices(terms, &provisions, Serving::Kudapan);
        all.iter().map(|choice| choice.provision.card.code.clone()).collect()
    };
    let friday = order(&terms);
    assert_eq!(friday.len(), 9);
    terms.now = day("2026-11-25").at(8, 0);
    assert_eq!(order(&terms), friday);
    terms.wish.at = day("2026-11-28").at(10, 0);
    assert_ne!(order(&terms), friday);
}

#[test]
fn snacks_of_three_sellers_come_to_every_head_where_the_budget_holds_them() {
    let provisions = [snack("a", 5_000), snack("b", 6_000), snack("c", 7_000), snack("d", 90_000)];
    let items = suggest(&terms(&[Serving::Kudapan]), &provisions).expect("a plan");
    assert_eq!((sellers(&provisions, &items), items.len()), (3, 3));
    assert!(items.iter().all(|item| item.quantity == 20));
}

#[test]
fn the_heads_are_shared_out_where_the_budget_holds_only_one_each() {
    let provisions = ["a", "b", "c"].map(|name| product(name, Serving::Makan, 19_000));
    let items = suggest(&terms(&[Serving::Makan]), &provisions).expect("a plan");
    let mut shares: Vec<u32> = items.iter().map(|item| item.quantity).collect();
    shares.sort_unstable();
    assert_eq!(shares, [6, 7, 7]);
}

#[test]
fn a_dear_seller_joins_with_the_least_that_is_sold() {
    let mut dear = product("a", Serving::Makan, 20_000);
    dear.card.minimum = 5;
    let mut cheap = ["b", "c"].map(|name| product(name, Serving::Makan, 10_000)).to_vec();
    cheap.push(dear);
    let mut terms = terms(&[Serving::Makan]);
    // 5 × 20.000 and 15 × 10.000 are just within what twenty people may cost, were not the price a head above it.
    terms.wish.budget = Rupiah::new(20_000);
    terms.limit = Some(Rupiah::new(250_000));
    let items = suggest(&terms, &cheap).expect("a plan");
    assert_eq!((sellers(&cheap, &items), totals(&terms, &cheap, &items).all.get()), (3, 250_000));
    assert_eq!(check(&terms, &cheap, &items), []);
}

#[test]
fn no_meals_are_left_over_for_the_sake_of_more_sellers() {
    let mut provisions = ["a", "b", "c"].map(|name| product(name, Serving::Makan, 5_000));
    for one in &mut provisions {
        one.card.minimum = 11;
    }
    let items = suggest(&terms(&[Serving::Makan]), &provisions).expect("a plan");
    assert_eq!((items.len(), items[0].quantity), (1, 20));
    // Where nobody makes enough, two do, even if both sell more than is needed.
    for one in &mut provisions {
        one.daily_capacity = Some(12);
    }
    let items = suggest(&terms(&[Serving::Makan]), &provisions).expect("a plan");
    assert_eq!(items.iter().map(|item| item.quantity).collect::<Vec<_>>(), [11, 11]);
}

#[test]
fn a_large_order_goes_to_as_many_sellers_as_it_needs() {
    let mut provisions: Vec<Provision> = (0..30).map(|n| snack(&format!("{n}"), 10_000)).collect();
    for one in &mut provisions {
        one.daily_capacity = Some(40);
    }
    let mut terms = terms(&[Serving::Kudapan]);
    terms.wish.people = 1_000;
    let items = suggest(&terms, &provisions).expect("a plan");
    assert_eq!(check(&terms, &provisions, &items), []);
    assert!(items.len() >= 25, "{items:?}");
}

#[test]
fn where_the_first_make_too_few_the_next_in_turn_join_them() {
    let mut provisions: Vec<Provision> =
        (0..8).map(|n| product(&format!("{n}"), Serving::Makan, 15_000)).collect();
    for one in &mut provisions {
        one.daily_capacity = Some(5);
    }
    let terms = terms(&[Serving::Makan]);
    let turn = choices(&terms, &provisions, Serving::Makan);
    let last = turn[7].provision.card.code.clone();
    let first: Vec<Code> =
        turn.iter().take(4).map(|choice| choice.provision.card.code.clone()).collect();
    let mut cheaper = provisions.clone();
    for one in cheaper.iter_mut().filter(|one| one.card.code == last) {
        one.card.price = Rupiah::new(1_000);
    }
    let items = suggest(&terms, &cheaper).expect("a plan");
    assert_eq!(items.iter().map(|item| item.code.clone()).collect::<Vec<_>>(), first);
}

#[test]
fn no_plan_passes_the_procurement_limit_while_it_is_for_procurement() {
    let provisions = [snack("a", 15_000)];
    let mut terms = terms(&[Serving::Kudapan]);
    terms.limit = Some(Rupiah::new(299_999));
    assert_eq!(suggest(&terms, &provisions), None);
    let ways = explain(&terms, &provisions).ways_out;
    assert_eq!(ways, [WayOut::Lift(Condition::Eorder), WayOut::Limit(Rupiah::new(300_000))]);
    terms.wish.eorder = false;
    assert!(suggest(&terms, &provisions).is_some());
}

#[test]
fn a_product_that_could_be_two_kinds_is_taken_for_one() {
    let mut both = snack("a", 5_000);
    both.servings = vec![Serving::Kudapan, Serving::Minum];
    let kinds = [Serving::Kudapan, Serving::Minum];
    let provisions = [both.clone(), snack("b", 9_000)];
    let items = suggest(&terms(&kinds), &provisions).expect("a plan");
    assert_eq!(quantities(&items), [("produk-b", 20), ("produk-a", 20)]);
    assert_eq!(suggest(&terms(&kinds), &[both]), None);
}

#[test]
fn why_there_is_no_plan_is_counted_and_the_way_out_is_the_least() {
    let mut late = snack("a", 9_000);
    late.card.stock = Stock::Po;
    late.card.preorder_days = Some(5);
    let mut unknown = snack("b", 9_000);
    unknown.eorder = None;
    let provisions = [late, unknown, snack("c", 25_000), product("d", Serving::Makan, 1_000)];
    let terms = terms(&[Serving::Kudapan]);
    assert_eq!(suggest(&terms, &provisions), None);
    let why = explain(&terms, &provisions);
    let kind = &why.kinds[0];
    assert_eq!((why.others, kind.offered, kind.choices, kind.heads), (1, 3, 0, 0));
    assert_eq!(
        kind.fallen,
        [(Condition::Eorder, 1), (Condition::LeadTime, 1), (Condition::Price, 1)]
    );
    let lifts: Vec<_> = kind
        .lifts
        .iter()
        .map(|one| (one.condition, one.choices, one.earliest, one.budget))
        .collect();
    assert_eq!(
        lifts,
        [
            (Condition::Eorder, 1, None, None),
            (Condition::LeadTime, 1, Some(day("2026-11-29")), None),
            (Condition::Price, 1, None, Some(Rupiah::new(25_000))),
        ]
    );
    assert_eq!(
        why.ways_out,
        [
            WayOut::Lift(Condition::Eorder),
            WayOut::Day(day("2026-11-29")),
            WayOut::Budget(Rupiah::new(25_000)),
        ]
    );
}

#[test]
fn the_least_budget_is_that_of_all_kinds_together() {
    let provisions = [product("a", Serving::Makan, 18_000), product("b", Serving::Minum, 7_000)];
    let why = explain(&terms(&[Serving::Makan, Serving::Minum]), &provisions);
    assert_eq!(why.ways_out, [WayOut::Budget(Rupiah::new(25_000))]);
    assert!(why.kinds.iter().all(|kind| kind.lifts.is_empty() && kind.heads == 20));
}

#[test]
fn choices_that_together_make_too_few_fall_at_their_capacity() {
    let mut provisions = [snack("a", 1_000), snack("b", 1_000)];
    for one in &mut provisions {
        one.daily_capacity = Some(9);
    }
    let why = explain(&terms(&[Serving::Kudapan]), &provisions);
    assert_eq!((why.kinds[0].choices, why.kinds[0].heads), (2, 18));
    assert_eq!(why.ways_out, [WayOut::Lift(Condition::Capacity)]);
}

#[test]
fn a_wish_that_has_a_plan_needs_no_way_out() {
    let why = explain(&terms(&[Serving::Kudapan]), &[snack("a", 1_000)]);
    assert!(why.ways_out.is_empty() && why.kinds[0].lifts.is_empty());
}

#[test]
fn everything_that_a_plan_by_hand_breaks_is_told() {
    let mut small = snack("a", 15_000);
    small.card.minimum = 10;
    small.daily_capacity = Some(30);
    let drink = product("b", Serving::Minum, 9_000);
    let provisions = [small, drink];
    let item = |name: &str, serving, quantity| Item {
        code: code(&format!("produk-{name}")),
        serving,
        quantity,
    };
    let terms = terms(&[Serving::Kudapan, Serving::Makan]);
    let items = [
        item("a", Serving::Kudapan, 9),
        item("b", Serving::Minum, 20),
        item("a", Serving::Kudapan, 31),
        item("hilang", Serving::Makan, 1),
    ];
    let a = || code("produk-a");
    assert_eq!(
        check(&terms, &provisions, &items),
        [
            Broken::BelowLeast { code: a(), least: 10 },
            Broken::Unmet(code("produk-b"), Fault::Serving),
            Broken::Twice(a()),
            Broken::AboveCapacity { code: a(), a_day: 30 },
            Broken::Gone(code("produk-hilang")),
            Broken::Short { serving: Serving::Makan, heads: 0 },
            Broken::Budget { all: Rupiah::new(780_000), most: Rupiah::new(400_000) },
        ]
    );
}

#[test]
fn what_a_plan_costs_is_told_a_head_and_a_seller_and_tax_as_the_data_have_it() {
    let mut with_tax = snack("a", 5_000);
    with_tax.tax = Some(Tax::Termasuk);
    let provisions = [with_tax, snack("b", 333)];
    let terms = terms(&[Serving::Kudapan]);
    let items = suggest(&terms, &provisions).expect("a plan");
    let totals = totals(&terms, &provisions, &items);
    // Twenty of each.
    assert_eq!((totals.all.get(), totals.a_head.get()), (106_660, 5_333));
    let sum: u64 = totals.sellers.iter().map(|seller| seller.total.get()).sum();
    assert_eq!((totals.sellers.len(), sum), (2, totals.all.get()));
    assert!(totals.tax.is_mixed() && totals.tax.included && totals.tax.untold);
    assert!(!totals.tax.to_come);
}
