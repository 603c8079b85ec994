//! What happened to a slide.

use std::collections::BTreeSet;

pub use domain::refresh::{Kept, Piece};

/// What happened to a slide that was to be refreshed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlideReport {
    /// What was replaced because the newest edition has something else.
    pub changed: BTreeSet<Piece>,
    /// What was left as it was.
    pub kept: BTreeSet<(Piece, Kept)>,
    /// Number of figures in refreshed charts and drawings that are different, new or gone.
    pub figures: usize,
    /// The title before and now.
    pub titles: (String, String),
}

impl SlideReport {
    /// Returns the report on a slide that the newest edition has in another shape.
    pub(super) fn of_other_shape() -> Self {
        Self {
            kept: BTreeSet::from([(Piece::Text, Kept::OtherShape)]),
            ..Self::default()
        }
    }
}

/// Why a file could not be refreshed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RefreshError {
    /// The file is no zip file.
    #[error("the file is not a presentation of the kind .pptx")]
    NotAZip,
    /// The file is protected by a password, or of the old kind `.ppt`.
    #[error("the file is protected by a password, or is of the old kind .ppt")]
    Encrypted,
    /// The zip file has no presentation in it.
    #[error("the file has no presentation in it")]
    NotAPresentation,
    /// The zip file has too many entries.
    #[error("the file has more than {limit} parts")]
    TooManyParts {
        /// The limit.
        limit: usize,
    },
    /// A part, or all of them together, are too large when unpacked.
    #[error("the part `{part}` is too large")]
    TooLarge {
        /// Path of the part.
        part: String,
    },
    /// Another part names a part that is not there.
    #[error("the part `{part}` is missing")]
    Missing {
        /// Path of the part.
        part: String,
    },
    /// A part cannot be read.
    #[error("the part `{part}` is damaged")]
    Damaged {
        /// Path of the part.
        part: String,
    },
    /// The newest edition of a slide or the file could not be written.
    #[error("the file could not be written: {0}")]
    NotWritten(String),
}

impl From<crate::OfficeError> for RefreshError {
    fn from(error: crate::OfficeError) -> Self {
        Self::NotWritten(error.to_string())
    }
}
