//! How long it still is: the only thing on a page that changes by the second.

use crate::app::node::{IntoNode, Node, h};
use crate::app::reactive::memo;
use crate::app::state::clock::Clock;
use crate::app::text::t::jbl as t;
use crate::domain::time::Moment;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Counts down to a moment. What is read out changes once a minute.
pub fn countdown(until: Moment, label: &'static str) -> Node {
    let clock = Clock::expect();
    let left = memo(move || (until.0 - clock.second.get().0).max(0));
    let cells = memo(move || cells(left.get()));
    // A minute that has begun counts whole, so that nobody hears "0 menit" while there is time.
    let minutes = memo(move || left.get().div_euclid(MINUTE) + i64::from(left.get() % MINUTE > 0));
    let spoken = move || t::left(label, minutes.get());
    let cell = move |at: usize| {
        move || {
            let (number, unit) = cells.get().get(at).copied().flatten()?;
            Some(
                h::span()
                    .class("countdown__cell")
                    .child(h::b().child(format!("{number:02}")))
                    .child(unit),
            )
        }
    };
    h::p()
        .class("countdown")
        .attr("role", "timer")
        .attr("aria-label", spoken)
        .child(h::span().class("countdown__label").attr("aria-hidden", "true").child(label))
        .child(
            h::span()
                .class("countdown__cells")
                .attr("aria-hidden", "true")
                .child(cell(0))
                .child(cell(1))
                .child(cell(2)),
        )
        .into_node()
}

/// Two or three numbers with their units: the nearer the end, the finer.
fn cells(left: i64) -> [Option<(i64, &'static str)>; 3] {
    let (days, hours, minutes) = (left / DAY, left % DAY / HOUR, left % HOUR / MINUTE);
    if days > 0 {
        [Some((days, t::DAYS)), Some((hours, t::HOURS)), Some((minutes, t::MINUTES))]
    } else if hours > 0 {
        [Some((hours, t::HOURS)), Some((minutes, t::MINUTES)), None]
    } else {
        [Some((minutes, t::MINUTES)), Some((left % MINUTE, t::SECONDS)), None]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_the_end_the_finer() {
        let shown = |left| cells(left).into_iter().flatten().map(|(n, _)| n).collect::<Vec<_>>();
        assert_eq!(shown(2 * DAY + 4 * HOUR + 12 * MINUTE + 59), [2, 4, 12]);
        assert_eq!(shown(DAY - 1), [23, 59]);
        assert_eq!(shown(HOUR - 1), [59, 59]);
        assert_eq!(shown(0), [0, 0]);
    }
}
