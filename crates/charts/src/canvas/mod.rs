//! A plotters backend that writes compact, grouped SVG.
//!
//! Plotters' own SVG backend has no groups, classes or tooltip texts, and repeats every attribute on every element.
//! This backend writes an attribute only if it differs from the surrounding group's, and writes paths in relative
//! coordinates. Colours are those of [`TokenPalette`](crate::palette::TokenPalette), and each is written as the value of
//! its token.

mod backend;

use std::fmt::Write as _;

use plotters::style::ShapeStyle;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingErrorKind};

use crate::fonts::Face;
use crate::glyphs;
use crate::palette::UnknownColor;
use crate::path_text::PathText;
use crate::style::{GroupStyle, ROOT};
use crate::theme::{Theme, Token};
use crate::xml;

/// How texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextMode {
    /// As text elements, for a page that has the font.
    Text,
    /// As outlines, which look the same in every program; marks have their tooltip text as a `title` element.
    Outlines,
}

/// An SVG document being written.
pub(crate) struct Canvas {
    size: (u32, u32),
    theme: Theme,
    text_mode: TextMode,
    out: String,
    styles: Vec<GroupStyle>,
    /// Tooltip text of the next mark, already escaped.
    tooltip: String,
    /// Lines of a mesh that are written as one path.
    mesh: Option<Mesh>,
}

/// Straight lines that become one path.
#[derive(Default)]
struct Mesh {
    lines: Vec<(BackendCoord, BackendCoord)>,
    /// `None` before the first line.
    style: Option<ShapeStyle>,
}

type BackendResult = Result<(), DrawingErrorKind<UnknownColor>>;

/// Returns true for a style that plotters uses to leave something out, such as the line of an axis.
fn is_invisible(style: &impl BackendStyle) -> bool {
    style.color().alpha <= 0.0
}

impl Canvas {
    /// Creates an empty canvas. `size` is in canvas units.
    pub(crate) fn new(size: (u32, u32), theme: Theme, text_mode: TextMode) -> Self {
        Self {
            size,
            theme,
            text_mode,
            out: String::with_capacity(4096),
            styles: vec![ROOT],
            tooltip: String::new(),
            mesh: None,
        }
    }

    /// Takes everything drawn so far and leaves the canvas empty.
    pub(crate) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    fn group_style(&self) -> GroupStyle {
        self.styles.last().copied().unwrap_or(ROOT)
    }

    /// Sets the tooltip text of the next mark.
    pub(crate) fn tip(&mut self, text: &str) {
        self.tooltip.clear();
        xml::escape(text, &mut self.tooltip);
    }

