//! What the program hands over to be shown at the desk and on the pages of editions.
//! Everything is known before a page is made: making it neither waits nor asks.

use domain::{
    Moment, Snapshot, Text,
    upload::{Choices, CorrectionProblem, Counts, Difference, Mode, Reading, SurveyTable},
};

use super::figure::FigureView;
use crate::Backend;

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Read, where reading needs an account.
    Reader,
    /// Upload, publish, undo.
    Analyst,
    /// All that, accounts and the catalogue.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Reader, Self::Analyst, Self::Administrator];

    /// Its name in forms and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Analyst => "analyst",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// Name to sign in with.
    pub name: String,
    /// Name to be shown.
    pub shown: String,
    /// What the account may do.
    pub role: Role,
}

/// Around a page: where it stands and for whom it is made.
#[derive(Clone, Copy)]
pub struct Admin<'a> {
    /// What pages ask for.
    pub backend: &'a dyn Backend,
    /// The newest edition.
    pub snapshot: &'a Snapshot,
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
    /// Too many failures: wait so many seconds.
    Wait(u64),
    /// Passwords need so many characters.
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
    /// The file is larger than so many megabytes.
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
    /// Something else; the log has it.
    Failed,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Its address part.
    pub id: String,
    /// Name of the file as sent, or what a catalogue draft is about.
    pub title: String,
    /// The sheet that it reads, where one is named; may be empty.
    pub part: String,
    /// Address part of the upload that it was made from.
    pub upload: Option<String>,
    /// Who began it.
    pub by: String,
    /// When it was changed last.
    pub changed: Moment,
    /// True for a change of the catalogue.
    pub catalogue: bool,
    /// True for a correction of one figure.
    pub correction: bool,
    /// Approved by.
    pub approved_by: Option<String>,
}

/// An edition in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionLine {
    /// Its number.
    pub number: u32,
    /// When it was published.
    pub published: Moment,
    /// The day on which figures that ship with the program were put together; of no other edition.
    pub made: Option<domain::Date>,
    /// Who published it; shown to those signed in only.
    pub by: String,
    /// What it was made of.
    pub kind: EditionKind,
    /// The note in both languages.
    pub note: Text,
    /// Name and SHA-256 of the file.
    pub file: Option<(String, String)>,
    /// Methods that the file's years were under, in words.
    pub method: Option<String>,
    /// Figures added, changed, removed.
    pub counts: Counts,
    /// Rows of all data files.
    pub rows: usize,
    /// SHA-256 over the whole edition.
    pub fingerprint: String,
}

/// What an edition was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionKind {
    /// The figures that ship with the program.
    Program,
    /// An uploaded file.
    Upload,
    /// A change of the catalogue.
    Catalogue,
    /// An earlier edition, restored.
    Undo(u32),
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

/// Where a draft stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// Being worked on.
    Open,
    /// Published as this edition.
    Published(u32),
    /// Thrown away.
    Discarded,
}

/// An uploaded file with all that is known about it.
#[derive(Clone)]
pub struct DraftView<'a> {
    /// Its address part.
    pub id: &'a str,
    /// Counts up with each change; forms send it back.
    pub revision: i64,
    /// Where it stands.
    pub state: DraftState,
    /// Address part of the upload that it was made from.
    pub upload: &'a str,
    /// The other drafts of that upload.
    pub siblings: &'a [Sibling],
    /// Name of the file as sent.
    pub file: &'a str,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256.
    pub hash: &'a str,
    /// Who began the draft.
    pub by: &'a str,
    /// When the file came.
    pub received: Moment,
    /// What a person chose.
    pub choices: &'a Choices,
    /// What was understood.
    pub reading: &'a Reading,
    /// What would change under the chosen mode.
    pub difference: &'a Difference,
    /// What each mode would do.
    pub modes: &'a [(Mode, Counts)],
    /// The figures as they would be, for names of tables and ranks.
    pub after: &'a Snapshot,
    /// Number of the edition that it is compared with.
    pub base: u32,
    /// Note for the edition.
    pub note: &'a str,
    /// Who approved this very state.
    pub approved_by: Option<&'a str>,
    /// Earlier uploads of the same bytes: draft and edition made of it.
    pub same: &'a [(String, Option<u32>)],
    /// Address under which people without an account see what would be, and until when.
    pub preview: Option<(&'a str, Moment)>,
    /// Why the last thing asked for was refused.
    pub refusal: Option<&'a UserError>,
}

