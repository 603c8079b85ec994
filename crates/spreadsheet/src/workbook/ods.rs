//! OpenDocument spreadsheets (ODF 1.3, part 3). Not by calamine, whose reader of them knows
//! neither merged cells nor per cent, copies repeated cells before any limit can be asked,
//! and waits for ever for the end of a table that is cut off.

use std::collections::HashSet;
use std::io::BufRead;

use domain::upload::{FileKind, Issue, IssueKind};
use quick_xml::events::BytesStart;

use super::package::Package;
use super::xml::{Met, Xml, attribute, ended, full_attribute, local};
use super::{Builder, NumberFormat, Stored};
use crate::budget::Budget;
use crate::{Cell, Workbook, issues};

/// Spaces that one element may stand for.
const SPACES: usize = 1000;

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let mut package = Package::open(bytes, budget)?;
    if let Some(mut manifest) = package.xml("META-INF/manifest.xml")? {
        let mut protected = false;
        // A manifest that is broken says nothing.
        let _ = manifest.each(|element, _| {
            protected |= local(element) == "encryption-data";
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
        raised: HashSet::new(),
    };
    book.read()?;
    book.builder.finish(FileKind::Ods)
}

/// A number of times or cells; 1 when it is not given.
fn times(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|n| n.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// Whether a row or column is hidden, by hand or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(attribute(element, "visibility").as_deref(), Some("collapse" | "filter"))
}

/// A cell that was read.
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
    /// The stored zero of a formula, whose text is not stored.
    Zero,
}

/// The text within a cell.
#[derive(Debug, Default)]
struct Shown {
    text: String,
    mark: String,
    /// It has a paragraph, though perhaps an empty one: what the spreadsheet shows.
    paragraph: bool,
}

struct Book<'b, R> {
    xml: Xml<'b, R>,
    builder: Builder<'b>,
    /// Names of text styles that are superscript.
    raised: HashSet<String>,
}

