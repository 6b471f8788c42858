//! The moment it is, at two paces: every second for countdowns, and only when an edition or the day turns for
//! everything else, so that a page of cards is not drawn anew each second.

use crate::app::browser::{page, time};
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::reactive::{Memo, RwSignal, effect, expect_context, memo_from, provide_context};
use crate::domain::time::Moment;
use leptos::prelude::*;
use std::time::Duration;

/// The clock, as a context.
#[derive(Clone, Copy)]
pub struct Clock {
    /// The second it is, while the page is looked at.
    pub second: RwSignal<Moment>,
    /// The last moment at which any price or state of an edition changed.
    pub turn: Memo<Moment>,
}

impl Clock {
    /// Provides a clock that goes.
    pub fn provide(catalogue: Catalogue) -> Self {
        let clock = Self::at(time::now(), catalogue);
        let second = clock.second;
        let tick = set_interval_with_handle(
            move || {
                if page::is_visible() {
                    second.set(time::now());
                }
            },
            Duration::from_secs(1),
        );
        // The first answer has corrected the clock; cards are not to be put in one order now and in another a second
        // later.
        effect(move || {
            catalogue.manifest.track();
            second.set(time::now());
        });
        on_cleanup(move || {
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
        clock
    }

    /// Provides a clock that stands still: how views are rendered at a given moment.
    pub fn at(now: Moment, catalogue: Catalogue) -> Self {
        let second = RwSignal::new(now);
        let turn = memo_from(move |before: Option<&Moment>| {
            let now = second.get();
            let Some(before) = before.copied() else { return now };
            let next = catalogue.manifest.with(|manifest| match manifest {
                Load::Ready(manifest) => {
                    manifest.editions.iter().filter_map(|edition| edition.next_change(before)).min()
                }
                _ => None,
            });
            let turned =
                next.is_some_and(|next| next <= now) || before.date() != now.date() || now < before;
            if turned { now } else { before }
        });
        let clock = Self { second, turn };
        provide_context(clock);
        clock
    }

    /// The clock of this app.
    pub fn expect() -> Self {
        expect_context()
    }
}
