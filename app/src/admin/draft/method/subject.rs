//! Of which indicator and years the method is asked.

use domain::Indicator;

use super::super::sheet::Sheet;

/// The years that the question is about: those without a method, else those whose method was not known.
pub(super) fn asked<'a>(sheet: &Sheet<'a>) -> &'a [i32] {
    let questions = &sheet.draft.reading.questions;
    if questions.years.is_empty() {
        &questions.unknown_years
    } else {
        &questions.years
    }
}

/// The indicator as the catalogue has it now.
pub(super) fn known<'a>(sheet: &Sheet<'a>) -> Option<&'a Indicator> {
    let id = sheet.draft.reading.indicator?;
    sheet.at.admin.snapshot.catalogue.indicators.get(usize::from(id.0))
}
