//! XLSX: a sheet that can be sorted and filtered, one to read and one with the sources.

use domain::{
    Lang,
    data_table::{DataCell, DataColumn, DataKind, DataTable},
};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::{
    shown,
    words::{Words, moment, words},
};
use crate::{
    ExportError, ExportFormat,
    export::{ROWS, not_written, shown_with},
};

/// Narrowest and widest column, in characters; longer texts are wrapped.
const WIDTHS: (usize, usize) = (8, 60);

/// What a heading needs besides its text: the button of the filter.
const BUTTON: usize = 4;

/// Longest line of a heading, in characters; longer ones are wrapped.
const HEADING: usize = 20;

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

fn wrapped() -> CellFormat {
    CellFormat::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A text as it is: what begins with `=` is no formula. A text that begins and ends as the
/// markup of a rich text does would be written into the file unescaped; given as a rich text
/// of one piece it is escaped, but for its underscores, which could spell a character.
fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &CellFormat) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    if text.starts_with("<r>") && text.ends_with("</r>") {
        let piece = text.replace('_', "_x005F_");
        sheet.write_rich_string_with_format(row, column, &[(&CellFormat::new(), &piece)], format)?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// An address that can be followed, or its text where a workbook cannot hold it as a link.
fn link(sheet: &mut Worksheet, row: u32, column: u16, url: &str) -> Result<(), XlsxError> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if web && url.len() <= LINK {
        sheet.write_url_with_text(row, column, url, url)?;
        return Ok(());
    }
    text(sheet, row, column, url, &wrapped())
}

fn head<'a>(sheet: &mut Worksheet, labels: impl Iterator<Item = &'a str>) -> Result<(), XlsxError> {
    let format = heading();
    for (column, label) in (0..).zip(labels) {
        text(sheet, 0, column, label, &format)?;
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
    head(sheet, table.columns.iter().map(|column| column.label.as_str()))?;
    let mut last = (0, 0);
    for (index, column) in (0..).zip(&table.columns) {
        last.1 = index;
        let format = match column.kind {
            DataKind::Text => wrapped(),
            DataKind::Number(decimals) => shown_with(usize::from(decimals)).set_align(FormatAlign::Top),
            DataKind::Whole => shown_with(0).set_align(FormatAlign::Top),
        };
        for (line, row) in (1..).zip(&table.rows) {
            last.0 = line;
            match &row[usize::from(index)] {
                DataCell::Empty => {}
                DataCell::Text(words) => text(sheet, line, index, words, &format)?,
                DataCell::Number(value) => {
                    sheet.write_number_with_format(line, index, *value, &format)?;
                }
                DataCell::Whole(value) => whole(sheet, line, index, *value, &format)?,
            }
        }
        sheet.set_column_width(index, width(table.lang, column, &table.rows, usize::from(index)))?;
    }
    sheet.autofilter(0, 0, last.0, last.1)?;
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
fn width(lang: Lang, column: &DataColumn, rows: &[Vec<DataCell>], index: usize) -> f64 {
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let cells = rows
        .iter()
        .map(|row| longest(&shown(lang, column.kind, &row[index])) + 2);
    let heading = longest(&column.label).min(HEADING) + BUTTON;
    let width = cells.fold(heading, usize::max).clamp(WIDTHS.0, WIDTHS.1);
    u8::try_from(width).map_or(60.0, f64::from)
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
    }
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 100)?;
    page(sheet);
    Ok(())
}

fn sources(sheet: &mut Worksheet, table: &DataTable, words: &Words) -> Result<(), XlsxError> {
    sheet.set_name(words.sources)?;
    let labels = [words.title, words.publisher, words.published, words.link];
    head(sheet, labels.into_iter())?;
    let plain = wrapped();
    for (line, source) in (1..).zip(&table.sources) {
        text(sheet, line, 0, &source.title, &plain)?;
        text(sheet, line, 1, &source.publisher, &plain)?;
        text(sheet, line, 2, &moment(&source.published, table.lang), &plain)?;
        link(sheet, line, 3, &source.url)?;
    }
    for (column, width) in [(0, 60), (1, 40), (2, 18), (3, 60)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}
