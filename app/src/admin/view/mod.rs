//! What the program hands over to be shown in the administration and on the pages of editions.
//! Everything is known before a page is made: making it neither waits nor asks.

mod account;
mod draft;
mod edition;
mod figure;
mod message;

use std::sync::Arc;

use domain::{Snapshot, upload::Difference};

pub use account::{AccountLine, AuditLine, Role, TokenLine, Viewer};
pub use draft::{
    CatalogueDraftView, DraftHolds, DraftLine, DraftState, DraftView, Sibling, UploadDraft, UploadTable, UploadView,
};
pub use edition::{EditionKind, EditionLine};
pub use figure::FigureView;
pub use message::{Notice, UndoAgain, UserError};

use crate::SharedBackend;

/// Around a page: where it stands and for whom it is made.
#[derive(Clone, Copy)]
pub struct Admin<'a> {
    /// What pages ask for.
    pub backend: &'a SharedBackend,
    /// The newest edition.
    pub snapshot: &'a Arc<Snapshot>,
    /// Path as it came, with the language, such as `/vi/desk`.
    pub path: &'a str,
    /// Query as it came.
    pub query: &'a str,
    /// Who is signed in.
    pub viewer: Option<&'a Viewer>,
    /// Publishing needs a second person's approval.
    pub four_eyes: bool,
    /// A thing that was just done, to be said once on top of the page.
    pub notice: Option<&'a Notice>,
}

/// An admin page or of the editions.
pub enum Page<'a> {
    /// The form to sign in, with where to go then.
    SignIn {
        /// Address to go to afterwards; one of ours.
        next: &'a str,
        /// Name that was given.
        name: &'a str,
        /// Why the last try failed.
        refusal: Option<&'a UserError>,
    },
    /// The home page of the administration: open work and the upload form.
    Home {
        /// Open drafts, the newest first.
        drafts: &'a [DraftLine],
        /// The newest editions.
        editions: &'a [EditionLine],
        /// Limit of a file in megabytes and of its rows.
        limits: (u64, u32),
        /// Why the last thing asked for was refused.
        refusal: Option<&'a UserError>,
    },
    /// What an uploaded file holds, and its drafts.
    Upload(&'a UploadView<'a>),
    /// A draft of an uploaded file.
    Draft(&'a DraftView<'a>),
    /// The form for one figure.
    Figure(&'a FigureView<'a>),
    /// A change of the catalogue.
    CatalogueDraft(&'a CatalogueDraftView<'a>),
    /// All editions, for everybody.
    Editions {
        /// The newest first.
        editions: &'a [EditionLine],
        /// An undo that was refused because newer editions were published.
        again: Option<UndoAgain<'a>>,
        /// Why the last thing asked for was refused.
        refusal: Option<&'a UserError>,
    },
    /// What differs between two editions, for everybody.
    Compare {
        /// The earlier.
        from: &'a EditionLine,
        /// The later.
        to: &'a EditionLine,
        /// Figures of the later.
        after: &'a Snapshot,
        /// What differs.
        difference: &'a Difference,
    },
    /// One's own account.
    Account {
        /// Tokens for the API.
        tokens: &'a [TokenLine],
        /// A token that was just made: shown once.
        fresh: Option<&'a str>,
        /// Why the last thing asked for was refused.
        refusal: Option<&'a UserError>,
    },
    /// All accounts.
    Accounts {
        /// By name.
        accounts: &'a [AccountLine],
        /// Why the last thing asked for was refused.
        refusal: Option<&'a UserError>,
    },
    /// What was done in the administration.
    Audit {
        /// The newest first.
        lines: &'a [AuditLine],
        /// Page, from 1.
        page: u32,
        /// There are older ones.
        more: bool,
    },
    /// The catalogue's files and forms for what is changed most.
    Catalogue {
        /// Path and size in bytes of each file.
        files: &'a [(String, usize)],
        /// Why the last thing asked for was refused.
        refusal: Option<&'a UserError>,
    },
    /// Not for this role (403), or sign in first (401).
    Forbidden,
    /// The store does not answer or cannot be written to (503): what is wrong, what works.
    Trouble(&'a UserError),
    /// A POST that another site sent (403).
    CrossSite,
    /// No such draft, edition or account (404).
    NotFound,
}
