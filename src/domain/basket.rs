//! The basket: lines of chosen products, and how copies of it in several tabs become one again.
//!
//! A line remembers what the visitor saw (name, price), so that the basket can be shown without a network and a
//! changed price can be told. A removed line stays for a while with quantity zero, so that another tab's older
//! copy cannot bring it back. Nothing about the buyer is ever in it.

use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::money::Rupiah;
use crate::domain::order_by::sorted;
use crate::domain::product::Picture;
use crate::domain::variant::Chosen;
use crate::domain::wire::record;

/// The most of one thing in a basket: beyond it people talk to the seller first.
pub const MOST: u32 = 9_999;
/// How long a removed line is remembered: thirty days, longer than any tab stays open with an old copy.
const FORGET_AFTER: u64 = 30 * 86_400_000;

/// What the visitor saw when the line was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The product's name.
    pub name: String,
    /// Who sells it.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// The normal price of one, variants included.
    pub price: Rupiah,
    /// pcs, porsi …
    pub unit: String,
    /// The card's picture.
    pub picture: Option<Picture>,
}

/// One product in one choice of variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The product.
    pub code: Code,
    /// The variants chosen.
    pub choice: Vec<Chosen>,
    /// How many; zero is a line taken out.
    pub quantity: u32,
    /// What the visitor saw.
    pub seen: Seen,
    /// When it was first put in, in milliseconds since 1970: the order of the basket.
    pub added: u64,
    /// When it last changed, in milliseconds since 1970.
    pub changed: u64,
    /// Ticked as sent to the seller.
    pub ordered: bool,
}

/// What tells lines apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineKey {
    /// The product.
    pub code: Code,
    /// The variants chosen.
    pub choice: Vec<Chosen>,
}

impl Line {
    /// What tells it apart.
    pub fn key(&self) -> LineKey {
        LineKey { code: self.code.clone(), choice: self.choice.clone() }
    }

    /// Price of one times quantity; a sum that overflows shows as the most that can be.
    pub fn total(&self) -> Rupiah {
        self.seen.price.times(self.quantity).unwrap_or(Rupiah::new(u64::MAX / 2))
    }

    fn is(&self, key: &LineKey) -> bool {
        self.code == key.code && self.choice == key.choice
    }
}

/// All lines, those taken out included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basket {
    lines: Vec<Line>,
}

/// The lines of one seller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SellerLines {
    /// The seller.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// At least one, in the order they were added.
    pub lines: Vec<Line>,
}

impl SellerLines {
    /// The sum, or `None` above a trillion rupiah.
    pub fn total(&self) -> Option<Rupiah> {
        self.lines
            .iter()
            .try_fold(Rupiah::ZERO, |sum, line| sum.plus(line.seen.price.times(line.quantity)?))
    }
}

impl Basket {
    /// A basket of stored lines.
    pub fn from_lines(lines: impl IntoIterator<Item = Line>) -> Self {
        let mut basket = Self::default();
        for line in lines {
            basket.take_newer(line);
        }
        basket.sort();
        basket
    }

    /// Every line, those taken out included: what is stored.
    pub fn stored(&self) -> &[Line] {
        &self.lines
    }

