//! Where a province stands, as a view with an address of its own.

use domain::{
    ComponentId,
    data_table::{DataCell, DataKind},
};

use super::model::{StandingRow, StandingView, standing, w};
use crate::{
    context::Here,
    messages as m,
    shared::{
        Own, OwnView,
        tables::{self, Sources, Typed, column, number, text, whole},
        words as sw,
    },
};

/// The view at an address; `None` when no indicator has a figure of the province.
pub(crate) fn own(here: &Here<'_>, view: OwnView) -> Option<Own> {
    let province = view.province?;
    let found = standing(here, province);
    let model = found.chart(here)?;
    let of_table = view.kind == "table";
    let slug = &here.snapshot.catalogue.provinces.get(province).slug;
    let (typed, sources) = typed(here, &found);
    Some(Own {
        cited: cited(&found),
        component: ComponentId::TOTAL,
        title: found.title.clone(),
        subtitle: found.subtitle.clone(),
        model: (!of_table).then_some(model),
        notes: found.notes(here),
        typed,
        readme: Vec::new(),
        sources,
        state: Vec::new(),
        page: format!("/provinces/{slug}"),
        page_state: Vec::new(),
        place: "standing-h".to_owned(),
        name: format!("{slug}-standing{}", if of_table { "-table" } else { "" }),
    })
}

/// Each indicator with its year.
fn cited(found: &StandingView<'_>) -> Vec<(domain::IndicatorId, String)> {
    let rows = found.rows.iter();
    rows.map(|row| (row.indicator(), row.year().to_string())).collect()
}

/// One row per indicator.
fn typed(here: &Here<'_>, found: &StandingView<'_>) -> (Typed, Sources) {
    let lang = here.lang();
    let mut columns = vec![
        column("indicator", m::INDICATOR.get(lang), DataKind::Text),
        column("year", m::YEAR.get(lang), DataKind::Whole),
        column("basis", m::BASIS.get(lang), DataKind::Text),
        column(
            "value",
            w::COL_VALUE_TEXT.get(lang),
            DataKind::Number(decimals(here, found)),
        ),
    ];
    columns.extend(tables::rank_columns(here));
    columns.push(column("quarter", w::COL_QUARTER.get(lang), DataKind::Whole));
    let changes = tables::change_columns(here, decimals(here, found));
    columns.extend(changes);
    columns.push(column("covered", sw::README_COVERAGE.get(lang), DataKind::Text));
    columns.extend(tables::end_columns(here));
    let mut sources = Sources::default();
    let rows = found
        .rows
        .iter()
        .map(|row| typed_row(here, row, &mut sources))
        .collect();
    (Typed { columns, rows }, sources)
}

fn typed_row(here: &Here<'_>, row: &StandingRow<'_>, sources: &mut Sources) -> Vec<DataCell> {
    let figure = here.snapshot.figure(row.row.figure);
    let mut cells = vec![
        text(row.short.clone()),
        whole(Some(row.year())),
        text(row.table.key.basis.code()),
        number(figure.value.value()),
    ];
    cells.extend(tables::rank_cells(here, row.rank(), figure.rank));
    cells.push(whole(row.quarter.as_ref().map(|(quarter, _)| *quarter)));
    cells.extend(tables::change_cells(here, &row.row.change));
    cells.push(text(format!("{}/{}", row.table.rows.len(), row.table.expected)));
    cells.extend(tables::end_cells(here, figure, sources));
    cells
}

/// Decimals that show every value as its source gives it.
fn decimals(here: &Here<'_>, found: &StandingView<'_>) -> u8 {
    let of = |row: &StandingRow<'_>| here.snapshot.catalogue.indicator(row.indicator()).decimals;
    found.rows.iter().map(of).max().unwrap_or_default()
}
