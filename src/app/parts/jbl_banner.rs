//! The banner of an edition of Jumat Beli Lokal: what it is doing now, and the way to it.

use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::countdown::countdown;
use crate::app::state::still::Still;
use crate::app::text::t::jbl as t;
use crate::domain::edition::{Edition, EditionState};
use crate::domain::fair;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::money::{Rupiah, grouped};
use crate::domain::offer::jbl_price;
use crate::domain::order_by::sorted;
use crate::domain::product::Card;
use crate::domain::time::Moment;
use crate::route::Route;
use crate::search::cards::Cards;

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
) -> Node {
    if Still::is_here() {
        let goods = cards.and_then(|cards| goods(edition, editions, cards, now));
        return still_banner(edition, standing, goods);
    }
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
    h::section()
        .class(class)
        .attr("aria-labelledby", "jbl-judul")
        .child(
            h::div()
                .class("jbl__inner")
                .child(
                    h::div()
                        .class("jbl__main")
                        .child(
                            h::p()
                                .class("jbl__state")
                                .child(h::span().class(badge).child(t::state(state)))
                                .child(" ")
                                .child(h::span().child(t::state_line(edition, state))),
                        )
                        .child(title(edition, standing)),
                )
                .child(facts(edition, state, now))
                .child(until.map(|until| countdown(until, t::countdown(state))))
                .child(ways(edition, state, standing))
                .child(goods),
        )
        .into_node()
}

/// The banner of a page that outlives the edition: its days, and nothing that passes. It is as high as the one that will
/// take its place.
fn still_banner(edition: &Edition, standing: Standing, goods: Option<Node>) -> Node {
    let way = match standing {
        Standing::Elsewhere => Some((t::SEE_GOODS.to_owned(), own_page(edition))),
        Standing::Own => edition.shop_link.as_ref().map(|link| {
            let channel = Catalogue::expect().channel(edition.channel);
            (t::shop_at(&channel), link.as_str().to_owned())
        }),
    };
    let way = way.map(|(label, href)| {
        let link = h::a().class("button").attr("href", href).attr("rel", "noopener").child(label);
        h::p().class("jbl__go").child(link)
    });
    let days = h::span().class("badge").child(edition.window.days());
    let main = h::div()
        .class("jbl__main")
        .child(h::p().class("jbl__state").child(days))
        .child(title(edition, standing));
    // As on its last moment: the hour of a show is told by its weekday, which is true for some days only.
    let facts = facts(edition, EditionState::Berlangsung, edition.window.to);
    h::section()
        .class("jbl awning")
        .attr("aria-labelledby", "jbl-judul")
        .child(h::div().class("jbl__inner").child(main).child(facts).child(way).child(goods))
        .into_node()
}

fn title(edition: &Edition, standing: Standing) -> Node {
    let jbl = Catalogue::expect().called(Label::Jbl);
    let short = t::short_title(&edition.title, &jbl);
    let words = if short == edition.title {
        h::group().child(edition.title.clone()).into_node()
    } else {
        h::group()
            .child(jbl.clone())
            .child(" ")
            .child(h::span().child(short.to_owned()))
            .into_node()
    };
    match standing {
        Standing::Own => {
            h::h1().class("jbl__title").attr("id", "jbl-judul").child(words).into_node()
        }
        Standing::Elsewhere => h::h2()
            .class("jbl__title")
            .attr("id", "jbl-judul")
            .child(h::a().attr("href", own_page(edition)).child(words))
            .into_node(),
    }
}

/// At most three short facts.
fn facts(edition: &Edition, state: EditionState, now: Moment) -> Node {
    let fact = |name: &'static str, value: String| {
        h::div().child(h::dt().child(name)).child(h::dd().child(value)).into_node()
    };
    let mut facts: Vec<Node> = Vec::new();
    if edition.products > 0 {
        facts.push(fact(t::PRODUCTS, grouped(edition.products.into())));
    }
    match edition.live {
        Some(live) if state == EditionState::Live => facts.push(fact(t::LIVE, t::live_now(live))),
        Some(live) if now < live.from => facts.push(fact(t::LIVE, t::live_short(live))),
        _ => {}
    }
    let channel = if state == EditionState::Selesai { t::SOLD_AT } else { t::PAY_AT };
    facts.push(fact(channel, Catalogue::expect().channel(edition.channel)));
    h::dl().class("jbl__facts").child(facts).into_node()
}

/// The ways on: to the edition's page, or from there to its shop; to the show while it runs.
fn ways(edition: &Edition, state: EditionState, standing: Standing) -> Option<Node> {
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
        (Standing::Own, _) => (t::shop_at(&Catalogue::expect().channel(edition.channel)), shop),
    };
    let show = edition.live_link.as_ref().filter(|_| state == EditionState::Live);
    let show = show.map(|link| (t::WATCH.to_owned(), link.as_str().to_owned()));
    // While the show runs it is the one main way; the other stands quietly beside it.
    let ways: Vec<Node> = show
        .into_iter()
        .chain(href.map(|href| (label, href)))
        .enumerate()
        .map(|(at, (label, href))| {
            let class = if at == 0 { "button" } else { "button button--plain" };
            h::a().class(class).attr("href", href).attr("rel", "noopener").child(label).into_node()
        })
        .gather();
    let class = if state == EditionState::Live { "jbl__go jbl__go--two" } else { "jbl__go" };
    (!ways.is_empty()).then(|| h::p().class(class).child(ways).into_node())
}

/// Some of its goods with a picture, another choice each day.
fn goods(edition: &Edition, editions: &[Edition], cards: &Cards, now: Moment) -> Option<Node> {
    let order = fair::places(&cards.cards, now.date());
    let is_shown = |card: &Card| card.picture.is_some() && card.jbl.contains(&edition.code);
    let own = (0..cards.cards.len()).filter(|at| cards.cards.get(*at).is_some_and(is_shown));
    let own = sorted(own.gather(), |at| order.get(*at).copied());
    let goods: Vec<Node> = own
        .into_iter()
        .take(GOODS)
        .filter_map(|at| {
            let card = cards.cards.get(at)?;
            let picture = card.picture.as_ref()?;
            let price =
                jbl_price(card, editions, now).map_or(card.price, |promotion| promotion.price);
            let href = Route::Product(card.code.clone()).path();
            Some(
                h::li()
                    .child(
                        h::a()
                            .attr("href", href)
                            .child(
                                h::img()
                                    .attr("loading", "lazy")
                                    .attr("src", picture.webp(320))
                                    .attr("alt", card.name.clone())
                                    .attr("width", "240")
                                    .attr("height", "240")
                                    .attr("decoding", "async"),
                            )
                            .child(h::span().child(price.to_string())),
                    )
                    .into_node(),
            )
        })
        .gather();
    (!goods.is_empty()).then(|| {
        h::ul().class("jbl__goods").attr("aria-label", t::SOME_GOODS).child(goods).into_node()
    })
}

/// What civil servants are asked to spend, and where that is added up.
pub fn appeal(amount: Rupiah) -> Node {
    h::p()
        .child(t::appeal(amount))
        .child(" ")
        .child(h::a().attr("href", Route::Basket.path()).child(t::APPEAL_SUM))
        .into_node()
}

fn own_page(edition: &Edition) -> String {
    Route::Edition(edition.code.clone(), Filter::default()).path()
}
