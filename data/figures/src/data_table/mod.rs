//! A table of a page or chart as a file that other programs read, and its citation.

use domain::data_table::{Citation, DataTable};

use crate::{ExportError, ExportFormat};

/// The table as a file. The same table gives the same bytes.
///
/// # Errors
/// [`ExportError::NotWritten`]; [`ExportError::TooManyRows`] for a workbook.
pub fn table_file(table: &DataTable, format: ExportFormat) -> Result<Vec<u8>, ExportError> {
    let _ = table;
    Err(ExportError::NotWritten {
        format: format.extension(),
        reason: String::new(),
    })
}

/// The table as a part of an HTML page that pastes well into Word: styles stand on the elements.
#[must_use]
pub fn html_fragment(table: &DataTable) -> String {
    let _ = table;
    String::new()
}

/// The citation for BibTeX.
#[must_use]
pub fn bibtex(citation: &Citation) -> String {
    let _ = citation;
    String::new()
}

/// The citation as CSL-JSON, which Zotero and Word's add-ins read.
#[must_use]
pub fn csl_json(citation: &Citation) -> String {
    let _ = citation;
    String::new()
}
