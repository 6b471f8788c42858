//! What is on record about a product or a seller, and what is not: never a tick for everybody.

use crate::app::node::{IntoNode, Node, h};
use crate::app::parts::copy::copy;
use crate::app::parts::outside::outside_words;
use crate::app::state::toast::Toasts;
use crate::app::text::t::product as t;
use crate::app::ui::icon::icon;
use crate::domain::link::SafeLink;
use crate::domain::permit::Permit;
use crate::domain::seller::Grade;
use crate::domain::time::Date;

/// Where anyone can look up a halal certificate.
const HALAL_REGISTER: &str = "https://bpjph.halal.go.id/";
/// Where anyone can look up a registration.
const BPOM_REGISTER: &str = "https://cekbpom.pom.go.id/";
/// Where the registers stand.
const REGISTERS: [&str; 2] = ["halal.go.id", "pom.go.id"];

/// One line of the list.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What it is about.
    pub label: &'static str,
    /// What is on record; absent: nothing.
    pub value: Option<String>,
    /// In small letters below.
    pub note: Option<String>,
    /// What stands in place of a value that is absent.
    pub absent: Option<&'static str>,
    /// The register in which the value can be looked up.
    pub register: Option<(&'static str, &'static str)>,
    /// Whether it is a permit rather than a fact.
    pub permit: bool,
}

/// A permit that may have ended since the data were published.
fn permit(label: &'static str, permit: Option<&Permit>, today: Date) -> Row {
    let valid = permit.filter(|permit| permit.holds_on(today));
    Row {
        label,
        value: valid.map(|permit| permit.number.clone()),
        note: valid.and_then(|permit| permit.until).map(t::valid_until),
        permit: true,
        ..Row::default()
    }
}

/// Halal certificate; where there is none, from when food must have one, as staff know it.
pub fn halal(halal: Option<&Permit>, required: Option<Date>, today: Date) -> Row {
    let row = permit(t::HALAL, halal, today);
    let required = required.filter(|_| row.value.is_none());
    Row {
        register: Some((t::CHECK_HALAL, HALAL_REGISTER)),
        note: required.map(|from| t::halal_required(from, today)).or_else(|| row.note.clone()),
        ..row
    }
}

/// Home-industry food permit; food that keeps for less than a week needs none.
pub fn pirt(pirt: Option<&Permit>, shelf_life_days: Option<u16>, today: Date) -> Row {
    let row = permit(t::PIRT, pirt, today);
    let not_needed = row.value.is_none() && shelf_life_days.is_some_and(|days| days < 7);
    Row {
        note: if not_needed { Some(t::PIRT_NOT_NEEDED.to_owned()) } else { row.note.clone() },
        ..row
    }
}

/// Registration with the food and drug agency.
pub fn bpom(bpom: Option<&Permit>, today: Date) -> Row {
    Row { register: Some((t::CHECK_BPOM, BPOM_REGISTER)), ..permit(t::BPOM, bpom, today) }
}

/// Business number: whether there is one, never which.
pub fn nib(nib: bool) -> Row {
    Row { label: t::NIB, value: nib.then(|| t::ON_RECORD.to_owned()), ..Row::default() }
}

/// Whether it has passed curation: the grade itself is for those who buy for an office.
pub fn curation(grade: Option<Grade>) -> Row {
    Row { label: t::CURATION, value: grade.map(|_| t::PASSED.to_owned()), ..Row::default() }
}

/// The list; what is not on record stands last.
pub fn trust_list(rows: Vec<Row>, class: &'static str) -> Node {
    let (mut on_record, mut missing) = (Vec::new(), Vec::new());
    for row in rows {
        let rows = if row.value.is_some() { &mut on_record } else { &mut missing };
        rows.push(trust_row(row));
    }
    h::dl().class(class).child(on_record).child(missing).into_node()
}

fn trust_row(row: Row) -> Node {
    let (class, sign) = match (&row.value, row.permit) {
        (None, _) => ("trust__row trust__row--none", "minus"),
        (Some(_), true) => ("trust__row", "shield"),
        (Some(_), false) => ("trust__row", "check"),
    };
    let register = row
        .register
        .filter(|_| row.value.is_some())
        .and_then(|(words, url)| {
            Some((words, SafeLink::anywhere(url, &REGISTERS.map(str::to_owned)).ok()?))
        })
        .map(|(words, link)| outside_words(link, words));
    let number = row.value.clone().filter(|_| row.permit).map(|number| {
        let toasts = Toasts::expect();
        let label = t::copy_number(row.label);
        h::button()
            .class("link")
            .attr("aria-label", label)
            .on("click", move |_| copy(toasts, number.clone(), t::NUMBER_COPIED, t::NOT_COPIED))
            .child(t::COPY_NUMBER)
    });
    let value = row.value.unwrap_or_else(|| row.absent.unwrap_or(t::NOT_ON_RECORD).to_owned());
    let note = row.note.map(|note| h::small().child(note));
    h::div()
        .class(class)
        .child(icon(sign))
        .child(h::dt().child(row.label))
        .child(
            h::dd()
                .child(value)
                .child(" ")
                .child(note)
                .child(" ")
                .child(number)
                .child(" ")
                .child(register),
        )
        .into_node()
}
