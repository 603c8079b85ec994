//! Shared helpers, and tests of opening simple text files.

use domain::upload::{Choices, Issue, IssueKind};
use spreadsheet::{Cell, Grid, Limits, Workbook};

pub(crate) fn open(bytes: &[u8], name: &str) -> Result<Workbook, Vec<Issue>> {
    spreadsheet::open(bytes, name, &Choices::default(), &Limits::default())
}

/// Returns the kinds of issues, in order.
pub(crate) fn kinds(issues: &[Issue]) -> Vec<IssueKind> {
    issues.iter().map(|i| i.kind).collect()
}

/// Renders a sheet as text: one line per row, with its line number, and cells separated by bars.
pub(crate) fn shown(grid: &Grid) -> String {
    let mut out = String::new();
    for row in 0..grid.height() {
        out.push_str(&grid.line(row).to_string());
        for column in 0..grid.width(row) {
            out.push('|');
            match grid.get(row, column) {
                Cell::Empty => {}
                Cell::Text(text) => out.push_str(text),
                Cell::Number(n) => out.push_str(&format!("#{n}")),
                Cell::Date(n) => out.push_str(&format!("@{n}")),
                Cell::Bool(b) => out.push_str(&format!("?{b}")),
                Cell::Error(text) => out.push_str(&format!("!{text}")),
                Cell::Uncalculated => out.push_str("=?"),
            }
            if let Some(mark) = grid.mark(row, column) {
                out.push_str(&format!("^{mark}"));
            }
        }
        out.push('\n');
    }
    out
}

#[test]
fn text_is_split_into_cells() {
    for (text, expected) in [
        ("a,b\n1,2\n", "1|a|b\n2|1|2\n"),
        ("a;b\n\n 86,67 ;\"x;y\"\n", "1|a|b\n3|86,67|x;y\n"),
        ("sep=;\na;b\n1;2", "2|a|b\n3|1|2\n"),
        ("a\tb\r\"x\ry\"\t2\rz\t", "1|a|b\n2|x y|2\n4|z\n"),
        ("a,b\n\"say \"\"no\"\"\",2\n", "1|a|b\n2|say \"no\"|2\n"),
    ] {
        let book = open(text.as_bytes(), "x.csv").unwrap();
        assert_eq!(shown(&book.sheets[0]), expected, "{text:?}");
    }
}

#[test]
fn empty_files_are_reported() {
    for bytes in ["", "\u{FEFF}", "  \n\t\r\n ", "\u{FEFF} \u{A0}\n"] {
        let issues = open(bytes.as_bytes(), "x.csv").unwrap_err();
        assert_eq!(issues.len(), 1);
        assert_eq!(issues[0].kind, IssueKind::EmptyFile, "{bytes:?}");
    }
}
