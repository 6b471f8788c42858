//! The order, the recap and the recipients as tables to be taken along.

use crate::app::programmes::gebetan::state::Outcome;
use crate::app::text::t::gebetan as t;
use crate::app::text::t::recipients as names;
use crate::domain::gebetan::recap::{OfficeTotal, Recap};
use crate::domain::gebetan::recipients::Recipient;
use crate::domain::gebetan::totals::{SellerTotal, of_all};
use crate::domain::gebetan::{Plan, Wish};
use crate::domain::money::Rupiah;
use crate::domain::table::{Cell, Table};
use crate::domain::variant::describe;

/// What each package holds, and what each seller is to deliver. The order's address stands below it, so that whoever gets
/// the file can sum it up.
pub(super) fn tables(
    outcome: &Outcome,
    plan: &Plan,
    sellers: &[SellerTotal],
    link: Option<&str>,
) -> Vec<Table> {
    let all = of_all(&outcome.candidates.goods, &outcome.wishes, plan);
    vec![order(outcome, plan, all, link), by_seller(outcome, sellers, all)]
}

fn order(outcome: &Outcome, plan: &Plan, all: Option<Rupiah>, link: Option<&str>) -> Table {
    let goods = &outcome.candidates.goods;
    let wanted = outcome.wishes.iter().zip(&plan.packages).filter(|(wish, _)| wish.count > 0);
    let mut rows = Vec::new();
    for (wish, items) in wanted {
        for item in items {
            let Some(good) = goods.get(item.good) else { continue };
            let pieces = u64::from(wish.count) * u64::from(item.quantity);
            rows.push(vec![
                Cell::text(&outcome.asked.office),
                Cell::text(&wish.name),
                Cell::Number(u64::from(wish.count)),
                Cell::text(&good.name),
                Cell::text(&describe(&good.choice)),
                Cell::text(&good.shop),
                Cell::Number(u64::from(item.quantity)),
                Cell::Number(pieces),
                Cell::text(&good.unit),
                Cell::Number(good.price.get()),
                Cell::Number(good.price.get().saturating_mul(pieces)),
            ]);
        }
    }
    let link = link.map(|link| vec![Cell::text(t::ORDER_LINK), Cell::text(link)]);
    Table {
        title: t::ORDER.to_owned(),
        columns: headings(&t::ORDER_COLUMNS),
        rows,
        sums: vec![sum(t::ORDER_COLUMNS.len(), all)],
        notes: link.into_iter().collect(),
    }
}

fn by_seller(outcome: &Outcome, sellers: &[SellerTotal], all: Option<Rupiah>) -> Table {
    let goods = &outcome.candidates.goods;
    let lines =
        sellers.iter().flat_map(|seller| seller.lines.iter().map(move |line| (seller, line)));
    let rows = lines.filter_map(|(seller, (at, pieces))| {
        let good = goods.get(*at)?;
        let price = good.price.get().saturating_mul(*pieces);
        let (name, unit) = (Cell::text(&good.name), Cell::text(&good.unit));
        let pieces = Cell::Number(*pieces);
        Some(vec![Cell::text(&seller.shop), name, pieces, unit, Cell::Number(price)])
    });
    Table {
        title: t::BY_SELLER.to_owned(),
        columns: headings(&t::GOODS_COLUMNS),
        rows: rows.collect(),
        sums: vec![sum(t::GOODS_COLUMNS.len(), all)],
        notes: Vec::new(),
    }
}

/// The recap: what each office wants, and what each seller is to deliver.
pub(super) fn recap_tables(recap: &Recap) -> Vec<Table> {
    let office = |office: &OfficeTotal| {
        let counts = Cell::text(&t::counts(&office.counts));
        vec![Cell::text(&t::office(&office.office)), counts, rupiah(office.goods)]
    };
    let offices = add(recap.offices.iter().map(|office| office.goods).collect());
    let mut goods = Vec::new();
    for seller in &recap.sellers {
        goods.extend(seller.products.iter().map(|product| {
            vec![
                Cell::text(&t::shop(&seller.shop)),
                Cell::text(&product.name),
                Cell::Number(product.quantity),
                Cell::text(&product.unit),
                rupiah(product.rupiah),
            ]
        }));
    }
    let sellers = add(recap.sellers.iter().map(|seller| seller.rupiah).collect());
    vec![
        Table {
            title: t::OFFICES.to_owned(),
            columns: headings(&t::OFFICES_COLUMNS),
            rows: recap.offices.iter().map(office).collect(),
            sums: vec![sum(t::OFFICES_COLUMNS.len(), offices)],
            notes: Vec::new(),
        },
        Table {
            title: t::ORDERS.to_owned(),
            columns: headings(&t::GOODS_COLUMNS),
            rows: goods,
            sums: vec![sum(t::GOODS_COLUMNS.len(), sellers)],
            notes: Vec::new(),
        },
    ]
}

/// Who gets which package. A table of its own: an order is handed on, and this is the office's own.
pub(super) fn recipients(outcome: &Outcome, lists: &[Vec<Recipient>]) -> Table {
    let lists = outcome.wishes.iter().zip(lists);
    let rows = lists.flat_map(|(wish, people)| people.iter().map(move |person| (wish, person)));
    let row = |(wish, person): (&Wish, &Recipient)| {
        let (office, package) = (Cell::text(&outcome.asked.office), Cell::text(&wish.name));
        vec![office, package, Cell::text(&person.name), Cell::text(&person.masked_nip())]
    };
    Table {
        title: names::RECIPIENTS.to_owned(),
        columns: headings(&names::RECIPIENTS_COLUMNS),
        rows: rows.map(row).collect(),
        ..Table::default()
    }
}

fn add(sums: Vec<Option<Rupiah>>) -> Option<Rupiah> {
    sums.into_iter().try_fold(Rupiah::ZERO, |all, one| all.plus(one?))
}

fn headings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The sum in the last of so many columns.
fn sum(columns: usize, all: Option<Rupiah>) -> Vec<Cell> {
    let mut row = vec![Cell::text(t::ALL)];
    row.resize(columns - 1, Cell::text(""));
    row.push(rupiah(all));
    row
}

fn rupiah(sum: Option<Rupiah>) -> Cell {
    sum.map_or_else(|| Cell::text(t::NO_SUM), |sum| Cell::Number(sum.get()))
}
