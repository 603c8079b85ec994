//! Counts and coverage: how many places are known, and where to read them.

use domain::{Indicator, IndicatorId, Table};

use crate::models::Here;

/// One indicator that is not a score.
pub(crate) struct CountLine {
    pub(crate) short: String,
    pub(crate) href: String,
    pub(crate) year: i32,
    pub(crate) coverage: (usize, usize),
}

pub(super) fn line(here: &Here<'_>, (_, indicator, table): (IndicatorId, &Indicator, &Table)) -> CountLine {
    CountLine {
        short: indicator.short.get(here.lang()).to_owned(),
        href: here.links.ranking(&indicator.slug, table.key.year),
        year: table.key.year,
        coverage: (table.rows.len(), table.expected),
    }
}
