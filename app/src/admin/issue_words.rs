//! The wording of every kind of issue, from the message catalogue.

mod fill;
mod names;

use domain::{
    Lang,
    upload::{Arg, Issue, IssueKind},
};
use messages::{find, issues};

pub use names::{encoding_name, field_name, role_name, separator_name, title};

/// A part of what is said of an issue (`what`, `expected` or `fix`); empty if nothing is to be said.
pub(super) fn part(lang: Lang, issue: &Issue, part: &str) -> String {
    let name = special(issue).unwrap_or_else(|| issue.kind.code());
    find(issues::ALL, &format!("{name}-{part}")).map_or_else(String::new, |message| fill::fill(lang, message, issue))
}

/// The wording for what was found, where that of the kind would be wrong.
fn special(issue: &Issue) -> Option<&'static str> {
    match (issue.kind, &issue.args[..]) {
        (IssueKind::OutOfScale, [Arg::Number(low, _), Arg::Number(high, _)]) if low > high => {
            Some("out-of-scale-interval")
        }
        // What counts may reach has no limit worth saying.
        (IssueKind::OutOfScale, [_, Arg::Number(high, _)]) if *high >= f64::from(u32::MAX) => {
            Some("out-of-scale-count")
        }
        _ => None,
    }
}
