//! The second chart of a briefing, which presenters edit in the document: a province over the years, the newest ranking.

use domain::{
    ComponentId, ProvinceId, RegionId, Table,
    briefing::{Block, BriefChart},
    chart::ChartModel,
};

use super::standing::Standing;
use crate::{charts::few_bars, context::PageContext, views::province::charts as province_charts};

/// Width on paper, in CSS px.
const WIDTH: u32 = 656;
/// Height of lines on paper, in CSS px.
const LINES: u32 = 250;

/// Values or ranks of the first indicator that has comparable years.
pub(super) fn over_years(cx: &PageContext, province: ProvinceId, rows: &[Standing<'_>]) -> Option<Block> {
    let drawn = rows.iter().find_map(|row| {
        let model = province_charts::lines(cx, row.id, province)?;
        province_charts::joined(&model).then_some((row.table, model))
    });
    drawn.map(|(table, model)| chart(cx, table, model, LINES))
}

/// The newest complete ranking, or that of a region in it.
pub(super) fn ranking(cx: &PageContext, tables: &[&Table], region: Option<RegionId>) -> Option<Block> {
    let ranked = |table: &Table| table.rows.iter().any(|row| row.rank.is_some());
    let complete = tables.iter().filter(|table| table.complete && ranked(table));
    let table = complete.max_by_key(|table| table.key.year)?;
    let model = few_bars(cx, table, &[], region);
    let any = matches!(&model.body, domain::chart::ChartBody::Bars(bars) if bars.rows.len() > 1);
    any.then(|| chart(cx, table, model, 0))
}

fn chart(cx: &PageContext, table: &Table, model: ChartModel, height: u32) -> Block {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    Block::Chart(Box::new(BriefChart {
        model,
        width: WIDTH,
        height,
        decimals: indicator.decimals(ComponentId::TOTAL),
    }))
}
