//! The pictures: one large, the others to choose from.

use crate::app::parts::product_card::picture;
use crate::app::parts::tone;
use crate::app::text::t::product as t;
use crate::app::ui::icon::icon;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::filter::Filter;
use crate::domain::product::{Card, Picture, Product};
use crate::format::manifest::Manifest;
use crate::route::Route;
use leptos::prelude::*;

/// As wide as the phone, half a tablet, a column of a desk.
const SIZES: &str = "(min-width: 1040px) 440px, (min-width: 720px) 50vw, 100vw";

/// The pictures of a product.
pub(super) fn gallery(product: &Product, manifest: &Manifest) -> AnyView {
    let card = &product.card;
    let mut pictures = product.pictures.clone();
    if pictures.is_empty() {
        pictures.extend(card.picture.clone());
    }
    let shown = RwSignal::new(0_usize);
    let thumbs = (pictures.len() > 1).then(|| thumbs(&pictures, shown));
    let (name, tone) = (card.name.clone(), tone::of_category(&card.category));
    let large = move || picture(pictures.get(shown.get()), &name, &name, tone, SIZES, true);
    view! {
        <div class="gallery">
            <div class="gallery__stage">{large}{back(&card.category, &manifest.categories)}</div>
            {thumbs}
        </div>
    }
    .into_any()
}

/// The large picture alone.
pub(super) fn stage(card: &Card, shown: Option<&Picture>, manifest: &Manifest) -> AnyView {
    let tone = tone::of_category(&card.category);
    let large = picture(shown, &card.name, &card.name, tone, SIZES, true);
    view! { <div class="gallery__stage">{large}{back(&card.category, &manifest.categories)}</div> }
        .into_any()
}

/// The way up: the kind of goods it belongs to.
pub(super) fn back(category: &Code, categories: &[Category]) -> Option<AnyView> {
    let name = categories.iter().find(|known| known.code == *category)?.name.clone();
    let href = Route::Category(category.clone(), Filter::default()).path();
    Some(view! { <a class="product__back" href=href>{icon("back")}{name}</a> }.into_any())
}

fn thumbs(pictures: &[Picture], shown: RwSignal<usize>) -> AnyView {
    let count = pictures.len();
    let thumb = |(at, picture): (usize, &Picture)| {
        let current = move || (shown.get() == at).then_some("true");
        view! {
            <li>
                <button class="gallery__thumb" type="button" aria-label=t::picture_of(at + 1, count) aria-current=current on:click=move |_| shown.set(at)>
                    <img src=picture.webp(Picture::WIDTHS[0]) alt="" width="72" height="72" loading="lazy"/>
                </button>
            </li>
        }
        .into_any()
    };
    let thumbs: Vec<AnyView> = pictures.iter().enumerate().map(thumb).collect();
    view! { <ul class="gallery__thumbs" aria-label=t::PICTURES>{thumbs}</ul> }.into_any()
}
