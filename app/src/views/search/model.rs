//! Answers to a search: the figures that it asks for, with rank, year and ways on.

use domain::{
    ComponentId, IndicatorId, ProvinceId, ProvinceList, PublishedRank, RankOrigin, RankPolicy, Row, SearchQuery, Table,
    TableKey,
};
use messages::{common as m, fill, search as w};

use crate::{
    context::{Explanation, PageContext, explanation},
    findings::headline as finding,
    views::why::model as why,
    words as figure_words,
};

pub(crate) use super::{
    address::{Strange, strange},
    named::{pages_of, understood},
};

/// Answers shown; a query that asks for more is one for a table.
const MOST: usize = 8;

/// One answer.
pub(crate) struct Answer {
    /// What it is about: indicator, year, province.
    pub(crate) title: String,
    /// The table or page that it is taken from.
    pub(crate) href: String,
    /// The figure and its rank, or why there is none.
    pub(crate) text: String,
    /// Further pages: address and name.
    pub(crate) links: Vec<(String, String)>,
}

/// What a figure is of.
type Measure = (IndicatorId, ComponentId);

/// Where a province has a figure.
#[derive(Clone, Copy)]
struct Found<'a> {
    table: &'a Table,
    row: &'a Row,
}

/// The answers to a query, at most [`MOST`]. Empty if it names a province, an indicator or nothing only, without asking
/// for ranks or scores: their pages are the answer.
pub(crate) fn answers(cx: &PageContext, query: &SearchQuery) -> Vec<Answer> {
    let measures = measures(cx, query);
    let years: Vec<Option<i32>> = match query.years[..] {
        [] => vec![None],
        ref years => years.iter().copied().map(Some).collect(),
    };
    let mut found = Vec::new();
    for (measure, year) in measures.iter().flat_map(|m| years.iter().map(move |year| (*m, *year))) {
        for units in &query.provinces {
            found.extend(of_province(cx, units, measure, year, named(query)));
        }
        let particular = year.is_some() || !query.regions.is_empty() || query_of_parts(query) || query.figures;
        let alone = query.provinces.is_empty() && particular;
        if alone {
            found.extend(of_table(cx, measure, year, query));
        }
    }
    if found.is_empty() {
        found.extend(query.provinces.iter().filter_map(|units| other_years(cx, units, query)));
    }
    if query.provinces.is_empty() && measures.is_empty() {
        found.extend(query.regions.iter().filter_map(|ids| of_region(cx, *ids.first()?)));
    }
    found.truncate(MOST);
    found
}

/// True if the query says which figures it means; otherwise those that there are.
fn named(query: &SearchQuery) -> bool {
    !query.indicators.is_empty() || query_of_parts(query)
}

fn query_of_parts(query: &SearchQuery) -> bool {
    !query.components.is_empty()
}

/// What the query asks for: the components that it names, else the indicators; all of them where it gives a year or
/// asks for a province's ranks only.
fn measures(cx: &PageContext, query: &SearchQuery) -> Vec<Measure> {
    let total = |id| (id, ComponentId::TOTAL);
    if query_of_parts(query) {
        query.components.iter().flatten().copied().collect()
    } else if !query.indicators.is_empty() {
        query.indicators.iter().copied().map(total).collect()
    } else if !query.years.is_empty() || (query.figures && !query.provinces.is_empty()) {
        cx.snapshot().catalogue.indicators().map(|(id, _)| total(id)).collect()
    } else {
        Vec::new()
    }
}

/// The answer for one province; `None` if it has no figure and the query does not insist on this one.
fn of_province(
    cx: &PageContext,
    units: &[ProvinceId],
    measure: Measure,
    year: Option<i32>,
    insists: bool,
) -> Option<Answer> {
    let all = figures(cx, units, measure);
    let shown = match year {
        Some(year) => all.iter().find(|found| found.table.key.year == year),
        None => all.last(),
    };
    if let Some(found) = shown {
        return Some(figure_answer(cx, *found));
    }
    if !insists {
        return None;
    }
    let lang = cx.lang();
    let province = cx.snapshot().catalogue.provinces.get(*units.first()?);
    let name = figure_words::province(lang, province);
    let (measured, slug) = measure_name(cx, measure, year);
    let text = match year {
        Some(year) if !all.is_empty() => {
            let reason = missing(cx, units, measure, year);
            let near = nearest(cx, &all, year);
            let no = match reason {
                Some(reason) => fill!(w::NO_FIGURE, lang, year = &year.to_string(), reason = reason),
                None => fill!(w::NO_TABLE, lang, year = &year.to_string()),
            };
            format!(
                "{no} {}",
                fill!(w::NEAREST, lang, list = &figure_words::list(lang, &near))
            )
        }
        _ => w::NEVER.get(lang).to_owned(),
    };
    let title = match year {
        Some(year) => fill!(
            w::FIGURE,
            lang,
            measure = &measured,
            year = &year.to_string(),
            province = &name
        ),
        None => format!("{measured}: {name}"),
    };
    Some(Answer {
        title,
        href: cx.links.province(&province.slug),
        text,
        links: vec![(
            cx.links.indicator(slug),
            fill!(
                w::TO_INDICATOR,
                lang,
                indicator = cx.snapshot().catalogue.indicator(measure.0).short.get(lang)
            ),
        )],
    })
}