/// A change of the catalogue.
#[derive(Clone)]
pub struct CatalogueDraftView<'a> {
    /// Its address part.
    pub id: &'a str,
    /// Counts up with each change; forms send it back.
    pub revision: i64,
    /// Where it stands.
    pub state: DraftState,
    /// Who began it.
    pub by: &'a str,
    /// Path of the file that changes, such as `catalogue/aliases.csv`.
    pub path: &'a str,
    /// The file as it would be.
    pub text: &'a str,
    /// Lines that go (`-`), come (`+`) or stand around them (space), with their line numbers.
    pub lines: &'a [(char, u32, String)],
    /// Why it cannot be published (file, line, column, found, expected, how to fix; English).
    pub problems: &'a [String],
    /// What changes in the figures.
    pub difference: &'a Difference,
    /// The figures as they would be.
    pub after: Option<&'a Snapshot>,
    /// Number of the edition that it is compared with.
    pub base: u32,
    /// Note for the edition.
    pub note: &'a str,
    /// Who approved this very state.
    pub approved_by: Option<&'a str>,
    /// Why the last thing asked for was refused.
    pub refusal: Option<&'a UserError>,
}

/// An account in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// Number in the store.
    pub id: i64,
    /// Name to sign in with.
    pub name: String,
    /// Name to be shown.
    pub shown: String,
    /// What it may do.
    pub role: Role,
    /// When it was added.
    pub created: Moment,
    /// When it was switched off.
    pub disabled: Option<Moment>,
}

/// A token for the API in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenLine {
    /// Its address part; not the secret itself.
    pub id: String,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created: Moment,
    /// When it was used last.
    pub used: Option<Moment>,
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// When.
    pub at: Moment,
    /// Who.
    pub who: String,
    /// What was done: a code such as `edition.publish`.
    pub action: String,
    /// To what.
    pub subject: String,
    /// More of it: names such as `role` or `size`, and what they are.
    pub detail: Vec<(String, String)>,
}

/// What a draft holds, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftHolds {
    /// Short names of its indicators.
    pub indicators: Vec<Text>,
    /// Years of its figures, ascending.
    pub years: Vec<i32>,
    /// How many provinces it has figures of.
    pub provinces: usize,
    /// How many figures.
    pub figures: usize,
    /// How many errors stand in the way.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
}

/// Another draft of the same upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// Its address part.
    pub id: String,
    /// Where it stands.
    pub state: DraftState,
    /// What it holds, if that is known.
    pub holds: Option<DraftHolds>,
    /// The sheets that it names.
    pub sheets: Vec<String>,
}

/// A draft in the list of an upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadDraft {
    /// Its address part.
    pub id: String,
    /// Where it stands.
    pub state: DraftState,
    /// Who approved this very state.
    pub approved_by: Option<String>,
    /// What it holds; `None` for one that is closed.
    pub holds: Option<DraftHolds>,
    /// The sheets that it reads.
    pub sheets: Vec<String>,
}

/// A table of an uploaded file, or a sheet without one.
#[derive(Clone, Debug)]
pub struct UploadTable<'a> {
    /// What was found.
    pub table: &'a SurveyTable,
    /// Positions of the drafts that read it.
    pub drafts: Vec<usize>,
}

/// An upload: what its sheets hold and the drafts of them.
#[derive(Clone)]
pub struct UploadView<'a> {
    /// Its address part.
    pub id: &'a str,
    /// Name of the file as sent.
    pub file: &'a str,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256.
    pub hash: &'a str,
    /// Who uploaded it.
    pub by: &'a str,
    /// When it came.
    pub received: Moment,
    /// Its drafts, in the order of the file.
    pub drafts: &'a [UploadDraft],
    /// Its tables and the sheets without one, in the order of the file; none if it cannot be opened.
    pub tables: &'a [UploadTable<'a>],
    /// Why the last thing asked for was refused.
    pub refusal: Option<&'a UserError>,
}

/// A page of the desk or of the editions.
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
    /// The desk: what lies on it and the form for a file.
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
    /// What was done at the desk.
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
