//! `/baru`: what has changed in the market since the visitor last marked it as seen.
//!
//! The mark is kept on this device alone. Opening the page sets the first one and moves none.

use crate::app::browser::page::{self, Small};
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::product_card::{Level, grid};
use crate::app::programmes::begun::begun;
use crate::app::reactive::{RwSignal, effect};
use crate::app::state::clock::Clock;
use crate::app::state::saved::SavedState;
use crate::app::state::toast::Toasts;
use crate::app::text::t::news as t;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::money::Rupiah;
use crate::domain::news::{Mark, newest};
use crate::domain::product::{Card, Listing};
use crate::domain::saved::Saved;
use crate::domain::time::Moment;
use crate::domain::wire;
use crate::route::Route;
use crate::search::cards::Cards;

/// Where the mark is kept.
pub const KEPT: &str = "terakhir-dilihat";
/// So many of a list are shown.
const SHOWN: usize = 24;
/// Where the focus goes once what had it is gone.
const LIST: &str = "perubahan";

/// The mark, and what it is held against.
#[derive(Clone, Copy)]
struct Seen {
    catalogue: Catalogue,
    clock: Clock,
    toasts: Toasts,
    /// Absent at the first visit.
    mark: RwSignal<Option<Mark>>,
    /// Whether the device has not taken it.
    is_lost: RwSignal<bool>,
}

impl Seen {
    /// What is shown now, as a mark; absent until it is there.
    fn now(self) -> Option<Mark> {
        let cards = self.catalogue.cards.with_untracked(Load::ready)?;
        let day = self.clock.second.get_untracked().date();
        let generation = self.catalogue.generation.get_untracked();
        Some(Mark::of(&cards.cards, &generation, day))
    }

    fn keep(self, mark: &Mark) {
        let text = wire::write(mark);
        page::set(Small::Device, KEPT, &text);
        self.is_lost.set(page::get(Small::Device, KEPT) != Some(text));
    }
}

/// The page of what is new; `kept` is the mark as this device keeps it.
pub fn news_page(kept: Option<&str>) -> Node {
    let (catalogue, clock, toasts) = (Catalogue::expect(), Clock::expect(), Toasts::expect());
    let saved = SavedState::expect();
    // What cannot be read is no mark: that visit is a first one.
    let kept: Option<Mark> = kept.and_then(wire::read);
    let is_first = kept.is_none();
    let seen =
        Seen { catalogue, clock, toasts, mark: RwSignal::new(kept), is_lost: RwSignal::new(false) };
    effect(move || {
        catalogue.cards.track();
        if is_first && let Some(mark) = seen.now() {
            seen.keep(&mark);
        }
    });
    let retry = reopen();
    let content = move || {
        let (retry, now) = (retry.clone(), clock.turn.get());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                let view = View { editions: &manifest.editions, now };
                seen.mark.with(|mark| match mark {
                    None => view.first(&cards),
                    Some(mark) => saved.saved.with(|saved| view.since(mark, seen, &cards, saved)),
                })
            })
        })
    };
    let lost = move || seen.is_lost.get().then(|| h::p().class("notice").child(t::NOT_KEPT));
    begun(Route::News)
        .child(lost)
        .child(h::div().attr("id", LIST).attr("tabindex", "-1").child(content))
        .child(h::p().class("planner__absent").child(t::PRIVACY))
        .into_node()
}

/// What lists are drawn with.
struct View<'a> {
    editions: &'a [Edition],
    now: Moment,
}

impl View<'_> {
    fn first(&self, cards: &Cards) -> Node {
        let newest = newest(&cards.cards, SHOWN);
        let none = newest.is_empty().then(|| h::p().child(t::NO_DATES));
        h::group()
            .child(h::p().class("page__lead").child(t::FIRST))
            .child(none)
            .child(self.goods(t::NEWEST, None, &newest))
            .into_node()
    }

    fn since(&self, mark: &Mark, seen: Seen, cards: &Cards, saved: &Saved) -> Node {
        let generation = seen.catalogue.generation.get();
        let news = mark.news(&cards.cards, &generation, &|code| saved.holds(code));
        let lead = h::p().class("page__lead").child(t::since(mark.day));
        if news.is_empty() {
            return h::group().child(lead).child(h::p().child(t::NOTHING)).into_node();
        }
        let tapped = move |_| {
            if let Some(mark) = seen.now() {
                seen.keep(&mark);
                seen.mark.set(Some(mark));
                seen.toasts.say(t::MARKED);
                page::focus(LIST);
            }
        };
        let prices: Vec<Node> = news
            .prices
            .iter()
            .take(SHOWN)
            .map(|(card, before)| price(card, *before, saved.holds(&card.code)))
            .collect();
        let gone: Vec<Node> =
            news.gone.iter().take(SHOWN).map(|code| gone(code, saved.holds(code))).collect();
        h::group()
            .child(lead)
            .child(h::button().class("button").on("click", tapped).child(t::SEEN))
            .child(rows(t::PRICES, news.prices.len(), prices))
            .child(self.goods(t::BACK, None, &news.back))
            .child(self.goods(t::NEW, None, &news.new))
            .child(self.goods(t::CHANGED, Some(t::CHANGED_NOTE), &news.changed))
            .child(rows(t::GONE, news.gone.len(), gone))
            .into_node()
    }

    /// Cards under a heading; nothing where there are none.
    fn goods(
        &self,
        title: &'static str,
        note: Option<&'static str>,
        cards: &[&Card],
    ) -> Option<Node> {
        let shown = cards.iter().take(SHOWN).copied();
        let content = grid(shown, self.editions, self.now, Level::Three);
        section(title, note, cards.len(), content)
    }
}

fn section(
    title: &'static str,
    note: Option<&'static str>,
    count: usize,
    content: Node,
) -> Option<Node> {
    let others = (count > SHOWN).then(|| h::p().class("more").child(t::others(count - SHOWN)));
    (count > 0).then(|| {
        h::section()
            .class("section")
            .child(
                h::div()
                    .class("section__head")
                    .child(h::h2().class("section__title").child(title))
                    .child(note.map(|note| h::p().class("section__note").child(note))),
            )
            .child(content)
            .child(others)
            .into_node()
    })
}

fn rows(title: &'static str, count: usize, rows: Vec<Node>) -> Option<Node> {
    section(title, None, count, h::ul().class("panel shared").child(rows).into_node())
}

fn row(code: &Code, name: String, is_saved: bool, words: String) -> Node {
    let saved =
        is_saved.then(|| h::group().child(" ").child(h::span().class("tag").child(t::SAVED)));
    h::li()
        .child(h::a().attr("href", Route::Product(code.clone()).path()).child(name))
        .child(saved)
        .child(h::p().class("package__price").child(words))
        .into_node()
}

fn price(card: &Card, before: Rupiah, is_saved: bool) -> Node {
    let words = format!("{} · {}", card.shop, t::price(before, card.price));
    row(&card.code, card.name.clone(), is_saved, words)
}

/// What is no longer sold, under the name it had.
fn gone(code: &Code, is_saved: bool) -> Node {
    let listing = Catalogue::expect().product(code);
    let code = code.clone();
    let content = move || {
        let (name, shop) = listing.with(|listing| match listing {
            Load::Ready(listing) => match listing.as_ref() {
                Listing::Withdrawn(product) => (product.name.clone(), product.shop.clone()),
                Listing::Sold(product) => (product.card.name.clone(), product.card.shop.clone()),
            },
            _ => (code.to_string(), String::new()),
        });
        row(&code, name, is_saved, shop)
    };
    content.into_node()
}
