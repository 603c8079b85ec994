//! The audit log.

/// An entry of the audit log. Entries are never changed or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Ascending id.
    pub id: i64,
    /// When it happened, Unix time in milliseconds.
    pub at: i64,
    /// The account that acted; `None` for the program and the command line.
    pub account: Option<i64>,
    /// The actor's name at that time.
    pub who: String,
    /// What was done: one of the constants in [`action`], or an action of the caller.
    pub action: String,
    /// The object it was done to, such as `edition/5`, `draft/…`, `upload/…`, `account/lan`.
    pub subject: String,
    /// Details as JSON, or empty.
    pub detail: String,
}

/// The entries to list, newest first; all entries if no condition is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only entries older than this one: the next page begins after the last id of this page.
    pub before: Option<i64>,
    /// Only actions of this account.
    pub account: Option<i64>,
    /// Only this action.
    pub action: Option<String>,
    /// Only actions on this object.
    pub subject: Option<String>,
    /// Not before this time, Unix time in milliseconds.
    pub since: Option<i64>,
    /// Before this time, Unix time in milliseconds.
    pub until: Option<i64>,
    /// Maximum number of entries; 0 means 100.
    pub limit: u32,
}

/// The actions that the store itself writes as [`AuditEntry::action`].
pub mod action {
    /// An edition was published.
    pub const PUBLISHED: &str = "published";
    /// An earlier edition was restored.
    pub const RESTORED: &str = "restored";
    /// A file was received.
    pub const UPLOADED: &str = "uploaded";
    /// A draft was created.
    pub const DRAFT_BEGUN: &str = "draft_begun";
    /// A draft was changed.
    pub const DRAFT_SAVED: &str = "draft_saved";
    /// A draft was approved.
    pub const DRAFT_APPROVED: &str = "draft_approved";
    /// A draft was discarded.
    pub const DRAFT_DISCARDED: &str = "draft_discarded";
    /// A column mapping was saved.
    pub const PROFILE_SAVED: &str = "profile_saved";
    /// An account was added.
    pub const ACCOUNT_ADDED: &str = "account_added";
    /// The role of an account was changed.
    pub const ROLE_CHANGED: &str = "role_changed";
    /// The display name of an account was changed.
    pub const ACCOUNT_RENAMED: &str = "account_renamed";
    /// The password of an account was changed and its sessions ended.
    pub const PASSWORD_CHANGED: &str = "password_changed";
    /// An account was disabled and its sessions ended.
    pub const ACCOUNT_DISABLED: &str = "account_disabled";
    /// An account was enabled again.
    pub const ACCOUNT_ENABLED: &str = "account_enabled";
    /// A user signed in.
    pub const SIGNED_IN: &str = "signed_in";
    /// A password was wrong.
    pub const SIGN_IN_FAILED: &str = "sign_in_failed";
    /// A user signed out.
    pub const SIGNED_OUT: &str = "signed_out";
    /// All sessions of an account were ended.
    pub const SIGNED_OUT_EVERYWHERE: &str = "signed_out_everywhere";
    /// A token for the API was created.
    pub const TOKEN_ADDED: &str = "token_added";
    /// A token for the API was revoked.
    pub const TOKEN_REVOKED: &str = "token_revoked";
    /// The store was restored from a backup.
    pub const BACKUP_RESTORED: &str = "backup_restored";
}
