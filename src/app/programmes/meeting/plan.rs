//! The plan: what stands in it, what it costs, what it breaks once it is changed by hand; or why there is none.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::product_card::picture;
use crate::app::parts::tone;
use crate::app::programmes::meeting::choices::choices_for;
use crate::app::programmes::meeting::spec::spec;
use crate::app::programmes::meeting::state::{Outcome, Planner};
use crate::app::reactive::memo;
use crate::app::text::t::meeting as t;
use crate::app::ui::icon::icon;
use crate::app::ui::stepper::{StepperLabels, stepper};
use crate::domain::code::Code;
use crate::domain::market::{Label, Market};
use crate::domain::meeting::explain::{Explanation, explain};
use crate::domain::meeting::plan::{Item, Totals, check, totals};
use crate::domain::product::Serving;
use crate::domain::provision::Provision;
use crate::domain::variant::describe;
use crate::route::Route;
use std::sync::Arc;

/// The most of one product that a plan holds.
const MOST: u32 = 5_000;
/// How wide a product's picture is shown.
const SIZES: &str = "64px";

/// The plan of what is asked.
pub(super) fn plan(planner: Planner, goods: Arc<Vec<Provision>>, market: Market) -> Node {
    let eorder = market.label(Label::Eorder);
    let content = move || {
        let Some(outcome) = planner.outcome.get() else {
            return notice("notice", "info", t::FILL_IN.to_owned());
        };
        let Some(items) = planner.items(&outcome) else {
            return none(&explain(&outcome.terms, &goods), &outcome, &eorder);
        };
        let totals = totals(&outcome.terms, &goods, &items);
        let broken: Vec<Node> = check(&outcome.terms, &goods, &items)
            .iter()
            .map(|broken| h::li().child(t::broken(broken, &name_of(&goods), &eorder)).into_node())
            .collect();
        let broken = (!broken.is_empty()).then(|| {
            h::div()
                .class("notice notice--warn")
                .attr("role", "alert")
                .child(icon("warning"))
                .child(h::ul().child(broken))
        });
        let kinds: Vec<Node> = outcome
            .terms
            .wish
            .servings()
            .iter()
            .map(|serving| kind(planner, &outcome, &goods, &items, *serving))
            .collect();
        h::group()
            .child(broken)
            .child(sum(&totals))
            .child(kinds)
            .child(spec(&outcome, &goods, &items, &market))
            .into_node()
    };
    h::div().class("planner").child(content).into_node()
}

fn notice(class: &'static str, sign: &'static str, words: String) -> Node {
    h::div().class(class).child(icon(sign)).child(h::div().child(words)).into_node()
}

/// Finds a product's name; a code stands for what is no longer on sale.
fn name_of(goods: &[Provision]) -> impl Fn(&Code) -> String + '_ {
    |code| {
        let found = goods.iter().find(|one| one.card.code == *code);
        found.map_or_else(|| code.to_string(), |one| one.card.name.clone())
    }
}

fn sum(totals: &Totals) -> Node {
    let sellers: Vec<Node> = totals
        .sellers
        .iter()
        .map(|seller| h::li().child(t::of_seller(&seller.shop, seller.total)).into_node())
        .collect();
    let mixed = totals.tax.is_mixed().then(|| h::p().class("order__small").child(t::MIXED_TAX));
    h::section()
        .class("panel planner__sum")
        .attr("aria-labelledby", "jumlah-judul")
        .child(h::h2().attr("id", "jumlah-judul").child(t::TOTAL))
        .child(
            h::p()
                .class("basket-sum__total")
                .attr("role", "status")
                .child(h::span().child(t::a_head(totals.a_head)))
                .child(" ")
                .child(h::b().child(totals.all.to_string())),
        )
        .child(h::ul().class("planner__sellers").child(sellers))
        .child(h::p().class("order__small").child(t::tax(totals.tax)))
        .child(mixed)
        .into_node()
}

