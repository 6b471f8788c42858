//! A product that is no longer sold: what it was, whose, and what there is instead.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::gallery::back;
use crate::app::pages::product::more::{Like, rows};
use crate::app::parts::product_card::picture;
use crate::app::parts::seller_strip::seller_strip;
use crate::app::parts::tone;
use crate::app::text::t::product as t;
use crate::domain::gather::Gather;
use crate::domain::product::Withdrawn;
use crate::format::manifest::Manifest;
use std::sync::Arc;

/// The page of a product that is no longer sold.
pub(super) fn withdrawn(product: &Withdrawn, manifest: &Arc<Manifest>) -> Node {
    let catalogue = Catalogue::expect();
    let seller = product.seller.clone();
    let goods = move || {
        catalogue.cards.with(|cards| match cards {
            Load::Ready(cards) => {
                let own: Vec<_> = cards.of_seller(&seller).map(|card| card.kecamatan).gather();
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
    h::group()
        .child(
            h::article()
                .class("product")
                .child(
                    h::div().class("gallery").child(
                        h::div()
                            .class("gallery__stage")
                            .child(picture(None, "", &product.name, tone, "", true))
                            .child(back(&product.category, &manifest.categories)),
                    ),
                )
                .child(
                    h::div()
                        .class("product__head")
                        .child(
                            h::p().child(h::span().class("badge badge--warn").child(t::WITHDRAWN)),
                        )
                        .child(h::h1().child(product.name.clone()))
                        .child(h::p().class("page__lead").child(t::WITHDRAWN_TEXT)),
                )
                .child(h::div().class("product__about").child(strip)),
        )
        .child(rows(like, manifest))
        .into_node()
}
