//! The heat map as a view with an address of its own.

use domain::chart::Note;
use domain::{
    ComponentId, Missing,
    chart::HeatFill,
    data_table::{DataCell, DataKind},
};
use messages::{common as m, export as sw, standing as w};

pub(crate) use super::model::{Column, HeatLine, HeatQuery, HeatView, heat};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{self, Sources, TypedTable, column, number, text, whole},
    },
    query::{BadParameters, Parameters},
    words,
};

/// The view at an address; `None` where there are no figures for it.
pub(crate) fn own(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
) -> Result<Option<ViewContent>, BadParameters> {
    let query = HeatQuery::read(cx, parameters)?;
    Ok(heat(cx, query).map(|found| shown(cx, view, &found)))
}

fn shown(cx: &PageContext, view: DerivedView, found: &HeatView<'_>) -> ViewContent {
    let of_table = view.form == ViewForm::Table;
    let (typed, sources) = typed(cx, found);
    let state = found.query.state(cx);
    let cited = found
        .columns
        .iter()
        .map(|column| (column.indicator(), column.year().to_string()));
    ViewContent {
        cited: cited.collect(),
        component: ComponentId::TOTAL,
        title: found.title.clone(),
        subtitle: found.subtitle.clone(),
        model: (!of_table).then(|| found.chart(cx)),
        notes: found.notes(cx).into_iter().map(Note::from).collect(),
        typed,
        readme: Vec::new(),
        sources,
        page: String::new(),
        page_state: state.clone(),
        state,
        place: "heat".to_owned(),
        name: if of_table { "overview-table" } else { "overview-heat" }.to_owned(),
    }
}

/// One row per province and indicator.
fn typed(cx: &PageContext, found: &HeatView<'_>) -> (TypedTable, Sources) {
    let lang = cx.lang();
    let decimals = |column: &Column<'_>| cx.snapshot().catalogue.indicator(column.indicator()).decimals;
    let decimals = found.columns.iter().map(decimals).max().unwrap_or_default();
    let mut columns = vec![
        column("province", m::PROVINCE.get(lang), DataKind::Text),
        column("indicator", m::INDICATOR.get(lang), DataKind::Text),
        column("year", m::YEAR.get(lang), DataKind::Whole),
        column("value", w::COL_VALUE_TEXT.get(lang), DataKind::Number(decimals)),
    ];
    columns.extend(tables::rank_columns(cx));
    columns.push(column("quarter", w::COL_QUARTER.get(lang), DataKind::Whole));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(column("why_empty", sw::COL_WHY.get(lang), DataKind::Text));
    columns.push(column("sources", sw::COL_SOURCES.get(lang), DataKind::Text));
    let mut sources = Sources::default();
    let mut rows = Vec::new();
    for line in found.groups.iter().flat_map(|group| &group.rows) {
        for at in 0..found.columns.len() {
            rows.push(typed_row(cx, found, (line, at), &mut sources));
        }
    }
    (TypedTable { columns, rows }, sources)
}

fn typed_row(
    cx: &PageContext,
    found: &HeatView<'_>,
    (line, at): (&HeatLine, usize),
    sources: &mut Sources,
) -> Vec<DataCell> {
    let lang = cx.lang();
    let (column, cell) = (&found.columns[at], &line.cells[at]);
    let row = column.table.row(line.province);
    let figure = row.map(|row| cx.snapshot().figure(row.figure));
    let quarter = match cell.fill {
        HeatFill::Quarter(quarter) => Some(quarter),
        HeatFill::Plain | HeatFill::NoData => None,
    };
    let mut cells = vec![
        text(line.name.clone()),
        text(column.short.clone()),
        whole(Some(column.year())),
        number(cell.value),
    ];
    let published = figure.map_or(domain::PublishedRank::None, |figure| figure.rank);
    cells.extend(tables::rank_cells(cx, cell.rank, published));
    cells.push(whole(quarter));
    let region = cx.snapshot().catalogue.provinces.region(line.region);
    cells.push(text(region.name.get(lang)));
    match figure {
        Some(figure) => cells.extend(tables::end_cells(cx, figure, sources)),
        None => {
            let absent = column.table.absent.iter().find(|(id, _)| *id == line.province);
            let reason = absent.map_or(Missing::NotFound, |(_, reason)| *reason);
            cells.extend([text(words::missing(reason).get(lang)), text("")]);
        }
    }
    cells
}