/// Everything of one kind, and what else may be chosen for it.
fn kind(
    planner: Planner,
    outcome: &Arc<Outcome>,
    goods: &[Provision],
    items: &[Item],
    serving: Serving,
) -> Node {
    let rows: Vec<Node> = items
        .iter()
        .filter(|item| item.serving == serving)
        .filter_map(|item| {
            let provision = goods.iter().find(|one| one.card.code == item.code)?;
            Some(row(planner, outcome, provision, item))
        })
        .collect();
    h::section()
        .class("section")
        .child(
            h::div()
                .class("section__head")
                .child(h::h2().class("section__title").child(t::serving(serving))),
        )
        .child(h::div().class("panel").child(h::ul().class("package__items").child(rows)))
        .child(choices_for(planner, outcome, goods, items, serving))
        .into_node()
}

fn row(planner: Planner, outcome: &Arc<Outcome>, provision: &Provision, item: &Item) -> Node {
    let card = &provision.card;
    let (choice, price) = provision.first_choice().unwrap_or_else(|| (Vec::new(), card.price));
    let choice = describe(&choice);
    let named =
        if choice.is_empty() { card.name.clone() } else { format!("{} ({choice})", card.name) };
    let quantity = item.quantity;
    let value = memo(move || quantity);
    let labels = StepperLabels {
        value: t::how_many(&card.name),
        less: t::fewer(&card.name),
        more: t::more(&card.name),
    };
    let changed = {
        let (outcome, code) = (Arc::clone(outcome), card.code.clone());
        move |number: u32| {
            planner.edit(&outcome, |items| {
                if let Some(item) = items.iter_mut().find(|item| item.code == code) {
                    item.quantity = number;
                }
            });
        }
    };
    let taken_out = {
        let (outcome, code) = (Arc::clone(outcome), card.code.clone());
        move |_| planner.edit(&outcome, |items| items.retain(|item| item.code != code))
    };
    let grade = card
        .grade
        .map(|grade| h::group().child(" ").child(h::span().class("tag").child(t::grade(grade))));
    let halal =
        card.halal.then(|| h::group().child(" ").child(h::span().class("tag").child(t::HALAL_TAG)));
    h::li()
        .class("package__item package__item--plan")
        .child(picture(
            card.picture.as_ref(),
            "",
            &card.name,
            tone::of_category(&card.category),
            SIZES,
            false,
        ))
        .child(
            h::div()
                .child(h::a().attr("href", Route::Product(card.code.clone()).path()).child(named))
                .child(
                    h::p()
                        .class("meta")
                        .child(h::span().child(card.shop.clone()))
                        .child(" ")
                        .child(h::span().child(card.kecamatan.name())),
                )
                .child(h::p().class("package__tags").child(grade).child(halal))
                .child(h::p().class("package__price").child(t::line(quantity, &card.unit, price))),
        )
        .child(
            h::div()
                .class("package__tools")
                .child(stepper(value, 1..=MOST, labels, changed))
                .child(
                    h::button()
                        .class("icon-button")
                        .attr("aria-label", t::take_out(&card.name))
                        .on("click", taken_out)
                        .child(icon("trash")),
                ),
        )
        .into_node()
}

/// Why there is no plan, and what would help.
fn none(explanation: &Explanation, outcome: &Outcome, eorder: &str) -> Node {
    let ways: Vec<Node> = explanation
        .ways_out
        .iter()
        .map(|way| h::li().child(t::way_out(*way, eorder)).into_node())
        .collect();
    let ways = if ways.is_empty() {
        h::p().child(t::NO_WAY_OUT).into_node()
    } else {
        h::group().child(h::p().child(t::WAYS_OUT)).child(h::ul().child(ways)).into_node()
    };
    let kinds: Vec<Node> = explanation
        .kinds
        .iter()
        .map(|kind| {
            let fallen: Vec<Node> = kind
                .fallen
                .iter()
                .map(|(condition, count)| {
                    h::li().child(t::fallen(*condition, *count, eorder)).into_node()
                })
                .collect();
            h::group()
                .child(h::h3().child(t::kind_report(kind, outcome.terms.wish.people())))
                .child(h::ul().child(fallen))
                .into_node()
        })
        .collect();
    h::div()
        .class("notice notice--warn planner__none")
        .child(icon("warning"))
        .child(h::div().child(h::h2().child(t::NONE)).child(ways).child(kinds))
        .into_node()
}