/// Figures of the units that bear one name, by year; the unit that the query means first within a year.
fn figures<'a>(cx: &'a PageContext, units: &[ProvinceId], (indicator, component): Measure) -> Vec<Found<'a>> {
    let snapshot = cx.snapshot();
    let rows = units.iter().flat_map(|unit| {
        let tables = snapshot.tables(indicator, component);
        tables.filter_map(move |table| table.row(*unit).map(|row| Found { table, row }))
    });
    let mut all: Vec<Found<'a>> = rows.collect();
    all.sort_by_key(|found| found.table.key.year);
    all
}

/// The publisher's reason for a missing figure, or that the sources read do not give it; `None` without a table.
fn missing(cx: &PageContext, units: &[ProvinceId], (indicator, component): Measure, year: i32) -> Option<&'static str> {
    let key = |basis| TableKey {
        indicator,
        component,
        basis,
        year,
    };
    let tables = [ProvinceList::Before2025, ProvinceList::Since2025].into_iter();
    let mut absent = tables
        .filter_map(|basis| cx.snapshot().table(key(basis)))
        .flat_map(|t| &t.absent);
    let (_, reason) = absent.find(|(id, _)| units.contains(id))?;
    Some(figure_words::missing(*reason).get(cx.lang()))
}

/// The nearest years with a figure before and after a year, each with the figure.
fn nearest(cx: &PageContext, all: &[Found<'_>], year: i32) -> Vec<String> {
    let before = all.iter().rev().find(|found| found.table.key.year < year);
    let after = all.iter().find(|found| found.table.key.year > year);
    let near = before.into_iter().chain(after);
    near.map(|found| {
        let year = found.table.key.year.to_string();
        fill!(w::NEAREST_YEAR, cx.lang(), year = &year, figure = &figure(cx, *found))
    })
    .collect()
}

fn figure_answer(cx: &PageContext, found: Found<'_>) -> Answer {
    let (lang, key) = (cx.lang(), found.table.key);
    let catalogue = &cx.snapshot().catalogue;
    let province = catalogue.provinces.get(found.row.province);
    let name = figure_words::province(lang, province);
    let measure = (key.indicator, key.component);
    let (measured, slug) = measure_name(cx, measure, Some(key.year));
    let short = catalogue.indicator(key.indicator).short.get(lang);
    let year = key.year.to_string();
    let mut links = vec![(
        cx.links.province(&province.slug),
        fill!(w::TO_PROVINCE, lang, province = &name),
    )];
    if key.component == ComponentId::TOTAL && why::has_why(cx.snapshot(), key.indicator, found.row.province) {
        let href = explanation(
            cx,
            (found.row.province, key.indicator),
            Explanation::Why,
            &[("year", &year)],
        );
        links.push((href, fill!(w::TO_WHY, lang, indicator = short)));
    }
    links.push((
        cx.links.indicator(slug),
        fill!(w::TO_INDICATOR, lang, indicator = short),
    ));
    Answer {
        title: fill!(w::FIGURE, lang, measure = &measured, year = &year, province = &name),
        href: table_link(cx, key, &[("highlight", &province.slug)]),
        text: figure(cx, found),
        links,
    }
}

/// "61,68 điểm, hạng 25/63".
fn figure(cx: &PageContext, found: Found<'_>) -> String {
    let lang = cx.lang();
    let figure = cx.snapshot().figure(found.row.figure);
    let key = found.table.key;
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let mut parts = Vec::new();
    match figure_words::value(lang, indicator, figure) {
        Some(value) if value.ends_with('%') => parts.push(value),
        Some(value) => parts.push(format!(
            "{value} {}",
            figure_words::unit(lang, indicator, key.component)
        )),
        None if figure.value == domain::Observation::Conflict => {
            parts.push(fill!(m::DISPUTED_FOR, lang, year = &key.year.to_string()));
        }
        None => {}
    }
    if let Some(group) = found.row.group {
        parts.push(fill!(
            w::GROUP_OF,
            lang,
            group = &figure_words::group(group).get(lang).to_lowercase()
        ));
    }
    match (found.row.rank, figure.rank) {
        (Some(rank), _) if rank.origin == RankOrigin::Computed => {
            parts.push(fill!(w::RANKED_COMPUTED, lang, rank = &figure_words::rank(rank)));
        }
        (Some(rank), _) => parts.push(fill!(w::RANKED, lang, rank = &figure_words::rank(rank))),
        (None, PublishedRank::Conflict) => parts.push(m::RANK_CONFLICT.get(lang).to_owned()),
        (None, _) if indicator.ranks != RankPolicy::None => parts.push(m::UNKNOWN_RANK.get(lang).to_owned()),
        (None, _) => {}
    }
    parts.join(", ")
}

/// The answer about a whole table.
fn of_table(cx: &PageContext, measure: Measure, year: Option<i32>, query: &SearchQuery) -> Option<Answer> {
    let (lang, snapshot) = (cx.lang(), cx.snapshot());
    let (indicator, component) = measure;
    let years = snapshot.years(indicator, component);
    let usual = match component {
        ComponentId::TOTAL => snapshot.default_year(indicator),
        _ => years.last().copied(),
    };
    let shown = year.or(usual)?;
    let (measured, slug) = measure_name(cx, measure, Some(shown));
    let about = (
        cx.links.indicator(slug),
        fill!(
            w::TO_INDICATOR,
            lang,
            indicator = snapshot.catalogue.indicator(indicator).short.get(lang)
        ),
    );
    let Some(basis) = snapshot.bases(indicator, component, shown).first().copied() else {
        if !named(query) || years.is_empty() {
            return None;
        }
        let all: Vec<String> = years.iter().map(ToString::to_string).collect();
        return Some(Answer {
            title: fill!(m::MEASURE, lang, measure = &measured, year = &shown.to_string()),
            href: cx.links.indicator(slug),
            text: format!(
                "{} {}",
                fill!(w::NO_TABLE, lang, year = &shown.to_string()),
                fill!(w::YEARS_WITH, lang, years = &all.join(", "))
            ),
            links: vec![about],
        });
    };
    let table = snapshot.table(TableKey {
        indicator,
        component,
        basis,
        year: shown,
    })?;
    let regions = &snapshot.catalogue.provinces;
    let asked = query.regions.first();
    let region = asked.and_then(|ids| ids.iter().find(|id| regions.region(**id).scheme == basis.scheme()));
    let (known, expected) = (table.rows.len().to_string(), table.expected.to_string());
    let mut text = vec![finding::says(snapshot, lang, table, None)];
    if let Some(id) = region {
        let inside = |row: &&Row| regions.region_in(row.province, basis) == *id;
        let number = table.rows.iter().filter(inside).count();
        text = vec![fill!(
            w::IN_REGION,
            lang,
            region = regions.region(*id).name.get(lang),
            count = number
        )];
    } else if !table.complete {
        text.push(fill!(w::COVERAGE, lang, found = &known, expected = &expected));
    }
    let region = region.map_or("", |id| regions.region(*id).slug.as_str());
    Some(Answer {
        title: fill!(m::MEASURE, lang, measure = &measured, year = &shown.to_string()),
        href: table_link(cx, table.key, &[("region", region)]),
        text: text.join("; "),
        links: vec![about],
    })
}

/// Where a province has no figure at all of the years that the query names: the years that have one.
fn other_years(cx: &PageContext, units: &[ProvinceId], query: &SearchQuery) -> Option<Answer> {
    let lang = cx.lang();
    let asked = query.years.first()?;
    let indicators = cx.snapshot().catalogue.indicators();
    let of = |(id, _)| figures(cx, units, (id, ComponentId::TOTAL));
    let mut years: Vec<i32> = indicators.flat_map(of).map(|found| found.table.key.year).collect();
    years.sort_unstable();
    years.dedup();
    let province = cx.snapshot().catalogue.provinces.get(*units.first()?);
    let all: Vec<String> = years.iter().map(ToString::to_string).collect();
    let text = if all.is_empty() {
        w::NEVER.get(lang).to_owned()
    } else {
        let no = fill!(w::NO_TABLE, lang, year = &asked.to_string());
        format!("{no} {}", fill!(w::YEARS_WITH, lang, years = &all.join(", ")))
    };
    Some(Answer {
        title: fill!(
            m::MEASURE,
            lang,
            measure = &figure_words::province(lang, province),
            year = &asked.to_string()
        ),
        href: cx.links.province(&province.slug),
        text,
        links: Vec::new(),
    })
}

fn of_region(cx: &PageContext, id: domain::RegionId) -> Option<Answer> {
    let lang = cx.lang();
    let region = cx.snapshot().catalogue.provinces.region(id);
    let path = format!("/regions/{}/briefing", region.slug);
    Some(Answer {
        title: region.name.get(lang).to_owned(),
        href: cx.links.briefing(&path),
        text: w::TO_REGION.get(lang).to_owned(),
        links: Vec::new(),
    })
}

/// "PAR INDEX" or "PAR INDEX: Cải cách thể chế", and the indicator's name in addresses.
fn measure_name(cx: &PageContext, (id, component): Measure, year: Option<i32>) -> (String, &str) {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(id);
    let short = indicator.short.get(lang);
    let name = if component == ComponentId::TOTAL {
        short.to_owned()
    } else {
        format!("{short}: {}", indicator.component(component).name_in(year).get(lang))
    };
    (name, &indicator.slug)
}

fn table_link(cx: &PageContext, key: TableKey, more: &[(&str, &str)]) -> String {
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let component = match key.component {
        ComponentId::TOTAL => "",
        other => &indicator.component(other).slug,
    };
    let bases = cx.snapshot().bases(key.indicator, key.component, key.year);
    let basis = if bases.len() > 1 { key.basis.code() } else { "" };
    let mut all = vec![("component", component), ("basis", basis)];
    all.extend(more);
    cx.links.ranking_with(&indicator.slug, key.year, &all)
}
