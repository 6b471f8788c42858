//! Taking tables along: as a file for spreadsheets, or on paper.

use crate::app::browser::{file, page};
use crate::app::node::{IntoNode, Node, h};
use crate::app::programmes::papers;
use crate::app::reactive::spawn;
use crate::app::state::toast::Toasts;
use crate::app::text::t::programmes as t;
use crate::app::ui::icon::icon;
use crate::domain::csv;
use crate::domain::table::{Table, pasted};

/// Saves tables as a workbook or as a CSV file, whose name gets the ending. What makes workbooks is fetched when the first
/// one is asked for; where it cannot be had, CSV is still there.
pub(super) fn save(name: &'static str, tables: Vec<Table>) -> Node {
    let toasts = Toasts::expect();
    let text = pasted(&tables);
    let workbook = move |_| {
        let tables = tables.clone();
        toasts.say(t::MAKING);
        spawn(async move {
            match papers::workbook(tables).await {
                Some(bytes) => {
                    file::save(&format!("{name}.xlsx"), &bytes);
                    toasts.say(t::MADE);
                }
                None => toasts.say(t::NOT_MADE),
            }
        });
    };
    let csv = move |_| file::save_text(&format!("{name}.csv"), &csv::of_tabbed(&text));
    h::group()
        .child(
            h::button()
                .class("button")
                .on("click", workbook)
                .child(icon("download"))
                .child(t::SAVE_XLSX),
        )
        .child(
            h::button().class("button").on("click", csv).child(icon("download")).child(t::SAVE_CSV),
        )
        .into_node()
}

/// Prints the page.
pub(super) fn print() -> Node {
    h::button()
        .class("button button--plain")
        .on("click", |_| page::print())
        .child(icon("printer"))
        .child(t::PRINT)
        .into_node()
}
