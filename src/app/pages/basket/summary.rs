//! The whole basket: how far one is, the sum, how safe it is kept, copying and printing.

use crate::app::browser::page;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::basket::Beside;
use crate::app::parts::copy::copy;
use crate::app::reactive::memo;
use crate::app::state::basket::Keeping;
use crate::app::state::toast::Toasts;
use crate::app::text::t::basket as t;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::ui::icon::icon;
use crate::domain::basket::Basket;
use crate::domain::gather::Gather;
use crate::domain::market::Label;
use crate::domain::money::Rupiah;
use crate::domain::today::Today;
use crate::route::Route;
use leptos::prelude::*;

/// Beside the sellers.
pub(super) fn summary(beside: Beside) -> Node {
    let basket = beside.state.basket;
    let counts = memo(move || {
        basket.with(|basket| {
            (basket.lines().filter(|line| line.ordered).count(), basket.lines().count())
        })
    });
    let total = move || {
        let lines: Vec<_> = basket.with(|basket| basket.lines().cloned().gather());
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
            h::button()
                .class("button button--plain")
                .on("click", move |_| beside.state.clear_ordered())
                .child(icon("check"))
                .child(t::CLEAR)
        })
    };
    let ratio = move || {
        let (ordered, all) = counts.get();
        t::progress(ordered, all)
    };
    h::aside()
        .class("duo__aside basket-sum panel")
        .attr("aria-label", t::SUMMARY)
        .child(h::h2().child(t::SUMMARY))
        .child(h::p().child(ratio))
        .child(
            h::progress()
                .attr("max", move || counts.get().1.to_string())
                .attr("value", move || counts.get().0.to_string())
                .attr("aria-label", t::PROGRESS)
                .child(ratio),
        )
        .child(
            h::p()
                .class("basket-sum__total")
                .child(h::span().child(t::TOTAL))
                .child(h::b().child(total)),
        )
        .child(appeal(beside))
        .child(
            h::p()
                .class("order__small")
                .child(t::NO_SHIPPING)
                .child(" ")
                .child(h::span().attr("role", "status").child(keeping)),
        )
        .child(
            h::div()
                .class("order__row")
                .child(copy_all(beside, "button"))
                .child(
                    h::button()
                        .class("button button--plain")
                        .on("click", move |_| page::print())
                        .child(icon("printer"))
                        .child(t::PRINT),
                )
                .child(
                    h::a()
                        .class("button button--plain")
                        .attr("href", Route::Shared.path())
                        .attr("rel", Route::Shared.rel())
                        .child(icon("share"))
                        .child(t::SHARE_LIST),
                )
                .child(clear),
        )
        .into_node()
}

/// How much of the basket is bought at promotional prices, beside what civil servants are asked to spend there.
fn appeal(beside: Beside) -> Node {
    let content = move || {
        let amount = beside.catalogue.manifest.with(Load::ready)?.market.jbl_appeal?;
        let lines: Vec<_> = beside.state.basket.with(|basket| basket.lines().cloned().gather());
        let sum = lines.iter().try_fold(Rupiah::ZERO, |sum, line| {
            match beside.today(line).offer().and_then(|offer| offer.jbl) {
                Some(price) => sum.plus(price.times(line.quantity)?),
                None => Some(sum),
            }
        })?;
        let told = t::appeal(&beside.catalogue.called(Label::JblShort), sum, amount);
        (sum > Rupiah::ZERO).then(|| {
            h::div()
                .class("basket-sum__appeal")
                .child(h::p().child(told.clone()))
                .child(
                    h::progress()
                        .attr("max", amount.get().to_string())
                        .attr("value", sum.get().min(amount.get()).to_string())
                        .attr("aria-label", told),
                )
                .child(h::p().class("order__small").child(t::APPEAL_NOTE))
        })
    };
    content.into_node()
}

/// What the visitor must know before anything else.
pub(super) fn notices(beside: Beside) -> Node {
    let state = beside.state;
    let notice = |words: Node, class: &'static str| {
        h::div().class(class).child(icon("warning")).child(h::div().child(words)).into_node()
    };
    let memory = move || {
        (state.keeping.get() == Keeping::Memory).then(|| {
            let words = h::group().child(h::p().child(t::MEMORY)).child(copy_all(beside, "button"));
            notice(words.into_node(), "notice notice--warn")
        })
    };
    let damaged = move || {
        let count = state.damaged.get();
        (count > 0).then(|| notice(t::damaged(count).into_node(), "notice"))
    };
    let unchecked = memo(move || beside.is_unchecked());
    let unchecked = move || {
        unchecked.get().then(|| {
            let retry = move |_| beside.retry();
            let words = h::group()
                .child(t::UNCHECKED)
                .child(" ")
                .child(h::button().class("link").on("click", retry).child(t::RETRY));
            notice(words.into_node(), "notice")
        })
    };
    h::div().class("basket").child(memory).child(damaged).child(unchecked).into_node()
}

/// Copies every message that would be sent.
fn copy_all(beside: Beside, class: &'static str) -> Node {
    let toasts = Toasts::expect();
    let tapped = move |_| {
        let text = untrack(|| {
            let groups = beside.state.basket.with(Basket::by_seller);
            let all: Vec<String> = groups
                .into_iter()
                .filter_map(|group| beside.at_todays_price(group))
                .flat_map(|group| beside.messages(&group))
                .gather();
            all.join("\n\n— — —\n\n")
        });
        copy(toasts, text, t::ALL_COPIED, NOT_COPIED);
    };
    h::button().class(class).on("click", tapped).child(icon("copy")).child(t::COPY_ALL).into_node()
}
