//! Writing backups, restoring them, and checking for damage.

use std::path::Path;

use super::{Backend, Store, each};
use crate::error::{Result, StoreError};
use crate::model::{Actor, Fault};
use crate::{copy, sqlite};

impl Store {
    /// Writes all data to one new file, without blocking readers or publishers. The file is an
    /// SQLite database whichever database is in use, so it can be restored into either.
    /// It is written completely or not at all.
    ///
    /// # Errors
    /// [`StoreError::Exists`] if the file exists, [`StoreError::NotFound`] if its folder does not,
    /// [`StoreError::Full`] or [`StoreError::ReadOnly`] if it cannot be written.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(StoreError::Exists);
        }
        if !to
            .parent()
            .is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir())
        {
            return Err(StoreError::NotFound);
        }
        each!(self, backup(to))
    }

    /// Restores a backup into an empty store, completely or not at all. Sessions are left out:
    /// all users sign in again. The backup is checked first.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] if the store has any data, [`StoreError::NotFound`] if the
    /// file does not exist, [`StoreError::Corrupt`] if it is not a backup or is damaged,
    /// [`StoreError::NewerSchema`] if a newer program wrote it.
    pub async fn restore_backup(&self, from: &Path, by: &Actor) -> Result<()> {
        let backup = sqlite::Backend::open_read_only(from).await?;
        let restored = self.import_backup(&backup, by).await;
        backup.close().await;
        restored?;
        let newest = self.newest_number().await?;
        self.published(newest);
        Ok(())
    }

    /// Reads all data and returns the faults in it. If none of them [is damage](Fault::is_damage),
    /// all editions and uploads are intact.
    ///
    /// # Errors
    /// If the database cannot be read at all.
    pub async fn verify(&self) -> Result<Vec<Fault>> {
        each!(self, verify())
    }

    async fn import_backup(&self, backup: &sqlite::Backend, by: &Actor) -> Result<()> {
        if let Some(fault) = backup.verify().await?.iter().find(|fault| fault.is_damage()) {
            return Err(StoreError::Corrupt {
                what: fault.to_string(),
            });
        }
        let (sender, receiver) = copy::channel();
        let write = async { each!(self, import(receiver, Some(by))) };
        let (read, written) = tokio::join!(backup.export(sender), write);
        // If reading failed, the error of writing only states that the copy is incomplete.
        read.and(written)
    }

    /// For tests with SQLite: limits the size of the file to a number of pages, like a full disk.
    ///
    /// # Errors
    /// If the database cannot be reached, or is PostgreSQL.
    #[doc(hidden)]
    pub async fn limit_pages(&self, pages: u32) -> Result<()> {
        match &self.inner.backend {
            Backend::Sqlite(backend) => backend.limit_pages(pages).await,
            Backend::Postgres(_) => Err(StoreError::Invalid { what: "database" }),
        }
    }
}
