//! Uploads and drafts.

use domain::{
    Moment, Snapshot, Text,
    upload::{Choices, Counts, Difference, Mode, Reading, SurveyTable},
};

use super::message::UserError;

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
    /// What an editor chose.
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
