//! Figures of briefings in words.

use domain::{
    Change, ComponentId, Figure, Indicator, Kind, Observation, PublishedRank, Rank, RankOrigin, Row, Table, Unit,
    briefing::Phrase,
};
use messages::{briefing as w, common as m, fill, standing::NO_VALUE};

use crate::{
    context::PageContext,
    findings::{comparison, headline as finding},
    views::ranking::{
        model as ranking,
        rows::{self as ranking_rows, SourceList},
    },
    words::{self, ChangeCell, Mark},
};

/// A figure's value with its unit, or why there is none, with its sources.
pub(super) fn value(cx: &PageContext, figure: &Figure, sources: &mut SourceList) -> Phrase {
    Phrase::sourced(value_text(cx, figure), cited(cx, figure, sources))
}

/// Sources named with one figure; all of them stand on the full page.
const MOST_SOURCES: usize = 3;

/// The numbers of a figure's sources, those nearest to the publisher first.
pub(super) fn cited(cx: &PageContext, figure: &Figure, sources: &mut SourceList) -> Vec<usize> {
    let mut claims: Vec<_> = figure.claims.iter().map(|claim| claim.source).collect();
    claims.sort_by_key(|id| (cx.snapshot().catalogue.source(*id).kind, *id));
    claims.dedup();
    let mut numbers: Vec<usize> = claims
        .into_iter()
        .take(MOST_SOURCES)
        .map(|id| sources.number(id))
        .collect();
    numbers.sort_unstable();
    numbers
}

/// The same without sources.
pub(super) fn value_text(cx: &PageContext, figure: &Figure) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(figure.key.indicator);
    match figure.value {
        Observation::Known(_) => {
            let text = words::value(lang, indicator, figure).unwrap_or_default();
            with_unit(cx, indicator, figure.key.component, text)
        }
        Observation::Conflict => fill!(
            m::CONFLICT_CELL,
            lang,
            count = &ranking_rows::differing(figure).to_string()
        ),
        // A rank without a score: the reason is with what is missing.
        Observation::Missing(_) if figure.rank != PublishedRank::None => NO_VALUE.get(lang).to_owned(),
        Observation::Missing(reason) => words::missing(reason).get(lang).to_owned(),
    }
}

fn with_unit(cx: &PageContext, indicator: &Indicator, component: ComponentId, text: String) -> String {
    let unit = words::unit(cx.lang(), indicator, component);
    if indicator.unit(component) == Unit::Percent || unit.is_empty() || indicator.kind == Kind::Coverage {
        return text;
    }
    fill!(w::VALUE_UNIT, cx.lang(), value = &text, unit = &unit)
}

/// `25/63`, or `25/63 (tính)`.
pub(super) fn rank(cx: &PageContext, rank: Rank) -> String {
    let text = words::rank(rank);
    match rank.origin {
        RankOrigin::Published => text,
        RankOrigin::Computed => fill!(w::COMPUTED, cx.lang(), rank = &text),
    }
}

/// The same between parentheses: `25/63`, or `25/63, tính`.
fn inside(cx: &PageContext, rank: Rank) -> String {
    let text = words::rank(rank);
    match rank.origin {
        RankOrigin::Published => text,
        RankOrigin::Computed => fill!(w::COMPUTED_INSIDE, cx.lang(), rank = &text),
    }
}

/// A row's rank, or why there is none.
pub(super) fn rank_of(cx: &PageContext, table: &Table, row: &Row) -> String {
    let lang = cx.lang();
    match (row.rank, cx.snapshot().figure(row.figure).rank) {
        (Some(known), _) => rank(cx, known),
        (None, PublishedRank::Conflict) => m::RANK_CONFLICT.get(lang).to_owned(),
        (None, _) if ranked(cx, table) => w::NOT_KNOWN.get(lang).to_owned(),
        (None, _) => w::NOT_RANKED.get(lang).to_owned(),
    }
}

/// True where the table has an order at all.
pub(super) fn ranked(cx: &PageContext, table: &Table) -> bool {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    indicator.ranks != domain::RankPolicy::None && !table.mixed
}

/// Group or band of a row.
pub(super) fn group_of(cx: &PageContext, table: &Table, row: &Row) -> String {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if let Some(group) = row.group {
        return words::group(group).get(cx.lang()).to_owned();
    }
    let value = cx.snapshot().figure(row.figure).value.value();
    let band = value.and_then(|value| indicator.band(table.key.year, value));
    band.map_or_else(|| "–".to_owned(), str::to_owned)
}

