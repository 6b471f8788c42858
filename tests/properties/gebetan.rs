//! Orders of Gebetan packages over markets that nobody thought of, held against rules and searches of the test's own.

use etalase::domain::area::Kecamatan;
use etalase::domain::category::Category;
use etalase::domain::code::Code;
use etalase::domain::gebetan::candidates::{Candidates, Turns, candidates};
use etalase::domain::gebetan::exchange::{alternatives, exchange};
use etalase::domain::gebetan::plan::{Numbers, Unmet, Why, plan};
use etalase::domain::gebetan::totals::{by_seller, of_all};
use etalase::domain::gebetan::{Item, MOST_EACH, Plan, SELLERS, Wish};
use etalase::domain::money::Rupiah;
use etalase::domain::product::{Card, Stock};
use etalase::domain::provision::Provision;
use etalase::domain::round::{Month, Round};
use etalase::domain::seller::Delivery;
use etalase::domain::time::{Date, Moment};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// From the last day of ordering to the day of delivery, and the whole days in between.
const DAYS: u16 = 7;
const WHOLE_DAYS: u64 = 6;

pub(crate) fn code(text: &str) -> Code {
    Code::parse(text).expect(text)
}

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// A round of the sellers 0 to 5.
pub(crate) fn round() -> Round {
    Round {
        code: code("gebetan-2026-12"),
        month: Month::parse("2026-12").expect("a month"),
        closes: Moment(day("2026-12-09").at(15, 0).0 + 60),
        delivers: Some(day("2026-12-16")),
        cooperative: String::new(),
        contact: None,
        sellers: (0..6).map(|n| code(&format!("toko-{n}"))).collect(),
        note: String::new(),
    }
}

fn before() -> Moment {
    day("2026-12-01").start()
}

/// A product that is ready, keeps, and has no minimum or capacity.
pub(crate) fn product(number: usize, seller: usize, price: u64) -> Provision {
    let card = Card {
        code: code(&format!("produk-{number}")),
        name: format!("Produk {number}"),
        seller: code(&format!("toko-{seller}")),
        shop: format!("Toko {seller}"),
        kecamatan: Kecamatan::find("Tebet").expect("a kecamatan"),
        category: code("kuliner"),
        subcategory: None,
        price: Rupiah::new(price),
        unit: "bungkus".to_owned(),
        measure: None,
        picture: None,
        stock: Stock::Siap,
        preorder_days: None,
        minimum: 1,
        has_variants: false,
        jbl: Vec::new(),
        jbl_price: None,
        halal: false,
        grade: None,
        channels: Vec::new(),
        keywords: String::new(),
        updated: None,
    };
    Provision {
        card,
        variants: Vec::new(),
        servings: Vec::new(),
        gebetan: true,
        daily_capacity: None,
        shelf_life_days: Some(30),
        tax: None,
        delivery: Delivery::default(),
        eorder: None,
        whatsapp: None,
    }
}

/// Products of eight sellers, of whom two are of no round; some are late, some do not keep.
fn market() -> impl Strategy<Value = Vec<Provision>> {
    let price = prop_oneof![
        4 => (10..250_u64).prop_map(|n| n * 500),
        1 => 4_000..120_000_u64,
    ];
    let stock = prop_oneof![
        6 => Just((Stock::Siap, None)),
        1 => Just((Stock::Habis, None)),
        2 => (0..12_u16).prop_map(|days| (Stock::Po, Some(days))),
    ];
    let numbers = (1..25_u32, prop::option::of(0..12_u32), prop::option::of(1..40_u16));
    let kinds = (any::<bool>(), prop::bool::weighted(0.9));
    let product = (0..8_usize, price, stock, numbers, kinds).prop_map(
        |(seller, price, (stock, days), (minimum, daily, keeps), (food, gebetan))| {
            let mut product = product(0, seller, price);
            (product.card.stock, product.card.preorder_days) = (stock, days);
            (product.card.minimum, product.daily_capacity) = (minimum, daily);
            product.card.category = code(if food { "kuliner" } else { "kriya" });
            (product.shelf_life_days, product.gebetan) = (keeps, gebetan);
            product
        },
    );
    prop::collection::vec(product, 0..16).prop_map(|mut products| {
        for (number, product) in products.iter_mut().enumerate() {
            product.card.code = code(&format!("produk-{number}"));
        }
        products
    })
}

