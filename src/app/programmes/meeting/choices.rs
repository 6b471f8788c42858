//! What else may be chosen for a kind.

use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::meeting::state::{Outcome, Planner};
use crate::app::text::t::meeting as t;
use crate::app::ui::icon::icon;
use crate::domain::meeting::choice::choices;
use crate::domain::meeting::plan::Item;
use crate::domain::product::Serving;
use crate::domain::provision::Provision;
use std::sync::Arc;

/// The other choices, folded away, in the fair turn of the day of delivery.
pub(super) fn choices_for(
    planner: Planner,
    outcome: &Arc<Outcome>,
    goods: &[Provision],
    items: &[Item],
    serving: Serving,
) -> Node {
    let found = choices(&outcome.terms, goods, serving);
    let rows: Vec<Node> = found
        .iter()
        .filter(|choice| !items.iter().any(|item| item.code == choice.provision.card.code))
        .map(|choice| {
            let card = &choice.provision.card;
            let item =
                Item { code: card.code.clone(), serving, quantity: choice.most.max(choice.least) };
            let outcome = Arc::clone(outcome);
            let tapped = move |_| planner.edit(&outcome, |items| items.push(item.clone()));
            h::li()
                .child(
                    h::button()
                        .class("choice")
                        .on("click", tapped)
                        .child(h::span().class("visually-hidden").child(t::ADD))
                        .child(h::b().child(card.name.clone()))
                        .child(" ")
                        .child(h::span().child(t::choice(
                            &card.shop,
                            &card.unit,
                            choice.price,
                            choice.least,
                        )))
                        .child(icon("plus")),
                )
                .into_node()
        })
        .collect();
    let count = rows.len();
    h::details()
        .class("planner__choices")
        .child(h::summary().child(t::others(count)))
        .child(h::ul().class("choices").child(rows))
        .into_node()
}
