//! `/gebetan`: a month's packages filled for an office, within their price, from sellers whose turn it is.

mod book;
mod files;
mod packages;
mod people;
mod recap;
mod recipients;
mod reopen;
mod round;
mod state;
mod totals;
mod wishes;

use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found};
use crate::app::programmes::begun::begun;
use crate::app::programmes::gebetan::packages::packages;
use crate::app::programmes::gebetan::recap::recap_tool;
use crate::app::programmes::gebetan::recipients::recipients;
use crate::app::programmes::gebetan::reopen::reopened;
use crate::app::programmes::gebetan::round::round;
use crate::app::programmes::gebetan::state::Planner;
use crate::app::programmes::gebetan::totals::totals;
use crate::app::programmes::gebetan::wishes::wishes;
use crate::app::reactive::effect;
use crate::app::text::t::gebetan as t;
use crate::domain::market::Market;
use crate::format::programmes::Programmes;
use crate::route::Route;

/// The planner of Gebetan.
pub fn gebetan_page() -> Node {
    let (catalogue, around) = (Catalogue::expect(), Around::expect());
    let planner = Planner::new();
    effect(move || {
        if let Some(around_us) = around.programmes.with(Load::ready) {
            around.open_goods(around_us.gebetan.clone());
        }
    });
    let retry = move || around.open(catalogue);
    let content = move || {
        let market = catalogue.manifest.with(Load::ready);
        loaded(around.programmes.get(), not_found, retry, move |around_us| {
            market.map_or_else(
                || h::group().into_node(),
                |manifest| planned(planner, &manifest.market, &around_us),
            )
        })
    };
    begun(Route::Gebetan).child(reopened(planner)).child(content).into_node()
}

fn planned(planner: Planner, market: &Market, around_us: &Programmes) -> Node {
    if around_us.rounds.is_empty() || market.gebetan.packages.is_empty() {
        return h::div()
            .class("empty empty--quiet")
            .child(h::h2().class("empty__title").child(t::NONE_TITLE))
            .child(h::p().class("empty__text").child(t::NONE_TEXT))
            .into_node();
    }
    let around = Around::expect();
    let files = around_us.gebetan.clone();
    let retry = move || around.open_goods(files.clone());
    let result = move || {
        loaded(around.goods.get(), not_found, retry.clone(), move |_| {
            h::group()
                .child(packages(planner))
                .child(totals(planner))
                .child(recipients(planner))
                .into_node()
        })
    };
    h::div()
        .class("duo duo--round")
        .child(h::aside().class("duo__aside panel").child(round(planner, &around_us.rounds)))
        .child(
            h::div()
                .class("planner")
                .child(wishes(planner, &market.gebetan.packages))
                .child(h::div().class("planner__result").child(result))
                .child(recap_tool(planner)),
        )
        .into_node()
}
