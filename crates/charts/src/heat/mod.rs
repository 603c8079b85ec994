//! Provinces by tables: the rank in each cell, the quarter as its colour.

mod blocks;

use domain::chart::{Heat, HeatCell, HeatFill, HeatRow};

use self::blocks::Line;
use crate::RenderError;
use crate::body::Body;
use crate::canvas::{Anchor, GroupStyle};
use crate::fonts::{self, Face};
use crate::hatch::hatch;
use crate::rows::{self, Entry, KEY, key_look};
use crate::surface::{Area, Surface, Type, units};
use crate::theme::Token;

/// Height of a row that may choose, the least, and the most, in CSS px.
const ROW: f64 = 21.0;
const LEAST: f64 = 11.5;
const MOST: f64 = 30.0;
/// Height at which letters are read with ease.
const EASY: f64 = 16.0;
/// Rows from which a picture that may choose its height has two blocks.
const LONG: usize = 40;
/// Largest and smallest letters of a row.
const LETTERS: (f64, f64) = (14.0, 10.0);
/// Narrowest and widest cell, and half of the space between two.
const CELL: (f64, f64) = (26.0, 84.0);
const INSET: f64 = 1.0;
/// Between blocks, and between names and cells.
const GUTTER: f64 = 26.0;
const APART: f64 = 8.0;
/// Between rows and key.
const GAP: f64 = 10.0;
/// Width and height of a swatch of the key, and from its left end to its text.
const SWATCH: (f64, f64) = (18.0, 14.0);
const SIGN: f64 = 26.0;

fn head_look() -> Type {
    Type::new(12.0, Token::Ink).bold()
}

/// Colour of a quarter, 1 (best) to 4, and what is written on it.
fn colors(fill: HeatFill) -> (Token, Token) {
    match fill {
        HeatFill::Quarter(1) => (Token::Accent, Token::Card),
        HeatFill::Quarter(2) => (Token::T3, Token::Ink),
        HeatFill::Quarter(3) => (Token::T1, Token::Ink),
        HeatFill::Quarter(_) => (Token::Fall, Token::Ink),
        HeatFill::Plain | HeatFill::NoData => (Token::Card, Token::Ink),
    }
}

/// Measured rows.
pub(crate) struct Layout<'a> {
    heat: &'a Heat,
    blocks: Vec<Vec<Line<'a>>>,
    /// Width for a block, of its rows, of its names and of a cell.
    room: f64,
    block: f64,
    name: f64,
    cell: f64,
    /// Headings of the columns in lines; numbers where names do not fit.
    heads: Vec<Vec<String>>,
    /// What the numbers stand for; none where headings are names.
    numbers: Vec<Entry>,
    /// Signs of the key with their texts.
    signs: Vec<(HeatFill, Entry)>,
    fixed: bool,
}

impl<'a> Layout<'a> {
    pub(crate) fn new(heat: &'a Heat, width: f64, height: Option<f64>) -> Result<Self, RenderError> {
        let rows = heat.rows().count();
        let columns = heat.columns.len().max(1) as f64;
        let names = heat.rows().map(|(_, row)| row.label.as_str());
        let name = fonts::widest(names, Face::SemiBold, LETTERS.0)? + APART;
        let least = name + columns * narrowest(heat)?;
        let most = (((width + GUTTER) / (least + GUTTER)) as usize).clamp(1, 4);
        let Some(height) = height else {
            let blocks = if rows > LONG { most.min(2) } else { 1 };
            return Self::blocks(heat, (width, name), blocks);
        };
        let mut layout = Self::blocks(heat, (width, name), 1)?;
        for blocks in 2..=most {
            if layout.row(height) >= EASY {
                break;
            }
            layout = Self::blocks(heat, (width, name), blocks)?;
        }
        layout.fixed = true;
        Ok(layout)
    }

    fn blocks(heat: &'a Heat, (width, name): (f64, f64), most: usize) -> Result<Self, RenderError> {
        let blocks = blocks::split(heat, most);
        let count = blocks.len() as f64;
        let columns = heat.columns.len().max(1) as f64;
        let block = (width - GUTTER * (count - 1.0)) / count;
        // Names give way before cells do.
        let name = name.min((block - columns * narrowest(heat)?).max(block * 0.3));
        let cell = ((block - name) / columns).min(CELL.1);
        let heads = heads(heat, cell)?;
        let numbers = match &heads {
            Some(_) => Vec::new(),
            None => numbers(heat, width)?,
        };
        let number = |at: usize| vec![(at + 1).to_string()];
        Ok(Self {
            heads: heads.unwrap_or_else(|| (0..heat.columns.len()).map(number).collect()),
            signs: signs(heat, width)?,
            fixed: false,
            heat,
            blocks,
            room: block,
            block: name + cell * columns,
            name,
            cell,
            numbers,
        })
    }

