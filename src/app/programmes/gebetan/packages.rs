//! The packages as they are filled, each item of which can be exchanged; or why they cannot be filled.

use crate::app::browser::dialog;
use crate::app::data::around::Around;
use crate::app::data::load::Load;
use crate::app::node::{ElementRef, IntoNode, Node, h};
use crate::app::parts::product_card::picture;
use crate::app::parts::tone;
use crate::app::programmes::gebetan::state::{Outcome, Planner};
use crate::app::reactive::RwSignal;
use crate::app::text::t::gebetan as t;
use crate::app::ui::icon::icon;
use crate::app::ui::sheet::{SheetLabels, sheet};
use crate::domain::gebetan::candidates::LeftOut;
use crate::domain::gebetan::exchange::{alternatives, exchange};
use crate::domain::gebetan::plan::Unmet;
use crate::domain::gebetan::totals::{of_all, of_package};
use crate::domain::gebetan::{Good, Item, Plan};
use crate::domain::provision::Provision;
use crate::domain::variant::describe;
use crate::route::Route;
use std::sync::Arc;

/// How wide a good's picture is shown.
const SIZES: &str = "64px";

/// The filled packages.
pub(super) fn packages(planner: Planner) -> Node {
    let around = Around::expect();
    // Which item is to be exchanged: its package and its place there.
    let place: RwSignal<(usize, usize)> = RwSignal::new((0, 0));
    let choosing = ElementRef::new();
    let content = move || {
        let outcome = planner.outcome.get()?;
        let provisions = around.goods.with(Load::ready)?;
        let filled = match planner.plan(&outcome) {
            Ok(plan) => all(&outcome, &plan, &provisions, place, choosing),
            Err(unmet) => told(&outcome, &unmet),
        };
        Some(h::group().child(filled).child(left_out(planner, &outcome)).into_node())
    };
    let others = move || {
        let outcome = planner.outcome.get()?;
        let plan = planner.plan(&outcome).ok()?;
        Some(choices(planner, &outcome, &plan, place.get(), choosing))
    };
    h::group()
        .child(h::div().attr("aria-live", "polite").child(content))
        .child(sheet(
            choosing,
            "ganti",
            SheetLabels { title: t::EXCHANGE_TITLE, close: t::CLOSE },
            h::div().child(others),
            None,
        ))
        .into_node()
}

fn all(
    outcome: &Outcome,
    plan: &Plan,
    provisions: &[Provision],
    place: RwSignal<(usize, usize)>,
    choosing: ElementRef,
) -> Node {
    let goods = &outcome.candidates.goods;
    let packages: Vec<Node> = outcome
        .wishes
        .iter()
        .zip(&plan.packages)
        .enumerate()
        .filter(|(_, (wish, _))| wish.count > 0)
        .map(|(at, (wish, items))| {
            let price = of_package(goods, items);
            let rows: Vec<Node> = items
                .iter()
                .enumerate()
                .filter_map(|(number, item)| {
                    let good = goods.get(item.good)?;
                    let choose = move || {
                        place.set((at, number));
                        dialog::open(choosing);
                    };
                    Some(row(good, *item, provisions, choose))
                })
                .collect();
            h::article()
                .class("package panel")
                .child(
                    h::div()
                        .class("package__head")
                        .child(h::h3().child(wish.name.clone()))
                        .child(h::p().child(t::package(wish.count, price, wish.budget))),
                )
                .child(h::ul().class("package__items").child(rows))
                .into_node()
        })
        .collect();
    let count: u32 = outcome.wishes.iter().fold(0, |sum, wish| sum.saturating_add(wish.count));
    let total = of_all(goods, &outcome.wishes, plan);
    h::section()
        .class("section")
        .child(
            h::div()
                .class("section__head")
                .child(h::h2().class("section__title").child(t::RESULT))
                .child(h::p().class("section__note").child(t::sum(count, total))),
        )
        .child(h::div().class("packages").child(packages))
        .into_node()
}

