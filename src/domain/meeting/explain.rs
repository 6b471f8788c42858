//! Why a wish has no plan: how many products fall at each condition, and what alone would have to change.
//!
//! Everything told here is tried first: a condition is named as the way out only where a plan is possible without it,
//! a day or a budget only where it is the first with which one is.

use crate::domain::meeting::choice::{Choice, able};
use crate::domain::meeting::condition::{Condition, Fault, a_head, earliest, faults};
use crate::domain::meeting::suggest::least_total;
use crate::domain::meeting::{Terms, Wish};
use crate::domain::money::Rupiah;
use crate::domain::product::Serving;
use crate::domain::provision::Provision;
use crate::domain::time::Date;

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How many products are none of the kinds wanted.
    pub others: u32,
    /// Each kind wanted.
    pub kinds: Vec<KindReport>,
    /// What alone would make a plan possible, for all kinds together; may be nothing.
    pub ways_out: Vec<WayOut>,
}

/// What there is of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindReport {
    /// The kind.
    pub serving: Serving,
    /// How many products could be that kind.
    pub offered: u32,
    /// How many of them are choices, for all heads or for a part.
    pub choices: u32,
    /// How many heads the choices can serve together.
    pub heads: u32,
    /// How many products fall at each condition at which any falls; one may fall at several.
    pub fallen: Vec<(Condition, u32)>,
    /// Conditions that alone keep products from being choices; empty where the choices serve all heads.
    pub lifts: Vec<Lift>,
}

/// What one condition keeps away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// The condition.
    pub condition: Condition,
    /// How many products would be choices for all heads or a part of them, if only this were lifted.
    pub choices: u32,
    /// Of the lead time: the first day on which one of them could be there.
    pub earliest: Option<Date>,
    /// Of the price: the least budget a head at which one of them would be a choice.
    pub budget: Option<Rupiah>,
}

/// A change with which a plan is possible, everything else staying as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Without this condition. Where it is that of e-Order, the procurement limit goes with it.
    Lift(Condition),
    /// On that day at the same hour: the first from the day wished on which it works.
    Day(Date),
    /// With that budget a head: the least with which it works.
    Budget(Rupiah),
    /// With a higher procurement limit: the cheapest plan costs that much, and the budget would allow it.
    Limit(Rupiah),
}

/// Explains why there is no plan. Where there is one, no way out is told.
pub fn explain(terms: &Terms, provisions: &[Provision]) -> Explanation {
    let wish = &terms.wish;
    let all: Vec<&Provision> = provisions.iter().collect();
    let is_other = |one: &&Provision| !wish.servings().iter().any(|s| one.servings.contains(s));
    Explanation {
        others: provisions.iter().filter(is_other).count() as u32,
        kinds: wish.servings().iter().map(|serving| report(terms, &all, *serving)).collect(),
        ways_out: if is_possible(terms, &all, None) { Vec::new() } else { ways_out(terms, &all) },
    }
}

