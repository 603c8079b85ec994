//! Drafts and saved choices.

use serde_json::{Value, json};
use sqlx::{query, query_as};

use super::super::{Backend, Db};
use super::{Connection, limit, now, record, text};
use crate::content::random;
use crate::error::{Conflict, Result};
use crate::model::{Actor, Draft, DraftAt, DraftChange, DraftFilter, DraftState, NewDraft, Profile, action};
use crate::rows::{DraftRow, ProfileRow, all};

macro_rules! drafts {
    ($rest:literal) => {
        concat!(
            "SELECT id, upload, kind, choices, revision, state, base, note, created_at, created_by, created_name, ",
            "changed_at, changed_by, changed_name, approved_by, approved_name, approved_revision, edition FROM drafts ",
            $rest
        )
    };
}

impl Backend {
    pub(crate) async fn add_draft(&self, new: &NewDraft) -> Result<Draft> {
        let id = random::<16>()?;
        let mut tx = self.begin().await?;
        query(
            "INSERT INTO drafts (id, upload, kind, choices, revision, state, base, note, created_at, created_by, \
             created_name, changed_at, changed_by, changed_name) \
             VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $8, $9, $10)",
        )
        .bind(&id)
        .bind(new.upload.as_deref().map(text))
        .bind(new.kind.as_str())
        .bind(text(&new.choices))
        .bind(DraftState::Open.as_str())
        .bind(i64::from(new.base))
        .bind(text(&new.note))
        .bind(now())
        .bind(new.by.account)
        .bind(text(&new.by.name))
        .execute(&mut *tx)
        .await?;
        let detail = json!({ "kind": new.kind.as_str(), "upload": new.upload, "base": new.base });
        record(&mut tx, &new.by, action::DRAFT_BEGUN, &subject(&id), &detail).await?;
        let draft = draft(&mut tx, &id).await?;
        tx.commit().await?;
        Ok(draft)
    }

    pub(crate) async fn draft(&self, id: &str) -> Result<Draft> {
        draft(&mut *self.read().await?, id).await
    }

    pub(crate) async fn drafts(&self, filter: &DraftFilter) -> Result<Vec<Draft>> {
        const SQL: &str = drafts!(
            "WHERE (CAST($1 AS TEXT) IS NULL OR state = $1) AND (CAST($2 AS TEXT) IS NULL OR upload = $2) \
             ORDER BY changed_at DESC, id LIMIT $3"
        );
        let rows = query_as::<Db, DraftRow>(SQL)
            .bind(filter.state.map(DraftState::as_str))
            .bind(filter.upload.as_deref().map(text))
            .bind(limit(filter.limit))
            .fetch_all(&mut *self.read().await?)
            .await?;
        all(rows)
    }

    pub(crate) async fn save_draft(&self, id: &str, revision: i64, change: &DraftChange, by: &Actor) -> Result<Draft> {
        let mut tx = self.begin().await?;
        open(&mut tx, id, revision).await?;
        query(
            "UPDATE drafts SET choices = $2, note = $3, base = $4, upload = $5, revision = revision + 1, \
             changed_at = $6, changed_by = $7, changed_name = $8, \
             approved_by = NULL, approved_name = NULL, approved_revision = NULL WHERE id = $1",
        )
        .bind(id)
        .bind(text(&change.choices))
        .bind(text(&change.note))
        .bind(i64::from(change.base))
        .bind(change.upload.as_deref().map(text))
        .bind(now())
        .bind(by.account)
        .bind(text(&by.name))
        .execute(&mut *tx)
        .await?;
        let detail = json!({ "revision": revision + 1 });
        finish(tx, id, by, action::DRAFT_SAVED, &detail).await
    }

    pub(crate) async fn approve_draft(&self, id: &str, revision: i64, by: &Actor) -> Result<Draft> {
        let mut tx = self.begin().await?;
        open(&mut tx, id, revision).await?;
        query("UPDATE drafts SET approved_by = $2, approved_name = $3, approved_revision = $4 WHERE id = $1")
            .bind(id)
            .bind(by.account)
            .bind(text(&by.name))
            .bind(revision)
            .execute(&mut *tx)
            .await?;
        let detail = json!({ "revision": revision });
        finish(tx, id, by, action::DRAFT_APPROVED, &detail).await
    }

