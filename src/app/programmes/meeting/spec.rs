//! The table that procurement asks for, and the way there.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside;
use crate::app::programmes::meeting::state::Outcome;
use crate::app::programmes::out::{print, save};
use crate::app::state::site::Site;
use crate::app::state::toast::Toasts;
use crate::app::text::t::meeting as t;
use crate::app::text::t::product::{NAME_COPIED, NOT_COPIED};
use crate::app::ui::icon::icon;
use crate::domain::market::{Label, Market};
use crate::domain::meeting::plan::{Item, totals};
use crate::domain::meeting::spec::{self, Row, rows};
use crate::domain::provision::Provision;
use crate::domain::table::pasted;
use crate::route::Route;

/// The specification of a plan.
pub(super) fn spec(
    outcome: &Outcome,
    goods: &[Provision],
    items: &[Item],
    market: &Market,
) -> Node {
    let (site, toasts) = (Site::expect(), Toasts::expect());
    let eorder = market.label(Label::Eorder);
    let address = |code: &_| site.url(Some(market), &Route::Product(Clone::clone(code)).path());
    let rows = rows(goods, items, &address);
    let all = totals(&outcome.terms, goods, items).all;
    let version = market.data_as_of.map(|day| day.long()).unwrap_or_default();
    let tables = vec![spec::table(&rows, all, &version, &t::words(&eorder))];
    let text = pasted(&tables);
    let copied = move |_| copy(toasts, text.clone(), t::COPIED, NOT_COPIED);
    let entry = market.eorder.as_ref().map(|entry| {
        let link = entry.url.clone();
        let content = h::group().child(t::open_entry(&eorder)).child(icon("link-out")).into_node();
        outside(move || link.clone(), "button", content, None)
    });
    h::section()
        .class("section")
        .child(
            h::div()
                .class("section__head")
                .child(h::h2().class("section__title").child(t::SPEC))
                .child(h::p().class("section__note").child(t::spec_note(&eorder))),
        )
        .child(table(&rows, toasts, &eorder))
        .child(
            h::div()
                .class("planner__ways")
                .child(
                    h::button()
                        .class("button button--main")
                        .on("click", copied)
                        .child(icon("copy"))
                        .child(t::COPY),
                )
                .child(entry)
                .child(save(t::FILE, tables))
                .child(print()),
        )
        .into_node()
}

fn table(rows: &[Row], toasts: Toasts, eorder: &str) -> Node {
    let heads: Vec<Node> = t::COLUMNS
        .iter()
        .map(|name| h::th().attr("scope", "col").child(*name).into_node())
        .collect();
    let body: Vec<Node> = rows
        .iter()
        .map(|row| {
            let name = if row.choice.is_empty() {
                row.name.clone()
            } else {
                format!("{} ({})", row.name, row.choice)
            };
            let number = |text: String| h::td().class("number").child(text);
            h::tr()
                .child(h::th().attr("scope", "row").child(name))
                .child(h::td().child(row.shop.clone()))
                .child(number(format!("{} {}", row.quantity, row.unit)))
                .child(number(row.price.to_string()))
                .child(number(row.total.to_string()))
                .child(h::td().child(t::tax_of(row.tax)))
                .child(h::td().child(hand_off(row, toasts, eorder)))
                .into_node()
        })
        .collect();
    h::div()
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t::SPEC)
        .child(
            h::table()
                .class("table")
                .child(h::thead().child(h::tr().child(heads)))
                .child(h::tbody().child(body)),
        )
        .into_node()
}

/// The link that staff have given; else the name to search for there.
fn hand_off(row: &Row, toasts: Toasts, eorder: &str) -> Option<Node> {
    let known = row.eorder.as_ref()?;
    if let Some(link) = known.link.clone() {
        let content = h::group().child(t::open(eorder)).child(icon("link-out")).into_node();
        let name = format!("{}: {}", t::open(eorder), row.name);
        return Some(outside(move || link.clone(), "button button--plain", content, Some(name)));
    }
    let listed = known.listed_as.clone().unwrap_or_else(|| row.shop.clone());
    let label = t::copy_name(&listed);
    Some(
        h::button()
            .class("button button--plain")
            .on("click", move |_| copy(toasts, listed.clone(), NAME_COPIED, NOT_COPIED))
            .child(icon("copy"))
            .child(label)
            .into_node(),
    )
}
