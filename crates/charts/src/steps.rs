//! Waterfall charts: a bar for the first total, one for each step, one for the last total.

use domain::Lang;
use domain::chart::Steps;
use plotters::element::EmptyElement;

use crate::RenderError;
use crate::area::Area;
use crate::axis::{Axis, Rows};
use crate::body::{Body, ROOMY};
use crate::elements::{Label, Marker, Strokes, stroke};
use crate::fonts;
use crate::hatch::Block;
use crate::numbers::finite;
use crate::rows::{self, AXIS, RowHeaders, RowTexts};
use crate::shape::Shape;
use crate::style::{GroupStyle, TextStyle};
use crate::surface::{Chart, LabelSpace, Surface, draw_series};
use crate::theme::Token;
use crate::units::{UNITS, to_canvas, units};

/// Thickness of a bar, in CSS px, and half of it.
const BAR_HEIGHT: f64 = 2.0 * HALF_BAR;
const HALF_BAR: f64 = 8.0;
/// Natural, minimum and maximum space between rows.
const ROW_GAP: f64 = 12.0;
const MIN_ROW_GAP: f64 = 2.0;
const MAX_ROW_GAP: f64 = 40.0;
/// Distance from a bar to its arrow, and from the arrow to its text.
const GAP: f64 = 7.0;
const SYMBOL_WIDTH: f64 = 14.0;

/// The kind of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Total,
    Up,
    Down,
    /// A step without a change.
    Unchanged,
    Remainder,
}

/// One bar.
struct Row<'a> {
    kind: Kind,
    label: &'a str,
    text: &'a str,
    note: &'a str,
    /// Start and end of the bar, in the unit of the axis.
    from: f64,
    to: f64,
}

/// Totals from left to right, bars from top to bottom.
type StepChart = Chart<Axis, Rows>;

/// A waterfall chart laid out for one width.
pub(crate) struct Layout<'a> {
    rows: Vec<Row<'a>>,
    headers: RowHeaders,
    low: f64,
    high: f64,
    /// Left and right ends of the plot.
    plot: (f64, f64),
    ticks: Vec<(f64, String)>,
    /// Height above the bar of each row, and the row's minimum height.
    heights: Vec<(f64, f64)>,
}

