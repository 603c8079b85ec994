//! Normalises texts: NFC, trimmed, one kind of space, no invisible characters.

use std::borrow::Cow;

use crate::Grid;

/// Normalises all texts of the sheets.
pub(crate) fn finish(sheets: &mut [Grid]) {
    for sheet in sheets {
        sheet.change_texts(|text| match clean(text) {
            Cow::Borrowed(same) if same.len() == text.len() => None,
            cleaned => Some(cleaned.into_owned()),
        });
    }
}

/// Returns true if a text is certainly in NFC and contains nothing that [`clean`] removes, apart from spaces at its
/// ends: ASCII without control characters and double spaces, and the composed letters of Latin-1, Latin Extended-A and
/// -B and Latin Extended Additional. Works on bytes because it runs on every cell of a million rows.
fn plain(text: &[u8]) -> bool {
    let mut previous = 0;
    for &byte in text {
        let odd = match byte {
            b' ' => previous == b' ',
            0..0x20 | 0x7F => true,
            // Lead bytes of U+00C0–U+01BF, which are precomposed letters.
            0x21..0x80 | 0xC3..=0xC6 => false,
            // U+1E80–U+1EFF, as the second byte confirms. Other characters with this lead byte are not plain.
            0xE1 => false,
            0x80..0xC0 => previous == 0xE1 && byte != 0xBA && byte != 0xBB,
            _ => true,
        };
        if odd {
            return false;
        }
        previous = byte;
    }
    true
}

/// Strips the apostrophe that programs put before what a spreadsheet would read as a formula (`'-`) or a number
/// (`'01`), and the constant formula around a text (`="01"`). Apostrophes around or within a text are left unchanged.
fn strip_guard(text: &str) -> &str {
    const APOSTROPHES: [char; 3] = ['\'', '’', '‘'];
    if let Some(inside) = constant_formula(text) {
        return inside.trim_matches(' ');
    }
    match text.strip_prefix(APOSTROPHES) {
        Some(rest) if !rest.is_empty() && !rest.contains(APOSTROPHES) => {
            let rest = rest.trim_matches(' ');
            constant_formula(rest).map_or(rest, |inside| inside.trim_matches(' '))
        }
        _ => text,
    }
}

/// Returns the text of a formula that is only a quoted text; `None` for anything else.
fn constant_formula(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix('=')?.trim_start_matches(' ');
    let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains('"')).then_some(inside)
}

/// Returns the normalised text; borrowed if at most its ends change.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let text = strip_guard(text.trim_matches(' '));
    if plain(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // Line breaks, tabs and no-break spaces become spaces; domain::tidy collapses them.
            '\u{0}'..='\u{20}' | '\u{7F}'..='\u{A0}' => visible.push(' '),
            // Soft hyphen, zero-width characters, directional marks, byte order mark.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => {}
            _ => visible.push(character),
        }
    }
    Cow::Owned(domain::tidy(&visible))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_normalised() {
        for (written, cleaned) in [
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
            assert_eq!(clean(written), cleaned, "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn plain_texts_are_already_normalised(text in "[ -~À-ỿ\u{300}-\u{323}\u{2000}-\u{206F}]{0,12}") {
            let cleaned = clean(&text).into_owned();
            prop_assert_eq!(&domain::tidy(&cleaned), &cleaned);
            let unprotected = strip_guard(text.trim_matches(' '));
            if plain(unprotected.as_bytes()) {
                prop_assert_eq!(domain::tidy(unprotected), cleaned);
            }
        }
    }
}
