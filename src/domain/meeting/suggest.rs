//! The suggested plan: the first sellers in turn with whom a plan is possible, tried in that order.
//!
//! Whether one is possible with some products taken for certain is asked of the cheapest way to fill it up
//! (`cover.rs`); so the search neither gives up too early nor follows what cannot be paid.

use crate::domain::code::Code;
use crate::domain::meeting::Terms;
use crate::domain::meeting::choice::Choice;
use crate::domain::meeting::condition::Condition;
use crate::domain::meeting::cover::{Part, cheapest, cheapest_without_surplus};
use crate::domain::meeting::plan::Item;
use crate::domain::meeting::pool::{Pool, pools};
use crate::domain::product::Serving;
use crate::domain::provision::Provision;
use crate::domain::sorted::Sorted;

/// From so many sellers a plan should come.
pub const SELLERS: usize = 3;

/// The suggested plan; `None` where no plan holds ([`explain`](super::explain::explain) says why).
pub fn suggest(terms: &Terms, provisions: &[Provision]) -> Option<Vec<Item>> {
    let all: Vec<&Provision> = provisions.iter().collect();
    let mut tight = searches(terms, &all, None, Surplus::Never);
    let mut loose = searches(terms, &all, None, Surplus::WhereForced);
    let mut found = None;
    for sellers in (1..=SELLERS).rev() {
        found = found.or_else(|| choose(terms, &mut tight, sellers));
    }
    found.or_else(|| choose(terms, &mut loose, 1))
}

fn choose(terms: &Terms, searches: &mut [Search<'_>], sellers: usize) -> Option<Vec<Item>> {
    searches.iter_mut().find_map(|search| {
        let mut taken = search.choose(sellers)?;
        search.join(&mut taken);
        Some(search.plan(terms.wish.servings(), &taken))
    })
}

/// What the cheapest plan costs where one condition is lifted; `None` where the heads cannot be served.
pub(super) fn least_total(
    terms: &Terms,
    provisions: &[&Provision],
    lifted: Option<Condition>,
) -> Option<u64> {
    let mut searches = searches(terms, provisions, lifted, Surplus::WhereForced);
    searches.iter_mut().filter_map(|search| search.total(&[])).min()
}

fn searches<'a>(
    terms: &Terms,
    provisions: &[&'a Provision],
    lifted: Option<Condition>,
    surplus: Surplus,
) -> Vec<Search<'a>> {
    pools(terms, provisions, lifted)
        .into_iter()
        .map(|pool| Search {
            known: pool.iter().map(|_| Sorted::default()).collect(),
            is_tight: terms.wish.servings().iter().map(|kind| surplus.is_barred(*kind)).collect(),
            pool,
            people: terms.wish.people(),
            most: terms.most().get(),
        })
        .collect()
}

/// Whether more meals and drinks may be taken than there are heads. Snacks may always be several a head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Surplus {
    /// No unit that could be left out.
    Never,
    /// Where least orders and capacities leave no other way.
    WhereForced,
}

impl Surplus {
    fn is_barred(self, serving: Serving) -> bool {
        self == Self::Never && serving != Serving::Kudapan
    }
}

/// A choice of the pool: its place in turn and its kind. Further products are tried in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    at: usize,
    kind: usize,
}

struct Search<'a> {
    pool: Pool<'a>,
    /// For each kind whether no unit may be taken that could be left out.
    is_tight: Vec<bool>,
    people: u32,
    /// The most that a plan may cost.
    most: u64,
    /// For each kind what it costs with these taken, as far as it was asked.
    known: Vec<Sorted<Vec<usize>, Option<u64>>>,
}

impl<'a> Search<'a> {
    /// The products that are taken for certain: one for each kind, then further ones until there are so many sellers.
    fn choose(&mut self, sellers: usize) -> Option<Vec<Spot>> {
        let mut all: Vec<&Code> = Vec::new();
        for choice in self.pool.iter().flatten() {
            if !all.contains(&&choice.provision.card.seller) {
                all.push(&choice.provision.card.seller);
            }
        }
        let mut taken = Vec::new();
        (all.len() >= sellers && self.extend(&mut taken, sellers)).then_some(taken)
    }

