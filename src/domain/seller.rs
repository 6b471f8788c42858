//! Sellers: the micro-businesses, how they deliver and how they take orders.

use crate::domain::area::{City, Kecamatan};
use crate::domain::channel::Channel;
use crate::domain::code::Code;
use crate::domain::gather::Gather;
use crate::domain::link::SafeLink;
use crate::domain::permit::Permit;
use crate::domain::phone::Phone;
use crate::domain::time::Date;
use crate::domain::wire::{record, worded};

/// What stands for an example market's number.
const EXAMPLE: &str = "contoh";

/// The curation's grade, by quality and completeness of permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Delivery {
    /// The buyer may fetch them.
    pub pickup: bool,
    /// Sent by courier.
    pub courier: bool,
    /// Brought anywhere in Jakarta.
    pub everywhere: bool,
    /// Brought to these cities.
    pub cities: Vec<City>,
    /// Brought to these kecamatan.
    pub kecamatan: Vec<Kecamatan>,
}

impl Delivery {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A number to order by message, or the stand-in of an example market.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Eorder {
    /// A link staff have given; none is ever constructed.
    pub link: Option<SafeLink>,
    /// The name as listed there.
    pub listed_as: Option<String>,
}

/// Every way in which something can be ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OrderLinks {
    /// By message.
    pub whatsapp: Option<WhatsApp>,
    /// Through shops and food apps, in the contract's order.
    pub shops: Vec<(Channel, SafeLink)>,
    /// Through procurement.
    pub eorder: Option<Eorder>,
}

impl OrderLinks {
    /// The channels at hand, in the contract's order.
    pub fn channels(&self) -> Vec<Channel> {
        Channel::ALL.into_iter().filter(|channel| self.has(*channel)).gather()
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
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct Seller {
    /// Its lasting name.
    pub code: Code,
    /// As the business calls itself.
    pub name: String,
    /// Where it is.
    pub kecamatan: Kecamatan,
    /// Its kelurahan, where given.
    pub kelurahan: Option<String>,
    /// The office that accompanies it.
    pub pengampu: Option<String>,
    /// In its own words.
    pub about: String,
    /// Opening hours, as written.
    pub hours: String,
    /// How goods reach the buyer.
    pub delivery: Delivery,
    /// Ways to order.
    pub links: OrderLinks,
    /// Holds a business number.
    pub nib: bool,
    /// Halal certificate.
    pub halal: Option<Permit>,
    /// Home-industry food permit, as the seller's own row has it.
    pub pirt: Option<Permit>,
    /// Registration with the food and drug agency, as the seller's own row has it.
    pub bpom: Option<Permit>,
    /// Passed curation, with that grade.
    pub grade: Option<Grade>,
    /// How many products it has on sale.
    pub products: u32,
    /// When its published content last changed.
    pub updated: Option<Date>,
}

worded!(
    Grade,
    |grade: &Grade| grade.letter().to_owned(),
    |text: &str| Grade::from_letter(text),
    Grade::A
);
// A number, or the word that stands for an example market's.
worded!(
    WhatsApp,
    |whatsapp: &WhatsApp| whatsapp.number().map_or(EXAMPLE, Phone::as_str).to_owned(),
    |text: &str| if text == EXAMPLE {
        Some(WhatsApp::Example)
    } else {
        Phone::parse(text).ok().map(WhatsApp::Number)
    },
    WhatsApp::Example
);
record!(Delivery { pickup, courier, everywhere, cities, kecamatan });
record!(Eorder { link, listed_as });
record!(OrderLinks { whatsapp, shops, eorder });
record!(Seller {
    code,
    name,
    kecamatan,
    kelurahan,
    pengampu,
    about,
    hours,
    delivery,
    links,
    nib,
    halal,
    pirt,
    bpom,
    grade,
    products,
    updated,
});
