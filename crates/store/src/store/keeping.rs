//! Backup, restoring a backup, and looking for damage.

use std::path::Path;

use super::{Backend, Store, each};
use crate::error::{Result, StoreError};
use crate::model::{Actor, Fault};
use crate::{copy, sqlite};

impl Store {
    /// Writes everything to one new file, while others go on reading and publishing. The file is an
    /// SQLite database whichever database is in use, so it can be restored into either.
    /// It is there complete, or not at all.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when the file exists, [`StoreError::NotFound`] when its folder does not,
    /// [`StoreError::Full`] or [`StoreError::ReadOnly`] when
    /// it cannot be written.
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

    /// Fills an empty store from a backup, all of it or nothing. Sessions are left out:
    /// everybody signs in again. The backup is checked first.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] when there is anything in the store, [`StoreError::NotFound`] when there is
    /// no such file, [`StoreError::Corrupt`] when it is no backup or damaged,
    /// [`StoreError::NewerSchema`] when a newer program made it.
    pub async fn restore_backup(&self, from: &Path, by: &Actor) -> Result<()> {
        let backup = sqlite::Backend::open_to_read(from).await?;
        let restored = self.take(&backup, by).await;
        backup.close().await;
        restored?;
        let newest = self.newest_number().await?;
        self.published(newest);
        Ok(())
    }

    /// Reads everything and says what is wrong with it. An empty list, or one in which nothing
    /// [is damage](Fault::is_damage), means that all editions and uploads are as they were stored.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub async fn verify(&self) -> Result<Vec<Fault>> {
        each!(self, verify())
    }

    async fn take(&self, backup: &sqlite::Backend, by: &Actor) -> Result<()> {
        if let Some(fault) = backup.verify().await?.iter().find(|fault| fault.is_damage()) {
            return Err(StoreError::Corrupt {
                what: fault.to_string(),
            });
        }
        let (sender, receiver) = copy::channel();
        let write = async { each!(self, import(receiver, Some(by))) };
        let (read, written) = tokio::join!(backup.export(sender), write);
        // When reading failed, writing only says that the copy ended too early.
        read.and(written)
    }

    /// For tests with SQLite: the file may not grow beyond so many pages, as on a full disk.
    ///
    /// # Errors
    /// When the database cannot be reached, or is PostgreSQL.
    #[doc(hidden)]
    pub async fn limit_pages(&self, pages: u32) -> Result<()> {
        match &self.inner.backend {
            Backend::Sqlite(backend) => backend.limit_pages(pages).await,
            Backend::Postgres(_) => Err(StoreError::Invalid { what: "database" }),
        }
    }
}
