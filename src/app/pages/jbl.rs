//! `/jbl`: the editions of Jumat Beli Lokal: on, coming, over.

use crate::app::data::catalogue::{Cards, Catalogue};
use crate::app::data::load::Load;
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
use leptos::prelude::*;

/// The page of all editions.
pub fn jbl_page() -> AnyView {
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
    view! { {content} }.into_any()
}

fn all_editions(
    manifest: &Manifest,
    cards: Option<&Cards>,
    now: Moment,
    home: Option<Kecamatan>,
) -> AnyView {
    let editions = by_interest(&manifest.editions, now, home.map(Kecamatan::city));
    let (past, next): (Vec<&Edition>, Vec<&Edition>) =
        editions.into_iter().partition(|edition| edition.state(now) == EditionState::Selesai);
    let first = next
        .first()
        .map(|edition| jbl_banner(edition, &manifest.editions, cards, now, Standing::Elsewhere));
    let heading = if first.is_some() {
        view! { <h1 class="visually-hidden">{t::JBL}</h1> }.into_any()
    } else {
        view! { <div class="page__head"><h1>{t::JBL}</h1></div> }.into_any()
    };
    let none = (past.is_empty() && next.is_empty()).then(|| {
        view! { <div class="empty"><h2 class="empty__title">{t::NONE_TITLE}</h2><p class="empty__text">{t::NONE_TEXT}</p></div> }
    });
    let appeal = manifest.market.jbl_appeal.map(|amount| view! { <p>{t::appeal(amount)}</p> });
    view! {
        {first}
        <div class="page">
            {heading}
            <div class="duo">
                <div>
                    {none}
                    {list("", t::NOW_AND_NEXT, None, &next, now)}
                    {list(if next.is_empty() { "" } else { "section" }, t::PAST, Some(t::PAST_NOTE), &past, now)}
                </div>
                <aside class="duo__aside panel prose">
                    <h2>{t::WHAT}</h2>
                    <p>{t::WHAT_TEXT}</p>
                    <p>{t::WHAT_PAY}</p>
                    {appeal}
                    <p><a href=format!("{}#jbl", Route::About.path())>{t::WHAT_LINK}</a></p>
                </aside>
            </div>
        </div>
    }
    .into_any()
}

fn list(
    class: &'static str,
    title: &'static str,
    note: Option<&'static str>,
    editions: &[&Edition],
    now: Moment,
) -> Option<AnyView> {
    let rows: Vec<AnyView> = editions.iter().map(|edition| row(edition, now)).collect();
    let note = note.map(|note| view! { <p class="section__note">{note}</p> });
    (!rows.is_empty()).then(|| {
        view! {
            <section class=class>
                <div class="section__head"><h2 class="section__title">{title}</h2>{note}</div>
                <ul class="editions">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(edition: &Edition, now: Moment) -> AnyView {
    let state = edition.state(now);
    let (class, badge) = match state {
        EditionState::Live => ("edition edition--now", "badge badge--live"),
        EditionState::Berlangsung | EditionState::PraPesan => ("edition edition--now", "badge"),
        EditionState::AkanDatang => ("edition", "badge badge--info"),
        EditionState::Selesai => ("edition edition--over", "badge badge--quiet"),
    };
    // Of what is over, the days say all.
    let turn = (state != EditionState::Selesai)
        .then(|| view! { <span>{t::state_line(edition, state)}</span>" " });
    let live = edition
        .live
        .filter(|live| now < live.from)
        .map(|live| view! { <span>{format!("{} {}", t::LIVE.to_ascii_lowercase(), t::live_hours(live))}</span>" " });
    let goods =
        (edition.products > 0).then(|| view! { <span>{products(edition.products.into())}</span> });
    let href = Route::Edition(edition.code.clone(), Filter::default()).path();
    view! {
        <li class=class>
            <p class="edition__state"><span class=badge>{t::state(state)}</span></p>
            <h3 class="edition__name"><a href=href>{t::short_title(&edition.title).to_owned()}</a></h3>
            <p class="meta"><span>{t::days(edition.window)}</span>" "{turn}{live}{goods}</p>
            {icon("right")}
        </li>
    }
    .into_any()
}
