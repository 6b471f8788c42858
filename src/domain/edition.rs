//! Editions of Jumat Beli Lokal: their windows and the state they are in at a moment.
//!
//! The schedule is data, never computed: every city has had another rhythm so far.

use crate::domain::area::City;
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::link::SafeLink;
use crate::domain::order_by::sorted;
use crate::domain::time::Moment;
use crate::domain::wire::record;

/// A span of time; the end is the first moment outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First moment inside.
    pub from: Moment,
    /// First moment after it.
    pub to: Moment,
}

impl Window {
    /// Whether the moment lies inside.
    pub fn holds(self, now: Moment) -> bool {
        self.from <= now && now < self.to
    }

    /// Its last second: how an inclusive end is shown ("sampai Minggu 29 Nov, 23.59 WIB").
    pub fn last(self) -> Moment {
        Moment(self.to.0 - 1)
    }

    /// Its days as people say them: "24–29 Nov 2026".
    pub fn days(self) -> String {
        let (from, to) = (self.from.date(), self.last().date());
        let ((from_year, from_month, from_day), (to_year, to_month, _)) =
            (from.parts(), to.parts());
        if from == to {
            to.short()
        } else if (from_year, from_month) == (to_year, to_month) {
            format!("{from_day}–{}", to.short())
        } else if from_year == to_year {
            format!("{}–{}", from.day_month(), to.short())
        } else {
            format!("{}–{}", from.short(), to.short())
        }
    }
}

/// One edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Its lasting name.
    pub code: Code,
    /// "Jumat Beli Lokal Jakarta Selatan".
    pub title: String,
    /// The city whose turn it is; absent: all of Jakarta.
    pub city: Option<City>,
    /// When its prices hold.
    pub window: Window,
    /// When orders are taken before it begins.
    pub preorder: Option<Window>,
    /// When the live show runs.
    pub live: Option<Window>,
    /// Where the live show is seen.
    pub live_link: Option<SafeLink>,
    /// The shop in which it is sold.
    pub shop_link: Option<SafeLink>,
    /// The channel through which its prices hold.
    pub channel: Channel,
    /// Where it can be visited.
    pub place: String,
    /// Anything else worth saying.
    pub note: String,
    /// How many products take part.
    pub products: u32,
}

/// What an edition is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditionState {
    /// The live show is on.
    Live,
    /// Its prices hold.
    Berlangsung,
    /// Orders are taken ahead.
    PraPesan,
    /// Still to come.
    AkanDatang,
    /// Over; it stays readable.
    Selesai,
}

impl Edition {
    /// Its state at a moment.
    pub fn state(&self, now: Moment) -> EditionState {
        let inside = |window: Option<Window>| window.is_some_and(|window| window.holds(now));
        if now >= self.window.to {
            EditionState::Selesai
        } else if inside(self.live) {
            EditionState::Live
        } else if self.window.holds(now) {
            EditionState::Berlangsung
        } else if inside(self.preorder) {
            EditionState::PraPesan
        } else {
            EditionState::AkanDatang
        }
    }

    /// The next moment at which its state changes, so that a page can turn over to the second.
    pub fn next_change(&self, now: Moment) -> Option<Moment> {
        [Some(self.window), self.preorder, self.live]
            .into_iter()
            .flatten()
            .flat_map(|window| [window.from, window.to])
            .filter(|moment| *moment > now)
            .min()
    }
}

/// The editions in the order in which a visitor wants them: what is on, what comes next, what was last.
pub fn by_interest(editions: &[Edition], now: Moment, home: Option<City>) -> Vec<&Edition> {
    sorted(editions.iter().gather(), |edition| {
        let state = edition.state(now);
        let elsewhere = home.is_some() && edition.city.is_some() && edition.city != home;
        let distance = if state == EditionState::Selesai {
            now.0 - edition.window.to.0
        } else {
            edition.window.from.0
        };
        let group = match state {
            EditionState::Live | EditionState::Berlangsung => 0,
            EditionState::PraPesan | EditionState::AkanDatang => 1,
            EditionState::Selesai => 2,
        };
        // Where two are on at once, one's own city comes first; what is still to come stays in its own order.
        (group, group == 0 && elsewhere, state, distance, edition.code.clone())
    })
}

