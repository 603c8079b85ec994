//! Resource limits for reading one file. A single budget covers the whole file and is charged where the work is done;
//! sizes that a file declares are never trusted.

use std::cell::Cell as Counter;
use std::io;

use domain::upload::{Issue, IssueKind};

use crate::{Limits, issues};

/// Bytes of all texts, counted once per cell that shows them: one long text shared by a million cells must not exhaust
/// the memory.
const TEXT: u64 = 1 << 28;

/// Uncompressed bytes of all parts of a package.
const UNPACKED: u64 = 512 << 20;

/// Above this uncompressed size, a package that expands more than tables can is treated as a zip bomb.
const HARMLESS: u64 = 16 << 20;

/// Highest plausible expansion factor of a package of tables: identical rows reach about 60.
const GROWTH: u64 = 250;

/// Bytes of one XML element, text or comment, which is in memory as a whole.
const TOKEN: u64 = 8 << 20;

/// XML events, records and operators of all parts.
const STEPS: u64 = 400_000_000;

/// Cells of all merged areas, clipped to the sheet.
const MERGED: u64 = 4_000_000;

/// Number of merged areas.
const AREAS: u64 = 200_000;

/// Counters of the resources used. Shared by the readers of a file, hence the interior mutability.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    /// Size of the uploaded file, in bytes.
    file_bytes: u64,
    rows: Counter<u64>,
    cells: Counter<u64>,
    text: Counter<u64>,
    unpacked: Counter<u64>,
    token: Counter<u64>,
    steps: Counter<u64>,
    merged: Counter<u64>,
    areas: Counter<u64>,
    /// Set once a limit was exceeded: errors that readers derive from that report the limit instead.
    exceeded: Counter<bool>,
}

impl Budget {
    /// Creates the budget of a file of `file_bytes` bytes.
    pub(crate) fn new(limits: &Limits, file_bytes: usize) -> Self {
        Self {
            limits: *limits,
            file_bytes: file_bytes as u64,
            rows: Counter::new(0),
            cells: Counter::new(0),
            text: Counter::new(0),
            unpacked: Counter::new(0),
            token: Counter::new(0),
            steps: Counter::new(0),
            merged: Counter::new(0),
            areas: Counter::new(0),
            exceeded: Counter::new(false),
        }
    }

    /// Returns the issue for a file that exceeds the budget.
    pub(crate) fn limit_issue(&self) -> Issue {
        issues::limit(IssueKind::TooManyCells, self.limits.cells as f64)
    }

    /// Returns the issue for a reader's error: the limit if one was exceeded, otherwise the reader's message.
    pub(crate) fn failed(&self, error: &dyn std::fmt::Display) -> Issue {
        if self.exceeded.get() {
            self.limit_issue()
        } else {
            issues::not_readable(&error.to_string())
        }
    }

    fn add(&self, counter: &Counter<u64>, more: u64, limit: u64) -> Result<(), Issue> {
        counter.set(counter.get().saturating_add(more));
        if counter.get() <= limit {
            return Ok(());
        }
        self.exceeded.set(true);
        Err(self.limit_issue())
    }

    /// Counts a row.
    ///
    /// # Errors
    /// If there are more rows than the limit.
    pub(crate) fn row(&self) -> Result<(), Issue> {
        let rows = u64::from(self.limits.rows);
        self.add(&self.rows, 1, rows)
            .map_err(|_| issues::limit(IssueKind::TooManyRows, rows as f64))
    }

    /// Counts cells, including the empty ones between filled cells.
    ///
    /// # Errors
    /// If there are more cells than the limit.
    pub(crate) fn cells(&self, more: u64) -> Result<(), Issue> {
        self.add(&self.cells, more, self.limits.cells)
    }

    /// Counts bytes of text.
    ///
    /// # Errors
    /// If the texts need more memory than the limit.
    pub(crate) fn text(&self, bytes: usize) -> Result<(), Issue> {
        self.add(&self.text, bytes as u64, TEXT)
    }

    /// Counts units of work: XML events, records, repetitions.
    ///
    /// # Errors
    /// If there are more than the limit.
    pub(crate) fn steps(&self, more: u64) -> Result<(), Issue> {
        self.add(&self.steps, more, STEPS)
    }

    /// Counts a merged area of `cells` cells.
    ///
    /// # Errors
    /// If there are more areas, or more cells within them, than the limit.
    pub(crate) fn merged(&self, cells: u64) -> Result<(), Issue> {
        self.add(&self.areas, 1, AREAS)?;
        self.add(&self.merged, cells, MERGED)
    }

    /// Returns true once a limit was exceeded.
    pub(crate) fn is_exceeded(&self) -> bool {
        self.exceeded.get()
    }

    /// Returns the bytes uncompressed so far.
    pub(crate) fn unpacked(&self) -> u64 {
        self.unpacked.get()
    }

    /// Starts the count of the next XML element, text or comment.
    pub(crate) fn begin_token(&self) {
        self.token.set(0);
    }

    /// Counts uncompressed bytes.
    ///
    /// # Errors
    /// If the package or one of its elements expands beyond the limit.
    pub(crate) fn unpack(&self, bytes: usize) -> io::Result<()> {
        let bytes = bytes as u64;
        let counted = self.add(&self.unpacked, bytes, UNPACKED);
        let token = self.add(&self.token, bytes, TOKEN);
        let unpacked = self.unpacked.get();
        let bomb = unpacked > HARMLESS && unpacked / GROWTH > self.file_bytes;
        if counted.is_err() || token.is_err() || bomb {
            self.exceeded.set(true);
            return Err(io::Error::other("the uncompressed data exceeds the limit"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_reported_by_kind() {
        let limits = Limits {
            bytes: 10,
            rows: 2,
            cells: 5,
        };
        let budget = Budget::new(&limits, 10);
        assert!(budget.row().and_then(|()| budget.row()).is_ok());
        assert_eq!(budget.row().map_err(|i| i.kind), Err(IssueKind::TooManyRows));
        let budget = Budget::new(&limits, 10);
        assert_eq!(budget.failed(&"x").kind, IssueKind::NotReadable);
        assert_eq!(budget.cells(6).map_err(|i| i.kind), Err(IssueKind::TooManyCells));
        assert_eq!(budget.failed(&"x").kind, IssueKind::TooManyCells);
        let budget = Budget::new(&limits, 10);
        assert!(budget.unpack(4 << 20).is_ok());
        budget.begin_token();
        assert!(budget.unpack(9 << 20).is_err(), "one element of 9 MB");
        let budget = Budget::new(&Limits::default(), 1000);
        for _ in 0..3 {
            budget.begin_token();
            assert!(budget.unpack(5 << 20).is_ok());
        }
        budget.begin_token();
        assert!(budget.unpack(5 << 20).is_err(), "20 MB from 1 kB");
    }
}
