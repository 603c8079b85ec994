//! Writes the table of a plot to a sheet and resolves the addresses of its cells.

use domain::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::{
    OfficeError, Slide,
    plot::{Plot, Series},
    text::clean,
    theme::FONT,
    words,
};

/// Position and size of a plot's table in a sheet.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Grid {
    /// Row of the headings.
    pub(crate) top: u32,
    /// Number of rows below the headings.
    pub(crate) rows: u32,
    /// Number of columns, including that of the names.
    pub(crate) columns: u16,
    series_in_rows: bool,
}

/// First and last cell of a range: row, column, row, column.
pub(crate) type Range = (u32, u16, u32, u16);

impl Grid {
    /// Returns the grid of a plot's table with its headings in row `top`.
    ///
    /// # Errors
    /// [`OfficeError::NotWritten`] if the table has more rows or columns than fit the types.
    pub(crate) fn new(plot: &Plot, top: u32) -> Result<Self, OfficeError> {
        let categories = plot.categories.len();
        let series = plot.series.len();
        let (rows, columns) = if plot.series_in_rows {
            (series, categories + 1)
        } else {
            (categories, series + plot.extra.len() + 1)
        };
        let too_large = || OfficeError::NotWritten(format!("a table of {rows} rows and {columns} columns"));
        Ok(Self {
            top,
            rows: u32::try_from(rows).map_err(|_| too_large())?,
            columns: u16::try_from(columns).map_err(|_| too_large())?,
            series_in_rows: plot.series_in_rows,
        })
    }

    /// Returns the cell of a value.
    fn cell(&self, series: usize, category: usize) -> (u32, u16) {
        let (row, column) = if self.series_in_rows {
            (series, category)
        } else {
            (category, series)
        };
        // Cannot overflow: both are less than the counts that `new` converted.
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        (self.top + 1 + row, column.saturating_add(1))
    }

    /// Returns the cell with the name of a series.
    pub(crate) fn name(&self, series: usize) -> (u32, u16) {
        let (row, column) = self.cell(series, series);
        if self.series_in_rows {
            (row, 0)
        } else {
            (self.top, column)
        }
    }

    /// Returns the range of a series' values.
    pub(crate) fn values(&self, series: usize, categories: usize) -> Range {
        let (a, b) = (self.cell(series, 0), self.cell(series, categories.saturating_sub(1)));
        (a.0, a.1, b.0, b.1)
    }

    /// Returns the cells with the texts of a series' labels: columns after the table, or rows below it.
    pub(crate) fn labels(&self, plot: &Plot, index: usize) -> Range {
        let labelled = |s: &Series| plot.labels(s).iter().any(Option::is_some);
        let before = plot.series[..index].iter().filter(|s| labelled(s)).count();
        let taken = plot.series.len() + if plot.series_in_rows { 1 } else { plot.extra.len() };
        self.values(taken + before, plot.categories.len())
    }

    /// Returns the range of the categories.
    pub(crate) fn categories(&self, categories: usize) -> Range {
        let (a, b) = (self.cell(0, 0), self.cell(0, categories.saturating_sub(1)));
        if self.series_in_rows {
            (self.top, a.1, self.top, b.1)
        } else {
            (a.0, 0, b.0, 0)
        }
    }
}

/// Formats a range as a formula, such as `'Số liệu'!$B$2:$B$64`.
pub(crate) fn formula(sheet: &str, range: Range) -> String {
    let quoted = sheet.replace('\'', "''");
    let first = format!("${}${}", column(range.1), range.0 + 1);
    if (range.0, range.1) == (range.2, range.3) {
        return format!("'{quoted}'!{first}");
    }
    format!("'{quoted}'!{first}:${}${}", column(range.3), range.2 + 1)
}

fn column(index: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(index)
}

/// Creates a workbook with the edition's publication date as its creation date.
pub(crate) fn workbook(title: &str, published: Date) -> Result<Workbook, XlsxError> {
    let year = u16::try_from(published.year()).unwrap_or(1900).clamp(1900, 9999);
    let day = ExcelDateTime::from_ymd(year, published.month(), published.day())?;
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(clean(title))
        .set_author(words::AUTHOR)
        .set_creation_datetime(&day);
    book.set_properties(&properties);
    Ok(book)
}

/// Returns the base format of all cells.
pub(crate) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10)
}

/// Returns the workbook that is embedded in a chart: its table, and a sheet that describes the figures.
pub(crate) fn embedded(plot: &Plot, slide: &Slide, published: Date) -> Result<Vec<u8>, OfficeError> {
    let grid = Grid::new(plot, 0)?;
    let bytes = write(plot, slide, published, grid);
    bytes.map_err(|e| OfficeError::NotWritten(e.to_string()))
}

fn write(plot: &Plot, slide: &Slide, published: Date, grid: Grid) -> Result<Vec<u8>, XlsxError> {
    let mut book = workbook(&slide.model.title, published)?;
    let sheet = book.add_worksheet();
    sheet.set_name(words::FIGURES.get(plot.lang))?;
    table(sheet, plot, grid)?;
    labels(sheet, plot, grid)?;
    sheet.set_freeze_panes(1, 1)?;
    let about = book.add_worksheet();
    about.set_name(words::ABOUT.get(plot.lang))?;
    about.set_column_width(0, 100)?;
    let wrap = plain().set_text_wrap();
    for (row, line) in (0_u32..).zip(about_lines(plot, slide)) {
        about.write_string_with_format(row, 0, line, &wrap)?;
    }
    book.save_to_buffer()
}

