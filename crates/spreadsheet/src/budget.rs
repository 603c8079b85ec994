//! What reading a file may cost. One budget for the whole file, counted where the work is
//! done: what a file claims about itself is never believed.

use std::cell::Cell as Counter;
use std::io;

use domain::upload::{Issue, IssueKind};

use crate::{Limits, issues};

/// Bytes of all texts, each counted in every cell that shows it: one long text that a
/// million cells share must not fill the memory.
const TEXT: u64 = 1 << 28;

/// All parts of a package together, unpacked, in bytes.
const UNPACKED: u64 = 512 << 20;

/// Above this size, a package that grows more than a table can is a bomb.
const HARMLESS: u64 = 16 << 20;

/// What a package of tables grows to at most: rows that are all alike reach about 60.
const GROWTH: u64 = 250;

/// One element, text or comment of XML, in bytes: it is in memory as a whole.
const TOKEN: u64 = 8 << 20;

/// Elements, texts, records and operators of all parts.
const STEPS: u64 = 400_000_000;

/// Cells of all merged areas, as far as they are within the sheet.
const MERGED: u64 = 4_000_000;

/// Merged areas.
const AREAS: u64 = 200_000;

/// Counts what was read. Shared by the readers of a file, hence without `mut`.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    /// Bytes of the file as sent.
    sent: u64,
    rows: Counter<u64>,
    cells: Counter<u64>,
    text: Counter<u64>,
    unpacked: Counter<u64>,
    token: Counter<u64>,
    steps: Counter<u64>,
    merged: Counter<u64>,
    areas: Counter<u64>,
    /// A limit was passed: errors that readers make of that are named after it.
    spent: Counter<bool>,
}

impl Budget {
    /// The budget of a file of `sent` bytes.
    pub(crate) fn new(limits: &Limits, sent: usize) -> Self {
        Self {
            limits: *limits,
            sent: sent as u64,
            rows: Counter::new(0),
            cells: Counter::new(0),
            text: Counter::new(0),
            unpacked: Counter::new(0),
            token: Counter::new(0),
            steps: Counter::new(0),
            merged: Counter::new(0),
            areas: Counter::new(0),
            spent: Counter::new(false),
        }
    }

    /// The error of a file that is larger than can be held.
    pub(crate) fn too_much(&self) -> Issue {
        issues::limit(IssueKind::TooManyCells, self.limits.cells as f64)
    }

    /// The error of a reader: the limit that was passed, or else what the reader reports.
    pub(crate) fn failed(&self, error: &dyn std::fmt::Display) -> Issue {
        if self.spent.get() {
            self.too_much()
        } else {
            issues::not_readable(&error.to_string())
        }
    }

    fn add(&self, counter: &Counter<u64>, more: u64, limit: u64) -> Result<(), Issue> {
        counter.set(counter.get().saturating_add(more));
        if counter.get() <= limit {
            return Ok(());
        }
        self.spent.set(true);
        Err(self.too_much())
    }

    /// Counts a row.
    ///
    /// # Errors
    /// More rows than the limit.
    pub(crate) fn row(&self) -> Result<(), Issue> {
        let rows = u64::from(self.limits.rows);
        self.add(&self.rows, 1, rows)
            .map_err(|_| issues::limit(IssueKind::TooManyRows, rows as f64))
    }

    /// Counts cells, empty ones between others included.
    ///
    /// # Errors
    /// More cells than the limit.
    pub(crate) fn cells(&self, more: u64) -> Result<(), Issue> {
        self.add(&self.cells, more, self.limits.cells)
    }

    /// Counts bytes of texts.
    ///
    /// # Errors
    /// More than the memory for texts.
    pub(crate) fn text(&self, bytes: usize) -> Result<(), Issue> {
        self.add(&self.text, bytes as u64, TEXT)
    }

    /// Counts steps of work: elements, records, repetitions.
    ///
    /// # Errors
    /// More than the limit.
    pub(crate) fn steps(&self, more: u64) -> Result<(), Issue> {
        self.add(&self.steps, more, STEPS)
    }

    /// Counts a merged area of so many cells.
    ///
    /// # Errors
    /// More areas, or cells within them, than the limit.
    pub(crate) fn merged(&self, cells: u64) -> Result<(), Issue> {
        self.add(&self.areas, 1, AREAS)?;
        self.add(&self.merged, cells, MERGED)
    }

    /// True when a limit was passed.
    pub(crate) fn is_spent(&self) -> bool {
        self.spent.get()
    }

    /// Bytes that were unpacked so far.
    pub(crate) fn unpacked(&self) -> u64 {
        self.unpacked.get()
    }

    /// Begins another element, text or comment of XML.
    pub(crate) fn begin_token(&self) {
        self.token.set(0);
    }

    /// Counts bytes that were unpacked.
    ///
    /// # Errors
    /// A package that grows beyond all measure, or one element that does.
    pub(crate) fn unpack(&self, bytes: usize) -> io::Result<()> {
        let bytes = bytes as u64;
        let counted = self.add(&self.unpacked, bytes, UNPACKED);
        let token = self.add(&self.token, bytes, TOKEN);
        let unpacked = self.unpacked.get();
        let bomb = unpacked > HARMLESS && unpacked / GROWTH > self.sent;
        if counted.is_err() || token.is_err() || bomb {
            self.spent.set(true);
            return Err(io::Error::other("more than can be held"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_named() {
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
