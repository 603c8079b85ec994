//! What sources disagree on, and what is missing and why.

use domain::{
    ComponentId, Figure, IndicatorId, Missing, Observation, Place, ProvinceId, Table,
    briefing::{Block, Phrase},
};
use messages::{briefing as w, common as m, fill};

use super::{model::dated, phrases, standing::Standing};
use crate::{
    context::PageContext,
    findings::headline as finding,
    views::ranking::{conflicts, rows::SourceList},
    words,
};

/// Disputes that are listed one by one; more are counted.
const TOLD: usize = 8;

/// The disputes of a province: those of its newest figures one by one, the others counted.
pub(super) fn conflicts_of_province(
    cx: &PageContext,
    province: ProvinceId,
    rows: &[Standing<'_>],
    sources: &mut SourceList,
) -> Vec<Block> {
    let lang = cx.lang();
    let figures: Vec<&Figure> = cx
        .snapshot()
        .figures_of(Place::Province(province))
        .filter(|figure| figure.disputed())
        .collect();
    let newest = |figure: &&&Figure| rows.iter().any(|row| row.figure(cx).key == figure.key);
    let shown: Vec<&Figure> = figures.iter().filter(newest).copied().collect();
    let mut said: Vec<Phrase> = shown
        .iter()
        .take(TOLD)
        .map(|figure| claims(cx, figure, None, sources))
        .collect();
    if said.is_empty() && !rows.is_empty() {
        said.push(Phrase::plain(w::NO_CONFLICTS.get(lang)));
    }
    let others = figures.len() - shown.len().min(TOLD);
    if others > 0 {
        said.push(Phrase::plain(fill!(w::OTHER_CONFLICTS, lang, count = others)));
    }
    listed(said)
}

/// The disputes in some tables.
pub(super) fn conflicts_of_tables(
    cx: &PageContext,
    tables: &[&Table],
    of: &dyn Fn(Place, &Table) -> bool,
    sources: &mut SourceList,
) -> Vec<Block> {
    let lang = cx.lang();
    let mut found: Vec<&Figure> = Vec::new();
    for table in tables {
        let rows = table.rows.iter().map(|row| row.figure);
        let all = table
            .nation
            .into_iter()
            .chain(table.regions.iter().map(|(_, at)| *at))
            .chain(rows);
        let figures = all.map(|at| cx.snapshot().figure(at));
        found.extend(figures.filter(|figure| figure.disputed() && of(figure.key.place, table)));
    }
    let mut said: Vec<Phrase> = found
        .iter()
        .take(TOLD)
        .map(|figure| claims(cx, figure, Some(place(cx, figure)), sources))
        .collect();
    if found.len() > TOLD {
        let more = (found.len() - TOLD).to_string();
        said.push(Phrase::plain(fill!(w::MORE_CONFLICTS, lang, count = &more)));
    } else if found.is_empty() {
        said.push(Phrase::plain(w::NO_CONFLICTS.get(lang)));
    }
    listed(said)
}

fn place(cx: &PageContext, figure: &Figure) -> String {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    match figure.key.place {
        Place::Nation => w::COUNTRY.get(lang).to_owned(),
        Place::Region(id) => provinces.region(id).name.get(lang).to_owned(),
        Place::Province(id) => words::province(lang, provinces.get(id)),
    }
}

/// "PAR INDEX 2021: 86,1 [3]; 86,2 [5]".
fn claims(cx: &PageContext, figure: &Figure, place: Option<String>, sources: &mut SourceList) -> Phrase {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(figure.key.indicator);
    let mut said = conflicts::claims(cx, figure, sources).into_iter();
    let (first, numbers) = said.next().unwrap_or_default();
    let more = said.map(|(text, numbers)| Phrase::sourced(format!("; {text}"), numbers));
    let (name, year) = (indicator.short.get(lang), super::standing::when(cx, figure));
    let text = match place {
        Some(place) => fill!(
            w::CLAIMS_OF,
            lang,
            indicator = name,
            year = &year,
            place = &place,
            claims = &first
        ),
        None => fill!(w::CLAIMS, lang, indicator = name, year = &year, claims = &first),
    };
    Phrase {
        more: more.collect(),
        ..Phrase::sourced(text, numbers)
    }
}

/// What is missing of a province, with the reason.
pub(super) fn missing_of_province(
    cx: &PageContext,
    province: ProvinceId,
    rows: &[Standing<'_>],
    loose: &[&Figure],
) -> Vec<Block> {
    let lang = cx.lang();
    let mut said = never(cx, province, rows, loose);
    for row in rows {
        let figure = row.figure(cx);
        let (name, year) = (row.indicator.short.get(lang), row.table.key.year.to_string());
        match figure.value {
            Observation::Missing(reason) => {
                said.push(fill!(
                    w::MISSING_SCORE,
                    lang,
                    indicator = name,
                    year = &year,
                    reason = words::missing(reason).get(lang)
                ));
            }
            _ if row.row.rank.is_none() && has_ranks(row.table) => {
                said.push(fill!(w::MISSING_RANK, lang, indicator = name, year = &year));
            }
            _ => {}
        }
        said.extend(newer(cx, province, row));
    }
    if said.is_empty() {
        said.push(w::MISSING_NONE.get(lang).to_owned());
    }
    // One paragraph: a meeting is about what is known.
    vec![Block::Small(said.join(" "))]
}

fn has_ranks(table: &Table) -> bool {
    !table.mixed && table.rows.iter().any(|row| row.rank.is_some())
}

/// Indicators without any figure, by reason.
fn never(cx: &PageContext, province: ProvinceId, rows: &[Standing<'_>], loose: &[&Figure]) -> Vec<String> {
    let lang = cx.lang();
    let mut groups: Vec<(Missing, Vec<String>)> = Vec::new();
    for (id, indicator) in cx.snapshot().catalogue.indicators() {
        let known = rows.iter().any(|row| row.id == id) || loose.iter().any(|figure| figure.key.indicator == id);
        if known {
            continue;
        }
        let reason = reason(cx, id, province);
        let name = indicator.short.get(lang).to_owned();
        match groups.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => groups.push((reason, vec![name])),
        }
    }
    let line = |(reason, names): (Missing, Vec<String>)| {
        fill!(
            w::MISSING_ALL,
            lang,
            indicators = &names.join(", "),
            reason = words::missing(reason).get(lang)
        )
    };
    groups.into_iter().map(line).collect()
}

/// Why a province has no figure of an indicator: as the newest table that lists it says, or because it
/// did not exist in the years with figures.
fn reason(cx: &PageContext, id: IndicatorId, province: ProvinceId) -> Missing {
    let absent = cx
        .snapshot()
        .tables(id, ComponentId::TOTAL)
        .filter_map(|table| Some((table.key.year, table.absent.iter().find(|(p, _)| *p == province)?.1)))
        .max_by_key(|(year, _)| *year);
    if let Some((_, reason)) = absent {
        return reason;
    }
    let last = cx.snapshot().years(id, ComponentId::TOTAL).last().copied();
    let first_day = cx.snapshot().catalogue.provinces.get(province).from;
    match last.zip(first_day) {
        Some((year, from)) if domain::Date::year_end(year) < from => Missing::BeforeUnit,
        _ => Missing::NotFound,
    }
}

/// A later year that others have a figure for.
fn newer(cx: &PageContext, province: ProvinceId, row: &Standing<'_>) -> Option<String> {
    let lang = cx.lang();
    let tables = cx.snapshot().tables(row.id, ComponentId::TOTAL);
    let later = tables.filter(|table| table.key.year > row.table.key.year && !table.rows.is_empty());
    let listed = later.filter_map(|table| Some((table, table.absent.iter().find(|(p, _)| *p == province)?.1)));
    let (table, reason) = listed.max_by_key(|(table, _)| table.key.year)?;
    Some(fill!(
        w::MISSING_NEWER,
        lang,
        indicator = row.indicator.short.get(lang),
        year = &table.key.year.to_string(),
        count = &table.rows.len().to_string(),
        total = &table.expected.to_string(),
        reason = words::missing(reason).get(lang)
    ))
}

/// What is missing in tables of several provinces: who has no figure, and newer years that tell too little.
pub(super) fn missing_of_tables(
    cx: &PageContext,
    tables: &[&Table],
    member: &dyn Fn(ProvinceId, &Table) -> bool,
) -> Vec<Block> {
    let lang = cx.lang();
    let mut said = Vec::new();
    for table in tables {
        let (name, year) = (finding::measure(cx.snapshot(), lang, table), table.key.year.to_string());
        let name = name.as_str();
        let absent: Vec<ProvinceId> = table
            .absent
            .iter()
            .map(|(id, _)| *id)
            .filter(|id| member(*id, table))
            .collect();
        let present = table.rows.iter().filter(|row| member(row.province, table)).count();
        let named: Vec<String> = absent
            .iter()
            .take(5)
            .map(|id| finding::name(cx.snapshot(), lang, *id, table.key))
            .collect();
        if !absent.is_empty() {
            let all = (absent.len() + present).to_string();
            let mut line = fill!(
                w::MISSING_TABLE,
                lang,
                measure = name,
                year = &year,
                count = absent.len(),
                total = &all
            );
            if absent.len() <= named.len() {
                line = format!(
                    "{} {}.",
                    line.trim_end_matches('.'),
                    fill!(w::THESE, lang, provinces = &named.join(", "))
                );
            }
            said.push(line);
        }
        said.extend(sparse(cx, table));
    }
    if said.is_empty() {
        said.push(w::MISSING_NONE.get(lang).to_owned());
    }
    vec![Block::Small(said.join(" "))]
}

/// A newer year of which too few are known.
fn sparse(cx: &PageContext, table: &Table) -> Option<String> {
    if table.key.component != ComponentId::TOTAL {
        return None;
    }
    let tables = cx.snapshot().tables(table.key.indicator, ComponentId::TOTAL);
    let newest = tables.filter(|t| !t.rows.is_empty()).max_by_key(|t| t.key.year)?;
    (newest.key.year > table.key.year).then(|| {
        let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
        fill!(
            w::MISSING_SPARSE,
            cx.lang(),
            indicator = indicator.short.get(cx.lang()),
            year = &newest.key.year.to_string(),
            count = newest.rows.len(),
            total = newest.expected,
            year_shown = &table.key.year.to_string()
        )
    })
}

fn listed(said: Vec<Phrase>) -> Vec<Block> {
    if said.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(said)]
    }
}

/// What must be known of several tables of one kind: ranks, and why years do not compare.
pub(super) fn notes(cx: &PageContext, tables: &[&Table]) -> Vec<String> {
    let ranks: Vec<_> = tables
        .iter()
        .map(|table| (*table, table.rows.iter().find_map(|row| row.rank)))
        .collect();
    phrases::rank_notes(cx, &ranks)
}

/// Why the years of some tables do not compare with the ones before.
pub(super) fn breaks(cx: &PageContext, tables: &[&Table]) -> Vec<String> {
    tables.iter().filter_map(|table| phrases::broken(cx, table)).collect()
}

/// The names of some tables.
pub(super) fn names(cx: &PageContext, tables: &[&Table]) -> String {
    let name = |table: &&Table| {
        dated(
            cx,
            cx.snapshot().catalogue.indicator(table.key.indicator),
            table.key.year,
        )
    };
    tables.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A table whose order says nothing, in words.
pub(super) fn no_order(cx: &PageContext, table: &Table) -> Option<&'static str> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    (table.mixed && indicator.kind == domain::Kind::Score).then(|| m::MIXED_SHORT.get(cx.lang()))
}
