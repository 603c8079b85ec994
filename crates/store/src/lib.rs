//! Editions: the published states of the figures, and everything that leads to one.
//!
//! [`Store`] keeps them in a database, together with uploads, drafts, accounts and the audit log;
//! [`Editions`] is the shelf in memory from which readers are served.
//!
//! An edition is a complete set of data files. Files are kept once by the hash of their bytes,
//! so a hundred editions that differ in one table cost little more than one. What is done
//! together is written in one transaction, with its line in the audit log.

mod content;
mod copy;
mod error;
mod migrations;
mod model;
mod postgres;
mod prepared;
mod rows;
mod shelf;
mod sqlite;
mod store;

pub use error::{Conflict, Result, StoreError};
pub use model::{
    Account, Actor, Added, ApiToken, AuditEntry, AuditFilter, Credentials, Draft, DraftAt, DraftChange, DraftFilter,
    DraftKind, DraftState, Edition, EditionFile, EditionKind, Fault, NewAccount, NewDraft, NewEdition, NewToken,
    NewUpload, Note, Profile, Published, Restoring, Role, Session, SignedIn, Upload, Via, action,
};
pub use shelf::{Editions, ShelfError};
pub use store::{Location, Store};

/// Numbers only ever grow, whichever of two answers comes later.
pub(crate) fn forward(newest: &tokio::sync::watch::Sender<u32>, number: u32) {
    newest.send_if_modified(|newest| {
        let grows = number > *newest;
        *newest = number.max(*newest);
        grows
    });
}
