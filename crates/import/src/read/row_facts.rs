//! Reads the facts of a row that apply to all its figures.

use domain::{
    AsOf, ComponentId, IndicatorId,
    upload::{Arg, Issue, IssueKind},
};
use spreadsheet::Cell;

use super::figures::Reader;
use crate::{
    layout::cell_text,
    values::{as_of, year_in_cell},
};

/// The facts of a row that apply to all its figures.
#[derive(Clone, Copy)]
pub(super) struct RowFacts {
    pub(super) indicator: Option<IndicatorId>,
    pub(super) component: Option<ComponentId>,
    pub(super) year: Option<i32>,
    pub(super) as_of: Option<AsOf>,
}

impl<'a> Reader<'_, 'a, '_> {
    /// Returns indicator, component, year and moment of a row; `None`, with an issue, if one of them is wrong.
    pub(super) fn row_facts(&mut self, row: usize) -> Option<RowFacts> {
        let view = &self.plan.table.view;
        let year = match self
            .per_row
            .year
            .map(|column| (view.get(row, column), view.at(row, column)))
        {
            None | Some((Cell::Empty, _)) => None,
            Some((cell, at)) => match year_in_cell(cell) {
                Some(year) => Some(year),
                None => {
                    let args = vec![Arg::Text("2024".into())];
                    self.issues
                        .push(Issue::new(IssueKind::BadYear, at, &cell_text(cell), args));
                    return None;
                }
            },
        };
        let as_of = match self
            .per_row
            .as_of
            .map(|column| (view.get(row, column), view.at(row, column)))
        {
            None => self.choices.as_of,
            Some((Cell::Empty, _)) => self.choices.as_of.filter(|_| !self.plan.own_format),
            Some((cell, at)) => {
                let moment = match cell {
                    Cell::Text(text) => *self.moments.entry(text).or_insert_with(|| as_of(cell)),
                    cell => as_of(cell),
                };
                if moment.is_none() {
                    let args = vec![Arg::Text("30/6/2024".into())];
                    self.issues
                        .push(Issue::new(IssueKind::BadYear, at, &cell_text(cell), args));
                    return None;
                }
                moment
            }
        };
        self.named_items(row, year.or(self.plan.year))
            .map(|(indicator, component)| RowFacts {
                indicator,
                component,
                year,
                as_of,
            })
    }

    /// Returns the indicator and the component that a row names.
    fn named_items(&mut self, row: usize, year: Option<i32>) -> Option<(Option<IndicatorId>, Option<ComponentId>)> {
        let view = &self.plan.table.view;
        let mut indicator = self.plan.indicator;
        let mut component = None;
        if let Some(column) = self.per_row.indicator
            && !view.text(row, column).is_empty()
        {
            let text = view.text(row, column);
            match (self.items.indicator(text), indicator) {
                (Some(id), _) => indicator = Some(id),
                (None, Some(id)) => match self.items.component(id, text, year) {
                    Some((_, part)) => component = Some(part),
                    None => return self.unknown(text, row, column),
                },
                (None, None) => return self.unknown(text, row, column),
            }
        }
        if let Some(column) = self.per_row.component {
            let text = view.text(row, column);
            if let (false, Some(id)) = (text.is_empty(), indicator) {
                match self.items.component(id, text, year) {
                    Some((_, part)) => component = Some(part),
                    None => return self.unknown(text, row, column),
                }
            }
        }
        Some((indicator, component))
    }

    fn unknown<T>(&mut self, text: &'a str, row: usize, column: usize) -> Option<T> {
        let at = self.plan.table.view.at(row, column);
        self.items.unknown(text, at);
        None
    }
}
