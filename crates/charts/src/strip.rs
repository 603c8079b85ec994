//! Strip charts: all provinces of a table as marks on one scale, with the names of both ends and of followed provinces.

use domain::chart::{Emphasis, Strip, StripMark};

use plotters::element::{EmptyElement, Rectangle};
use plotters::style::Color as _;

use crate::RenderError;
use crate::area::Area;
use crate::body::{Body, ROOMY};
use crate::elements::{Strokes, stroke};
use crate::fonts;
use crate::lanes::{self, Placed};
use crate::legend::{self, Entry, LEGEND_LINE, legend_style};
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Surface, draw_series};
use crate::theme::Token;
use crate::track::{self, BACKGROUND_OPACITY, BACKGROUNDS, MIDDLE, Track, TrackChart};
use crate::units::{to_canvas, units};

/// Natural, minimum and maximum height of the strip, in CSS px.
const STRIP_HEIGHT: f64 = 60.0;
const MIN_STRIP_HEIGHT: f64 = 24.0;
const MAX_STRIP_HEIGHT: f64 = 150.0;
/// Height of a line of labels.
const LABEL_LINE: f64 = 21.0;
/// Space between labels and strip.
const GAP: f64 = 7.0;
/// Margin at both ends for marks that extend past the scale.
const MARGIN: f64 = 9.0;
/// Distance from the left end of the symbol before a label to its text.
const SYMBOL_WIDTH: f64 = 15.0;
/// Width and height of a legend swatch, and the distance from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 14.0);
const SWATCH_TEXT: f64 = 26.0;

/// A label with its position.
struct Label<'a> {
    text: String,
    mark: Option<&'a StripMark>,
    value: f64,
    place: Placed,
}

/// A strip chart laid out for one width.
pub(crate) struct Layout<'a> {
    strip: &'a Strip,
    /// Labels of followed provinces, above the strip.
    above: Vec<Label<'a>>,
    /// Labels of both ends and the reference, below the strip.
    below: Vec<Label<'a>>,
    legend: Vec<Entry>,
}

fn highlighted_style() -> TextStyle {
    TextStyle::new(14.0, Token::Ink).bold()
}

fn plain_style() -> TextStyle {
    TextStyle::new(13.0, Token::Ink)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(strip: &'a Strip, width: f64) -> Result<Self, RenderError> {
        track::check(strip, "strip")?;
        let highlighted = |mark: &&StripMark| mark.emphasis != Emphasis::Context;
        let above = strip.marks.iter().filter(highlighted);
        let above = above.map(|mark| (mark.says.as_str(), Some(mark), mark.value));
        let ends = strip
            .marks
            .iter()
            .filter(|mark| !highlighted(mark) && !mark.says.is_empty());
        let ends = ends.map(|mark| (mark.says.as_str(), Some(mark), mark.value));
        let reference = strip.reference.iter();
        let reference = reference.map(|reference| (reference.label.as_str(), None, reference.value));
        let names: Vec<&str> = strip.quarters.iter().map(|quarter| quarter.label.as_str()).collect();
        Ok(Self {
            strip,
            above: labels(strip, above, (highlighted_style(), SYMBOL_WIDTH), width)?,
            below: labels(strip, ends.chain(reference), (plain_style(), 0.0), width)?,
            legend: legend::flow(&names, SWATCH_TEXT, width)?,
        })
    }

    /// Returns the height of everything but the strip.
    fn outer_height(&self) -> f64 {
        let lines = |labels: &[Label<'_>]| {
            let placed: Vec<Placed> = labels.iter().map(|label| label.place).collect();
            lanes::count(&placed) as f64 * LABEL_LINE
        };
        let legend = self
            .legend
            .last()
            .map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE + GAP);
        lines(&self.above) + lines(&self.below) + 2.0 * GAP + legend
    }

    /// Draws the labels of followed provinces: the symbol of the mark, then name and value.
    fn draw_above(&self, surface: &Surface, left: f64, bottom: f64) -> Result<(), RenderError> {
        for label in &self.above {
            let y = bottom - (label.place.lane as f64 + 0.5) * LABEL_LINE;
            let style = highlighted_style();
            let start = left + label.place.centre - (style.width(&label.text)? + SYMBOL_WIDTH) / 2.0;
            if let Some(mark) = label.mark {
                surface.marker(track::shape(mark), (start + 5.0, y), 4.5, track::color(mark))?;
            }
            surface.text(&label.text, (start + SYMBOL_WIDTH, y), style)?;
        }
        Ok(())
    }

    fn draw_below(&self, surface: &Surface, left: f64, top: f64) -> Result<(), RenderError> {
        for label in &self.below {
            let style = match label.mark {
                Some(_) => plain_style(),
                None => plain_style().bold(),
            };
            let y = top + (label.place.lane as f64 + 0.5) * LABEL_LINE;
            surface.text(
                &label.text,
                (left + label.place.centre, y),
                style.anchor(Anchor::Middle),
            )?;
        }
        Ok(())
    }

    /// Draws the reference line, slightly longer than the marks.
    fn draw_reference(&self, surface: &Surface, chart: &mut TrackChart, height: f64) -> Result<(), RenderError> {
        let Some(reference) = &self.strip.reference else {
            return Ok(());
        };
        let ends = [(0.0, -height / 2.0 - 3.0), (0.0, height / 2.0 + GAP - 1.0)];
        let line = Strokes::new(ends.map(to_canvas).into(), Vec::new(), stroke(Token::Ink, 1.5));
        let line = EmptyElement::at((reference.value, MIDDLE)) + line;
        let dashed = r#" stroke-dasharray="12 8""#;
        surface.group("ref", dashed, |_| {}, || draw_series(chart, [line]))
    }

    fn draw_legend(&self, surface: &Surface, (left, top): (f64, f64)) -> Result<(), RenderError> {
        for (at, entry) in self.legend.iter().enumerate() {
            let (x, y) = (left + entry.left, top + (entry.line as f64 + 0.5) * LEGEND_LINE);
            let swatch = legend::swatch((x, y), SWATCH);
            let background = BACKGROUNDS[at.min(3)];
            let outline = |style: &mut GroupStyle| {
                style.fill = Some(background);
                style.fill_opacity = BACKGROUND_OPACITY;
                style.stroke = Some(Token::Soft);
                style.stroke_width = units(0.5) as u32;
            };
            surface.group("", "", outline, || {
                surface.draw(&Rectangle::new(swatch, background.mix(BACKGROUND_OPACITY).filled()))
            })?;
            surface.text(&entry.text, (x + SWATCH_TEXT, y), legend_style())?;
        }
        Ok(())
    }
}