fn row(good: &Good, item: Item, provisions: &[Provision], choose: impl Fn() + 'static) -> Node {
    let card = provisions.iter().map(|one| &one.card).find(|card| card.code == good.code);
    let shown = card.map(|card| {
        picture(
            card.picture.as_ref(),
            "",
            &card.name,
            tone::of_category(&card.category),
            SIZES,
            false,
        )
    });
    h::li()
        .class("package__item")
        .child(shown)
        .child(
            h::div()
                .child(
                    h::a()
                        .attr("href", Route::Product(good.code.clone()).path())
                        .child(named(good)),
                )
                .child(h::p().class("meta").child(h::span().child(good.shop.clone())))
                .child(h::p().class("package__price").child(t::line(
                    item.quantity,
                    &good.unit,
                    good.price,
                ))),
        )
        .child(
            h::button()
                .class("button button--plain")
                .attr("aria-haspopup", "dialog")
                .attr("aria-label", t::exchange_of(&good.name))
                .on("click", move |_| choose())
                .child(icon("refresh"))
                .child(t::EXCHANGE),
        )
        .into_node()
}

fn named(good: &Good) -> String {
    let choice = describe(&good.choice);
    if choice.is_empty() { good.name.clone() } else { format!("{} ({choice})", good.name) }
}

/// What may stand in the place of an item.
fn choices(
    planner: Planner,
    outcome: &Arc<Outcome>,
    plan: &Plan,
    (package, number): (usize, usize),
    choosing: ElementRef,
) -> Node {
    let goods = &outcome.candidates.goods;
    let found = alternatives(goods, &outcome.wishes, plan, package, number);
    if found.is_empty() {
        return h::p().child(t::NO_EXCHANGE).into_node();
    }
    let rows: Vec<Node> = found
        .into_iter()
        .filter_map(|item| {
            let good = goods.get(item.good)?;
            let (outcome, plan) = (Arc::clone(outcome), plan.clone());
            let take = move |_| {
                let goods = &outcome.candidates.goods;
                if let Some(plan) = exchange(goods, &outcome.wishes, &plan, (package, number), item)
                {
                    planner.exchange(outcome.asked.clone(), plan);
                }
                dialog::close(choosing);
            };
            Some(
                h::li()
                    .child(
                        h::button()
                            .class("choice")
                            .on("click", take)
                            .child(h::b().child(named(good)))
                            .child(" ")
                            .child(h::span().child(good.shop.clone()))
                            .child(" ")
                            .child(h::span().child(t::line(item.quantity, &good.unit, good.price))),
                    )
                    .into_node(),
            )
        })
        .collect();
    h::ul().class("choices").child(rows).into_node()
}

fn told(outcome: &Outcome, unmet: &Unmet) -> Node {
    let names: Vec<&str> = outcome.wishes.iter().map(|wish| wish.name.as_str()).collect();
    let (class, sign) = match unmet {
        Unmet::Nothing => ("notice", "info"),
        _ => ("notice notice--warn", "warning"),
    };
    h::div()
        .class(class)
        .child(icon(sign))
        .child(h::div().child(t::unmet(unmet, &names)))
        .into_node()
}

/// Why the others stand in no package; a seller whose turn was elsewhere may be taken in by hand.
fn left_out(planner: Planner, outcome: &Outcome) -> Option<Node> {
    let tally = outcome.candidates.tally();
    let rows: Vec<Node> = tally
        .iter()
        .filter(|tally| tally.why != LeftOut::OutsideRound)
        .map(|tally| h::li().child(t::left_out(*tally)).into_node())
        .collect();
    let mut elsewhere: Vec<_> = outcome
        .candidates
        .absent
        .iter()
        .filter(|absent| absent.why == LeftOut::OtherTurn)
        .map(|absent| absent.seller.clone())
        .collect();
    elsewhere.dedup();
    let take_in: Vec<Node> = elsewhere
        .into_iter()
        .map(|seller| {
            let name = seller.to_string();
            let tapped = move |_| {
                let seller = seller.clone();
                planner.ask(|asked| asked.by_hand.push(seller));
            };
            h::button().class("button").on("click", tapped).child(t::take_in(&name)).into_node()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        h::details()
            .class("planner__absent")
            .child(h::summary().child(t::ABSENT))
            .child(h::ul().child(rows))
            .child(take_in)
            .into_node()
    })
}
