//! Uploaded files: the editor's choices, the parsed content, the issues found and the resulting changes.
//!
//! The bytes of a file and the editor's [`Choices`] give a [`Reading`]; a reading and the current edition give a
//! [`Difference`]. Both can be computed again at any time, so only bytes and choices are stored.

mod choices;
mod correction;
mod difference;
mod issue;
mod method;
mod new_indicator;
mod reading;
mod role;
mod survey;
mod tables;

pub use choices::{BadField, Choices, Mode, NewSource, SourceChoice, separator_code, separator_from_code};
pub use correction::{
    CORRECTION_FIELDS, CorrectionChoice, CorrectionError, CorrectionForm, CorrectionProblem, How, SHOW_ALL, Subject,
    claim_code,
};
pub use difference::{Counts, Difference, FigureChange, Kind, Moved, RankMove, Side};
pub use issue::{Arg, CellRef, Issue, IssueKind, Severity, column_letters};
pub use method::{
    AnswerProblem, ComponentChoice, ComponentPart, EditedIndicator, FileColumn, FileContents, MethodAnswer,
    MethodAnswers, MethodChoice, MethodDetails, Neighbours, NewComponent, edit_indicator, may_end, neighbours,
    open_years, same_choices, unknown_years,
};
pub use new_indicator::{NEW_INDICATOR, NewIndicator};
pub use reading::{
    Axis, Column, Confidence, Decimal, Encoding, Entry, FileFacts, FileKind, Layout, MatchedBy, PlaceMatch, Questions,
    Reading, Shape, SheetFacts, TableAt,
};
pub use role::{Field, Role};
pub use survey::{ByName, Open, Outcome, Survey, SurveyTable, Unread};
pub use tables::{TableRef, column_in_table, column_of_table, rows_code, rows_from_code};
