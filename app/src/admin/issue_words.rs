//! The wording of every kind of issue.
//!
//! A sentence may have parts in brackets, which are left out when one of their blanks
//! cannot be filled, so that a sentence is whole whatever is known. Blanks stand in
//! brackets only. A blank is `{found}`; `{0}`, an argument; `{0#}`, a number that is not
//! grouped (rows); `{*}`, all arguments in a row; `{0|row|rows}`, a word that follows the
//! number in the argument.

macro_rules! wording {
    ($($kind:ident {
        title: $title:literal, $title_en:literal;
        what: $what:literal, $what_en:literal;
        expected: $expected:literal, $expected_en:literal;
        fix: $fix:literal, $fix_en:literal;
    })+) => {
        pub(super) const fn of(kind: domain::upload::IssueKind) -> Option<&'static $crate::admin::issue_words::wording::Words> {
            match kind {
                $(domain::upload::IssueKind::$kind => Some(&$crate::admin::issue_words::wording::Words {
                    title: [$title, $title_en],
                    what: [$what, $what_en],
                    expected: [$expected, $expected_en],
                    fix: [$fix, $fix_en],
                }),)+
                _ => None,
            }
        }
    };
}

mod columns;
mod file;
mod fill;
mod fit;
mod names;
mod provinces;
mod sheet;
mod values;
mod whole;
mod wording;

use domain::upload::{Issue, IssueKind};

pub(super) use fill::fill;
pub(super) use names::pick;
pub use names::{encoding_name, field_name, role_name, separator_name, title};
use wording::Words;

/// The wording of a kind. Every kind has one (tested); the topics are tried in turn.
pub(super) fn of(kind: IssueKind) -> Option<&'static Words> {
    file::of(kind)
        .or_else(|| sheet::of(kind))
        .or_else(|| columns::of(kind))
        .or_else(|| provinces::of(kind))
        .or_else(|| values::of(kind))
        .or_else(|| fit::of(kind))
        .or_else(|| whole::of(kind))
}

/// The wording for an issue: that of its kind, or a closer one.
pub(super) fn of_issue(issue: &Issue) -> Option<&'static Words> {
    values::special(issue).or_else(|| of(issue.kind))
}
