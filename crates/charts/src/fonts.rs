//! The bundled fonts and the widths of texts set in them.
//!
//! Both faces cover Vietnamese. Widths are measured with the same font files that the PNG and the PDF are drawn with,
//! so a text that fits here fits there too.

use std::sync::LazyLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use crate::RenderError;

/// Family name, as used by the style sheet and the rasteriser.
pub const FAMILY: &str = "Source Sans 3";

/// Source Sans 3 Regular (400), Open Font License: for the text of charts and files.
pub const REGULAR_TTF: &[u8] = include_bytes!("../../../style/fonts/ttf/SourceSans3_400Regular.ttf");

/// Source Sans 3 SemiBold (600), Open Font License: for emphasis in charts and files.
pub const SEMIBOLD_TTF: &[u8] = include_bytes!("../../../style/fonts/ttf/SourceSans3_600SemiBold.ttf");

/// Plotters scales by the line height (ascender to descender), CSS by the em. In Source Sans 3 a line is 1.424 em high;
/// at this size one pixel is one thousandth of an em.
const SIZE_IN_THOUSANDTHS: f64 = 1424.0;

/// Font weight.
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
    let face = |style| FontDesc::new(FontFamily::Name(FAMILY), SIZE_IN_THOUSANDTHS, style);
    Some(Faces {
        regular: face(FontStyle::Normal),
        semibold: face(FontStyle::Bold),
    })
});

/// Returns the font for plotters; `size` is in canvas units.
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

/// Returns the width of `text` at `size`, in the unit of `size`. Kerning is not applied, which can only make the result
/// slightly too large.
pub(crate) fn width(text: &str, face: Face, size: f64) -> Result<f64, RenderError> {
    let ((left, _), (right, _)) = description(face)?.layout_box(text).map_err(|_| RenderError::Font)?;
    Ok(f64::from(right - left) / 1000.0 * size)
}

/// Returns the width of the widest text; 0 if there are none.
pub(crate) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, face: Face, size: f64) -> Result<f64, RenderError> {
    texts
        .into_iter()
        .try_fold(0.0_f64, |widest, text| Ok(widest.max(width(text, face, size)?)))
}

/// Breaks `text` at spaces into at most `max_lines` lines of at most `max_width`. Text that does not fit ends in an
/// ellipsis.
pub(crate) fn wrap(
    text: &str,
    face: Face,
    size: f64,
    max_width: f64,
    max_lines: usize,
) -> Result<Vec<String>, RenderError> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let space = width(" ", face, size)?;
    let mut used = 0.0;
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let word_width = width(word, face, size)?;
        let last = lines.len() + 1 == max_lines;
        if !line.is_empty() && used + space + word_width > max_width && !last {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += space;
        }
        line.push_str(word);
        used += word_width;
        if used > max_width && (words.peek().is_none() || last || word_width > max_width) {
            line = cut(&line, face, size, max_width)?;
            used = max_width;
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

/// Returns `text` if it is no wider than `max_width`, otherwise its beginning with an ellipsis.
pub(crate) fn cut(text: &str, face: Face, size: f64, max_width: f64) -> Result<String, RenderError> {
    if width(text, face, size)? <= max_width {
        return Ok(text.to_owned());
    }
    let available = max_width - width("…", face, size)?;
    let mut shortened = text.to_owned();
    while shortened.pop().is_some() {
        if width(&shortened, face, size)? <= available {
            break;
        }
    }
    Ok(format!("{}…", shortened.trim_end()))
}
