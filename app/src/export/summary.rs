//! The table on the second slide of a ready deck: all indicators at a glance.

use domain::{ProvinceId, Table};
use messages::{common as m, export as w, fill, standing as sw};

use crate::{
    context::PageContext,
    findings::headline as finding,
    views::standing::model::{StandingRow, standing},
    words::{self, ChangeCell, Mark},
};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What it shows, in one short sentence.
    pub title: String,
    /// Which figures.
    pub subtitle: String,
    /// Headings.
    pub columns: Vec<String>,
    /// Share of the width of each column, in hundredths.
    pub widths: Vec<u8>,
    /// One cell per column.
    pub rows: Vec<Vec<String>>,
    /// What its marks mean, one sentence each.
    pub notes: Vec<String>,
}

/// Where a province stands in each indicator: year, value, rank, change, publisher. `None` without any figure.
pub(super) fn of_province(cx: &PageContext, province: ProvinceId) -> Option<Summary> {
    let lang = cx.lang();
    let view = standing(cx, province);
    let rows: Vec<Vec<String>> = view.rows.iter().map(|row| province_row(cx, row)).collect();
    let columns = [
        m::INDICATOR,
        m::YEAR,
        w::SUMMARY_VALUE,
        w::SUMMARY_RANK,
        w::SUMMARY_CHANGE,
        w::SUMMARY_SOURCE,
    ];
    (!rows.is_empty()).then(|| Summary {
        title: fill!(sw::STANDS_NOWHERE, lang, province = &view.name),
        subtitle: view.subtitle,
        columns: columns.map(|words| words.get(lang).to_owned()).to_vec(),
        widths: vec![26, 8, 15, 15, 12, 24],
        notes: notes(cx, &rows, 4),
        rows,
    })
}

fn province_row(cx: &PageContext, row: &StandingRow<'_>) -> Vec<String> {
    vec![
        row.short.clone(),
        row.year().to_string(),
        row.value.clone(),
        row.rank_text.clone(),
        change(&row.change),
        publisher(cx, row.table),
    ]
}

/// The newest result of each of these tables: finding, national figure, coverage, publisher.
pub(super) fn of_country(cx: &PageContext, tables: &[&Table]) -> Option<Summary> {
    let lang = cx.lang();
    let rows: Vec<Vec<String>> = tables.iter().map(|table| country_row(cx, table)).collect();
    let columns = [
        m::INDICATOR,
        m::YEAR,
        w::SUMMARY_RESULT,
        w::SUMMARY_NATION,
        w::SUMMARY_COVERAGE,
        w::SUMMARY_SOURCE,
    ];
    (!rows.is_empty()).then(|| Summary {
        title: w::SUMMARY_COUNTRY.get(lang).to_owned(),
        subtitle: w::SUMMARY_COUNTRY_TABLES.get(lang).to_owned(),
        columns: columns.map(|words| words.get(lang).to_owned()).to_vec(),
        widths: vec![20, 7, 32, 10, 11, 20],
        rows,
        notes: Vec::new(),
    })
}

fn country_row(cx: &PageContext, table: &Table) -> Vec<String> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let nation = table
        .nation
        .and_then(|at| words::value(lang, indicator, snapshot.figure(at)));
    vec![
        finding::measure(snapshot, lang, table),
        table.key.year.to_string(),
        result(cx, table),
        nation.unwrap_or_else(|| "–".to_owned()),
        format!("{}/{}", table.rows.len(), table.expected),
        publisher(cx, table),
    ]
}

/// The finding, with the value of a single leader.
fn result(cx: &PageContext, table: &Table) -> String {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let text = finding::says(snapshot, lang, table, None);
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let [leader] = snapshot.leaders(table)[..] else {
        return text;
    };
    let figure = table.row(leader).map(|row| snapshot.figure(row.figure));
    match figure.and_then(|figure| words::value(lang, indicator, figure)) {
        Some(value) => fill!(w::SUMMARY_WITH_VALUE, lang, finding = &text, value = &value),
        None => text,
    }
}

fn publisher(cx: &PageContext, table: &Table) -> String {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    indicator.publisher.get(cx.lang()).to_owned()
}

fn change(cell: &ChangeCell) -> String {
    match cell.mark {
        Mark::Up => format!("▲ {}", cell.text),
        Mark::Down => format!("▼ {}", cell.text),
        Mark::Same => "=".to_owned(),
        Mark::NotComparable => "≠".to_owned(),
        Mark::NoBase => "–".to_owned(),
    }
}

fn notes(cx: &PageContext, rows: &[Vec<String>], column: usize) -> Vec<String> {
    let any = rows.iter().any(|row| row[column] == "≠");
    any.then(|| w::SUMMARY_APART.get(cx.lang()).to_owned())
        .into_iter()
        .collect()
}
