//! Plans for meetings: whatever the market and the wish, what is suggested holds; where little is on sale, trying every
//! plan there is says the same; and what is said of a wish without a plan is true.

use etalase::domain::area::Kecamatan;
use etalase::domain::code::Code;
use etalase::domain::measure::{Kind, Measure};
use etalase::domain::meeting::choice::choices;
use etalase::domain::meeting::condition::Condition;
use etalase::domain::meeting::explain::{WayOut, explain};
use etalase::domain::meeting::plan::{Item, check};
use etalase::domain::meeting::suggest::{SELLERS, suggest};
use etalase::domain::meeting::{Terms, Wish};
use etalase::domain::money::Rupiah;
use etalase::domain::product::{Card, Serving, Stock};
use etalase::domain::provision::Provision;
use etalase::domain::seller::{Delivery, Eorder};
use etalase::domain::time::Date;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

fn gambir() -> Kecamatan {
    Kecamatan::find("Gambir").expect("a kecamatan")
}

/// Kinds by the bits of a number.
fn kinds(bits: u8) -> Vec<Serving> {
    Serving::ALL
        .into_iter()
        .enumerate()
        .filter(|(at, _)| bits & (1 << at) != 0)
        .map(|(_, s)| s)
        .collect()
}

/// One product as it may stand in a market; mostly fit, so that plans are not always impossible.
fn product(sellers: u32, most: u32) -> impl Strategy<Value = Provision> {
    let often = || prop::bool::weighted(0.95);
    let bits = prop_oneof![6 => prop::sample::select(vec![1_u8, 1, 1, 2, 2, 4]), 1 => 1..8_u8];
    let stock = prop_oneof![12 => Just((Stock::Siap, None)), 1 => Just((Stock::Habis, None)),
        3 => (0..5_u16).prop_map(|days| (Stock::Po, Some(days)))];
    let amounts = (
        1..30_u64,
        prop_oneof![3 => Just(1), 1 => 0..=most],
        prop::option::weighted(0.4, 0..=most),
        prop::option::weighted(0.2, 1..5_u32),
    );
    (0..sellers, bits, stock, amounts, often(), often(), often()).prop_map(
        |(seller, bits, (stock, days), (price, minimum, capacity, pieces), eorder, near, halal)| {
            let card = Card {
                code: code("akan-diberi"),
                name: "Barang".into(),
                seller: code(&format!("toko-{seller}")),
                shop: format!("Toko {seller}"),
                kecamatan: gambir(),
                category: code("kuliner"),
                subcategory: None,
                price: Rupiah::new(price * 1_000),
                unit: "kotak".into(),
                measure: pieces.map(|amount| Measure { kind: Kind::Count, amount }),
                picture: None,
                stock,
                preorder_days: days,
                minimum,
                has_variants: false,
                jbl: Vec::new(),
                jbl_price: None,
                halal,
                grade: None,
                channels: Vec::new(),
                keywords: String::new(),
                updated: None,
            };
            Provision {
                card,
                variants: Vec::new(),
                servings: kinds(bits),
                gebetan: false,
                daily_capacity: capacity,
                shelf_life_days: None,
                tax: None,
                delivery: Delivery { everywhere: near, pickup: true, ..Delivery::default() },
                eorder: eorder.then(Eorder::default),
                whatsapp: None,
            }
        },
    )
}

fn market(
    products: std::ops::RangeInclusive<usize>,
    sellers: u32,
    most: u32,
) -> impl Strategy<Value = Vec<Provision>> {
    prop::collection::vec(product(sellers, most), products).prop_map(|mut market| {
        for (at, provision) in market.iter_mut().enumerate() {
            provision.card.code = code(&format!("produk-{at}"));
        }
        market
    })
}

