//! Calendars: one of all editions of Jumat Beli Lokal to subscribe to and one of each to take along, and the same of
//! the events that can be visited.
//!
//! An edition has up to three entries: its days, its live show, its time of ordering ahead. How a calendar is written
//! is `ics`'s business.

use crate::compiler::catalogue::Catalogue;
use crate::compiler::feeds::ics::{self, Entry};
use crate::compiler::output::Staging;
use crate::domain::code::Code;
use crate::domain::edition::{Edition, Window};
use crate::domain::event::Event;
use crate::domain::filter::Filter;
use crate::domain::link::SafeLink;
use crate::domain::market::{Label, Market};
use crate::domain::time::Date;
use crate::route::{EDITIONS_CALENDAR, EVENTS_CALENDAR, Route, edition_calendar, event_calendar};
use anyhow::{Context, Result};

/// Writes the calendars. `at` is the day their content is of.
pub(super) fn write(catalogue: &Catalogue, at: Date, site: &Staging) -> Result<()> {
    let market = &catalogue.market;
    let mut all = Vec::new();
    for edition in &catalogue.editions {
        let entries = of(edition, market);
        let name = marked(market, &edition.title);
        file(&edition_calendar(&edition.code), &name, at, &entries, site)?;
        all.extend(entries);
    }
    file(EDITIONS_CALENDAR, &marked(market, &market.label(Label::Jbl)), at, &all, site)?;
    let mut all = Vec::new();
    for event in &catalogue.programmes.events {
        let entry = [visit(event, market)];
        file(&event_calendar(&event.code), &marked(market, &event.title), at, &entry, site)?;
        all.extend(entry);
    }
    file(EVENTS_CALENDAR, &marked(market, "Acara UMKM Jakarta"), at, &all, site)
}

/// A calendar may not be empty, so there is none where there is nothing to enter.
fn file(address: &str, name: &str, at: Date, entries: &[Entry], site: &Staging) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let failed = || format!("tidak dapat menulis {address}");
    let mut file = site.create(address)?;
    ics::write(&mut file, name, at.start(), entries).with_context(failed)?;
    file.finish()
}

fn of(edition: &Edition, market: &Market) -> Vec<Entry> {
    let page = Route::Edition(edition.code.clone(), Filter::default()).path();
    let page = (!market.url.is_empty()).then(|| market.address(&page));
    let entry = |part: &str, window: Window, summary: &str, lines: &[String], url| Entry {
        uid: uid(part, &edition.code, market),
        window,
        summary: marked(market, summary),
        place: edition.place.clone(),
        description: joined(lines, "\n"),
        url,
    };
    let title = &edition.title;
    let shop = told("Toko", edition.shop_link.as_ref());
    let channel = market.channel(edition.channel);
    let until = |window: Window| format!("lewat {channel} sampai {}.", window.last().long());
    let prices =
        format!("Harga {} berlaku {}", market.label(Label::JblShort), until(edition.window));
    let days = [prices, edition.note.clone(), shop.clone()];
    let mut entries = vec![entry("jbl", edition.window, title, &days, page.clone())];
    if let Some(live) = edition.live {
        let lines = [told("Siaran", edition.live_link.as_ref()), shop.clone()];
        entries.push(entry("live", live, &format!("Live: {title}"), &lines, page.clone()));
    }
    if let Some(ahead) = edition.preorder {
        let lines = [format!("Pesan dahulu {}", until(ahead)), shop];
        entries.push(entry("prapesan", ahead, &format!("Prapesan: {title}"), &lines, page));
    }
    entries
}

fn visit(event: &Event, market: &Market) -> Entry {
    let place = joined(&[event.place.clone(), event.address.clone()], ", ");
    // Most places are written with their city.
    let city = event.city.map(|city| city.name()).filter(|city| !place.contains(city));
    Entry {
        uid: uid("acara", &event.code, market),
        window: event.window,
        summary: marked(market, &event.title),
        place: joined(&[place, city.unwrap_or_default().to_owned()], ", "),
        description: told("Peta", event.map.as_ref()),
        url: event.link.as_ref().map(|link| link.as_str().to_owned()),
    }
}

/// What is there of these, with something between.
fn joined(parts: &[String], between: &str) -> String {
    let there: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    there.join(between)
}

/// Whom a calendar is taken along to does not see the site's banner, so an example says in each heading what it is.
fn marked(market: &Market, text: &str) -> String {
    if market.example { format!("[Contoh] {text}") } else { text.to_owned() }
}

fn told(what: &str, link: Option<&SafeLink>) -> String {
    link.map(|link| format!("{what}: {}", link.as_str())).unwrap_or_default()
}

/// The same in every publication of a site. No code holds a dot, so no two entries ever meet.
fn uid(part: &str, code: &Code, market: &Market) -> String {
    let (_, rest) = market.url.split_once("://").unwrap_or_default();
    let host = rest.split(['/', ':']).next().filter(|host| !host.is_empty());
    format!("{part}.{code}@{}", host.unwrap_or("etalase.invalid"))
}
