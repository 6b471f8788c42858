//! What each page of the programmes is before it has any data: its heading, what it is for, and what it tells search
//! engines and previews.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{Element, h};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::text::t;
use crate::domain::market::Label;
use crate::route::Route;

/// A page's own words.
struct Words {
    title: &'static str,
    /// What it is for, in a sentence; empty where the title says it.
    lead: &'static str,
    /// For search engines and previews.
    description: &'static str,
    /// Whether search engines may list it: not what is of one visitor or of what stands behind `#`.
    listed: bool,
}

/// What a page says of itself; the planner of Gebetan is called as staff call it, which is asked for apart.
fn words(route: &Route) -> Words {
    let (title, lead, description, listed) = match route {
        Route::Events => (t::events::TITLE, t::events::LEAD, t::events::DESCRIPTION, true),
        Route::Gebetan => ("", t::gebetan::LEAD, t::gebetan::DESCRIPTION, true),
        Route::Meeting => (t::meeting::TITLE, t::meeting::LEAD, t::meeting::DESCRIPTION, true),
        Route::Shared => (t::shared::TITLE, "", t::shared::DESCRIPTION, false),
        Route::Compare => (t::compare::TITLE, t::compare::LEAD, t::compare::DESCRIPTION, false),
        Route::Report => (t::report::TITLE, t::report::LEAD, t::report::DESCRIPTION, false),
        Route::News => (t::news::TITLE, "", t::news::DESCRIPTION, false),
        Route::Stall => (t::stall::TITLE, t::stall::LEAD, t::stall::DESCRIPTION, false),
        _ => (t::programmes::TITLE, t::programmes::LEAD, t::programmes::DESCRIPTION, true),
    };
    Words { title, lead, description, listed }
}

/// A page with its heading; the rest is put in after.
pub(super) fn begun(route: Route) -> Element {
    let catalogue = Catalogue::expect();
    let Words { title, lead, description, listed } = words(&route);
    let is_gebetan = route == Route::Gebetan;
    let name = move || match is_gebetan {
        true => catalogue.called(Label::Gebetan),
        false => title.to_owned(),
    };
    page_head(move || PageHead {
        title: name(),
        description: description.to_owned(),
        lasting: route.clone(),
        listed,
    });
    let long_name = move || {
        let manifest = catalogue.manifest.with(Load::ready).filter(|_| is_gebetan)?;
        let long = manifest.market.gebetan.long_name.clone();
        (!long.is_empty()).then(|| h::p().class("planner__long").child(long))
    };
    h::div().class("page").child(
        h::div()
            .class("page__head")
            .child(h::h1().child(name))
            .child(long_name)
            .child((!lead.is_empty()).then(|| h::p().class("page__lead").child(lead))),
    )
}
