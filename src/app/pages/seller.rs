//! `/toko/<kode>`: one seller with all its goods.

use crate::app::browser::head::Head;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::mistake::mistake_link;
use crate::app::parts::outside::{outside, outside_row};
use crate::app::parts::page_head::{describe, titled};
use crate::app::parts::product_card::{Level, grid};
use crate::app::parts::seller_strip::sign;
use crate::app::parts::share_dialog::{Told, share_button};
use crate::app::parts::stall::stall_link;
use crate::app::parts::trust::{Row, bpom, curation, halal, nib, pirt, trust_list};
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::site::Site;
use crate::app::text::t::card::products;
use crate::app::text::t::load::MISSING_TITLE;
use crate::app::text::t::product::{BPOM, PIRT, TRUST};
use crate::app::text::t::seller as t;
use crate::app::text::t::share;
use crate::app::ui::icon::icon;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::link::SafeLink;
use crate::domain::order_by::sorted;
use crate::domain::product::{Card, Stock};
use crate::domain::seller::Seller;
use crate::domain::time::Date;
use crate::format::manifest::Manifest;
use crate::route::{Route, Stall, Subject};
use crate::search::cards::Cards;
use std::sync::Arc;

/// The page of a seller.
pub fn seller_page(code: &Code) -> Node {
    let catalogue = Catalogue::expect();
    let site = Site::expect();
    let seller = catalogue.seller(code);
    describe(move || {
        let manifest = catalogue.manifest.get().ready();
        let url = |code: &Code| {
            let market = manifest.as_ref().map(|manifest| &manifest.market);
            site.url(market, &Route::Seller(code.clone()).path())
        };
        let name = manifest.as_ref().map_or("", |manifest| &manifest.market.name);
        seller
            .with(|seller| head(seller, url))
            .map(|head| Head { title: titled(head.title, name), ..head })
    });
    let code = code.clone();
    let retry = move || {
        catalogue.open();
        catalogue.seller(&code);
    };
    let content = move || {
        let load = seller.get();
        if load == Load::Missing {
            return not_found();
        }
        let retry = retry.clone();
        let page = loaded(load, not_found, retry.clone(), move |seller| {
            loaded(catalogue.manifest.get(), not_found, retry, move |manifest| {
                shop(&seller, &manifest, catalogue)
            })
        });
        h::div().class("page page--top").child(page).into_node()
    };
    content.into_node()
}

fn shop(seller: &Arc<Seller>, manifest: &Arc<Manifest>, catalogue: Catalogue) -> Node {
    let (clock, site, places) = (Clock::expect(), Site::expect(), Places::expect());
    let url = site.url(Some(&manifest.market), &Route::Seller(seller.code.clone()).path());
    let today = clock.turn.get_untracked().date();
    let retry = reopen();
    let goods = {
        let (code, manifest) = (seller.code.clone(), Arc::clone(manifest));
        move || {
            let (code, manifest, now) = (code.clone(), Arc::clone(&manifest), clock.turn.get());
            loaded(catalogue.cards.get(), not_found, retry.clone(), move |cards| {
                places.settle();
                let goods = goods(&cards, &code);
                if goods.is_empty() {
                    return h::p().child(t::NO_GOODS).into_node();
                }
                grid(goods.into_iter(), &manifest.editions, now, Level::Three)
            })
        }
    };
    h::group()
        .child(top(seller, url))
        .child(
            h::div()
                .class("duo")
                .child(
                    h::section()
                        .attr("aria-labelledby", "dagangan")
                        .child(h::div().class("section__head").child(
                            h::h2().class("section__title").attr("id", "dagangan").child(t::GOODS),
                        ))
                        .child(goods),
                )
                .child(
                    h::aside().class("duo__aside basket").child(facts(seller, catalogue, today)),
                ),
        )
        .into_node()
}

/// What can be had stands before what is sold out; otherwise as staff have listed it.
fn goods<'a>(cards: &'a Cards, seller: &'a Code) -> Vec<&'a Card> {
    let goods: Vec<&Card> = cards.of_seller(seller).gather();
    sorted(goods, |card| card.stock == Stock::Habis)
}

