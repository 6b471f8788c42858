//! `/keranjang`: what was collected, one message a seller. Without a network it shows what it remembers.

mod group;
mod line;
mod summary;

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, each, h};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::reactive::memo;
use crate::app::state::basket::{BasketState, Keeping};
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::site::Site;
use crate::app::text::t::basket as t;
use crate::domain::basket::{Basket, Line, SellerLines};
use crate::domain::code::Code;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::market::Market;
use crate::domain::order::messages;
use crate::domain::today::Today;
use crate::route::Route;

/// The basket with today's catalogue beside it: what the pieces of the page share.
#[derive(Clone, Copy)]
struct Beside {
    state: BasketState,
    catalogue: Catalogue,
    clock: Clock,
    site: Site,
}

impl Beside {
    /// What has become of a line.
    fn today(self, line: &Line) -> Today {
        let Load::Ready(manifest) = self.catalogue.manifest.get() else { return Today::Unknown };
        match self.catalogue.known_product(&line.code).get() {
            Load::Ready(listing) => Today::of(
                line,
                &listing,
                &manifest.market,
                &manifest.editions,
                self.clock.turn.get(),
            ),
            Load::Missing => Today::Gone,
            Load::Loading | Load::Slow | Load::Failed(_) => Today::Unknown,
        }
    }

    /// Asks again for what could not be had.
    fn retry(self) {
        self.catalogue.open();
        for line in self.state.basket.get_untracked().lines() {
            self.catalogue.product(&line.code);
        }
    }

    /// Whether today's prices could not be read.
    fn is_unchecked(self) -> bool {
        let failed = self.catalogue.manifest.with(|manifest| matches!(manifest, Load::Failed(_)));
        failed
            || self.state.basket.with(|basket| {
                basket.lines().any(|line| {
                    matches!(self.catalogue.known_product(&line.code).get(), Load::Failed(_))
                })
            })
    }

    /// The messages for some lines of one seller.
    fn messages(self, group: &SellerLines) -> Vec<String> {
        let manifest = self.catalogue.manifest.get().ready();
        let market = manifest.as_ref().map(|manifest| &manifest.market);
        let default = Market::default();
        let name = market.map_or(&default.name, |market| &market.name);
        messages(group, name, |line| {
            self.site.url(market, &Route::Product(line.code.clone()).path())
        })
    }

    /// All lines of a seller that are still sold, at what they cost today.
    fn at_todays_price(self, group: SellerLines) -> Option<SellerLines> {
        let lines: Vec<Line> = group
            .lines
            .iter()
            .map(|line| (line, self.today(line)))
            .filter(|(_, today)| *today != Today::Gone)
            .map(|(line, today)| today.priced(line))
            .gather();
        if lines.is_empty() { None } else { Some(SellerLines { lines, ..group }) }
    }

    /// What would be sent to a seller now: what is not yet sent, at today's prices; all of it once all is sent.
    fn to_send(self, group: &SellerLines) -> Option<SellerLines> {
        let waits = group.lines.iter().any(|line| !line.ordered);
        let lines: Vec<Line> = group
            .lines
            .iter()
            .filter(|line| !waits || !line.ordered)
            .map(|line| (line, self.today(line)))
            .filter(|(_, today)| today.by_message())
            .map(|(line, today)| today.priced(line))
            .gather();
        (!lines.is_empty()).then(|| SellerLines { lines, ..group.clone() })
    }
}

/// The basket.
pub fn basket_page() -> Node {
    let beside = Beside {
        state: BasketState::expect(),
        catalogue: Catalogue::expect(),
        clock: Clock::expect(),
        site: Site::expect(),
    };
    let places = Places::expect();
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: String::new(),
        lasting: Route::Basket,
        listed: false,
    });
    let basket = beside.state.basket;
    let is_empty = memo(move || basket.with(|basket| basket.lines().next().is_none()));
    let is_reading = memo(move || beside.state.keeping.get() == Keeping::Reading);
    let content = move || match (is_empty.get(), is_reading.get()) {
        (true, true) => {
            h::p().class("loading").attr("role", "status").child(t::READING).into_node()
        }
        (true, false) => empty(),
        (false, _) => {
            places.settle();
            filled(beside)
        }
    };
    let lead = move || {
        let (lines, sellers) =
            basket.with(|basket| (basket.lines().count(), sellers(basket).len()));
        (lines > 0).then(|| t::lead(lines, sellers))
    };
    h::div()
        .class("page")
        .child(
            h::div()
                .class("page__head")
                .child(h::h1().child(t::TITLE))
                .child(h::p().class("page__lead").attr("role", "status").child(lead)),
        )
        .child(summary::notices(beside))
        .child(content)
        .into_node()
}

/// The sellers, in the order in which each one's first line was added.
fn sellers(basket: &Basket) -> Vec<Code> {
    let mut sellers: Vec<Code> = Vec::new();
    for line in basket.lines() {
        if !sellers.contains(&line.seen.seller) {
            sellers.push(line.seen.seller.clone());
        }
    }
    sellers
}

fn filled(beside: Beside) -> Node {
    let sellers = memo(move || beside.state.basket.with(sellers));
    h::div()
        .class("duo")
        .child(h::div().class("basket").child(each(
            move || sellers.get(),
            Code::to_string,
            move |seller| group::group(beside, seller),
        )))
        .child(summary::summary(beside))
        .into_node()
}

fn empty() -> Node {
    h::div()
        .class("empty")
        .child(h::h2().class("empty__title").child(t::EMPTY_TITLE))
        .child(h::p().class("empty__text").child(t::EMPTY_TEXT))
        .child(
            h::div().class("empty__actions").child(
                h::a()
                    .class("button button--main")
                    .attr("href", Route::Search(Filter::default()).path())
                    .child(t::EMPTY_LINK),
            ),
        )
        .into_node()
}
