//! `/acara`: what can be visited, by city and date.

use crate::app::browser::{page, time};
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found};
use crate::app::parts::outside::outside;
use crate::app::parts::product_card::{Level, grid};
use crate::app::parts::stall::stall_link;
use crate::app::programmes::begun::begun;
use crate::app::reactive::{RwSignal, effect, memo};
use crate::app::state::clock::Clock;
use crate::app::text::t::events as t;
use crate::app::text::t::jbl::schedule;
use crate::app::ui::icon::icon;
use crate::domain::area::City;
use crate::domain::code::Code;
use crate::domain::event::{Event, EventFilter, EventKind, EventState};
use crate::domain::link::SafeLink;
use crate::domain::round::Month;
use crate::domain::time::Moment;
use crate::route::{EVENTS_CALENDAR, Route, Stall, event_calendar, events};
use crate::search::cards::Cards;
use std::time::Duration;

/// The page of all events; `filter` is what the address asks for.
pub fn events_page(filter: EventFilter) -> Node {
    let (catalogue, around, clock) = (Catalogue::expect(), Around::expect(), Clock::expect());
    let filter = RwSignal::new(filter);
    effect(move || {
        let Some(around) = around.programmes.with(Load::ready) else { return };
        time::later(Duration::ZERO, page::scroll_to_fragment);
        // Goods are asked for only where somebody's are to be shown.
        if around.events.iter().any(|event| !event.sellers.is_empty()) {
            catalogue.open();
        }
    });
    // Drawn anew when an event begins or ends, and not every second.
    let states = memo(move || {
        let now = clock.second.get();
        let events = around.programmes.with(Load::ready);
        let states = |events: &[Event]| events.iter().map(|event| event.state(now)).collect();
        events.map(|around| states(&around.events)).unwrap_or_else(Vec::new)
    });
    let retry = move || around.open(catalogue);
    let content = move || {
        states.track();
        let cards = catalogue.cards.with(Load::ready);
        loaded(around.programmes.get(), not_found, retry, move |around| {
            let view = View { filter, now: clock.second.get_untracked(), cards: cards.as_deref() };
            view.all(&around.events)
        })
    };
    begun(Route::Events).child(content).into_node()
}

/// Chooses other events, and notes it in the address.
fn choose(filter: RwSignal<EventFilter>, wanted: EventFilter) {
    filter.set(wanted);
    page::replace_address(&events(wanted));
}

/// What the list is drawn from.
struct View<'a> {
    filter: RwSignal<EventFilter>,
    now: Moment,
    cards: Option<&'a Cards>,
}

