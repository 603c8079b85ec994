//! Texts as they are kept: NFC, trimmed, one kind of space, nothing invisible.

use std::borrow::Cow;

use crate::Grid;

/// Cleans all texts of the sheets.
pub(crate) fn finish(sheets: &mut [Grid]) {
    for sheet in sheets {
        sheet.change_texts(|text| match clean(text) {
            Cow::Borrowed(same) if same.len() == text.len() => None,
            cleaned => Some(cleaned.into_owned()),
        });
    }
}

/// True when a text surely is in NFC and holds nothing that [`clean`] takes out, apart from
/// spaces at its ends: ASCII without controls and double spaces, and the composed letters
/// of Latin-1, Latin Extended-A and -B and Latin Extended Additional. A table of bytes, as
/// this is asked of every cell of a million rows.
fn plain(text: &[u8]) -> bool {
    let mut before = 0;
    for &byte in text {
        let odd = match byte {
            b' ' => before == b' ',
            0..0x20 | 0x7F => true,
            // Lead bytes U+00C0–U+01BF, whose letters are composed already.
            0x21..0x80 | 0xC3..=0xC6 => false,
            // U+1E80–U+1EFF: the second byte says so. Others with this lead are not plain.
            0xE1 => false,
            0x80..0xC0 => before == 0xE1 && byte != 0xBA && byte != 0xBB,
            _ => true,
        };
        if odd {
            return false;
        }
        before = byte;
    }
    true
}

/// A text without the apostrophe that programs put before what a spreadsheet would take for
/// a formula (`'-`) or a number (`'01`), and without what makes a constant of it (`="01"`).
/// Apostrophes around a text or within it stay.
fn unguarded(text: &str) -> &str {
    const APOSTROPHES: [char; 3] = ['\'', '’', '‘'];
    if let Some(inside) = constant(text) {
        return inside.trim_matches(' ');
    }
    match text.strip_prefix(APOSTROPHES) {
        Some(rest) if !rest.is_empty() && !rest.contains(APOSTROPHES) => {
            let rest = rest.trim_matches(' ');
            constant(rest).map_or(rest, |inside| inside.trim_matches(' '))
        }
        _ => text,
    }
}

/// The text in a formula that is nothing but a text.
fn constant(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix('=')?.trim_start_matches(' ');
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains('"')).then_some(inside)
}

/// The text as it is kept.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let text = unguarded(text.trim_matches(' '));
    if plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            // Line breaks, tabs and no-break spaces are spaces; domain::tidy joins them.
            '\u{0}'..='\u{20}' | '\u{7F}'..='\u{A0}' => visible.push(' '),
            // Soft hyphen, zero-width marks, direction marks, byte order mark.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => {}
            _ => visible.push(letter),
        }
    }
    Cow::Owned(domain::tidy(&visible))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_invisible_is_left() {
        for (written, kept) in [
            ("Hà Nội", "Hà Nội"),
            ("  Hà Nội ", "Hà Nội"),
            ("Hà\u{A0}Nội\u{200B}", "Hà Nội"),
            ("\u{FEFF}TT", "TT"),
            ("Cải cách\r\nthể chế", "Cải cách thể chế"),
            ("Ha\u{300} No\u{323}\u{302}i", "Hà Nội"),
            ("Bà Rịa  –  Vũng Tàu", "Bà Rịa – Vũng Tàu"),
            ("\u{A0}\t\u{3000}", ""),
            ("a\u{0}b", "a b"),
            ("'-", "-"),
            ("'01", "01"),
            ("'=1+1", "=1+1"),
            ("’-", "-"),
            ("=\"01\"", "01"),
            ("= \"Hà Nội\"", "Hà Nội"),
            ("'=\"01\"", "01"),
            ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
            ("'a'", "'a'"),
            ("Cư M'gar", "Cư M'gar"),
            ("'", "'"),
            ("", ""),
        ] {
            assert_eq!(clean(written), kept, "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn plain_texts_are_those_that_stay_as_they_are(text in "[ -~À-ỿ\u{300}-\u{323}\u{2000}-\u{206F}]{0,12}") {
            let kept = clean(&text).into_owned();
            prop_assert_eq!(&domain::tidy(&kept), &kept);
            let unguarded = unguarded(text.trim_matches(' '));
            if plain(unguarded.as_bytes()) {
                prop_assert_eq!(domain::tidy(unguarded), kept);
            }
        }
    }
}
