//! What is wanted for a meeting, and the plan that comes of it.

use crate::app::browser::page::{self, Small};
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::reactive::{Memo, RwSignal, memo};
use crate::app::state::clock::Clock;
use crate::app::state::prefs::Prefs;
use crate::domain::area::Kecamatan;
use crate::domain::code::Code;
use crate::domain::meeting::plan::Item;
use crate::domain::meeting::suggest::suggest;
use crate::domain::meeting::{Terms, Wish};
use crate::domain::money::Rupiah;
use crate::domain::product::Serving;
use crate::domain::time::{Date, Moment};
use crate::domain::wire::{self, record};
use std::sync::Arc;

/// Where an unfinished wish is kept until the tab is closed.
const KEPT: &str = "rapat";
/// How far ahead the first day offered lies.
const AHEAD: i32 = 3;

/// What is typed and chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// How many are to eat and drink.
    pub people: u32,
    /// Rupiah a head.
    pub budget: u64,
    /// The kinds wanted.
    pub servings: Vec<Serving>,
    /// The day of delivery; absent: some days ahead.
    pub day: Option<Date>,
    /// Minutes since midnight, WIB.
    pub minute: u32,
    /// Where it is to be brought.
    pub place: Option<Kecamatan>,
    /// Food and drink must be certified halal.
    pub halal: bool,
    /// Sellers that procurement does not know, too.
    pub anyone: bool,
    /// Sellers taken out by hand.
    pub without: Vec<Code>,
}
record!(Asked { people, budget, servings, day, minute, place, halal, anyone, without });

impl Asked {
    /// The day of delivery, as seen from today.
    pub(super) fn day(&self, today: Date) -> Date {
        self.day.unwrap_or_else(|| today.plus(AHEAD))
    }

    fn wish(&self, today: Date) -> Option<Wish> {
        let at = Moment(self.day(today).start().0 + i64::from(self.minute) * 60);
        let budget = Rupiah::new(self.budget);
        let mut wish = Wish::new(self.people, &self.servings, budget, at, self.place?)?;
        wish.halal = self.halal;
        wish.eorder = !self.anyone;
        wish.without.clone_from(&self.without);
        Some(wish)
    }
}

/// What comes of a wish.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    /// What was asked.
    pub asked: Asked,
    /// The wish, and what it is held against.
    pub terms: Terms,
    /// The suggested plan; absent where none holds.
    pub suggested: Option<Vec<Item>>,
}

/// The planner's state.
#[derive(Clone, Copy)]
pub(super) struct Planner {
    /// What is asked.
    pub asked: RwSignal<Asked>,
    /// What comes of it; absent until the goods are there, or while something is still to be filled in.
    pub outcome: Memo<Option<Arc<Outcome>>>,
    /// A plan changed by hand, with what was asked then.
    edited: RwSignal<Option<(Asked, Vec<Item>)>>,
}

impl Planner {
    /// A planner with what this tab has kept.
    pub(super) fn new() -> Self {
        let (catalogue, around, clock) = (Catalogue::expect(), Around::expect(), Clock::expect());
        let kept: Option<Asked> = page::get(Small::Tab, KEPT).and_then(|json| wire::read(&json));
        let asked = RwSignal::new(kept.unwrap_or_else(|| Asked {
            people: 20,
            budget: 30_000,
            servings: vec![Serving::Kudapan],
            // The phone's clock may still be corrected, so no day is fixed here.
            day: None,
            minute: 9 * 60,
            place: Prefs::expect().home.get_untracked(),
            halal: false,
            anyone: false,
            without: Vec::new(),
        }));
        // What is made daily may be ordered until its hour, so that the minute matters.
        let minute = memo(move || clock.second.get().0.div_euclid(60));
        let outcome = memo(move || {
            let now = Moment(minute.get() * 60);
            let manifest = catalogue.manifest.with(Load::ready)?;
            let goods = around.goods.with(Load::ready)?;
            let asked = asked.get();
            let terms = Terms::new(asked.wish(now.date())?, &manifest.market, now);
            let suggested = suggest(&terms, &goods);
            Some(Arc::new(Outcome { asked, terms, suggested }))
        });
        Self { asked, outcome, edited: RwSignal::new(None) }
    }

    /// Changes what is asked, and keeps it for this tab.
    pub(super) fn ask(self, change: impl FnOnce(&mut Asked)) {
        self.asked.update(change);
        self.asked.with_untracked(|asked| page::set(Small::Tab, KEPT, &wire::write(asked)));
    }

    /// The plan as it is now: changed by hand, or as suggested.
    pub(super) fn items(self, outcome: &Outcome) -> Option<Vec<Item>> {
        let by_hand = self.edited.with(|edited| {
            let (asked, items) = edited.as_ref()?;
            (*asked == outcome.asked).then(|| items.clone())
        });
        by_hand.or_else(|| outcome.suggested.clone())
    }

    /// Changes the plan by hand.
    pub(super) fn edit(self, outcome: &Outcome, change: impl FnOnce(&mut Vec<Item>)) {
        let mut items = self.items(outcome).unwrap_or_default();
        change(&mut items);
        self.edited.set(Some((outcome.asked.clone(), items)));
    }
}
