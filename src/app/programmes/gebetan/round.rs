//! The round: until when orders are taken, when it is brought, and by whom.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::countdown::countdown;
use crate::app::programmes::gebetan::state::{Planner, chosen};
use crate::app::state::clock::Clock;
use crate::app::text::t::gebetan as t;
use crate::app::ui::icon::icon;
use crate::domain::code::Code;
use crate::domain::gebetan::is_open;
use crate::domain::round::Round;
use leptos::prelude::*;

/// The round that is chosen, and a way to choose another.
pub(super) fn round(planner: Planner, rounds: &[Round]) -> Node {
    let clock = Clock::expect();
    let all = rounds.to_vec();
    let told = move || {
        let now = clock.turn.get();
        chosen(&all, planner.asked.with(|asked| asked.round.clone()).as_ref(), now)
            .map(|round| facts(round, is_open(round, now)))
    };
    let choose = move |event| {
        let round = Code::parse(&event_target_value(&event)).ok();
        planner.ask(|asked| asked.round = round);
    };
    let rounds_here = rounds.to_vec();
    let current = crate::app::reactive::memo(move || {
        let asked = planner.asked.with(|asked| asked.round.clone());
        chosen(&rounds_here, asked.as_ref(), clock.turn.get()).map(|round| round.code.clone())
    });
    let options: Vec<Node> = rounds
        .iter()
        .map(|round| {
            let code = round.code.clone();
            let selected = move || current.get().as_ref() == Some(&code);
            h::option()
                .attr("value", round.code.to_string())
                .prop("selected", selected)
                .child(round.month.name())
                .into_node()
        })
        .collect();
    h::group()
        .child(h::h2().child(t::ROUND))
        .child(
            h::div()
                .class("field")
                .child(h::label().class("field__label").attr("for", "putaran").child(t::MONTH))
                .child(
                    h::select()
                        .class("input")
                        .attr("id", "putaran")
                        .on("change", choose)
                        .child(options),
                ),
        )
        .child(told)
        .into_node()
}

fn facts(round: &Round, open: bool) -> Node {
    let fact = |sign: &'static str, term: &'static str, words: String| {
        h::div()
            .child(icon(sign))
            .child(h::dt().child(term))
            .child(h::dd().child(words))
            .into_node()
    };
    let mut facts = vec![fact("clock", t::CLOSES, t::until(round.closes))];
    if let Some(day) = round.delivers {
        facts.push(fact("truck", t::DELIVERED, day.long()));
    }
    if !round.cooperative.is_empty() {
        facts.push(fact("store", t::COOPERATIVE, round.cooperative.clone()));
    }
    facts.push(fact("bag", t::TAKING_PART, t::sellers(round.sellers.len())));
    if !round.note.is_empty() {
        facts.push(fact("info", t::NOTE, round.note.clone()));
    }
    let clock = if open {
        countdown(round.closes, t::CLOSES_IN)
    } else {
        h::p().child(h::span().class("badge badge--quiet").child(t::CLOSED)).into_node()
    };
    h::group().child(h::dl().class("facts").child(facts)).child(clock).into_node()
}
