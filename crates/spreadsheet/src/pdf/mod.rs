//! Tables of PDF documents with a text layer. hayro-syntax reads the structure of the file
//! (it is kept, has hardly a dependency, and does not give up on damaged files); texts are
//! placed here, as of a page only letters and where they are matter.

mod columns;
mod font;
mod lines;
mod place;
mod table;

use domain::upload::{Arg, FileKind, Issue, IssueKind};
use hayro_syntax::{LoadPdfError, Pdf};

use crate::budget::Budget;
use crate::document::Document;
use crate::workbook::caught;
use crate::{Workbook, issues};
use lines::Line;

/// Letters of a page below which it is a scan: signatures and stamps have some.
const LETTERS: usize = 120;

/// A line at the top or bottom of a page is apart from the others by this, in sizes of its
/// letters.
const APART: f64 = 2.4;

/// More pages than any report has.
const PAGES: usize = 5_000;

/// Opens a document.
///
/// # Errors
/// The one issue that keeps it from being read: a scan has no text to read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    caught(|| {
        let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => issues::whole_file(IssueKind::PasswordProtected, Vec::new()),
            LoadPdfError::Invalid => issues::not_readable("the PDF cannot be read"),
        })?;
        let pages = pdf.pages();
        if pages.len() > PAGES {
            return Err(budget.too_much());
        }
        let mut placed = Vec::with_capacity(pages.len());
        let mut letters = 0;
        let mut fonts = font::Fonts::default();
        for page in pages.iter() {
            let found = place::letters(page, &mut fonts, budget)?;
            letters += found.len();
            placed.push(lines::of_page(found, budget)?);
        }
        let count = placed.len();
        drop_furniture(&mut placed);
        let mut document = Document::new(budget);
        let mut columns = None;
        for lines in placed {
            table::add_page(&mut document, &lines, &mut columns, budget)?;
        }
        if let Some(found) = document.finish(FileKind::Pdf)? {
            return Ok(found);
        }
        if letters < LETTERS * count {
            let args = vec![Arg::Number(count as f64, 0)];
            return Err(issues::whole_file(IssueKind::ScannedPdf, args));
        }
        Err(issues::unknown_type(
            "tài liệu PDF không có bảng nào",
            "a PDF document without a table",
        ))
    })
}

/// Takes away page numbers, and lines at the top and bottom that other pages have as well:
/// they are not part of a table that goes on over several pages.
fn drop_furniture(pages: &mut [Vec<Line>]) {
    let alone = pages.len() < 2;
    let ends: Vec<[Option<String>; 2]> = pages
        .iter()
        .map(|lines| [lines.first().map(Line::text), lines.last().map(Line::text)])
        .collect();
    for (at, lines) in pages.iter_mut().enumerate() {
        let is_furniture = |line: &Line, end: usize| {
            let text = line.text();
            let others = || {
                ends.iter()
                    .enumerate()
                    .any(|(page, ends)| page != at && ends[end].as_ref() == Some(&text))
            };
            line.is_page_number() || (!alone && line.cells.len() == 1 && others())
        };
        // What is near the next line may be the header of a table that goes on.
        let apart = |a: &Line, b: &Line| a.y - b.y > APART * a.size.max(b.size);
        if let [.., above, last] = lines.as_slice()
            && is_furniture(last, 1)
            && (last.is_page_number() || apart(above, last))
        {
            lines.pop();
        }
        if let [first, below, ..] = lines.as_slice()
            && is_furniture(first, 0)
            && (first.is_page_number() || apart(first, below))
        {
            lines.remove(0);
        }
    }
}
