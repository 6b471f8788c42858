//! The pictures: one large, the others to choose from.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::product_card::picture;
use crate::app::parts::tone;
use crate::app::reactive::RwSignal;
use crate::app::text::t::product as t;
use crate::app::ui::icon::icon;
use crate::domain::category::Category;
use crate::domain::code::Code;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;
use crate::domain::product::{Card, Picture, Product};
use crate::format::manifest::Manifest;
use crate::route::Route;

/// As wide as the phone, half a tablet, a column of a desk.
const SIZES: &str = "(min-width: 1040px) 440px, (min-width: 720px) 50vw, 100vw";

/// The pictures of a product.
pub(super) fn gallery(product: &Product, manifest: &Manifest) -> Node {
    let card = &product.card;
    let mut pictures = product.pictures.clone();
    if pictures.is_empty() {
        pictures.extend(card.picture.clone());
    }
    let (shown, asked) = (RwSignal::new(0_usize), RwSignal::new(false));
    let class = move || {
        if asked.get() { "gallery__stage gallery__stage--asked" } else { "gallery__stage" }
    };
    let thumbs = (pictures.len() > 1).then(|| thumbs(&pictures, shown));
    let (name, tone) = (card.name.clone(), tone::of_category(&card.category));
    let large = move || picture(pictures.get(shown.get()), &name, &name, tone, SIZES, true);
    h::div()
        .class("gallery")
        .child(
            h::div()
                .class(class)
                .child(large)
                .child(
                    // Shown where pictures come only when asked for.
                    h::button()
                        .class("button gallery__ask")
                        .on("click", move |_| asked.set(true))
                        .child(t::ASK_PICTURE),
                )
                .child(back(&card.category, &manifest.categories)),
        )
        .child(thumbs)
        .into_node()
}

/// The large picture alone.
pub(super) fn stage(card: &Card, shown: Option<&Picture>, manifest: &Manifest) -> Node {
    let tone = tone::of_category(&card.category);
    let large = picture(shown, &card.name, &card.name, tone, SIZES, true);
    h::div()
        .class("gallery__stage")
        .child(large)
        .child(back(&card.category, &manifest.categories))
        .into_node()
}

/// The way up: the kind of goods it belongs to.
pub(super) fn back(category: &Code, categories: &[Category]) -> Option<Node> {
    let name = categories.iter().find(|known| known.code == *category)?.name.clone();
    let href = Route::Category(category.clone(), Filter::default()).path();
    Some(
        h::a()
            .class("product__back")
            .attr("href", href)
            .child(icon("back"))
            .child(name)
            .into_node(),
    )
}

fn thumbs(pictures: &[Picture], shown: RwSignal<usize>) -> Node {
    let count = pictures.len();
    let thumb = |(at, picture): (usize, &Picture)| {
        let current = move || (shown.get() == at).then_some("true");
        h::li()
            .child(
                h::button()
                    .class("gallery__thumb")
                    .attr("aria-label", t::picture_of(at + 1, count))
                    .attr("aria-current", current)
                    .on("click", move |_| shown.set(at))
                    .child(
                        h::img()
                            .attr("loading", "lazy")
                            .attr("src", picture.webp(Picture::WIDTHS[0]))
                            .attr("alt", "")
                            .attr("width", "72")
                            .attr("height", "72"),
                    ),
            )
            .into_node()
    };
    let thumbs: Vec<Node> = pictures.iter().enumerate().map(thumb).gather();
    h::ul().class("gallery__thumbs").attr("aria-label", t::PICTURES).child(thumbs).into_node()
}
