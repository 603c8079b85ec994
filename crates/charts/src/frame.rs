//! The root element, the title, the notes, the source line and the ground around the marks.

use std::fmt::Write as _;

use domain::chart::{ChartBody, ChartModel};

use crate::body::{self, Body, ROOMY};
use crate::canvas::{Letters, ROOT};
use crate::fonts;
use crate::surface::{Area, Surface, Type, units};
use crate::theme::{Theme, Token};
use crate::{Drawing, FAMILY, Options, RenderError, Size, spark, xml};

/// Narrowest chart that is drawn, in CSS px.
const NARROWEST: f64 = 280.0;

/// Size of the source line, in CSS px.
const SOURCE: f64 = 12.0;

/// Space between source line and marks, in CSS px.
const GAP: f64 = 12.0;

/// Space between notes and source line, in CSS px.
const BEFORE_SOURCE: f64 = 4.0;

/// How a chart is laid out and shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet<'a> {
    /// What ids begin with.
    pub(crate) id: &'a str,
    /// Size as shown, in CSS px; a height of 0 leaves it to the chart.
    pub(crate) size: Size,
    /// Px of the layout for each px as shown: above 1 the chart is laid out larger and shown
    /// smaller, below 1 the other way round.
    pub(crate) scale: f64,
    pub(crate) theme: Theme,
    pub(crate) letters: Letters,
    /// Stands alone: a ground, room around the marks, a width and a height of its own.
    pub(crate) alone: bool,
    /// Title and subtitle inside.
    pub(crate) title: bool,
    /// Notes inside.
    pub(crate) notes: bool,
    /// In a given height the marks must have the height that they would choose.
    pub(crate) at_ease: bool,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(options: &'a Options) -> Self {
        Self {
            id: &options.id,
            size: options.size,
            scale: 1.0,
            theme: options.theme,
            letters: Letters::Words,
            alone: options.frame,
            title: options.frame,
            notes: options.frame,
            at_ease: false,
        }
    }

    /// Width of the layout, in CSS px.
    fn width(&self) -> f64 {
        f64::from(self.size.width) * self.scale
    }

    /// Height of the layout where it is given, in CSS px.
    fn height(&self) -> Option<f64> {
        (self.size.height > 0).then(|| f64::from(self.size.height) * self.scale)
    }

    /// Height as shown and of the layout, when the layout needs this much.
    fn heights(&self, needed: f64) -> (f64, f64) {
        let shown = (needed / self.scale).ceil();
        (shown, shown * self.scale)
    }

    fn too_small(&self, needed: f64) -> RenderError {
        RenderError::TooSmall {
            width: self.size.width,
            height: self.size.height,
            needed_width: self.size.width.max(NARROWEST as u32),
            needed_height: needed.ceil() as u32,
        }
    }
}

/// The texts around the marks, broken into lines.
struct Frame {
    padding: f64,
    title: Vec<String>,
    title_look: Type,
    subtitle: Vec<String>,
    subtitle_look: Type,
    notes: Vec<String>,
    source: Vec<String>,
    source_look: Type,
}

