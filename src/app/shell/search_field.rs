//! The search field in the header: what is typed becomes the address of the search page, which is where the words
//! live. While it is typed, the field suggests how to go on (the combobox pattern of the ARIA practices).

use crate::app::browser::page;
use crate::app::browser::time::later;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{ElementRef, IntoNode, Node, h};
use crate::app::reactive::{Memo, RwSignal, effect, memo};
use crate::app::shell::suggestions::{Lead, Line, lines, marked};
use crate::app::state::place::{Places, Step};
use crate::app::state::recent::RecentSearches;
use crate::app::text::t::shell as t;
use crate::app::ui::icon::icon;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::route::Route;
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use std::time::Duration;

/// The field and what belongs to it.
#[derive(Clone, Copy)]
struct Field {
    input: ElementRef,
    /// What stands in the field.
    typed: RwSignal<String>,
    /// Whether suggestions are wanted.
    open: RwSignal<bool>,
    /// The suggestion that the arrow keys have reached.
    active: RwSignal<Option<usize>>,
    lines: Memo<Vec<Line>>,
    recent: RecentSearches,
    route: Memo<Option<Route>>,
    places: Places,
    catalogue: Catalogue,
}

/// By then a phone's keyboard is there, and nobody has typed yet: time to make the search ready.
const KEYBOARD: Duration = Duration::from_millis(300);

/// The search field of every page; `route` is the one that is shown.
pub fn search_field(route: Memo<Option<Route>>) -> Node {
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
            field.search(&words, Step::Replace);
        }
    };
    let submitted = move |event: Event| {
        event.prevent_default();
        field.submit();
    };
    h::form()
        .class("search")
        .attr("role", "search")
        .attr("action", "/cari")
        .on("submit", submitted)
        .child(
            h::div()
                .class("search__box")
                .child(icon("search"))
                .child(
                    h::input()
                        .class("search__input")
                        .attr("type", "search")
                        .attr("name", "q")
                        .reference(field.input)
                        .attr("aria-label", t::SEARCH_LABEL)
                        .attr("placeholder", t::SEARCH_PLACEHOLDER)
                        .attr("autocomplete", "off")
                        .attr("enterkeyhint", "search")
                        .attr("value", move || field.typed.get_untracked())
                        .prop("value", move || field.typed.get())
                        .attr("role", move || suggests().then_some("combobox"))
                        .attr("aria-expanded", expanded)
                        .attr("aria-controls", move || suggests().then_some("saran"))
                        .attr("aria-autocomplete", move || suggests().then_some("list"))
                        .attr("aria-activedescendant", reached)
                        .on("input", typed)
                        .on("focus", move |_| field.enter())
                        .on("click", move |_| field.enter())
                        .on("blur", move |_| field.open.set(false))
                        .on_key(move |event| field.key(&event)),
                )
                .child(move || field.clear_button()),
        )
        .child(move || suggests().then(|| field.list()))
        .into_node()
}

impl Field {
    fn new(route: Memo<Option<Route>>) -> Self {
        let catalogue = Catalogue::expect();
        let words = memo(move || {
            route.with(|route| match route {
                Some(Route::Search(filter)) => filter.words.clone(),
                _ => String::new(),
            })
        });
        let typed = RwSignal::new(words.get_untracked());
        // The address knows no space behind the last word, which is no reason to take it out of the field.
        effect(move || {
            let words = words.get();
            if typed.with_untracked(|typed| typed.trim() != words) {
                typed.set(words);
            }
        });
        let (open, recent) = (RwSignal::new(false), RecentSearches::new());
        let lines = memo(move || {
            if !open.get() {
                return Vec::new();
            }
            recent.words.with(|recent| typed.with(|typed| lines(catalogue, typed, recent)))
        });
        let (input, active) = (ElementRef::new(), RwSignal::new(None));
        Self {
            input,
            typed,
            open,
            active,
            lines,
            recent,
            route,
            places: Places::expect(),
            catalogue,
        }
    }

    /// Leads to what is found for some words.
    fn search(self, words: &str, step: Step) {
        let filter = self.route.with_untracked(|route| match route {
            Some(Route::Search(filter)) => filter.clone(),
            _ => Filter::default(),
        });
        let filter = Filter { words: words.trim().to_owned(), ..filter };
        self.places.go(&Route::Search(filter), step);
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
        let cards = self.catalogue.cards;
        later(KEYBOARD, move || {
            if let Some(cards) = cards.with_untracked(Load::ready) {
                cards.prepare();
            }
        });
    }

    /// Searches for what stands in the field.
    fn submit(self) {
        let words = self.typed.get_untracked();
        self.recent.remember(&words);
        self.open.set(false);
        let stays = self.on_search_page();
        self.search(&words, if stays { Step::Replace } else { Step::Forward });
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
                self.places.go(route, Step::Forward);
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

    fn clear_button(self) -> Option<Node> {
        let is_empty = self.typed.with(String::is_empty);
        let clear = move |_| {
            self.typed.set(String::new());
            if self.on_search_page() {
                self.search("", Step::Replace);
            }
            self.input.focus();
        };
        (!is_empty).then(|| {
            h::button()
                .class("icon-button")
                .attr("aria-label", t::SEARCH_CLEAR)
                .on("click", clear)
                .child(icon("close"))
                .into_node()
        })
    }

    fn list(self) -> Node {
        let options: Vec<Node> = self.lines.with(|lines| {
            lines.iter().enumerate().map(|(at, line)| self.option(at, line)).gather()
        });
        // The focus stays in the field, so a press on the list must not take it.
        h::ul()
            .class("search__list")
            .attr("role", "listbox")
            .attr("id", "saran")
            .attr("aria-label", t::SUGGESTIONS)
            .on("mousedown", |event| event.prevent_default())
            .child(options)
            .into_node()
    }

    fn option(self, at: usize, line: &Line) -> Node {
        let (before, typed, after) = self.typed.with_untracked(|typed| marked(&line.text, typed));
        let text = h::span()
            .child(before.to_owned())
            .child((!typed.is_empty()).then(|| h::mark().child(typed.to_owned())))
            .child(after.to_owned());
        let note = (!line.note.is_empty()).then(|| h::small().child(line.note.clone()));
        let selected = move || (self.active.get() == Some(at)).to_string();
        let line = line.clone();
        let icon = icon(line.icon);
        h::li()
            .class("search__option")
            .attr("role", "option")
            .attr("id", format!("saran-{at}"))
            .attr("aria-selected", selected)
            .on("click", move |_| self.choose(&line))
            .child(icon)
            .child(text)
            .child(note)
            .into_node()
    }
}
