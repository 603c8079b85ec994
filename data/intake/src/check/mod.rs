//! What was read, held against the catalogue and the current edition.

use domain::{
    Snapshot,
    upload::{Choices, Reading},
};

/// Checks the entries of a reading and adds to it: issues, the provinces that are absent,
/// and an entry without a value for each of those whose absence has a reason.
pub fn check(reading: &mut Reading, choices: &Choices, current: &Snapshot) {
    let _ = (reading, choices, current);
}
