//! What is wrong with a file, said so that a person can fix it.

use std::fmt;

/// One thing that is wrong, where it is, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// File, from the data folder.
    pub file: String,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// Column: a character position in TOML, a field in CSV, from 1; 0 when the whole line is meant.
    pub column: usize,
    /// Name of the field, where there is one.
    pub field: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// What to do about it.
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

/// The files cannot be used: everything that is wrong with them, in file order.
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

/// Collects problems while reading goes on, so that all of them are reported at once.
#[derive(Debug, Default)]
pub(crate) struct Problems(pub(crate) Vec<Problem>);

impl Problems {
    pub(crate) fn add(
        &mut self,
        at: &At<'_>,
        found: impl Into<String>,
        expected: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.0.push(Problem {
            file: at.file.to_owned(),
            line: at.line,
            column: at.column,
            field: at.field.to_owned(),
            found: found.into(),
            expected: expected.into(),
            fix: fix.into(),
        });
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'a> {
    pub(crate) file: &'a str,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) field: &'a str,
}

impl<'a> At<'a> {
    pub(crate) const fn file(file: &'a str) -> Self {
        At {
            file,
            line: 0,
            column: 0,
            field: "",
        }
    }

    /// The place of a byte in a text.
    pub(crate) fn byte(file: &'a str, text: &str, byte: usize, field: &'a str) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        At {
            file,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            field,
        }
    }
}
