//! Backup, restoring a backup, and looking for damage.

use std::path::Path;

use super::{Store, each};
use crate::error::{Result, StoreError};
use crate::model::{By, Fault};

impl Store {
    /// Writes everything to one new file, while others go on reading and publishing. The file is an
    /// SQLite database whichever database is in use, so it can be restored into either.
    /// It is there complete, or not at all.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when the file exists, [`StoreError::Full`] or [`StoreError::ReadOnly`] when
    /// it cannot be written.
    pub async fn backup(&self, to: &Path) -> Result<()> {
        each!(self, backup(to))
    }

    /// Fills an empty store from a backup, all of it or nothing. Sessions are left out:
    /// everybody signs in again. The backup is checked first.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] when there is anything in the store, [`StoreError::NotFound`] when there is
    /// no such file, [`StoreError::Corrupt`] when it is no backup or damaged,
    /// [`StoreError::NewerSchema`] when a newer program made it.
    pub async fn restore_backup(&self, from: &Path, by: &By) -> Result<()> {
        each!(self, restore_backup(from, by))
    }

    /// Reads everything and says what is wrong with it. An empty list, or one in which nothing
    /// [is damage](Fault::is_damage), means that all editions and uploads are as they were stored.
    ///
    /// # Errors
    /// When the database cannot be read at all.
    pub async fn verify(&self) -> Result<Vec<Fault>> {
        each!(self, verify())
    }
}
