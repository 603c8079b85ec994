//! Reads XLSB, the binary variant of XLSX ([MS-XLSB] 2.1.7, 2.4). calamine is not used: it reads such workbooks
//! without number formats (a percentage would be 0.8667), merged areas and hidden rows, reads footnote marks as
//! digits, and fails on new error values.

use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read};

use domain::upload::{FileKind, Issue};

use super::package::{Package, Part};
use super::strings::{RichText, Strings};
use super::{Builder, DAYS_TO_1904, NumberFormat, Stored, text_cell};
use crate::budget::Budget;
use crate::{Cell, Workbook, issues};

/// Maximum length of a record, in bytes.
const LONGEST: usize = 8 << 20;

/// The records of a part: type and data.
struct Records<'p, 'a> {
    part: BufReader<Part<'p, 'a>>,
    budget: &'a Budget,
    data: Vec<u8>,
}

impl Records<'_, '_> {
    /// Returns the next record; `None` at the end of the part.
    fn next(&mut self) -> Result<Option<(u32, &[u8])>, Issue> {
        self.budget.steps(1)?;
        self.budget.begin_token();
        let Some(kind) = self.number(2)? else {
            return Ok(None);
        };
        let length = self.number(4)?.unwrap_or(0) as usize;
        if length > LONGEST {
            return Err(self.budget.limit_issue());
        }
        self.data.resize(length, 0);
        self.part
            .read_exact(&mut self.data)
            .map_err(|e| self.budget.failed(&e))?;
        Ok(Some((kind, &self.data)))
    }

    /// Reads a number with seven bits per byte; `None` at the end of the part.
    fn number(&mut self, bytes: u32) -> Result<Option<u32>, Issue> {
        let mut out = 0;
        for at in 0..bytes {
            let mut byte = [0];
            if self.part.read(&mut byte).map_err(|e| self.budget.failed(&e))? == 0 {
                return Ok((at > 0).then_some(out));
            }
            out |= u32::from(byte[0] & 0x7F) << (7 * at);
            if byte[0] & 0x80 == 0 {
                break;
            }
        }
        Ok(Some(out))
    }
}

fn records<'p, 'a>(
    package: &'p mut Package<'a>,
    part: &str,
    budget: &'a Budget,
) -> Result<Option<Records<'p, 'a>>, Issue> {
    Ok(package.part(part)?.map(|part| Records {
        part: BufReader::new(part),
        budget,
        data: Vec::new(),
    }))
}

fn u16_at(data: &[u8], at: usize) -> u16 {
    data.get(at..)
        .and_then(<[u8]>::first_chunk)
        .map_or(0, |b| u16::from_le_bytes(*b))
}

fn u32_at(data: &[u8], at: usize) -> u32 {
    data.get(at..)
        .and_then(<[u8]>::first_chunk)
        .map_or(0, |b| u32::from_le_bytes(*b))
}

fn f64_at(data: &[u8], at: usize) -> f64 {
    data.get(at..)
        .and_then(<[u8]>::first_chunk)
        .map_or(0.0, |b| f64::from_le_bytes(*b))
}

/// Returns the UTF-16 code units of a length-prefixed text, and where it ends.
fn wide_string(data: &[u8], at: usize) -> (Vec<u16>, usize) {
    let length = match u32_at(data, at) {
        u32::MAX => 0,
        length => length as usize,
    };
    let bytes = data.get(at + 4..).unwrap_or_default();
    let units = bytes.chunks_exact(2).take(length);
    let units: Vec<u16> = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let end = at + 4 + units.len() * 2;
    (units, end)
}

/// Data shared by all sheets of a workbook.
#[derive(Default)]
struct Shared {
    strings: Strings,
    formats: Vec<NumberFormat>,
    superscript_fonts: HashSet<u16>,
    epoch: f64,
}