/// Returns labels with their positions, relative to the left end of the chart.
fn labels<'a>(
    strip: &Strip,
    texts: impl Iterator<Item = (&'a str, Option<&'a StripMark>, f64)>,
    (style, symbol_width): (TextStyle, f64),
    width: f64,
) -> Result<Vec<Label<'a>>, RenderError> {
    // Measured in bold, the widest style that any of them has.
    let bold = style.bold();
    let scale = Area {
        left: MARGIN,
        right: width - MARGIN,
        top: 0.0,
        bottom: 0.0,
    };
    let (mut labels, mut targets) = (Vec::new(), Vec::new());
    for (text, mark, value) in texts {
        let text = fonts::cut(text, bold.face, bold.size, width - symbol_width - 2.0)?;
        targets.push((track::x(strip, scale, value), bold.width(&text)? + symbol_width));
        let place = Placed { lane: 0, centre: 0.0 };
        labels.push(Label {
            text,
            mark,
            value,
            place,
        });
    }
    for (label, place) in labels.iter_mut().zip(lanes::place(&targets, 0.0, width)) {
        label.place = place;
    }
    labels.sort_by(|a, b| a.value.total_cmp(&b.value));
    Ok(labels)
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.outer_height() + STRIP_HEIGHT
    }

    fn min_height(&self) -> f64 {
        self.outer_height() + MIN_STRIP_HEIGHT
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let strip_height = (area.height() - self.outer_height()).clamp(MIN_STRIP_HEIGHT, MAX_STRIP_HEIGHT);
        let extra = (area.height() - self.outer_height() - strip_height).max(0.0);
        let placed: Vec<Placed> = self.above.iter().map(|label| label.place).collect();
        let above = lanes::count(&placed) as f64 * LABEL_LINE;
        let top = area.top + extra / 2.0 + above + GAP;
        let strip = Area {
            left: area.left + MARGIN,
            right: area.right - MARGIN,
            top,
            bottom: top + strip_height,
        };
        let track = Track {
            radius: (strip_height * 0.13).clamp(5.5, 9.0),
            mark: if strip.width() < ROOMY { 1.25 } else { 1.75 },
            tips: true,
        };
        let mut chart = track.draw(surface, self.strip, strip)?;
        self.draw_reference(surface, &mut chart, strip_height)?;
        self.draw_above(surface, area.left, top - GAP)?;
        let below_strip = strip.bottom + GAP;
        self.draw_below(surface, area.left, below_strip)?;
        let placed: Vec<Placed> = self.below.iter().map(|label| label.place).collect();
        let legend = below_strip + lanes::count(&placed) as f64 * LABEL_LINE + GAP;
        self.draw_legend(surface, (area.left, legend))
    }
}
