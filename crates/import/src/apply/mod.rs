//! Applies an upload to the figures and to the data files.

mod aliases;
mod decisions;
pub(crate) mod files;
mod indicator_text;
mod merge;
mod normal;
pub(crate) mod order;
mod outcome;
mod plan;
pub(crate) mod sources;
mod write;

pub use merge::{Merged, Preview, merge, preview};
pub use plan::preview_counts;
pub use write::apply;

/// The reason why an upload cannot be written into the data files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The reading has errors or no figures.
    #[error("the reading has errors or no figures")]
    NotPublishable,
    /// Some figures have no source, and no usable source was chosen.
    #[error("some figures have no source")]
    NoSource,
    /// A data file does not match the current edition.
    #[error("{file}: {what}")]
    BrokenFile {
        /// Path relative to the data folder.
        file: String,
        /// What is wrong with it.
        what: String,
    },
}
