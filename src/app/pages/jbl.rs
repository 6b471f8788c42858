//! `/jbl`: the editions of Jumat Beli Lokal: on, coming, over.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::jbl_banner::{Standing, appeal, jbl_banner};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::prefs::Prefs;
use crate::app::state::still::Still;
use crate::app::text::t::card::products;
use crate::app::text::t::jbl as t;
use crate::app::ui::icon::icon;
use crate::domain::area::{City, Kecamatan};
use crate::domain::edition::{Edition, EditionState, by_interest};
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::Route;
use crate::search::cards::Cards;

/// The page of all editions, or of those of one city.
pub fn jbl_page(city: Option<City>) -> Node {
    let catalogue = Catalogue::expect();
    let (clock, prefs, places) = (Clock::expect(), Prefs::expect(), Places::expect());
    page_head(move || {
        let jbl = catalogue.called(Label::Jbl);
        PageHead {
            description: t::description(&jbl),
            title: city.map_or(jbl.clone(), |city| format!("{jbl} {}", city.name())),
            lasting: of(city),
            listed: true,
        }
    });
    let retry = reopen();
    let content = move || {
        let cards = catalogue.cards.with(Load::ready);
        let (now, home) = (clock.turn.get(), prefs.home.get());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            places.settle();
            all_editions(&manifest, cards.as_deref(), now, home, city)
        })
    };
    h::group().child(content).into_node()
}

fn all_editions(
    manifest: &Manifest,
    cards: Option<&Cards>,
    now: Moment,
    home: Option<Kecamatan>,
    city: Option<City>,
) -> Node {
    let mut editions = by_interest(&manifest.editions, now, home.map(Kecamatan::city));
    // What is all of Jakarta's is each city's too.
    editions.retain(|edition| city.is_none() || edition.city.is_none() || edition.city == city);
    let (past, next): (Vec<&Edition>, Vec<&Edition>) =
        editions.into_iter().partition(|edition| edition.state(now) == EditionState::Selesai);
    let first = next
        .first()
        .map(|edition| jbl_banner(edition, &manifest.editions, cards, now, Standing::Elsewhere));
    let market = &manifest.market;
    let (jbl, short) = (market.label(Label::Jbl), market.label(Label::JblShort));
    let heading = if first.is_some() {
        h::h1().class("visually-hidden").child(jbl.clone()).into_node()
    } else {
        h::div().class("page__head").child(h::h1().child(jbl.clone())).into_node()
    };
    let none = (past.is_empty() && next.is_empty()).then(|| {
        h::div()
            .class("empty")
            .child(h::h2().class("empty__title").child(t::NONE_TITLE))
            .child(h::p().class("empty__text").child(t::NONE_TEXT))
    });
    let appeal = market.jbl_appeal.map(appeal);
    h::group()
        .child(first)
        .child(
            h::div().class("page").child(heading).child(
                h::div()
                    .class("duo")
                    .child(
                        h::div()
                            .child(cities(&manifest.editions, city))
                            .child(none)
                            .child(list("", t::NOW_AND_NEXT, None, &next, now, &jbl))
                            .child(list(
                                if next.is_empty() { "" } else { "section" },
                                t::PAST,
                                Some(t::PAST_NOTE),
                                &past,
                                now,
                                &jbl,
                            )),
                    )
                    .child(
                        h::aside()
                            .class("duo__aside panel prose")
                            .child(h::h2().child(t::PRICES))
                            .child(
                                h::p()
                                    .child(t::prices(&short))
                                    .child(" ")
                                    .child(market.label(Label::JblPayment)),
                            )
                            .child(appeal)
                            .child(
                                h::p().child(
                                    h::a()
                                        .attr("href", Route::Programmes.path())
                                        .attr("rel", Route::Programmes.rel())
                                        .child(t::what(&short)),
                                ),
                            ),
                    ),
            ),
        )
        .into_node()
}

/// The list of all cities, or of one.
fn of(city: Option<City>) -> Route {
    city.map_or(Route::Jbl, Route::JblOf)
}

/// The cities that have an edition of their own.
fn cities(editions: &[Edition], chosen: Option<City>) -> Option<Node> {
    let chip = |city: Option<City>, words: &'static str| {
        let link = h::a()
            .class("chip")
            .attr("href", of(city).path())
            .attr("aria-current", (city == chosen).then_some("true"))
            .child(words);
        h::li().child(link).into_node()
    };
    let own = |city: &City| editions.iter().any(|edition| edition.city == Some(*city));
    let chips: Vec<Node> =
        City::as_listed().filter(own).map(|city| chip(Some(city), city.name())).gather();
    (chips.len() > 1).then(|| {
        h::ul()
            .class("chips chips--scroll results__chips")
            .attr("aria-label", t::CITIES)
            .child(chip(None, t::ALL_CITIES))
            .child(chips)
            .into_node()
    })
}

fn list(
    class: &'static str,
    title: &'static str,
    note: Option<&'static str>,
    editions: &[&Edition],
    now: Moment,
    jbl: &str,
) -> Option<Node> {
    let rows: Vec<Node> = editions.iter().map(|edition| row(edition, now, jbl)).gather();
    let note = note.map(|note| h::p().class("section__note").child(note));
    (!rows.is_empty()).then(|| {
        h::section()
            .class(class)
            .child(
                h::div()
                    .class("section__head")
                    .child(h::h2().class("section__title").child(title))
                    .child(note),
            )
            .child(h::ul().class("editions").child(rows))
            .into_node()
    })
}

/// An edition on a page that outlives it: what it is called and its days.
fn still_row(edition: &Edition, jbl: &str) -> Node {
    let href = Route::Edition(edition.code.clone(), Filter::default()).path();
    let name = t::short_title(&edition.title, jbl).to_owned();
    h::li()
        .class("edition")
        .child(h::h3().class("edition__name").child(h::a().attr("href", href).child(name)))
        .child(h::p().class("meta").child(h::span().child(edition.window.days())))
        .into_node()
}

fn row(edition: &Edition, now: Moment, jbl: &str) -> Node {
    if Still::is_here() {
        return still_row(edition, jbl);
    }
    let state = edition.state(now);
    let (class, badge) = match state {
        EditionState::Live => ("edition edition--now", "badge badge--live"),
        EditionState::Berlangsung | EditionState::PraPesan => ("edition edition--now", "badge"),
        EditionState::AkanDatang => ("edition", "badge badge--info"),
        EditionState::Selesai => ("edition edition--over", "badge badge--quiet"),
    };
    // Of what is over, the days say all.
    let turn = (state != EditionState::Selesai)
        .then(|| h::group().child(h::span().child(t::state_line(edition, state))).child(" "));
    let live = edition.live.filter(|live| now < live.from).map(|live| {
        h::group()
            .child(h::span().child(format!(
                "{} {}",
                t::LIVE.to_ascii_lowercase(),
                t::live_hours(live)
            )))
            .child(" ")
    });
    let goods = (edition.products > 0).then(|| h::span().child(products(edition.products.into())));
    let href = Route::Edition(edition.code.clone(), Filter::default()).path();
    h::li()
        .class(class)
        .child(h::p().class("edition__state").child(h::span().class(badge).child(t::state(state))))
        .child(
            h::h3().class("edition__name").child(
                h::a().attr("href", href).child(t::short_title(&edition.title, jbl).to_owned()),
            ),
        )
        .child(
            h::p()
                .class("meta")
                .child(h::span().child(edition.window.days()))
                .child(" ")
                .child(turn)
                .child(live)
                .child(goods),
        )
        .child(icon("right"))
        .into_node()
}
