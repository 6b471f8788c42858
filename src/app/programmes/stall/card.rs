//! One card: what it says, and how it is drawn.

use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::seller::place;
use crate::app::text::t::stall as t;
use crate::domain::product::Card;
use crate::papers::protocol::Drawing;
use crate::route::Route;

/// From here on a name is set smaller, so that its code keeps its place.
const LONG: usize = 40;

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StallCard {
    /// Among the choices.
    pub label: String,
    /// The goods, or the shop.
    pub name: String,
    /// The price and what it is for; a shop has none.
    pub price: Option<(String, String)>,
    /// Who sells, or what the shop's code leads to.
    pub seller: String,
    /// Where.
    pub place: String,
    /// The page that the code opens.
    pub page: Route,
}

impl StallCard {
    /// Of goods, at the normal price: what is promoted holds for hours, and paper stays.
    pub(super) fn of_product(card: &Card) -> Self {
        Self {
            label: card.name.clone(),
            name: card.name.clone(),
            price: Some(t::price(card.price, &card.unit)),
            seller: card.shop.clone(),
            place: place(None, card.kecamatan.name(), card.kecamatan.city().name()),
            page: Route::Product(card.code.clone()),
        }
    }

    /// Of the shop that sells those goods.
    pub(super) fn of_shop(card: &Card) -> Self {
        Self {
            label: t::shop(&card.shop),
            name: card.shop.clone(),
            price: None,
            seller: t::SHOP.to_owned(),
            place: place(None, card.kecamatan.name(), card.kecamatan.city().name()),
            page: Route::Seller(card.seller.clone()),
        }
    }
}

/// What all cards of a sheet say.
pub(super) struct Print<'a> {
    /// The market's name.
    pub market: &'a str,
    /// The site's address, without the way of speaking it.
    pub site: &'a str,
    /// The day of the prices, where prices are printed.
    pub priced: Option<&'a str>,
}

/// A card as it is printed.
pub(super) fn drawn(card: &StallCard, code: Option<&Drawing>, print: &Print<'_>) -> Node {
    let price = card.price.as_ref().zip(print.priced).map(|((price, unit), day)| {
        let day = (!day.is_empty()).then(|| h::small().child(t::as_of(day)));
        h::p()
            .class("stall-card__price")
            .child(h::b().child(price.clone()))
            .child(" ")
            .child(h::span().child(unit.clone()))
            .child(" ")
            .child(day)
    });
    let code = code.map(|drawing| {
        let size = drawing.size;
        h::svg()
            .class("stall-card__code")
            .attr("viewBox", format!("0 0 {size} {size}"))
            .attr("role", "img")
            .attr("aria-label", t::code_of(&card.name))
            .child(h::path().attr("d", drawing.path.clone()))
    });
    let is_long = card.name.chars().count() > LONG;
    let name = if is_long { "stall-card__name stall-card__name--long" } else { "stall-card__name" };
    let face = h::div()
        .class("stall-card__face")
        .child(
            h::p()
                .class("stall-card__market")
                .child(h::img().attr("src", "/favicon.svg").attr("alt", ""))
                .child(print.market.to_owned()),
        )
        .child(h::h3().class(name).child(card.name.clone()))
        .child(price)
        .child(code)
        .child(h::p().class("stall-card__scan").child(t::SCAN))
        .child(
            h::p()
                .class("stall-card__seller")
                .child(h::b().child(card.seller.clone()))
                .child(" ")
                .child(h::span().child(card.place.clone())),
        )
        .child(h::p().class("stall-card__address").child(format!(
            "{}{}",
            print.site,
            card.page.path()
        )));
    h::li().class("stall-card").child(face).into_node()
}
