//! Sentences of feeds, by templates.

use domain::{
    Change, Counts, IndicatorChanges, Lang, Observation, ProvinceChange, Rank, RankOrigin, RuleChange, Standing,
    TableChanges, Verdict, number,
};
use messages::{arguments, common as m, feeds as w, fill};

use crate::{context::PageContext, views::indicator::model as indicator, words};

/// More new years of one indicator than these are listed together.
pub(super) const MOST_YEARS: usize = 3;
/// Most provinces whose ranks are listed one by one.
const MOST_NAMES: usize = 10;

/// `thêm 63 số, đổi 2 số`.
pub(super) fn counts(lang: Lang, counts: Counts) -> String {
    let kinds = [
        (counts.added, w::ADDED),
        (counts.changed, w::CHANGED),
        (counts.gone, w::GONE),
    ];
    let told = kinds.into_iter().filter(|(n, _)| *n > 0);
    let told: Vec<String> = told
        .map(|(n, words)| words.fill(lang, &arguments![count = n]))
        .collect();
    told.join(", ")
}

/// `PCI 2016`, `PCI 2015, 2016`, `PCI 2006–2016`; nothing without years.
pub(super) fn span(short: &str, years: &[i32]) -> Option<String> {
    let mut years = years.to_vec();
    years.sort_unstable();
    years.dedup();
    let (first, last) = (years.first()?, years.last()?);
    if years.len() > MOST_YEARS {
        return Some(format!("{short} {first}–{last}"));
    }
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    Some(format!("{short} {}", years.join(", ")))
}

/// One indicator in the entry of an edition.
pub(crate) fn of_indicator_in_short(lang: Lang, of: &IndicatorChanges, first: bool) -> String {
    let mut parts = Vec::new();
    let years: Vec<i32> = of.tables.iter().map(|table| table.year).collect();
    if let Some(span) = span("", &years) {
        parts.push(format!("{} ({})", counts(lang, all_counts(of)), span.trim()));
    }
    let moved = |table: &TableChanges| table.provinces.iter().filter(|p| p.rank_changed()).count();
    let moved: usize = of.tables.iter().map(moved).sum();
    if moved > 0 {
        parts.push(fill!(w::RANKS_COUNT, lang, count = moved));
    }
    if !of.parts.is_empty() {
        parts.push(fill!(w::PARTS, lang, changes = &counts(lang, of.parts)));
    }
    if !first {
        parts.extend(of.rules.iter().map(|told| rule(lang, told)));
    }
    let text = parts.join("; ");
    let text = text.trim_end_matches('.');
    // Everything of a first edition is new, also an indicator without figures of provinces.
    let text = if text.is_empty() { w::TOPIC_NONE.get(lang) } else { text };
    fill!(w::INDICATOR_LINE, lang, indicator = of.short.get(lang), changes = text)
}

/// The tables of one indicator, the newest years first.
pub(super) fn tables(lang: Lang, of: &IndicatorChanges) -> Vec<String> {
    let is_new = |table: &&TableChanges| table.provinces.iter().all(|p| p.before.is_none());
    let new: Vec<i32> = of.tables.iter().filter(is_new).map(|table| table.year).collect();
    let mut all = Vec::new();
    if let Some((first, last)) = new
        .iter()
        .min()
        .zip(new.iter().max())
        .filter(|_| new.len() > MOST_YEARS)
    {
        all.push(fill!(
            w::NEW_OF_YEARS,
            lang,
            count = &new.len().to_string(),
            from = &first.to_string(),
            to = &last.to_string()
        ));
    }
    let mut shown: Vec<&TableChanges> = of.tables.iter().collect();
    shown.sort_by_key(|table| std::cmp::Reverse((table.year, table.basis)));
    let many = new.len() > MOST_YEARS;
    let shown = shown
        .into_iter()
        .filter(|table| !many || !is_new(table))
        .map(|t| table(lang, t));
    all.extend(shown);
    all
}

