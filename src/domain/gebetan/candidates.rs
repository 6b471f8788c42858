//! Which products may stand in a round's packages, and why others may not.

use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::gebetan::Good;
use crate::domain::provision::Provision;
use crate::domain::round::{Month, Round};
use crate::domain::sorted::Sorted;
use crate::domain::time::{Date, Moment};

/// Seconds in a day.
const DAY: i64 = 86_400;

/// Why a product for Gebetan stands in no package of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Its seller does not take part in the round.
    OutsideRound,
    /// Its seller's one turn was in another round.
    OtherTurn,
    /// It, or every option of something to be chosen, is sold out.
    SoldOut,
    /// Nothing is left of its price after a variant's discount.
    NoPrice,
    /// The round does not say when the packages are brought, and it is food or made to order.
    NoDay,
    /// It would not be ready on the day.
    TooSlow,
    /// It is food of which nobody said how long it keeps.
    KeepsUntold,
    /// It does not keep until the day.
    KeepsTooShort,
    /// Its minimum is more than can be made until the day.
    NeverEnough,
}

impl LeftOut {
    /// All, in the order in which they are looked at: a product has the first that holds.
    pub const ALL: [Self; 9] = [
        Self::OutsideRound,
        Self::OtherTurn,
        Self::SoldOut,
        Self::NoPrice,
        Self::NoDay,
        Self::TooSlow,
        Self::KeepsUntold,
        Self::KeepsTooShort,
        Self::NeverEnough,
    ];
}

/// A product that stands in no package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The product.
    pub code: Code,
    /// Who sells it.
    pub seller: Code,
    /// Why.
    pub why: LeftOut,
}

/// How many are left out for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The reason.
    pub why: LeftOut,
    /// Products.
    pub products: usize,
    /// Their sellers, each once.
    pub sellers: usize,
}

/// What a round's packages can be made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// In the order of the products.
    pub goods: Vec<Good>,
    /// In the order of the products.
    pub absent: Vec<Absent>,
}

impl Candidates {
    /// How many are left out for each reason there is.
    pub fn tally(&self) -> Vec<Tally> {
        let of = |why: LeftOut| {
            let mut products = 0;
            let mut sellers: Sorted<String, u32> = Sorted::default();
            for absent in self.absent.iter().filter(|absent| absent.why == why) {
                products += 1;
                sellers.insert(absent.seller.to_string(), 0);
            }
            Tally { why, products, sellers: sellers.len() }
        };
        LeftOut::ALL.into_iter().map(of).filter(|tally| tally.products > 0).collect()
    }
}

/// What is known of the turns of sellers, of whom each takes part once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turns<'a> {
    /// The day of its turn, as a seller's own row tells it.
    pub told: &'a [(Code, Date)],
    /// All rounds: who stood in an earlier one had its turn there.
    pub rounds: &'a [Round],
    /// Sellers that a person has taken in although their turn was elsewhere.
    pub by_hand: &'a [Code],
}

impl Turns<'_> {
    fn elsewhere(&self, seller: &Code, round: &Round) -> bool {
        if self.by_hand.contains(seller) {
            return false;
        }
        let told =
            self.told.iter().any(|(known, on)| known == seller && Month::of(*on) != round.month);
        told || self.rounds.iter().any(|other| {
            let earlier = (other.month, &other.code) < (round.month, &round.code);
            earlier && other.sellers.contains(seller)
        })
    }
}

/// Sorts the products for Gebetan into goods and those left out; others are none of its business.
pub fn candidates(round: &Round, products: &[Provision], turns: &Turns<'_>) -> Candidates {
    let mut found = Candidates::default();
    for product in products.iter().filter(|product| product.gebetan) {
        match judge(round, product, turns) {
            Ok(good) => found.goods.push(good),
            Err(why) => {
                let (code, seller) = (product.card.code.clone(), product.card.seller.clone());
                found.absent.push(Absent { code, seller, why });
            }
        }
    }
    found
}

