//! Grids of cells in; figures, issues and differences out.
//!
//! - [`read`] understands a file: sheet, header, columns, provinces, values.
//! - [`survey`] finds out which tables a workbook holds and which drafts they make.
//! - [`check`] holds what was read against the catalogue and the current edition.
//! - [`merge`] and [`preview`] say what the figures would be; [`difference`] compares two
//!   states of them, and a [`Fingerprint`] says whether they are the same.
//! - [`within`] gives all of it a limit of time.
//! - [`correction`] makes the file of a single figure.
//! - [`apply`] writes it into the data files, and [`catalogue_changes`] compares those.

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