fn report(terms: &Terms, all: &[&Provision], serving: Serving) -> KindReport {
    let own: Vec<&Provision> =
        all.iter().copied().filter(|one| one.servings.contains(&serving)).collect();
    let found: Vec<Vec<Fault>> = own.iter().map(|one| faults(terms, one)).collect();
    let fallen = Condition::ALL
        .into_iter()
        .map(|condition| {
            let falls = |faults: &&Vec<Fault>| faults.iter().any(|f| f.condition() == condition);
            (condition, found.iter().filter(falls).count() as u32)
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    let choices = able(terms, &own, serving, None);
    let heads = choices.iter().fold(0_u32, |sum, choice| sum.saturating_add(choice.heads()));
    let people = terms.wish.people();
    let lifts = if heads < people {
        let lift = |condition| lift(terms, &own, condition);
        Condition::ALL.into_iter().skip(1).filter_map(lift).collect()
    } else {
        Vec::new()
    };
    KindReport {
        serving,
        offered: own.len() as u32,
        choices: choices.len() as u32,
        heads: heads.min(people),
        fallen,
        lifts,
    }
}

/// What would be a choice, or one for more heads, without one condition.
fn lift(terms: &Terms, own: &[&Provision], condition: Condition) -> Option<Lift> {
    let heads = |one: &&Provision, lifted| {
        Choice::of(terms, one, lifted).map_or(0, |choice| choice.heads())
    };
    let gained: Vec<&Provision> =
        own.iter().copied().filter(|one| heads(one, Some(condition)) > heads(one, None)).collect();
    let faults = || {
        let found = gained.iter().flat_map(|one| faults(terms, one));
        found.filter(|fault| fault.condition() == condition)
    };
    let days = faults().filter_map(|fault| match fault {
        Fault::LeadTime { earliest } => Some(earliest),
        _ => None,
    });
    let budgets = faults().filter_map(|fault| match fault {
        Fault::Price { a_head } => Some(a_head),
        _ => None,
    });
    (!gained.is_empty()).then(|| Lift {
        condition,
        choices: gained.len() as u32,
        earliest: days.min(),
        budget: budgets.min(),
    })
}

/// Whether there is a plan, one condition lifted. Without the condition of e-Order there is no limit, without that of
/// the price no budget.
fn is_possible(terms: &Terms, all: &[&Provision], lifted: Option<Condition>) -> bool {
    let budget = terms.wish.budget_for_all();
    let limit = terms.limit().filter(|_| lifted != Some(Condition::Eorder));
    least_total(terms, all, lifted).map(Rupiah::new).is_some_and(|total| {
        (lifted == Some(Condition::Price) || total <= budget)
            && limit.is_none_or(|limit| total <= limit)
    })
}

fn ways_out(terms: &Terms, all: &[&Provision]) -> Vec<WayOut> {
    let mut ways: Vec<WayOut> = Vec::new();
    for condition in Condition::ALL.into_iter().skip(1) {
        // Products that fail another condition as well gain nothing.
        let able: Vec<&Provision> = all
            .iter()
            .copied()
            .filter(|one| Choice::of(terms, one, Some(condition)).is_some())
            .collect();
        if !is_possible(terms, &able, Some(condition)) {
            continue;
        }
        ways.extend(match condition {
            Condition::LeadTime => first_day(terms, &able).map(WayOut::Day),
            Condition::Price => least_budget(terms, &able).map(WayOut::Budget),
            other => Some(WayOut::Lift(other)),
        });
    }
    ways.extend(over_limit(terms, all).map(WayOut::Limit));
    ways
}

fn with(terms: &Terms, change: impl FnOnce(&mut Wish)) -> Terms {
    let mut changed = terms.clone();
    change(&mut changed.wish);
    changed
}

/// The first day from the one wished on which a plan is possible.
fn first_day(terms: &Terms, able: &[&Provision]) -> Option<Date> {
    let at = terms.wish.at;
    let mut days: Vec<Date> =
        able.iter().map(|one| earliest(terms.now, at, one.lead_days())).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter(|day| *day > at.date()).find(|day| {
        let later = i64::from(day.days() - at.date().days()) * 86_400;
        is_possible(&with(terms, |wish| wish.at.0 += later), able, None)
    })
}

/// The least budget a head, above the one wished, with which a plan is possible: the more there is, the more is possible.
fn least_budget(terms: &Terms, able: &[&Provision]) -> Option<Rupiah> {
    let people = terms.wish.people();
    let works = |budget: u64| {
        is_possible(&with(terms, |wish| wish.budget = Rupiah::new(budget)), able, None)
    };
    let mut low = terms.wish.budget.get();
    // With what the dearest cost together, every product is a choice.
    let dearest = able.iter().flat_map(|one| faults(terms, one)).filter_map(|fault| match fault {
        Fault::Price { a_head } => Some(a_head.get()),
        _ => None,
    });
    let total = Rupiah::new(least_total(terms, able, Some(Condition::Price))?);
    let mut high = dearest.max().unwrap_or(0).max(a_head(total, people).get()).max(low);
    if !works(high) {
        return None;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if works(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(Rupiah::new(high))
}

/// What the cheapest plan costs, where nothing but the procurement limit forbids it.
fn over_limit(terms: &Terms, all: &[&Provision]) -> Option<Rupiah> {
    let limit = terms.limit()?;
    let total = Rupiah::new(least_total(terms, all, None)?);
    (total > limit && total <= terms.wish.budget_for_all()).then_some(total)
}
