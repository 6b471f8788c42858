//! The market itself: its name, labels and the settings staff keep in `situs.toml`.

use crate::domain::channel::Channel;
use crate::domain::link::SafeLink;
use crate::domain::money::Rupiah;
use crate::domain::sorted::Sorted;
use crate::domain::time::Date;
use crate::domain::wire::record;

/// Settings of a market; each has a default.
#[derive(Clone, Debug, PartialEq)]
pub struct Market {
    /// Shown in the header and in titles.
    pub name: String,
    /// Where it is published, without the last slash; empty: not known.
    pub url: String,
    /// An example: a banner says so, and orders open without a number.
    pub example: bool,
    /// The day the data were collected.
    pub data_as_of: Option<Date>,
    /// Whom to tell of a mistake.
    pub office_contact: String,
    /// In which order channels are offered after WhatsApp.
    pub channel_order: Vec<Channel>,
    /// From when food must be certified halal.
    pub halal_deadline: Option<Date>,
    /// Gebetan's long name and its packages.
    pub gebetan: Gebetan,
    /// What civil servants are asked to spend at an edition: an appeal, not a rule.
    pub jbl_appeal: Option<Rupiah>,
    /// The way into the procurement system.
    pub eorder: Option<EorderEntry>,
    /// Names of programmes that change: key and label.
    pub labels: Sorted<String, String>,
}

/// Gebetan UMKM: packages that offices buy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gebetan {
    /// The long name; sources differ on it.
    pub long_name: String,
    /// Name and price of each package.
    pub packages: Vec<(String, Rupiah)>,
}

/// The procurement system's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EorderEntry {
    /// Its entry page.
    pub url: SafeLink,
    /// The most that one purchase may cost.
    pub limit: Option<Rupiah>,
}

/// What staff may call otherwise, under `[label]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The promotion around Fridays.
    Jbl,
    /// The same where there is little room.
    JblShort,
    /// How its orders are paid, in a sentence; none where staff say nothing.
    JblPayment,
    /// The monthly packages.
    Gebetan,
    /// The procurement system.
    Eorder,
}

impl Label {
    /// Its key under `[label]`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Jbl => "jbl",
            Self::JblShort => "jbl_singkat",
            Self::JblPayment => "jbl_bayar",
            Self::Gebetan => "gebetan",
            Self::Eorder => "eorder",
        }
    }

    /// What it is called where staff say nothing else.
    pub const fn usual(self) -> &'static str {
        match self {
            Self::Jbl => "Jumat Beli Lokal",
            Self::JblShort => "JBL",
            Self::JblPayment => "",
            Self::Gebetan => "Gebetan UMKM",
            Self::Eorder => "e-Order",
        }
    }
}

impl Market {
    /// What a programme is called.
    pub fn label(&self, label: Label) -> String {
        let told = self.labels.get(&label.key().to_owned());
        told.cloned().unwrap_or_else(|| label.usual().to_owned())
    }

    /// What a way to order is called: the procurement system has a name of staff's choice, the others their own.
    pub fn channel(&self, channel: Channel) -> String {
        match channel {
            Channel::Eorder => self.label(Label::Eorder),
            shop => shop.label().to_owned(),
        }
    }

    /// The address of a page or file of the site: whole where the site's own is known, else from its root.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

impl Default for Market {
    fn default() -> Self {
        Self {
            name: "Etalase Jakpreneur".to_owned(),
            url: String::new(),
            example: false,
            data_as_of: None,
            office_contact: String::new(),
            channel_order: Vec::new(),
            halal_deadline: None,
            gebetan: Gebetan::default(),
            jbl_appeal: None,
            eorder: None,
            labels: Sorted::default(),
        }
    }
}

record!(Market {
    name,
    url,
    example,
    data_as_of,
    office_contact,
    channel_order,
    halal_deadline,
    gebetan,
    jbl_appeal,
    eorder,
    labels,
});
record!(Gebetan { long_name, packages });
record!(EorderEntry { url, limit });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_is_called_what_staff_call_it() {
        let mut market = Market::default();
        assert_eq!(market.label(Label::Gebetan), "Gebetan UMKM");
        market.labels.insert("gebetan".to_owned(), "Bingkisan Warga".to_owned());
        assert_eq!(market.label(Label::Gebetan), "Bingkisan Warga");
        assert_eq!(market.label(Label::Eorder), "e-Order");
        market.labels.insert("eorder".to_owned(), "Katalog Elektronik".to_owned());
        assert_eq!(market.channel(Channel::Eorder), "Katalog Elektronik");
        assert_eq!(market.channel(Channel::Tokopedia), "Tokopedia");
    }
}
