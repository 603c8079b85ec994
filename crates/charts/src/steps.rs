//! Waterfall charts: a bar for the first total, one for each step, one for the last total.

use domain::Lang;
use domain::chart::Steps;

use crate::RenderError;
use crate::area::Area;
use crate::body::{Body, ROOMY};
use crate::fonts;
use crate::hatch::hatch;
use crate::numbers::finite;
use crate::rows::{self, AXIS, RowHeaders, RowTexts};
use crate::style::{GroupStyle, TextStyle};
use crate::surface::{Shape, Surface};
use crate::theme::Token;
use crate::units::{UNITS, units};

/// Thickness of a bar, in CSS px.
const BAR_HEIGHT: f64 = 16.0;
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
        rows + if self.ticks.is_empty() { 0.0 } else { AXIS }
    }

    fn x(&self, left: f64, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        left + self.plot.0 + share * (self.plot.1 - self.plot.0)
    }

    /// Returns where totals begin: at zero, or at the end of the axis nearest to zero.
    fn base(&self) -> f64 {
        0.0_f64.clamp(self.low, self.high)
    }

    fn bar(&self, left: f64, row: &Row<'_>, middle: f64) -> Area {
        let (a, b) = (self.x(left, row.from), self.x(left, row.to));
        Area {
            left: a.min(b),
            right: a.max(b),
            top: middle - BAR_HEIGHT / 2.0,
            bottom: middle + BAR_HEIGHT / 2.0,
        }
    }

    fn draw_bar(&self, surface: &Surface, left: f64, row: &Row<'_>, middle: f64) -> Result<(), RenderError> {
        let parts = [row.label, row.text, row.note];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let bar = self.bar(left, row, middle);
        surface.tip(&parts.join(" · "))?;
        match row.kind {
            Kind::Total => {
                surface.rect(bar, Token::Bar)?;
                self.draw_axis_break(surface, bar)
            }
            // A thin line for a step without a change.
            Kind::Unchanged => surface.rect(
                Area {
                    left: bar.left - 1.0,
                    right: bar.left + 1.0,
                    ..bar
                },
                Token::Soft,
            ),
            Kind::Remainder => {
                let outline = |style: &mut GroupStyle| {
                    style.stroke = Some(Token::Soft);
                    style.stroke_width = units(1.0) as u32;
                };
                surface.group("rest", "", outline, || surface.rect(bar, Token::Card))?;
                hatch(surface, bar, None, Token::Soft)
            }
            kind => surface.rect(bar, color(kind)),
        }
    }

    /// Draws two slanted cuts through a total whose bar does not begin at zero.
    fn draw_axis_break(&self, surface: &Surface, bar: Area) -> Result<(), RenderError> {
        if self.low <= 0.0 && self.high >= 0.0 || bar.width() < 24.0 {
            return Ok(());
        }
        let start = if self.low > 0.0 {
            bar.left + 7.0
        } else {
            bar.right - 15.0
        };
        let cut = |x: f64| [(x, bar.bottom + 1.0), (x + 4.0, bar.top - 1.0)];
        let points = cut(start).into_iter().chain(cut(start + 4.0)).collect();
        surface.strokes(points, vec![2], Token::Card, 2.0)
    }

    /// Draws thin lines from the end of each bar to the start of the next, as one path.
    fn connectors(&self, surface: &Surface, left: f64, middles: &[f64]) -> Result<(), RenderError> {
        let mut points = Vec::new();
        for (pair, rows) in middles.windows(2).zip(self.rows.windows(2)) {
            let x = self.x(left, rows[0].to);
            let (top, bottom) = (pair[0] + BAR_HEIGHT / 2.0, pair[1] - BAR_HEIGHT / 2.0);
            if self.headers.beside() {
                points.extend([(x, top), (x, bottom)]);
            } else {
                // Names are in between, so draw a stub below the upper bar and one above the lower bar.
                let stub = 3.0_f64.min((bottom - top) / 2.0);
                points.extend([(x, top), (x, top + stub), (x, bottom - stub), (x, bottom)]);
            }
        }
        if points.is_empty() {
            return Ok(());
        }
        let cuts = (2..points.len()).step_by(2).collect();
        surface.group("links", "", |_| {}, || surface.strokes(points, cuts, Token::Soft, 1.0))
    }

    /// Draws what a step adds, as text and as a shape, to the right of its bar.
    fn texts(&self, surface: &Surface, left: f64, middles: &[f64]) -> Result<(), RenderError> {
        let style = text_style();
        let bold = |group: &mut GroupStyle| {
            group.bold = true;
            group.font_size = (style.size * UNITS) as u32;
        };
        surface.group("values", "", bold, || {
            for (row, middle) in self.rows.iter().zip(middles) {
                let mut x = self.bar(left, row, *middle).right + GAP;
                let up = row.to > row.from;
                let shape = if up { Shape::Triangle } else { Shape::TriangleDown };
                if row.kind != Kind::Total && row.from != row.to {
                    surface.marker(shape, (x + 4.0, *middle), 3.75, color(row.kind))?;
                    x += SYMBOL_WIDTH;
                }
                surface.text(row.text, (x, *middle), style)?;
            }
            Ok(())
        })
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
            let strip = |middle: &f64| (middle - BAR_HEIGHT / 2.0 - 2.0, middle + BAR_HEIGHT / 2.0 + 2.0);
            middles.iter().map(strip).collect()
        };
        let x = |value: f64| self.x(area.left, value);
        rows::grid(surface, &self.ticks, &strips, x)?;
        for (row, middle) in self.rows.iter().zip(&middles) {
            self.draw_bar(surface, area.left, row, *middle)?;
        }
        self.connectors(surface, area.left, &middles)?;
        if self.low <= 0.0 {
            let zero = x(self.base());
            let points = strips.iter().flat_map(|(top, bottom)| [(zero, *top), (zero, *bottom)]);
            let cuts = (2..strips.len() * 2).step_by(2).collect();
            surface.strokes(points.collect(), cuts, Token::Soft, 1.0)?;
        }
        self.texts(surface, area.left, &middles)?;
        for (index, top) in tops.iter().enumerate() {
            let row_area = Area { top: *top, ..area };
            self.headers.draw(surface, index, row_area, middles[index])?;
        }
        rows::axis(surface, &self.ticks, y + AXIS / 2.0, x)
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
