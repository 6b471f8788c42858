//! Calendars, read by another program's parser and held to RFC 5545 line by line.

use crate::catalogues::{HOSTILE, SITE, hostile, sample, written};
use crate::market::text;
use etalase::compiler::catalogue::Catalogue;
use icalendar::parser::{Component, read_calendar, unfold};
use std::collections::HashSet;
use std::path::Path;

const ALL: &str = "feeds/jbl.ics";

/// An event's properties by name, with their parameters in the name ("DTSTART;VALUE=DATE").
type Event = Vec<(String, String)>;

fn value<'a>(event: &'a Event, name: &str) -> Option<&'a str> {
    event.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

fn event(component: &Component<'_>) -> Event {
    let name = |property: &icalendar::parser::Property<'_>| {
        let parameters = property.params.iter().map(|parameter| {
            let value = parameter.val.as_ref().map_or("", |value| value.as_str());
            format!(";{}={value}", parameter.key.as_str())
        });
        property.name.as_str().to_owned() + &parameters.collect::<String>()
    };
    let properties = component.properties.iter();
    properties.map(|property| (name(property), property.val.as_str().to_owned())).collect()
}

/// The events of a calendar that keeps to the rules.
fn events(out: &Path, name: &str) -> Vec<Event> {
    let file = text(out, name);
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.strip_suffix("\r\n").expect("an end").split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = unfold(&file);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let once = |key: &str| calendar.properties.iter().filter(|p| p.name == key).count();
    assert_eq!((once("VERSION"), once("PRODID"), once("CALSCALE")), (1, 1, 1));
    assert!(!calendar.components.is_empty(), "a calendar may not be empty");
    let events: Vec<Event> = calendar
        .components
        .iter()
        .map(|component| {
            assert_eq!(component.name, "VEVENT");
            event(component)
        })
        .collect();
    events.iter().for_each(check);
    let uids: HashSet<_> = events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(uids.len(), events.len());
    events
}

/// Whether an event has what it must have, once, in the forms of RFC 5545.
fn check(event: &Event) {
    let digits = |text: &str, count: usize| {
        text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_utc = |text: &str| {
        let (day, time) = text.split_once('T').expect("a day and a time");
        digits(day, 8) && time.strip_suffix('Z').is_some_and(|time| digits(time, 6))
    };
    let keys: HashSet<&str> =
        event.iter().map(|(key, _)| key.split(';').next().unwrap_or_default()).collect();
    assert_eq!(keys.len(), event.len(), "something stands twice: {event:?}");
    for required in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"] {
        assert!(keys.contains(required), "{required} is missing: {event:?}");
    }
    assert!(value(event, "DTSTAMP").is_some_and(is_utc));
    let ends = match (value(event, "DTSTART;VALUE=DATE"), value(event, "DTEND;VALUE=DATE")) {
        (Some(from), Some(to)) => {
            assert!(digits(from, 8) && digits(to, 8), "{event:?}");
            (from, to)
        }
        _ => {
            let times = value(event, "DTSTART").zip(value(event, "DTEND")).expect("two times");
            assert!(is_utc(times.0) && is_utc(times.1), "{event:?}");
            times
        }
    };
    assert!(ends.0 < ends.1, "{event:?}");
    assert!(value(event, "SUMMARY").is_some_and(|text| !text.is_empty()));
    if let Some(url) = value(event, "URL") {
        assert!(url.starts_with("https://"), "{url}");
    }
}

fn uid<'a>(events: &'a [Event], uid: &str) -> &'a Event {
    events.iter().find(|event| value(event, "UID") == Some(uid)).expect(uid)
}

