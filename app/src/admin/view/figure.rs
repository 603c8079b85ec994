//! One figure that is corrected.

use domain::upload::{CorrectionForm, Issue, Subject};

use super::message::UserError;

/// The form with all that is known about the figure that it means.
#[derive(Clone, Copy)]
pub struct FigureView<'a> {
    /// What was typed, or what the address says.
    pub form: &'a CorrectionForm,
    /// The figure that is meant, if the form says it.
    pub subject: Option<Subject>,
    /// Errors that the checks found in what was typed.
    pub issues: &'a [Issue],
    /// Why it was not taken.
    pub refusal: Option<&'a UserError>,
}
