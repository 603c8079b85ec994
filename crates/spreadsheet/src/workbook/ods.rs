//! Reads OpenDocument spreadsheets (ODF 1.3, part 3). calamine is not used: its reader supports neither merged cells
//! nor percentages, copies repeated cells before any limit can be checked, and does not terminate on a truncated
//! table.

use std::collections::HashSet;
use std::io::BufRead;

use domain::upload::{FileKind, Issue, IssueKind};
use jiff::civil::{self, DateTime};
use quick_xml::events::BytesStart;

use super::package::Package;
use super::xml::{Xml, XmlEvent, attribute, end_name, full_attribute, local_name};
use super::{Builder, NumberFormat, Stored};
use crate::budget::Budget;
use crate::{Cell, Workbook, issues};

/// Maximum number of spaces that one element may represent.
const SPACES: usize = 1000;

/// Opens a workbook.
///
/// # Errors
/// Returns the issue that prevents the workbook from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let mut package = Package::open(bytes, budget)?;
    if let Some(mut manifest) = package.xml("META-INF/manifest.xml")? {
        let mut protected = false;
        // A malformed manifest is ignored.
        let _ = manifest.for_each_start(|element, _| {
            protected |= local_name(element) == "encryption-data";
            Ok(())
        });
        if protected {
            return Err(issues::whole_file(IssueKind::PasswordProtected, Vec::new()));
        }
    }
    let Some(content) = package.xml("content.xml")? else {
        return Err(issues::not_readable("the package has no content"));
    };
    let mut book = Book {
        xml: content,
        builder: Builder::new(budget),
        superscript_styles: HashSet::new(),
    };
    book.read()?;
    book.builder.finish(FileKind::Ods)
}

/// Returns a repetition or span count; 1 if it is not given.
fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|n| n.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// Returns whether a row or column is hidden, manually or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(attribute(element, "visibility").as_deref(), Some("collapse" | "filter"))
}

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Empty,
    /// A text and its footnote mark.
    Text(String, String),
    Number(f64),
    Percent(f64),
    Date(f64),
    Bool(bool),
    Error(String),
    Uncalculated,
    /// The cached zero of a formula whose displayed text is not stored.
    Zero,
}

/// The displayed text of a cell.
#[derive(Debug, Default)]
struct Shown {
    text: String,
    mark: String,
    /// Whether the cell has a paragraph, even an empty one: what the spreadsheet displays.
    paragraph: bool,
}

struct Book<'b, R> {
    xml: Xml<'b, R>,
    builder: Builder<'b>,
    /// Names of superscript text styles.
    superscript_styles: HashSet<String>,
}