fn table(lang: Lang, table: &TableChanges) -> String {
    let year = table.year.to_string();
    let told = table.counts();
    let mut parts = Vec::new();
    let (found, of) = table.coverage;
    if told.added == found && told.added == table.provinces.len() {
        parts.push(fill!(
            w::NEW_OF_YEAR,
            lang,
            year = &year,
            found = &found.to_string(),
            expected = &of.to_string()
        ));
        parts.extend(
            table
                .against_before
                .map(|verdict| against(lang, table.year - 1, verdict)),
        );
    } else {
        parts.push(fill!(
            w::COUNTS_OF_YEAR,
            lang,
            year = &year,
            changes = &counts(lang, told)
        ));
    }
    let moved: Vec<String> = table.provinces.iter().filter_map(|p| moved(lang, p)).collect();
    if !moved.is_empty() {
        let mut names = moved.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
        if moved.len() > MOST_NAMES {
            let rest = moved.len() - MOST_NAMES;
            names = format!("{names} {}", fill!(w::AND_OTHERS, lang, count = rest));
        }
        parts.push(fill!(w::RANKS_CHANGED, lang, list = &names));
    }
    parts.join("; ")
}

/// `Nghệ An 30/63 → 32/63`.
fn moved(lang: Lang, change: &ProvinceChange) -> Option<String> {
    let (before, after) = change.before?.rank.zip(change.after?.rank)?;
    let step = [before, after].map(|r| rank(lang, r));
    change.rank_changed().then(|| {
        fill!(
            w::RANK_STEP,
            lang,
            province = change.name.get(lang),
            rank_before = &step[0],
            rank = &step[1]
        )
    })
}

fn against(lang: Lang, year: i32, verdict: Verdict) -> String {
    let words = words::verdict(verdict).get(lang).to_lowercase();
    if verdict.comparable() {
        fill!(w::SINCE, lang, change = &words, year_before = &year.to_string())
    } else {
        fill!(w::NOT_SINCE, lang, year_before = &year.to_string(), verdict = &words)
    }
}

/// A rule that changed, in words.
pub(super) fn rule(lang: Lang, rule: &RuleChange) -> String {
    match rule {
        RuleChange::Method { name, span, new } => {
            let words = if *new { w::METHOD_NEW } else { w::METHOD_SAID };
            words.fill(
                lang,
                &arguments![method = name.get(lang), years = &indicator::span(lang, *span)],
            )
        }
        RuleChange::Verdict {
            from,
            to,
            before,
            after,
            reason,
        } => {
            let said = |verdict: Verdict| {
                let sign = if verdict.comparable() { "=" } else { "≠" };
                format!("{sign} {}", words::verdict(verdict).get(lang).to_lowercase())
            };
            let (from, to) = (from.to_string(), to.to_string());
            let text = match (before, after) {
                (None, Some(now)) => fill!(w::VERDICT_NEW, lang, from = &from, to = &to, verdict = &said(*now)),
                (Some(then), Some(now)) => fill!(
                    w::VERDICT_CHANGED,
                    lang,
                    from = &from,
                    to = &to,
                    verdict = &said(*now),
                    verdict_before = &said(*then)
                ),
                (then, None) => {
                    let then = then.map(said).unwrap_or_default();
                    fill!(w::VERDICT_GONE, lang, from = &from, to = &to, verdict_before = &then)
                }
            };
            match reason.get(lang) {
                "" => text,
                reason => fill!(w::WITH_REASON, lang, change = &text, reason = reason),
            }
        }
    }
}

/// Many new years of a province in one line.
pub(super) fn years(
    cx: &PageContext,
    of: &IndicatorChanges,
    found: &[(&TableChanges, &ProvinceChange)],
) -> Option<String> {
    let lang = cx.lang();
    let first = found.iter().map(|(table, _)| table.year).min()?;
    let (last, change) = found.iter().max_by_key(|(table, _)| (table.year, table.basis))?;
    let count = found.len().to_string();
    let newest = standing(cx, of, change.after?);
    let ends = [first, last.year].map(|year| year.to_string());
    let text = fill!(
        w::YEARS_OF,
        lang,
        indicator = of.short.get(lang),
        count = &count,
        from = &ends[0],
        to = &ends[1],
        figure = &newest
    );
    Some(with_since(lang, text, change.since.as_ref()))
}

