//! What is wanted: for how many, for how much, what, when and where.

use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::meeting::state::{Asked, Planner};
use crate::app::reactive::memo;
use crate::app::state::clock::Clock;
use crate::app::text::t::meeting as t;
use crate::app::ui::stepper::{StepperLabels, stepper};
use crate::domain::area::{City, Kecamatan};
use crate::domain::market::{Label, Market};
use crate::domain::meeting::MOST_PEOPLE;
use crate::domain::money::Rupiah;
use crate::domain::product::Serving;
use crate::domain::time::Date;
use leptos::prelude::*;

/// The form; the plan follows every change of it.
pub(super) fn form(planner: Planner, market: &Market) -> Node {
    let people = memo(move || planner.asked.with(|asked| asked.people));
    let labels = StepperLabels {
        value: t::PEOPLE.to_owned(),
        less: t::FEWER_PEOPLE.to_owned(),
        more: t::MORE_PEOPLE.to_owned(),
    };
    let eorder = market.label(Label::Eorder);
    h::section()
        .class("duo__aside panel planner__form")
        .attr("aria-labelledby", "rapat-judul")
        .child(h::h2().attr("id", "rapat-judul").child(t::WISH))
        .child(
            h::div()
                .class("field field--row")
                .child(h::span().class("field__label").child(t::PEOPLE))
                .child(stepper(people, 1..=MOST_PEOPLE, labels, move |number| {
                    planner.ask(|asked| asked.people = number);
                })),
        )
        .child(budget(planner))
        .child(servings(planner))
        .child(when(planner))
        .child(place(planner))
        .child(tick(planner, t::HALAL.to_owned(), |asked| &mut asked.halal))
        .child(tick(planner, t::anyone(&eorder), |asked| &mut asked.anyone))
        .into_node()
}

fn budget(planner: Planner) -> Node {
    let wrong = crate::app::reactive::RwSignal::new(false);
    let typed = move |event| match Rupiah::parse_amount(&event_target_value(&event)) {
        Ok(amount) => {
            wrong.set(false);
            planner.ask(|asked| asked.budget = amount.get());
        }
        Err(_) => wrong.set(true),
    };
    let value = move || planner.asked.with(|asked| Rupiah::new(asked.budget).to_string());
    h::div()
        .class("field")
        .child(h::label().class("field__label").attr("for", "biaya").child(t::BUDGET))
        .child(
            h::input()
                .class("input")
                .attr("id", "biaya")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .attr("aria-describedby", "biaya-petunjuk")
                .attr("aria-invalid", move || wrong.get().then_some("true"))
                .prop("value", value)
                .on("change", typed),
        )
        .child(
            h::p()
                .class(move || if wrong.get() { "field__error" } else { "field__hint" })
                .attr("id", "biaya-petunjuk")
                .child(move || if wrong.get() { t::BUDGET_WRONG } else { t::BUDGET_HINT }),
        )
        .into_node()
}

fn servings(planner: Planner) -> Node {
    let chips: Vec<Node> = Serving::ALL
        .into_iter()
        .map(|serving| {
            let on = move || planner.asked.with(|asked| asked.servings.contains(&serving));
            let tapped = move |_| {
                planner.ask(|asked| {
                    if asked.servings.contains(&serving) {
                        asked.servings.retain(|one| *one != serving);
                    } else {
                        asked.servings.push(serving);
                    }
                });
            };
            h::button()
                .class("chip")
                .attr("aria-pressed", move || on().to_string())
                .on("click", tapped)
                .child(t::serving(serving))
                .into_node()
        })
        .collect();
    h::fieldset()
        .class("field")
        .child(h::legend().class("field__label").child(t::KINDS))
        .child(h::div().class("chips").child(chips))
        .child(h::p().class("field__hint").child(t::ONE_EACH))
        .into_node()
}

fn when(planner: Planner) -> Node {
    let clock_now = Clock::expect();
    let day = move || planner.asked.with(|asked| iso(asked.day(clock_now.turn.get().date())));
    let clock = move || {
        planner.asked.with(|asked| format!("{:02}:{:02}", asked.minute / 60, asked.minute % 60))
    };
    let chosen_day = move |event| {
        let day = Date::parse(&event_target_value(&event)).ok();
        planner.ask(|asked| asked.day = day);
    };
    let chosen_clock = move |event| {
        let text = event_target_value(&event);
        let mut parts = text.split(':').map(|part| part.parse::<u32>().unwrap_or_default());
        let (hour, minute) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        planner.ask(|asked| asked.minute = (hour * 60 + minute).min(24 * 60 - 1));
    };
    let field = |id: &'static str, label: &'static str, input: Node| {
        h::div()
            .class("field")
            .child(h::label().class("field__label").attr("for", id).child(label))
            .child(input)
            .into_node()
    };
    let day = h::input()
        .class("input")
        .attr("type", "date")
        .attr("id", "hari")
        .prop("value", day)
        .on("change", chosen_day);
    let clock = h::input()
        .class("input")
        .attr("type", "time")
        .attr("id", "jam")
        .prop("value", clock)
        .on("change", chosen_clock);
    h::div()
        .class("fields")
        .child(field("hari", t::DAY, day.into_node()))
        .child(field("jam", t::HOUR, clock.into_node()))
        .into_node()
}

/// "2026-12-03", as the browser's field has it.
fn iso(day: Date) -> String {
    let (year, month, day) = day.parts();
    format!("{year:04}-{month:02}-{day:02}")
}

fn place(planner: Planner) -> Node {
    let chosen = move |event| {
        let place = Kecamatan::find(&event_target_value(&event)).ok();
        planner.ask(|asked| asked.place = place);
    };
    let option = move |kecamatan: Kecamatan| {
        h::option()
            .attr("value", kecamatan.code())
            .prop("selected", move || planner.asked.with(|asked| asked.place == Some(kecamatan)))
            .child(kecamatan.name())
            .into_node()
    };
    let groups: Vec<Node> = City::as_listed()
        .map(|city| {
            let options: Vec<Node> = city.kecamatan().map(option).collect();
            h::optgroup().attr("label", city.name()).child(options).into_node()
        })
        .collect();
    h::div()
        .class("field")
        .child(h::label().class("field__label").attr("for", "tujuan").child(t::PLACE))
        .child(
            h::select()
                .class("input")
                .attr("id", "tujuan")
                .on("change", chosen)
                .child(h::option().attr("value", "").child(t::CHOOSE_PLACE))
                .child(groups),
        )
        .into_node()
}

fn tick(planner: Planner, words: String, field: fn(&mut Asked) -> &mut bool) -> Node {
    let on = move || planner.asked.with(|asked| *field(&mut asked.clone()));
    let changed = move |event| {
        let on = event_target_checked(&event);
        planner.ask(|asked| *field(asked) = on);
    };
    h::label()
        .class("option")
        .child(h::input().attr("type", "checkbox").prop("checked", on).on("change", changed))
        .child(h::span().child(words))
        .into_node()
}
