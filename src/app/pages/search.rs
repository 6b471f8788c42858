//! `/cari`: everything, by words and facets.

use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::result_list::{Goods, Heading, List, Scope, result_list};
use crate::app::reactive::{Memo, memo, memo_from};
use crate::app::text::t::search as t;
use crate::domain::filter::{Facet, Filter};
use crate::domain::gather::Gather;
use crate::format::manifest::Manifest;
use crate::route::Route;
use crate::search::cards::Cards;
use crate::search::choice::Choice;
use std::sync::Arc;

/// The search page.
pub fn search_page(route: Memo<Option<Route>>) -> Node {
    let catalogue = Catalogue::expect();
    let words = memo_from(move |before: Option<&String>| {
        route.with(|route| match route {
            Some(Route::Search(filter)) => filter.words.clone(),
            // On the way to another page the heading stays as it was.
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let title = memo(move || {
        words.with(|words| if words.is_empty() { t::ALL.to_owned() } else { t::quoted(words) })
    });
    page_head(move || PageHead {
        title: title.get(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::Search(Filter::default()),
        // Everything is a page worth finding; every search on it is not.
        listed: route.with(|route| *route == Some(Route::Search(Filter::default()))),
    });
    let retry = reopen();
    let content = move || {
        let retry = retry.clone();
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                results(manifest, cards, route, title)
            })
        })
    };
    h::div().class("page").child(content).into_node()
}

fn results(
    manifest: Arc<Manifest>,
    cards: Arc<Cards>,
    route: Memo<Option<Route>>,
    title: Memo<String>,
) -> Node {
    let list = List::new(Goods { manifest, cards, scope: Scope::All }, route);
    result_list(list, Heading::Page, title, move || categories(list))
}

/// The kinds of goods, where none is chosen.
fn categories(list: List) -> Option<Node> {
    let filter = list.filter.get();
    let goods = list.goods();
    let results = list.results.get();
    let chips: Vec<Node> = goods
        .manifest
        .categories
        .iter()
        .filter(|category| results.counts.of(&Choice::Category(category.code.clone())) > 0)
        .map(|category| {
            let narrowed = Filter {
                categories: vec![category.code.clone()],
                ..filter.without(Facet::Category)
            };
            let href = Route::Search(narrowed).path();
            h::li()
                .child(h::a().class("chip").attr("href", href).child(category.name.clone()))
                .into_node()
        })
        .gather();
    (chips.len() > 1).then(|| {
        h::ul()
            .class("chips chips--scroll results__chips")
            .attr("aria-label", t::CATEGORY)
            .child(chips)
            .into_node()
    })
}
