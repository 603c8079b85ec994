//! XLS, Excel's format before 2007.

use std::collections::HashSet;
use std::io::{self, Cursor, Read as _, Write as _};

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use cfb::{CompoundFile, Version};
use domain::upload::{FileKind, Issue, IssueKind};

use super::biff::{self, Seen};
use super::{Builder, DAYS_TO_1904, caught, number, text_cell};
use crate::{Cell, Grid, Limits, Workbook, issues};

type Book<'a> = Xls<Cursor<&'a Vec<u8>>>;

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], limits: &Limits) -> Result<Workbook, Issue> {
    caught(|| {
        let (clean, seen) = repacked(bytes)?;
        if seen.too_large {
            return Err(issues::limit(IssueKind::TooManyCells, limits.cells as f64));
        }
        let mut book: Book<'_> = Xls::new(Cursor::new(&clean)).map_err(|e| failed(&e))?;
        let named = book.sheets_metadata().to_vec();
        let mut sheets = Vec::new();
        let mut found = Vec::new();
        let mut builder = Builder::new(limits);
        let none = HashSet::new();
        for (at, sheet) in named.iter().enumerate().filter(|(_, s)| s.typ == SheetType::WorkSheet) {
            let mut grid = Grid::new(sheet.name.as_str());
            grid.hidden = sheet.visible != SheetVisible::Visible;
            let shown_percent = seen.percents.get(at).unwrap_or(&none);
            let percents = read(&mut book, &mut grid, &mut builder, shown_percent)?;
            found.extend(super::percent_notice(sheets.len(), percents));
            found.extend(seen.hidden.get(at).and_then(|h| h.notice(sheets.len(), &grid)));
            sheets.push(grid);
        }
        Ok(Workbook {
            kind: FileKind::Xls,
            encoding: None,
            separator: None,
            sheets,
            issues: found,
        })
    })
}

/// The workbook's stream alone in a container of our own: chains of sectors that go round
/// in circles and directories that lie do not reach calamine. And what the stream claims.
fn repacked(bytes: &[u8]) -> Result<(Vec<u8>, Seen), Issue> {
    let broken = |e: io::Error| issues::not_readable(&e.to_string());
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let name = if file.is_stream("/Workbook") {
        "/Workbook"
    } else {
        "/Book"
    };
    let mut stream = Vec::new();
    let most = bytes.len() as u64;
    let opened = file.open_stream(name).map_err(broken)?;
    opened.take(most).read_to_end(&mut stream).map_err(broken)?;
    let seen = biff::look(&stream);
    let mut out = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).map_err(broken)?;
    let mut written = out.create_stream(name).map_err(broken)?;
    written.write_all(&stream).map_err(broken)?;
    written.flush().map_err(broken)?;
    drop(written);
    out.flush().map_err(broken)?;
    Ok((out.into_inner().into_inner(), seen))
}

fn failed(error: &XlsError) -> Issue {
    match error {
        XlsError::Password => issues::whole_file(IssueKind::PasswordProtected, Vec::new()),
        other => issues::not_readable(&other.to_string()),
    }
}

/// Reads one sheet and says how many of its cells were shown as per cent.
fn read(
    book: &mut Book<'_>,
    grid: &mut Grid,
    builder: &mut Builder,
    shown_percent: &HashSet<(u32, u32)>,
) -> Result<u32, Issue> {
    let mut percents = 0;
    let name = grid.name.clone();
    let epoch = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let range = book.worksheet_range(&name).map_err(|e| failed(&e))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let error;
        let [row, column] = [row, column].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        let (row, column) = (first_row + row, first_column + column);
        let cell = match value {
            Data::Empty => continue,
            Data::Float(value) if shown_percent.contains(&(row, column)) => {
                percents += 1;
                Cell::Number(number::times_100(*value))
            }
            Data::Float(value) => Cell::Number(*value),
            Data::Int(value) if shown_percent.contains(&(row, column)) => {
                percents += 1;
                Cell::Number(*value as f64 * 100.0)
            }
            Data::Int(value) => Cell::Number(*value as f64),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text_cell(text),
            Data::Bool(value) => Cell::Bool(*value),
            Data::DateTime(date) => Cell::Date(date.as_f64() + epoch),
            Data::Error(what) => {
                error = what.to_string();
                Cell::Error(&error)
            }
        };
        builder.put(grid, row, column, cell)?;
    }
    grid.end_row();
    let merged = book.merge_cells_by_sheet_name(&name).map_err(|e| failed(&e))?;
    grid.merged = merged
        .into_iter()
        .map(|m| (m.start.0, m.start.1, m.end.0, m.end.1))
        .collect();
    Ok(percents)
}
