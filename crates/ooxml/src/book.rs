//! Writes a deck as an Excel workbook: one sheet per chart, and one for the sources.

use domain::chart::{ChartBody, ChartModel, Tiles};
use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use crate::{
    Deck, OfficeError, Slide, cells_sheet, excel_chart, map_sheet,
    plot::{self, Form, Plot},
    sheet::{self, Grid, plain},
    text::{clean, link},
    words,
};

/// Row of a table's headings: title, subtitle and an empty row are above.
const TOP: u32 = 3;

/// Height of a row, in pixels.
const ROW: u32 = 20;

/// Maximum length of a sheet name in Excel, in UTF-16 units.
const SHEET_NAME: usize = 31;

/// Maximum number of characters in a row under a table.
const LONGEST_LINE: usize = 120;

/// Length of a URL that Excel may no longer open, in bytes.
const LONGEST_LINK: usize = 2000;

/// Writes the workbook.
pub(crate) fn write(deck: &Deck) -> Result<Vec<u8>, OfficeError> {
    let mut sheets = Vec::with_capacity(deck.slides.len());
    for slide in &deck.slides {
        let content = match &slide.model.body {
            ChartBody::Tiles(tiles) => SheetContent::Map(tiles),
            _ if plot::drawn_as_shapes(&slide.model)? => SheetContent::Cells,
            _ => {
                let plot = Plot::new(slide)?;
                let grid = Grid::new(&plot, TOP)?;
                SheetContent::Chart(Box::new(plot), grid)
            }
        };
        sheets.push((slide, content));
    }
    let bytes = build(deck, &sheets);
    bytes.map_err(|e| OfficeError::NotWritten(e.to_string()))
}

/// The content of a sheet between its title and its notes.
enum SheetContent<'a> {
    Chart(Box<Plot>, Grid),
    Map(&'a Tiles),
    /// The figures of the model in cells.
    Cells,
}

