//! What each page's card says, of the catalogue: the words of the page itself, and pictures of its goods.

use super::content::{Content, Shown};
use super::letters::Letters;
use crate::compiler::catalogue::Catalogue;
use crate::compiler::disk;
use crate::compiler::hash::Hash;
use crate::compiler::pages::Drawn;
use crate::domain::area::Kecamatan;
use crate::domain::category::ground;
use crate::domain::code::Code;
use crate::domain::edition::Edition;
use crate::domain::market::Label;
use crate::domain::money::grouped;
use crate::domain::offer::next_edition;
use crate::domain::product::{Card, Picture, Product, Withdrawn};
use crate::domain::seller::Seller;
use crate::domain::time::Date;
use crate::route::Route;
use anyhow::Result;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// How many pictures share a card.
const PICTURES: usize = 4;
/// Where the app has a drawing for a kind of goods.
const DRAWINGS: &str = "kategori";

/// Says what stands on cards.
pub(super) struct Teller<'a> {
    catalogue: &'a Catalogue,
    at: Date,
    /// A drawing for a kind of goods, by its code.
    drawings: HashMap<String, Shown>,
    /// The first cards of each seller that have a photo.
    by_seller: HashMap<&'a Code, Vec<&'a Card>>,
    /// What each seller sells first.
    kinds: HashMap<&'a Code, &'a Code>,
}

impl<'a> Teller<'a> {
    pub(super) fn of(catalogue: &'a Catalogue, at: Date, app: &Path) -> Result<Self> {
        let mut by_seller: HashMap<&Code, Vec<&Card>> = HashMap::new();
        let mut kinds = HashMap::new();
        for card in catalogue.products.iter().map(|entry| &entry.product.card) {
            kinds.entry(&card.seller).or_insert(&card.category);
            let own = by_seller.entry(&card.seller).or_default();
            if card.picture.is_some() && own.len() < PICTURES {
                own.push(card);
            }
        }
        Ok(Self { catalogue, at, drawings: drawings(app)?, by_seller, kinds })
    }

    /// How many products there are.
    pub(super) fn products(&self) -> usize {
        self.catalogue.products.len()
    }

    /// Texts as far as they can be shown; a title that cannot be is told by what stands beside it.
    pub(super) fn shown(&self, content: Content, letters: &Letters) -> Content {
        let plain = |text: String| letters.plain(&text);
        let pair = |(one, two): (String, String)| (letters.plain(&one), letters.plain(&two));
        let mut shown = Content {
            title: plain(content.title),
            price: content.price.map(pair),
            promotion: content.promotion.map(pair),
            fact: plain(content.fact),
            text: plain(content.text),
            who: plain(content.who),
            place: plain(content.place),
            market: plain(content.market),
            ..content
        };
        if shown.title.is_empty() {
            shown.title =
                if shown.who.is_empty() { shown.market.clone() } else { shown.who.clone() };
        }
        for picture in &mut shown.pictures {
            if let Shown::Letter(letter) = picture {
                let first = shown.title.chars().find(|letter| letter.is_alphanumeric());
                *letter = first.map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
            }
        }
        shown
    }

    pub(super) fn product(&self, product: &Product) -> Content {
        let card = &product.card;
        let market = &self.catalogue.market;
        let edition = next_edition(card, &self.catalogue.editions, self.at.start());
        let promotion = card.jbl_price.zip(edition).map(|(price, edition)| {
            let label = market.label(Label::JblShort);
            let channel = market.channel(edition.channel);
            (format!("{label} {price}"), format!("{}, di {channel}", edition.window.days()))
        });
        let own = card.picture.iter().map(photo).collect();
        Content {
            pictures: self.or_drawing(own, &card.category),
            title: card.name.clone(),
            price: Some((card.price.to_string(), card.unit.clone())),
            promotion,
            who: card.shop.clone(),
            place: place(card.kecamatan),
            ..self.blank(&card.category)
        }
    }

    pub(super) fn withdrawn(&self, product: &Withdrawn) -> Content {
        Content {
            pictures: self.or_drawing(Vec::new(), &product.category),
            title: product.name.clone(),
            text: "Sudah tidak dijual.".to_owned(),
            who: product.shop.clone(),
            ..self.blank(&product.category)
        }
    }

    pub(super) fn seller(&self, seller: &Seller) -> Content {
        let cards = self.by_seller.get(&seller.code).map(Vec::as_slice).unwrap_or_default();
        let kind = self.kinds.get(&seller.code).copied();
        let pictures = cards.iter().filter_map(|card| card.picture.as_ref()).map(photo).collect();
        let pictures = match kind {
            Some(kind) => self.or_drawing(pictures, kind),
            None => vec![Shown::Letter(String::new())],
        };
        let count = u64::from(seller.products);
        Content {
            pictures,
            title: seller.name.clone(),
            fact: if count > 0 { products(count) } else { String::new() },
            text: seller.about.clone(),
            place: place(seller.kecamatan),
            ..kind.map_or_else(|| self.plain(), |kind| self.blank(kind))
        }
    }