fn judge(round: &Round, product: &Provision, turns: &Turns<'_>) -> Result<Good, LeftOut> {
    let card = &product.card;
    if !round.sellers.contains(&card.seller) {
        return Err(LeftOut::OutsideRound);
    }
    if turns.elsewhere(&card.seller, round) {
        return Err(LeftOut::OtherTurn);
    }
    let (choice, price) = product.first_choice().ok_or(LeftOut::SoldOut)?;
    if price.get() == 0 {
        return Err(LeftOut::NoPrice);
    }
    lasts(round, product)?;
    let minimum = card.minimum.max(1);
    let capacity = capacity(round, product);
    if capacity.is_some_and(|most| most < minimum) {
        return Err(LeftOut::NeverEnough);
    }
    Ok(Good {
        code: card.code.clone(),
        name: card.name.clone(),
        seller: card.seller.clone(),
        shop: card.shop.clone(),
        unit: card.unit.clone(),
        choice,
        price,
        minimum,
        capacity,
    })
}

/// How many can be made between the last order and the day of delivery; absent: not told.
pub(super) fn capacity(round: &Round, product: &Provision) -> Option<u32> {
    product.daily_capacity.map(|daily| daily.saturating_mul(whole_days(round)))
}

/// Whether it is ready when the packages are brought and still good then.
fn lasts(round: &Round, product: &Provision) -> Result<(), LeftOut> {
    let food = Category::is_kuliner(&product.card.category);
    let lead = product.lead_days();
    let Some(days) = days_until_delivery(round) else {
        let timeless = !food && lead == 0 && product.shelf_life_days.is_none();
        return if timeless { Ok(()) } else { Err(LeftOut::NoDay) };
    };
    if i32::from(lead) > days {
        return Err(LeftOut::TooSlow);
    }
    match product.shelf_life_days {
        // What was made when ordering closed is eaten after it was brought.
        Some(keeps) if days >= i32::from(keeps) => Err(LeftOut::KeepsTooShort),
        None if food => Err(LeftOut::KeepsUntold),
        _ => Ok(()),
    }
}

/// Days from the day on which ordering closes to the day of delivery, where that is told.
fn days_until_delivery(round: &Round) -> Option<i32> {
    // `closes` is the first moment after the last order, which may be midnight.
    let closing = Moment(round.closes.0.saturating_sub(1)).date();
    round.delivers.map(|day| day.days().saturating_sub(closing.days()))
}

