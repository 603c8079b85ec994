//! The wording of a kind of issue.

/// The wording of a kind: Vietnamese, English.
#[derive(Clone, Copy, Debug)]
pub(in crate::admin) struct Words {
    /// Heading over all issues of the kind.
    pub(in crate::admin) title: [&'static str; 2],
    /// What is wrong, or worth saying.
    pub(in crate::admin) what: [&'static str; 2],
    /// What was expected.
    pub(in crate::admin) expected: [&'static str; 2],
    /// How to fix it.
    pub(in crate::admin) fix: [&'static str; 2],
}
