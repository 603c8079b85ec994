//! All provinces of a table as marks on one scale, with the names of both ends and of those that are followed.

use domain::chart::{Emphasis, Strip, StripMark};

use crate::RenderError;
use crate::body::{Body, ROOMY};
use crate::canvas::{Anchor, GroupStyle};
use crate::fonts;
use crate::lanes::{self, Placed};
use crate::rows::{self, Entry, KEY, key_look};
use crate::surface::{Area, Surface, Type, units};
use crate::theme::Token;
use crate::track::{self, FAINT, GROUNDS, Track};

/// Height of the strip where it may choose, the least and the most, in CSS px.
const HIGH: f64 = 60.0;
const LEAST: f64 = 24.0;
const MOST: f64 = 150.0;
/// Height of a line of labels.
const LINE: f64 = 21.0;
/// Between labels and strip.
const GAP: f64 = 7.0;
/// Room at both ends for marks that reach out.
const SIDE: f64 = 9.0;
/// From the sign before a label to its text.
const SIGN: f64 = 15.0;
/// Width and height of a swatch of the key, and from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 14.0);
const AFTER: f64 = 26.0;

/// One label.
struct Label<'a> {
    text: String,
    mark: Option<&'a StripMark>,
    value: f64,
    place: Placed,
}

/// Measured labels.
pub(crate) struct Layout<'a> {
    strip: &'a Strip,
    /// Followed provinces, above the strip.
    above: Vec<Label<'a>>,
    /// Both ends and the reference, below it.
    below: Vec<Label<'a>>,
    key: Vec<Entry>,
}

fn lit_look() -> Type {
    Type::new(14.0, Token::Ink).bold()
}

fn quiet_look() -> Type {
    Type::new(13.0, Token::Ink)
}

impl<'a> Layout<'a> {
    pub(crate) fn new(strip: &'a Strip, width: f64) -> Result<Self, RenderError> {
        track::check(strip, "strip")?;
        let lit = |mark: &&StripMark| mark.emphasis != Emphasis::Context;
        let above = strip.marks.iter().filter(lit);
        let above = above.map(|mark| (mark.says.as_str(), Some(mark), mark.value));
        let ends = strip.marks.iter().filter(|mark| !lit(mark) && !mark.says.is_empty());
        let ends = ends.map(|mark| (mark.says.as_str(), Some(mark), mark.value));
        let reference = strip.reference.iter();
        let reference = reference.map(|reference| (reference.label.as_str(), None, reference.value));
        let names: Vec<&str> = strip.quarters.iter().map(|quarter| quarter.label.as_str()).collect();
        Ok(Self {
            strip,
            above: labels(strip, above, (lit_look(), SIGN), width)?,
            below: labels(strip, ends.chain(reference), (quiet_look(), 0.0), width)?,
            key: rows::flow(&names, AFTER, width)?,
        })
    }

    /// Height of all that is not the strip.
    fn around(&self) -> f64 {
        let lines = |labels: &[Label<'_>]| {
            let places: Vec<Placed> = labels.iter().map(|label| label.place).collect();
            lanes::count(&places) as f64 * LINE
        };
        let key = self.key.last().map_or(0.0, |entry| (entry.line + 1) as f64 * KEY + GAP);
        lines(&self.above) + lines(&self.below) + 2.0 * GAP + key
    }

    /// Followed provinces: the sign of the mark, then name and value.
    fn draw_above(&self, surface: &Surface, left: f64, bottom: f64) -> Result<(), RenderError> {
        for label in &self.above {
            let y = bottom - (label.place.lane as f64 + 0.5) * LINE;
            let look = lit_look();
            let start = left + label.place.middle - (look.width(&label.text)? + SIGN) / 2.0;
            if let Some(mark) = label.mark {
                surface.marker(track::shape(mark), (start + 5.0, y), 4.5, track::color(mark))?;
            }
            surface.text(&label.text, (start + SIGN, y), look)?;
        }
        Ok(())
    }

