//! A product that is no longer sold: what it was, whose, and what there is instead.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::pages::product::gallery::back;
use crate::app::pages::product::more::{Like, rows};
use crate::app::parts::product_card::picture;
use crate::app::parts::seller_strip::seller_strip;
use crate::app::parts::tone;
use crate::app::text::t::product as t;
use crate::domain::product::Withdrawn;
use crate::format::manifest::Manifest;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a product that is no longer sold.
pub(super) fn withdrawn(product: &Withdrawn, manifest: &Arc<Manifest>) -> AnyView {
    let catalogue = Catalogue::expect();
    let seller = product.seller.clone();
    let goods = move || {
        catalogue.cards.with(|cards| match cards {
            Load::Ready(cards) => {
                let own: Vec<_> = cards.of_seller(&seller).map(|card| card.kecamatan).collect();
                Some(own)
            }
            _ => None,
        })
    };
    let strip = {
        let (code, shop) = (product.seller.clone(), product.shop.clone());
        move || {
            let own = goods();
            let kecamatan = own.as_ref().and_then(|own| own.first().copied());
            let count = own.map(|own| own.len());
            seller_strip(&code, &shop, kecamatan, move || count)
        }
    };
    let tone = tone::of_category(&product.category);
    let like = Like {
        code: product.code.clone(),
        seller: product.seller.clone(),
        shop: product.shop.clone(),
        category: product.category.clone(),
        subcategory: None,
    };
    view! {
        <article class="product">
            <div class="gallery">
                <div class="gallery__stage">
                    {picture(None, "", &product.name, tone, "", true)}{back(&product.category, &manifest.categories)}
                </div>
            </div>
            <div class="product__head">
                <p><span class="badge badge--warn">{t::WITHDRAWN}</span></p>
                <h1>{product.name.clone()}</h1>
                <p class="page__lead">{t::WITHDRAWN_TEXT}</p>
            </div>
            <div class="product__about">{strip}</div>
        </article>
        {rows(like, manifest)}
    }
    .into_any()
}