/// Returns the lines that describe a table: title, notes, remarks, source and link.
pub(crate) fn about_lines(plot: &Plot, slide: &Slide) -> Vec<String> {
    let model = &slide.model;
    let opening = [&model.title, &model.subtitle]
        .into_iter()
        .chain(model.notes.iter().map(|note| &note.text));
    let closing = [&model.source, &slide.link];
    let lines = opening.map(|line| clean(line)).chain(plot.remarks.iter().cloned());
    let lines = lines.chain(closing.map(|line| clean(line)));
    lines.filter(|line| !line.is_empty()).collect()
}

/// Writes headings, names and numbers; gaps are empty cells.
pub(crate) fn table(sheet: &mut Worksheet, plot: &Plot, grid: Grid) -> Result<(), XlsxError> {
    let head = plain().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let plain = plain();
    sheet.write_string_with_format(grid.top, 0, &plot.corner, &head)?;
    let range = grid.categories(plot.categories.len());
    let name_format = if plot.series_in_rows { &head } else { &plain };
    for (index, category) in (0..).zip(&plot.categories) {
        let (row, column) = if plot.series_in_rows {
            (range.0, range.1 + index)
        } else {
            (range.0 + u32::from(index), 0)
        };
        sheet.write_string_with_format(row, column, category, name_format)?;
    }
    let name_format = if plot.series_in_rows { &plain } else { &head };
    for (index, series) in plot.series.iter().enumerate() {
        let (row, column) = grid.name(index);
        sheet.write_string_with_format(row, column, &series.name, name_format)?;
        let axis = plot
            .secondary
            .as_ref()
            .filter(|_| series.secondary)
            .unwrap_or(&plot.axis);
        let number = plain.clone().set_num_format(axis.format.code());
        for (category, value) in series.values.iter().enumerate() {
            if let Some(value) = value {
                let (row, column) = grid.cell(index, category);
                sheet.write_number_with_format(row, column, *value, &number)?;
            }
        }
    }
    let left = plain.clone().set_align(FormatAlign::Left);
    extras(sheet, plot, grid, (&head, &left))?;
    widths(sheet, plot, grid)
}

/// Writes the extra columns; whole numbers as numbers.
fn extras(sheet: &mut Worksheet, plot: &Plot, grid: Grid, formats: (&Format, &Format)) -> Result<(), XlsxError> {
    for (index, (heading, cells)) in plot.extra.iter().enumerate() {
        let (_, column) = grid.name(plot.series.len() + index);
        sheet.write_string_with_format(grid.top, column, heading, formats.0)?;
        for (row, cell) in (grid.top + 1..).zip(cells) {
            match cell.parse::<u32>() {
                Ok(number) => sheet.write_number_with_format(row, column, number, formats.1)?,
                Err(_) => sheet.write_string_with_format(row, column, cell, formats.1)?,
            };
        }
    }
    Ok(())
}

/// Writes the texts of the labels, to which the chart refers.
fn labels(sheet: &mut Worksheet, plot: &Plot, grid: Grid) -> Result<(), XlsxError> {
    let (plain, head) = (plain(), plain().set_bold().set_text_wrap().set_align(FormatAlign::Top));
    for (index, series) in plot.series.iter().enumerate() {
        let texts = plot.labels(series);
        if texts.iter().all(Option::is_none) {
            continue;
        }
        let (top, left, ..) = grid.labels(plot, index);
        let heading = format!("{}: {}", words::LABELS.get(plot.lang), series.name);
        if plot.series_in_rows {
            sheet.write_string_with_format(top, 0, heading, &plain)?;
        } else {
            sheet.write_string_with_format(grid.top, left, heading, &head)?;
        }
        for (at, text) in (0_u16..).zip(&texts) {
            let Some(text) = text else { continue };
            let (row, column) = if plot.series_in_rows {
                (top, left + at)
            } else {
                (top + u32::from(at), left)
            };
            sheet.write_string_with_format(row, column, text, &plain)?;
        }
    }
    Ok(())
}

fn widths(sheet: &mut Worksheet, plot: &Plot, grid: Grid) -> Result<(), XlsxError> {
    let names: Box<dyn Iterator<Item = &String>> = if plot.series_in_rows {
        Box::new(plot.series.iter().map(|s| &s.name))
    } else {
        Box::new(plot.categories.iter())
    };
    let longest = names.map(|name| name.chars().count()).max().unwrap_or(0).clamp(10, 40);
    sheet.set_column_width(0, crate::text::number(longest) + 2.0)?;
    let other = if plot.series_in_rows { 7.0 } else { 14.0 };
    for column in 1..grid.columns {
        sheet.set_column_width(column, other)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_as_formulas() {
        assert_eq!(formula("Số liệu", (1, 1, 63, 1)), "'Số liệu'!$B$2:$B$64");
        assert_eq!(formula("O'Hara", (0, 27, 0, 27)), "'O''Hara'!$AB$1");
    }
}