    fn draw_below(&self, surface: &Surface, left: f64, top: f64) -> Result<(), RenderError> {
        for label in &self.below {
            let look = match label.mark {
                Some(_) => quiet_look(),
                None => quiet_look().bold(),
            };
            let y = top + (label.place.lane as f64 + 0.5) * LINE;
            surface.text(&label.text, (left + label.place.middle, y), look.anchor(Anchor::Middle))?;
        }
        Ok(())
    }

    /// The labelled line, a little longer than the marks.
    fn draw_reference(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let Some(reference) = &self.strip.reference else {
            return Ok(());
        };
        let x = track::x(self.strip, area, reference.value);
        let ends = [(x, area.top - 3.0), (x, area.bottom + GAP - 1.0)];
        let dashed = r#" stroke-dasharray="12 8""#;
        surface.group("ref", dashed, |_| {}, || surface.line(&ends, Token::Ink, 1.5))
    }

    fn draw_key(&self, surface: &Surface, (left, top): (f64, f64)) -> Result<(), RenderError> {
        for (at, entry) in self.key.iter().enumerate() {
            let (x, y) = (left + entry.left, top + (entry.line as f64 + 0.5) * KEY);
            let swatch = Area {
                left: x,
                right: x + SWATCH.0,
                top: y - SWATCH.1 / 2.0,
                bottom: y + SWATCH.1 / 2.0,
            };
            let ground = GROUNDS[at.min(3)];
            let rim = |look: &mut GroupStyle| {
                look.fill = Some(ground);
                look.stroke = Some(Token::Soft);
                look.stroke_width = units(0.5) as u32;
            };
            surface.group("", FAINT, rim, || surface.rect(swatch, ground))?;
            surface.text(&entry.text, (x + AFTER, y), key_look())?;
        }
        Ok(())
    }
}

/// Labels with their places, relative to the left end of the picture.
fn labels<'a>(
    strip: &Strip,
    texts: impl Iterator<Item = (&'a str, Option<&'a StripMark>, f64)>,
    (look, sign): (Type, f64),
    width: f64,
) -> Result<Vec<Label<'a>>, RenderError> {
    // Measured bold: the widest that any of them is.
    let bold = look.bold();
    let scale = Area {
        left: SIDE,
        right: width - SIDE,
        top: 0.0,
        bottom: 0.0,
    };
    let (mut labels, mut wishes) = (Vec::new(), Vec::new());
    for (text, mark, value) in texts {
        let text = fonts::cut(text, bold.face, bold.size, width - sign - 2.0)?;
        wishes.push((track::x(strip, scale, value), bold.width(&text)? + sign));
        let place = Placed { lane: 0, middle: 0.0 };
        labels.push(Label {
            text,
            mark,
            value,
            place,
        });
    }
    for (label, place) in labels.iter_mut().zip(lanes::place(&wishes, 0.0, width)) {
        label.place = place;
    }
    labels.sort_by(|a, b| a.value.total_cmp(&b.value));
    Ok(labels)
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.around() + HIGH
    }

    fn least(&self) -> f64 {
        self.around() + LEAST
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let high = (area.height() - self.around()).clamp(LEAST, MOST);
        let spare = (area.height() - self.around() - high).max(0.0);
        let places: Vec<Placed> = self.above.iter().map(|label| label.place).collect();
        let above = lanes::count(&places) as f64 * LINE;
        let top = area.top + spare / 2.0 + above + GAP;
        let strip = Area {
            left: area.left + SIDE,
            right: area.right - SIDE,
            top,
            bottom: top + high,
        };
        let track = Track {
            radius: (high * 0.13).clamp(5.5, 9.0),
            mark: if strip.width() < ROOMY { 1.25 } else { 1.75 },
            tips: true,
        };
        track.draw(surface, self.strip, strip)?;
        self.draw_reference(surface, strip)?;
        self.draw_above(surface, area.left, top - GAP)?;
        let under = strip.bottom + GAP;
        self.draw_below(surface, area.left, under)?;
        let places: Vec<Placed> = self.below.iter().map(|label| label.place).collect();
        let key = under + lanes::count(&places) as f64 * LINE + GAP;
        self.draw_key(surface, (area.left, key))
    }
}
