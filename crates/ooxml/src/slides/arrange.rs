//! The layout of a slide: sizes and positions of its parts.

use crate::{
    Shape,
    chart::MIN_SIZE,
    text::{fit, lines},
};

/// English Metric Units, the file format's unit of length, per point.
const EMU: f64 = 12_700.0;

/// Margin of a slide, in points.
const MARGIN: f64 = 36.0;

/// Line height as a multiple of the font size.
const LEADING: f64 = 1.22;

/// Maximum number of remarks on a slide; all are among the speaker notes.
const MAX_REMARKS: usize = 3;

/// A rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) w: f64,
    pub(super) h: f64,
}

/// The size of the slides, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct SlideSize {
    width: f64,
    height: f64,
}

/// The positions of the parts of a chart slide, each text with a font size that fits.
#[derive(Debug)]
pub(super) struct PageLayout {
    pub(super) title: (Rect, f64),
    pub(super) subtitle: (Rect, f64),
    pub(super) chart: Rect,
    pub(super) remarks: (Rect, f64),
    /// How many of the remarks are on the slide.
    pub(super) remark_count: usize,
    pub(super) footer: (Rect, f64),
}

impl Rect {
    /// Returns left, top, width and height in EMU, as attribute values.
    pub(super) fn emu(self) -> [String; 4] {
        [self.x, self.y, self.w, self.h].map(|points| format!("{:.0}", points * EMU))
    }

    /// Returns its upper part with a height of at most `h`.
    pub(super) fn top(self, h: f64) -> Self {
        Self {
            h: h.min(self.h),
            ..self
        }
    }

    /// Splits it into columns of equal width with a gap between them.
    pub(super) fn columns(self, count: usize) -> Vec<Self> {
        self.split(count, 12.0)
    }

    /// Splits it into columns of equal width with this gap between them.
    pub(super) fn split(self, count: usize, gap: f64) -> Vec<Self> {
        let n = crate::text::number(count);
        let w = (self.w - gap * (n - 1.0)) / n;
        let x = |i: usize| self.x + (w + gap) * crate::text::number(i);
        (0..count).map(|i| Self { x: x(i), w, ..self }).collect()
    }
}

impl SlideSize {
    pub(super) const fn of(shape: Shape) -> Self {
        let width = match shape {
            Shape::Wide => 960.0,
            Shape::Standard => 720.0,
        };
        Self { width, height: 540.0 }
    }

    /// Returns width and height in EMU: exactly 13.333 (or 10) by 7.5 inches.
    pub(super) fn size(&self) -> [String; 2] {
        [self.width, self.height].map(|points| format!("{:.0}", points * EMU))
    }

