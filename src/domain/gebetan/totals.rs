//! What a plan comes to: what a package costs, what all do, what each seller is to deliver, and the order to send.

use crate::domain::code::Code;
use crate::domain::gebetan::{Good, Item, NONE, Plan, Wish};
use crate::domain::money::Rupiah;
use crate::domain::round::Round;
use crate::domain::shared_list::{Content, Order, Parcel, Pick};

/// What one seller is to deliver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SellerTotal {
    /// The seller.
    pub seller: Code,
    /// The seller's name.
    pub shop: String,
    /// The seller's goods by their place among the candidates, with how many of each over the whole order.
    pub lines: Vec<(usize, u64)>,
    /// Pieces in all.
    pub quantity: u64,
    /// What they cost; absent above a trillion.
    pub rupiah: Option<Rupiah>,
}

/// What one package costs.
pub fn of_package(goods: &[Good], items: &[Item]) -> Rupiah {
    Rupiah::new(items.iter().fold(0, |sum, item| sum.saturating_add(item.price(goods))))
}

/// What the whole order costs; absent above a trillion.
pub fn of_all(goods: &[Good], wishes: &[Wish], plan: &Plan) -> Option<Rupiah> {
    plan.packages.iter().zip(wishes).try_fold(Rupiah::ZERO, |sum, (items, wish)| {
        sum.plus(of_package(goods, items).times(wish.count)?)
    })
}

/// What each seller is to deliver, in the order of the goods; those of whom nothing is ordered are left out.
pub fn by_seller(goods: &[Good], wishes: &[Wish], plan: &Plan) -> Vec<SellerTotal> {
    let mut totals: Vec<SellerTotal> = Vec::new();
    for (at, good) in goods.iter().enumerate() {
        let quantity = plan.ordered(wishes, at, NONE);
        if quantity == 0 {
            continue;
        }
        let price = u32::try_from(quantity).ok().and_then(|quantity| good.price.times(quantity));
        match totals.iter_mut().find(|total| total.seller == good.seller) {
            Some(total) => {
                total.lines.push((at, quantity));
                total.quantity = total.quantity.saturating_add(quantity);
                total.rupiah = total.rupiah.and_then(|sum| sum.plus(price?));
            }
            None => totals.push(SellerTotal {
                seller: good.seller.clone(),
                shop: good.shop.clone(),
                lines: vec![(at, quantity)],
                quantity,
                rupiah: price,
            }),
        }
    }
    totals
}

/// The order as it is sent, without packages that nobody wants. `data` names the data it was made from.
pub fn order(
    round: &Round,
    (office, data): (&str, &str),
    goods: &[Good],
    wishes: &[Wish],
    plan: &Plan,
) -> Order {
    let content = |item: &Item| {
        let good = goods.get(item.good)?;
        let (code, choice) = (good.code.clone(), good.choice.clone());
        Some(Content { pick: Pick { code, choice, quantity: item.quantity }, price: good.price })
    };
    let parcel = |(wish, items): (&Wish, &Vec<Item>)| Parcel {
        name: wish.name.clone(),
        budget: wish.budget,
        count: wish.count,
        items: items.iter().filter_map(content).collect(),
    };
    Order {
        round: round.code.clone(),
        office: office.to_owned(),
        data: data.to_owned(),
        packages: wishes
            .iter()
            .zip(&plan.packages)
            .filter(|(wish, _)| wish.count > 0)
            .map(parcel)
            .collect(),
    }
}