    fn extend(&mut self, taken: &mut Vec<Spot>, sellers: usize) -> bool {
        if self.total(taken).is_none_or(|total| total > self.most) {
            return false;
        }
        let next = if taken.len() < self.pool.len() {
            self.first_of(taken.len(), taken)
        } else if self.sellers(taken).len() >= sellers {
            return true;
        } else {
            self.further(taken)
        };
        for spot in next {
            taken.push(spot);
            if self.extend(taken, sellers) {
                return true;
            }
            taken.pop();
        }
        false
    }

    /// Where those taken make too few of a kind for all heads, the next in turn join them, as far as money allows.
    fn join(&mut self, taken: &mut Vec<Spot>) {
        for kind in 0..self.pool.len() {
            for at in 0..self.pool[kind].len() {
                let own = taken_of(kind, taken);
                let heads = own.iter().map(|at| self.pool[kind][*at].heads());
                if heads.fold(0, u32::saturating_add) >= self.people {
                    break;
                }
                if own.contains(&at) {
                    continue;
                }
                taken.push(Spot { at, kind });
                if self.total(taken).is_none_or(|total| total > self.most) {
                    taken.pop();
                }
            }
        }
    }

    /// The choices of a kind: those of sellers not taken yet first, then the others.
    fn first_of(&self, kind: usize, taken: &[Spot]) -> Vec<Spot> {
        let known = self.sellers(taken);
        let spots = |is_known: bool| {
            let count = self.pool.get(kind).map_or(0, Vec::len);
            (0..count)
                .map(|at| Spot { at, kind })
                .filter(|spot| known.contains(&self.seller(*spot)) == is_known)
                .collect::<Vec<Spot>>()
        };
        [spots(false), spots(true)].concat()
    }

    /// What may come on top: products of sellers not taken yet, behind what is taken, so that no set is tried twice.
    fn further(&self, taken: &[Spot]) -> Vec<Spot> {
        let known = self.sellers(taken);
        let (firsts, more) = taken.split_at(self.pool.len());
        let mut spots: Vec<Spot> = firsts
            .iter()
            .flat_map(|first| {
                let count = self.pool.get(first.kind).map_or(0, Vec::len);
                (first.at + 1..count).map(|at| Spot { at, kind: first.kind })
            })
            .filter(|spot| more.last().is_none_or(|last| spot > last))
            .filter(|spot| !known.contains(&self.seller(*spot)))
            .collect();
        spots.sort_unstable();
        spots
    }

