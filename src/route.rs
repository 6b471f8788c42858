//! Every address of the market, as a value. Only this file spells a path.

use crate::domain::area::City;
use crate::domain::code::Code;
use crate::domain::event::EventFilter;
use crate::domain::filter::Filter;
use crate::domain::gather::Gather;

/// The template that staff download from their page.
pub const TEMPLATE_FILE: &str = "/unduh/lembar-etalase.xlsx";

/// The calendar of all editions of Jumat Beli Lokal.
pub const EDITIONS_CALENDAR: &str = "/feeds/jbl.ics";

/// The calendar of all events.
pub const EVENTS_CALENDAR: &str = "/feeds/acara.ics";

/// An edition's own calendar.
pub fn edition_calendar(code: &Code) -> String {
    format!("/feeds/jbl/{code}.ics")
}

/// An event's own calendar.
pub fn event_calendar(code: &Code) -> String {
    format!("/feeds/acara/{code}.ics")
}

/// The page of the events that are asked for.
pub fn events(filter: EventFilter) -> String {
    let query = filter.to_query();
    let path = Route::Events.path();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The events that an address asks for.
pub fn asked_events(address: &str) -> EventFilter {
    let address = address.split('#').next().unwrap_or_default();
    EventFilter::from_query(address.split_once('?').map_or("", |(_, query)| query))
}

/// The comparison of some products: their codes stand behind `#`, so no server is told of them.
pub fn compare<'a>(codes: impl Iterator<Item = &'a Code>) -> String {
    let codes: Vec<&str> = codes.map(Code::as_str).gather();
    format!("{}#{}", Route::Compare.path(), codes.join("."))
}

/// The products that stand behind `#` of a comparison, each once, and whether all of it could be read.
pub fn compared(fragment: &str) -> (Vec<Code>, bool) {
    let mut codes: Vec<Code> = Vec::new();
    let mut is_whole = true;
    for part in fragment.split('.').filter(|part| !part.is_empty()) {
        match Code::parse(part) {
            Ok(code) if !codes.contains(&code) => codes.push(code),
            Ok(_) => {}
            Err(_) => is_whole = false,
        }
    }
    (codes, is_whole)
}

/// The planner of packages with an order in it, as [`crate::domain::shared_list`] writes it.
pub fn planned(order: &str) -> String {
    format!("{}#{order}", Route::Gebetan.path())
}

/// What a report of a mistake can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A product.
    Product(Code),
    /// A seller.
    Seller(Code),
}

impl Subject {
    /// As it stands behind `#`, so that no server is told of it.
    fn fragment(&self) -> String {
        match self {
            Self::Product(code) => code.to_string(),
            Self::Seller(code) => format!("toko/{code}"),
        }
    }
}

/// The page for reporting a mistake.
pub fn report(subject: &Subject) -> String {
    format!("{}#{}", Route::Report.path(), subject.fragment())
}

/// What a report is about, as it stands behind `#`.
pub fn reported(fragment: &str) -> Option<Subject> {
    match fragment.strip_prefix("toko/") {
        Some(code) => Code::parse(code).ok().map(Subject::Seller),
        None => Code::parse(fragment).ok().map(Subject::Product),
    }
}

/// Whose cards are printed to stand at a stall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stall {
    /// A product or a seller.
    Of(Subject),
    /// All who take part in an event.
    Event(Code),
}

/// The page that prints the cards of a stall.
pub fn stall(stall: &Stall) -> String {
    let path = Route::Stall.path();
    match stall {
        Stall::Of(subject) => format!("{path}#{}", subject.fragment()),
        Stall::Event(code) => format!("{path}#acara/{code}"),
    }
}

/// Whose cards are printed, as it stands behind `#`.
pub fn printed(fragment: &str) -> Option<Stall> {
    match fragment.strip_prefix("acara/") {
        Some(code) => Code::parse(code).ok().map(Stall::Event),
        None => reported(fragment).map(Stall::Of),
    }
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/cari?…`
    Search(Filter),
    /// `/kategori/<kategori>`, with the other facets behind `?`
    Category(Code, Filter),
    /// `/kota/<slug>`, with the other facets behind `?`
    City(City, Filter),
    /// `/p/<kode>`
    Product(Code),
    /// `/toko/<kode>`
    Seller(Code),
    /// `/jbl`
    Jbl,
    /// `/jbl?kota=…`: the editions of one city
    JblOf(City),
    /// `/jbl/<kode>`, with the facets behind `?`
    Edition(Code, Filter),
    /// `/gebetan`
    Gebetan,
    /// `/rapat`
    Meeting,
    /// `/acara`; which events are asked for behind `?` is that page's own business, see [`events`]
    Events,
    /// `/program`
    Programmes,
    /// `/daftar#…`: what stands behind `#` is a list that somebody has shared
    Shared,
    /// `/banding#…`: which products are compared is that page's own business, see [`compare`]
    Compare,
    /// `/lapor#…`: what is wrong is that page's own business, see [`report`]
    Report,
    /// `/baru`
    News,
    /// `/cetak#…`: whose cards are printed is that page's own business, see [`stall`]
    Stall,
    /// `/keranjang`
    Basket,
    /// `/simpan`
    Saved,
    /// `/petugas`
    Staff,
    /// `/tentang`
    About,
}

