//! The office's own list of who gets which package, on the page, on paper and as a file.

use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::gebetan::book;
use crate::app::programmes::gebetan::state::Planner;
use crate::app::programmes::out::save;
use crate::app::text::t::recipients as t;
use crate::domain::table::{Cell, Table};

/// The list; nothing while nobody is named.
pub(super) fn recipients(planner: Planner) -> Node {
    let content = move || {
        let outcome = planner.outcome.get()?;
        let list = planner.people.lists.with(|lists| book::recipients(&outcome, lists));
        if list.rows.is_empty() {
            return None;
        }
        Some(
            h::section()
                .class("section")
                .child(
                    h::div()
                        .class("section__head")
                        .child(h::h2().class("section__title").child(t::RECIPIENTS))
                        .child(h::p().class("section__note").child(t::RECIPIENTS_NOTE)),
                )
                .child(table(&list))
                .child(h::div().class("planner__ways").child(save(t::RECIPIENTS_FILE, vec![list]))),
        )
    };
    h::group().child(content).into_node()
}

fn table(list: &Table) -> Node {
    let head = |column: &String| h::th().attr("scope", "col").child(column.clone()).into_node();
    let heads: Vec<Node> = list.columns.iter().map(head).collect();
    let rows: Vec<Node> = list.rows.iter().map(|row| row_of(row)).collect();
    h::div()
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t::RECIPIENTS)
        .child(
            h::table()
                .class("table")
                .child(h::thead().child(h::tr().child(heads)))
                .child(h::tbody().child(rows)),
        )
        .into_node()
}

fn row_of(row: &[Cell]) -> Node {
    let cells: Vec<Node> = row.iter().map(|cell| h::td().child(cell.shown()).into_node()).collect();
    h::tr().child(cells).into_node()
}
