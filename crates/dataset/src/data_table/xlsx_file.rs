//! XLSX: a sheet with the table, which can be sorted and filtered, one with notes and one with the sources.

use domain::data_table::{DataCell, DataKind, DataTable, WORKSHEET_ROWS};
use messages::data_files as w;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use super::{date::format_date, display_text};
use crate::{
    ExportError, ExportFormat,
    export::{decimal_format, write_error, write_text},
};

/// Minimum and maximum width of a column, in characters; longer texts are wrapped.
const WIDTH_BOUNDS: (usize, usize) = (8, 60);

/// Additional width of a heading for the margin and the filter button, in characters.
const BUTTON: usize = 4;

/// Maximum length of a line of a heading, in characters; longer ones are wrapped.
const MAX_HEADING: usize = 20;

/// Space that a cell leaves free beside its text, in characters.
const MARGIN: usize = 3;

/// Height of a line and maximum height of a row, in points.
const LINE_HEIGHT: f64 = 15.0;
const MAX_ROW_HEIGHT: f64 = 409.0;

/// Column widths of the sheets with the notes and with the sources, in characters.
const README: [usize; 2] = [24, 100];
const SOURCES: [usize; 4] = [48, 28, 16, 48];

/// Maximum length of an address that a workbook stores as a link.
const MAX_LINK: usize = 2_000;

/// Excel's number for the paper size A4.
const A4: u8 = 9;

pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExportError> {
    if table.rows.len() >= WORKSHEET_ROWS {
        return Err(ExportError::TooManyRows(table.rows.len()));
    }
    book(table).map_err(|e| write_error(ExportFormat::Xlsx, e))
}

fn book(table: &DataTable) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day of the edition, not of the download: the same table yields the same bytes.
    let day = ExcelDateTime::parse_from_str(&table.citation.published.iso())?;
    let properties = DocProperties::new()
        .set_title(&table.title)
        .set_subject(&table.subtitle)
        .set_author(&table.citation.author)
        .set_creation_datetime(&day);
    book.set_properties(&properties);
    rows(book.add_worksheet(), table)?;
    readme(book.add_worksheet(), table)?;
    sources(book.add_worksheet(), table)?;
    book.save_to_buffer()
}

fn heading_format() -> CellFormat {
    CellFormat::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00F2_F2F2))
}

/// Texts are indented to separate them from the numbers before them.
fn text_format() -> CellFormat {
    CellFormat::new()
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
        .set_indent(1)
}

/// Writes an address as a link, or as text if a workbook cannot store it as a link.
fn write_link(sheet: &mut Worksheet, row: u32, column: u16, url: &str) -> Result<(), XlsxError> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && url.len() <= MAX_LINK {
        let format = text_format().set_hyperlink();
        sheet.write_url_with_format(row, column, Url::new(url).set_text(url), &format)?;
        return Ok(());
    }
    write_text(sheet, row, column, url, &text_format())
}