impl View<'_> {
    fn all(&self, events: &[Event]) -> Node {
        if events.is_empty() {
            return empty(t::NONE_TITLE, t::NONE_TEXT, None);
        }
        let filter = self.filter.get();
        let asked: Vec<&Event> = events.iter().filter(|event| filter.passes(event)).collect();
        let (past, next): (Vec<&Event>, Vec<&Event>) =
            asked.into_iter().partition(|event| event.state(self.now) == EventState::Selesai);
        let none = (past.is_empty() && next.is_empty()).then(|| {
            let filter = self.filter;
            let all = h::button()
                .class("button button--main")
                .on("click", move |_| choose(filter, EventFilter::default()))
                .child(t::SHOW_ALL)
                .into_node();
            empty(t::NONE_HERE_TITLE, t::NONE_HERE_TEXT, Some(all))
        });
        h::group()
            .child(self.chips(events))
            .child(
                h::p()
                    .class("events__count")
                    .child(h::span().attr("role", "status").child(t::count(next.len())))
                    .child(" ")
                    .child(
                        h::a()
                            .attr("href", EVENTS_CALENDAR)
                            .child(icon("calendar"))
                            .child(t::ALL_DATES),
                    ),
            )
            .child(none)
            .child(self.by_month(&next))
            .child(self.past(&past))
            .into_node()
    }

    /// The cities and kinds that there are.
    fn chips(&self, events: &[Event]) -> Node {
        let filter = self.filter;
        let asked = filter.get();
        let chip = |wanted: EventFilter, words: &'static str| {
            h::button()
                .class("chip")
                .attr("aria-pressed", (wanted == asked).to_string())
                .on("click", move |_| choose(filter, wanted))
                .child(words)
                .into_node()
        };
        let row = |label: &'static str, chips: Vec<Node>| {
            h::div()
                .class("chips chips--scroll")
                .attr("role", "group")
                .attr("aria-label", label)
                .child(chips)
        };
        let cities = City::as_listed()
            .filter(|city| events.iter().any(|event| event.city == Some(*city)))
            .map(|city| chip(EventFilter { city: Some(city), ..asked }, city.name()));
        let every_city = chip(EventFilter { city: None, ..asked }, t::EVERYWHERE);
        let kinds = EventKind::ALL
            .into_iter()
            .filter(|kind| events.iter().any(|event| event.kind == *kind))
            .map(|kind| chip(EventFilter { kind: Some(kind), ..asked }, t::kind(kind)));
        let every_kind = chip(EventFilter { kind: None, ..asked }, t::EVERY_KIND);
        h::div()
            .class("events__filter")
            .child(row(t::CITIES, std::iter::once(every_city).chain(cities).collect()))
            .child(row(t::KINDS, std::iter::once(every_kind).chain(kinds).collect()))
            .into_node()
    }

    fn by_month(&self, events: &[&Event]) -> Node {
        // What has begun earlier and is still on stands under the present month.
        let month = |event: &Event| Month::of(event.window.from.max(self.now).date());
        let mut months: Vec<(Month, Vec<Node>)> = Vec::new();
        for event in events {
            let own = month(event);
            let row = self.event(event);
            match months.last_mut() {
                Some((last, rows)) if *last == own => rows.push(row),
                _ => months.push((own, vec![row])),
            }
        }
        let sections: Vec<Node> = months
            .into_iter()
            .map(|(month, rows)| {
                h::section()
                    .class("section")
                    .child(
                        h::div()
                            .class("section__head")
                            .child(h::h2().class("section__title").child(month.name())),
                    )
                    .child(h::div().class("events").child(rows))
                    .into_node()
            })
            .collect();
        h::group().child(sections).into_node()
    }

    /// The last one first.
    fn past(&self, events: &[&Event]) -> Option<Node> {
        let rows: Vec<Node> = events.iter().rev().map(|event| self.event(event)).collect();
        (!rows.is_empty()).then(|| {
            h::details()
                .class("section events__past")
                .child(h::summary().child(h::h2().class("section__title").child(t::PAST)))
                .child(h::div().class("events").child(rows))
                .into_node()
        })
    }

    fn event(&self, event: &Event) -> Node {
        let state = event.state(self.now);
        let over = state == EventState::Selesai;
        let day = event.window.from.date();
        let (_, _, number) = day.parts();
        let month: String = day.day_month().chars().skip_while(|c| !c.is_alphabetic()).collect();
        let badge = t::state(state).map(|words| {
            let class = if over { "badge badge--quiet" } else { "badge badge--ok" };
            h::group().child(" ").child(h::span().class(class).child(words))
        });
        h::article()
            .class(if over { "event event--over" } else { "event" })
            .attr("id", event.code.to_string())
            .child(
                h::p()
                    .class("event__day")
                    .attr("aria-hidden", "true")
                    .child(h::b().child(number))
                    .child(h::span().child(month)),
            )
            .child(
                h::div()
                    .class("event__body")
                    .child(
                        h::p()
                            .class("event__kind")
                            .child(h::span().class("badge badge--info").child(t::kind(event.kind)))
                            .child(badge),
                    )
                    .child(h::h3().class("event__name").child(event.title.clone()))
                    .child(fact("clock", schedule(event.window)))
                    .child(fact("pin", place(event)))
                    .child((!over).then(|| ways(event)))
                    .child(self.sellers(event)),
            )
            .into_node()
    }

    /// Who takes part, folded away; their goods are drawn once somebody asks for them.
    fn sellers(&self, event: &Event) -> Option<Node> {
        let cards = self.cards?;
        let sellers = &event.sellers;
        let here: Vec<Code> =
            sellers.iter().filter(|code| cards.of_seller(code).next().is_some()).cloned().collect();
        let goods: usize = here.iter().map(|seller| cards.of_seller(seller).count()).sum();
        let words = t::taking_part(here.len(), goods);
        let links = links(&here, cards);
        let opened = RwSignal::new(false);
        let catalogue = Catalogue::expect();
        let now = self.now;
        (!here.is_empty()).then(|| {
            let goods = move || {
                let manifest = opened.get().then(|| catalogue.manifest.with(Load::ready))??;
                let cards = catalogue.cards.with(Load::ready)?;
                let goods = here.iter().flat_map(|seller| cards.of_seller(seller));
                Some(grid(goods, &manifest.editions, now, Level::Three))
            };
            h::details()
                .class("event__sellers")
                .on("toggle", move |_| opened.set(true))
                .child(h::summary().child(words))
                .child(h::p().child(stall_link(Stall::Event(event.code.clone()))))
                .child(links)
                .child(goods)
                .into_node()
        })
    }
}

