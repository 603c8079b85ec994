//! From what was understood to what is published: checked again, written into the files, loaded again.

use std::sync::Arc;

use app::admin::UserError;
use dataset::{Files, LoadError};
use domain::{
    Date, Edition, Snapshot, Text,
    upload::{Choices, Counts, Difference, IssueKind, Reading, Severity},
};
use import::{DataFiles, Fingerprint};

use super::{ImportPreview, Summary};

/// What is to become an edition.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// All data files.
    pub(crate) files: DataFiles,
    /// What readers will see; its edition is still to be named.
    pub(crate) snapshot: Snapshot,
    /// What changes.
    pub(crate) summary: Summary,
}

/// Whether it may be published as far as the file and the choices go.
///
/// # Errors
/// What stands in the way.
pub(crate) fn check(examined: &ImportPreview, choices: &Choices) -> Result<(), UserError> {
    let errors = examined.errors();
    if errors > 0 {
        return Err(UserError::HasErrors(errors));
    }
    let mut unexplained: Vec<IssueKind> = Vec::new();
    for kind in examined.reading.issues.iter().map(|i| i.kind) {
        let explained = choices.reasons.get(&kind).is_some_and(|why| !why.trim().is_empty());
        if kind.severity() == Severity::Warning && !explained && !unexplained.contains(&kind) {
            unexplained.push(kind);
        }
    }
    if !unexplained.is_empty() {
        return Err(UserError::NeedsReasons(unexplained.len()));
    }
    if !changes(&examined.preview.difference) {
        return Err(UserError::NothingChanges);
    }
    Ok(())
}

/// Writes what was understood into the files of the newest edition and loads them again, as the next start
/// will. They must say exactly what was shown before publishing.
///
/// Of a million rows, what was understood, what was shown and what is loaded do not fit into memory together.
/// So each goes as soon as it is not needed, if nothing else holds `examined`, and of what was shown a fingerprint
/// stays.
///
/// # Errors
/// [`UserError::WrongFiles`] with every problem; [`UserError::Failed`] when the files would say something else.
pub(crate) fn prepare(
    mut files: DataFiles,
    examined: Arc<ImportPreview>,
    choices: &Choices,
    origin: &str,
) -> Result<Prepared, UserError> {
    let shown = Fingerprint::of(&examined.preview.snapshot);
    let summary = Summary::of(&examined.preview.difference, Some(choices));
    let applied = match Arc::try_unwrap(examined) {
        Ok(ImportPreview { current, reading, .. }) => applied(&files, &reading, choices, &current, origin)?,
        Err(examined) => applied(&files, &examined.reading, choices, &examined.current, origin)?,
    };
    files.extend(applied);
    let (files, snapshot) = snapshot(files)?;
    if let Some((indicator, year)) = shown.unlike(&Fingerprint::of(&snapshot)) {
        tracing::error!(indicator, year, "the files would not say what was shown");
        return Err(UserError::Failed);
    }
    Ok(Prepared {
        files,
        snapshot,
        summary,
    })
}

fn applied(
    files: &DataFiles,
    reading: &Reading,
    choices: &Choices,
    current: &Snapshot,
    origin: &str,
) -> Result<DataFiles, UserError> {
    import::apply(files, reading, choices, current, origin).map_err(|error| {
        tracing::error!(%error, "an upload that may be published cannot be written");
        UserError::WrongFiles(vec![error.to_string()])
    })
}

/// The same for files that were changed directly.
///
/// # Errors
/// [`UserError::WrongFiles`] with every problem, [`UserError::NothingChanges`].
pub(crate) fn prepare_files(files: DataFiles, before: &DataFiles, current: &Snapshot) -> Result<Prepared, UserError> {
    if files == *before {
        return Err(UserError::NothingChanges);
    }
    let (files, snapshot) = snapshot(files)?;
    let mut difference = import::difference(current, &snapshot);
    if difference.files.is_empty() {
        let differs = |path: &&String| files.get(*path) != before.get(*path);
        difference.files = files.keys().filter(differs).cloned().collect();
    }
    Ok(Prepared {
        files,
        snapshot,
        summary: Summary::of(&difference, None),
    })
}

/// The files again, and what readers would see of them; its edition is still to be named.
///
/// # Errors
/// [`UserError::WrongFiles`] with every problem.
pub(crate) fn snapshot(files: DataFiles) -> Result<(DataFiles, Snapshot), UserError> {
    let input = Files::from_iter(files);
    let wrong = |LoadError(problems): LoadError| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        UserError::WrongFiles(lines)
    };
    let loaded = dataset::load(&input).map_err(wrong)?;
    let edition = Edition {
        number: 0,
        published: Date::year_end(1970),
        note: Text::default(),
        rows: loaded.rows,
    };
    let snapshot = loaded.snapshot(edition).map_err(wrong)?;
    Ok((input.into_bytes(), snapshot))
}

/// Whether there is anything to publish.
fn changes(difference: &Difference) -> bool {
    let Counts {
        added,
        changed,
        removed,
        ..
    } = difference.counts;
    added + changed + removed > 0 || !difference.files.is_empty()
}
