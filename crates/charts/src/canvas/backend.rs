//! What plotters asks of the canvas.

use plotters::style::{Color, RGBAColor};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, FontStyle};

use super::{BackendResult, Canvas, TextMode, is_invisible, token};
use crate::palette::UnknownColor;
use crate::path_text::PathText;
use crate::style::{Anchor, GroupStyle};
use crate::xml;

/// Cap height as a share of the font size, in Source Sans 3.
const CAPITAL: f64 = 0.66;

impl DrawingBackend for Canvas {
    type ErrorType = UnknownColor;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> BackendResult {
        Ok(())
    }

    fn present(&mut self) -> BackendResult {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> BackendResult {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> BackendResult {
        let Some(mesh) = &mut self.mesh else {
            return self.strokes([from, to].into_iter(), &[], style);
        };
        // From left to right or from top to bottom: backwards steps would need a sign.
        mesh.lines.push((from.min(to), from.max(to)));
        let BackendColor { rgb: (r, g, b), alpha } = style.color();
        mesh.style = Some(Color::stroke_width(&RGBAColor(r, g, b, alpha), style.stroke_width()));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> BackendResult {
        self.strokes(path.into_iter(), &[], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> BackendResult {
        if is_invisible(style) {
            return Ok(());
        }
        let (x, y) = upper_left;
        let (width, height) = ((bottom_right.0 - x).max(0), (bottom_right.1 - y).max(0));
        let tooltip = self.begin("rect");
        if fill {
            self.filled(style.color())?;
        } else {
            self.stroked(style)?;
        }
        self.write(format_args!(r#" x="{x}" y="{y}" width="{width}" height="{height}""#));
        self.end("rect", &tooltip);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> BackendResult {
        if is_invisible(style) {
            return Ok(());
        }
        let tooltip = self.begin("circle");
        if fill {
            self.filled(style.color())?;
        } else {
            self.stroked(style)?;
        }
        self.write(format_args!(r#" cx="{x}" cy="{y}" r="{radius}""#));
        self.end("circle", &tooltip);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> BackendResult {
        if is_invisible(style) {
            return Ok(());
        }
        let tooltip = self.begin("path");
        self.filled(style.color())?;
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
        self.end("path", &tooltip);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> BackendResult {
        let color = style.color();
        let size = style.size();
        let baseline = match style.anchor().v_pos {
            VPos::Top => CAPITAL * size,
            VPos::Center => CAPITAL / 2.0 * size,
            VPos::Bottom => 0.0,
        };
        let old = self.group_style();
        let new = GroupStyle {
            fill: Some(token(color)?),
            fill_opacity: color.alpha,
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
        if self.text_mode == TextMode::Outlines {
            self.outlined(text, (x, y), old, new);
            return Ok(());
        }
        self.begin("text");
        self.write(format_args!(r#" x="{x}" y="{y}""#));
        self.write_differences(old, new);
        self.out.push('>');
        xml::escape(text, &mut self.out);
        self.out.push_str("</text>");
        Ok(())
    }
}
