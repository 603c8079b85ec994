//! The indicator page: what it measures, by which rules, and what may be compared.

use domain::{ComponentId, Date, IndicatorId, Verdict};
use messages::{common as m, fill};

use crate::{context::PageContext, findings::comparison, words};

/// One step between two years that follow each other in the data.
pub(crate) struct PairLine {
    pub(crate) from: i32,
    pub(crate) to: i32,
    pub(crate) verdict: Verdict,
    pub(crate) words: &'static str,
    pub(crate) reason: String,
}

/// How much of a year is there.
pub(crate) struct CoverageLine {
    pub(crate) year: i32,
    pub(crate) basis: &'static str,
    pub(crate) figures: usize,
    pub(crate) scores: usize,
    pub(crate) ranks: usize,
    pub(crate) expected: usize,
    pub(crate) link: String,
}

/// One rule book.
pub(crate) struct MethodLine {
    pub(crate) years: String,
    pub(crate) name: String,
    pub(crate) decision: String,
    pub(crate) summary: String,
}

/// The verdicts on all pairs of years that follow each other.
pub(crate) fn pairs(cx: &PageContext, indicator: IndicatorId) -> Vec<PairLine> {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.indicator(indicator);
    cx.snapshot()
        .years(indicator, ComponentId::TOTAL)
        .windows(2)
        .map(|pair| {
            let found = about.compare(pair[0], pair[1]);
            PairLine {
                from: pair[0],
                to: pair[1],
                verdict: found.verdict,
                words: words::verdict(found.verdict).get(lang),
                reason: comparison::reason(lang, found),
            }
        })
        .collect()
}

/// Coverage of every year and basis.
pub(crate) fn coverage(cx: &PageContext, indicator: IndicatorId) -> Vec<CoverageLine> {
    let about = cx.snapshot().catalogue.indicator(indicator);
    let mut lines: Vec<CoverageLine> = cx
        .snapshot()
        .tables(indicator, ComponentId::TOTAL)
        .filter(|table| !table.rows.is_empty())
        .map(|table| CoverageLine {
            year: table.key.year,
            basis: table.key.basis.code(),
            figures: table.rows.len(),
            scores: table.with_value,
            ranks: table.rows.iter().filter(|row| row.rank.is_some()).count(),
            expected: table.expected,
            link: cx
                .links
                .ranking_with(&about.slug, table.key.year, &[("basis", table.key.basis.code())]),
        })
        .collect();
    lines.sort_by_key(|line| (line.year, line.basis));
    lines
}

/// The rule books by their years.
pub(crate) fn methods(cx: &PageContext, indicator: IndicatorId) -> Vec<MethodLine> {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.indicator(indicator);
    about
        .methods
        .iter()
        .map(|method| MethodLine {
            years: span(lang, method.span),
            name: method.name.get(lang).to_owned(),
            decision: match (&method.decision, method.decided.map(|day: Date| day.format(lang))) {
                (Some(decision), Some(day)) => format!("{decision} ({day})"),
                (Some(decision), None) => decision.clone(),
                (None, _) => String::new(),
            },
            summary: method.summary.get(lang).to_owned(),
        })
        .collect()
}

/// "2017–2021", "2022", "2022 trở đi".
pub(crate) fn span(lang: domain::Lang, span: domain::Span) -> String {
    match (span.from, span.to) {
        (i32::MIN, i32::MAX) => String::new(),
        (i32::MIN, to) => fill!(m::UP_TO, lang, to = &to.to_string()),
        (from, i32::MAX) => fill!(m::AND_LATER, lang, from = &from.to_string()),
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("{from}–{to}"),
    }
}