/// The ways to the sellers.
fn links(sellers: &[Code], cards: &Cards) -> Node {
    let links: Vec<Node> = sellers
        .iter()
        .filter_map(|seller| {
            let name = cards.of_seller(seller).next()?.shop.clone();
            let href = Route::Seller(seller.clone()).path();
            Some(h::li().child(h::a().class("chip").attr("href", href).child(name)).into_node())
        })
        .collect();
    h::ul().class("chips").attr("aria-label", t::SELLERS).child(links).into_node()
}

fn empty(title: &'static str, text: &'static str, action: Option<Node>) -> Node {
    let action = action.map(|action| h::div().class("empty__actions").child(action));
    h::div()
        .class("empty empty--quiet")
        .child(h::h2().class("empty__title").child(title))
        .child(h::p().class("empty__text").child(text))
        .child(action)
        .into_node()
}

fn fact(sign: &'static str, words: String) -> Option<Node> {
    (!words.is_empty()).then(|| {
        h::p().class("event__fact").child(icon(sign)).child(h::span().child(words)).into_node()
    })
}

/// "Lobi kantor wali kota, Jalan …, Jakarta Selatan": most places are written with their city already.
fn place(event: &Event) -> String {
    let mut parts = vec![event.place.as_str(), event.address.as_str()];
    parts.retain(|part| !part.is_empty());
    let told = parts.join(", ");
    let city = event.city.map_or(t::ALL_JAKARTA, City::name);
    if told.is_empty() {
        city.to_owned()
    } else if event.city.is_none() || told.contains(city) {
        told
    } else {
        format!("{told}, {city}")
    }
}

/// The ways on: into the calendar, to the map, to more.
fn ways(event: &Event) -> Node {
    let more = if event.kind == EventKind::Live { t::WATCH } else { t::MORE };
    let way = |link: &SafeLink, sign: &'static str, words: &'static str| {
        let link = link.clone();
        let name = format!("{words}: {}", event.title);
        let content = h::group().child(icon(sign)).child(words).into_node();
        outside(move || link.clone(), "button button--plain", content, Some(name))
    };
    h::p()
        .class("event__ways")
        .child(
            h::a()
                .class("button button--plain")
                .attr("href", event_calendar(&event.code))
                .attr("aria-label", format!("{}: {}", t::REMIND, event.title))
                .child(icon("calendar"))
                .child(t::REMIND),
        )
        .child(event.map.as_ref().map(|link| way(link, "pin", t::MAP)))
        .child(event.link.as_ref().map(|link| way(link, "link-out", more)))
        .into_node()
}