impl<R: BufRead> Book<'_, R> {
    fn read(&mut self) -> Result<(), Issue> {
        let mut style = String::new();
        let mut hidden = HashSet::new();
        loop {
            match self.xml.next()? {
                XmlEvent::Start(start) => match local_name(&start) {
                    "style" => style = attribute(&start, "name").unwrap_or_default(),
                    "table-properties" if attribute(&start, "display").as_deref() == Some("false") => {
                        hidden.insert(style.clone());
                    }
                    "text-properties" if attribute(&start, "text-position").is_some_and(|p| p.starts_with("super")) => {
                        self.superscript_styles.insert(style.clone());
                    }
                    // Tracked changes and drawings may contain tables that are not the sheet's.
                    "tracked-changes" | "forms" | "content-validations" => self.xml.skip()?,
                    "table" => {
                        let name = attribute(&start, "name").unwrap_or_default();
                        let is_hidden = attribute(&start, "style-name").is_some_and(|s| hidden.contains(&s));
                        self.builder.begin_sheet(&name, is_hidden);
                        self.table()?;
                    }
                    _ => {}
                },
                XmlEvent::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads a table into the current sheet of the builder.
    fn table(&mut self) -> Result<(), Issue> {
        let mut row = 0_u32;
        let mut column = 0_u32;
        loop {
            match self.xml.next()? {
                XmlEvent::Start(start) => match local_name(&start) {
                    // Drawings on the sheet contain texts and tables.
                    "shapes" | "forms" | "table-source" | "scenario" | "named-expressions" => self.xml.skip()?,
                    "table-column" => {
                        let next = column.saturating_add(count(&start, "number-columns-repeated"));
                        if let (Some(hidden_cells), true) = (self.builder.hidden(), is_hidden(&start)) {
                            hidden_cells.columns.push((column, next - 1));
                        }
                        column = next;
                    }
                    "table-row" => {
                        let repeated = count(&start, "number-rows-repeated");
                        let is_hidden = is_hidden(&start);
                        let cells = self.row(row)?;
                        // Only non-empty rows are put, and each is charged to the budget.
                        for offset in 0..if cells.is_empty() { 0 } else { repeated } {
                            let row = row.saturating_add(offset);
                            self.put_row(row, &cells)?;
                            if let (Some(hidden_cells), true) = (self.builder.hidden(), is_hidden) {
                                hidden_cells.rows.push(row);
                            }
                        }
                        row = row.saturating_add(repeated);
                    }
                    _ => {}
                },
                XmlEvent::End(end) if end_name(&end) == "table" => return Ok(()),
                XmlEvent::Eof => return Err(issues::not_readable("the table is incomplete")),
                _ => {}
            }
        }
    }

    /// Returns the non-empty cells of a row: first column, repetitions, value.
    fn row(&mut self, row: u32) -> Result<Vec<(u32, u32, Value)>, Issue> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        loop {
            match self.xml.next()? {
                XmlEvent::Start(start) if matches!(local_name(&start), "table-cell" | "covered-table-cell") => {
                    let repeated = count(&start, "number-columns-repeated");
                    let rows = count(&start, "number-rows-spanned");
                    let columns = count(&start, "number-columns-spanned");
                    let name = local_name(&start).to_owned();
                    let start = start.into_owned();
                    if rows > 1 || columns > 1 {
                        let last = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
                        self.builder.merge((row, column, last.0, last.1))?;
                    }
                    let shown = self.text(&name)?;
                    let value = value(&start, shown);
                    if value != Value::Empty {
                        cells.push((column, repeated, value));
                    }
                    column = column.saturating_add(repeated);
                }
                XmlEvent::End(end) if end_name(&end) == "table-row" => return Ok(cells),
                XmlEvent::Eof => return Err(issues::not_readable("the row is incomplete")),
                _ => {}
            }
        }
    }

    /// Returns the text of a cell, up to its end, one line per paragraph. Comments and drawings anchored to the cell
    /// are not part of it.
    fn text(&mut self, name: &str) -> Result<Shown, Issue> {
        let mut out = Shown::default();
        // The open spans, and whether each is superscript.
        let mut spans: Vec<bool> = Vec::new();
        let budget = self.xml.budget();
        loop {
            let is_superscript = spans.iter().any(|span| *span);
            let target = if is_superscript { &mut out.mark } else { &mut out.text };
            match self.xml.next()? {
                XmlEvent::Start(start) => match local_name(&start) {
                    "annotation" | "frame" | "ruby-text" | "note" | "detective" | "table" | "g" => self.xml.skip()?,
                    // Text boxes, lines and other shapes.
                    _ if start.name().as_ref().starts_with("draw:") => self.xml.skip()?,
                    "span" => {
                        let style = attribute(&start, "style-name");
                        spans.push(style.is_some_and(|style| self.superscript_styles.contains(&style)));
                    }
                    "s" => {
                        let spaces = (count(&start, "c") as usize).min(SPACES);
                        budget.text(spaces)?;
                        target.extend(std::iter::repeat_n(' ', spaces));
                    }
                    "p" => {
                        out.paragraph = true;
                        if !out.text.is_empty() {
                            out.text.push('\n');
                        }
                    }
                    "line-break" | "tab" if !target.is_empty() => target.push('\n'),
                    _ => {}
                },
                XmlEvent::Text(text) => target.push_str(&text),
                XmlEvent::End(end) => match end_name(&end) {
                    "span" => {
                        spans.pop();
                    }
                    end if end == name => break,
                    _ => {}
                },
                XmlEvent::Eof => return Err(issues::not_readable("the cell is incomplete")),
                XmlEvent::Other => {}
            }
        }
        if out.text.trim().is_empty() {
            out.text.push_str(&std::mem::take(&mut out.mark));
        }
        out.text = out.text.trim().to_owned();
        Ok(out)
    }

    fn put_row(&mut self, row: u32, cells: &[(u32, u32, Value)]) -> Result<(), Issue> {
        let percent = NumberFormat::percent();
        for (first, repeated, value) in cells {
            for offset in 0..*repeated {
                let column = first.saturating_add(offset);
                let builder = &mut self.builder;
                match value {
                    Value::Empty => {}
                    Value::Text(text, mark) => builder.put_marked(row, column, text, mark)?,
                    Value::Number(n) => builder.put(row, column, Cell::Number(*n))?,
                    Value::Percent(n) => {
                        let stored = Stored {
                            format: Some(&percent),
                            ..Stored::default()
                        };
                        builder.put_number(row, column, *n, stored)?;
                    }
                    Value::Date(n) => builder.put(row, column, Cell::Date(*n))?,
                    Value::Bool(b) => builder.put(row, column, Cell::Bool(*b))?,
                    Value::Error(text) => builder.put(row, column, Cell::Error(text))?,
                    Value::Uncalculated => builder.put(row, column, Cell::Uncalculated)?,
                    Value::Zero => {
                        let stored = Stored {
                            formula: true,
                            uncalculated: true,
                            ..Stored::default()
                        };
                        builder.put_number(row, column, 0.0, stored)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Returns a cell's value: from its attributes, or else its text.
fn value(start: &BytesStart<'_>, shown: Shown) -> Value {
    let formula = attribute(start, "formula").is_some();
    let number = || {
        let value = attribute(start, "value").and_then(|v| v.parse::<f64>().ok());
        value.filter(|v| v.is_finite())
    };
    let is_error = full_attribute(start, "calcext:value-type").as_deref() == Some("error")
        || (formula && (shown.text.starts_with('#') || shown.text.starts_with("Err:")));
    if is_error {
        return Value::Error(shown.text);
    }
    let kind = full_attribute(start, "office:value-type").or_else(|| attribute(start, "value-type"));
    let kind = kind.unwrap_or_default();
    // A number that is displayed as a dash, a word or nothing means what is displayed.
    let numeric = matches!(kind.as_str(), "float" | "currency" | "percentage");
    if numeric && shown.paragraph && !shown.text.contains(|c: char| c.is_ascii_digit()) {
        return text(shown.text, shown.mark);
    }
    let value = match kind.as_str() {
        // A program that calculates also stores the displayed text.
        "float" | "currency" | "percentage" if formula && !shown.paragraph && number() == Some(0.0) => {
            Some(Value::Zero)
        }
        "float" | "currency" => number().map(Value::Number),
        "percentage" => number().map(Value::Percent),
        "boolean" => attribute(start, "boolean-value").map(|v| Value::Bool(v == "true")),
        "date" => attribute(start, "date-value").and_then(|v| days(&v)).map(Value::Date),
        "string" if shown.text.is_empty() => Some(text(
            attribute(start, "string-value").unwrap_or_default(),
            String::new(),
        )),
        "" if formula && shown.text.is_empty() => Some(Value::Uncalculated),
        _ => None,
    };
    value.unwrap_or_else(|| text(shown.text, shown.mark))
}

/// Returns a text value; empty for whitespace only, which would cost as much to repeat as any other text.
fn text(text: String, mark: String) -> Value {
    if text.trim().is_empty() {
        return Value::Empty;
    }
    Value::Text(text, mark)
}

/// Returns the days since 30/12/1899 of an ISO date, with the time as a fraction; `None` if it is not a valid date.
pub(crate) fn days(iso: &str) -> Option<f64> {
    const FIRST: DateTime = civil::date(1899, 12, 30).at(0, 0, 0, 0);
    let moment: DateTime = iso.trim_end_matches('Z').parse().ok()?;
    Some(moment.duration_since(FIRST).as_secs_f64() / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_converted_to_serial_numbers() {
        for (iso, number) in [
            ("1899-12-30", 0.0),
            ("1900-03-01", 61.0),
            ("2000-02-29", 36585.0),
            ("2023-07-01", 45108.0),
            ("2023-07-01T12:00:00", 45108.5),
            ("2023-07-01T06:00:00Z", 45108.25),
            ("2023-07-01T18:00:00.000000000", 45108.75),
        ] {
            assert_eq!(days(iso), Some(number), "{iso}");
        }
        assert_eq!(days("2023-13-01"), None);
        assert_eq!(days("2023-02-30"), None);
        assert_eq!(days("PT3H"), None);
    }
}
