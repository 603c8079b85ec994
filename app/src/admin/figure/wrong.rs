//! What is wrong with a field, in a sentence.

use domain::{
    Lang,
    upload::{CorrectionError, CorrectionProblem},
};
use messages::arguments;

use crate::admin::words as w;

/// The sentence about a field.
pub(in crate::admin) fn line(lang: Lang, problem: &CorrectionProblem) -> String {
    let words = match problem.error {
        CorrectionError::Needed => w::WRONG_NEEDED,
        CorrectionError::Unknown => w::WRONG_UNKNOWN,
        CorrectionError::NotThen => w::WRONG_NOT_THEN,
        CorrectionError::NoMethod => w::WRONG_NO_METHOD,
        CorrectionError::NotANumber => w::WRONG_NOT_A_NUMBER,
        CorrectionError::Ambiguous => w::WRONG_AMBIGUOUS,
        CorrectionError::NotARank => w::WRONG_NOT_A_RANK,
        CorrectionError::Both => w::WRONG_BOTH,
        CorrectionError::TwoSources => w::WRONG_TWO_SOURCES,
        CorrectionError::BadDay => w::WRONG_DAY,
        CorrectionError::BadAddress => w::WRONG_ADDRESS,
        CorrectionError::NotThere => w::WRONG_NOT_THERE,
        CorrectionError::NoConflict => w::WRONG_NO_CONFLICT,
        CorrectionError::TwoAnswers => w::WRONG_TWO_ANSWERS,
    };
    words.fill(
        lang,
        &arguments![field = field_name(lang, problem.field), found = &problem.found],
    )
}

/// What a field is called on the page.
fn field_name(lang: Lang, field: &str) -> &'static str {
    let words = match field {
        "indicator" => w::INDICATOR,
        "component" => w::OF_COMPONENT,
        "province" => w::PLACE,
        "year" => w::YEAR,
        "as_of" => w::MOMENT,
        "show" => w::SHOW_LEGEND,
        "value" => w::VALUE,
        "rank" => w::RANK,
        "missing" => w::MISSING,
        "how" => w::HOW_LEGEND,
        "source_title" => w::SOURCE_NAME,
        "source_publisher" => w::SOURCE_PUBLISHER,
        "source_url" => w::SOURCE_URL,
        "source_published" => w::SOURCE_DAY,
        "source_kind" => w::SOURCE_KIND,
        "reason" => w::REASON,
        _ => w::SOURCE,
    };
    words.get(lang)
}