impl Route {
    /// The pages of the programmes, which are one program of their own.
    pub const OF_PROGRAMMES: [Self; 9] = [
        Self::Gebetan,
        Self::Meeting,
        Self::Events,
        Self::Programmes,
        Self::Shared,
        Self::Compare,
        Self::Report,
        Self::News,
        Self::Stall,
    ];

    /// Whether it is one of [`Self::OF_PROGRAMMES`].
    pub fn is_of_programmes(&self) -> bool {
        matches!(
            self,
            Self::Gebetan
                | Self::Meeting
                | Self::Events
                | Self::Programmes
                | Self::Shared
                | Self::Compare
                | Self::Report
                | Self::News
                | Self::Stall
        )
    }

    /// How links must be marked that lead there: `external` where the page is a program of its own, which the
    /// browser has to load.
    pub fn rel(&self) -> Option<&'static str> {
        let own = matches!(self, Self::Staff) || self.is_of_programmes();
        own.then_some("external")
    }

    /// The address, from the root of the site.
    pub fn path(&self) -> String {
        let with = |path: String, filter: &Filter| {
            let query = filter.to_query();
            if query.is_empty() { path } else { format!("{path}?{query}") }
        };
        match self {
            Self::Home => "/".to_owned(),
            Self::Search(filter) => with("/cari".to_owned(), filter),
            Self::Category(code, filter) => with(format!("/kategori/{code}"), filter),
            Self::City(city, filter) => with(format!("/kota/{}", city.slug()), filter),
            Self::Product(code) => format!("/p/{code}"),
            Self::Seller(code) => format!("/toko/{code}"),
            Self::Jbl => "/jbl".to_owned(),
            Self::JblOf(city) => format!("/jbl?kota={}", city.slug()),
            Self::Edition(code, filter) => with(format!("/jbl/{code}"), filter),
            Self::Gebetan => "/gebetan".to_owned(),
            Self::Meeting => "/rapat".to_owned(),
            Self::Events => "/acara".to_owned(),
            Self::Programmes => "/program".to_owned(),
            Self::Shared => "/daftar".to_owned(),
            Self::Compare => "/banding".to_owned(),
            Self::Report => "/lapor".to_owned(),
            Self::News => "/baru".to_owned(),
            Self::Stall => "/cetak".to_owned(),
            Self::Basket => "/keranjang".to_owned(),
            Self::Saved => "/simpan".to_owned(),
            Self::Staff => "/petugas".to_owned(),
            Self::About => "/tentang".to_owned(),
        }
    }

    /// The page of an address; `None` is the market's own "tidak ditemukan".
    pub fn parse(address: &str) -> Option<Self> {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).gather();
        let code = |text: &str| Code::parse(text).ok();
        Some(match parts.as_slice() {
            [] => Self::Home,
            ["cari"] => Self::Search(Filter::from_query(query)),
            ["kategori", category] => Self::Category(code(category)?, Filter::from_query(query)),
            ["kota", slug] => Self::City(City::from_slug(slug)?, Filter::from_query(query)),
            ["p", product] => Self::Product(code(product)?),
            ["toko", seller] => Self::Seller(code(seller)?),
            ["jbl"] => {
                let city = Filter::from_query(query).cities.first().copied();
                city.map_or(Self::Jbl, Self::JblOf)
            }
            ["jbl", edition] => Self::Edition(code(edition)?, Filter::from_query(query)),
            ["gebetan"] => Self::Gebetan,
            ["rapat"] => Self::Meeting,
            ["acara"] => Self::Events,
            ["program"] => Self::Programmes,
            ["daftar"] => Self::Shared,
            ["banding"] => Self::Compare,
            ["lapor"] => Self::Report,
            ["baru"] => Self::News,
            ["cetak"] => Self::Stall,
            ["keranjang"] => Self::Basket,
            ["simpan"] => Self::Saved,
            ["petugas"] => Self::Staff,
            ["tentang"] => Self::About,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_leads_to_its_address_and_back() {
        for path in [
            "/",
            "/cari",
            "/cari?q=keripik+tempe&kategori=kuliner&urut=termurah",
            "/kategori/kuliner",
            "/kategori/kriya?kota=jakarta-timur",
            "/kota/kepulauan-seribu",
            "/p/keripik-tempe",
            "/toko/dapur-bu-ratih",
            "/jbl",
            "/jbl?kota=jakarta-timur",
            "/jbl/jbl-2026-11-selatan",
            "/jbl/jbl-2026-11-selatan?kategori=kuliner",
            "/gebetan",
            "/rapat",
            "/acara",
            "/program",
            "/daftar",
            "/banding",
            "/lapor",
            "/baru",
            "/cetak",
            "/keranjang",
            "/simpan",
            "/petugas",
            "/tentang",
        ] {
            assert_eq!(Route::parse(path).map(|route| route.path()).as_deref(), Some(path));
        }
    }

    #[test]
    fn what_is_a_programmes_page_is_listed_as_one() {
        assert!(Route::OF_PROGRAMMES.iter().all(Route::is_of_programmes));
        let shoppers =
            [Route::Home, Route::Jbl, Route::Basket, Route::Saved, Route::Staff, Route::About];
        assert!(!shoppers.iter().any(Route::is_of_programmes));
    }

    #[test]
    fn the_events_that_are_asked_for_round_trip_through_the_address() {
        for address in ["/acara", "/acara?kota=jakarta-timur&jenis=pelatihan", "/acara?jenis=mal"] {
            assert_eq!(events(asked_events(address)), address);
            assert_eq!(Route::parse(address), Some(Route::Events));
        }
    }

    #[test]
    fn the_products_of_a_comparison_round_trip_through_the_address() {
        let code = |text: &str| Code::parse(text).expect("a code");
        let codes = [code("keripik-tempe"), code("vas-3")];
        let address = compare(codes.iter());
        assert_eq!(address, "/banding#keripik-tempe.vas-3");
        assert_eq!(Route::parse(&address), Some(Route::Compare));
        assert_eq!(compared("keripik-tempe.vas-3"), (codes.to_vec(), true));
        assert_eq!(compared(""), (vec![], true));
        assert_eq!(compared("vas-3.keripik-tempe.vas-3.").0.len(), 2);
        assert_eq!(compared("keripik-tempe.<b>.vas-3"), (codes.to_vec(), false));
    }

    #[test]
    fn what_a_report_is_about_round_trips_through_the_address() {
        let code = Code::parse("dapur-bu-ratih").expect("a code");
        for subject in [Subject::Product(code.clone()), Subject::Seller(code)] {
            let address = report(&subject);
            assert_eq!(Route::parse(&address), Some(Route::Report));
            let fragment = address.split('#').nth(1).expect("a fragment");
            assert_eq!(reported(fragment), Some(subject));
        }
        for fragment in ["", "toko/", "toko", "a", "toko/a/b", "%3Cb%3E"] {
            assert_ne!(reported(fragment), reported("dapur-bu-ratih"), "{fragment}");
        }
        assert_eq!(reported("%3Cb%3E"), None);
    }

    #[test]
    fn whose_cards_are_printed_round_trips_through_the_address() {
        let code = Code::parse("bazar-ramadan").expect("a code");
        let subjects = [Subject::Product(code.clone()), Subject::Seller(code.clone())];
        for asked in subjects.map(Stall::Of).into_iter().chain([Stall::Event(code)]) {
            let address = stall(&asked);
            assert_eq!(Route::parse(&address), Some(Route::Stall));
            let fragment = address.split('#').nth(1).expect("a fragment");
            assert_eq!(printed(fragment), Some(asked));
        }
        for fragment in ["", "acara/", "acara/a/b", "%3Cb%3E"] {
            assert_eq!(printed(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn other_addresses_lead_nowhere() {
        for path in ["/p", "/p/A", "/p/../etc", "/kota/bandung", "/admin", "/cari/lagi", "/p/a/b"] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }

    #[test]
    fn a_trailing_slash_or_fragment_changes_nothing() {
        assert_eq!(Route::parse("/p/keripik/#foto"), Route::parse("/p/keripik"));
    }
}
