//! For whom: the office, and how many of each package, or who gets them.

use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::gebetan::people::{keeping, names};
use crate::app::programmes::gebetan::state::Planner;
use crate::app::reactive::memo;
use crate::app::text::t::gebetan as t;
use crate::app::text::t::recipients::people;
use crate::app::ui::stepper::{StepperLabels, stepper};
use crate::domain::money::Rupiah;
use leptos::prelude::*;

/// The most packages of one kind that an office orders here: beyond it people talk to the cooperative.
pub(super) const MOST: u32 = 999;

/// The form.
pub(super) fn wishes(planner: Planner, packages: &[(String, Rupiah)]) -> Node {
    let office = move || planner.asked.with(|asked| asked.office.clone());
    // Told once it is written: another office is another draw, which must not flicker at every letter.
    let named = move |event| {
        let name = event_target_value(&event).split_whitespace().collect::<Vec<_>>().join(" ");
        planner.ask(|asked| asked.office = name);
    };
    let rows: Vec<Node> = packages
        .iter()
        .enumerate()
        .map(|(at, (name, price))| row(planner, at, name, *price))
        .collect();
    h::section()
        .class("panel planner__form")
        .attr("aria-labelledby", "kantor-judul")
        .child(h::h2().attr("id", "kantor-judul").child(t::OFFICE_TITLE))
        .child(
            h::div()
                .class("field")
                .child(h::label().class("field__label").attr("for", "kantor").child(t::OFFICE))
                .child(
                    h::input()
                        .class("input")
                        .attr("id", "kantor")
                        .attr("autocomplete", "organization")
                        .attr("maxlength", "80")
                        .prop("value", office)
                        .attr("aria-describedby", "kantor-petunjuk")
                        .on("change", named),
                )
                .child(
                    h::p().class("field__hint").attr("id", "kantor-petunjuk").child(t::OFFICE_HINT),
                ),
        )
        .child(h::ul().class("wishes").attr("aria-label", t::PACKAGES).child(rows))
        .child(keeping(planner))
        .into_node()
}

fn row(planner: Planner, at: usize, name: &str, price: Rupiah) -> Node {
    let count =
        memo(move || planner.asked.with(|asked| asked.counts.get(at).copied().unwrap_or_default()));
    let changed = move |number: u32| planner.count(at, number);
    let labels =
        StepperLabels { value: t::how_many(name), less: t::fewer(name), more: t::more(name) };
    // Where there are names, their number is the packages'.
    let number = move || {
        if planner.people.are_named(at) {
            h::p().class("wishes__named").child(move || people(count.get())).into_node()
        } else {
            stepper(count, 0..=MOST, labels.clone(), changed)
        }
    };
    h::li()
        .child(
            h::p()
                .child(h::b().child(name.to_owned()))
                .child(" ")
                .child(h::span().child(price.to_string())),
        )
        .child(number)
        .child(names(planner, at, name))
        .into_node()
}
