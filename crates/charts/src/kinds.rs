//! The kinds of charts: which file lays out which body, and what is drawn instead of a chart without data.

use domain::Lang;
use domain::chart::{ChartBody, ChartModel, Steps, Trend};

use crate::RenderError;
use crate::area::Area;
use crate::body::Body;
use crate::style::{Anchor, TEXT, TextStyle};
use crate::surface::Surface;
use crate::theme::Token;
use crate::{bars, combined, components, dots, heat, panels, slope, spine, stacked, steps, strip, tiles, trend};

/// Lays out the body of `model` for `width`, and for `height` if one is given.
pub(crate) fn prepare(model: &ChartModel, width: f64, height: Option<f64>) -> Result<Box<dyn Body + '_>, RenderError> {
    let empty = || Box::new(Empty(model.lang));
    Ok(match &model.body {
        ChartBody::Bars(bars) if bars.rows.is_empty() => empty(),
        ChartBody::Bars(bars) => Box::new(bars::Layout::new(bars, width, height)?),
        ChartBody::Lines(trend) | ChartBody::Bump(trend) | ChartBody::Spark(trend) if !has_points(trend) => empty(),
        ChartBody::Lines(trend) | ChartBody::Spark(trend) => Box::new(trend::Layout::new(
            trend,
            trend::Kind::Scores,
            model.lang,
            (width, height),
            trend::Panel::STANDALONE,
        )?),
        ChartBody::Bump(trend) => Box::new(trend::Layout::new(
            trend,
            trend::Kind::Ranks,
            model.lang,
            (width, height),
            trend::Panel::STANDALONE,
        )?),
        ChartBody::Combined(combined) if !has_points(&combined.scores) && !has_points(&combined.ranks) => empty(),
        ChartBody::Combined(combined) => Box::new(combined::Layout::new(combined, model.lang, width, height)?),
        ChartBody::Slope(slope) if slope.rows.is_empty() && slope.without.is_empty() => empty(),
        ChartBody::Slope(slope) => Box::new(slope::Layout::new(slope, model.lang, width)?),
        ChartBody::Dots(dots) if dots.rows.is_empty() => empty(),
        ChartBody::Dots(dots) => Box::new(dots::Layout::new(dots, model.lang, width, height)?),
        ChartBody::Tiles(tiles) if tiles.tiles.is_empty() => empty(),
        ChartBody::Tiles(tiles) => Box::new(tiles::Layout::new(tiles, model.lang, width, height)?),
        ChartBody::Strip(strip) | ChartBody::StripSpark(strip) if strip.marks.is_empty() => empty(),
        ChartBody::Strip(strip) | ChartBody::StripSpark(strip) => Box::new(strip::Layout::new(strip, width)?),
        ChartBody::Spine(spine) if spine.rows.is_empty() => empty(),
        ChartBody::Spine(spine) => Box::new(spine::Layout::new(spine, width)?),
        ChartBody::Heat(heat) if heat.rows().next().is_none() => empty(),
        ChartBody::Heat(heat) => Box::new(heat::Layout::new(heat, width, height)?),
        ChartBody::Steps(steps) if is_blank(steps) => empty(),
        ChartBody::Steps(steps) => Box::new(steps::Layout::new(steps, model.lang, width)?),
        ChartBody::Panels(panels) if !panels.panels.iter().any(|panel| has_points(&panel.trend)) => empty(),
        ChartBody::Panels(panels) => Box::new(panels::Layout::new(panels, model.lang, width, height)?),
        ChartBody::Stacked(bars) if bars.rows.is_empty() => empty(),
        ChartBody::Stacked(bars) => Box::new(stacked::Layout::new(bars, width, height)?),
        ChartBody::Components(parts) if parts.rows.is_empty() => empty(),
        ChartBody::Components(parts) => Box::new(components::Layout::new(parts, width)?),
    })
}

fn is_blank(steps: &Steps) -> bool {
    steps.steps.is_empty() && steps.from.text.is_empty() && steps.to.text.is_empty()
}

fn has_points(trend: &Trend) -> bool {
    !trend.years.is_empty() && trend.series.iter().any(|series| !series.points.is_empty())
}

/// A chart without data: draws a message that there are no figures.
struct Empty(Lang);

impl Body for Empty {
    fn height(&self) -> f64 {
        96.0
    }

    fn min_height(&self) -> f64 {
        24.0
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let text = messages::charts::NOTHING.get(self.0);
        surface.text(
            text,
            area.middle(),
            TextStyle::new(TEXT, Token::Soft).anchor(Anchor::Middle),
        )
    }
}
