//! The catalogue: what all figures refer to.

use crate::{Indicator, IndicatorId, Provinces, Source, SourceId, Text, TileMap};

/// The definitions of all indicators, provinces and sources.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Indicators in the order in which they are shown.
    pub indicators: Vec<Indicator>,
    /// Provinces, regions and spellings.
    pub provinces: Provinces,
    /// Sources.
    pub sources: Vec<Source>,
    /// Rows of the original files that the catalogue has no place for.
    pub left_out: Vec<LeftOut>,
    /// Positions of provinces on tile maps; if empty, there is no map.
    pub tiles: TileMap,
}

impl Catalogue {
    /// Returns the indicator with this id.
    ///
    /// # Panics
    /// May panic if the id is from another catalogue.
    #[must_use]
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[usize::from(id.0)]
    }

    /// Returns the indicator with this slug. `None` if there is none.
    #[must_use]
    pub fn indicator_by_slug(&self, slug: &str) -> Option<IndicatorId> {
        let at = self.indicators.iter().position(|i| i.slug == slug)?;
        u16::try_from(at).ok().map(IndicatorId)
    }

    /// Iterates over all indicators with their ids.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        self.indicators
            .iter()
            .enumerate()
            .filter_map(|(i, x)| u16::try_from(i).ok().map(|i| (IndicatorId(i), x)))
    }

    /// Returns the source with this id.
    ///
    /// # Panics
    /// May panic if the id is from another catalogue.
    #[must_use]
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }
}

/// A row of the original files that is not among the figures, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Indicator, component, province, year and value, as found.
    pub as_found: [String; 5],
    /// Where it was published.
    pub source: Option<SourceId>,
    /// Why it is not among the figures.
    pub reason: Text,
}
