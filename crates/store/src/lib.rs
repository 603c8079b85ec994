//! Editions: the published versions of the dataset, and everything that leads to one.
//!
//! [`Store`] keeps them in a database, together with uploads, drafts, accounts and the audit log;
//! [`Editions`] is the in-memory cache from which readers are served.
//!
//! An edition is a complete set of data files. Files are deduplicated by the hash of their bytes,
//! so a hundred editions that differ in one table take little more space than one. Changes that
//! belong together are written in one transaction, with their entry in the audit log.

#![warn(missing_docs)]

mod content;
mod copy;
mod edition_cache;
mod error;
mod migrations;
mod model;
mod postgres;
mod prepared;
mod rows;
mod sqlite;
mod store;

pub use edition_cache::{Editions, ShelfError};
pub use error::{Conflict, Result, StoreError};
pub use model::{
    Account, Actor, Added, ApiToken, AuditEntry, AuditFilter, Credentials, Draft, DraftAt, DraftChange, DraftFilter,
    DraftKind, DraftState, Edition, EditionFile, EditionKind, Fault, NewAccount, NewDraft, NewEdition, NewToken,
    NewUpload, Note, Profile, Published, Restoring, Role, Session, SignedIn, Upload, Via, action,
};
pub use store::{Location, Store};

/// Raises the newest edition number. A smaller number is ignored: answers may arrive out of order.
pub(crate) fn advance(newest: &tokio::sync::watch::Sender<u32>, number: u32) {
    newest.send_if_modified(|newest| {
        let greater = number > *newest;
        *newest = number.max(*newest);
        greater
    });
}
