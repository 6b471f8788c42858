//! For the cooperative's clerk: many messages pasted, summed up by office and by seller.

use crate::app::data::around::Around;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::programmes::gebetan::book::recap_tables;
use crate::app::programmes::gebetan::files::{Opened, files_field};
use crate::app::programmes::gebetan::state::Planner;
use crate::app::programmes::out::save;
use crate::app::reactive::RwSignal;
use crate::app::state::toast::Toasts;
use crate::app::text::t::gebetan as t;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::ui::icon::icon;
use crate::domain::gebetan::recap::{Recap, SellerOrder, recap};
use crate::domain::money::Rupiah;
use crate::domain::table::pasted;
use crate::route::Route;
use leptos::prelude::*;

/// The tool, folded away: offices do not need it.
pub(super) fn recap_tool(planner: Planner) -> Node {
    let around = Around::expect();
    let pasted: RwSignal<String> = RwSignal::new(String::new());
    let files: RwSignal<Vec<Opened>> = RwSignal::new(Vec::new());
    let late = RwSignal::new(false);
    let result = move || {
        let outcome = planner.outcome.get()?;
        let goods = around.goods.with(Load::ready)?;
        let (mut names, mut texts) = (vec![String::new()], vec![pasted.get()]);
        for file in files.get() {
            if let Some(text) = file.text {
                names.push(file.name);
                texts.push(text);
            }
        }
        if texts.iter().all(|text| text.trim().is_empty()) {
            return None;
        }
        let marker = format!("{}#", Route::Shared.path());
        let recap = recap(&outcome.round, &goods, &texts, &marker, late.get());
        let without = names.into_iter().enumerate().skip(1);
        let without = without.filter(|(at, _)| recap.received.iter().all(|one| one.source != *at));
        let without: Vec<String> = without.map(|(_, name)| name).collect();
        let without = (!without.is_empty()).then(|| h::p().child(t::without_orders(&without)));
        Some(h::group().child(without).child(shown(&recap)))
    };
    h::details()
        .class("panel recap")
        .child(h::summary().child(h::h2().child(t::RECAP)))
        .child(h::p().child(t::RECAP_LEAD))
        .child(
            h::div()
                .class("field")
                .child(h::label().class("field__label").attr("for", "rekap").child(t::PASTE))
                .child(
                    h::textarea()
                        .class("input")
                        .attr("id", "rekap")
                        .attr("rows", "6")
                        .on("input", move |event| pasted.set(event_target_value(&event))),
                ),
        )
        .child(files_field(files))
        .child(
            h::label()
                .class("option")
                .child(
                    h::input()
                        .attr("type", "checkbox")
                        .on("change", move |event| late.set(event_target_checked(&event))),
                )
                .child(h::span().child(t::LET_LATE_IN)),
        )
        .child(h::div().attr("aria-live", "polite").child(result))
        .into_node()
}

fn shown(recap: &Recap) -> Node {
    if recap.received.is_empty() {
        return h::p().child(t::NO_LINKS).into_node();
    }
    let received: Vec<Node> = recap
        .received
        .iter()
        .enumerate()
        .map(|(at, received)| {
            let office = received.order.as_ref().map_or("", |order| order.office.as_str());
            h::tr()
                .child(h::td().class("number").child((at + 1).to_string()))
                .child(h::th().attr("scope", "row").child(t::office(office)))
                .child(h::td().child(t::state(received)))
                .into_node()
        })
        .collect();
    let offices: Vec<Node> = recap
        .offices
        .iter()
        .map(|office| {
            h::tr()
                .child(h::th().attr("scope", "row").child(t::office(&office.office)))
                .child(h::td().child(t::counts(&office.counts)))
                .child(h::td().class("number").child(rupiah(office.goods)))
                .into_node()
        })
        .collect();
    let sellers: Vec<Node> = recap.sellers.iter().map(seller).collect();
    let (toasts, tables) = (Toasts::expect(), recap_tables(recap));
    let text = pasted(&tables);
    h::group()
        .child(table(t::RECEIVED, &t::RECEIVED_COLUMNS, received))
        .child(table(t::OFFICES, &t::OFFICES_COLUMNS, offices))
        .child(table(t::ORDERS, &t::ORDERS_COLUMNS, sellers))
        .child(
            h::div()
                .class("planner__ways")
                .child(
                    h::button()
                        .class("button button--main")
                        .on("click", move |_| {
                            copy(toasts, text.clone(), t::RECAP_COPIED, NOT_COPIED);
                        })
                        .child(icon("copy"))
                        .child(t::COPY_RECAP),
                )
                .child(save(t::RECAP_FILE, tables)),
        )
        .into_node()
}

fn table(title: &'static str, columns: &[&'static str], rows: Vec<Node>) -> Node {
    let heads: Vec<Node> = columns
        .iter()
        .map(|column| h::th().attr("scope", "col").child(*column).into_node())
        .collect();
    h::group()
        .child(h::h3().child(title))
        .child(
            h::div()
                .class("table-scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", title)
                .child(
                    h::table()
                        .class("table")
                        .child(h::thead().child(h::tr().child(heads)))
                        .child(h::tbody().child(rows)),
                ),
        )
        .into_node()
}

/// What a seller is to deliver, held against what it can.
fn seller(seller: &SellerOrder) -> Node {
    let lines: Vec<Node> = seller
        .products
        .iter()
        .map(|product| {
            let amiss = t::amiss(product);
            h::li()
                .child(t::delivery(product.quantity, &product.unit, &product.name))
                .child((!amiss.is_empty()).then(|| {
                    h::group().child(" ").child(h::span().class("tag tag--warn").child(amiss))
                }))
                .into_node()
        })
        .collect();
    h::tr()
        .child(h::th().attr("scope", "row").child(t::shop(&seller.shop)))
        .child(h::td().child(h::ul().child(lines)))
        .child(h::td().class("number").child(rupiah(seller.rupiah)))
        .into_node()
}

fn rupiah(sum: Option<Rupiah>) -> String {
    sum.map_or_else(|| t::NO_SUM.to_owned(), |sum| sum.to_string())
}
