//! The typed table of old figures on today's provinces.

use domain::{
    Figure, Observation, PublishedRank, RebasedFigure,
    data_table::{DataCell, DataColumn, DataKind},
};

pub(crate) use super::model::{Line, RebasedPage, old_name, scored, spelled_out, w, why_not};
use crate::{
    context::Here,
    messages as m,
    shared::{
        tables::{
            Sources, Typed, column, end_cells, end_columns, number, rank_cells, rank_columns, text, value_column,
        },
        words as shared,
    },
    words,
};

/// Scores have a row an old unit, counts a row a province of today.
pub(super) fn typed(here: &Here<'_>, page: &RebasedPage) -> (Typed, Sources) {
    let mut sources = Sources::default();
    let typed = if scored(here, page.query.indicator) {
        scores(here, page, &mut sources)
    } else {
        counts(here, page, &mut sources)
    };
    (typed, sources)
}

fn scores(here: &Here<'_>, page: &RebasedPage, sources: &mut Sources) -> Typed {
    let (lang, key) = (here.lang(), page.rebased.key);
    let provinces = &here.snapshot.catalogue.provinces;
    let indicated = page.lines.iter().any(|line| line.indicative.is_some());
    let mut columns = vec![
        column("province", w::COL_TODAY.get(lang), DataKind::Text),
        column("old_unit", w::COL_OLD.get(lang), DataKind::Text),
        value_column(here, key),
    ];
    columns.extend(rank_columns(here));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(column("as_of", shared::COL_AS_OF.get(lang), DataKind::Text));
    columns.extend(indicated.then(|| indicative_column(here, page)));
    columns.extend(end_columns(here));
    let mut rows = Vec::new();
    for line in &page.lines {
        for part in &line.row.parts {
            let figure = part.figure.map(|at| here.snapshot.figure(at));
            let mut cells = vec![
                text(&line.name),
                text(old_name(lang, provinces.get(part.province), key.year)),
                number(part.value.value()),
            ];
            cells.extend(rank_cells(
                here,
                part.rank,
                figure.map_or(PublishedRank::None, |f| f.rank),
            ));
            cells.push(text(&line.region));
            cells.push(text(moment(here, figure)));
            cells.extend(indicated.then(|| number(line.indicative.as_ref().map(domain::Indicative::value))));
            cells.extend(end(here, figure, part.value, sources));
            rows.push(cells);
        }
    }
    Typed { columns, rows }
}

fn indicative_column(here: &Here<'_>, page: &RebasedPage) -> DataColumn {
    let key = page.rebased.key;
    let decimals = here.snapshot.catalogue.indicator(key.indicator).decimals(key.component);
    column(
        "indicative",
        w::COL_INDICATIVE.get(here.lang()),
        DataKind::Number(decimals),
    )
}

fn moment(here: &Here<'_>, figure: Option<&Figure>) -> String {
    let moment = figure.and_then(|figure| figure.key.as_of);
    moment.map_or_else(String::new, |moment| moment.format(here.lang()))
}

fn end(here: &Here<'_>, figure: Option<&Figure>, value: Observation, sources: &mut Sources) -> [DataCell; 2] {
    match (figure, value) {
        (Some(figure), _) => end_cells(here, figure, sources),
        (None, Observation::Missing(reason)) => [text(words::missing(reason).get(here.lang())), DataCell::Empty],
        (None, _) => [DataCell::Empty, DataCell::Empty],
    }
}

fn counts(here: &Here<'_>, page: &RebasedPage, sources: &mut Sources) -> Typed {
    let (lang, key) = (here.lang(), page.rebased.key);
    let indicator = here.snapshot.catalogue.indicator(key.indicator);
    let unit = words::unit(lang, indicator, key.component);
    let mut columns = vec![
        column("province", w::COL_TODAY.get(lang), DataKind::Text),
        column(
            "sum",
            w::COL_SUM.fill(lang, &[&unit]),
            DataKind::Number(indicator.decimals(key.component)),
        ),
        column("of", w::COL_SUM_OF.get(lang), DataKind::Number(0)),
        column("as_of", shared::COL_AS_OF.get(lang), DataKind::Text),
        column("parts", w::COL_PARTS.get(lang), DataKind::Text),
        column("region", m::REGION.get(lang), DataKind::Text),
    ];
    columns.extend(end_columns(here));
    let rows = page
        .lines
        .iter()
        .map(|line| count_row(here, page, line, sources))
        .collect();
    Typed { columns, rows }
}

fn count_row(here: &Here<'_>, page: &RebasedPage, line: &Line, sources: &mut Sources) -> Vec<DataCell> {
    let (lang, key) = (here.lang(), page.rebased.key);
    let first = line.row.parts.first();
    let own = first.and_then(|part| part.figure).map(|at| here.snapshot.figure(at));
    let (value, of, as_of, parts, why) = match &line.row.says {
        RebasedFigure::Sum(sum) => {
            let moment = sum.as_of.map_or_else(String::new, |moment| moment.format(lang));
            (
                Some(sum.value.value),
                sum.of,
                moment,
                spelled_out(here, key, sum),
                String::new(),
            )
        }
        RebasedFigure::Own => {
            let value = own.and_then(|figure| figure.value.value());
            let why = own.map(|figure| figure.value).filter(|_| value.is_none());
            let why = why.map(|value| match value {
                Observation::Conflict => shared::CELL_CONFLICT.get(lang),
                Observation::Missing(reason) => words::missing(reason).get(lang),
                Observation::Known(_) => "",
            });
            let parts = first.map(|part| part.province);
            let name = parts.map(|id| old_name(lang, here.snapshot.catalogue.provinces.get(id), key.year));
            (
                value,
                own.and_then(Figure::of),
                moment(here, own),
                name.unwrap_or_default(),
                why.unwrap_or_default().to_owned(),
            )
        }
        RebasedFigure::NotSummed(why) => (None, None, String::new(), String::new(), why_not(here, key.year, why)),
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
        let figure = here.snapshot.figure(at);
        sources.add(figure);
        for claim in &figure.claims {
            let title = here.snapshot.catalogue.source(claim.source).title.as_str();
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
