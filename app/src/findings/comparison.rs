//! What is said about two years before any number: whether they may be compared, and why not.

use domain::{
    Comparability, Kind, Lang, Table, Verdict, YearComparison,
    chart::{Break, Note},
};
use messages::{Msg, common as m, export, fill};

use crate::{context::PageContext, words};

/// What is said about a table and an earlier year.
#[derive(Clone, Debug)]
pub(crate) struct VerdictNote {
    /// Whether they may be compared; `None` without figures of the earlier year.
    pub(crate) comparable: Option<bool>,
    /// `So với 2016:`
    pub(crate) since: String,
    /// The verdict; empty without figures of the earlier year.
    pub(crate) verdict: &'static str,
    /// Why, as a sentence.
    pub(crate) reason: String,
}

impl VerdictNote {
    /// In one line, without its sign.
    pub(crate) fn text(&self) -> String {
        match self.comparable {
            Some(_) => format!("{} {} {}", self.since, self.verdict, self.reason),
            None => self.reason.clone(),
        }
    }

    /// In one line with its sign: `≠ So với 2016: …`.
    pub(crate) fn marked(&self, lang: Lang) -> Note {
        let mark = match self.comparable {
            Some(true) => export::COMPARABLE_MARK,
            Some(false) => export::NOT_COMPARABLE_MARK,
            None => return self.reason.clone().into(),
        };
        Note::comparability(mark.fill(
            lang,
            &messages::arguments![comparison = &self.since, verdict = self.verdict, reason = &self.reason],
        ))
    }
}

/// What is said about a table and the year before.
pub(crate) fn with_year_before(cx: &PageContext, table: &Table) -> VerdictNote {
    since(cx, table, table.key.year - 1)
}

/// What is said about a table and an earlier year.
pub(crate) fn since(cx: &PageContext, table: &Table, before: i32) -> VerdictNote {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let comparison = snapshot.comparison(key, before);
    let reason = match comparison {
        YearComparison::NoBaseYear => fill!(m::NO_BASE_YEAR, lang, year_before = &before.to_string()),
        YearComparison::UnitsChanged => m::UNITS_CHANGED_TEXT.get(lang).to_owned(),
        YearComparison::Methods(Comparability { pair: None, .. })
            if snapshot.catalogue.indicator(key.indicator).kind != Kind::Score =>
        {
            m::SAME_METHOD_COUNT.get(lang).to_owned()
        }
        YearComparison::Methods(methods) => reason(lang, methods),
    };
    VerdictNote {
        comparable: comparison.verdict().map(Verdict::comparable),
        since: fill!(m::SINCE, lang, year_before = &before.to_string()),
        verdict: comparison.verdict().map_or("", |verdict| says(verdict).get(lang)),
        reason,
    }
}

/// Between which of the years shown nothing may be compared.
pub(crate) fn across(lang: Lang, breaks: &[Break]) -> Note {
    if breaks.is_empty() {
        return Note::comparability(export::NO_BREAKS.get(lang).to_owned());
    }
    let steps = breaks.iter().map(|b| format!("{}–{}", b.before - 1, b.before));
    let steps = words::list(lang, &steps.collect::<Vec<_>>());
    Note::comparability(fill!(export::BREAKS, lang, years = &steps))
}

/// A verdict as a sentence.
const fn says(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::SameMethod => m::SAME_METHOD,
        Verdict::MethodChanged => m::METHOD_CHANGED,
        Verdict::Unclear => m::UNCLEAR,
        Verdict::UnitsChanged => m::UNITS_CHANGED,
    }
}

/// The catalogue's reason for a verdict, with the decision.
pub(crate) fn reason(lang: Lang, comparability: Comparability<'_>) -> String {
    let Some(pair) = comparability.pair else {
        let same = comparability.verdict.comparable();
        let text = if same { m::SAME_METHOD_TEXT.get(lang) } else { "" };
        return text.to_owned();
    };
    let text = pair.reason.get(lang);
    match pair.decision.as_deref().filter(|decision| !text.contains(decision)) {
        Some(decision) => format!("{text} {}", fill!(m::DECISION, lang, decision = decision)),
        None => text.to_owned(),
    }
}