fn top(seller: &Arc<Seller>, url: String) -> Node {
    let (kecamatan, city) = (seller.kecamatan.name(), seller.kecamatan.city().name());
    let place = t::place(seller.kelurahan.as_deref(), kecamatan, city);
    let pengampu = seller.pengampu.as_ref().map(|name| {
        let words = t::pengampu(name);
        h::group().child(h::span().child(words)).child(" ")
    });
    let ask = seller.links.whatsapp.as_ref().map(|whatsapp| {
        let link = SafeLink::whatsapp(whatsapp.number(), &t::question(&seller.name, &url));
        let content = h::group().child(icon("chat")).child(t::ASK).into_node();
        outside(move || link.clone(), "button button--main", content, None)
    });
    let told = {
        let seller = Arc::clone(seller);
        move || Told {
            title: seller.name.clone(),
            text: share::seller(&seller.name, kecamatan, city),
            url: url.clone(),
        }
    };
    h::header()
        .class("seller-head")
        .child(
            h::div().class("seller-head__top").child(sign(&seller.code, &seller.name)).child(
                h::div().child(h::h1().child(seller.name.clone())).child(
                    h::p()
                        .class("meta")
                        .child(h::span().child(place))
                        .child(" ")
                        .child(pengampu)
                        .child(h::span().child(products(seller.products.into()))),
                ),
            ),
        )
        .child(
            h::div().class("seller-head__actions").child(ask).child(share_button("button", told)),
        )
        .into_node()
}

fn facts(seller: &Arc<Seller>, catalogue: Catalogue, today: Date) -> Node {
    let about = (!seller.about.is_empty()).then(|| {
        h::section()
            .class("panel prose")
            .child(h::h2().child(t::ABOUT))
            .child(h::p().class("lines").child(seller.about.clone()))
    });
    let rows = [
        (t::HOURS, Some(seller.hours.clone()).filter(|hours| !hours.is_empty())),
        (t::DELIVERY, t::delivery(&seller.delivery)),
    ];
    let rows: Vec<Node> = rows
        .into_iter()
        .filter_map(|(label, value)| Some((label, value?)))
        .map(|(label, value)| {
            h::tr()
                .child(h::th().attr("scope", "row").child(label))
                .child(h::td().child(value))
                .into_node()
        })
        .gather();
    let times = (!rows.is_empty()).then(|| {
        h::section()
            .class("panel")
            .child(h::h2().child(t::HOURS_AND_DELIVERY))
            .child(h::table().class("details").child(h::tbody().child(rows)))
    });
    let trust = {
        let seller = Arc::clone(seller);
        move || {
            let cards = catalogue.cards.get().ready();
            let food = cards.is_some_and(|cards| {
                cards.of_seller(&seller.code).any(|card| Category::is_kuliner(&card.category))
            });
            trust_list(permits(&seller, food, today), "trust")
        }
    };
    let shops: Vec<Node> = seller
        .links
        .shops
        .iter()
        .map(|(channel, link)| outside_row(link, catalogue.channel(*channel)))
        .gather();
    let shops = (!shops.is_empty())
        .then(|| h::section().class("panel").child(h::h2().child(t::ELSEWHERE)).child(shops));
    h::group()
        .child(about)
        .child(times)
        .child(h::section().class("panel").child(h::h2().child(TRUST)).child(trust))
        .child(shops)
        .child(
            h::p()
                .class("order__small")
                .child(stall_link(Stall::Of(Subject::Seller(seller.code.clone()))))
                .child(" ")
                .child(mistake_link(Subject::Seller(seller.code.clone()))),
        )
        .into_node()
}

/// Food permits belong to products: a seller's own are only shown where the seller has them.
fn permits(seller: &Seller, food: bool, today: Date) -> Vec<Row> {
    let mut rows = vec![nib(seller.nib), curation(seller.grade)];
    if food {
        let or_products = |row: Row, label| {
            if row.value.is_some() {
                row
            } else {
                Row { label, absent: Some(t::ON_PRODUCTS), permit: true, ..Row::default() }
            }
        };
        rows.push(halal(seller.halal.as_ref(), None, today));
        rows.push(or_products(pirt(seller.pirt.as_ref(), None, today), PIRT));
        rows.push(or_products(bpom(seller.bpom.as_ref(), today), BPOM));
    }
    rows
}

fn head(seller: &Load<Seller>, url: impl Fn(&Code) -> String) -> Option<Head> {
    match seller {
        Load::Ready(seller) => {
            let (kecamatan, city) = (seller.kecamatan.name(), seller.kecamatan.city().name());
            Some(Head {
                title: seller.name.clone(),
                description: t::description(&seller.name, kecamatan, city),
                canonical: url(&seller.code),
                listed: true,
            })
        }
        Load::Missing => Some(Head { title: MISSING_TITLE.to_owned(), ..Head::default() }),
        _ => None,
    }
}
