//! The heat map as a chart.

use domain::chart::{ChartBody, ChartModel, Heat, HeatCell, HeatColumn, HeatFill, HeatGroup, HeatRow};
use messages::{fill, standing as w};

pub(crate) use super::model::{Column, HeatLine, HeatView};
use crate::{charts, context::PageContext, views::ranking::strip, words};

impl HeatView<'_> {
    /// The picture.
    pub(crate) fn chart(&self, cx: &PageContext) -> ChartModel {
        let lang = cx.lang();
        let columns = self.columns.iter().map(|column| HeatColumn {
            label: column.short.clone(),
            year: column.year().to_string(),
        });
        let ranked: Vec<bool> = self.columns.iter().map(Column::ranked).collect();
        let groups: Vec<HeatGroup> = self
            .groups
            .iter()
            .map(|group| HeatGroup {
                label: group.name.clone(),
                rows: group.rows.iter().map(|line| row(line, &ranked)).collect(),
            })
            .collect();
        let cells = || groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells);
        let plain = cells().any(|cell| cell.fill == HeatFill::Plain);
        let hatched = cells().any(|cell| cell.fill == HeatFill::NoData);
        let said = |words: messages::Msg, any: bool| if any { words.get(lang) } else { "" }.to_owned();
        ChartModel {
            lang,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            source: charts::source_of_all(cx, self.columns.iter().map(Column::indicator)),
            notes: Vec::new(),
            description: self.description(cx),
            body: ChartBody::Heat(Heat {
                columns: columns.collect(),
                quarters: [1, 2, 3, 4].map(|quarter| strip::quarter_words(quarter).get(lang).to_owned()),
                no_data: said(w::NO_DATA, hatched),
                plain: said(w::PLAIN, plain),
                groups,
            }),
        }
    }

    fn description(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let lines = || self.groups.iter().flat_map(|group| &group.rows);
        let counts = [lines().count(), self.columns.len()];
        fill!(
            w::HEAT_TEXT,
            lang,
            count = counts[0],
            column_count = counts[1],
            description = &self.quarters(cx)
        )
    }

    /// How many are in the top quarter of each column.
    pub(crate) fn quarters(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let column = |(at, column): (usize, &Column<'_>)| {
            let lines = self.groups.iter().flat_map(|group| &group.rows);
            let first = lines.filter(|line| line.cells[at].fill == HeatFill::Quarter(1)).count();
            fill!(w::HEAT_COLUMN, lang, indicator = &column.dated(), count = first)
        };
        let columns: Vec<String> = self.columns.iter().enumerate().map(column).collect();
        format!("{}.", columns.join("; "))
    }

    /// What must be said wherever it goes.
    pub(crate) fn notes(&self, cx: &PageContext) -> Vec<String> {
        let lang = cx.lang();
        let covered = self.columns.iter().map(|column| {
            let counts = [column.table.rows.len(), column.table.expected].map(|count| count.to_string());
            fill!(
                w::COVERED_IN,
                lang,
                indicator = &column.short,
                year = &column.year().to_string(),
                found = &counts[0],
                expected = &counts[1]
            )
        });
        let covered: Vec<String> = covered.collect();
        let mut notes = vec![
            w::HEAT_READING.get(lang).to_owned(),
            w::HEAT_YEARS.get(lang).to_owned(),
            fill!(w::COVERED_BY, lang, list = &covered.join("; ")),
        ];
        if !self.dropped.is_empty() {
            notes.push(fill!(
                w::NO_TABLE_OF,
                lang,
                indicators = &words::list(lang, &self.dropped)
            ));
        }
        notes
    }
}

/// A row; in a column of ranks a figure without one leaves its cell empty: its value would be read as a rank.
fn row(line: &HeatLine, ranked: &[bool]) -> HeatRow {
    let written = |cell: &super::model::Cell, ranked: bool| {
        if ranked && cell.rank.is_none() {
            String::new()
        } else {
            cell.text.clone()
        }
    };
    HeatRow {
        label: line.name.clone(),
        cells: line
            .cells
            .iter()
            .zip(ranked)
            .map(|(cell, ranked)| HeatCell {
                text: written(cell, *ranked),
                says: cell.says.clone(),
                fill: cell.fill,
            })
            .collect(),
        marked: line.followed,
    }
}
