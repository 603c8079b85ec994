//! Reads tables of PDF documents with a text layer. hayro-syntax parses the file structure (it is maintained, has few
//! dependencies and tolerates damaged files); text is positioned here, as only glyphs and their positions matter.

mod columns;
mod font;
mod glyphs;
mod lines;
mod table;

use domain::upload::{Arg, FileKind, Issue, IssueKind};
use hayro_syntax::{LoadPdfError, Pdf};

use crate::budget::Budget;
use crate::document::Document;
use crate::workbook::catch_panics;
use crate::{Workbook, issues};
use lines::Line;

/// A document with fewer glyphs per page than this is a scan: signatures and stamps have some text.
const GLYPHS: usize = 120;

/// Minimum distance of a header or footer line from the other lines of the page, in font sizes.
const MARGIN_GAP: f64 = 2.4;

/// Maximum number of pages; more than any report has.
const PAGES: usize = 5_000;

/// Opens a document.
///
/// # Errors
/// Returns the issue that prevents the document from being read; a scan has no text to read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    catch_panics(|| {
        let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
            LoadPdfError::Decryption(_) => issues::whole_file(IssueKind::PasswordProtected, Vec::new()),
            LoadPdfError::Invalid => issues::not_readable("the PDF cannot be read"),
        })?;
        let pages = pdf.pages();
        if pages.len() > PAGES {
            return Err(budget.limit_issue());
        }
        let mut page_lines = Vec::with_capacity(pages.len());
        let mut glyph_count = 0;
        let mut fonts = font::Fonts::default();
        for page in pages.iter() {
            let page_glyphs = glyphs::of_page(page, &mut fonts, budget)?;
            glyph_count += page_glyphs.len();
            page_lines.push(lines::of_page(page_glyphs, budget)?);
        }
        let count = page_lines.len();
        drop_headers_and_footers(&mut page_lines);
        let mut document = Document::new(budget);
        let mut columns = None;
        for lines in page_lines {
            table::add_page(&mut document, &lines, &mut columns, budget)?;
        }
        if let Some(workbook) = document.finish(FileKind::Pdf)? {
            return Ok(workbook);
        }
        if glyph_count < GLYPHS * count {
            let args = vec![Arg::Number(count as f64, 0)];
            return Err(issues::whole_file(IssueKind::ScannedPdf, args));
        }
        Err(issues::unknown_type(
            "tài liệu PDF không có bảng nào",
            "a PDF document without a table",
        ))
    })
}

/// Removes page numbers, and lines at the top and bottom that other pages share: they are not part of a table that
/// continues over several pages.
fn drop_headers_and_footers(pages: &mut [Vec<Line>]) {
    let is_single_page = pages.len() < 2;
    let ends: Vec<[Option<String>; 2]> = pages
        .iter()
        .map(|lines| [lines.first().map(Line::text), lines.last().map(Line::text)])
        .collect();
    for (at, lines) in pages.iter_mut().enumerate() {
        let is_header_or_footer = |line: &Line, end: usize| {
            let text = line.text();
            let others = || {
                ends.iter()
                    .enumerate()
                    .any(|(page, ends)| page != at && ends[end].as_ref() == Some(&text))
            };
            line.is_page_number() || (!is_single_page && line.cells.len() == 1 && others())
        };
        // A line near the next one may be the header of a table that continues.
        let is_apart = |a: &Line, b: &Line| a.y - b.y > MARGIN_GAP * a.size.max(b.size);
        if let [.., above, last] = lines.as_slice()
            && is_header_or_footer(last, 1)
            && (last.is_page_number() || is_apart(above, last))
        {
            lines.pop();
        }
        if let [first, below, ..] = lines.as_slice()
            && is_header_or_footer(first, 0)
            && (first.is_page_number() || is_apart(first, below))
        {
            lines.remove(0);
        }
    }
}