    fn longest(&self) -> f64 {
        self.blocks.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64
    }

    fn head(&self) -> f64 {
        let lines = self.heads.iter().map(Vec::len).max().unwrap_or(0);
        lines as f64 * head_look().leading() + 8.0
    }

    fn under(&self) -> f64 {
        let lines = |last: Option<&Entry>| last.map_or(0.0, |entry| (entry.line + 1) as f64 * KEY);
        GAP + lines(self.numbers.last()) + lines(self.signs.last().map(|(_, entry)| entry))
    }

    /// Height of a row in a picture of this height.
    fn row(&self, height: f64) -> f64 {
        (height - self.head() - self.under()) / self.longest()
    }

    fn draw_block(
        &self,
        surface: &Surface,
        lines: &[Line<'_>],
        (left, top): (f64, f64),
        row: f64,
    ) -> Result<(), RenderError> {
        self.draw_heads(surface, (left, top))?;
        let size = (row * 0.72).clamp(LETTERS.1, LETTERS.0);
        let at = |index: usize| top + self.head() + index as f64 * row;
        let rim = |look: &mut GroupStyle| {
            look.stroke = Some(Token::Soft);
            look.stroke_width = units(0.5) as u32;
        };
        surface.group("cells", "", rim, || {
            for (index, line) in lines.iter().enumerate() {
                if let Line::Row(of) = line {
                    self.cells(surface, of, (left, at(index)), row)?;
                }
            }
            Ok(())
        })?;
        for (index, line) in lines.iter().enumerate() {
            let (y, middle) = (at(index), at(index) + row / 2.0);
            match line {
                Line::Group(group) => {
                    let look = Type::new(size.min(12.0), Token::Soft).bold();
                    let text = fonts::cut(&group.label, look.face, look.size, self.room)?;
                    surface.text(&text, (left, middle), look)?;
                    let line = [(left, y + row - 1.0), (left + self.block, y + row - 1.0)];
                    surface.line(&line, Token::Line, 1.0)?;
                }
                Line::Row(of) => {
                    self.texts(surface, of, (left, middle), size)?;
                    if of.marked {
                        self.frame(surface, (left, y), row)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn draw_heads(&self, surface: &Surface, (left, top): (f64, f64)) -> Result<(), RenderError> {
        let look = head_look().anchor(Anchor::Middle);
        for (at, lines) in self.heads.iter().enumerate() {
            let x = left + self.name + (at as f64 + 0.5) * self.cell;
            let y = top + self.head() - 6.0 - lines.len() as f64 * look.leading() / 2.0;
            surface.lines(lines, (x, y), look)?;
        }
        Ok(())
    }

    fn area(&self, at: usize, (left, top): (f64, f64), row: f64) -> Area {
        let x = left + self.name + at as f64 * self.cell;
        Area {
            left: x + INSET,
            right: x + self.cell - INSET,
            top: top + INSET,
            bottom: top + row - INSET,
        }
    }

    fn cells(&self, surface: &Surface, of: &HeatRow, corner: (f64, f64), row: f64) -> Result<(), RenderError> {
        for (at, (cell, column)) in of.cells.iter().zip(&self.heat.columns).enumerate() {
            let area = self.area(at, corner, row);
            surface.tip(&format!("{} · {}: {}", of.label, column.heading(), cell.says))?;
            surface.rect(area, colors(cell.fill).0)?;
            if cell.fill == HeatFill::NoData {
                hatch(surface, area, None, Token::Soft)?;
            }
        }
        Ok(())
    }

    fn texts(&self, surface: &Surface, of: &HeatRow, (left, y): (f64, f64), size: f64) -> Result<(), RenderError> {
        let look = Type::new(size, Token::Ink);
        let look = if of.marked { look.bold() } else { look };
        let name = fonts::cut(&of.label, look.face, look.size, self.name - 3.0)?;
        surface.text(&name, (left + 2.0, y), look)?;
        for (at, cell) in of.cells.iter().enumerate() {
            let x = left + self.name + (at as f64 + 0.5) * self.cell;
            let ink = colors(cell.fill).1;
            let own = self.cell_size(cell, size)?;
            let text = fonts::cut(&cell.text, Face::Regular, own, self.cell - 2.0 * INSET)?;
            surface.text(&text, (x, y), Type::new(own, ink).anchor(Anchor::Middle))?;
        }
        Ok(())
    }

    /// Letters of a cell: smaller where a value is wider than a rank.
    fn cell_size(&self, cell: &HeatCell, size: f64) -> Result<f64, RenderError> {
        let wide = fonts::width(&cell.text, Face::Regular, size)?;
        let room = self.cell - 2.0 * INSET - 3.0;
        Ok(if wide > room {
            (size * room / wide).max(LETTERS.1.min(size))
        } else {
            size
        })
    }

    /// Around the row of a followed province.
    fn frame(&self, surface: &Surface, (left, top): (f64, f64), row: f64) -> Result<(), RenderError> {
        let (right, bottom) = (left + self.block, top + row);
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

    fn draw_key(&self, surface: &Surface, (left, mut top): (f64, f64)) -> Result<(), RenderError> {
        for (at, entry) in self.numbers.iter().enumerate() {
            let (x, y) = (left + entry.left, top + (entry.line as f64 + 0.5) * KEY);
            surface.text(&(at + 1).to_string(), (x, y), head_look())?;
            surface.text(&entry.text, (x + SIGN, y), key_look())?;
        }
        top += self.numbers.last().map_or(0.0, |entry| (entry.line + 1) as f64 * KEY);
        for (fill, entry) in &self.signs {
            let (x, y) = (left + entry.left, top + (entry.line as f64 + 0.5) * KEY);
            let swatch = Area {
                left: x,
                right: x + SWATCH.0,
                top: y - SWATCH.1 / 2.0,
                bottom: y + SWATCH.1 / 2.0,
            };
            let rim = |look: &mut GroupStyle| {
                look.stroke = Some(Token::Soft);
                look.stroke_width = units(0.5) as u32;
            };
            surface.group("", "", rim, || surface.rect(swatch, colors(*fill).0))?;
            if *fill == HeatFill::NoData {
                hatch(surface, swatch, None, Token::Soft)?;
            }
            surface.text(&entry.text, (x + SIGN, y), key_look())?;
        }
        Ok(())
    }
}

/// Width of the narrowest cell that its figures can be read in.
fn narrowest(heat: &Heat) -> Result<f64, RenderError> {
    let texts = heat
        .rows()
        .flat_map(|(_, row)| &row.cells)
        .map(|cell| cell.text.as_str());
    let widest = fonts::widest(texts, Face::Regular, LETTERS.1)?;
    Ok((widest + 5.0).clamp(CELL.0, CELL.1))
}

/// Names and years over the cells; `None` where a word is wider than a cell.
fn heads(heat: &Heat, cell: f64) -> Result<Option<Vec<Vec<String>>>, RenderError> {
    let (look, room) = (head_look(), cell - 3.0);
    let mut all = Vec::with_capacity(heat.columns.len());
    for column in &heat.columns {
        let words = column.label.split_whitespace().chain([column.year.as_str()]);
        if fonts::widest(words, look.face, look.size)? > room {
            return Ok(None);
        }
        let mut lines = fonts::wrap(&column.label, look.face, look.size, room, usize::MAX)?;
        if lines.len() > 3 {
            return Ok(None);
        }
        lines.extend((!column.year.is_empty()).then(|| column.year.clone()));
        all.push(lines);
    }
    Ok(Some(all))
}

fn numbers(heat: &Heat, width: f64) -> Result<Vec<Entry>, RenderError> {
    let names: Vec<String> = heat.columns.iter().map(domain::chart::HeatColumn::heading).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    rows::flow(&names, SIGN, width)
}

fn signs(heat: &Heat, width: f64) -> Result<Vec<(HeatFill, Entry)>, RenderError> {
    let colored = heat.rows().flat_map(|(_, row)| &row.cells);
    let colored = colored.filter(|cell| matches!(cell.fill, HeatFill::Quarter(_))).count() > 0;
    let mut known: Vec<(HeatFill, &str)> = Vec::new();
    if colored {
        let quarters = (1..).zip(&heat.quarters);
        known.extend(quarters.map(|(quarter, name)| (HeatFill::Quarter(quarter), name.as_str())));
    }
    known.push((HeatFill::Plain, &heat.plain));
    known.push((HeatFill::NoData, &heat.no_data));
    known.retain(|(_, name)| !name.is_empty());
    let names: Vec<&str> = known.iter().map(|(_, name)| *name).collect();
    let entries = rows::flow(&names, SIGN, width)?;
    Ok(known.iter().map(|(fill, _)| *fill).zip(entries).collect())
}

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.head() + self.longest() * ROW + self.under()
    }

    fn least(&self) -> f64 {
        self.head() + self.longest() * LEAST + self.under()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let most = if self.fixed { MOST } else { ROW };
        let row = self.row(area.height()).clamp(LEAST, most);
        for (at, lines) in self.blocks.iter().enumerate() {
            let wide = (area.width() + GUTTER) / self.blocks.len() as f64;
            let left = area.left + at as f64 * wide;
            self.draw_block(surface, lines, (left, area.top), row)?;
        }
        let under = area.top + self.head() + self.longest() * row + GAP;
        self.draw_key(surface, (area.left, under))
    }
}