/// Whole days between the last order and the day of delivery, in which goods can be made; at least one.
fn whole_days(round: &Round) -> u32 {
    let seconds = round.delivers.map_or(0, |day| day.start().0.saturating_sub(round.closes.0));
    u32::try_from(seconds / DAY).unwrap_or(0).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::gebetan::tests::{code, date, round};
    use crate::domain::product::Stock;
    use crate::domain::provision::tests::provision;

    /// Food of a seller of the round that keeps for a month.
    fn product(name: &str, seller: &str) -> Provision {
        let mut product = provision();
        product.card.code = code(name);
        product.card.seller = code(seller);
        product.shelf_life_days = Some(30);
        product
    }

    fn why(change: impl FnOnce(&mut Provision, &mut Round)) -> Option<LeftOut> {
        let (mut product, mut round) = (product("keripik", "toko-a"), round());
        change(&mut product, &mut round);
        let found = candidates(&round, &[product], &Turns::default());
        found.absent.first().map(|absent| absent.why)
    }

    #[test]
    fn goods_that_are_ready_and_keep_until_the_day_are_taken() {
        assert_eq!(why(|_, _| {}), None);
        // Seven days lie between the last day of ordering and the day of delivery.
        assert_eq!(why(|product, _| product.shelf_life_days = Some(8)), None);
        assert_eq!(
            why(|product, _| product.shelf_life_days = Some(7)),
            Some(LeftOut::KeepsTooShort)
        );
        let made_to_order = |days| {
            move |product: &mut Provision, _: &mut Round| {
                product.card.stock = Stock::Po;
                product.card.preorder_days = Some(days);
            }
        };
        assert_eq!(why(made_to_order(7)), None);
        assert_eq!(why(made_to_order(8)), Some(LeftOut::TooSlow));
    }

    #[test]
    fn only_food_must_say_how_long_it_keeps() {
        assert_eq!(why(|product, _| product.shelf_life_days = None), Some(LeftOut::KeepsUntold));
        let craft = |product: &mut Provision, _: &mut Round| {
            product.card.category = code("kriya");
            product.shelf_life_days = None;
        };
        assert_eq!(why(craft), None);
    }

    #[test]
    fn without_a_day_of_delivery_only_what_needs_none_is_taken() {
        assert_eq!(why(|_, round| round.delivers = None), Some(LeftOut::NoDay));
        let craft = |product: &mut Provision, round: &mut Round| {
            round.delivers = None;
            product.card.category = code("kriya");
            product.shelf_life_days = None;
        };
        assert_eq!(why(craft), None);
    }

    #[test]
    fn an_order_until_midnight_closes_on_that_day() {
        let midnight = |keeps| {
            move |product: &mut Provision, round: &mut Round| {
                round.closes = date("2026-12-10").start();
                product.shelf_life_days = Some(keeps);
            }
        };
        assert_eq!(why(midnight(8)), None);
        assert_eq!(why(midnight(7)), Some(LeftOut::KeepsTooShort));
    }

    #[test]
    fn what_cannot_be_had_or_never_in_its_minimum_is_left_out() {
        assert_eq!(why(|product, _| product.card.stock = Stock::Habis), Some(LeftOut::SoldOut));
        assert_eq!(
            why(|product, _| product.card.seller = code("toko-z")),
            Some(LeftOut::OutsideRound)
        );
        // Six whole days between Wednesday afternoon and the next Wednesday: 60 can be made.
        let minimum = |minimum| {
            move |product: &mut Provision, _: &mut Round| {
                (product.card.minimum, product.daily_capacity) = (minimum, Some(10));
            }
        };
        assert_eq!(why(minimum(60)), None);
        assert_eq!(why(minimum(61)), Some(LeftOut::NeverEnough));
    }

    #[test]
    fn goods_know_what_can_be_made_until_the_day() {
        let mut product = product("keripik", "toko-a");
        product.daily_capacity = Some(10);
        let capacity = |round: &Round| {
            let found = candidates(round, std::slice::from_ref(&product), &Turns::default());
            found.goods.first().and_then(|good| good.capacity)
        };
        let mut round = round();
        assert_eq!(capacity(&round), Some(60));
        round.delivers = Some(date("2026-12-10"));
        assert_eq!(capacity(&round), Some(10));
    }

    #[test]
    fn a_seller_has_one_turn_unless_a_person_takes_it_in() {
        let products = [product("keripik", "toko-a"), product("kopi", "toko-b")];
        let mut earlier = round();
        (earlier.code, earlier.month) =
            (code("gebetan-2026-11"), Month::parse("2026-11").expect("a month"));
        earlier.sellers = vec![code("toko-b")];
        let told = [(code("toko-a"), date("2026-10-14"))];
        let rounds = [earlier.clone(), round()];
        let left = |turns: Turns<'_>, round: &Round| -> Vec<LeftOut> {
            candidates(round, &products, &turns).absent.iter().map(|absent| absent.why).collect()
        };
        let turns = Turns { told: &told, rounds: &rounds, by_hand: &[] };
        assert_eq!(left(turns, &round()), [LeftOut::OtherTurn, LeftOut::OtherTurn]);
        let by_hand = [code("toko-a"), code("toko-b")];
        assert_eq!(left(Turns { by_hand: &by_hand, ..turns }, &round()), []);
        // The earlier round is its turn: the later one does not take it away.
        assert_eq!(left(turns, &earlier), [LeftOut::OutsideRound]);
        let own = [(code("toko-a"), date("2026-12-31"))];
        assert_eq!(left(Turns { told: &own, ..Turns::default() }, &round()), []);
    }

    #[test]
    fn left_out_products_and_sellers_are_counted_by_reason() {
        let mut products = [
            product("keripik", "toko-a"),
            product("kopi", "toko-a"),
            product("teh", "toko-b"),
            product("kue", "toko-c"),
            product("roti", "toko-d"),
        ];
        for product in &mut products[..3] {
            product.shelf_life_days = None;
        }
        products[3].card.stock = Stock::Habis;
        let found = candidates(&round(), &products, &Turns::default());
        assert_eq!(found.goods.len(), 1);
        assert_eq!(
            found.tally(),
            [
                Tally { why: LeftOut::SoldOut, products: 1, sellers: 1 },
                Tally { why: LeftOut::KeepsUntold, products: 3, sellers: 2 },
            ]
        );
    }
}
