//! Old figures on today's 34 provinces: one indicator, component and year of the 63.

use super::{
    chart, labels as said,
    lines::{Line, PartLine, old_name, scored},
    params::RebasedQuery,
};
use domain::{
    ComponentId, Indicative, IndicatorId, Lang, Missing, Observation, Part, ProvinceId, ProvinceList, PublishedRank,
    RankOrigin, Rebased, RebasedRow, RegionId, SourceId, Table, TableKey, chart::ChartModel,
};
use messages::{common as m, export, fill, mergers as w};

use crate::words;
pub(crate) use crate::{
    context::PageContext,
    findings::headline as finding,
    views::{
        province::model::value_cell,
        ranking::{
            model as ranking,
            rows::{RankCell, SourceList, ValueCell},
        },
    },
};

pub(crate) use super::labels::{says, spelled_out, sum_says};

/// Everything that the page says.
pub(crate) struct RebasedPage {
    pub(crate) query: RebasedQuery,
    pub(crate) rebased: Rebased,
    pub(crate) title: String,
    pub(crate) measure: String,
    /// Measure, scale, direction.
    pub(crate) lead: String,
    pub(crate) coverage: String,
    /// What must be known to read it right.
    pub(crate) notes: Vec<String>,
    /// Provinces of today that were asked for, in the order asked for.
    pub(crate) lines: Vec<Line>,
    pub(crate) sources: Vec<SourceId>,
    pub(crate) chart: Option<ChartModel>,
    /// Years with figures of the 63.
    pub(crate) years: Vec<i32>,
}

/// Years in which a component has figures of the 63, ascending.
pub(crate) fn years(cx: &PageContext, indicator: IndicatorId, component: ComponentId) -> Vec<i32> {
    let tables = cx.snapshot().tables(indicator, component);
    tables
        .filter(|table| table.key.basis == ProvinceList::Before2025 && !table.rows.is_empty())
        .map(|table| table.key.year)
        .collect()
}

/// Computes the page; `None` if the year has no figures of the 63.
pub(crate) fn page(cx: &PageContext, query: RebasedQuery) -> Option<RebasedPage> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let key = TableKey {
        indicator: query.indicator,
        component: query.component,
        basis: ProvinceList::Before2025,
        year: query.year,
    };
    let table = snapshot.table(key)?;
    let rebased = snapshot.rebased(key)?;
    let mut sources = SourceList::default();
    let mut lines: Vec<Line> = rebased
        .rows
        .iter()
        .filter(|row| query.region.is_none_or(|region| in_region(cx, row, region)))
        .map(|row| line(cx, table, row, &query, &mut sources))
        .collect();
    if query.by_region {
        // Stable: by the alphabet within a region.
        lines.sort_by_key(|line| region_of(cx, line.row.province));
    }
    for line in &lines {
        for source in line.indicative.iter().flat_map(Indicative::sources) {
            sources.number(source);
        }
    }
    let mut lead = vec![fill!(
        m::MEASURE,
        lang,
        measure = &finding::measure(snapshot, lang, table),
        year = &query.year.to_string()
    )];
    lead.extend(finding::scale_and_direction(snapshot, lang, table));
    if let Some(region) = query.region {
        lead.push(fill!(
            export::REGION_ONLY,
            lang,
            region = snapshot.catalogue.provinces.region(region).name.get(lang)
        ));
    }
    let title = said::title(cx, table, (&rebased, &lines), &query);
    let chart = chart::chart(cx, (table, query.region), &lines, &title);
    Some(RebasedPage {
        measure: finding::measure(snapshot, lang, table),
        lead: lead.join(", "),
        coverage: coverage(lang, &rebased),
        notes: notes(cx, table, &lines),
        sources: sources.0,
        years: years(cx, query.indicator, query.component),
        title,
        chart,
        lines,
        rebased,
        query,
    })
}

fn region_of(cx: &PageContext, today: ProvinceId) -> RegionId {
    cx.snapshot()
        .catalogue
        .provinces
        .region_in(today, ProvinceList::Since2025)
}

