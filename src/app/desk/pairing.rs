//! "Pasangkan foto": photos beside the products; one is tapped, then the other, and the row names the photo.

use crate::app::browser::file::{File, draw_small};
use crate::app::browser::page;
use crate::app::desk::state::Desk;
use crate::app::node::{ElementRef, IntoNode, Node, each, h};
use crate::app::reactive::{Memo, RwSignal, effect, memo, spawn};
use crate::app::text::t::desk as t;
use crate::app::ui::icon::icon;
use crate::desk::protocol::Item;
use crate::domain::fold::fold;
use leptos::prelude::event_target_value;
use std::collections::VecDeque;

/// How many products are listed at once; further ones are found by name.
const MOST_LISTED: usize = 200;

/// The list of products.
const LIST: &str = "daftar-produk";

/// The section, once there are products.
pub(super) fn pairing(desk: Desk) -> Node {
    let held: RwSignal<Option<String>> = RwSignal::new(None);
    let only_without = RwSignal::new(true);
    let wanted = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let items: Memo<Vec<Item>> = memo(move || {
        desk.report
            .with(|report| report.as_ref().map(|report| report.items.clone()))
            .unwrap_or_default()
    });
    let used = memo(move || {
        items.with(|items| items.iter().flat_map(|item| item.photos.clone()).collect::<Vec<_>>())
    });
    // The first photo that still has no product is held by itself.
    effect(move || {
        let free = desk.photos.with(|photos| {
            used.with(|used| photos.iter().find(|photo| !used.contains(photo)).cloned())
        });
        let gone = held.with_untracked(|held| {
            let is_free = |held: &String| {
                desk.photos.with(|photos| photos.contains(held))
                    && used.with(|used| !used.contains(held))
            };
            !held.as_ref().is_some_and(is_free)
        });
        if gone {
            held.set(free);
        }
    });
    let listed = move || {
        let wanted = fold(&wanted.get());
        let fits = |item: &&Item| {
            (!only_without.get() || item.photos.is_empty())
                && (fold(&item.name).contains(&wanted) || fold(&item.seller).contains(&wanted))
        };
        items.with(|items| items.iter().filter(fits).cloned().collect::<Vec<_>>())
    };
    h::section()
        .class("desk__pairing")
        .attr("aria-labelledby", "pasangkan")
        .attr("hidden", move || items.with(Vec::is_empty))
        .child(h::h2().attr("id", "pasangkan").child(t::PAIR))
        .child(h::p().class("page__lead").child(move || {
            if desk.photos.with(Vec::is_empty) { t::PAIR_EMPTY } else { t::PAIR_LEAD }
        }))
        .child(
            h::div()
                .class("pairing")
                .attr("hidden", move || desk.photos.with(Vec::is_empty))
                .child(photos(desk, held, used))
                .child(
                    h::div()
                        .class("pairing__items")
                        .attr("role", "group")
                        .attr("aria-label", t::ITEMS)
                        .child(
                            h::input()
                                .class("input")
                                .attr("type", "search")
                                .attr("aria-label", t::FIND_ITEM)
                                .attr("placeholder", t::FIND_ITEM)
                                .on("input", move |event| wanted.set(event_target_value(&event))),
                        )
                        .child(
                            h::label()
                                .class("option")
                                .child(
                                    h::input()
                                        .attr("type", "checkbox")
                                        .prop("checked", move || only_without.get())
                                        .on("change", move |_| {
                                            only_without.update(|only| *only = !*only);
                                        }),
                                )
                                .child(t::ONLY_WITHOUT),
                        )
                        .child(
                            h::ul()
                                .class("pairing__list")
                                .attr("id", LIST)
                                .attr("tabindex", "-1")
                                .child(each(
                                    move || {
                                        let mut listed = listed();
                                        listed.truncate(MOST_LISTED);
                                        listed
                                    },
                                    |item: &Item| format!("{item:?}"),
                                    move |item| product(desk, item, held, said),
                                )),
                        )
                        .child(move || {
                            let hidden = desk.report.with(|report| {
                                report.as_ref().map_or(0, |report| report.items_left_out)
                            });
                            let more = listed().len().saturating_sub(MOST_LISTED) + hidden;
                            (more > 0).then(|| h::p().class("note").child(t::more_items(more)))
                        }),
                ),
        )
        .child(h::p().class("visually-hidden").attr("role", "status").child(move || said.get()))
        .into_node()
}

