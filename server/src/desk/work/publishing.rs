//! From what was understood to what is published: checked again, written into the files, loaded again.

use std::sync::Arc;

use app::desk::Refusal;
use dataset::{Files, LoadError, Loaded};
use domain::{
    Date, Edition, Snapshot, Text,
    upload::{Choices, Counts, Difference, IssueKind, Severity},
};
use import::DataFiles;

use super::{Examined, Summary};

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
pub(crate) fn check(examined: &Examined, choices: &Choices) -> Result<(), Refusal> {
    let errors = examined.errors();
    if errors > 0 {
        return Err(Refusal::HasErrors(errors));
    }
    let mut unexplained: Vec<IssueKind> = Vec::new();
    for kind in examined.reading.issues.iter().map(|i| i.kind) {
        let explained = choices.reasons.get(&kind).is_some_and(|why| !why.trim().is_empty());
        if kind.severity() == Severity::Warning && !explained && !unexplained.contains(&kind) {
            unexplained.push(kind);
        }
    }
    if !unexplained.is_empty() {
        return Err(Refusal::NeedsReasons(unexplained.len()));
    }
    if !changes(&examined.preview.difference) {
        return Err(Refusal::NothingChanges);
    }
    Ok(())
}

/// Writes what was understood into the files of the newest edition and loads them again, as the next start
/// will. They must say exactly what was shown before publishing.
///
/// # Errors
/// [`Refusal::WrongFiles`] with every problem; [`Refusal::Failed`] when the files would say something else.
pub(crate) fn prepare(
    files: DataFiles,
    examined: &Examined,
    choices: &Choices,
    origin: &str,
) -> Result<Prepared, Refusal> {
    let applied = import::apply(&files, &examined.reading, choices, &examined.current, origin);
    let applied = applied.map_err(|error| {
        tracing::error!(%error, "an upload that may be published cannot be written");
        Refusal::WrongFiles(vec![error.to_string()])
    })?;
    let mut files = files;
    files.extend(applied);
    let snapshot = snapshot(&files)?;
    let unlike = import::difference(&examined.preview.snapshot, &snapshot);
    if let Some(first) = unlike.changes.first() {
        let (count, first) = (unlike.changes.len(), format!("{first:?}"));
        tracing::error!(count, first, "the files would not say what was shown");
        return Err(Refusal::Failed);
    }
    Ok(Prepared {
        files,
        snapshot,
        summary: Summary::of(&examined.preview.difference, Some(choices)),
    })
}

/// The same for files that were changed directly.
///
/// # Errors
/// [`Refusal::WrongFiles`] with every problem, [`Refusal::NothingChanges`].
pub(crate) fn prepare_files(files: DataFiles, before: &DataFiles, current: &Snapshot) -> Result<Prepared, Refusal> {
    if files == *before {
        return Err(Refusal::NothingChanges);
    }
    let snapshot = snapshot(&files)?;
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

/// What readers would see of these files; its edition is still to be named.
///
/// # Errors
/// [`Refusal::WrongFiles`] with every problem.
pub(crate) fn snapshot(files: &DataFiles) -> Result<Snapshot, Refusal> {
    let loaded = load(files).map_err(|LoadError(problems)| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Refusal::WrongFiles(lines)
    })?;
    let edition = Edition {
        number: 0,
        published: Date::year_end(1970),
        note: Text::default(),
        rows: loaded.rows,
    };
    Ok(Snapshot::new(edition, Arc::clone(&loaded.catalogue), loaded.figures))
}

fn load(files: &DataFiles) -> Result<Loaded, LoadError> {
    let mut input = Files::default();
    for (path, bytes) in files {
        input.insert(path.clone(), bytes.clone());
    }
    dataset::load(&input)
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