    /// A page that shows many things: its own title and description, and some of its goods.
    pub(super) fn page(&self, route: &Route, drawn: &Drawn) -> Content {
        let market = &self.catalogue.market;
        let title = drawn.title.strip_suffix(&market.name).unwrap_or(&drawn.title);
        let content = Content {
            pictures: self.some_of(|card| belongs(card, route)),
            festive: matches!(route, Route::Jbl | Route::JblOf(_) | Route::Edition(..)),
            title: title.trim_end_matches([' ', '·']).to_owned(),
            text: drawn.description.clone(),
            ..self.plain()
        };
        match route {
            Route::Category(code, _) => Content { ground: ground(code), ..content },
            Route::Edition(code, _) => {
                let mut editions = self.catalogue.editions.iter();
                match editions.find(|edition| edition.code == *code) {
                    Some(edition) => self.edition(edition, content),
                    None => content,
                }
            }
            _ => content,
        }
    }

    fn edition(&self, edition: &Edition, content: Content) -> Content {
        let count = u64::from(edition.products);
        Content {
            title: edition.title.clone(),
            fact: edition.window.days(),
            text: String::new(),
            who: if count > 0 { products(count) } else { String::new() },
            place: format!("di {}", self.catalogue.market.channel(edition.channel)),
            ..content
        }
    }

    /// The market itself, by its name and the drawings of its kinds of goods.
    pub(super) fn market(&self) -> Content {
        let mut drawings: Vec<_> = self.drawings.iter().collect();
        drawings.sort_by_key(|(code, _)| code.as_str());
        let pictures: Vec<Shown> =
            drawings.into_iter().map(|(_, drawing)| drawing.clone()).take(PICTURES).collect();
        let letter = vec![Shown::Letter(String::new())];
        Content {
            pictures: if pictures.is_empty() { letter } else { pictures },
            title: self.catalogue.market.name.clone(),
            ..self.plain()
        }
    }

    fn or_drawing(&self, pictures: Vec<Shown>, category: &Code) -> Vec<Shown> {
        if !pictures.is_empty() {
            return pictures;
        }
        let drawing = self.drawings.get(category.as_str()).cloned();
        vec![drawing.unwrap_or_else(|| Shown::Letter(String::new()))]
    }

    /// Photos of goods from all over a list, no two of one seller; drawings where there are none.
    fn some_of(&self, is_among: impl Fn(&Card) -> bool) -> Vec<Shown> {
        let mut sellers = HashSet::new();
        let cards = self.catalogue.products.iter().map(|entry| &entry.product.card);
        let cards = cards.filter(|card| card.picture.is_some() && is_among(card));
        let cards: Vec<&Card> = cards.filter(|card| sellers.insert(&card.seller)).collect();
        let count = cards.len().min(PICTURES);
        let spread = (0..count).filter_map(|at| cards.get(at * cards.len() / count));
        let pictures: Vec<Shown> =
            spread.filter_map(|card| card.picture.as_ref()).map(photo).collect();
        if pictures.is_empty() { self.market().pictures } else { pictures }
    }

    fn blank(&self, category: &Code) -> Content {
        Content { ground: ground(category), ..self.plain() }
    }

    /// The market's name alone. Whoever meets an example market in a chat is told so.
    fn plain(&self) -> Content {
        let market = &self.catalogue.market;
        let name = market.name.clone();
        let market = if market.example { format!("{name} · contoh") } else { name };
        Content { ground: 1, market, ..Content::default() }
    }
}

/// The drawings that the app has for kinds of goods.
fn drawings(app: &Path) -> Result<HashMap<String, Shown>> {
    let folder = app.join(DRAWINGS);
    if !folder.is_dir() {
        return Ok(HashMap::new());
    }
    let mut found = HashMap::new();
    for path in disk::list(&folder)? {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let Some(code) = name.strip_suffix(".webp") else { continue };
        let drawing =
            Shown::Drawing(format!("/{DRAWINGS}/{name}"), Hash::of(&disk::read(&path)?).name());
        found.insert(code.to_owned(), drawing);
    }
    Ok(found)
}

fn photo(picture: &Picture) -> Shown {
    Shown::Photo(picture.jpeg())
}

fn place(kecamatan: Kecamatan) -> String {
    format!("{}, {}", kecamatan.name(), kecamatan.city().name())
}

fn products(count: u64) -> String {
    format!("{} produk", grouped(count))
}

/// Whether a product is one of a page's.
fn belongs(card: &Card, route: &Route) -> bool {
    match route {
        Route::Category(code, _) => card.category == *code,
        Route::City(city, _) => card.kecamatan.city() == *city,
        Route::Edition(code, _) => card.jbl.contains(code),
        Route::Jbl | Route::JblOf(_) => !card.jbl.is_empty(),
        _ => true,
    }
}
