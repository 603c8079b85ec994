//! Several marks a row: two years, several provinces, a range.

mod marks;
mod scale;

use domain::Lang;
use domain::chart::{DotRow, Dots, Emphasis};

use crate::RenderError;
use crate::body::{Body, ROOMY};
use crate::canvas::{Anchor, GroupStyle, UNITS};
use crate::fonts;
use crate::rows::{self, AXIS, Entry, Heads, Said};
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;

/// Across a mark, half of it, in CSS px.
pub(crate) const RADIUS: f64 = 4.5;
/// How near marks come before they give way to each other, and how far they do, up or down:
/// a pair a little, a crowd so that each keeps its shape.
const PAIR: (f64, f64) = (RADIUS, RADIUS * 1.3);
const CROWD: (f64, f64) = (RADIUS * 1.4, RADIUS * 1.9);
/// Space between rows that may choose, and the least.
const BETWEEN: f64 = 11.0;
const LEAST_BETWEEN: f64 = 1.0;
/// Most room that is added between rows.
const MOST_SPARE: f64 = 30.0;
/// Narrowest column when rows are set in several, and the space between them.
const LEAST_COLUMN: f64 = 264.0;
const GUTTER: f64 = 32.0;
/// Narrowest plot that keeps the values beside its marks.
const LEAST_PLOT: f64 = 84.0;
/// Height of the line that names the reference.
const REFERENCE: f64 = 20.0;
/// Rows from which the axis is repeated on top.
const MANY: usize = 16;
/// From a sign of the key to its text.
const SIGN: f64 = 18.0;

/// Measured rows.
pub(crate) struct Layout<'a> {
    pub(crate) dots: &'a Dots,
    entries: Vec<Entry>,
    /// The height is given: the whole chart is seen at once.
    fixed: bool,
    columns: usize,
    per_column: usize,
    column_width: f64,
    heads: Heads,
    /// Ends of the axis that rows without their own share.
    shared: (f64, f64),
    /// Where the plot begins and ends in a column.
    plot: (f64, f64),
    /// Texts of the ends of rows' own scales, one a row; empty where the axis is shared.
    ends: Vec<String>,
    ticks: Vec<(f64, String)>,
    /// First and last value of a row stand beside its marks.
    values: bool,
    /// How far each mark of each row is moved up or down.
    levels: Vec<Vec<f64>>,
    /// Height above the marks of each row, and the row's least height.
    heights: Vec<(f64, f64)>,
}

/// Texts of values beside their marks.
pub(crate) fn value_look(row: &DotRow) -> Type {
    let look = Type::new(13.0, Token::Ink);
    match row.emphasis {
        Emphasis::Context => look,
        Emphasis::Highlight(_) => look.bold(),
    }
}

