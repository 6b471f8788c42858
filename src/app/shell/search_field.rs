//! The search field in the header: what is typed becomes the address of the search page, which is where the words
//! live. While it is typed, the field suggests how to go on (the combobox pattern of the ARIA practices).

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::shell::suggestions::{Lead, Line, lines, marked};
use crate::app::state::recent::RecentSearches;
use crate::app::text::t::shell as t;
use crate::app::ui::icon::icon;
use crate::domain::filter::Filter;
use crate::route::Route;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The field and what belongs to it.
#[derive(Clone, Copy)]
struct Field {
    input: NodeRef<Input>,
    /// What stands in the field.
    typed: RwSignal<String>,
    /// Whether suggestions are wanted.
    open: RwSignal<bool>,
    /// The suggestion that the arrow keys have reached.
    active: RwSignal<Option<usize>>,
    lines: Memo<Vec<Line>>,
    recent: RecentSearches,
    route: Memo<Option<Route>>,
    /// Words to search for, and whether that replaces this step of the history.
    search: Callback<(String, bool)>,
    /// A page to open.
    visit: Callback<Route>,
}

/// The search field of every page.
#[component]
pub fn SearchField(
    /// The page that is shown.
    route: Memo<Option<Route>>,
) -> impl IntoView {
    let field = Field::new(route);
    let suggests = move || field.suggests();
    let expanded = move || suggests().then_some("true");
    let reached = move || field.active.get().filter(|_| suggests()).map(|at| format!("saran-{at}"));
    let typed = move |event| {
        let words = event_target_value(&event);
        field.typed.set(words.clone());
        field.active.set(None);
        field.open.set(true);
        // On the search page results follow the typing, without a step in the history for every letter.
        if field.on_search_page() {
            field.search.run((words, true));
        }
    };
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        field.submit();
    };
    view! {
        <form class="search" role="search" action="/cari" on:submit=submitted>
            <div class="search__box">
                {icon("search")}
                <input class="search__input" type="search" name="q" node_ref=field.input aria-label=t::SEARCH_LABEL placeholder=t::SEARCH_PLACEHOLDER
                    autocomplete="off" enterkeyhint="search" value=move || field.typed.get_untracked() prop:value=move || field.typed.get()
                    role=move || suggests().then_some("combobox") aria-expanded=expanded aria-controls=move || suggests().then_some("saran")
                    aria-autocomplete=move || suggests().then_some("list") aria-activedescendant=reached
                    on:input=typed on:focus=move |_| field.enter() on:click=move |_| field.enter() on:blur=move |_| field.open.set(false) on:keydown=move |event| field.key(&event)/>
                {move || field.clear_button()}
            </div>
            {move || suggests().then(|| field.list())}
        </form>
    }
    .into_any()
}

impl Field {
    fn new(route: Memo<Option<Route>>) -> Self {
        let catalogue = Catalogue::expect();
        let words = Memo::new(move |_| {
            route.with(|route| match route {
                Some(Route::Search(filter)) => filter.words.clone(),
                _ => String::new(),
            })
        });
        let typed = RwSignal::new(words.get_untracked());
        // The address knows no space behind the last word, which is no reason to take it out of the field.
        Effect::new(move |_| {
            let words = words.get();
            if typed.with_untracked(|typed| typed.trim() != words) {
                typed.set(words);
            }
        });
        let (open, recent) = (RwSignal::new(false), RecentSearches::new());
        let lines = Memo::new(move |_| {
            if !open.get() {
                return Vec::new();
            }
            recent.words.with(|recent| typed.with(|typed| lines(catalogue, typed, recent)))
        });
        let navigate = use_navigate();
        let visit = {
            let navigate = navigate.clone();
            Callback::new(move |route: Route| navigate(&route.path(), NavigateOptions::default()))
        };
        let search = Callback::new(move |(words, replace): (String, bool)| {
            let filter = route.with_untracked(|route| match route {
                Some(Route::Search(filter)) => filter.clone(),
                _ => Filter::default(),
            });
            let filter = Filter { words: words.trim().to_owned(), ..filter };
            let options = NavigateOptions { replace, ..NavigateOptions::default() };
            navigate(&Route::Search(filter).path(), options);
        });
        let (input, active) = (NodeRef::new(), RwSignal::new(None));
        Self { input, typed, open, active, lines, recent, route, search, visit }
    }

