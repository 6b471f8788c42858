//! A first guide for city staff; all of it is in docs/tayang.md.

use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::staff as t;
use crate::route::TEMPLATE_FILE;

/// How sheets are filled in, completed and published.
pub(super) fn guide() -> Node {
    let care: Vec<Node> = t::CARE.iter().map(|text| h::li().child(*text).into_node()).collect();
    h::section()
        .class("staff")
        .attr("aria-labelledby", "panduan")
        .child(h::h2().attr("id", "panduan").child(t::GUIDE))
        .child(
            h::div()
                .class("prose")
                .child(h::h3().child(t::FILL_TITLE))
                .child(h::p().child(t::FILL_TEXT))
                .child(
                    h::a()
                        .attr("href", TEMPLATE_FILE)
                        .attr("download", true)
                        .child(t::TEMPLATE_LINK),
                ),
        )
        .child(columns())
        .child(
            h::div()
                .class("prose")
                .child(h::ul().child(care))
                .child(step(t::CHECK_TITLE, t::CHECK_TEXT, t::CHECK_COMMAND))
                .child(step(t::COMPLETE_TITLE, t::COMPLETE_TEXT, t::COMPLETE_COMMAND))
                .child(step(t::BUILD_TITLE, t::BUILD_TEXT, t::BUILD_COMMAND))
                .child(step(t::MORE_TITLE, t::MORE_TEXT, t::TEMPLATE_COMMAND)),
        )
        .into_node()
}

/// The seven columns that publish a product.
fn columns() -> Node {
    let row = |[name, means, example]: &[&'static str; 3]| {
        h::tr()
            .child(h::th().attr("scope", "row").child(h::code().child(*name)))
            .child(h::td().child(*means))
            .child(h::td().child(*example))
            .into_node()
    };
    let rows: Vec<Node> = t::COLUMNS.iter().map(row).collect();
    h::div()
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t::COLUMN)
        .child(
            h::table()
                .class("table")
                .child(
                    h::thead().child(
                        h::tr()
                            .child(h::th().attr("scope", "col").child(t::COLUMN))
                            .child(h::th().attr("scope", "col").child(t::MEANS))
                            .child(h::th().attr("scope", "col").child(t::EXAMPLE)),
                    ),
                )
                .child(h::tbody().child(rows)),
        )
        .into_node()
}

fn step(title: &'static str, text: &'static str, command: &'static str) -> Node {
    h::group()
        .child(h::h3().child(title))
        .child(h::p().child(text))
        .child(h::pre().class("message").attr("tabindex", "0").child(h::code().child(command)))
        .into_node()
}
