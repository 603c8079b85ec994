//! The root element, the title, the source line and the ground around the marks.

use std::fmt::Write as _;

use domain::chart::{ChartBody, ChartModel};

use crate::body::{self, Body, ROOMY};
use crate::canvas::{ROOT, UNITS};
use crate::fonts;
use crate::surface::{Area, Surface, Type, units};
use crate::theme::Token;
use crate::{FAMILY, Options, RenderError, spark, xml};

/// Narrowest chart that is drawn, in CSS px.
const NARROWEST: f64 = 280.0;

/// Size of the source line, in CSS px.
const SOURCE: f64 = 12.0;

/// Space between source line and marks, in CSS px.
const GAP: f64 = 12.0;

/// The texts around the marks, broken into lines.
struct Frame {
    padding: f64,
    title: Vec<String>,
    title_look: Type,
    subtitle: Vec<String>,
    subtitle_look: Type,
    source: Vec<String>,
    source_look: Type,
}

impl Frame {
    fn new(model: &ChartModel, options: &Options) -> Result<Self, RenderError> {
        let width = f64::from(options.size.width);
        let roomy = width >= ROOMY;
        // A little room even without a ground: round line caps and markers reach out.
        let padding = match (options.frame, roomy) {
            (true, true) => 24.0,
            (true, false) => 16.0,
            (false, _) => 2.0,
        };
        let inner = width - 2.0 * padding;
        let title_look = Type::new(if roomy { 22.0 } else { 18.0 }, Token::Ink).bold();
        let subtitle_look = Type::new(if roomy { 15.0 } else { 14.0 }, Token::Soft);
        let source_look = Type::new(SOURCE, Token::Soft);
        let broken = |text: &str, look: Type| fonts::wrap(text, look.face, look.size, inner, usize::MAX);
        let (title, subtitle) = if options.frame {
            (
                broken(&model.title, title_look)?,
                broken(&model.subtitle, subtitle_look)?,
            )
        } else {
            (Vec::new(), Vec::new())
        };
        Ok(Self {
            padding,
            title,
            title_look,
            subtitle,
            subtitle_look,
            source: broken(&model.source, source_look)?,
            source_look,
        })
    }

    /// Height above the marks.
    fn above(&self) -> f64 {
        let title = self.title.len() as f64 * self.title_look.leading();
        let subtitle = self.subtitle.len() as f64 * self.subtitle_look.leading();
        let gaps = match (self.title.is_empty(), self.subtitle.is_empty()) {
            (true, true) => 0.0,
            (false, false) => 4.0 + 18.0,
            _ => 18.0,
        };
        self.padding + title + subtitle + gaps
    }

    /// Height below the marks.
    fn below(&self) -> f64 {
        let gap = if self.source.is_empty() { 0.0 } else { GAP };
        gap + self.source.len() as f64 * self.source_look.leading() + self.padding
    }

    fn draw(&self, surface: &Surface, height: f64) -> Result<(), RenderError> {
        let mut y = self.padding;
        y = self.block(surface, y, &self.title, self.title_look)?;
        if !self.title.is_empty() {
            y += 4.0;
        }
        self.block(surface, y, &self.subtitle, self.subtitle_look)?;
        let source = self.source.len() as f64 * self.source_look.leading();
        let top = height - self.padding - source;
        self.block(surface, top, &self.source, self.source_look)?;
        Ok(())
    }

    fn block(&self, surface: &Surface, top: f64, lines: &[String], look: Type) -> Result<f64, RenderError> {
        let height = lines.len() as f64 * look.leading();
        surface.lines(lines, (self.padding, top + height / 2.0), look)?;
        Ok(top + height)
    }
}

/// Draws any model.
pub(crate) fn draw(model: &ChartModel, options: &Options) -> Result<String, RenderError> {
    if let ChartBody::Spark(trend) = &model.body {
        return spark::draw(trend, options);
    }
    check_id(&options.id)?;
    let width = f64::from(options.size.width);
    let frame = Frame::new(model, options)?;
    if width < NARROWEST {
        return Err(too_small(options, 0.0));
    }
    let around = frame.above() + frame.below();
    let fixed = (options.size.height > 0).then(|| f64::from(options.size.height) - around);
    let body = body::prepare(model, width - 2.0 * frame.padding, fixed)?;
    let inner = fixed.unwrap_or_else(|| body.height());
    if inner < body.least() {
        return Err(too_small(options, around + body.least()));
    }
    let height = (around + inner).ceil();
    let marks = paint(&frame, body.as_ref(), options, height)?;
    Ok(root(model, options, height, &marks))
}

fn too_small(options: &Options, needed: f64) -> RenderError {
    RenderError::TooSmall {
        width: options.size.width,
        height: options.size.height,
        needed_width: options.size.width.max(NARROWEST as u32),
        needed_height: needed.ceil() as u32,
    }
}

fn paint(frame: &Frame, body: &dyn Body, options: &Options, height: f64) -> Result<String, RenderError> {
    let width = f64::from(options.size.width);
    let surface = Surface::new(width, height, options.theme);
    let whole = Area {
        left: 0.0,
        top: 0.0,
        right: width,
        bottom: height,
    };
    if options.frame {
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

/// Letters first: an id that begins with a digit cannot be used in a style sheet.
fn check_id(id: &str) -> Result<(), RenderError> {
    let rest = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.chars().all(rest) {
        Ok(())
    } else {
        Err(RenderError::Id(id.to_owned()))
    }
}

fn root(model: &ChartModel, options: &Options, height: f64, marks: &str) -> String {
    let id = &options.id;
    let width = options.size.width;
    let mut out = String::with_capacity(marks.len() + 1024);
    out.push_str(r#"<svg xmlns="http://www.w3.org/2000/svg""#);
    if options.frame {
        let _ = write!(out, r#" width="{width}" height="{height}""#);
    }
    let _ = write!(
        out,
        concat!(
            r#" viewBox="0 0 {} {}" class="chart" lang="{}" role="img""#,
            r#" aria-labelledby="{}-t {}-d" font-family="'{}',sans-serif""#,
            r#" font-size="{}" fill="{}">"#
        ),
        units(f64::from(width)),
        height * UNITS,
        model.lang.code(),
        id,
        id,
        FAMILY,
        ROOT.font_size,
        Token::Ink.value(options.theme),
    );
    xml::element("title", &format!("{id}-t"), &model.title, &mut out);
    xml::element("desc", &format!("{id}-d"), &model.description, &mut out);
    out.push_str(marks);
    out.push_str("</svg>");
    out
}