fn build(deck: &Deck, sheets: &[(&Slide, SheetContent<'_>)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = sheet::workbook(&deck.title, deck.published)?;
    for (number, (slide, content)) in (1..).zip(sheets) {
        let name = sheet_name(number, &slide.model);
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        write_title(sheet, &slide.model)?;
        match content {
            SheetContent::Chart(plot, grid) => chart_sheet(sheet, slide, plot, *grid, &name)?,
            SheetContent::Map(tiles) => {
                let lines = map_sheet::write(sheet, &slide.model, tiles, TOP)?;
                let empty = tiles
                    .tiles
                    .is_empty()
                    .then(|| words::EMPTY.get(slide.model.lang).to_owned());
                write_below(sheet, slide, TOP + lines + 2, empty.into_iter().collect())?;
            }
            SheetContent::Cells => {
                let lines = cells_sheet::write(sheet, slide, TOP)?;
                let empty = (lines < 2).then(|| words::EMPTY.get(slide.model.lang).to_owned());
                write_below(sheet, slide, TOP + lines + 2, empty.into_iter().collect())?;
            }
        }
    }
    sources(&mut book, deck)?;
    book.save_to_buffer()
}

/// Returns a sheet name such as `3. Đà Nẵng dẫn đầu`: the number makes it unique, and characters that are not
/// allowed in sheet names are left out.
fn sheet_name(number: usize, model: &ChartModel) -> String {
    let mut name = format!("{number}. ");
    let mut length = name.len();
    let allowed = |c: &char| !"[]:*?/\\'".contains(*c);
    for c in clean(&model.title).chars().filter(allowed) {
        length += c.len_utf16();
        if length > SHEET_NAME {
            break;
        }
        name.push(c);
    }
    name.trim_end().to_owned()
}

fn write_title(sheet: &mut Worksheet, model: &ChartModel) -> Result<(), XlsxError> {
    let plain = plain();
    let title = plain.clone().set_bold().set_font_size(14);
    sheet.write_string_with_format(0, 0, clean(&model.title), &title)?;
    sheet.write_string_with_format(1, 0, clean(&model.subtitle), &plain)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Writes the lines in `before`, then the model's notes, source and link, from `row` on.
fn write_below(sheet: &mut Worksheet, slide: &Slide, mut row: u32, before: Vec<String>) -> Result<(), XlsxError> {
    let plain = plain();
    let notes = slide.model.notes.iter().map(|note| clean(&note.text));
    for line in before.into_iter().chain(notes).chain([clean(&slide.model.source)]) {
        for row_text in wrap(&line) {
            sheet.write_string_with_format(row, 0, row_text, &plain)?;
            row += 1;
        }
    }
    write_link(sheet, row, &slide.link, &plain)
}

fn chart_sheet(sheet: &mut Worksheet, slide: &Slide, plot: &Plot, grid: Grid, name: &str) -> Result<(), XlsxError> {
    let model = &slide.model;
    sheet::table(sheet, plot, grid)?;
    sheet.set_freeze_panes(TOP + 1, 1)?;
    // Below both table and chart: a chart hides the cells behind it.
    let chart = if plot.is_empty() {
        0
    } else {
        chart_size(plot).1.div_ceil(ROW)
    };
    // Extra columns of the table already contain these texts.
    let speaker_notes = plot.speaker_notes.iter().filter(|_| plot.extra.is_empty());
    let lines = plot.remarks.iter().chain(speaker_notes).cloned();
    let empty = plot.is_empty().then(|| words::EMPTY.get(plot.lang).to_owned());
    let row = TOP + grid.rows.max(chart) + 2;
    write_below(sheet, slide, row, empty.into_iter().chain(lines).collect())?;
    if !plot.is_empty() {
        let (width, height) = chart_size(plot);
        let mut chart = excel_chart::chart(plot, grid, name);
        chart.set_width(width).set_height(height);
        chart.set_alt_text(clean(&model.description));
        chart.set_name(format!("{} {name}", words::CHART.get(plot.lang)));
        sheet.insert_chart(TOP, grid.columns + 1, &chart)?;
    }
    Ok(())
}

/// Wraps a long sentence into rows that are no wider than table and chart.
fn wrap(line: &str) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match rows.last_mut() {
            Some(row) if row.chars().count() + word.chars().count() < LONGEST_LINE => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}

/// Returns width and height of a chart, in pixels.
fn chart_size(plot: &Plot) -> (u32, u32) {
    let marks = plot.categories.len() * plot.series.len();
    let height = u32::try_from(marks)
        .unwrap_or(u32::MAX)
        .saturating_mul(18)
        .clamp(160, 4000);
    match plot.form {
        Form::Bars => (640, height + 60),
        Form::Stacked => (640, height / u32::try_from(plot.series.len().max(1)).unwrap_or(1) + 160),
        Form::Lines if plot.series.len() > 20 => (820, 640),
        Form::Lines | Form::Combined => (820, 460),
    }
}

/// Writes the address as a link if it is a web address, otherwise as text.
fn write_link(sheet: &mut Worksheet, row: u32, address: &str, plain: &Format) -> Result<(), XlsxError> {
    let shown = clean(address.trim());
    if shown.is_empty() {
        return Ok(());
    }
    match link(address).filter(|target| target.len() < LONGEST_LINK) {
        Some(target) => {
            let blue = plain
                .clone()
                .set_font_color(0x0012_436D_u32)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single);
            let short: String = shown.chars().take(250).collect();
            sheet.write_url_with_format(row, 0, Url::new(target).set_text(short), &blue)?;
        }
        None => {
            sheet.write_string_with_format(row, 0, shown, plain)?;
        }
    }
    Ok(())
}

fn sources(book: &mut Workbook, deck: &Deck) -> Result<(), XlsxError> {
    let plain = plain();
    let wrap = plain.clone().set_text_wrap();
    let sheet = book.add_worksheet();
    sheet.set_name(words::SOURCES.get(deck.lang))?;
    sheet.set_column_width(0, 110)?;
    let title = wrap.clone().set_bold().set_font_size(14);
    sheet.write_string_with_format(0, 0, clean(&deck.title), &title)?;
    sheet.write_string_with_format(1, 0, clean(&deck.subtitle), &wrap)?;
    let mut lines: Vec<String> = deck.sources.iter().map(|line| clean(line)).collect();
    if lines.is_empty() {
        lines = deck.slides.iter().map(|slide| clean(&slide.model.source)).collect();
        lines.dedup();
    }
    for (row, line) in (3..).zip(lines) {
        sheet.write_string_with_format(row, 0, line, &wrap)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Lang, chart::ChartBody};

    #[test]
    fn sheet_names_are_valid_in_excel() {
        let model = ChartModel {
            lang: Lang::Vi,
            title: "Nghệ An: điểm [PCI] '2016' ở đâu? 1/2 \\ 3*4, và nhiều chữ nữa".into(),
            subtitle: String::new(),
            source: String::new(),
            notes: Vec::new(),
            description: String::new(),
            body: ChartBody::Bars(domain::chart::Bars::default()),
        };
        let name = sheet_name(12, &model);
        assert_eq!(name, "12. Nghệ An điểm PCI 2016 ở đâu");
    }
}
