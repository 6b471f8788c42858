//! Links to the outside: the only source of an `href` that leaves the market.
//!
//! A link is https, names no user and no port, and leads to a host that is allowed. Tracking parameters are
//! dropped. Where it leads beyond its host is not known here. The one other kind opens a letter to an e-mail address
//! that was checked; it is made here and never read.

use crate::domain::channel::Channel;
use crate::domain::email::Email;
use crate::domain::gather::Gather;
use crate::domain::phone::Phone;
use crate::domain::wire::worded;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A link that may be followed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeLink(String);

/// Why a text is no link we follow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Not an address of the web at all.
    #[error("not a web address")]
    Syntax,
    /// `http://`, `javascript:` and every other scheme.
    #[error("not https")]
    NotHttps,
    /// `https://tokopedia.com@elsewhere.example`.
    #[error("names a user or a port")]
    UserOrPort,
    /// A host that is not on the list.
    #[error("leads to {0}, which is not allowed")]
    Host(String),
}

/// Hosts that live streams, maps and forms may stand on, beside those of the channels.
const OTHER_HOSTS: [&str; 5] =
    ["youtube.com", "youtu.be", "google.com", "jakarta.go.id", "openstreetmap.org"];
/// Names of parameters that follow a person around and change nothing about the page.
const TRACKING: [&str; 9] =
    ["utm_", "fbclid", "gclid", "igsh", "igshid", "ref_", "_branch", "trkid", "spm"];
/// Hosts whose links say nothing of where they lead: published, with a warning to paste the long one.
const SHORT_HOSTS: [&str; 8] = [
    "vt.tokopedia.com",
    "s.shopee.co.id",
    "vt.tiktok.com",
    "gofood.link",
    "r.grab.com",
    "youtu.be",
    "tokopedia.link",
    "shope.ee",
];

/// Everything but letters, digits and `-_.~` is escaped, as RFC 3986 has it for a query's value.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Percent-encodes a value for an address.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string()
}

impl SafeLink {
    /// A link on one of a channel's hosts, or one that `situs.toml` allows besides.
    pub fn for_channel(
        text: &str,
        channel: Channel,
        extra_hosts: &[String],
    ) -> Result<Self, LinkError> {
        Self::on_hosts(text, |host| {
            under_any(host, channel.hosts()) || under_any(host, extra_hosts)
        })
    }

    /// A link on any allowed host.
    pub fn anywhere(text: &str, extra_hosts: &[String]) -> Result<Self, LinkError> {
        Self::on_hosts(text, |host| {
            Channel::ALL.iter().any(|channel| under_any(host, channel.hosts()))
                || under_any(host, &OTHER_HOSTS)
                || under_any(host, extra_hosts)
        })
    }

    fn on_hosts(text: &str, allowed: impl Fn(&str) -> bool) -> Result<Self, LinkError> {
        let link = Self::syntax(text)?;
        let host = link.host();
        if allowed(host) { Ok(link) } else { Err(LinkError::Host(host.to_owned())) }
    }

    fn syntax(text: &str) -> Result<Self, LinkError> {
        let text = text.trim();
        let forbidden = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || !c.is_ascii()
                || matches!(c, '\\' | '"' | '<' | '>' | '`' | '\'' | '{' | '}')
        };
        if text.is_empty() || text.len() > 2_000 || text.contains(forbidden) {
            return Err(LinkError::Syntax);
        }
        let Some((scheme, rest)) = text.split_once("://") else {
            return Err(if text.contains(':') { LinkError::NotHttps } else { LinkError::Syntax });
        };
        if !scheme.eq_ignore_ascii_case("https") {
            return Err(LinkError::NotHttps);
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        if authority.contains(['@', ':']) {
            return Err(LinkError::UserOrPort);
        }
        let host = authority.to_ascii_lowercase();
        let label = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !part.starts_with("xn--")
                && !part.starts_with('-')
        };
        if !host.contains('.') || !host.split('.').all(label) {
            return Err(LinkError::Syntax);
        }
        Ok(Self(format!("https://{host}{}", without_tracking(path))))
    }

    /// The link as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it leads.
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix("https://").unwrap_or(&self.0);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }

    /// Whether the address hides its target.
    pub fn is_short(&self) -> bool {
        SHORT_HOSTS.contains(&self.host())
    }

    /// A prefilled message; without a number WhatsApp asks whom to send it to.
    pub fn whatsapp(number: Option<&Phone>, message: &str) -> Self {
        let number = number.map(Phone::as_str).unwrap_or_default();
        Self(format!("https://wa.me/{number}?text={}", encode(message)))
    }

    /// A letter that is ready to be sent.
    pub fn mail(to: &Email, subject: &str, body: &str) -> Self {
        // Lines of a letter end in both (RFC 6068).
        let body = encode(&body.replace('\n', "\r\n"));
        Self(format!("mailto:{}?subject={}&body={body}", to.as_str(), encode(subject)))
    }

    /// The same page told on a network: `template` ends where the escaped value goes.
    pub(in crate::domain) fn share(template: &str, value: &str) -> Self {
        Self(format!("{template}{}", encode(value)))
    }
}

