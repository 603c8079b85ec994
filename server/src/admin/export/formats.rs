//! The figures of an edition in one file.

use dataset::{ExportError, ExportFormat, Files};
use domain::Snapshot;
use import::DataFiles;

/// Writes the figures of an edition. `files` are those of the edition.
pub(crate) fn write(files: DataFiles, snapshot: &Snapshot, format: ExportFormat) -> Result<Vec<u8>, ExportError> {
    dataset::export(&Files::from_iter(files), snapshot, format)
}
