//! "Rekap koperasi": one order out of many messages. Which of them count and why others do not, what each office wants,
//! and what each seller is to deliver, against what can be made.
//!
//! Messages, links and files come as texts; what stands in them beside the links is never read or kept.

mod chat;

use crate::domain::code::Code;
use crate::domain::fold::squash;
use crate::domain::gebetan::candidates::capacity;
use crate::domain::gebetan::recap::chat::links;
use crate::domain::money::Rupiah;
use crate::domain::provision::Provision;
use crate::domain::round::Round;
use crate::domain::shared_list::{Order, Parcel, Shared, SharedError};
use crate::domain::sorted::Sorted;
use crate::domain::time::Moment;
use crate::domain::variant::Chosen;

/// What a link is to the recap. Places are those in [`Recap::received`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is counted.
    Counts,
    /// The office has sent the same at that place, which stands for both.
    Same(usize),
    /// The office has sent another order later, at that place.
    Replaced(usize),
    /// Sent after the round was closed, and not let in.
    Late,
    /// An order for another round.
    OtherRound,
    /// A list, but no order.
    NoOrder,
    /// It cannot be read.
    Broken(SharedError),
}

/// One link that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The place of the text in which it was found.
    pub source: usize,
    /// When its message was sent, where that is told.
    pub at: Option<Moment>,
    /// Sent after the round was closed, whether let in or not.
    pub late: bool,
    /// What it holds, where it is an order.
    pub order: Option<Order>,
    /// What becomes of it.
    pub state: State,
}

/// What one office wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeTotal {
    /// As it calls itself.
    pub office: String,
    /// Each package's name and how many.
    pub counts: Vec<(String, u32)>,
    /// What the goods cost, at the prices of the order; absent above a trillion.
    pub goods: Option<Rupiah>,
    /// What the packages may cost; absent above a trillion.
    pub budget: Option<Rupiah>,
}

/// What one seller is to deliver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SellerOrder {
    /// The seller; absent for products that the data do not know.
    pub seller: Option<Code>,
    /// The seller's name.
    pub shop: String,
    /// By code.
    pub products: Vec<ProductOrder>,
    /// Pieces in all.
    pub quantity: u64,
    /// What they cost, at the prices of the orders; absent above a trillion.
    pub rupiah: Option<Rupiah>,
}

/// How much is wanted of one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductOrder {
    /// The product.
    pub code: Code,
    /// As the seller calls it; the code where the data do not know it.
    pub name: String,
    /// pcs, bungkus …
    pub unit: String,
    /// How many of each choice of variants.
    pub choices: Vec<(Vec<Chosen>, u64)>,
    /// Pieces in all.
    pub quantity: u64,
    /// What they cost, at the prices of the orders; absent above a trillion.
    pub rupiah: Option<Rupiah>,
    /// The least that is sold.
    pub minimum: u32,
    /// The most that can be made until the packages are brought, where that is told.
    pub capacity: Option<u32>,
}

impl ProductOrder {
    /// How many are wanted more than can be made.
    pub fn over(&self) -> Option<u64> {
        let over = self.quantity.checked_sub(u64::from(self.capacity?))?;
        (over > 0).then_some(over)
    }

    /// How many are missing to what is sold at least.
    pub fn under(&self) -> Option<u64> {
        let missing = u64::from(self.minimum).checked_sub(self.quantity)?;
        (missing > 0).then_some(missing)
    }
}

/// What came out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recap {
    /// Every link, as they stand in the texts.
    pub received: Vec<Received>,
    /// The offices whose orders count, as they stand in the texts.
    pub offices: Vec<OfficeTotal>,
    /// By code, unknown products last.
    pub sellers: Vec<SellerOrder>,
}

/// Sums up the orders in texts. `marker` is what their links have in common, from the path to `#`; late orders count
/// only where the clerk lets them in.
pub fn recap(
    round: &Round,
    products: &[Provision],
    texts: &[String],
    marker: &str,
    let_late_in: bool,
) -> Recap {
    let mut received = Vec::new();
    for (source, text) in texts.iter().enumerate() {
        for sent in links(text, marker) {
            received.push(receive(round, source, sent.text, sent.at, let_late_in));
        }
    }
    settle(&mut received);
    let counted: Vec<&Order> = received
        .iter()
        .filter(|received| received.state == State::Counts)
        .filter_map(|received| received.order.as_ref())
        .collect();
    let offices = counted.iter().map(|order| office(order)).collect();
    let sellers = sellers(round, products, &counted);
    Recap { received, offices, sellers }
}

fn receive(
    round: &Round,
    source: usize,
    text: &str,
    at: Option<Moment>,
    let_late_in: bool,
) -> Received {
    let late = at.is_some_and(|at| at >= round.closes);
    let (order, state) = match Shared::decode(text) {
        Err(error) => (None, State::Broken(error)),
        Ok(Shared::List(_)) => (None, State::NoOrder),
        Ok(Shared::Order(order)) => {
            let state = match (order.round == round.code, late && !let_late_in) {
                (false, _) => State::OtherRound,
                (true, true) => State::Late,
                (true, false) => State::Counts,
            };
            (Some(order), state)
        }
    };
    Received { source, at, late, order, state }
}

