//! `/gebetan#…`: an order that was sent is opened in the planner again. What stands there already is replaced only once the
//! visitor has said so.

use crate::app::browser::page;
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::gebetan::state::Planner;
use crate::app::reactive::{RwSignal, effect};
use crate::app::text::t::gebetan as t;
use crate::app::text::t::shared::wrong;
use crate::app::ui::icon::icon;
use crate::domain::gebetan::reopen;
use crate::domain::shared_list::{Order, Shared, SharedError};
use crate::route::Route;

/// Where the page stands with the order of its address.
#[derive(Clone, PartialEq)]
enum State {
    /// It is to be asked whether it may replace what is there.
    Asked(Order),
    /// It is taken over once the goods are there.
    Agreed(Order),
    /// It was taken over; what has changed since it was sent.
    Taken(Vec<String>),
    /// It cannot be read.
    Wrong(SharedError),
    /// It is not wanted.
    Declined,
}

/// What is to be said and asked of the order in the address; nothing where there is none.
pub(super) fn reopened(planner: Planner) -> Option<Node> {
    let fragment = page::fragment();
    if fragment.is_empty() {
        return None;
    }
    let stands = planner.asked.with_untracked(|asked| {
        !asked.office.is_empty() || asked.counts.iter().any(|count| *count > 0)
    });
    let state = RwSignal::new(match Shared::decode(&fragment) {
        Ok(Shared::Order(order)) if stands => State::Asked(order),
        Ok(Shared::Order(order)) => State::Agreed(order),
        Ok(Shared::List(_)) => State::Wrong(SharedError::Damaged),
        Err(error) => State::Wrong(error),
    });
    let (catalogue, around) = (Catalogue::expect(), Around::expect());
    effect(move || {
        let State::Agreed(order) = state.get() else { return };
        let market = catalogue.manifest.with(Load::ready);
        let (Some(market), Some(_)) = (market, around.goods.with(Load::ready)) else { return };
        let (counts, lost) = reopen::counts(&order, &market.market.gebetan.packages);
        let mut said: Vec<String> = lost.iter().map(|parcel| t::lost(&parcel.name)).collect();
        take(planner, &order, counts, &mut said);
        // A reload is to show what has become of it, not to ask once more.
        page::replace_address(&Route::Gebetan.path());
        state.set(State::Taken(said));
    });
    let shown = move || match state.get() {
        State::Asked(order) => question(state, order),
        State::Taken(said) if !said.is_empty() => {
            let said: Vec<Node> =
                said.into_iter().map(|words| h::p().child(words).into_node()).collect();
            notice("notice", "info", h::group().child(said).into_node())
        }
        State::Wrong(error) => notice("notice notice--warn", "warning", wrong(error).into_node()),
        State::Agreed(_) | State::Taken(_) | State::Declined => Node::Nothing,
    };
    Some(h::div().attr("role", "status").child(shown).into_node())
}

/// Asks for what the order asks, with its contents where they still hold.
fn take(planner: Planner, order: &Order, counts: Vec<u32>, said: &mut Vec<String>) {
    // Names belong to what stood there.
    planner.people.forget();
    planner.ask(|asked| {
        asked.round = Some(order.round.clone());
        asked.office.clone_from(&order.office);
        asked.counts = counts;
        asked.by_hand = Vec::new();
    });
    let Some(outcome) = planner.outcome.get_untracked() else { return };
    if outcome.round.code != order.round {
        said.push(t::OTHER_ROUND.to_owned());
    }
    let by_hand = reopen::by_hand(order, &outcome.candidates.absent);
    planner.ask(|asked| asked.by_hand = by_hand);
    let Some(outcome) = planner.outcome.get_untracked() else { return };
    match reopen::plan(order, &outcome.candidates.goods, &outcome.wishes) {
        Some(plan) if outcome.plan.is_ok() => planner.exchange(outcome.asked.clone(), plan),
        _ => said.push(t::OTHER_CONTENTS.to_owned()),
    }
}

fn question(state: RwSignal<State>, order: Order) -> Node {
    let words = t::replace(&order.office);
    let button = |class: &'static str, words: &'static str, then: State| {
        h::button()
            .class(class)
            .on("click", move |_| {
                if then == State::Declined {
                    page::replace_address(&Route::Gebetan.path());
                }
                state.set(then.clone());
                page::focus("isi");
            })
            .child(words)
    };
    let content = h::group()
        .child(h::p().child(words))
        .child(
            h::div()
                .class("planner__ways")
                .child(button("button button--main", t::REPLACE, State::Agreed(order)))
                .child(button("button", t::KEEP, State::Declined)),
        )
        .into_node();
    notice("notice", "info", content)
}

fn notice(class: &'static str, sign: &'static str, content: Node) -> Node {
    h::div().class(class).child(icon(sign)).child(h::div().child(content)).into_node()
}
