//! Finds columns and names in rows that may become components.

use std::collections::BTreeSet;

use domain::{
    tidy,
    upload::{Column, Confidence, FileColumn, IssueKind, Reading, Role},
};

use crate::values::{Parsed, parse};

/// Returns numeric columns and row names that match nothing in the catalogue. Columns of components that ended are
/// excluded.
pub(super) fn columns(reading: &Reading, years: &[i32]) -> Vec<FileColumn> {
    let ended: BTreeSet<&str> = reading
        .issues
        .iter()
        .filter(|issue| issue.kind == IssueKind::ComponentNotInYear)
        .map(|issue| &*issue.found)
        .collect();
    let unknown = |column: &&Column| {
        column.role == Role::Ignore
            && column.confidence != Confidence::Chosen
            && !column.name.is_empty()
            && !ended.contains(column.name.as_str())
            && numeric(column)
    };
    let of_columns = reading.columns.iter().filter(unknown).map(|column| {
        // Below a heading that spans several columns, the column's own heading is its name.
        let (name, _) = match &column.part_of {
            Some((_, heading)) => without_year(heading, years),
            None => without_year(&column.name, years),
        };
        let (_, year) = without_year(&column.name, years);
        FileColumn {
            of: column.at.to_string(),
            name,
            year: year.filter(|_| years.len() > 1),
            parent: column.part_of.as_ref().map(|(parent, _)| parent.clone()),
        }
    });
    of_columns
        .chain(rows(reading))
        .filter(|column| !column.name.is_empty())
        .collect()
}

/// Returns true if most of the column's samples are numbers.
fn numeric(column: &Column) -> bool {
    let numbers = column
        .samples
        .iter()
        .filter(|sample| !matches!(parse(sample, None), Parsed::NotANumber));
    numbers.count() * 2 > column.samples.len()
}

/// Returns the names in the component column that the catalogue does not have.
fn rows(reading: &Reading) -> impl Iterator<Item = FileColumn> {
    let column = reading
        .columns
        .iter()
        .find(|column| column.role == Role::Component)
        .map(|column| column.at);
    let issues = reading.issues.iter();
    let unknown = issues.filter(move |issue| {
        issue.kind == IssueKind::UnknownItem && Some(issue.at.column) == column && issue.found.parse::<f64>().is_err()
    });
    unknown.map(|issue| FileColumn {
        of: issue.found.to_string(),
        name: tidy(&issue.found),
        year: None,
        parent: None,
    })
}

/// Returns a heading without the year of the figures, and that year: next year's heading is the same without it.
fn without_year(name: &str, years: &[i32]) -> (String, Option<i32>) {
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    let year_of = |word: &str| {
        let plain = word.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation());
        digits(word).parse().ok().filter(|year| plain && years.contains(year))
    };
    let mut found_year = None;
    let words = name.split_whitespace().filter(|word| {
        let year = year_of(word);
        found_year = year.or(found_year);
        year.is_none()
    });
    let words: Vec<&str> = words.collect();
    (tidy(&words.join(" ")), found_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_loses_the_year_of_its_figures() {
        for (name, bare, year) in [
            ("Chuyển đổi số 2025", "Chuyển đổi số", Some(2025)),
            ("Chuyển đổi số (2025)", "Chuyển đổi số", Some(2025)),
            ("Quyết định 2024", "Quyết định 2024", None),
            ("Chuyển đổi số", "Chuyển đổi số", None),
        ] {
            assert_eq!(without_year(name, &[2025]), (bare.to_owned(), year), "{name}");
        }
    }
}
