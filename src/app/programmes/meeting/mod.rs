//! `/rapat`: food and drink for a meeting from sellers who can bring it, and the table that procurement asks for.

mod choices;
mod form;
mod plan;
mod spec;
mod state;

use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found};
use crate::app::programmes::begun::begun;
use crate::app::programmes::meeting::form::form;
use crate::app::programmes::meeting::plan::plan;
use crate::app::programmes::meeting::state::Planner;
use crate::app::reactive::effect;
use crate::route::Route;

/// The planner of meetings.
pub fn meeting_page() -> Node {
    let (catalogue, around) = (Catalogue::expect(), Around::expect());
    let planner = Planner::new();
    effect(move || {
        if let Some(around_us) = around.programmes.with(Load::ready) {
            around.open_goods(around_us.meetings.clone());
        }
    });
    let retry = move || {
        let files = around
            .programmes
            .with_untracked(Load::ready)
            .map(|around_us| around_us.meetings.clone());
        match files {
            Some(files) => around.open_goods(files),
            None => around.open(catalogue),
        }
    };
    let market = move || {
        loaded(catalogue.manifest.get(), not_found, retry, move |manifest| {
            let market = manifest.market.clone();
            let result = move || {
                let market = market.clone();
                loaded(around.goods.get(), not_found, retry, move |goods| {
                    plan(planner, goods, market)
                })
            };
            h::div()
                .class("duo duo--form")
                .child(form(planner, &manifest.market))
                .child(h::div().class("planner").child(result))
                .into_node()
        })
    };
    begun(Route::Meeting).child(market).into_node()
}