impl Shared {
    fn styles<'a>(&mut self, package: &mut Package<'a>, part: &str, budget: &'a Budget) -> Result<(), Issue> {
        let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
        let mut fonts = 0_u16;
        let mut in_cells = false;
        let Some(mut records) = records(package, part, budget)? else {
            return Ok(());
        };
        while let Some((kind, data)) = records.next()? {
            match kind {
                0x2B => {
                    if u16_at(data, 6) == 1 {
                        self.superscript_fonts.insert(fonts);
                    }
                    fonts = fonts.saturating_add(1);
                }
                0x2C => {
                    let code = String::from_utf16_lossy(&wide_string(data, 2).0);
                    codes.insert(u16_at(data, 0), NumberFormat::of(&code));
                }
                0x269 => in_cells = true,
                0x26A => in_cells = false,
                0x2F if in_cells => {
                    let id = u16_at(data, 2);
                    let format = codes.get(&id).cloned();
                    self.formats.push(format.unwrap_or_else(|| NumberFormat::built_in(id)));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn texts<'a>(&mut self, package: &mut Package<'a>, part: &str, budget: &'a Budget) -> Result<(), Issue> {
        let Some(mut records) = records(package, part, budget)? else {
            return Ok(());
        };
        while let Some((kind, data)) = records.next()? {
            if kind == 0x13 {
                let rich = self.rich(data, 0);
                self.strings.push(&rich, budget)?;
            }
        }
        Ok(())
    }

    /// Reads a text with formatting runs ([MS-XLSB] 2.5.121).
    fn rich(&self, data: &[u8], at: usize) -> RichText {
        let (units, end) = wide_string(data, at + 1);
        let mut is_superscript = vec![false; units.len()];
        if data.get(at).is_some_and(|flags| flags & 1 != 0) {
            let runs = u32_at(data, end) as usize;
            let runs = data.get(end + 4..).unwrap_or_default().chunks_exact(4).take(runs);
            let (mut from, mut superscript) = (0, false);
            for run in runs {
                // Runs are in ascending order; others are skipped, so that each code unit is visited once.
                let first = usize::from(u16_at(run, 0)).min(units.len());
                if first >= from {
                    is_superscript[from..first].fill(superscript);
                    (from, superscript) = (first, self.superscript_fonts.contains(&u16_at(run, 2)));
                }
            }
            is_superscript[from..].fill(superscript);
        }
        let part = |superscript: bool| {
            let units: Vec<u16> = units
                .iter()
                .zip(&is_superscript)
                .filter(|(_, r)| **r == superscript)
                .map(|(u, _)| *u)
                .collect();
            String::from_utf16_lossy(&units)
        };
        RichText {
            text: part(false),
            mark: part(true),
        }
        .normalised()
    }
}

/// Opens a workbook.
///
/// # Errors
/// Returns the issue that prevents the workbook from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let mut package = Package::open(bytes, budget)?;
    let (main, relations) = package.main_part("xl/workbook.bin")?;
    let mut shared = Shared::default();
    let mut builder = Builder::new(budget);
    let mut sheets = Vec::new();
    let Some(mut globals) = records(&mut package, &main, budget)? else {
        return Err(issues::not_readable("the package has no workbook"));
    };
    while let Some((kind, data)) = globals.next()? {
        match kind {
            0x99 if u32_at(data, 0) & 1 != 0 => shared.epoch = DAYS_TO_1904,
            0x9C => {
                let (relation, end) = wide_string(data, 8);
                let name = String::from_utf16_lossy(&wide_string(data, end).0);
                sheets.push((name, u32_at(data, 0) != 0, String::from_utf16_lossy(&relation)));
            }
            0x9D => builder.formulas.calculate_on_load |= u16_at(data, 24) & 1 != 0,
            _ => {}
        }
    }
    drop(globals);
    let part = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    shared.styles(
        &mut package,
        &part("styles").unwrap_or_else(|| "xl/styles.bin".into()),
        budget,
    )?;
    let strings = part("sharedStrings").unwrap_or_else(|| "xl/sharedStrings.bin".into());
    shared.texts(&mut package, &strings, budget)?;
    for (name, hidden, id) in sheets {
        let Some(target) = relations.iter().find(|r| r.id == id && r.kind == "worksheet") else {
            continue;
        };
        let Some(mut sheet) = records(&mut package, &target.target, budget)? else {
            return Err(issues::not_readable("a sheet of the workbook is missing"));
        };
        builder.begin_sheet(&name, hidden);
        read(&mut sheet, &shared, &mut builder)?;
    }
    builder.finish(FileKind::Xlsb)
}

/// Reads a sheet into the current sheet of the builder.
fn read(records: &mut Records<'_, '_>, shared: &Shared, builder: &mut Builder<'_>) -> Result<(), Issue> {
    let mut row = 0;
    let mut no_zeros = false;
    while let Some((kind, data)) = records.next()? {
        match kind {
            0x00 => {
                row = u32_at(data, 0);
                let hidden = data.get(11).is_some_and(|flags| flags & 0x10 != 0);
                if let (Some(hidden_cells), true) = (builder.hidden(), hidden) {
                    hidden_cells.rows.push(row);
                }
            }
            0x3C if u16_at(data, 16) & 1 != 0 => {
                if let Some(hidden_cells) = builder.hidden() {
                    hidden_cells.columns.push((u32_at(data, 0), u32_at(data, 4)));
                }
            }
            0x89 => no_zeros |= u16_at(data, 0) & 0x10 == 0,
            0x01..=0x0B | 0x3E => cell(kind, data, row, no_zeros, shared, builder)?,
            0xB0 => builder.merge((u32_at(data, 0), u32_at(data, 8), u32_at(data, 4), u32_at(data, 12)))?,
            _ => {}
        }
    }
    Ok(())
}

fn cell(
    kind: u32,
    data: &[u8],
    row: u32,
    no_zeros: bool,
    shared: &Shared,
    builder: &mut Builder<'_>,
) -> Result<(), Issue> {
    let column = u32_at(data, 0);
    let stored = Stored {
        format: shared.formats.get((u32_at(data, 4) & 0x00FF_FFFF) as usize),
        formula: kind == 0x09,
        uncalculated: false,
        no_zeros,
        epoch: shared.epoch,
    };
    match kind {
        0x02 => builder.put_number(row, column, rk_number(u32_at(data, 8)), stored),
        0x05 | 0x09 => builder.put_number(row, column, f64_at(data, 8), stored),
        0x03 | 0x0B => builder.put(row, column, Cell::Error(&error_name(data.get(8).copied()))),
        0x04 | 0x0A => builder.put(row, column, Cell::Bool(data.get(8).is_some_and(|b| *b != 0))),
        0x06 | 0x08 => builder.put(
            row,
            column,
            text_cell(&String::from_utf16_lossy(&wide_string(data, 8).0)),
        ),
        0x07 => match shared.strings.get(u32_at(data, 8) as usize) {
            Some((text, mark)) => builder.put_marked(row, column, text, mark),
            None => Err(issues::not_readable("a shared string is missing")),
        },
        0x3E => {
            let rich = shared.rich(data, 8);
            builder.put_marked(row, column, &rich.text, &rich.mark)
        }
        _ => Ok(()),
    }
}

/// Decodes an RkNumber: the upper half of a double or an integer, optionally in hundredths.
fn rk_number(number: u32) -> f64 {
    let value = if number & 2 != 0 {
        f64::from(number.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(number & !3) << 32)
    };
    if number & 1 != 0 { value / 100.0 } else { value }
}

/// Returns the name of an error by its code ([MS-XLSB] 2.5.97.2).
fn error_name(code: Option<u8>) -> String {
    match code.unwrap_or(0x2A) {
        0x00 => "#NULL!".into(),
        0x07 => "#DIV/0!".into(),
        0x0F => "#VALUE!".into(),
        0x17 => "#REF!".into(),
        0x1D => "#NAME?".into(),
        0x24 => "#NUM!".into(),
        0x2A => "#N/A".into(),
        0x2B => "#GETTING_DATA".into(),
        other => format!("#ERROR {other}!"),
    }
}

#[cfg(test)]
mod tests {
    use super::rk_number;

    #[test]
    fn rk_numbers_are_decoded() {
        for (number, value) in [
            (0x3FF0_0000, 1.0),
            (7 << 2 | 2, 7.0),
            ((-7_i32).cast_unsigned() << 2 | 2, -7.0),
            (6074 << 2 | 3, 60.74),
        ] {
            assert_eq!(rk_number(number), value);
        }
    }
}
