//! Data shared by all sheets of an XLS workbook: number formats, fonts and shared texts.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::biff::{Records, u16_at, u32_at};
use crate::workbook::NumberFormat;

/// Data shared by all sheets.
#[derive(Debug, Default)]
pub(super) struct Globals {
    /// Positions of the sheets in the stream.
    pub(super) sheets: Vec<u32>,
    /// The number format of each cell format (XF).
    pub(super) formats: Vec<NumberFormat>,
    /// Upper bounds of the lengths of the shared texts, in bytes.
    pub(super) texts: Vec<u32>,
    /// Superscript ranges of shared texts, in UTF-16 code units, by the index of the text.
    pub(super) marks: HashMap<u32, Vec<Range<usize>>>,
}

impl Globals {
    pub(super) fn read(stream: &[u8]) -> Self {
        let mut out = Self::default();
        let mut xfs = Vec::new();
        let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
        let mut superscript_fonts = HashSet::new();
        let mut fonts = 0_u16;
        let mut records = Records::new(stream, 0).peekable();
        while let Some((kind, data, _)) = records.next() {
            match kind {
                0x0085 => out.sheets.extend(u32_at(data, 0)),
                0x0031 => {
                    // Font index 4 is not used: the fifth font has index 5 ([MS-XLS] 2.5.129).
                    let number = if fonts < 4 { fonts } else { fonts.saturating_add(1) };
                    if u16_at(data, 8) == Some(1) {
                        superscript_fonts.insert(number);
                    }
                    fonts = fonts.saturating_add(1);
                }
                0x00E0 => xfs.push(u16_at(data, 2).unwrap_or(0)),
                0x041E => {
                    if let Some(id) = u16_at(data, 0) {
                        codes.insert(id, NumberFormat::of(&format_code(data)));
                    }
                }
                0x00FC => {
                    let mut parts = vec![data.get(8..).unwrap_or_default()];
                    while let Some((_, more, _)) = records.next_if(|(kind, ..)| *kind == 0x003C) {
                        parts.push(more);
                    }
                    out.shared_texts(&parts, &superscript_fonts);
                }
                0x000A => break,
                _ => {}
            }
        }
        out.formats = xfs
            .iter()
            .map(|id| codes.get(id).cloned().unwrap_or_else(|| NumberFormat::built_in(*id)))
            .collect();
        out
    }

    /// Returns true for a cell format that does not display numbers as they are stored.
    pub(super) fn is_special(&self, xf: u16) -> bool {
        let format = self.formats.get(usize::from(xf));
        format.is_some_and(|format| !format.date && *format != NumberFormat::default())
    }

    /// Reads lengths and superscript runs of the shared texts ([MS-XLS] 2.5.293). A text may continue in the next
    /// record, which begins with a new flag.
    fn shared_texts(&mut self, parts: &[&[u8]], superscript_fonts: &HashSet<u16>) {
        let mut position = Position { parts, part: 0, at: 0 };
        while let Some(data) = parts.get(position.part) {
            let (Some(length), Some(flags)) = (u16_at(data, position.at), data.get(position.at + 2)) else {
                // The rest is too short for a text: the next record begins with one.
                position.part += 1;
                position.at = 0;
                continue;
            };
            // A character stored in one byte may become three.
            self.texts.push(u32::from(length) * 3);
            position.at += 3;
            let runs = if flags & 8 == 0 {
                Some(0)
            } else {
                position.number::<2>()
            };
            let extra = if flags & 4 == 0 {
                Some(0)
            } else {
                position.number::<4>()
            };
            let (Some(runs), Some(extra)) = (runs, extra) else {
                break;
            };
            position.skip_characters(usize::from(length), flags & 1 == 1);
            let mut marks = Vec::new();
            let mut start = None;
            for _ in 0..runs {
                let (Some(first), Some(font)) = (position.number::<2>(), position.number::<2>()) else {
                    break;
                };
                marks.extend(start.take().map(|begin| begin..first));
                if u16::try_from(font).is_ok_and(|font| superscript_fonts.contains(&font)) {
                    start = Some(first);
                }
            }
            marks.extend(start.map(|begin| begin..usize::from(length)));
            if !marks.is_empty() {
                let number = u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX);
                self.marks.insert(number, marks);
            }
            position.skip(extra);
        }
    }
}

/// A position in a record and its continuations.
struct Position<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Position<'_> {
    /// Reads a number of `N` bytes, which may continue in the next record.
    fn number<const N: usize>(&mut self) -> Option<usize> {
        let mut bytes = [0; 8];
        for byte in bytes.iter_mut().take(N) {
            self.skip(0);
            *byte = *self.parts.get(self.part)?.get(self.at)?;
            self.at += 1;
        }
        usize::try_from(u64::from_le_bytes(bytes)).ok()
    }

    fn skip_characters(&mut self, length: usize, mut wide: bool) {
        let mut left = length;
        while let Some(data) = self.parts.get(self.part) {
            let size = if wide { 2 } else { 1 };
            let here = left.min(data.len().saturating_sub(self.at) / size);
            left -= here;
            self.at += here * size;
            if left == 0 {
                return;
            }
            self.part += 1;
            let next = self.parts.get(self.part).and_then(|data| data.first());
            wide = next.is_some_and(|flags| flags & 1 == 1);
            self.at = 1;
        }
    }

    /// Moves forward by `bytes`, into the next record where this one ends.
    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
        while let Some(data) = self.parts.get(self.part).filter(|data| self.at >= data.len()) {
            self.at -= data.len();
            self.part += 1;
        }
    }
}

/// Returns the code of a number format: a length and characters of one or two bytes. Zero bytes and length bytes
/// before the code are harmless where the variant is unknown.
fn format_code(data: &[u8]) -> String {
    let length = u16_at(data, 2).map_or(0, usize::from);
    match data.get(4) {
        Some(1) => {
            let units = data[5..].chunks_exact(2).take(length);
            let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect()
        }
        Some(0) if data.len() == length + 5 => data[5..].iter().map(|b| char::from(*b)).collect(),
        // Before Excel 97, the length has one byte.
        _ => data
            .iter()
            .skip(3)
            .map(|b| char::from(*b))
            .filter(|c| *c != '\0')
            .collect(),
    }
}
