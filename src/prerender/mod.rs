//! The app's own views as pages: the one module that knows both the app and the compiler.
//!
//! A page is drawn with everything at hand and no browser, by the very views that draw it for visitors, so the two
//! never differ. Nothing here reads a file or a clock.

use crate::app::bare;
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes;
use crate::app::reactive::alone;
use crate::app::state::basket::BasketState;
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::prefs::Prefs;
use crate::app::state::saved::SavedState;
use crate::app::state::site::Site;
use crate::app::state::still::Still;
use crate::app::state::toast::Toasts;
use crate::app::still;
use crate::app::text::t::load::NEEDS_SCRIPT;
use crate::app::text::t::pages as t;
use crate::compiler::pages::{Draw, Drawing, Drawn, Wanted, World};
use crate::domain::area::City;
use crate::domain::basket::Basket;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::order_by::sorted;
use crate::domain::product::{Card, Listing};
use crate::domain::saved::Saved;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::format::programmes::Programmes;
use crate::route::Route;
use crate::search::cards::Cards;
use std::collections::HashMap;
use std::sync::Arc;

/// Up to so many products, a product's page shows similar ones of other sellers: choosing them looks at every card.
/// Beyond, it shows its seller's others alone.
const SIMILAR_UP_TO: usize = 2_000;

/// Draws pages with the app's views.
#[derive(Clone, Copy, Debug)]
pub struct Views;

impl Draw for Views {
    fn begin(&self, world: World) -> Box<dyn Drawing> {
        Box::new(Market::of(world))
    }
}

/// A market whose pages are drawn.
struct Market {
    manifest: Arc<Manifest>,
    /// The same without editions: what one product's page shows holds on any day.
    dateless: Arc<Manifest>,
    cards: Arc<Cards>,
    /// Places of each seller's cards.
    by_seller: HashMap<Code, Vec<usize>>,
    /// The editions that are not over.
    editions: Arc<Vec<Edition>>,
    /// Events and what the programmes are.
    programmes: Arc<Programmes>,
    /// Noon of the day of publication, whose fair turn lists show.
    now: Moment,
    lean: bool,
}

impl Market {
    fn of(world: World) -> Self {
        let World { manifest, programmes, mut cards, at, lean } = world;
        let mut by_seller: HashMap<Code, Vec<usize>> = HashMap::new();
        for (place, card) in cards.iter_mut().enumerate() {
            by_seller.entry(card.seller.clone()).or_default().push(place);
            // A card says one price, which must hold whenever the page is read.
            card.jbl_price = None;
        }
        let to_come = manifest.editions.iter().filter(|edition| edition.window.to > at.start());
        Self {
            editions: Arc::new(to_come.cloned().collect()),
            programmes: Arc::new(programmes),
            dateless: Arc::new(Manifest { editions: Vec::new(), ..manifest.clone() }),
            manifest: Arc::new(manifest),
            // Nothing is searched for by words.
            cards: Arc::new(Cards::new(cards)),
            by_seller,
            now: at.at(12, 0),
            lean,
        }
    }

    fn own(&self, seller: &Code) -> impl Iterator<Item = &Card> {
        let places = self.by_seller.get(seller).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.cards.cards.get(*place))
    }

    /// The cards that a page looks at.
    fn cards_for(&self, wanted: &Wanted<'_>) -> Arc<Cards> {
        if self.lean && matches!(wanted, Wanted::Sold(_) | Wanted::Withdrawn(_)) {
            return Arc::default();
        }
        let seller = match wanted {
            Wanted::Page(_) => None,
            Wanted::Seller(seller) => Some(&seller.code),
            Wanted::Sold(product) => Some(&product.card.seller),
            Wanted::Withdrawn(product) => Some(&product.seller),
        };
        match seller.filter(|_| self.cards.cards.len() > SIMILAR_UP_TO) {
            None => Arc::clone(&self.cards),
            Some(seller) => {
                let cards = self.own(seller).cloned().collect();
                Arc::new(Cards::new(cards))
            }
        }
    }

    /// Everything the views ask for.
    fn provide(&self, wanted: &Wanted<'_>) -> Still {
        let manifest = match wanted {
            Wanted::Page(_) => &self.manifest,
            _ => &self.dateless,
        };
        let cards = Load::Ready(self.cards_for(wanted));
        let catalogue = Catalogue::with(Load::Ready(Arc::clone(manifest)), cards);
        let (listing, seller) = match wanted {
            Wanted::Page(_) => (None, None),
            Wanted::Sold(product) => (Some(Listing::Sold(Box::new((*product).clone()))), None),
            Wanted::Withdrawn(product) => (Some(Listing::Withdrawn((*product).clone())), None),
            Wanted::Seller(seller) => (None, Some((*seller).clone())),
        };
        catalogue.hold(listing.into_iter().collect(), seller.into_iter().collect());
        catalogue.offer();
        Around::with(Load::Ready(Arc::clone(&self.programmes)));
        Clock::at(self.now, catalogue);
        Prefs::with(None);
        let site = Site::with(String::new());
        site.order_bar.set(matches!(wanted, Wanted::Sold(_)));
        Toasts::provide();
        BasketState::with(Basket::default());
        SavedState::with(Saved::default());
        Places::forgetful();
        Still::provide(Arc::clone(&self.editions))
    }

    /// Ways to what the page itself shows only piece by piece.
    fn more(&self, route: &Route) -> Option<Node> {
        let Route::City(city, _) = route else { return None };
        let sellers = self.sellers_in(*city);
        let link = |card: &Card| {
            let href = Route::Seller(card.seller.clone()).path();
            h::li().child(h::a().attr("href", href).child(card.shop.clone())).into_node()
        };
        let links: Vec<Node> = sellers.into_iter().map(link).collect();
        let title = t::sellers_in(city.name());
        let heading = h::h2().child(title.clone());
        let list = h::ul().child(links);
        Some(
            h::nav().class("page").attr("aria-label", title).child(heading).child(list).into_node(),
        )
    }

    /// A card of each seller of a city, by the seller's name.
    fn sellers_in(&self, city: City) -> Vec<&Card> {
        let first = |places: &Vec<usize>| self.cards.cards.get(*places.first()?);
        let cards = self.by_seller.values().filter_map(first);
        let own = cards.filter(|card| card.kecamatan.city() == city).collect();
        sorted(own, |card| (card.shop.clone(), card.seller.clone()))
    }
}

impl Drawing for Market {
    fn page(&self, wanted: &Wanted<'_>) -> Drawn {
        alone(|| {
            let still_page = self.provide(wanted);
            let route = wanted.route();
            let more = self.more(&route).map(Node::html);
            // The app shows those piece by piece.
            let more = more.map(|more| format!("<noscript>{more}</noscript>")).unwrap_or_default();
            let is_lean = self.lean && !matches!(wanted, Wanted::Page(_));
            let html = match is_lean {
                true => format!("<noscript>{}</noscript>", bare(route).html_to_read()),
                false if matches!(route, Route::Events | Route::Programmes) => {
                    programmes::still(route).html()
                }
                // Of these only the beginning is written.
                false if route.is_of_programmes() => format!(
                    "<noscript><p class=\"notice\">{NEEDS_SCRIPT}</p></noscript>{}",
                    programmes::still(route).html()
                ),
                false => still(route).html(),
            };
            let head = still_page.said();
            Drawn {
                html: format!("{html}{more}"),
                title: head.title,
                description: head.description,
                listed: head.listed,
                shown: still_page.shown(),
            }
        })
    }
}
