//! Rows of a text file, cut at separators; quotes may hide separators and line breaks.

use domain::upload::{Issue, IssueKind};
use memchr::{memchr, memchr_iter, memchr2};

use crate::{Grid, Limits, issues};

/// A quoted cell is taken to be open when it is longer than this: a spreadsheet's cell
/// holds half of it, and one forgotten quote must not swallow the file.
const LONGEST_QUOTED: usize = 64 << 10;

/// After so many open quotes they are letters like others: who writes inches with them
/// must not make reading slow.
const MOST_OPEN: usize = 100;

/// What was cut.
pub(crate) struct Rows {
    /// The cells, as written: [`crate::clean::finish`] comes later.
    pub(crate) grid: Grid,
    /// Cells of each row of the grid as written, empty ones at the end included.
    pub(crate) widths: Vec<u32>,
    /// Line and column of quotes that are never closed.
    pub(crate) open: Vec<(u32, u32)>,
}

/// Cuts a text that begins on line `line`.
///
/// # Errors
/// More rows or cells than the limits.
pub(crate) fn cut(text: String, separator: u8, line: u32, limits: &Limits) -> Result<Rows, Issue> {
    let mut cutter = Cutter {
        text: &text,
        separator,
        at: 0,
        line,
        spare: String::new(),
        out: Rows {
            grid: Grid::default(),
            widths: Vec::new(),
            open: Vec::new(),
        },
    };
    while cutter.at < text.len() {
        cutter.row();
        if cutter.out.grid.height() as u64 > u64::from(limits.rows) {
            return Err(issues::limit(IssueKind::TooManyRows, f64::from(limits.rows)));
        }
        if cutter.out.grid.cells() as u64 > limits.cells {
            return Err(issues::limit(IssueKind::TooManyCells, limits.cells as f64));
        }
    }
    let Cutter { spare, mut out, .. } = cutter;
    let mut text = text;
    text.push_str(&spare);
    out.grid.set_text(text);
    Ok(out)
}

struct Cutter<'a> {
    text: &'a str,
    separator: u8,
    /// Next byte to read.
    at: usize,
    /// Line of that byte, from 1.
    line: u32,
    /// Cells that had to be written anew; they follow the text in the end.
    spare: String,
    out: Rows,
}

impl Cutter<'_> {
    fn row(&mut self) {
        let bytes = self.text.as_bytes();
        let end = memchr2(b'\n', b'\r', &bytes[self.at..]).map_or(bytes.len(), |n| self.at + n);
        let heights = self.out.grid.height();
        self.out.grid.begin_row(self.line);
        // Files that were joined have byte order marks within.
        while bytes[self.at..].starts_with(b"\xEF\xBB\xBF") {
            self.at += 3;
        }
        let quotes = self.out.open.len() < MOST_OPEN && memchr(b'"', &bytes[self.at..end]).is_some();
        let width = if quotes { self.quoted_row() } else { self.plain_row(end) };
        self.out.grid.end_row();
        if self.out.grid.height() > heights {
            self.out.widths.push(width);
        }
    }

    /// A row without quotes, up to `end`.
    fn plain_row(&mut self, end: usize) -> u32 {
        let mut start = self.at;
        let mut width = 1;
        for cut in memchr_iter(self.separator, &self.text.as_bytes()[start..end]) {
            let cut = self.at + cut;
            self.cell(start, cut);
            start = cut + 1;
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
            // `="01"` is how programs keep a spreadsheet from making a number of a text.
            let constant = bytes[self.at + spaces..].starts_with(b"=\"");
            let skipped = spaces + usize::from(constant);
            let opens = self.out.open.len() < MOST_OPEN && bytes.get(self.at + skipped) == Some(&b'"');
            match opens.then(|| self.close(self.at + skipped + 1)) {
                Some(Some(end)) => self.quoted_cell(self.at + skipped + 1, end),
                closed => {
                    if closed.is_some() {
                        self.out.open.push((self.line, width));
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

    /// Where the quote that closes the cell stands: the first single one that a separator
    /// or the end of the line follows. A quote that something else follows is a letter, but
    /// only while the cell stays on its line.
    fn close(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = start;
        let mut broken = false;
        loop {
            let quote = at + memchr(b'"', &bytes[at..bytes.len().min(start + LONGEST_QUOTED)])?;
            broken |= memchr2(b'\n', b'\r', &bytes[at..quote]).is_some();
            let after = bytes[quote + 1..].iter().find(|b| **b != b' ');
            match (bytes.get(quote + 1), after) {
                (Some(b'"'), _) => at = quote + 2,
                (_, None | Some(b'\n' | b'\r')) => return Some(quote),
                (_, Some(next)) if *next == self.separator => return Some(quote),
                _ if broken => return None,
                _ => at = quote + 1,
            }
            if at > start + LONGEST_QUOTED || at > bytes.len() {
                return None;
            }
        }
    }

    /// A cell between quotes; reading goes on behind the closing one.
    fn quoted_cell(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let inside = &self.text[start..end];
        if inside.contains("\"\"") {
            let start = self.text.len() + self.spare.len();
            let unquoted = inside.replace("\"\"", "\"");
            self.spare.push_str(plain(unquoted.trim_matches(' ')));
            let end = self.text.len() + self.spare.len();
            self.out.grid.push_piece(start, end);
        } else {
            self.cell(start, end);
        }
        self.line += lines(inside.as_bytes());
        let spaces = bytes[end + 1..].iter().take_while(|b| **b == b' ').count();
        self.at = end + 1 + spaces;
    }

    /// A cell from byte to byte, without the spaces around it.
    fn cell(&mut self, start: usize, end: usize) {
        let bytes = &self.text.as_bytes()[start..end];
        let before = bytes.iter().take_while(|b| **b == b' ').count();
        let after = bytes[before..].iter().rev().take_while(|b| **b == b' ').count();
        self.out.grid.push_piece(start + before, end - after);
    }

    /// Goes on behind the line break at `end`, if one is there.
    fn break_line(&mut self, end: usize) {
        let bytes = self.text.as_bytes();
        self.at = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => end + 2,
            _ => end + 1,
        };
        self.line += 1;
    }
}

/// A text without a second pair of quotes around it, and without the equals sign before
/// them: `""".."""` is how some exports write `..`, and `"=""01"""` is the text 01.
fn plain(text: &str) -> &str {
    let constant = text.strip_prefix('=').unwrap_or(text);
    let inside = constant.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
    inside.filter(|inside| !inside.contains('"')).unwrap_or(text)
}

/// Line breaks of any kind.
fn lines(bytes: &[u8]) -> u32 {
    let feeds = memchr_iter(b'\n', bytes).count();
    let lone = memchr_iter(b'\r', bytes)
        .filter(|at| bytes.get(at + 1) != Some(&b'\n'))
        .count();
    u32::try_from(feeds + lone).unwrap_or(u32::MAX)
}
