//! Limits the number of issues listed per kind: a file with a million wrong rows needs one sentence and some examples,
//! not a million sentences.

use std::collections::{BTreeMap, HashMap};

use domain::upload::{Arg, CellRef, Issue, IssueKind, Reading};

/// Maximum number of issues listed per kind; the rest are only counted.
pub(crate) const MAX_LISTED_PER_KIND: u32 = 10_000;
/// Number of new issues after which a list is trimmed: often enough to stay small, seldom enough to be cheap.
const TRIM_INTERVAL: usize = 20_000;

/// A cap on a growing list of issues.
#[derive(Debug, Default)]
pub(crate) struct Cap {
    listed: HashMap<IssueKind, u32>,
    beyond: BTreeMap<IssueKind, u32>,
    trimmed_len: usize,
}

impl Cap {
    /// Counts one more issue of a kind and returns true if it is to be listed.
    pub(crate) fn admits(&mut self, kind: IssueKind) -> bool {
        let listed = self.listed.entry(kind).or_default();
        if *listed < MAX_LISTED_PER_KIND {
            *listed += 1;
            return true;
        }
        let beyond = self.beyond.entry(kind).or_default();
        *beyond = beyond.saturating_add(1);
        false
    }

    /// Removes the issues above the limit, once enough have been added.
    pub(crate) fn trim(&mut self, issues: &mut Vec<Issue>) {
        if issues.len() >= self.trimmed_len + TRIM_INTERVAL {
            self.trim_now(issues);
        }
    }

    fn trim_now(&mut self, issues: &mut Vec<Issue>) {
        let mut at = 0;
        let trimmed_len = self.trimmed_len;
        issues.retain(|issue| {
            at += 1;
            at <= trimmed_len || self.admits(issue.kind)
        });
        self.trimmed_len = issues.len();
    }

    /// Adds one summary issue for each kind with more issues than are listed.
    pub(crate) fn finish(mut self, issues: &mut Vec<Issue>) {
        self.trim_now(issues);
        for (kind, more) in self.beyond {
            issues.push(more_issues(kind, more));
        }
    }
}

fn more_issues(kind: IssueKind, more: u32) -> Issue {
    let args = vec![Arg::Number(f64::from(more), 0)];
    Issue::new(IssueKind::MoreIssues, CellRef::default(), kind.code(), args)
}

/// Caps the issues of a reading in their present order, and adds up the counts of unlisted issues that the parts of the
/// reading report.
pub(crate) fn cap(reading: &mut Reading) {
    let mut cap = Cap::default();
    let mut issues = std::mem::take(&mut reading.issues);
    issues.retain(|issue| {
        let counted = match (issue.kind, &issue.args[..]) {
            (IssueKind::MoreIssues, [Arg::Number(more, _)]) => {
                IssueKind::from_code(&issue.found).map(|kind| (kind, *more))
            }
            _ => None,
        };
        if let Some((kind, more)) = counted {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "created from a u32 by more_issues"
            )]
            let more = more as u32;
            let beyond = cap.beyond.entry(kind).or_default();
            *beyond = beyond.saturating_add(more);
        }
        counted.is_none()
    });
    cap.finish(&mut issues);
    reading.issues = issues;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_beyond_the_limit_are_counted_once() {
        let issue = |row| {
            Issue::new(
                IssueKind::NotANumber,
                CellRef {
                    sheet: 0,
                    row,
                    column: 1,
                },
                "x",
                Vec::new(),
            )
        };
        let mut reading = Reading::default();
        let mut part = Cap::default();
        for row in 0..50_000 {
            reading.issues.push(issue(row));
            part.trim(&mut reading.issues);
        }
        assert!(reading.issues.len() < 31_000, "{}", reading.issues.len());
        part.finish(&mut reading.issues);
        reading.issues.push(issue(60_000));
        cap(&mut reading);
        let listed = reading
            .issues
            .iter()
            .filter(|i| i.kind == IssueKind::NotANumber)
            .count();
        let more: Vec<&Issue> = reading
            .issues
            .iter()
            .filter(|i| i.kind == IssueKind::MoreIssues)
            .collect();
        assert_eq!((listed, more.len()), (10_000, 1));
        assert_eq!(
            (&*more[0].found, &more[0].args[..]),
            ("not-a-number", &[Arg::Number(40_001.0, 0)][..])
        );
    }
}
