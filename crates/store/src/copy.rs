//! The list of all tables, for copying one database into another.

use tokio::sync::mpsc;

/// The type of a column's values. Any of them may be NULL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
    Bytes,
}

/// A table, with its columns and the columns that its rows are sorted by.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [(&'static str, Kind)],
    pub(crate) order: &'static str,
}

/// A value of one column in a row that is being copied.
pub(crate) enum Value {
    Number(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

/// A message from the exporting side to the importing side.
pub(crate) enum Message {
    /// A row of the table at this index in [`TABLES`].
    Row(usize, Vec<Value>),
    /// All rows were sent. A copy without this message is incomplete.
    End,
}

/// Creates the channel between the two sides. Its capacity is small because one row may be as large as
/// the largest upload.
pub(crate) fn channel() -> (mpsc::Sender<Message>, mpsc::Receiver<Message>) {
    mpsc::channel(8)
}

impl Table {
    /// Returns a statement that reads all rows.
    pub(crate) fn select(&self) -> String {
        let (name, columns, order) = (self.name, self.names(), self.order);
        format!("SELECT {columns} FROM {name} ORDER BY {order}")
    }

    /// Returns a statement that inserts one row.
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

/// All tables, each after the tables that it references. A test compares them with both schemas.
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

/// Returns whether the rows of a table are restored from a backup. Sessions are not: one that was ended
/// after the backup must stay ended.
pub(crate) fn is_restored(table: &Table) -> bool {
    table.name != "sessions"
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{AssertSqlSafe, Connection, Executor, SqliteConnection};

    /// A column missing from `TABLES` would be lost in every backup.
    #[tokio::test]
    async fn every_column_of_the_schema_is_copied() {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        for migration in crate::sqlite::MIGRATIONS.iter() {
            let sql = AssertSqlSafe(migration.sql.as_str().to_owned());
            connection.execute(sql).await.unwrap();
        }
        let sql = "SELECT t.name, c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c \
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.name";
        let actual: Vec<(String, String, String)> = sqlx::query_as(sql).fetch_all(&mut connection).await.unwrap();
        let sql_type = |kind| match kind {
            Number => "INTEGER",
            Text => "TEXT",
            Bytes => "BLOB",
        };
        let mut listed: Vec<_> = TABLES
            .iter()
            .flat_map(|t| {
                t.columns
                    .iter()
                    .map(|(c, k)| (t.name.to_owned(), (*c).to_owned(), sql_type(*k).to_owned()))
            })
            .collect();
        listed.sort();
        assert_eq!(listed, actual);
    }
}
