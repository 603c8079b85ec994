//! What all sheets of an XLS workbook share: number formats, fonts, and shared texts.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::biff::{Records, u16_at, u32_at};
use crate::workbook::NumberFormat;

/// What all sheets share.
#[derive(Debug, Default)]
pub(super) struct Globals {
    /// Where the sheets begin.
    pub(super) sheets: Vec<u32>,
    /// The number format of each cell format (XF).
    pub(super) formats: Vec<NumberFormat>,
    /// Lengths of the shared texts in bytes, an upper bound.
    pub(super) texts: Vec<u32>,
    /// Letters of shared texts that are superscript, in units of UTF-16.
    pub(super) marks: HashMap<u32, Vec<Range<usize>>>,
}

impl Globals {
    pub(super) fn read(stream: &[u8]) -> Self {
        let mut out = Self::default();
        let mut xfs = Vec::new();
        let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
        let mut raised = HashSet::new();
        let mut fonts = 0_u16;
        let mut records = Records::new(stream, 0).peekable();
        while let Some((kind, data, _)) = records.next() {
            match kind {
                0x0085 => out.sheets.extend(u32_at(data, 0)),
                0x0031 => {
                    // There is no font 4: the fifth is called 5 ([MS-XLS] 2.5.129).
                    let number = if fonts < 4 { fonts } else { fonts.saturating_add(1) };
                    if u16_at(data, 8) == Some(1) {
                        raised.insert(number);
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
                    out.shared_texts(&parts, &raised);
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

    /// True for a cell format that does not show numbers as they are stored.
    pub(super) fn special(&self, xf: u16) -> bool {
        let format = self.formats.get(usize::from(xf));
        format.is_some_and(|format| !format.date && *format != NumberFormat::default())
    }

    /// Reads lengths and superscript runs of the shared texts ([MS-XLS] 2.5.293). A text
    /// may go on in the next record, which begins with a new flag.
    fn shared_texts(&mut self, parts: &[&[u8]], raised: &HashSet<u16>) {
        let mut at = Place { parts, part: 0, at: 0 };
        while let Some(data) = parts.get(at.part) {
            let (Some(letters), Some(flags)) = (u16_at(data, at.at), data.get(at.at + 2)) else {
                // What is left here is too short for a text: the next record begins with one.
                at.part += 1;
                at.at = 0;
                continue;
            };
            // A letter that was stored in one byte may become three.
            self.texts.push(u32::from(letters) * 3);
            at.at += 3;
            let runs = if flags & 8 == 0 { Some(0) } else { at.number::<2>() };
            let extra = if flags & 4 == 0 { Some(0) } else { at.number::<4>() };
            let (Some(runs), Some(extra)) = (runs, extra) else {
                break;
            };
            at.skip_letters(usize::from(letters), flags & 1 == 1);
            let mut marks = Vec::new();
            let mut open = None;
            for _ in 0..runs {
                let (Some(first), Some(font)) = (at.number::<2>(), at.number::<2>()) else {
                    break;
                };
                marks.extend(open.take().map(|start| start..first));
                if u16::try_from(font).is_ok_and(|font| raised.contains(&font)) {
                    open = Some(first);
                }
            }
            marks.extend(open.map(|start| start..usize::from(letters)));
            if !marks.is_empty() {
                let number = u32::try_from(self.texts.len() - 1).unwrap_or(u32::MAX);
                self.marks.insert(number, marks);
            }
            at.skip(extra);
        }
    }
}

/// A place in a record and those that continue it.
struct Place<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Place<'_> {
    /// A number of so many bytes, which may go on in the next record.
    fn number<const N: usize>(&mut self) -> Option<usize> {
        let mut bytes = [0; 8];
        for byte in bytes.iter_mut().take(N) {
            self.skip(0);
            *byte = *self.parts.get(self.part)?.get(self.at)?;
            self.at += 1;
        }
        usize::try_from(u64::from_le_bytes(bytes)).ok()
    }

    fn skip_letters(&mut self, letters: usize, mut wide: bool) {
        let mut left = letters;
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

    /// Goes on by so many bytes, into the next record where this one ends.
    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
        while let Some(data) = self.parts.get(self.part).filter(|data| self.at >= data.len()) {
            self.at -= data.len();
            self.part += 1;
        }
    }
}

/// The code of a number format: a length and letters of one or two bytes. Zero bytes and
/// the lengths before the format do no harm where the variant is not known.
fn format_code(data: &[u8]) -> String {
    let letters = u16_at(data, 2).map_or(0, usize::from);
    match data.get(4) {
        Some(1) => {
            let units = data[5..].chunks_exact(2).take(letters);
            let units = units.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect()
        }
        Some(0) if data.len() == letters + 5 => data[5..].iter().map(|b| char::from(*b)).collect(),
        // Before Excel 97: one byte of length.
        _ => data
            .iter()
            .skip(3)
            .map(|b| char::from(*b))
            .filter(|c| *c != '\0')
            .collect(),
    }
}