fn wish(budget: u64, count: u32) -> Wish {
    Wish { name: format!("Paket {budget}"), budget: Rupiah::new(budget), count }
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let budget = prop_oneof![
        4 => select(vec![100_000, 120_000, 150_000, 200_000_u64]),
        1 => 1_000..250_000_u64,
    ];
    prop::collection::vec((budget, 0..40_u32), 1..5)
        .prop_map(|wishes| wishes.into_iter().map(|(budget, count)| wish(budget, count)).collect())
}

fn found(products: &[Provision]) -> Candidates {
    candidates(&round(), products, &Turns::default())
}

fn planned(candidates: &Candidates, wishes: &[Wish]) -> Result<Plan, Unmet> {
    plan(&round(), candidates, wishes, "UPT Koja", before())
}

/// The product behind an item, and what one costs.
fn behind<'a>(
    products: &'a [Provision],
    candidates: &Candidates,
    item: &Item,
) -> (&'a Provision, u64) {
    let wanted = &candidates.goods[item.good].code;
    let product = products.iter().find(|product| product.card.code == *wanted).expect("a product");
    (product, product.card.price.get())
}

/// The rule that an order breaks, told from the products alone.
fn broken(
    products: &[Provision],
    candidates: &Candidates,
    wishes: &[Wish],
    plan: &Plan,
) -> Option<String> {
    let mut ordered = vec![0_u64; products.len()];
    for (items, wish) in plan.packages.iter().zip(wishes) {
        if (wish.count == 0) != items.is_empty() {
            return Some(format!("{} packages of {items:?}", wish.count));
        }
        let mut sellers: Vec<&Code> = Vec::new();
        let mut sum = 0;
        for item in items {
            let (product, price) = behind(products, candidates, item);
            if item.quantity == 0 || sellers.contains(&&product.card.seller) {
                return Some(format!("{item:?} in {items:?}"));
            }
            sellers.push(&product.card.seller);
            sum += price * u64::from(item.quantity);
            let at = products.iter().position(|known| known == product).expect("a product");
            ordered[at] += u64::from(item.quantity) * u64::from(wish.count);
        }
        if sum > wish.budget.get() {
            return Some(format!("{sum} over {}", wish.budget));
        }
    }
    for (product, ordered) in products.iter().zip(ordered).filter(|(_, ordered)| *ordered > 0) {
        let most = product.daily_capacity.map_or(u64::MAX, |daily| u64::from(daily) * WHOLE_DAYS);
        if ordered < u64::from(product.card.minimum) || ordered > most || !can_be_had(product) {
            return Some(format!("{ordered} of {product:?}"));
        }
    }
    None
}

/// Whether a product may stand in a package at all.
fn can_be_had(product: &Provision) -> bool {
    let food = Category::is_kuliner(&product.card.category);
    let keeps = product.shelf_life_days.map_or(!food, |keeps| keeps > DAYS);
    let ready = match product.card.stock {
        Stock::Siap => true,
        Stock::Habis => false,
        Stock::Po => product.card.preorder_days.unwrap_or(1) <= DAYS,
    };
    product.gebetan && keeps && ready && round().sellers.contains(&product.card.seller)
}

/// Whether some good can be had in that many packages of that budget.
fn fits(candidates: &Candidates, budget: u64, count: u64) -> bool {
    candidates.goods.iter().any(|good| {
        (1..=u64::from(MOST_EACH)).any(|quantity| {
            let total = count * quantity;
            good.price.get() * quantity <= budget
                && total >= u64::from(good.minimum)
                && good.capacity.is_none_or(|most| total <= u64::from(most))
        })
    })
}

