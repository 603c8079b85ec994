//! The data labels, and how labels at the ends of lines avoid overlaps.

use super::{Drawing, text_properties_with};
use crate::{
    plot::{Form, Labels, Series, Tone},
    text::{number, width},
    xml::Xml,
};

/// Line height as a multiple of the font size.
const LEADING: f64 = 1.25;

/// The content of a label.
#[derive(Clone, Copy)]
struct LabelContent {
    value: bool,
    name: bool,
}

impl Drawing<'_> {
    pub(super) fn labels(&self, x: &mut Xml, index: usize, series: &Series) {
        let value = LabelContent {
            value: true,
            name: false,
        };
        match series.labels {
            Labels::None => {}
            Labels::Values => x.within("c:dLbls", &[], |x| {
                let position = match (self.plot.form, series.secondary) {
                    (Form::Bars, _) => "outEnd",
                    (Form::Stacked, _) => "ctr",
                    (_, true) => "t",
                    (_, false) => "inBase",
                };
                self.label(x, series, position, value);
            }),
            Labels::Name => self.end_labels(
                x,
                index,
                series,
                None,
                LabelContent {
                    value: false,
                    name: true,
                },
            ),
            Labels::Ends => self.end_labels(
                x,
                index,
                series,
                Some(value),
                LabelContent {
                    value: true,
                    name: true,
                },
            ),
        }
    }

    /// Writes a label at the last point and optionally one at the first; the others have none.
    fn end_labels(&self, x: &mut Xml, index: usize, series: &Series, first: Option<LabelContent>, last: LabelContent) {
        let Some(end) = series.values.iter().rposition(Option::is_some) else {
            return;
        };
        x.within("c:dLbls", &[], |x| {
            if let Some(first) = first {
                self.point(x, series, (0, "l", self.offset(index, 0)), first);
            }
            self.point(x, series, (end, "r", self.offset(index, end)), last);
            for name in [
                "c:showLegendKey",
                "c:showVal",
                "c:showCatName",
                "c:showSerName",
                "c:showPercent",
            ] {
                x.val(name, 0);
            }
            x.val("c:showBubbleSize", 0);
        });
    }

    fn point(&self, x: &mut Xml, series: &Series, (idx, position, offset): (usize, &str, f64), content: LabelContent) {
        x.within("c:dLbl", &[], |x| {
            x.val("c:idx", idx);
            if offset.abs() > 0.002 {
                x.within("c:layout", &[], |x| {
                    x.within("c:manualLayout", &[], |x| {
                        x.val("c:x", 0);
                        x.val("c:y", format!("{offset:.4}"));
                    });
                });
            }
            self.label(x, series, position, content);
        });
    }

    fn label(&self, x: &mut Xml, series: &Series, position: &str, content: LabelContent) {
        let axis = self.plot.secondary.as_ref().filter(|_| series.secondary);
        let format = &axis.unwrap_or(&self.plot.axis).format;
        x.leaf("c:numFmt", &[("formatCode", format), ("sourceLinked", "0")]);
        x.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
        let colour = match (position, series.tone) {
            ("inBase", _) => "bg1",
            (_, Tone::Context) => "tx2",
            _ => "tx1",
        };
        // On one line: a wrapped name would overlap its neighbours.
        let (size, rotation) = self.label_font(position);
        text_properties_with(
            x,
            self.plot,
            (size, colour),
            &[("rot", rotation), ("vert", "horz"), ("wrap", "none")],
        );
        x.val("c:dLblPos", position);
        x.val("c:showLegendKey", 0);
        x.val("c:showVal", u8::from(content.value));
        x.val("c:showCatName", 0);
        x.val("c:showSerName", u8::from(content.name));
        x.val("c:showPercent", 0);
        x.val("c:showBubbleSize", 0);
        if content.value && content.name {
            x.text("c:separator", &[], "  ");
        }
    }

    /// Returns font size and rotation of a label. Values inside vertical bars are as wide as the
    /// bars, and vertical if there are too many years for that.
    fn label_font(&self, position: &str) -> (f64, &'static str) {
        if position != "inBase" {
            return (self.size, "0");
        }
        let bar = self.frame.width * self.inner.w / number(self.plot.categories.len().max(1)) / 1.5;
        let size = (bar / width("100,00", 1.0)).floor();
        if size < 8.0 {
            (10.0, "-5400000")
        } else {
            (size.min(self.size), "0")
        }
    }

    /// Returns how far the label of the series `index` at a point is moved so that the labels at this point
    /// do not overlap, as a fraction of the chart's height.
    fn offset(&self, index: usize, point: usize) -> f64 {
        let ends = |s: &Series| match s.labels {
            Labels::Name => s.values.iter().rposition(Option::is_some) == Some(point),
            Labels::Ends => true,
            Labels::None | Labels::Values => false,
        };
        let labelled = self.plot.series.iter().enumerate().filter(|(_, s)| ends(s));
        let mut heights: Vec<(usize, f64)> = labelled
            .filter_map(|(index, s)| Some((index, self.y_of(s.values[point]?))))
            .collect();
        heights.sort_by(|a, b| a.1.total_cmp(&b.1));
        let wanted: Vec<f64> = heights.iter().map(|(_, y)| *y).collect();
        let placed = separate(&wanted, self.size * LEADING, self.frame.height - self.size * 2.0);
        let found = heights.iter().position(|(other, _)| *other == index);
        found.map_or(0.0, |i| (placed[i] - wanted[i]) / self.frame.height)
    }

    /// Returns the distance of a value from the top of the chart, in points.
    fn y_of(&self, value: f64) -> f64 {
        let axis = &self.plot.axis;
        let share = (value - axis.min) / (axis.max - axis.min);
        let share = if axis.reversed { share } else { 1.0 - share };
        (self.inner.y + self.inner.h * share) * self.frame.height
    }
}

/// Moves ascending positions as little as possible so that they are at least `gap` apart and above `end`.
fn separate(wanted: &[f64], gap: f64, end: f64) -> Vec<f64> {
    // Clusters of touching labels: sum of the wanted positions minus their offsets in the cluster, and their number.
    let mut clusters: Vec<(f64, usize)> = Vec::new();
    let position = |(sum, count): (f64, usize)| {
        let length = gap * number(count - 1);
        (sum / number(count)).min(end - length).max(0.0)
    };
    for y in wanted {
        let mut cluster = (*y, 1);
        while let Some(&above) = clusters.last() {
            if position(above) + gap * number(above.1) <= position(cluster) {
                break;
            }
            let shift = gap * number(above.1 * cluster.1);
            cluster = (above.0 + cluster.0 - shift, above.1 + cluster.1);
            clusters.pop();
        }
        clusters.push(cluster);
    }
    let spread = |cluster: (f64, usize)| (0..cluster.1).map(move |i| position(cluster) + gap * number(i));
    clusters.into_iter().flat_map(spread).collect()
}

#[cfg(test)]
mod tests {
    use super::separate;

    #[test]
    fn labels_do_not_overlap_and_stay_inside() {
        assert_eq!(separate(&[10.0, 50.0], 15.0, 100.0), [10.0, 50.0]);
        assert_eq!(separate(&[50.0, 50.0], 10.0, 100.0), [45.0, 55.0]);
        assert_eq!(separate(&[98.0, 99.0, 100.0], 10.0, 100.0), [80.0, 90.0, 100.0]);
    }
}
