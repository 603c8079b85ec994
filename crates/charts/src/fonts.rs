//! The bundled fonts and the width of text set in them.
//!
//! Both faces cover Vietnamese. Widths come from the same bytes that draw the PNG and
//! the PDF, so that what fits here fits there.

use std::sync::LazyLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use crate::RenderError;

/// Family name, as the style sheet and the rasteriser know it.
pub const FAMILY: &str = "Source Sans 3";

/// Source Sans 3 Regular (400), Open Font License: for text of charts and files.
pub const REGULAR_TTF: &[u8] = include_bytes!("../../../style/fonts/ttf/SourceSans3_400Regular.ttf");

/// Source Sans 3 SemiBold (600), Open Font License: for emphasis in charts and files.
pub const SEMIBOLD_TTF: &[u8] = include_bytes!("../../../style/fonts/ttf/SourceSans3_600SemiBold.ttf");

/// Plotters scales by the height of a line (ascender to descender), CSS by the em. In
/// Source Sans 3 a line is 1.424 em high; at this size one pixel is one thousandth of an em.
const THOUSANDTHS: f64 = 1424.0;

/// Weight of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Face {
    #[default]
    Regular,
    SemiBold,
}

struct Faces {
    regular: FontDesc<'static>,
    semibold: FontDesc<'static>,
}

static FACES: LazyLock<Option<Faces>> = LazyLock::new(|| {
    register_font(FAMILY, FontStyle::Normal, REGULAR_TTF).ok()?;
    register_font(FAMILY, FontStyle::Bold, SEMIBOLD_TTF).ok()?;
    let face = |style| FontDesc::new(FontFamily::Name(FAMILY), THOUSANDTHS, style);
    Some(Faces {
        regular: face(FontStyle::Normal),
        semibold: face(FontStyle::Bold),
    })
});

/// The font for plotters, `size` in the canvas' own units.
pub(crate) fn font(face: Face, size: f64) -> Result<FontDesc<'static>, RenderError> {
    Ok(description(face)?.resize(size))
}

fn description(face: Face) -> Result<&'static FontDesc<'static>, RenderError> {
    let faces = FACES.as_ref().ok_or(RenderError::Font)?;
    Ok(match face {
        Face::Regular => &faces.regular,
        Face::SemiBold => &faces.semibold,
    })
}

/// Width of `text` at `size`, in the unit of `size`. Kerning is left out, which can only
/// make the answer a little too large.
pub(crate) fn width(text: &str, face: Face, size: f64) -> Result<f64, RenderError> {
    let ((left, _), (right, _)) = description(face)?.layout_box(text).map_err(|_| RenderError::Font)?;
    Ok(f64::from(right - left) / 1000.0 * size)
}

/// The widest of several texts; 0 when there are none.
pub(crate) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, face: Face, size: f64) -> Result<f64, RenderError> {
    texts
        .into_iter()
        .try_fold(0.0_f64, |most, text| Ok(most.max(width(text, face, size)?)))
}

/// Breaks `text` at spaces into at most `most` lines of at most `max` width. What does not
/// fit ends in an ellipsis.
pub(crate) fn wrap(text: &str, face: Face, size: f64, max: f64, most: usize) -> Result<Vec<String>, RenderError> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let space = width(" ", face, size)?;
    let mut used = 0.0;
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let wide = width(word, face, size)?;
        let last = lines.len() + 1 == most;
        if !line.is_empty() && used + space + wide > max && !last {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += space;
        }
        line.push_str(word);
        used += wide;
        if used > max && (words.peek().is_none() || last || wide > max) {
            line = cut(&line, face, size, max)?;
            used = max;
            if last {
                break;
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Ok(lines)
}

/// `text` itself where it fits into `max`, else its beginning and an ellipsis.
pub(crate) fn cut(text: &str, face: Face, size: f64, max: f64) -> Result<String, RenderError> {
    if width(text, face, size)? <= max {
        return Ok(text.to_owned());
    }
    let room = max - width("…", face, size)?;
    let mut kept = text.to_owned();
    while kept.pop().is_some() {
        if width(&kept, face, size)? <= room {
            break;
        }
    }
    Ok(format!("{}…", kept.trim_end()))
}
