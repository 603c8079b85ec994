//! Writes a chart part: a plot as DrawingML, with cached values and references to the workbook's cells.

mod axes;
mod labels;
mod overlay;
mod series;

use crate::{
    plot::{Form, Labels, Plot, Series, Tone},
    sheet::Grid,
    text::{number, width},
    theme::{DRAWING, RELATIONS, slot},
    words,
    xml::{Attrs, Xml},
};

const CHARTS: (&str, &str) = ("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart");

/// Width and height of a chart, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// The plot area without labels, as fractions of the frame.
#[derive(Clone, Copy, Debug)]
struct Inner {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

/// Maximum share of a chart's width for the names of its bars, and the space around them in points.
const NAMES: f64 = 0.5;
const GAP: f64 = 10.0;

/// Minimum font size, in points: smaller text is not legible from the back of a room.
pub(crate) const MIN_SIZE: f64 = 12.0;

/// Height of a line of the legend, in points.
const LEGEND_LINE: f64 = 18.0;

/// What charts side by side have in common, so that equal values are equally long.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measures {
    /// Font size, in points.
    size: f64,
    /// Width of the names, and of the labels right of the bars, in points.
    names: f64,
    labels: f64,
    /// Number of rows of the tallest chart.
    rows: usize,
}

/// The context shared by the writers of a chart's elements.
struct Drawing<'a> {
    plot: &'a Plot,
    grid: Grid,
    frame: Frame,
    inner: Inner,
    /// Font size, in points.
    size: f64,
}

/// The parts of a chart.
pub(crate) struct ChartParts {
    pub(crate) chart: Vec<u8>,
    /// The lines and texts over the chart, if there are any.
    pub(crate) overlay: Option<Vec<u8>>,
}

impl Measures {
    /// Measures charts of the same frame.
    pub(crate) fn of(plots: &[Plot], frame: Frame) -> Self {
        let size = plots.iter().map(|plot| font_size(plot, frame)).fold(14.0, f64::min);
        let longest = |plot: &Plot| plot.categories.iter().map(|name| width(name, size)).fold(0.0, f64::max);
        Self {
            size,
            names: plots.iter().map(longest).fold(0.0, f64::max),
            labels: plots.iter().map(Plot::longest_label).fold(0.0, f64::max) * size * 0.54,
            rows: plots.iter().map(|plot| plot.categories.len()).max().unwrap_or(0),
        }
    }

    /// Returns measures with a font size of at most `size` points: a page is read from nearer than a slide.
    pub(crate) fn at_most(self, size: f64) -> Self {
        let scale = (size / self.size).min(1.0);
        Self {
            size: self.size * scale,
            names: self.names * scale,
            labels: self.labels * scale,
            ..self
        }
    }

    /// Returns the share of the plot area that names inside it need.
    pub(crate) fn names_share(&self, frame: Frame) -> f64 {
        ((self.names + GAP) / (frame.width - self.right())).min(NAMES)
    }

    fn right(&self) -> f64 {
        self.labels + GAP
    }
}

/// Returns the parts of a chart; `book` is the id of the relationship to its workbook, `overlay` that to the part with
/// its lines and texts.
pub(crate) fn parts(
    plot: &Plot,
    grid: Grid,
    frame: Frame,
    measures: Measures,
    (book, overlay): (&str, &str),
) -> ChartParts {
    let size = measures.size;
    let drawing = Drawing {
        plot,
        grid,
        frame,
        inner: inner(plot, frame, measures),
        size,
    };
    let over = drawing.overlay();
    let has_legend = plot.legend && !drawing.has_own_legend();
    let chart = Xml::part("c:chartSpace", &[CHARTS, DRAWING, RELATIONS], |x| {
        x.val("c:date1904", 0);
        x.val("c:lang", words::tag(plot.lang));
        x.val("c:roundedCorners", 0);
        x.within("c:chart", &[], |x| {
            x.val("c:autoTitleDeleted", 1);
            x.within("c:plotArea", &[], |x| drawing.plot_area(x));
            if has_legend {
                x.within("c:legend", &[], |x| {
                    x.val("c:legendPos", "t");
                    x.val("c:overlay", 0);
                    text_properties(x, plot, size.min(MIN_SIZE), "tx1");
                });
            }
            x.val("c:plotVisOnly", 1);
            x.val("c:dispBlanksAs", "gap");
        });
        x.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
        text_properties(x, plot, size, "tx1");
        x.within("c:externalData", &[("r:id", book)], |x| x.val("c:autoUpdate", 0));
        if over.is_some() {
            x.leaf("c:userShapes", &[("r:id", overlay)]);
        }
    });
    ChartParts { chart, overlay: over }
}

/// Returns the font size in points: limited by the height of a bar and the width of its name, otherwise fixed.
fn font_size(plot: &Plot, frame: Frame) -> f64 {
    if !plot.form.is_horizontal() {
        return MIN_SIZE;
    }
    let height = frame.height / number(plot.categories.len().max(1));
    let by_height = (height * 0.7).clamp(MIN_SIZE, 14.0).floor();
    if plot.series.len() > 2 {
        // Long names of components wrap to two lines.
        return MIN_SIZE;
    }
    let name = plot.categories.iter().map(|name| width(name, 1.0)).fold(0.0, f64::max);
    let by_width = ((frame.width * NAMES - GAP) / name.max(1.0)).floor();
    by_height.min(by_width).max(MIN_SIZE)
}

