//! A number with a button on either side.

use crate::app::ui::icon::icon;
use leptos::prelude::*;

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
#[component]
pub fn Stepper(
    /// The number.
    #[prop(into)]
    value: Signal<u32>,
    /// Its least.
    least: u32,
    /// Its most.
    most: u32,
    /// What it is called.
    labels: StepperLabels,
    /// Takes the new number.
    on_change: Callback<u32>,
) -> impl IntoView {
    let step = move |by: i64| {
        let next = (i64::from(value.get_untracked()) + by).clamp(i64::from(least), i64::from(most));
        on_change.run(next as u32);
    };
    let field = NodeRef::<leptos::html::Input>::new();
    let typed = move |event| {
        let number = event_target_value(&event)
            .trim()
            .parse::<u32>()
            .unwrap_or_else(|_| value.get_untracked())
            .clamp(least, most);
        // A number that is the last one again changes no signal, but what was typed must go.
        if let Some(field) = field.get_untracked() {
            field.set_value(&number.to_string());
        }
        on_change.run(number);
    };
    let StepperLabels { value: name, less, more } = labels;
    let group = name.clone();
    view! {
        <div class="stepper" role="group" aria-label=group>
            <button class="stepper__button" type="button" aria-label=less disabled={move || value.get() <= least} on:click=move |_| step(-1)>
                {icon("minus")}
            </button>
            <input class="stepper__value" node_ref=field inputmode="numeric" autocomplete="off" aria-label=name prop:value=move || value.get().to_string() value=value.get_untracked().to_string() on:change=typed/>
            <button class="stepper__button" type="button" aria-label=more disabled={move || value.get() >= most} on:click=move |_| step(1)>
                {icon("plus")}
            </button>
        </div>
    }
    .into_any()
}
