//! What became of a table that was cited: compares its figures with those of the same table in a later edition.

use std::collections::HashMap;

use crate::{
    data_table::{DataCell, DataColumn, DataKind, DataSource, DataTable},
    number,
};

/// Columns that say what a row is about.
const IDENTITY: [&str; 8] = [
    "indicator",
    "component",
    "province",
    "old_unit",
    "region",
    "basis",
    "year",
    "quarter",
];

/// Columns of figures as sources state them. All other numbers (ranks, changes, means) follow from figures of the whole
/// table, so that one corrected figure may change many of them.
const STATED: [&str; 8] = [
    "value",
    "value_from",
    "value_to",
    "nation",
    "of",
    "covered",
    "whole",
    "published",
];

/// Columns of texts that are conclusions.
const CONCLUSIONS: [&str; 1] = ["comparable"];

/// The differences between a table and its later version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRevision {
    /// Cells that differ: first stated figures, then what follows from them, each in the order of the table.
    pub changes: Vec<CellChange>,
    /// Number of rows that only the later version has.
    pub added: usize,
    /// Sources that only the earlier version names.
    pub sources_gone: Vec<DataSource>,
    /// Sources that only the later version names.
    pub sources_added: Vec<DataSource>,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct CellChange {
    /// Cells of its row that say what it is about, in the order of the table.
    pub row: Vec<DataCell>,
    /// Its year, if the row has one.
    pub year: Option<i64>,
    /// Its province, if the row has one.
    pub province: Option<String>,
    /// Its column in the earlier version.
    pub column: DataColumn,
    /// What was cited; [`DataCell::Empty`] if there was no value.
    pub before: DataCell,
    /// What is there now; [`DataCell::Empty`] if there is no value any more.
    pub after: DataCell,
    /// True for a figure as sources state it, false for what follows from figures.
    pub stated: bool,
}

impl TableRevision {
    /// Returns the number of stated figures that differ.
    #[must_use]
    pub fn corrected(&self) -> usize {
        self.changes.iter().filter(|change| change.stated).count()
    }
}

/// Compares a table with its later version. Rows are matched by what they are about, columns by their key; the order of
/// rows does not matter. A row that the later version does not have counts as one whose cells are empty.
#[must_use]
pub fn revision(before: &DataTable, after: &DataTable) -> TableRevision {
    let mut later: HashMap<(String, usize), &[DataCell]> = HashMap::new();
    let mut repeated = Repeated::default();
    for row in &after.rows {
        later.insert(repeated.key(after, row), row);
    }
    let columns: Vec<(usize, usize)> = compared(before, after).collect();
    let mut changes = Vec::new();
    let mut repeated = Repeated::default();
    for row in &before.rows {
        let now = later.remove(&repeated.key(before, row));
        for (at, position) in &columns {
            let cell = &row[*at];
            let now = now.map_or(&DataCell::Empty, |row| &row[*position]);
            if !same(cell, now) {
                changes.push(change(before, row, *at, now));
            }
        }
    }
    changes.sort_by_key(|change| !change.stated);
    let without = |from: &[DataSource], others: &[DataSource]| {
        let gone = from.iter().filter(|source| !others.contains(source));
        gone.cloned().collect()
    };
    TableRevision {
        changes,
        added: later.len(),
        sources_gone: without(&before.sources, &after.sources),
        sources_added: without(&after.sources, &before.sources),
    }
}

/// The columns that are compared, with their position in the later version. A column that only one of the two has is
/// left out: it is a matter of the program, not of the figures.
fn compared(before: &DataTable, after: &DataTable) -> impl Iterator<Item = (usize, usize)> {
    let columns = before.columns.iter().enumerate();
    let columns = columns.filter(|(_, column)| is_compared(column));
    columns.filter_map(|(at, column)| {
        let position = after.columns.iter().position(|other| other.key == column.key);
        position.map(|position| (at, position))
    })
}

fn is_compared(column: &DataColumn) -> bool {
    let number = column.kind != DataKind::Text;
    !IDENTITY.contains(&column.key) && (number || CONCLUSIONS.contains(&column.key))
}

fn same(a: &DataCell, b: &DataCell) -> bool {
    match (a, b) {
        (DataCell::Number(a), DataCell::Number(b)) => number::same(*a, *b),
        (a, b) => a == b,
    }
}

fn change(table: &DataTable, row: &[DataCell], at: usize, now: &DataCell) -> CellChange {
    let of = |key: &str| {
        let position = table.columns.iter().position(|column| column.key == key)?;
        row.get(position)
    };
    let column = table.columns[at].clone();
    CellChange {
        row: identity(table, row).cloned().collect(),
        year: match of("year") {
            Some(DataCell::Whole(year)) => Some(*year),
            _ => None,
        },
        province: match of("province") {
            Some(DataCell::Text(name)) => Some(name.clone()),
            _ => None,
        },
        stated: STATED.contains(&column.key),
        column,
        before: row[at].clone(),
        after: now.clone(),
    }
}

/// The cells that say what a row is about, without empty ones. A province needs no region to be known by.
fn identity<'a>(table: &'a DataTable, row: &'a [DataCell]) -> impl Iterator<Item = &'a DataCell> {
    let cells = || table.columns.iter().zip(row);
    let of_province = cells().any(|(column, cell)| column.key == "province" && *cell != DataCell::Empty);
    let named = cells().filter(|(column, cell)| IDENTITY.contains(&column.key) && **cell != DataCell::Empty);
    let named = named.filter(move |(column, _)| !(of_province && column.key == "region"));
    named.map(|(_, cell)| cell)
}

