//! The root element, and the title, notes, source line and background around the marks.

use std::fmt::Write as _;

use domain::chart::{ChartBody, ChartModel};

use crate::area::Area;
use crate::body::{self, Body, ROOMY};
use crate::canvas::TextMode;
use crate::style::{ROOT, TextStyle};
use crate::surface::Surface;
use crate::theme::{Theme, Token};
use crate::units::units;
use crate::{Drawing, FAMILY, Options, RenderError, Size, fonts, spark, xml};

/// Minimum width of a chart, in CSS px.
const MIN_WIDTH: f64 = 280.0;

/// Font size of the source line, in CSS px.
const SOURCE_SIZE: f64 = 12.0;

/// Space between source line and marks, in CSS px.
const GAP: f64 = 12.0;

/// Space between notes and source line, in CSS px.
const SOURCE_GAP: f64 = 4.0;

/// How a chart is laid out and displayed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DrawOptions<'a> {
    /// Prefix of all ids.
    pub(crate) id: &'a str,
    /// Displayed size, in CSS px; a height of 0 means the chart's natural height.
    pub(crate) size: Size,
    /// Px of the layout per displayed px: above 1 the chart is laid out larger and displayed smaller, below 1 the
    /// reverse.
    pub(crate) scale: f64,
    pub(crate) theme: Theme,
    pub(crate) text_mode: TextMode,
    /// Standalone image: with a background, a margin, and a width and height attribute.
    pub(crate) standalone: bool,
    /// Title and subtitle are part of the image.
    pub(crate) title: bool,
    /// Notes are part of the image.
    pub(crate) notes: bool,
    /// In a given height, the marks must get their natural height, not only the minimum.
    pub(crate) natural_height: bool,
}

impl<'a> DrawOptions<'a> {
    pub(crate) fn new(options: &'a Options) -> Self {
        Self {
            id: &options.id,
            size: options.size,
            scale: 1.0,
            theme: options.theme,
            text_mode: TextMode::Text,
            standalone: options.frame,
            title: options.frame,
            notes: options.frame,
            natural_height: false,
        }
    }

    /// Returns the width of the layout, in CSS px.
    fn width(&self) -> f64 {
        f64::from(self.size.width) * self.scale
    }

    /// Returns the height of the layout, in CSS px; `None` if it is up to the chart.
    fn height(&self) -> Option<f64> {
        (self.size.height > 0).then(|| f64::from(self.size.height) * self.scale)
    }

    /// Returns the displayed height and the layout height for a layout that needs this much.
    fn heights(&self, needed: f64) -> (f64, f64) {
        let displayed_height = (needed / self.scale).ceil();
        (displayed_height, displayed_height * self.scale)
    }

    fn too_small(&self, needed: f64) -> RenderError {
        RenderError::TooSmall {
            width: self.size.width,
            height: self.size.height,
            needed_width: self.size.width.max(MIN_WIDTH as u32),
            needed_height: needed.ceil() as u32,
        }
    }
}

/// The texts around the marks, broken into lines.
struct Frame {
    padding: f64,
    title: Vec<String>,
    title_style: TextStyle,
    subtitle: Vec<String>,
    subtitle_style: TextStyle,
    notes: Vec<String>,
    source: Vec<String>,
    source_style: TextStyle,
}

impl Frame {
    fn new(model: &ChartModel, options: &DrawOptions<'_>) -> Result<Self, RenderError> {
        let width = options.width();
        let roomy = width >= ROOMY;
        // A small margin even without a background: round line caps and markers extend past the area.
        let padding = match (options.standalone, roomy) {
            (true, true) => 24.0,
            (true, false) => 16.0,
            (false, _) => 2.0,
        };
        let inner = width - 2.0 * padding;
        let title_style = TextStyle::new(if roomy { 22.0 } else { 18.0 }, Token::Ink).bold();
        let subtitle_style = TextStyle::new(if roomy { 15.0 } else { 14.0 }, Token::Soft);
        let source_style = TextStyle::new(SOURCE_SIZE, Token::Soft);
        let wrap = |text: &str, style: TextStyle| fonts::wrap(text, style.face, style.size, inner, usize::MAX);
        let (title, subtitle) = if options.title {
            (wrap(&model.title, title_style)?, wrap(&model.subtitle, subtitle_style)?)
        } else {
            (Vec::new(), Vec::new())
        };
        let mut notes = Vec::new();
        for note in model.notes.iter().filter(|_| options.notes) {
            notes.extend(wrap(note, source_style)?);
        }
        Ok(Self {
            padding,
            title,
            title_style,
            subtitle,
            subtitle_style,
            notes,
            source: wrap(&model.source, source_style)?,
            source_style,
        })
    }

    /// Returns the height above the marks.
    fn above(&self) -> f64 {
        let title = self.title.len() as f64 * self.title_style.leading();
        let subtitle = self.subtitle.len() as f64 * self.subtitle_style.leading();
        let gaps = match (self.title.is_empty(), self.subtitle.is_empty()) {
            (true, true) => 0.0,
            (false, false) => 4.0 + 18.0,
            _ => 18.0,
        };
        self.padding + title + subtitle + gaps
    }

    /// Returns the height below the marks.
    fn below(&self) -> f64 {
        let gap = if self.notes_height() > 0.0 { GAP } else { 0.0 };
        gap + self.notes_height() + self.padding
    }

    /// Returns the height of notes and source line.
    fn notes_height(&self) -> f64 {
        let lines = self.notes.len() + self.source.len();
        let gap = if self.notes.is_empty() { 0.0 } else { SOURCE_GAP };
        lines as f64 * self.source_style.leading() + gap
    }

    fn draw(&self, surface: &Surface, height: f64) -> Result<(), RenderError> {
        let mut y = self.padding;
        y = self.block(surface, y, &self.title, self.title_style)?;
        if !self.title.is_empty() {
            y += 4.0;
        }
        self.block(surface, y, &self.subtitle, self.subtitle_style)?;
        let mut top = height - self.padding - self.notes_height();
        if !self.notes.is_empty() {
            top = self.block(surface, top, &self.notes, self.source_style)? + SOURCE_GAP;
        }
        self.block(surface, top, &self.source, self.source_style)?;
        Ok(())
    }

    fn block(&self, surface: &Surface, top: f64, lines: &[String], style: TextStyle) -> Result<f64, RenderError> {
        let height = lines.len() as f64 * style.leading();
        surface.lines(lines, (self.padding, top + height / 2.0), style)?;
        Ok(top + height)
    }
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
    let body = body::prepare(model, width - 2.0 * frame.padding, given_height)?;
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
