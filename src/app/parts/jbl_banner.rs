//! The banner of an edition of Jumat Beli Lokal: what it is doing now, and the way to it.

use crate::app::data::catalogue::Cards;
use crate::app::parts::countdown::countdown;
use crate::app::text::t::jbl as t;
use crate::domain::edition::{Edition, EditionState};
use crate::domain::fair;
use crate::domain::filter::Filter;
use crate::domain::money::grouped;
use crate::domain::offer::jbl_price;
use crate::domain::order_by::sorted;
use crate::domain::time::Moment;
use crate::route::Route;
use leptos::prelude::*;

/// How many of its goods a wide screen shows.
const GOODS: usize = 4;

/// Where the banner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On another page: its title leads to the edition.
    Elsewhere,
    /// On the edition's own page: its title is the page's heading.
    Own,
}

/// The banner of an edition; `cards`, once they are there, give some of its goods.
pub fn jbl_banner(
    edition: &Edition,
    editions: &[Edition],
    cards: Option<&Cards>,
    now: Moment,
    standing: Standing,
) -> AnyView {
    let state = edition.state(now);
    let class = match state {
        EditionState::AkanDatang => "jbl jbl--soon awning",
        EditionState::PraPesan => "jbl jbl--pre awning",
        EditionState::Berlangsung => "jbl jbl--on awning",
        EditionState::Live => "jbl jbl--live awning",
        EditionState::Selesai => "jbl jbl--over awning",
    };
    let badge = if state == EditionState::Live { "badge badge--live" } else { "badge" };
    let until = match state {
        EditionState::AkanDatang => Some(edition.window.from),
        EditionState::PraPesan => edition.preorder.map(|window| window.to),
        EditionState::Live | EditionState::Berlangsung => Some(edition.window.to),
        EditionState::Selesai => None,
    };
    let over = state == EditionState::Selesai;
    let goods = cards.filter(|_| !over).and_then(|cards| goods(edition, editions, cards, now));
    view! {
        <section class=class aria-labelledby="jbl-judul">
            <div class="jbl__inner">
                <div class="jbl__main">
                    <p class="jbl__state"><span class=badge>{t::state(state)}</span>" "<span>{t::state_line(edition, state)}</span></p>
                    {title(edition, standing)}
                </div>
                {facts(edition, state, now)}
                {until.map(|until| countdown(until, t::countdown(state)))}
                {ways(edition, state, standing)}
                {goods}
            </div>
        </section>
    }
    .into_any()
}

fn title(edition: &Edition, standing: Standing) -> AnyView {
    let short = t::short_title(&edition.title);
    let words = if short == edition.title {
        view! { {edition.title.clone()} }.into_any()
    } else {
        view! { {t::JBL}" "<span>{short.to_owned()}</span> }.into_any()
    };
    match standing {
        Standing::Own => view! { <h1 class="jbl__title" id="jbl-judul">{words}</h1> }.into_any(),
        Standing::Elsewhere => {
            view! { <h2 class="jbl__title" id="jbl-judul"><a href=own_page(edition)>{words}</a></h2> }.into_any()
        }
    }
}

/// At most three short facts.
fn facts(edition: &Edition, state: EditionState, now: Moment) -> AnyView {
    let fact = |name: &'static str, value: String| {
        view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
    };
    let mut facts: Vec<AnyView> = Vec::new();
    if edition.products > 0 {
        facts.push(fact(t::PRODUCTS, grouped(edition.products.into())));
    }
    match edition.live {
        Some(live) if state == EditionState::Live => facts.push(fact(t::LIVE, t::live_now(live))),
        Some(live) if now < live.from => facts.push(fact(t::LIVE, t::live_short(live))),
        _ => {}
    }
    let channel = if state == EditionState::Selesai { t::SOLD_AT } else { t::PAY_AT };
    facts.push(fact(channel, edition.channel.label().to_owned()));
    view! { <dl class="jbl__facts">{facts}</dl> }.into_any()
}

/// The ways on: to the edition's page, or from there to its shop; to the show while it runs.
fn ways(edition: &Edition, state: EditionState, standing: Standing) -> Option<AnyView> {
    let shop = edition.shop_link.as_ref().map(|link| link.as_str().to_owned());
    let own = || Some(own_page(edition));
    let (label, href) = match (standing, state) {
        (Standing::Elsewhere, EditionState::AkanDatang) => (t::SEE_GOODS.to_owned(), own()),
        (Standing::Elsewhere, EditionState::PraPesan) => (t::ORDER_AHEAD.to_owned(), own()),
        (Standing::Elsewhere, EditionState::Selesai) => (t::SEE_PAST.to_owned(), own()),
        (Standing::Elsewhere, _) if edition.products == 0 => (t::SEE_GOODS.to_owned(), own()),
        (Standing::Elsewhere, _) => (t::see(edition.products), own()),
        (Standing::Own, EditionState::AkanDatang | EditionState::Selesai) => return None,
        (Standing::Own, EditionState::PraPesan) => (t::ORDER_AHEAD.to_owned(), shop),
        (Standing::Own, _) => (t::shop_at(edition.channel.label()), shop),
    };
    let show = edition.live_link.as_ref().filter(|_| state == EditionState::Live);
    let show = show.map(|link| (t::WATCH.to_owned(), link.as_str().to_owned()));
    // While the show runs it is the one main way; the other stands quietly beside it.
    let ways: Vec<AnyView> = show
        .into_iter()
        .chain(href.map(|href| (label, href)))
        .enumerate()
        .map(|(at, (label, href))| {
            let class = if at == 0 { "button" } else { "button button--plain" };
            view! { <a class=class href=href rel="noopener">{label}</a> }.into_any()
        })
        .collect();
    let class = if state == EditionState::Live { "jbl__go jbl__go--two" } else { "jbl__go" };
    (!ways.is_empty()).then(|| view! { <p class=class>{ways}</p> }.into_any())
}

/// Some of its goods with a picture, another choice each day.
fn goods(edition: &Edition, editions: &[Edition], cards: &Cards, now: Moment) -> Option<AnyView> {
    let order = fair::places(&cards.cards, now.date());
    let own: Vec<(u32, usize)> = cards
        .cards
        .iter()
        .enumerate()
        .filter(|(_, card)| card.picture.is_some() && card.jbl.contains(&edition.code))
        .map(|(at, _)| (order.get(at).copied().unwrap_or(u32::MAX), at))
        .collect();
    let own = sorted(own, |goods| *goods);
    let goods: Vec<AnyView> = own
        .into_iter()
        .take(GOODS)
        .filter_map(|(_, at)| {
            let card = cards.cards.get(at)?;
            let picture = card.picture.as_ref()?;
            let price = jbl_price(card, editions, now).map_or(card.price, |promotion| promotion.price);
            let href = Route::Product(card.code.clone()).path();
            Some(
                view! {
                    <li><a href=href>
                        <img src=picture.webp(320) alt=card.name.clone() width="240" height="240" loading="lazy" decoding="async"/>
                        <span>{price.to_string()}</span>
                    </a></li>
                }
                .into_any(),
            )
        })
        .collect();
    (!goods.is_empty())
        .then(|| view! { <ul class="jbl__goods" aria-label=t::SOME_GOODS>{goods}</ul> }.into_any())
}

fn own_page(edition: &Edition) -> String {
    Route::Edition(edition.code.clone(), Filter::default()).path()
}
