//! Editions: read, published, brought back.

use std::collections::BTreeMap;

use super::{Store, blocking, each};
use crate::content::Packed;
use crate::error::Result;
use crate::model::{Edition, NewEdition, Published, Restoring};
use crate::prepared::Prepared;

impl Store {
    /// The number of the newest edition; 0 when there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn newest_number(&self) -> Result<u32> {
        each!(self, newest_number())
    }

    /// All editions, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn editions(&self) -> Result<Vec<Edition>> {
        each!(self, editions())
    }

    /// The edition with this number.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn edition(&self, number: u32) -> Result<Edition> {
        each!(self, edition(number))
    }

    /// The paths of an edition's files with the SHA-256 of each (64 hexadecimal digits).
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such edition.
    pub async fn manifest(&self, number: u32) -> Result<BTreeMap<String, String>> {
        each!(self, manifest(number))
    }

    /// All files of an edition: path and bytes. Each hash is checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such edition, [`StoreError::Corrupt`] when the bytes
    /// are not those that were published.
    pub async fn files(&self, number: u32) -> Result<BTreeMap<String, Vec<u8>>> {
        let packed = each!(self, packed_files(number))?;
        blocking(move || {
            let unpack = |(path, packed): (String, Packed)| Ok((path, packed.unpack()?));
            packed.into_iter().map(unpack).collect()
        })
        .await
    }

    /// One file of an edition. Its hash is checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such edition or file, [`StoreError::Corrupt`] when the
    /// bytes are not those that were published.
    pub async fn file(&self, number: u32, path: &str) -> Result<Vec<u8>> {
        let packed = each!(self, packed_file(number, path))?;
        blocking(move || packed.unpack()).await
    }

    /// The newest edition that was made from a file with this SHA-256, if there is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn edition_by_upload_hash(&self, hash: &str) -> Result<Option<Edition>> {
        each!(self, edition_by_upload_hash(hash))
    }

    /// Publishes the next edition, all of it or nothing.
    ///
    /// A draft that has been published before is not published again: its edition comes back with
    /// [`Published::already`]. So it is safe to ask again when the answer was lost.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when `base` is not the newest edition any more, or the draft has
    /// changed or is closed; [`StoreError::Invalid`] for paths that are not plain relative ones.
    pub async fn publish(&self, new: NewEdition) -> Result<Published> {
        let new = blocking(move || Prepared::new(new)).await?;
        let missing = each!(self, missing(new.hashes()))?;
        let new = blocking(move || new.pack(missing)).await?;
        let published = each!(self, publish(&new))?;
        self.published(published.edition.number);
        Ok(published)
    }

    /// Brings a former edition back: publishes a new one with exactly its files.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such edition, [`StoreError::Conflict`] when `base` is
    /// not the newest edition any more.
    pub async fn restore(&self, restoring: Restoring) -> Result<Edition> {
        let edition = each!(self, restore(&restoring))?;
        self.published(edition.number);
        Ok(edition)
    }
}
