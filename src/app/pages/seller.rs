//! `/toko/<kode>`: one seller with all its goods.

use crate::app::browser::head::{Head, apply};
use crate::app::data::catalogue::{Cards, Catalogue};
use crate::app::data::load::Load;
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::outside::{outside, outside_row};
use crate::app::parts::product_card::{Level, grid};
use crate::app::parts::seller_strip::sign;
use crate::app::parts::share_dialog::{Told, share_button};
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
use crate::domain::link::SafeLink;
use crate::domain::order_by::sorted;
use crate::domain::product::{Card, Stock};
use crate::domain::seller::Seller;
use crate::domain::time::Date;
use crate::format::manifest::Manifest;
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a seller.
pub fn seller_page(code: &Code) -> AnyView {
    let catalogue = Catalogue::expect();
    let site = Site::expect();
    let seller = catalogue.seller(code);
    let told = seller.clone();
    Effect::new(move |_| {
        let manifest = catalogue.manifest.get().ready();
        let url = |code: &Code| {
            let market = manifest.as_ref().map(|manifest| &manifest.market);
            site.url(market, &Route::Seller(code.clone()).path())
        };
        told.with(|seller| head(seller, url)).iter().for_each(apply);
    });
    let code = code.clone();
    let retry = move || {
        catalogue.open();
        drop(catalogue.seller(&code));
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
        view! { <div class="page page--top">{page}</div> }.into_any()
    };
    content.into_any()
}

fn shop(seller: &Arc<Seller>, manifest: &Arc<Manifest>, catalogue: Catalogue) -> AnyView {
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
                    return view! { <p>{t::NO_GOODS}</p> }.into_any();
                }
                grid(goods.into_iter(), &manifest.editions, now, Level::Three)
            })
        }
    };
    view! {
        {top(seller, url)}
        <div class="duo">
            <section aria-labelledby="dagangan">
                <div class="section__head"><h2 class="section__title" id="dagangan">{t::GOODS}</h2></div>
                {goods}
            </section>
            <aside class="duo__aside basket">{facts(seller, catalogue, today)}</aside>
        </div>
    }
    .into_any()
}

/// What can be had stands before what is sold out; otherwise as staff have listed it.
fn goods<'a>(cards: &'a Cards, seller: &'a Code) -> Vec<&'a Card> {
    let goods: Vec<&Card> = cards.of_seller(seller).collect();
    sorted(goods, |card| card.stock == Stock::Habis)
}

fn top(seller: &Arc<Seller>, url: String) -> AnyView {
    let (kecamatan, city) = (seller.kecamatan.name(), seller.kecamatan.city().name());
    let place = t::place(seller.kelurahan.as_deref(), kecamatan, city);
    let pengampu = seller.pengampu.as_ref().map(|name| {
        let words = t::pengampu(name);
        view! { <span>{words}</span>" " }
    });
    let ask = seller.links.whatsapp.as_ref().map(|whatsapp| {
        let link = SafeLink::whatsapp(whatsapp.number(), &t::question(&seller.name, &url));
        let content = view! { {icon("chat")}{t::ASK} }.into_any();
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
    view! {
        <header class="seller-head">
            <div class="seller-head__top">
                {sign(&seller.code, &seller.name)}
                <div>
                    <h1>{seller.name.clone()}</h1>
                    <p class="meta"><span>{place}</span>" "{pengampu}<span>{products(seller.products.into())}</span></p>
                </div>
            </div>
            <div class="seller-head__actions">{ask}{share_button("button", told)}</div>
        </header>
    }
    .into_any()
}

fn facts(seller: &Arc<Seller>, catalogue: Catalogue, today: Date) -> AnyView {
    let about = (!seller.about.is_empty()).then(|| {
        view! { <section class="panel prose"><h2>{t::ABOUT}</h2><p class="lines">{seller.about.clone()}</p></section> }
    });
    let rows = [
        (t::HOURS, Some(seller.hours.clone()).filter(|hours| !hours.is_empty())),
        (t::DELIVERY, t::delivery(&seller.delivery)),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .filter_map(|(label, value)| Some((label, value?)))
        .map(|(label, value)| {
            view! { <tr><th scope="row">{label}</th><td>{value}</td></tr> }.into_any()
        })
        .collect();
    let times = (!rows.is_empty()).then(|| {
        view! {
            <section class="panel">
                <h2>{t::HOURS_AND_DELIVERY}</h2>
                <table class="details"><tbody>{rows}</tbody></table>
            </section>
        }
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
    let shops: Vec<AnyView> = seller
        .links
        .shops
        .iter()
        .map(|(channel, link)| outside_row(link, channel.label()))
        .collect();
    let shops = (!shops.is_empty())
        .then(|| view! { <section class="panel"><h2>{t::ELSEWHERE}</h2>{shops}</section> });
    view! {
        {about}
        {times}
        <section class="panel"><h2>{TRUST}</h2>{trust}</section>
        {shops}
    }
    .into_any()
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
        rows.push(halal(seller.halal.as_ref(), today));
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
                title: t::title(&seller.name),
                description: t::description(&seller.name, kecamatan, city),
                canonical: url(&seller.code),
                listed: true,
            })
        }
        Load::Missing => Some(Head { title: MISSING_TITLE.to_owned(), ..Head::default() }),
        _ => None,
    }
}
