//! Drafts: what is being prepared and not yet public; and remembered column mappings.

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
    /// Where a draft stands.
    DraftState {
        /// It can be changed and published.
        Open = "open",
        /// It has become an edition.
        Published = "published",
        /// Somebody gave it up; it can still be read.
        Discarded = "discarded",
    }
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Random hexadecimal text; the draft's address.
    pub id: String,
    /// The file it is made from, where there is one.
    pub upload: Option<String>,
    /// What it changes.
    pub kind: DraftKind,
    /// What was chosen and confirmed; the store does not read it.
    pub choices: String,
    /// From 1, one more with each change.
    pub revision: i64,
    /// Where it stands.
    pub state: DraftState,
    /// The edition it is compared with.
    pub base: u32,
    /// A remark of those who work on it.
    pub note: String,
    /// When it was begun, Unix time in milliseconds.
    pub created_at: i64,
    /// Who began it.
    pub created_by: Actor,
    /// When it was last changed, published or discarded, Unix time in milliseconds.
    pub changed_at: i64,
    /// Who did that.
    pub changed_by: Actor,
    /// Who looked at it and agreed; every change takes this back.
    pub approved_by: Option<Actor>,
    /// The revision that was agreed to.
    pub approved_revision: Option<i64>,
    /// The edition that it became.
    pub edition: Option<u32>,
}

/// A draft in the state that somebody looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftAt {
    /// The draft.
    pub id: String,
    /// Its revision then.
    pub revision: i64,
}

/// What a draft begins with.
#[derive(Clone, Debug)]
pub struct NewDraft {
    /// The file it is made from, where there is one.
    pub upload: Option<String>,
    /// What it changes.
    pub kind: DraftKind,
    /// What is chosen so far.
    pub choices: String,
    /// The edition it is compared with.
    pub base: u32,
    /// A remark.
    pub note: String,
    /// Who begins it.
    pub by: Actor,
}

/// What a draft becomes; everything is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftChange {
    /// What is chosen now.
    pub choices: String,
    /// The remark.
    pub note: String,
    /// The edition it is compared with.
    pub base: u32,
    /// The file it is made from: a corrected file may take the place of the first one.
    pub upload: Option<String>,
}

/// Which drafts to list; without any condition, all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftFilter {
    /// Only those that stand here.
    pub state: Option<DraftState>,
    /// Only those made from this upload.
    pub upload: Option<String>,
    /// At most so many; 0 means 100.
    pub limit: u32,
}

/// What was chosen the last time for a kind of file, such as the columns of an indicator's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What it is for, such as the indicator's id.
    pub key: String,
    /// What was chosen; the store does not read it.
    pub choices: String,
    /// When, Unix time in milliseconds.
    pub changed_at: i64,
    /// By whom.
    pub changed_by: Actor,
}
