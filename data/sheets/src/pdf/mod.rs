//! PDF documents: named, not read.

use domain::upload::Issue;

use crate::budget::Budget;
use crate::{Workbook, issues};

/// Opens a document.
///
/// # Errors
/// Always: what it is.
pub(crate) fn open(_bytes: &[u8], _budget: &Budget) -> Result<Workbook, Issue> {
    Err(issues::unknown_type("tài liệu PDF", "a PDF document"))
}
