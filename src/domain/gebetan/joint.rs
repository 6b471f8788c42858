//! The least that every package of an order must hold, found for all of them together: goods of which little can be
//! made are not used up by one package while another is left with none, and a minimum may be met by several.
//!
//! It tries combinations of up to three goods a package, cheap ones first, and gives up after [`MOST_TRIES`]. What is
//! found always holds; that nothing exists is certain only below that bound, which orders of four packages come near
//! only where goods are very scarce.

use crate::domain::gebetan::{Good, Item, Wish};
use crate::domain::order_by::sorted;

/// How many items are tried for one set of numbers of sellers, and for all of them.
const MOST_TRIES: u32 = 20_000;
const MOST_TRIES_IN_ALL: u32 = 200_000;

/// What a wish's package might hold one of, by itself or where other packages help to meet a minimum.
pub(super) fn options(goods: &[Good], wishes: &[Wish], package: usize) -> Vec<Item> {
    let mut options = Vec::new();
    let Some(wish) = wishes.get(package) else { return options };
    for (at, good) in goods.iter().enumerate() {
        // All that the whole order could take of it.
        let most = |wish: &Wish| u64::from(good.most(wish.budget)) * u64::from(wish.count);
        let together = wishes.iter().map(most).fold(0, u64::saturating_add);
        // One is enough where that many already are the minimum: more only takes from other packages.
        let enough = if wish.count >= good.minimum { 1 } else { good.most(wish.budget) };
        for quantity in 1..=enough.min(good.most(wish.budget)) {
            let total = u64::from(wish.count) * u64::from(quantity);
            let within = good.capacity.is_none_or(|capacity| total <= u64::from(capacity));
            if within && together >= u64::from(good.minimum) {
                options.push(Item { good: at, quantity });
            }
        }
    }
    let alone = |item: &Item| {
        let total = wishes.get(package).map_or(0, |wish| u64::from(wish.count));
        goods.get(item.good).is_some_and(|good| good.takes(total * u64::from(item.quantity)))
    };
    sorted(options, |item| (!alone(item), item.price(goods)))
}

/// From how many sellers these options can come within the budget, as far as anybody asks.
pub(super) fn most_sellers(goods: &[Good], options: &[Item], wish: &Wish) -> usize {
    let mut sellers: Vec<&str> = Vec::new();
    let mut left = wish.budget.get();
    for item in sorted(options.to_vec(), |item| item.price(goods)) {
        let seller = goods.get(item.good).map_or("", |good| good.seller.as_str());
        match left.checked_sub(item.price(goods)) {
            Some(rest) if !sellers.contains(&seller) => {
                sellers.push(seller);
                left = rest;
            }
            _ => {}
        }
    }
    sellers.len().min(super::SELLERS)
}

/// Packages with as many sellers as `most` says of each, or as few less as can be, at least one where one is wanted.
pub(super) fn skeleton(goods: &[Good], wishes: &[Wish], most: &[usize]) -> Option<Vec<Vec<Item>>> {
    let mut search = Search::new(goods, wishes);
    let spare: usize = most.iter().map(|sellers| sellers.saturating_sub(1)).sum();
    for fewer in 0..=spare {
        let found = search.with_fewer(&mut most.to_vec(), 0, fewer);
        if found.is_some() || search.tries_in_all == 0 {
            return found.or_else(|| search.one_each(most));
        }
    }
    None
}

/// What has been put where.
struct Search<'a> {
    goods: &'a [Good],
    wishes: &'a [Wish],
    /// For each package, what it may hold.
    options: Vec<Vec<Item>>,
    /// The packages, those first of which most are wanted: they have the least choice.
    order: Vec<usize>,
    packages: Vec<Vec<Item>>,
    /// How much of each good is taken.
    taken: Vec<u64>,
    tries: u32,
    tries_in_all: u32,
}

impl<'a> Search<'a> {
    fn new(goods: &'a [Good], wishes: &'a [Wish]) -> Self {
        let count = |at: &usize| std::cmp::Reverse(wishes.get(*at).map_or(0, |wish| wish.count));
        Self {
            goods,
            wishes,
            options: (0..wishes.len()).map(|at| options(goods, wishes, at)).collect(),
            order: sorted((0..wishes.len()).collect(), count),
            packages: vec![Vec::new(); wishes.len()],
            taken: vec![0; goods.len()],
            tries: 0,
            tries_in_all: MOST_TRIES_IN_ALL,
        }
    }

    /// Tries every way to ask for that many sellers fewer, of the last packages first.
    fn with_fewer(
        &mut self,
        asked: &mut Vec<usize>,
        from: usize,
        fewer: usize,
    ) -> Option<Vec<Vec<Item>>> {
        if from == asked.len() {
            return if fewer == 0 { self.attempt(asked) } else { None };
        }
        let whole = asked[from];
        for less in 0..=fewer.min(whole.saturating_sub(1)) {
            asked[from] = whole - less;
            let found = self.with_fewer(asked, from + 1, fewer - less);
            if found.is_some() || self.tries_in_all == 0 {
                return found;
            }
        }
        asked[from] = whole;
        None
    }

    fn one_each(&mut self, most: &[usize]) -> Option<Vec<Vec<Item>>> {
        self.tries_in_all = MOST_TRIES;
        self.attempt(&most.iter().map(|sellers| (*sellers).min(1)).collect::<Vec<_>>())
    }

    fn attempt(&mut self, asked: &[usize]) -> Option<Vec<Vec<Item>>> {
        self.tries = MOST_TRIES.min(self.tries_in_all);
        self.tries_in_all -= self.tries;
        let found = self.place(asked, 0, 0);
        // What was not needed is there for the next attempt.
        self.tries_in_all += self.tries;
        found.then(|| self.packages.clone())
    }

    /// Puts items into the packages from the `turn`-th on, into the first of them options from `first` on.
    fn place(&mut self, asked: &[usize], turn: usize, first: usize) -> bool {
        let Some(&package) = self.order.get(turn) else {
            let met = |(good, taken): (&Good, &u64)| good.takes(*taken);
            return self.goods.iter().zip(&self.taken).all(met);
        };
        if self.packages[package].len() >= asked[package] {
            return self.place(asked, turn + 1, 0);
        }
        for next in first..self.options[package].len() {
            if self.tries == 0 {
                return false;
            }
            self.tries -= 1;
            let item = self.options[package][next];
            let total = u64::from(self.wishes[package].count) * u64::from(item.quantity);
            if !self.fits(package, item, total) {
                continue;
            }
            self.packages[package].push(item);
            self.taken[item.good] += total;
            if self.place(asked, turn, next + 1) {
                return true;
            }
            self.packages[package].pop();
            self.taken[item.good] -= total;
        }
        false
    }

    fn fits(&self, package: usize, item: Item, total: u64) -> bool {
        let good = &self.goods[item.good];
        let held = &self.packages[package];
        let spent: u64 = held.iter().map(|held| held.price(self.goods)).sum();
        spent.saturating_add(item.price(self.goods)) <= self.wishes[package].budget.get()
            && held.iter().all(|held| self.goods[held.good].seller != good.seller)
            && good.capacity.is_none_or(|most| self.taken[item.good] + total <= u64::from(most))
    }
}
