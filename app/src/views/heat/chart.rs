//! The heat map as a chart.

use domain::chart::{ChartBody, ChartModel, Heat, HeatCell, HeatColumn, HeatFill, HeatGroup, HeatRow};

pub(crate) use super::model::{Column, HeatLine, HeatView, w};
use crate::{charts, context::PageContext, views::ranking::strip, words};

/// Most provinces that share the title.
const TOGETHER: usize = 3;

/// Who is in the top quarter of most columns; what is shown where many share that.
pub(super) fn title(cx: &PageContext<'_>, columns: &[Column<'_>], lines: &[HeatLine]) -> String {
    let lang = cx.lang();
    let firsts = |line: &HeatLine| {
        let first = |cell: &&super::model::Cell| cell.fill == HeatFill::Quarter(1);
        line.cells.iter().filter(first).count()
    };
    let most = lines.iter().map(firsts).max().unwrap_or_default();
    let names: Vec<String> = lines
        .iter()
        .filter(|line| firsts(line) == most)
        .map(|line| line.name.clone())
        .collect();
    if most > 1 && names.len() <= TOGETHER {
        let counts = [most, columns.len()].map(|count| count.to_string());
        return w::HEAT_TITLE.fill(lang, &[&words::list(lang, &names), &counts[0], &counts[1]]);
    }
    let dated: Vec<String> = columns.iter().map(Column::dated).collect();
    w::HEAT_TITLE_PLAIN.fill(lang, &[&words::list(lang, &dated)])
}

/// What the columns are.
pub(super) fn subtitle(cx: &PageContext<'_>, columns: &[Column<'_>], provinces: usize) -> String {
    let lang = cx.lang();
    let dated: Vec<String> = columns.iter().map(Column::dated).collect();
    w::HEAT_SUBTITLE.fill(lang, &[&words::list(lang, &dated), &provinces.to_string()])
}

impl HeatView<'_> {
    /// The picture.
    pub(crate) fn chart(&self, cx: &PageContext<'_>) -> ChartModel {
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
        let said = |words: crate::messages::Msg, any: bool| if any { words.get(lang) } else { "" }.to_owned();
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

    fn description(&self, cx: &PageContext<'_>) -> String {
        let lang = cx.lang();
        let lines = || self.groups.iter().flat_map(|group| &group.rows);
        let counts = [lines().count(), self.columns.len()].map(|count| count.to_string());
        w::HEAT_TEXT.fill(lang, &[&counts[0], &counts[1], &self.quarters(cx)])
    }

    /// How many are in the top quarter of each column.
    pub(crate) fn quarters(&self, cx: &PageContext<'_>) -> String {
        let lang = cx.lang();
        let column = |(at, column): (usize, &Column<'_>)| {
            let lines = self.groups.iter().flat_map(|group| &group.rows);
            let first = lines.filter(|line| line.cells[at].fill == HeatFill::Quarter(1)).count();
            w::HEAT_COLUMN.fill(lang, &[&column.dated(), &first.to_string()])
        };
        let columns: Vec<String> = self.columns.iter().enumerate().map(column).collect();
        format!("{}.", columns.join("; "))
    }

    /// What must be said wherever it goes.
    pub(crate) fn notes(&self, cx: &PageContext<'_>) -> Vec<String> {
        let lang = cx.lang();
        let covered = self.columns.iter().map(|column| {
            let counts = [column.table.rows.len(), column.table.expected].map(|count| count.to_string());
            w::COVERED_IN.fill(
                lang,
                &[&column.short, &column.year().to_string(), &counts[0], &counts[1]],
            )
        });
        let covered: Vec<String> = covered.collect();
        let mut notes = vec![
            w::HEAT_READING.get(lang).to_owned(),
            w::HEAT_YEARS.get(lang).to_owned(),
            w::COVERED_BY.fill(lang, &[&covered.join("; ")]),
        ];
        if !self.dropped.is_empty() {
            notes.push(w::NO_TABLE_OF.fill(lang, &[&words::list(lang, &self.dropped)]));
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
