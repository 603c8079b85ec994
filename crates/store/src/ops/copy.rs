//! Copying all tables from one database into another.

use futures_util::TryStreamExt;
use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, Database, Row, query, query_scalar};
use tokio::sync::mpsc::{Receiver, Sender};

use super::super::{Backend, Db, announce, reset_sequences};
use super::{Connection, record};
use crate::copy::{Kind, Message, TABLES, Table, Value, is_restored};
use crate::error::{Result, StoreError};
use crate::model::{Actor, action};
use crate::rows::number;

impl Backend {
    /// Sends all rows, from one consistent snapshot.
    pub(crate) async fn export(&self, to: Sender<Message>) -> Result<()> {
        let mut tx = self.snapshot().await?;
        for (index, table) in TABLES.iter().enumerate() {
            // Built only from names in this crate.
            let sql = AssertSqlSafe(table.select());
            let mut rows = query(sql).fetch(&mut *tx);
            while let Some(row) = rows.try_next().await? {
                // The receiver was dropped: the importing side reports the reason.
                if to.send(Message::Row(index, values(table, &row)?)).await.is_err() {
                    return Ok(());
                }
            }
        }
        let _ = to.send(Message::End).await;
        Ok(())
    }

    /// Imports all rows into an empty database. `by` is set when a backup is restored: sessions are then
    /// left out, and the audit log records who restored it.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] if any table has rows.
    pub(crate) async fn import(&self, mut from: Receiver<Message>, by: Option<&Actor>) -> Result<()> {
        let mut tx = self.begin().await?;
        require_empty(&mut tx).await?;
        let statements: Vec<String> = TABLES.iter().map(Table::insert).collect();
        loop {
            match from.recv().await {
                Some(Message::Row(index, _)) if by.is_some() && !is_restored(&TABLES[index]) => {}
                Some(Message::Row(index, row)) => insert(&mut tx, &statements[index], row).await?,
                Some(Message::End) => break,
                None => {
                    return Err(StoreError::Corrupt {
                        what: "the copy is incomplete".to_owned(),
                    });
                }
            }
        }
        reset_sequences(&mut tx).await?;
        if let Some(by) = by {
            record(&mut tx, by, action::BACKUP_RESTORED, "", &Json::Null).await?;
        }
        let newest = query_scalar(super::editions::NEWEST).fetch_one(&mut *tx).await?;
        announce(&mut tx, number(newest)?).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn values(table: &Table, row: &<Db as Database>::Row) -> Result<Vec<Value>> {
    let columns = table.columns.iter().enumerate();
    let value = |(index, (_, kind)): (usize, &(&str, Kind))| {
        Ok(match kind {
            Kind::Number => Value::Number(row.try_get(index)?),
            Kind::Text => Value::Text(row.try_get(index)?),
            Kind::Bytes => Value::Bytes(row.try_get(index)?),
        })
    };
    columns.map(value).collect()
}

async fn insert(tx: &mut Connection, sql: &str, row: Vec<Value>) -> Result<()> {
    let mut query = query(AssertSqlSafe(sql));
    for value in row {
        query = match value {
            Value::Number(value) => query.bind(value),
            Value::Text(value) => query.bind(value),
            Value::Bytes(value) => query.bind(value),
        };
    }
    query.execute(tx).await?;
    Ok(())
}

async fn require_empty(tx: &mut Connection) -> Result<()> {
    for table in TABLES {
        let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", table.name));
        let rows: i64 = query_scalar(sql).fetch_one(&mut *tx).await?;
        if rows > 0 {
            return Err(StoreError::NotEmpty);
        }
    }
    Ok(())
}
