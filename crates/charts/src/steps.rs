//! How one total became another: a bar for the first, one for each step, one for the last.

use domain::Lang;
use domain::chart::Steps;

use crate::RenderError;
use crate::body::{Body, ROOMY, finite};
use crate::canvas::{GroupStyle, UNITS};
use crate::fonts;
use crate::hatch::hatch;
use crate::rows::{self, AXIS, Heads, Said};
use crate::surface::{Area, Shape, Surface, Type, units};
use crate::theme::Token;

/// Thickness of a bar, in CSS px.
const BAR: f64 = 16.0;
/// Space between rows that may choose, the least, and the most.
const BETWEEN: f64 = 12.0;
const LEAST_BETWEEN: f64 = 2.0;
const MOST_BETWEEN: f64 = 40.0;
/// From a bar to its arrow, and from there to its text.
const GAP: f64 = 7.0;
const SIGN: f64 = 14.0;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Total,
    Up,
    Down,
    /// A step that changes nothing.
    Level,
    Remainder,
}

/// One bar.
struct Row<'a> {
    kind: Kind,
    label: &'a str,
    text: &'a str,
    note: &'a str,
    /// Ends of the bar in the unit of the axis: where it begins, where it leads.
    from: f64,
    to: f64,
}

/// Measured rows.
pub(crate) struct Layout<'a> {
    rows: Vec<Row<'a>>,
    heads: Heads,
    low: f64,
    high: f64,
    /// Where the plot begins and ends.
    plot: (f64, f64),
    ticks: Vec<(f64, String)>,
    /// Height above the bar of each row, and the row's least height.
    heights: Vec<(f64, f64)>,
}

