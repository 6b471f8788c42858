//! The facets in force, each with the way to take it away.

use crate::app::parts::result_list::list::List;
use crate::app::text::t::search as t;
use crate::app::ui::icon::icon;
use crate::domain::filter::Filter;
use leptos::prelude::*;

/// A chip for every chosen value; nothing where none is chosen.
pub fn chips(list: List) -> Option<AnyView> {
    let filter = list.filter.get();
    let mut removals: Vec<(String, Filter)> = list
        .chosen()
        .iter()
        .map(|choice| (list.label(choice, &filter), choice.toggled(&filter)))
        .collect();
    // Where the heading does not name the words, a chip does.
    if list.goods().scope.fixed().is_some() && !filter.words.is_empty() {
        let without = Filter { words: String::new(), ..filter.clone() };
        removals.insert(0, (t::quoted(&filter.words), without));
    }
    if removals.is_empty() {
        return None;
    }
    let chips: Vec<AnyView> =
        removals.into_iter().map(|(label, without)| chip(list, label, without)).collect();
    let clear = move |_| {
        list.ask(Filter { sort: filter.sort, words: own_words(list), ..Filter::default() })
    };
    Some(
        view! {
            <ul class="chips chips--scroll results__chips" aria-label=t::CHIPS>
                {chips}
                <li><button class="chip" type="button" on:click=clear>{t::CLEAR_ALL}</button></li>
            </ul>
        }
        .into_any(),
    )
}

fn chip(list: List, label: String, without: Filter) -> AnyView {
    let spoken = t::remove(&label);
    view! {
        <li>
            <button class="chip chip--on" type="button" aria-label=spoken on:click=move |_| list.ask(without.clone())>{label}{icon("close")}</button>
        </li>
    }
    .into_any()
}

/// The words that stay when all chips go: those of the heading.
fn own_words(list: List) -> String {
    if list.goods().scope.fixed().is_some() {
        String::new()
    } else {
        list.filter.with_untracked(|filter| filter.words.clone())
    }
}
