//! Counts and coverage: how many places are known, and where to read them.

use domain::{Indicator, IndicatorId, Table};

use crate::{context::Here, findings::headline as finding, views::ranking::model as ranking};

/// One indicator that is not a score.
pub(crate) struct CountLine {
    pub(crate) short: String,
    pub(crate) href: String,
    pub(crate) year: i32,
    pub(crate) coverage: (usize, usize),
}

pub(super) fn line(here: &Here<'_>, (_, _, table): (IndicatorId, &Indicator, &Table)) -> CountLine {
    CountLine {
        short: finding::measure(here.snapshot, here.lang(), table),
        href: ranking::address(here, table),
        year: table.key.year,
        coverage: (table.rows.len(), table.expected),
    }
}
