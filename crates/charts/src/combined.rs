//! Two charts over the same years: scores above ranks.

use domain::Lang;
use domain::chart::Combined;

use crate::RenderError;
use crate::area::Area;
use crate::body::{Body, ROOMY};
use crate::fonts;
use crate::style::TextStyle;
use crate::surface::Surface;
use crate::theme::Token;
use crate::trend::{self, Kind, Panel};

/// Height of a panel's title line, in CSS px.
const TITLE_HEIGHT: f64 = 24.0;
/// Space between the panels, in CSS px.
const PANEL_GAP: f64 = 12.0;
/// Minimum height of a plot, in CSS px.
const MIN_PLOT_HEIGHT: f64 = 84.0;
/// Share of the remaining height that the scores get.
const SCORE_SHARE: f64 = 0.55;

/// Two trends whose years are aligned vertically.
pub(crate) struct Layout<'a> {
    scores: trend::Layout<'a>,
    ranks: trend::Layout<'a>,
    names: [String; 2],
    roomy: bool,
}

fn name_style() -> TextStyle {
    TextStyle::new(14.0, Token::Ink).bold()
}

impl<'a> Layout<'a> {
    pub(crate) fn new(
        combined: &'a Combined,
        lang: Lang,
        width: f64,
        height: Option<f64>,
    ) -> Result<Self, RenderError> {
        let above = Panel {
            years: false,
            min_plot_height: MIN_PLOT_HEIGHT,
            ..Panel::STANDALONE
        };
        let below = Panel {
            breaks: false,
            min_plot_height: MIN_PLOT_HEIGHT,
            ..Panel::STANDALONE
        };
        let panels = |above: Panel, below: Panel, heights: Option<(f64, f64)>| {
            let (upper, lower) = heights.unzip();
            Ok::<_, RenderError>((
                trend::Layout::new(&combined.scores, Kind::Scores, lang, (width, upper), above)?,
                trend::Layout::new(&combined.ranks, Kind::Ranks, lang, (width, lower), below)?,
            ))
        };
        // Each layout reports the space it needs beside its plot; both get the larger.
        let (mut scores, mut ranks) = panels(above, below, None)?;
        let roomy = width >= ROOMY;
        loop {
            let (left, right) = common_margins(&scores, &ranks, width);
            let heights = height.map_or_else(
                || natural_heights(&scores, &ranks, roomy),
                |height| divided_heights(&scores, &ranks, height),
            );
            let with_margins = |panel: Panel| Panel { left, right, ..panel };
            (scores, ranks) = panels(with_margins(above), with_margins(below), Some(heights))?;
            let (again_left, again_right) = common_margins(&scores, &ranks, width);
            if again_left - left < 0.5 && again_right - right < 0.5 {
                break;
            }
        }
        let style = name_style();
        let cut = |text: &str| fonts::cut(text, style.face, style.size, width);
        let names = [cut(&combined.score_label)?, cut(&combined.rank_label)?];
        Ok(Self {
            scores,
            ranks,
            names,
            roomy,
        })
    }
}

/// Returns the space needed at the left and at the right of both plots.
fn common_margins(scores: &trend::Layout<'_>, ranks: &trend::Layout<'_>, width: f64) -> (f64, f64) {
    let sides = |layout: &trend::Layout<'_>| {
        let (left, plot_width) = layout.extent();
        (left, width - left - plot_width)
    };
    let (score_sides, rank_sides) = (sides(scores), sides(ranks));
    (score_sides.0.max(rank_sides.0), score_sides.1.max(rank_sides.1))
}

/// Returns the natural heights of the panels.
fn natural_heights(scores: &trend::Layout<'_>, ranks: &trend::Layout<'_>, roomy: bool) -> (f64, f64) {
    let plots = if roomy { (210.0, 180.0) } else { (180.0, 160.0) };
    (
        (scores.outer_height() + plots.0).max(scores.min_height()),
        (ranks.outer_height() + plots.1).max(ranks.min_height()),
    )
}

/// Divides a height between the panels: each gets its minimum, and the rest is divided by [`SCORE_SHARE`].
fn divided_heights(scores: &trend::Layout<'_>, ranks: &trend::Layout<'_>, height: f64) -> (f64, f64) {
    let available = height - 2.0 * TITLE_HEIGHT - PANEL_GAP;
    let plots = available - scores.outer_height() - ranks.outer_height();
    let upper = (scores.outer_height() + plots * SCORE_SHARE)
        .min(available - ranks.min_height())
        .max(scores.min_height());
    (upper, available - upper)
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        let (upper, lower) = natural_heights(&self.scores, &self.ranks, self.roomy);
        2.0 * TITLE_HEIGHT + PANEL_GAP + upper + lower
    }

    fn min_height(&self) -> f64 {
        2.0 * TITLE_HEIGHT + PANEL_GAP + self.scores.min_height() + self.ranks.min_height()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let (upper, _) = divided_heights(&self.scores, &self.ranks, area.height());
        let first = Area {
            top: area.top + TITLE_HEIGHT,
            bottom: area.top + TITLE_HEIGHT + upper,
            ..area
        };
        let second = Area {
            top: first.bottom + PANEL_GAP + TITLE_HEIGHT,
            ..area
        };
        let panels: [(&dyn Body, &str, Area); 2] = [
            (&self.scores, &self.names[0], first),
            (&self.ranks, &self.names[1], second),
        ];
        for (panel, name, inside) in panels {
            surface.text(name, (area.left, inside.top - TITLE_HEIGHT / 2.0 - 2.0), name_style())?;
            surface.group("panel", "", |_| {}, || panel.draw(surface, inside))?;
        }
        Ok(())
    }
}
