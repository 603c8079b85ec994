//! Draws an SVG as a PNG.

use resvg::tiny_skia::{Path, Transform};
use resvg::usvg;

use crate::RenderError;
use crate::drawing::Drawing;
use crate::raster::{Ink, Raster};
use crate::theme::{Theme, Token, rgb};

/// Draws `drawing`, whose texts are outlines, so no font lookup can fail. The background is opaque.
pub(crate) fn png(drawing: &Drawing, theme: Theme, scale: u8) -> Result<Vec<u8>, RenderError> {
    let tree = usvg::Tree::from_str(&drawing.svg, &usvg::Options::default()).map_err(|error| draw_error(&error))?;
    let (width, height) = (drawing.width * u32::from(scale), drawing.height * u32::from(scale));
    let size = tree.size();
    let to_image = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    let mut raster = Raster::new(width, height, background(theme));
    group(tree.root(), to_image, &mut raster)?;
    encode(raster.rgb(), width, height).map_err(|error| draw_error(&error))
}

/// Draws the children of a group. The crate's drawings contain only groups and paths.
fn group(parent: &usvg::Group, to_image: Transform, raster: &mut Raster) -> Result<(), RenderError> {
    for node in parent.children() {
        match node {
            usvg::Node::Group(inner) => group(inner, to_image, raster)?,
            usvg::Node::Path(path) => draw(path, to_image, raster)?,
            _ => {
                return Err(RenderError::Draw(
                    "unexpected SVG node: neither a group nor a path".into(),
                ));
            }
        }
    }
    Ok(())
}

fn draw(path: &usvg::Path, to_image: Transform, raster: &mut Raster) -> Result<(), RenderError> {
    let to_pixels = to_image.pre_concat(path.abs_transform());
    let mut fill = |shape: Path, ink: Ink| {
        if let Some(shape) = shape.transform(to_pixels) {
            raster.fill(&shape, ink);
        }
    };
    if let Some(paint) = path.fill() {
        fill(path.data().clone(), ink(paint.paint(), paint.opacity())?);
    }
    if let Some(stroke) = path.stroke() {
        let ink = ink(stroke.paint(), stroke.opacity())?;
        let mut pen = stroke.to_tiny_skia();
        let dashes = pen.dash.take();
        let resolution_scale = to_pixels.get_scale().0;
        let dashed = dashes.and_then(|dashes| path.data().dash(&dashes, resolution_scale));
        let outline = dashed.as_ref().unwrap_or(path.data()).stroke(&pen, resolution_scale);
        if let Some(outline) = outline {
            fill(outline, ink);
        }
    }
    Ok(())
}

fn ink(paint: &usvg::Paint, opacity: usvg::Opacity) -> Result<Ink, RenderError> {
    let usvg::Paint::Color(color) = paint else {
        return Err(RenderError::Draw("unsupported SVG paint: not a plain colour".into()));
    };
    Ok(Ink {
        rgb: [color.red, color.green, color.blue],
        opacity: opacity.get(),
    })
}

/// Encodes three bytes per pixel, since every pixel is opaque. Without a filter, equal glyphs and flat backgrounds are
/// equal bytes, so light compression gives smaller files than the encoder's default, in a third of the time.
fn encode(rgb: &[u8], width: u32, height: u32) -> Result<Vec<u8>, png::EncodingError> {
    let mut out = Vec::with_capacity(rgb.len() / 16);
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    encoder.set_deflate_compression(png::DeflateCompression::Level(2));
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rgb)?;
    writer.finish()?;
    Ok(out)
}

/// Returns the card colour of the theme; light for [`Theme::Page`], whose scheme is not known here.
fn background(theme: Theme) -> [u8; 3] {
    let theme = if theme == Theme::Dark { theme } else { Theme::Light };
    rgb(Token::Card.value(theme)).into()
}

fn draw_error(error: &impl std::error::Error) -> RenderError {
    RenderError::Draw(error.to_string())
}
