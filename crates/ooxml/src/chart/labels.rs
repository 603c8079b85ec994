//! What is written at the marks, and how labels at the ends of lines keep apart.

use super::{Drawing, letters_of};
use crate::{
    plot::{Form, Labels, Series, Tone},
    text::{number, width},
    xml::Xml,
};

/// Height of a line of letters over the size of the letters.
const LEADING: f64 = 1.25;

/// What a label shows.
#[derive(Clone, Copy)]
struct Shows {
    value: bool,
    name: bool,
}

impl Drawing<'_> {
    pub(super) fn labels(&self, x: &mut Xml, at: usize, series: &Series) {
        let value = Shows {
            value: true,
            name: false,
        };
        match series.labels {
            Labels::None => {}
            Labels::Values => x.within("c:dLbls", &[], |x| {
                let place = match (self.plot.form, series.second) {
                    (Form::Bars, _) => "outEnd",
                    (Form::Stacked, _) => "ctr",
                    (_, true) => "t",
                    (_, false) => "inBase",
                };
                self.label(x, series, place, value);
            }),
            Labels::Name => self.some(
                x,
                at,
                series,
                None,
                Shows {
                    value: false,
                    name: true,
                },
            ),
            Labels::Ends => self.some(
                x,
                at,
                series,
                Some(value),
                Shows {
                    value: true,
                    name: true,
                },
            ),
        }
    }

    /// A label at the last point, perhaps one at the first, none between.
    fn some(&self, x: &mut Xml, at: usize, series: &Series, first: Option<Shows>, last: Shows) {
        let Some(end) = series.values.iter().rposition(Option::is_some) else {
            return;
        };
        x.within("c:dLbls", &[], |x| {
            if let Some(first) = first {
                self.point(x, series, (0, "l", self.moved(at, 0)), first);
            }
            self.point(x, series, (end, "r", self.moved(at, end)), last);
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

    fn point(&self, x: &mut Xml, series: &Series, (idx, place, moved): (usize, &str, f64), shows: Shows) {
        x.within("c:dLbl", &[], |x| {
            x.val("c:idx", idx);
            if moved.abs() > 0.002 {
                x.within("c:layout", &[], |x| {
                    x.within("c:manualLayout", &[], |x| {
                        x.val("c:x", 0);
                        x.val("c:y", format!("{moved:.4}"));
                    });
                });
            }
            self.label(x, series, place, shows);
        });
    }

    fn label(&self, x: &mut Xml, series: &Series, place: &str, shows: Shows) {
        let axis = self.plot.second.as_ref().filter(|_| series.second);
        let format = &axis.unwrap_or(&self.plot.axis).format;
        x.leaf("c:numFmt", &[("formatCode", format), ("sourceLinked", "0")]);
        x.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
        let colour = match (place, series.tone) {
            ("inBase", _) => "bg1",
            (_, Tone::Quiet) => "tx2",
            _ => "tx1",
        };
        // On one line: a name that breaks runs into its neighbours.
        let (size, turned) = self.letters_at(place);
        letters_of(
            x,
            self.plot,
            (size, colour),
            &[("rot", turned), ("vert", "horz"), ("wrap", "none")],
        );
        x.val("c:dLblPos", place);
        x.val("c:showLegendKey", 0);
        x.val("c:showVal", u8::from(shows.value));
        x.val("c:showCatName", 0);
        x.val("c:showSerName", u8::from(shows.name));
        x.val("c:showPercent", 0);
        x.val("c:showBubbleSize", 0);
        if shows.value && shows.name {
            x.text("c:separator", &[], "  ");
        }
    }

    /// Size of the letters of a label and its turn. Values inside standing bars are as wide as
    /// these, and stand upright where there are too many years for that.
    fn letters_at(&self, place: &str) -> (f64, &'static str) {
        if place != "inBase" {
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

    /// How far the label of a series at a point is moved so that labels at this point do not
    /// touch, in parts of the chart's height.
    fn moved(&self, at: usize, point: usize) -> f64 {
        let ends = |s: &Series| match s.labels {
            Labels::Name => s.values.iter().rposition(Option::is_some) == Some(point),
            Labels::Ends => true,
            Labels::None | Labels::Values => false,
        };
        let labelled = self.plot.series.iter().enumerate().filter(|(_, s)| ends(s));
        let mut heights: Vec<(usize, f64)> = labelled
            .filter_map(|(at, s)| Some((at, self.height(s.values[point]?))))
            .collect();
        heights.sort_by(|a, b| a.1.total_cmp(&b.1));
        let wanted: Vec<f64> = heights.iter().map(|(_, y)| *y).collect();
        let placed = apart(&wanted, self.size * LEADING, self.frame.height - self.size * 2.0);
        let own = heights.iter().position(|(other, _)| *other == at);
        own.map_or(0.0, |i| (placed[i] - wanted[i]) / self.frame.height)
    }

    /// Distance of a value from the top of the chart, in points.
    fn height(&self, value: f64) -> f64 {
        let axis = &self.plot.axis;
        let share = (value - axis.min) / (axis.max - axis.min);
        let share = if axis.reversed { share } else { 1.0 - share };
        (self.inner.y + self.inner.h * share) * self.frame.height
    }
}

/// Ascending places moved as little as it takes to be `gap` apart and above `end`.
fn apart(wanted: &[f64], gap: f64, end: f64) -> Vec<f64> {
    // Clusters: sum of the wanted places less their own offsets, and how many there are.
    let mut clusters: Vec<(f64, usize)> = Vec::new();
    let place = |(sum, count): (f64, usize)| {
        let length = gap * number(count - 1);
        (sum / number(count)).min(end - length).max(0.0)
    };
    for y in wanted {
        let mut cluster = (*y, 1);
        while let Some(&above) = clusters.last() {
            if place(above) + gap * number(above.1) <= place(cluster) {
                break;
            }
            let shift = gap * number(above.1 * cluster.1);
            cluster = (above.0 + cluster.0 - shift, above.1 + cluster.1);
            clusters.pop();
        }
        clusters.push(cluster);
    }
    let spread = |cluster: (f64, usize)| (0..cluster.1).map(move |i| place(cluster) + gap * number(i));
    clusters.into_iter().flat_map(spread).collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn labels_keep_apart_and_stay_inside() {
        assert_eq!(apart(&[10.0, 50.0], 15.0, 100.0), [10.0, 50.0]);
        assert_eq!(apart(&[50.0, 50.0], 10.0, 100.0), [45.0, 55.0]);
        assert_eq!(apart(&[98.0, 99.0, 100.0], 10.0, 100.0), [80.0, 90.0, 100.0]);
    }
}
