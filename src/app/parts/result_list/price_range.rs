//! The two bounds of the price, as people write prices.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::result_list::list::List;
use crate::app::reactive::RwSignal;
use crate::app::text::t::search as t;
use crate::domain::filter::{Facet, Filter};
use crate::domain::money::Rupiah;
use leptos::prelude::*;

/// The facet of the price.
pub fn price_range(list: List, id: &'static str) -> Node {
    let wrong = RwSignal::new(false);
    let shown = |price: Option<Rupiah>| price.map(|price| price.to_string()).unwrap_or_default();
    // Typed the wrong way round, the bounds are meant the right way round.
    let ask = move |change: &dyn Fn(&mut Filter, Option<Rupiah>), text: String| {
        let text = text.trim();
        let price = Rupiah::parse_amount(text).ok();
        wrong.set(price.is_none() && !text.is_empty());
        if wrong.get_untracked() {
            return;
        }
        let mut filter = list.filter.get_untracked();
        change(&mut filter, price);
        if let (Some(least), Some(most)) = (filter.price_min, filter.price_max)
            && least > most
        {
            (filter.price_min, filter.price_max) = (Some(most), Some(least));
        }
        list.ask(filter);
    };
    let least = move || list.filter.with(|filter| shown(filter.price_min));
    let most = move || list.filter.with(|filter| shown(filter.price_max));
    let (least_id, most_id) = (format!("{id}min"), format!("{id}max"));
    h::fieldset()
        .class("facet")
        .child(h::legend().class("facet__title").child(t::facet(Facet::Price, "")))
        .child(
            h::div()
                .class("facet__range")
                .child(
                    h::div()
                        .class("field")
                        .child(
                            h::label()
                                .class("field__label")
                                .attr("for", least_id.clone())
                                .child(t::PRICE_MIN),
                        )
                        .child(
                            h::input()
                                .class("input")
                                .attr("id", least_id)
                                .attr("inputmode", "numeric")
                                .attr("autocomplete", "off")
                                .attr("placeholder", t::PRICE_MIN_HINT)
                                .prop("value", least)
                                .on("change", move |event| {
                                    ask(
                                        &|filter, price| filter.price_min = price,
                                        event_target_value(&event),
                                    )
                                }),
                        ),
                )
                .child(
                    h::div()
                        .class("field")
                        .child(
                            h::label()
                                .class("field__label")
                                .attr("for", most_id.clone())
                                .child(t::PRICE_MAX),
                        )
                        .child(
                            h::input()
                                .class("input")
                                .attr("id", most_id)
                                .attr("inputmode", "numeric")
                                .attr("autocomplete", "off")
                                .attr("placeholder", t::PRICE_MAX_HINT)
                                .prop("value", most)
                                .on("change", move |event| {
                                    ask(
                                        &|filter, price| filter.price_max = price,
                                        event_target_value(&event),
                                    )
                                }),
                        ),
                ),
        )
        .child(move || {
            wrong
                .get()
                .then(|| h::p().class("field__error").attr("role", "alert").child(t::PRICE_WRONG))
        })
        .into_node()
}
