//! What a page is made of: plain values, drawn by `dom` in the browser and written by `html` natively.
//!
//! A view of leptos is a type of its own for every shape of markup, and every shape brings its own building,
//! rebuilding and taking down: half of the app's bytes (ARCHITECTURE.md, "What the app is made of"). Here there is one
//! type for all of them. Signals, effects, contexts and the router remain those of leptos.

pub mod dom;
pub mod h;
pub mod html;

mod element;
mod value;

pub use element::{Closed, Element, ElementRef, Group};
pub use value::{IntoValue, Tell, Value};

use crate::domain::gather::Gather;
use std::borrow::Cow;

/// Anything that can stand on a page.
#[derive(Default)]
pub enum Node {
    /// Keeps its place among its siblings, and shows nothing.
    #[default]
    Nothing,
    /// Words; never markup.
    Text(Cow<'static, str>),
    /// A tag with what belongs to it.
    Element(Element),
    /// Several, one after the other.
    Many(Vec<Node>),
    /// Drawn anew whenever a signal changes that it has read.
    Live(Box<dyn Draw>),
    /// A list whose entries stay themselves while others come and go.
    Each(Box<dyn List>),
}

/// Content that changes. A trait of one method where `dyn Fn` would do: the other two ways of calling a closure are
/// not written out for each of them.
pub trait Draw {
    /// As it is now.
    fn draw(&self) -> Node;
}

impl<F: Fn() -> T, T: IntoNode> Draw for F {
    fn draw(&self) -> Node {
        self().into_node()
    }
}

/// A list that changes.
pub trait List {
    /// Its entries as they are now.
    fn entries(&self) -> Vec<Entry>;
}

impl<F: Fn() -> Vec<Entry>> List for F {
    fn entries(&self) -> Vec<Entry> {
        self()
    }
}

/// One entry of a list.
pub struct Entry {
    /// By which it is known again.
    key: String,
    /// Draws it, if it was not there before.
    draw: Box<dyn FnOnce() -> Node>,
}

/// One view a row. An entry whose key was there before is kept with its focus, its fields and its picture.
pub fn each<T: 'static, N: IntoNode>(
    rows: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    view: impl Fn(T) -> N + 'static,
) -> Node {
    let view = std::rc::Rc::new(view);
    Node::Each(Box::new(move || {
        let entry = |row| {
            let (key, view) = (key(&row), std::rc::Rc::clone(&view));
            Entry { key, draw: Box::new(move || view(row).into_node()) }
        };
        rows().into_iter().map(entry).gather()
    }))
}

/// What can be a child of an element.
pub trait IntoNode {
    /// The same as a node.
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::Nothing
    }
}

impl IntoNode for Element {
    fn into_node(self) -> Node {
        Node::Element(self)
    }
}

impl IntoNode for Closed {
    fn into_node(self) -> Node {
        Node::Element(self.0)
    }
}

impl IntoNode for Group {
    fn into_node(self) -> Node {
        Node::Many(self.0)
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::Text(Cow::Borrowed(self))
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(Cow::Owned(self))
    }
}

impl IntoNode for u32 {
    fn into_node(self) -> Node {
        self.to_string().into_node()
    }
}

impl IntoNode for usize {
    fn into_node(self) -> Node {
        self.to_string().into_node()
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or(Node::Nothing, IntoNode::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        Node::Many(self.into_iter().map(IntoNode::into_node).gather())
    }
}

impl<F: Fn() -> T + 'static, T: IntoNode> IntoNode for F {
    fn into_node(self) -> Node {
        Node::Live(Box::new(self))
    }
}
