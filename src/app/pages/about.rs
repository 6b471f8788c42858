//! `/tentang`: how ordering works, the fair turn, what an example market is, where data come from and where they stay.

use crate::app::browser::page;
use crate::app::data::catalogue::Catalogue;
use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::state::place::Places;
use crate::app::state::prefs::{Prefs, Theme};
use crate::app::text::t::about as t;
use crate::app::ui::icon::icon;
use crate::route::Route;
use leptos::prelude::*;

/// What this market is.
pub fn about_page() -> AnyView {
    let places = Places::expect();
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::About,
        listed: true,
    });
    Effect::new(move |_| {
        places.settle();
        page::scroll_to_fragment();
    });
    view! {
        <div class="page">
            <div class="page__head"><h1>{t::TITLE}</h1><p class="page__lead">{t::LEAD}</p></div>
            <div class="duo">{words()}{aside()}</div>
        </div>
    }
    .into_any()
}

fn words() -> AnyView {
    let catalogue = Catalogue::expect();
    let contact = move || {
        let manifest = catalogue.manifest.get().ready()?;
        let office = &manifest.market.office_contact;
        (!office.is_empty()).then(|| view! { <p>{t::contact(office)}</p> })
    };
    view! {
        <div class="prose">
            <h2 id="cara">{t::ORDER_TITLE}</h2>
            <ol>{items(&t::ORDER_STEPS)}</ol>
            <p>{t::ORDER_JBL}</p>
            <h2 id="giliran">{t::TURN_TITLE}</h2>
            <ol>{items(&t::TURN_RULE)}</ol>
            <p>{t::TURN_END}</p>
            <h2 id="contoh">{t::EXAMPLE_TITLE}</h2>
            <p>{t::EXAMPLE_TEXT}</p>
            <h2 id="data">{t::SOURCE_TITLE}</h2>
            <p>{t::SOURCE_TEXT}</p>
            {contact}
            <p>
                {t::SOURCE_OPEN}" "<a href="/feeds/produk.jsonl" rel="external">{t::FEED_PRODUCTS}" (JSONL)"</a>
                ", "<a href="/feeds/penjual.jsonl" rel="external">{t::FEED_SELLERS}" (JSONL)"</a>"."
            </p>
            <ul>{items(&t::NOTICES)}</ul>
            <h2 id="privasi">{t::PRIVACY_TITLE}</h2>
            <ul>{items(&t::PRIVACY_RULES)}</ul>
        </div>
    }
    .into_any()
}

fn items(texts: &[&'static str]) -> Vec<AnyView> {
    texts.iter().map(|text| view! { <li>{*text}</li> }.into_any()).collect()
}

fn aside() -> AnyView {
    let prefs = Prefs::expect();
    let choice = move |theme: Option<Theme>, content: AnyView| {
        let pressed = move || (prefs.theme.get() == theme).to_string();
        view! { <button type="button" aria-pressed=pressed on:click=move |_| prefs.choose_theme(theme)>{content}</button> }.into_any()
    };
    let with_sign = |sign, words: &'static str| {
        view! { {icon(sign)}<span class="visually-hidden">{words}</span> }.into_any()
    };
    view! {
        <aside class="duo__aside panel">
            <h2 id="tampilan">{t::LOOK_TITLE}</h2>
            <div class="segmented" role="group" aria-labelledby="tampilan">
                {choice(None, t::LOOK_AUTO.into_any())}
                {choice(Some(Theme::Light), with_sign("sun", t::LOOK_LIGHT))}
                {choice(Some(Theme::Dark), with_sign("moon", t::LOOK_DARK))}
            </div>
            <div class="links">
                <a class="list-link" href=Route::Jbl.path()>{t::TO_JBL}{icon("right")}</a>
                <a class="list-link" href=Route::Staff.path()>{t::TO_STAFF}{icon("right")}</a>
            </div>
        </aside>
    }
    .into_any()
}
