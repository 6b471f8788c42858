//! A list as all its pieces know it: what is asked, what was found, and how to ask for something else.

use crate::app::parts::result_list::scope::Scope;
use crate::app::reactive::{Memo, StoredValue, memo, memo_from};
use crate::app::state::clock::Clock;
use crate::app::state::place::{Places, Step};
use crate::app::state::prefs::Prefs;
use crate::app::text::t::search as t;
use crate::domain::fair;
use crate::domain::filter::{Filter, JblChoice};
use crate::domain::market::Label;
use crate::format::manifest::Manifest;
use crate::route::Route;
use crate::search::cards::Cards;
use crate::search::choice::Choice;
use crate::search::results::{Results, Visit, find};
use std::sync::Arc;

/// What a list is made of.
pub struct Goods {
    /// Settings, categories, editions.
    pub manifest: Arc<Manifest>,
    /// Every card.
    pub cards: Arc<Cards>,
    /// The page's own part of the filter.
    pub scope: Scope,
}

/// A list: cheap to hand around.
#[derive(Clone, Copy)]
pub struct List {
    goods: StoredValue<Arc<Goods>>,
    /// What the address asks, without the page's own part.
    pub filter: Memo<Filter>,
    /// What was found.
    pub results: Memo<Arc<Results>>,
    places: Places,
}

impl List {
    /// The list of a page, following its address.
    pub fn new(goods: Goods, route: Memo<Option<Route>>) -> Self {
        let goods = Arc::new(goods);
        let (clock, prefs) = (Clock::expect(), Prefs::expect());
        let own = Arc::clone(&goods);
        let filter = memo_from(move |before: Option<&Filter>| {
            let now =
                route.with(|route| route.as_ref().and_then(|route| own.scope.filter_of(route)));
            // On the way to another page the list stays as it was.
            now.or_else(|| before.cloned()).unwrap_or_default()
        });
        let own = Arc::clone(&goods);
        let day = memo(move || clock.turn.get().date());
        let order = memo(move || {
            fair::places_among(&own.cards.cards, day.get(), &|card| own.scope.holds(card))
        });
        let own = Arc::clone(&goods);
        let results = memo(move || {
            let asked = filter.with(|filter| own.scope.in_force(filter));
            let visit = Visit {
                now: clock.turn.get(),
                home: prefs.home.get(),
                editions: &own.manifest.editions,
            };
            Arc::new(order.with(|order| find(&own.cards, order, &asked, visit)))
        });
        Self { goods: StoredValue::new(goods), filter, results, places: Places::expect() }
    }

    /// What the list is made of.
    pub fn goods(self) -> Arc<Goods> {
        self.goods.get_value()
    }

    /// Asks for something else: a step in the history, at the same place of the page.
    pub fn ask(self, filter: Filter) {
        self.places.go(&self.goods().scope.route(&filter), Step::Stay);
    }

    /// How many were found.
    pub fn found(self) -> usize {
        self.results.with(|results| results.hits.len())
    }

    /// The values chosen in the facets that the page offers.
    pub fn chosen(self) -> Vec<Choice> {
        let fixed = self.goods().scope.fixed();
        let mut chosen = self.filter.with(Choice::chosen);
        chosen.retain(|choice| Some(choice.facet()) != fixed);
        chosen
    }

    /// A choice in words.
    pub fn label(self, choice: &Choice, filter: &Filter) -> String {
        let goods = self.goods();
        let market = &goods.manifest.market;
        match choice {
            Choice::Category(code) => goods
                .manifest
                .categories
                .iter()
                .find(|category| category.code == *code)
                .map_or_else(|| code.to_string(), |category| category.name.clone()),
            Choice::City(city) => city.name().to_owned(),
            Choice::Kecamatan(kecamatan) => kecamatan.name().to_owned(),
            Choice::Price => t::price_range(filter.price_min, filter.price_max),
            Choice::Halal => t::HALAL.to_owned(),
            Choice::Stock(stock) => t::stock(*stock).to_owned(),
            Choice::BeforeFriday => {
                let today = Clock::expect().turn.get_untracked().date();
                t::before_friday(today.next_friday())
            }
            Choice::Jbl(JblChoice::Now) => t::JBL_NOW.to_owned(),
            Choice::Jbl(JblChoice::Edition(code)) => {
                goods.manifest.editions.iter().find(|edition| edition.code == *code).map_or_else(
                    || code.to_string(),
                    |edition| {
                        let (jbl, short) =
                            (market.label(Label::Jbl), market.label(Label::JblShort));
                        t::edition(&edition.title, &jbl, &short, edition.window.from.date())
                    },
                )
            }
            Choice::Channel(channel) => market.channel(*channel),
        }
    }
}
