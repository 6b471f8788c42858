//! The order as it goes to the cooperative: totals a seller, the message, the table to take along.

use crate::app::data::catalogue::Catalogue;
use crate::app::data::load::Load;
use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside;
use crate::app::programmes::code::code;
use crate::app::programmes::gebetan::book::tables;
use crate::app::programmes::gebetan::state::{Outcome, Planner};
use crate::app::programmes::out::{print, save};
use crate::app::state::site::Site;
use crate::app::state::toast::Toasts;
use crate::app::text::t::gebetan as t;
use crate::app::text::t::product::NOT_COPIED;
use crate::app::ui::icon::icon;
use crate::domain::gebetan::Plan;
use crate::domain::gebetan::totals::{SellerTotal, by_seller, of_all, order};
use crate::domain::link::SafeLink;
use crate::domain::market::Market;
use crate::domain::seller::WhatsApp;
use crate::domain::shared_list::Shared;
use crate::domain::table::Table;
use crate::domain::time::Date;
use crate::route::Route;

/// The totals and the ways to hand the order over; nothing while there is no order.
pub(super) fn totals(planner: Planner) -> Node {
    let (catalogue, toasts, site) = (Catalogue::expect(), Toasts::expect(), Site::expect());
    let content = move || {
        let outcome = planner.outcome.get()?;
        let plan = planner.plan(&outcome).ok()?;
        let sellers = by_seller(&outcome.candidates.goods, &outcome.wishes, &plan);
        let market = catalogue.manifest.with(Load::ready)?;
        let link = link(&outcome, &plan, &market.market, site);
        let message = message(&outcome, &plan, &market.market, link.as_deref());
        let tables = tables(&outcome, &plan, &sellers, link.as_deref());
        Some(
            h::section()
                .class("section")
                .child(
                    h::div()
                        .class("section__head")
                        .child(h::h2().class("section__title").child(t::BY_SELLER)),
                )
                .child(table(&outcome, &sellers))
                .child(ways(&outcome, (message, link), tables, toasts))
                .into_node(),
        )
    };
    h::group().child(content).into_node()
}

fn table(outcome: &Outcome, sellers: &[SellerTotal]) -> Node {
    let goods = &outcome.candidates.goods;
    let rows: Vec<Node> = sellers
        .iter()
        .map(|seller| {
            let lines: Vec<Node> = seller
                .lines
                .iter()
                .filter_map(|(at, quantity)| {
                    let good = goods.get(*at)?;
                    Some(h::li().child(t::delivery(*quantity, &good.unit, &good.name)).into_node())
                })
                .collect();
            let sum = seller.rupiah.map_or_else(|| t::NO_SUM.to_owned(), |sum| sum.to_string());
            h::tr()
                .child(h::th().attr("scope", "row").child(seller.shop.clone()))
                .child(h::td().child(h::ul().child(lines)))
                .child(h::td().class("number").child(sum))
                .into_node()
        })
        .collect();
    h::div()
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t::BY_SELLER)
        .child(
            h::table()
                .class("table")
                .child(
                    h::thead().child(
                        h::tr()
                            .child(h::th().attr("scope", "col").child(t::SELLER))
                            .child(h::th().attr("scope", "col").child(t::GOODS))
                            .child(h::th().attr("scope", "col").child(t::VALUE)),
                    ),
                )
                .child(h::tbody().child(rows)),
        )
        .into_node()
}

/// What the cooperative is written: the order in words, and once more as a link that its clerk can sum up.
fn message(outcome: &Outcome, plan: &Plan, market: &Market, link: Option<&str>) -> String {
    let goods = &outcome.candidates.goods;
    let packages: Vec<String> = outcome
        .wishes
        .iter()
        .zip(&plan.packages)
        .filter(|(wish, _)| wish.count > 0)
        .map(|(wish, items)| {
            let items: Vec<String> = items
                .iter()
                .filter_map(|item| Some(t::holds(item.quantity, &goods.get(item.good)?.name)))
                .collect();
            t::message_package(wish, &items)
        })
        .collect();
    t::message(
        &outcome.round,
        &outcome.asked.office,
        &packages,
        of_all(goods, &outcome.wishes, plan),
        &market.name,
        link,
    )
}

/// The order as an address; absent for one that is too long for any.
fn link(outcome: &Outcome, plan: &Plan, market: &Market, site: Site) -> Option<String> {
    let data = market.data_as_of.map(Date::basic).unwrap_or_default();
    let named = (outcome.asked.office.as_str(), data.as_str());
    let goods = &outcome.candidates.goods;
    let order = Shared::Order(order(&outcome.round, named, goods, &outcome.wishes, plan));
    let text = order.encode()?;
    Some(format!("{}#{text}", site.url(Some(market), &Route::Shared.path())))
}

fn ways(
    outcome: &Outcome,
    (message, link): (String, Option<String>),
    tables: Vec<Table>,
    toasts: Toasts,
) -> Node {
    let send = outcome.round.contact.as_ref().map(|contact| {
        let number = match contact {
            WhatsApp::Number(phone) => Some(phone),
            WhatsApp::Example => None,
        };
        let link = SafeLink::whatsapp(number, &message);
        let content = h::group().child(icon("chat")).child(t::SEND).into_node();
        outside(move || link.clone(), "button button--main", content, None)
    });
    h::div()
        .class("planner__ways")
        .child(send)
        .child(
            h::button()
                .class("button")
                .on("click", move |_| copy(toasts, message.clone(), t::COPIED, NOT_COPIED))
                .child(icon("copy"))
                .child(t::COPY),
        )
        .child(save(t::FILE, tables))
        .child(link.map(code))
        .child(print())
        .into_node()
}
