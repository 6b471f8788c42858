//! The facets in force, each with the way to take it away.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::result_list::list::List;
use crate::app::text::t::search as t;
use crate::app::ui::icon::icon;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;

/// A chip for every chosen value; nothing where none is chosen.
pub fn chips(list: List) -> Option<Node> {
    let filter = list.filter.get();
    let mut removals: Vec<(String, Filter)> = list
        .chosen()
        .iter()
        .map(|choice| (list.label(choice, &filter), choice.toggled(&filter)))
        .gather();
    // Where the heading does not name the words, a chip does.
    if list.goods().scope.fixed().is_some() && !filter.words.is_empty() {
        let without = Filter { words: String::new(), ..filter.clone() };
        removals.insert(0, (t::quoted(&filter.words), without));
    }
    if removals.is_empty() {
        return None;
    }
    let chips: Vec<Node> =
        removals.into_iter().map(|(label, without)| chip(list, label, without)).gather();
    let clear = move |_| {
        list.ask(Filter { sort: filter.sort, words: own_words(list), ..Filter::default() })
    };
    Some(
        h::ul()
            .class("chips chips--scroll results__chips")
            .attr("aria-label", t::CHIPS)
            .child(chips)
            .child(h::li().child(h::button().class("chip").on("click", clear).child(t::CLEAR_ALL)))
            .into_node(),
    )
}

fn chip(list: List, label: String, without: Filter) -> Node {
    let spoken = t::remove(&label);
    h::li()
        .child(
            h::button()
                .class("chip chip--on")
                .attr("aria-label", spoken)
                .on("click", move |_| list.ask(without.clone()))
                .child(label)
                .child(icon("close")),
        )
        .into_node()
}

/// The words that stay when all chips go: those of the heading.
fn own_words(list: List) -> String {
    if list.goods().scope.fixed().is_some() {
        String::new()
    } else {
        list.filter.with_untracked(|filter| filter.words.clone())
    }
}