/// A row's movement since the year before, with the verdict in words.
pub(super) fn movement(cx: &PageContext, table: &Table, row: &Row) -> String {
    let lang = cx.lang();
    let (key, change) = (table.key, &row.change);
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let points = words::points(lang, change, indicator.decimals(key.component), key.year);
    let places = ranked(cx, table).then(|| words::places(lang, change, row.rank, key.year));
    moved(cx, indicator, (points, places), change)
}

fn moved(
    cx: &PageContext,
    indicator: &Indicator,
    (points, places): (ChangeCell, Option<ChangeCell>),
    change: &Change,
) -> String {
    let lang = cx.lang();
    let marks = [Some(points.mark), places.as_ref().map(|cell| cell.mark)];
    let any = |wanted: &[Mark]| marks.iter().flatten().any(|mark| wanted.contains(mark));
    let known = any(&[Mark::Up, Mark::Down, Mark::Same]);
    if !known && any(&[Mark::NotComparable]) {
        return fill!(w::BROKEN_SINCE, lang, year_before = &change.year.to_string());
    }
    let mut said: Vec<String> = Vec::new();
    if let Some(places) = places {
        match places.mark {
            Mark::Up | Mark::Down | Mark::Same => said.push(places.words),
            Mark::NotComparable if known => said.push(w::BROKEN_PLACES.get(lang).to_owned()),
            _ if !known => return places.words,
            _ => {}
        }
    }
    match points.mark {
        Mark::Same if indicator.kind == Kind::Score => said.push(w::SAME_VALUE.get(lang).to_owned()),
        Mark::Up | Mark::Down | Mark::Same => said.push(signed(cx, indicator, points.text)),
        _ if !known => said.push(points.words),
        _ => {}
    }
    said.join(", ")
}

/// `+1,20 điểm`, `+0,3%`, `+12`.
fn signed(cx: &PageContext, indicator: &Indicator, text: String) -> String {
    match indicator.unit(ComponentId::TOTAL) {
        Unit::Point => fill!(w::POINTS_OF, cx.lang(), points = &text),
        Unit::Percent => format!("{text}%"),
        Unit::Count => text,
    }
}

/// `57/63`.
pub(super) fn coverage(table: &Table) -> String {
    format!("{}/{}", table.rows.len(), table.expected)
}

/// A province of a table with its value, and its rank where wanted.
pub(super) fn province(cx: &PageContext, table: &Table, row: &Row, sources: &mut SourceList) -> Phrase {
    let lang = cx.lang();
    let name = finding::name(cx.snapshot(), lang, row.province, table.key);
    let figure = cx.snapshot().figure(row.figure);
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let text = match words::value(lang, indicator, figure) {
        Some(value) => fill!(w::NAMED, lang, province = &name, value = &value),
        None => name,
    };
    let text = match row.rank {
        Some(rank) => fill!(w::NAMED_RANK, lang, name = &text, detail = &inside(cx, rank)),
        None => text,
    };
    Phrase::sourced(text, cited(cx, figure, sources))
}

/// Why the year of a table and the one before may not be compared, in one sentence; `None` if they may.
pub(super) fn broken(cx: &PageContext, table: &Table) -> Option<String> {
    let note = comparison::with_year_before(cx, table);
    if note.comparable != Some(false) {
        return None;
    }
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let name = indicator.short.get(cx.lang());
    let year = table.key.year.to_string();
    Some(fill!(
        w::NOTE_BROKEN,
        cx.lang(),
        indicator = name,
        year = &year,
        since = &note.since,
        verdict = note.verdict,
        reason = &note.reason
    ))
}

/// What must be known of the ranks of some tables, in small print.
pub(super) fn rank_notes(cx: &PageContext, tables: &[(&Table, Option<Rank>)]) -> Vec<String> {
    let lang = cx.lang();
    let mut notes = Vec::new();
    let origins = |origin| {
        tables
            .iter()
            .any(|(_, rank)| rank.is_some_and(|rank| rank.origin == origin))
    };
    if origins(RankOrigin::Computed) {
        notes.push(w::NOTE_COMPUTED.get(lang).to_owned());
    } else if origins(RankOrigin::Published) {
        notes.push(w::NOTE_PUBLISHED.get(lang).to_owned());
    }
    let by_rule = tables.iter().find_map(|(table, _)| ranking::by_rule(cx, table));
    notes.extend(by_rule.map(|words| words.get(lang).to_owned()));
    for (table, _) in tables {
        let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
        if indicator.ranks == domain::RankPolicy::Groups && table.complete {
            notes.push(fill!(
                w::NOTE_GROUPS,
                lang,
                indicator = &super::model::dated(cx, indicator, table.key.year)
            ));
        }
    }
    notes
}