/// Writes the first row; a label is aligned like the cells below it.
fn write_header<'a>(sheet: &mut Worksheet, labels: impl Iterator<Item = (&'a str, DataKind)>) -> Result<(), XlsxError> {
    let (texts, numbers) = (
        heading_format().set_align(FormatAlign::Left).set_indent(1),
        heading_format().set_align(FormatAlign::Right),
    );
    for (column, (label, kind)) in (0..).zip(labels) {
        let format = if kind == DataKind::Text { &texts } else { &numbers };
        write_text(sheet, 0, column, label, format)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    set_page_layout(sheet);
    Ok(())
}

/// Sets the print layout: A4 landscape, one page wide, as many pages long as needed.
fn set_page_layout(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
}

/// Writes the table; the header is the first row, so that it can be sorted and filtered directly.
fn rows(sheet: &mut Worksheet, table: &DataTable) -> Result<(), XlsxError> {
    let lang = table.lang;
    sheet.set_name(w::TABLE.get(lang))?;
    let columns = table.columns.iter().map(|column| (column.label.as_str(), column.kind));
    write_header(sheet, columns)?;
    let widths: Vec<usize> = (0..table.columns.len()).map(|index| width(table, index)).collect();
    let names = table.columns.iter().map(|column| column.label.as_str());
    set_row_height(sheet, 0, names.zip(widths.iter().copied()))?;
    let mut last = (0, 0);
    for (index, (column, width)) in (0..).zip(table.columns.iter().zip(&widths)) {
        last.1 = index;
        sheet.set_column_width(index, to_column_width(*width))?;
        let format = match column.kind {
            DataKind::Text => text_format(),
            DataKind::Number(decimals) => decimal_format(usize::from(decimals)).set_align(FormatAlign::Top),
            DataKind::Whole => decimal_format(0).set_align(FormatAlign::Top),
        };
        for (line, row) in (1..).zip(&table.rows) {
            last.0 = line;
            cell(sheet, (line, index), &row[usize::from(index)], &format)?;
        }
    }
    for (line, row) in (1..).zip(&table.rows) {
        let texts = row.iter().zip(&widths).filter_map(|(cell, width)| match cell {
            DataCell::Text(text) => Some((text.as_str(), *width)),
            _ => None,
        });
        set_row_height(sheet, line, texts)?;
    }
    sheet.autofilter(0, 0, last.0, last.1)?;
    Ok(())
}

fn cell(sheet: &mut Worksheet, at: (u32, u16), cell: &DataCell, format: &CellFormat) -> Result<(), XlsxError> {
    match cell {
        DataCell::Empty => {}
        DataCell::Text(words) => write_text(sheet, at.0, at.1, words, format)?,
        DataCell::Number(value) => {
            sheet.write_number_with_format(at.0, at.1, *value, format)?;
        }
        DataCell::Whole(value) => write_integer(sheet, at.0, at.1, *value, format)?,
    }
    Ok(())
}

/// Writes a whole number; as text if a workbook's floating-point numbers cannot represent it.
fn write_integer(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: i64,
    format: &CellFormat,
) -> Result<(), XlsxError> {
    #[expect(clippy::cast_precision_loss, reason = "the next line asks whether anything was lost")]
    let number = value as f64;
    if value.unsigned_abs() <= 1 << 53 {
        sheet.write_number_with_format(row, column, number, format)?;
    } else {
        sheet.write_string_with_format(row, column, value.to_string(), format)?;
    }
    Ok(())
}

/// Returns the width of a column in characters: its longest line, within bounds.
fn width(table: &DataTable, index: usize) -> usize {
    let column = &table.columns[index];
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let cells = table.rows.iter().map(|row| &row[index]);
    let cells = cells.map(|cell| longest(&display_text(table.lang, column.kind, cell)) + MARGIN);
    let heading = longest(&column.label).min(MAX_HEADING) + BUTTON;
    cells.fold(heading, usize::max).clamp(WIDTH_BOUNDS.0, WIDTH_BOUNDS.1)
}

/// Sets the height that the texts of a row need at these widths; not every program computes it.
fn set_row_height<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl Iterator<Item = (&'a str, usize)>,
) -> Result<(), XlsxError> {
    let lines = texts.map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    if lines > 1 {
        let points = u32::try_from(lines).map_or(MAX_ROW_HEIGHT, |lines| LINE_HEIGHT * f64::from(lines));
        sheet.set_row_height(row, points.min(MAX_ROW_HEIGHT))?;
    }
    Ok(())
}

/// Returns the number of lines of a text in a column, allowing for the space that word wrapping leaves unused.
fn lines(text: &str, width: usize) -> usize {
    let room = width.saturating_sub(MARGIN).max(1);
    let lines = text.lines().map(|line| line.chars().count());
    lines
        .map(|length| {
            if length <= room {
                1
            } else {
                (length + length / 10).div_ceil(room)
            }
        })
        .sum()
}

/// Converts a width for rust_xlsxwriter.
fn to_column_width(width: usize) -> f64 {
    u8::try_from(width).map_or(f64::from(u8::MAX), f64::from)
}

fn readme(sheet: &mut Worksheet, table: &DataTable) -> Result<(), XlsxError> {
    let lang = table.lang;
    sheet.set_name(w::README.get(lang))?;
    let citation = &table.citation;
    let edition = citation.edition.to_string();
    let published = citation.published.format(table.lang);
    let mut lines = vec![
        (w::TITLE.get(lang), table.title.as_str()),
        (w::SHOWS.get(lang), &table.subtitle),
    ];
    lines.extend(
        table
            .readme
            .iter()
            .map(|(heading, note)| (heading.as_str(), note.text.as_str())),
    );
    lines.extend([
        (w::CITATION.get(lang), citation.text.as_str()),
        (w::EDITION.get(lang), &edition),
        (w::PUBLISHED.get(lang), &published),
        (w::LINK.get(lang), &citation.url),
    ]);
    let bold = text_format().set_bold();
    let plain = text_format();
    let last = lines.len();
    for (number, (line, (name, what))) in (1..).zip((0..).zip(lines)) {
        write_text(sheet, line, 0, name, &bold)?;
        if number == last {
            write_link(sheet, line, 1, what)?;
        } else {
            write_text(sheet, line, 1, what, &plain)?;
        }
        set_row_height(sheet, line, [name, what].into_iter().zip(README))?;
    }
    for (column, width) in (0..).zip(README) {
        sheet.set_column_width(column, to_column_width(width))?;
    }
    set_page_layout(sheet);
    Ok(())
}

fn sources(sheet: &mut Worksheet, table: &DataTable) -> Result<(), XlsxError> {
    let lang = table.lang;
    sheet.set_name(w::SOURCES.get(lang))?;
    let columns = [
        w::TITLE.get(lang),
        w::PUBLISHER.get(lang),
        w::PUBLISHED.get(lang),
        w::LINK.get(lang),
    ];
    write_header(sheet, columns.into_iter().map(|label| (label, DataKind::Text)))?;
    let plain = text_format();
    for (line, source) in (1..).zip(&table.sources) {
        let published = format_date(&source.published, table.lang);
        let texts = [source.title.as_str(), &source.publisher, &published];
        for (column, words) in (0..).zip(texts) {
            write_text(sheet, line, column, words, &plain)?;
        }
        write_link(sheet, line, 3, &source.url)?;
        set_row_height(sheet, line, texts.into_iter().zip(SOURCES))?;
    }
    for (column, width) in (0..).zip(SOURCES) {
        sheet.set_column_width(column, to_column_width(width))?;
    }
    Ok(())
}