    /// Opens a group; `change` sets the attributes that differ inside it.
    pub(crate) fn open(&mut self, class: &str, extra: &str, change: impl FnOnce(&mut GroupStyle)) {
        let outer = self.group_style();
        let mut inner = outer;
        change(&mut inner);
        self.out.push_str("<g");
        if !class.is_empty() {
            self.write(format_args!(r#" class="{class}""#));
        }
        self.write_differences(outer, inner);
        self.out.push_str(extra);
        self.out.push('>');
        self.styles.push(inner);
    }

    /// Closes the group opened last.
    pub(crate) fn close(&mut self) {
        self.styles.pop();
        self.out.push_str("</g>");
    }

    /// Begins a mesh: plotters draws each of its lines by itself, and all become one path.
    pub(crate) fn open_mesh(&mut self) {
        self.mesh = Some(Mesh::default());
    }

    /// Writes the lines drawn since [`Self::open_mesh`].
    pub(crate) fn close_mesh(&mut self) -> BackendResult {
        let mut mesh = self.mesh.take().unwrap_or_default();
        let Some(style) = mesh.style else {
            return Ok(());
        };
        // From line to line in the shortest steps, which take the fewest bytes.
        mesh.lines.sort_unstable();
        let cuts: Vec<usize> = (2..mesh.lines.len() * 2).step_by(2).collect();
        let ends = mesh.lines.into_iter().flat_map(|(from, to)| [from, to]);
        self.strokes(ends, &cuts, &style)
    }

    /// Draws several lines as one path; `cuts` are the ascending indices of points at which a new line begins. A line
    /// of one point becomes a dot.
    pub(crate) fn strokes(
        &mut self,
        points: impl Iterator<Item = BackendCoord>,
        cuts: &[usize],
        style: &impl BackendStyle,
    ) -> BackendResult {
        if is_invisible(style) {
            return Ok(());
        }
        let tooltip = self.begin("path");
        self.stroked(style)?;
        self.out.push_str(r#" d=""#);
        let mut path = PathText::default();
        for (index, point) in points.enumerate() {
            if index == 0 || cuts.binary_search(&index).is_ok() {
                path.start(point, &mut self.out);
            } else {
                path.line(point, &mut self.out);
            }
        }
        path.end(&mut self.out);
        self.out.push('"');
        self.end("path", &tooltip);
        Ok(())
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn paint(&self, token: Option<Token>) -> &'static str {
        token.map_or("none", |token| token.value(self.theme))
    }

    /// Writes the attributes of `new` that differ from `old`.
    fn write_differences(&mut self, old: GroupStyle, new: GroupStyle) {
        if old.fill != new.fill {
            let paint = self.paint(new.fill);
            self.write(format_args!(r#" fill="{paint}""#));
        }
        if new.fill.is_some() && old.fill_opacity != new.fill_opacity {
            self.opacity("fill", new.fill_opacity);
        }
        if old.stroke != new.stroke {
            let paint = self.paint(new.stroke);
            self.write(format_args!(r#" stroke="{paint}""#));
        }
        if new.stroke.is_some() && old.stroke_opacity != new.stroke_opacity {
            self.opacity("stroke", new.stroke_opacity);
        }
        if new.stroke.is_some() && (old.stroke_width != new.stroke_width || old.stroke.is_none()) {
            self.write(format_args!(r#" stroke-width="{}""#, new.stroke_width));
        }
        if self.text_mode == TextMode::Outlines {
            return;
        }
        if old.font_size != new.font_size {
            self.write(format_args!(r#" font-size="{}""#, new.font_size));
        }
        if old.bold != new.bold {
            let weight = if new.bold { 600 } else { 400 };
            self.write(format_args!(r#" font-weight="{weight}""#));
        }
        if old.anchor != new.anchor {
            self.write(format_args!(r#" text-anchor="{}""#, new.anchor.name()));
        }
    }

    /// Writes the opacity of a paint without its leading zero.
    fn opacity(&mut self, paint: &str, opacity: f64) {
        let value = opacity.to_string();
        let value = value
            .strip_prefix('0')
            .filter(|rest| !rest.is_empty())
            .unwrap_or(&value);
        self.write(format_args!(r#" {paint}-opacity="{value}""#));
    }

    /// Opens an element that may have a tooltip; the returned tooltip text is to be passed to [`Self::end`].
    fn begin(&mut self, element: &str) -> String {
        let tooltip = std::mem::take(&mut self.tooltip);
        self.out.push('<');
        self.out.push_str(element);
        if !tooltip.is_empty() {
            self.write(format_args!(r#" class="m" data-tip="{tooltip}""#));
        }
        tooltip
    }

    /// Closes the element. Outlined pictures have no script to show the tooltip text, so there it becomes a `title`
    /// element.
    fn end(&mut self, element: &str, tooltip: &str) {
        if tooltip.is_empty() || self.text_mode == TextMode::Text {
            self.out.push_str("/>");
        } else {
            self.write(format_args!("><title>{tooltip}</title></{element}>"));
        }
    }

    /// Writes a text as one path in font units, so that equal texts give equal bytes.
    fn outlined(&mut self, text: &str, (x, y): BackendCoord, old: GroupStyle, new: GroupStyle) {
        self.out.push_str(r#"<path data-text=""#);
        xml::escape(text, &mut self.out);
        self.out.push('"');
        self.write_differences(old, new);
        let scale = glyphs::scale(new.font_size);
        self.write(format_args!(r#" transform="translate({x} {y})scale({scale})" d=""#));
        let face = if new.bold { Face::SemiBold } else { Face::Regular };
        glyphs::write(text, face, new.anchor, &mut self.out);
        self.out.push_str(r#""/>"#);
    }

    fn filled(&mut self, color: BackendColor) -> BackendResult {
        let old = self.group_style();
        let new = GroupStyle {
            fill: Some(token(color)?),
            fill_opacity: color.alpha,
            ..old
        };
        self.write_differences(old, new);
        Ok(())
    }

    fn stroked(&mut self, style: &impl BackendStyle) -> BackendResult {
        let old = self.group_style();
        let color = style.color();
        let new = GroupStyle {
            fill: None,
            stroke: Some(token(color)?),
            stroke_opacity: color.alpha,
            stroke_width: style.stroke_width(),
            ..old
        };
        self.write_differences(old, new);
        Ok(())
    }
}

fn token(color: BackendColor) -> Result<Token, DrawingErrorKind<UnknownColor>> {
    Token::of_color(color).map_err(DrawingErrorKind::DrawingError)
}
