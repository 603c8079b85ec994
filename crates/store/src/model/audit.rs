//! Who did what, and when.

/// One line of the audit log. Lines are only ever added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// A number that grows.
    pub id: i64,
    /// When, Unix time in milliseconds.
    pub at: i64,
    /// The account that acted; nothing for the program and for the command line.
    pub account: Option<i64>,
    /// The name of whoever acted, as it was then.
    pub who: String,
    /// What was done: a word of [`action`], or one of the caller's.
    pub action: String,
    /// What it was done to, such as `edition/5`, `draft/…`, `upload/…`, `account/lan`.
    pub subject: String,
    /// More about it, as JSON, or empty.
    pub detail: String,
}

/// Which lines to list, newest first; without any condition, all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only lines older than this one: the next page begins after the last id of this page.
    pub before: Option<i64>,
    /// Only what this account did.
    pub account: Option<i64>,
    /// Only this action.
    pub action: Option<String>,
    /// Only what was done to this.
    pub subject: Option<String>,
    /// Not before this time, Unix time in milliseconds.
    pub since: Option<i64>,
    /// Before this time, Unix time in milliseconds.
    pub until: Option<i64>,
    /// At most so many; 0 means 100.
    pub limit: u32,
}

/// The words that the store itself writes as [`AuditEntry::action`].
pub mod action {
    /// An edition was published.
    pub const PUBLISHED: &str = "published";
    /// A former edition was brought back.
    pub const RESTORED: &str = "restored";
    /// A file was received.
    pub const UPLOADED: &str = "uploaded";
    /// A draft was begun.
    pub const DRAFT_BEGUN: &str = "draft_begun";
    /// A draft was changed.
    pub const DRAFT_SAVED: &str = "draft_saved";
    /// A draft was agreed to.
    pub const DRAFT_APPROVED: &str = "draft_approved";
    /// A draft was given up.
    pub const DRAFT_DISCARDED: &str = "draft_discarded";
    /// A column mapping was remembered.
    pub const PROFILE_SAVED: &str = "profile_saved";
    /// An account was added.
    pub const ACCOUNT_ADDED: &str = "account_added";
    /// An account has another role.
    pub const ROLE_CHANGED: &str = "role_changed";
    /// An account has another display name.
    pub const ACCOUNT_RENAMED: &str = "account_renamed";
    /// An account has another password; its sessions ended.
    pub const PASSWORD_CHANGED: &str = "password_changed";
    /// An account cannot be used any more; its sessions ended.
    pub const ACCOUNT_DISABLED: &str = "account_disabled";
    /// An account can be used again.
    pub const ACCOUNT_ENABLED: &str = "account_enabled";
    /// Somebody signed in.
    pub const SIGNED_IN: &str = "signed_in";
    /// A password was wrong.
    pub const SIGN_IN_FAILED: &str = "sign_in_failed";
    /// Somebody signed out.
    pub const SIGNED_OUT: &str = "signed_out";
    /// All sessions of an account were ended.
    pub const SIGNED_OUT_EVERYWHERE: &str = "signed_out_everywhere";
    /// A token for the API was made.
    pub const TOKEN_ADDED: &str = "token_added";
    /// A token for the API was revoked.
    pub const TOKEN_REVOKED: &str = "token_revoked";
    /// The store was filled from a backup.
    pub const BACKUP_RESTORED: &str = "backup_restored";
}
