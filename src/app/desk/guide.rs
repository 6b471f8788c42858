//! `/petugas`: a first guide for city staff; all of it is in docs/tayang.md.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::text::t::staff as t;
use crate::route::{Route, TEMPLATE_FILE};

/// For staff.
pub fn staff_page() -> Node {
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::Staff,
        listed: true,
    });
    let care: Vec<Node> = t::CARE.iter().map(|text| h::li().child(*text).into_node()).collect();
    h::div()
        .class("page")
        .child(
            h::div()
                .class("page__head")
                .child(h::h1().child(t::TITLE))
                .child(h::p().class("page__lead").child(t::LEAD)),
        )
        .child(
            h::div()
                .class("staff")
                .child(
                    h::section()
                        .class("prose")
                        .child(h::h2().child(t::FILL_TITLE))
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
                ),
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
        .child(h::h2().child(title))
        .child(h::p().child(text))
        .child(h::pre().class("message").attr("tabindex", "0").child(h::code().child(command)))
        .into_node()
}
