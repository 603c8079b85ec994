//! Counts and coverage: how many places are known, and where to read them.

use domain::{Indicator, IndicatorId, Table};

use crate::{context::PageContext, findings::headline as finding, views::ranking::model as ranking};

/// One indicator that is not a score.
pub(crate) struct CountLine {
    pub(crate) short: String,
    pub(crate) href: String,
    pub(crate) year: i32,
    pub(crate) coverage: (usize, usize),
}

pub(super) fn line(cx: &PageContext, (_, _, table): (IndicatorId, &Indicator, &Table)) -> CountLine {
    CountLine {
        short: finding::measure(cx.snapshot(), cx.lang(), table),
        href: ranking::address(cx, table),
        year: table.key.year,
        coverage: (table.rows.len(), table.expected),
    }
}