/// Tells rows apart that are about the same thing, by their order.
#[derive(Default)]
struct Repeated(HashMap<String, usize>);

impl Repeated {
    fn key(&mut self, table: &DataTable, row: &[DataCell]) -> (String, usize) {
        let mut name = String::new();
        for (column, cell) in table.columns.iter().zip(row) {
            if IDENTITY.contains(&column.key) {
                name.push_str(column.key);
                match cell {
                    DataCell::Empty => {}
                    DataCell::Text(text) => name.push_str(text),
                    DataCell::Number(number) => name.push_str(&number.to_string()),
                    DataCell::Whole(number) => name.push_str(&number.to_string()),
                }
                name.push('\n');
            }
        }
        let count = self.0.entry(name.clone()).or_default();
        *count += 1;
        (name, *count)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Date, Lang, data_table::Citation};

    fn table(rows: &[(&str, Option<f64>, i64, &str)]) -> DataTable {
        let column = |key, kind| DataColumn {
            key,
            label: key.to_owned(),
            kind,
        };
        let rows = rows.iter().map(|(name, value, rank, verdict)| {
            vec![
                DataCell::Text((*name).to_owned()),
                DataCell::Whole(2016),
                value.map_or(DataCell::Empty, DataCell::Number),
                DataCell::Whole(*rank),
                DataCell::Text((*verdict).to_owned()),
                DataCell::Text("why".to_owned()),
            ]
        });
        DataTable {
            lang: Lang::En,
            title: String::new(),
            subtitle: String::new(),
            columns: vec![
                column("province", DataKind::Text),
                column("year", DataKind::Whole),
                column("value", DataKind::Number(2)),
                column("rank", DataKind::Whole),
                column("comparable", DataKind::Text),
                column("why_empty", DataKind::Text),
            ],
            rows: rows.collect(),
            readme: Vec::new(),
            sources: Vec::new(),
            citation: Citation {
                key: String::new(),
                author: String::new(),
                title: String::new(),
                publisher: String::new(),
                edition: 1,
                published: Date::new(2026, 1, 1).unwrap(),
                url: String::new(),
                text: String::new(),
            },
        }
    }

    #[test]
    fn stated_figures_come_before_what_follows_from_them() {
        let before = table(&[
            ("A", Some(1.0), 1, "yes"),
            ("B", Some(0.5), 2, "yes"),
            ("C", None, 3, "yes"),
        ]);
        let after = table(&[
            ("B", Some(1.5), 1, "no"),
            ("A", Some(1.0 + 1e-12), 2, "yes"),
            ("D", Some(1.0), 4, "yes"),
        ]);
        let found = revision(&before, &after);
        let said: Vec<_> = found
            .changes
            .iter()
            .map(|c| (c.province.as_deref().unwrap(), c.column.key, c.after.clone()))
            .collect();
        let rank = DataCell::Whole;
        assert_eq!(
            said,
            [
                ("B", "value", DataCell::Number(1.5)),
                ("A", "rank", rank(2)),
                ("B", "rank", rank(1)),
                ("B", "comparable", DataCell::Text("no".to_owned())),
                // The row is gone.
                ("C", "rank", DataCell::Empty),
                ("C", "comparable", DataCell::Empty),
            ]
        );
        assert_eq!(
            (found.corrected(), found.added, found.changes[0].year),
            (1, 1, Some(2016))
        );
    }

    #[test]
    fn a_value_that_is_gone_is_a_correction_and_one_that_is_new_too() {
        let (with, without) = (table(&[("A", Some(1.0), 1, "yes")]), table(&[("A", None, 1, "yes")]));
        assert_eq!(revision(&with, &without).changes[0].after, DataCell::Empty);
        assert_eq!(revision(&without, &with).changes[0].before, DataCell::Empty);
    }

    #[test]
    fn sources_are_compared_too() {
        let source = |title: &str| DataSource {
            title: title.to_owned(),
            ..DataSource::default()
        };
        let (mut before, mut after) = (table(&[]), table(&[]));
        before.sources = vec![source("a"), source("b")];
        after.sources = vec![source("b"), source("c")];
        let found = revision(&before, &after);
        assert_eq!(
            (found.sources_gone, found.sources_added),
            (vec![source("a")], vec![source("c")])
        );
    }

    proptest! {
        #[test]
        fn only_what_differs_is_found(
            values in proptest::collection::vec((0u8..4, proptest::option::of(-1e6f64..1e6), 1i64..64), 1..20),
            at in any::<proptest::sample::Index>(),
            turned in 0usize..20,
        ) {
            // Some rows are about the same thing.
            let names = ["A", "B", "C", "D"];
            let rows: Vec<_> = values.iter().map(|(n, v, r)| (names[usize::from(*n)], *v, *r, "yes")).collect();
            let before = table(&rows);
            prop_assert_eq!(revision(&before, &before), TableRevision::default());
            let mut by_name = before.clone();
            by_name.rows.sort_by_key(|row| format!("{:?}", row[0]));
            prop_assert_eq!(revision(&before, &by_name), TableRevision::default());
            let mut after = before.clone();
            let row = at.index(rows.len());
            after.rows[row][2] = DataCell::Number(rows[row].1.map_or(0.5, |value| value + 1.0));
            let found = revision(&before, &after);
            prop_assert_eq!((found.corrected(), found.changes.len()), (1, 1));
            after.rows.rotate_left(turned % rows.len());
            prop_assert_eq!(revision(&before, &after).added, 0);
        }
    }
}
