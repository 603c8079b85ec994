//! Fonts of a PDF: the characters and widths of the codes in a text (ISO 32000-1, 9.5-9.10).

use std::collections::HashMap;
use std::rc::Rc;

use domain::upload::Issue;
use encoding_rs::{MACINTOSH, WINDOWS_1252};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};

use super::glyphs::decoded;
use crate::budget::Budget;

/// Width of a glyph that the file does not define, in thousandths of the font size.
const DEFAULT_WIDTH: f64 = 500.0;

/// Maximum number of entries of a width list.
const WIDTHS: usize = 70_000;

/// The properties of a font that text extraction needs.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Whether codes have two bytes.
    two_byte: bool,
    to_unicode: Option<CMap>,
    /// From codes to glyphs, in two-byte fonts with an embedded CMap.
    to_glyph: Option<CMap>,
    /// Characters of one-byte codes that the font's `Differences` array names.
    names: HashMap<u32, String>,
    macintosh: bool,
    widths: HashMap<u32, f64>,
    default_width: f64,
}

/// A glyph of a text.
pub(super) struct FontGlyph {
    pub(super) text: String,
    /// As a fraction of the font size.
    pub(super) width: f64,
    pub(super) is_space: bool,
}

/// Fonts that were already read.
#[derive(Debug, Default)]
pub(super) struct Fonts(HashMap<ObjectIdentifier, Rc<Font>>);

impl Fonts {
    pub(super) fn get(&mut self, dict: &Dict<'_>, budget: &Budget) -> Result<Rc<Font>, Issue> {
        let id = dict.obj_id();
        if let Some(cached) = id.and_then(|id| self.0.get(&id)) {
            return Ok(Rc::clone(cached));
        }
        let font = Rc::new(Font::read(dict, budget)?);
        if let Some(id) = id {
            self.0.insert(id, Rc::clone(&font));
        }
        Ok(font)
    }
}