impl Frame {
    fn new(model: &ChartModel, sheet: &Sheet<'_>) -> Result<Self, RenderError> {
        let width = sheet.width();
        let roomy = width >= ROOMY;
        // A little room even without a ground: round line caps and markers reach out.
        let padding = match (sheet.alone, roomy) {
            (true, true) => 24.0,
            (true, false) => 16.0,
            (false, _) => 2.0,
        };
        let inner = width - 2.0 * padding;
        let title_look = Type::new(if roomy { 22.0 } else { 18.0 }, Token::Ink).bold();
        let subtitle_look = Type::new(if roomy { 15.0 } else { 14.0 }, Token::Soft);
        let source_look = Type::new(SOURCE, Token::Soft);
        let broken = |text: &str, look: Type| fonts::wrap(text, look.face, look.size, inner, usize::MAX);
        let (title, subtitle) = if sheet.title {
            (
                broken(&model.title, title_look)?,
                broken(&model.subtitle, subtitle_look)?,
            )
        } else {
            (Vec::new(), Vec::new())
        };
        let mut notes = Vec::new();
        for note in model.notes.iter().filter(|_| sheet.notes) {
            notes.extend(broken(note, source_look)?);
        }
        Ok(Self {
            padding,
            title,
            title_look,
            subtitle,
            subtitle_look,
            notes,
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
        let gap = if self.foot() > 0.0 { GAP } else { 0.0 };
        gap + self.foot() + self.padding
    }

    /// Height of notes and source line.
    fn foot(&self) -> f64 {
        let lines = self.notes.len() + self.source.len();
        let apart = if self.notes.is_empty() { 0.0 } else { BEFORE_SOURCE };
        lines as f64 * self.source_look.leading() + apart
    }

    fn draw(&self, surface: &Surface, height: f64) -> Result<(), RenderError> {
        let mut y = self.padding;
        y = self.block(surface, y, &self.title, self.title_look)?;
        if !self.title.is_empty() {
            y += 4.0;
        }
        self.block(surface, y, &self.subtitle, self.subtitle_look)?;
        let mut top = height - self.padding - self.foot();
        if !self.notes.is_empty() {
            top = self.block(surface, top, &self.notes, self.source_look)? + BEFORE_SOURCE;
        }
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
pub(crate) fn draw(model: &ChartModel, sheet: &Sheet<'_>) -> Result<Drawing, RenderError> {
    if let ChartBody::Spark(trend) = &model.body {
        return spark::draw(trend, sheet);
    }
    if let ChartBody::StripSpark(strip) = &model.body {
        return spark::strip(strip, sheet);
    }
    check_id(sheet.id)?;
    let width = sheet.width();
    let frame = Frame::new(model, sheet)?;
    if width < NARROWEST {
        return Err(sheet.too_small(0.0));
    }
    let around = frame.above() + frame.below();
    let fixed = sheet.height().map(|height| height - around);
    let body = body::prepare(model, width - 2.0 * frame.padding, fixed)?;
    let inner = fixed.unwrap_or_else(|| body.height());
    let least = if sheet.at_ease { body.height() } else { body.least() };
    if inner < least {
        return Err(sheet.too_small(around + least));
    }
    let (shown, height) = sheet.heights(around + inner);
    let marks = paint(&frame, body.as_ref(), sheet, height)?;
    Ok(Drawing {
        svg: root(model, sheet, (shown, height), &marks),
        width: sheet.size.width,
        height: shown as u32,
    })
}

fn paint(frame: &Frame, body: &dyn Body, sheet: &Sheet<'_>, height: f64) -> Result<String, RenderError> {
    let width = sheet.width();
    let surface = Surface::new(width, height, sheet.theme, sheet.letters);
    let whole = Area {
        left: 0.0,
        top: 0.0,
        right: width,
        bottom: height,
    };
    if sheet.alone {
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

fn root(model: &ChartModel, sheet: &Sheet<'_>, (shown, height): (f64, f64), marks: &str) -> String {
    let id = sheet.id;
    let mut out = String::with_capacity(marks.len() + 1024);
    out.push_str(r#"<svg xmlns="http://www.w3.org/2000/svg""#);
    if sheet.alone {
        let _ = write!(out, r#" width="{}" height="{shown}""#, sheet.size.width);
    }
    let _ = write!(
        out,
        concat!(
            r#" viewBox="0 0 {} {}" class="chart" lang="{}" role="img""#,
            r#" aria-labelledby="{}-t {}-d""#,
        ),
        units(sheet.width()),
        units(height),
        model.lang.code(),
        id,
        id,
    );
    if sheet.letters == Letters::Words {
        let size = ROOT.font_size;
        let _ = write!(out, r#" font-family="'{FAMILY}',sans-serif" font-size="{size}""#);
    }
    let _ = write!(out, r#" fill="{}">"#, Token::Ink.value(sheet.theme));
    xml::element("title", &format!("{id}-t"), &model.title, &mut out);
    xml::element("desc", &format!("{id}-d"), &model.description, &mut out);
    out.push_str(marks);
    out.push_str("</svg>");
    out
}
