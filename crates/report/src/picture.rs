//! The charts of a briefing, drawn once however often the pages are laid out.

use charts::{PictureStyle, Size, Theme, Vector};
use domain::briefing::{Block, BriefChart, Briefing};

use crate::{
    PaperError,
    pages::{HEIGHT, WIDTH},
};

/// CSS px in a point.
const PX: f32 = 4.0 / 3.0;
/// Most of the height of a page that a chart takes.
const MOST_HEIGHT: f32 = 0.48;

/// A drawn chart.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub(crate) vector: Vector,
    /// For those who cannot see it.
    pub(crate) description: String,
}

/// All charts in the order of their blocks.
#[derive(Debug)]
pub(crate) struct Pictures<'a>(Vec<(&'a BriefChart, Picture)>);

impl<'a> Pictures<'a> {
    /// Draws the charts of a briefing.
    pub(crate) fn of(briefing: &'a Briefing) -> Result<Self, PaperError> {
        let blocks = briefing.sections.iter().flat_map(|section| &section.blocks);
        let charts = blocks.filter_map(|block| match block {
            Block::Chart(chart) => Some(&**chart),
            _ => None,
        });
        let drawn = charts.map(|chart| Ok((chart, drawn(chart)?)));
        drawn.collect::<Result<_, PaperError>>().map(Self)
    }

    /// The drawing of a chart of the briefing.
    pub(crate) fn get(&self, chart: &BriefChart) -> Option<&Picture> {
        let found = self.0.iter().find(|(known, _)| std::ptr::eq(*known, chart));
        found.map(|(_, picture)| picture)
    }
}

fn drawn(chart: &BriefChart) -> Result<Picture, PaperError> {
    // The casts are exact enough: sizes of paper in whole px.
    let most = ((WIDTH * PX) as u32, (HEIGHT * MOST_HEIGHT * PX) as u32);
    let look = |height| PictureStyle {
        size: Size {
            width: chart.width.min(most.0),
            height,
        },
        theme: Theme::Light,
        title: false,
        notes: false,
    };
    let mut vector = charts::vector(&chart.model, &look(chart.height))?;
    if vector.size().1 > HEIGHT * MOST_HEIGHT {
        vector = charts::vector(&chart.model, &look(most.1))?;
    }
    Ok(Picture {
        vector,
        description: chart.model.description.clone(),
    })
}
