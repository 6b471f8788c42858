//! Where a page can be told to others when the phone has no share sheet of its own.

use crate::domain::link::SafeLink;

/// A network that takes a text and an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// WhatsApp, to whom the person chooses.
    Whatsapp,
    /// Facebook.
    Facebook,
    /// X, once Twitter.
    X,
    /// Telegram.
    Telegram,
    /// LINE.
    Line,
}

impl Network {
    /// All, most used first.
    pub const ALL: [Self; 5] =
        [Self::Whatsapp, Self::Facebook, Self::X, Self::Telegram, Self::Line];

    /// Its proper name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Whatsapp => "WhatsApp",
            Self::Facebook => "Facebook",
            Self::X => "X",
            Self::Telegram => "Telegram",
            Self::Line => "LINE",
        }
    }

    /// Its page for telling `text` and `url`.
    pub fn link(self, text: &str, url: &str) -> SafeLink {
        let both = format!("{text}\n{url}");
        match self {
            Self::Whatsapp => SafeLink::whatsapp(None, &both),
            Self::Facebook => SafeLink::share("https://www.facebook.com/sharer/sharer.php?u=", url),
            Self::X => SafeLink::share("https://twitter.com/intent/tweet?text=", &both),
            Self::Telegram => SafeLink::share(
                &format!("https://t.me/share/url?url={}&text=", crate::domain::link::encode(url)),
                text,
            ),
            Self::Line => SafeLink::share("https://line.me/R/msg/text/?", &both),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_is_given_the_words_and_the_address_or_the_address_alone() {
        let (text, url) = ("Keripik", "https://etalase.example/p/keripik");
        let address = "https%3A%2F%2Fetalase.example%2Fp%2Fkeripik";
        for (network, host, words) in [
            (Network::Whatsapp, "https://wa.me/", true),
            (Network::Facebook, "https://www.facebook.com/", false),
            (Network::X, "https://twitter.com/", true),
            (Network::Telegram, "https://t.me/", true),
            (Network::Line, "https://line.me/", true),
        ] {
            let link = network.link(text, url);
            let name = network.label();
            assert!(link.as_str().starts_with(host), "{name}: {}", link.as_str());
            assert!(link.as_str().contains(address), "{name}: {}", link.as_str());
            // Facebook reads the page itself.
            assert_eq!(link.as_str().contains("Keripik"), words, "{name}: {}", link.as_str());
        }
    }

    #[test]
    fn shared_links_are_escaped_once() {
        let link = Network::Telegram.link("Keripik & teh", "https://etalase.example/p/keripik?a=1");
        assert_eq!(
            link.as_str(),
            "https://t.me/share/url?url=https%3A%2F%2Fetalase.example%2Fp%2Fkeripik%3Fa%3D1&text=Keripik%20%26%20teh"
        );
    }
}
