//! A content → the pixels of its card: pictures on the left, words on the right, the market's awning above both.

use super::canvas::{Canvas, Colour, Frame};
use super::content::{Content, Shown};
use super::letters::{Letters, Type};
use image::DynamicImage;

/// The size that every network asks for.
pub(super) const WIDTH: u32 = 1200;
/// In pixels.
pub(super) const HEIGHT: u32 = 630;
/// Where the words begin.
const HALF: u32 = 584;
/// Around the words.
const MARGIN: f32 = 44.0;

// The colours of style/tokens.css.
const PAPER: Colour = [0xff, 0xfa, 0xf2];
const INK: Colour = [0x2a, 0x1d, 0x14];
const SOFT: Colour = [0x6b, 0x56, 0x47];
const PANDAN: Colour = [0x0a, 0x69, 0x4d];
const KUNYIT: Colour = [0xf2, 0xb0, 0x1e];
const ON_KUNYIT: Colour = [0x3a, 0x26, 0x00];
const GROUNDS: [Colour; 5] = [
    [0xfc, 0xe9, 0xd4],
    [0xe3, 0xf1, 0xe6],
    [0xe6, 0xea, 0xf8],
    [0xfb, 0xe3, 0xe0],
    [0xff, 0xf1, 0xc9],
];

/// A stripe of the awning, and how far down it hangs before its round edge.
const STRIPE: f32 = 60.0;
const HANG: f32 = 22.0;

/// The market's mark as public/favicon.svg has it, in a square of 48: paths and their colours.
const MARK_SIDE: f32 = 48.0;
const MARK: [(&str, Colour); 4] = [
    (
        "M13 0h22a13 13 0 0 1 13 13v22a13 13 0 0 1-13 13H13A13 13 0 0 1 0 35V13A13 13 0 0 1 13 0z",
        PANDAN,
    ),
    ("M11 21h6v5h17v5H17v5h20v5H11z", PAPER),
    ("M12 8h24l4 10v3a4 4 0 0 1-8 0 4 4 0 0 1-8 0 4 4 0 0 1-8 0 4 4 0 0 1-8 0v-3z", KUNYIT),
    ("M18 8h6v13a4 4 0 0 1-8 0v-3zM30 8h6l4 10v3a4 4 0 0 1-8 0v-3z", PAPER),
];

/// Draws a card; `picture` gives the pictures by their addresses, where they can be had.
pub(super) fn card(
    content: &Content,
    letters: &Letters,
    picture: impl Fn(&Shown) -> Option<DynamicImage>,
) -> DynamicImage {
    let ground = if content.festive { KUNYIT } else { PAPER };
    let mut card = Card { canvas: Canvas::new(WIDTH, HEIGHT, ground), letters, content };
    card.pictures(picture);
    card.promotion();
    card.words();
    card.awning();
    card.canvas.done()
}

struct Card<'a> {
    canvas: Canvas,
    letters: &'a Letters,
    content: &'a Content,
}

