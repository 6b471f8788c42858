//! An order that was sent, taken back into a plan: as far as the market as it is now still has what it is made of.

use crate::domain::code::Code;
use crate::domain::gebetan::candidates::{Absent, LeftOut};
use crate::domain::gebetan::totals::of_package;
use crate::domain::gebetan::{Good, Item, NONE, Plan, Wish};
use crate::domain::money::Rupiah;
use crate::domain::order_by::sorted;
use crate::domain::shared_list::{Content, Order, Parcel};

/// How many of each of the market's packages an order wants, and the parcels that are none of them any more.
pub fn counts<'a>(order: &'a Order, packages: &[(String, Rupiah)]) -> (Vec<u32>, Vec<&'a Parcel>) {
    let is_package = |parcel: &&Parcel| {
        packages.iter().any(|(name, budget)| parcel.name == *name && parcel.budget == *budget)
    };
    let (known, lost) = order.packages.iter().partition::<Vec<&Parcel>, _>(is_package);
    let count = |(name, budget): &(String, Rupiah)| {
        let own = known.iter().filter(|parcel| parcel.name == *name && parcel.budget == *budget);
        own.fold(0_u32, |sum, parcel| sum.saturating_add(parcel.count))
    };
    (packages.iter().map(count).collect(), lost)
}

/// The sellers of an order who take part in the round only because a person has taken them in.
pub fn by_hand(order: &Order, absent: &[Absent]) -> Vec<Code> {
    let sellers = absent
        .iter()
        .filter(|absent| absent.why == LeftOut::OtherTurn)
        .filter(|absent| contents_of(order).any(|item| item.pick.code == absent.code))
        .map(|absent| absent.seller.clone());
    let mut sellers = sorted(sellers.collect(), Code::clone);
    sellers.dedup();
    sellers
}

/// What an order's packages hold, as a plan of the goods there are now; `None` where one of them is no longer to be had in
/// that choice, or where a rule of a plan would be broken.
pub fn plan(order: &Order, goods: &[Good], wishes: &[Wish]) -> Option<Plan> {
    let item = |content: &Content| {
        let is_same =
            |good: &Good| good.code == content.pick.code && good.choice == content.pick.choice;
        Some(Item { good: goods.iter().position(is_same)?, quantity: content.pick.quantity })
    };
    let mut packages = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let parcel = (order.packages.iter())
            .find(|parcel| parcel.name == wish.name && parcel.budget == wish.budget);
        let items = match parcel {
            Some(parcel) => parcel.items.iter().map(item).collect::<Option<Vec<Item>>>()?,
            None => Vec::new(),
        };
        packages.push(items);
    }
    let plan = Plan { packages };
    holds(&plan, goods, wishes).then_some(plan)
}

/// Whether no package is empty or over its budget or has two items of one seller, and no minimum or capacity is broken.
fn holds(plan: &Plan, goods: &[Good], wishes: &[Wish]) -> bool {
    let package = |(items, wish): (&Vec<Item>, &Wish)| {
        let sellers: Vec<_> =
            items.iter().filter_map(|item| goods.get(item.good)).map(|good| &good.seller).collect();
        let once = sellers
            .iter()
            .enumerate()
            .all(|(at, seller)| !sellers.iter().skip(at + 1).any(|other| other == seller));
        let filled = wish.count == 0 || !items.is_empty();
        filled
            && once
            && items.iter().all(|item| item.quantity > 0)
            && of_package(goods, items) <= wish.budget
    };
    plan.packages.iter().zip(wishes).all(package)
        && goods.iter().enumerate().all(|(at, good)| good.takes(plan.ordered(wishes, at, NONE)))
}

