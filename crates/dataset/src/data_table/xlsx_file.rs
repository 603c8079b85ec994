//! XLSX: a sheet that can be sorted and filtered, one to read and one with the sources.

use domain::data_table::{DataCell, DataKind, DataTable};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};

use super::{
    shown,
    words::{Words, moment, words},
};
use crate::{
    ExportError, ExportFormat,
    export::{ROWS, not_written, shown_with, text},
};

/// Narrowest and widest column, in characters; longer texts are wrapped.
const WIDTHS: (usize, usize) = (8, 60);

/// What a heading needs besides its text: a margin, and the button of the filter.
const BUTTON: usize = 4;

/// Longest line of a heading, in characters; longer ones are wrapped.
const HEADING: usize = 20;

/// Characters that a cell leaves free beside its text.
const MARGIN: usize = 3;

/// Height of a line and of the tallest row that there may be, in points.
const LINE: f64 = 15.0;
const TALLEST: f64 = 409.0;

/// Widths of the columns of the sheets to read and with the sources, in characters.
const README: [usize; 2] = [24, 100];
const SOURCES: [usize; 4] = [48, 28, 16, 48];

/// Longest address that a workbook holds as a link.
const LINK: usize = 2_000;

/// A4 among the paper sizes of a workbook.
const A4: u8 = 9;

pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExportError> {
    if table.rows.len() >= ROWS {
        return Err(ExportError::TooManyRows(table.rows.len()));
    }
    book(table).map_err(|e| not_written(ExportFormat::Xlsx, e))
}

fn book(table: &DataTable) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The day of the edition, not of the download: the same table gives the same bytes.
    let day = ExcelDateTime::parse_from_str(&table.citation.published.iso())?;
    let properties = DocProperties::new()
        .set_title(&table.title)
        .set_subject(&table.subtitle)
        .set_author(&table.citation.author)
        .set_creation_datetime(&day);
    book.set_properties(&properties);
    let words = words(table.lang);
    rows(book.add_worksheet(), table, words)?;
    readme(book.add_worksheet(), table, words)?;
    sources(book.add_worksheet(), table, words)?;
    book.save_to_buffer()
}

fn heading() -> CellFormat {
    CellFormat::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00F2_F2F2))
}

/// Texts stand a little apart from the numbers before them.
fn wrapped() -> CellFormat {
    CellFormat::new()
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
        .set_indent(1)
}

/// An address that can be followed, or its text where a workbook cannot hold it as a link.
fn link(sheet: &mut Worksheet, row: u32, column: u16, url: &str) -> Result<(), XlsxError> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && url.len() <= LINK {
        let format = wrapped().set_hyperlink();
        sheet.write_url_with_format(row, column, Url::new(url).set_text(url), &format)?;
        return Ok(());
    }
    text(sheet, row, column, url, &wrapped())
}

