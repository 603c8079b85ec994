//! Opens uploaded files: bytes in, grids of cells out. Handles encodings, separators, workbooks and documents;
//! provinces and indicators are none of its concern.

#![warn(missing_docs)]

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

/// Upper limits on the size of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Size of the uploaded file, in bytes.
    pub bytes: u64,
    /// Rows, over all sheets.
    pub rows: u32,
    /// Cells, over all sheets: bounds what a compressed file may expand to.
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

/// An opened file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Workbook {
    /// The detected file type.
    pub kind: FileKind,
    /// The encoding of a text file; `None` for other types.
    pub encoding: Option<Encoding>,
    /// The separator of a text file; `None` for other types and for a text with a single column.
    pub separator: Option<char>,
    /// The sheets, in file order; a text file has one.
    pub sheets: Vec<Grid>,
    /// Issues found while opening the file (conversions, ragged rows, undecodable characters).
    pub issues: Vec<Issue>,
}

/// Opens a file. The type is detected from the content; the name is only a fallback where the content is ambiguous
/// (`.tsv`). Of the choices, only the encoding and the separator are used. TCVN3 and VNI also apply to the cells of a
/// workbook; any Unicode encoding leaves them unchanged.
///
/// All texts are normalised: NFC, single spaces, no invisible characters. Numbers that a workbook formats as
/// percentages are returned as displayed (0.8667 as 86.67).
///
/// # Errors
/// Returns the issues that prevent the file from being opened; at least one of them is an error.
pub fn open(bytes: &[u8], name: &str, choices: &Choices, limits: &Limits) -> Result<Workbook, Vec<Issue>> {
    if bytes.len() as u64 > limits.bytes {
        return Err(vec![issues::limit(
            IssueKind::FileTooLarge,
            (limits.bytes / 1_000_000) as f64,
        )]);
    }
    let budget = Budget::new(limits, bytes.len());
    let opened = match kind::detect(bytes) {
        kind::Detected::Empty => Err(issues::whole_file(IssueKind::EmptyFile, Vec::new())),
        kind::Detected::Protected => Err(issues::whole_file(IssueKind::PasswordProtected, Vec::new())),
        kind::Detected::Broken(what) => Err(issues::not_readable(&what)),
        kind::Detected::Other(vi, en) => Err(issues::unknown_type(vi, en)),
        kind::Detected::Text => text::open(bytes, name, choices, limits),
        kind::Detected::Xlsx => workbook::xlsx(bytes, &budget),
        kind::Detected::Xlsb => workbook::xlsb(bytes, &budget),
        kind::Detected::Xls => workbook::xls(bytes, &budget),
        kind::Detected::Ods => workbook::ods(bytes, &budget),
        kind::Detected::ExcelXml => excel_xml::open(bytes, &budget),
        kind::Detected::Html => html::open(bytes, choices, &budget),
        kind::Detected::Docx => docx::open(bytes, &budget),
        kind::Detected::Pdf => pdf::open(bytes, &budget),
    };
    let mut opened = opened.map_err(|issue| vec![issue])?;
    for sheet in &mut opened.sheets {
        name.clone_into(&mut sheet.file);
    }
    opened
        .issues
        .extend(legacy_encoding::fix(&mut opened.sheets, choices.encoding));
    clean::finish(&mut opened.sheets);
    make_names_unique(&mut opened.sheets);
    if let Some(damaged) = damage::find(&opened.sheets) {
        return Err(vec![damaged]);
    }
    if opened.sheets.iter().all(|sheet| sheet.height() == 0) {
        return Err(vec![issues::whole_file(IssueKind::EmptyFile, Vec::new())]);
    }
    Ok(opened)
}

/// Gives every sheet a unique name: users choose sheets by name, and tables of a document may share a caption or have
/// none. A single sheet keeps its name.
fn make_names_unique(sheets: &mut [Grid]) {
    if sheets.len() < 2 {
        return;
    }
    let mut used = std::collections::HashSet::new();
    for (index, sheet) in sheets.iter_mut().enumerate() {
        if sheet.name.is_empty() {
            sheet.name = format!("#{}", index + 1);
        }
        let name = sheet.name.clone();
        let mut nth = 1;
        while !used.insert(domain::tidy(&sheet.name)) {
            nth += 1;
            sheet.name = format!("{name} ({nth})");
        }
    }
}
