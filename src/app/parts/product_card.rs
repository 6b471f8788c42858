//! The product card, and grids of it.

use crate::app::parts::price::price;
use crate::app::parts::save_button::save_button;
use crate::app::parts::tone;
use crate::app::text::t::card as t;
use crate::domain::edition::Edition;
use crate::domain::offer::jbl_price;
use crate::domain::product::{Card, Picture, Stock};
use crate::domain::time::Moment;
use crate::route::Route;
use leptos::prelude::*;

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
) -> AnyView {
    let cards: Vec<AnyView> = cards
        .enumerate()
        .map(|(at, card)| product_card(card, editions, now, level, at < EAGER))
        .collect();
    view! { <div class="grid">{cards}</div> }.into_any()
}

/// One card.
pub fn product_card(
    card: &Card,
    editions: &[Edition],
    now: Moment,
    level: Level,
    eager: bool,
) -> AnyView {
    let promotion = jbl_price(card, editions, now);
    let href = Route::Product(card.code.clone()).path();
    let link = view! { <a href=href>{card.name.clone()}</a> };
    let name = match level {
        Level::Two => view! { <h2 class="product-card__name">{link}</h2> }.into_any(),
        Level::Three => view! { <h3 class="product-card__name">{link}</h3> }.into_any(),
    };
    let holds = promotion.map_or(card.price, |promotion| promotion.price);
    let out = card.stock == Stock::Habis;
    view! {
        <article class=if out { "product-card product-card--out" } else { "product-card" }>
            {card_picture(card, eager)}
            {promotion.map(|_| view! { <span class="ribbon" title=t::JBL_TITLE>{t::JBL}</span> })}
            <div class="product-card__body">
                {name}
                {price(holds, card.price, "price")}
                <p class="product-card__unit meta">{unit(card)}</p>
                <p class="product-card__who meta"><span>{card.shop.clone()}</span>" "<span>{card.kecamatan.name()}</span></p>
                {tags(card)}
            </div>
            {save_button(&card.code, &card.name)}
        </article>
    }
    .into_any()
}

/// What one costs by weight or piece, in the words of the shop: "250 g", "Rp7.200/100 g".
pub fn unit(card: &Card) -> AnyView {
    let holds = card.measure.map_or_else(|| card.unit.clone(), |measure| measure.to_string());
    let unit_price = card
        .measure
        .and_then(|measure| measure.unit_price(card.price))
        .map(|(price, unit)| format!("{price}/{unit}"));
    view! { <span>{holds}</span>" "{unit_price.map(|price| view! { <span>{price}</span> })} }
        .into_any()
}

/// At most two facts worth a tag, and whether it is to be had.
fn tags(card: &Card) -> Option<AnyView> {
    let mut tags: Vec<AnyView> = Vec::new();
    match card.stock {
        Stock::Siap => {}
        Stock::Po => tags.push(
            view! { <span class="tag tag--info">{t::preorder(card.preorder_days)}</span> }
                .into_any(),
        ),
        Stock::Habis => {
            tags.push(view! { <span class="tag tag--warn">{t::SOLD_OUT}</span> }.into_any())
        }
    }
    if card.halal {
        tags.push(view! { <span class="tag">{t::HALAL}</span> }.into_any());
    }
    if card.grade.is_some() && tags.len() < 2 {
        tags.push(view! { <span class="tag">{t::CURATED}</span> }.into_any());
    }
    let spaced: Vec<AnyView> =
        tags.into_iter().flat_map(|tag| [tag, view! { " " }.into_any()]).collect();
    (!spaced.is_empty()).then(|| view! { <p class="product-card__tags">{spaced}</p> }.into_any())
}

fn card_picture(card: &Card, eager: bool) -> AnyView {
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
pub const CARD_SIZES: &str = "(min-width: 1040px) 200px, (min-width: 720px) 30vw, 46vw";

/// A picture on its ground, or a drawn stand-in with the first letter of the name.
pub fn picture(
    picture: Option<&Picture>,
    alt: &str,
    name: &str,
    tone: &'static str,
    sizes: &'static str,
    eager: bool,
) -> AnyView {
    let Some(picture) = picture else {
        let letter: String = name.chars().take(1).map(|first| first.to_ascii_uppercase()).collect();
        return view! { <span class=format!("picture picture--none {tone}")><b aria-hidden="true">{letter}</b><span>{t::NO_PICTURE}</span></span> }.into_any();
    };
    let srcset =
        Picture::WIDTHS.map(|width| format!("{} {width}w", picture.webp(width))).join(", ");
    view! {
        <span class=format!("picture {tone}")>
            <picture>
                <source type="image/webp" srcset=srcset sizes=sizes/>
                <img src=picture.jpeg() alt=alt.to_owned() width="640" height="640" loading=if eager { "eager" } else { "lazy" } decoding="async"/>
            </picture>
        </span>
    }
    .into_any()
}

/// Cards that are still to come.
pub fn skeletons(count: usize) -> AnyView {
    let card = || {
        view! {
            <div class="product-card">
                <span class="picture skeleton"></span>
                <div class="product-card__body">
                    <span class="skeleton skeleton--line"></span>
                    <span class="skeleton skeleton--line skeleton--short"></span>
                    <span class="skeleton skeleton--line"></span>
                    <span class="skeleton skeleton--line skeleton--short"></span>
                </div>
            </div>
        }
        .into_any()
    };
    let cards: Vec<AnyView> = (0..count).map(|_| card()).collect();
    view! { <div class="grid" aria-hidden="true">{cards}</div> }.into_any()
}
