//! What a sheet of an XLSX workbook says beside its cells: merged areas, hidden rows and
//! columns. calamine knows the first alone, at the price of a pass of its own.

use std::collections::BTreeMap;
use std::io::{BufReader, Read};

use domain::upload::{Arg, CellRef, Issue, IssueKind};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use crate::Grid;

/// Rows and columns that are hidden, from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Hidden {
    /// Rows.
    pub(super) rows: Vec<u32>,
    /// Columns, first and last of each group.
    pub(super) columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Says that rows and columns which hold something were hidden and were read.
    pub(super) fn notice(&self, sheet: usize, grid: &Grid) -> Option<Issue> {
        let mut lines = self.rows.clone();
        lines.sort_unstable();
        let rows = (0..grid.height()).filter(|row| {
            let line = grid.line(*row).saturating_sub(1);
            lines.binary_search(&line).is_ok()
        });
        let width = (0..grid.height()).map(|row| grid.width(row)).max().unwrap_or(0) as u64;
        let columns = self.columns.iter().map(|(first, last)| {
            let end = (u64::from(*last) + 1).min(width);
            end.saturating_sub(u64::from(*first))
        });
        let count = rows.count() as u64 + columns.sum::<u64>();
        let at = CellRef {
            sheet: u16::try_from(sheet).unwrap_or(u16::MAX),
            ..CellRef::default()
        };
        let args = vec![Arg::Number(count as f64, 0)];
        (count > 0).then(|| Issue::new(IssueKind::HiddenCells, at, "", args))
    }
}

/// What one sheet says.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Merged areas: first row, first column, last row, last column, from 0.
    pub(super) merged: Vec<(u32, u32, u32, u32)>,
    /// What is hidden.
    pub(super) hidden: Hidden,
}

/// The parts in which the sheets stand, by the sheets' names.
pub(super) fn parts(package: &mut Package<'_>) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    elements(package, "xl/_rels/workbook.xml.rels", |element| {
        if element.local_name().as_ref() == "Relationship" {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    });
    let mut parts = BTreeMap::new();
    elements(package, "xl/workbook.xml", |element| {
        if element.local_name().as_ref() == "sheet"
            && let Some(name) = attribute(element, "name")
            && let Some(target) = attribute(element, "id").and_then(|id| targets.get(&id))
        {
            let part = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("xl/{target}"),
            };
            parts.insert(name, part);
        }
    });
    parts
}

/// Reads what a sheet says. What cannot be read says nothing: the cells are read elsewhere,
/// and what is wrong with the part is said there.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Layout {
    let mut layout = Layout::default();
    elements(package, part, |element| match element.local_name().as_ref() {
        "row" if hidden(element) => {
            let row = attribute(element, "r").and_then(|r| r.parse::<u32>().ok());
            layout.hidden.rows.extend(row.and_then(|r| r.checked_sub(1)));
        }
        "col" if hidden(element) => {
            let number = |name| attribute(element, name).and_then(|n| n.parse::<u32>().ok()?.checked_sub(1));
            layout.hidden.columns.extend(number("min").zip(number("max")));
        }
        "mergeCell" => {
            layout.merged.extend(attribute(element, "ref").and_then(|area| {
                let (first, last) = area.split_once(':')?;
                let (first, last) = (cell(first)?, cell(last)?);
                Some((first.0, first.1, last.0, last.1))
            }));
        }
        _ => {}
    });
    layout
}

fn hidden(element: &BytesStart<'_>) -> bool {
    matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"))
}

/// Row and column, from 0, of a name such as `C14`.
fn cell(name: &str) -> Option<(u32, u32)> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let mut column = 0_u32;
    for letter in name[..digits].bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        let value = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(value)?;
    }
    let row: u32 = name[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// An attribute by its name without prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Shows each element of a part, up to the first thing that is wrong.
fn elements(package: &mut Package<'_>, part: &str, mut show: impl FnMut(&BytesStart<'_>)) {
    let Ok(file) = package.by_name(part) else {
        return;
    };
    let mut reader = Reader::from_reader(BufReader::new(file.take(super::package::UNPACKED)));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => show(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_by_their_names() {
        for (name, place) in [
            ("A1", Some((0, 0))),
            ("$C$14", Some((13, 2))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("14", None),
            ("A0", None),
            ("ÀB3", None),
            ("ZZZZZZZZZ1", None),
        ] {
            assert_eq!(cell(name), place, "{name}");
        }
    }
}
