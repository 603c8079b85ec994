//! Reads tables of Word documents (ECMA-376, part 1, 17), the usual format of decisions and reports.

use std::io::BufRead;

use domain::upload::{FileKind, Issue};

use crate::budget::Budget;
use crate::document::{Content, Document, Table};
use crate::workbook::{Package, Xml, XmlEvent, attribute, end_name, local_name};
use crate::{Workbook, issues};

/// Opens a Word document.
///
/// # Errors
/// Returns the issue that prevents the document from being read.
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
            XmlEvent::Start(element) => match local_name(&element) {
                "p" => {
                    let content = paragraphs(xml, "p", document)?;
                    document.paragraph(&(content.text + &content.mark))?;
                }
                "tbl" => table(xml, document)?,
                name if is_not_running_text(name) => xml.skip()?,
                _ => {}
            },
            XmlEvent::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Returns true for elements outside the running text: deleted text of tracked changes, drawings, and the fallback of
/// alternate content.
fn is_not_running_text(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "drawing" | "pict" | "object" | "instrText" | "delText"
    )
}

fn table<'b, R: BufRead>(xml: &mut Xml<'b, R>, document: &mut Document<'b>) -> Result<(), Issue> {
    let mut table = Table::new(xml.budget());
    // A cell that continues the one above is marked with `vMerge` and has no content.
    loop {
        match xml.next()? {
            XmlEvent::Start(element) => match local_name(&element) {
                "tr" => table.begin_row()?,
                "gridBefore" => {
                    let columns = attribute(&element, "val").and_then(|v| v.parse().ok()).unwrap_or(0);
                    if columns > 0 {
                        table.cell(Content::default(), columns, 1)?;
                    }
                }
                "tc" => {
                    let cell = cell(xml, document)?;
                    if cell.continues {
                        table.continue_cell(cell.columns)?;
                    } else {
                        table.cell(cell.content, cell.columns, 1)?;
                    }
                }
                "del" | "tblGrid" | "Fallback" => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(element) if end_name(&element) == "tbl" => break,
            XmlEvent::Eof => break,
            _ => {}
        }
    }
    document.table(table);
    Ok(())
}

struct TableCell {
    content: Content,
    columns: u32,
    /// The cell continues the one above (vertical merge).
    continues: bool,
}

fn cell<'b, R: BufRead>(xml: &mut Xml<'b, R>, document: &mut Document<'b>) -> Result<TableCell, Issue> {
    let mut out = TableCell {
        content: Content::default(),
        columns: 1,
        continues: false,
    };
    loop {
        match xml.next()? {
            XmlEvent::Start(element) => match local_name(&element) {
                "gridSpan" => {
                    let columns = attribute(&element, "val").and_then(|v| v.parse().ok());
                    out.columns = columns.unwrap_or(1);
                }
                "vMerge" => out.continues = attribute(&element, "val").as_deref() != Some("restart"),
                "p" => {
                    let more = paragraphs(xml, "p", document)?;
                    if !out.content.text.is_empty() && !more.text.is_empty() {
                        out.content.text.push('\n');
                    }
                    out.content.text.push_str(&more.text);
                    out.content.mark.push_str(&more.mark);
                }
                // A nested table becomes a separate table.
                "tbl" => table(xml, document)?,
                name if is_not_running_text(name) => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(element) if end_name(&element) == "tc" => break,
            XmlEvent::Eof => break,
            _ => {}
        }
    }
    if out.content.text.trim().is_empty() {
        out.content.text = std::mem::take(&mut out.content.mark);
    }
    Ok(out)
}

/// Reads a paragraph up to the end of the element `name`, with superscript runs separated from the text.
fn paragraphs<'b, R: BufRead>(xml: &mut Xml<'b, R>, name: &str, document: &mut Document<'b>) -> Result<Content, Issue> {
    let mut out = Content::default();
    let mut is_superscript = false;
    let mut in_run = false;
    loop {
        match xml.next()? {
            XmlEvent::Start(element) => match local_name(&element) {
                "r" => (is_superscript, in_run) = (false, true),
                "vertAlign" if in_run => is_superscript = attribute(&element, "val").as_deref() == Some("superscript"),
                "t" => {
                    let text = xml.text()?;
                    if is_superscript { &mut out.mark } else { &mut out.text }.push_str(&text);
                }
                "tab" | "br" | "cr" if in_run => out.text.push(' '),
                "noBreakHyphen" => out.text.push('-'),
                "tbl" => table(xml, document)?,
                name if is_not_running_text(name) => xml.skip()?,
                _ => {}
            },
            XmlEvent::End(element) => match end_name(&element) {
                "r" => in_run = false,
                end if end == name => break,
                _ => {}
            },
            XmlEvent::Eof => break,
            _ => {}
        }
    }
    Ok(out)
}
