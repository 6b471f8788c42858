//! What there is to know: the seller, the description, the details, permits.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::pages::product::Shown;
use crate::app::parts::outside::outside_words;
use crate::app::parts::seller_strip::seller_strip;
use crate::app::parts::trust::{bpom, curation, halal, nib, pirt, trust_list};
use crate::app::text::t::product as t;
use crate::app::text::t::seller::delivery;
use crate::domain::category::Category;
use crate::domain::link::SafeLink;
use crate::domain::phone::Phone;
use crate::domain::product::{Product, Stock};
use leptos::prelude::*;

/// The seller, the description, the details.
pub(super) fn about(shown: &Shown) -> AnyView {
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
        view! { <section class="product__part section"><h2>{t::ABOUT}</h2><p class="lines">{product.description.clone()}</p></section> }
    });
    view! {
        <div class="product__about">
            <section class="product__part">{seller_strip(&card.seller, &card.shop, Some(card.kecamatan), count)}</section>
            {description}
            {details(product)}
        </div>
    }
    .into_any()
}

fn details(product: &Product) -> Option<AnyView> {
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
    let rows: Vec<AnyView> = rows
        .into_iter()
        .filter_map(|(label, value)| Some((label, value?)))
        .map(|(label, value)| {
            view! { <tr><th scope="row">{label}</th><td>{value}</td></tr> }.into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="product__part section">
                <h2>{t::DETAILS}</h2>
                <table class="details"><tbody>{rows}</tbody></table>
            </section>
        }
        .into_any()
    })
}

/// Permits and curation, when it last changed, whom to tell of a mistake.
pub(super) fn trust(shown: &Shown) -> AnyView {
    let product = &shown.product;
    let today = shown.clock.turn.get_untracked().date();
    let mut rows = Vec::new();
    if Category::is_kuliner(&product.card.category) {
        rows.push(halal(product.halal.as_ref(), today));
        rows.push(pirt(product.pirt.as_ref(), product.shelf_life_days, today));
        rows.push(bpom(product.bpom.as_ref(), today));
    }
    rows.push(nib(product.nib));
    rows.push(curation(product.card.grade));
    view! {
        <section class="product__part product__trust" aria-labelledby="izin">
            <h2 id="izin">{t::TRUST}</h2>
            {trust_list(rows, "trust panel")}
            <p class="order__small">{product.card.updated.map(t::updated)}{mistake(shown)}</p>
        </section>
    }
    .into_any()
}

/// Whom to tell of a mistake: a link where the office gave one that is safe, else its words.
fn mistake(shown: &Shown) -> Option<AnyView> {
    let market = &shown.manifest.market;
    let contact = market.office_contact.clone();
    if contact.is_empty() {
        return None;
    }
    // In an example market nobody's phone is opened.
    let number = Phone::parse(&contact).ok().filter(|_| !market.example);
    let link = SafeLink::anywhere(&contact, &[]).ok().or_else(|| {
        number.map(|number| SafeLink::whatsapp(Some(&number), &t::mistake(&shown.url())))
    });
    let contact = match link {
        Some(link) => outside_words(link, t::MISTAKE_LINK),
        None => view! { {contact} }.into_any(),
    };
    Some(view! { {t::MISTAKE}" "{contact} }.into_any())
}
