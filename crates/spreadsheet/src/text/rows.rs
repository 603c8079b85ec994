//! Splits a text file into rows and cells; separators and line breaks within quotes are part of a cell.

use domain::upload::{Issue, IssueKind};
use memchr::{memchr, memchr_iter, memchr2};

use crate::{Grid, Limits, issues};

/// A quoted cell longer than this is treated as an unclosed quote: a spreadsheet cell holds half of it, and one
/// missing quote must not swallow the file.
const MAX_QUOTED_BYTES: usize = 64 << 10;

/// After this many unclosed quotes, quotes are treated as ordinary characters: a file that uses them for inches must
/// not slow the parser down.
const MAX_UNCLOSED: usize = 100;

/// The result of splitting a text.
pub(crate) struct Rows {
    /// The cells, as written: [`crate::clean::finish`] normalises them later.
    pub(crate) grid: Grid,
    /// Number of cells of each row as written, including trailing empty ones.
    pub(crate) widths: Vec<u32>,
    /// Line and column of unclosed quotes.
    pub(crate) unclosed: Vec<(u32, u32)>,
}

/// Splits a text that begins on line `line`.
///
/// # Errors
/// If there are more rows or cells than the limits.
pub(crate) fn split(text: String, separator: u8, line: u32, limits: &Limits) -> Result<Rows, Issue> {
    let mut splitter = Splitter {
        text: &text,
        separator,
        at: 0,
        line,
        rewritten: String::new(),
        out: Rows {
            grid: Grid::default(),
            widths: Vec::new(),
            unclosed: Vec::new(),
        },
    };
    while splitter.at < text.len() {
        splitter.row();
        if splitter.out.grid.height() as u64 > u64::from(limits.rows) {
            return Err(issues::limit(IssueKind::TooManyRows, f64::from(limits.rows)));
        }
        if splitter.out.grid.cells() as u64 > limits.cells {
            return Err(issues::limit(IssueKind::TooManyCells, limits.cells as f64));
        }
    }
    let Splitter { rewritten, mut out, .. } = splitter;
    let mut text = text;
    text.push_str(&rewritten);
    out.grid.set_text(text);
    Ok(out)
}

struct Splitter<'a> {
    text: &'a str,
    separator: u8,
    /// Position of the next byte to read.
    at: usize,
    /// Line of that byte, from 1.
    line: u32,
    /// Cells that had to be rewritten; they are appended to the text at the end.
    rewritten: String,
    out: Rows,
}