/// All that one package may hold: at most one item of each seller, within the budget.
fn mixtures(candidates: &Candidates, wish: &Wish) -> Vec<Vec<Item>> {
    let mut all: Vec<Vec<Item>> = vec![Vec::new()];
    for (good, of) in candidates.goods.iter().enumerate() {
        for mixture in all.clone() {
            let price =
                |item: &Item| candidates.goods[item.good].price.get() * u64::from(item.quantity);
            let spent: u64 = mixture.iter().map(price).sum();
            if mixture.iter().any(|item| candidates.goods[item.good].seller == of.seller) {
                continue;
            }
            for quantity in 1..=MOST_EACH {
                if spent + of.price.get() * u64::from(quantity) <= wish.budget.get() {
                    let mut more = mixture.clone();
                    more.push(Item { good, quantity });
                    all.push(more);
                }
            }
        }
    }
    all
}

/// How many sellers the packages have, as far as they count.
fn sellers(plan: &Plan) -> usize {
    plan.packages.iter().map(|items| items.len().min(SELLERS)).sum()
}

/// The orders of which no rule is broken, by trying everything.
fn every_order(products: &[Provision], candidates: &Candidates, wishes: &[Wish]) -> Vec<Plan> {
    let mut plans = vec![Plan { packages: Vec::new() }];
    for wish in wishes {
        let mixtures = mixtures(candidates, wish);
        let with = |plan: Plan| {
            mixtures
                .iter()
                .map(move |mixture| {
                    let mut plan = plan.clone();
                    plan.packages.push(mixture.clone());
                    plan
                })
                .collect::<Vec<_>>()
        };
        plans = plans.into_iter().flat_map(with).collect();
    }
    plans.retain(|plan| broken(products, candidates, wishes, plan).is_none());
    plans
}

/// A few dear products, so that everything can be tried.
fn small_market(most: usize) -> impl Strategy<Value = Vec<Provision>> {
    let numbers = (0..4_usize, 8..30_u64, 1..14_u32, prop::option::of(0..4_u32));
    prop::collection::vec(numbers, 1..=most).prop_map(|products| {
        let made = |(number, (seller, price, minimum, daily))| {
            let mut product = product(number, seller, price * 5_000);
            (product.card.minimum, product.daily_capacity) = (minimum, daily);
            product
        };
        products.into_iter().enumerate().map(made).collect()
    })
}

