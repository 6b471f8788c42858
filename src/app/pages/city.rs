//! `/kota/<slug>`: the goods of one city.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::jbl_banner::{Standing, jbl_banner};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::result_list::{Goods, Heading, List, Scope, result_list};
use crate::app::reactive::{Memo, memo};
use crate::app::state::clock::Clock;
use crate::app::text::t::search as t;
use crate::domain::area::City;
use crate::domain::edition::by_interest;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::Route;
use crate::search::cards::Cards;
use crate::search::choice::Choice;
use std::sync::Arc;

/// How many days ahead an edition of the city is told of.
const SOON_DAYS: i32 = 14;

/// The page of a city.
pub fn city_page(city: City, route: Memo<Option<Route>>) -> Node {
    let catalogue = Catalogue::expect();
    let lasting = Route::City(city, Filter::default());
    page_head(move || PageHead {
        title: city.name().to_owned(),
        description: t::city_description(city.name()),
        lasting: lasting.clone(),
        listed: route.with(|route| route.as_ref() == Some(&lasting)),
    });
    let banner = move || {
        let manifest = catalogue.manifest.with(Load::ready)?;
        let cards = catalogue.cards.with(Load::ready);
        own_edition(&manifest, cards.as_deref(), Clock::expect().turn.get(), city)
    };
    let retry = reopen();
    let content = move || {
        let retry = retry.clone();
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            let list = loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                results(manifest, cards, city, route)
            });
            h::div().class("page").child(list).into_node()
        })
    };
    h::group().child(banner).child(content).into_node()
}

/// The city's own edition while it is on, or soon.
fn own_edition(
    manifest: &Manifest,
    cards: Option<&Cards>,
    now: Moment,
    city: City,
) -> Option<Node> {
    let soon = now.date().plus(SOON_DAYS).start();
    let edition = by_interest(&manifest.editions, now, Some(city)).into_iter().find(|edition| {
        edition.city == Some(city) && now < edition.window.to && edition.window.from < soon
    })?;
    Some(jbl_banner(edition, &manifest.editions, cards, now, Standing::Elsewhere))
}

fn results(
    manifest: Arc<Manifest>,
    cards: Arc<Cards>,
    city: City,
    route: Memo<Option<Route>>,
) -> Node {
    let list = List::new(Goods { manifest, cards, scope: Scope::City(city) }, route);
    let title = memo(move || city.name().to_owned());
    result_list(list, Heading::Page, title, move || kecamatan(list, city))
}

/// The kecamatan of the city that have something.
fn kecamatan(list: List, city: City) -> Option<Node> {
    let filter = list.filter.get();
    let results = list.results.get();
    let chips: Vec<Node> = city
        .kecamatan()
        .filter(|kecamatan| results.counts.of(&Choice::Kecamatan(*kecamatan)) > 0)
        .map(|kecamatan| {
            let narrowed = Filter { kecamatan: vec![kecamatan], ..filter.clone() };
            let href = Route::City(city, narrowed).path();
            h::li()
                .child(h::a().class("chip").attr("href", href).child(kecamatan.name()))
                .into_node()
        })
        .gather();
    (chips.len() > 1).then(|| {
        h::ul()
            .class("chips chips--scroll results__chips")
            .attr("aria-label", t::KECAMATAN)
            .child(chips)
            .into_node()
    })
}
