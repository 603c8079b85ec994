//! The title of a comparison, and the sources of all that it shows.

use super::{
    charts,
    facts::{self, Facts},
    model::Comparison,
    summary,
};
use crate::{context::PageContext, findings::headline as finding, views::ranking::rows::SourceList};
use messages::{compare as words, fill};

/// The page's title: the finding, or that the list of the year does not hold who was chosen.
pub(crate) fn heading(cx: &PageContext, compared: &Comparison<'_>, facts: &Facts) -> String {
    if compared.outside.is_empty() || compared.shown.len() > 1 {
        let measure = finding::measure(cx.snapshot(), cx.lang(), compared.table);
        return summary::dated_title(facts, &measure);
    }
    let chosen = compared.asked.provinces.len();
    let counts = [chosen - compared.outside.len(), chosen];
    let year = compared.key().year.to_string();
    fill!(
        words::TITLE_OUTSIDE,
        cx.lang(),
        indicator = &facts.short,
        year = &year,
        found = counts[0],
        expected = counts[1]
    )
}

/// Adds the sources of all that the pictures show, after those of the tables.
pub(crate) fn cited(cx: &PageContext, compared: &Comparison<'_>, list: &mut SourceList) {
    let key = compared.key();
    if charts::series(cx, compared).is_none() {
        return;
    }
    for table in facts::tables(cx.snapshot(), key.indicator, key) {
        for row in compared.shown.iter().filter_map(|id| table.row(*id)) {
            list.numbers(cx.snapshot().figure(row.figure));
        }
    }
}
