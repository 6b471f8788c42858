//! `/program`: what the programmes are, in staff's words, with where the statements come from.

use crate::app::browser::{page, time};
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::loading::{loaded, not_found};
use crate::app::parts::outside::outside_row;
use crate::app::programmes::begun::begun;
use crate::app::reactive::effect;
use crate::app::text::t::programmes as t;
use crate::domain::programme::{Block, Programme};
use crate::route::Route;
use std::time::Duration;

/// The page of all programmes.
pub fn programmes_page() -> Node {
    let (catalogue, around) = (Catalogue::expect(), Around::expect());
    effect(move || {
        if around.programmes.with(|programmes| matches!(programmes, Load::Ready(_))) {
            time::later(Duration::ZERO, page::scroll_to_fragment);
        }
    });
    let retry = move || around.open(catalogue);
    let content =
        move || loaded(around.programmes.get(), not_found, retry, |around| all(&around.programmes));
    begun(Route::Programmes).child(content).into_node()
}

fn all(programmes: &[Programme]) -> Node {
    if programmes.is_empty() {
        return h::div()
            .class("empty empty--quiet")
            .child(h::h2().class("empty__title").child(t::NONE_TITLE))
            .child(h::p().class("empty__text").child(t::NONE_TEXT))
            .into_node();
    }
    let told: Vec<Node> = programmes.iter().map(told).collect();
    let contents: Vec<Node> = programmes
        .iter()
        .map(|programme| {
            h::li()
                .child(
                    h::a()
                        .attr("href", format!("#{}", programme.code))
                        .child(programme.title.clone()),
                )
                .into_node()
        })
        .collect();
    h::div()
        .class("duo")
        .child(h::div().class("programmes").child(told))
        .child(
            h::nav()
                .class("duo__aside panel contents")
                .attr("aria-labelledby", "isi-halaman")
                .child(h::h2().attr("id", "isi-halaman").child(t::CONTENTS))
                .child(h::ol().child(contents)),
        )
        .into_node()
}

fn told(programme: &Programme) -> Node {
    let blocks: Vec<Node> = programme.blocks().into_iter().map(block).collect();
    let source = (!programme.source.is_empty())
        .then(|| h::p().class("programme__source").child(t::source(&programme.source)));
    h::article()
        .class("programme panel")
        .attr("id", programme.code.to_string())
        .child(h::h2().child(programme.title.clone()))
        .child(h::p().class("programme__summary").child(programme.summary.clone()))
        .child(h::div().class("prose").child(blocks))
        .child(programme.link.as_ref().map(|link| outside_row(link, t::OFFICIAL.to_owned())))
        .child(source)
        .into_node()
}

fn block(block: Block) -> Node {
    let items = |items: Vec<String>| -> Vec<Node> {
        items.into_iter().map(|item| h::li().child(item).into_node()).collect()
    };
    match block {
        Block::Paragraph(text) => h::p().child(text).into_node(),
        Block::List(list) => h::ul().child(items(list)).into_node(),
        Block::Steps(steps) => h::ol().child(items(steps)).into_node(),
    }
}
