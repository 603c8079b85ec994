//! OpenDocument spreadsheets. Read here and not by calamine, whose reader of them knows
//! neither merged cells nor per cent, copies repeated cells before any limit can be asked,
//! and waits for ever for the end of a table that is cut off.

use std::io::{BufRead, BufReader, Read as _};

use domain::upload::{FileKind, Issue, IssueKind};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::layout::Hidden;
use super::{Builder, number, package, text_cell};
use crate::{Cell, Grid, Limits, Workbook, issues};

/// Spaces that one element may stand for.
const SPACES: usize = 1000;

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], limits: &Limits) -> Result<Workbook, Issue> {
    let mut package = package::measured(bytes, limits)?;
    let mut manifest = String::new();
    if let Ok(mut part) = package.by_name("META-INF/manifest.xml") {
        // Only asked for one word; a manifest that is broken says nothing.
        let _ = part.read_to_string(&mut manifest);
    }
    if manifest.contains("encryption-data") {
        return Err(issues::whole_file(IssueKind::PasswordProtected, Vec::new()));
    }
    let content = package.by_name("content.xml").map_err(|e| broken(&e))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut book = Book {
        reader,
        buffer: Vec::new(),
        builder: Builder::new(limits),
    };
    let (sheets, found) = book.read()?;
    Ok(Workbook {
        kind: FileKind::Ods,
        encoding: None,
        separator: None,
        sheets,
        issues: found,
    })
}

fn broken(error: &dyn std::error::Error) -> Issue {
    issues::not_readable(&error.to_string())
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|a| a.key.as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A number of times or cells; 1 when it is not said.
fn times(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name)
        .and_then(|n| n.parse().ok())
        .unwrap_or(1)
        .max(1)
}

/// Whether a row or column is hidden, by hand or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(
        attribute(element, "table:visibility").as_deref(),
        Some("collapse" | "filter")
    )
}

/// A cell that was read.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Empty,
    Text(String),
    Number(f64),
    Percent(f64),
    Date(f64),
    Bool(bool),
    Error(String),
}

struct Book<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    builder: Builder,
}

/// What the reader met.
enum Met {
    Start(BytesStart<'static>),
    End(String),
    Text(String),
    Eof,
}

impl<R: BufRead> Book<R> {
    fn next(&mut self) -> Result<Met, Issue> {
        loop {
            self.buffer.clear();
            return Ok(
                match self.reader.read_event_into(&mut self.buffer).map_err(|e| broken(&e))? {
                    Event::Start(start) => Met::Start(start.into_owned()),
                    Event::End(end) => Met::End(end.name().as_ref().to_owned()),
                    Event::Text(text) => Met::Text(text.xml10_content().into_owned()),
                    Event::CData(text) => Met::Text(text.xml10_content().into_owned()),
                    Event::GeneralRef(name) => {
                        let letter = name.resolve_char_ref().ok().flatten().map(String::from);
                        let entity = || quick_xml::escape::resolve_xml_entity(&name.xml10_content()).map(str::to_owned);
                        Met::Text(letter.or_else(entity).unwrap_or_default())
                    }
                    Event::Eof => Met::Eof,
                    _ => continue,
                },
            );
        }
    }

    fn read(&mut self) -> Result<(Vec<Grid>, Vec<Issue>), Issue> {
        let mut sheets: Vec<Grid> = Vec::new();
        let mut found = Vec::new();
        let mut style = String::new();
        let mut hidden = Vec::new();
        loop {
            match self.next()? {
                Met::Start(start) => match start.name().as_ref() {
                    "style:style" => style = attribute(&start, "style:name").unwrap_or_default(),
                    "style:table-properties" if attribute(&start, "table:display").as_deref() == Some("false") => {
                        hidden.push(style.clone());
                    }
                    "table:table" => {
                        let mut grid = Grid::new(attribute(&start, "table:name").unwrap_or_default());
                        grid.hidden = attribute(&start, "table:style-name").is_some_and(|s| hidden.contains(&s));
                        let (percents, hidden) = self.table(&mut grid)?;
                        found.extend(super::percent_notice(sheets.len(), percents));
                        found.extend(hidden.notice(sheets.len(), &grid));
                        sheets.push(grid);
                    }
                    _ => {}
                },
                Met::Eof => return Ok((sheets, found)),
                Met::End(_) | Met::Text(_) => {}
            }
        }
    }

