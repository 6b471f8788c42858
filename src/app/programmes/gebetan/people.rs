//! Who gets which package: names in memory, and on the device only where somebody wants that.

use crate::app::browser::page::{self, Small};
use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::gebetan::state::Planner;
use crate::app::programmes::gebetan::wishes::MOST;
use crate::app::reactive::RwSignal;
use crate::app::text::t::recipients as t;
use crate::app::ui::icon::icon;
use crate::domain::gebetan::recipients::{Fault, Recipient, read};
use crate::domain::wire;
use leptos::prelude::*;

/// Where names are kept on the device.
const KEPT: &str = "gebetan-penerima";

/// The lists, one a package, in the market's order.
#[derive(Clone, Copy)]
pub(super) struct People {
    /// Who stands on them.
    pub lists: RwSignal<Vec<Vec<Recipient>>>,
    /// Whether the device keeps them.
    kept: RwSignal<bool>,
}

impl People {
    /// The lists that this device has kept, else empty ones.
    pub(super) fn new() -> Self {
        let kept = page::get(Small::Device, KEPT).and_then(|json| wire::read(&json));
        let is_kept = RwSignal::new(kept.is_some());
        Self { lists: RwSignal::new(kept.unwrap_or_default()), kept: is_kept }
    }

    /// Those who get a package.
    fn of(self, package: usize) -> Vec<Recipient> {
        self.lists.with(|lists| lists.get(package).cloned().unwrap_or_default())
    }

    /// Whether a package's number follows from its names.
    pub(super) fn are_named(self, package: usize) -> bool {
        self.lists.with(|lists| lists.get(package).is_some_and(|list| !list.is_empty()))
    }

    /// Whether there is anybody.
    pub(super) fn are_any(self) -> bool {
        self.lists.with(|lists| lists.iter().any(|list| !list.is_empty()))
    }

    fn change(self, planner: Planner, package: usize, change: impl FnOnce(&mut Vec<Recipient>)) {
        let mut count = 0;
        self.lists.update(|lists| {
            if lists.len() <= package {
                lists.resize(package + 1, Vec::new());
            }
            if let Some(list) = lists.get_mut(package) {
                change(list);
                count = list.len();
            }
        });
        planner.count(package, u32::try_from(count).unwrap_or(MOST));
        self.keep(self.kept.get_untracked());
    }

    /// Keeps the lists on the device, or takes them from there.
    fn keep(self, keep: bool) {
        self.kept.set(keep);
        if keep {
            self.lists.with_untracked(|lists| page::set(Small::Device, KEPT, &wire::write(lists)));
        } else {
            page::forget(Small::Device, KEPT);
        }
    }

    /// Forgets everybody, here and on the device. The numbers of packages stay.
    pub(super) fn forget(self) {
        self.lists.set(Vec::new());
        self.keep(false);
    }
}

/// The field for a package's names, and those who stand there.
pub(super) fn names(planner: Planner, package: usize, name: &str) -> Node {
    let people = planner.people;
    let (typed, faults) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
    let add = move |_| {
        let known = people.lists.with_untracked(|lists| lists.get(package).cloned());
        let found = read(&typed.get_untracked(), &known.unwrap_or_default(), MOST as usize);
        // What nobody was read from stays to be mended.
        let left: Vec<&str> = found.faults.iter().map(|(line, _)| line.as_str()).collect();
        typed.set(left.join("\n"));
        faults.set(found.faults.iter().map(|(_, fault)| *fault).collect::<Vec<Fault>>());
        if !found.people.is_empty() {
            people.change(planner, package, |list| list.extend(found.people));
        }
    };
    let told = move || {
        let rows: Vec<Node> = faults.with(|faults| {
            (1..)
                .zip(faults)
                .map(|(at, fault)| h::li().child(t::fault(at, *fault)).into_node())
                .collect()
        });
        (!rows.is_empty()).then(|| h::ul().class("people__faults").child(rows))
    };
    let id = format!("penerima-{package}");
    h::details()
        .class("people")
        .child(h::summary().child(t::names_of(name)))
        .child(
            h::div()
                .class("field")
                .child(
                    h::label().class("field__label").attr("for", id.clone()).child(t::names(name)),
                )
                .child(
                    h::textarea()
                        .class("input")
                        .attr("id", id.clone())
                        .attr("rows", "3")
                        .attr("autocomplete", "off")
                        .attr("aria-describedby", format!("{id}-petunjuk"))
                        .prop("value", move || typed.get())
                        .on("input", move |event| typed.set(event_target_value(&event))),
                )
                .child(
                    h::p()
                        .class("field__hint")
                        .attr("id", format!("{id}-petunjuk"))
                        .child(t::NAMES_HINT),
                ),
        )
        .child(h::button().class("button").on("click", add).child(icon("plus")).child(t::ADD_NAMES))
        .child(h::div().attr("role", "status").child(told))
        .child(move || list(planner, package))
        .into_node()
}

fn list(planner: Planner, package: usize) -> Option<Node> {
    let rows: Vec<Node> = planner
        .people
        .of(package)
        .into_iter()
        .enumerate()
        .map(|(at, person)| {
            let remove = move |_| {
                planner.people.change(planner, package, |list| drop(list.remove(at)));
            };
            h::li()
                .child(h::span().child(t::person(&person)))
                .child(
                    h::button()
                        .class("icon-button")
                        .attr("aria-label", t::remove_name(&person.name))
                        .on("click", remove)
                        .child(icon("close")),
                )
                .into_node()
        })
        .collect();
    (!rows.is_empty()).then(|| h::ul().class("people__list").child(rows).into_node())
}

/// What becomes of the names; nothing while there are none.
pub(super) fn keeping(planner: Planner) -> Node {
    let people = planner.people;
    let content = move || {
        people.are_any().then(|| {
            h::div()
                .class("people__keep")
                .child(
                    h::label()
                        .class("option")
                        .child(
                            h::input()
                                .attr("type", "checkbox")
                                .prop("checked", people.kept.get())
                                .on("change", move |event| {
                                    people.keep(event_target_checked(&event))
                                }),
                        )
                        .child(h::span().child(t::KEEP_NAMES)),
                )
                .child(
                    h::button()
                        .class("button button--plain")
                        .on("click", move |_| people.forget())
                        .child(icon("trash"))
                        .child(t::FORGET_NAMES),
                )
        })
    };
    h::group().child(content).into_node()
}
