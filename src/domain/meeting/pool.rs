//! The choices of each kind among which a plan is looked for: all of them, or of very many those that matter.

use crate::domain::code::Code;
use crate::domain::meeting::Terms;
use crate::domain::meeting::choice::{Choice, able, in_turn};
use crate::domain::meeting::condition::Condition;
use crate::domain::order_by;
use crate::domain::provision::Provision;

/// So many first in turn, and so many sellers with the cheapest, are looked through for each kind.
const MOST: usize = 8;
/// So many ways to give products that could be several kinds to one of them are looked through.
const MOST_WAYS: usize = 256;

/// For each kind wanted the choices in turn; no product stands under two kinds.
pub(super) type Pool<'a> = Vec<Vec<Choice<'a>>>;

/// Every pool that is looked through: one, unless products could be several of the kinds wanted.
pub(super) fn pools<'a>(
    terms: &Terms,
    provisions: &[&'a Provision],
    lifted: Option<Condition>,
) -> Vec<Pool<'a>> {
    let kinds: Pool<'_> = terms
        .wish
        .servings()
        .iter()
        .map(|serving| {
            let choices = in_turn(terms, able(terms, provisions, *serving, lifted));
            narrowed(choices, terms.wish.people())
        })
        .collect();
    let shared = shared(&kinds);
    let ways: usize = shared.iter().fold(1, |ways, (_, kinds)| ways.saturating_mul(kinds.len()));
    (0..ways.min(MOST_WAYS)).map(|way| assigned(&kinds, &shared, way)).collect()
}

/// Those first in turn, the cheapest of several sellers, and as many of the cheapest as serve the heads twice over.
fn narrowed(choices: Vec<Choice<'_>>, people: u32) -> Vec<Choice<'_>> {
    let price =
        |at: usize| choices.get(at).map(|choice| choice.cost(people.div_ceil(choice.heads_a_unit)));
    let cheapest = order_by::places(choices.len(), &|a, b| price(a).cmp(&price(b)));
    let mut kept: Vec<usize> = (0..choices.len().min(MOST)).collect();
    let mut sellers: Vec<&Code> = Vec::new();
    let mut heads = 0_u32;
    for at in cheapest {
        let choice = &choices[at];
        let seller = &choice.provision.card.seller;
        let is_new = sellers.len() < MOST && !sellers.contains(&seller);
        if !is_new && heads >= people.saturating_mul(2) {
            continue;
        }
        if is_new {
            sellers.push(seller);
        }
        heads = heads.saturating_add(choice.heads());
        if at >= MOST {
            kept.push(at);
        }
    }
    kept.sort_unstable();
    let mut choices: Vec<Option<Choice<'_>>> = choices.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|at| choices.get_mut(at).and_then(Option::take)).collect()
}

/// The products that stand under several kinds, with these.
fn shared(kinds: &Pool<'_>) -> Vec<(Code, Vec<usize>)> {
    let under = |code: &Code| -> Vec<usize> {
        let has = |kind: &Vec<Choice<'_>>| kind.iter().any(|one| one.provision.card.code == *code);
        (0..kinds.len()).filter(|at| kinds.get(*at).is_some_and(has)).collect()
    };
    let mut shared: Vec<(Code, Vec<usize>)> = Vec::new();
    for choice in kinds.iter().flatten() {
        let code = &choice.provision.card.code;
        let kinds = under(code);
        if kinds.len() > 1 && !shared.iter().any(|(known, _)| known == code) {
            shared.push((code.clone(), kinds));
        }
    }
    shared
}

/// The kinds with each shared product under one of its kinds: `way` is a number whose digits say which.
fn assigned<'a>(kinds: &Pool<'a>, shared: &[(Code, Vec<usize>)], mut way: usize) -> Pool<'a> {
    let mut pool = kinds.clone();
    for (code, under) in shared {
        let own = under[way % under.len()];
        way /= under.len();
        for (at, kind) in pool.iter_mut().enumerate() {
            if at != own {
                kind.retain(|choice| choice.provision.card.code != *code);
            }
        }
    }
    pool
}
