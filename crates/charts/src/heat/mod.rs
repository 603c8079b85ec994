//! Heat maps: provinces by tables, with the rank in each cell and the quarter as its colour.

mod blocks;

use domain::chart::{Heat, HeatCell, HeatFill, HeatGroup, HeatRow};

use self::blocks::Line;
use crate::RenderError;
use crate::area::Area;
use crate::axis::{Axis, RowPlace, Rows};
use crate::body::Body;
use crate::elements::Label;
use crate::fonts::{self, Face};
use crate::hatch::Block;
use crate::legend::{self, Entry, LEGEND_LINE, legend_style};
use crate::style::{Anchor, GroupStyle, TextStyle};
use crate::surface::{Surface, draw_series};
use crate::theme::Token;
use crate::units::units;

/// Natural, minimum and maximum height of a row, in CSS px.
const ROW_HEIGHT: f64 = 21.0;
const MIN_ROW_HEIGHT: f64 = 11.5;
const MAX_ROW_HEIGHT: f64 = 30.0;
/// Row height from which texts are easily readable.
const READABLE_ROW_HEIGHT: f64 = 16.0;
/// Number of rows from which a heat map of natural height has two blocks.
const TWO_BLOCK_ROWS: usize = 40;
/// Maximum and minimum font size of a row.
const FONT_SIZES: (f64, f64) = (14.0, 10.0);
/// Minimum and maximum width of a cell, and half of the space between two cells.
const CELL_WIDTHS: (f64, f64) = (26.0, 84.0);
const INSET: f64 = 1.0;
/// Space between blocks, and between names and cells.
const GUTTER: f64 = 26.0;
const NAME_GAP: f64 = 8.0;
/// Space between rows and legend.
const GAP: f64 = 10.0;
/// Width and height of a legend swatch, and the distance from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 14.0);
const SWATCH_TEXT: f64 = 26.0;

fn heading_style() -> TextStyle {
    TextStyle::new(12.0, Token::Ink).bold()
}

/// Returns the colour of a quarter, 1 (best) to 4, and the text colour on it.
fn colors(fill: HeatFill) -> (Token, Token) {
    match fill {
        HeatFill::Quarter(1) => (Token::Accent, Token::Card),
        HeatFill::Quarter(2) => (Token::T3, Token::Ink),
        HeatFill::Quarter(3) => (Token::T1, Token::Ink),
        HeatFill::Quarter(_) => (Token::Fall, Token::Ink),
        HeatFill::Plain | HeatFill::NoData => (Token::Card, Token::Ink),
    }
}

/// Returns a cell, or its legend swatch.
fn block<C>(corners: [C; 2], fill: HeatFill) -> Block<C> {
    match fill {
        HeatFill::NoData => Block::hatched(corners),
        HeatFill::Quarter(_) | HeatFill::Plain => Block::plain(corners, colors(fill).0),
    }
}

/// A place among the cells: columns from the left, each one long, and rows from the top.
type CellPlace = (f64, RowPlace);

