//! The whole basket: how far one is, the sum, how safe it is kept, copying and printing.

use crate::app::browser::page;
use crate::app::pages::basket::Beside;
use crate::app::parts::copy::copy;
use crate::app::state::basket::Keeping;
use crate::app::state::toast::Toasts;
use crate::app::text::t::basket as t;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::ui::icon::icon;
use crate::domain::basket::Basket;
use crate::domain::money::Rupiah;
use crate::domain::today::Today;
use leptos::prelude::*;

/// Beside the sellers.
pub(super) fn summary(beside: Beside) -> AnyView {
    let basket = beside.state.basket;
    let counts = Memo::new(move |_| {
        basket.with(|basket| {
            (basket.lines().filter(|line| line.ordered).count(), basket.lines().count())
        })
    });
    let total = move || {
        let lines: Vec<_> = basket.with(|basket| basket.lines().cloned().collect());
        let sum = lines.iter().try_fold(Rupiah::ZERO, |sum, line| {
            let today = beside.today(line);
            let line = today.priced(line);
            if today == Today::Gone {
                return Some(sum);
            }
            sum.plus(line.seen.price.times(line.quantity)?)
        });
        sum.map_or_else(|| t::NO_SUM.to_owned(), |sum| sum.to_string())
    };
    let keeping = move || match beside.state.keeping.get() {
        Keeping::Kept => t::KEPT,
        Keeping::Reading => t::READING,
        Keeping::Writing => t::WRITING,
        Keeping::Memory => "",
    };
    let clear = move || {
        (counts.get().0 > 0).then(|| {
            view! { <button class="button button--plain" type="button" on:click=move |_| beside.state.clear_ordered()>{icon("check")}{t::CLEAR}</button> }
        })
    };
    let ratio = move || {
        let (ordered, all) = counts.get();
        t::progress(ordered, all)
    };
    view! {
        <aside class="duo__aside basket-sum panel" aria-label=t::SUMMARY>
            <h2>{t::SUMMARY}</h2>
            <p>{ratio}</p>
            <progress max=move || counts.get().1.to_string() value=move || counts.get().0.to_string() aria-label=t::PROGRESS>{ratio}</progress>
            <p class="basket-sum__total"><span>{t::TOTAL}</span><b>{total}</b></p>
            <p class="order__small">{t::NO_SHIPPING}" "<span role="status">{keeping}</span></p>
            <div class="order__row">
                {copy_all(beside, "button")}
                <button class="button button--plain" type="button" on:click=move |_| page::print()>{icon("printer")}{t::PRINT}</button>
                {clear}
            </div>
        </aside>
    }
    .into_any()
}

/// What the visitor must know before anything else.
pub(super) fn notices(beside: Beside) -> AnyView {
    let state = beside.state;
    let notice = |words: AnyView, class: &'static str| {
        view! { <div class=class>{icon("warning")}<div>{words}</div></div> }.into_any()
    };
    let memory = move || {
        (state.keeping.get() == Keeping::Memory).then(|| {
            let words = view! { <p>{t::MEMORY}</p>{copy_all(beside, "button")} };
            notice(words.into_any(), "notice notice--warn")
        })
    };
    let damaged = move || {
        let count = state.damaged.get();
        (count > 0).then(|| notice(t::damaged(count).into_any(), "notice"))
    };
    let unchecked = Memo::new(move |_| beside.is_unchecked());
    let unchecked = move || {
        unchecked.get().then(|| {
            let retry = move |_| beside.retry();
            let words = view! { {t::UNCHECKED}" "<button class="link" type="button" on:click=retry>{t::RETRY}</button> };
            notice(words.into_any(), "notice")
        })
    };
    view! { <div class="basket">{memory}{damaged}{unchecked}</div> }.into_any()
}

/// Copies every message that would be sent.
fn copy_all(beside: Beside, class: &'static str) -> AnyView {
    let toasts = Toasts::expect();
    let tapped = move |_| {
        let text = untrack(|| {
            let groups = beside.state.basket.with(Basket::by_seller);
            let all: Vec<String> = groups
                .into_iter()
                .filter_map(|group| beside.at_todays_price(group))
                .flat_map(|group| beside.messages(&group))
                .collect();
            all.join("\n\n— — —\n\n")
        });
        copy(toasts, text, t::ALL_COPIED, NOT_COPIED);
    };
    view! { <button class=class type="button" on:click=tapped>{icon("copy")}{t::COPY_ALL}</button> }
        .into_any()
}
