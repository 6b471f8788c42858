//! A card's pixels: shapes with smooth edges, and pictures in their places. Knows no words.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, Rgb, RgbImage, RgbaImage};
use zeno::{Mask, PathData, Transform};

const CHANNELS: usize = 3;

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// A place on a card in pixels: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// A card in the making.
pub(super) struct Canvas {
    pixels: RgbImage,
}

impl Canvas {
    /// All of one colour.
    pub(super) fn new(width: u32, height: u32, ground: Colour) -> Self {
        Self { pixels: RgbImage::from_pixel(width, height, Rgb(ground)) }
    }

    /// The finished pixels.
    pub(super) fn done(self) -> DynamicImage {
        DynamicImage::ImageRgb8(self.pixels)
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, frame: Frame, colour: Colour) {
        let row = colour.repeat(frame.width as usize);
        for y in 0..frame.height {
            self.put_row((frame.x, frame.y + y), &row);
        }
    }

    /// Puts a row of pixels, as far as they are inside.
    fn put_row(&mut self, (x, y): (u32, u32), row: &[u8]) {
        let (width, height) = self.pixels.dimensions();
        let length = row.len().min(width.saturating_sub(x) as usize * CHANNELS);
        let start = (y as usize * width as usize + x as usize) * CHANNELS;
        let pixels: &mut [u8] = &mut self.pixels;
        let place = pixels.get_mut(start..start + length).filter(|_| y < height);
        if let (Some(place), Some(row)) = (place, row.get(..length)) {
            place.copy_from_slice(row);
        }
    }

    /// Fills what a path encloses, after it was scaled and moved; `strength` is from 0 to 255.
    pub(super) fn draw(
        &mut self,
        path: impl PathData,
        (x, y, scale): (f32, f32, f32),
        colour: Colour,
        strength: u8,
    ) {
        let transform = Transform::scale(scale, scale).then_translate(x, y);
        let (mask, place) = Mask::new(path).transform(Some(transform)).render();
        let width = place.width as usize;
        if width == 0 {
            return;
        }
        for (row, covered) in (i64::from(place.top)..).zip(mask.chunks_exact(width)) {
            for (column, covered) in (i64::from(place.left)..).zip(covered) {
                let alpha = u32::from(*covered) * u32::from(strength) / 255;
                self.blend(column, row, colour, alpha);
            }
        }
    }

    /// Lays a colour over a pixel; what lies outside is left out. `alpha` is from 0 to 255.
    fn blend(&mut self, x: i64, y: i64, colour: Colour, alpha: u32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        let Some(pixel) = self.pixels.get_pixel_mut_checked(x, y).filter(|_| alpha > 0) else {
            return;
        };
        for (under, over) in pixel.0.iter_mut().zip(colour) {
            let sum = u32::from(over) * alpha + u32::from(*under) * (255 - alpha);
            *under = ((sum + 127) / 255) as u8;
        }
    }

    /// Fills a frame with the middle of a picture. One that cannot be scaled leaves the frame as it is.
    pub(super) fn cover(&mut self, picture: &DynamicImage, frame: Frame) {
        let mut target = DynamicImage::new_rgb8(frame.width, frame.height);
        let source = DynamicImage::ImageRgb8(picture.to_rgb8());
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
            .fit_into_destination(None);
        if Resizer::new().resize(&source, &mut target, &options).is_err() {
            return;
        }
        let rows = target.as_bytes().chunks_exact((frame.width as usize * CHANNELS).max(1));
        for (y, row) in (frame.y..).zip(rows) {
            self.put_row((frame.x, y), row);
        }
    }

    /// Lays a picture with transparent parts over a square.
    pub(super) fn lay(&mut self, picture: &DynamicImage, (x, y): (u32, u32), side: u32) {
        let mut target = DynamicImage::ImageRgba8(RgbaImage::new(side, side));
        let source = DynamicImage::ImageRgba8(picture.to_rgba8());
        let options =
            ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        if Resizer::new().resize(&source, &mut target, &options).is_err() {
            return;
        }
        for (column, row, pixel) in target.to_rgba8().enumerate_pixels() {
            let [red, green, blue, alpha] = pixel.0;
            let (column, row) = (i64::from(x + column), i64::from(y + row));
            self.blend(column, row, [red, green, blue], u32::from(alpha));
        }
    }
}
