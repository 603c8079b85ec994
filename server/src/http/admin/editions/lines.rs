//! What the store knows, as lines of pages.

use app::admin::{DraftLine, EditionKind, EditionLine};
use domain::{Lang, Moment, Text};
use store::{Draft, DraftKind, Edition};

use crate::services::jobs::{Summary, choices, method_in};

/// An edition in a list.
pub(crate) fn edition(lang: Lang, edition: &Edition) -> EditionLine {
    EditionLine {
        number: edition.number,
        published: Moment(edition.published_at),
        made: crate::services::edition_loader::made(edition),
        by: edition.author.name.clone(),
        kind: match edition.kind {
            store::EditionKind::Program => EditionKind::Program,
            store::EditionKind::Upload => EditionKind::Upload,
            store::EditionKind::Catalogue => EditionKind::Catalogue,
            store::EditionKind::Undo => EditionKind::Undo(edition.restores.unwrap_or_default()),
        },
        note: Text::new(&edition.note.vi, &edition.note.en),
        file: edition.upload.as_ref().map(|f| (f.name.clone(), f.hash.clone())),
        method: edition.method.as_deref().map(|m| method_in(m, lang).to_owned()),
        counts: Summary::from_json(&edition.summary).counts(),
        rows: usize::try_from(edition.rows).unwrap_or(usize::MAX),
        fingerprint: edition.fingerprint.clone(),
    }
}

/// A draft in a list.
pub(crate) fn draft(draft: &Draft, title: String, part: String) -> DraftLine {
    DraftLine {
        id: draft.id.clone(),
        title,
        part,
        upload: draft.upload.clone(),
        by: draft.created_by.name.clone(),
        changed: Moment(draft.changed_at),
        catalogue: draft.kind == DraftKind::Catalogue,
        correction: choices(draft).correction.is_some(),
        approved_by: draft.approved_by.as_ref().map(|by| by.name.clone()),
    }
}
