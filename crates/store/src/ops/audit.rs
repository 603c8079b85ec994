//! The audit log.

use sqlx::{query, query_as};

use super::super::{Backend, Db};
use super::{Connection, limit, now, text};
use crate::error::Result;
use crate::model::{Actor, AuditEntry, AuditFilter};
use crate::rows::AuditRow;

impl Backend {
    pub(crate) async fn note(&self, by: &Actor, action: &str, subject: &str, detail: &str) -> Result<()> {
        let mut tx = self.begin().await?;
        append(&mut tx, by, action, subject, detail).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditEntry>> {
        // PostgreSQL needs the casts to know the type of a condition that is not set.
        let rows = query_as::<Db, AuditRow>(
            "SELECT id, at, account, who, action, subject, detail FROM audit \
             WHERE (CAST($1 AS BIGINT) IS NULL OR id < $1) \
             AND (CAST($2 AS BIGINT) IS NULL OR account = $2) \
             AND (CAST($3 AS TEXT) IS NULL OR action = $3) \
             AND (CAST($4 AS TEXT) IS NULL OR subject = $4) \
             AND (CAST($5 AS BIGINT) IS NULL OR at >= $5) \
             AND (CAST($6 AS BIGINT) IS NULL OR at < $6) \
             ORDER BY id DESC LIMIT $7",
        )
        .bind(filter.before)
        .bind(filter.account)
        .bind(filter.action.as_deref().map(text))
        .bind(filter.subject.as_deref().map(text))
        .bind(filter.since)
        .bind(filter.until)
        .bind(limit(filter.limit))
        .fetch_all(&mut *self.read().await?)
        .await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }
}

pub(super) async fn append(tx: &mut Connection, by: &Actor, action: &str, subject: &str, detail: &str) -> Result<()> {
    query("INSERT INTO audit (at, account, who, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(now())
        .bind(by.account)
        .bind(text(&by.name))
        .bind(text(action))
        .bind(text(subject))
        .bind(text(detail))
        .execute(tx)
        .await?;
    Ok(())
}