/// A heat map laid out for one width.
pub(crate) struct Layout<'a> {
    heat: &'a Heat,
    blocks: Vec<Vec<Line<'a>>>,
    /// Width available to a block, and the widths of its rows, its names and a cell.
    available_width: f64,
    block_width: f64,
    name_width: f64,
    cell_width: f64,
    /// Headings of the columns, broken into lines; numbers if the names do not fit.
    headings: Vec<Vec<String>>,
    /// Legend of the column numbers; empty if the headings are names.
    numbers: Vec<Entry>,
    /// Legend of the fills.
    fills: Vec<(HeatFill, Entry)>,
    height_given: bool,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(heat: &'a Heat, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let rows = heat.rows().count();
        let columns = heat.columns.len().max(1) as f64;
        let names = heat.rows().map(|(_, row)| row.label.as_str());
        let name_width = fonts::widest(names, Face::SemiBold, FONT_SIZES.0)? + NAME_GAP;
        let min_width = name_width + columns * min_cell_width(heat)?;
        let max_blocks = (((width + GUTTER) / (min_width + GUTTER)) as usize).clamp(1, 4);
        let Some(height) = height else {
            let blocks = if rows > TWO_BLOCK_ROWS { max_blocks.min(2) } else { 1 };
            return Self::blocks(heat, (width, name_width), blocks);
        };
        let mut layout = Self::blocks(heat, (width, name_width), 1)?;
        for blocks in 2..=max_blocks {
            if layout.row_height(height) >= READABLE_ROW_HEIGHT {
                break;
            }
            layout = Self::blocks(heat, (width, name_width), blocks)?;
        }
        layout.height_given = true;
        Ok(layout)
    }

    fn blocks(heat: &'a Heat, (width, name_width): (f64, f64), max_blocks: usize) -> Result<Self, RenderError> {
        let blocks = blocks::split(heat, max_blocks);
        let count = blocks.len() as f64;
        let columns = heat.columns.len().max(1) as f64;
        let block_width = (width - GUTTER * (count - 1.0)) / count;
        // Names are shortened before cells get narrower.
        let name_width = name_width.min((block_width - columns * min_cell_width(heat)?).max(block_width * 0.3));
        let cell_width = ((block_width - name_width) / columns).min(CELL_WIDTHS.1);
        let headings = headings(heat, cell_width)?;
        let numbers = match &headings {
            Some(_) => Vec::new(),
            None => numbers(heat, width)?,
        };
        let number = |at: usize| vec![(at + 1).to_string()];
        Ok(Self {
            headings: headings.unwrap_or_else(|| (0..heat.columns.len()).map(number).collect()),
            fills: fills(heat, width)?,
            height_given: false,
            heat,
            blocks,
            available_width: block_width,
            block_width: name_width + cell_width * columns,
            name_width,
            cell_width,
            numbers,
        })
    }

    fn longest_block(&self) -> f64 {
        self.blocks.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64
    }

    fn heading_height(&self) -> f64 {
        let lines = self.headings.iter().map(Vec::len).max().unwrap_or(0);
        lines as f64 * heading_style().leading() + 8.0
    }

    fn legend_height(&self) -> f64 {
        let lines = |last: Option<&Entry>| last.map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE);
        GAP + lines(self.numbers.last()) + lines(self.fills.last().map(|(_, entry)| entry))
    }

    /// Returns the height of a row in a chart of this height.
    fn row_height(&self, height: f64) -> f64 {
        (height - self.heading_height() - self.legend_height()) / self.longest_block()
    }

    fn draw_block(
        &self,
        surface: &Surface,
        lines: &[Line<'_>],
        (left, top): (f64, f64),
        row_height: f64,
    ) -> Result<(), RenderError> {
        self.draw_headings(surface, (left, top))?;
        let size = (row_height * 0.72).clamp(FONT_SIZES.1, FONT_SIZES.0);
        let at = |index: usize| top + self.heading_height() + index as f64 * row_height;
        let outline = |style: &mut GroupStyle| {
            style.stroke = Some(Token::Soft);
            style.stroke_width = units(0.5) as u32;
        };
        let cells = Area {
            left: left + self.name_width,
            right: left + self.block_width,
            top: at(0),
            bottom: at(lines.len()),
        };
        let columns = Axis::new(0.0, self.heat.columns.len().max(1) as f64);
        let mut chart = surface.chart(cells, columns, Rows::equal(lines.len(), row_height))?;
        let blocks = lines
            .iter()
            .enumerate()
            .flat_map(|(index, line)| self.cells(index, line, row_height));
        surface.group("cells", "", outline, || draw_series(&mut chart, blocks))?;
        for (index, line) in lines.iter().enumerate() {
            let (y, middle) = (at(index), at(index) + row_height / 2.0);
            match line {
                Line::Group(group) => self.group_heading(surface, group, (left, middle), (size, row_height))?,
                Line::Row(heat_row) => {
                    self.name(surface, heat_row, (left, middle), size)?;
                    draw_series(&mut chart, self.values(index, heat_row, size)?)?;
                    if heat_row.marked {
                        self.frame(surface, (left, y), row_height)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Draws the heading of a group, underlined.
    fn group_heading(
        &self,
        surface: &Surface,
        group: &HeatGroup,
        (left, middle): (f64, f64),
        (size, row_height): (f64, f64),
    ) -> Result<(), RenderError> {
        let style = TextStyle::new(size.min(12.0), Token::Soft).bold();
        let text = fonts::cut(&group.label, style.face, style.size, self.available_width)?;
        surface.text(&text, (left, middle), style)?;
        let y = middle + row_height / 2.0 - 1.0;
        surface.line(&[(left, y), (left + self.block_width, y)], Token::Line, 1.0)
    }

    fn draw_headings(&self, surface: &Surface, (left, top): (f64, f64)) -> Result<(), RenderError> {
        let style = heading_style().anchor(Anchor::Middle);
        for (at, lines) in self.headings.iter().enumerate() {
            let x = left + self.name_width + (at as f64 + 0.5) * self.cell_width;
            let y = top + self.heading_height() - 6.0 - lines.len() as f64 * style.leading() / 2.0;
            surface.lines(lines, (x, y), style)?;
        }
        Ok(())
    }

    /// Returns the cells of a line; a heading has none.
    fn cells(&self, index: usize, line: &Line<'_>, row_height: f64) -> impl Iterator<Item = Block<CellPlace>> {
        let half = row_height / 2.0;
        let heat_row = match line {
            Line::Row(heat_row) => Some(*heat_row),
            Line::Group(_) => None,
        };
        heat_row.into_iter().flat_map(move |heat_row| {
            let cells = heat_row.cells.iter().zip(&self.heat.columns);
            (0..).zip(cells).map(move |(at, (cell, column))| {
                let [left, right] = [at, at + 1].map(f64::from);
                let corners = [(left, (index, -half)), (right, (index, half))];
                let tip = format!("{} · {}: {}", heat_row.label, column.heading(), cell.says);
                block(corners, cell.fill).inset(INSET).tip(tip)
            })
        })
    }

    fn name(&self, surface: &Surface, heat_row: &HeatRow, (left, y): (f64, f64), size: f64) -> Result<(), RenderError> {
        let style = TextStyle::new(size, Token::Ink);
        let style = if heat_row.marked { style.bold() } else { style };
        let name = fonts::cut(&heat_row.label, style.face, style.size, self.name_width - 3.0)?;
        surface.text(&name, (left + 2.0, y), style)
    }

    /// Returns the texts in the cells of a row.
    fn values(
        &self,
        index: usize,
        heat_row: &HeatRow,
        size: f64,
    ) -> Result<Vec<Label<CellPlace, String>>, RenderError> {
        let mut values = Vec::with_capacity(heat_row.cells.len());
        for (at, cell) in (0..).zip(&heat_row.cells) {
            let font_size = self.cell_size(cell, size)?;
            let text = fonts::cut(&cell.text, Face::Regular, font_size, self.cell_width - 2.0 * INSET)?;
            let style = TextStyle::new(font_size, colors(cell.fill).1).anchor(Anchor::Middle);
            values.push(Label::new((f64::from(at) + 0.5, (index, 0.0)), text, style));
        }
        Ok(values)
    }

    /// Returns the font size of a cell: smaller if a value is wider than the cell.
    fn cell_size(&self, cell: &HeatCell, size: f64) -> Result<f64, RenderError> {
        let width = fonts::width(&cell.text, Face::Regular, size)?;
        let available_width = self.cell_width - 2.0 * INSET - 3.0;
        Ok(if width > available_width {
            (size * available_width / width).max(FONT_SIZES.1.min(size))
        } else {
            size
        })
    }

    /// Draws a frame around the row of a followed province.
    fn frame(&self, surface: &Surface, (left, top): (f64, f64), row_height: f64) -> Result<(), RenderError> {
        let (right, bottom) = (left + self.block_width, top + row_height);
        let corners = [
            (left - 2.0, top),
            (right + 1.0, top),
            (right + 1.0, bottom),
            (left - 2.0, bottom),
            (left - 2.0, top),
            (right + 1.0, top),
        ];
        surface.line(&corners, Token::Ink, 2.0)
    }

    fn draw_legend(&self, surface: &Surface, (left, mut top): (f64, f64)) -> Result<(), RenderError> {
        for (at, entry) in self.numbers.iter().enumerate() {
            let (x, y) = (left + entry.left, top + (entry.line as f64 + 0.5) * LEGEND_LINE);
            surface.text(&(at + 1).to_string(), (x, y), heading_style())?;
            surface.text(&entry.text, (x + SWATCH_TEXT, y), legend_style())?;
        }
        top += self
            .numbers
            .last()
            .map_or(0.0, |entry| (entry.line + 1) as f64 * LEGEND_LINE);
        for (fill, entry) in &self.fills {
            let (x, y) = (left + entry.left, top + (entry.line as f64 + 0.5) * LEGEND_LINE);
            let swatch = legend::swatch((x, y), SWATCH);
            let outline = |style: &mut GroupStyle| {
                style.stroke = Some(Token::Soft);
                style.stroke_width = units(0.5) as u32;
            };
            surface.group("", "", outline, || surface.draw(&block(swatch, *fill)))?;
            surface.text(&entry.text, (x + SWATCH_TEXT, y), legend_style())?;
        }
        Ok(())
    }
}

/// Returns the minimum width of a cell in which all texts are readable.
fn min_cell_width(heat: &Heat) -> Result<f64, RenderError> {
    let texts = heat
        .rows()
        .flat_map(|(_, row)| &row.cells)
        .map(|cell| cell.text.as_str());
    let widest = fonts::widest(texts, Face::Regular, FONT_SIZES.1)?;
    Ok((widest + 5.0).clamp(CELL_WIDTHS.0, CELL_WIDTHS.1))
}

/// Returns the column headings (name and year); `None` if a word is wider than a cell or a name needs more than three
/// lines.
fn headings(heat: &Heat, cell_width: f64) -> Result<Option<Vec<Vec<String>>>, RenderError> {
    let (style, available_width) = (heading_style(), cell_width - 3.0);
    let mut headings = Vec::with_capacity(heat.columns.len());
    for column in &heat.columns {
        let words = column.label.split_whitespace().chain([column.year.as_str()]);
        if fonts::widest(words, style.face, style.size)? > available_width {
            return Ok(None);
        }
        let mut lines = fonts::wrap(&column.label, style.face, style.size, available_width, usize::MAX)?;
        if lines.len() > 3 {
            return Ok(None);
        }
        lines.extend((!column.year.is_empty()).then(|| column.year.clone()));
        headings.push(lines);
    }
    Ok(Some(headings))
}

fn numbers(heat: &Heat, width: f64) -> Result<Vec<Entry>, RenderError> {
    let names: Vec<String> = heat.columns.iter().map(domain::chart::HeatColumn::heading).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    legend::flow(&names, SWATCH_TEXT, width)
}

fn fills(heat: &Heat, width: f64) -> Result<Vec<(HeatFill, Entry)>, RenderError> {
    let cells = heat.rows().flat_map(|(_, row)| &row.cells);
    let any_quarter = cells.filter(|cell| matches!(cell.fill, HeatFill::Quarter(_))).count() > 0;
    let mut entries: Vec<(HeatFill, &str)> = Vec::new();
    if any_quarter {
        let quarters = (1..).zip(&heat.quarters);
        entries.extend(quarters.map(|(quarter, name)| (HeatFill::Quarter(quarter), name.as_str())));
    }
    entries.push((HeatFill::Plain, &heat.plain));
    entries.push((HeatFill::NoData, &heat.no_data));
    entries.retain(|(_, name)| !name.is_empty());
    let names: Vec<&str> = entries.iter().map(|(_, name)| *name).collect();
    let laid_out = legend::flow(&names, SWATCH_TEXT, width)?;
    Ok(entries.iter().map(|(fill, _)| *fill).zip(laid_out).collect())
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.heading_height() + self.longest_block() * ROW_HEIGHT + self.legend_height()
    }

    fn min_height(&self) -> f64 {
        self.heading_height() + self.longest_block() * MIN_ROW_HEIGHT + self.legend_height()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let max_row_height = if self.height_given { MAX_ROW_HEIGHT } else { ROW_HEIGHT };
        let row_height = self.row_height(area.height()).clamp(MIN_ROW_HEIGHT, max_row_height);
        for (at, lines) in self.blocks.iter().enumerate() {
            let block_pitch = (area.width() + GUTTER) / self.blocks.len() as f64;
            let left = area.left + at as f64 * block_pitch;
            self.draw_block(surface, lines, (left, area.top), row_height)?;
        }
        let legend_top = area.top + self.heading_height() + self.longest_block() * row_height + GAP;
        self.draw_legend(surface, (area.left, legend_top))
    }
}