    pub(crate) async fn discard_draft(&self, id: &str, revision: i64, by: &Actor) -> Result<Draft> {
        let mut tx = self.begin().await?;
        let current = draft(&mut tx, id).await?;
        if current.state == DraftState::Discarded {
            return Ok(current);
        }
        check_open(&current, revision)?;
        close(&mut tx, id, DraftState::Discarded, None, by).await?;
        finish(tx, id, by, action::DRAFT_DISCARDED, &Value::Null).await
    }

    pub(crate) async fn save_profile(&self, key: &str, choices: &str, by: &Actor) -> Result<Profile> {
        let mut tx = self.begin().await?;
        query(
            "INSERT INTO profiles (key, choices, changed_at, changed_by, changed_name) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (key) DO UPDATE SET choices = excluded.choices, changed_at = excluded.changed_at, \
             changed_by = excluded.changed_by, changed_name = excluded.changed_name",
        )
        .bind(text(key))
        .bind(text(choices))
        .bind(now())
        .bind(by.account)
        .bind(text(&by.name))
        .execute(&mut *tx)
        .await?;
        let subject = format!("profile/{key}");
        record(&mut tx, by, action::PROFILE_SAVED, &subject, &Value::Null).await?;
        let saved = profile(&mut tx, key).await?;
        tx.commit().await?;
        saved.ok_or(crate::StoreError::NotFound)
    }

    pub(crate) async fn profile(&self, key: &str) -> Result<Option<Profile>> {
        profile(&mut *self.read().await?, key).await
    }
}

/// Returns the edition that a draft became; `None` if it is still open.
///
/// # Errors
/// [`Conflict`] if the draft was discarded or has another revision.
pub(super) async fn published_edition(tx: &mut Connection, at: &DraftAt) -> Result<Option<u32>> {
    let draft = draft(tx, &at.id).await?;
    if let (DraftState::Published, Some(number)) = (draft.state, draft.edition) {
        return Ok(Some(number));
    }
    check_open(&draft, at.revision).map(|()| None)
}

/// Marks a draft as published.
pub(super) async fn publish(tx: &mut Connection, at: &DraftAt, edition: u32, by: &Actor) -> Result<()> {
    close(tx, &at.id, DraftState::Published, Some(edition), by).await
}

async fn close(tx: &mut Connection, id: &str, state: DraftState, edition: Option<u32>, by: &Actor) -> Result<()> {
    query(
        "UPDATE drafts SET state = $2, edition = $3, changed_at = $4, changed_by = $5, changed_name = $6 WHERE id = $1",
    )
    .bind(id)
    .bind(state.as_str())
    .bind(edition.map(i64::from))
    .bind(now())
    .bind(by.account)
    .bind(text(&by.name))
    .execute(tx)
    .await?;
    Ok(())
}

async fn open(tx: &mut Connection, id: &str, revision: i64) -> Result<()> {
    check_open(&draft(tx, id).await?, revision)
}

fn check_open(draft: &Draft, revision: i64) -> Result<()> {
    if draft.state != DraftState::Open {
        let (state, edition) = (draft.state, draft.edition);
        return Err(Conflict::Closed { state, edition }.into());
    }
    if draft.revision != revision {
        let revision = draft.revision;
        return Err(Conflict::Revision { revision }.into());
    }
    Ok(())
}

async fn finish(
    mut tx: sqlx::Transaction<'static, Db>,
    id: &str,
    by: &Actor,
    action: &str,
    detail: &Value,
) -> Result<Draft> {
    record(&mut tx, by, action, &subject(id), detail).await?;
    let draft = draft(&mut tx, id).await?;
    tx.commit().await?;
    Ok(draft)
}

fn subject(id: &str) -> String {
    format!("draft/{id}")
}

async fn draft(connection: &mut Connection, id: &str) -> Result<Draft> {
    const SQL: &str = drafts!("WHERE id = $1");
    let row = query_as::<Db, DraftRow>(SQL)
        .bind(text(id))
        .fetch_one(connection)
        .await?;
    row.try_into()
}

async fn profile(connection: &mut Connection, key: &str) -> Result<Option<Profile>> {
    let sql = "SELECT key, choices, changed_at, changed_by, changed_name FROM profiles WHERE key = $1";
    let row = query_as::<Db, ProfileRow>(sql)
        .bind(text(key))
        .fetch_optional(connection)
        .await?;
    Ok(row.map(Into::into))
}
