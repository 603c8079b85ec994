//! OpenDocument spreadsheets.

use domain::upload::Issue;

use crate::{Limits, Workbook, issues};

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], limits: &Limits) -> Result<Workbook, Issue> {
    let _ = (bytes, limits);
    Err(issues::not_readable("ods"))
}
