//! A photo's bytes → an upright picture no larger than is published, within fixed limits.
//!
//! The kind is told by content, never by name. The size is read from the header and refused before anything is
//! decoded, because the decoders' own limits can be bypassed on this route.

use super::Flaw;
use super::encode::{LARGEST, shrink};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// No photo of a phone is larger than this file.
pub(super) const MOST_BYTES: u64 = 32 << 20;
/// Longest side in pixels.
pub(super) const MOST_SIDE: u32 = 8_192;
/// Area in pixels.
pub(super) const MOST_PIXELS: u64 = 40_000_000;
/// Above this, one picture is decoded at a time: 48 MB are 16 megapixels in three bytes each.
const MUCH_MEMORY: u64 = 48_000_000;

static LARGE_ONES_TAKE_TURNS: Mutex<()> = Mutex::new(());

/// The bytes of a plain file; a link is none, since it may lead anywhere.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Flaw> {
    let about = fs::symlink_metadata(path).map_err(|_| Flaw::Unreadable)?;
    if !about.is_file() {
        return Err(Flaw::Unreadable);
    }
    if about.len() > MOST_BYTES {
        return Err(Flaw::Heavy(about.len().div_ceil(1 << 20)));
    }
    fs::read(path).map_err(|_| Flaw::Unreadable)
}

/// The picture, upright and without metadata. Colours are taken as sRGB; a profile is not applied, which leaves
/// photos of wide-gamut phones slightly paler than they are.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, Flaw> {
    let source = Cursor::new(bytes);
    let broken = |_| Flaw::Broken;
    match bytes {
        // A file cut off while it was copied would come out half grey.
        [0xff, 0xd8, 0xff, ..] if !ends(bytes) => Err(Flaw::Broken),
        [0xff, 0xd8, 0xff, ..] => picture(JpegDecoder::new(source).map_err(broken)?),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
            picture(PngDecoder::new(source).map_err(broken)?)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            picture(WebPDecoder::new(source).map_err(broken)?)
        }
        _ => Err(Flaw::Kind),
    }
}

/// Whether the JPEG's last scan is followed by its end marker; neither can occur inside a scan. What other
/// software has put behind it does not matter.
fn ends(jpeg: &[u8]) -> bool {
    let last = |marker: [u8; 2]| jpeg.windows(2).rposition(|pair| pair == marker);
    last([0xff, 0xd9]) > last([0xff, 0xda])
}

fn picture(mut decoder: impl ImageDecoder) -> Result<DynamicImage, Flaw> {
    let (width, height) = decoder.dimensions();
    let area = u64::from(width) * u64::from(height);
    if width > MOST_SIDE || height > MOST_SIDE || area > MOST_PIXELS {
        return Err(Flaw::Large(width, height));
    }
    // What the header says of the orientation counts only if it can be read; otherwise it is as it stands.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let turn = (decoder.total_bytes() > MUCH_MEMORY)
        .then(|| LARGE_ONES_TAKE_TURNS.lock().unwrap_or_else(PoisonError::into_inner));
    let whole = DynamicImage::from_decoder(decoder).map_err(|_| Flaw::Broken)?;
    let lies_down = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    // Shrunk first and turned then: a small picture turns a hundred times faster.
    let mut small = if lies_down {
        shrink(whole, LARGEST * width / height.max(1), LARGEST)
    } else {
        shrink(whole, LARGEST, LARGEST * height / width.max(1))
    }
    .ok_or(Flaw::Broken)?;
    drop(turn);
    small.apply_orientation(orientation);
    Ok(small)
}

/// Whether a published picture was written to its end.
pub(super) fn is_whole(path: &Path) -> bool {
    let Ok(bytes) = fs::read(path) else { return false };
    match bytes.as_slice() {
        [b'R', b'I', b'F', b'F', a, b, c, d, rest @ ..] => {
            rest.len() as u64 == u64::from(u32::from_le_bytes([*a, *b, *c, *d]))
        }
        [0xff, 0xd8, .., 0xff, 0xd9] => true,
        _ => false,
    }
}
