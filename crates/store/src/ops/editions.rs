//! Reading, publishing and restoring editions.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::{query, query_as, query_scalar};

use super::super::{Backend, Db, announce};
use super::{Connection, drafts, insert_blob, now, record, text};
use crate::content::Packed;
use crate::error::{Conflict, Result, StoreError};
use crate::model::{Actor, Edition, EditionKind, Note, Published, Restoring, action};
use crate::prepared::Prepared;
use crate::rows::{EditionRow, PackedRow, all, number};

pub(super) const NEWEST: &str = "SELECT COALESCE(MAX(number), 0) FROM editions";

macro_rules! editions {
    ($rest:literal) => {
        concat!(
            "SELECT e.number, e.published_at, e.author, e.author_name, e.kind, e.note_vi, e.note_en, e.upload, ",
            "u.name AS upload_name, u.hash AS upload_hash, e.draft, e.restores, e.rows, e.method, e.summary, ",
            "e.fingerprint FROM editions e LEFT JOIN uploads u ON u.id = e.upload ",
            $rest
        )
    };
}

macro_rules! files {
    ($rest:literal) => {
        concat!(
            "SELECT f.path, f.hash, b.size, b.packed FROM edition_files f JOIN blobs b ON b.hash = f.hash WHERE ",
            $rest
        )
    };
}

impl Backend {
    pub(crate) async fn newest_number(&self) -> Result<u32> {
        newest(&mut *self.read().await?).await
    }

    pub(crate) async fn editions(&self) -> Result<Vec<Edition>> {
        const SQL: &str = editions!("ORDER BY e.number DESC");
        let rows = query_as::<Db, EditionRow>(SQL)
            .fetch_all(&mut *self.read().await?)
            .await?;
        all(rows)
    }

    pub(crate) async fn edition(&self, number: u32) -> Result<Edition> {
        edition(&mut *self.read().await?, number).await
    }

    pub(crate) async fn edition_by_upload_hash(&self, hash: &str) -> Result<Option<Edition>> {
        const SQL: &str = editions!("WHERE u.hash = $1 ORDER BY e.number DESC LIMIT 1");
        let row = query_as::<Db, EditionRow>(SQL)
            .bind(text(hash))
            .fetch_optional(&mut *self.read().await?)
            .await?;
        row.map(Edition::try_from).transpose()
    }

    pub(crate) async fn manifest(&self, number: u32) -> Result<BTreeMap<String, String>> {
        manifest(&mut *self.read().await?, number).await
    }

    pub(crate) async fn packed_files(&self, number: u32) -> Result<Vec<(String, Packed)>> {
        const SQL: &str = files!("f.edition = $1 ORDER BY f.path");
        let mut tx = self.snapshot().await?;
        // The join drops files whose bytes are missing, so the count is compared with the manifest.
        let listed = manifest(&mut tx, number).await?.len();
        let rows = query_as::<Db, PackedRow>(SQL)
            .bind(i64::from(number))
            .fetch_all(&mut *tx)
            .await?;
        if rows.len() == listed {
            Ok(rows.into_iter().map(Into::into).collect())
        } else {
            Err(StoreError::Corrupt {
                what: format!("files of edition {number} are missing"),
            })
        }
    }

    pub(crate) async fn packed_file(&self, number: u32, path: &str) -> Result<Packed> {
        const SQL: &str = files!("f.edition = $1 AND f.path = $2");
        let row = query_as::<Db, PackedRow>(SQL)
            .bind(i64::from(number))
            .bind(text(path))
            .fetch_optional(&mut *self.read().await?)
            .await?;
        let (_, packed): (String, Packed) = row.ok_or(StoreError::NotFound)?.into();
        Ok(packed)
    }

    /// Returns those of the hashes whose bytes are not stored yet.
    pub(crate) async fn missing(&self, hashes: Vec<String>) -> Result<Vec<String>> {
        let mut connection = self.read().await?;
        let mut missing = Vec::new();
        for hash in hashes {
            let stored: i64 = query_scalar("SELECT COUNT(*) FROM blobs WHERE hash = $1")
                .bind(&hash)
                .fetch_one(&mut *connection)
                .await?;
            if stored == 0 {
                missing.push(hash);
            }
        }
        Ok(missing)
    }

    pub(crate) async fn publish(&self, new: &Prepared) -> Result<Published> {
        let mut tx = self.begin().await?;
        if let Some(draft) = &new.draft
            && let Some(number) = drafts::published_edition(&mut tx, draft).await?
        {
            let edition = edition(&mut tx, number).await?;
            return Ok(Published { edition, already: true });
        }
        let number = next_number(&mut tx, new.base).await?;
        for packed in &new.blobs {
            insert_blob(&mut tx, packed).await?;
        }
        let row = Row {
            number,
            author: &new.author,
            kind: new.kind,
            note: &new.note,
            upload: new.upload.as_deref(),
            draft: new.draft.as_ref().map(|draft| draft.id.as_str()),
            restores: None,
            rows: new.rows,
            method: new.method.as_deref(),
            summary: &new.summary,
            fingerprint: &new.fingerprint,
        };
        row.insert(&mut tx).await?;
        for (path, hash) in &new.manifest {
            query("INSERT INTO edition_files (edition, path, hash) VALUES ($1, $2, $3)")
                .bind(i64::from(number))
                .bind(path)
                .bind(hash)
                .execute(&mut *tx)
                .await?;
        }
        if let Some(draft) = &new.draft {
            drafts::publish(&mut tx, draft, number, &new.author).await?;
        }
        row.log_and_announce(&mut tx, action::PUBLISHED).await?;
        let edition = edition(&mut tx, number).await?;
        tx.commit().await?;
        Ok(Published {
            edition,
            already: false,
        })
    }

