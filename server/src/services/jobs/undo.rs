//! Undoing: a former edition's state is published again.

use std::sync::Arc;

use app::admin::UserError;
use domain::Snapshot;
use store::{Actor, Conflict, Note, Restoring, Store, StoreError};

use super::{JobError, JobQueue, PublishOutcome, Summary, single};

/// What the user wants to be undone.
#[derive(Clone, Debug)]
pub(crate) struct Undo {
    /// The edition whose state is published again.
    pub(crate) of: u32,
    /// The newest edition that the user saw.
    pub(crate) base: u32,
    /// The reason; may be empty.
    pub(crate) note: String,
    /// The user.
    pub(crate) by: Actor,
}

impl Undo {
    /// From the fields of a form or of a request. A request without `base` undoes one edition only: the one
    /// after `of`, because nothing says that the user saw a later one.
    ///
    /// # Errors
    /// [`UserError::BadFields`] if `base` is not a number.
    pub(crate) fn from_fields(of: u32, fields: &[(String, String)], by: Actor) -> Result<Self, UserError> {
        let base = match single(fields, "base") {
            "" => of.saturating_add(1),
            text => {
                let bad = || UserError::BadFields(vec![("base".to_owned(), text.to_owned())]);
                text.parse().map_err(|_| bad())?
            }
        };
        let note = single(fields, "note").to_owned();
        Ok(Self { of, base, note, by })
    }

    fn overtaken(&self, newest: u32) -> UserError {
        UserError::UndoOvertaken {
            base: self.base,
            newest,
        }
    }
}

/// Publishes the state of `former` again.
///
/// # Errors
/// [`UserError::BadFields`] if the user cannot have seen the base, [`UserError::UndoOvertaken`] if the newest edition
/// is not the one that the user saw, [`UserError::NothingChanges`] if it has that state already, errors of the store.
pub(crate) async fn undo(
    store: &Store,
    jobs: &JobQueue,
    current: Arc<Snapshot>,
    former: Arc<Snapshot>,
    undo: Undo,
) -> Result<PublishOutcome, JobError> {
    let newest = current.edition.number;
    if undo.base > newest {
        let found = undo.base.to_string();
        return Err(UserError::BadFields(vec![("base".to_owned(), found)]).into());
    }
    if undo.base != newest {
        return Err(undo.overtaken(newest).into());
    }
    // After the base: who pressed "undo" in an old tab learns that another user did so before.
    if store.edition(undo.of).await?.fingerprint == store.edition(newest).await?.fingerprint {
        return Err(UserError::NothingChanges.into());
    }
    let (summary, snapshot) = jobs
        .answer(move || {
            let difference = import::difference(&current, &former);
            (Summary::of(&difference, None), Snapshot::clone(&former))
        })
        .await?;
    let restoring = Restoring {
        of: undo.of,
        base: undo.base,
        author: undo.by.clone(),
        note: note(&undo.note, undo.of),
        summary: summary.to_json(),
    };
    let edition = store.restore(restoring).await.map_err(|error| match error {
        StoreError::Conflict(Conflict::Edition { newest }) => undo.overtaken(newest).into(),
        error => JobError::from(error),
    })?;
    Ok(PublishOutcome {
        edition,
        snapshot: Some(snapshot),
    })
}

/// The note of the edition: the given reason, or which edition it restores.
fn note(given: &str, number: u32) -> Note {
    match given {
        "" => Note {
            vi: format!("Khôi phục bản dữ liệu {number}"),
            en: format!("Restores edition {number}"),
        },
        given => Note {
            vi: given.to_owned(),
            en: given.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_is_the_edition_that_the_form_was_made_for() {
        let read = |base: Option<&str>| {
            let fields: Vec<_> = base.map(|b| ("base".to_owned(), b.to_owned())).into_iter().collect();
            Undo::from_fields(3, &fields, Actor::program("test")).map(|undo| undo.base)
        };
        assert_eq!(read(Some("7")), Ok(7));
        assert_eq!(read(Some(" 4 ")), Ok(4));
        for without in [None, Some("")] {
            assert_eq!(read(without), Ok(4), "only the edition after the restored one");
        }
        for wrong in ["x", "-1", "4.5", "99999999999"] {
            let refused = UserError::BadFields(vec![("base".to_owned(), wrong.to_owned())]);
            assert_eq!(read(Some(wrong)), Err(refused));
        }
    }
}