fn terms(most: u32) -> impl Strategy<Value = Terms> {
    let bits = prop_oneof![3 => prop::sample::select(vec![1_u8, 1, 2, 2, 4]), 2 => 1..8_u8];
    let wish = (1..=most, bits, 1..90_u64, any::<bool>(), prop::bool::weighted(0.7));
    let limit = prop::option::weighted(0.3, 1..60 * u64::from(most));
    // Asked between 6.00 and 18.00, to be there at noon of one of the next four days.
    (wish, limit, 6..18_u32, 0..4_i32, prop::option::weighted(0.1, 0..4_u32)).prop_map(
        |((people, bits, budget, halal, eorder), limit, hour, days, without)| {
            let today = Date::parse("2026-11-24").expect("a day");
            let budget = Rupiah::new(budget * 1_000);
            let at = today.plus(days).at(12, 0);
            let mut wish = Wish::new(people, &kinds(bits), budget, at, gambir()).expect("a wish");
            wish.halal = halal;
            wish.eorder = eorder;
            wish.without =
                without.map(|seller| code(&format!("toko-{seller}"))).into_iter().collect();
            let limit = limit.map(|limit| Rupiah::new(limit * 1_000));
            Terms { wish, limit, now: today.at(hour, 0) }
        },
    )
}

fn pieces(provision: &Provision) -> u32 {
    provision.card.measure.map_or(1, |measure| measure.amount)
}

/// Whether a product may stand in a plan at all, told from the rules anew.
fn fits(terms: &Terms, one: &Provision) -> bool {
    let (wish, card) = (&terms.wish, &one.card);
    let needed = wish.people().div_ceil(pieces(one));
    let lead = if card.stock == Stock::Po { card.preorder_days.unwrap_or(1).max(1) } else { 0 };
    let on_time = if lead == 0 {
        terms.now < wish.at
    } else {
        terms.now.date().days() + i32::from(lead) <= wish.at.date().days()
    };
    let least = card.minimum.max(1);
    card.stock != Stock::Habis
        && !wish.without.contains(&card.seller)
        && (one.eorder.is_some() || !wish.eorder)
        && one.delivery.everywhere
        && on_time
        && (card.halal || !wish.halal)
        && least <= needed
        && one.daily_capacity.is_none_or(|capacity| capacity >= least)
        && card.price.get() * u64::from(needed) <= wish.budget.get() * u64::from(wish.people())
}

fn most(terms: &Terms) -> u64 {
    let budget = terms.wish.budget.get() * u64::from(terms.wish.people());
    let limit = terms.limit.filter(|_| terms.wish.eorder);
    limit.map_or(budget, |limit| limit.get().min(budget))
}

/// What a plan breaks, told from the rules anew.
fn breach(terms: &Terms, market: &[Provision], items: &[Item]) -> Option<String> {
    let mut heads = [0_u32; 3];
    let (mut total, mut seen) = (0, BTreeSet::new());
    for item in items {
        let one = market.iter().find(|one| one.card.code == item.code)?;
        let capacity = one.daily_capacity.unwrap_or(u32::MAX);
        if !fits(terms, one) || !one.servings.contains(&item.serving) || !seen.insert(&item.code) {
            return Some(format!("{item:?} is no choice, or stands twice"));
        }
        if !(one.card.minimum.max(1)..=capacity).contains(&item.quantity) {
            return Some(format!("{item:?} is too few or too many"));
        }
        total += one.card.price.get() * u64::from(item.quantity);
        let kind = Serving::ALL.into_iter().position(|kind| kind == item.serving)?;
        heads[kind] += item.quantity * pieces(one);
    }
    let hungry = Serving::ALL
        .into_iter()
        .zip(heads)
        .find(|(kind, heads)| terms.wish.servings().contains(kind) && *heads < terms.wish.people());
    match hungry {
        Some((kind, heads)) => Some(format!("{kind:?} for {heads} heads only")),
        None if total > most(terms) => Some(format!("{total} is more than {}", most(terms))),
        None => None,
    }
}

fn sellers(market: &[Provision], items: &[Item]) -> usize {
    let seller = |item: &Item| {
        market.iter().find(|one| one.card.code == item.code).map(|one| &one.card.seller)
    };
    items.iter().filter_map(seller).collect::<BTreeSet<_>>().len()
}

