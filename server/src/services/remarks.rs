//! What is wrong with a file, to be taken along.

use messages::admin::files as w;
use std::collections::BTreeMap;

use app::admin::issues::{sentences, severity_name};
use domain::{
    Lang,
    upload::{Issue, Reading, Severity},
};
use spreadsheet::Remarks;

use super::csv_table::Table;

/// What is said of an issue, in one line.
pub(crate) fn sentence(lang: Lang, issue: &Issue) -> String {
    let said = sentences(lang, issue);
    let parts = [said.what, said.expected, said.fix];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
    parts.join(" ")
}

/// The name of an issue's sheet; empty for text files.
pub(crate) fn sheet_name<'a>(reading: &'a Reading, issue: &Issue) -> &'a str {
    reading
        .sheets
        .get(usize::from(issue.at.sheet))
        .map_or("", |s| s.name.as_str())
}

/// All issues as a table.
pub(crate) fn table(lang: Lang, reading: &Reading) -> String {
    let header = [
        w::SEVERITY,
        w::SHEET,
        w::CELL,
        w::ROW,
        w::COLUMN,
        w::FOUND,
        w::ISSUE,
        w::EXPECTED,
        w::HOW_TO_FIX,
        w::ISSUE_CODE,
    ];
    let header = header.map(|text| text.get(lang));
    let number = |n: u32| if n == 0 { String::new() } else { n.to_string() };
    let mut table = Table::new(&header);
    for issue in &reading.issues {
        let said = sentences(lang, issue);
        table.row(&[
            severity_name(lang, issue.kind.severity()).to_owned(),
            sheet_name(reading, issue).to_owned(),
            issue.at.name(),
            number(issue.at.row),
            number(issue.at.column),
            issue.found.to_string(),
            said.what,
            said.expected,
            said.fix,
            issue.kind.code().to_owned(),
        ]);
    }
    table.finish()
}

/// The column of remarks, for the file as it was sent.
pub(crate) fn column(lang: Lang, reading: &Reading) -> Remarks<'static> {
    let mut headers = BTreeMap::new();
    for table in reading.tables() {
        if let (Some(sheet), Some(layout)) = (reading.sheet_of(table), reading.layout_of(table)) {
            let last = layout.header + layout.header_rows.saturating_sub(1);
            // Of several tables on a sheet, the uppermost has the heading.
            if let Ok(sheet) = u16::try_from(sheet) {
                headers.entry(sheet).or_insert(last);
            }
        }
    }
    let wrong = reading.issues.iter().filter(|i| i.kind.severity() != Severity::Notice);
    let cells = wrong.map(|i| i.at).filter(|at| at.row > 0 && at.column > 0);
    Remarks {
        heading: w::REMARKS.get(lang),
        headers,
        rows: by_row(lang, reading),
        cells: cells.map(|at| (at.sheet, at.row, at.column)).collect(),
    }
}

/// What is said of each row, errors first.
fn by_row(lang: Lang, reading: &Reading) -> BTreeMap<(u16, u32), String> {
    let mut rows: BTreeMap<(u16, u32), Vec<(Severity, String)>> = BTreeMap::new();
    for issue in &reading.issues {
        let severity = issue.kind.severity();
        let cell = match issue.at.column {
            0 => String::new(),
            _ => format!("{}: ", issue.at.name()),
        };
        let text = format!("{} – {cell}{}", severity_name(lang, severity), sentence(lang, issue));
        rows.entry((issue.at.sheet, issue.at.row))
            .or_default()
            .push((severity, text));
    }
    let joined = |mut said: Vec<(Severity, String)>| {
        said.sort();
        said.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" | ")
    };
    rows.into_iter().map(|(at, said)| (at, joined(said))).collect()
}
