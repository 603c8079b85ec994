//! Which figure a cell of the file is about: whose it is, and what is published of it now. An error in B2 means
//! more beside "Hà Nội, 89,58".

use std::collections::{HashMap, HashSet};

use domain::{
    Place,
    upload::{Axis, CellRef, Column, Issue, Reading, Role, Shape, column_of_table},
};

use super::sheet::Sheet;
use crate::admin::changes;

/// The lines of the file that issues point at.
pub(super) struct Located<'a> {
    /// Place of a row (of a column, where provinces stand across), by sheet and number.
    places: HashMap<(u16, u32), Place>,
    columns: HashMap<u32, &'a Column>,
    reading: &'a Reading,
}

/// What is known of a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub(super) place: Option<String>,
    pub(super) published: Option<String>,
}

impl<'a> Located<'a> {
    /// Of the cells of these issues.
    pub(super) fn of<'i>(sheet: &Sheet<'a>, issues: impl Iterator<Item = &'i &'i Issue>) -> Self {
        let reading = sheet.draft.reading;
        // If every column has its own order, a row is of no single province.
        let sorted = |at: CellRef| {
            let layout = reading.layout_of(reading.table_at(at));
            layout.is_some_and(|layout| layout.shape == Shape::Sorted)
        };
        let wanted: HashSet<(u16, u32)> = issues
            .filter(|issue| !sorted(issue.at))
            .map(|issue| line(axis(reading, issue.at), issue.at))
            .filter(|(_, number)| *number > 0)
            .collect();
        let mut places = HashMap::new();
        if !wanted.is_empty() {
            let spelled = reading.places.iter().filter_map(|found| Some((found.at, found.place?)));
            let entries = reading.entries.iter().map(|entry| (entry.at, entry.key.place));
            for (at, place) in spelled.chain(entries) {
                let line = line(axis(reading, at), at);
                if wanted.contains(&line) {
                    places.insert(line, place);
                }
            }
        }
        Self {
            places,
            columns: reading.columns.iter().map(|column| (column.at, column)).collect(),
            reading,
        }
    }

    /// What is known of a cell of a column of figures: anything else is not about one province.
    pub(super) fn facts(&self, sheet: &Sheet<'_>, at: CellRef) -> Facts {
        let figures = self
            .column(at)
            .is_some_and(|column| matches!(column.role, Role::Figure { .. }));
        let Some(place) = self.places.get(&line(axis(self.reading, at), at)).filter(|_| figures) else {
            return Facts::default();
        };
        Facts {
            place: Some(super::places::meant(sheet, Some(*place))),
            published: self.published(sheet, at, *place),
        }
    }

    fn column(&self, at: CellRef) -> Option<&'a Column> {
        let number = match axis(self.reading, at) {
            Axis::Columns => at.column,
            Axis::Rows => at.row,
        };
        let column = column_of_table(self.reading.table_at(at), number);
        self.columns.get(&column).copied()
    }

    /// The figure of this cell as the newest edition has it.
    fn published(&self, sheet: &Sheet<'_>, at: CellRef, place: Place) -> Option<String> {
        let Role::Figure { component, year, .. } = &self.column(at)?.role else {
            return None;
        };
        let reading = sheet.draft.reading;
        let only = match reading.years[..] {
            [only] => Some(only),
            _ => sheet.draft.choices.year,
        };
        let (year, id) = ((*year).or(only)?, reading.indicator?);
        let snapshot = sheet.at.admin.snapshot;
        let indicator = snapshot.catalogue.indicators.get(usize::from(id.0))?;
        let component = if component.is_empty() {
            domain::ComponentId::TOTAL
        } else {
            indicator.component_by_slug(component)?
        };
        let figure = snapshot.figures_of(place).find(|figure| {
            let key = figure.key;
            (key.indicator, key.component, key.year) == (id, component, Some(year))
        })?;
        Some(changes::said(sheet.lang(), indicator, &figure.key, &figure.into())).filter(|text| !text.is_empty())
    }
}

/// Which way the table of a cell goes.
fn axis(reading: &Reading, at: CellRef) -> Axis {
    let layout = reading.layout_of(reading.table_at(at));
    layout.map_or(Axis::Columns, |layout| layout.axis)
}

/// The line that a province has in the file.
const fn line(axis: Axis, at: CellRef) -> (u16, u32) {
    match axis {
        Axis::Columns => (at.sheet, at.row),
        Axis::Rows => (at.sheet, at.column),
    }
}
