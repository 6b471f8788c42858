//! The app's first page, drawn in pieces: while a slow phone draws it, the written page still stands and is read,
//! scrolled and pressed, and a finger must not wait for all of it.

use crate::app::browser::page;
use crate::app::browser::time::later;
use crate::app::node::{IntoNode, Node, h};
use crate::app::reactive::RwSignal;
use crate::app::state::still::WRITTEN;
use std::cell::Cell;
use std::time::Duration;

/// How many cards are drawn in one go: a screen of a phone.
const STEP: usize = 6;

/// Whether the app draws what stands already as it was written.
fn is_start() -> bool {
    cfg!(target_arch = "wasm32") && page::has(WRITTEN)
}

/// How many things may be drawn: all, but at the start none, and a few more with every task, until there are `most`.
pub fn drawn(most: usize) -> RwSignal<usize> {
    let drawn = RwSignal::new(usize::MAX);
    if is_start() {
        draw_more(drawn, 0, most);
    }
    drawn
}

fn draw_more(drawn: RwSignal<usize>, now: usize, most: usize) {
    drawn.set(if now < most { now } else { usize::MAX });
    if now < most {
        later(Duration::ZERO, move || draw_more(drawn, now + STEP, most));
    }
}

/// Stands for what is still to come, while there is any: as long as it does, boot/boot.js leaves the written page in its place.
pub fn coming(drawn: RwSignal<usize>) -> Node {
    let is_coming = drawn.get() < usize::MAX;
    is_coming.then(|| h::p().class("loading")).into_node()
}

/// Draws things, at the start a few at a time, each time as a piece of work of its own.
pub fn in_turn(nodes: Vec<Node>) -> Node {
    if nodes.is_empty() || !is_start() {
        return nodes.into_node();
    }
    let turn = drawn(1);
    let waiting = Cell::new(nodes);
    let draw = move || {
        if turn.get() < usize::MAX {
            return coming(turn);
        }
        let mut nodes = waiting.take();
        let rest = nodes.split_off(nodes.len().min(STEP));
        h::group().child(nodes).child(in_turn(rest)).into_node()
    };
    draw.into_node()
}
