//! Colours as a photo's own profile means them → sRGB, the one space that is published.
//!
//! Phones write Display P3, cameras Adobe RGB, printers inks. A profile that cannot be read counts as none, and no
//! profile means sRGB, which is what browsers make of such a picture too.

use image::{DynamicImage, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// What a photo says of its colours.
pub(super) struct Profile(ColorProfile);

impl Profile {
    /// Its size and the tables it makes are limited by the library: 10 MB each.
    pub(super) fn read(icc: &[u8]) -> Option<Self> {
        ColorProfile::new_from_slice(icc).ok().map(Self)
    }

    /// Whether it speaks of four inks instead of light.
    pub(super) fn is_of_inks(&self) -> bool {
        self.0.color_space == DataColorSpace::Cmyk
    }

    /// The picture in sRGB; nothing where the profile does not speak of such pictures. `is_coloured`: its file holds
    /// more than shades of grey.
    pub(super) fn to_srgb(
        &self,
        picture: &DynamicImage,
        is_coloured: bool,
    ) -> Option<DynamicImage> {
        match (self.0.color_space, picture) {
            (DataColorSpace::Rgb, DynamicImage::ImageRgb8(pixels)) => {
                self.opaque(pixels.as_raw(), Layout::Rgb, pixels.dimensions())
            }
            (DataColorSpace::Rgb, DynamicImage::ImageRgba8(pixels)) => {
                self.transparent(pixels.as_raw(), Layout::Rgba, pixels.dimensions())
            }
            (DataColorSpace::Gray, DynamicImage::ImageRgb8(pixels)) if !is_coloured => {
                let shades: Vec<u8> = pixels.pixels().map(|pixel| pixel.0[0]).collect();
                self.opaque(&shades, Layout::Gray, pixels.dimensions())
            }
            (DataColorSpace::Gray, DynamicImage::ImageRgba8(pixels)) if !is_coloured => {
                let shades: Vec<u8> =
                    pixels.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[3]]).collect();
                self.transparent(&shades, Layout::GrayAlpha, pixels.dimensions())
            }
            _ => None,
        }
    }

    /// Inks as they look on paper.
    pub(super) fn printed(&self, inks: &RgbaImage) -> Option<DynamicImage> {
        // The library knows four inks by the layout of four channels.
        self.opaque(inks.as_raw(), Layout::Rgba, inks.dimensions())
    }

    fn opaque(
        &self,
        source: &[u8],
        layout: Layout,
        (width, height): (u32, u32),
    ) -> Option<DynamicImage> {
        let mut picture = RgbImage::new(width, height);
        self.transform(source, layout, &mut picture, Layout::Rgb)?;
        Some(DynamicImage::ImageRgb8(picture))
    }

    fn transparent(
        &self,
        source: &[u8],
        layout: Layout,
        (width, height): (u32, u32),
    ) -> Option<DynamicImage> {
        let mut picture = RgbaImage::new(width, height);
        self.transform(source, layout, &mut picture, Layout::Rgba)?;
        Some(DynamicImage::ImageRgba8(picture))
    }

    fn transform(
        &self,
        source: &[u8],
        from: Layout,
        target: &mut [u8],
        into: Layout,
    ) -> Option<()> {
        let srgb = ColorProfile::new_srgb();
        let options = TransformOptions::default();
        self.0
            .create_transform_8bit(from, &srgb, into, options)
            .and_then(|transform| transform.transform(source, target))
            .ok()
    }
}

/// The four inks of a JPEG, 255 being all of one; nothing where it has no such. The `image` crate gives only what
/// it takes for their look.
pub(super) fn inks(jpeg: &[u8]) -> Option<RgbaImage> {
    let mut decoder = JpegDecoder::new_with_options(
        ZCursor::new(jpeg),
        DecoderOptions::default().set_strict_mode(false),
    );
    decoder.decode_headers().ok()?;
    let space = decoder.input_colorspace()?;
    let (width, height) = decoder.dimensions()?;
    if !matches!(space, ColorSpace::CMYK | ColorSpace::YCCK) {
        return None;
    }
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(space));
    let mut pixels = decoder.decode().ok()?;
    for pixel in pixels.as_chunks_mut::<4>().0 {
        if space == ColorSpace::YCCK {
            *pixel = from_ycck(*pixel);
        }
        // Photoshop, and after it everybody, writes inks the wrong way round.
        *pixel = pixel.map(|ink| 255 - ink);
    }
    RgbaImage::from_raw(u32::try_from(width).ok()?, u32::try_from(height).ok()?, pixels)
}

/// Three of the inks as brightness and two differences of colour, as in every JPEG (JFIF 1.02, in 1/65,536).
fn from_ycck([y, blue, red, key]: [u8; 4]) -> [u8; 4] {
    let y = i32::from(y) << 16;
    let (blue, red) = (i32::from(blue) - 128, i32::from(red) - 128);
    let channel = |sum: i32| ((sum + (1 << 15)) >> 16).clamp(0, 255) as u8;
    [
        channel(y + 91_881 * red),
        channel(y - 22_554 * blue - 46_802 * red),
        channel(y + 116_130 * blue),
        key,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ycck_is_brightness_and_two_differences() {
        for (ycck, inks) in [
            ([255, 128, 128, 7], [255, 255, 255, 7]),
            ([0, 128, 128, 0], [0, 0, 0, 0]),
            // The red of JFIF: Y 76, Cb 85, Cr 255.
            ([76, 85, 255, 9], [254, 0, 0, 9]),
        ] {
            assert_eq!(from_ycck(ycck), inks, "{ycck:?}");
        }
    }

    #[test]
    fn what_is_no_profile_is_none() {
        for icc in [&b""[..], b"acsp", &[0; 128], &[0xff; 4_096]] {
            assert!(Profile::read(icc).is_none());
        }
    }
}
