//! What can happen to the pieces of a slide that is brought up to the newest edition.

/// A piece of a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Piece {
    /// The title.
    Title,
    /// The line below the title.
    Subtitle,
    /// Figures and formatting of a chart.
    Chart,
    /// The workbook in a chart.
    Workbook,
    /// Lines and texts over a chart.
    Overlay,
    /// A map, strip or heat map that is drawn as shapes, or a table.
    Drawing,
    /// The alternative text.
    Description,
    /// The sentences below the chart.
    Remarks,
    /// The line with the source.
    Source,
    /// Another text of the slide.
    Text,
    /// The speaker notes.
    Notes,
}

/// Why a piece was left as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kept {
    /// Its content was changed by hand.
    Edited,
    /// It was removed from the slide.
    Removed,
    /// It was formatted by hand, and the newest edition cannot be put into it without losing that.
    Formatted,
    /// The newest edition has another number of charts, series or shapes than can be put into the edited slide.
    OtherShape,
}

impl Piece {
    /// Returns its name in files and answers for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Chart => "chart",
            Self::Workbook => "workbook",
            Self::Overlay => "overlay",
            Self::Drawing => "drawing",
            Self::Description => "description",
            Self::Remarks => "remarks",
            Self::Source => "source",
            Self::Text => "text",
            Self::Notes => "notes",
        }
    }
}

impl Kept {
    /// Returns its name in answers for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Removed => "removed",
            Self::Formatted => "formatted",
            Self::OtherShape => "other_shape",
        }
    }
}