/// The first row; a label stands where the cells below it do.
fn head<'a>(sheet: &mut Worksheet, labels: impl Iterator<Item = (&'a str, DataKind)>) -> Result<(), XlsxError> {
    let (texts, numbers) = (
        heading().set_align(FormatAlign::Left).set_indent(1),
        heading().set_align(FormatAlign::Right),
    );
    for (column, (label, kind)) in (0..).zip(labels) {
        let format = if kind == DataKind::Text { &texts } else { &numbers };
        text(sheet, 0, column, label, format)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    page(sheet);
    Ok(())
}

/// How a sheet is printed: A4 across, as many pages long as it needs.
fn page(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
}

/// The table; the header is the first row, so that it can be sorted and filtered at once.
fn rows(sheet: &mut Worksheet, table: &DataTable, words: &Words) -> Result<(), XlsxError> {
    sheet.set_name(words.table)?;
    let labels = table.columns.iter().map(|column| (column.label.as_str(), column.kind));
    head(sheet, labels)?;
    let widths: Vec<usize> = (0..table.columns.len()).map(|index| width(table, index)).collect();
    let labels = table.columns.iter().map(|column| column.label.as_str());
    tall(sheet, 0, labels.zip(widths.iter().copied()))?;
    let mut last = (0, 0);
    for (index, (column, width)) in (0..).zip(table.columns.iter().zip(&widths)) {
        last.1 = index;
        sheet.set_column_width(index, characters(*width))?;
        let format = match column.kind {
            DataKind::Text => wrapped(),
            DataKind::Number(decimals) => shown_with(usize::from(decimals)).set_align(FormatAlign::Top),
            DataKind::Whole => shown_with(0).set_align(FormatAlign::Top),
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
        tall(sheet, line, texts)?;
    }
    sheet.autofilter(0, 0, last.0, last.1)?;
    Ok(())
}

fn cell(sheet: &mut Worksheet, at: (u32, u16), cell: &DataCell, format: &CellFormat) -> Result<(), XlsxError> {
    match cell {
        DataCell::Empty => {}
        DataCell::Text(words) => text(sheet, at.0, at.1, words, format)?,
        DataCell::Number(value) => {
            sheet.write_number_with_format(at.0, at.1, *value, format)?;
        }
        DataCell::Whole(value) => whole(sheet, at.0, at.1, *value, format)?,
    }
    Ok(())
}

/// A whole number; as text where a workbook's numbers are too coarse for it.
fn whole(sheet: &mut Worksheet, row: u32, column: u16, value: i64, format: &CellFormat) -> Result<(), XlsxError> {
    #[expect(clippy::cast_precision_loss, reason = "the next line asks whether anything was lost")]
    let number = value as f64;
    if value.unsigned_abs() <= 1 << 53 {
        sheet.write_number_with_format(row, column, number, format)?;
    } else {
        sheet.write_string_with_format(row, column, value.to_string(), format)?;
    }
    Ok(())
}

/// Width of a column in characters: its longest line, within bounds.
fn width(table: &DataTable, index: usize) -> usize {
    let column = &table.columns[index];
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let cells = table.rows.iter().map(|row| &row[index]);
    let cells = cells.map(|cell| longest(&shown(table.lang, column.kind, cell)) + MARGIN);
    let heading = longest(&column.label).min(HEADING) + BUTTON;
    cells.fold(heading, usize::max).clamp(WIDTHS.0, WIDTHS.1)
}

/// Gives a row the height that its texts need at these widths; not every program works it out.
fn tall<'a>(sheet: &mut Worksheet, row: u32, texts: impl Iterator<Item = (&'a str, usize)>) -> Result<(), XlsxError> {
    let lines = texts.map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    if lines > 1 {
        let points = u32::try_from(lines).map_or(TALLEST, |lines| LINE * f64::from(lines));
        sheet.set_row_height(row, points.min(TALLEST))?;
    }
    Ok(())
}

/// Lines of a text in a column; words that move to the next line leave room unused.
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

/// A width as the writer takes it.
fn characters(width: usize) -> f64 {
    u8::try_from(width).map_or(f64::from(u8::MAX), f64::from)
}

fn readme(sheet: &mut Worksheet, table: &DataTable, words: &Words) -> Result<(), XlsxError> {
    sheet.set_name(words.readme)?;
    let citation = &table.citation;
    let edition = citation.edition.to_string();
    let published = citation.published.format(table.lang);
    let mut lines = vec![(words.title, table.title.as_str()), (words.shows, &table.subtitle)];
    lines.extend(
        table
            .readme
            .iter()
            .map(|(heading, text)| (heading.as_str(), text.as_str())),
    );
    lines.extend([
        (words.citation, citation.text.as_str()),
        (words.edition, &edition),
        (words.published, &published),
        (words.link, &citation.url),
    ]);
    let bold = wrapped().set_bold();
    let plain = wrapped();
    let last = lines.len();
    for (number, (line, (name, what))) in (1..).zip((0..).zip(lines)) {
        text(sheet, line, 0, name, &bold)?;
        if number == last {
            link(sheet, line, 1, what)?;
        } else {
            text(sheet, line, 1, what, &plain)?;
        }
        tall(sheet, line, [name, what].into_iter().zip(README))?;
    }
    for (column, width) in (0..).zip(README) {
        sheet.set_column_width(column, characters(width))?;
    }
    page(sheet);
    Ok(())
}

fn sources(sheet: &mut Worksheet, table: &DataTable, words: &Words) -> Result<(), XlsxError> {
    sheet.set_name(words.sources)?;
    let labels = [words.title, words.publisher, words.published, words.link];
    head(sheet, labels.into_iter().map(|label| (label, DataKind::Text)))?;
    let plain = wrapped();
    for (line, source) in (1..).zip(&table.sources) {
        let published = moment(&source.published, table.lang);
        let texts = [source.title.as_str(), &source.publisher, &published];
        for (column, words) in (0..).zip(texts) {
            text(sheet, line, column, words, &plain)?;
        }
        link(sheet, line, 3, &source.url)?;
        tall(sheet, line, texts.into_iter().zip(SOURCES))?;
    }
    for (column, width) in (0..).zip(SOURCES) {
        sheet.set_column_width(column, characters(width))?;
    }
    Ok(())
}
