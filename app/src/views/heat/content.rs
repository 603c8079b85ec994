//! The heat map as a view with an address of its own.

use domain::{
    ComponentId, Missing,
    chart::HeatFill,
    data_table::{DataCell, DataKind},
};

pub(crate) use super::model::{Column, HeatLine, HeatQuery, HeatView, heat, w};
use crate::{
    context::Here,
    messages as m,
    query::{BadParameter, Parameters},
    shared::{
        Own, OwnView,
        tables::{self, Sources, Typed, column, number, text, whole},
        words as sw,
    },
    words,
};

/// The view at an address; `None` where there are no figures for it.
pub(crate) fn own(here: &Here<'_>, view: OwnView, parameters: &Parameters, bad: &mut Vec<BadParameter>) -> Option<Own> {
    let query = HeatQuery::read(here, parameters, bad);
    if !bad.is_empty() {
        return None;
    }
    let found = heat(here, query)?;
    let of_table = view.kind == "table";
    let (typed, sources) = typed(here, &found);
    let state = found.query.state(here);
    let cited = found
        .columns
        .iter()
        .map(|column| (column.indicator(), column.year().to_string()));
    Some(Own {
        cited: cited.collect(),
        component: ComponentId::TOTAL,
        title: found.title.clone(),
        subtitle: found.subtitle.clone(),
        model: (!of_table).then(|| found.chart(here)),
        notes: found.notes(here),
        typed,
        readme: Vec::new(),
        sources,
        page: String::new(),
        page_state: state.clone(),
        state,
        place: "heat".to_owned(),
        name: if of_table { "overview-table" } else { "overview-heat" }.to_owned(),
    })
}

/// One row per province and indicator.
fn typed(here: &Here<'_>, found: &HeatView<'_>) -> (Typed, Sources) {
    let lang = here.lang();
    let decimals = |column: &Column<'_>| here.snapshot.catalogue.indicator(column.indicator()).decimals;
    let decimals = found.columns.iter().map(decimals).max().unwrap_or_default();
    let mut columns = vec![
        column("province", m::PROVINCE.get(lang), DataKind::Text),
        column("indicator", m::INDICATOR.get(lang), DataKind::Text),
        column("year", m::YEAR.get(lang), DataKind::Whole),
        column("value", w::COL_VALUE_TEXT.get(lang), DataKind::Number(decimals)),
    ];
    columns.extend(tables::rank_columns(here));
    columns.push(column("quarter", w::COL_QUARTER.get(lang), DataKind::Whole));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(column("why_empty", sw::COL_WHY.get(lang), DataKind::Text));
    columns.push(column("sources", sw::COL_SOURCES.get(lang), DataKind::Text));
    let mut sources = Sources::default();
    let mut rows = Vec::new();
    for line in found.groups.iter().flat_map(|group| &group.rows) {
        for at in 0..found.columns.len() {
            rows.push(typed_row(here, found, (line, at), &mut sources));
        }
    }
    (Typed { columns, rows }, sources)
}

fn typed_row(
    here: &Here<'_>,
    found: &HeatView<'_>,
    (line, at): (&HeatLine, usize),
    sources: &mut Sources,
) -> Vec<DataCell> {
    let lang = here.lang();
    let (column, cell) = (&found.columns[at], &line.cells[at]);
    let row = column.table.row(line.province);
    let figure = row.map(|row| here.snapshot.figure(row.figure));
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
    cells.extend(tables::rank_cells(here, cell.rank, published));
    cells.push(whole(quarter));
    let region = here.snapshot.catalogue.provinces.region(line.region);
    cells.push(text(region.name.get(lang)));
    match figure {
        Some(figure) => cells.extend(tables::end_cells(here, figure, sources)),
        None => {
            let absent = column.table.absent.iter().find(|(id, _)| *id == line.province);
            let reason = absent.map_or(Missing::NotFound, |(_, reason)| *reason);
            cells.extend([text(words::missing(reason).get(lang)), text("")]);
        }
    }
    cells
}