/// Whether a meal or a drink could be left out.
fn has_surplus(terms: &Terms, market: &[Provision], items: &[Item]) -> bool {
    [Serving::Makan, Serving::Minum].into_iter().any(|kind| {
        let units: Vec<(u32, u32)> = items
            .iter()
            .filter(|item| item.serving == kind)
            .filter_map(|item| {
                Some((market.iter().find(|one| one.card.code == item.code)?, item.quantity))
            })
            .map(|(one, quantity)| (pieces(one), quantity))
            .collect();
        let served: u32 = units.iter().map(|(heads, quantity)| heads * quantity).sum();
        units.iter().any(|(heads, _)| served >= terms.wish.people() + heads)
    })
}

/// What trying every plan there is has shown: the most sellers of one without surplus, if there is one; none where no
/// plan holds.
fn every_plan(terms: &Terms, market: &[Provision]) -> Option<Option<usize>> {
    type Found = Option<Option<usize>>;
    fn go(terms: &Terms, market: &[Provision], at: usize, items: &mut Vec<Item>) -> Found {
        let Some(one) = market.get(at) else {
            let tight = || !has_surplus(terms, market, items);
            let holds = breach(terms, market, items).is_none();
            return holds.then(|| tight().then(|| sellers(market, items)));
        };
        let mut best = go(terms, market, at + 1, items);
        if fits(terms, one) {
            for serving in terms.wish.servings().iter().filter(|kind| one.servings.contains(kind)) {
                for quantity in 1..=terms.wish.people() {
                    items.push(Item { code: one.card.code.clone(), serving: *serving, quantity });
                    best = best.max(go(terms, market, at + 1, items));
                    items.pop();
                }
            }
        }
        best
    }
    go(terms, market, 0, &mut Vec::new())
}

/// The wish and the market without one condition.
fn lifted(terms: &Terms, market: &[Provision], condition: Condition) -> (Terms, Vec<Provision>) {
    let (mut terms, mut market) = (terms.clone(), market.to_vec());
    for one in &mut market {
        match condition {
            Condition::Area => one.delivery.everywhere = true,
            Condition::Minimum => one.card.minimum = 1,
            Condition::Capacity => one.daily_capacity = None,
            Condition::Stock if one.card.stock == Stock::Habis => one.card.stock = Stock::Siap,
            _ => {}
        }
    }
    match condition {
        Condition::TakenOut => terms.wish.without.clear(),
        Condition::Eorder => terms.wish.eorder = false,
        Condition::Halal => terms.wish.halal = false,
        _ => {}
    }
    (terms, market)
}

fn has_plan(terms: &Terms, market: &[Provision], change: impl FnOnce(&mut Terms)) -> bool {
    let mut terms = terms.clone();
    change(&mut terms);
    suggest(&terms, market).is_some()
}

