//! A first look at the records of an XLS workbook. calamine makes a dense table of every
//! sheet, as large as the cells and their texts claim; what they claim is checked here. It
//! gives no number formats either: cells shown as per cent are found here as well.

use std::collections::{BTreeSet, HashSet};

use super::layout::Hidden;

/// Cells of all sheets as dense tables: as many as one sheet of the format can have.
const DENSE: u64 = 1 << 24;

/// Bytes of all texts, one for each cell that shows it.
const TEXTS: u64 = 1 << 30;

/// What was seen.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Cells of each sheet, in the order of the workbook, that are shown as per cent.
    pub(super) percents: Vec<HashSet<(u32, u32)>>,
    /// What is hidden in each sheet.
    pub(super) hidden: Vec<Hidden>,
    /// It claims more than can be held.
    pub(super) too_large: bool,
}

/// Looks at the records of a workbook's stream. Records that are broken end the look: the
/// reader stops there as well.
pub(super) fn look(stream: &[u8]) -> Seen {
    let globals = Globals::read(stream);
    let mut seen = Seen::default();
    let mut dense = 0;
    let mut texts = 0;
    for start in &globals.sheets {
        let records = Records(stream.get(*start as usize..).unwrap_or_default());
        let sheet = Sheet::read(records, &globals);
        dense += sheet.area();
        texts += sheet.texts;
        seen.too_large |= dense > DENSE || texts > TEXTS || sheet.claimed > DENSE;
        seen.percents.push(sheet.percents);
        seen.hidden.push(sheet.hidden);
        if seen.too_large {
            break;
        }
    }
    seen
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*data.get(at..)?.first_chunk()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*data.get(at..)?.first_chunk()?))
}

/// Records: type and data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.0, 0)?;
        let length = usize::from(u16_at(self.0, 2)?);
        let data = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, data))
    }
}

#[derive(Default)]
struct Globals {
    /// Where the sheets begin.
    sheets: Vec<u32>,
    /// Which cell formats (XF) are shown as per cent.
    percent: Vec<bool>,
    /// Lengths of the shared texts in bytes.
    texts: Vec<u32>,
}

impl Globals {
    fn read(stream: &[u8]) -> Self {
        let mut out = Self::default();
        let mut formats = Vec::new();
        let mut percents: BTreeSet<u16> = [9, 10].into();
        let mut records = Records(stream).peekable();
        while let Some((kind, data)) = records.next() {
            match kind {
                0x0085 => out.sheets.extend(u32_at(data, 0)),
                0x00E0 => formats.push(u16_at(data, 2).unwrap_or(0)),
                0x041E => {
                    // Zero bytes of UTF-16 and the lengths before the format do no harm.
                    let format: String = data
                        .iter()
                        .skip(3)
                        .map(|b| char::from(*b))
                        .filter(|c| *c != '\0')
                        .collect();
                    if let Some(id) = u16_at(data, 0)
                        && super::number::shows_percent(&format)
                    {
                        percents.insert(id);
                    }
                }
                0x00FC => {
                    let mut parts = vec![data.get(8..).unwrap_or_default()];
                    while let Some((_, more)) = records.next_if(|(kind, _)| *kind == 0x003C) {
                        parts.push(more);
                    }
                    out.texts = text_lengths(&parts);
                }
                0x000A => break,
                _ => {}
            }
        }
        out.percent = formats.iter().map(|format| percents.contains(format)).collect();
        out
    }
}

