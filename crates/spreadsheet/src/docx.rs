//! Tables of Word's documents (ECMA-376, part 1, 17): decisions and reports come so.

use std::io::BufRead;

use domain::upload::{FileKind, Issue};

use crate::budget::Budget;
use crate::document::{Content, Document, Table};
use crate::workbook::{Met, Package, Xml, attribute, ended, local};
use crate::{Workbook, issues};

/// Opens a document.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let mut package = Package::open(bytes, budget)?;
    let (main, _) = package.main_part("word/document.xml")?;
    let Some(mut xml) = package.xml(&main)? else {
        return Err(issues::not_readable("the package has no document"));
    };
    let mut document = Document::new(budget);
    body(&mut xml, &mut document)?;
    let found = document.finish(FileKind::Docx)?;
    found.ok_or_else(|| issues::unknown_type("tài liệu Word không có bảng nào", "a Word document without a table"))
}

fn body<'b, R: BufRead>(xml: &mut Xml<'b, R>, document: &mut Document<'b>) -> Result<(), Issue> {
    loop {
        match xml.next()? {
            Met::Start(element) => match local(&element) {
                "p" => {
                    let content = paragraphs(xml, "p", document)?;
                    document.paragraph(&(content.text + &content.mark))?;
                }
                "tbl" => table(xml, document)?,
                name if is_no_text(name) => xml.skip()?,
                _ => {}
            },
            Met::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// What is not in the running text: old text of changes, drawn boxes, and the second form of
/// what newer programs write in two forms.
fn is_no_text(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "drawing" | "pict" | "object" | "instrText" | "delText"
    )
}

fn table<'b, R: BufRead>(xml: &mut Xml<'b, R>, document: &mut Document<'b>) -> Result<(), Issue> {
    let mut table = Table::new(xml.budget());
    // Cells that go on from the row above are empty: they are told by a mark of their own.
    loop {
        match xml.next()? {
            Met::Start(element) => match local(&element) {
                "tr" => table.begin_row()?,
                "gridBefore" => {
                    let columns = attribute(&element, "val").and_then(|v| v.parse().ok()).unwrap_or(0);
                    if columns > 0 {
                        table.cell(Content::default(), columns, 1)?;
                    }
                }
                "tc" => {
                    let cell = cell(xml, document)?;
                    if cell.goes_on {
                        table.go_on(cell.columns)?;
                    } else {
                        table.cell(cell.content, cell.columns, 1)?;
                    }
                }
                "del" | "tblGrid" | "Fallback" => xml.skip()?,
                _ => {}
            },
            Met::End(element) if ended(&element) == "tbl" => break,
            Met::Eof => break,
            _ => {}
        }
    }
    document.table(table);
    Ok(())
}

struct TableCell {
    content: Content,
    columns: u32,
    /// It belongs to the cell above.
    goes_on: bool,
}

fn cell<'b, R: BufRead>(xml: &mut Xml<'b, R>, document: &mut Document<'b>) -> Result<TableCell, Issue> {
    let mut out = TableCell {
        content: Content::default(),
        columns: 1,
        goes_on: false,
    };
    loop {
        match xml.next()? {
            Met::Start(element) => match local(&element) {
                "gridSpan" => {
                    let columns = attribute(&element, "val").and_then(|v| v.parse().ok());
                    out.columns = columns.unwrap_or(1);
                }
                "vMerge" => out.goes_on = attribute(&element, "val").as_deref() != Some("restart"),
                "p" => {
                    let more = paragraphs(xml, "p", document)?;
                    if !out.content.text.is_empty() && !more.text.is_empty() {
                        out.content.text.push('\n');
                    }
                    out.content.text.push_str(&more.text);
                    out.content.mark.push_str(&more.mark);
                }
                // A table within a cell is a table of its own.
                "tbl" => table(xml, document)?,
                name if is_no_text(name) => xml.skip()?,
                _ => {}
            },
            Met::End(element) if ended(&element) == "tc" => break,
            Met::Eof => break,
            _ => {}
        }
    }
    if out.content.text.trim().is_empty() {
        out.content.text = std::mem::take(&mut out.content.mark);
    }
    Ok(out)
}

/// The text of a paragraph, apart from its superscript runs.
fn paragraphs<'b, R: BufRead>(xml: &mut Xml<'b, R>, name: &str, document: &mut Document<'b>) -> Result<Content, Issue> {
    let mut out = Content::default();
    let mut raised = false;
    let mut run = false;
    loop {
        match xml.next()? {
            Met::Start(element) => match local(&element) {
                "r" => (raised, run) = (false, true),
                "vertAlign" if run => raised = attribute(&element, "val").as_deref() == Some("superscript"),
                "t" => {
                    let text = xml.text()?;
                    if raised { &mut out.mark } else { &mut out.text }.push_str(&text);
                }
                "tab" | "br" | "cr" if run => out.text.push(' '),
                "noBreakHyphen" => out.text.push('-'),
                "tbl" => table(xml, document)?,
                name if is_no_text(name) => xml.skip()?,
                _ => {}
            },
            Met::End(element) => match ended(&element) {
                "r" => run = false,
                end if end == name => break,
                _ => {}
            },
            Met::Eof => break,
            _ => {}
        }
    }
    Ok(out)
}
