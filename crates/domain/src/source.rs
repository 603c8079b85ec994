//! Sources: where figures were published.

use strum::{EnumString, IntoStaticStr};

/// Index of a source in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

/// Where a figure was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name in files and URLs.
    pub slug: String,
    /// Title as published.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// URL; may be empty (printed reports).
    pub url: String,
    /// When it was published, as far as known; may be empty.
    pub published: String,
    /// The kind of source.
    pub kind: SourceKind,
    /// Remarks; may be empty.
    pub note: String,
}

/// The kind of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum SourceKind {
    /// The body that publishes the indicator.
    Publisher,
    /// A public authority that reports it.
    Government,
    /// A newspaper that reports it.
    Press,
    /// A third party's data file that copies what the publisher published.
    Copy,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Publisher, Self::Government, Self::Press, Self::Copy];

    /// Returns its name in files and forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the kind with this name. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}
