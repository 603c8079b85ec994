//! The migrations that bring a database to the schema of this program.

use std::borrow::Cow;

use sqlx::SqlSafeStr as _;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// Builds a migrator from `(version, description, SQL)`, as the files in `migrations/` are named.
///
/// The macro of sqlx reads the folder itself, but requires a second compilation of both drivers (see `rows.rs`).
/// A test below checks that no file of the folder is missing.
pub(crate) fn migrator(steps: &[(i64, &'static str, &'static str)]) -> Migrator {
    let steps = steps.iter().map(|&(version, description, sql)| {
        let description = Cow::Borrowed(description);
        Migration::new(version, description, MigrationType::Simple, sql.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(steps.collect());
    // The caller holds its own lock while they run.
    migrator.set_locking(false);
    migrator
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_file_is_listed() {
        for (folder, migrator) in [
            ("sqlite", &*crate::sqlite::MIGRATIONS),
            ("postgres", &*crate::postgres::MIGRATIONS),
        ] {
            let path = format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
            let entries = std::fs::read_dir(path).unwrap();
            let mut files: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
            files.sort();
            let listed = |m: &Migration| format!("{:04}_{}.sql", m.version, m.description.replace(' ', "_"));
            assert_eq!(migrator.iter().map(listed).collect::<Vec<_>>(), files, "{folder}");
        }
    }
}
