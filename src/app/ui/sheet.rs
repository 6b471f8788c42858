//! A sheet: a modal dialog whose head and foot stay while its body scrolls.

use crate::app::browser::dialog;
use crate::app::node::{ElementRef, IntoNode, Node, h};
use crate::app::ui::icon::icon;

/// What a sheet is called by those who hear it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetLabels {
    /// Its heading.
    pub title: &'static str,
    /// The button that closes it.
    pub close: &'static str,
}

/// A sheet over the page; open it with `browser::dialog::open`.
///
/// `id` identifies it on the page, `body` is what scrolls, and the buttons of `foot` never hide.
pub fn sheet(
    dialog: ElementRef,
    id: &'static str,
    labels: SheetLabels,
    body: impl IntoNode,
    foot: Option<Node>,
) -> Node {
    let SheetLabels { title, close } = labels;
    let heading = format!("{id}-judul");
    let labelled_by = heading.clone();
    h::dialog()
        .class("sheet")
        .attr("id", id)
        .reference(dialog)
        .attr("aria-labelledby", labelled_by)
        .child(
            h::div().class("sheet__head").child(h::h2().attr("id", heading).child(title)).child(
                h::button()
                    .class("icon-button")
                    .attr("aria-label", close)
                    .on("click", move |_| dialog::close(dialog))
                    .child(icon("close")),
            ),
        )
        .child(h::div().class("sheet__body").child(body))
        .child(foot.map(|foot| h::div().class("sheet__foot").child(foot)))
        .into_node()
}
