//! Reads tables of HTML pages, which reporting systems call an Excel export. html5gum tokenises the page as the HTML
//! standard requires, without the cost of a document tree; tables are built here, as only cells, spans and texts
//! matter.

use std::collections::BTreeMap;

use domain::upload::{Choices, FileKind, Issue};
use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

use crate::budget::Budget;
use crate::document::{Content, Document, Table};
use crate::{Workbook, issues, text, workbook};

/// Maximum nesting depth of tables.
const DEPTH: usize = 50;

/// Opens a page.
///
/// # Errors
/// Returns the issue that prevents the page from being read.
pub(crate) fn open(bytes: &[u8], choices: &Choices, budget: &Budget) -> Result<Workbook, Issue> {
    let decoded = text::decode_page(bytes, choices.encoding);
    let mut emitter = DefaultEmitter::default();
    // The contents of scripts and styles are not markup.
    emitter.naively_switch_states(true);
    let mut page = Page {
        budget,
        document: Document::new(budget),
        tables: Vec::new(),
        outside_text: String::new(),
        hidden_element: None,
        superscripts: 0,
    };
    for token in Tokenizer::new_with_emitter(decoded.text.as_str(), emitter) {
        budget.steps(1)?;
        match token {
            Ok(Token::StartTag(tag)) => page.start(&tag)?,
            Ok(Token::EndTag(tag)) => page.end(&tag.name)?,
            Ok(Token::String(text)) => page.text(&String::from_utf8_lossy(&text)),
            Ok(_) => {}
            // The error type of reading from memory is uninhabited.
            Err(error) => match error {},
        }
    }
    while !page.tables.is_empty() {
        page.end_table()?;
    }
    page.end_paragraph()?;
    let found = page.document.finish(FileKind::Html)?;
    let mut found =
        found.ok_or_else(|| issues::unknown_type("trang HTML không có bảng nào", "an HTML page without a table"))?;
    found.encoding = Some(decoded.encoding);
    found.issues.splice(0..0, decoded.issue);
    Ok(found)
}

/// A cell that is being read.
struct OpenCell {
    content: Content,
    columns: u32,
    rows: u32,
    /// Whether the cell is hidden by its style.
    hidden: bool,
}

/// A table that is being read, with its current cell.
struct OpenTable<'b> {
    table: Table<'b>,
    cell: Option<OpenCell>,
}

struct Page<'b> {
    budget: &'b Budget,
    document: Document<'b>,
    /// The open tables, outermost first.
    tables: Vec<OpenTable<'b>>,
    /// Text outside of tables.
    outside_text: String,
    /// The open element whose text is not displayed, if any.
    hidden_element: Option<&'static [u8]>,
    /// Number of open superscript elements.
    superscripts: u32,
}

type Attributes = BTreeMap<HtmlString, Spanned<HtmlString, ()>>;