    /// The lines that are in it.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.quantity > 0)
    }

    /// One line, if it is in it.
    pub fn line(&self, key: &LineKey) -> Option<&Line> {
        self.lines().find(|line| line.is(key))
    }

    /// How many things wait to be ordered: the number on the basket.
    pub fn waiting(&self) -> u32 {
        self.lines()
            .filter(|line| !line.ordered)
            .fold(0, |sum, line| sum.saturating_add(line.quantity))
    }

    /// Puts more of something in. A line that was already sent starts anew.
    pub fn add(&mut self, key: LineKey, quantity: u32, seen: Seen, now: u64) {
        let now = self.after(&key, now);
        let added = self.behind_all(now);
        match self.lines.iter_mut().find(|line| line.is(&key)) {
            Some(line) => {
                let before = if line.ordered { 0 } else { line.quantity };
                if before == 0 {
                    line.added = added;
                }
                line.quantity = before.saturating_add(quantity).min(MOST);
                (line.seen, line.changed, line.ordered) = (seen, now, false);
            }
            None => {
                let LineKey { code, choice } = key;
                self.lines.push(Line {
                    code,
                    choice,
                    quantity: quantity.min(MOST),
                    seen,
                    added,
                    changed: now,
                    ordered: false,
                });
            }
        }
        self.sort();
    }

    /// Sets how many; zero takes the line out.
    pub fn set_quantity(&mut self, key: &LineKey, quantity: u32, now: u64) {
        self.change(key, now, |line| line.quantity = quantity.min(MOST));
    }

    /// Ticks a line as sent, or takes the tick away.
    pub fn set_ordered(&mut self, key: &LineKey, ordered: bool, now: u64) {
        self.change(key, now, |line| line.ordered = ordered);
    }

    /// Takes on the price that holds today.
    pub fn reprice(&mut self, key: &LineKey, price: Rupiah, now: u64) {
        self.change(key, now, |line| line.seen.price = price);
    }

    /// Takes every ticked line out.
    pub fn clear_ordered(&mut self, now: u64) {
        let sent: Vec<LineKey> = self.lines().filter(|line| line.ordered).map(Line::key).gather();
        for key in sent {
            self.set_quantity(&key, 0, now);
        }
    }

    fn change(&mut self, key: &LineKey, now: u64, change: impl FnOnce(&mut Line)) {
        let now = self.after(key, now);
        if let Some(line) = self.lines.iter_mut().find(|line| line.is(key)) {
            change(line);
            line.changed = now;
        }
    }

    /// A moment after the line's last change, whatever the phone's clock did in between.
    fn after(&self, key: &LineKey, now: u64) -> u64 {
        self.lines.iter().find(|line| line.is(key)).map_or(now, |line| now.max(line.changed + 1))
    }

    /// A moment after every line was added, so that the order is that of adding even where the phone's clock goes back:
    /// it is corrected by the server's, which tells whole seconds.
    fn behind_all(&self, now: u64) -> u64 {
        self.lines.iter().map(|line| line.added + 1).fold(now, u64::max)
    }

    /// Takes over what another copy knows better. Says whether anything changed.
    pub fn merge(&mut self, other: &Self) -> bool {
        let before = self.clone();
        for line in &other.lines {
            self.take_newer(line.clone());
        }
        self.sort();
        *self != before
    }

    /// Per line the newest change wins; a tie is settled the same way on every side.
    fn take_newer(&mut self, line: Line) {
        match self
            .lines
            .iter_mut()
            .find(|known| known.code == line.code && known.choice == line.choice)
        {
            None => self.lines.push(line),
            Some(known) => {
                let rank = |line: &Line| {
                    (line.changed, line.quantity, line.ordered, line.seen.price, line.added)
                };
                if rank(&line) > rank(known) {
                    *known = line;
                }
            }
        }
    }

    /// Forgets lines that were taken out long ago.
    pub fn forget_removed(&mut self, now: u64) {
        self.lines
            .retain(|line| line.quantity > 0 || now.saturating_sub(line.changed) < FORGET_AFTER);
    }

    fn sort(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        self.lines = sorted(lines, |line| (line.added, line.code.clone(), line.choice.clone()));
    }

    /// The lines by seller, in the order in which each seller's first line was added.
    pub fn by_seller(&self) -> Vec<SellerLines> {
        let mut groups: Vec<SellerLines> = Vec::new();
        for line in self.lines() {
            match groups.iter_mut().find(|group| group.seller == line.seen.seller) {
                Some(group) => group.lines.push(line.clone()),
                None => groups.push(SellerLines {
                    seller: line.seen.seller.clone(),
                    shop: line.seen.shop.clone(),
                    lines: vec![line.clone()],
                }),
            }
        }
        groups
    }
}

