//! The typed table of an indicator of a province over the years.

use std::collections::BTreeMap;

use domain::{
    Figure, Indicator, IndicatorId, Missing, ProvinceId, Table,
    data_table::{DataCell, DataColumn, DataKind, OBS_STATUS},
};
use messages::common as m;

use super::{TableLayout, data::OfProvince, tables::*};
use crate::{context::PageContext, words};

/// What is known of a year.
#[derive(Clone, Copy)]
enum Year<'a> {
    /// A table that has the province, with or without a value.
    Row(&'a Table),
    /// A table without it: the country's figures are there.
    Absent(&'a Table, Missing),
    /// No table at all.
    Nothing,
}

/// A series of values, for the status of each against the one before, however many years lie between.
pub(crate) struct Series<'a> {
    indicator: &'a Indicator,
    before: Option<i32>,
}

impl<'a> Series<'a> {
    pub(crate) fn new(cx: &'a PageContext, indicator: IndicatorId) -> Self {
        Self {
            indicator: cx.snapshot().catalogue.indicator(indicator),
            before: None,
        }
    }

    /// The status of the next figure.
    pub(crate) fn status(&mut self, figure: &Figure, year: i32) -> DataCell {
        let before = self.before.filter(|before| *before != year);
        let broken = before.is_some_and(|before| !self.indicator.compare(before, year).verdict.comparable());
        if figure.value.value().is_some() {
            self.before = Some(year);
        }
        status_cell(figure, broken)
    }
}

/// A row a year, the oldest first; in the first layout only for years that have the province.
pub(super) fn table(cx: &PageContext, of: &OfProvince, layout: TableLayout, sources: &mut Sources) -> TypedTable {
    let lang = cx.lang();
    let total = domain::ComponentId::TOTAL;
    let decimals = cx.snapshot().catalogue.indicator(of.indicator).decimals(total);
    let with_status = layout >= TableLayout::Second;
    let mut tables: Vec<&Table> = cx.snapshot().tables(of.indicator, total).collect();
    tables.sort_by_key(|table| (table.key.year, table.key.basis));
    let years = if with_status {
        all_years(&tables, of.province)
    } else {
        let named = tables.iter().filter(|table| table.row(of.province).is_some());
        named.map(|table| (table.key.year, Year::Row(table))).collect()
    };
    let mut columns = vec![
        column("year", m::YEAR.get(lang), DataKind::Whole),
        column("basis", m::BASIS.get(lang), DataKind::Text),
    ];
    let valued = tables.iter().find(|table| table.row(of.province).is_some());
    columns.extend(valued.map(|table| value_column(cx, table.key)));
    columns.extend(country_columns(cx, DataKind::Number(decimals)));
    columns.extend(rank_columns(cx));
    columns.extend(change_columns(cx, decimals));
    columns.push(origin_column(cx));
    columns.extend(end_columns(cx));
    columns.extend(with_status.then(|| status_column(cx)));
    let mut series = Series::new(cx, of.indicator);
    let rows = years.into_iter().map(|(year, known)| match known {
        Year::Row(table) => {
            let status = with_status.then_some(&mut series);
            known_row(cx, (table, of.province), status, sources)
        }
        Year::Absent(table, reason) => empty_row(cx, &columns, (year, Some(table)), reason),
        Year::Nothing => empty_row(cx, &columns, (year, None), Missing::NotFound),
    });
    TypedTable {
        rows: rows.collect(),
        columns,
    }
}

/// Every table that has the province, and each other year between the first and the last one that names it.
fn all_years<'a>(tables: &[&'a Table], province: ProvinceId) -> Vec<(i32, Year<'a>)> {
    let mut years: BTreeMap<i32, Vec<Year<'a>>> = BTreeMap::new();
    for table in tables.iter().filter(|table| table.row(province).is_some()) {
        years.entry(table.key.year).or_default().push(Year::Row(table));
    }
    for table in tables {
        let stated = table.absent.iter().find(|(id, _)| *id == province);
        if let Some((_, reason)) = stated {
            let of_year = years.entry(table.key.year).or_default();
            if of_year.is_empty() {
                of_year.push(Year::Absent(table, *reason));
            }
        }
    }
    if let Some((first, last)) = years.keys().next().copied().zip(years.keys().next_back().copied()) {
        for year in first..=last {
            years.entry(year).or_insert_with(|| vec![Year::Nothing]);
        }
    }
    let all = years.into_iter();
    all.flat_map(|(year, known)| known.into_iter().map(move |known| (year, known)))
        .collect()
}

fn known_row(
    cx: &PageContext,
    (table, province): (&Table, ProvinceId),
    status: Option<&mut Series<'_>>,
    sources: &mut Sources,
) -> Vec<DataCell> {
    let Some(row) = table.row(province) else {
        return Vec::new();
    };
    let figure = cx.snapshot().figure(row.figure);
    let mut cells = vec![
        whole(Some(table.key.year)),
        text(table.key.basis.code()),
        number(figure.value.value()),
    ];
    cells.extend(country_cells(cx, table));
    cells.extend(rank_cells(cx, row.rank, figure.rank));
    cells.extend(change_cells(cx, &row.change));
    cells.push(origin_cell(cx, figure));
    cells.extend(end_cells(cx, figure, sources));
    cells.extend(status.map(|series| series.status(figure, table.key.year)));
    cells
}

/// The row of a year without a value: the country's figures where there are some, and the reason.
fn empty_row(
    cx: &PageContext,
    columns: &[DataColumn],
    (year, table): (i32, Option<&Table>),
    reason: Missing,
) -> Vec<DataCell> {
    let [nation, mean] = table.map_or([DataCell::Empty, DataCell::Empty], |table| country_cells(cx, table));
    let cells = columns.iter().map(|column| match column.key {
        "year" => whole(Some(year)),
        "basis" => text(table.map_or("", |table| table.key.basis.code())),
        "nation" => nation.clone(),
        "mean" => mean.clone(),
        "why_empty" => text(words::missing(reason).get(cx.lang())),
        OBS_STATUS => text(missing_status(reason)),
        _ => DataCell::Empty,
    });
    cells.collect()
}
