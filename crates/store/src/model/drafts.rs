//! Drafts: changes that are being prepared and are not yet public; and saved column mappings.

use super::{Actor, words};

words! {
    /// What a draft changes.
    DraftKind {
        /// Figures, from an uploaded file.
        Figures = "figures",
        /// The catalogue.
        Catalogue = "catalogue",
    }
}

words! {
    /// The state of a draft.
    DraftState {
        /// It can be changed and published.
        Open = "open",
        /// It has become an edition.
        Published = "published",
        /// It was discarded; it can still be read.
        Discarded = "discarded",
    }
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Random hexadecimal text, which is also the draft's address.
    pub id: String,
    /// Id of the uploaded file it is based on, if any.
    pub upload: Option<String>,
    /// What it changes.
    pub kind: DraftKind,
    /// The user's choices; opaque to the store.
    pub choices: String,
    /// Starts at 1 and increases by one with each change.
    pub revision: i64,
    /// Its state.
    pub state: DraftState,
    /// The edition it is compared with.
    pub base: u32,
    /// A remark by the editors.
    pub note: String,
    /// When it was created, Unix time in milliseconds.
    pub created_at: i64,
    /// Who created it.
    pub created_by: Actor,
    /// When it was last changed, published or discarded, Unix time in milliseconds.
    pub changed_at: i64,
    /// Who last changed, published or discarded it.
    pub changed_by: Actor,
    /// Who reviewed and approved it; every change withdraws the approval.
    pub approved_by: Option<Actor>,
    /// The revision that was approved.
    pub approved_revision: Option<i64>,
    /// The edition that it became.
    pub edition: Option<u32>,
}

/// A draft at the revision that the user saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftAt {
    /// Id of the draft.
    pub id: String,
    /// The revision that the user saw.
    pub revision: i64,
}

/// A draft to create.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// Id of the uploaded file it is based on, if any.
    pub upload: Option<String>,
    /// What it changes.
    pub kind: DraftKind,
    /// The user's first choices.
    pub choices: String,
    /// The edition it is compared with.
    pub base: u32,
    /// A remark.
    pub note: String,
    /// Who creates it.
    pub by: Actor,
}

/// The new content of a draft; every field is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftChange {
    /// The user's current choices.
    pub choices: String,
    /// The remark.
    pub note: String,
    /// The edition it is compared with.
    pub base: u32,
    /// Id of the uploaded file it is based on: a corrected file may replace the first one.
    pub upload: Option<String>,
}

/// The drafts to list; all drafts if no condition is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftFilter {
    /// Only drafts in this state.
    pub state: Option<DraftState>,
    /// Only drafts based on this upload.
    pub upload: Option<String>,
    /// Maximum number of drafts; 0 means 100.
    pub limit: u32,
}

/// The last choices for a kind of file, such as the columns of an indicator's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What the choices are for, such as the indicator's id.
    pub key: String,
    /// The user's choices; opaque to the store.
    pub choices: String,
    /// When they were saved, Unix time in milliseconds.
    pub changed_at: i64,
    /// Who saved them.
    pub changed_by: Actor,
}
