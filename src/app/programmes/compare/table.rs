//! One table: goods of one kind of unit, the cheapest first.
//!
//! On a phone each row stands as a block of its own. Roles say that it is a table all the same, and each cell carries
//! the name of its column.

use crate::app::node::{Element, IntoNode, Node, h};
use crate::app::parts::price::price;
use crate::app::programmes::compare::Chosen;
use crate::app::text::t::card::preorder;
use crate::app::text::t::compare as t;
use crate::app::text::t::product::{READY, SOLD_OUT, jbl_price as jbl_price_name, jbl_until, per};
use crate::app::ui::icon::icon;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::compare::{Group, Row};
use crate::domain::market::Label;
use crate::domain::offer::jbl_price;
use crate::domain::product::{Card, Stock};
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::Route;

/// The table of a group.
pub(super) fn table(chosen: Chosen, group: &Group<'_>, manifest: &Manifest, now: Moment) -> Node {
    let unit_price = t::per(group.kind);
    let [goods, price, others @ ..] = t::COLUMNS;
    let heads = [goods.to_owned(), unit_price.clone(), price.to_owned()];
    let heads = heads.into_iter().chain(others.map(str::to_owned)).map(|name| head().child(name));
    let tools = head().child(h::span().class("visually-hidden").child(t::TOOLS));
    let heads: Vec<Node> = heads.chain([tools]).map(IntoNode::into_node).collect();
    let rows: Vec<Node> =
        group.rows.iter().map(|row| line(chosen, row, &unit_price, manifest, now)).collect();
    h::div()
        .class("table-scroll compare")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", unit_price.clone())
        .child(
            h::table()
                .class("table")
                .attr("role", "table")
                .attr("aria-label", unit_price)
                .child(
                    h::thead()
                        .attr("role", "rowgroup")
                        .child(h::tr().attr("role", "row").child(heads)),
                )
                .child(h::tbody().attr("role", "rowgroup").child(rows)),
        )
        .into_node()
}

fn head() -> Element {
    h::th().attr("role", "columnheader").attr("scope", "col")
}

/// A cell that says which column it is of.
fn cell(column: impl Into<String>, content: impl IntoNode) -> Node {
    h::td().attr("role", "cell").attr("data-label", column.into()).child(content).into_node()
}

fn line(chosen: Chosen, row: &Row<'_>, unit_price: &str, manifest: &Manifest, now: Moment) -> Node {
    let card = row.card;
    let [_, of_price, of_holds, of_least, of_stock, of_halal] = t::COLUMNS;
    let mark = row.is_cheapest.then(|| {
        h::group().child(" ").child(h::span().class("badge badge--ok").child(t::CHEAPEST))
    });
    let per_base = h::group()
        .child(h::b().child(row.measure.price_of_base(row.price).to_string()))
        .child(mark);
    let stock = match card.stock {
        Stock::Siap => READY.to_owned(),
        Stock::Po => preorder(card.preorder_days),
        Stock::Habis => SOLD_OUT.to_owned(),
    };
    h::tr()
        .attr("role", "row")
        .child(
            h::th()
                .attr("role", "rowheader")
                .attr("scope", "row")
                .child(
                    h::a()
                        .attr("href", Route::Product(card.code.clone()).path())
                        .child(card.name.clone()),
                )
                .child(
                    h::p()
                        .class("meta")
                        .child(h::span().child(card.shop.clone()))
                        .child(" ")
                        .child(h::span().child(card.kecamatan.name())),
                ),
        )
        .child(cell(unit_price, per_base))
        .child(cell(of_price, prices(row, manifest, now)))
        .child(cell(of_holds, row.measure.to_string()))
        .child(cell(of_least, format!("{} {}", card.minimum.max(1), card.unit)))
        .child(cell(of_stock, stock))
        .child(cell(of_halal, halal(card)))
        .child(h::td().attr("role", "cell").child(removal(chosen, &card.code, &card.name)))
        .into_node()
}

/// The price of one unit, and through which channel it holds where that is not any.
fn prices(row: &Row<'_>, manifest: &Manifest, now: Moment) -> Node {
    let promotion = jbl_price(row.card, &manifest.editions, now).map(|promotion| {
        let (edition, market) = (promotion.edition, &manifest.market);
        h::p()
            .class("order__small")
            .child(jbl_price_name(&market.label(Label::Jbl)))
            .child(jbl_until(edition.window.last(), &market.channel(edition.channel)))
    });
    h::div()
        .child(price(row.price, row.card.price, "compare__price"))
        .child(h::span().class("order__small").child(per(&row.card.unit)))
        .child(promotion)
        .into_node()
}

/// Food and drink have a certificate or none on record; other goods need none.
fn halal(card: &Card) -> &'static str {
    match (Category::is_kuliner(&card.category), card.halal) {
        (_, true) => t::HALAL,
        (true, false) => t::NO_HALAL,
        (false, false) => t::NONE,
    }
}

/// Takes a product out of the comparison.
pub(super) fn removal(chosen: Chosen, code: &Code, name: &str) -> Node {
    let label = t::remove(name);
    let (code, name) = (code.clone(), name.to_owned());
    h::button()
        .class("icon-button")
        .attr("aria-label", label)
        .on("click", move |_| chosen.remove(&code, &name))
        .child(icon("close"))
        .into_node()
}
