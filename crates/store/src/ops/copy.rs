//! Everything out of one database, everything into another.

use futures_util::TryStreamExt;
use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, Database, Row, query, query_scalar};
use tokio::sync::mpsc::{Receiver, Sender};

use super::super::{Backend, Db, announce, numbers_were_given};
use super::{Connection, record};
use crate::copy::{Kind, Piece, TABLES, Table, Value, comes_back};
use crate::error::{Result, StoreError};
use crate::model::{Actor, action};
use crate::rows::number;

impl Backend {
    /// Sends everything, as it is at one moment.
    pub(crate) async fn export(&self, to: Sender<Piece>) -> Result<()> {
        let mut tx = self.snapshot().await?;
        for (place, table) in TABLES.iter().enumerate() {
            // Made from names that are written in this crate.
            let sql = AssertSqlSafe(table.select());
            let mut rows = query(sql).fetch(&mut *tx);
            while let Some(row) = rows.try_next().await? {
                // Nobody listens any more: the other side says why.
                if to.send(Piece::Row(place, values(table, &row)?)).await.is_err() {
                    return Ok(());
                }
            }
        }
        let _ = to.send(Piece::End).await;
        Ok(())
    }

    /// Takes everything in, if there is nothing yet. With somebody who restores a backup, sessions are
    /// left out and the audit log says who it was.
    pub(crate) async fn import(&self, mut from: Receiver<Piece>, by: Option<&Actor>) -> Result<()> {
        let mut tx = self.begin().await?;
        empty(&mut tx).await?;
        let statements: Vec<String> = TABLES.iter().map(Table::insert).collect();
        loop {
            match from.recv().await {
                Some(Piece::Row(place, _)) if by.is_some() && !comes_back(&TABLES[place]) => {}
                Some(Piece::Row(place, row)) => write(&mut tx, &statements[place], row).await?,
                Some(Piece::End) => break,
                None => {
                    return Err(StoreError::Corrupt {
                        what: "the copy ends too early".to_owned(),
                    });
                }
            }
        }
        numbers_were_given(&mut tx).await?;
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
    let value = |(place, (_, kind)): (usize, &(&str, Kind))| {
        Ok(match kind {
            Kind::Number => Value::Number(row.try_get(place)?),
            Kind::Text => Value::Text(row.try_get(place)?),
            Kind::Bytes => Value::Bytes(row.try_get(place)?),
        })
    };
    columns.map(value).collect()
}

async fn write(tx: &mut Connection, sql: &str, row: Vec<Value>) -> Result<()> {
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

async fn empty(tx: &mut Connection) -> Result<()> {
    for table in TABLES {
        let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", table.name));
        let rows: i64 = query_scalar(sql).fetch_one(&mut *tx).await?;
        if rows > 0 {
            return Err(StoreError::NotEmpty);
        }
    }
    Ok(())
}
