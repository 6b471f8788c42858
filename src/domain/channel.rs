//! The channels through which a seller takes orders, by the contract's column names.

use crate::domain::wire::worded;

/// Where an order can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// A prefilled message.
    Whatsapp,
    /// A Tokopedia shop or product.
    Tokopedia,
    /// A Shopee shop or product.
    Shopee,
    /// TikTok Shop.
    Tiktok,
    /// GoFood.
    Gofood,
    /// GrabFood.
    Grabfood,
    /// ShopeeFood.
    Shopeefood,
    /// An Instagram account.
    Instagram,
    /// The seller's own site.
    Situs,
    /// The province's procurement system.
    Eorder,
}

impl Channel {
    /// All, in the contract's order, which is also the order in which they are offered unless `urutan_kanal` says otherwise.
    pub const ALL: [Self; 10] = [
        Self::Whatsapp,
        Self::Tokopedia,
        Self::Shopee,
        Self::Tiktok,
        Self::Gofood,
        Self::Grabfood,
        Self::Shopeefood,
        Self::Instagram,
        Self::Situs,
        Self::Eorder,
    ];

    /// The column's name, also used in addresses and feeds.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Whatsapp => "whatsapp",
            Self::Tokopedia => "tokopedia",
            Self::Shopee => "shopee",
            Self::Tiktok => "tiktok",
            Self::Gofood => "gofood",
            Self::Grabfood => "grabfood",
            Self::Shopeefood => "shopeefood",
            Self::Instagram => "instagram",
            Self::Situs => "situs",
            Self::Eorder => "eorder",
        }
    }

    /// By the column's name.
    pub fn from_column(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.column() == name)
    }

    /// The proper name, as the channel writes it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Whatsapp => "WhatsApp",
            Self::Tokopedia => "Tokopedia",
            Self::Shopee => "Shopee",
            Self::Tiktok => "TikTok Shop",
            Self::Gofood => "GoFood",
            Self::Grabfood => "GrabFood",
            Self::Shopeefood => "ShopeeFood",
            Self::Instagram => "Instagram",
            Self::Situs => "Situs toko",
            Self::Eorder => "e-Order",
        }
    }

    /// The hosts its links may lead to, with all their subdomains; empty where only `host_tambahan` allows any.
    pub const fn hosts(self) -> &'static [&'static str] {
        match self {
            Self::Whatsapp => &["wa.me"],
            Self::Tokopedia => &["tokopedia.com"],
            Self::Shopee | Self::Shopeefood => &["shopee.co.id"],
            Self::Tiktok => &["tiktok.com", "tokopedia.com"],
            Self::Gofood => &["gofood.co.id", "gofood.link"],
            Self::Grabfood => &["grab.com"],
            Self::Instagram => &["instagram.com"],
            Self::Situs => &["blibli.com", "lazada.co.id"],
            Self::Eorder => &["jakarta.go.id", "inaproc.id", "lkpp.go.id"],
        }
    }
}

worded!(
    Channel,
    |channel: &Channel| channel.column().to_owned(),
    |text: &str| { Channel::from_column(text) },
    Channel::Whatsapp
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::wire;

    #[test]
    fn columns_lead_back_to_their_channels_and_equal_the_published_names() {
        for channel in Channel::ALL {
            assert_eq!(Channel::from_column(channel.column()), Some(channel));
            assert_eq!(wire::write(&channel), format!("\"{}\"", channel.column()));
        }
    }
}
