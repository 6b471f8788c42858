//! `/jbl`: the editions of Jumat Beli Lokal: on, coming, over.

use crate::app::data::catalogue::{Cards, Catalogue};
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::jbl_banner::{Standing, jbl_banner};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::state::clock::Clock;
use crate::app::state::place::Places;
use crate::app::state::prefs::Prefs;
use crate::app::text::t::card::products;
use crate::app::text::t::jbl as t;
use crate::app::ui::icon::icon;
use crate::domain::area::Kecamatan;
use crate::domain::edition::{Edition, EditionState, by_interest};
use crate::domain::filter::Filter;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::Route;

/// The page of all editions.
pub fn jbl_page() -> Node {
    let catalogue = Catalogue::expect();
    let (clock, prefs, places) = (Clock::expect(), Prefs::expect(), Places::expect());
    page_head(|| PageHead {
        title: t::JBL.to_owned(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::Jbl,
        listed: true,
    });
    let retry = reopen();
    let content = move || {
        let cards = catalogue.cards.with(Load::ready);
        let (now, home) = (clock.turn.get(), prefs.home.get());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            places.settle();
            all_editions(&manifest, cards.as_deref(), now, home)
        })
    };
    h::group().child(content).into_node()
}

fn all_editions(
    manifest: &Manifest,
    cards: Option<&Cards>,
    now: Moment,
    home: Option<Kecamatan>,
) -> Node {
    let editions = by_interest(&manifest.editions, now, home.map(Kecamatan::city));
    let (past, next): (Vec<&Edition>, Vec<&Edition>) =
        editions.into_iter().partition(|edition| edition.state(now) == EditionState::Selesai);
    let first = next
        .first()
        .map(|edition| jbl_banner(edition, &manifest.editions, cards, now, Standing::Elsewhere));
    let heading = if first.is_some() {
        h::h1().class("visually-hidden").child(t::JBL).into_node()
    } else {
        h::div().class("page__head").child(h::h1().child(t::JBL)).into_node()
    };
    let none = (past.is_empty() && next.is_empty()).then(|| {
        h::div()
            .class("empty")
            .child(h::h2().class("empty__title").child(t::NONE_TITLE))
            .child(h::p().class("empty__text").child(t::NONE_TEXT))
    });
    let appeal = manifest.market.jbl_appeal.map(|amount| h::p().child(t::appeal(amount)));
    h::group()
        .child(first)
        .child(
            h::div().class("page").child(heading).child(
                h::div()
                    .class("duo")
                    .child(
                        h::div()
                            .child(none)
                            .child(list("", t::NOW_AND_NEXT, None, &next, now))
                            .child(list(
                                if next.is_empty() { "" } else { "section" },
                                t::PAST,
                                Some(t::PAST_NOTE),
                                &past,
                                now,
                            )),
                    )
                    .child(
                        h::aside()
                            .class("duo__aside panel prose")
                            .child(h::h2().child(t::WHAT))
                            .child(h::p().child(t::WHAT_TEXT))
                            .child(h::p().child(t::WHAT_PAY))
                            .child(appeal)
                            .child(
                                h::p().child(
                                    h::a()
                                        .attr("href", format!("{}#jbl", Route::About.path()))
                                        .child(t::WHAT_LINK),
                                ),
                            ),
                    ),
            ),
        )
        .into_node()
}

fn list(
    class: &'static str,
    title: &'static str,
    note: Option<&'static str>,
    editions: &[&Edition],
    now: Moment,
) -> Option<Node> {
    let rows: Vec<Node> = editions.iter().map(|edition| row(edition, now)).collect();
    let note = note.map(|note| h::p().class("section__note").child(note));
    (!rows.is_empty()).then(|| {
        h::section()
            .class(class)
            .child(
                h::div()
                    .class("section__head")
                    .child(h::h2().class("section__title").child(title))
                    .child(note),
            )
            .child(h::ul().class("editions").child(rows))
            .into_node()
    })
}

fn row(edition: &Edition, now: Moment) -> Node {
    let state = edition.state(now);
    let (class, badge) = match state {
        EditionState::Live => ("edition edition--now", "badge badge--live"),
        EditionState::Berlangsung | EditionState::PraPesan => ("edition edition--now", "badge"),
        EditionState::AkanDatang => ("edition", "badge badge--info"),
        EditionState::Selesai => ("edition edition--over", "badge badge--quiet"),
    };
    // Of what is over, the days say all.
    let turn = (state != EditionState::Selesai)
        .then(|| h::group().child(h::span().child(t::state_line(edition, state))).child(" "));
    let live = edition.live.filter(|live| now < live.from).map(|live| {
        h::group()
            .child(h::span().child(format!(
                "{} {}",
                t::LIVE.to_ascii_lowercase(),
                t::live_hours(live)
            )))
            .child(" ")
    });
    let goods = (edition.products > 0).then(|| h::span().child(products(edition.products.into())));
    let href = Route::Edition(edition.code.clone(), Filter::default()).path();
    h::li()
        .class(class)
        .child(h::p().class("edition__state").child(h::span().class(badge).child(t::state(state))))
        .child(
            h::h3()
                .class("edition__name")
                .child(h::a().attr("href", href).child(t::short_title(&edition.title).to_owned())),
        )
        .child(
            h::p()
                .class("meta")
                .child(h::span().child(t::days(edition.window)))
                .child(" ")
                .child(turn)
                .child(live)
                .child(goods),
        )
        .child(icon("right"))
        .into_node()
}
