//! XLSX, read cell by cell, so that a sheet that claims a million empty rows costs nothing.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use domain::upload::{FileKind, Issue, IssueKind};

use super::{Builder, DAYS_TO_1904, caught, layout, number, package, text_cell};
use crate::{Cell, Grid, Limits, Workbook, issues};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], limits: &Limits) -> Result<Workbook, Issue> {
    caught(|| {
        let mut package = package::measured(bytes, limits)?;
        let parts = layout::parts(&mut package);
        let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| failed(&e))?;
        let named = book.sheets_metadata().to_vec();
        let mut sheets = Vec::new();
        let mut found = Vec::new();
        let mut builder = Builder::new(limits);
        for sheet in named.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
            let mut grid = Grid::new(sheet.name.as_str());
            grid.hidden = sheet.visible != SheetVisible::Visible;
            let percents = read(&mut book, &mut grid, &mut builder)?;
            found.extend(super::percent_notice(sheets.len(), percents));
            if let Some(part) = parts.get(&sheet.name) {
                let layout = layout::read(&mut package, part);
                found.extend(layout.hidden.notice(sheets.len(), &grid));
                grid.merged = layout.merged;
            }
            sheets.push(grid);
        }
        Ok(Workbook {
            kind: FileKind::Xlsx,
            encoding: None,
            separator: None,
            sheets,
            issues: found,
        })
    })
}

fn failed(error: &XlsxError) -> Issue {
    match error {
        XlsxError::Password => issues::whole_file(IssueKind::PasswordProtected, Vec::new()),
        other => issues::not_readable(&other.to_string()),
    }
}

/// Reads one sheet and says how many of its cells were shown as per cent.
fn read(book: &mut Book<'_>, grid: &mut Grid, builder: &mut Builder) -> Result<u32, Issue> {
    let name = grid.name.clone();
    let epoch = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let mut percents = 0;
    let mut reader = book.worksheet_cells_reader(&name).map_err(|e| failed(&e))?;
    let percent_styles: BTreeSet<usize> = (0..)
        .zip(reader.styles())
        .filter(|(_, style)| {
            let format = style.number_format.as_ref();
            format.is_some_and(|f| number::shows_percent(&f.format_code))
        })
        .map(|(id, _)| id)
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|e| failed(&e))? {
        let (row, column) = cell.get_position();
        let error;
        let cell = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Float(value) if percent_styles.contains(&style) => {
                percents += 1;
                Cell::Number(number::times_100(*value))
            }
            DataRef::Float(value) => Cell::Number(*value),
            DataRef::Int(value) if percent_styles.contains(&style) => {
                percents += 1;
                Cell::Number(*value as f64 * 100.0)
            }
            DataRef::Int(value) => Cell::Number(*value as f64),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_cell(text),
            DataRef::SharedString(text) => text_cell(text),
            DataRef::Bool(value) => Cell::Bool(*value),
            DataRef::DateTime(date) => Cell::Date(date.as_f64() + epoch),
            DataRef::Error(what) => {
                error = what.to_string();
                Cell::Error(&error)
            }
        };
        builder.put(grid, row, column, cell)?;
    }
    grid.end_row();
    Ok(percents)
}
