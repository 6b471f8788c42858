//! `/kategori/<kategori>`: one kind of goods.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::result_list::{Goods, Heading, List, Scope, result_list};
use crate::app::reactive::{Memo, memo};
use crate::app::text::t::search as t;
use crate::domain::code::Code;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::order_by::sorted;
use crate::domain::sorted::Sorted;
use crate::format::manifest::Manifest;
use crate::route::Route;
use crate::search::cards::Cards;
use std::cmp::Reverse;
use std::sync::Arc;

/// How many finer kinds are offered above the list.
const FINER: usize = 10;

/// The page of a category.
pub fn category_page(code: Code, route: Memo<Option<Route>>) -> Node {
    let catalogue = Catalogue::expect();
    let own = code.clone();
    // `None` while the manifest is not there, and where it knows no such category.
    let name = memo(move || {
        catalogue.manifest.with(|manifest| match manifest {
            Load::Ready(manifest) => name_of(manifest, &own),
            _ => None,
        })
    });
    let title = memo(move || name.get().unwrap_or_default());
    let lasting = Route::Category(code.clone(), Filter::default());
    page_head(move || PageHead {
        title: name.get().unwrap_or_else(|| t::ALL.to_owned()),
        description: t::category_description(&title.get()),
        lasting: lasting.clone(),
        listed: name.get().is_some() && route.with(|route| route.as_ref() == Some(&lasting)),
    });
    let retry = reopen();
    let content = move || {
        let (retry, code) = (retry.clone(), code.clone());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            if name_of(&manifest, &code).is_none() {
                return not_found();
            }
            let list = loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                results(manifest, cards, code, route, title)
            });
            h::div().class("page").child(list).into_node()
        })
    };
    h::group().child(content).into_node()
}

fn name_of(manifest: &Manifest, code: &Code) -> Option<String> {
    let category = manifest.categories.iter().find(|category| category.code == *code)?;
    Some(category.name.clone())
}

fn results(
    manifest: Arc<Manifest>,
    cards: Arc<Cards>,
    code: Code,
    route: Memo<Option<Route>>,
    title: Memo<String>,
) -> Node {
    let list = List::new(Goods { manifest, cards, scope: Scope::Category(code) }, route);
    result_list(list, Heading::Page, title, move || finer_kinds(list))
}

/// The finer kinds that sellers name most, as words to search for within the category.
fn finer_kinds(list: List) -> Option<Node> {
    let goods = list.goods();
    let results = list.results.get();
    let mut counts: Sorted<String, u32> = Sorted::default();
    for card in results.hits.iter().filter_map(|at| goods.cards.cards.get(*at)) {
        if let Some(kind) = &card.subcategory {
            *counts.get_or_insert(kind.clone(), || 0) += 1;
        }
    }
    // Equals stay in the order of their names.
    let kinds = sorted(counts.into_vec(), |(_, count)| Reverse(*count));
    let filter = list.filter.get();
    let chips: Vec<Node> = kinds
        .into_iter()
        .take(FINER)
        .map(|(kind, _)| {
            let narrowed = Filter { words: kind.to_ascii_lowercase(), ..filter.clone() };
            let href = goods.scope.route(&narrowed).path();
            h::li()
                .child(h::a().class("chip").attr("href", href).child(t::capital(&kind)))
                .into_node()
        })
        .gather();
    (chips.len() > 1).then(|| {
        h::ul()
            .class("chips chips--scroll results__chips")
            .attr("aria-label", t::SUBCATEGORIES)
            .child(chips)
            .into_node()
    })
}
