//! An upright picture → its published files: three WebP and one JPEG.

use crate::domain::product::Picture;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Rgb, RgbImage};

/// The widest that is published.
pub(super) const LARGEST: u32 = Picture::FALLBACK_WIDTH;
/// Where a photo's loss begins to show on a phone.
const WEBP_QUALITY: f32 = 75.0;
/// How hard to look for the shortest file, from 0 to 6: a photo is encoded once and loaded by thousands.
const WEBP_METHOD: i32 = 6;
/// The fallback is a little better, JPEG being the coarser format.
const JPEG_QUALITY: u8 = 80;
/// The page's own background behind what is transparent: #FFFAF2.
const PAPER: [u8; 3] = [0xff, 0xfa, 0xf2];

/// Encodes a picture that is no wider than [`LARGEST`]: its files in the order of [`Picture::files`].
pub(super) fn all(picture: &DynamicImage) -> Option<Vec<Vec<u8>>> {
    let mut files = Picture::WIDTHS
        .into_iter()
        .map(|width| {
            let height = (u64::from(width) * u64::from(picture.height())
                / u64::from(picture.width().max(1))) as u32;
            webp(&shrink(picture.clone(), width, height)?)
        })
        .collect::<Option<Vec<_>>>()?;
    files.push(jpeg(picture, JPEG_QUALITY)?);
    Some(files)
}

fn webp(picture: &DynamicImage) -> Option<Vec<u8>> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, width, height),
        _ => return None,
    };
    let config = webp::WebPConfig {
        quality: WEBP_QUALITY,
        method: WEBP_METHOD,
        ..webp::WebPConfig::new().ok()?
    };
    Some(encoder.encode_advanced(&config).ok()?.to_vec())
}

/// A picture as JPEG; `quality` is from 1 to 100.
pub(in crate::compiler) fn jpeg(picture: &DynamicImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&on_paper(picture)).ok()?;
    Some(bytes)
}

/// JPEG knows no transparency.
fn on_paper(picture: &DynamicImage) -> RgbImage {
    let DynamicImage::ImageRgba8(pixels) = picture else { return picture.to_rgb8() };
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
        let alpha = u32::from(alpha);
        let over = |top: u8, paper: u8| {
            ((u32::from(top) * alpha + u32::from(paper) * (255 - alpha) + 127) / 255) as u8
        };
        let [paper_red, paper_green, paper_blue] = PAPER;
        Rgb([over(red, paper_red), over(green, paper_green), over(blue, paper_blue)])
    })
}

/// Eight bits a channel, with alpha only where something is transparent, and at most that large; never enlarged.
pub(super) fn shrink(picture: DynamicImage, width: u32, height: u32) -> Option<DynamicImage> {
    resized(plain(picture), width, height, true)
}

/// At most that large; `transparent` tells whether a fourth channel is transparency.
pub(super) fn resized(
    picture: DynamicImage,
    width: u32,
    height: u32,
    transparent: bool,
) -> Option<DynamicImage> {
    let (width, height) = (width.max(1), height.max(1));
    if picture.width() <= width {
        return Some(picture);
    }
    let mut small = DynamicImage::new(width, height, picture.color());
    // Lanczos keeps letters on a label readable; alpha is multiplied in for the while, so that colours of
    // invisible pixels do not bleed.
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(transparent);
    Resizer::new().resize(&picture, &mut small, &options).ok()?;
    Some(small)
}

fn plain(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageRgb8(_) => picture,
        DynamicImage::ImageRgba8(pixels) => {
            if pixels.pixels().all(|pixel| pixel.0[3] == 255) {
                DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(pixels).into_rgb8())
            } else {
                DynamicImage::ImageRgba8(pixels)
            }
        }
        other if other.color().has_alpha() => plain(DynamicImage::ImageRgba8(other.into_rgba8())),
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};

    #[test]
    fn what_is_transparent_shows_paper_in_the_jpeg_and_nothing_in_the_webp() {
        let mut pixels = RgbaImage::from_pixel(64, 64, Rgba([0, 0, 0, 0]));
        pixels.put_pixel(0, 0, Rgba([200, 0, 0, 255]));
        let picture = DynamicImage::ImageRgba8(pixels);
        assert_eq!(on_paper(&picture).get_pixel(63, 63).0, PAPER);
        assert_eq!(on_paper(&picture).get_pixel(0, 0).0, [200, 0, 0]);
        let encoded = all(&picture).expect("encoded");
        let webp = image::load_from_memory(&encoded[2]).expect("a picture");
        assert_eq!(webp.to_rgba8().get_pixel(63, 63).0[3], 0);
    }

    #[test]
    fn pictures_keep_their_proportions_and_are_never_enlarged() {
        for ((width, height), sizes) in [
            ((640, 480), [(160, 120), (320, 240), (640, 480)]),
            ((200, 100), [(160, 80), (200, 100), (200, 100)]),
            ((100, 3), [(100, 3), (100, 3), (100, 3)]),
            ((640, 1), [(160, 1), (320, 1), (640, 1)]),
        ] {
            let encoded = all(&DynamicImage::new_rgb8(width, height)).expect("encoded");
            let seen: Vec<_> = encoded
                .iter()
                .take(Picture::WIDTHS.len())
                .map(|bytes| image::load_from_memory(bytes).expect("a picture"))
                .map(|picture| (picture.width(), picture.height()))
                .collect();
            assert_eq!(seen, sizes, "{width}×{height}");
        }
    }
}
