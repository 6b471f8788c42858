//! The facets: every value with how many products it would leave. What would leave none is not offered, unless it
//! is chosen.
//!
//! All values stand in the page from the start and are only shown and hidden, so that the focus stays on what was
//! just ticked while the numbers around it change.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::result_list::list::List;
use crate::app::parts::result_list::price_range::price_range;
use crate::app::reactive::{Memo, RwSignal, StoredValue, memo};
use crate::app::state::clock::Clock;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::search as t;
use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::edition::by_interest;
use crate::domain::filter::{Facet, JblChoice};
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::money::grouped;
use crate::domain::order_by::sorted;
use crate::domain::product::Stock;
use crate::search::choice::Choice;
use std::cmp::Reverse;

/// How many kecamatan are offered before more are asked for.
const FEW: usize = 6;

/// All facets that the page offers; `id` tells two panels of one page apart.
pub fn facet_panel(list: List, id: &'static str) -> Node {
    let goods = list.goods();
    let fixed = goods.scope.fixed();
    let facets: Vec<Node> = Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != fixed)
        .map(|facet| match facet {
            Facet::Price => price_range(list, id),
            Facet::Kecamatan => kecamatan(list),
            other => group(list, other, values(list, other), None, None),
        })
        .gather();
    h::div().class("facets").child(facets).into_node()
}

/// Every value that a facet can ever offer here.
fn values(list: List, facet: Facet) -> Vec<Choice> {
    let goods = list.goods();
    match facet {
        Facet::Category => {
            let categories = goods.manifest.categories.iter();
            categories.map(|category| Choice::Category(category.code.clone())).gather()
        }
        Facet::City => City::as_listed().map(Choice::City).gather(),
        Facet::Kecamatan | Facet::Price => Vec::new(),
        Facet::Halal => vec![Choice::Halal],
        Facet::Stock => {
            let stock = Stock::ALL.into_iter().map(Choice::Stock);
            stock.chain(std::iter::once(Choice::BeforeFriday)).gather()
        }
        Facet::Jbl => {
            let now = Clock::expect().turn.get_untracked();
            let home = Prefs::expect().home.get_untracked().map(Kecamatan::city);
            let editions = by_interest(&goods.manifest.editions, now, home);
            let editions = editions.iter().map(|edition| JblChoice::Edition(edition.code.clone()));
            std::iter::once(JblChoice::Now).chain(editions).map(Choice::Jbl).gather()
        }
        Facet::Channel => Channel::ALL.into_iter().map(Choice::Channel).gather(),
    }
}

/// One facet. `listed` says which of the values that leave something are offered; absent: all.
fn group(
    list: List,
    facet: Facet,
    values: Vec<Choice>,
    listed: Option<Memo<Vec<Choice>>>,
    more: Option<Node>,
) -> Node {
    let shown = move |choice: &Choice| {
        list.filter.with(|filter| choice.is_chosen(filter))
            || (list.results.with(|results| choice.count(&results.counts) > 0)
                && listed.is_none_or(|listed| listed.with(|listed| listed.contains(choice))))
    };
    let all = values.clone();
    let empty = move || !all.iter().any(shown);
    let options: Vec<Node> = values
        .into_iter()
        .map(|choice| {
            let own = choice.clone();
            option(list, choice, memo(move || !shown(&own)))
        })
        .gather();
    let name = t::facet(facet, &list.goods().manifest.market.label(Label::Jbl)).to_owned();
    h::fieldset()
        .class("facet")
        .attr("hidden", empty)
        .child(h::legend().class("facet__title").child(name))
        .child(h::div().child(options).child(more))
        .into_node()
}

fn option(list: List, choice: Choice, hidden: Memo<bool>) -> Node {
    let label = list.filter.with_untracked(|filter| list.label(&choice, filter));
    let choice = StoredValue::new(choice);
    let chosen =
        move || list.filter.with(|filter| choice.with_value(|choice| choice.is_chosen(filter)));
    let count = move || {
        list.results.with(|results| choice.with_value(|choice| choice.count(&results.counts)))
    };
    let tick = move |_| {
        let asked =
            list.filter.with_untracked(|filter| choice.with_value(|choice| choice.toggled(filter)));
        list.ask(asked);
    };
    h::label()
        .class("option")
        .attr("hidden", move || hidden.get())
        .child(h::input().attr("type", "checkbox").prop("checked", chosen).on("change", tick))
        .child(h::span().class("option__name").child(label))
        .child(h::span().class("option__count").child(move || grouped(count().into())))
        .into_node()
}

/// The kecamatan of the chosen cities: those with most products first offered, the others when asked for.
fn kecamatan(list: List) -> Node {
    let fixed_city = match list.goods().scope {
        crate::app::parts::result_list::scope::Scope::City(city) => Some(city),
        _ => None,
    };
    let within =
        move |kecamatan: &Kecamatan| fixed_city.is_none_or(|city| kecamatan.city() == city);
    let all: Vec<Kecamatan> =
        sorted(Kecamatan::all().filter(within).gather(), |kecamatan| kecamatan.name());
    let every = all.clone();
    let expanded = RwSignal::new(false);
    // Those that leave something, most first.
    let open = memo(move || {
        let cities = list.filter.with(|filter| filter.cities.clone());
        list.results.with(|results| {
            let count = |kecamatan: &Kecamatan| results.counts.of(&Choice::Kecamatan(*kecamatan));
            let open: Vec<Kecamatan> = every
                .iter()
                .copied()
                .filter(|kecamatan| cities.is_empty() || cities.contains(&kecamatan.city()))
                .filter(|kecamatan| count(kecamatan) > 0)
                .gather();
            sorted(open, |kecamatan| Reverse(count(kecamatan)))
        })
    });
    let listed = memo(move || {
        let few = if expanded.get() { usize::MAX } else { FEW };
        open.with(|open| open.iter().take(few).copied().map(Choice::Kecamatan).gather())
    });
    let rest = memo(move || open.with(|open| open.len().saturating_sub(FEW)));
    let label = move || {
        if expanded.get() { t::FEWER.to_owned() } else { t::more_values(rest.get()) }
    };
    let more = h::button()
        .class("button button--plain")
        .attr("hidden", move || rest.get() == 0)
        .attr("aria-expanded", move || expanded.get().to_string())
        .on("click", move |_| expanded.update(|expanded| *expanded = !*expanded))
        .child(label)
        .into_node();
    let values = all.into_iter().map(Choice::Kecamatan).gather();
    group(list, Facet::Kecamatan, values, Some(listed), Some(more))
}
