//! T3 and T4: no text becomes a link to anywhere but an allowed host, and no address leads out of the site.
//!
//! What a browser would make of a link is asked of `url`, which reads addresses as browsers do.

use etalase::domain::channel::Channel;
use etalase::domain::link::SafeLink;
use etalase::route::Route;
use proptest::prelude::*;
use url::{Host, Url};

/// Hosts of links that are no shop, as `domain/link.rs` has them.
const OTHERS: [&str; 5] =
    ["youtube.com", "youtu.be", "google.com", "jakarta.go.id", "openstreetmap.org"];

fn is_allowed(host: &str) -> bool {
    let shops = Channel::ALL.into_iter().flat_map(|channel| channel.hosts().iter().copied());
    shops.chain(OTHERS).any(|one| host == one || host.ends_with(&format!(".{one}")))
}

/// Pieces that trick readers of addresses, put together in any order.
fn pieces() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "https://",
        "HTTPS://",
        "http://",
        "//",
        "/\\",
        "https:",
        "https:/",
        "javascript:",
        "data:text/html,",
        "tokopedia.com",
        "www.tokopedia.com",
        "shopee.co.id",
        "wa.me",
        "jakarta.go.id",
        "instagram.com",
        "evil.example",
        "127.0.0.1",
        "0x7f.1",
        "[::1]",
        "localhost",
        "bit.ly",
        "xn--tokopedi-8fg.com",
        "tokopedіa.com",
        "ｔokopedia.com",
        "tokopedia。com",
        "tokopedia.com.",
        ".tokopedia.com",
        "tokopedia.com%2e",
        "@",
        ":",
        ":443",
        ":8443",
        "\\",
        "/",
        "?",
        "#",
        "..",
        "%00",
        "%2f",
        "%40",
        "\t",
        "\n",
        "\r",
        " ",
        "\u{200b}",
        "\u{202e}",
        "&url=https://evil.example",
        "<script>",
        "\"",
        "'",
        ";",
        ",",
        "-",
        "--",
        "_",
        "é",
        "\0",
    ])
    .prop_map(str::to_owned);
    prop::collection::vec(
        prop_oneof![8 => nasty, 1 => "[ -~]{0,6}", 1 => any::<char>().prop_map(String::from)],
        0..9,
    )
    .prop_map(|pieces| pieces.concat())
}

/// So many cases, and more where `PROPTEST_CASES` asks for more.
fn cases(least: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig { cases: asked.cases.max(least), failure_persistence: None, ..asked }
}

proptest! {
    #![proptest_config(cases(100_000))]

    #[test]
    fn t3_a_link_is_https_to_an_allowed_host_as_a_browser_reads_it(
        text in prop_oneof![pieces(), pieces().prop_map(|rest| format!("https://tokopedia.com{rest}")),
            pieces().prop_map(|rest| format!("https://{rest}tokopedia.com/a"))]
    ) {
        let Ok(link) = SafeLink::anywhere(&text, &[]) else { return Ok(()) };
        // The link as it is published, and the text as it was written, lead to the same allowed host.
        for shown in [link.as_str(), text.trim()] {
            let read = Url::parse(shown).map_err(|error| TestCaseError::fail(format!("{shown}: {error}")))?;
            prop_assert_eq!(read.scheme(), "https");
            prop_assert_eq!((read.username(), read.password(), read.port()), ("", None, None));
            let Some(Host::Domain(host)) = read.host() else {
                return Err(TestCaseError::fail(format!("{shown} leads to no name")));
            };
            prop_assert!(is_allowed(host), "{} leads to {}", shown, host);
            prop_assert_eq!(host, link.host());
        }
        let marks = |c: char| c.is_control() || c.is_whitespace() || "\"'<>`\\{}".contains(c) || !c.is_ascii();
        prop_assert!(!link.as_str().contains(marks), "{}", link.as_str());
    }
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn t4_no_address_of_the_market_leads_out_of_it(
        address in prop_oneof![
            pieces(),
            pieces().prop_map(|rest| format!("/cari?q={rest}&url={rest}")),
            pieces().prop_map(|rest| format!("/kategori/kuliner?next={rest}&kota={rest}")),
            pieces().prop_map(|rest| format!("/p/{rest}")),
        ]
    ) {
        let Some(route) = Route::parse(&address) else { return Ok(()) };
        let path = route.path();
        let site = Url::parse("https://etalase.example/").expect("an address");
        let read = site.join(&path).map_err(|error| TestCaseError::fail(format!("{path}: {error}")))?;
        prop_assert_eq!(read.origin(), site.origin(), "{} leads to {}", path, read);
        prop_assert!(!path.to_ascii_lowercase().contains("url="), "{}", path);
        // Whatever was understood of it is understood again.
        prop_assert_eq!(Route::parse(&path), Some(route));
    }
}
