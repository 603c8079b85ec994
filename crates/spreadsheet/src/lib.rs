//! Files as they are sent: bytes in, grids of cells out. Knows encodings, separators,
//! workbooks and documents; knows nothing of provinces or indicators.

mod annotate;
mod budget;
mod clean;
mod damage;
mod document;
mod docx;
mod excel_xml;
mod grid;
mod html;
mod issues;
mod kind;
mod legacy_encoding;
mod pdf;
mod text;
mod workbook;

use budget::Budget;
use domain::upload::{Choices, Encoding, FileKind, Issue, IssueKind};
use serde::{Deserialize, Serialize};

pub use annotate::{Annotated, NotWritten, Remarks, annotated};
pub use grid::{Cell, Covered, Grid};

/// How much a file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of the file as sent.
    pub bytes: u64,
    /// Rows of all sheets together.
    pub rows: u32,
    /// Cells of all sheets together: what a packed file may grow to.
    pub cells: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 50_000_000,
            rows: 2_000_000,
            cells: 40_000_000,
        }
    }
}

/// A file that was opened.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Workbook {
    /// What kind of file it is.
    pub kind: FileKind,
    /// How the letters of a text file were read.
    pub encoding: Option<Encoding>,
    /// The separator of a text file.
    pub separator: Option<char>,
    /// Its sheets, in order; a text file has one.
    pub sheets: Vec<Grid>,
    /// What there is to say about opening it (conversions, ragged rows, broken letters).
    pub issues: Vec<Issue>,
}

/// Opens a file. Its kind is told from its bytes; the name only helps where they do not
/// say (`.tsv`). Of the choices, encoding and separator count; TCVN3 and VNI also force the
/// reading of cells in a workbook, and any Unicode encoding keeps them as they are.
///
/// All texts are in NFC, with single spaces and without invisible characters. Numbers that
/// a workbook shows as per cent are given as they are shown (0.8667 as 86.67).
///
/// # Errors
/// What keeps it from being opened: at least one issue that is an error.
pub fn open(bytes: &[u8], name: &str, choices: &Choices, limits: &Limits) -> Result<Workbook, Vec<Issue>> {
    if bytes.len() as u64 > limits.bytes {
        return Err(vec![issues::limit(
            IssueKind::FileTooLarge,
            (limits.bytes / 1_000_000) as f64,
        )]);
    }
    let budget = Budget::new(limits, bytes.len());
    let opened = match kind::tell(bytes) {
        kind::Looks::Empty => Err(issues::whole_file(IssueKind::EmptyFile, Vec::new())),
        kind::Looks::Protected => Err(issues::whole_file(IssueKind::PasswordProtected, Vec::new())),
        kind::Looks::Broken(what) => Err(issues::not_readable(&what)),
        kind::Looks::Other(vi, en) => Err(issues::unknown_type(vi, en)),
        kind::Looks::Text => text::open(bytes, name, choices, limits),
        kind::Looks::Xlsx => workbook::xlsx(bytes, &budget),
        kind::Looks::Xlsb => workbook::xlsb(bytes, &budget),
        kind::Looks::Xls => workbook::xls(bytes, &budget),
        kind::Looks::Ods => workbook::ods(bytes, &budget),
        kind::Looks::ExcelXml => excel_xml::open(bytes, &budget),
        kind::Looks::Html => html::open(bytes, choices, &budget),
        kind::Looks::Docx => docx::open(bytes, &budget),
        kind::Looks::Pdf => pdf::open(bytes, &budget),
    };
    let mut opened = opened.map_err(|issue| vec![issue])?;
    for sheet in &mut opened.sheets {
        name.clone_into(&mut sheet.file);
    }
    opened
        .issues
        .extend(legacy_encoding::fix(&mut opened.sheets, choices.encoding));
    clean::finish(&mut opened.sheets);
    name_apart(&mut opened.sheets);
    if let Some(damaged) = damage::find(&opened.sheets) {
        return Err(vec![damaged]);
    }
    if opened.sheets.iter().all(|sheet| sheet.height() == 0) {
        return Err(vec![issues::whole_file(IssueKind::EmptyFile, Vec::new())]);
    }
    Ok(opened)
}

/// Gives each of several sheets a name of its own: people choose sheets by name, and tables of a document may
/// have the same caption or none.
fn name_apart(sheets: &mut [Grid]) {
    if sheets.len() < 2 {
        return;
    }
    let mut taken = std::collections::HashSet::new();
    for (at, sheet) in sheets.iter_mut().enumerate() {
        if sheet.name.is_empty() {
            sheet.name = format!("#{}", at + 1);
        }
        let name = sheet.name.clone();
        let mut nth = 1;
        while !taken.insert(domain::tidy(&sheet.name)) {
            nth += 1;
            sheet.name = format!("{name} ({nth})");
        }
    }
}
