//! Nodes drawn in the browser.
//!
//! What stands is compared with what is newly wanted and only the differences are written, so that a field keeps its
//! focus and a picture is not loaded twice. Lists are gone through from their end: what follows is always in its
//! place already, and says where the next node belongs.

use super::element::{Listener, Parts, Setting};
use super::{Draw, Entry, List, Node, Value};
use crate::domain::gather::Gather;
use crate::domain::sorted::Sorted;
use leptos::prelude::{Owner, RenderEffect, untrack};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::js_sys::Reflect;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event};

/// Elements of SVG need its name space.
const SVG: &str = "http://www.w3.org/2000/svg";

/// What was drawn. It no longer changes once this is dropped.
pub struct Drawn {
    _content: Stand,
}

/// Draws a node into an element of the page, before what may stand there.
pub fn mount(parent: &web_sys::Element, node: Node) -> Drawn {
    Drawn { _content: build(parent, parent.first_child().as_ref(), node) }
}

/// What stands on the page for a node.
#[derive(Default)]
enum Stand {
    #[default]
    Nothing,
    Text(web_sys::Text, Cow<'static, str>),
    Element(Box<Standing>),
    Many(Vec<Stand>),
    Live(Live<Stand>),
    Each(Live<Vec<Kept>>),
}

struct Standing {
    dom: web_sys::Element,
    tag: &'static str,
    settings: Vec<Set>,
    listeners: Vec<Heard>,
    children: Vec<Stand>,
}

struct Heard {
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

/// An attribute or a property as it was set.
struct Set {
    name: &'static str,
    is_property: bool,
    now: Now,
}

enum Now {
    Fixed(Value),
    Live { _effect: RenderEffect<Value> },
}

/// Content that draws itself anew, before an empty text that marks its end.
struct Live<T> {
    end: web_sys::Text,
    content: Rc<RefCell<T>>,
    _effect: RenderEffect<()>,
}

/// An entry of a list, with an owner of its own: its signals outlive a change of the list.
struct Kept {
    key: String,
    stand: Stand,
    owner: Owner,
}

fn document() -> Document {
    leptos::prelude::document()
}

fn insert(parent: &web_sys::Node, next: Option<&web_sys::Node>, node: &web_sys::Node) {
    // It only fails where `next` was moved by somebody else, such as a browser's translation of the page.
    if parent.insert_before(node, next).is_err() {
        drop(parent.append_child(node));
    }
}

/// Draws a node into `parent`, before `next`.
fn build(parent: &web_sys::Node, next: Option<&web_sys::Node>, node: Node) -> Stand {
    match node {
        Node::Nothing => Stand::Nothing,
        Node::Text(text) => {
            let dom = document().create_text_node(&text);
            insert(parent, next, &dom);
            Stand::Text(dom, text)
        }
        Node::Element(element) => {
            let standing = build_element(*element.0);
            insert(parent, next, &standing.dom);
            Stand::Element(Box::new(standing))
        }
        Node::Many(nodes) => {
            Stand::Many(nodes.into_iter().map(|node| build(parent, next, node)).gather())
        }
        Node::Live(draw) => Stand::Live(live(parent, next, draw)),
        Node::Each(entries) => Stand::Each(list(parent, next, entries)),
    }
}

fn build_element(parts: Parts) -> Standing {
    let dom = match parts.tag {
        "svg" | "use" | "path" => document().create_element_ns(Some(SVG), parts.tag),
        tag => document().create_element(tag),
    };
    let dom = dom.unwrap_or_else(|_| unreachable!("every tag of `h` is a name"));
    let children = parts.children.into_iter().map(|child| build(&dom, None, child)).gather();
    // After the children: a select takes no value before it has its options.
    let settings = parts.settings.into_iter().map(|setting| set(&dom, setting)).gather();
    let listeners = listen(&dom, parts.listeners);
    if let Some(reference) = parts.reference {
        reference.set(dom.clone());
    }
    Standing { dom, tag: parts.tag, settings, listeners, children }
}

fn listen(dom: &web_sys::Element, listeners: Vec<Listener>) -> Vec<Heard> {
    let listen = |Listener { event, mut heard }| {
        let closure = Closure::new(move |event| heard.hear(event));
        drop(dom.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()));
        Heard { event, closure }
    };
    listeners.into_iter().map(listen).gather()
}

fn set(dom: &web_sys::Element, setting: Setting) -> Set {
    let Setting { name, is_property, value } = setting;
    let now = match value {
        Value::Live(value) => {
            let dom = dom.clone();
            let effect = RenderEffect::new(move |before: Option<Value>| {
                let value = value.tell().settled();
                if !before.is_some_and(|before| before.is_same(&value)) {
                    write(&dom, name, is_property, &value);
                }
                value
            });
            Now::Live { _effect: effect }
        }
        fixed => {
            write(dom, name, is_property, &fixed);
            Now::Fixed(fixed)
        }
    };
    Set { name, is_property, now }
}

fn write(dom: &web_sys::Element, name: &str, is_property: bool, value: &Value) {
    if is_property {
        let value = match value {
            Value::Text(text) => JsValue::from_str(text),
            value => JsValue::from_bool(matches!(value, Value::Present)),
        };
        drop(Reflect::set(dom, &JsValue::from_str(name), &value));
    } else {
        drop(match value {
            Value::Text(text) => dom.set_attribute(name, text),
            Value::Present => dom.set_attribute(name, ""),
            _ => dom.remove_attribute(name),
        });
    }
}

/// Content that draws itself anew within an effect.
fn live(parent: &web_sys::Node, next: Option<&web_sys::Node>, draw: Box<dyn Draw>) -> Live<Stand> {
    let end = document().create_text_node("");
    insert(parent, next, &end);
    follow(end, Stand::Nothing, move |parent, end, content| {
        patch(parent, Some(end), content, draw.draw());
    })
}

/// A list that draws itself anew within an effect.
fn list(
    parent: &web_sys::Node,
    next: Option<&web_sys::Node>,
    list: Box<dyn List>,
) -> Live<Vec<Kept>> {
    let end = document().create_text_node("");
    insert(parent, next, &end);
    let owner = Owner::current().unwrap_or_default();
    follow(end, Vec::new(), move |parent, end, kept| {
        patch_list(parent, end, kept, list.entries(), &owner)
    })
}

/// Runs `draw` now and whenever a signal changes that it has read, as long as its content has a parent.
fn follow<T: 'static>(
    end: web_sys::Text,
    content: T,
    draw: impl Fn(&web_sys::Node, &web_sys::Node, &mut T) + 'static,
) -> Live<T> {
    let content = Rc::new(RefCell::new(content));
    let effect = {
        let (end, content) = (end.clone(), Rc::clone(&content));
        RenderEffect::new(move |_| {
            if let Some(parent) = end.parent_node() {
                draw(&parent, &end, &mut content.borrow_mut());
            }
        })
    };
    Live { end, content, _effect: effect }
}

