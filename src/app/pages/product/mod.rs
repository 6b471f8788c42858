//! `/p/<kode>`: one product, and every way to order it.

mod about;
mod choosing;
mod gallery;
mod more;
mod offer;
mod order;
mod preview;
mod withdrawn;

use crate::app::browser::head::Head;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::choosing::Choosing;
use crate::app::parts::in_turn::in_turn;
use crate::app::parts::loading::{loaded, not_found};
use crate::app::parts::page_head::{describe, titled};
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::site::Site;
use crate::app::text::t::load::MISSING_TITLE;
use crate::app::text::t::product as t;
use crate::domain::code::Code;
use crate::domain::product::{Listing, Product};
use crate::format::manifest::Manifest;
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// A product with the market around it: what the pieces of the page share.
#[derive(Clone)]
struct Shown {
    product: Arc<Product>,
    manifest: Arc<Manifest>,
    choosing: Choosing,
    clock: Clock,
    site: Site,
}

impl Shown {
    /// The page's whole address.
    fn url(&self) -> String {
        self.site.url(
            Some(&self.manifest.market),
            &Route::Product(self.product.card.code.clone()).path(),
        )
    }
}

/// The page of a product.
pub fn product_page(code: &Code) -> Node {
    let catalogue = Catalogue::expect();
    let (clock, site, places) = (Clock::expect(), Site::expect(), Places::expect());
    let listing = catalogue.product(code);
    describe(move || {
        let manifest = catalogue.manifest.get().ready();
        let url = |code: &Code| {
            let market = manifest.as_ref().map(|manifest| &manifest.market);
            site.url(market, &Route::Product(code.clone()).path())
        };
        let name = manifest.as_ref().map_or("", |manifest| &manifest.market.name);
        listing
            .with(|listing| listing_head(listing, url))
            .map(|head| Head { title: titled(head.title, name), ..head })
    });
    let known = {
        let code = code.clone();
        // Read only while the product is on its way, so that later changes of the cards draw nothing anew.
        move |slow: bool| {
            let (cards, manifest) =
                (catalogue.cards.get().ready()?, catalogue.manifest.get().ready()?);
            Some(preview::preview(cards.get(&code)?, &manifest, clock.turn.get(), slow))
        }
    };
    let code = code.clone();
    let retry = move || {
        catalogue.open();
        catalogue.product(&code);
    };
    let content = move || {
        let load = listing.get();
        if load == Load::Missing {
            return not_found();
        }
        let known = load.is_waiting().then(|| known(load == Load::Slow)).flatten();
        if let Some(known) = known {
            return h::div().class("page").child(known).into_node();
        }
        let retry = retry.clone();
        let page = loaded(load, not_found, retry.clone(), move |listing| {
            loaded(catalogue.manifest.get(), not_found, retry, move |manifest| {
                places.settle();
                match listing.as_ref() {
                    Listing::Sold(product) => {
                        let product = Arc::new(product.as_ref().clone());
                        let choosing = Choosing::new(&product);
                        // What is chosen changes pieces of the page; the page itself would forget it when drawn anew.
                        untrack(|| sold(Shown { product, manifest, choosing, clock, site }))
                    }
                    Listing::Withdrawn(product) => withdrawn::withdrawn(product, &manifest),
                }
            })
        });
        h::div().class("page").child(page).into_node()
    };
    content.into_node()
}

fn sold(shown: Shown) -> Node {
    shown.site.order_bar.set(true);
    let site = shown.site;
    on_cleanup(move || site.order_bar.set(false));
    h::group()
        .child(
            h::article()
                .class("product")
                .child(gallery::gallery(&shown.product, &shown.manifest))
                .child(offer::offer(shown.clone()))
                .child(order::order(shown.clone()))
                .child(about::about(&shown))
                .child(about::trust(&shown)),
        )
        .child(in_turn(vec![more::more(&shown)]))
        .into_node()
}

fn listing_head(listing: &Load<Listing>, url: impl Fn(&Code) -> String) -> Option<Head> {
    match listing {
        Load::Ready(listing) => Some(match listing.as_ref() {
            Listing::Sold(product) => {
                let card = &product.card;
                Head {
                    title: t::title(&card.name, &card.shop),
                    description: t::description(
                        &card.name,
                        card.price,
                        &card.unit,
                        &card.shop,
                        card.kecamatan.name(),
                    ),
                    canonical: url(&card.code),
                    listed: true,
                }
            }
            Listing::Withdrawn(product) => Head {
                title: t::title(&product.name, &product.shop),
                description: t::WITHDRAWN.to_owned(),
                canonical: url(&product.code),
                listed: false,
            },
        }),
        Load::Missing => Some(Head { title: MISSING_TITLE.to_owned(), ..Head::default() }),
        _ => None,
    }
}
