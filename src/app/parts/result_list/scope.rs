//! Which page a list belongs to: what of the filter is the page's own, and which address carries the rest.

use crate::domain::area::City;
use crate::domain::code::Code;
use crate::domain::filter::{Facet, Filter, JblChoice};
use crate::domain::product::Card;
use crate::route::Route;

/// The page's own part of a filter: fixed, and not offered as a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    All,
    /// One kind of goods.
    Category(Code),
    /// One city.
    City(City),
    /// One edition of JBL.
    Edition(Code),
}

impl Scope {
    /// The filter that a route carries, where the route is this page.
    pub fn filter_of(&self, route: &Route) -> Option<Filter> {
        match (self, route) {
            (Self::All, Route::Search(filter)) => Some(filter.clone()),
            (Self::Category(own), Route::Category(code, filter)) if own == code => {
                Some(filter.clone())
            }
            (Self::City(own), Route::City(city, filter)) if own == city => Some(filter.clone()),
            (Self::Edition(own), Route::Edition(code, filter)) if own == code => {
                Some(filter.clone())
            }
            _ => None,
        }
    }

    /// The page with that filter.
    pub fn route(&self, filter: &Filter) -> Route {
        let filter = self.fixed().map_or_else(|| filter.clone(), |facet| filter.without(facet));
        match self {
            Self::All => Route::Search(filter),
            Self::Category(code) => Route::Category(code.clone(), filter),
            Self::City(city) => Route::City(*city, filter),
            Self::Edition(code) => Route::Edition(code.clone(), filter),
        }
    }

    /// The facet that is the page's own.
    pub fn fixed(&self) -> Option<Facet> {
        match self {
            Self::All => None,
            Self::Category(_) => Some(Facet::Category),
            Self::City(_) => Some(Facet::City),
            Self::Edition(_) => Some(Facet::Jbl),
        }
    }

    /// Whether a product can stand on the page at all.
    pub fn holds(&self, card: &Card) -> bool {
        match self {
            Self::All => true,
            Self::Category(code) => card.category == *code,
            Self::City(city) => card.kecamatan.city() == *city,
            Self::Edition(code) => card.jbl.contains(code),
        }
    }

    /// The whole filter: the page's own part and what the address adds.
    pub fn in_force(&self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::All => {}
            Self::Category(code) => filter.categories = vec![code.clone()],
            Self::City(city) => filter.cities = vec![*city],
            Self::Edition(code) => filter.jbl = vec![JblChoice::Edition(code.clone())],
        }
        filter
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_own_part_is_in_force_but_not_in_the_query() {
        let scope = Scope::City(City::find("timur").expect("a city"));
        let route =
            Route::parse("/kota/jakarta-timur?kota=jakarta-barat&halal=ya").expect("a page");
        let filter = scope.filter_of(&route).expect("this page");
        assert_eq!(scope.in_force(&filter).to_query(), "kota=jakarta-timur&halal=ya");
        assert_eq!(scope.route(&filter).path(), "/kota/jakarta-timur?halal=ya");
        assert_eq!(Scope::All.filter_of(&route), None);
    }
}
