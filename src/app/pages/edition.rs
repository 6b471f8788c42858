//! `/jbl/<kode>`: one edition, its state, place and goods. It stays readable when it is over.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::jbl_banner::{Standing, appeal, jbl_banner};
use crate::app::parts::loading::{loaded, not_found, reopen};
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::parts::result_list::{Goods, Heading, List, Scope, result_list};
use crate::app::reactive::{Memo, memo};
use crate::app::state::clock::Clock;
use crate::app::text::t::jbl as t;
use crate::app::ui::icon::icon;
use crate::domain::code::Code;
use crate::domain::edition::{Edition, EditionState};
use crate::domain::filter::Filter;
use crate::domain::market::Label;
use crate::domain::time::Moment;
use crate::format::manifest::Manifest;
use crate::route::{Route, edition_calendar};

/// The page of an edition.
pub fn edition_page(code: Code, route: Memo<Option<Route>>) -> Node {
    let catalogue = Catalogue::expect();
    let own = code.clone();
    let title = memo(move || {
        let manifest = catalogue.manifest.with(Load::ready)?;
        find(&manifest, &own).map(|edition| edition.title.clone())
    });
    let lasting = Route::Edition(code.clone(), Filter::default());
    page_head(move || {
        let (title, jbl) = (title.get(), catalogue.called(Label::Jbl));
        PageHead {
            listed: title.is_some() && route.with(|route| route.as_ref() == Some(&lasting)),
            description: t::description(&jbl),
            title: title.unwrap_or(jbl),
            lasting: lasting.clone(),
        }
    });
    let retry = reopen();
    let content = move || {
        let (retry, code) = (retry.clone(), code.clone());
        loaded(catalogue.manifest.get(), not_found, retry.clone(), move |manifest| {
            if find(&manifest, &code).is_none() {
                return not_found();
            }
            let about = {
                let (manifest, code) = (manifest.clone(), code.clone());
                move || find(&manifest, &code).map(|edition| about(edition, &manifest, catalogue))
            };
            let goods = loaded(catalogue.cards.get(), not_found, retry, move |cards| {
                let list = List::new(Goods { manifest, cards, scope: Scope::Edition(code) }, route);
                let title = memo(|| t::ITS_GOODS.to_owned());
                result_list(list, Heading::Section, title, || None)
            });
            h::group().child(about).child(h::div().class("page").child(goods)).into_node()
        })
    };
    h::group().child(content).into_node()
}

fn find<'a>(manifest: &'a Manifest, code: &Code) -> Option<&'a Edition> {
    manifest.editions.iter().find(|edition| edition.code == *code)
}

/// Everything but the goods; drawn anew when its state turns.
fn about(edition: &Edition, manifest: &Manifest, catalogue: Catalogue) -> Node {
    let now = Clock::expect().turn.get();
    let cards = catalogue.cards.with(Load::ready);
    let banner = jbl_banner(edition, &manifest.editions, cards.as_deref(), now, Standing::Own);
    let over = (edition.state(now) == EditionState::Selesai)
        .then(|| h::div().class("notice").child(icon("info")).child(h::div().child(t::OVER)));
    let asked = manifest.market.jbl_appeal.filter(|_| now < edition.window.to).map(appeal);
    h::group()
        .child(banner)
        .child(h::div().class("page").child(facts(edition, now)).child(over).child(asked))
        .into_node()
}

/// When, where, and the links that lead there.
fn facts(edition: &Edition, now: Moment) -> Node {
    let fact = |name: &'static str, term: &'static str, value: Node| {
        h::div()
            .child(icon(name))
            .child(h::dt().child(term))
            .child(h::dd().child(value))
            .into_node()
    };
    let text = |text: String| h::group().child(text).into_node();
    let remind = (now < edition.window.to).then(|| {
        h::group().child(" ").child(
            h::a()
                .attr("href", edition_calendar(&edition.code))
                .attr("rel", "external")
                .child(t::REMIND),
        )
    });
    let when = h::group().child(t::schedule(edition.window)).child(remind).into_node();
    let mut facts = vec![fact("calendar", t::WHEN, when)];
    if let Some(preorder) = edition.preorder.filter(|window| now < window.to) {
        facts.push(fact("clock", t::PREORDER, text(t::preorder(preorder, now))));
    }
    if let Some(live) = edition.live {
        let link = edition.live_link.as_ref().map(|link| {
            h::group().child(" ").child(
                h::a()
                    .attr("href", link.as_str().to_owned())
                    .attr("rel", "noopener")
                    .child(t::WATCH),
            )
        });
        facts.push(fact(
            "live",
            t::LIVE,
            h::group().child(t::live_hours(live)).child(link).into_node(),
        ));
    }
    if !edition.place.is_empty() {
        facts.push(fact("pin", t::PLACE, text(edition.place.clone())));
    }
    if let Some(link) = &edition.shop_link {
        let label = t::open_at(&Catalogue::expect().channel(edition.channel));
        let link = h::a()
            .attr("href", link.as_str().to_owned())
            .attr("rel", "noopener")
            .child(label)
            .into_node();
        facts.push(fact("bag", t::SHOP, link));
    }
    if !edition.note.is_empty() {
        facts.push(fact("info", t::NOTE, text(edition.note.clone())));
    }
    h::dl().class("facts").child(facts).into_node()
}