    pub(crate) async fn restore(&self, restoring: &Restoring) -> Result<Edition> {
        let mut tx = self.begin().await?;
        let earlier = edition(&mut tx, restoring.of).await?;
        let number = next_number(&mut tx, restoring.base).await?;
        let row = Row {
            number,
            author: &restoring.author,
            kind: EditionKind::Undo,
            note: &restoring.note,
            upload: None,
            draft: None,
            restores: Some(restoring.of),
            rows: earlier.rows,
            method: earlier.method.as_deref(),
            summary: &restoring.summary,
            fingerprint: &earlier.fingerprint,
        };
        row.insert(&mut tx).await?;
        query(
            "INSERT INTO edition_files (edition, path, hash) \
             SELECT CAST($1 AS BIGINT), path, hash FROM edition_files WHERE edition = $2",
        )
        .bind(i64::from(number))
        .bind(i64::from(restoring.of))
        .execute(&mut *tx)
        .await?;
        row.log_and_announce(&mut tx, action::RESTORED).await?;
        let edition = edition(&mut tx, number).await?;
        tx.commit().await?;
        Ok(edition)
    }
}

/// The row of a new edition.
struct Row<'a> {
    number: u32,
    author: &'a Actor,
    kind: EditionKind,
    note: &'a Note,
    upload: Option<&'a str>,
    draft: Option<&'a str>,
    restores: Option<u32>,
    rows: u64,
    method: Option<&'a str>,
    summary: &'a str,
    fingerprint: &'a str,
}

impl Row<'_> {
    async fn insert(&self, tx: &mut Connection) -> Result<()> {
        // A clock that was set back must not reverse the order of the history.
        let latest: i64 = query_scalar("SELECT COALESCE(MAX(published_at), 0) FROM editions")
            .fetch_one(&mut *tx)
            .await?;
        query(
            "INSERT INTO editions (number, published_at, author, author_name, kind, note_vi, note_en, upload, draft, \
             restores, rows, method, summary, fingerprint) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(i64::from(self.number))
        .bind(now().max(latest))
        .bind(self.author.account)
        .bind(text(&self.author.name))
        .bind(self.kind.as_str())
        .bind(text(&self.note.vi))
        .bind(text(&self.note.en))
        .bind(self.upload.map(text))
        .bind(self.draft.map(text))
        .bind(self.restores.map(i64::from))
        .bind(i64::try_from(self.rows).map_err(|_| StoreError::Invalid { what: "rows" })?)
        .bind(self.method.map(text))
        .bind(text(self.summary))
        .bind(self.fingerprint)
        .execute(tx)
        .await?;
        Ok(())
    }

    /// Adds an entry to the audit log and notifies other processes.
    async fn log_and_announce(&self, tx: &mut Connection, action: &str) -> Result<()> {
        let detail = json!({
            "kind": self.kind.as_str(),
            "note_vi": self.note.vi,
            "note_en": self.note.en,
            "upload": self.upload,
            "draft": self.draft,
            "restores": self.restores,
        });
        let subject = format!("edition/{}", self.number);
        record(tx, self.author, action, &subject, &detail).await?;
        announce(tx, self.number).await
    }
}

async fn newest(connection: &mut Connection) -> Result<u32> {
    number(query_scalar(NEWEST).fetch_one(connection).await?)
}

async fn edition(connection: &mut Connection, number: u32) -> Result<Edition> {
    const SQL: &str = editions!("WHERE e.number = $1");
    let row = query_as::<Db, EditionRow>(SQL)
        .bind(i64::from(number))
        .fetch_one(connection)
        .await?;
    row.try_into()
}

async fn manifest(connection: &mut Connection, number: u32) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = query_as("SELECT path, hash FROM edition_files WHERE edition = $1")
        .bind(i64::from(number))
        .fetch_all(connection)
        .await?;
    // Every edition has files, so no rows means no edition.
    if rows.is_empty() {
        return Err(StoreError::NotFound);
    }
    Ok(rows.into_iter().collect())
}

/// Returns the number after `base`.
///
/// # Errors
/// [`Conflict::Edition`] if `base` is not the newest edition.
async fn next_number(tx: &mut Connection, base: u32) -> Result<u32> {
    let newest = newest(tx).await?;
    if newest != base {
        return Err(Conflict::Edition { newest }.into());
    }
    base.checked_add(1).ok_or(StoreError::Invalid { what: "base" })
}
