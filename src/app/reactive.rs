//! Signals, memos, effects and tasks of leptos, behind boxes.
//!
//! leptos compiles its machinery anew for every type of value, every closure and every future that it is given: some
//! two kilobytes of WebAssembly a time. Here each is put into a box first and the machinery is there once; what is
//! left of a type is to open the box. A trait of one method stands where `dyn Fn` would do, which spares the two
//! other ways of calling a closure.

use leptos::prelude as signals;
use leptos::prelude::{Effect, Read, ReadUntracked, ReadValue, Set, SetValue, Write, WriteValue};
use std::any::{Any, TypeId};
use std::marker::PhantomData;
use std::pin::Pin;

/// A value in its box.
struct Held {
    value: Box<dyn Any + Send + Sync>,
    is_same: fn(&Self, &Self) -> bool,
}

impl Held {
    /// One whose changes are not looked for.
    fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self { value: Box::new(value), is_same: |_, _| false }
    }

    fn compared<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self { value: Box::new(value), is_same: |one, other| one.open::<T>() == other.open::<T>() }
    }

    fn open<T: 'static>(&self) -> &T {
        self.value.downcast_ref().unwrap_or_else(|| wrong_handle())
    }

    fn open_mut<T: 'static>(&mut self) -> &mut T {
        self.value.downcast_mut().unwrap_or_else(|| wrong_handle())
    }
}

/// Handles are only made here, together with what is in the box.
#[cold]
fn wrong_handle() -> ! {
    unreachable!("a handle knows what is in its box")
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(self, other)
    }
}

macro_rules! handle {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub struct $name<T>(signals::$name<Held>, PhantomData<fn(T) -> T>);

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}
    };
}

macro_rules! read {
    ($name:ident) => {
        impl<T: 'static> $name<T> {
            /// Looks at the value, and hears of its changes.
            pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
                let held = self.0.read();
                look(held.open())
            }

            /// Looks at the value only now.
            pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
                let held = self.0.read_untracked();
                look(held.open())
            }

            /// Hears of its changes. It is looked at, since a value that follows from others and that nobody has
            /// ever looked at does not follow yet.
            pub fn track(self) {
                self.with(|_| ());
            }
        }

        impl<T: Clone + 'static> $name<T> {
            /// The value; hears of its changes.
            pub fn get(self) -> T {
                self.with(T::clone)
            }

            /// The value as it is now.
            pub fn get_untracked(self) -> T {
                self.with_untracked(T::clone)
            }
        }
    };
}

handle! {
    /// A value that is set; whoever reads it hears of it.
    RwSignal
}
handle! {
    /// A value that follows from others; whoever reads it hears of it only when it differs from before.
    Memo
}
handle! {
    /// A value that nobody hears of.
    StoredValue
}
read!(RwSignal);
read!(Memo);

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// With its first value.
    pub fn new(value: T) -> Self {
        Self(signals::RwSignal::new(Held::new(value)), PhantomData)
    }

    /// Sets the value; does nothing once the page that it belongs to is gone.
    pub fn set(self, value: T) {
        self.0.set(Held::new(value));
    }

    /// Changes the value in its place; does nothing once the page that it belongs to is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut held) = self.0.try_write() {
            change(held.open_mut());
        }
    }

    /// Looks at the value only now, if the page that it belongs to still stands.
    pub fn try_with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.try_read_untracked().map(|held| look(held.open()))
    }
}

impl<T: Send + Sync + 'static> StoredValue<T> {
    /// With its first value.
    pub fn new(value: T) -> Self {
        Self(signals::StoredValue::new(Held::new(value)), PhantomData)
    }

    /// Sets the value.
    pub fn set_value(self, value: T) {
        self.0.set_value(Held::new(value));
    }

    /// Looks at the value.
    pub fn with_value<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(self.0.read_value().open())
    }

    /// Changes the value in its place.
    pub fn update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(self.0.write_value().open_mut())
    }
}

impl<T: Clone + Send + Sync + 'static> StoredValue<T> {
    /// The value.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }
}

/// What is there for every view below: one value of each type.
#[derive(Clone, Copy)]
struct Contexts(signals::StoredValue<Vec<Held>>);

/// Puts something there for every view below.
pub fn provide_context<T: Send + Sync + 'static>(value: T) {
    let contexts = signals::use_context::<Contexts>().unwrap_or_else(|| {
        let contexts = Contexts(signals::StoredValue::new(Vec::new()));
        signals::provide_context(contexts);
        contexts
    });
    contexts.0.write_value().insert(0, Held::new(value));
}

/// What is there.
///
/// # Panics
///
/// Where it is not: the app has been put together without it.
pub fn expect_context<T: Clone + 'static>() -> T {
    let mut found = None;
    look_for(TypeId::of::<T>(), &mut |held| found = Some(held.open::<T>().clone()));
    found.unwrap_or_else(|| missing_context())
}

/// Draws something whose signals and contexts are its own, and are gone after.
#[cfg(not(target_arch = "wasm32"))]
pub fn alone<T>(draw: impl FnOnce() -> T) -> T {
    let owner = signals::Owner::new();
    let drawn = owner.with(draw);
    owner.cleanup();
    drawn
}

/// What may be there.
#[cfg(not(target_arch = "wasm32"))]
pub fn use_context<T: Clone + 'static>() -> Option<T> {
    let mut found = None;
    look_for(TypeId::of::<T>(), &mut |held| found = Some(held.open::<T>().clone()));
    found
}

/// Shows `look` the context of a type.
fn look_for(id: TypeId, look: &mut dyn FnMut(&Held)) {
    let contexts = signals::use_context::<Contexts>().unwrap_or_else(|| missing_context());
    if let Some(held) = contexts.0.read_value().iter().find(|held| (*held.value).type_id() == id) {
        look(held);
    }
}

#[cold]
fn missing_context() -> ! {
    unreachable!("the app provides all of its contexts before its first view")
}

trait Compute {
    fn compute(&self, before: Option<&Held>) -> Held;
}

struct Computed<F, T>(F, PhantomData<fn() -> T>);

impl<T: PartialEq + Send + Sync + 'static, F: Fn(Option<&T>) -> T> Compute for Computed<F, T> {
    fn compute(&self, before: Option<&Held>) -> Held {
        Held::compared((self.0)(before.map(Held::open)))
    }
}

/// A value that follows from signals.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    memo_from(move |_| value())
}

/// Like [`memo`], and knows what it was before.
pub fn memo_from<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo(boxed_memo(Box::new(Computed(value, PhantomData))), PhantomData)
}

fn boxed_memo(value: Box<dyn Compute + Send + Sync>) -> signals::Memo<Held> {
    signals::Memo::new(move |before| value.compute(before))
}

trait Run {
    fn run(&mut self);
}

impl<F: FnMut()> Run for F {
    fn run(&mut self) {
        self();
    }
}

/// Runs once the page stands, and again whenever a signal changes that it has read.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(mut run: Box<dyn Run>) {
    Effect::new(move |_: Option<()>| run.run());
}

/// Lets a task run beside the page.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    boxed_spawn(Box::pin(task));
}

fn boxed_spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    leptos::task::spawn_local(task);
}
