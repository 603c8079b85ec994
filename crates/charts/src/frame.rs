//! The texts around the marks: title, subtitle, notes and source line.

use domain::chart::ChartModel;

use crate::RenderError;
use crate::body::ROOMY;
use crate::fonts;
use crate::options::DrawOptions;
use crate::style::TextStyle;
use crate::surface::Surface;
use crate::theme::Token;

/// Font size of the source line, in CSS px.
const SOURCE_SIZE: f64 = 12.0;

/// Space between source line and marks, in CSS px.
const GAP: f64 = 12.0;

/// Space between notes and source line, in CSS px.
const SOURCE_GAP: f64 = 4.0;

/// The texts around the marks, broken into lines.
pub(crate) struct Frame {
    pub(crate) padding: f64,
    title: Vec<String>,
    title_style: TextStyle,
    subtitle: Vec<String>,
    subtitle_style: TextStyle,
    notes: Vec<String>,
    source: Vec<String>,
    source_style: TextStyle,
}

impl Frame {
    pub(crate) fn new(model: &ChartModel, options: &DrawOptions<'_>) -> Result<Self, RenderError> {
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
        for note in model.notes.iter().map(|note| &note.text).filter(|_| options.notes) {
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
    pub(crate) fn above(&self) -> f64 {
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
    pub(crate) fn below(&self) -> f64 {
        let gap = if self.notes_height() > 0.0 { GAP } else { 0.0 };
        gap + self.notes_height() + self.padding
    }

    /// Returns the height of notes and source line.
    fn notes_height(&self) -> f64 {
        let lines = self.notes.len() + self.source.len();
        let gap = if self.notes.is_empty() { 0.0 } else { SOURCE_GAP };
        lines as f64 * self.source_style.leading() + gap
    }

    pub(crate) fn draw(&self, surface: &Surface, height: f64) -> Result<(), RenderError> {
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
