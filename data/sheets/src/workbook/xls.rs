//! XLS, Excel's format before 2007.

use std::io::Cursor;

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use domain::upload::{FileKind, Issue, IssueKind};

use super::{Builder, DAYS_TO_1904, caught, text_cell};
use crate::{Cell, Grid, Limits, Workbook, issues};

type Book<'a> = Xls<Cursor<&'a [u8]>>;

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], limits: &Limits) -> Result<Workbook, Issue> {
    caught(|| {
        let mut book: Book<'_> = Xls::new(Cursor::new(bytes)).map_err(|e| failed(&e))?;
        let named = book.sheets_metadata().to_vec();
        let mut sheets = Vec::new();
        let mut builder = Builder::new(limits);
        for sheet in named.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
            let mut grid = Grid::new(sheet.name.as_str());
            grid.hidden = sheet.visible != SheetVisible::Visible;
            read(&mut book, &mut grid, &mut builder)?;
            sheets.push(grid);
        }
        Ok(Workbook {
            kind: FileKind::Xls,
            encoding: None,
            separator: None,
            sheets,
            issues: Vec::new(),
        })
    })
}

fn failed(error: &XlsError) -> Issue {
    match error {
        XlsError::Password => issues::whole_file(IssueKind::PasswordProtected, Vec::new()),
        other => issues::not_readable(&other.to_string()),
    }
}

fn read(book: &mut Book<'_>, grid: &mut Grid, builder: &mut Builder) -> Result<(), Issue> {
    let name = grid.name.clone();
    let epoch = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let range = book.worksheet_range(&name).map_err(|e| failed(&e))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let error;
        let cell = match value {
            Data::Empty => continue,
            Data::Float(value) => Cell::Number(*value),
            Data::Int(value) => Cell::Number(*value as f64),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text_cell(text),
            Data::Bool(value) => Cell::Bool(*value),
            Data::DateTime(date) => Cell::Date(date.as_f64() + epoch),
            Data::Error(what) => {
                error = what.to_string();
                Cell::Error(&error)
            }
        };
        let [row, column] = [row, column].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        builder.put(grid, first_row + row, first_column + column, cell)?;
    }
    grid.end_row();
    let merged = book.merge_cells_by_sheet_name(&name).map_err(|e| failed(&e))?;
    grid.merged = merged
        .into_iter()
        .map(|m| (m.start.0, m.start.1, m.end.0, m.end.1))
        .collect();
    Ok(())
}
