//! Writes a tile map to a sheet: the table of all provinces, and next to it cells in the colours of their
//! classes, each at the position of its tile.

use domain::chart::{ChartModel, Tile, TileFill, Tiles};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatPattern, Worksheet, XlsxError};

use crate::{
    sheet::plain,
    text::{clean, number},
    tiles::{self, Shade},
    words,
};

/// Number of columns of the table, and the first column of the map.
const COLUMNS: u16 = 4;
const MAP: u16 = COLUMNS + 1;

/// Width of a tile's column, in characters.
const TILE: f64 = 6.5;

/// Writes table, map and key from row `top` on and returns the number of rows used.
pub(crate) fn write(sheet: &mut Worksheet, model: &ChartModel, tiles: &Tiles, top: u32) -> Result<u32, XlsxError> {
    let rows = table(sheet, model, tiles, top)?;
    let (columns, lines) = tiles::grid_size(tiles);
    for column in 0..u16::try_from(columns).unwrap_or(u16::MAX) {
        sheet.set_column_width(MAP + column, TILE)?;
    }
    for tile in &tiles.tiles {
        let (row, column) = (top + u32::from(tile.row), MAP + u16::from(tile.column));
        sheet.write_string_with_format(
            row,
            column,
            clean(&tile.short),
            &cell_format(tiles, tile.fill, tile.marked),
        )?;
    }
    let key = MAP + u16::try_from(columns).unwrap_or(u16::MAX) + 1;
    let used = self::key(sheet, model, tiles, (top, key))?;
    sheet.set_freeze_panes(top + 1, 1)?;
    Ok(rows.max(u32::try_from(lines).unwrap_or(u32::MAX)).max(used))
}

fn table(sheet: &mut Worksheet, model: &ChartModel, tiles: &Tiles, top: u32) -> Result<u32, XlsxError> {
    let head = plain().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let plain = plain();
    let headings = [words::PROVINCE, words::ABBREVIATION, words::VALUE, words::CLASS];
    for (column, word) in (0..).zip(headings) {
        sheet.write_string_with_format(top, column, word.get(model.lang), &head)?;
    }
    let shown = |tile: &&Tile| tile.fill != TileFill::Place;
    let mut row = top;
    for tile in tiles.tiles.iter().filter(shown) {
        row += 1;
        let class = tiles::class_name(tiles, tile);
        let cells = [clean(&tile.name), clean(&tile.short), clean(&tile.text), class];
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, cell, &plain)?;
        }
    }
    let longest = |text: fn(&Tile) -> &str, least: usize| {
        let all = tiles.tiles.iter().map(|tile| text(tile).chars().count());
        number(all.max().unwrap_or(0).clamp(least, 40)) + 2.0
    };
    sheet.set_column_width(0, longest(|tile| &tile.name, 12))?;
    sheet.set_column_width(1, 10.0)?;
    sheet.set_column_width(2, longest(|tile| &tile.text, 10))?;
    sheet.set_column_width(3, 26.0)?;
    sheet.set_column_width(COLUMNS, 3.0)?;
    Ok(row - top + 1)
}

/// Writes the key from the highest class to the lowest and returns the number of rows used.
fn key(sheet: &mut Worksheet, model: &ChartModel, tiles: &Tiles, (top, column): (u32, u16)) -> Result<u32, XlsxError> {
    let plain = plain();
    let mut row = top;
    sheet.write_string_with_format(row, column, words::KEY.get(model.lang), &plain.clone().set_bold())?;
    let mut entry = |fill: TileFill, text: String| -> Result<(), XlsxError> {
        row += 1;
        sheet.write_blank(row, column, &cell_format(tiles, fill, false))?;
        sheet.write_string_with_format(row, column + 1, text, &plain)?;
        Ok(())
    };
    for (index, class) in tiles.classes.iter().enumerate().rev() {
        entry(
            TileFill::Class(index),
            format!("{} ({})", clean(&class.label), class.count),
        )?;
    }
    if tiles.no_data_count > 0 {
        entry(
            TileFill::NoData,
            format!("{} ({})", clean(&tiles.no_data), tiles.no_data_count),
        )?;
    }
    if tiles.tiles.iter().any(|tile| tile.fill == TileFill::Place) {
        entry(TileFill::Place, words::PLACES.get(model.lang).to_owned())?;
    }
    for tile in tiles.tiles.iter().filter(|tile| tile.fill == TileFill::Place) {
        let text = tiles::place_label(tile);
        row += 1;
        sheet.write_string_with_format(row, column + 1, text, &plain)?;
    }
    Ok(row - top + 1)
}

/// Returns the format of a tile's cell.
fn cell_format(tiles: &Tiles, fill: TileFill, marked: bool) -> Format {
    let format = plain().set_align(FormatAlign::Center);
    let format = match fill {
        TileFill::Class(class) => {
            let shade = Shade::of_class(tiles, class);
            let text_colour = if shade.dark { 0x00FF_FFFF_u32 } else { 0x001D_2327 };
            format.set_background_color(shade.rgb).set_font_color(text_colour)
        }
        TileFill::NoData => format
            .set_pattern(FormatPattern::LightUp)
            .set_foreground_color(0x0056_606A_u32)
            .set_background_color(0x00FF_FFFF_u32),
        TileFill::Place => format,
    };
    let border = match fill {
        _ if marked => FormatBorder::Thick,
        TileFill::Place => FormatBorder::Dashed,
        TileFill::Class(_) | TileFill::NoData => FormatBorder::Thin,
    };
    format.set_border(border)
}
