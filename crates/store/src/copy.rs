//! All tables, for copies from one database into another.

use tokio::sync::mpsc;

/// What a column holds; each may be NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
    Bytes,
}

/// A table, and the columns by which its rows are ordered.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [(&'static str, Kind)],
    pub(crate) order: &'static str,
}

/// A value on its way.
pub(crate) enum Value {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

/// What one side sends to the other.
pub(crate) enum Piece {
    /// A row of the table with this place in [`TABLES`].
    Row(usize, Vec<Value>),
    /// Nothing is missing. Without it the copy is not complete.
    End,
}

/// Few pieces wait at a time: one may be as large as the largest upload.
pub(crate) fn channel() -> (mpsc::Sender<Piece>, mpsc::Receiver<Piece>) {
    mpsc::channel(8)
}

impl Table {
    /// A statement that reads all rows.
    pub(crate) fn select(&self) -> String {
        let (name, columns, order) = (self.name, self.names(), self.order);
        format!("SELECT {columns} FROM {name} ORDER BY {order}")
    }

    /// A statement that writes one row.
    pub(crate) fn insert(&self) -> String {
        let (name, columns) = (self.name, self.names());
        let values: Vec<String> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        format!("INSERT INTO {name} ({columns}) VALUES ({})", values.join(", "))
    }

    fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    }
}

use Kind::{Bytes, Number, Text};

macro_rules! tables {
    ($($name:ident by $order:literal { $($kind:ident: $($column:literal)+;)+ })+) => {
        &[$(Table {
            name: stringify!($name),
            order: $order,
            columns: &[$($(($column, $kind)),+),+],
        }),+]
    };
}

/// Every table, those that others refer to first. A test compares them with both schemas.
pub(crate) const TABLES: &[Table] = tables! {
    accounts by "id" {
        Number: "id" "created_at" "disabled_at" "failures" "retry_at";
        Text: "name" "display_name" "password" "role";
    }
    sessions by "token_hash" {
        Text: "token_hash";
        Number: "account" "created_at" "seen_at" "expires_at";
    }
    tokens by "id" {
        Text: "id" "token_hash" "label";
        Number: "account" "created_at" "used_at" "revoked_at";
    }
    blobs by "hash" {
        Text: "hash";
        Number: "size";
        Bytes: "packed";
    }
    uploads by "id" {
        Text: "id" "hash" "name" "received_name" "via";
        Number: "size" "received_at" "received_by";
    }
    drafts by "id" {
        Text: "id" "upload" "kind" "choices" "state" "note" "created_name" "changed_name" "approved_name";
        Number: "revision" "base" "created_at" "created_by" "changed_at" "changed_by" "approved_by"
            "approved_revision" "edition";
    }
    editions by "number" {
        Number: "number" "published_at" "author" "restores" "rows";
        Text: "author_name" "kind" "note_vi" "note_en" "upload" "draft" "method" "summary" "fingerprint";
    }
    edition_files by "edition, path" {
        Number: "edition";
        Text: "path" "hash";
    }
    profiles by "key" {
        Text: "key" "choices" "changed_name";
        Number: "changed_at" "changed_by";
    }
    audit by "id" {
        Number: "id" "at" "account";
        Text: "who" "action" "subject" "detail";
    }
};

/// Sessions do not come back with a backup: one that was ended meanwhile must stay so.
pub(crate) fn comes_back(table: &Table) -> bool {
    table.name != "sessions"
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

    /// A column that is forgotten here would be lost with a backup.
    #[tokio::test]
    async fn every_column_of_the_schema_is_copied() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        for migration in crate::sqlite::MIGRATIONS.iter() {
            let sql = AssertSqlSafe(migration.sql.as_str().to_owned());
            connection.execute(sql).await.unwrap();
        }
        let sql = "SELECT t.name, c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c \
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.name";
        let there: Vec<(String, String, String)> = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
        let word = |kind| match kind {
            Number => "INTEGER",
            Text => "TEXT",
            Bytes => "BLOB",
        };
        let mut known: Vec<_> = TABLES
            .iter()
            .flat_map(|t| {
                t.columns
                    .iter()
                    .map(|(c, k)| (t.name.to_owned(), (*c).to_owned(), word(*k).to_owned()))
            })
            .collect();
        known.sort();
        assert_eq!(known, there);
    }
}
