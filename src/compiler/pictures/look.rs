//! What a picture looks like from far away: one colour, in sixteen steps a channel.
//!
//! The colour stands in the picture's name and in front of the picture until that has come; how dark it is tells how
//! dark the picture is. Whoever finds the finished picture again knows both without looking at it.

use image::DynamicImage;

/// Steps of a channel above black.
const STEPS: u64 = 15;
/// All three channels together; a picture of less than a fifth of them shows little of the goods. A strong red or blue
/// reaches a third by itself: it is dark to the eye, but no bad photo.
const DARK: u64 = 3 * STEPS / 5;

/// The mean of each channel, 0 to 15, as three hexadecimal digits; what is transparent shows its page's ground, so
/// that such a picture has no colour of its own.
pub(super) fn colour(picture: &DynamicImage) -> Option<String> {
    let DynamicImage::ImageRgb8(pixels) = picture else { return None };
    let count = pixels.pixels().len() as u64;
    let sums = pixels.pixels().fold([0_u64; 3], |sums, pixel| {
        let [red, green, blue] = pixel.0.map(u64::from);
        [sums[0] + red, sums[1] + green, sums[2] + blue]
    });
    let step = |sum: u64| (sum * STEPS + count * 255 / 2) / (count * 255).max(1);
    Some(sums.map(step).iter().map(|step| format!("{step:x}")).collect())
}

/// Whether a colour is that of a dark picture.
pub(super) fn is_dark(colour: &str) -> bool {
    let steps = colour.chars().map(|digit| u64::from(digit.to_digit(16).unwrap_or_default()));
    steps.sum::<u64>() < DARK
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    fn of(colour_: [u8; 3]) -> Option<String> {
        colour(&DynamicImage::ImageRgb8(RgbImage::from_pixel(9, 7, Rgb(colour_))))
    }

    #[test]
    fn a_picture_has_the_mean_colour_of_its_pixels() {
        assert_eq!(of([255, 0, 0]).as_deref(), Some("f00"));
        assert_eq!(of([255, 255, 255]).as_deref(), Some("fff"));
        assert_eq!(of([138, 107, 8]).as_deref(), Some("860"));
        let halves =
            RgbImage::from_fn(8, 2, |x, _| Rgb(if x < 4 { [255; 3] } else { [0, 0, 255] }));
        assert_eq!(colour(&DynamicImage::ImageRgb8(halves)).as_deref(), Some("88f"));
    }

    #[test]
    fn a_transparent_picture_has_none() {
        let clear = RgbaImage::from_pixel(2, 2, Rgba([9, 9, 9, 0]));
        assert_eq!(colour(&DynamicImage::ImageRgba8(clear)), None);
    }

    #[test]
    fn less_than_a_fifth_of_the_light_is_dark() {
        for (colour, dark) in
            [("000", true), ("222", true), ("421", true), ("333", false), ("00f", false)]
        {
            assert_eq!(is_dark(colour), dark, "{colour}");
        }
    }
}
