//! The product card, and grids of it.

use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::in_turn::in_turn;
use crate::app::parts::price::price;
use crate::app::parts::save_button::save_button;
use crate::app::parts::tone;
use crate::app::state::prefs::Prefs;
use crate::app::state::still::Still;
use crate::app::text::t::card as t;
use crate::app::text::t::product::jbl_price as jbl_price_name;
use crate::domain::edition::Edition;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::offer::jbl_price;
use crate::domain::product::{Card, Picture, Stock};
use crate::domain::time::Moment;
use crate::route::Route;

/// The heading under which a card stands tells the level of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Right under the page's heading.
    Two,
    /// Under a section's heading.
    Three,
}

/// How many pictures of a grid a phone shows at once: these are not loaded lazily.
const EAGER: usize = 4;

/// A grid of cards at a moment.
pub fn grid<'a>(
    cards: impl Iterator<Item = &'a Card>,
    editions: &[Edition],
    now: Moment,
    level: Level,
) -> Node {
    let cards: Vec<Node> = cards
        .enumerate()
        .map(|(at, card)| product_card(card, editions, now, level, at < EAGER))
        .gather();
    h::div().class("grid").child(in_turn(cards)).into_node()
}

/// One card.
pub fn product_card(
    card: &Card,
    editions: &[Edition],
    now: Moment,
    level: Level,
    eager: bool,
) -> Node {
    if let Some(still) = Still::here() {
        still.show(card);
    }
    let promotion = jbl_price(card, editions, now);
    let href = Route::Product(card.code.clone()).path();
    let link = h::a().attr("href", href).child(card.name.clone());
    let name = match level {
        Level::Two => h::h2().class("product-card__name").child(link).into_node(),
        Level::Three => h::h3().class("product-card__name").child(link).into_node(),
    };
    let holds = promotion.map_or(card.price, |promotion| promotion.price);
    let out = card.stock == Stock::Habis;
    h::article()
        .class(if out { "product-card product-card--out" } else { "product-card" })
        .child(card_picture(card, eager))
        .child(promotion.map(|_| ribbon()))
        .child(
            h::div()
                .class("product-card__body")
                .child(name)
                .child(price(holds, card.price, "price"))
                .child(h::p().class("product-card__unit meta").child(unit(card)))
                .child(
                    h::p()
                        .class("product-card__who meta")
                        .child(h::span().child(card.shop.clone()))
                        .child(" ")
                        .child(h::span().child(card.kecamatan.name())),
                )
                .child(tags(card)),
        )
        .child(save_button(&card.code, &card.name))
        .into_node()
}

/// Marks a product whose promotional price holds.
fn ribbon() -> Node {
    let catalogue = Catalogue::expect();
    h::span()
        .class("ribbon")
        .attr("title", jbl_price_name(&catalogue.called(Label::Jbl)))
        .child(catalogue.called(Label::JblShort))
        .into_node()
}

/// What one costs by weight or piece, in the words of the shop: "250 g", "Rp7.200/100 g".
pub fn unit(card: &Card) -> Node {
    let holds = card.measure.map_or_else(|| card.unit.clone(), |measure| measure.to_string());
    let unit_price = card
        .measure
        .and_then(|measure| measure.unit_price(card.price))
        .map(|(price, unit)| format!("{price}/{unit}"));
    h::group()
        .child(h::span().child(holds))
        .child(" ")
        .child(unit_price.map(|price| h::span().child(price)))
        .into_node()
}

/// At most two facts worth a tag, and whether it is to be had.
fn tags(card: &Card) -> Option<Node> {
    let mut tags: Vec<Node> = Vec::new();
    match card.stock {
        Stock::Siap => {}
        Stock::Po => tags.push(
            h::span().class("tag tag--info").child(t::preorder(card.preorder_days)).into_node(),
        ),
        Stock::Habis => tags.push(h::span().class("tag tag--warn").child(t::SOLD_OUT).into_node()),
    }
    if card.halal {
        tags.push(h::span().class("tag").child(t::HALAL).into_node());
    }
    if card.grade.is_some() && tags.len() < 2 {
        tags.push(h::span().class("tag").child(t::CURATED).into_node());
    }
    let spaced: Vec<Node> =
        tags.into_iter().flat_map(|tag| [tag, h::group().child(" ").into_node()]).gather();
    (!spaced.is_empty()).then(|| h::p().class("product-card__tags").child(spaced).into_node())
}

fn card_picture(card: &Card, eager: bool) -> Node {
    picture(
        card.picture.as_ref(),
        "",
        &card.name,
        tone::of_category(&card.category),
        CARD_SIZES,
        eager,
    )
}

/// A card is half a phone wide, a third of a tablet, a fifth of a desk.
pub const CARD_SIZES: &str =
    "(min-width: 1040px) 216px, (min-width: 720px) 30vw, calc(50vw - 21px)";

/// A picture on its ground, or a drawn stand-in with the first letter of the name.
pub fn picture(
    picture: Option<&Picture>,
    alt: &str,
    name: &str,
    tone: &'static str,
    sizes: &'static str,
    eager: bool,
) -> Node {
    let Some(picture) = picture else {
        let letter: String = name.chars().take(1).map(|first| first.to_ascii_uppercase()).collect();
        return h::span()
            .class(format!("picture picture--none {tone}"))
            .child(h::b().attr("aria-hidden", "true").child(letter))
            .child(h::span().child(t::NO_PICTURE))
            .into_node();
    };
    // What is not shown is not fetched, unless it is eager.
    let eager = eager && !Prefs::expect().saver.get_untracked();
    let srcset =
        Picture::WIDTHS.map(|width| format!("{} {width}w", picture.webp(width))).join(", ");
    h::span()
        .class(format!("picture {tone}"))
        .child(
            h::picture()
                .child(
                    h::source()
                        .attr("type", "image/webp")
                        .attr("srcset", srcset)
                        .attr("sizes", sizes),
                )
                .child(
                    h::img()
                        // First, or browsers fetch at once what is lazy.
                        .attr("loading", if eager { "eager" } else { "lazy" })
                        .attr("src", picture.jpeg())
                        // Until it has come; as a property, for the policy forbids the attribute.
                        .prop(
                            "style",
                            picture.colour().map(|colour| format!("background:#{colour}")),
                        )
                        .attr("alt", alt.to_owned())
                        .attr("width", "640")
                        .attr("height", "640")
                        .attr("fetchpriority", eager.then_some("high"))
                        .attr("decoding", "async"),
                ),
        )
        .into_node()
}

/// Cards that are still to come.
pub fn skeletons(count: usize) -> Node {
    let card = || {
        h::div()
            .class("product-card")
            .child(h::span().class("picture skeleton"))
            .child(
                h::div()
                    .class("product-card__body")
                    .child(h::span().class("skeleton skeleton--line"))
                    .child(h::span().class("skeleton skeleton--line skeleton--short"))
                    .child(h::span().class("skeleton skeleton--line"))
                    .child(h::span().class("skeleton skeleton--line skeleton--short")),
            )
            .into_node()
    };
    let cards: Vec<Node> = (0..count).map(|_| card()).gather();
    h::div().class("grid").attr("aria-hidden", "true").child(cards).into_node()
}
