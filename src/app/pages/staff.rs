//! `/petugas`: a first guide for city staff; all of it is in docs/tayang.md.

use crate::app::parts::page_head::{PageHead, page_head};
use crate::app::text::t::staff as t;
use crate::route::Route;
use leptos::prelude::*;

/// For staff.
pub fn staff_page() -> AnyView {
    page_head(|| PageHead {
        title: t::TITLE.to_owned(),
        description: t::DESCRIPTION.to_owned(),
        lasting: Route::Staff,
        listed: true,
    });
    let care: Vec<AnyView> =
        t::CARE.iter().map(|text| view! { <li>{*text}</li> }.into_any()).collect();
    view! {
        <div class="page">
            <div class="page__head"><h1>{t::TITLE}</h1><p class="page__lead">{t::LEAD}</p></div>
            <div class="staff">
                <section class="prose">
                    <h2>{t::FILL_TITLE}</h2>
                    <p>{t::FILL_TEXT}</p>
                </section>
                {columns()}
                <div class="prose">
                    <ul>{care}</ul>
                    {step(t::CHECK_TITLE, t::CHECK_TEXT, t::CHECK_COMMAND)}
                    {step(t::COMPLETE_TITLE, t::COMPLETE_TEXT, t::COMPLETE_COMMAND)}
                    {step(t::BUILD_TITLE, t::BUILD_TEXT, t::BUILD_COMMAND)}
                    {step(t::MORE_TITLE, t::MORE_TEXT, t::TEMPLATE_COMMAND)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The seven columns that publish a product.
fn columns() -> AnyView {
    let row = |[name, means, example]: &[&'static str; 3]| {
        view! { <tr><th scope="row"><code>{*name}</code></th><td>{*means}</td><td>{*example}</td></tr> }.into_any()
    };
    let rows: Vec<AnyView> = t::COLUMNS.iter().map(row).collect();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t::COLUMN>
            <table class="table">
                <thead><tr><th scope="col">{t::COLUMN}</th><th scope="col">{t::MEANS}</th><th scope="col">{t::EXAMPLE}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn step(title: &'static str, text: &'static str, command: &'static str) -> AnyView {
    view! {
        <h2>{title}</h2>
        <p>{text}</p>
        <pre class="message" tabindex="0"><code>{command}</code></pre>
    }
    .into_any()
}