impl<R: BufRead> Book<'_, R> {
    fn read(&mut self) -> Result<(), Issue> {
        let mut style = String::new();
        let mut hidden = HashSet::new();
        loop {
            match self.xml.next()? {
                Met::Start(start) => match local(&start) {
                    "style" => style = attribute(&start, "name").unwrap_or_default(),
                    "table-properties" if attribute(&start, "display").as_deref() == Some("false") => {
                        hidden.insert(style.clone());
                    }
                    "text-properties" if attribute(&start, "text-position").is_some_and(|p| p.starts_with("super")) => {
                        self.raised.insert(style.clone());
                    }
                    // What was changed, and drawings, may hold tables that are not the sheet's.
                    "tracked-changes" | "forms" | "content-validations" => self.xml.skip()?,
                    "table" => {
                        let name = attribute(&start, "name").unwrap_or_default();
                        let is_hidden = attribute(&start, "style-name").is_some_and(|s| hidden.contains(&s));
                        self.builder.begin_sheet(&name, is_hidden);
                        self.table()?;
                    }
                    _ => {}
                },
                Met::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads a table into the builder's last sheet.
    fn table(&mut self) -> Result<(), Issue> {
        let mut row = 0_u32;
        let mut column = 0_u32;
        loop {
            match self.xml.next()? {
                Met::Start(start) => match local(&start) {
                    // Drawings on the sheet have texts and tables of their own.
                    "shapes" | "forms" | "table-source" | "scenario" | "named-expressions" => self.xml.skip()?,
                    "table-column" => {
                        let next = column.saturating_add(times(&start, "number-columns-repeated"));
                        if let (Some(list), true) = (self.builder.hidden(), is_hidden(&start)) {
                            list.columns.push((column, next - 1));
                        }
                        column = next;
                    }
                    "table-row" => {
                        let repeated = times(&start, "number-rows-repeated");
                        let is_hidden = is_hidden(&start);
                        let cells = self.row(row)?;
                        // Only rows that hold something are put, each at its price.
                        for again in 0..if cells.is_empty() { 0 } else { repeated } {
                            let row = row.saturating_add(again);
                            self.put_row(row, &cells)?;
                            if let (Some(list), true) = (self.builder.hidden(), is_hidden) {
                                list.rows.push(row);
                            }
                        }
                        row = row.saturating_add(repeated);
                    }
                    _ => {}
                },
                Met::End(end) if ended(&end) == "table" => return Ok(()),
                Met::Eof => return Err(issues::not_readable("the table has no end")),
                _ => {}
            }
        }
    }

    /// The cells of a row that hold anything: first column, how many alike, value.
    fn row(&mut self, row: u32) -> Result<Vec<(u32, u32, Value)>, Issue> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        loop {
            match self.xml.next()? {
                Met::Start(start) if matches!(local(&start), "table-cell" | "covered-table-cell") => {
                    let repeated = times(&start, "number-columns-repeated");
                    let rows = times(&start, "number-rows-spanned");
                    let columns = times(&start, "number-columns-spanned");
                    let name = local(&start).to_owned();
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
                Met::End(end) if ended(&end) == "table-row" => return Ok(cells),
                Met::Eof => return Err(issues::not_readable("the row has no end")),
                _ => {}
            }
        }
    }

    /// The text within a cell, up to its end; a line for each paragraph. Comments at the
    /// cell and what is drawn over it are not part of it.
    fn text(&mut self, name: &str) -> Result<Shown, Issue> {
        let mut out = Shown::default();
        // Spans within spans, and whether each is superscript.
        let mut spans: Vec<bool> = Vec::new();
        let budget = self.xml.budget();
        loop {
            let raised = spans.iter().any(|raised| *raised);
            let into = if raised { &mut out.mark } else { &mut out.text };
            match self.xml.next()? {
                Met::Start(start) => match local(&start) {
                    "annotation" | "frame" | "ruby-text" | "note" | "detective" | "table" | "g" => self.xml.skip()?,
                    // Boxes, lines and other shapes.
                    _ if start.name().as_ref().starts_with("draw:") => self.xml.skip()?,
                    "span" => {
                        let style = attribute(&start, "style-name");
                        spans.push(style.is_some_and(|style| self.raised.contains(&style)));
                    }
                    "s" => {
                        let spaces = (times(&start, "c") as usize).min(SPACES);
                        budget.text(spaces)?;
                        into.extend(std::iter::repeat_n(' ', spaces));
                    }
                    "p" => {
                        out.paragraph = true;
                        if !out.text.is_empty() {
                            out.text.push('\n');
                        }
                    }
                    "line-break" | "tab" if !into.is_empty() => into.push('\n'),
                    _ => {}
                },
                Met::Text(text) => into.push_str(&text),
                Met::End(end) => match ended(&end) {
                    "span" => {
                        spans.pop();
                    }
                    end if end == name => break,
                    _ => {}
                },
                Met::Eof => return Err(issues::not_readable("the cell has no end")),
                Met::Other => {}
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
            for again in 0..*repeated {
                let column = first.saturating_add(again);
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
                            unsure: true,
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

/// A cell's value: what its attributes say, or its text.
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
    // A number that is shown as a dash, a word or nothing at all means what is shown.
    let numeric = matches!(kind.as_str(), "float" | "currency" | "percentage");
    if numeric && shown.paragraph && !shown.text.contains(|c: char| c.is_ascii_digit()) {
        return text(shown.text, shown.mark);
    }
    let value = match kind.as_str() {
        // Who calculates also stores what is shown.
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

/// A text; nothing for one of spaces only, which costs a repetition as much as any other.
fn text(text: String, mark: String) -> Value {
    if text.trim().is_empty() {
        return Value::Empty;
    }
    Value::Text(text, mark)
}

/// Days since 30/12/1899 of an ISO date, with the time as a fraction.
pub(crate) fn days(iso: &str) -> Option<f64> {
    let (date, time) = iso.split_once('T').unwrap_or((iso, "00:00:00"));
    let mut parts = date.splitn(3, '-').map(str::parse::<i32>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days of the Gregorian calendar, counted from March so that leap days come last.
    let (years, months) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let number = years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day;
    let mut clock = time
        .trim_end_matches('Z')
        .splitn(3, ':')
        .map(|p| p.parse::<f64>().unwrap_or(0.0));
    let mut next = || clock.next().unwrap_or(0.0);
    let seconds = next() * 3600.0 + next() * 60.0 + next();
    Some(f64::from(number - 693_900) + seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_spreadsheets() {
        for (iso, number) in [
            ("1899-12-30", 0.0),
            ("1900-03-01", 61.0),
            ("2000-02-29", 36585.0),
            ("2023-07-01", 45108.0),
            ("2023-07-01T12:00:00", 45108.5),
        ] {
            assert_eq!(days(iso), Some(number), "{iso}");
        }
        assert_eq!(days("2023-13-01"), None);
        assert_eq!(days("PT3H"), None);
    }
}
