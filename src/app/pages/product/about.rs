//! What there is to know: the seller, the description, the details, permits.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::pages::product::Shown;
use crate::app::parts::mistake::mistake_link;
use crate::app::parts::seller_strip::seller_strip;
use crate::app::parts::trust::{bpom, curation, halal, nib, pirt, trust_list};
use crate::app::text::t::product as t;
use crate::app::text::t::seller::delivery;
use crate::domain::category::Category;
use crate::domain::gather::Gather;
use crate::domain::product::{Product, Stock};
use crate::route::Subject;

/// The seller, the description, the details.
pub(super) fn about(shown: &Shown) -> Node {
    let product = &shown.product;
    let card = &product.card;
    let catalogue = Catalogue::expect();
    let seller = card.seller.clone();
    let count = move || {
        catalogue.cards.with(|cards| match cards {
            Load::Ready(cards) => Some(cards.of_seller(&seller).count()),
            _ => None,
        })
    };
    let description = (!product.description.is_empty()).then(|| {
        h::section()
            .class("product__part section")
            .child(h::h2().child(t::ABOUT))
            .child(h::p().class("lines").child(product.description.clone()))
    });
    h::div()
        .class("product__about")
        .child(h::section().class("product__part").child(seller_strip(
            &card.seller,
            &card.shop,
            Some(card.kecamatan),
            count,
        )))
        .child(description)
        .child(details(product))
        .into_node()
}

fn details(product: &Product) -> Option<Node> {
    let card = &product.card;
    let rows = [
        (t::HOLDS, card.measure.map(|measure| measure.to_string())),
        (t::KEEPS, product.shelf_life_days.map(t::days)),
        (t::PREORDER, card.preorder_days.filter(|_| card.stock == Stock::Po).map(t::days)),
        (t::LEAST, (card.minimum > 1).then(|| t::least(card.minimum, &card.unit))),
        (t::CAPACITY, product.daily_capacity.map(|count| t::a_day(count, &card.unit))),
        (t::DELIVERY, delivery(&product.delivery)),
        (t::TAX, product.tax.map(|tax| t::tax(tax).to_owned())),
    ];
    let rows: Vec<Node> = rows
        .into_iter()
        .filter_map(|(label, value)| Some((label, value?)))
        .map(|(label, value)| {
            h::tr()
                .child(h::th().attr("scope", "row").child(label))
                .child(h::td().child(value))
                .into_node()
        })
        .gather();
    (!rows.is_empty()).then(|| {
        h::section()
            .class("product__part section")
            .child(h::h2().child(t::DETAILS))
            .child(h::table().class("details").child(h::tbody().child(rows)))
            .into_node()
    })
}

/// Permits and curation, when it last changed, whom to tell of a mistake.
pub(super) fn trust(shown: &Shown) -> Node {
    let product = &shown.product;
    let today = shown.clock.turn.get_untracked().date();
    let mut rows = Vec::new();
    if Category::is_kuliner(&product.card.category) {
        let required = shown.manifest.market.halal_deadline;
        rows.push(halal(product.halal.as_ref(), required, today));
        rows.push(pirt(product.pirt.as_ref(), product.shelf_life_days, today));
        rows.push(bpom(product.bpom.as_ref(), today));
    }
    rows.push(nib(product.nib));
    rows.push(curation(product.card.grade));
    h::section()
        .class("product__part product__trust")
        .attr("aria-labelledby", "izin")
        .child(h::h2().attr("id", "izin").child(t::TRUST))
        .child(trust_list(rows, "trust panel"))
        .child(
            h::p()
                .class("order__small")
                .child(product.card.updated.map(t::updated))
                .child(mistake_link(Subject::Product(product.card.code.clone()))),
        )
        .into_node()
}
