//! Where things stand on a slide.

use crate::{
    Shape,
    text::{fit, lines},
};

/// Length units of the format in a point.
const EMU: f64 = 12_700.0;

/// Margin around everything, in points.
const MARGIN: f64 = 36.0;

/// Height of a line of letters over the size of the letters.
const LEADING: f64 = 1.22;

/// A rectangle, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) w: f64,
    pub(super) h: f64,
}

/// The slides' size, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    width: f64,
    height: f64,
}

/// The places of one chart slide, with the sizes of letters that fit them.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) title: (Rect, f64),
    pub(super) subtitle: (Rect, f64),
    pub(super) chart: Rect,
    pub(super) remarks: (Rect, f64),
    pub(super) footer: (Rect, f64),
}

impl Rect {
    /// Left, top, width and height as attribute values.
    pub(super) fn emu(self) -> [String; 4] {
        [self.x, self.y, self.w, self.h].map(|points| format!("{:.0}", points * EMU))
    }

    /// Its upper part.
    pub(super) fn top(self, h: f64) -> Self {
        Self {
            h: h.min(self.h),
            ..self
        }
    }

    /// So many columns of equal width with a gap between them.
    pub(super) fn columns(self, count: usize) -> Vec<Self> {
        let gap = 12.0;
        let n = crate::text::number(count);
        let w = (self.w - gap * (n - 1.0)) / n;
        let x = |i: usize| self.x + (w + gap) * crate::text::number(i);
        (0..count).map(|i| Self { x: x(i), w, ..self }).collect()
    }
}

impl Room {
    pub(super) const fn of(shape: Shape) -> Self {
        let width = match shape {
            Shape::Wide => 960.0,
            Shape::Standard => 720.0,
        };
        Self { width, height: 540.0 }
    }

    /// Width and height in the format's units: exactly 13.333 (or 10) by 7.5 inches.
    pub(super) fn size(&self) -> [String; 2] {
        [self.width, self.height].map(|points| format!("{:.0}", points * EMU))
    }

    /// Width between the margins.
    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * MARGIN
    }

    /// A band between the margins.
    pub(super) fn band(&self, y: f64, h: f64) -> Rect {
        Rect {
            x: MARGIN,
            y,
            w: self.inner(),
            h,
        }
    }

    /// Where a title is when it must not be seen: above the slide, for lists of slides and
    /// screen readers.
    pub(super) fn above(&self) -> Rect {
        self.band(-80.0, 60.0)
    }

    /// The slide's number, right of the footer.
    pub(super) fn number(&self) -> Rect {
        Rect {
            x: self.width - MARGIN - 40.0,
            y: self.height - 32.0,
            w: 40.0,
            h: 20.0,
        }
    }

    /// The footer, as tall as `lines` of small letters.
    pub(super) fn footer(&self, lines: f64) -> Rect {
        let h = 20.0 + (lines - 1.0) * 10.0 * LEADING;
        Rect {
            x: MARGIN,
            y: self.height - 12.0 - h,
            w: self.inner() - 50.0,
            h,
        }
    }

    /// Stacks a chart slide: from above title and subtitle, from below footer and remarks, and
    /// the chart between.
    pub(super) fn places(&self, title: Option<(&str, &str)>, remarks: &[String], footer: &str) -> Places {
        let wide = self.inner() - 2.0;
        let mut y = 22.0;
        let mut head = [(self.above(), 26.0), (self.above(), 14.0)];
        if let Some((title, subtitle)) = title {
            let size = fit(title, wide * 0.95, 2.0, &[26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0]);
            let h = lines(title, size, wide * 0.95) * size * LEADING + 4.0;
            head[0] = (self.band(y, h), size);
            y += h;
            let size = fit(subtitle, wide, 2.0, &[14.0, 13.0, 12.0, 11.0, 10.0]);
            let h = lines(subtitle, size, wide) * size * LEADING + 4.0;
            head[1] = (self.band(y, h), size);
            y += h + 6.0;
        }
        let small = fit(footer, wide - 50.0, 2.0, &[10.0, 9.0, 8.0]);
        let foot = self.footer(lines(footer, small, wide - 50.0));
        let (under, size) = under(remarks, wide, foot.y);
        let bottom = under.map_or(foot.y, |rect| rect.y);
        Places {
            title: head[0],
            subtitle: head[1],
            chart: self.band(y, bottom - y - 6.0),
            remarks: (under.unwrap_or(foot), size),
            footer: (foot, small),
        }
    }
}

/// The place of the remarks above `end`, and the size of their letters.
fn under(remarks: &[String], wide: f64, end: f64) -> (Option<Rect>, f64) {
    let total = |size: f64| remarks.iter().map(|line| lines(line, size, wide)).sum::<f64>();
    let size = [11.0, 10.0, 9.0]
        .into_iter()
        .find(|size| total(*size) <= 5.0)
        .unwrap_or(8.0);
    let h = total(size) * size * LEADING + 4.0;
    let rect = Rect {
        x: MARGIN,
        y: end - h,
        w: wide + 2.0,
        h,
    };
    ((!remarks.is_empty()).then_some(rect), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_and_nothing_leaves_the_slide() {
        for shape in [Shape::Wide, Shape::Standard] {
            let room = Room::of(shape);
            let long = "Một tiêu đề rất dài nói điều mà biểu đồ cho thấy ".repeat(4);
            for title in [None, Some(("Ngắn", "Phụ")), Some((long.as_str(), long.as_str()))] {
                let places = room.places(title, &[long.clone(), long.clone()], &long);
                assert!(places.chart.h > 200.0, "{shape:?} {}", places.chart.h);
                assert!(places.chart.y + places.chart.h <= places.remarks.0.y);
                assert!(places.remarks.0.y + places.remarks.0.h <= places.footer.0.y + 0.01);
                assert!(places.footer.0.y + places.footer.0.h <= 540.0);
                if title.is_some() {
                    assert!(places.title.0.y + places.title.0.h <= places.subtitle.0.y + 0.01);
                    assert!(places.subtitle.0.y + places.subtitle.0.h <= places.chart.y);
                }
            }
        }
    }
}
