//! One province of today with its former units.

use domain::{Indicative, IndicatorId, Kind, Lang, Listed, Province, RebasedRow};

use crate::{
    context::PageContext,
    views::ranking::rows::{RankCell, ValueCell},
    words,
};

/// One province of today.
pub(crate) struct Line {
    pub(crate) row: RebasedRow,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) region: String,
    pub(crate) followed: bool,
    /// Range, sum, or why there is none; each a short line.
    pub(crate) says: Vec<String>,
    pub(crate) indicative: Option<Indicative>,
    pub(crate) parts: Vec<PartLine>,
}

/// One old unit.
pub(crate) struct PartLine {
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) value: ValueCell,
    pub(crate) rank: RankCell,
    pub(crate) group: Option<u8>,
    pub(crate) as_of: Option<String>,
    pub(crate) sources: Vec<usize>,
    /// What the sources say where they disagree.
    pub(crate) claims: Vec<(String, Vec<usize>)>,
}

/// The name that an old unit bore in a year, distinguished from the unit of today with the same name.
pub(crate) fn old_name(lang: Lang, about: &Province, year: i32) -> String {
    if about.listed == Listed::Before2025 {
        words::province(lang, about)
    } else {
        about.name_in(year).get(lang).to_owned()
    }
}

pub(crate) fn scored(cx: &PageContext, indicator: IndicatorId) -> bool {
    cx.snapshot().catalogue.indicator(indicator).kind == Kind::Score
}