/// Computes the plot area from the space that labels, legend and axes need.
fn inner(plot: &Plot, frame: Frame, measures: Measures) -> Inner {
    let size = measures.size;
    let part = |points: f64, whole: f64| points / whole;
    let longest = |names: &mut dyn Iterator<Item = &String>| names.map(|name| width(name, size)).fold(0.0, f64::max);
    let legend = if plot.legend { legend_height(plot, frame) } else { 4.0 };
    let (left, right, above, below) = match plot.form {
        Form::Bars | Form::Stacked => {
            let left = if plot.has_names_inside() {
                2.0
            } else {
                (measures.names + GAP).min(frame.width * if plot.series.len() > 1 { 0.4 } else { NAMES })
            };
            let ticks = if plot.axis.hidden { 2.0 } else { size * 1.6 };
            let title = if plot.axis.title.is_empty() { 0.0 } else { size * 1.8 };
            let reference = if plot.reference.is_some() { size * 1.5 } else { 0.0 };
            (left, measures.right(), legend, ticks + title + reference)
        }
        Form::Lines => {
            let named = plot.series.iter();
            let named = named.filter(|s| matches!(s.labels, Labels::Name | Labels::Ends));
            let labels: Vec<String> = named.flat_map(|s| plot.labels(s)).flatten().collect();
            let names = longest(&mut labels.iter()) + 14.0;
            (size * 3.8, names.min(frame.width * 0.38), 8.0, size * 2.4)
        }
        // The label of rank 1 is above its point.
        Form::Combined => (size * 5.0, size * 5.0, legend + size, size * 2.6),
    };
    let rows = plot.categories.len().max(1);
    // Charts side by side have rows of the same height.
    let rows = if plot.form.is_horizontal() {
        number(rows) / number(measures.rows.max(rows))
    } else {
        1.0
    };
    Inner {
        x: part(left, frame.width),
        y: part(above, frame.height),
        w: part(frame.width - left - right, frame.width),
        h: part((frame.height - above - below) * rows, frame.height),
    }
}

/// Returns the height of the legend: as many lines as its entries need.
fn legend_height(plot: &Plot, frame: Frame) -> f64 {
    let entries = plot.series.iter().filter(|s| s.tone != Tone::Hidden);
    let needed: f64 = entries.map(|s| width(&s.name, MIN_SIZE) + 30.0).sum();
    (needed / frame.width).ceil().max(1.0) * LEGEND_LINE + 8.0
}

impl Drawing<'_> {
    fn plot_area(&self, x: &mut Xml) {
        let Inner { x: left, y: top, w, h } = self.inner;
        x.within("c:layout", &[], |x| {
            x.within("c:manualLayout", &[], |x| {
                x.val("c:layoutTarget", "inner");
                x.val("c:xMode", "edge");
                x.val("c:yMode", "edge");
                for (name, value) in [("c:x", left), ("c:y", top), ("c:w", w), ("c:h", h)] {
                    x.val(name, format!("{value:.4}"));
                }
            });
        });
        match self.plot.form {
            Form::Bars | Form::Stacked => self.bars(x, "bar"),
            Form::Lines => self.lines(x, false, |_| true),
            Form::Combined => {
                self.bars(x, "col");
                if self.plot.series.iter().any(|it| it.overlay) {
                    self.lines(x, false, |it| it.overlay);
                }
                self.lines(x, true, |it| it.secondary);
            }
        }
        self.axes(x);
    }

    fn bars(&self, x: &mut Xml, direction: &str) {
        x.within("c:barChart", &[], |x| {
            x.val("c:barDir", direction);
            let stacked = self.plot.form == Form::Stacked;
            x.val("c:grouping", if stacked { "stacked" } else { "clustered" });
            x.val("c:varyColors", 0);
            self.series(x, |it| !it.overlay && !it.secondary, Self::bar);
            let single = self.plot.series.len() == 1 || self.plot.has_names_inside();
            x.val("c:gapWidth", if single { 30 } else { 50 });
            let overlap = stacked || self.plot.has_names_inside();
            x.val("c:overlap", if overlap { 100 } else { 0 });
            x.val("c:axId", axes::CATEGORIES.0);
            x.val("c:axId", axes::VALUES.0);
        });
    }

    fn lines(&self, x: &mut Xml, secondary: bool, filter: impl Fn(&Series) -> bool) {
        x.within("c:lineChart", &[], |x| {
            x.val("c:grouping", "standard");
            x.val("c:varyColors", 0);
            self.series(x, filter, Self::line);
            x.val("c:marker", 1);
            let (categories, values) = if secondary {
                (axes::CATEGORIES.1, axes::VALUES.1)
            } else {
                (axes::CATEGORIES.0, axes::VALUES.0)
            };
            x.val("c:axId", categories);
            x.val("c:axId", values);
        });
    }
}

/// Writes the text properties of a chart element.
fn text_properties(x: &mut Xml, plot: &Plot, size: f64, colour: &str) {
    text_properties_with(x, plot, (size, colour), &[]);
}

/// Writes text properties with attributes for the text body, such as a rotation.
fn text_properties_with(x: &mut Xml, plot: &Plot, (size, colour): (f64, &str), body: Attrs<'_>) {
    x.within("c:txPr", &[], |x| {
        x.leaf("a:bodyPr", body);
        x.leaf("a:lstStyle", &[]);
        x.within("a:p", &[], |x| {
            x.within("a:pPr", &[], |x| run_properties(x, "a:defRPr", plot, size, colour));
            x.leaf("a:endParaRPr", &[("lang", words::tag(plot.lang))]);
        });
    });
}

/// Writes font size, colour and typeface under the given element.
fn run_properties(x: &mut Xml, element: &str, plot: &Plot, size: f64, colour: &str) {
    let size = format!("{:.0}", size * 100.0);
    let attrs = [("lang", words::tag(plot.lang)), ("sz", size.as_str()), ("b", "0")];
    x.within(element, &attrs, |x| {
        slot(x, colour);
        x.leaf("a:latin", &[("typeface", "+mn-lt")]);
    });
}