#[test]
fn the_editions_of_the_sample_market_are_days_shows_and_orders_ahead() {
    let catalogue = sample();
    let out = written(&catalogue, "calendar-sample");
    let all = events(&out, ALL);
    assert_eq!(all.len(), catalogue.editions.len() * 3);

    let days = uid(&all, "jbl.jbl-2026-11-selatan@etalase.example");
    assert_eq!(value(days, "SUMMARY"), Some("Jumat Beli Lokal Jakarta Selatan"));
    // The sheet says 20 to 29 November, both included.
    assert_eq!(value(days, "DTSTART;VALUE=DATE"), Some("20261120"));
    assert_eq!(value(days, "DTEND;VALUE=DATE"), Some("20261130"));
    assert_eq!(value(days, "LOCATION"), Some("Lobi contoh, kantor wali kota Jakarta Selatan"));
    assert_eq!(value(days, "URL"), Some(&*format!("{SITE}/jbl/jbl-2026-11-selatan")));
    let told = value(days, "DESCRIPTION").expect("a description");
    assert!(
        told.starts_with("Harga JBL berlaku lewat Tokopedia sampai Minggu 29 Nov, 23.59 WIB.\n")
    );

    // 10.00 to 11.00 WIB, and ordering ahead until 20.00 WIB.
    let live = uid(&all, "live.jbl-2026-11-selatan@etalase.example");
    assert_eq!(value(live, "DTSTART"), Some("20261127T030000Z"));
    assert_eq!(value(live, "DTEND"), Some("20261127T040000Z"));
    let ahead = uid(&all, "prapesan.jbl-2026-11-selatan@etalase.example");
    assert_eq!(value(ahead, "DTSTART"), Some("20261119T170000Z"));
    assert_eq!(value(ahead, "DTEND"), Some("20261126T130000Z"));
    // The day of publication, never the clock.
    assert_eq!(value(ahead, "DTSTAMP"), Some("20261120T170000Z"));
}

#[test]
fn each_edition_has_a_calendar_of_its_own_with_the_same_events() {
    let catalogue = sample();
    let out = written(&catalogue, "calendar-each");
    let all = events(&out, ALL);
    let own: Vec<Event> = catalogue
        .editions
        .iter()
        .flat_map(|edition| events(&out, &format!("feeds/jbl/{}.ics", edition.code)))
        .collect();
    assert_eq!(own, all);
}

#[test]
fn the_events_of_the_sample_market_are_a_calendar_too() {
    let catalogue = sample();
    let out = written(&catalogue, "calendar-events");
    let all = events(&out, "feeds/acara.ics");
    assert_eq!(all.len(), catalogue.programmes.events.len());
    let bazaar = uid(&all, "acara.bazar-lobi-desember-2026@etalase.example");
    // 3 December 09.00 to 4 December 15.00 WIB.
    assert_eq!(value(bazaar, "DTSTART"), Some("20261203T020000Z"));
    assert_eq!(value(bazaar, "DTEND"), Some("20261204T080000Z"));
    let place = "Lobi contoh, kantor wali kota Jakarta Selatan";
    assert_eq!(value(bazaar, "LOCATION"), Some(place));
    let class = uid(&all, "acara.kelas-foto-produk-2026-12@etalase.example");
    let place = "Ruang serbaguna contoh, Pulogadung, Jakarta Timur";
    assert_eq!(value(class, "LOCATION"), Some(place));
}

#[test]
fn each_event_has_a_calendar_of_its_own_with_the_same_entry() {
    let catalogue = sample();
    let out = written(&catalogue, "calendar-each-event");
    let own: Vec<Event> = catalogue
        .programmes
        .events
        .iter()
        .flat_map(|event| events(&out, &format!("feeds/acara/{}.ics", event.code)))
        .collect();
    assert_eq!(own, events(&out, "feeds/acara.ics"));
}

#[test]
fn hostile_texts_come_through_whole_and_end_no_calendar() {
    let catalogue = hostile("calendar-hostile-sheets");
    let out = written(&catalogue, "calendar-hostile");
    let all = events(&out, ALL);
    assert_eq!(all.len(), 1);
    let edition = &catalogue.editions[0];
    assert!(HOSTILE.starts_with("</script>") && edition.title.starts_with("</script>"));
    assert_eq!(value(&all[0], "SUMMARY"), Some(edition.title.as_str()));
    assert_eq!(value(&all[0], "LOCATION"), Some(edition.place.as_str()));
}

#[test]
fn without_an_entry_there_is_no_calendar_because_none_may_be_empty() {
    let mut catalogue = Catalogue { editions: Vec::new(), ..sample() };
    catalogue.programmes.events.clear();
    let out = written(&catalogue, "calendar-none");
    for name in [ALL, "feeds/jbl", "feeds/acara.ics", "feeds/acara"] {
        assert!(!out.join(name).exists(), "{name}");
    }
}

#[test]
fn an_example_markets_calendar_says_so_and_needs_no_address() {
    let mut catalogue = sample();
    catalogue.market.example = true;
    catalogue.market.url.clear();
    let out = written(&catalogue, "calendar-example");
    for event in events(&out, ALL) {
        assert!(value(&event, "SUMMARY").is_some_and(|text| text.starts_with("[Contoh] ")));
        assert!(value(&event, "UID").is_some_and(|uid| uid.ends_with("@etalase.invalid")));
    }
}
