//! The map as a typed table, and its sources.

use domain::{
    Observation,
    data_table::{DataCell, DataKind},
};

pub(crate) use super::{
    model::{Classified, Making, MapKind, MapPage, Reading},
    words as w,
};
use crate::{
    context::PageContext,
    export::tables::{self, Sources, TypedTable, column, number, text, whole},
    findings::headline as finding,
    messages as m,
    views::ranking::rows::SourceList,
};

impl Making<'_> {
    /// Numbers of the sources of each reading; a change has those of both years.
    pub(super) fn noted(&self, made: &Classified, sources: &mut SourceList) -> Vec<Vec<usize>> {
        let of = |reading: &Reading| {
            let mut numbers: Vec<usize> = self
                .figures(reading)
                .into_iter()
                .flat_map(|at| sources.numbers(self.cx.snapshot.figure(at)))
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        };
        made.readings.iter().map(of).collect()
    }

    /// Positions of the figures that a reading is made of.
    fn figures(&self, reading: &Reading) -> Vec<usize> {
        let Some(row) = reading.row.map(|at| &self.table.rows[at]) else {
            return Vec::new();
        };
        let mut all = vec![row.figure];
        if self.kind == MapKind::Change {
            let base = self.cx.snapshot.base_row(self.table.key, self.from, row.province);
            all.extend(base.map(|row| row.figure));
        }
        all
    }
}

/// Columns and rows of a map: all provinces by the alphabet.
pub(super) fn typed(cx: &PageContext<'_>, page: &MapPage<'_>) -> (TypedTable, Sources) {
    let (lang, key) = (cx.lang(), page.table.key);
    let indicator = cx.snapshot.catalogue.indicator(key.indicator);
    let decimals = DataKind::Number(indicator.decimals(key.component));
    let value_in = |key, year: i32| column(key, w::COL_VALUE_OF.fill(lang, &[&year.to_string()]), decimals);
    let mut columns = vec![column("province", m::PROVINCE.get(lang), DataKind::Text)];
    match page.kind {
        MapKind::Score | MapKind::Band => columns.push(tables::value_column(cx, key)),
        MapKind::Rank => columns.extend(tables::rank_columns(cx)),
        MapKind::Change => columns.extend([
            column("change_value", w::CHANGE_VALUE.get(lang), decimals),
            value_in("value", key.year),
            value_in("value_before", page.from),
        ]),
    }
    columns.push(column("class", w::COL_CLASS.get(lang), DataKind::Text));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.extend(tables::end_columns(cx));
    let mut sources = Sources::default();
    let rows = page
        .made
        .readings
        .iter()
        .map(|reading| row(cx, page, reading, &mut sources));
    let rows = rows.collect();
    (TypedTable { columns, rows }, sources)
}

fn row(cx: &PageContext<'_>, page: &MapPage<'_>, reading: &Reading, sources: &mut Sources) -> Vec<DataCell> {
    let (snapshot, lang, key) = (cx.snapshot, cx.lang(), page.table.key);
    let of = reading.row.map(|at| &page.table.rows[at]);
    let figure = of.map(|row| snapshot.figure(row.figure));
    let base = of.filter(|_| page.kind == MapKind::Change).and_then(|row| {
        let base = snapshot.base_row(key, page.from, row.province)?;
        Some(snapshot.figure(base.figure))
    });
    let known = |figure: Option<&domain::Figure>| figure.and_then(|figure| figure.value.value());
    let mut cells = vec![text(finding::name(snapshot, lang, reading.province, key))];
    match page.kind {
        MapKind::Score | MapKind::Band => cells.push(number(known(figure))),
        MapKind::Rank => match of.zip(figure).filter(|_| page.refused.is_none()) {
            Some((row, figure)) => cells.extend(tables::rank_cells(cx, row.rank, figure.rank)),
            None => cells.extend([whole(None::<u16>), whole(None::<u16>), text("")]),
        },
        MapKind::Change => {
            // Without the noise of binary fractions: no source gives more than six decimals.
            cells.push(number(reading.value.map(|points| domain::number::round(points, 6))));
            cells.extend([number(known(figure)), number(known(base))]);
        }
    }
    let class = reading.class.and_then(|at| page.made.classes.get(at));
    cells.push(text(class.map_or("", |class| class.label.as_str())));
    cells.push(text(finding::region(snapshot, lang, reading.province, key)));
    match figure {
        Some(figure) => {
            let [why, titles] = tables::end_cells(cx, figure, sources);
            let shown = matches!(figure.value, Observation::Known(_)) && reading.value.is_none();
            cells.push(if shown { text(reading.text.clone()) } else { why });
            cells.push(titles);
            if let Some(base) = base {
                sources.add(base);
            }
        }
        None => cells.extend([text(reading.text.clone()), text("")]),
    }
    cells
}