impl Card<'_> {
    fn pictures(&mut self, picture: impl Fn(&Shown) -> Option<DynamicImage>) {
        let ground = GROUNDS.get(self.content.ground).copied().unwrap_or(PAPER);
        let whole = Frame { x: 0, y: 0, width: HALF, height: HEIGHT };
        self.canvas.fill(whole, ground);
        let shown = &self.content.pictures;
        for (shown, frame) in shown.iter().zip(frames(shown.len())) {
            let found = picture(shown);
            match (shown, found) {
                (Shown::Photo(_), Some(photo)) => self.canvas.cover(&photo, frame),
                (Shown::Drawing(..), Some(drawing)) => {
                    let side = frame.width.min(frame.height) * 3 / 4;
                    let at =
                        (frame.x + (frame.width - side) / 2, frame.y + (frame.height - side) / 2);
                    // The awning takes the upper edge.
                    self.canvas.lay(&drawing, (at.0, at.1 + frame.height / 24), side);
                }
                (Shown::Letter(letter), _) => self.letter(letter, frame),
                (Shown::Photo(_) | Shown::Drawing(..), None) => {
                    let first: String = self.content.title.chars().take(1).collect();
                    self.letter(&first, frame);
                }
            }
        }
    }

    /// A large letter in the middle of a frame.
    fn letter(&mut self, letter: &str, frame: Frame) {
        let size = frame.height as f32 * 0.56;
        let width = self.letters.loud.width(letter, size);
        let x = frame.x as f32 + (frame.width as f32 - width) / 2.0;
        let y = frame.y as f32 + frame.height as f32 / 2.0 + size * 0.40;
        let path = self.letters.loud.outline(letter, size);
        self.canvas.draw(&path, (x, y, 1.0), PANDAN, 255);
    }

    /// From the market's name at the top and the seller at the bottom inwards; the title takes what is left.
    fn words(&mut self) {
        let (ink, soft) = if self.content.festive { (ON_KUNYIT, ON_KUNYIT) } else { (INK, SOFT) };
        let top = self.brand(soft);
        let mut below = HEIGHT as f32 - MARGIN + 4.0;
        let (letters, content) = (self.letters, self.content);
        if !content.place.is_empty() {
            self.line(&letters.calm, &content.place, 28.0, below, soft);
            below -= 40.0;
        }
        if !content.who.is_empty() {
            self.line(&letters.loud, &content.who, 32.0, below, ink);
            below -= 32.0;
        }
        below = below.min(HEIGHT as f32 - MARGIN) - 32.0;
        below = self.price(below, ink, soft);
        if !content.fact.is_empty() {
            let size = self.fitting(&letters.loud, &content.fact, &[56.0, 48.0, 42.0, 36.0]);
            self.line(&letters.loud, &content.fact, size, below, ink);
            below -= size + 26.0;
        }
        below = self.sentence(top, below, soft);
        self.title(top, below, ink);
    }

    /// The mark and the market's name; gives where they end.
    fn brand(&mut self, colour: Colour) -> f32 {
        const SIDE: f32 = 46.0;
        let (x, y) = (left(), 84.0);
        for (path, colour) in MARK {
            self.canvas.draw(path, (x, y, SIDE / MARK_SIDE), colour, 255);
        }
        let letters = self.letters;
        let name = letters.calm.one_line(&self.content.market, 26.0, width() - SIDE - 16.0);
        self.text(&letters.calm, &name, 26.0, (x + SIDE + 16.0, y + 32.0), colour);
        y + SIDE + 26.0
    }

    /// A band over the pictures' lower edge. A passing price never stands without its days.
    fn promotion(&mut self) {
        const HIGH: u32 = 126;
        let Some((price, days)) = &self.content.promotion else { return };
        let letters = self.letters;
        let top = HEIGHT - HIGH;
        self.canvas.fill(Frame { x: 0, y: top, width: HALF, height: HIGH }, KUNYIT);
        let (x, room) = (32.0, HALF as f32 - 64.0);
        let fits = |size: &f32| letters.loud.width(price, *size) <= room;
        let size = [54.0, 46.0, 38.0].into_iter().find(fits).unwrap_or(32.0);
        let price = letters.loud.one_line(price, size, room);
        let days = letters.calm.one_line(days, 32.0, room);
        self.text(&letters.loud, &price, size, (x, top as f32 + 62.0), ON_KUNYIT);
        self.text(&letters.calm, &days, 32.0, (x, top as f32 + 105.0), ON_KUNYIT);
    }

    /// The loudest words of the card.
    fn price(&mut self, below: f32, ink: Colour, soft: Colour) -> f32 {
        let Some((price, unit)) = &self.content.price else { return below };
        let (letters, unit) = (self.letters, format!("/ {unit}"));
        let beside = |size: &f32| {
            let wide = letters.loud.width(price, *size) + 16.0;
            (wide + letters.calm.width(&unit, 34.0) <= width()).then_some((*size, wide))
        };
        if let Some((size, wide)) = [84.0, 76.0, 68.0, 62.0].iter().find_map(beside) {
            self.line(&letters.loud, price, size, below, ink);
            self.text(&letters.calm, &unit, 34.0, (left() + wide, below), soft);
            return below - size * 0.74 - 30.0;
        }
        let size = self.fitting(&letters.loud, price, &[76.0, 68.0, 58.0, 48.0, 40.0]);
        let unit = letters.calm.one_line(&unit, 32.0, width());
        self.line(&letters.calm, &unit, 32.0, below, soft);
        self.line(&letters.loud, price, size, below - 46.0, ink);
        below - 46.0 - size * 0.74 - 30.0
    }

    /// As many lines as leave the title half of the room.
    fn sentence(&mut self, top: f32, below: f32, colour: Colour) -> f32 {
        const SIZE: f32 = 32.0;
        const LINE: f32 = 44.0;
        if self.content.text.is_empty() {
            return below;
        }
        let letters = self.letters;
        let most = (((below - top) * 0.5 / LINE) as usize).max(1);
        let (lines, _) = letters.calm.lines(&self.content.text, SIZE, width(), most);
        let mut y = below - LINE * (lines.len() as f32 - 1.0);
        let above = y - SIZE - 22.0;
        for line in &lines {
            self.line(&letters.calm, line, SIZE, y, colour);
            y += LINE;
        }
        above
    }

    /// As large as it can be between two heights, in the upper part of them.
    fn title(&mut self, top: f32, below: f32, ink: Colour) {
        const SIZES: [f32; 8] = [76.0, 68.0, 60.0, 54.0, 48.0, 43.0, 39.0, 36.0];
        const LINE: f32 = 1.16;
        let letters = self.letters;
        let set = |size: f32| {
            let most = (((below - top) / (size * LINE)) as usize).clamp(1, 4);
            let (lines, whole) = letters.loud.lines(&self.content.title, size, width(), most);
            // A word is broken only where no size holds it.
            let longest = self.content.title.split_whitespace();
            let fits =
                longest.map(|word| letters.loud.width(word, size)).fold(0.0, f32::max) <= width();
            (lines, size, whole, fits)
        };
        let sets = || SIZES.into_iter().map(set);
        let chosen = sets().find(|(_, _, whole, fits)| *whole && *fits);
        let chosen = chosen
            .or_else(|| sets().find(|(_, _, whole, _)| *whole))
            .or_else(|| sets().next_back());
        let Some((lines, size, ..)) = chosen else { return };
        let mut y = top + size * 0.94;
        for line in &lines {
            self.line(&letters.loud, line, size, y, ink);
            y += size * LINE;
        }
    }

    /// The largest of some sizes at which a text stands on one line.
    fn fitting(&self, type_: &Type, text: &str, sizes: &[f32]) -> f32 {
        let fits = |size: &&f32| type_.width(text, **size) <= width();
        sizes.iter().find(fits).or(sizes.last()).copied().unwrap_or(30.0)
    }

    /// One line at the left edge of the words, with an ellipsis where it is too long.
    fn line(&mut self, type_: &Type, text: &str, size: f32, y: f32, colour: Colour) {
        let text = type_.one_line(text, size, width());
        self.text(type_, &text, size, (left(), y), colour);
    }

    fn text(&mut self, type_: &Type, text: &str, size: f32, (x, y): (f32, f32), colour: Colour) {
        self.canvas.draw(&type_.outline(text, size), (x, y, 1.0), colour, 255);
    }

    /// Stripes with round ends over the upper edge, and their shade.
    fn awning(&mut self) {
        let round = STRIPE / 2.0;
        let stripe = format!("M0 -1H{STRIPE}V{HANG}A{round} {round} 0 0 1 0 {HANG}z");
        let count = (WIDTH as f32 / STRIPE).ceil() as usize;
        let places: Vec<f32> = (0..count).map(|at| at as f32 * STRIPE).collect();
        for (drop, strength) in [(9.0, 14), (6.0, 18), (3.0, 24)] {
            for x in &places {
                self.canvas.draw(stripe.as_str(), (*x, drop, 1.0), INK, strength);
            }
        }
        for (at, x) in places.into_iter().enumerate() {
            let colour = if at % 2 == 0 { PANDAN } else { PAPER };
            self.canvas.draw(stripe.as_str(), (x, 0.0, 1.0), colour, 255);
        }
    }
}

/// Where words begin.
fn left() -> f32 {
    HALF as f32 + MARGIN
}

/// How wide words may be.
fn width() -> f32 {
    (WIDTH - HALF) as f32 - 2.0 * MARGIN
}

/// How so many pictures share the left half.
fn frames(count: usize) -> Vec<Frame> {
    const GAP: u32 = 6;
    let (wide, high) = ((HALF - GAP) / 2, (HEIGHT - GAP) / 2);
    let frame = |x: u32, y: u32, width: u32, height: u32| Frame { x, y, width, height };
    let (right, lower) = (HALF - wide, HEIGHT - high);
    match count {
        0 | 1 => vec![frame(0, 0, HALF, HEIGHT)],
        2 => vec![frame(0, 0, HALF, high), frame(0, lower, HALF, high)],
        3 => vec![
            frame(0, 0, HALF, high),
            frame(0, lower, wide, high),
            frame(right, lower, wide, high),
        ],
        _ => vec![
            frame(0, 0, wide, high),
            frame(right, 0, wide, high),
            frame(0, lower, wide, high),
            frame(right, lower, wide, high),
        ],
    }
}
