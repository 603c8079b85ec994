//! Reads a sheet of XLSX: its cells, merged areas, and hidden rows and columns.

use std::io::BufRead;

use domain::upload::Issue;
use quick_xml::events::BytesStart;

use super::Shared;
use crate::workbook::strings::{RichText, unescaped};
use crate::workbook::xml::{Xml, XmlEvent, attribute, end_name, is_set, local_name};
use crate::workbook::{Builder, Stored, ods, text_cell};
use crate::{Cell, issues};

/// Last row and column that a reference can name, from 0.
const LAST: (u32, u32) = (1_048_575, 16_383);

/// The position of the next cell, and whether the sheet hides zeros.
#[derive(Default)]
struct Position {
    row: u32,
    column: u32,
    no_zeros: bool,
}

/// Reads a sheet into the current sheet of the builder.
///
/// # Errors
/// If the part is malformed or the budget is exceeded.
pub(super) fn read<R: BufRead>(xml: &mut Xml<'_, R>, shared: &Shared, builder: &mut Builder<'_>) -> Result<(), Issue> {
    let mut position = Position::default();
    let mut next_row = 0;
    loop {
        match xml.next()? {
            XmlEvent::Start(element) => match local_name(&element) {
                "sheetView" => {
                    position.no_zeros |= matches!(attribute(&element, "showZeros").as_deref(), Some("0" | "false"));
                }
                "col" if is_set(&element, "hidden") => {
                    let number = |name| attribute(&element, name).and_then(|n| n.parse::<u32>().ok()?.checked_sub(1));
                    if let (Some(hidden), Some(columns)) = (builder.hidden(), number("min").zip(number("max"))) {
                        hidden.columns.push(columns);
                    }
                }
                "row" => {
                    let number = attribute(&element, "r").and_then(|r| r.parse::<u32>().ok()?.checked_sub(1));
                    position.row = number.unwrap_or(next_row);
                    position.column = 0;
                    next_row = position.row.saturating_add(1);
                    if let (Some(hidden), true) = (builder.hidden(), is_set(&element, "hidden")) {
                        hidden.rows.push(position.row);
                    }
                }
                "c" => {
                    let cell = CellStart::of(&element, &mut position)?;
                    read_cell(xml, &cell, &position, shared, builder)?;
                    position.column = cell.column.saturating_add(1);
                }
                "mergeCell" => {
                    if let Some(area) = attribute(&element, "ref").and_then(|area| merged_area(&area)) {
                        builder.merge(area)?;
                    }
                }
                // Cells in drawings, filters and rules are not relevant.
                "extLst" | "conditionalFormatting" | "dataValidations" | "legacyDrawing" => xml.skip()?,
                _ => {}
            },
            XmlEvent::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The attributes of a cell's element.
struct CellStart {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
}

impl CellStart {
    fn of(element: &BytesStart<'_>, position: &mut Position) -> Result<Self, Issue> {
        let reference_name = attribute(element, "r");
        let (row, column) = match &reference_name {
            Some(name) => match reference(name) {
                Some((Some(row), Some(column))) => (row, column),
                _ => return Err(issues::not_readable(&format!("invalid cell reference: {name}"))),
            },
            None => (position.row, position.column),
        };
        Ok(Self {
            row,
            column,
            kind: attribute(element, "t").unwrap_or_default(),
            style: attribute(element, "s")
                .and_then(|s| s.parse().ok())
                .unwrap_or(usize::MAX),
        })
    }
}

fn read_cell<R: BufRead>(
    xml: &mut Xml<'_, R>,
    cell: &CellStart,
    position: &Position,
    shared: &Shared,
    builder: &mut Builder<'_>,
) -> Result<(), Issue> {
    let mut formula = false;
    let mut value = None;
    let mut rich = None;
    loop {
        match xml.next()? {
            XmlEvent::Start(element) => match local_name(&element) {
                "f" => {
                    formula = true;
                    xml.skip()?;
                }
                "v" => value = Some(xml.text()?),
                "is" => rich = Some(RichText::read(xml, "is")?),
                _ => xml.skip()?,
            },
            XmlEvent::End(element) if end_name(&element) == "c" => break,
            XmlEvent::Eof => return Err(issues::not_readable("a cell is incomplete")),
            _ => {}
        }
    }
    let (row, column) = (cell.row, cell.column);
    if let Some(rich) = rich {
        return builder.put_marked(row, column, &rich.text, &rich.mark);
    }
    let value = value.unwrap_or_default();
    let text = value.trim();
    match cell.kind.as_str() {
        // The cached value of a formula that returns an empty text is empty.
        "str" if value.contains("_x") => builder.put(row, column, text_cell(&unescaped(&value))),
        "str" => builder.put(row, column, text_cell(&value)),
        _ if text.is_empty() && formula => builder.put(row, column, Cell::Uncalculated),
        _ if text.is_empty() => Ok(()),
        "s" => {
            let found = text.parse().ok().and_then(|at| shared.strings.get(at));
            let Some((text, mark)) = found else {
                return Err(issues::not_readable("a shared string is missing"));
            };
            builder.put_marked(row, column, text, mark)
        }
        "b" => builder.put(row, column, Cell::Bool(matches!(text, "1" | "true"))),
        // Spreadsheets introduce new errors (#SPILL!, #CALC!, #BLOCKED!): whatever its name, the cell has no value,
        // and the other cells keep theirs.
        "e" => builder.put(row, column, Cell::Error(text)),
        "d" => {
            let date = ods::days(text).map_or(text_cell(text), Cell::Date);
            builder.put(row, column, date)
        }
        "inlineStr" => builder.put(row, column, text_cell(&value)),
        _ => {
            let Some(number) = text.parse().ok().filter(|number: &f64| number.is_finite()) else {
                return builder.put(row, column, text_cell(&value));
            };
            let stored = Stored {
                format: shared.styles.get(cell.style),
                formula,
                uncalculated: false,
                no_zeros: position.no_zeros,
                epoch: shared.epoch,
            };
            builder.put_number(row, column, number, stored)
        }
    }
}

/// Returns row and column, from 0, of a reference such as `C14`, `$C$14`, `C` (a whole column) or `14` (a whole row);
/// `None` if it is not a reference.
fn reference(name: &str) -> Option<(Option<u32>, Option<u32>)> {
    let mut column = 0_u32;
    let mut digits = String::new();
    for character in name.chars().filter(|c| *c != '$') {
        match character {
            '0'..='9' => digits.push(character),
            'A'..='Z' | 'a'..='z' if digits.is_empty() => {
                let value = u32::from(character.to_ascii_uppercase()) - u32::from('A') + 1;
                column = column.checked_mul(26)?.checked_add(value)?;
            }
            _ => return None,
        }
    }
    let row = if digits.is_empty() {
        None
    } else {
        Some(digits.parse::<u32>().ok()?.checked_sub(1)?)
    };
    if row.is_none() && column == 0 {
        return None;
    }
    Some((row, column.checked_sub(1)))
}

/// Returns an area such as `A1:C3`, or of whole columns (`A:C`) or rows (`1:3`); `None` if it is not an area.
fn merged_area(name: &str) -> Option<(u32, u32, u32, u32)> {
    let (first, last) = name.split_once(':')?;
    let (first, last) = (reference(first)?, reference(last)?);
    let top = first.0.unwrap_or(0);
    let left = first.1.unwrap_or(0);
    let bottom = last.0.unwrap_or(LAST.0);
    let right = last.1.unwrap_or(LAST.1);
    (top <= bottom && left <= right).then_some((top, left, bottom, right))
}

#[cfg(test)]
mod tests {
    use super::{merged_area, reference};

    #[test]
    fn references_are_parsed() {
        for (name, position) in [
            ("A1", Some((Some(0), Some(0)))),
            ("$C$14", Some((Some(13), Some(2)))),
            ("XFD1048576", Some((Some(1_048_575), Some(16_383)))),
            ("14", Some((Some(13), None))),
            ("$B", Some((None, Some(1)))),
            ("A0", None),
            ("ÀB3", None),
            ("ZZZZZZZZZ1", None),
            ("", None),
        ] {
            assert_eq!(reference(name), position, "{name}");
        }
        for (name, area) in [
            ("A1:C3", Some((0, 0, 2, 2))),
            ("$A:$B", Some((0, 0, 1_048_575, 1))),
            ("2:3", Some((1, 0, 2, 16_383))),
            ("A1", None),
            ("C3:A1", None),
        ] {
            assert_eq!(merged_area(name), area, "{name}");
        }
    }
}
