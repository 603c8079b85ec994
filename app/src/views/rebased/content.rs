//! The typed table of old figures on today's provinces.

use domain::chart::Note;
use domain::{
    Figure, Observation, PublishedRank, RebasedFigure,
    data_table::{DataCell, DataColumn, DataKind},
};
use messages::{common as m, export, fill, mergers as w};

use super::{
    labels::{spelled_out, why_not},
    lines::{Line, old_name, scored},
    model::{RebasedPage, page},
};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{
            Sources, TypedTable, column, end_cells, end_columns, number, rank_cells, rank_columns, text, value_column,
        },
    },
    query::{BadParameters, Parameters},
    views::rebased::params::RebasedQuery,
    words,
};

/// Scores have a row an old unit, counts a row a province of today.
pub(super) fn typed(cx: &PageContext, page: &RebasedPage) -> (TypedTable, Sources) {
    let mut sources = Sources::default();
    let typed = if scored(cx, page.query.indicator) {
        scores(cx, page, &mut sources)
    } else {
        counts(cx, page, &mut sources)
    };
    (typed, sources)
}

fn scores(cx: &PageContext, page: &RebasedPage, sources: &mut Sources) -> TypedTable {
    let (lang, key) = (cx.lang(), page.rebased.key);
    let provinces = &cx.snapshot().catalogue.provinces;
    let indicated = page.lines.iter().any(|line| line.indicative.is_some());
    let mut columns = vec![
        column("province", w::COL_TODAY.get(lang), DataKind::Text),
        column("old_unit", w::COL_OLD.get(lang), DataKind::Text),
        value_column(cx, key),
    ];
    columns.extend(rank_columns(cx));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(column("as_of", export::COL_AS_OF.get(lang), DataKind::Text));
    columns.extend(indicated.then(|| indicative_column(cx, page)));
    columns.extend(end_columns(cx));
    let mut rows = Vec::new();
    for line in &page.lines {
        for part in &line.row.parts {
            let figure = part.figure.map(|at| cx.snapshot().figure(at));
            let mut cells = vec![
                text(&line.name),
                text(old_name(lang, provinces.get(part.province), key.year)),
                number(part.value.value()),
            ];
            cells.extend(rank_cells(
                cx,
                part.rank,
                figure.map_or(PublishedRank::None, |f| f.rank),
            ));
            cells.push(text(&line.region));
            cells.push(text(moment(cx, figure)));
            cells.extend(indicated.then(|| number(line.indicative.as_ref().map(domain::Indicative::value))));
            cells.extend(end(cx, figure, part.value, sources));
            rows.push(cells);
        }
    }
    TypedTable { columns, rows }
}

fn indicative_column(cx: &PageContext, page: &RebasedPage) -> DataColumn {
    let key = page.rebased.key;
    let decimals = cx.snapshot().catalogue.indicator(key.indicator).decimals(key.component);
    column(
        "indicative",
        w::COL_INDICATIVE.get(cx.lang()),
        DataKind::Number(decimals),
    )
}

fn moment(cx: &PageContext, figure: Option<&Figure>) -> String {
    let moment = figure.and_then(|figure| figure.key.as_of);
    moment.map_or_else(String::new, |moment| moment.format(cx.lang()))
}

fn end(cx: &PageContext, figure: Option<&Figure>, value: Observation, sources: &mut Sources) -> [DataCell; 2] {
    match (figure, value) {
        (Some(figure), _) => end_cells(cx, figure, sources),
        (None, Observation::Missing(reason)) => [text(words::missing(reason).get(cx.lang())), DataCell::Empty],
        (None, _) => [DataCell::Empty, DataCell::Empty],
    }
}

fn counts(cx: &PageContext, page: &RebasedPage, sources: &mut Sources) -> TypedTable {
    let (lang, key) = (cx.lang(), page.rebased.key);
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let unit = words::unit(lang, indicator, key.component);
    let mut columns = vec![
        column("province", w::COL_TODAY.get(lang), DataKind::Text),
        column(
            "sum",
            fill!(w::COL_SUM, lang, unit = &unit),
            DataKind::Number(indicator.decimals(key.component)),
        ),
        column("of", w::COL_SUM_OF.get(lang), DataKind::Number(0)),
        column("as_of", export::COL_AS_OF.get(lang), DataKind::Text),
        column("parts", w::COL_PARTS.get(lang), DataKind::Text),
        column("region", m::REGION.get(lang), DataKind::Text),
    ];
    columns.extend(end_columns(cx));
    let rows = page
        .lines
        .iter()
        .map(|line| count_row(cx, page, line, sources))
        .collect();
    TypedTable { columns, rows }
}