fn in_region(cx: &PageContext, row: &RebasedRow, region: RegionId) -> bool {
    let provinces = &cx.snapshot().catalogue.provinces;
    let today = provinces.region(region).scheme == ProvinceList::Since2025.scheme();
    let counts = |id| provinces.get(id).in_region(region);
    if today {
        counts(row.province)
    } else {
        row.parts.iter().any(|part| counts(part.province))
    }
}

fn line(cx: &PageContext, table: &Table, row: &RebasedRow, query: &RebasedQuery, sources: &mut SourceList) -> Line {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let provinces = &snapshot.catalogue.provinces;
    let about = provinces.get(row.province);
    Line {
        slug: about.slug.clone(),
        name: about.name.get(lang).to_owned(),
        region: provinces.region(region_of(cx, row.province)).name.get(lang).to_owned(),
        followed: query.followed.contains(&row.province),
        says: says(cx, table.key, row),
        indicative: snapshot.indicative(table.key, row).ok(),
        parts: row
            .parts
            .iter()
            .map(|part| part_line(cx, table, part, sources))
            .collect(),
        row: row.clone(),
    }
}

/// One old unit as it stands in a table.
pub(crate) fn part_line(cx: &PageContext, table: &Table, part: &Part, sources: &mut SourceList) -> PartLine {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.provinces.get(part.province);
    let figure = part.figure.map(|at| cx.snapshot().figure(at));
    PartLine {
        slug: about.slug.clone(),
        name: old_name(lang, about, table.key.year),
        value: figure.map_or_else(
            || ValueCell::Missing(words::missing(reason(part.value)).get(lang)),
            |figure| value_cell(cx, figure),
        ),
        rank: match (part.rank, figure.map(|figure| figure.rank)) {
            (Some(rank), _) => RankCell::Known {
                rank,
                computed: rank.origin == RankOrigin::Computed,
            },
            (None, Some(PublishedRank::Conflict)) => RankCell::Conflict,
            (None, _) => RankCell::Unknown,
        },
        group: table.row(part.province).and_then(|row| row.group),
        as_of: figure
            .and_then(|figure| figure.key.as_of)
            .map(|moment| moment.format(lang)),
        sources: figure.map(|figure| sources.numbers(figure)).unwrap_or_default(),
        claims: figure
            .filter(|figure| figure.disputed())
            .map(|figure| crate::views::ranking::conflicts::claims(cx, figure, sources))
            .unwrap_or_default(),
    }
}

const fn reason(value: Observation) -> Missing {
    match value {
        Observation::Missing(reason) => reason,
        Observation::Known(_) | Observation::Conflict => Missing::NotFound,
    }
}

/// "34/34 tỉnh, thành hiện nay; 63/63 đơn vị cũ có số".
fn coverage(lang: Lang, rebased: &Rebased) -> String {
    fill!(
        w::COVERAGE,
        lang,
        found = rebased.told(),
        expected = rebased.rows.len(),
        units_found = rebased.with_figure,
        units_expected = rebased.old_units
    )
}

fn notes(cx: &PageContext, table: &Table, lines: &[Line]) -> Vec<String> {
    let lang = cx.lang();
    let mut notes = Vec::new();
    if scored(cx, table.key.indicator) {
        notes.push(format!("{} {}", w::NO_SCORE.get(lang), w::NO_SCORE_HOW.get(lang)));
    } else {
        notes.push(w::SUM_HOW.get(lang).to_owned());
    }
    notes.extend(ranking::by_rule(cx, table).map(|words| words.get(lang).to_owned()));
    if table.mixed {
        notes.push(w::MIXED.get(lang).to_owned());
    }
    if table.key.year <= 2008 {
        notes.push(w::BORDERS_2008.get(lang).to_owned());
    }
    let mut sources: Vec<SourceId> = lines
        .iter()
        .flat_map(|l| &l.indicative)
        .flat_map(Indicative::sources)
        .collect();
    sources.dedup();
    if !sources.is_empty() {
        let titles: Vec<String> = sources
            .iter()
            .map(|id| cx.snapshot().catalogue.source(*id).title.clone())
            .collect();
        notes.push(fill!(w::INDICATIVE_NOTE, lang, sources = &titles.join("; ")));
    }
    notes
}