/// Lengths of the shared texts, an upper bound: a letter that was kept in one byte may
/// become three. Texts go on in the next record, which begins with a new flag.
fn text_lengths(parts: &[&[u8]]) -> Vec<u32> {
    let mut lengths = Vec::new();
    let mut part = 0;
    let mut at = 0;
    while let Some(data) = parts.get(part) {
        let (Some(letters), Some(flags)) = (u16_at(data, at), data.get(at + 2)) else {
            // What is left here is too short for a text: the next record begins with one.
            part += 1;
            at = 0;
            continue;
        };
        lengths.push(u32::from(letters) * 3);
        let runs = if flags & 8 == 0 {
            Some(0)
        } else {
            u16_at(data, at + 3).map(|n| usize::from(n) * 4)
        };
        let extra_at = at + 3 + if flags & 8 == 0 { 0 } else { 2 };
        let extra = if flags & 4 == 0 {
            Some(0)
        } else {
            u32_at(data, extra_at).map(|n| n as usize)
        };
        let (Some(runs), Some(extra)) = (runs, extra) else {
            break;
        };
        at = extra_at + if flags & 4 == 0 { 0 } else { 4 };
        let mut wide = flags & 1 == 1;
        let mut left = usize::from(letters);
        while let Some(data) = parts.get(part) {
            let size = if wide { 2 } else { 1 };
            let here = left.min(data.len().saturating_sub(at) / size);
            left -= here;
            at += here * size;
            if left == 0 {
                break;
            }
            part += 1;
            wide = parts
                .get(part)
                .and_then(|data| data.first())
                .is_some_and(|flags| flags & 1 == 1);
            at = 1;
        }
        at = at.saturating_add(runs).saturating_add(extra);
        while let Some(data) = parts.get(part).filter(|data| at >= data.len()) {
            at -= data.len();
            part += 1;
        }
    }
    lengths
}

/// What one sheet claims.
#[derive(Default)]
struct Sheet {
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
    claimed: u64,
    texts: u64,
    percents: HashSet<(u32, u32)>,
    hidden: Hidden,
}

impl Sheet {
    fn read(records: Records<'_>, globals: &Globals) -> Self {
        let mut sheet = Self::default();
        let mut depth = 0;
        for (kind, data) in records {
            match kind {
                // Charts within a sheet have records of their own.
                0x0809 => depth += 1,
                0x000A if depth < 2 => break,
                0x000A => depth -= 1,
                _ if depth > 1 => {}
                0x0200 => sheet.claimed = claimed(data),
                // A row, hidden when its height is zero; columns.
                0x0208 if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                    sheet.hidden.rows.extend(u16_at(data, 0).map(u32::from));
                }
                0x007D if data.get(8).is_some_and(|flags| flags & 1 != 0) => {
                    let ends = u16_at(data, 0).zip(u16_at(data, 2));
                    sheet
                        .hidden
                        .columns
                        .extend(ends.map(|(a, b)| (u32::from(a), u32::from(b))));
                }
                0x00FD | 0x0203 | 0x0204 | 0x0205 | 0x0006 | 0x027E | 0x00BD | 0x00D6 => {
                    sheet.cell(kind, data, globals);
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
        self.covers(row, column);
        let percent = |at| u16_at(data, at).is_some_and(|xf| globals.percent.get(usize::from(xf)) == Some(&true));
        match kind {
            0x00FD => {
                let text = u32_at(data, 6).and_then(|text| globals.texts.get(text as usize));
                self.texts += u64::from(text.copied().unwrap_or(0));
            }
            0x00BD => {
                let cells = u32::try_from(data.len().saturating_sub(6) / 6).unwrap_or(0);
                for (column, at) in (column..column + cells).zip((4..).step_by(6)) {
                    self.covers(row, column);
                    if percent(at) {
                        self.percents.insert((row, column));
                    }
                }
            }
            _ if percent(4) => {
                self.percents.insert((row, column));
            }
            _ => {}
        }
    }

    fn covers(&mut self, row: u32, column: u32) {
        let wider = |span: Option<(u32, u32)>, at: u32| {
            let (low, high) = span.unwrap_or((at, at));
            Some((low.min(at), high.max(at)))
        };
        self.rows = wider(self.rows, row);
        self.columns = wider(self.columns, column);
    }

    fn area(&self) -> u64 {
        let span = |span: Option<(u32, u32)>| span.map_or(0, |(low, high)| u64::from(high - low) + 1);
        span(self.rows) * span(self.columns)
    }
}

/// Cells that the record of a sheet's dimensions claims: memory for them is taken at once.
fn claimed(data: &[u8]) -> u64 {
    let (first, last, columns) = if data.len() == 10 {
        let rows = (u16_at(data, 0), u16_at(data, 2));
        (rows.0.map(u32::from), rows.1.map(u32::from), u16_at(data, 6))
    } else {
        (u32_at(data, 0), u32_at(data, 4), u16_at(data, 10))
    };
    let rows = last.unwrap_or(0).abs_diff(first.unwrap_or(0));
    u64::from(rows) * u64::from(columns.unwrap_or(0))
}
