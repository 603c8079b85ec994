//! Writes strips, tables of a province's standings, and heat maps to a sheet: their figures in cells, those of a
//! heat map in the colours of their quarters.

use domain::chart::{ChartBody, ChartModel, Heat, HeatCell, HeatFill, Strip};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatPattern, Worksheet, XlsxError};

use crate::{
    Slide,
    sheet::plain,
    text::{clean, number},
    tiles::Shade,
    words,
};

/// Widths of columns, in characters.
const NARROW: f64 = 12.0;
const CELL: f64 = 11.0;

/// Writes the figures of a slide from row `top` on and returns the number of rows used.
pub(crate) fn write(sheet: &mut Worksheet, slide: &Slide, top: u32) -> Result<u32, XlsxError> {
    sheet.set_freeze_panes(top + 1, 1)?;
    match &slide.model.body {
        ChartBody::Heat(heat) => heat_cells(sheet, &slide.model, heat, top),
        ChartBody::Strip(strip) => strip_cells(sheet, slide, strip, top),
        _ => text_cells(sheet, &slide.model, top),
    }
}

/// Writes the chart's table, with the figures formatted as text.
fn text_cells(sheet: &mut Worksheet, model: &ChartModel, top: u32) -> Result<u32, XlsxError> {
    let table = model.table();
    headings(sheet, &table.head, top)?;
    let plain = plain();
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, clean(cell), &plain)?;
        }
    }
    for (column, _) in (0..).zip(&table.head) {
        let index = usize::from(column);
        let longest = table.rows.iter().map(|cells| cells[index].chars().count()).max();
        sheet.set_column_width(column, number(longest.unwrap_or(0).clamp(10, 60)) + 2.0)?;
    }
    Ok(row_count(table.rows.len()))
}

/// Writes a strip's table: province, position as a number and as text, and the earlier position as text.
fn strip_cells(sheet: &mut Worksheet, slide: &Slide, strip: &Strip, top: u32) -> Result<u32, XlsxError> {
    let (model, lang) = (&slide.model, slide.model.lang);
    let table = model.table();
    let mut heads = vec![
        table.head[0].clone(),
        table.head[1].clone(),
        words::AS_READ.get(lang).to_owned(),
    ];
    heads.extend(table.head.get(2).cloned());
    headings(sheet, &heads, top)?;
    let plain = plain();
    let decimals = if strip.ranks { 0 } else { usize::from(slide.decimals) };
    let digits = if decimals == 0 {
        "0".to_owned()
    } else {
        format!("0.{}", "0".repeat(decimals))
    };
    let figure = plain.clone().set_num_format(digits);
    for (row, mark) in (top + 1..).zip(&strip.marks) {
        sheet.write_string_with_format(row, 0, clean(&mark.label), &plain)?;
        sheet.write_number_with_format(row, 1, mark.value, &figure)?;
        sheet.write_string_with_format(row, 2, clean(&mark.text), &plain)?;
        if let Some(before) = &mark.before {
            sheet.write_string_with_format(row, 3, clean(&before.text), &plain)?;
        }
    }
    let longest = strip.marks.iter().map(|mark| mark.label.chars().count()).max();
    sheet.set_column_width(0, number(longest.unwrap_or(0).clamp(12, 40)) + 2.0)?;
    for column in 1..4 {
        sheet.set_column_width(column, NARROW)?;
    }
    Ok(row_count(strip.marks.len()))
}

fn heat_cells(sheet: &mut Worksheet, model: &ChartModel, heat: &Heat, top: u32) -> Result<u32, XlsxError> {
    let mut heads = vec![words::PROVINCE.get(model.lang).to_owned()];
    heads.extend(heat.columns.iter().map(domain::chart::HeatColumn::heading));
    headings(sheet, &heads, top)?;
    let (plain, bold) = (plain(), plain().set_bold());
    let mut row = top;
    for group in &heat.groups {
        if !group.label.is_empty() {
            row += 1;
            sheet.write_string_with_format(row, 0, clean(&group.label), &bold)?;
        }
        for province in &group.rows {
            row += 1;
            let name = if province.marked { &bold } else { &plain };
            sheet.write_string_with_format(row, 0, clean(&province.label), name)?;
            for (column, cell) in (1..).zip(&province.cells) {
                heat_cell(sheet, (row, column), cell, province.marked)?;
            }
        }
    }
    let names = heat.rows().map(|(_, row)| row.label.chars().count());
    sheet.set_column_width(0, number(names.max().unwrap_or(0).clamp(12, 40)) + 2.0)?;
    for (column, _) in (1..).zip(&heat.columns) {
        sheet.set_column_width(column, CELL)?;
    }
    key(
        sheet,
        model,
        heat,
        (top, u16::try_from(heat.columns.len() + 2).unwrap_or(u16::MAX)),
    )?;
    Ok(row - top + 1)
}

fn heat_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &HeatCell, marked: bool) -> Result<(), XlsxError> {
    let format = cell_format(cell.fill, marked);
    match cell.text.parse::<u16>() {
        Ok(rank) => sheet.write_number_with_format(row, column, rank, &format)?,
        Err(_) if cell.text.is_empty() => sheet.write_blank(row, column, &format)?,
        Err(_) => sheet.write_string_with_format(row, column, clean(&cell.text), &format)?,
    };
    Ok(())
}

/// Writes the key to the colours.
fn key(sheet: &mut Worksheet, model: &ChartModel, heat: &Heat, (top, column): (u32, u16)) -> Result<(), XlsxError> {
    let plain = plain();
    sheet.write_string_with_format(top, column, words::KEY.get(model.lang), &plain.clone().set_bold())?;
    let quarters = (1..).zip(&heat.quarters);
    let mut entries: Vec<(HeatFill, &str)> = quarters
        .map(|(quarter, name)| (HeatFill::Quarter(quarter), name.as_str()))
        .collect();
    entries.push((HeatFill::Plain, &heat.plain));
    entries.push((HeatFill::NoData, &heat.no_data));
    entries.retain(|(_, name)| !name.is_empty());
    for (row, (fill, name)) in (top + 1..).zip(entries) {
        sheet.write_blank(row, column, &cell_format(fill, false))?;
        sheet.write_string_with_format(row, column + 1, clean(name), &plain)?;
    }
    Ok(())
}

/// Returns the format of a heat map cell.
fn cell_format(fill: HeatFill, marked: bool) -> Format {
    let format = plain().set_align(FormatAlign::Center);
    let format = match fill {
        HeatFill::Quarter(quarter) => {
            let shade = Shade::quarter(quarter);
            let text_colour = if shade.dark { 0x00FF_FFFF_u32 } else { 0x001D_2327 };
            format.set_background_color(shade.rgb).set_font_color(text_colour)
        }
        HeatFill::NoData => format
            .set_pattern(FormatPattern::LightUp)
            .set_foreground_color(0x0056_606A_u32)
            .set_background_color(0x00FF_FFFF_u32),
        HeatFill::Plain => format,
    };
    format.set_border(if marked {
        FormatBorder::Medium
    } else {
        FormatBorder::Thin
    })
}

fn headings(sheet: &mut Worksheet, heads: &[String], top: u32) -> Result<(), XlsxError> {
    let bold = plain().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, text) in (0..).zip(heads) {
        sheet.write_string_with_format(top, column, clean(text), &bold)?;
    }
    Ok(())
}

/// Returns the number of rows with the headings.
fn row_count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1) + 1
}