/// Holds what an order is refused for against the products and the wishes themselves.
fn says_truly(
    products: &[Provision],
    candidates: &Candidates,
    wishes: &[Wish],
    unmet: &Unmet,
) -> Result<(), TestCaseError> {
    let (package, why) = match unmet {
        Unmet::Nothing => {
            prop_assert_eq!(wishes.iter().map(|wish| wish.count).max(), Some(0));
            return Ok(());
        }
        Unmet::NoGoods => {
            let most = |product: &Provision| {
                product.daily_capacity.map_or(u64::MAX, |daily| u64::from(daily) * WHOLE_DAYS)
            };
            let enough = |product: &&Provision| u64::from(product.card.minimum) <= most(product);
            let mut rest = products.iter().filter(|product| can_be_had(product)).filter(enough);
            prop_assert_eq!(rest.next(), None);
            return Ok(());
        }
        Unmet::Closed(closes) => {
            prop_assert_eq!(*closes, round().closes);
            prop_assert!(before() >= *closes);
            return Ok(());
        }
        Unmet::Package { package, why } => (*package, why),
    };
    let (budget, wanted) = (wishes[package].budget, wishes[package].count);
    let cheapest_of_all = candidates.goods.iter().map(|good| good.price).min();
    match why {
        Why::TooDear { cheapest } => {
            prop_assert_eq!(Some(*cheapest), cheapest_of_all);
            prop_assert!(*cheapest > budget);
        }
        Why::Amount(Numbers { fewer, more }) => {
            let can = |count: &u32| fits(candidates, budget.get(), u64::from(*count));
            prop_assert!(cheapest_of_all <= Some(budget) && !can(&wanted));
            prop_assert_eq!((1..wanted).rev().find(can), *fewer);
            prop_assert_eq!((wanted + 1..100).find(can), *more);
        }
        Why::Together(Numbers { fewer, more }) => {
            for count in [fewer, more].into_iter().flatten() {
                let mut other = wishes[..=package].to_vec();
                other[package].count = *count;
                prop_assert!(planned(candidates, &other).is_ok(), "{:?}", other);
            }
            prop_assert!(planned(candidates, &wishes[..package]).is_ok());
            prop_assert!(planned(candidates, &wishes[..=package]).is_err());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn an_order_breaks_no_rule_or_says_truly_why_there_is_none(products in market(), wishes in wishes()) {
        let candidates = found(&products);
        prop_assert_eq!(
            candidates.goods.len() + candidates.absent.len(),
            products.iter().filter(|product| product.gebetan).count()
        );
        match planned(&candidates, &wishes) {
            Ok(plan) => {
                prop_assert_eq!(broken(&products, &candidates, &wishes, &plan), None);
                let sum = of_all(&candidates.goods, &wishes, &plan);
                let sellers = by_seller(&candidates.goods, &wishes, &plan);
                let again = sellers.iter().try_fold(Rupiah::ZERO, |sum, seller| sum.plus(seller.rupiah?));
                prop_assert_eq!(sum, again);
            }
            Err(unmet) => says_truly(&products, &candidates, &wishes, &unmet)?,
        }
    }

    #[test]
    fn one_package_is_the_best_that_trying_everything_finds(
        products in small_market(5), budget in 20..60_u64, count in 1..16_u32
    ) {
        let (candidates, wishes) = (found(&products), [wish(budget * 5_000, count)]);
        let worth = |plan: &Plan| {
            let price = |item: &Item| candidates.goods[item.good].price.get() * u64::from(item.quantity);
            (sellers(plan), plan.packages[0].iter().map(price).sum::<u64>())
        };
        let best = every_order(&products, &candidates, &wishes).iter().map(worth).max();
        prop_assert_eq!(planned(&candidates, &wishes).ok().as_ref().map(worth), best);
    }

    #[test]
    fn packages_together_have_as_many_sellers_as_trying_everything_finds(
        products in small_market(3), counts in prop::collection::vec(1..12_u32, 2), budgets in prop::collection::vec(16..40_u64, 2)
    ) {
        let candidates = found(&products);
        let wishes: Vec<Wish> = budgets.iter().zip(counts).map(|(budget, count)| wish(budget * 5_000, count)).collect();
        let best = every_order(&products, &candidates, &wishes).iter().map(sellers).max();
        prop_assert_eq!(planned(&candidates, &wishes).ok().as_ref().map(sellers), best);
    }

    #[test]
    fn an_item_has_every_alternative_that_breaks_no_rule_and_no_other(
        products in market(), wishes in wishes(), package in any::<Index>(), place in any::<Index>()
    ) {
        let candidates = found(&products);
        let Ok(plan) = planned(&candidates, &wishes) else { return Ok(()) };
        let package = package.index(wishes.len());
        if plan.packages[package].is_empty() {
            return Ok(());
        }
        let place = place.index(plan.packages[package].len());
        let goods = &candidates.goods;
        let offered = alternatives(goods, &wishes, &plan, package, place);
        for good in 0..goods.len() {
            for quantity in 1..=MOST_EACH {
                let item = Item { good, quantity };
                let mut other = plan.clone();
                other.packages[package][place] = item;
                let holds = broken(&products, &candidates, &wishes, &other).is_none() && other != plan;
                prop_assert_eq!(offered.contains(&item), holds, "{:?} in {:?}", item, plan);
                let exchanged = exchange(goods, &wishes, &plan, (package, place), item);
                prop_assert_eq!(exchanged, holds.then_some(other));
            }
        }
    }
}
