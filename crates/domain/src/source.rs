//! Sources: where figures were published.

/// A source in the catalogue's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

/// Where a figure was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name in files and addresses.
    pub slug: String,
    /// Title as published.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// Address; may be empty (reports on paper).
    pub url: String,
    /// When it was published, as far as known; may be empty.
    pub published: String,
    /// What it is.
    pub kind: SourceKind,
    /// Remarks; may be empty.
    pub note: String,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// The body that makes the indicator.
    Publisher,
    /// A public authority that reports it.
    Government,
    /// A newspaper that reports it.
    Press,
    /// A data file of a third party that copies what the body published.
    Copy,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Publisher, Self::Government, Self::Press, Self::Copy];

    /// Its name in files and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Publisher => "publisher",
            Self::Government => "government",
            Self::Press => "press",
            Self::Copy => "copy",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}
