//! Where a province stands, as a view with an address of its own.

use domain::{
    ComponentId,
    data_table::{DataCell, DataKind},
};
use messages::{common as m, export as sw, standing as w};

use super::model::{StandingRow, StandingView, standing};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{self, Sources, TypedTable, column, number, text, whole},
    },
};

/// The view at an address; `None` when no indicator has a figure of the province.
pub(crate) fn own(cx: &PageContext, view: DerivedView) -> Option<ViewContent> {
    let province = view.province?;
    let found = standing(cx, province);
    let model = found.chart(cx)?;
    let of_table = view.form == ViewForm::Table;
    let slug = &cx.snapshot().catalogue.provinces.get(province).slug;
    let (typed, sources) = typed(cx, &found);
    Some(ViewContent {
        cited: cited(&found),
        component: ComponentId::TOTAL,
        title: found.title.clone(),
        subtitle: found.subtitle.clone(),
        model: (!of_table).then_some(model),
        notes: found.notes(cx),
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
fn typed(cx: &PageContext, found: &StandingView<'_>) -> (TypedTable, Sources) {
    let lang = cx.lang();
    let mut columns = vec![
        column("indicator", m::INDICATOR.get(lang), DataKind::Text),
        column("year", m::YEAR.get(lang), DataKind::Whole),
        column("basis", m::BASIS.get(lang), DataKind::Text),
        column(
            "value",
            w::COL_VALUE_TEXT.get(lang),
            DataKind::Number(decimals(cx, found)),
        ),
    ];
    columns.extend(tables::rank_columns(cx));
    columns.push(column("quarter", w::COL_QUARTER.get(lang), DataKind::Whole));
    let changes = tables::change_columns(cx, decimals(cx, found));
    columns.extend(changes);
    columns.push(column("covered", sw::README_COVERAGE.get(lang), DataKind::Text));
    columns.extend(tables::end_columns(cx));
    let mut sources = Sources::default();
    let rows = found.rows.iter().map(|row| typed_row(cx, row, &mut sources)).collect();
    (TypedTable { columns, rows }, sources)
}

fn typed_row(cx: &PageContext, row: &StandingRow<'_>, sources: &mut Sources) -> Vec<DataCell> {
    let figure = cx.snapshot().figure(row.row.figure);
    let mut cells = vec![
        text(row.short.clone()),
        whole(Some(row.year())),
        text(row.table.key.basis.code()),
        number(figure.value.value()),
    ];
    cells.extend(tables::rank_cells(cx, row.rank(), figure.rank));
    cells.push(whole(row.quarter.as_ref().map(|(quarter, _)| *quarter)));
    cells.extend(tables::change_cells(cx, &row.row.change));
    cells.push(text(format!("{}/{}", row.table.rows.len(), row.table.expected)));
    cells.extend(tables::end_cells(cx, figure, sources));
    cells
}

/// Decimals that show every value as its source gives it.
fn decimals(cx: &PageContext, found: &StandingView<'_>) -> u8 {
    let of = |row: &StandingRow<'_>| cx.snapshot().catalogue.indicator(row.indicator()).decimals;
    found.rows.iter().map(of).max().unwrap_or_default()
}