/// Turns what stands before `next` into what is wanted.
fn patch(parent: &web_sys::Node, next: Option<&web_sys::Node>, stand: &mut Stand, node: Node) {
    match (&mut *stand, node) {
        (Stand::Nothing, Node::Nothing) => {}
        (Stand::Text(dom, before), Node::Text(text)) => {
            if *before != text {
                dom.set_data(&text);
                *before = text;
            }
        }
        (Stand::Element(standing), Node::Element(element)) if standing.tag == element.0.tag => {
            patch_element(standing, *element.0);
        }
        (Stand::Many(stands), Node::Many(nodes)) => patch_many(parent, next, stands, nodes),
        (Stand::Live(before), Node::Live(draw)) => {
            let content = before.content.take();
            let end = before.end.clone();
            *before = follow(end, content, move |parent, end, content| {
                patch(parent, Some(end), content, draw.draw());
            });
        }
        (_, node) => {
            let old = std::mem::replace(stand, build(parent, next, node));
            old.remove();
        }
    }
}

fn patch_many(
    parent: &web_sys::Node,
    next: Option<&web_sys::Node>,
    stands: &mut Vec<Stand>,
    mut nodes: Vec<Node>,
) {
    if nodes.len() < stands.len() {
        stands.drain(nodes.len()..).for_each(Stand::remove);
    }
    let added = nodes.split_off(stands.len());
    let added: Vec<Stand> = added.into_iter().map(|node| build(parent, next, node)).gather();
    let mut next = added.iter().find_map(Stand::first).or_else(|| next.cloned());
    for (stand, node) in stands.iter_mut().zip(nodes).rev() {
        patch(parent, next.as_ref(), stand, node);
        next = stand.first().or(next);
    }
    added.into_iter().gather_into(stands);
}