fn contents_of(order: &Order) -> impl Iterator<Item = &Content> {
    order.packages.iter().flat_map(|parcel| &parcel.items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gebetan::totals;
    use crate::domain::round::{Month, Round};
    use crate::domain::time::{Date, Moment};

    fn code(text: &str) -> Code {
        Code::parse(text).expect("a code")
    }

    fn good(name: &str, price: u64) -> Good {
        Good {
            code: code(name),
            name: name.to_owned(),
            seller: code(&format!("toko-{name}")),
            shop: format!("Toko {name}"),
            unit: "bungkus".to_owned(),
            choice: Vec::new(),
            price: Rupiah::new(price),
            minimum: 1,
            capacity: Some(10),
        }
    }

    fn round() -> Round {
        let day = Date::parse("2026-12-01").expect("a day");
        Round {
            code: code("putaran"),
            month: Month::of(day),
            closes: Moment(0),
            delivers: None,
            cooperative: String::new(),
            contact: None,
            sellers: Vec::new(),
            note: String::new(),
        }
    }

    fn wish(name: &str, count: u32) -> Wish {
        Wish { name: name.to_owned(), budget: Rupiah::new(100_000), count }
    }

    /// Two packages of two goods, and the order that is sent of them.
    fn sent() -> (Vec<Good>, Vec<Wish>, Plan, Order) {
        let goods = vec![good("kopi", 40_000), good("keripik", 15_000)];
        let wishes = vec![wish("Staf", 3), wish("Kepala", 0), wish("Eselon", 1)];
        let item = |good, quantity| Item { good, quantity };
        let packages = vec![vec![item(0, 1), item(1, 2)], vec![], vec![item(1, 1)]];
        let plan = Plan { packages };
        let order = totals::order(&round(), ("Sudin", "20261120"), &goods, &wishes, &plan);
        (goods, wishes, plan, order)
    }

    #[test]
    fn a_sent_order_becomes_the_plan_it_was_made_of() {
        let (goods, wishes, plan, order) = sent();
        let packages: Vec<(String, Rupiah)> =
            wishes.iter().map(|wish| (wish.name.clone(), wish.budget)).collect();
        assert_eq!(counts(&order, &packages), (vec![3, 0, 1], vec![]));
        assert_eq!(super::plan(&order, &goods, &wishes), Some(plan.clone()));
        let turned: Vec<Good> = goods.iter().rev().cloned().collect();
        let again = super::plan(&order, &turned, &wishes).expect("the same goods in another order");
        assert_eq!(totals::order(&round(), ("Sudin", "20261120"), &turned, &wishes, &again), order);
    }

    #[test]
    fn packages_that_the_market_no_longer_has_are_told() {
        let (_, _, _, order) = sent();
        let packages =
            [("Staf".to_owned(), Rupiah::new(100_000)), ("Eselon".to_owned(), Rupiah::new(1))];
        let (counts, lost) = counts(&order, &packages);
        assert_eq!(counts, [3, 0]);
        assert_eq!(lost.iter().map(|parcel| parcel.name.as_str()).collect::<Vec<_>>(), ["Eselon"]);
    }

    #[test]
    fn contents_that_break_a_rule_now_are_not_taken_over() {
        let (goods, wishes, _, order) = sent();
        let with = |change: &dyn Fn(&mut Vec<Good>)| {
            let mut goods = goods.clone();
            change(&mut goods);
            super::plan(&order, &goods, &wishes)
        };
        assert!(with(&|_| ()).is_some());
        assert_eq!(with(&|goods| goods.truncate(1)), None, "gone");
        assert_eq!(with(&|goods| goods[0].price = Rupiah::new(70_001)), None, "over the budget");
        assert_eq!(with(&|goods| goods[1].capacity = Some(6)), None, "more than can be made");
        assert_eq!(with(&|goods| goods[0].minimum = 4), None, "under the minimum");
        assert_eq!(
            with(&|goods| goods[1].seller = goods[0].seller.clone()),
            None,
            "one seller twice"
        );
        let bare = Order { packages: Vec::new(), ..order.clone() };
        assert_eq!(super::plan(&bare, &goods, &wishes), None, "a wanted package would be empty");
    }

    #[test]
    fn sellers_of_another_turn_are_taken_in_again() {
        let (_, _, _, order) = sent();
        let absent = |name: &str, why| Absent {
            code: code(name),
            seller: code(&format!("toko-{name}")),
            why,
        };
        let absent = [
            absent("kopi", LeftOut::OtherTurn),
            absent("keripik", LeftOut::SoldOut),
            absent("lain", LeftOut::OtherTurn),
        ];
        assert_eq!(by_hand(&order, &absent), [code("toko-kopi")]);
    }
}
