//! Completes the reading with layout, columns and issues.

use std::collections::BTreeSet;

use domain::{
    ComponentId, Indicator, IndicatorId, Place,
    upload::{Arg, Axis, Column, Entry, Issue, IssueKind, Layout, Reading, Shape},
};

use super::{figures::Reader, number_format, plan::Plan, sheet_issues};
use crate::columns::Heading;

impl Reader<'_, '_, '_> {
    /// Moves entries, issues and facts to the reading; returns the years of the figures.
    pub(super) fn finish(mut self, reading: &mut Reading) -> Vec<i32> {
        let plan = self.plan;
        let known = self
            .entries
            .iter()
            .any(|entry| matches!(entry.key.place, Place::Province(_)));
        reading
            .issues
            .extend(sheet_issues::table_issues(plan, self.choices, self.catalogue, known));
        if self.no_year {
            reading
                .issues
                .push(Issue::new(IssueKind::NoYear, plan.table.view.sheet(), "", Vec::new()));
        }
        if let Some((at, found, count)) = &self.preliminary {
            let args = vec![Arg::Number(f64::from(*count), 0)];
            reading
                .issues
                .push(Issue::new(IssueKind::Preliminary, *at, found, args));
        }
        if let Some((at, count)) = self.foot {
            let args = vec![Arg::Number(f64::from(count), 0)];
            reading.issues.push(Issue::new(IssueKind::FootRows, at, "", args));
        }
        reading.issues.extend(plan.columns.issues.iter().cloned());
        let decimal = number_format::resolve_decimal_marks(
            &mut self.claims,
            &mut self.entries,
            self.choices,
            self.catalogue,
            &mut self.issues,
        );
        number_format::fractions(&mut self.entries, plan, self.choices, self.catalogue, &mut self.issues);
        if let Some(file) = &mut reading.file {
            file.decimal = decimal;
        }
        self.items.report_unknown(&mut self.issues);
        std::mem::take(&mut self.cap).finish(&mut self.issues);
        reading.issues.append(&mut self.issues);
        self.places.report_matches(reading);
        let years: BTreeSet<i32> = self.entries.iter().filter_map(|entry| entry.key.year).collect();
        reading.years = years.into_iter().collect();
        reading.indicator =
            one_indicator(&self.entries).or(plan.indicator.filter(|_| self.per_row.indicator.is_none()));
        reading.entries = self.entries;
        reading.layout = Some(layout(plan));
        let indicator = plan.indicator.map(|id| (id, self.catalogue.indicator(id)));
        reading.columns = columns(plan, indicator);
        reading.years.clone()
    }
}

fn one_indicator(entries: &[Entry]) -> Option<IndicatorId> {
    let first = entries.first()?.key.indicator;
    entries.iter().all(|e| e.key.indicator == first).then_some(first)
}

fn layout(plan: &Plan<'_>) -> Layout {
    let table = &plan.table;
    let shape = if table.view.across() {
        Shape::Across
    } else if table.sorted {
        Shape::Sorted
    } else if plan.tidy() {
        Shape::Tidy
    } else {
        Shape::Wide
    };
    let last = table.body.end.saturating_sub(1).max(table.body.start);
    Layout {
        shape,
        axis: if table.view.across() { Axis::Rows } else { Axis::Columns },
        header: if table.header.is_empty() {
            0
        } else {
            table.view.line(table.header.start)
        },
        header_rows: u32::try_from(table.header.len()).unwrap_or(0),
        rows: (table.view.line(table.body.start), table.view.line(last)),
        titles: table.titles.clone(),
    }
}

/// Returns the component above a column that has a name of its own, and that name without its number.
fn part_of(heading: &Heading, indicator: Option<(IndicatorId, &Indicator)>) -> Option<(String, String)> {
    let (id, indicator) = indicator?;
    let mut above = heading.above.iter().filter(|target| target.indicator == id);
    let above = above.find(|target| target.component != ComponentId::TOTAL)?;
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ':' | '-' | ' ');
    let name = heading.last.trim_start_matches(number);
    let name = if name.is_empty() { &heading.last } else { name };
    Some((indicator.component(above.component).slug.clone(), name.to_owned()))
}

fn columns(plan: &Plan<'_>, indicator: Option<(IndicatorId, &Indicator)>) -> Vec<Column> {
    plan.columns
        .list
        .iter()
        .map(|assigned| {
            let content = &plan.contents[assigned.column];
            Column {
                at: plan.table.view.number(assigned.column),
                name: plan.headings[assigned.column].name.clone(),
                part_of: part_of(&plan.headings[assigned.column], indicator),
                samples: content.samples.clone(),
                filled: content.filled,
                role: assigned.role.clone(),
                confidence: assigned.confidence,
            }
        })
        .collect()
}
