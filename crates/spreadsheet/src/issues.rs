//! Issues of a file as a whole, made in one place.

use domain::Text;
use domain::upload::{Arg, CellRef, Issue, IssueKind};

/// An issue of the whole file.
pub(crate) fn whole_file(kind: IssueKind, args: Vec<Arg>) -> Issue {
    Issue::new(kind, CellRef::default(), "", args)
}

/// More than the limit.
pub(crate) fn limit(kind: IssueKind, limit: f64) -> Issue {
    whole_file(kind, vec![Arg::Number(limit, 0)])
}

/// A workbook that is broken, with what its reader says.
pub(crate) fn not_readable(says: &str) -> Issue {
    whole_file(IssueKind::NotReadable, vec![Arg::Text(says.into())])
}

/// Neither text nor a workbook, with what it looks like.
pub(crate) fn unknown_type(vi: &str, en: &str) -> Issue {
    whole_file(IssueKind::UnknownType, vec![Arg::Both(Text::new(vi, en))])
}