    fn suggests(self) -> bool {
        self.lines.with(|lines| !lines.is_empty())
    }

    fn on_search_page(self) -> bool {
        self.route.with_untracked(|route| matches!(route, Some(Route::Search(_))))
    }

    /// The latest searches are offered before anything is typed.
    fn enter(self) {
        self.recent.read();
        if self.typed.with_untracked(String::is_empty) {
            self.open.set(true);
        }
    }

    /// Searches for what stands in the field.
    fn submit(self) {
        let words = self.typed.get_untracked();
        self.recent.remember(&words);
        self.open.set(false);
        let stays = self.on_search_page();
        self.search.run((words, stays));
        if stays {
            // The phone's keyboard gives way to the results. Elsewhere the new page takes the focus.
            page::focus("isi");
        }
    }

    fn choose(self, line: &Line) {
        match &line.lead {
            Lead::Search(words) => {
                self.typed.set(words.clone());
                self.submit();
            }
            Lead::Open(route) => {
                let words = self.typed.get_untracked();
                self.recent.remember(&words);
                self.open.set(false);
                self.typed.set(String::new());
                self.visit.run(Route::clone(route));
            }
            Lead::Forget => {
                self.recent.forget();
                self.active.set(None);
            }
        }
    }

    fn key(self, event: &KeyboardEvent) {
        let count = self.lines.with_untracked(Vec::len);
        let key = event.key();
        match key.as_str() {
            "ArrowDown" | "ArrowUp" if count == 0 => self.open.set(true),
            // Past either end the way leads back to what was typed.
            "ArrowDown" => {
                self.active
                    .update(|at| *at = at.map_or(Some(0), |at| (at + 1 < count).then_some(at + 1)));
            }
            "ArrowUp" => {
                self.active.update(|at| *at = at.map_or(Some(count - 1), |at| at.checked_sub(1)));
            }
            "Enter" => {
                let line = self
                    .active
                    .get_untracked()
                    .and_then(|at| self.lines.with_untracked(|lines| lines.get(at).cloned()));
                let Some(line) = line else { return };
                self.choose(&line);
            }
            // The words stay; only a second Escape is the browser's, which empties the field.
            "Escape" if count > 0 => {
                self.open.set(false);
                self.active.set(None);
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn clear_button(self) -> Option<AnyView> {
        let is_empty = self.typed.with(String::is_empty);
        let clear = move |_| {
            self.typed.set(String::new());
            if self.on_search_page() {
                self.search.run((String::new(), true));
            }
            if let Some(input) = self.input.get_untracked() {
                drop(input.focus());
            }
        };
        (!is_empty).then(|| {
            view! { <button class="icon-button" type="button" aria-label=t::SEARCH_CLEAR on:click=clear>{icon("close")}</button> }.into_any()
        })
    }

    fn list(self) -> AnyView {
        let options: Vec<AnyView> = self.lines.with(|lines| {
            lines.iter().enumerate().map(|(at, line)| self.option(at, line)).collect()
        });
        // The focus stays in the field, so a press on the list must not take it.
        view! {
            <ul class="search__list" role="listbox" id="saran" aria-label=t::SUGGESTIONS on:mousedown=|event| event.prevent_default()>{options}</ul>
        }
        .into_any()
    }

    fn option(self, at: usize, line: &Line) -> AnyView {
        let (before, typed, after) = self.typed.with_untracked(|typed| marked(&line.text, typed));
        let text = view! {
            <span>{before.to_owned()}{(!typed.is_empty()).then(|| view! { <mark>{typed.to_owned()}</mark> })}{after.to_owned()}</span>
        };
        let note = (!line.note.is_empty()).then(|| view! { <small>{line.note.clone()}</small> });
        let selected = move || (self.active.get() == Some(at)).to_string();
        let line = line.clone();
        let icon = icon(line.icon);
        view! {
            <li class="search__option" role="option" id=format!("saran-{at}") aria-selected=selected on:click=move |_| self.choose(&line)>{icon}{text}{note}</li>
        }
        .into_any()
    }
}
