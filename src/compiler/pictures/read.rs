//! A photo's bytes → an upright picture no larger than is published, within fixed limits.
//!
//! The kind is told by content, never by name. The size is read from the header and refused before anything is
//! decoded, because the decoders' own limits can be bypassed on this route.

use super::Flaw;
use super::colour::{Profile, inks};
use super::encode::{LARGEST, resized, shrink};
use crate::compiler::catalogue::{Origin, Photo};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, Limits};
use std::borrow::Cow;
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

/// What a PNG may carry besides its pixels: its profile and notes are packed, and a kilobyte unpacks to a megabyte.
const MOST_PNG_EXTRAS: u64 = 16 << 20;

static LARGE_ONES_TAKE_TURNS: Mutex<()> = Mutex::new(());

/// The bytes of a photo. A file must be a plain one: a link may lead anywhere.
pub(super) fn bytes(photo: &Photo) -> Result<Cow<'_, [u8]>, Flaw> {
    let path = match &photo.origin {
        Origin::File(path) => path,
        Origin::Sheet(sheet) if sheet.bytes.len() as u64 > MOST_BYTES => {
            return Err(Flaw::Heavy((sheet.bytes.len() as u64).div_ceil(1 << 20)));
        }
        Origin::Sheet(sheet) => return Ok(Cow::Borrowed(&sheet.bytes)),
    };
    let about = fs::symlink_metadata(path).map_err(|_| Flaw::Unreadable)?;
    if !about.is_file() {
        return Err(Flaw::Unreadable);
    }
    if about.len() > MOST_BYTES {
        return Err(Flaw::Heavy(about.len().div_ceil(1 << 20)));
    }
    fs::read(path).map(Cow::Owned).map_err(|_| Flaw::Unreadable)
}

/// A photo whose header has been read and keeps within the limits.
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    decoder: Box<dyn ImageDecoder + 'a>,
}

/// Reads the header.
pub(super) fn open(bytes: &[u8]) -> Result<Source<'_>, Flaw> {
    let source = Cursor::new(bytes);
    let broken = |_| Flaw::Broken;
    let decoder: Box<dyn ImageDecoder + '_> = match bytes {
        // A file cut off while it was copied would come out half grey.
        [0xff, 0xd8, 0xff, ..] if !ends(bytes) => return Err(Flaw::Broken),
        [0xff, 0xd8, 0xff, ..] => Box::new(JpegDecoder::new(source).map_err(broken)?),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
            let mut limits = Limits::no_limits();
            limits.max_alloc = Some(MOST_PNG_EXTRAS);
            Box::new(PngDecoder::with_limits(source, limits).map_err(broken)?)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            Box::new(WebPDecoder::new(source).map_err(broken)?)
        }
        _ => return Err(Flaw::Kind),
    };
    let (width, height) = decoder.dimensions();
    let area = u64::from(width) * u64::from(height);
    if width > MOST_SIDE || height > MOST_SIDE || area > MOST_PIXELS {
        return Err(Flaw::Large(width, height));
    }
    Ok(Source { bytes, decoder })
}

/// Whether the JPEG's last scan is followed by its end marker; neither can occur inside a scan. What other
/// software has put behind it does not matter.
fn ends(jpeg: &[u8]) -> bool {
    let last = |marker: [u8; 2]| jpeg.windows(2).rposition(|pair| pair == marker);
    last([0xff, 0xd9]) > last([0xff, 0xda])
}

impl Source<'_> {
    /// Width and height in pixels, as the photo lies in its file.
    pub(super) fn size(&self) -> (u32, u32) {
        self.decoder.dimensions()
    }

    /// The picture: upright, in sRGB, without metadata.
    pub(super) fn develop(mut self) -> Result<DynamicImage, Flaw> {
        let (width, height) = self.size();
        // What the header says of orientation and colours counts only if it can be read; otherwise they are as they
        // stand.
        let orientation = self.decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = self.decoder.icc_profile().ok().flatten();
        let profile = profile.and_then(|icc| Profile::read(&icc));
        let lies_down = matches!(
            orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        );
        let size = if lies_down {
            (LARGEST * width / height.max(1), LARGEST)
        } else {
            (LARGEST, LARGEST * height / width.max(1))
        };
        let turn = (self.decoder.total_bytes() > MUCH_MEMORY)
            .then(|| LARGE_ONES_TAKE_TURNS.lock().unwrap_or_else(PoisonError::into_inner));
        // Shrunk first, coloured and turned then: a small picture takes a hundredth of the time.
        let printed = profile.as_ref().and_then(|profile| self.printed(profile, size));
        let mut small = match printed {
            Some(printed) => printed,
            None => self.lit(profile.as_ref(), size)?,
        };
        drop(turn);
        small.apply_orientation(orientation);
        Ok(small)
    }

    /// A picture of light, no larger than that.
    fn lit(
        self,
        profile: Option<&Profile>,
        (width, height): (u32, u32),
    ) -> Result<DynamicImage, Flaw> {
        let is_coloured = self.decoder.color_type().has_color();
        let whole = DynamicImage::from_decoder(self.decoder).map_err(|_| Flaw::Broken)?;
        let small = shrink(whole, width, height).ok_or(Flaw::Broken)?;
        let right = profile.and_then(|profile| profile.to_srgb(&small, is_coloured));
        Ok(right.unwrap_or(small))
    }

    /// A picture of inks, where it is one and its profile says how they look.
    fn printed(&self, profile: &Profile, (width, height): (u32, u32)) -> Option<DynamicImage> {
        let is_jpeg = self.bytes.starts_with(&[0xff, 0xd8]);
        let inks = (is_jpeg && profile.is_of_inks()).then(|| inks(self.bytes)).flatten()?;
        // Inks take the place of four channels, of which the last is no transparency.
        let small = resized(DynamicImage::ImageRgba8(inks), width, height, false)?;
        profile.printed(small.as_rgba8()?)
    }
}

/// Whether a published picture was written to its end.
pub(in crate::compiler) fn is_whole(path: &Path) -> bool {
    let Ok(bytes) = fs::read(path) else { return false };
    match bytes.as_slice() {
        [b'R', b'I', b'F', b'F', a, b, c, d, rest @ ..] => {
            rest.len() as u64 == u64::from(u32::from_le_bytes([*a, *b, *c, *d]))
        }
        [0xff, 0xd8, .., 0xff, 0xd9] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::codecs::png::PngEncoder;
    use image::{ExtendedColorType, ImageEncoder};

    #[test]
    fn a_profile_that_unpacks_beyond_reason_is_left_packed() {
        for (size, unpacked) in [(1 << 10, true), (17 << 20, false)] {
            let mut png = Vec::new();
            let mut encoder = PngEncoder::new(&mut png);
            encoder.set_icc_profile(vec![0; size]).expect("a profile");
            encoder.write_image(&[9; 3], 1, 1, ExtendedColorType::Rgb8).expect("encoded");
            assert!(png.len() < 1 << 20);
            let mut photo = open(&png).expect("a photo");
            assert_eq!(photo.decoder.icc_profile().expect("read").is_some(), unpacked);
            assert!(photo.develop().is_ok());
        }
    }
}
