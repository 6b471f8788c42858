//! Lists that stand in an address, behind `/daftar#`: a plain list of goods, or an office's order of Gebetan packages.
//!
//! The text needs no escaping anywhere: letters, digits and `-`. It begins with its version, its kind and a checksum,
//! so that a link that was cut off or changed is noticed and one of a later version is told from a damaged one. Behind
//! them stand fields, each a capital letter and its value (`fields.rs`). No person is ever named in it, and nothing
//! is known here of what the codes mean.

mod fields;

use crate::domain::code::Code;
use crate::domain::money::Rupiah;
use crate::domain::shared_list::fields::{Field, Fields, digits, escape};
use crate::domain::variant::Chosen;

/// The version that is written; each one that ever was is read.
const VERSION: char = '1';
const LIST: char = 'l';
const ORDER: char = 'g';
/// Characters of the checksum: 36^7 is more than 2^32.
const SUM: usize = 7;
/// The longest text, in characters. A list of two hundred goods is shorter; some programs cut longer addresses.
pub const LONGEST: usize = 8_000;

/// A product in one choice of variants, and how many of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pick {
    /// The product.
    pub code: Code,
    /// The variants chosen.
    pub choice: Vec<Chosen>,
    /// How many.
    pub quantity: u32,
}

/// A list of goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Which data it was made from: a day or a version, as the market names it; empty: not told.
    pub data: String,
    /// The goods.
    pub picks: Vec<Pick>,
}

/// An office's order of Gebetan packages. Only the office is named in it, nobody who works there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The round.
    pub round: Code,
    /// The office, sudin or UPT.
    pub office: String,
    /// Which data it was made from: a day or a version, as the market names it; empty: not told.
    pub data: String,
    /// Its packages.
    pub packages: Vec<Parcel>,
}

/// A kind of package, and how many of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// "Kepala seksi".
    pub name: String,
    /// What one may cost.
    pub budget: Rupiah,
    /// How many are ordered.
    pub count: u32,
    /// What each holds.
    pub items: Vec<Content>,
}

/// Something in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// What, and how many of it in one package.
    pub pick: Pick,
    /// The price of one when it was ordered.
    pub price: Rupiah,
}

/// What an address can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// A list of goods.
    List(List),
    /// An order of Gebetan packages.
    Order(Order),
}

/// Why a text is no shared list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SharedError {
    /// A later version of the market has written it.
    #[error("written by a later version")]
    Version,
    /// Cut off, changed on its way, or never a list.
    #[error("cut off or changed")]
    Damaged,
    /// Longer than any that is written.
    #[error("too long")]
    TooLong,
}

impl Shared {
    /// What stands behind `#`; `None` where it would be longer than [`LONGEST`].
    pub fn encode(&self) -> Option<String> {
        let (kind, body) = match self {
            Self::List(list) => (LIST, write_list(list)),
            Self::Order(order) => (ORDER, write_order(order)),
        };
        let text = format!("{VERSION}{kind}{}{body}", checksum(kind, &body));
        (text.len() <= LONGEST).then_some(text)
    }

    /// Reads what stands behind `#`.
    pub fn decode(text: &str) -> Result<Self, SharedError> {
        if text.len() > LONGEST {
            return Err(SharedError::TooLong);
        }
        let mut chars = text.chars();
        match chars.next() {
            Some(VERSION) => {}
            Some('2'..='9') => return Err(SharedError::Version),
            _ => return Err(SharedError::Damaged),
        }
        let kind = chars.next().ok_or(SharedError::Damaged)?;
        let (sum, body) = chars.as_str().split_at_checked(SUM).ok_or(SharedError::Damaged)?;
        if sum != checksum(kind, body) {
            return Err(SharedError::Damaged);
        }
        let mut fields = Fields::of(body).ok_or(SharedError::Damaged)?;
        let read = match kind {
            LIST => read_list(&mut fields).map(Self::List),
            ORDER => read_order(&mut fields).map(Self::Order),
            _ => None,
        };
        read.filter(|_| fields.is_done()).ok_or(SharedError::Damaged)
    }
}

