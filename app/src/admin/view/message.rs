//! What was done, and why something was not.

use domain::upload::CorrectionProblem;

/// Something that was done. Comes back in the address (`?done=published:7`), so that
/// nothing needs to be remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Choices were saved.
    Saved,
    /// The draft was published as this edition.
    Published(u32),
    /// The first edition was restored as the second.
    Restored(u32, u32),
    /// A draft was thrown away.
    Discarded,
    /// A draft was approved.
    Approved,
    /// The file has been uploaded before, in this draft or as this edition.
    SameFile {
        /// Address part of the earlier draft.
        draft: Option<String>,
        /// The edition that was made of it.
        edition: Option<u32>,
    },
    /// An account was added or changed.
    AccountSaved(String),
    /// The password was changed; other devices are signed out.
    PasswordChanged,
    /// Signed out on all devices.
    SignedOutEverywhere,
    /// A token was revoked.
    TokenRevoked,
}

/// Why something that was asked for was not done. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserError {
    /// Name or password is wrong.
    WrongPassword,
    /// Too many failures: wait this number of seconds.
    Wait(u64),
    /// Passwords need this number of characters.
    ShortPassword(usize),
    /// The two passwords differ.
    PasswordsDiffer,
    /// There is an account of that name.
    NameTaken(String),
    /// Names have 2 to 60 letters, digits, dots, dashes.
    BadName(String),
    /// The last administrator stays.
    LastAdministrator,
    /// No file was chosen.
    NoFile,
    /// The file is larger than this number of megabytes.
    FileTooLarge(u64),
    /// Fields that cannot be read: name and what stands there.
    BadFields(Vec<(String, String)>),
    /// Fields of a correction that are wrong.
    BadCorrection(Vec<CorrectionProblem>),
    /// The edition that the draft was compared with is no longer the newest: look again.
    NewerEdition(u32),
    /// Editions were published after the one that the undo form was made for.
    UndoOvertaken {
        /// The newest edition when the form was made.
        base: u32,
        /// The newest edition now.
        newest: u32,
    },
    /// Somebody else changed the draft meanwhile.
    ChangedMeanwhile,
    /// The same, and what was typed is on the page again: fields with what is stored and what was typed.
    Overtaken(Vec<(String, String, String)>),
    /// Errors stand in the way.
    HasErrors(usize),
    /// Warnings without a reason.
    NeedsReasons(usize),
    /// Nothing would change.
    NothingChanges,
    /// A second person must approve first.
    NeedsApproval,
    /// One's own draft cannot be approved by oneself.
    OwnDraft,
    /// The store cannot be written to: disk full.
    DiskFull,
    /// The store cannot be written to: read-only.
    ReadOnly,
    /// The database does not answer.
    Unreachable,
    /// The data files would be wrong; each problem in a line (technical, English).
    WrongFiles(Vec<String>),
    /// An edition has more rows than a sheet of a workbook.
    TooLongForWorkbook,
    /// Something else; the log has it.
    Failed,
}

/// An undo that can be repeated once the user has seen what was published since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UndoAgain<'a> {
    /// The edition to restore.
    pub of: u32,
    /// The newest edition when the form was made.
    pub base: u32,
    /// The reason that was typed.
    pub note: &'a str,
}
