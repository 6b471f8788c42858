//! The two bounds of the price, as people write prices.

use crate::app::parts::result_list::list::List;
use crate::app::text::t::search as t;
use crate::domain::filter::{Facet, Filter};
use crate::domain::money::Rupiah;
use leptos::prelude::*;

/// The facet of the price.
pub fn price_range(list: List, id: &'static str) -> AnyView {
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
    view! {
        <fieldset class="facet">
            <legend class="facet__title">{t::facet(Facet::Price)}</legend>
            <div class="facet__range">
                <div class="field">
                    <label class="field__label" for=least_id.clone()>{t::PRICE_MIN}</label>
                    <input class="input" id=least_id inputmode="numeric" autocomplete="off" placeholder=t::PRICE_MIN_HINT prop:value=least
                        on:change=move |event| ask(&|filter, price| filter.price_min = price, event_target_value(&event))/>
                </div>
                <div class="field">
                    <label class="field__label" for=most_id.clone()>{t::PRICE_MAX}</label>
                    <input class="input" id=most_id inputmode="numeric" autocomplete="off" placeholder=t::PRICE_MAX_HINT prop:value=most
                        on:change=move |event| ask(&|filter, price| filter.price_max = price, event_target_value(&event))/>
                </div>
            </div>
            {move || wrong.get().then(|| view! { <p class="field__error" role="alert">{t::PRICE_WRONG}</p> })}
        </fieldset>
    }
    .into_any()
}