/// Lets one order of each office count: the later one by the time of the messages, or by their place where a time is
/// missing. Offices are one where their names have the same letters and digits; an order without a name is only its own
/// copy's.
fn settle(received: &mut [Received]) {
    let name = |received: &Received| received.order.as_ref().map(|order| squash(&order.office));
    let names: Vec<String> = received.iter().map(|r| name(r).unwrap_or_default()).collect();
    let mut counting: Vec<usize> = Vec::new();
    for at in 0..received.len() {
        if received[at].state != State::Counts {
            continue;
        }
        let same_office = |place: &usize| {
            let same = || contents(&received[*place]) == contents(&received[at]);
            names[*place] == names[at] && (!names[at].is_empty() || same())
        };
        let Some(slot) = counting.iter().position(same_office) else {
            counting.push(at);
            continue;
        };
        let before = counting[slot];
        if contents(&received[before]) == contents(&received[at]) {
            received[at].state = State::Same(before);
        } else if received[at].at.zip(received[before].at).is_some_and(|(new, old)| new < old) {
            received[at].state = State::Replaced(before);
        } else {
            received[before].state = State::Replaced(at);
            counting[slot] = at;
        }
    }
}

fn contents(received: &Received) -> Option<&Vec<Parcel>> {
    received.order.as_ref().map(|order| &order.packages)
}

fn office(order: &Order) -> OfficeTotal {
    let sum = |one: &dyn Fn(&Parcel) -> Option<Rupiah>| {
        let add = |sum: Rupiah, parcel| sum.plus(cost(one(parcel)?, u64::from(parcel.count))?);
        order.packages.iter().try_fold(Rupiah::ZERO, add)
    };
    OfficeTotal {
        office: order.office.clone(),
        counts: order.packages.iter().map(|parcel| (parcel.name.clone(), parcel.count)).collect(),
        goods: sum(&|parcel| {
            parcel.items.iter().try_fold(Rupiah::ZERO, |sum, item| {
                sum.plus(cost(item.price, u64::from(item.pick.quantity))?)
            })
        }),
        budget: sum(&|parcel| Some(parcel.budget)),
    }
}

fn cost(price: Rupiah, pieces: u64) -> Option<Rupiah> {
    Rupiah::ZERO.plus(Rupiah::new(price.get().checked_mul(pieces)?))
}

/// Pieces of one product in one choice, with what they cost.
type Pieces = (u64, Option<Rupiah>);

fn sellers(round: &Round, products: &[Provision], orders: &[&Order]) -> Vec<SellerOrder> {
    let mut wanted: Sorted<Code, Sorted<Vec<Chosen>, Pieces>> = Sorted::default();
    for parcel in orders.iter().flat_map(|order| &order.packages) {
        for item in &parcel.items {
            let pieces = u64::from(parcel.count) * u64::from(item.pick.quantity);
            let choices = wanted.get_or_insert(item.pick.code.clone(), Sorted::default);
            let (sum, rupiah) =
                choices.get_or_insert(item.pick.choice.clone(), || (0, Some(Rupiah::ZERO)));
            *sum = sum.saturating_add(pieces);
            *rupiah = rupiah.and_then(|sum| sum.plus(cost(item.price, pieces)?));
        }
    }
    let mut sellers: Sorted<(bool, String), SellerOrder> = Sorted::default();
    for (code, choices) in wanted.into_vec() {
        let known = products.iter().find(|product| product.card.code == code);
        let product = product(round, code, known, choices.into_vec());
        let seller = known.map(|known| known.card.seller.clone());
        let key = (seller.is_none(), seller.as_ref().map(Code::to_string).unwrap_or_default());
        let order = sellers.get_or_insert(key, || SellerOrder {
            seller,
            shop: known.map(|known| known.card.shop.clone()).unwrap_or_default(),
            products: Vec::new(),
            quantity: 0,
            rupiah: Some(Rupiah::ZERO),
        });
        order.quantity = order.quantity.saturating_add(product.quantity);
        order.rupiah = order.rupiah.and_then(|sum| sum.plus(product.rupiah?));
        order.products.push(product);
    }
    sellers.into_vec().into_iter().map(|(_, order)| order).collect()
}

fn product(
    round: &Round,
    code: Code,
    known: Option<&Provision>,
    choices: Vec<(Vec<Chosen>, Pieces)>,
) -> ProductOrder {
    let quantity = choices.iter().fold(0_u64, |sum, (_, (pieces, _))| sum.saturating_add(*pieces));
    let add = |sum: Rupiah, choice: &(Vec<Chosen>, Pieces)| sum.plus(choice.1.1?);
    ProductOrder {
        name: known.map_or_else(|| code.to_string(), |known| known.card.name.clone()),
        unit: known.map(|known| known.card.unit.clone()).unwrap_or_default(),
        minimum: known.map_or(1, |known| known.card.minimum.max(1)),
        capacity: known.and_then(|known| capacity(round, known)),
        rupiah: choices.iter().try_fold(Rupiah::ZERO, add),
        choices: choices.into_iter().map(|(choice, (pieces, _))| (choice, pieces)).collect(),
        quantity,
        code,
    }
}

#[cfg(test)]
mod tests;
