//! Text files: bytes to letters, letters to rows.

mod decode;
mod ragged;
mod rows;
mod separator;

pub(crate) use decode::decode_page;
use domain::Text;
use domain::upload::{Arg, CellRef, Choices, FileKind, Issue, IssueKind};

use crate::{Cell, Grid, Limits, Workbook, issues};

/// Opens a text file.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], name: &str, choices: &Choices, limits: &Limits) -> Result<Workbook, Issue> {
    let decoded = decode::decode(bytes, choices.encoding);
    if binary(&decoded.text, decoded.broken) {
        return Err(issues::unknown_type("dữ liệu nhị phân", "binary data"));
    }
    let mut found: Vec<Issue> = decoded.issue.into_iter().collect();
    let (named, text) = separator::take_sep_line(decoded.text);
    let line = if named.is_some() { 2 } else { 1 };
    let chosen = choices.separator.filter(char::is_ascii).map(|c| c as u8);
    let told = || named.flatten().or_else(|| separator::find(&text, name));
    let separator = chosen.or_else(told);
    if let (None, Some(separator)) = (chosen, separator) {
        found.push(separator_found(separator));
    }
    let rows = rows::cut(text, separator.unwrap_or(b','), line, limits)?;
    if decoded.broken {
        found.extend(broken_cells(&rows.grid, decoded.encoding.code()));
    }
    found.extend(rows.open.iter().map(|&(row, column)| {
        let at = CellRef { sheet: 0, row, column };
        Issue::new(IssueKind::OpenQuote, at, "\"", Vec::new())
    }));
    found.extend(ragged::ragged(&rows));
    Ok(Workbook {
        kind: FileKind::Delimited,
        encoding: Some(decoded.encoding),
        separator: separator.map(char::from),
        sheets: vec![rows.grid],
        issues: found,
    })
}

/// True when a text has more control characters than any table has. Zero bytes at the end
/// are what some systems fill a file up with. Replacement characters count only where bytes stand for nothing:
/// a file that was saved with them is damaged text.
fn binary(text: &str, broken: bool) -> bool {
    let text = text.trim_end_matches(['\0', '\u{1A}']);
    let mut letters = 0_u32;
    let mut controls = 0_u32;
    for letter in text.chars().take(64 << 10) {
        letters += 1;
        let odd = matches!(letter, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}') || (broken && letter == '\u{FFFD}');
        controls += u32::from(odd);
    }
    controls * 20 > letters
}

/// An issue for each cell with bytes that stand for nothing.
fn broken_cells(grid: &Grid, encoding: &str) -> Vec<Issue> {
    let mut found = Vec::new();
    for row in 0..grid.height() {
        for (column, number) in (0..grid.width(row)).zip(1..) {
            if let Cell::Text(text) = grid.get(row, column)
                && text.contains('\u{FFFD}')
            {
                let at = CellRef {
                    sheet: 0,
                    row: grid.line(row),
                    column: number,
                };
                let args = vec![Arg::Text(encoding.into())];
                found.push(Issue::new(IssueKind::BrokenText, at, text, args));
            }
        }
    }
    found
}

fn separator_found(separator: u8) -> Issue {
    let (vi, en) = match separator {
        b',' => ("dấu phẩy", "comma"),
        b';' => ("dấu chấm phẩy", "semicolon"),
        b'\t' => ("ký tự tab", "tab"),
        b'|' => ("dấu gạch đứng", "vertical bar"),
        other => {
            let name = char::from(other).to_string();
            return issues::whole_file(IssueKind::SeparatorFound, vec![Arg::Text(name.into())]);
        }
    };
    issues::whole_file(IssueKind::SeparatorFound, vec![Arg::Both(Text::new(vi, en))])
}