fn end_look() -> Type {
    Type::new(12.0, Token::Soft)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(dots: &'a Dots, lang: Lang, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let one = Self::columns(dots, lang, width, 1)?;
        let Some(height) = height else {
            return Ok(one);
        };
        let one = Self { fixed: true, ..one };
        let most = (((width + GUTTER) / (LEAST_COLUMN + GUTTER)) as usize).clamp(1, dots.rows.len());
        let mut layout = one;
        for columns in 2..=most {
            if layout.least() + layout.per_column as f64 <= height {
                break;
            }
            layout = Self::columns(dots, lang, width, columns)?;
            layout.fixed = true;
        }
        Ok(layout)
    }

    fn columns(dots: &'a Dots, lang: Lang, width: f64, columns: usize) -> Result<Self, RenderError> {
        let column_width = (width - GUTTER * (columns - 1) as f64) / columns as f64;
        let said: Vec<Said<'_>> = dots
            .rows
            .iter()
            .map(|row| Said {
                label: &row.label,
                note: &row.note,
                bold: row.emphasis != Emphasis::Context,
            })
            .collect();
        let labels = dots.series.iter().map(|series| series.label.as_str());
        let labels: Vec<&str> = labels.filter(|label| !label.is_empty()).collect();
        let mut layout = Self {
            dots,
            entries: rows::flow(&labels, SIGN, width)?,
            fixed: false,
            columns,
            per_column: dots.rows.len().div_ceil(columns),
            column_width,
            heads: Heads::new(&said, column_width, width >= ROOMY)?,
            shared: scale::shared(dots)?,
            plot: (0.0, 0.0),
            ends: dots.rows.iter().map(|row| scale::ends(row, lang)).collect(),
            ticks: Vec::new(),
            values: true,
            levels: Vec::new(),
            heights: Vec::new(),
        };
        layout.measure(lang)?;
        Ok(layout)
    }

    /// Everything that depends on where the plot is.
    fn measure(&mut self, lang: Lang) -> Result<(), RenderError> {
        let look = Type::new(13.0, Token::Ink).bold();
        let texts = self.dots.rows.iter().flat_map(|row| &row.marks);
        let value = fonts::widest(texts.map(|mark| mark.text.as_str()), look.face, look.size)? + RADIUS + 5.0;
        let several = self.dots.rows.iter().any(|row| row.marks.len() > 1);
        let end = fonts::widest(self.ends.iter().map(String::as_str), end_look().face, end_look().size)?;
        let end = if end > 0.0 { end + 8.0 } else { 0.0 };
        let (left, right) = self.heads.sides();
        let place = |insets: (f64, f64)| (left + insets.0, self.column_width - right - end - insets.1);
        let bare = RADIUS + 3.0;
        let with_values = place((if several { value } else { bare }, value));
        self.values = with_values.1 - with_values.0 >= LEAST_PLOT;
        self.plot = if self.values { with_values } else { place((bare, bare)) };
        if self.shares() {
            self.ticks = rows::ticks(self.shared, self.plot.1 - self.plot.0, lang)?;
            let over = rows::overhang(&self.ticks)?;
            self.plot.0 = self.plot.0.max(left.max(over));
            self.plot.1 = self.plot.1.min(self.column_width - over);
        }
        self.plot.1 = self.plot.1.max(self.plot.0 + 24.0);
        self.levels = self.dots.rows.iter().map(|row| self.dodge(row)).collect();
        self.heights = (0..self.dots.rows.len())
            .map(|index| {
                let reach = self.levels[index]
                    .iter()
                    .fold(0.0_f64, |most, level| most.max(level.abs()));
                let line = if self.values || self.ends.iter().any(|end| !end.is_empty()) {
                    13.0
                } else {
                    0.0
                };
                self.heads.heights(index, (2.0 * (RADIUS + reach) + 2.0).max(line))
            })
            .collect();
        Ok(())
    }

    /// True when a row stands on the axis of all.
    fn shares(&self) -> bool {
        self.dots.rows.iter().any(|row| row.scale.is_none())
    }

    /// Position of a value from the left end of the column.
    pub(crate) fn x(&self, row: &DotRow, value: f64) -> f64 {
        let (low, high) = row.scale.map_or(self.shared, |scale| scale::own(row, scale));
        self.plot.0 + (value - low) / (high - low) * (self.plot.1 - self.plot.0)
    }

    /// Marks that would cover each other give way to levels above and below.
    fn dodge(&self, row: &DotRow) -> Vec<f64> {
        let (near, step) = if row.marks.len() > 2 { CROWD } else { PAIR };
        let mut order: Vec<usize> = (0..row.marks.len()).collect();
        order.sort_by(|a, b| row.marks[*a].value.total_cmp(&row.marks[*b].value));
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let mut levels = vec![0.0; row.marks.len()];
        for index in order {
            let x = self.x(row, row.marks[index].value);
            let free = |level: f64| {
                taken
                    .iter()
                    .all(|(other, at)| (at - level).abs() > 0.5 || (x - other).abs() >= near)
            };
            let steps = (0..row.marks.len()).flat_map(|step| [step as f64, -(step as f64)]);
            let level = steps.into_iter().find(|level| free(*level)).unwrap_or(0.0);
            taken.push((x, level));
            levels[index] = level;
        }
        let middle = f64::midpoint(
            levels.iter().copied().fold(0.0, f64::min),
            levels.iter().copied().fold(0.0, f64::max),
        );
        levels.iter().map(|level| (level - middle) * step).collect()
    }

    fn axis_above(&self) -> bool {
        !self.fixed && self.per_column > MANY && !self.ticks.is_empty()
    }

    /// Height above the rows of a column, without the key.
    fn above(&self) -> f64 {
        let reference = if self.reference().is_some() { REFERENCE } else { 0.0 };
        reference + if self.axis_above() { AXIS } else { 0.0 }
    }

    fn below(&self) -> f64 {
        if self.ticks.is_empty() { 0.0 } else { AXIS }
    }

    /// The reference, where all rows share the axis.
    pub(crate) fn reference(&self) -> Option<&'a domain::chart::Reference> {
        let all = self.dots.rows.iter().all(|row| row.scale.is_none());
        self.dots.reference.as_ref().filter(|_| all)
    }

    /// Height of the highest column with this much space around each row.
    fn with(&self, between: f64) -> f64 {
        let column = |rows: &[(f64, f64)]| rows.iter().map(|(_, height)| height + between).sum::<f64>();
        let highest = self.heights.chunks(self.per_column).map(column).fold(0.0, f64::max);
        rows::key_height(&self.entries) + self.above() + highest + self.below()
    }

    pub(crate) fn shows_values(&self) -> bool {
        self.values
    }

    pub(crate) fn level(&self, index: usize, mark: usize) -> f64 {
        self.levels
            .get(index)
            .and_then(|levels| levels.get(mark))
            .copied()
            .unwrap_or(0.0)
    }

    fn draw_key(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let named = (0..self.dots.series.len()).filter(|at| !self.dots.series[*at].label.is_empty());
        for (at, entry) in named.zip(&self.entries) {
            let y = area.top + (entry.line as f64 + 0.5) * rows::KEY;
            let left = area.left + entry.left;
            marks::group(surface, self.dots, at, || {
                let shape = marks::shape(at).0;
                surface.marker(shape, (left + 6.0, y), RADIUS + 0.5, marks::fill(self.dots, at))
            })?;
            surface.text(&entry.text, (left + SIGN, y), rows::key_look())?;
        }
        Ok(())
    }

    fn column(&self, surface: &Surface, area: Area, first: usize, between: f64) -> Result<(), RenderError> {
        let rows = first..(first + self.per_column).min(self.dots.rows.len());
        let top = area.top + self.above();
        let mut places = Vec::with_capacity(rows.len());
        let mut y = top;
        for index in rows {
            let (above, height) = self.heights[index];
            let from = y + between / 2.0;
            places.push(Place {
                index,
                top: from,
                middle: from + above + (height - above) / 2.0,
                bottom: from + height,
            });
            y += height + between;
        }
        let x = |value: f64| {
            let (low, high) = self.shared;
            area.left + self.plot.0 + (value - low) / (high - low) * (self.plot.1 - self.plot.0)
        };
        self.bands(surface, area, &places)?;
        let strips = self.strips(&places, (top, y));
        rows::grid(surface, &self.ticks, &strips, x)?;
        self.marks(surface, area, &places, &strips)?;
        self.texts(surface, area, &places)?;
        if self.axis_above() {
            rows::axis(surface, &self.ticks, top - AXIS / 2.0, x)?;
        }
        rows::axis(surface, &self.ticks, y + AXIS / 2.0, x)
    }

    /// Where vertical lines may run: not through names that stand above their marks.
    fn strips(&self, places: &[Place], whole: (f64, f64)) -> Vec<(f64, f64)> {
        if self.heads.beside() {
            return vec![whole];
        }
        let marks = |place: &Place| (2.0 * place.middle - place.bottom - 1.0, place.bottom + 1.0);
        places.iter().map(marks).collect()
    }

    /// A light band behind rows that are highlighted.
    fn bands(&self, surface: &Surface, area: Area, places: &[Place]) -> Result<(), RenderError> {
        let marked: Vec<&Place> = places
            .iter()
            .filter(|place| self.dots.rows[place.index].emphasis != Emphasis::Context)
            .collect();
        if marked.is_empty() || marked.len() == places.len() {
            return Ok(());
        }
        let light = |look: &mut GroupStyle| look.fill = Some(Token::Grid);
        surface.group("bands", r#" fill-opacity=".35""#, light, || {
            for place in marked {
                let (top, bottom) = (place.top - 1.0, place.bottom + 1.0);
                surface.rect(Area { top, bottom, ..area }, Token::Grid)?;
            }
            Ok(())
        })
    }

    fn texts(&self, surface: &Surface, area: Area, places: &[Place]) -> Result<(), RenderError> {
        for place in places {
            let head = Area { top: place.top, ..area };
            self.heads.draw(surface, place.index, head, place.middle)?;
        }
        let quiet = |look: &mut GroupStyle| {
            look.fill = Some(Token::Soft);
            look.font_size = (end_look().size * UNITS) as u32;
            look.anchor = Anchor::End;
        };
        if self.ends.iter().all(String::is_empty) {
            return Ok(());
        }
        let right = area.right - self.heads.sides().1;
        surface.group("ends", "", quiet, || {
            for place in places {
                let end = &self.ends[place.index];
                surface.text(end, (right, place.middle), end_look().anchor(Anchor::End))?;
            }
            Ok(())
        })
    }

    /// Ends of the plot in a column that begins at `left`.
    pub(crate) fn plot_of(&self, left: f64) -> (f64, f64) {
        (left + self.plot.0, left + self.plot.1)
    }
}

/// Where a row stands, in CSS px.
pub(crate) struct Place {
    pub(crate) index: usize,
    pub(crate) top: f64,
    /// The line on which its marks are.
    pub(crate) middle: f64,
    pub(crate) bottom: f64,
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.with(BETWEEN)
    }

    fn least(&self) -> f64 {
        self.with(LEAST_BETWEEN)
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        self.draw_key(surface, area)?;
        let spare = (area.height() - self.with(0.0)) / self.per_column as f64;
        let between = spare.clamp(0.0, BETWEEN + MOST_SPARE);
        for column in 0..self.columns {
            let left = area.left + column as f64 * (self.column_width + GUTTER);
            let inside = Area {
                left,
                right: left + self.column_width,
                top: area.top + rows::key_height(&self.entries),
                bottom: area.bottom,
            };
            let first = column * self.per_column;
            if first < self.dots.rows.len() {
                self.column(surface, inside, first, between)?;
            }
        }
        Ok(())
    }
}
