//! What analysts work with: uploads, drafts and remembered choices.

use super::{Store, blocking, each};
use crate::content::{Packed, hash};
use crate::error::Result;
use crate::model::{Actor, Added, Draft, DraftChange, DraftFilter, NewDraft, NewUpload, Profile, Upload};

impl Store {
    /// Keeps a file as it was sent, and says which earlier uploads had the same bytes.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn add_upload(&self, new: NewUpload) -> Result<Added> {
        let NewUpload { name, bytes, by, via } = new;
        let packed = blocking(move || Packed::new(hash(&bytes), &bytes)).await?;
        each!(self, add_upload(&name, &packed, &by, via))
    }

    /// What is known about an upload.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn upload(&self, id: &str) -> Result<Upload> {
        each!(self, upload(id))
    }

    /// The newest uploads first, at most `limit`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn uploads(&self, limit: u32) -> Result<Vec<Upload>> {
        each!(self, uploads(limit))
    }

    /// The bytes of an upload, exactly as they were sent. Their hash is checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none, [`StoreError::Corrupt`] when the bytes changed.
    pub async fn upload_bytes(&self, id: &str) -> Result<Vec<u8>> {
        let packed = each!(self, packed_upload(id))?;
        blocking(move || packed.unpack()).await
    }

    /// Begins a draft, at revision 1.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when its upload does not exist.
    pub async fn add_draft(&self, new: NewDraft) -> Result<Draft> {
        each!(self, add_draft(&new))
    }

    /// A draft.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub async fn draft(&self, id: &str) -> Result<Draft> {
        each!(self, draft(id))
    }

    /// Drafts, the last changed first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn drafts(&self, filter: &DraftFilter) -> Result<Vec<Draft>> {
        each!(self, drafts(filter))
    }

    /// Changes a draft if it is still at the revision that was looked at. An approval is taken back by it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody changed or closed it in the meantime;
    /// [`StoreError::NotFound`] when it or its upload does not exist.
    pub async fn save_draft(&self, id: &str, revision: i64, change: &DraftChange, by: &Actor) -> Result<Draft> {
        each!(self, save_draft(id, revision, change, by))
    }

    /// Notes that somebody looked at this revision and agrees.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody changed or closed it in the meantime.
    pub async fn approve_draft(&self, id: &str, revision: i64, by: &Actor) -> Result<Draft> {
        each!(self, approve_draft(id, revision, by))
    }

    /// Gives a draft up. It can still be read. Nothing happens when it was given up before.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it has been published or changed in the meantime.
    pub async fn discard_draft(&self, id: &str, revision: i64, by: &Actor) -> Result<Draft> {
        each!(self, discard_draft(id, revision, by))
    }

    /// Remembers what was chosen for a kind of file, in place of what was remembered before.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub async fn save_profile(&self, key: &str, choices: &str, by: &Actor) -> Result<Profile> {
        each!(self, save_profile(key, choices, by))
    }

    /// What was chosen the last time, if anything.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn profile(&self, key: &str) -> Result<Option<Profile>> {
        each!(self, profile(key))
    }
}
