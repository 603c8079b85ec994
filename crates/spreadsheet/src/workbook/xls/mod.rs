//! Reads XLS, Excel's format before 2007.

mod biff;
mod globals;

use std::io::{self, Cursor, Read as _, Write as _};
use std::ops::Range;

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use cfb::{CompoundFile, Version};
use domain::upload::{FileKind, Issue, IssueKind};

use self::biff::{Scan, Sheet};
use super::{Builder, DAYS_TO_1904, Shown, Stored, catch_panics};
use crate::budget::Budget;
use crate::{Cell, Workbook, issues};

type Book<'a> = Xls<Cursor<&'a Vec<u8>>>;

/// Opens a workbook.
///
/// # Errors
/// Returns the issue that prevents the workbook from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    catch_panics(|| {
        let (repackaged, mut scan) = repackage(bytes)?;
        if scan.too_large {
            return Err(budget.limit_issue());
        }
        let mut book: Book<'_> = Xls::new(Cursor::new(&repackaged)).map_err(|e| failed(&e))?;
        let metadata = book.sheets_metadata().to_vec();
        let mut builder = Builder::new(budget);
        for (at, sheet) in metadata
            .iter()
            .enumerate()
            .filter(|(_, s)| s.typ == SheetType::WorkSheet)
        {
            builder.begin_sheet(&sheet.name, sheet.visible != SheetVisible::Visible);
            let found = scan.sheets.get_mut(at).map(std::mem::take).unwrap_or_default();
            read(&mut book, &sheet.name, &mut builder, &scan, &found)?;
            if let Some(hidden) = builder.hidden() {
                *hidden = found.hidden;
            }
        }
        builder.finish(FileKind::Xls)
    })
}

/// Copies the workbook's stream to a new container, so that cyclic sector chains and invalid directories do not reach
/// calamine. Returns the container and the scan of the stream.
fn repackage(bytes: &[u8]) -> Result<(Vec<u8>, Scan), Issue> {
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
    let scan = biff::scan(&mut stream);
    let mut out = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).map_err(broken)?;
    let mut written = out.create_stream(name).map_err(broken)?;
    written.write_all(&stream).map_err(broken)?;
    written.flush().map_err(broken)?;
    drop(written);
    out.flush().map_err(broken)?;
    Ok((out.into_inner().into_inner(), scan))
}

fn failed(error: &XlsError) -> Issue {
    match error {
        XlsError::Password => issues::whole_file(IssueKind::PasswordProtected, Vec::new()),
        other => issues::not_readable(&other.to_string()),
    }
}

/// Reads one sheet into the current sheet of the builder.
fn read(book: &mut Book<'_>, name: &str, builder: &mut Builder<'_>, scan: &Scan, sheet: &Sheet) -> Result<(), Issue> {
    let epoch = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let range = book.worksheet_range(name).map_err(|e| failed(&e))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let [row, column] = [row, column].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
        let (row, column) = (first_row + row, first_column + column);
        let formula = sheet.formulas.get(&(row, column));
        let format = sheet.formats.get(&(row, column));
        let stored = Stored {
            format: format.and_then(|xf| scan.globals.formats.get(usize::from(*xf))),
            formula: formula.is_some(),
            uncalculated: formula.is_some_and(|formula| formula.on_load),
            no_zeros: sheet.no_zeros,
            epoch,
        };
        match value {
            Data::Empty => {}
            Data::Float(value) => builder.put_number(row, column, *value, stored)?,
            Data::Int(value) => builder.put_number(row, column, *value as f64, stored)?,
            // Some programs also store an empty text without calculating; that is the case if all formulas of the
            // column have it.
            Data::String(text) if text.is_empty() && formula.is_some_and(|f| f.blank) => {
                builder.put_blank_formula(row, column)?;
            }
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                let marks = sheet.marked.get(&(row, column)).and_then(|n| scan.globals.marks.get(n));
                let (text, mark) = split_superscript(text, marks.map_or(&[], Vec::as_slice));
                builder.put_marked(row, column, &text, &mark)?;
            }
            Data::Bool(value) => builder.put(row, column, Cell::Bool(*value))?,
            Data::DateTime(date) => builder.put(row, column, Cell::Date(date.as_f64() + epoch))?,
            Data::Error(what) => {
                let unknown = sheet.errors.get(&(row, column)).map(|code| format!("#ERROR {code}!"));
                let name = unknown.unwrap_or_else(|| what.to_string());
                builder.put(row, column, Cell::Error(&name))?;
            }
        }
    }
    let merged = book.merge_cells_by_sheet_name(name).map_err(|e| failed(&e))?;
    for area in merged {
        builder.merge((area.start.0, area.start.1, area.end.0, area.end.1))?;
    }
    Ok(())
}

/// Separates a text from its superscript characters, whose ranges are in UTF-16 code units.
fn split_superscript(text: &str, marks: &[Range<usize>]) -> (String, String) {
    let (mut plain, mut mark) = (String::new(), String::new());
    let mut unit = 0;
    for character in text.chars() {
        let is_superscript = marks.iter().any(|range| range.contains(&unit));
        if is_superscript { &mut mark } else { &mut plain }.push(character);
        unit += character.len_utf16();
    }
    if plain.trim().is_empty() {
        return (text.to_owned(), String::new());
    }
    (plain, mark)
}

impl Builder<'_> {
    /// Puts a formula whose cached value is an empty text.
    fn put_blank_formula(&mut self, row: u32, column: u32) -> Result<(), Issue> {
        self.put(row, column, Cell::Number(0.0))?;
        let sheet = self.sheets.len().saturating_sub(1);
        let row = self.sheets.last().map_or(0, crate::Grid::height).saturating_sub(1);
        self.formulas.add_zero(sheet, row, column, Shown::Blank, false);
        Ok(())
    }
}
