//! Uploads, drafts and saved choices: the data that analysts work with.

use super::{Store, blocking, each};
use crate::content::{Packed, hash};
use crate::error::Result;
use crate::model::{Actor, Added, Draft, DraftChange, DraftFilter, NewDraft, NewUpload, Profile, Upload};

impl Store {
    /// Stores an uploaded file and returns it with the earlier uploads of the same bytes.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn add_upload(&self, new: NewUpload) -> Result<Added> {
        let NewUpload { name, bytes, by, via } = new;
        let packed = blocking(move || Packed::new(hash(&bytes), &bytes)).await?;
        each!(self, add_upload(&name, &packed, &by, via))
    }

    /// Returns an upload, without its bytes.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist.
    pub async fn upload(&self, id: &str) -> Result<Upload> {
        each!(self, upload(id))
    }

    /// Returns at most `limit` uploads, newest first; 0 means 100.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn uploads(&self, limit: u32) -> Result<Vec<Upload>> {
        each!(self, uploads(limit))
    }

    /// Returns the bytes of an upload, exactly as they were sent. Their hash is checked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist, [`StoreError::Corrupt`] if the bytes have changed.
    pub async fn upload_bytes(&self, id: &str) -> Result<Vec<u8>> {
        let packed = each!(self, packed_upload(id))?;
        blocking(move || packed.unpack()).await
    }

    /// Creates a draft at revision 1.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if its upload does not exist.
    pub async fn add_draft(&self, new: NewDraft) -> Result<Draft> {
        each!(self, add_draft(&new))
    }

    /// Returns a draft.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] if it does not exist.
    pub async fn draft(&self, id: &str) -> Result<Draft> {
        each!(self, draft(id))
    }

    /// Returns the drafts that match, most recently changed first.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn drafts(&self, filter: &DraftFilter) -> Result<Vec<Draft>> {
        each!(self, drafts(filter))
    }

    /// Changes a draft if it is still at the revision that the user saw. This withdraws an approval.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if it was changed or closed in the meantime;
    /// [`StoreError::NotFound`] if it or its upload does not exist.
    pub async fn save_draft(&self, id: &str, revision: i64, change: &DraftChange, by: &Actor) -> Result<Draft> {
        each!(self, save_draft(id, revision, change, by))
    }

    /// Records that a reviewer approved this revision.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the draft was changed or closed in the meantime.
    pub async fn approve_draft(&self, id: &str, revision: i64, by: &Actor) -> Result<Draft> {
        each!(self, approve_draft(id, revision, by))
    }

    /// Discards a draft. It can still be read. Does nothing if it is already discarded.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if it was published or changed in the meantime.
    pub async fn discard_draft(&self, id: &str, revision: i64, by: &Actor) -> Result<Draft> {
        each!(self, discard_draft(id, revision, by))
    }

    /// Saves the choices for a kind of file, replacing the previous ones.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn save_profile(&self, key: &str, choices: &str, by: &Actor) -> Result<Profile> {
        each!(self, save_profile(key, choices, by))
    }

    /// Returns the saved choices for a kind of file; `None` if there are none.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn profile(&self, key: &str) -> Result<Option<Profile>> {
        each!(self, profile(key))
    }
}
