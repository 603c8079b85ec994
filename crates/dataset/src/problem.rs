//! Problems of the data files, with the information needed to fix them.

use std::fmt;

/// One problem: where it is, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File, relative to the data folder.
    pub file: String,
    /// Line, from 1; 0 for the whole file.
    pub line: usize,
    /// Column, from 1: a character position in TOML, a field in CSV; 0 for the whole line.
    pub column: usize,
    /// Name of the field; empty if there is none.
    pub field: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// How to fix it.
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        if !self.field.is_empty() {
            write!(f, " ({})", self.field)?;
        }
        write!(
            f,
            ": found {}; expected {}. To fix: {}.",
            self.found, self.expected, self.fix
        )
    }
}

/// The files cannot be used: all their problems, in file order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} in the data files:\n{}", count(.0.len()), list(.0))]
pub struct LoadError(pub Vec<Problem>);

fn count(problems: usize) -> String {
    if problems == 1 {
        "1 problem".to_owned()
    } else {
        format!("{problems} problems")
    }
}

fn list(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(|p| format!("  {p}")).collect();
    lines.join("\n")
}

/// Collects problems while reading continues, so that all of them are reported at once.
#[derive(Debug, Default)]
pub(crate) struct Problems(pub(crate) Vec<Problem>);

impl Problems {
    pub(crate) fn add(
        &mut self,
        location: &Location<'_>,
        found: impl Into<String>,
        expected: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.0.push(Problem {
            file: location.file.to_owned(),
            line: location.line,
            column: location.column,
            field: location.field.to_owned(),
            found: found.into(),
            expected: expected.into(),
            fix: fix.into(),
        });
    }
}

/// A location in a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Location<'a> {
    pub(crate) file: &'a str,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) field: &'a str,
}

impl<'a> Location<'a> {
    pub(crate) const fn file(file: &'a str) -> Self {
        Location {
            file,
            line: 0,
            column: 0,
            field: "",
        }
    }

    /// Returns the location of a byte of a text.
    pub(crate) fn byte(file: &'a str, text: &str, byte: usize, field: &'a str) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Location {
            file,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            field,
        }
    }
}
