//! A text as a QR code, drawn as one path.

use crate::papers::protocol::Drawing;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The quiet zone around a code, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;
/// 117 modules, on a phone's screen two and a half points each: smaller ones are not read by cameras any more.
const MOST_VERSION: u8 = 25;

/// The code of a text; `None` where it is too long for one that phones read.
pub fn drawing(text: &str) -> Option<Drawing> {
    let segments = QrSegment::make_segments(text);
    let most = Version::new(MOST_VERSION);
    // As much redundancy as the size has room for.
    let code =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::MIN, most, None, true);
    let code = code.ok()?;
    let size = u32::try_from(code.size() + 2 * QUIET).ok()?;
    Some(Drawing { size, path: path(&code) })
}

/// Dark modules side by side are one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            let run = x - from;
            if run > 0 {
                let (left, top) = (from + QUIET, y + QUIET);
                path.push_str(&format!("M{left} {top}h{run}v1h-{run}z"));
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The drawing as a camera sees it, read by another library.
    fn seen(drawing: &Drawing) -> String {
        const SCALE: usize = 3;
        let size = drawing.size as usize;
        let mut dark = vec![vec![false; size]; size];
        for run in drawing.path.split_terminator('z') {
            let numbers: Vec<usize> = run
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [x, y, width, 1, back] = numbers[..] else { panic!("{run} is no run") };
            assert_eq!(width, back, "{run}");
            dark[y][x..x + width].fill(true);
        }
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
                if dark[y / SCALE][x / SCALE] { 0 } else { 255 }
            });
        let codes = image.detect_grids();
        assert_eq!(codes.len(), 1);
        codes[0].decode().expect("a code that can be read").1
    }

    #[test]
    fn what_is_drawn_is_read_as_exactly_the_text() {
        let long = format!("https://etalase.example/daftar#1g{}", "aB3-".repeat(290));
        for text in ["https://etalase.example/daftar#1gaa", "a", "Keripik tempe, Rp15.000 ✓", &long]
        {
            assert_eq!(seen(&drawing(text).expect("short enough")), text);
        }
    }

    #[test]
    fn the_quiet_zone_is_clear() {
        let drawing = drawing("https://etalase.example/daftar#1gaa").expect("short enough");
        let starts = drawing.path.split_terminator('z').map(|run| {
            let (x, rest) = run[1..].split_once(' ').expect("a place");
            let y = rest.split('h').next().expect("a row");
            (x.parse::<u32>().expect("a number"), y.parse::<u32>().expect("a number"))
        });
        let (xs, ys): (Vec<u32>, Vec<u32>) = starts.unzip();
        assert_eq!((xs.iter().min(), ys.iter().min()), (Some(&4), Some(&4)));
        assert!(ys.iter().all(|y| *y < drawing.size - 4));
    }

    #[test]
    fn a_text_for_which_phones_need_larger_screens_has_no_code() {
        assert_eq!(drawing(&"a".repeat(1_300)), None);
    }
}
