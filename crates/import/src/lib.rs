//! Turns grids of cells into figures, issues and differences.
//!
//! - [`read`] interprets a file: sheet, header, columns, provinces, values.
//! - [`survey`] finds the tables of a workbook and the drafts that they make.
//! - [`check`] checks a reading against the catalogue and the current edition.
//! - [`merge`] and [`preview`] return the figures as they would be after publishing; [`difference`] compares two
//!   states of them, and a [`Fingerprint`] shows whether two states are equal.
//! - [`within`] runs any of these under a time limit.
//! - [`correction`] creates the file for the correction of a single figure.
//! - [`apply`] writes a reading into the data files, and [`catalogue_changes`] compares two states of those.

#![warn(missing_docs)]

mod answers;
mod apply;
mod cap;
mod check;
mod columns;
mod correct;
mod difference;
mod files;
mod layout;
mod limit;
mod names;
mod places;
mod read;
mod survey;
mod values;

pub use answers::catalogue_after;
pub use apply::{ApplyError, Merged, Preview, apply, merge, preview, preview_counts};
pub use check::check;
pub use correct::{Correction, correction};
pub use difference::{Fingerprint, difference};
pub use files::{DataFiles, FileChange, catalogue_changes};
pub use limit::{Stopped, TimeLimit, within};
pub use read::read;
pub use survey::survey;