record!(Seen { name, seller, shop, price, unit, picture });
record!(Line { code, choice, quantity, seen, added, changed, ordered });

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn seen(seller: &str, price: u64) -> Seen {
        Seen {
            name: "Keripik Tempe".into(),
            seller: Code::parse(seller).expect("a code"),
            shop: "Dapur Bu Ratih".into(),
            price: Rupiah::new(price),
            unit: "bungkus".into(),
            picture: None,
        }
    }

    pub(crate) fn key(code: &str, size: &str) -> LineKey {
        let choice = if size.is_empty() {
            Vec::new()
        } else {
            vec![Chosen { group: "Ukuran".into(), option: size.into() }]
        };
        LineKey { code: Code::parse(code).expect("a code"), choice }
    }

    #[test]
    fn lines_stand_as_they_were_added_even_where_the_clock_went_back() {
        let mut basket = Basket::default();
        basket.add(key("kaos", "L"), 1, seen("toko-a", 80_000), 5_000);
        basket.add(key("kopi", ""), 1, seen("toko-a", 15_000), 4_200);
        basket.add(key("batik", ""), 1, seen("toko-a", 90_000), 4_900);
        let codes: Vec<&str> = basket.lines().map(|line| line.code.as_str()).gather();
        assert_eq!(codes, ["kaos", "kopi", "batik"]);
    }

    #[test]
    fn the_same_choice_adds_up_and_another_is_its_own_line() {
        let mut basket = Basket::default();
        basket.add(key("kaos", "L"), 1, seen("toko-a", 80_000), 1);
        basket.add(key("kaos", "L"), 2, seen("toko-a", 80_000), 2);
        basket.add(key("kaos", "XL"), 1, seen("toko-a", 95_000), 3);
        assert_eq!(basket.lines().map(|line| line.quantity).gather(), [3, 1]);
        assert_eq!(basket.waiting(), 4);
        assert_eq!(basket.by_seller()[0].total(), Some(Rupiah::new(335_000)));
    }

    #[test]
    fn a_line_taken_out_does_not_come_back_from_an_older_copy() {
        let mut here = Basket::default();
        here.add(key("kaos", ""), 1, seen("toko-a", 80_000), 1);
        let there = here.clone();
        here.set_quantity(&key("kaos", ""), 0, 2);
        assert!(!here.merge(&there));
        assert_eq!(here.lines().count(), 0);
    }

    #[test]
    fn copies_become_equal_in_whatever_order_they_meet() {
        let mut a = Basket::default();
        a.add(key("kaos", ""), 1, seen("toko-a", 80_000), 1);
        let mut b = a.clone();
        a.add(key("batik", ""), 2, seen("toko-b", 200_000), 5);
        b.set_quantity(&key("kaos", ""), 4, 6);
        b.add(key("kopi", ""), 1, seen("toko-c", 15_000), 7);
        let (mut ab, mut ba) = (a.clone(), b.clone());
        ab.merge(&b);
        ba.merge(&a);
        assert_eq!(ab, ba);
        assert_eq!(
            ab.lines().map(|line| (line.code.as_str(), line.quantity)).gather(),
            [("kaos", 4), ("batik", 2), ("kopi", 1)]
        );
    }

    #[test]
    fn a_clock_set_back_does_not_lose_a_change() {
        let mut basket = Basket::default();
        basket.add(key("kaos", ""), 1, seen("toko-a", 80_000), 1_000);
        let old = basket.clone();
        basket.set_quantity(&key("kaos", ""), 5, 10);
        basket.merge(&old);
        assert_eq!(basket.lines().map(|line| line.quantity).gather(), [5]);
    }

    #[test]
    fn what_was_sent_is_not_waiting_and_can_be_cleared() {
        let mut basket = Basket::default();
        basket.add(key("kaos", ""), 1, seen("toko-a", 80_000), 1);
        basket.add(key("kopi", ""), 2, seen("toko-a", 15_000), 2);
        basket.set_ordered(&key("kaos", ""), true, 3);
        assert_eq!(basket.waiting(), 2);
        basket.clear_ordered(4);
        assert_eq!(basket.lines().map(|line| line.code.as_str()).gather(), ["kopi"]);
    }

    #[test]
    fn removed_lines_are_forgotten_after_a_month() {
        let mut basket = Basket::default();
        basket.add(key("kaos", ""), 1, seen("toko-a", 80_000), 1);
        basket.set_quantity(&key("kaos", ""), 0, 2);
        basket.forget_removed(FORGET_AFTER);
        assert_eq!(basket.stored().len(), 1);
        basket.forget_removed(FORGET_AFTER + 2);
        assert_eq!(basket.stored().len(), 0);
    }
}