fn under_any(host: &str, allowed: &[impl AsRef<str>]) -> bool {
    allowed.iter().any(|one| {
        let one = one.as_ref();
        host == one || host.strip_suffix(one).is_some_and(|rest| rest.ends_with('.'))
    })
}

fn without_tracking(path: &str) -> String {
    let (path, fragment) =
        path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let mut out = match path.split_once('?') {
        None => path.to_owned(),
        Some((path, query)) => {
            let kept: Vec<&str> = query
                .split('&')
                .filter(|pair| {
                    !pair.is_empty() && !TRACKING.iter().any(|name| pair.starts_with(name))
                })
                .gather();
            if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
        }
    };
    if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

// The compiler has checked the host against the market's list; the form is checked again on reading.
worded!(
    SafeLink,
    |link: &SafeLink| link.0.clone(),
    |text: &str| SafeLink::syntax(text).ok(),
    SafeLink(String::new())
);

#[cfg(test)]
mod tests {
    use super::*;

    fn tokopedia(text: &str) -> Result<String, LinkError> {
        SafeLink::for_channel(text, Channel::Tokopedia, &[]).map(|link| link.0)
    }

    #[test]
    fn allowed_hosts_and_their_subdomains_pass() {
        assert_eq!(
            tokopedia("https://www.tokopedia.com/toko/barang").as_deref(),
            Ok("https://www.tokopedia.com/toko/barang")
        );
        assert_eq!(
            tokopedia(" HTTPS://Tokopedia.com/Toko ").as_deref(),
            Ok("https://tokopedia.com/Toko")
        );
        assert!(
            SafeLink::for_channel(
                "https://toko.example/a",
                Channel::Situs,
                &["toko.example".into()]
            )
            .is_ok()
        );
    }

    #[test]
    fn everything_else_is_refused() {
        for (text, error) in [
            ("http://tokopedia.com/a", LinkError::NotHttps),
            ("javascript:alert(1)", LinkError::NotHttps),
            ("data:text/html,x", LinkError::NotHttps),
            ("tokopedia.com/a", LinkError::Syntax),
            ("https://tokopedia.com@evil.example/", LinkError::UserOrPort),
            ("https://tokopedia.com:8443/", LinkError::UserOrPort),
            ("https://evil.example/tokopedia.com", LinkError::Host("evil.example".into())),
            ("https://nottokopedia.com/", LinkError::Host("nottokopedia.com".into())),
            (
                "https://tokopedia.com.evil.example/",
                LinkError::Host("tokopedia.com.evil.example".into()),
            ),
            ("https://tokopediа.com/", LinkError::Syntax),
            ("https://xn--tokopedi-8fg.com/", LinkError::Syntax),
            ("https://tokopedia.com\\@evil.example", LinkError::Syntax),
            ("https://tokopedia.com/a b", LinkError::Syntax),
            ("https://tokopedia.com/\"><script>", LinkError::Syntax),
            ("https:///tokopedia.com", LinkError::Syntax),
            ("https://bit.ly/abc", LinkError::Host("bit.ly".into())),
        ] {
            assert_eq!(tokopedia(text), Err(error), "{text}");
        }
    }

    #[test]
    fn tracking_parameters_are_dropped_and_others_kept() {
        assert_eq!(
            tokopedia("https://tokopedia.com/a?utm_source=ig&v=2&fbclid=x#s").as_deref(),
            Ok("https://tokopedia.com/a?v=2#s")
        );
        assert_eq!(
            tokopedia("https://tokopedia.com/a?utm_source=ig").as_deref(),
            Ok("https://tokopedia.com/a")
        );
    }

    #[test]
    fn messages_survive_the_address() {
        let link = SafeLink::whatsapp(None, "2 × Keripik & teh\nRp10.000 #1 100%");
        assert_eq!(
            link.as_str(),
            "https://wa.me/?text=2%20%C3%97%20Keripik%20%26%20teh%0ARp10.000%20%231%20100%25"
        );
    }

    #[test]
    fn a_letter_keeps_its_lines_and_its_address_gains_nothing() {
        let to = Email::parse("lapor@dinas.example").expect("an address");
        assert_eq!(
            SafeLink::mail(&to, "Harga & stok", "Satu\nDua?bcc=x").as_str(),
            "mailto:lapor@dinas.example?subject=Harga%20%26%20stok&body=Satu%0D%0ADua%3Fbcc%3Dx"
        );
        assert_eq!(Email::parse("lapor@dinas.example?bcc=x@y.id"), None);
    }
}
