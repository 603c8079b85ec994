//! Scores above ranks, over the same years.

use domain::Lang;
use domain::chart::Combined;

use crate::RenderError;
use crate::body::{Body, ROOMY};
use crate::fonts;
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;
use crate::trend::{self, Kind, Panel};

/// Height of the line that names a panel, in CSS px.
const NAME: f64 = 24.0;
/// Space between the panels, in CSS px.
const BETWEEN: f64 = 12.0;
/// Least height of a plot, in CSS px.
const LEAST: f64 = 84.0;
/// What the scores get of the height that is left to choose.
const SHARE: f64 = 0.55;

/// Two trends whose years stand under each other.
pub(crate) struct Layout<'a> {
    scores: trend::Layout<'a>,
    ranks: trend::Layout<'a>,
    names: [String; 2],
    roomy: bool,
}

fn name_look() -> Type {
    Type::new(14.0, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(both: &'a Combined, lang: Lang, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let above = Panel {
            years: false,
            least: LEAST,
            ..Panel::ALONE
        };
        let below = Panel {
            breaks: false,
            least: LEAST,
            ..Panel::ALONE
        };
        let panels = |above: Panel, below: Panel, heights: Option<(f64, f64)>| {
            let (upper, lower) = heights.unzip();
            Ok::<_, RenderError>((
                trend::Layout::new(&both.scores, Kind::Scores, lang, (width, upper), above)?,
                trend::Layout::new(&both.ranks, Kind::Ranks, lang, (width, lower), below)?,
            ))
        };
        // Each says how much room it needs beside its plot; both get the larger.
        let (mut scores, mut ranks) = panels(above, below, None)?;
        let roomy = width >= ROOMY;
        loop {
            let (left, right) = common(&scores, &ranks, width);
            let heights = height.map_or_else(
                || natural(&scores, &ranks, roomy),
                |height| shared(&scores, &ranks, height),
            );
            let aside = |panel: Panel| Panel { left, right, ..panel };
            (scores, ranks) = panels(aside(above), aside(below), Some(heights))?;
            let (again_left, again_right) = common(&scores, &ranks, width);
            if again_left - left < 0.5 && again_right - right < 0.5 {
                break;
            }
        }
        let look = name_look();
        let cut = |text: &str| fonts::cut(text, look.face, look.size, width);
        let names = [cut(&both.score_label)?, cut(&both.rank_label)?];
        Ok(Self {
            scores,
            ranks,
            names,
            roomy,
        })
    }
}

/// Room at the left and at the right of both plots.
fn common(scores: &trend::Layout<'_>, ranks: &trend::Layout<'_>, width: f64) -> (f64, f64) {
    let sides = |layout: &trend::Layout<'_>| {
        let (left, wide) = layout.extent();
        (left, width - left - wide)
    };
    let (one, other) = (sides(scores), sides(ranks));
    (one.0.max(other.0), one.1.max(other.1))
}

/// Heights of the panels where they may choose.
fn natural(scores: &trend::Layout<'_>, ranks: &trend::Layout<'_>, roomy: bool) -> (f64, f64) {
    let plots = if roomy { (210.0, 180.0) } else { (180.0, 160.0) };
    (
        (scores.around() + plots.0).max(scores.least()),
        (ranks.around() + plots.1).max(ranks.least()),
    )
}

/// Heights of the panels within a height: what both need, and the rest by [`SHARE`].
fn shared(scores: &trend::Layout<'_>, ranks: &trend::Layout<'_>, height: f64) -> (f64, f64) {
    let room = height - 2.0 * NAME - BETWEEN;
    let plots = room - scores.around() - ranks.around();
    let upper = (scores.around() + plots * SHARE)
        .min(room - ranks.least())
        .max(scores.least());
    (upper, room - upper)
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        let (upper, lower) = natural(&self.scores, &self.ranks, self.roomy);
        2.0 * NAME + BETWEEN + upper + lower
    }

    fn least(&self) -> f64 {
        2.0 * NAME + BETWEEN + self.scores.least() + self.ranks.least()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let (upper, _) = shared(&self.scores, &self.ranks, area.height());
        let first = Area {
            top: area.top + NAME,
            bottom: area.top + NAME + upper,
            ..area
        };
        let second = Area {
            top: first.bottom + BETWEEN + NAME,
            ..area
        };
        let panels: [(&dyn Body, &str, Area); 2] = [
            (&self.scores, &self.names[0], first),
            (&self.ranks, &self.names[1], second),
        ];
        for (panel, name, inside) in panels {
            surface.text(name, (area.left, inside.top - NAME / 2.0 - 2.0), name_look())?;
            surface.group("panel", "", |_| {}, || panel.draw(surface, inside))?;
        }
        Ok(())
    }
}
