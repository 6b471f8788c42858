//! The report: what was found, row by row, each with a field for what should stand there.

use crate::app::browser::page;
use crate::app::desk::state::{Desk, Phase};
use crate::app::node::{IntoNode, Node, each, h};
use crate::app::reactive::RwSignal;
use crate::app::text::t::desk as t;
use crate::app::ui::icon::icon;
use crate::desk::protocol::{Finding, Fold, Group, Report};
use crate::domain::money::grouped;
use leptos::prelude::event_target_value;

/// The section, once there is a report.
pub(super) fn findings(desk: Desk) -> Node {
    let empty = move || desk.report.with(Option::is_none);
    h::section()
        .class("desk__report")
        .attr("aria-labelledby", "hasil")
        .attr("hidden", empty)
        .child(h::h2().attr("id", "hasil").attr("tabindex", "-1").child(t::REPORT))
        .child(move || desk.report.with(|report| report.as_ref().map(numbers)))
        .child(each(
            move || groups(desk),
            // A row that still has the same to say keeps its fields as they are.
            |(at, group): &(usize, Group)| format!("{at} {group:?}"),
            move |(_, group)| rows(desk, group),
        ))
        .child(move || {
            desk.report.with(|report| {
                report.as_ref().map(|report| {
                    let left = report.left_out;
                    h::group()
                        .child(report.folded.iter().map(folded).collect::<Vec<_>>())
                        .child((left > 0).then(|| h::p().class("note").child(t::left_out(left))))
                })
            })
        })
        .child(actions(desk))
        .child(h::p().class("field__hint").child(t::SAVE_HINT))
        .child(h::p().class("field__hint").child(t::NOT_HERE))
        .into_node()
}

/// The groups; two of the same place (one for errors, one for warnings) are told apart by their order.
fn groups(desk: Desk) -> Vec<(usize, Group)> {
    desk.report.with(|report| {
        let Some(report) = report else { return Vec::new() };
        let mut seen: Vec<&str> = Vec::new();
        report
            .groups
            .iter()
            .map(|group| {
                let before = seen.iter().filter(|place| **place == group.place).count();
                seen.push(&group.place);
                (before, group.clone())
            })
            .collect()
    })
}

fn numbers(report: &Report) -> Node {
    let number = |count: usize, what: &'static str, class: &'static str| {
        h::div().class(class).child(h::b().child(grouped(count as u64))).child(what).into_node()
    };
    let refused = if report.refused > 0 { "number tone-4" } else { "number tone-1" };
    h::div()
        .class("numbers")
        .child(number(report.products, t::PRODUCTS, "number tone-2"))
        .child(number(report.sellers, t::SELLERS, "number tone-2"))
        .child(number(report.refused, t::REFUSED, refused))
        .child(number(report.withheld, t::WITHHELD, "number tone-1"))
        .into_node()
}

fn rows(desk: Desk, group: Group) -> Node {
    let place = if group.place.is_empty() { t::EVERYWHERE.to_owned() } else { group.place };
    let findings: Vec<Node> =
        group.findings.into_iter().map(|found| finding(desk, found)).collect();
    h::article()
        .class("panel finding-row")
        .child(
            h::h3().child(place).child(
                (!group.about.is_empty())
                    .then(|| h::group().child(" ").child(h::small().child(group.about))),
            ),
        )
        .child(h::ul().class("finding-list").child(findings))
        .into_node()
}

fn badge(is_error: bool) -> Node {
    let (class, word) =
        if is_error { ("badge badge--warn", t::ERROR) } else { ("badge badge--info", t::WARNING) };
    h::span().class(class).child(word).into_node()
}

fn finding(desk: Desk, finding: Finding) -> Node {
    let Finding { is_error, cell, spot, value, message, fix } = finding;
    let field = spot.map(|spot| {
        let label = t::correct(cell.as_deref(), &spot.column);
        let before = desk.typed_at(&spot).or_else(|| value.clone()).unwrap_or_default();
        // Where nothing was changed nothing is to be corrected.
        let shown = RwSignal::new(before.clone());
        h::label().class("field").child(h::span().class("field__label").child(label)).child(
            h::input()
                .class("input")
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .prop("value", before)
                .on("change", move |event| {
                    let text = event_target_value(&event);
                    if shown.get_untracked() != text {
                        shown.set(text.clone());
                        desk.type_at(&spot, text);
                    }
                })
                .on_key(move |event| {
                    if event.key() == "Enter" {
                        // Leaving the field is what tells its change.
                        page::leave_field(&event);
                        check(desk);
                    }
                }),
        )
    });
    h::li()
        .class("finding")
        .child(
            h::p()
                .child(badge(is_error))
                .child(" ")
                .child(cell.map(|cell| h::group().child(h::code().child(cell)).child(" ")))
                .child(message),
        )
        .child(value.map(|value| h::p().class("field__hint").child(t::stands(&value))))
        .child((!fix.is_empty()).then(|| h::p().class("finding__fix").child(fix)))
        .child(field)
        .into_node()
}

fn folded(fold: &Fold) -> Node {
    h::details()
        .class("disclosure")
        .child(
            h::summary()
                .child(badge(fold.is_error))
                .child(" ")
                .child(h::span().child(t::folded(fold.count, &fold.meaning))),
        )
        .child(h::p().class("disclosure__body").child(fold.cells.clone()))
        .into_node()
}

/// Checks again, and leads to the beginning of the report.
fn check(desk: Desk) {
    desk.check();
    page::focus("hasil");
}

fn actions(desk: Desk) -> Node {
    let button = move |label: &'static str, class: &'static str, act: fn(Desk)| {
        h::button()
            .class(class)
            .attr("disabled", move || desk.phase.with(|phase| *phase != Phase::Done))
            .on("click", move |_| act(desk))
            .child(label)
    };
    let typed = move || {
        let count = desk.typed.with(Vec::len);
        (count > 0).then(|| {
            h::div().class("desk__typed").child(h::span().child(t::typed(count))).child(button(
                t::UNDO,
                "button button--plain",
                Desk::undo,
            ))
        })
    };
    let again = move || {
        let class = if desk.stale.get() { "button button--main" } else { "button" };
        h::button()
            .class(class)
            .on("click", move |_| check(desk))
            .child(icon("refresh"))
            .child(t::AGAIN)
    };
    h::div()
        .class("desk__actions")
        .child(typed)
        .child(
            h::div()
                .class("desk__buttons")
                .child(again)
                .child(button(t::SAVE_COPY, "button", Desk::save_copy))
                .child(button(t::SAVE_REPORT, "button", Desk::save_report)),
        )
        .into_node()
}