    fn seller(&self, spot: Spot) -> &'a Code {
        &self.pool[spot.kind][spot.at].provision.card.seller
    }

    fn sellers(&self, taken: &[Spot]) -> Vec<&'a Code> {
        let mut sellers: Vec<&Code> = Vec::new();
        for spot in taken {
            let seller = self.seller(*spot);
            if !sellers.contains(&seller) {
                sellers.push(seller);
            }
        }
        sellers
    }

    /// The least that a plan with these costs.
    fn total(&mut self, taken: &[Spot]) -> Option<u64> {
        let mut total = 0_u64;
        for kind in 0..self.pool.len() {
            let own = taken_of(kind, taken);
            let cost = match self.known[kind].get(&own) {
                Some(known) => *known,
                None => {
                    let cost = self.filled_up(kind, &own).map(|(cost, _)| cost);
                    self.known[kind].insert(own, cost);
                    cost
                }
            };
            total = total.saturating_add(cost?);
        }
        Some(total)
    }

    /// The cheapest way to serve a kind with these.
    fn filled_up(&self, kind: usize, taken: &[usize]) -> Option<(u64, Vec<u32>)> {
        let parts = parts(&self.pool[kind], taken);
        if self.is_tight[kind] {
            cheapest_without_surplus(&parts, self.people)
        } else {
            cheapest(&parts, self.people)
        }
    }

    /// The plan with these: at best each head gets one of each snack, else the heads are shared out evenly, else the
    /// cheapest fill it up.
    fn plan(&self, servings: &[Serving], taken: &[Spot]) -> Vec<Item> {
        let mut quantities: Vec<Vec<u32>> = (0..self.pool.len())
            .map(|kind| self.filled_up(kind, &taken_of(kind, taken)))
            .map(|found| found.map(|(_, quantities)| quantities).unwrap_or_default())
            .collect();
        for (kind, serving) in servings.iter().enumerate() {
            let (pool, own) = (&self.pool[kind], taken_of(kind, taken));
            let snacks = || one_of_each(pool, &own, self.people);
            let shared = shared_out(pool, &own, self.people)
                .filter(|shared| !self.is_tight[kind] || !has_surplus(pool, shared, self.people));
            let ways = [(*serving == Serving::Kudapan).then(snacks).flatten(), shared];
            for way in ways.into_iter().flatten() {
                let before = std::mem::replace(&mut quantities[kind], way);
                if self.cost(&quantities) <= self.most {
                    break;
                }
                quantities[kind] = before;
            }
        }
        let mut items = Vec::new();
        for ((pool, quantities), serving) in self.pool.iter().zip(&quantities).zip(servings) {
            for (choice, quantity) in pool.iter().zip(quantities).filter(|(_, many)| **many > 0) {
                let code = choice.provision.card.code.clone();
                items.push(Item { code, serving: *serving, quantity: *quantity });
            }
        }
        items
    }

    fn cost(&self, quantities: &[Vec<u32>]) -> u64 {
        let kinds = self.pool.iter().zip(quantities);
        kinds
            .flat_map(|(pool, quantities)| pool.iter().zip(quantities))
            .fold(0, |sum, (choice, quantity)| sum.saturating_add(choice.cost(*quantity)))
    }
}

/// The places of a kind among what is taken, in order.
fn taken_of(kind: usize, taken: &[Spot]) -> Vec<usize> {
    let mut own: Vec<usize> =
        taken.iter().filter(|spot| spot.kind == kind).map(|spot| spot.at).collect();
    own.sort_unstable();
    own
}

fn parts(pool: &[Choice<'_>], taken: &[usize]) -> Vec<Part> {
    pool.iter()
        .enumerate()
        .map(|(at, choice)| Part {
            price: choice.price.get(),
            heads: choice.heads_a_unit,
            least: choice.least,
            most: choice.most,
            is_taken: taken.contains(&at),
        })
        .collect()
}

/// Every head gets one of each product taken.
fn one_of_each(pool: &[Choice<'_>], taken: &[usize], people: u32) -> Option<Vec<u32>> {
    let mut quantities = vec![0; pool.len()];
    for at in taken {
        let choice = &pool[*at];
        let needed = people.div_ceil(choice.heads_a_unit);
        if needed > choice.most {
            return None;
        }
        quantities[*at] = needed;
    }
    Some(quantities)
}

/// The heads are shared out among the products taken, as evenly as least orders and capacities allow.
fn shared_out(pool: &[Choice<'_>], taken: &[usize], people: u32) -> Option<Vec<u32>> {
    let mut quantities = vec![0; pool.len()];
    for at in taken {
        quantities[*at] = pool[*at].least;
    }
    while served(pool, &quantities) < people {
        let next = taken
            .iter()
            .copied()
            .filter(|at| quantities[*at] < pool[*at].most)
            .min_by_key(|at| quantities[*at].saturating_mul(pool[*at].heads_a_unit))?;
        quantities[next] += 1;
    }
    Some(quantities)
}

/// How many heads such quantities serve.
fn served(pool: &[Choice<'_>], quantities: &[u32]) -> u32 {
    pool.iter()
        .zip(quantities)
        .map(|(choice, quantity)| quantity.saturating_mul(choice.heads_a_unit))
        .fold(0, u32::saturating_add)
}

/// Whether a unit could be left out.
fn has_surplus(pool: &[Choice<'_>], quantities: &[u32], people: u32) -> bool {
    let taken = pool.iter().zip(quantities).filter(|(_, quantity)| **quantity > 0);
    let smallest = taken.map(|(choice, _)| choice.heads_a_unit).min().unwrap_or_default();
    served(pool, quantities).saturating_sub(smallest) >= people
}