/// The photos, small; the one that is held is pressed.
fn photos(desk: Desk, held: RwSignal<Option<String>>, used: Memo<Vec<String>>) -> Node {
    let drawn: RwSignal<Vec<(String, ElementRef)>> = RwSignal::new(Vec::new());
    // Canvases stand only after the list has been drawn.
    effect(move || {
        let waiting = drawn.get();
        if waiting.is_empty() {
            return;
        }
        drawn.update(Vec::clear);
        let files: VecDeque<(File, ElementRef)> = waiting
            .into_iter()
            .filter_map(|(name, canvas)| Some((desk.photo(&name)?, canvas)))
            .collect();
        spawn(draw_small(files));
    });
    let tile = move |name: String| {
        let canvas = ElementRef::new();
        drawn.update(|drawn| drawn.push((name.clone(), canvas)));
        let (this, own, mine) = (name.clone(), name.clone(), name.clone());
        let pressed = move || held.with(|held| held.as_ref() == Some(&this));
        let is_used = move || used.with(|used| used.contains(&own));
        h::li()
            .child(
                h::button()
                    .class("photo-tile")
                    .attr("aria-pressed", move || if pressed() { "true" } else { "false" })
                    .on("click", move |_| held.set(Some(mine.clone())))
                    .child(
                        h::canvas()
                            .attr("width", "160")
                            .attr("height", "160")
                            .attr("aria-hidden", "true")
                            .reference(canvas),
                    )
                    .child(h::span().class("photo-tile__name").child(name))
                    .child(move || {
                        is_used().then(|| {
                            h::span().class("badge badge--ok").child(icon("check")).child(t::USED)
                        })
                    }),
            )
            .into_node()
    };
    h::div()
        .class("pairing__photos")
        .attr("role", "group")
        .attr("aria-label", t::PHOTOS)
        .child(h::p().class("field__hint").child(move || held.get().map(|held| t::held(&held))))
        .child(h::ul().class("photo-tiles").child(each(
            move || desk.photos.get(),
            String::clone,
            tile,
        )))
        .into_node()
}

fn product(desk: Desk, item: Item, held: RwSignal<Option<String>>, said: RwSignal<String>) -> Node {
    let name = if item.name.is_empty() { t::NAMELESS.to_owned() } else { item.name.clone() };
    let own: Vec<Node> = item.photos.iter().map(|photo| taken(desk, &item, photo, &name)).collect();
    // What the button does is heard before what it shows.
    let label = move || held.with(|held| held.as_ref().map(|held| t::pair(held)));
    let pair = {
        let (item, name) = (item.clone(), name.clone());
        move |_| {
            let Some(photo) = held.get_untracked() else { return };
            let mut photos = item.photos.clone();
            photos.push(photo.clone());
            said.set(t::paired(&photo, &name));
            name_photos(desk, &item, &photos);
        }
    };
    h::li()
        .class("pairing__item")
        .child(
            h::button()
                .class("pairing__product")
                .attr("disabled", move || held.with(Option::is_none))
                .on("click", pair)
                .child(h::span().class("visually-hidden").child(label))
                .child(h::b().child(name))
                .child(" ")
                .child(h::small().child(item.seller.clone()))
                .child(" ")
                .child(
                    item.photos
                        .is_empty()
                        .then(|| h::span().class("badge badge--quiet").child(t::WITHOUT)),
                ),
        )
        .child(own)
        .into_node()
}

/// A photo that a product has, with the way to take it off.
fn taken(desk: Desk, item: &Item, photo: &str, name: &str) -> Node {
    let label = t::unpair(photo, name);
    let left: Vec<String> = item.photos.iter().filter(|own| *own != photo).cloned().collect();
    let item = item.clone();
    h::button()
        .class("chip")
        .attr("aria-label", label)
        .on("click", move |_| name_photos(desk, &item, &left))
        .child(icon("image"))
        .child(photo.to_owned())
        .child(icon("close"))
        .into_node()
}

/// Writes the photos into the row's cell, and has it checked at once. The entry is drawn anew or goes, so the focus is
/// led to the list, from where the next key reaches its first product.
fn name_photos(desk: Desk, item: &Item, photos: &[String]) {
    desk.type_at(&item.spot, photos.join("; "));
    desk.check();
    page::focus(LIST);
}
