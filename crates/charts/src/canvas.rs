//! A plotters backend that writes lean, grouped SVG.
//!
//! Plotters' own SVG backend knows neither groups nor classes nor a text for a mark, and
//! repeats every attribute on every element. This one writes an attribute only where it
//! differs from what the surrounding group already says, and paths in relative steps.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::fonts::Face;
use crate::glyphs;
use crate::path_text::PathText;
use crate::theme::{Theme, Token};
use crate::xml;

/// Canvas units in one CSS px: plotters' coordinates are whole numbers.
pub(crate) const UNITS: f64 = 4.0;

/// Size of the text that a drawing does not say anything about, in CSS px.
pub(crate) const TEXT: f64 = 13.0;

/// Height of a capital over the size of the text, in Source Sans 3.
const CAPITAL: f64 = 0.66;

/// Attributes that a group hands down to what is inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct GroupStyle {
    /// `None` is `fill="none"`.
    pub(crate) fill: Option<Token>,
    /// `None` is no stroke.
    pub(crate) stroke: Option<Token>,
    /// In canvas units.
    pub(crate) stroke_width: u32,
    /// In canvas units.
    pub(crate) font_size: u32,
    /// Weight 600 instead of 400.
    pub(crate) bold: bool,
    /// Where a text stands from its anchor.
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
    fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// How texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// As text, for a page that has the font.
    Words,
    /// As outlines, the same wherever they are shown; marks carry their text as a title.
    Outlines,
}

/// What the root element says.
pub(crate) const ROOT: GroupStyle = GroupStyle {
    fill: Some(Token::Ink),
    stroke: None,
    stroke_width: 4,
    font_size: (TEXT * UNITS) as u32,
    bold: false,
    anchor: Anchor::Start,
};

