//! What is below a chart or table in a frame: notes, sources, edition.

use crate::export::Export;
use domain::chart::Note;
use messages::{arguments, embed as w, fill};

/// What no picture says: whether years may be compared, with its sign.
pub(super) fn notes(export: &Export) -> Vec<&str> {
    let notes: Vec<&Note> = match (&export.model, &export.table) {
        (_, Some(table)) => table.readme.iter().map(|(_, note)| note).collect(),
        (Some(model), None) if !export.look.notes => model.notes.iter().collect(),
        _ => Vec::new(),
    };
    let kept = notes.into_iter().filter(|note| note.is_comparability());
    kept.map(|note| note.text.as_str()).collect()
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
