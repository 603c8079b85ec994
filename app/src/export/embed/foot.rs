//! What is below a chart or table in a frame: notes, sources, edition.

use crate::export::Export;
use messages::{arguments, embed as w, fill};

/// What no picture says: whether years may be compared, with its sign.
pub(super) fn notes(export: &Export) -> Vec<&str> {
    let marked = |text: &&str| text.starts_with(['≠', '=']);
    match (&export.model, &export.table) {
        (_, Some(table)) => table
            .readme
            .iter()
            .map(|(_, text)| text.as_str())
            .filter(marked)
            .collect(),
        (Some(model), None) if !export.look.notes => model.notes.iter().map(String::as_str).filter(marked).collect(),
        _ => Vec::new(),
    }
}

/// The last line as read.
pub(super) fn foot_text(export: &Export) -> String {
    format!("{} {}", said(export), w::OPEN.get(export.lang))
}

/// Source and edition.
pub(super) fn said(export: &Export) -> String {
    let edition = if export.frozen { w::FROZEN } else { w::LIVE };
    let edition = edition.fill(
        export.lang,
        &arguments![
            edition = &export.edition.to_string(),
            date = &export.published.format(export.lang)
        ],
    );
    let source = fill!(
        w::SOURCE,
        export.lang,
        publishers = export.publisher.trim_end_matches('.')
    );
    format!("{source} {edition}")
}
