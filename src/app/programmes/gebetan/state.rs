//! What an office has asked for, and the packages that come of it.

use crate::app::browser::page::{self, Small};
use crate::app::data::around::Around;
use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::programmes::gebetan::people::People;
use crate::app::reactive::{Memo, RwSignal, memo};
use crate::app::state::clock::Clock;
use crate::domain::code::Code;
use crate::domain::gebetan::candidates::{Candidates, Turns, candidates};
use crate::domain::gebetan::plan::{Unmet, plan};
use crate::domain::gebetan::{Plan, Wish, is_open};
use crate::domain::round::Round;
use crate::domain::time::{Date, Moment};
use crate::domain::wire::{self, record};
use std::sync::Arc;

/// Where an unfinished order is kept until the tab is closed.
const KEPT: &str = "gebetan";

/// What is typed and chosen; nothing about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// The round chosen; absent: the one that is open.
    pub round: Option<Code>,
    /// The sudin or UPT.
    pub office: String,
    /// How many of each package, in the market's order.
    pub counts: Vec<u32>,
    /// Sellers taken in by hand although their turn was in another round.
    pub by_hand: Vec<Code>,
}
record!(Asked { round, office, counts, by_hand });

impl Asked {
    fn set_count(&mut self, package: usize, number: u32) {
        if self.counts.len() <= package {
            self.counts.resize(package + 1, 0);
        }
        if let Some(count) = self.counts.get_mut(package) {
            *count = number;
        }
    }
}

/// The packages that come of what is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    /// What was asked.
    pub asked: Asked,
    /// The round it is for.
    pub round: Round,
    /// The packages wanted.
    pub wishes: Vec<Wish>,
    /// What they can be made of.
    pub candidates: Candidates,
    /// What they hold, or why they cannot be filled.
    pub plan: Result<Plan, Unmet>,
}

/// The planner's state.
#[derive(Clone, Copy)]
pub(super) struct Planner {
    /// What is asked.
    pub asked: RwSignal<Asked>,
    /// What comes of it; absent until the goods are there, or where there is no round.
    pub outcome: Memo<Option<Arc<Outcome>>>,
    /// Who gets the packages, where somebody has said so.
    pub people: People,
    /// A plan in which somebody has exchanged an item, with what was asked then.
    exchanged: RwSignal<Option<(Asked, Plan)>>,
}

impl Planner {
    /// A planner with what this tab has kept.
    pub(super) fn new() -> Self {
        let (catalogue, around, clock) = (Catalogue::expect(), Around::expect(), Clock::expect());
        let kept = page::get(Small::Tab, KEPT).and_then(|json| wire::read(&json));
        let mut kept: Asked = kept.unwrap_or_default();
        let people = People::new();
        people.lists.with_untracked(|lists| {
            for (at, list) in lists.iter().enumerate().filter(|(_, list)| !list.is_empty()) {
                kept.set_count(at, u32::try_from(list.len()).unwrap_or(u32::MAX));
            }
        });
        let asked: RwSignal<Asked> = RwSignal::new(kept);
        // Planned anew when the round closes, and not every second.
        let open = memo(move || {
            let now = clock.second.get();
            let around = around.programmes.with(Load::ready)?;
            let rounds = around.rounds.iter();
            Some((rounds.map(|round| is_open(round, now)).collect::<Vec<bool>>(), now.date()))
        });
        let outcome = memo(move || {
            open.track();
            let now = clock.second.get_untracked();
            let market = catalogue.manifest.with(Load::ready)?;
            let around_us = around.programmes.with(Load::ready)?;
            let goods = around.goods.with(Load::ready)?;
            let asked = asked.get();
            let round = chosen(&around_us.rounds, asked.round.as_ref(), now)?.clone();
            let packages = market.market.gebetan.packages.iter().enumerate();
            let wishes: Vec<Wish> = packages
                .map(|(at, (name, budget))| Wish {
                    name: name.clone(),
                    budget: *budget,
                    count: asked.counts.get(at).copied().unwrap_or_default(),
                })
                .collect();
            let told: Vec<(Code, Date)> =
                around_us.turns.iter().map(|turn| (turn.seller.clone(), turn.on)).collect();
            let turns = Turns { told: &told, rounds: &around_us.rounds, by_hand: &asked.by_hand };
            let candidates = candidates(&round, &goods, &turns);
            let plan = plan(&round, &candidates, &wishes, &asked.office, now);
            Some(Arc::new(Outcome { asked, round, wishes, candidates, plan }))
        });
        Self { asked, outcome, people, exchanged: RwSignal::new(None) }
    }

    /// Changes what is asked, and keeps it for this tab.
    pub(super) fn ask(self, change: impl FnOnce(&mut Asked)) {
        self.asked.update(change);
        self.asked.with_untracked(|asked| page::set(Small::Tab, KEPT, &wire::write(asked)));
    }

    /// So many of a package are wanted.
    pub(super) fn count(self, package: usize, number: u32) {
        self.ask(|asked| asked.set_count(package, number));
    }

    /// The packages as they are now, with what was exchanged by hand.
    pub(super) fn plan(self, outcome: &Outcome) -> Result<Plan, Unmet> {
        let by_hand = self.exchanged.with(|exchanged| {
            let (asked, plan) = exchanged.as_ref()?;
            (*asked == outcome.asked).then(|| plan.clone())
        });
        by_hand.map_or_else(|| outcome.plan.clone(), Ok)
    }

    /// Puts a plan in the place of the one that was filled.
    pub(super) fn exchange(self, asked: Asked, plan: Plan) {
        self.exchanged.set(Some((asked, plan)));
    }
}

/// The round that is asked for, else the first that takes orders, else the last one.
pub(super) fn chosen<'a>(
    rounds: &'a [Round],
    asked: Option<&Code>,
    now: Moment,
) -> Option<&'a Round> {
    let by_code = rounds.iter().find(|round| Some(&round.code) == asked);
    by_code.or_else(|| rounds.iter().find(|round| is_open(round, now))).or(rounds.last())
}
