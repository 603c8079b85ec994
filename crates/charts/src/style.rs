//! Styles of groups and texts.

use plotters::style::{Color as _, FontDesc, TextStyle as PlottersTextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, FontFamily, FontStyle};

use crate::RenderError;
use crate::fonts::{self, FAMILY, Face};
use crate::theme::Token;
use crate::units::UNITS;

/// Default font size, in CSS px.
pub(crate) const TEXT: f64 = 13.0;

/// Attributes that the elements of a group inherit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct GroupStyle {
    /// `None` is `fill="none"`.
    pub(crate) fill: Option<Token>,
    /// 0 to 1.
    pub(crate) fill_opacity: f64,
    /// `None` is no stroke.
    pub(crate) stroke: Option<Token>,
    /// 0 to 1.
    pub(crate) stroke_opacity: f64,
    /// In canvas units.
    pub(crate) stroke_width: u32,
    /// In canvas units.
    pub(crate) font_size: u32,
    /// Weight 600 instead of 400.
    pub(crate) bold: bool,
    /// Horizontal position of a text relative to its anchor.
    pub(crate) anchor: Anchor,
}

/// Horizontal anchor of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// Returns the value of the attribute `text-anchor`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Attributes of the root element.
pub(crate) const ROOT: GroupStyle = GroupStyle {
    fill: Some(Token::Ink),
    fill_opacity: 1.0,
    stroke: None,
    stroke_opacity: 1.0,
    stroke_width: 4,
    font_size: (TEXT * UNITS) as u32,
    bold: false,
    anchor: Anchor::Start,
};

/// Font, colour and anchor of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextStyle {
    pub(crate) face: Face,
    /// In CSS px.
    pub(crate) size: f64,
    pub(crate) color: Token,
    pub(crate) anchor: Anchor,
}

impl TextStyle {
    pub(crate) fn new(size: f64, color: Token) -> Self {
        Self {
            face: Face::Regular,
            size,
            color,
            anchor: Anchor::Start,
        }
    }

    pub(crate) fn bold(self) -> Self {
        Self {
            face: Face::SemiBold,
            ..self
        }
    }

    pub(crate) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// Returns the width of `text`, in CSS px.
    pub(crate) fn width(self, text: &str) -> Result<f64, RenderError> {
        fonts::width(text, self.face, self.size)
    }

    /// Returns the line height for several lines, in CSS px.
    pub(crate) fn leading(self) -> f64 {
        (self.size * 1.25).round()
    }

    /// Returns the font for plotters, in canvas units.
    fn font(self) -> Result<FontDesc<'static>, RenderError> {
        fonts::font(self.face, self.size * UNITS)
    }

    /// Returns the style for texts that plotters itself places, such as tick labels.
    pub(crate) fn for_plotters(self) -> Result<PlottersTextStyle<'static>, RenderError> {
        Ok(self.font()?.color(&self.color))
    }
}

/// The style of texts that are elements: their anchor is in the middle of the capitals.
impl BackendTextStyle for TextStyle {
    type FontError = RenderError;

    fn color(&self) -> BackendColor {
        self.color.to_backend_color()
    }

    fn size(&self) -> f64 {
        self.size * UNITS
    }

    fn style(&self) -> FontStyle {
        match self.face {
            Face::Regular => FontStyle::Normal,
            Face::SemiBold => FontStyle::Bold,
        }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FAMILY)
    }

    fn layout_box(&self, text: &str) -> Result<(BackendCoord, BackendCoord), RenderError> {
        self.font()?.layout_box(text).map_err(|_| RenderError::Font)
    }

    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        position: BackendCoord,
        mut draw: DrawFunc,
    ) -> Result<Result<(), E>, RenderError> {
        let color = self.color.to_backend_color();
        let drawn = self.font()?.draw(text, position, |x, y, coverage| {
            draw(x, y, color.mix(f64::from(coverage)))
        });
        drawn.map_err(|_| RenderError::Font)
    }
}
