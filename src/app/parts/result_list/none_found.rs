//! What stands where nothing was found: why, and what each way out would bring.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::result_list::list::List;
use crate::app::state::clock::Clock;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::search as t;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::route::Route;
use crate::search::rescue::{GivenUp, WayOut, ways_out};
use crate::search::results::Visit;

/// An empty list, explained.
pub fn none_found(list: List) -> Node {
    let goods = list.goods();
    let filter = list.filter.get();
    let visit = Visit {
        now: Clock::expect().turn.get(),
        home: Prefs::expect().home.get(),
        editions: &goods.manifest.editions,
    };
    let asked = goods.scope.in_force(&filter);
    let fixed = goods.scope.fixed();
    let mut ways = ways_out(&goods.cards, &asked, fixed, visit);
    let words_only = ways.iter().any(|way| matches!(way.given_up, GivenUp::OtherWords(_)));
    let behind = ways.iter().filter(|_| !words_only).map(|way| way.brings).max();
    let text = match behind {
        Some(count) => t::hidden(count, &filter.words),
        None if words_only => t::NONE_WORDS.to_owned(),
        None if filter == Filter::default() => t::NONE_YET.to_owned(),
        None => t::NONE_TEXT.to_owned(),
    };
    // All facets at once is the plain button below.
    let all =
        ways.iter().position(|way| way.given_up == GivenUp::AllFacets).map(|at| ways.remove(at));
    let all = all.map(|way| {
        h::button()
            .class("button button--plain")
            .on("click", move |_| list.ask(way.filter.clone()))
            .child(t::WITHOUT_FACETS)
    });
    let see_all = behind.is_none().then(|| {
        h::a()
            .class("button button--main")
            .attr("href", Route::Search(Filter::default()).path())
            .child(t::SEE_ALL)
    });
    let ways: Vec<Node> = ways.into_iter().map(|way| way_out(list, way, &filter)).gather();
    let rescue = (!ways.is_empty()).then(|| h::div().class("rescue").child(ways));
    h::div()
        .class("empty")
        .child(h::h2().class("empty__title").child(t::NONE_TITLE))
        .child(h::p().class("empty__text").child(text))
        .child(rescue)
        .child(h::div().class("empty__actions").child(all).child(see_all))
        .into_node()
}

fn way_out(list: List, way: WayOut, filter: &Filter) -> Node {
    let label = match &way.given_up {
        GivenUp::Facet(chosen) => {
            let labels: Vec<String> =
                chosen.iter().map(|choice| list.label(choice, filter)).gather();
            t::without(&labels.join(", "))
        }
        GivenUp::Area => t::ANYWHERE.to_owned(),
        GivenUp::AllFacets => t::WITHOUT_FACETS.to_owned(),
        GivenUp::OtherWords(word) => t::only_word(word),
    };
    let brings = t::brings(way.brings);
    h::button()
        .class("button")
        .on("click", move |_| list.ask(way.filter.clone()))
        .child(label)
        .child(h::small().child(brings))
        .into_node()
}
