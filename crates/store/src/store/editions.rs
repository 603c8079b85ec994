//! Reading, publishing and restoring editions.

use std::collections::BTreeMap;

use super::{Store, blocking, each};
use crate::content::Packed;
use crate::error::Result;
use crate::model::{Edition, NewEdition, Published, Restoring};
use crate::prepared::Prepared;

impl Store {
    /// Returns the number of the newest edition; 0 if there is none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn newest_number(&self) -> Result<u32> {
        each!(self, newest_number())
    }

    /// Returns all editions, newest first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn editions(&self) -> Result<Vec<Edition>> {
        each!(self, editions())
    }

    /// Returns the edition with this number.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist.
    pub async fn edition(&self, number: u32) -> Result<Edition> {
        each!(self, edition(number))
    }

    /// Returns the paths of an edition's files, each with its SHA-256 (64 hexadecimal digits).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such edition.
    pub async fn manifest(&self, number: u32) -> Result<BTreeMap<String, String>> {
        each!(self, manifest(number))
    }

    /// Returns all files of an edition: path and bytes. Each hash is checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such edition, [`StoreError::Corrupt`] if the bytes
    /// differ from the published ones.
    pub async fn files(&self, number: u32) -> Result<BTreeMap<String, Vec<u8>>> {
        let packed = each!(self, packed_files(number))?;
        blocking(move || {
            let unpack = |(path, packed): (String, Packed)| Ok((path, packed.unpack()?));
            packed.into_iter().map(unpack).collect()
        })
        .await
    }

    /// Returns one file of an edition. Its hash is checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such edition or file, [`StoreError::Corrupt`] if the
    /// bytes differ from the published ones.
    pub async fn file(&self, number: u32, path: &str) -> Result<Vec<u8>> {
        let packed = each!(self, packed_file(number, path))?;
        blocking(move || packed.unpack()).await
    }

    /// Returns the newest edition that is based on an upload with this SHA-256; `None` if there is none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn edition_by_upload_hash(&self, hash: &str) -> Result<Option<Edition>> {
        each!(self, edition_by_upload_hash(hash))
    }

    /// Publishes the next edition atomically.
    ///
    /// A draft that is already published is not published again: its edition is returned with
    /// [`Published::already`]. So it is safe to retry if the response was lost.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if `base` is no longer the newest edition, or the draft was
    /// changed or closed; [`StoreError::Invalid`] for paths that are not plain relative ones.
    pub async fn publish(&self, new: NewEdition) -> Result<Published> {
        let new = blocking(move || Prepared::new(new)).await?;
        let missing = each!(self, missing(new.hashes()))?;
        let new = blocking(move || new.pack(missing)).await?;
        let published = each!(self, publish(&new))?;
        self.published(published.edition.number);
        Ok(published)
    }

    /// Restores an earlier edition: publishes a new one with exactly its files.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if there is no such edition, [`StoreError::Conflict`] if `base` is
    /// no longer the newest edition.
    pub async fn restore(&self, restoring: Restoring) -> Result<Edition> {
        let edition = each!(self, restore(&restoring))?;
        self.published(edition.number);
        Ok(edition)
    }
}
