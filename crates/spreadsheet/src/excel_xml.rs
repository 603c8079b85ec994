//! Reads Excel 2003 XML ("XML Spreadsheet 2003"), which older reporting systems write.

use std::collections::HashMap;
use std::io::BufRead;

use domain::upload::{FileKind, Issue};
use quick_xml::events::BytesStart;

use crate::budget::Budget;
use crate::workbook::{Builder, NumberFormat, Stored, Xml, XmlEvent, attribute, days, end_name, local_name, text_cell};
use crate::{Cell, Workbook, issues, text};

/// Opens a workbook.
///
/// # Errors
/// Returns the issue that prevents the workbook from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let decoded = text::decode_page(bytes, None);
    let mut book = Book {
        xml: Xml::new(decoded.text.as_bytes(), budget),
        builder: Builder::new(budget),
        formats: HashMap::new(),
    };
    book.read()?;
    book.builder.finish(FileKind::ExcelXml)
}

struct Book<'b, R> {
    xml: Xml<'b, R>,
    builder: Builder<'b>,
    /// Number formats by style ID.
    formats: HashMap<String, NumberFormat>,
}

/// Returns the format for a format code, or for one of the names that Excel writes for the usual formats.
fn number_format(code: &str) -> NumberFormat {
    match code {
        "General" | "Standard" | "Fixed" | "Currency" | "Scientific" | "" => NumberFormat::default(),
        "Percent" => NumberFormat::of("0.00%"),
        code if code.contains("Date") || code.contains("Time") => NumberFormat::of("dd/mm/yyyy"),
        code => NumberFormat::of(code),
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

impl<R: BufRead> Book<'_, R> {
    fn read(&mut self) -> Result<(), Issue> {
        let mut style = String::new();
        loop {
            match self.xml.next()? {
                XmlEvent::Start(element) => match local_name(&element) {
                    "Style" => style = attribute(&element, "ID").unwrap_or_default(),
                    "NumberFormat" => {
                        let code = attribute(&element, "Format").unwrap_or_default();
                        self.formats.insert(style.clone(), number_format(&code));
                    }
                    "Worksheet" => {
                        let name = attribute(&element, "Name").unwrap_or_default();
                        self.builder.begin_sheet(&name, false);
                        self.sheet()?;
                    }
                    _ => {}
                },
                XmlEvent::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn sheet(&mut self) -> Result<(), Issue> {
        let (mut row, mut column, mut next_column) = (0_u32, 0_u32, 0_u32);
        let mut next_row = 0_u32;
        loop {
            match self.xml.next()? {
                XmlEvent::Start(element) => match local_name(&element) {
                    "Column" => {
                        let first = number(&element, "Index")
                            .and_then(|n| n.checked_sub(1))
                            .unwrap_or(next_column);
                        let last = first.saturating_add(number(&element, "Span").unwrap_or(0));
                        next_column = last.saturating_add(1);
                        let hidden = attribute(&element, "Hidden").as_deref() == Some("1");
                        if let (Some(hidden_cells), true) = (self.builder.hidden(), hidden) {
                            hidden_cells.columns.push((first, last));
                        }
                    }
                    "Row" => {
                        row = number(&element, "Index")
                            .and_then(|n| n.checked_sub(1))
                            .unwrap_or(next_row);
                        next_row = row
                            .saturating_add(1)
                            .saturating_add(number(&element, "Span").unwrap_or(0));
                        column = 0;
                        let hidden = attribute(&element, "Hidden").as_deref() == Some("1");
                        if let (Some(hidden_cells), true) = (self.builder.hidden(), hidden) {
                            hidden_cells.rows.push(row);
                        }
                    }
                    "Cell" => {
                        column = number(&element, "Index")
                            .and_then(|n| n.checked_sub(1))
                            .unwrap_or(column);
                        let across = number(&element, "MergeAcross").unwrap_or(0);
                        let down = number(&element, "MergeDown").unwrap_or(0);
                        let element = element.into_owned();
                        if across > 0 || down > 0 {
                            let last = (row.saturating_add(down), column.saturating_add(across));
                            self.builder.merge((row, column, last.0, last.1))?;
                        }
                        self.cell(&element, row, column)?;
                        column = column.saturating_add(across).saturating_add(1);
                    }
                    "Visible" => {
                        let hidden = self.xml.text()?.contains("Hidden");
                        if let Some(sheet) = self.builder.sheets.last_mut() {
                            sheet.hidden |= hidden;
                        }
                    }
                    _ => {}
                },
                XmlEvent::End(element) if end_name(&element) == "Worksheet" => return Ok(()),
                XmlEvent::Eof => return Err(issues::not_readable("the sheet is incomplete")),
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>, row: u32, column: u32) -> Result<(), Issue> {
        let formula = attribute(element, "Formula").is_some();
        let mut kind = None;
        let (mut text, mut mark) = (String::new(), String::new());
        let mut superscripts = 0_u32;
        loop {
            match self.xml.next()? {
                XmlEvent::Start(element) => match local_name(&element) {
                    "Data" => kind = Some(attribute(&element, "Type").unwrap_or_default()),
                    // A comment contains a `Data` element too.
                    "Comment" | "PhoneticText" => self.xml.skip()?,
                    "Sup" => superscripts += 1,
                    _ => {}
                },
                XmlEvent::Text(more) if kind.is_some() => {
                    if superscripts > 0 { &mut mark } else { &mut text }.push_str(&more);
                }
                XmlEvent::End(element) => match end_name(&element) {
                    "Sup" => superscripts = superscripts.saturating_sub(1),
                    "Cell" => break,
                    _ => {}
                },
                XmlEvent::Eof => return Err(issues::not_readable("a cell is incomplete")),
                _ => {}
            }
        }
        let style = attribute(element, "StyleID").unwrap_or_default();
        let value = text.trim();
        match kind.as_deref() {
            None if formula => self.builder.put(row, column, Cell::Uncalculated),
            None => Ok(()),
            Some("Number") => {
                let Some(number) = value.parse().ok().filter(|n: &f64| n.is_finite()) else {
                    return self.builder.put(row, column, text_cell(&text));
                };
                let stored = Stored {
                    format: self.formats.get(&style),
                    formula,
                    ..Stored::default()
                };
                self.builder.put_number(row, column, number, stored)
            }
            Some("DateTime") => {
                let date = days(value).map_or(text_cell(&text), Cell::Date);
                self.builder.put(row, column, date)
            }
            Some("Boolean") => self.builder.put(row, column, Cell::Bool(value == "1")),
            Some("Error") => self.builder.put(row, column, Cell::Error(value)),
            Some(_) if value.is_empty() => self.builder.put(row, column, text_cell(&mark)),
            Some(_) => self.builder.put_marked(row, column, &text, &mark),
        }
    }
}