fn patch_element(standing: &mut Standing, parts: Parts) {
    let dom = &standing.dom;
    for heard in standing.listeners.drain(..) {
        let callback = heard.closure.as_ref().unchecked_ref();
        drop(dom.remove_event_listener_with_callback(heard.event, callback));
    }
    standing.listeners = listen(dom, parts.listeners);
    patch_many(dom, None, &mut standing.children, parts.children);
    let mut before = std::mem::take(&mut standing.settings);
    for setting in parts.settings {
        let same = |set: &Set| set.name == setting.name && set.is_property == setting.is_property;
        let old = before.iter().position(same).map(|at| before.swap_remove(at));
        standing.settings.push(match old {
            Some(old) if old.now.is_same(&setting.value) => old,
            // Dropped first, for an old effect must not write any more.
            old => {
                drop(old);
                set(dom, setting)
            }
        });
    }
    for gone in before {
        write(dom, gone.name, gone.is_property, &Value::Absent);
    }
    if let Some(reference) = parts.reference {
        reference.set(dom.clone());
    }
}

fn patch_list(
    parent: &web_sys::Node,
    end: &web_sys::Node,
    kept: &mut Vec<Kept>,
    entries: Vec<Entry>,
    owner: &Owner,
) {
    let mut before = Sorted::default();
    for kept in kept.drain(..) {
        before.insert(kept.key.clone(), kept);
    }
    let taken: Vec<(Entry, Option<Kept>)> = entries
        .into_iter()
        .map(|entry| {
            let old = before.remove(&entry.key);
            (entry, old)
        })
        .gather();
    // What is gone goes first, so that nothing that stays has to move past it.
    for (_, gone) in before.into_vec() {
        gone.stand.remove();
        gone.owner.cleanup();
    }
    let mut next = end.clone();
    for (entry, old) in taken.into_iter().rev() {
        let entry = match old {
            Some(old) => {
                old.stand.stand_before(parent, &next);
                old
            }
            None => {
                let owner = owner.child();
                let stand = owner.with(|| untrack(|| build(parent, Some(&next), (entry.draw)())));
                Kept { key: entry.key, stand, owner }
            }
        };
        next = entry.stand.first().unwrap_or(next);
        kept.push(entry);
    }
    kept.reverse();
}

impl Stand {
    /// Its first node of the page.
    fn first(&self) -> Option<web_sys::Node> {
        match self {
            Self::Nothing => None,
            Self::Text(dom, _) => Some(dom.clone().into()),
            Self::Element(standing) => Some(standing.dom.clone().into()),
            Self::Many(stands) => stands.iter().find_map(Self::first),
            Self::Live(live) => {
                live.content.borrow().first().or_else(|| Some(live.end.clone().into()))
            }
            Self::Each(list) => {
                let first = list.content.borrow().iter().find_map(|kept| kept.stand.first());
                first.or_else(|| Some(list.end.clone().into()))
            }
        }
    }

    /// Calls `visit` with each of its nodes of the page, in their order.
    fn nodes(&self, visit: &mut dyn FnMut(&web_sys::Node)) {
        match self {
            Self::Nothing => {}
            Self::Text(dom, _) => visit(dom),
            Self::Element(standing) => visit(&standing.dom),
            Self::Many(stands) => stands.iter().for_each(|stand| stand.nodes(visit)),
            Self::Live(live) => {
                live.content.borrow().nodes(visit);
                visit(&live.end);
            }
            Self::Each(list) => {
                list.content.borrow().iter().for_each(|kept| kept.stand.nodes(visit));
                visit(&list.end);
            }
        }
    }

    /// Moves it before `next`, unless it is there already: a moved field would lose its focus.
    fn stand_before(&self, parent: &web_sys::Node, next: &web_sys::Node) {
        let mut last = None;
        self.nodes(&mut |node| last = Some(node.clone()));
        if last.is_some_and(|last| last.next_sibling().as_ref() != Some(next)) {
            self.nodes(&mut |node| insert(parent, Some(next), node));
        }
    }

    /// Takes it off the page.
    fn remove(self) {
        self.nodes(&mut |node| {
            if let Some(parent) = node.parent_node() {
                drop(parent.remove_child(node));
            }
        });
    }
}

impl Now {
    fn is_same(&self, value: &Value) -> bool {
        matches!(self, Self::Fixed(before) if before.is_same(value))
    }
}
