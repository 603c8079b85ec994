//! What an upload makes of the figures, and of the files that hold them.

mod aliases;
mod decisions;
pub(crate) mod files;
mod indicator_text;
mod merge;
mod normal;
pub(crate) mod order;
mod plan;
mod says;
pub(crate) mod sources;
mod write;

pub use merge::{Merged, Preview, merge, preview};
pub use plan::preview_counts;
pub use write::apply;

/// Why an upload cannot be written into the data files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The reading has errors, or no figures.
    #[error("the reading has errors or no figures")]
    NotPublishable,
    /// Some figures name no source, and none that can be used was chosen.
    #[error("some figures have no source")]
    NoSource,
    /// A data file is not as the current edition has it.
    #[error("{file}: {what}")]
    BrokenFile {
        /// Path from the data folder.
        file: String,
        /// What is wrong with it.
        what: String,
    },
}
