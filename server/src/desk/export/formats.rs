//! The figures of an edition in one file.

use dataset::{ExportError, ExportFormat, Files};
use domain::Snapshot;
use import::DataFiles;

/// Writes the figures of an edition. `files` are those of the edition.
pub(crate) fn write(files: DataFiles, snapshot: &Snapshot, format: ExportFormat) -> Result<Vec<u8>, ExportError> {
    let mut input = Files::default();
    for (path, bytes) in files {
        input.insert(path, bytes);
    }
    dataset::export(&input, snapshot, format)
}
