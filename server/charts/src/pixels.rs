//! Pixels of a drawing.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use crate::theme::{Theme, Token};
use crate::{Drawing, RenderError};

/// Draws `drawing`, whose texts are outlines: no font is looked for, so none can be missing.
/// The ground is opaque, whatever the drawing leaves out.
pub(crate) fn png(drawing: &Drawing, theme: Theme, scale: u8) -> Result<Vec<u8>, RenderError> {
    let tree = usvg::Tree::from_str(&drawing.svg, &usvg::Options::default()).map_err(refused)?;
    let (width, height) = (drawing.width * u32::from(scale), drawing.height * u32::from(scale));
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| RenderError::Draw("no pixels".into()))?;
    let (red, green, blue) = ground(theme);
    pixels.fill(resvg::tiny_skia::Color::from_rgba8(red, green, blue, 255));
    let size = tree.size();
    let fit = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, fit, &mut pixels.as_mut());
    encode(&pixels).map_err(refused)
}

/// Three bytes a pixel: every pixel is opaque. Flat grounds and straight edges are what
/// the fast compression is good at; the slow one takes longer than the drawing.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut rgb = Vec::with_capacity(pixels.data().len() / 4 * 3);
    for pixel in pixels.data().chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    let mut out = Vec::with_capacity(rgb.len() / 16);
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Up);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(out)
}

/// The card of the theme; pages are light where no scheme is known.
fn ground(theme: Theme) -> (u8, u8, u8) {
    let theme = if theme == Theme::Dark { theme } else { Theme::Light };
    let hex = Token::Card.value(theme).trim_start_matches('#');
    let digits: Vec<u8> = hex.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
    match digits[..] {
        [r, g, b] => (r * 17, g * 17, b * 17),
        [r, s, g, h, b, c] => (r * 16 + s, g * 16 + h, b * 16 + c),
        _ => (255, 255, 255),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "given to map_err by name")]
fn refused(error: impl std::error::Error) -> RenderError {
    RenderError::Draw(error.to_string())
}
