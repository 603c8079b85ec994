//! The texts in files that do not come from the models.

use domain::Lang;

pub(crate) use messages::office::*;

pub(crate) const AUTHOR: &str = "Thước Đo";

/// Returns the language tag for the attributes of Office files.
pub(crate) const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}
