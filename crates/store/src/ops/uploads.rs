//! Uploaded files.

use serde_json::json;
use sqlx::{query, query_as};

use super::super::{Backend, Db};
use super::{insert_blob, limit, now, record, text};
use crate::content::{Packed, random};
use crate::error::{Result, StoreError};
use crate::model::{Actor, Added, Upload, Via, action};
use crate::rows::{UploadRow, all};

macro_rules! uploads {
    ($rest:literal) => {
        concat!(
            "SELECT id, hash, name, size, received_at, received_by, received_name, via FROM uploads ",
            $rest
        )
    };
}

impl Backend {
    pub(crate) async fn add_upload(&self, name: &str, packed: &Packed, by: &Actor, via: Via) -> Result<Added> {
        const EARLIER: &str = uploads!("WHERE hash = $1 ORDER BY received_at DESC, id LIMIT 20");
        const ADDED: &str = uploads!("WHERE id = $1");
        let id = random::<16>()?;
        let mut tx = self.begin().await?;
        let earlier = query_as::<Db, UploadRow>(EARLIER)
            .bind(&packed.hash)
            .fetch_all(&mut *tx)
            .await?;
        insert_blob(&mut tx, packed).await?;
        query(
            "INSERT INTO uploads (id, hash, name, size, received_at, received_by, received_name, via) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&id)
        .bind(&packed.hash)
        .bind(text(name))
        .bind(packed.size)
        .bind(now())
        .bind(by.account)
        .bind(text(&by.name))
        .bind(via.as_str())
        .execute(&mut *tx)
        .await?;
        let detail = json!({ "name": name, "size": packed.size, "hash": packed.hash, "via": via.as_str() });
        record(&mut tx, by, action::UPLOADED, &format!("upload/{id}"), &detail).await?;
        let added = query_as::<Db, UploadRow>(ADDED).bind(&id).fetch_one(&mut *tx).await?;
        tx.commit().await?;
        Ok(Added {
            upload: added.try_into()?,
            earlier: all(earlier)?,
        })
    }

    pub(crate) async fn upload(&self, id: &str) -> Result<Upload> {
        const SQL: &str = uploads!("WHERE id = $1");
        let row = query_as::<Db, UploadRow>(SQL)
            .bind(text(id))
            .fetch_one(&mut *self.read().await?)
            .await?;
        row.try_into()
    }

    pub(crate) async fn uploads(&self, requested: u32) -> Result<Vec<Upload>> {
        const SQL: &str = uploads!("ORDER BY received_at DESC, id LIMIT $1");
        let rows = query_as::<Db, UploadRow>(SQL)
            .bind(limit(requested))
            .fetch_all(&mut *self.read().await?)
            .await?;
        all(rows)
    }

    pub(crate) async fn packed_upload(&self, id: &str) -> Result<Packed> {
        let upload = self.upload(id).await?;
        let row: Option<(i64, Vec<u8>)> = query_as("SELECT size, packed FROM blobs WHERE hash = $1")
            .bind(&upload.hash)
            .fetch_optional(&mut *self.read().await?)
            .await?;
        let (size, bytes) = row.ok_or_else(|| StoreError::Corrupt {
            what: format!("the bytes of upload {id} are missing"),
        })?;
        Ok(Packed {
            hash: upload.hash,
            size,
            bytes,
        })
    }
}