impl Splitter<'_> {
    fn row(&mut self) {
        let bytes = self.text.as_bytes();
        let end = memchr2(b'\n', b'\r', &bytes[self.at..]).map_or(bytes.len(), |n| self.at + n);
        let heights = self.out.grid.height();
        self.out.grid.begin_row(self.line);
        // Concatenated files contain byte order marks.
        while bytes[self.at..].starts_with(b"\xEF\xBB\xBF") {
            self.at += 3;
        }
        let quotes = self.out.unclosed.len() < MAX_UNCLOSED && memchr(b'"', &bytes[self.at..end]).is_some();
        let width = if quotes {
            self.quoted_row()
        } else {
            self.unquoted_row(end)
        };
        self.out.grid.end_row();
        if self.out.grid.height() > heights {
            self.out.widths.push(width);
        }
    }

    /// Reads a row without quotes, up to `end`.
    fn unquoted_row(&mut self, end: usize) -> u32 {
        let mut start = self.at;
        let mut width = 1;
        for position in memchr_iter(self.separator, &self.text.as_bytes()[start..end]) {
            let position = self.at + position;
            self.cell(start, position);
            start = position + 1;
            width += 1;
        }
        self.cell(start, end);
        self.break_line(end);
        width
    }

    fn quoted_row(&mut self) -> u32 {
        let bytes = self.text.as_bytes();
        let mut width = 1;
        loop {
            let spaces = bytes[self.at..].iter().take_while(|b| **b == b' ').count();
            // `="01"` is how programs prevent a spreadsheet from converting a text to a number.
            let constant = bytes[self.at + spaces..].starts_with(b"=\"");
            let skipped = spaces + usize::from(constant);
            let opens = self.out.unclosed.len() < MAX_UNCLOSED && bytes.get(self.at + skipped) == Some(&b'"');
            match opens.then(|| self.closing_quote(self.at + skipped + 1)) {
                Some(Some(end)) => self.quoted_cell(self.at + skipped + 1, end),
                closed => {
                    if closed.is_some() {
                        self.out.unclosed.push((self.line, width));
                        self.at += skipped + 1;
                    }
                    let rest = &bytes[self.at..];
                    let end = rest
                        .iter()
                        .position(|b| *b == self.separator || matches!(b, b'\n' | b'\r'))
                        .map_or(bytes.len(), |n| self.at + n);
                    self.cell(self.at, end);
                    self.at = end;
                }
            }
            if bytes.get(self.at) != Some(&self.separator) {
                self.break_line(self.at);
                return width;
            }
            self.at += 1;
            width += 1;
        }
    }

    /// Returns the position of the quote that closes the cell: the first single one followed by a separator or the end
    /// of the line. A quote followed by anything else is an ordinary character, but only while the cell has no line
    /// break. `None` if the quote is not closed.
    fn closing_quote(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = start;
        let mut has_line_break = false;
        loop {
            let quote = at + memchr(b'"', &bytes[at..bytes.len().min(start + MAX_QUOTED_BYTES)])?;
            has_line_break |= memchr2(b'\n', b'\r', &bytes[at..quote]).is_some();
            let after = bytes[quote + 1..].iter().find(|b| **b != b' ');
            match (bytes.get(quote + 1), after) {
                (Some(b'"'), _) => at = quote + 2,
                (_, None | Some(b'\n' | b'\r')) => return Some(quote),
                (_, Some(next)) if *next == self.separator => return Some(quote),
                _ if has_line_break => return None,
                _ => at = quote + 1,
            }
            if at > start + MAX_QUOTED_BYTES || at > bytes.len() {
                return None;
            }
        }
    }

    /// Reads a quoted cell and moves past its closing quote.
    fn quoted_cell(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let inside = &self.text[start..end];
        if inside.contains("\"\"") {
            let start = self.text.len() + self.rewritten.len();
            let unquoted = inside.replace("\"\"", "\"");
            self.rewritten.push_str(strip_quotes(unquoted.trim_matches(' ')));
            let end = self.text.len() + self.rewritten.len();
            self.out.grid.push_piece(start, end);
        } else {
            self.cell(start, end);
        }
        self.line += line_breaks(inside.as_bytes());
        let spaces = bytes[end + 1..].iter().take_while(|b| **b == b' ').count();
        self.at = end + 1 + spaces;
    }

    /// Appends the cell between two byte positions, without the spaces around it.
    fn cell(&mut self, start: usize, end: usize) {
        let bytes = &self.text.as_bytes()[start..end];
        let before = bytes.iter().take_while(|b| **b == b' ').count();
        let after = bytes[before..].iter().rev().take_while(|b| **b == b' ').count();
        self.out.grid.push_piece(start + before, end - after);
    }

    /// Moves past the line break at `end`, if there is one.
    fn break_line(&mut self, end: usize) {
        let bytes = self.text.as_bytes();
        self.at = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => end + 2,
            _ => end + 1,
        };
        self.line += 1;
    }
}

/// Strips a second pair of quotes around a text, and an equals sign before them: some exports write `..` as
/// `""".."""`, and `"=""01"""` is the text 01.
fn strip_quotes(text: &str) -> &str {
    let constant = text.strip_prefix('=').unwrap_or(text);
    let inside = constant.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
    inside.filter(|inside| !inside.contains('"')).unwrap_or(text)
}

/// Counts line breaks of any kind.
fn line_breaks(bytes: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', bytes).count();
    let lone = memchr_iter(b'\r', bytes)
        .filter(|at| bytes.get(at + 1) != Some(&b'\n'))
        .count();
    u32::try_from(feeds + lone).unwrap_or(u32::MAX)
}
