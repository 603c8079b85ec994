//! Dates as files show them.

use domain::{AsOf, Lang};

/// Formats a day, month or year for readers; any other text is returned unchanged.
pub(super) fn format_date(iso: &str, lang: Lang) -> String {
    iso.parse::<AsOf>()
        .map_or_else(|_| iso.to_owned(), |as_of| as_of.format(lang))
}
