//! Text files: bytes to letters, letters to rows.

mod rows;
mod separator;

use domain::Text;
use domain::upload::{Arg, Choices, FileKind, Issue, IssueKind};

use crate::{Limits, Workbook, issues};

/// Opens a text file.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], name: &str, choices: &Choices, limits: &Limits) -> Result<Workbook, Issue> {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = String::from_utf8_lossy(body).into_owned();
    let mut found = Vec::new();
    let (first_line, text) = separator::take_sep_line(text);
    let named = first_line.map(|s| (s, 2));
    let (separator, line) = named.unwrap_or_else(|| (None, 1));
    let chosen = choices.separator.filter(char::is_ascii).map(|c| c as u8);
    let told = separator::find(&text, name);
    if chosen.is_none()
        && let Some(separator) = separator.or(told)
    {
        found.push(separator_found(separator));
    }
    let separator = chosen.or(separator).or(told);
    let rows = rows::cut(text, separator.unwrap_or(b','), line, limits)?;
    Ok(Workbook {
        kind: FileKind::Delimited,
        encoding: Some(domain::upload::Encoding::Utf8),
        separator: separator.map(char::from),
        sheets: vec![rows.grid],
        issues: found,
    })
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
