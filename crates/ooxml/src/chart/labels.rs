//! The data labels, and how labels at the ends of lines avoid overlaps.

use super::{Drawing, MIN_SIZE};
use crate::{
    plot::{Form, Labels, Series, Tone},
    sheet::formula,
    text::{number, width},
    theme::slot,
    words,
    xml::Xml,
};

/// Line height as a multiple of the font size.
const LEADING: f64 = 1.25;

/// The extension elements of labels whose texts are cells of the workbook, known to programs since 2013. Others show
/// the texts that are written in the labels themselves.
const LABEL_EXTENSION: &str = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";
const SERIES_EXTENSION: &str = "{02D57815-91ED-43cb-92C2-25804820EDAC}";
const EXTENSIONS: (&str, &str) = ("xmlns:c15", "http://schemas.microsoft.com/office/drawing/2012/chart");

/// How a label is drawn.
struct Style {
    position: &'static str,
    /// How far it is moved down, as a fraction of the chart's height.
    offset: f64,
    bold: bool,
}

impl Drawing<'_> {
    /// Writes the labels of a series: each is a text, in the language of the document.
    pub(super) fn labels(&self, x: &mut Xml, index: usize, series: &Series) {
        let texts = self.plot.labels(series);
        if texts.iter().all(Option::is_none) {
            return;
        }
        x.within("c:dLbls", &[], |x| {
            for (point, text) in texts.iter().enumerate() {
                if let Some(text) = text {
                    let style = self.style(index, series, point);
                    self.label(x, (index, series), (point, text), &style);
                }
            }
            shown(x, 0);
            x.within("c:extLst", &[], |x| {
                x.within("c:ext", &[("uri", LABEL_EXTENSION), EXTENSIONS], |x| {
                    x.val("c15:showDataLabelsRange", 1);
                });
            });
        });
    }

    fn style(&self, index: usize, series: &Series, point: usize) -> Style {
        let last = || series.values.iter().rposition(Option::is_some) == Some(point);
        let position = match (series.labels, self.plot.form) {
            (Labels::Category, _) => "inBase",
            (Labels::Name | Labels::Ends, _) => {
                if last() {
                    "r"
                } else {
                    "l"
                }
            }
            (_, Form::Bars) => "outEnd",
            (_, Form::Stacked) => "ctr",
            _ if series.secondary => "t",
            _ => "inBase",
        };
        let at_ends = matches!(series.labels, Labels::Name | Labels::Ends);
        Style {
            position,
            offset: if at_ends { self.offset(index, point) } else { 0.0 },
            bold: self.plot.row_marks.get(point).is_some_and(|mark| mark.highlighted),
        }
    }

    /// Writes a label whose text is also a cell of the workbook.
    fn label(&self, x: &mut Xml, (index, series): (usize, &Series), (point, text): (usize, &str), style: &Style) {
        let inside = style.position == "inBase" && series.labels != Labels::Category;
        let colour = match series.tone {
            _ if inside => "bg1",
            Tone::Context => "tx2",
            _ => "tx1",
        };
        let (size, rotation) = if inside { self.inside_font() } else { (self.size, "0") };
        let size = format!("{:.0}", size * 100.0);
        let bold = if style.bold { "1" } else { "0" };
        let attrs = [("lang", words::tag(self.plot.lang)), ("sz", size.as_str()), ("b", bold)];
        let run = |x: &mut Xml, element: &str| {
            x.within(element, &attrs, |x| {
                slot(x, colour);
                x.leaf("a:latin", &[("typeface", "+mn-lt")]);
            });
        };
        x.within("c:dLbl", &[], |x| {
            x.val("c:idx", point);
            offset(x, style.offset);
            x.within("c:tx", &[], |x| {
                x.within("c:rich", &[], |x| {
                    // On one line: a wrapped name would overlap its neighbours.
                    x.leaf("a:bodyPr", &[("rot", rotation), ("vert", "horz"), ("wrap", "none")]);
                    x.leaf("a:lstStyle", &[]);
                    x.within("a:p", &[], |x| {
                        x.within("a:pPr", &[], |x| run(x, "a:defRPr"));
                        let id = format!("{{5C1D9F40-0000-4000-8000-{index:04X}{point:08X}}}");
                        x.within("a:fld", &[("id", &id), ("type", "CELLRANGE")], |x| {
                            run(x, "a:rPr");
                            x.within("a:pPr", &[], |x| run(x, "a:defRPr"));
                            x.text("a:t", &[], text);
                        });
                        x.leaf("a:endParaRPr", &[("lang", words::tag(self.plot.lang))]);
                    });
                });
            });
            x.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
            x.val("c:dLblPos", style.position);
            shown(x, 1);
            x.within("c:extLst", &[], |x| {
                x.within("c:ext", &[("uri", LABEL_EXTENSION), EXTENSIONS], |x| {
                    x.val("c15:showDataLabelsRange", 1);
                });
            });
        });
    }

    /// Writes the reference to the cells with the texts of the labels, with the texts themselves.
    pub(super) fn label_range(&self, x: &mut Xml, index: usize, series: &Series) {
        let texts = self.plot.labels(series);
        if texts.iter().all(Option::is_none) {
            return;
        }
        x.within("c:extLst", &[], |x| {
            x.within("c:ext", &[("uri", SERIES_EXTENSION), EXTENSIONS], |x| {
                x.within("c15:datalabelsRange", &[], |x| {
                    let range = self.grid.labels(self.plot, index);
                    x.text("c15:f", &[], &formula(words::FIGURES.get(self.plot.lang), range));
                    x.within("c15:dlblRangeCache", &[], |x| {
                        x.val("c:ptCount", texts.len());
                        for (point, text) in texts.iter().enumerate() {
                            if let Some(text) = text {
                                x.within("c:pt", &[("idx", &point.to_string())], |x| x.text("c:v", &[], text));
                            }
                        }
                    });
                });
            });
        });
    }

    /// Returns font size and rotation of a value inside a vertical bar: as wide as the bar, and vertical if there are
    /// too many years for that.
    fn inside_font(&self) -> (f64, &'static str) {
        let bar = self.frame.width * self.inner.w / number(self.plot.categories.len().max(1)) / 1.5;
        let size = (bar / width("100,00", 1.0)).floor();
        let least = self.size.min(MIN_SIZE);
        if size < least {
            (least, "-5400000")
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
            Labels::None | Labels::Values | Labels::Category | Labels::Texts => false,
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
        let share = axis.share(value);
        let share = if axis.reversed { share } else { 1.0 - share };
        (self.inner.y + self.inner.h * share) * self.frame.height
    }
}

/// Writes which parts of a label are shown: its text takes the place of its value.
fn shown(x: &mut Xml, value: u8) {
    x.val("c:showLegendKey", 0);
    x.val("c:showVal", value);
    for name in ["c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"] {
        x.val(name, 0);
    }
}

/// Writes how far a label is moved down, as a fraction of the chart's height.
fn offset(x: &mut Xml, offset: f64) {
    if offset.abs() <= 0.002 {
        return;
    }
    x.within("c:layout", &[], |x| {
        x.within("c:manualLayout", &[], |x| {
            x.val("c:x", 0);
            x.val("c:y", format!("{offset:.4}"));
        });
    });
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
