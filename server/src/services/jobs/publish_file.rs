//! Publishing a draft of the catalogue: one file that takes the place of another.

use std::sync::Arc;

use app::admin::UserError;
use domain::Snapshot;
use import::DataFiles;
use store::{Draft, DraftChange, EditionKind, Note, Store};

use super::{
    JobError, JobQueue, Prepared, PublishOutcome, PublishRequest, decode, prepare_files,
    publish::{About, approved, put, unchanged},
    single,
};

/// Path and text of the file that a draft of the catalogue changes.
#[must_use]
pub(crate) fn file_of(draft: &Draft) -> (String, String) {
    let pairs = decode(&draft.choices);
    let text = pairs
        .iter()
        .find(|(name, _)| name == "text")
        .map(|(_, text)| text.clone());
    (single(&pairs, "path").to_owned(), text.unwrap_or_default())
}

/// Whether a file of this path may be changed in the administration: the catalogue and the list of sources.
/// Figures come with uploads.
#[must_use]
pub(crate) fn may_change_file(path: &str) -> bool {
    let plain = |name: &str| {
        let own = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
        !name.is_empty() && name.len() <= 60 && name.bytes().all(own)
    };
    if path == "bundled/sources.csv" {
        return true;
    }
    let Some(rest) = path.strip_prefix("catalogue/") else {
        return false;
    };
    match rest.strip_prefix("indicators/") {
        Some(name) => name.strip_suffix(".toml").is_some_and(plain),
        None => rest.strip_suffix(".csv").is_some_and(plain),
    }
}

/// The files with the draft's in place.
///
/// # Errors
/// [`UserError::BadFields`] for a path that is not the catalogue's, else what is wrong with the files.
pub(crate) fn changed_files(before: &DataFiles, draft: &Draft, current: &Snapshot) -> Result<Prepared, UserError> {
    let (path, text) = file_of(draft);
    if !may_change_file(&path) {
        return Err(UserError::BadFields(vec![("path".to_owned(), path)]));
    }
    let mut files = before.clone();
    files.insert(path, text.into_bytes());
    prepare_files(files, before, current)
}

/// Publishes a draft of the catalogue.
///
/// # Errors
/// What stands in the way; nothing is published then.
pub(crate) async fn publish_file(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    draft: &Draft,
    request: &PublishRequest,
) -> Result<PublishOutcome, JobError> {
    unchanged(draft, request, current.edition.number)?;
    approved(draft, request)?;
    let before = store.files(request.base).await?;
    let prepared = {
        let draft = draft.clone();
        jobs.run(move || changed_files(&before, &draft, &current)).await??
    };
    let seen = if draft.base == request.base {
        draft.clone()
    } else {
        let change = DraftChange {
            choices: draft.choices.clone(),
            note: draft.note.clone(),
            base: request.base,
            upload: None,
        };
        store
            .save_draft(&draft.id, draft.revision, &change, &request.by)
            .await?
    };
    let (path, _) = file_of(draft);
    let given = request.note.trim();
    let about = About {
        kind: EditionKind::Catalogue,
        upload: None,
        draft: &seen,
        method: None,
        note: Note {
            vi: if given.is_empty() {
                format!("Danh mục: {path}")
            } else {
                given.to_owned()
            },
            en: if given.is_empty() {
                format!("Catalogue: {path}")
            } else {
                given.to_owned()
            },
        },
    };
    put(store, prepared, about, request).await
}

#[cfg(test)]
mod tests {
    use super::may_change_file;

    #[test]
    fn only_files_of_the_catalogue() {
        for path in [
            "catalogue/aliases.csv",
            "catalogue/indicators/new_one.toml",
            "bundled/sources.csv",
        ] {
            assert!(may_change_file(path), "{path}");
        }
        for path in [
            "bundled/pci.csv",
            "catalogue/../bundled/pci.csv",
            "catalogue/indicators/x.csv",
            "catalogue/indicators/X.toml",
            "catalogue/indicators/a/b.toml",
            "catalogue/.csv",
            "/etc/passwd",
            "",
        ] {
            assert!(!may_change_file(path), "{path}");
        }
    }
}