/// The SVG under way.
pub(crate) struct Canvas {
    size: (u32, u32),
    theme: Theme,
    letters: Letters,
    out: String,
    looks: Vec<GroupStyle>,
    /// Text of the next mark, already escaped.
    mark: String,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas {
    /// An empty canvas, in canvas units.
    pub(crate) fn new(size: (u32, u32), theme: Theme, letters: Letters) -> Self {
        Self {
            size,
            theme,
            letters,
            out: String::with_capacity(4096),
            looks: vec![ROOT],
            mark: String::new(),
        }
    }

    /// Everything drawn so far; the canvas is empty afterwards.
    pub(crate) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    fn look(&self) -> GroupStyle {
        self.looks.last().copied().unwrap_or(ROOT)
    }

    /// The next mark is a figure that a reader may ask about.
    pub(crate) fn tip(&mut self, text: &str) {
        self.mark.clear();
        xml::escape(text, &mut self.mark);
    }

    /// Opens a group; `change` says what differs inside.
    pub(crate) fn open(&mut self, class: &str, extra: &str, change: impl FnOnce(&mut GroupStyle)) {
        let outer = self.look();
        let mut inner = outer;
        change(&mut inner);
        self.out.push_str("<g");
        if !class.is_empty() {
            self.put(format_args!(r#" class="{class}""#));
        }
        self.differences(outer, inner);
        self.out.push_str(extra);
        self.out.push('>');
        self.looks.push(inner);
    }

    /// Closes the group opened last.
    pub(crate) fn close(&mut self) {
        self.looks.pop();
        self.out.push_str("</g>");
    }

    /// Several lines as one path; `cuts` are the positions at which a new one begins.
    /// A line of one point becomes a dot.
    pub(crate) fn strokes(
        &mut self,
        points: impl Iterator<Item = BackendCoord>,
        cuts: &[usize],
        style: &impl BackendStyle,
    ) {
        let title = self.begin("path");
        self.stroked(style);
        self.out.push_str(r#" d=""#);
        let mut path = PathText::default();
        for (index, point) in points.enumerate() {
            if index == 0 || cuts.contains(&index) {
                path.start(point, &mut self.out);
            } else {
                path.line(point, &mut self.out);
            }
        }
        path.end(&mut self.out);
        self.out.push('"');
        self.end("path", &title);
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn paint(&self, token: Option<Token>) -> &'static str {
        token.map_or("none", |token| token.value(self.theme))
    }

    /// Writes the attributes of `new` that differ from `old`.
    fn differences(&mut self, old: GroupStyle, new: GroupStyle) {
        if old.fill != new.fill {
            let paint = self.paint(new.fill);
            self.put(format_args!(r#" fill="{paint}""#));
        }
        if old.stroke != new.stroke {
            let paint = self.paint(new.stroke);
            self.put(format_args!(r#" stroke="{paint}""#));
        }
        if new.stroke.is_some() && (old.stroke_width != new.stroke_width || old.stroke.is_none()) {
            self.put(format_args!(r#" stroke-width="{}""#, new.stroke_width));
        }
        if self.letters == Letters::Outlines {
            return;
        }
        if old.font_size != new.font_size {
            self.put(format_args!(r#" font-size="{}""#, new.font_size));
        }
        if old.bold != new.bold {
            let weight = if new.bold { 600 } else { 400 };
            self.put(format_args!(r#" font-weight="{weight}""#));
        }
        if old.anchor != new.anchor {
            self.put(format_args!(r#" text-anchor="{}""#, new.anchor.name()));
        }
    }

    /// Opens an element that may be a figure; [`Self::end`] takes what it returns.
    fn begin(&mut self, element: &str) -> String {
        let mark = std::mem::take(&mut self.mark);
        self.out.push('<');
        self.out.push_str(element);
        if !mark.is_empty() {
            self.put(format_args!(r#" class="m" data-tip="{mark}""#));
        }
        mark
    }

    /// Closes the element. Where no script shows the text of a mark, a title does.
    fn end(&mut self, element: &str, mark: &str) {
        if mark.is_empty() || self.letters == Letters::Words {
            self.out.push_str("/>");
        } else {
            self.put(format_args!("><title>{mark}</title></{element}>"));
        }
    }

    /// A text as one path in units of the font, so that equal letters are equal bytes.
    fn outlined(&mut self, text: &str, (x, y): BackendCoord, old: GroupStyle, new: GroupStyle) {
        self.out.push_str(r#"<path data-text=""#);
        xml::escape(text, &mut self.out);
        self.out.push('"');
        self.differences(old, new);
        let scale = glyphs::scale(new.font_size);
        self.put(format_args!(r#" transform="translate({x} {y})scale({scale})" d=""#));
        let face = if new.bold { Face::SemiBold } else { Face::Regular };
        glyphs::write(text, face, new.anchor, &mut self.out);
        self.out.push_str(r#""/>"#);
    }

    fn filled(&mut self, color: BackendColor) {
        let old = self.look();
        let fill = Some(Token::from_key(color));
        self.differences(old, GroupStyle { fill, ..old });
    }

    fn stroked(&mut self, style: &impl BackendStyle) {
        let old = self.look();
        let new = GroupStyle {
            fill: None,
            stroke: Some(Token::from_key(style.color())),
            stroke_width: style.stroke_width(),
            ..old
        };
        self.differences(old, new);
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.strokes([from, to].into_iter(), &[], style);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.strokes(path.into_iter(), &[], style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = upper_left;
        let (width, height) = ((bottom_right.0 - x).max(0), (bottom_right.1 - y).max(0));
        let title = self.begin("rect");
        if fill {
            self.filled(style.color());
        } else {
            self.stroked(style);
        }
        self.put(format_args!(r#" x="{x}" y="{y}" width="{width}" height="{height}""#));
        self.end("rect", &title);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let title = self.begin("circle");
        if fill {
            self.filled(style.color());
        } else {
            self.stroked(style);
        }
        self.put(format_args!(r#" cx="{x}" cy="{y}" r="{radius}""#));
        self.end("circle", &title);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        let title = self.begin("path");
        self.filled(style.color());
        self.out.push_str(r#" d=""#);
        let mut path = PathText::default();
        for (index, corner) in corners.into_iter().enumerate() {
            if index == 0 {
                path.start(corner, &mut self.out);
            } else {
                path.line(corner, &mut self.out);
            }
        }
        self.out.push_str(r#"z""#);
        self.end("path", &title);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let size = style.size();
        let baseline = match style.anchor().v_pos {
            VPos::Top => CAPITAL * size,
            VPos::Center => CAPITAL / 2.0 * size,
            VPos::Bottom => 0.0,
        };
        let old = self.look();
        let new = GroupStyle {
            fill: Some(Token::from_key(style.color())),
            font_size: size.round() as u32,
            bold: matches!(style.style(), FontStyle::Bold),
            anchor: match style.anchor().h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            ..old
        };
        let y = y + baseline.round() as i32;
        if self.letters == Letters::Outlines {
            self.outlined(text, (x, y), old, new);
            return Ok(());
        }
        self.begin("text");
        self.put(format_args!(r#" x="{x}" y="{y}""#));
        self.differences(old, new);
        self.out.push('>');
        xml::escape(text, &mut self.out);
        self.out.push_str("</text>");
        Ok(())
    }
}
