//! Opens text files: decodes bytes and splits the text into rows.

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
/// Returns the issue that prevents the file from being read.
pub(crate) fn open(bytes: &[u8], name: &str, choices: &Choices, limits: &Limits) -> Result<Workbook, Issue> {
    let decoded = decode::decode(bytes, choices.encoding);
    if is_binary(&decoded.text, decoded.broken) {
        return Err(issues::unknown_type("dữ liệu nhị phân", "binary data"));
    }
    let mut found: Vec<Issue> = decoded.issue.into_iter().collect();
    let (declared, text) = separator::take_sep_line(decoded.text);
    let line = if declared.is_some() { 2 } else { 1 };
    let chosen = choices.separator.filter(char::is_ascii).map(|c| c as u8);
    let detected = || declared.flatten().or_else(|| separator::find(&text, name));
    let separator = chosen.or_else(detected);
    if let (None, Some(separator)) = (chosen, separator) {
        found.push(separator_found(separator));
    }
    let rows = rows::split(text, separator.unwrap_or(b','), line, limits)?;
    if decoded.broken {
        found.extend(broken_cells(&rows.grid, decoded.encoding.code()));
    }
    found.extend(rows.unclosed.iter().map(|&(row, column)| {
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

/// Returns true if a text has more control characters than any table. Trailing zero bytes are ignored, as some systems
/// pad files with them. Replacement characters count only if they come from undecodable bytes: a file that was saved
/// with them is damaged text.
fn is_binary(text: &str, broken: bool) -> bool {
    let text = text.trim_end_matches(['\0', '\u{1A}']);
    let mut characters = 0_u32;
    let mut controls = 0_u32;
    for character in text.chars().take(64 << 10) {
        characters += 1;
        let is_control =
            matches!(character, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}') || (broken && character == '\u{FFFD}');
        controls += u32::from(is_control);
    }
    controls * 20 > characters
}

/// Returns an issue for each cell with undecodable bytes.
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