/// FNV-1a over kind and body. Each step turns different sums into different sums, so one changed character is noticed
/// for certain, anything else but once in four billion times.
fn checksum(kind: char, body: &str) -> String {
    let mut sum = 0x811c_9dc5_u32;
    for byte in [kind as u8].into_iter().chain(body.bytes()) {
        sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    format!("{:0>SUM$}", digits(u64::from(sum)))
}

fn write_list(list: &List) -> String {
    let mut out = String::new();
    Field::Data.put(&mut out, &escape(&list.data));
    for pick in &list.picks {
        put_product(&mut out, pick);
        put_quantity(&mut out, pick.quantity);
    }
    out
}

fn write_order(order: &Order) -> String {
    let mut out = String::new();
    Field::Round.put(&mut out, order.round.as_str());
    Field::Office.put(&mut out, &escape(&order.office));
    Field::Data.put(&mut out, &escape(&order.data));
    let mut known: Vec<&Content> = Vec::new();
    for parcel in &order.packages {
        Field::Package.put(&mut out, &escape(&parcel.name));
        Field::Budget.put(&mut out, &digits(parcel.budget.get()));
        Field::Count.put(&mut out, &digits(u64::from(parcel.count)));
        for item in &parcel.items {
            let same = |before: &&Content| {
                let (a, b) = (&before.pick, &item.pick);
                a.code == b.code && a.choice == b.choice && before.price == item.price
            };
            match known.iter().position(same) {
                Some(at) => Field::Again.put(&mut out, &digits(at as u64)),
                None => {
                    put_product(&mut out, &item.pick);
                    Field::Price.put(&mut out, &digits(item.price.get()));
                    known.push(item);
                }
            }
            put_quantity(&mut out, item.pick.quantity);
        }
    }
    out
}

fn put_product(out: &mut String, pick: &Pick) {
    Field::Product.put(out, pick.code.as_str());
    for chosen in &pick.choice {
        Field::Group.put(out, &escape(&chosen.group));
        Field::Choice.put(out, &escape(&chosen.option));
    }
}

fn put_quantity(out: &mut String, quantity: u32) {
    if quantity != 1 {
        Field::Quantity.put(out, &digits(u64::from(quantity)));
    }
}

/// A product with its variants; the quantity comes later.
fn product(fields: &mut Fields<'_>) -> Option<Pick> {
    let code = Code::parse(fields.take(Field::Product)?).ok()?;
    let mut choice = Vec::new();
    while fields.stands(Field::Group) {
        let group = fields.text(Field::Group)?;
        choice.push(Chosen { group, option: fields.text(Field::Choice)? });
    }
    Some(Pick { code, choice, quantity: 1 })
}

fn quantity(fields: &mut Fields<'_>) -> Option<u32> {
    if fields.stands(Field::Quantity) { fields.count(Field::Quantity) } else { Some(1) }
}

fn read_list(fields: &mut Fields<'_>) -> Option<List> {
    let data = fields.text(Field::Data)?;
    let mut picks = Vec::new();
    while fields.stands(Field::Product) {
        let pick = product(fields)?;
        picks.push(Pick { quantity: quantity(fields)?, ..pick });
    }
    Some(List { data, picks })
}

fn read_order(fields: &mut Fields<'_>) -> Option<Order> {
    let round = Code::parse(fields.take(Field::Round)?).ok()?;
    let office = fields.text(Field::Office)?;
    let data = fields.text(Field::Data)?;
    let mut packages = Vec::new();
    let mut known: Vec<Content> = Vec::new();
    while fields.stands(Field::Package) {
        let name = fields.text(Field::Package)?;
        let budget = Rupiah::new(fields.number(Field::Budget)?);
        let count = fields.count(Field::Count)?;
        let mut items = Vec::new();
        while fields.stands(Field::Product) || fields.stands(Field::Again) {
            items.push(content(fields, &mut known)?);
        }
        packages.push(Parcel { name, budget, count, items });
    }
    Some(Order { round, office, data, packages })
}

fn content(fields: &mut Fields<'_>, known: &mut Vec<Content>) -> Option<Content> {
    let mut item = if fields.stands(Field::Again) {
        known.get(usize::try_from(fields.number(Field::Again)?).ok()?)?.clone()
    } else {
        let pick = product(fields)?;
        let price = Rupiah::new(fields.number(Field::Price)?);
        known.push(Content { pick, price });
        known.last()?.clone()
    };
    item.pick.quantity = quantity(fields)?;
    Some(item)
}

#[cfg(test)]
mod tests;
