//! The charts of a briefing, drawn once and reused for every layout attempt.

use charts::{PictureStyle, Size, Theme, Vector};
use domain::briefing::{Block, BriefChart, Briefing};

use crate::{
    PaperError,
    pages::{HEIGHT, WIDTH},
};

/// CSS px per point.
const PX_PER_POINT: f32 = 4.0 / 3.0;
/// Maximum share of the page height that a chart takes.
const MAX_HEIGHT: f32 = 0.48;

/// A drawn chart.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) vector: Vector,
    /// Alternative text for assistive technology.
    pub(crate) description: String,
}

/// All charts of a briefing, in block order.
#[derive(Debug)]
pub(crate) struct Pictures<'a>(Vec<(&'a BriefChart, Picture)>);

impl<'a> Pictures<'a> {
    /// Draws all charts of a briefing.
    pub(crate) fn draw_all(briefing: &'a Briefing) -> Result<Self, PaperError> {
        let blocks = briefing.sections.iter().flat_map(|section| &section.blocks);
        let charts = blocks.filter_map(|block| match block {
            Block::Chart(chart) => Some(&**chart),
            _ => None,
        });
        let pictures = charts.map(|chart| Ok((chart, draw(chart)?)));
        pictures.collect::<Result<_, PaperError>>().map(Self)
    }

    /// Returns the drawing of a chart; `None` if the chart is not part of the briefing.
    pub(crate) fn get(&self, chart: &BriefChart) -> Option<&Picture> {
        let found = self.0.iter().find(|(known, _)| std::ptr::eq(*known, chart));
        found.map(|(_, picture)| picture)
    }
}

fn draw(chart: &BriefChart) -> Result<Picture, PaperError> {
    // Truncating to whole px is exact enough for paper sizes.
    let max_size = (
        (WIDTH * PX_PER_POINT) as u32,
        (HEIGHT * MAX_HEIGHT * PX_PER_POINT) as u32,
    );
    let style = |height| PictureStyle {
        size: Size {
            width: chart.width.min(max_size.0),
            height,
        },
        theme: Theme::Light,
        title: false,
        notes: false,
    };
    let mut vector = charts::vector(&chart.model, &style(chart.height))?;
    if vector.size().1 > HEIGHT * MAX_HEIGHT {
        vector = charts::vector(&chart.model, &style(max_size.1))?;
    }
    Ok(Picture {
        vector,
        description: chart.model.description.clone(),
    })
}