    /// Returns the width between the margins.
    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }

    /// Returns a rectangle that spans the width between the margins.
    pub(super) fn band(&self, y: f64, h: f64) -> Rect {
        Rect {
            x: MARGIN,
            y,
            w: self.inner(),
            h,
        }
    }

    /// Returns the position of a hidden title: above the slide, where outlines and screen readers
    /// still find it.
    pub(super) fn above(&self) -> Rect {
        self.band(-80.0, 60.0)
    }

    /// Returns the position of the slide number, right of the footer.
    pub(super) fn number(&self) -> Rect {
        Rect {
            x: self.width - MARGIN - 40.0,
            y: self.height - 32.0,
            w: 40.0,
            h: 20.0,
        }
    }

    /// Returns the position of a footer with a number of lines of small text.
    pub(super) fn footer(&self, lines: f64) -> Rect {
        let h = 20.0 + (lines - 1.0) * MIN_SIZE * LEADING;
        Rect {
            x: MARGIN,
            y: self.height - 12.0 - h,
            w: self.inner() - 50.0,
            h,
        }
    }

    /// Lays out a chart slide: title and subtitle at the top, remarks and footer at the bottom, and
    /// the chart in between. As many remarks are on the slide as leave `needed` points for the chart; the first, which
    /// says whether the years are comparable, always is.
    pub(super) fn page_layout(
        &self,
        title: Option<(&str, &str)>,
        remarks: &[String],
        footer: &str,
        needed: f64,
    ) -> PageLayout {
        let width = self.inner() - 2.0;
        let mut y = 22.0;
        let mut head = [(self.above(), 26.0), (self.above(), 14.0)];
        if let Some((title, subtitle)) = title {
            let size = fit_title(title, width * 0.95);
            let h = lines(title, size, width * 0.95) * size * LEADING + 4.0;
            head[0] = (self.band(y, h), size);
            y += h;
            let size = fit(subtitle, width, 1.0, &[14.0, 13.0, MIN_SIZE]);
            let h = lines(subtitle, size, width) * size * LEADING + 4.0;
            head[1] = (self.band(y, h), size);
            y += h + 6.0;
        }
        let footer_rect = self.footer(lines(footer, MIN_SIZE, width - 50.0));
        let fits = |count: &usize| footer_rect.y - remarks_height(&remarks[..*count], width) - y - 6.0 >= needed;
        let most = remarks.len().min(MAX_REMARKS);
        let remark_count = (1..=most).rev().find(fits).unwrap_or(most.min(1));
        let remarks_rect = place_remarks(&remarks[..remark_count], width, footer_rect.y);
        let bottom = remarks_rect.map_or(footer_rect.y, |rect| rect.y);
        PageLayout {
            title: head[0],
            subtitle: head[1],
            chart: self.band(y, bottom - y - 6.0),
            remarks: (remarks_rect.unwrap_or(footer_rect), MIN_SIZE),
            remark_count,
            footer: (footer_rect, MIN_SIZE),
        }
    }
}

/// Returns the font size of a title: on one line if it can be large, otherwise on two.
fn fit_title(title: &str, width: f64) -> f64 {
    let size = fit(title, width, 1.0, &[26.0, 24.0, 22.0]);
    if lines(title, size, width) <= 1.0 {
        return size;
    }
    fit(title, width, 2.0, &[24.0, 22.0, 20.0, 18.0, 16.0, 14.0])
}

fn remarks_height(remarks: &[String], width: f64) -> f64 {
    remarks.iter().map(|line| lines(line, MIN_SIZE, width)).sum::<f64>() * MIN_SIZE * LEADING + 4.0
}

/// Returns the position of the remarks above `end`, `None` if there are none.
fn place_remarks(remarks: &[String], width: f64, end: f64) -> Option<Rect> {
    let h = remarks_height(remarks, width);
    let rect = Rect {
        x: MARGIN,
        y: end - h,
        w: width + 2.0,
        h,
    };
    (!remarks.is_empty()).then_some(rect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_overlap_and_stay_on_the_slide() {
        for shape in [Shape::Wide, Shape::Standard] {
            let size = SlideSize::of(shape);
            let long = "Một tiêu đề rất dài nói điều mà biểu đồ cho thấy ".repeat(4);
            for title in [None, Some(("Ngắn", "Phụ")), Some((long.as_str(), long.as_str()))] {
                let layout = size.page_layout(title, &[long.clone(), long.clone()], &long, 200.0);
                assert!(layout.chart.h > 200.0, "{shape:?} {}", layout.chart.h);
                assert!(layout.chart.y + layout.chart.h <= layout.remarks.0.y);
                assert!(layout.remarks.0.y + layout.remarks.0.h <= layout.footer.0.y + 0.01);
                assert!(layout.footer.0.y + layout.footer.0.h <= 540.0);
                if title.is_some() {
                    assert!(layout.title.0.y + layout.title.0.h <= layout.subtitle.0.y + 0.01);
                    assert!(layout.subtitle.0.y + layout.subtitle.0.h <= layout.chart.y);
                }
            }
        }
    }
}
