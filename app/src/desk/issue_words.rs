//! The wording of every kind of issue.

use domain::upload::IssueKind;

/// The wording of a kind, Vietnamese and English.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// Heading over all issues of the kind.
    pub(super) title: [&'static str; 2],
}

/// The wording of a kind.
pub(super) const fn of(kind: IssueKind) -> Option<&'static Words> {
    let _ = kind;
    None
}
