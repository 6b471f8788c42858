//! Putting an element together.

use super::{IntoNode, IntoValue, Node, Value};
use leptos::prelude::{GetValue, LocalStorage, SetValue, StoredValue};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// A tag with its attributes, listeners and children. A pointer wide, so that passing it on costs no code.
pub struct Element(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub tag: &'static str,
    pub settings: Vec<Setting>,
    pub listeners: Vec<Listener>,
    pub reference: Option<ElementRef>,
    pub children: Vec<Node>,
}

/// An attribute, or a property of the element in the browser.
pub(super) struct Setting {
    pub name: &'static str,
    pub is_property: bool,
    pub value: Value,
}

pub(super) struct Listener {
    pub event: &'static str,
    pub heard: Box<dyn Hear>,
}

/// What listens; see [`super::Draw`].
pub(super) trait Hear {
    /// Takes the event.
    fn hear(&mut self, event: Event);
}

impl<F: FnMut(Event)> Hear for F {
    fn hear(&mut self, event: Event) {
        self(event);
    }
}

impl Element {
    pub(super) fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts {
            tag,
            settings: Vec::new(),
            listeners: Vec::new(),
            reference: None,
            children: Vec::new(),
        }))
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(name, false, value.into_value())
    }

    /// Sets a property, which says how the element is now: what is typed in a field, whether a box is ticked.
    pub fn prop(self, name: &'static str, value: impl IntoValue) -> Self {
        self.set(name, true, value.into_value())
    }

    /// Sets its classes.
    pub fn class(self, value: impl IntoValue) -> Self {
        self.attr("class", value)
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(heard))
    }

    /// Listens to keys that go down.
    pub fn on_key(self, mut heard: impl FnMut(KeyboardEvent) + 'static) -> Self {
        self.on("keydown", move |event| heard(event.unchecked_into()))
    }

    /// Remembers the element in the browser.
    pub fn reference(mut self, reference: ElementRef) -> Self {
        self.0.reference = Some(reference);
        self
    }

    /// Adds a child.
    pub fn child(self, child: impl IntoNode) -> Self {
        self.push(child.into_node())
    }

    fn set(mut self, name: &'static str, is_property: bool, value: Value) -> Self {
        self.0.settings.push(Setting { name, is_property, value });
        self
    }

    fn listen(mut self, event: &'static str, heard: Box<dyn Hear>) -> Self {
        self.0.listeners.push(Listener { event, heard });
        self
    }

    fn push(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }
}

/// An element into which nothing can be put.
pub struct Closed(pub(super) Element);

impl Closed {
    /// Sets a property.
    pub fn prop(self, name: &'static str, value: impl IntoValue) -> Self {
        Self(self.0.prop(name, value))
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        Self(self.0.attr(name, value))
    }

    /// Sets its classes.
    pub fn class(self, value: impl IntoValue) -> Self {
        Self(self.0.class(value))
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        Self(self.0.on(event, heard))
    }
}

/// Several nodes without an element around them.
#[derive(Default)]
pub struct Group(pub(super) Vec<Node>);

impl Group {
    /// Adds one.
    pub fn child(mut self, child: impl IntoNode) -> Self {
        self.0.push(child.into_node());
        self
    }
}

/// An element of the page, once it is drawn.
#[derive(Clone, Copy)]
pub struct ElementRef(StoredValue<Option<web_sys::Element>, LocalStorage>);

impl ElementRef {
    /// Not drawn yet.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The element, if it stands and is one of these.
    pub fn get<E: JsCast>(self) -> Option<E> {
        self.0.try_get_value().flatten()?.dyn_into().ok()
    }

    /// Gives it the focus.
    pub fn focus(self) {
        if let Some(element) = self.get::<HtmlElement>() {
            drop(element.focus());
        }
    }

    pub(super) fn set(self, element: web_sys::Element) {
        self.0.set_value(Some(element));
    }
}

impl Default for ElementRef {
    fn default() -> Self {
        Self::new()
    }
}