impl Font {
    fn read(dict: &Dict<'_>, budget: &Budget) -> Result<Self, Issue> {
        let mut font = Self {
            default_width: DEFAULT_WIDTH,
            ..Self::default()
        };
        if let Some(stream) = dict.get::<Stream<'_>>("ToUnicode") {
            font.to_unicode = CMap::parse(&decoded(&stream, budget)?, |_| None);
        }
        let descendant = dict.get::<Array<'_>>("DescendantFonts");
        let descendant = descendant.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        match descendant {
            Some(descendant) => {
                font.two_byte = true;
                font.default_width = number(&descendant, "DW").unwrap_or(1000.0);
                if let Some(stream) = dict.get::<Stream<'_>>("Encoding") {
                    font.to_glyph = CMap::parse(&decoded(&stream, budget)?, |_| None);
                }
                if let Some(widths) = descendant.get::<Array<'_>>("W") {
                    font.two_byte_widths(&widths);
                }
            }
            None => {
                font.simple_widths(dict);
                font.encoding(dict);
            }
        }
        Ok(font)
    }

    fn simple_widths(&mut self, dict: &Dict<'_>) {
        let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
        let missing = descriptor.and_then(|d| number(&d, "MissingWidth")).filter(|w| *w > 0.0);
        self.default_width = missing.unwrap_or(DEFAULT_WIDTH);
        let first = number(dict, "FirstChar").unwrap_or(0.0) as u32;
        if let Some(widths) = dict.get::<Array<'_>>("Widths") {
            let widths = widths.iter::<f64>().take(256);
            self.widths.extend((first..).zip(widths));
        }
    }

    /// Reads widths in the forms `c [w1 w2 …]` or `first last w` (9.7.4.3).
    fn two_byte_widths(&mut self, list: &Array<'_>) {
        let mut numbers = Vec::new();
        for item in list.iter::<Object<'_>>() {
            match item {
                Object::Number(number) => numbers.push(number.as_f64()),
                Object::Array(widths) => {
                    let first = numbers.pop().unwrap_or(0.0) as u32;
                    numbers.clear();
                    self.widths.extend((first..).zip(widths.iter::<f64>().take(WIDTHS)));
                }
                _ => {}
            }
            if let [first, last, width] = numbers[..] {
                let range = first as u32..=(last as u32).min(0xFFFF);
                self.widths.extend(range.map(|code| (code, width)));
                numbers.clear();
            }
            if self.widths.len() > WIDTHS {
                return;
            }
        }
    }

    fn encoding(&mut self, dict: &Dict<'_>) {
        let embedded = dict.get::<Dict<'_>>("Encoding");
        let named = dict.get::<Name<'_>>("Encoding");
        let base = named.or_else(|| embedded.as_ref()?.get::<Name<'_>>("BaseEncoding"));
        self.macintosh = base.is_some_and(|name| name.as_ref() == b"MacRomanEncoding");
        let differences = embedded.and_then(|embedded| embedded.get::<Array<'_>>("Differences"));
        let mut code = 0_u32;
        for item in differences.iter().flat_map(Array::iter::<Object<'_>>).take(WIDTHS) {
            match item {
                Object::Number(number) => code = number.as_f64() as u32,
                Object::Name(name) => {
                    if let Some(text) = glyph_text(name.as_str()) {
                        self.names.insert(code, text);
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    /// Decodes the glyphs of a text, in order.
    pub(super) fn glyphs<'f>(&'f self, bytes: &'f [u8]) -> impl Iterator<Item = FontGlyph> + 'f {
        bytes.chunks(if self.two_byte { 2 } else { 1 }).map(|code| {
            let number = code.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
            let length = u8::try_from(code.len()).unwrap_or(1);
            let glyph = match &self.to_glyph {
                Some(map) => map.lookup_cid_code(number, length).unwrap_or(number),
                None => number,
            };
            FontGlyph {
                text: self.text(number),
                width: self.widths.get(&glyph).copied().unwrap_or(self.default_width) / 1000.0,
                is_space: code == b" ",
            }
        })
    }

    /// Returns the text of a code; U+FFFD if the file does not define it.
    fn text(&self, code: u32) -> String {
        let mapped = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code));
        match mapped {
            Some(BfString::Char(character)) => return character.to_string(),
            Some(BfString::String(text)) => return text,
            None => {}
        }
        if let Some(name) = self.names.get(&code) {
            return name.clone();
        }
        let byte = u8::try_from(code).ok().filter(|_| !self.two_byte);
        let encoding = if self.macintosh { MACINTOSH } else { WINDOWS_1252 };
        byte.map_or_else(
            || "\u{FFFD}".to_owned(),
            |byte| encoding.decode_without_bom_handling(&[byte]).0.into_owned(),
        )
    }
}

fn number(dict: &Dict<'_>, key: &str) -> Option<f64> {
    dict.get::<f64>(key)
}

/// Returns the text of a glyph name (Adobe Glyph List): names of code points, single characters, and the few words
/// that figures need; `None` for any other name.
fn glyph_text(name: &str) -> Option<String> {
    let name = name.split('.').next().unwrap_or(name);
    let hex = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))
        .filter(|hex| hex.len() >= 4);
    let by_code = hex.and_then(|hex| u32::from_str_radix(hex.get(..hex.len().min(6))?, 16).ok());
    if let Some(character) = by_code.and_then(char::from_u32) {
        return Some(character.to_string());
    }
    if name.chars().count() == 1 {
        return Some(name.to_owned());
    }
    let words = [
        ("space", " "),
        ("zero", "0"),
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("comma", ","),
        ("period", "."),
        ("hyphen", "-"),
        ("minus", "−"),
        ("endash", "–"),
        ("slash", "/"),
        ("colon", ":"),
        ("semicolon", ";"),
        ("percent", "%"),
        ("parenleft", "("),
        ("parenright", ")"),
        ("asterisk", "*"),
        ("dcroat", "đ"),
        ("Dcroat", "Đ"),
        ("ohorn", "ơ"),
        ("Ohorn", "Ơ"),
        ("uhorn", "ư"),
        ("Uhorn", "Ư"),
        ("abreve", "ă"),
        ("Abreve", "Ă"),
    ];
    let word = words.iter().find(|(word, _)| *word == name);
    if let Some((_, text)) = word {
        return Some((*text).to_owned());
    }
    // A base letter and its diacritic, such as "acircumflex".
    let marks = [
        ("circumflex", '\u{302}'),
        ("acute", '\u{301}'),
        ("grave", '\u{300}'),
        ("tilde", '\u{303}'),
    ];
    marks.iter().find_map(|(mark, sign)| {
        let base = name.strip_suffix(mark).filter(|base| base.len() == 1)?;
        Some(format!("{base}{sign}"))
    })
}

#[cfg(test)]
mod tests {
    use super::glyph_text;

    #[test]
    fn glyph_names_are_resolved() {
        for (name, text) in [
            ("uni1EA1", Some("ạ")),
            ("u1EA1", Some("ạ")),
            ("A", Some("A")),
            ("seven", Some("7")),
            ("comma.alt", Some(",")),
            ("acircumflex", Some("a\u{302}")),
            ("g123x", None),
        ] {
            assert_eq!(glyph_text(name).as_deref(), text, "{name}");
        }
    }
}
