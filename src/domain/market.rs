//! The market itself: its name, labels and the settings staff keep in `situs.toml`.

use crate::domain::channel::Channel;
use crate::domain::link::SafeLink;
use crate::domain::money::Rupiah;
use crate::domain::time::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Settings of a market; each has a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Market {
    /// Shown in the header and in titles.
    pub name: String,
    /// Where it is published, without the last slash; empty: not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// An example: a banner says so, and orders open without a number.
    #[serde(default)]
    pub example: bool,
    /// The day the data were collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_as_of: Option<Date>,
    /// Whom to tell of a mistake.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office_contact: String,
    /// In which order channels are offered after WhatsApp.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channel_order: Vec<Channel>,
    /// From when food must be certified halal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halal_deadline: Option<Date>,
    /// Gebetan's long name and its packages.
    #[serde(default)]
    pub gebetan: Gebetan,
    /// What civil servants are asked to spend at an edition: an appeal, not a rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jbl_appeal: Option<Rupiah>,
    /// The way into the procurement system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eorder: Option<EorderEntry>,
    /// Names of programmes that change: key and label.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
}

/// Gebetan UMKM: packages that offices buy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gebetan {
    /// The long name; sources differ on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub long_name: String,
    /// Name and price of each package.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<(String, Rupiah)>,
}

/// The procurement system's entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EorderEntry {
    /// Its entry page.
    pub url: SafeLink,
    /// The most that one purchase may cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Rupiah>,
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
            labels: BTreeMap::new(),
        }
    }
}
