//! The way to report that something published is wrong.

use crate::app::node::{IntoNode, Node, h};
use crate::app::text::t::report as t;
use crate::route::{Route, Subject, report};

/// A short link to the report's page.
pub fn mistake_link(subject: Subject) -> Node {
    h::a()
        .attr("href", report(&subject))
        .attr("rel", Route::Report.rel())
        .child(t::LINK)
        .into_node()
}