record!(Window { from, to });
record!(Edition {
    code,
    title,
    city,
    window,
    preorder,
    live,
    live_link,
    shop_link,
    channel,
    place,
    note,
    products,
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Date;

    fn edition() -> Edition {
        let day = |text: &str| Date::parse(text).expect(text);
        Edition {
            code: Code::parse("jbl-contoh").expect("a code"),
            title: "JBL".into(),
            city: None,
            window: Window { from: day("2026-11-25").start(), to: day("2026-11-30").start() },
            preorder: Some(Window {
                from: day("2026-11-20").start(),
                to: day("2026-11-24").at(20, 0),
            }),
            live: Some(Window {
                from: day("2026-11-27").at(10, 0),
                to: day("2026-11-27").at(11, 0),
            }),
            live_link: None,
            shop_link: None,
            channel: Channel::Tokopedia,
            place: String::new(),
            note: String::new(),
            products: 0,
        }
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        for (from, to, said) in [
            ("2026-11-24", "2026-11-30", "24–29 Nov 2026"),
            ("2026-10-27", "2026-11-03", "27 Okt–2 Nov 2026"),
            ("2026-11-27", "2026-11-28", "27 Nov 2026"),
            ("2026-12-30", "2027-01-03", "30 Des 2026–2 Jan 2027"),
        ] {
            let day = |text: &str| Date::parse(text).expect(text).start();
            assert_eq!(Window { from: day(from), to: day(to) }.days(), said);
        }
    }

    #[test]
    fn the_state_turns_to_the_second() {
        let day = |text: &str| Date::parse(text).expect(text);
        let edition = edition();
        for (moment, state) in [
            (day("2026-11-19").at(23, 59), EditionState::AkanDatang),
            (day("2026-11-20").start(), EditionState::PraPesan),
            (day("2026-11-24").at(20, 0), EditionState::AkanDatang),
            (day("2026-11-25").start(), EditionState::Berlangsung),
            (Moment(day("2026-11-27").at(10, 0).0 - 1), EditionState::Berlangsung),
            (day("2026-11-27").at(10, 0), EditionState::Live),
            (day("2026-11-27").at(11, 0), EditionState::Berlangsung),
            (Moment(day("2026-11-30").start().0 - 1), EditionState::Berlangsung),
            (day("2026-11-30").start(), EditionState::Selesai),
        ] {
            assert_eq!(edition.state(moment), state, "{}", moment.long());
        }
        assert_eq!(edition.window.last().long(), "Minggu 29 Nov, 23.59 WIB");
    }

    #[test]
    fn what_is_on_in_ones_own_city_stands_first_and_what_was_stands_last() {
        let day = |text: &str| Date::parse(text).expect(text);
        let between = |code: &str, city: &str, from: &str, to: &str| Edition {
            code: Code::parse(code).expect("a code"),
            city: City::find(city).ok(),
            window: Window { from: day(from).start(), to: day(to).start() },
            preorder: None,
            live: None,
            ..edition()
        };
        let editions = [
            between("lama", "Jakarta Barat", "2026-09-01", "2026-09-03"),
            between("baru-usai", "Jakarta Timur", "2026-11-01", "2026-11-03"),
            between("nanti", "Jakarta Selatan", "2026-12-11", "2026-12-13"),
            between("segera", "Jakarta Utara", "2026-12-04", "2026-12-06"),
            between("di-pusat", "Jakarta Pusat", "2026-11-25", "2026-11-29"),
            between("di-selatan", "Jakarta Selatan", "2026-11-26", "2026-11-29"),
        ];
        let now = day("2026-11-27").at(9, 0);
        let codes = |home: Option<City>| -> Vec<&str> {
            by_interest(&editions, now, home).iter().map(|one| one.code.as_str()).collect()
        };
        let rest = ["segera", "nanti", "baru-usai", "lama"];
        assert_eq!(codes(None), [["di-pusat", "di-selatan"].as_slice(), &rest].concat());
        let home = City::find("Jakarta Selatan").ok();
        assert_eq!(codes(home), [["di-selatan", "di-pusat"].as_slice(), &rest].concat());
    }

    #[test]
    fn walking_along_the_changes_visits_every_state() {
        let edition = edition();
        let mut now = Moment(0);
        let mut states = vec![edition.state(now)];
        while let Some(next) = edition.next_change(now) {
            now = next;
            states.push(edition.state(now));
        }
        use EditionState::{AkanDatang, Berlangsung, Live, PraPesan, Selesai};
        assert_eq!(
            states,
            [AkanDatang, PraPesan, AkanDatang, Berlangsung, Live, Berlangsung, Selesai]
        );
    }
}
