//! The search field in the header: what is typed becomes the address of the search page, which is where the words live.

use crate::app::text::t::shell as t;
use crate::app::ui::icon::icon;
use crate::domain::filter::Filter;
use crate::route::Route;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The search field of every page.
#[component]
pub fn SearchField(
    /// The page that is shown.
    route: Memo<Option<Route>>,
) -> impl IntoView {
    let words = move || {
        route.with(|route| {
            if let Some(Route::Search(filter)) = route {
                filter.words.clone()
            } else {
                String::new()
            }
        })
    };
    let navigate = use_navigate();
    let search = Callback::new(move |(words, replace): (String, bool)| {
        let filter = route.with_untracked(|route| match route {
            Some(Route::Search(filter)) => Filter { words: words.clone(), ..filter.clone() },
            _ => Filter { words: words.clone(), ..Filter::default() },
        });
        navigate(
            &Route::Search(filter).path(),
            NavigateOptions { replace, scroll: !replace, ..NavigateOptions::default() },
        );
    });
    let on_search_page =
        move || route.with_untracked(|route| matches!(route, Some(Route::Search(_))));
    // On the search page results follow the typing, without a step in the history for every letter.
    let typed = move |event| {
        if on_search_page() {
            search.run((event_target_value(&event), true));
        }
    };
    let field = NodeRef::<leptos::html::Input>::new();
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            search.run((field.value(), on_search_page()));
        }
    };
    view! {
        <form class="search" role="search" action="/cari" on:submit=submitted>
            <div class="search__box">
                {icon("search")}
                <input class="search__input" type="search" name="q" node_ref=field aria-label=t::SEARCH_LABEL placeholder=t::SEARCH_PLACEHOLDER
                    autocomplete="off" enterkeyhint="search" value=words prop:value=words on:input=typed/>
            </div>
        </form>
    }
    .into_any()
}