proptest! {
    #[test]
    fn what_is_suggested_for_a_meeting_holds(market in market(0..=24, 9, 60), terms in terms(120)) {
        if let Some(items) = suggest(&terms, &market) {
            prop_assert_eq!(breach(&terms, &market, &items), None);
            prop_assert_eq!(check(&terms, &market, &items), []);
        }
    }

    #[test]
    fn a_plan_and_its_three_sellers_are_found_wherever_there_are_any(market in market(3..=5, 5, 3), terms in terms(3)) {
        let found = suggest(&terms, &market);
        let count = found.as_ref().map(|items| sellers(&market, items).min(SELLERS));
        match every_plan(&terms, &market) {
            Some(Some(most)) => {
                prop_assert_eq!(count, Some(most.min(SELLERS)));
                prop_assert!(!has_surplus(&terms, &market, &found.unwrap_or_default()));
            }
            other => prop_assert_eq!(count.is_some(), other.is_some()),
        }
    }

    #[test]
    fn a_plan_by_hand_breaks_what_it_is_told_to_break(market in market(0..=4, 4, 6), terms in terms(6), picks in prop::collection::vec((0..4_usize, 0..3_usize, 0..9_u32), 0..5)) {
        let items: Vec<Item> = picks.into_iter()
            .filter_map(|(at, kind, quantity)| {
                let code = market.get(at)?.card.code.clone();
                Some(Item { code, serving: Serving::ALL[kind], quantity })
            })
            .collect();
        // A product alone above the budget, or whose least order is more than all heads need, may be taken by hand.
        let mut free = terms.clone();
        free.wish.budget = Rupiah::new(1_000_000_000);
        free.limit = None;
        let strict = items.iter().all(|item| {
            let one = market.iter().find(|one| one.card.code == item.code).expect("of the market");
            one.card.minimum.max(1) <= terms.wish.people().div_ceil(pieces(one))
                && terms.wish.servings().contains(&item.serving)
        });
        if strict {
            prop_assert_eq!(check(&free, &market, &items).is_empty(), breach(&free, &market, &items).is_none());
        }
        if breach(&terms, &market, &items).is_none() && strict {
            prop_assert_eq!(check(&terms, &market, &items), []);
        }
    }

    #[test]
    fn what_is_said_of_a_wish_without_a_plan_is_true(market in market(1..=6, 4, 6), terms in terms(6)) {
        let why = explain(&terms, &market);
        if suggest(&terms, &market).is_some() {
            prop_assert_eq!(why.ways_out, []);
            return Ok(());
        }
        for condition in [Condition::TakenOut, Condition::Stock, Condition::Eorder, Condition::Area, Condition::Minimum, Condition::Capacity, Condition::Halal] {
            let (without, other) = lifted(&terms, &market, condition);
            let helps = suggest(&without, &other).is_some();
            prop_assert_eq!(why.ways_out.contains(&WayOut::Lift(condition)), helps, "{:?}", condition);
            for kind in &why.kinds {
                let count = |terms: &Terms, market: &[Provision]| choices(terms, market, kind.serving).len() as u32;
                prop_assert_eq!(kind.choices, count(&terms, &market));
                let lift = kind.lifts.iter().find(|lift| lift.condition == condition);
                let gained = count(&without, &other) - kind.choices;
                // Those that make too few a day for all are choices already, and would be for more heads.
                let told = lift.map_or(0, |lift| lift.choices);
                prop_assert!(kind.heads == terms.wish.people() || told == gained
                    || condition == Condition::Capacity && told >= gained, "{:?} {} {}", condition, told, gained);
            }
        }
        let at = |days: i32| move |terms: &mut Terms| terms.wish.at.0 += i64::from(days) * 86_400;
        let later = (1..8).find(|days| has_plan(&terms, &market, at(*days)));
        let day = why.ways_out.iter().find_map(|way| match way { WayOut::Day(day) => Some(*day), _ => None });
        prop_assert_eq!(day, later.map(|days| terms.wish.at.date().plus(days)));
        let with = |budget: u64| move |terms: &mut Terms| terms.wish.budget = Rupiah::new(budget);
        let budget = why.ways_out.iter().find_map(|way| match way { WayOut::Budget(budget) => Some(budget.get()), _ => None });
        prop_assert_eq!(budget.is_some(), has_plan(&terms, &market, with(1_000_000_000)));
        if let Some(least) = budget {
            prop_assert!(has_plan(&terms, &market, with(least)) && !has_plan(&terms, &market, with(least - 1)));
        }
        let limit = why.ways_out.iter().find_map(|way| match way { WayOut::Limit(limit) => Some(*limit), _ => None });
        prop_assert_eq!(limit.is_some(), has_plan(&terms, &market, |terms| terms.limit = None));
        if let Some(least) = limit {
            prop_assert!(has_plan(&terms, &market, |terms| terms.limit = Some(least)));
            let less = Rupiah::new(least.get() - 1);
            prop_assert!(!has_plan(&terms, &market, |terms| terms.limit = Some(less)));
        }
        for lift in why.kinds.iter().flat_map(|kind| kind.lifts.iter().map(move |lift| (kind, lift))) {
            let (kind, lift) = lift;
            let mut changed = terms.clone();
            if let Some(day) = lift.earliest {
                changed.wish.at = day.at(12, 0);
            }
            if let Some(budget) = lift.budget {
                changed.wish.budget = budget;
            }
            if changed != terms {
                prop_assert!(choices(&changed, &market, kind.serving).len() as u32 > kind.choices);
            }
        }
    }
}
