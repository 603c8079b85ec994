//! The bundled fonts and the widths of texts set in them.
//!
//! Both faces cover Vietnamese. Widths are measured with the same font files that the PNG and the PDF are drawn with,
//! so a text that fits here fits there too.

use std::collections::HashMap;
use std::sync::LazyLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};
use ttf_parser::GlyphId;

use crate::RenderError;

/// Family name, as used by the style sheet and the rasteriser.
pub const FAMILY: &str = "Source Sans 3";

/// Source Sans 3 Regular (400), Open Font License: for the text of charts and files.
pub const REGULAR_TTF: &[u8] = include_bytes!("../../../style/fonts/ttf/SourceSans3_400Regular.ttf");

/// Source Sans 3 SemiBold (600), Open Font License: for emphasis in charts and files.
pub const SEMIBOLD_TTF: &[u8] = include_bytes!("../../../style/fonts/ttf/SourceSans3_600SemiBold.ttf");

/// Font weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Face {
    #[default]
    Regular,
    SemiBold,
}

/// A face as plotters knows it, and the advance widths of its characters.
///
/// Plotters measures in whole pixels, which is too coarse for texts of 12 px that must neither meet nor leave the image.
struct Metrics {
    font: FontDesc<'static>,
    /// As shares of the font size.
    advances: HashMap<char, f64>,
    /// Advance width of the box that is drawn for a character that the font lacks.
    missing: f64,
}

static METRICS: LazyLock<Option<[Metrics; 2]>> = LazyLock::new(|| {
    Some([
        Metrics::read(REGULAR_TTF, FontStyle::Normal)?,
        Metrics::read(SEMIBOLD_TTF, FontStyle::Bold)?,
    ])
});

impl Metrics {
    fn read(bytes: &'static [u8], style: FontStyle) -> Option<Self> {
        register_font(FAMILY, style, bytes).ok()?;
        let face = ttf_parser::Face::parse(bytes, 0).ok()?;
        let em = f64::from(face.units_per_em());
        let advance = |glyph| f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / em;
        let mut advances = HashMap::new();
        characters(&face, |c, glyph| {
            advances.entry(c).or_insert_with(|| advance(glyph));
        })?;
        Some(Self {
            font: FontDesc::new(FontFamily::Name(FAMILY), 1.0, style),
            advances,
            missing: advance(GlyphId(0)),
        })
    }
}

/// Calls `each` for every character of a face with its glyph; `None` if the face has no table of characters.
pub(crate) fn characters(face: &ttf_parser::Face<'_>, mut each: impl FnMut(char, GlyphId)) -> Option<()> {
    let subtables = face.tables().cmap?.subtables;
    for table in subtables.into_iter().filter(|table| table.is_unicode()) {
        table.codepoints(|code| {
            if let (Some(c), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) {
                each(c, glyph);
            }
        });
    }
    Some(())
}

fn metrics(face: Face) -> Result<&'static Metrics, RenderError> {
    let [regular, semibold] = METRICS.as_ref().ok_or(RenderError::Font)?;
    Ok(match face {
        Face::Regular => regular,
        Face::SemiBold => semibold,
    })
}

/// Returns the font for plotters; `size` is in canvas units.
pub(crate) fn font(face: Face, size: f64) -> Result<FontDesc<'static>, RenderError> {
    Ok(metrics(face)?.font.resize(size))
}

/// Returns the width of `text` at `size`, in the unit of `size`. Kerning is not applied, which can only make the result
/// slightly too large.
pub(crate) fn width(text: &str, face: Face, size: f64) -> Result<f64, RenderError> {
    let metrics = metrics(face)?;
    let advance = |c| metrics.advances.get(&c).copied().unwrap_or(metrics.missing) * size;
    Ok(text.chars().map(advance).sum())
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

#[cfg(test)]
mod tests {
    use ab_glyph::{Font as _, FontRef};

    use super::*;

    #[test]
    fn texts_are_measured_at_their_size_as_by_another_reader_of_the_font() {
        for (face, bytes) in [(Face::Regular, REGULAR_TTF), (Face::SemiBold, SEMIBOLD_TTF)] {
            let font = FontRef::try_from_slice(bytes).unwrap();
            let em = f64::from(font.units_per_em().unwrap());
            for text in ["Thừa Thiên Huế 63,61", "Kỳ Sơn <b>\"&", "ẴỢỷđ – − … 漢", ""] {
                for size in [10.0, 12.0, 13.5] {
                    let advances = text.chars().map(|c| font.h_advance_unscaled(font.glyph_id(c)));
                    let expected = advances.map(f64::from).sum::<f64>() / em * size;
                    let measured = width(text, face, size).unwrap();
                    assert!((measured - expected).abs() < 1e-9, "{text}: {measured} {expected}");
                }
            }
        }
    }
}