fn text_style() -> TextStyle {
    TextStyle::new(13.0, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(steps: &'a Steps, lang: Lang, width: f64) -> Result<Self, RenderError> {
        let (rows, low, high) = bars(steps)?;
        let row_texts: Vec<RowTexts<'_>> = rows
            .iter()
            .map(|row| RowTexts {
                label: row.label,
                note: row.note,
                bold: row.kind == Kind::Total,
            })
            .collect();
        let headers = RowHeaders::new(&row_texts, width, width >= ROOMY)?;
        let style = text_style();
        let texts = rows.iter().map(|row| row.text);
        let label_space = GAP + SYMBOL_WIDTH + fonts::widest(texts, style.face, style.size)?;
        let (left, right) = headers.sides();
        let left = left + 2.0;
        let mut plot = (left, (width - right - label_space).max(left + 40.0));
        let ticks = rows::ticks((low, high), plot.1 - plot.0, lang)?;
        // Tick labels at the ends of the axis extend past the plot.
        plot.0 = plot.0.max(rows::overhang(&ticks)?);
        let heights = (0..rows.len())
            .map(|index| headers.heights(index, BAR_HEIGHT))
            .collect();
        Ok(Self {
            rows,
            headers,
            low,
            high,
            plot,
            ticks,
            heights,
        })
    }

    fn total_height(&self, gap: f64) -> f64 {
        let rows: f64 = self.heights.iter().map(|(_, height)| height + gap).sum();
        rows + self.axis_height()
    }

    fn axis_height(&self) -> f64 {
        if self.ticks.is_empty() { 0.0 } else { AXIS }
    }

    fn axis(&self) -> Axis {
        Axis::new(self.low, self.high).ticks(self.ticks.clone())
    }

    /// Returns the value at which totals begin: zero, or the end of the axis nearest to zero.
    fn base(&self) -> f64 {
        0.0_f64.clamp(self.low, self.high)
    }

    fn bars(&self, surface: &Surface, chart: &mut StepChart) -> Result<(), RenderError> {
        for (index, row) in self.rows.iter().enumerate() {
            let parts = [row.label, row.text, row.note];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let tip = parts.join(" · ");
            let corners = [(row.from, (index, -HALF_BAR)), (row.to, (index, HALF_BAR))];
            match row.kind {
                Kind::Unchanged => {
                    // A thin line for a step without a change.
                    let line = [to_canvas((-1.0, -HALF_BAR)), to_canvas((1.0, HALF_BAR))];
                    let line = EmptyElement::at((row.from, (index, 0.0))) + Block::plain(line, Token::Soft).tip(tip);
                    draw_series(chart, [line])?;
                }
                Kind::Remainder => {
                    let outline = |style: &mut GroupStyle| {
                        style.stroke = Some(Token::Soft);
                        style.stroke_width = units(1.0) as u32;
                    };
                    let bar = Block::hatched(corners).tip(tip);
                    surface.group("rest", "", outline, || draw_series(chart, [bar]))?;
                }
                kind => {
                    let bar = Block::plain(corners, color(kind)).tip(tip);
                    draw_series(chart, [bar])?;
                }
            }
            if row.kind == Kind::Total {
                self.draw_axis_break(chart, index, row)?;
            }
        }
        Ok(())
    }

    /// Draws two slanted cuts through a total whose bar does not begin at zero.
    fn draw_axis_break(&self, chart: &mut StepChart, index: usize, row: &Row<'_>) -> Result<(), RenderError> {
        let width = self.axis().between(row.from, self.plot) - self.axis().between(row.to, self.plot);
        if self.low <= 0.0 && self.high >= 0.0 || width.abs() < 24.0 {
            return Ok(());
        }
        let (end, start) = if self.low > 0.0 {
            (row.from.min(row.to), 7.0)
        } else {
            (row.from.max(row.to), -15.0)
        };
        let reach = HALF_BAR + 1.0;
        let cut = |right: f64| [(right, reach), (right + 4.0, -reach)].map(to_canvas);
        let cuts = [cut(start), cut(start + 4.0)].concat();
        let cuts = EmptyElement::at((end, (index, 0.0))) + Strokes::pairs(cuts, stroke(Token::Card, 2.0));
        draw_series(chart, [cuts])
    }

    /// Draws thin lines from the end of each bar to the start of the next, as one path.
    fn connectors(&self, surface: &Surface, chart: &mut StepChart, middles: &[f64]) -> Result<(), RenderError> {
        let mut ends = Vec::new();
        for (index, pair) in middles.windows(2).enumerate() {
            let value = self.rows[index].to;
            let (from, to) = ((value, (index, HALF_BAR)), (value, (index + 1, -HALF_BAR)));
            if self.headers.beside() {
                ends.extend([from, to]);
            } else {
                // Names are in between, so draw a stub below the upper bar and one above the lower bar.
                let stub = 3.0_f64.min((pair[1] - pair[0]) / 2.0 - HALF_BAR);
                let (below, above) = ((index, HALF_BAR + stub), (index + 1, -HALF_BAR - stub));
                ends.extend([from, (value, below), (value, above), to]);
            }
        }
        let lines = Strokes::pairs(ends, stroke(Token::Soft, 1.0));
        surface.group("links", "", |_| {}, || draw_series(chart, [lines]))
    }

    /// Draws what a step adds, as text and as a shape, to the right of its bar.
    fn texts(&self, surface: &Surface, chart: &mut StepChart) -> Result<(), RenderError> {
        let style = text_style();
        let bold = |group: &mut GroupStyle| {
            group.bold = true;
            group.font_size = (style.size * UNITS) as u32;
        };
        let end = |index: usize, row: &Row<'_>| (row.from.max(row.to), (index, 0.0));
        let changed = |row: &Row<'_>| row.kind != Kind::Total && row.from != row.to;
        let rows = || self.rows.iter().enumerate();
        let signs = rows().filter(|(_, row)| changed(row)).map(|(index, row)| {
            let up = row.to > row.from;
            let shape = if up { Shape::Triangle } else { Shape::TriangleDown };
            EmptyElement::at(end(index, row)) + Marker::new(to_canvas((GAP + 4.0, 0.0)), shape, 3.75, color(row.kind))
        });
        let labels = rows().map(|(index, row)| {
            let right = if changed(row) { GAP + SYMBOL_WIDTH } else { GAP };
            Label::new(end(index, row), row.text, style).right(right)
        });
        surface.group("values", "", bold, || {
            draw_series(chart, signs)?;
            draw_series(chart, labels)
        })
    }

    /// Draws the zero line, where totals begin.
    fn zero(&self, chart: &mut StepChart, top: f64, strips: &[(f64, f64)]) -> Result<(), RenderError> {
        if self.low > 0.0 {
            return Ok(());
        }
        let base = self.base();
        let rows = chart.as_coord_spec().y_spec();
        let ends = strips
            .iter()
            .flat_map(|(from, to)| [*from, *to].map(|y| (base, rows.place(y - top))));
        let lines = Strokes::pairs(ends.collect(), stroke(Token::Soft, 1.0));
        draw_series(chart, [lines])
    }
}

fn color(kind: Kind) -> Token {
    match kind {
        Kind::Total => Token::Bar,
        Kind::Up => Token::Up,
        Kind::Down => Token::Down,
        Kind::Unchanged | Kind::Remainder => Token::Soft,
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.total_height(ROW_GAP)
    }

    fn min_height(&self) -> f64 {
        self.total_height(MIN_ROW_GAP)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let extra = (area.height() - self.total_height(0.0)) / self.rows.len() as f64;
        let gap = extra.clamp(MIN_ROW_GAP, MAX_ROW_GAP);
        let (mut tops, mut middles) = (Vec::new(), Vec::new());
        let mut y = area.top;
        for (above, height) in &self.heights {
            let top = y + gap / 2.0;
            tops.push(top);
            middles.push(top + above + (height - above) / 2.0);
            y += height + gap;
        }
        let strips: Vec<(f64, f64)> = if self.headers.beside() {
            vec![(area.top, y)]
        } else {
            let strip = |middle: &f64| (middle - HALF_BAR - 2.0, middle + HALF_BAR + 2.0);
            middles.iter().map(strip).collect()
        };
        let (left, right) = (area.left + self.plot.0, area.left + self.plot.1);
        let plot = Area {
            left,
            right,
            bottom: y,
            ..area
        };
        let space = LabelSpace {
            below: self.axis_height(),
            ..LabelSpace::default()
        };
        let rows = Rows::new(middles.iter().map(|middle| middle - area.top).collect());
        let mut chart = surface.chart_with_labels(plot, space, self.axis(), rows)?;
        rows::grid(surface, &self.axis(), (left, right), &strips)?;
        self.bars(surface, &mut chart)?;
        self.connectors(surface, &mut chart, &middles)?;
        self.zero(&mut chart, area.top, &strips)?;
        self.texts(surface, &mut chart)?;
        for (index, top) in tops.iter().enumerate() {
            let row_area = Area { top: *top, ..area };
            self.headers.draw(surface, index, row_area, middles[index])?;
        }
        rows::axis(surface, &mut chart)
    }
}

/// Returns the bars in order, with the ends of the axis: as given by the model, extended to include all bars.
fn bars(steps: &Steps) -> Result<(Vec<Row<'_>>, f64, f64), RenderError> {
    finite("axis", &[steps.min, steps.max])?;
    let (mut low, mut high) = (steps.min.min(steps.max), steps.min.max(steps.max));
    let mut include = |value: f64| {
        low = low.min(value);
        high = high.max(value);
    };
    finite(&steps.from.label, &[steps.from.value])?;
    finite(&steps.to.label, &[steps.to.value])?;
    include(steps.from.value);
    include(steps.to.value);
    let mut total = steps.from.value;
    let mut rows = Vec::with_capacity(steps.steps.len() + 2);
    for step in &steps.steps {
        finite(&step.label, &[step.delta])?;
        let from = total;
        total += step.delta;
        include(total);
        rows.push(Row {
            kind: match step.delta {
                _ if step.remainder => Kind::Remainder,
                delta if delta > 0.0 => Kind::Up,
                delta if delta < 0.0 => Kind::Down,
                _ => Kind::Unchanged,
            },
            label: &step.label,
            text: &step.text,
            note: &step.note,
            from,
            to: total,
        });
    }
    if high <= low {
        high = low + 1.0;
    }
    let end = |end: &'_ domain::chart::StepEnd| (end.value, 0.0_f64.clamp(low, high));
    let ends = [(&steps.from, end(&steps.from)), (&steps.to, end(&steps.to))];
    let [first, last] = ends.map(|(end, (value, base))| Row {
        kind: Kind::Total,
        label: &end.label,
        text: &end.text,
        note: "",
        from: base,
        to: value,
    });
    rows.insert(0, first);
    rows.push(last);
    Ok((rows, low, high))
}