/// One figure of a province.
pub(super) fn province(
    cx: &PageContext,
    of: &IndicatorChanges,
    table: &TableChanges,
    change: &ProvinceChange,
) -> String {
    let (lang, short, year) = (cx.lang(), of.short.get(cx.lang()), table.year.to_string());
    let said = |s| standing(cx, of, s);
    match (change.before, change.after) {
        (None, Some(now)) => {
            let text = fill!(
                w::NEW_FIGURE,
                lang,
                indicator = short,
                year = &year,
                figure = &said(now)
            );
            with_since(lang, text, change.since.as_ref())
        }
        (Some(then), Some(now)) => fill!(
            w::WAS_AND_IS,
            lang,
            indicator = short,
            year = &year,
            figure_before = &said(then),
            figure = &said(now)
        ),
        (then, None) => fill!(
            w::NO_LONGER,
            lang,
            indicator = short,
            year = &year,
            figure_before = &then.map(said).unwrap_or_default()
        ),
    }
}

/// Adds the movement since the year before, or that there is none to be told.
fn with_since(lang: Lang, text: String, change: Option<&Change>) -> String {
    let Some(change) = change.filter(|c| c.rank.is_some() || c.value.is_some()) else {
        return text;
    };
    let year = change.year.to_string();
    let told = match (change.comparable_places(), change.places_verdict) {
        (Some(places), _) => {
            let steps = places.unsigned_abs().to_string();
            let words = match places {
                0 => m::SAME_PLACE.get(lang).to_owned(),
                1.. => fill!(m::UP_PLACES, lang, places = &steps),
                _ => fill!(m::DOWN_PLACES, lang, places = &steps),
            };
            fill!(w::SINCE, lang, change = &words, year_before = &year)
        }
        (None, verdict) if !verdict.comparable() => {
            fill!(
                w::NOT_SINCE,
                lang,
                year_before = &year,
                verdict = &words::verdict(verdict).get(lang).to_lowercase()
            )
        }
        (None, _) => return text,
    };
    format!("{text}; {told}")
}

fn rank(lang: Lang, rank: Rank) -> String {
    let text = words::rank(rank);
    match rank.origin {
        RankOrigin::Published => text,
        RankOrigin::Computed => fill!(w::COMPUTED, lang, rank = &text),
    }
}

/// `64,45, hạng 25/63`; in words where there is no value.
fn standing(cx: &PageContext, of: &IndicatorChanges, standing: Standing) -> String {
    let lang = cx.lang();
    let known = cx.snapshot().catalogue.indicator_by_slug(&of.slug);
    let value = match standing.value {
        Observation::Known(quantity) => match known.map(|id| cx.snapshot().catalogue.indicator(id)) {
            Some(about) => words::quantity(lang, about, domain::ComponentId::TOTAL, quantity),
            None => number::format(lang, quantity.value, quantity.digits),
        },
        Observation::Conflict => w::DISPUTED.get(lang).to_owned(),
        Observation::Missing(_) if standing.rank.is_some() => String::new(),
        Observation::Missing(reason) => words::missing(reason).get(lang).to_owned(),
    };
    match (value.as_str(), standing.rank) {
        ("", Some(r)) => fill!(w::ONLY_RANK, lang, rank = &rank(lang, r)),
        (_, Some(r)) => fill!(w::WITH_RANK, lang, value = &value, rank = &rank(lang, r)),
        (_, None) => value,
    }
}

/// Changed figures of one indicator together.
pub(super) fn all_counts(of: &IndicatorChanges) -> Counts {
    let mut all = Counts::default();
    for counts in of.tables.iter().map(TableChanges::counts) {
        all.added += counts.added;
        all.changed += counts.changed;
        all.gone += counts.gone;
    }
    all
}
