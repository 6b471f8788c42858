//! A number with a button on either side.

use crate::app::browser::page;
use crate::app::node::{IntoNode, Node, h};
use crate::app::reactive::Memo;
use crate::app::ui::icon::icon;
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// What the stepper is called by those who hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepperLabels {
    /// The number.
    pub value: String,
    /// The button for less.
    pub less: String,
    /// The button for more.
    pub more: String,
}

/// A number between two bounds. What is typed and is no number falls back to the last one.
/// `changed` takes the new number.
pub fn stepper(
    value: Memo<u32>,
    bounds: RangeInclusive<u32>,
    labels: StepperLabels,
    changed: impl Fn(u32) + Clone + 'static,
) -> Node {
    let (least, most) = bounds.into_inner();
    let typed = {
        let changed = changed.clone();
        move |event| {
            let number = event_target_value(&event)
                .trim()
                .parse::<u32>()
                .unwrap_or_else(|_| value.get_untracked())
                .clamp(least, most);
            // A number that is the last one again changes no signal, but what was typed must go.
            page::write_field(&event, &number.to_string());
            changed(number);
        }
    };
    let step = std::rc::Rc::new(move |by: i64| {
        let next = (i64::from(value.get_untracked()) + by).clamp(i64::from(least), i64::from(most));
        changed(next as u32);
    });
    let (down, up) = (std::rc::Rc::clone(&step), step);
    let StepperLabels { value: name, less, more } = labels;
    let group = name.clone();
    h::div()
        .class("stepper")
        .attr("role", "group")
        .attr("aria-label", group)
        .child(
            h::button()
                .class("stepper__button")
                .attr("aria-label", less)
                .attr("disabled", move || value.get() <= least)
                .on("click", move |_| down(-1))
                .child(icon("minus")),
        )
        .child(
            h::input()
                .class("stepper__value")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .attr("aria-label", name)
                .prop("value", move || value.get().to_string())
                .attr("value", value.get_untracked().to_string())
                .on("change", typed),
        )
        .child(
            h::button()
                .class("stepper__button")
                .attr("aria-label", more)
                .attr("disabled", move || value.get() >= most)
                .on("click", move |_| up(1))
                .child(icon("plus")),
        )
        .into_node()
}
