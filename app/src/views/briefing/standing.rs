//! Where a province stands: its figure of each indicator, in the year that stands for it.

use domain::{
    Figure, Indicator, IndicatorId, Place, ProvinceId, Row, Table,
    briefing::{Block, BriefColumn, BriefTable, Phrase},
};
use messages::briefing as w;

use super::phrases;
use crate::{context::PageContext, findings::headline as finding, views::ranking::rows::SourceList};

/// A province's figure that stands for an indicator.
pub(super) struct Standing<'a> {
    pub(super) id: IndicatorId,
    pub(super) indicator: &'a Indicator,
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
}

impl<'a> Standing<'a> {
    pub(super) fn figure(&self, cx: &'a PageContext) -> &'a Figure {
        cx.snapshot().figure(self.row.figure)
    }

    /// "PCI 2022".
    pub(super) fn dated(&self, cx: &PageContext) -> String {
        super::model::dated_table(cx, self.table)
    }
}

/// The figure of a province that stands for each indicator: of the same year as on every other page.
pub(super) fn standings<'a>(cx: &'a PageContext, province: ProvinceId) -> Vec<Standing<'a>> {
    let of = |(id, indicator): (IndicatorId, &'a Indicator)| {
        let (table, row) = cx.snapshot().table_for(id, province)?;
        Some(Standing {
            id,
            indicator,
            table,
            row,
        })
    };
    cx.snapshot().catalogue.indicators().filter_map(of).collect()
}

/// Figures of indicators that have no headline figure in any year: the newest moment of each.
pub(super) fn loose<'a>(cx: &'a PageContext, province: ProvinceId, known: &[Standing<'_>]) -> Vec<&'a Figure> {
    let mut all: Vec<&Figure> = Vec::new();
    for (id, _) in cx.snapshot().catalogue.indicators() {
        if known.iter().any(|newest| newest.id == id) {
            continue;
        }
        let own = || {
            let figures = cx.snapshot().figures_of(Place::Province(province));
            figures.filter(move |figure| figure.key.indicator == id)
        };
        let Some(last) = own().map(moment).max() else { continue };
        let mut newest: Vec<&Figure> = own().filter(|figure| moment(figure) == last).collect();
        newest.sort_by_key(|figure| figure.key.component);
        all.extend(newest);
    }
    all
}

fn moment(figure: &Figure) -> Option<domain::Date> {
    match figure.key.as_of {
        Some(as_of) => as_of.latest_day(),
        None => figure.key.year.map(domain::Date::year_end),
    }
}

/// When a figure is of.
pub(super) fn when(cx: &PageContext, figure: &Figure) -> String {
    let year = || figure.key.year.map(|year| year.to_string()).unwrap_or_default();
    figure.key.as_of.map_or_else(year, |as_of| as_of.format(cx.lang()))
}

/// The table of all of them.
pub(super) fn table(
    cx: &PageContext,
    rows: &[Standing<'_>],
    loose: &[&Figure],
    sources: &mut SourceList,
) -> Option<Block> {
    if rows.is_empty() && loose.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let mut lines: Vec<Vec<Phrase>> = Vec::new();
    for newest in rows {
        let figure = newest.figure(cx);
        lines.push(vec![
            Phrase::plain(finding::measure(cx.snapshot(), lang, newest.table)),
            Phrase::plain(when(cx, figure)),
            phrases::value(cx, figure, sources),
            Phrase::plain(phrases::rank_of(cx, newest.table, newest.row)),
            Phrase::plain(phrases::group_of(cx, newest.table, newest.row)),
            Phrase::plain(phrases::movement(cx, newest.table, newest.row)),
            Phrase::plain(phrases::coverage(newest.table)),
        ]);
        for (table, row) in cx.snapshot().newer_rows(newest.table.key, newest.row.province) {
            lines.push(vec![
                Phrase::plain(finding::measure(cx.snapshot(), lang, table)),
                Phrase::plain(table.key.year.to_string()),
                phrases::value(cx, cx.snapshot().figure(row.figure), sources),
                Phrase::plain(phrases::rank_of(cx, table, row)),
                Phrase::plain(phrases::group_of(cx, table, row)),
                Phrase::plain(phrases::movement(cx, table, row)),
                Phrase::plain(phrases::coverage(table)),
            ]);
        }
    }
    for figure in loose {
        let indicator = cx.snapshot().catalogue.indicator(figure.key.indicator);
        let part = indicator.component(figure.key.component).name_in(figure.key.year);
        let dash = || Phrase::plain("–");
        lines.push(vec![
            Phrase::plain(format!("{}: {}", indicator.short.get(lang), part.get(lang))),
            Phrase::plain(when(cx, figure)),
            phrases::value(cx, figure, sources),
            dash(),
            dash(),
            dash(),
            dash(),
        ]);
    }
    let mut notes = phrases::rank_notes(cx, &rows.iter().map(|r| (r.table, r.row.rank)).collect::<Vec<_>>());
    notes.extend(
        rows.iter()
            .filter(|row| is_broken(row))
            .filter_map(|row| phrases::broken(cx, row.table)),
    );
    Some(Block::Table(BriefTable {
        caption: w::CAPTION_STANDING.get(lang).to_owned(),
        columns: vec![
            BriefColumn::text(w::COL_INDICATOR.get(lang)),
            BriefColumn::text(w::COL_YEAR.get(lang)),
            BriefColumn::number(w::COL_VALUE.get(lang)),
            BriefColumn::number(w::COL_RANK.get(lang)),
            BriefColumn::text(w::COL_GROUP.get(lang)),
            BriefColumn::text(w::COL_SINCE.get(lang)),
            BriefColumn::number(w::COL_COVERAGE.get(lang)),
        ],
        rows: lines,
        notes,
    }))
}

/// Whether a difference can be formed but is no movement.
pub(super) fn is_broken(newest: &Standing<'_>) -> bool {
    let change = &newest.row.change;
    (change.points.is_ok() || change.places.is_ok())
        && change.comparable_points().is_none()
        && change.comparable_places().is_none()
}
