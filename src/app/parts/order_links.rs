//! One way to order, as a link: the same name for it on every page.

use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::outside::outside;
use crate::app::text::t::product as t;
use crate::app::ui::icon::icon;
use crate::domain::channel::Channel;
use crate::domain::link::SafeLink;

/// How much a link stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one that is meant.
    Main,
    /// One of the others.
    Other,
}

/// A link to order through a channel. `of` is whose or what for, for those who hear it.
pub fn order_link(
    channel: Channel,
    link: impl Fn() -> SafeLink + Send + 'static,
    weight: Weight,
    of: &str,
) -> Node {
    let label = t::order(channel, &Catalogue::expect().channel(channel));
    let name = format!("{label}: {of}");
    let content = match (weight, channel) {
        (_, Channel::Whatsapp) => h::group().child(icon("chat")).child(label).into_node(),
        (Weight::Main, _) => h::group().child(icon("bag")).child(label).into_node(),
        (Weight::Other, _) => h::group().child(label).child(icon("link-out")).into_node(),
    };
    let class = match weight {
        Weight::Main => "button button--main",
        Weight::Other => "button",
    };
    outside(link, class, content, Some(name))
}
