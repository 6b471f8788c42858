//! What it takes to have a product on a day: the part of it that planners ask for and no list shows.

use crate::domain::area::Kecamatan;
use crate::domain::money::Rupiah;
use crate::domain::product::{Card, Product, Serving, Stock, Tax};
use crate::domain::seller::{Delivery, Eorder, WhatsApp};
use crate::domain::variant::{Chosen, VariantGroup, surcharge};
use crate::domain::wire::record;

/// A product as planners see it.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Provision {
    /// What lists show too.
    pub card: Card,
    /// What is to be chosen.
    pub variants: Vec<VariantGroup>,
    /// What it can be at a meeting.
    pub servings: Vec<Serving>,
    /// Fit for Gebetan packages.
    pub gebetan: bool,
    /// How many can be made a day; absent: not told.
    pub daily_capacity: Option<u32>,
    /// Days it keeps; absent: not told.
    pub shelf_life_days: Option<u16>,
    /// Whether tax is in the price, where known; nothing is ever computed from it.
    pub tax: Option<Tax>,
    /// How it reaches the buyer.
    pub delivery: Delivery,
    /// How it is found in procurement.
    pub eorder: Option<Eorder>,
    /// Whom to write to.
    pub whatsapp: Option<WhatsApp>,
}

impl Provision {
    /// What planners need of a product; `None` where it is neither for Gebetan nor for meetings.
    pub fn of(product: &Product) -> Option<Self> {
        (product.gebetan || !product.servings.is_empty()).then(|| Self {
            card: product.card.clone(),
            variants: product.variants.clone(),
            servings: product.servings.clone(),
            gebetan: product.gebetan,
            daily_capacity: product.daily_capacity,
            shelf_life_days: product.shelf_life_days,
            tax: product.tax,
            delivery: product.delivery.clone(),
            eorder: product.links.eorder.clone(),
            whatsapp: product.links.whatsapp.clone(),
        })
    }

    /// The first choice of variants that can be had, and the normal price of one with it; `None` where a group has
    /// nothing left, or the product is sold out.
    pub fn first_choice(&self) -> Option<(Vec<Chosen>, Rupiah)> {
        if self.card.stock == Stock::Habis {
            return None;
        }
        let choice = self
            .variants
            .iter()
            .map(|group| {
                let option = group.options.iter().find(|option| !option.sold_out)?;
                Some(Chosen { group: group.name.clone(), option: option.name.clone() })
            })
            .collect::<Option<Vec<Chosen>>>()?;
        let price = self.card.price.shifted(surcharge(&self.variants, &choice)?);
        Some((choice, price))
    }

    /// Days from an order until it is ready: none where it is made daily or lies ready.
    pub fn lead_days(&self) -> u16 {
        if self.card.stock == Stock::Po { self.card.preorder_days.unwrap_or(1).max(1) } else { 0 }
    }

    /// Whether it is brought there by the seller, or sent by courier. Who only lets people fetch, or says nothing,
    /// is not known to bring.
    pub fn reaches(&self, place: Kecamatan) -> bool {
        let delivery = &self.delivery;
        delivery.everywhere
            || delivery.courier
            || delivery.cities.contains(&place.city())
            || delivery.kecamatan.contains(&place)
    }
}

record!(Provision {
    card,
    variants,
    servings,
    gebetan,
    daily_capacity,
    shelf_life_days,
    tax,
    delivery,
    eorder,
    whatsapp,
});

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::offer::tests::product;
    use crate::domain::variant;

    /// A product for Gebetan and snacks, of a seller of its own.
    pub(crate) fn provision() -> Provision {
        let mut product = product();
        product.gebetan = true;
        product.servings = vec![Serving::Kudapan];
        Provision::of(&product).expect("for planners")
    }

    #[test]
    fn goods_for_neither_planner_are_none_of_theirs() {
        let mut product = product();
        product.gebetan = false;
        product.servings.clear();
        assert_eq!(Provision::of(&product), None);
    }

    #[test]
    fn the_first_choice_is_one_that_can_be_had_at_its_price() {
        let mut provision = provision();
        provision.variants = variant::parse("Ukuran: S (habis)|XL +5.000").expect("two sizes");
        let (choice, price) = provision.first_choice().expect("XL is there");
        assert_eq!(variant::describe(&choice), "Ukuran: XL");
        assert_eq!(price, Rupiah::new(provision.card.price.get() + 5_000));
        provision.variants = variant::parse("Ukuran: S (habis)").expect("a size");
        assert_eq!(provision.first_choice(), None);
    }

    #[test]
    fn what_is_sold_out_has_no_choice() {
        let mut provision = provision();
        provision.card.stock = Stock::Habis;
        assert_eq!(provision.first_choice(), None);
    }

    #[test]
    fn it_reaches_a_place_only_where_the_sheet_says_so() {
        let place = Kecamatan::find("Tebet").expect("a kecamatan");
        let mut provision = provision();
        provision.delivery = Delivery { pickup: true, ..Delivery::default() };
        assert!(!provision.reaches(place));
        provision.delivery.cities = vec![place.city()];
        assert!(provision.reaches(place));
    }
}