fn text_look() -> Type {
    Type::new(13.0, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(steps: &'a Steps, lang: Lang, width: f64) -> Result<Self, RenderError> {
        let (rows, low, high) = rows_of(steps)?;
        let said: Vec<Said<'_>> = rows
            .iter()
            .map(|row| Said {
                label: row.label,
                note: row.note,
                bold: row.kind == Kind::Total,
            })
            .collect();
        let heads = Heads::new(&said, width, width >= ROOMY)?;
        let look = text_look();
        let texts = rows.iter().map(|row| row.text);
        let beyond = GAP + SIGN + fonts::widest(texts, look.face, look.size)?;
        let (left, right) = heads.sides();
        let left = left + 2.0;
        let mut plot = (left, (width - right - beyond).max(left + 40.0));
        let ticks = rows::ticks((low, high), plot.1 - plot.0, lang)?;
        // Ticks at the ends of the axis reach out of the plot.
        plot.0 = plot.0.max(rows::overhang(&ticks)?);
        let heights = (0..rows.len()).map(|index| heads.heights(index, BAR)).collect();
        Ok(Self {
            rows,
            heads,
            low,
            high,
            plot,
            ticks,
            heights,
        })
    }

    fn with(&self, between: f64) -> f64 {
        let rows: f64 = self.heights.iter().map(|(_, height)| height + between).sum();
        rows + if self.ticks.is_empty() { 0.0 } else { AXIS }
    }

    fn x(&self, left: f64, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        left + self.plot.0 + share * (self.plot.1 - self.plot.0)
    }

    /// Where totals begin: at zero, or at the end of the axis that is nearest to it.
    fn base(&self) -> f64 {
        0.0_f64.clamp(self.low, self.high)
    }

    fn bar(&self, left: f64, row: &Row<'_>, middle: f64) -> Area {
        let (a, b) = (self.x(left, row.from), self.x(left, row.to));
        Area {
            left: a.min(b),
            right: a.max(b),
            top: middle - BAR / 2.0,
            bottom: middle + BAR / 2.0,
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
                self.broken(surface, bar)
            }
            // A thin line where nothing changed.
            Kind::Level => surface.rect(
                Area {
                    left: bar.left - 1.0,
                    right: bar.left + 1.0,
                    ..bar
                },
                Token::Soft,
            ),
            Kind::Remainder => {
                let rim = |look: &mut GroupStyle| {
                    look.stroke = Some(Token::Soft);
                    look.stroke_width = units(1.0) as u32;
                };
                surface.group("rest", "", rim, || surface.rect(bar, Token::Card))?;
                hatch(surface, bar, None, Token::Soft)
            }
            kind => surface.rect(bar, color(kind)),
        }
    }

    /// Two slanted cuts through a total whose bar does not begin at zero.
    fn broken(&self, surface: &Surface, bar: Area) -> Result<(), RenderError> {
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

    /// Thin lines from the end of each bar to the beginning of the next, as one path.
    fn connectors(&self, surface: &Surface, left: f64, middles: &[f64]) -> Result<(), RenderError> {
        let mut points = Vec::new();
        for (pair, rows) in middles.windows(2).zip(self.rows.windows(2)) {
            let x = self.x(left, rows[0].to);
            let (top, bottom) = (pair[0] + BAR / 2.0, pair[1] - BAR / 2.0);
            if self.heads.beside() {
                points.extend([(x, top), (x, bottom)]);
            } else {
                // Names stand between: a stub under the one, a stub above the other.
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

    /// What a step adds, in words and with a shape, at the right of its bar.
    fn texts(&self, surface: &Surface, left: f64, middles: &[f64]) -> Result<(), RenderError> {
        let look = text_look();
        let bold = |group: &mut GroupStyle| {
            group.bold = true;
            group.font_size = (look.size * UNITS) as u32;
        };
        surface.group("values", "", bold, || {
            for (row, middle) in self.rows.iter().zip(middles) {
                let mut x = self.bar(left, row, *middle).right + GAP;
                let up = row.to > row.from;
                let shape = if up { Shape::Triangle } else { Shape::Falling };
                if row.kind != Kind::Total && row.from != row.to {
                    surface.marker(shape, (x + 4.0, *middle), 3.75, color(row.kind))?;
                    x += SIGN;
                }
                surface.text(row.text, (x, *middle), look)?;
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
        Kind::Level | Kind::Remainder => Token::Soft,
    }
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.with(BETWEEN)
    }

    fn least(&self) -> f64 {
        self.with(LEAST_BETWEEN)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let spare = (area.height() - self.with(0.0)) / self.rows.len() as f64;
        let between = spare.clamp(LEAST_BETWEEN, MOST_BETWEEN);
        let (mut tops, mut middles) = (Vec::new(), Vec::new());
        let mut y = area.top;
        for (above, height) in &self.heights {
            let top = y + between / 2.0;
            tops.push(top);
            middles.push(top + above + (height - above) / 2.0);
            y += height + between;
        }
        let strips: Vec<(f64, f64)> = if self.heads.beside() {
            vec![(area.top, y)]
        } else {
            let strip = |middle: &f64| (middle - BAR / 2.0 - 2.0, middle + BAR / 2.0 + 2.0);
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
            let head = Area { top: *top, ..area };
            self.heads.draw(surface, index, head, middles[index])?;
        }
        rows::axis(surface, &self.ticks, y + AXIS / 2.0, x)
    }
}

/// The bars in order, with the ends of the axis: as the model says, but never without room for
/// a bar.
fn rows_of(steps: &Steps) -> Result<(Vec<Row<'_>>, f64, f64), RenderError> {
    finite("axis", &[steps.min, steps.max])?;
    let (mut low, mut high) = (steps.min.min(steps.max), steps.min.max(steps.max));
    let mut reach = |value: f64| {
        low = low.min(value);
        high = high.max(value);
    };
    finite(&steps.from.label, &[steps.from.value])?;
    finite(&steps.to.label, &[steps.to.value])?;
    reach(steps.from.value);
    reach(steps.to.value);
    let mut total = steps.from.value;
    let mut rows = Vec::with_capacity(steps.steps.len() + 2);
    for step in &steps.steps {
        finite(&step.label, &[step.delta])?;
        let from = total;
        total += step.delta;
        reach(total);
        rows.push(Row {
            kind: match step.delta {
                _ if step.remainder => Kind::Remainder,
                delta if delta > 0.0 => Kind::Up,
                delta if delta < 0.0 => Kind::Down,
                _ => Kind::Level,
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
