//! Draws a model of any kind: the root element, the background, the texts around the marks, and the marks.

use std::fmt::Write as _;

use domain::chart::{ChartBody, ChartModel};

use crate::area::Area;
use crate::body::Body;
use crate::canvas::TextMode;
use crate::drawing::Drawing;
use crate::fonts::FAMILY;
use crate::frame::Frame;
use crate::options::{DrawOptions, MIN_WIDTH, Options};
use crate::style::ROOT;
use crate::surface::Surface;
use crate::theme::Token;
use crate::units::units;
use crate::{RenderError, kinds, spark, xml};

/// Draws `model` as SVG.
///
/// # Errors
/// [`RenderError::Id`] for an invalid id prefix, [`RenderError::NotFinite`] for values that are not finite, and
/// [`RenderError::TooSmall`], with a sufficient size, if the chart would not be readable in the requested size.
pub fn svg(model: &ChartModel, options: &Options) -> Result<String, RenderError> {
    Ok(draw(model, &DrawOptions::new(options))?.svg)
}

/// Draws a model of any kind.
pub(crate) fn draw(model: &ChartModel, options: &DrawOptions<'_>) -> Result<Drawing, RenderError> {
    if let ChartBody::Spark(trend) = &model.body {
        return spark::draw(trend, options);
    }
    if let ChartBody::StripSpark(strip) = &model.body {
        return spark::strip(strip, options);
    }
    check_id(options.id)?;
    let width = options.width();
    let frame = Frame::new(model, options)?;
    if width < MIN_WIDTH {
        return Err(options.too_small(0.0));
    }
    let outer_height = frame.above() + frame.below();
    let given_height = options.height().map(|height| height - outer_height);
    let body = kinds::prepare(model, width - 2.0 * frame.padding, given_height)?;
    let inner = given_height.unwrap_or_else(|| body.height());
    let min_height = if options.natural_height {
        body.height()
    } else {
        body.min_height()
    };
    if inner < min_height {
        return Err(options.too_small(outer_height + min_height));
    }
    let (displayed_height, height) = options.heights(outer_height + inner);
    let marks = paint(&frame, body.as_ref(), options, height)?;
    Ok(Drawing {
        svg: root(model, options, (displayed_height, height), &marks),
        width: options.size.width,
        height: displayed_height as u32,
    })
}

fn paint(frame: &Frame, body: &dyn Body, options: &DrawOptions<'_>, height: f64) -> Result<String, RenderError> {
    let width = options.width();
    let surface = Surface::new(width, height, options.theme, options.text_mode);
    let whole = Area {
        left: 0.0,
        top: 0.0,
        right: width,
        bottom: height,
    };
    if options.standalone {
        surface.rect(whole, Token::Card)?;
    }
    frame.draw(&surface, height)?;
    let inside = Area {
        left: frame.padding,
        top: frame.above(),
        right: width - frame.padding,
        bottom: height - frame.below(),
    };
    body.draw(&surface, inside)?;
    surface.take()
}

/// Checks that the id prefix begins with a letter: an id that begins with a digit cannot be used in a style sheet.
fn check_id(id: &str) -> Result<(), RenderError> {
    let rest = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(rest) {
        Ok(())
    } else {
        Err(RenderError::Id(id.to_owned()))
    }
}

fn root(model: &ChartModel, options: &DrawOptions<'_>, (displayed_height, height): (f64, f64), marks: &str) -> String {
    let id = options.id;
    let mut out = String::with_capacity(marks.len() + 1024);
    out.push_str(r#"<svg xmlns="http://www.w3.org/2000/svg""#);
    if options.standalone {
        let _ = write!(out, r#" width="{}" height="{displayed_height}""#, options.size.width);
    }
    let _ = write!(
        out,
        concat!(
            r#" viewBox="0 0 {} {}" class="chart" lang="{}" role="img""#,
            r#" aria-labelledby="{}-t {}-d""#,
        ),
        units(options.width()),
        units(height),
        model.lang.code(),
        id,
        id,
    );
    if options.text_mode == TextMode::Text {
        let size = ROOT.font_size;
        let _ = write!(out, r#" font-family="'{FAMILY}',sans-serif" font-size="{size}""#);
    }
    let _ = write!(out, r#" fill="{}">"#, Token::Ink.value(options.theme));
    xml::element("title", &format!("{id}-t"), &model.title, &mut out);
    xml::element("desc", &format!("{id}-d"), &model.description, &mut out);
    out.push_str(marks);
    out.push_str("</svg>");
    out
}
