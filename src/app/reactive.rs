//! Signals, effects and tasks of leptos behind boxes.
//!
//! leptos compiles its machinery anew for every closure and every future it is given. Here each is put into a box
//! first, so that the machinery is there once a type. A trait of one method instead of `dyn Fn` spares the two
//! other ways of calling a closure, which would be written out for each of them.

use leptos::prelude::{Effect, Memo};
use std::pin::Pin;

trait Compute<T> {
    fn compute(&self, before: Option<&T>) -> T;
}

impl<T, F: Fn(Option<&T>) -> T> Compute<T> for F {
    fn compute(&self, before: Option<&T>) -> T {
        self(before)
    }
}

/// A value that follows from signals; whoever reads it hears of it only when it differs from before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    memo_from(move |_| value())
}

/// Like [`memo`], and knows what it was before.
pub fn memo_from<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(value))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(
    value: Box<dyn Compute<T> + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |before| value.compute(before))
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
