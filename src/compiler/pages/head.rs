//! The head of a written page, for those who read nothing else: title, description, preview, structured data; and the
//! page around it, in which the app starts.

use super::data::data;
use super::{Drawn, Wanted};
use crate::compiler::cards::{Cards, Preview};
use crate::compiler::catalogue::Catalogue;
use crate::domain::market::Market;
use crate::domain::time::Date;
use crate::format::manifest::{FileRef, LATEST};
use anyhow::{Result, anyhow};
use quick_xml::escape::escape;

/// The page in which the app starts, cut where a page differs.
#[derive(Clone, Debug)]
pub(super) struct Template {
    /// Up to the title.
    before: String,
    /// From behind the title to the place of the page's content.
    between: String,
    /// From there on.
    after: String,
    /// The links by which the pointer and the manifest are on their way while the app still is.
    opening: String,
}

/// How links begin by which the app is on its way before it is asked for.
const AHEAD: [&str; 2] = ["<link rel=\"preload\"", "<link rel=\"modulepreload\""];

/// Such a link for when what is seen has come: boot/boot.js knows it by its media, for which no browser fetches it.
fn later(link: &str) -> String {
    link.replace("<link ", "<link media=\"not all\" ")
}

/// A link by which a part of the catalogue is on its way while the app still is.
fn preload(address: &str) -> String {
    let link = later(AHEAD[0]);
    format!("{link} as=\"fetch\" href=\"{address}\" crossorigin=\"anonymous\">")
}

/// What the page in which the app starts says without scripts: a written page has its content there.
const WITHOUT: (&str, &str) = ("<noscript>", "</noscript>");

/// The market's mark, square, its side in pixels.
const MARK: &str = "/icon-512.png";
const MARK_SIDE: u32 = 512;

const TITLE: (&str, &str) = ("<title>", "</title>");

impl Template {
    /// Cuts the built app's own page.
    pub(super) fn of(shell: &str, manifest: &FileRef) -> Result<Self> {
        let missing = |mark: &str| anyhow!("index.html aplikasi tidak memuat {mark}");
        let cut = |text: &str, (from, to): (&str, &str)| -> Result<(String, String)> {
            let (before, rest) = text.split_once(from).ok_or_else(|| missing(from))?;
            let (_, after) = rest.split_once(to).ok_or_else(|| missing(to))?;
            Ok((before.to_owned(), after.to_owned()))
        };
        let (before, rest) = cut(shell, TITLE)?;
        let (between, after) = cut(&rest, WITHOUT)?;
        let between = AHEAD.iter().fold(between, |head, link| head.replace(link, &later(link)));
        let opening = preload(LATEST) + &preload(&manifest.path);
        Ok(Self { before, between, after, opening })
    }

    /// A page with everything around it; `ahead` is what the app will ask for first.
    pub(super) fn page(
        &self,
        drawn: &Drawn,
        wanted: &Wanted<'_>,
        around: &Around<'_>,
        ahead: Option<&FileRef>,
    ) -> Result<String> {
        let head = head(drawn, wanted, around)?;
        let Self { before, between, after, opening } = self;
        let ahead = ahead.map(|file| preload(&file.path)).unwrap_or_default();
        Ok(format!("{before}{head}{opening}{ahead}{between}{}{after}", drawn.html))
    }
}

/// What a page says that does not stand on it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) catalogue: &'a Catalogue,
    /// The day of publication.
    pub(super) at: Date,
    /// None where the site's address is not known.
    pub(super) cards: Option<&'a Cards<'a>>,
}

fn head(drawn: &Drawn, wanted: &Wanted<'_>, around: &Around<'_>) -> Result<String> {
    let market = &around.catalogue.market;
    let address = market.address(&wanted.route().path());
    let mut head = format!("<title>{}</title>", escape(&drawn.title));
    meta(&mut head, "name", "description", &drawn.description);
    let robots = if drawn.listed { "index,follow" } else { "noindex" };
    meta(&mut head, "name", "robots", robots);
    let card = match around.cards {
        Some(cards) => cards.of(wanted, drawn)?,
        None => None,
    };
    let card = card.unwrap_or_else(|| without_card(wanted, market));
    head.push_str(&preview(market, (&drawn.title, &drawn.description), &card));
    if !market.url.is_empty() {
        meta(&mut head, "property", "og:url", &address);
    }
    head.push_str(&format!("<link rel=\"canonical\" href=\"{}\">", escape(&address)));
    for json in data(drawn, wanted, around.catalogue, around.at)? {
        head.push_str("<script type=\"application/ld+json\">");
        head.push_str(&json);
        head.push_str("</script>");
    }
    Ok(head)
}

/// The preview of a page without a card: a product's photo, else the market's mark.
fn without_card(wanted: &Wanted<'_>, market: &Market) -> Preview {
    let photo = match wanted {
        Wanted::Sold(product) => product.card.picture.as_ref().zip(Some(&product.card.name)),
        _ => None,
    };
    match photo {
        Some((photo, name)) => Preview { address: photo.jpeg(), words: name.clone(), size: None },
        None => {
            let size = Some((MARK_SIDE, MARK_SIDE));
            Preview { address: MARK.to_owned(), words: market.name.clone(), size }
        }
    }
}

/// What a chat or a network shows of a link.
pub(in crate::compiler) fn preview(
    market: &Market,
    (title, description): (&str, &str),
    card: &Preview,
) -> String {
    let mut head = String::new();
    let mut about = |name: &str, content: &str| meta(&mut head, "property", name, content);
    about("og:type", "website");
    about("og:locale", "id_ID");
    about("og:site_name", &market.name);
    about("og:title", title);
    about("og:description", description);
    // Networks want whole addresses.
    if market.url.is_empty() {
        return head;
    }
    about("og:image", &market.address(&card.address));
    about("og:image:type", if card.address == MARK { "image/png" } else { "image/jpeg" });
    if let Some((width, height)) = card.size {
        about("og:image:width", &width.to_string());
        about("og:image:height", &height.to_string());
    }
    about("og:image:alt", &card.words);
    let kind = if card.address == MARK { "summary" } else { "summary_large_image" };
    meta(&mut head, "name", "twitter:card", kind);
    head
}

/// One fact of a head; an empty one is left out.
fn meta(head: &mut String, key: &str, name: &str, content: &str) {
    if !content.is_empty() {
        head.push_str(&format!("<meta {key}=\"{name}\" content=\"{}\">", escape(content)));
    }
}