    /// Reads a table and says how many of its cells were shown as per cent, and what is
    /// hidden.
    fn table(&mut self, grid: &mut Grid) -> Result<(u32, Hidden), Issue> {
        let mut row = 0_u32;
        let mut column = 0_u32;
        let mut percents = 0;
        let mut hidden = Hidden::default();
        loop {
            match self.next()? {
                Met::Start(start) if start.name().as_ref() == "table:table-column" => {
                    let next = column.saturating_add(times(&start, "table:number-columns-repeated"));
                    if is_hidden(&start) {
                        hidden.columns.push((column, next - 1));
                    }
                    column = next;
                }
                Met::Start(start) if start.name().as_ref() == "table:table-row" => {
                    let repeated = times(&start, "table:number-rows-repeated");
                    let cells = self.row(grid, row)?;
                    for again in 0..if cells.is_empty() { 0 } else { repeated } {
                        let row = row.saturating_add(again);
                        percents += self.put_row(grid, row, &cells)?;
                        hidden.rows.extend(Some(row).filter(|_| is_hidden(&start)));
                    }
                    row = row.saturating_add(repeated);
                }
                Met::End(name) if name == "table:table" => {
                    grid.end_row();
                    return Ok((percents, hidden));
                }
                Met::Eof => return Err(issues::not_readable("the table has no end")),
                _ => {}
            }
        }
    }

    /// The cells of a row that hold anything: first column, how many alike, value.
    fn row(&mut self, grid: &mut Grid, row: u32) -> Result<Vec<(u32, u32, Value)>, Issue> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        loop {
            match self.next()? {
                Met::Start(start)
                    if matches!(start.name().as_ref(), "table:table-cell" | "table:covered-table-cell") =>
                {
                    let repeated = times(&start, "table:number-columns-repeated");
                    let rows = times(&start, "table:number-rows-spanned");
                    let columns = times(&start, "table:number-columns-spanned");
                    if rows > 1 || columns > 1 {
                        let last = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
                        grid.merged.push((row, column, last.0, last.1));
                    }
                    let name = start.name().as_ref().to_owned();
                    let value = self.cell(&start, &name)?;
                    if value != Value::Empty {
                        cells.push((column, repeated, value));
                    }
                    column = column.saturating_add(repeated);
                }
                Met::End(name) if name == "table:table-row" => return Ok(cells),
                Met::Eof => return Err(issues::not_readable("the row has no end")),
                _ => {}
            }
        }
    }

    /// A cell's value: what its attributes say, or its text.
    fn cell(&mut self, start: &BytesStart<'_>, name: &str) -> Result<Value, Issue> {
        let text = self.text(name)?;
        let number = || attribute(start, "office:value").and_then(|v| v.parse::<f64>().ok());
        if attribute(start, "calcext:value-type").as_deref() == Some("error") {
            return Ok(Value::Error(text));
        }
        let kind = attribute(start, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "float" | "currency" => number().map(Value::Number),
            "percentage" => number().map(Value::Percent),
            "boolean" => attribute(start, "office:boolean-value").map(|v| Value::Bool(v == "true")),
            "date" => attribute(start, "office:date-value")
                .and_then(|v| days(&v))
                .map(Value::Date),
            "string" => attribute(start, "office:string-value").map(Value::Text),
            _ => None,
        };
        Ok(match value {
            Some(value) => value,
            None if text.is_empty() => Value::Empty,
            None => Value::Text(text),
        })
    }

    /// The text within a cell, up to its end; a line for each paragraph. Remarks at the cell
    /// are not part of it.
    fn text(&mut self, name: &str) -> Result<String, Issue> {
        let mut out = String::new();
        let mut remark = 0_u32;
        loop {
            match self.next()? {
                Met::Start(start) => match start.name().as_ref() {
                    "office:annotation" => remark += 1,
                    "text:s" if remark == 0 => {
                        let spaces = times(&start, "text:c") as usize;
                        out.extend(std::iter::repeat_n(' ', spaces.min(SPACES)));
                    }
                    "text:p" | "text:line-break" | "text:tab" if remark == 0 && !out.is_empty() => out.push('\n'),
                    _ => {}
                },
                Met::Text(text) if remark == 0 => out.push_str(&text),
                Met::End(end) if end == "office:annotation" => remark = remark.saturating_sub(1),
                Met::End(end) if end == name && remark == 0 => return Ok(out.trim().to_owned()),
                Met::Eof => return Err(issues::not_readable("the cell has no end")),
                Met::End(_) | Met::Text(_) => {}
            }
        }
    }

    fn put_row(&mut self, grid: &mut Grid, row: u32, cells: &[(u32, u32, Value)]) -> Result<u32, Issue> {
        let mut percents = 0;
        for (first, repeated, value) in cells {
            let cell = match value {
                Value::Empty => Cell::Empty,
                Value::Text(text) => text_cell(text),
                Value::Number(n) => Cell::Number(*n),
                Value::Percent(n) => Cell::Number(number::times_100(*n)),
                Value::Date(n) => Cell::Date(*n),
                Value::Bool(b) => Cell::Bool(*b),
                Value::Error(text) => Cell::Error(text),
            };
            for again in 0..*repeated {
                percents += u32::from(matches!(value, Value::Percent(_)));
                self.builder.put(grid, row, first.saturating_add(again), cell)?;
            }
        }
        Ok(percents)
    }
}

/// Days since 30/12/1899 of an ISO date, with the time as a fraction.
fn days(iso: &str) -> Option<f64> {
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
