//! Scans the records of an XLS workbook ([MS-XLS] 2.4) before calamine reads it. calamine allocates a dense table for
//! every sheet, as large as its cells and texts declare, so the declared sizes are checked here. It returns neither
//! number formats nor fonts nor formula flags, and fails on unknown error values: these are collected here as well.

use std::collections::HashMap;

use super::globals::Globals;
use crate::workbook::hidden::Hidden;

/// Maximum number of cells of all sheets as dense tables: the capacity of one sheet of the format.
const DENSE: u64 = 1 << 24;

/// Maximum bytes of all texts, counted once per cell that shows them.
const TEXTS: u64 = 1 << 28;

/// Error values that calamine knows ([MS-XLS] 2.5.10), and `#N/A`, which replaces the others.
const ERRORS: [u8; 8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B];
const NOT_AVAILABLE: u8 = 0x2A;

/// The result of a scan.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) globals: Globals,
    /// The sheets, in the order of the workbook.
    pub(super) sheets: Vec<Sheet>,
    /// Whether the workbook declares more than the limits.
    pub(super) too_large: bool,
}

/// A change to the stream before calamine reads it.
enum Patch {
    /// The position of an unknown error code.
    Error(usize),
    /// The position of the declared size of a sheet.
    Dimensions(std::ops::Range<usize>),
}

/// How a formula's value is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Formula {
    /// An empty text, which some programs also store without calculating.
    pub(super) blank: bool,
    /// Whether it is to be calculated on load.
    pub(super) on_load: bool,
}

/// The properties of one sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
    texts: u64,
    /// Cell formats (XF) of cells whose numbers are not displayed as stored.
    pub(super) formats: HashMap<(u32, u32), u16>,
    pub(super) formulas: HashMap<(u32, u32), Formula>,
    /// Indexes of shared texts with a footnote mark, by cell.
    pub(super) marked: HashMap<(u32, u32), u32>,
    /// Error codes that calamine does not know, by cell.
    pub(super) errors: HashMap<(u32, u32), u8>,
    pub(super) hidden: Hidden,
    pub(super) no_zeros: bool,
}

/// Scans the records of a workbook's stream, and replaces unknown errors and declared sizes, which calamine would
/// trust. A malformed record ends the scan; the reader stops there as well.
pub(super) fn scan(stream: &mut [u8]) -> Scan {
    let globals = Globals::read(stream);
    let mut sheets = Vec::new();
    let mut too_large = false;
    let mut patches = Vec::new();
    let (mut dense, mut texts) = (0, 0);
    for start in &globals.sheets {
        let sheet = Sheet::read(Records::new(stream, *start as usize), &globals, &mut patches);
        dense += sheet.area();
        texts += sheet.texts;
        too_large |= dense > DENSE || texts > TEXTS;
        sheets.push(sheet);
        if too_large {
            break;
        }
    }
    for patch in patches {
        match patch {
            Patch::Error(at) => stream[at] = NOT_AVAILABLE,
            // calamine allocates memory for the declared size, so none is declared.
            Patch::Dimensions(range) => stream[range].fill(0),
        }
    }
    Scan {
        globals,
        sheets,
        too_large,
    }
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*data.get(at..)?.first_chunk()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*data.get(at..)?.first_chunk()?))
}

/// An iterator over records: type, data, and where the data begins.
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) const fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8], usize);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let data = self.stream.get(start..start + length)?;
        self.at = start + length;
        Some((kind, data, start))
    }
}

impl Sheet {
    fn read(records: Records<'_>, globals: &Globals, patches: &mut Vec<Patch>) -> Self {
        let mut sheet = Self::default();
        let mut depth = 0;
        for (kind, data, at) in records {
            match kind {
                // Charts within a sheet contain records too.
                0x0809 => depth += 1,
                0x000A if depth < 2 => break,
                0x000A => depth -= 1,
                _ if depth > 1 => {}
                0x0200 => patches.push(Patch::Dimensions(at..at + data.len())),
                // A row with the hidden flag; columns.
                0x0208 if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                    sheet.hidden.rows.extend(u16_at(data, 0).map(u32::from));
                }
                0x007D if data.get(8).is_some_and(|flags| flags & 1 != 0) => {
                    let range = u16_at(data, 0).zip(u16_at(data, 2));
                    let columns = range.map(|(a, b)| (u32::from(a), u32::from(b)));
                    sheet.hidden.columns.extend(columns);
                }
                // The window: whether it shows zeros.
                0x023E => sheet.no_zeros |= u16_at(data, 0).is_some_and(|flags| flags & 0x10 == 0),
                0x00FD | 0x0203 | 0x0204 | 0x0205 | 0x0006 | 0x027E | 0x00BD | 0x00D6 => {
                    sheet.cell(kind, data, globals);
                    let code = sheet.unknown_error(kind, data);
                    patches.extend(code.map(|offset| Patch::Error(at + offset)));
                }
                _ => {}
            }
        }
        sheet
    }

    fn cell(&mut self, kind: u16, data: &[u8], globals: &Globals) {
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return;
        };
        let (row, column) = (u32::from(row), u32::from(column));
        self.extend_to(row, column);
        let special = |at| u16_at(data, at).filter(|xf| globals.is_special(*xf));
        match kind {
            0x00FD => {
                let text = u32_at(data, 6).unwrap_or(u32::MAX);
                self.texts += u64::from(globals.texts.get(text as usize).copied().unwrap_or(0));
                if globals.marks.contains_key(&text) {
                    self.marked.insert((row, column), text);
                }
            }
            0x00BD => {
                let cells = u32::try_from(data.len().saturating_sub(6) / 6).unwrap_or(0);
                for (column, at) in (column..column + cells).zip((4..).step_by(6)) {
                    self.extend_to(row, column);
                    self.formats.extend(special(at).map(|xf| ((row, column), xf)));
                }
            }
            _ => {
                self.formats.extend(special(4).map(|xf| ((row, column), xf)));
                if kind == 0x0006 {
                    let formula = Formula {
                        blank: data.get(6) == Some(&3) && data.get(12..14) == Some(&[0xFF, 0xFF]),
                        on_load: u16_at(data, 14).is_some_and(|flags| flags & 2 != 0),
                    };
                    self.formulas.insert((row, column), formula);
                }
            }
        }
    }

    /// Records an error code that calamine does not know and returns its position in the record; `None` if there is
    /// none.
    fn unknown_error(&mut self, kind: u16, data: &[u8]) -> Option<usize> {
        let at = match kind {
            0x0205 if data.get(7) == Some(&1) => 6,
            0x0006 if data.get(6) == Some(&2) && data.get(12..14) == Some(&[0xFF, 0xFF]) => 8,
            _ => return None,
        };
        let code = *data.get(at).filter(|code| !ERRORS.contains(code))?;
        let cell = (u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?));
        self.errors.insert(cell, code);
        Some(at)
    }

    fn extend_to(&mut self, row: u32, column: u32) {
        let extended = |span: Option<(u32, u32)>, at: u32| {
            let (low, high) = span.unwrap_or((at, at));
            Some((low.min(at), high.max(at)))
        };
        self.rows = extended(self.rows, row);
        self.columns = extended(self.columns, column);
    }

    fn area(&self) -> u64 {
        let span = |span: Option<(u32, u32)>| span.map_or(0, |(low, high)| u64::from(high - low) + 1);
        span(self.rows) * span(self.columns)
    }
}