fn count_row(cx: &PageContext, page: &RebasedPage, line: &Line, sources: &mut Sources) -> Vec<DataCell> {
    let (lang, key) = (cx.lang(), page.rebased.key);
    let first = line.row.parts.first();
    let own = first.and_then(|part| part.figure).map(|at| cx.snapshot().figure(at));
    let (value, of, as_of, parts, why) = match &line.row.says {
        RebasedFigure::Sum(sum) => {
            let moment = sum.as_of.map_or_else(String::new, |moment| moment.format(lang));
            (
                Some(sum.value.value),
                sum.of,
                moment,
                spelled_out(cx, key, sum),
                String::new(),
            )
        }
        RebasedFigure::Own => {
            let value = own.and_then(|figure| figure.value.value());
            let why = own.map(|figure| figure.value).filter(|_| value.is_none());
            let why = why.map(|value| match value {
                Observation::Conflict => export::CELL_CONFLICT.get(lang),
                Observation::Missing(reason) => words::missing(reason).get(lang),
                Observation::Known(_) => "",
            });
            let parts = first.map(|part| part.province);
            let name = parts.map(|id| old_name(lang, cx.snapshot().catalogue.provinces.get(id), key.year));
            (
                value,
                own.and_then(Figure::of),
                moment(cx, own),
                name.unwrap_or_default(),
                why.unwrap_or_default().to_owned(),
            )
        }
        RebasedFigure::NotSummed(why) => (None, None, String::new(), String::new(), why_not(cx, key.year, why)),
        RebasedFigure::Nothing | RebasedFigure::Beside(_) => (
            None,
            None,
            String::new(),
            String::new(),
            w::NOTHING.get(lang).to_owned(),
        ),
    };
    let figures: Vec<usize> = match &line.row.says {
        RebasedFigure::Sum(sum) => sum.parts.iter().map(|part| part.figure).collect(),
        _ => line.row.parts.iter().filter_map(|part| part.figure).collect(),
    };
    let mut titles: Vec<&str> = Vec::new();
    for at in figures {
        let figure = cx.snapshot().figure(at);
        sources.add(figure);
        for claim in &figure.claims {
            let title = cx.snapshot().catalogue.source(claim.source).title.as_str();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
    }
    vec![
        text(&line.name),
        number(value),
        number(of),
        text(as_of),
        text(parts),
        text(&line.region),
        text(why),
        text(titles.join("; ")),
    ]
}

/// The view at an address; `None` if there are no figures for it.
pub(crate) fn own(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
) -> Result<Option<ViewContent>, BadParameters> {
    let Some(of) = view.indicator.zip(view.year) else {
        return Ok(None);
    };
    let query = RebasedQuery::read(cx, of, parameters)?;
    Ok(page(cx, query).map(|page| shown(cx, view, page)))
}

fn shown(cx: &PageContext, view: DerivedView, page: RebasedPage) -> ViewContent {
    let lang = cx.lang();
    let (typed, sources) = typed(cx, &page);
    let slug = &cx.snapshot().catalogue.indicator(page.query.indicator).slug;
    let state = page.query.state(cx);
    let component = state.iter().find(|(name, _)| *name == "component");
    let component = component.map(|(_, value)| format!("-{value}")).unwrap_or_default();
    let mut subtitle = fill!(
        w::SUBTITLE,
        lang,
        measure = &page.measure,
        year = &page.query.year.to_string()
    );
    if let Some(region) = page.query.region {
        let region = cx.snapshot().catalogue.provinces.region(region).name.get(lang);
        subtitle = format!("{subtitle}, {}", fill!(export::REGION_ONLY, lang, region = region));
    }
    let mut page_state = vec![("basis", "rebased".to_owned())];
    page_state.extend(state.iter().cloned());
    let year = page.query.year;
    let mut notes = vec![Note::from(format!("{}.", page.coverage))];
    notes.extend(page.notes.iter().cloned().map(Note::from));
    ViewContent {
        cited: vec![(page.query.indicator, year.to_string())],
        component: page.query.component,
        title: page.title,
        subtitle,
        model: page.chart.filter(|_| view.form == ViewForm::Chart),
        readme: vec![(w::README_HOW.get(lang).to_owned(), w::LEAD.get(lang).to_owned())],
        notes,
        typed,
        sources,
        state,
        page: format!("/rankings/{slug}/{year}"),
        page_state,
        place: if view.form == ViewForm::Chart {
            "chart"
        } else {
            "table-h"
        }
        .to_owned(),
        name: format!("{}{component}-{year}-rebased", slug.replace('_', "-")),
    }
}
