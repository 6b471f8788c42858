//! `/tentang`: how ordering works, the fair turn, what an example market is, where data come from and where they stay.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::reactive::effect;
use crate::app::state::place::Places;
use crate::app::state::prefs::{Prefs, Theme};
use crate::app::text::t::about as t;
use crate::app::text::t::jbl::prices;
use crate::app::ui::icon::icon;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::route::Route;

/// What this market is.
pub fn about_page() -> Node {
    let places = Places::expect();
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::About,
        listed: true,
    });
    effect(move || {
        places.settle();
        page::scroll_to_fragment();
    });
    h::div()
        .class("page")
        .child(
            h::div()
                .class("page__head")
                .child(h::h1().child(t::TITLE))
                .child(h::p().class("page__lead").child(t::LEAD)),
        )
        .child(h::div().class("duo").child(words()).child(aside()))
        .into_node()
}

fn words() -> Node {
    let catalogue = Catalogue::expect();
    let contact = move || {
        let manifest = catalogue.manifest.get().ready()?;
        let office = &manifest.market.office_contact;
        (!office.is_empty()).then(|| h::p().child(t::contact(office)))
    };
    h::div()
        .class("prose")
        .child(h::h2().attr("id", "cara").child(t::ORDER_TITLE))
        .child(h::ol().child(items(&t::ORDER_STEPS)))
        .child(h::p().child(move || prices(&catalogue.called(Label::Jbl))))
        .child(h::h2().attr("id", "giliran").child(t::TURN_TITLE))
        .child(h::ol().child(items(&t::TURN_RULE)))
        .child(h::p().child(t::TURN_END))
        .child(h::h2().attr("id", "contoh").child(t::EXAMPLE_TITLE))
        .child(h::p().child(t::EXAMPLE_TEXT))
        .child(h::h2().attr("id", "data").child(t::SOURCE_TITLE))
        .child(h::p().child(t::SOURCE_TEXT))
        .child(contact)
        .child(
            h::p()
                .child(t::SOURCE_OPEN)
                .child(" ")
                .child(
                    h::a()
                        .attr("href", "/feeds/produk.jsonl")
                        .attr("rel", "external")
                        .child(t::FEED_PRODUCTS)
                        .child(" (JSONL)"),
                )
                .child(", ")
                .child(
                    h::a()
                        .attr("href", "/feeds/penjual.jsonl")
                        .attr("rel", "external")
                        .child(t::FEED_SELLERS)
                        .child(" (JSONL)"),
                )
                .child("."),
        )
        .child(h::ul().child(items(&t::NOTICES)))
        .child(h::h2().attr("id", "privasi").child(t::PRIVACY_TITLE))
        .child(h::ul().child(items(&t::PRIVACY_RULES)))
        .into_node()
}

fn items(texts: &[&'static str]) -> Vec<Node> {
    texts.iter().map(|text| h::li().child(*text).into_node()).gather()
}

fn aside() -> Node {
    let (prefs, catalogue) = (Prefs::expect(), Catalogue::expect());
    let choice = move |theme: Option<Theme>, content: Node| {
        let pressed = move || (prefs.theme.get() == theme).to_string();
        h::button()
            .attr("aria-pressed", pressed)
            .on("click", move |_| prefs.choose_theme(theme))
            .child(content)
            .into_node()
    };
    let with_sign = |sign, words: &'static str| {
        h::group()
            .child(icon(sign))
            .child(h::span().class("visually-hidden").child(words))
            .into_node()
    };
    h::aside()
        .class("duo__aside panel")
        .child(h::h2().attr("id", "tampilan").child(t::LOOK_TITLE))
        .child(
            h::div()
                .class("segmented")
                .attr("role", "group")
                .attr("aria-labelledby", "tampilan")
                .child(choice(None, t::LOOK_AUTO.into_node()))
                .child(choice(Some(Theme::Light), with_sign("sun", t::LOOK_LIGHT)))
                .child(choice(Some(Theme::Dark), with_sign("moon", t::LOOK_DARK))),
        )
        .child(
            h::div()
                .class("links")
                .child(
                    h::a()
                        .class("list-link")
                        .attr("href", Route::Jbl.path())
                        .child(move || catalogue.called(Label::Jbl))
                        .child(icon("right")),
                )
                .child(
                    h::a()
                        .class("list-link")
                        .attr("href", Route::Staff.path())
                        .attr("rel", Route::Staff.rel())
                        .child(t::TO_STAFF)
                        .child(icon("right")),
                ),
        )
        .into_node()
}
