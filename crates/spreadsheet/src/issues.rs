//! Constructors of issues that concern a whole file.

use domain::Text;
use domain::upload::{Arg, CellRef, Issue, IssueKind};

/// Creates an issue of the whole file.
pub(crate) fn whole_file(kind: IssueKind, args: Vec<Arg>) -> Issue {
    Issue::new(kind, CellRef::default(), "", args)
}

/// Creates the issue of a file that exceeds `limit`.
pub(crate) fn limit(kind: IssueKind, limit: f64) -> Issue {
    whole_file(kind, vec![Arg::Number(limit, 0)])
}

/// Creates the issue of a malformed workbook, with its reader's message.
pub(crate) fn not_readable(message: &str) -> Issue {
    whole_file(IssueKind::NotReadable, vec![Arg::Text(message.into())])
}

/// Creates the issue of an unsupported file type, named in Vietnamese and English.
pub(crate) fn unknown_type(vi: &str, en: &str) -> Issue {
    whole_file(IssueKind::UnknownType, vec![Arg::Both(Text::new(vi, en))])
}
