//! `/`: what is on now, kinds of goods, cities, and today's fair turn.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::jbl_banner::{Standing, jbl_banner};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::product_card::{Level, grid};
use crate::app::parts::tone;
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::card::products;
use crate::app::text::t::home as t;
use crate::app::ui::icon::icon;
use crate::domain::area::{City, Kecamatan};
use crate::domain::edition::{EditionState, by_interest};
use crate::domain::fair;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::time::Moment;
use crate::format::manifest::{Counts, Manifest};
use crate::route::Route;
use crate::search::cards::Cards;
use crate::search::results::{Visit, find};

/// How many products take today's first turn: four rows of a desk, twelve of a phone.
const TURN: usize = 20;

/// How many days an edition that is over is still told of.
const TOLD_DAYS: i32 = 5;

/// The home page.
pub fn home_page() -> Node {
    let catalogue = Catalogue::expect();
    let clock = Clock::expect();
    let prefs = Prefs::expect();
    let places = Places::expect();
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::Home,
        listed: true,
    });
    let banner = move || {
        let manifest = catalogue.manifest.with(Load::ready)?;
        let cards = catalogue.cards.with(Load::ready);
        now_on(&manifest, cards.as_deref(), clock.turn.get(), prefs.home.get())
    };
    let retry = reopen();
    let content = move || {
        let retry = retry.clone();
        let (now, home) = (clock.turn.get(), prefs.home.get());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            let shelf = shelf(&manifest, home);
            let turn = loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                places.settle();
                turn(&cards, &manifest, now, home)
            });
            h::group().child(shelf).child(turn).into_node()
        })
    };
    h::group()
        .child(banner)
        .child(
            h::div()
                .class("page")
                .child(h::h1().class("visually-hidden").child(t::HEADING))
                .child(content),
        )
        .into_node()
}

/// The edition that is on, else the next one; one that is just over is still told of for a few days.
fn now_on(
    manifest: &Manifest,
    cards: Option<&Cards>,
    now: Moment,
    home: Option<Kecamatan>,
) -> Option<Node> {
    let editions = by_interest(&manifest.editions, now, home.map(Kecamatan::city));
    let edition = *editions.first()?;
    let told = edition.state(now) != EditionState::Selesai
        || now.date() <= edition.window.to.date().plus(TOLD_DAYS);
    told.then(|| jbl_banner(edition, &manifest.editions, cards, now, Standing::Elsewhere))
}

/// Kinds of goods and cities, the visitor's own first.
fn shelf(manifest: &Manifest, home: Option<Kecamatan>) -> Node {
    let Counts { by_category, by_city, .. } = &manifest.counts;
    let categories: Vec<Node> = manifest
        .categories
        .iter()
        .filter_map(|category| {
            let count = *by_category.get(&category.code.to_string())?;
            let picture =
                matches!(category.code.as_str(), "kuliner" | "fashion" | "kriya").then(|| {
                    h::img()
                        .attr("src", format!("/kategori/{}.webp", category.code))
                        .attr("alt", "")
                        .attr("width", "160")
                        .attr("height", "160")
                });
            let href = Route::Category(category.code.clone(), Filter::default()).path();
            let class = format!("category {}", tone::of_category(&category.code));
            Some(
                h::a()
                    .class(class)
                    .attr("href", href)
                    .child(category.name.clone())
                    .child(" ")
                    .child(h::small().child(products(count.into())))
                    .child(picture)
                    .into_node(),
            )
        })
        .gather();
    let own = home.map(Kecamatan::city);
    let mut cities: Vec<Node> = Vec::new();
    for city in City::as_listed() {
        let Some(count) = by_city.get(&city.code().to_owned()) else { continue };
        let href = Route::City(city, Filter::default()).path();
        let name = city.name().trim_start_matches("Jakarta ");
        let is_own = Some(city) == own;
        let link = h::a()
            .class("city")
            .attr("href", href)
            .attr("aria-current", is_own.then_some("true"))
            .child(name)
            .child(" ")
            .child(h::small().child(*count).child(h::span().child(" produk")));
        cities.insert(if is_own { 0 } else { cities.len() }, link.into_node());
    }
    h::div()
        .class("home__shelf")
        .child(h::nav().class("categories").attr("aria-label", t::CATEGORIES).child(categories))
        .child(h::nav().class("cities").attr("aria-label", t::CITIES).child(cities))
        .into_node()
}

/// Today's fair turn, nearest first.
fn turn(cards: &Cards, manifest: &Manifest, now: Moment, home: Option<Kecamatan>) -> Node {
    let order = fair::places(&cards.cards, now.date());
    let visit = Visit { now, home, editions: &manifest.editions };
    let found = find(cards, &order, &Filter::default(), visit);
    let first = found.hits.iter().filter_map(|at| cards.cards.get(*at)).take(TURN);
    h::section()
        .class("section section--split")
        .child(
            h::div()
                .class("section__head")
                .child(h::h2().class("section__title").child(if home.is_some() {
                    t::TURN_NEAR_TITLE
                } else {
                    t::TURN_TITLE
                }))
                .child(h::p().class("section__note").child(t::TURN_NOTE))
                .child(
                    h::a()
                        .class("section__link")
                        .attr("href", format!("{}#giliran", Route::About.path()))
                        .child(t::TURN_LINK)
                        .child(icon("right")),
                ),
        )
        .child(
            h::div()
                .class("section__body")
                .child(grid(first, &manifest.editions, now, Level::Three))
                .child(
                    h::div().class("more").child(
                        h::a()
                            .class("button")
                            .attr("href", Route::Search(Filter::default()).path())
                            .child(t::ALL_PRODUCTS),
                    ),
                ),
        )
        .into_node()
}