/// Returns an attribute's value; html5gum lower-cases names of tags and attributes.
fn attribute(attributes: &Attributes, name: &str) -> Option<String> {
    let value = attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

fn number(attributes: &Attributes, name: &str) -> u32 {
    let value = attribute(attributes, name).and_then(|v| v.trim().parse().ok());
    value.unwrap_or(1).max(1)
}

fn is_hidden(attributes: &Attributes) -> bool {
    let style = attribute(attributes, "style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_whitespace().collect();
    style.contains("display:none") || attributes.contains_key(&b"hidden"[..])
}

/// Returns the number that Excel (`x:num`) or LibreOffice (`sdval`) stored in addition to the displayed text, which
/// may be rounded.
fn stored_number(attributes: &Attributes) -> Option<f64> {
    let value = attribute(attributes, "x:num").or_else(|| attribute(attributes, "sdval"))?;
    value.trim().parse().ok().filter(|v: &f64| v.is_finite())
}

impl<'b> Page<'b> {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Issue> {
        match tag.name.as_slice() {
            name @ (b"script" | b"style" | b"title" | b"template" | b"xml" | b"noscript") if !tag.self_closing => {
                self.hidden_element.get_or_insert(static_name(name));
            }
            b"table" => {
                self.end_paragraph()?;
                if self.tables.len() >= DEPTH {
                    return Err(self.budget.limit_issue());
                }
                // The rows of the outer table so far precede the inner table.
                if let Some(outer) = self.tables.last_mut() {
                    let rest = std::mem::replace(&mut outer.table, Table::new(self.budget));
                    self.document.table(rest);
                    let before = outer.cell.as_mut().map(|cell| std::mem::take(&mut cell.content.text));
                    self.document.paragraph(&before.unwrap_or_default())?;
                }
                self.tables.push(OpenTable {
                    table: Table::new(self.budget),
                    cell: None,
                });
            }
            b"tr" => {
                self.end_cell()?;
                if let Some(open) = self.tables.last_mut() {
                    open.table.begin_row()?;
                }
            }
            b"td" | b"th" => {
                self.end_cell()?;
                self.superscripts = 0;
                if let Some(open) = self.tables.last_mut() {
                    open.cell = Some(OpenCell {
                        content: Content {
                            value: stored_number(&tag.attributes),
                            ..Content::default()
                        },
                        columns: number(&tag.attributes, "colspan"),
                        rows: number(&tag.attributes, "rowspan"),
                        hidden: is_hidden(&tag.attributes),
                    });
                }
            }
            b"sup" if !tag.self_closing => self.superscripts += 1,
            b"br" | b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"tbody" | b"caption" => {
                self.break_line()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Issue> {
        if self.hidden_element.is_some_and(|hidden_element| hidden_element == name) {
            self.hidden_element = None;
        }
        match name {
            b"table" => self.end_table()?,
            b"td" | b"th" | b"tr" => self.end_cell()?,
            b"sup" => self.superscripts = self.superscripts.saturating_sub(1),
            b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"caption" => self.break_line()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.hidden_element.is_some() {
            return;
        }
        let cell = self.tables.last_mut().map(|open| open.cell.as_mut());
        match cell {
            Some(Some(cell)) if self.superscripts > 0 => cell.content.mark.push_str(text),
            Some(Some(cell)) => cell.content.text.push_str(text),
            // Between the cells of a table there is only whitespace, or a title that browsers display above it.
            Some(None) | None => self.outside_text.push_str(text),
        }
    }

    fn break_line(&mut self) -> Result<(), Issue> {
        match self.tables.last_mut().map(|open| open.cell.as_mut()) {
            Some(Some(cell)) => {
                cell.content.text.push('\n');
                Ok(())
            }
            Some(None) => Ok(()),
            None => self.end_paragraph(),
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Issue> {
        let text = std::mem::take(&mut self.outside_text);
        self.document
            .paragraph(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn end_cell(&mut self) -> Result<(), Issue> {
        let Some(open) = self.tables.last_mut() else {
            return Ok(());
        };
        let Some(mut cell) = open.cell.take().filter(|cell| !cell.hidden) else {
            return Ok(());
        };
        let content = &mut cell.content;
        if content.text.trim().is_empty() {
            content.text = std::mem::take(&mut content.mark);
        }
        // A percentage is stored as a fraction; a dash may be displayed for a stored zero.
        let shown = content.text.trim();
        content.value = match content.value {
            Some(value) if shown.ends_with('%') => Some(workbook::times_100(value)),
            Some(_) if !shown.contains(|c: char| c.is_ascii_digit()) => None,
            value => value,
        };
        open.table.cell(cell.content, cell.columns, cell.rows)
    }

    fn end_table(&mut self) -> Result<(), Issue> {
        self.end_cell()?;
        if let Some(open) = self.tables.pop() {
            let outside_text = std::mem::take(&mut self.outside_text);
            self.document.paragraph(&outside_text)?;
            self.document.table(open.table);
        }
        Ok(())
    }
}

/// Returns the same name with a static lifetime.
fn static_name(name: &[u8]) -> &'static [u8] {
    match name {
        b"script" => b"script",
        b"style" => b"style",
        b"title" => b"title",
        b"template" => b"template",
        b"xml" => b"xml",
        _ => b"noscript",
    }
}
