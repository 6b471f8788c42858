//! Taking a table along: as a file for spreadsheets, or on paper.

use crate::app::browser::{file, page};
use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::programmes as t;
use crate::app::ui::icon::icon;
use crate::domain::csv;

/// Saves rows with tabs between their cells as a CSV file.
pub(super) fn save_csv(name: &'static str, tabbed: String) -> Node {
    h::button()
        .class("button")
        .attr("type", "button")
        .on("click", move |_| file::save_text(name, &csv::of_tabbed(&tabbed)))
        .child(icon("download"))
        .child(t::SAVE_CSV)
        .into_node()
}

/// Prints the page.
pub(super) fn print() -> Node {
    h::button()
        .class("button button--plain")
        .attr("type", "button")
        .on("click", |_| page::print())
        .child(icon("printer"))
        .child(t::PRINT)
        .into_node()
}
