//! Sellers: the micro-businesses, how they deliver and how they take orders.

use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::link::SafeLink;
use crate::domain::permit::Permit;
use crate::domain::phone::Phone;
use crate::domain::time::Date;
use serde::{Deserialize, Serialize};
use std::ops::Not;

/// The curation's grade, by quality and completeness of permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Best.
    A,
    /// Second.
    B,
    /// Third.
    C,
    /// Fourth.
    D,
}

impl Grade {
    /// By its letter.
    pub fn from_letter(letter: &str) -> Option<Self> {
        match letter.trim() {
            "A" | "a" => Some(Self::A),
            "B" | "b" => Some(Self::B),
            "C" | "c" => Some(Self::C),
            "D" | "d" => Some(Self::D),
            _ => None,
        }
    }

    /// Its letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// How goods reach the buyer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The buyer may fetch them.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub pickup: bool,
    /// Sent by courier.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub courier: bool,
    /// Brought anywhere in Jakarta.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub everywhere: bool,
    /// Brought to these cities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cities: Vec<City>,
    /// Brought to these kecamatan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kecamatan: Vec<Kecamatan>,
}

impl Delivery {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A number to order by message, or the stand-in of an example market.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WhatsApp {
    /// The seller's number, published with consent.
    Number(Phone),
    /// An example market: the message opens without a number, so that nobody can write to a stranger.
    Example,
}

impl WhatsApp {
    /// The number, where there is one.
    pub fn number(&self) -> Option<&Phone> {
        match self {
            Self::Number(phone) => Some(phone),
            Self::Example => None,
        }
    }
}

/// How the seller is found in the procurement system: a link given by staff, or the name to search there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Eorder {
    /// A link staff have given; none is ever constructed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<SafeLink>,
    /// The name as listed there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_as: Option<String>,
}

/// Every way in which something can be ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLinks {
    /// By message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp: Option<WhatsApp>,
    /// Through shops and food apps, in the contract's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shops: Vec<(Channel, SafeLink)>,
    /// Through procurement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eorder: Option<Eorder>,
}

impl OrderLinks {
    /// The channels at hand, in the contract's order.
    pub fn channels(&self) -> Vec<Channel> {
        Channel::ALL.into_iter().filter(|channel| self.has(*channel)).collect()
    }

    /// Whether that channel is at hand.
    pub fn has(&self, channel: Channel) -> bool {
        match channel {
            Channel::Whatsapp => self.whatsapp.is_some(),
            Channel::Eorder => self.eorder.is_some(),
            shop => self.shop(shop).is_some(),
        }
    }

    /// The link to a shop or food app.
    pub fn shop(&self, channel: Channel) -> Option<&SafeLink> {
        self.shops.iter().find(|(known, _)| *known == channel).map(|(_, link)| link)
    }
}

/// A seller with everything the page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seller {
    /// Its lasting name.
    pub code: Code,
    /// As the business calls itself.
    pub name: String,
    /// Where it is.
    pub kecamatan: Kecamatan,
    /// Its kelurahan, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kelurahan: Option<String>,
    /// The office that accompanies it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pengampu: Option<String>,
    /// In its own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Opening hours, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hours: String,
    /// How goods reach the buyer.
    #[serde(default, skip_serializing_if = "Delivery::is_empty")]
    pub delivery: Delivery,
    /// Ways to order.
    #[serde(default)]
    pub links: OrderLinks,
    /// Holds a business number.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub nib: bool,
    /// Halal certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halal: Option<Permit>,
    /// Home-industry food permit, as the seller's own row has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pirt: Option<Permit>,
    /// Registration with the food and drug agency, as the seller's own row has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bpom: Option<Permit>,
    /// Passed curation, with that grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// How many products it has on sale.
    #[serde(default)]
    pub products: u32,
    /// When its published content last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
}
