//! UTF-8 that was decoded as Windows-1252: `Ná»™i` for `Nội`.

use std::iter::Peekable;
use std::str::Chars;

/// Characters of Windows-1252 for the bytes 80–9F; undefined bytes are the C1 control characters, as in Latin-1.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn byte(character: char) -> Option<u8> {
    let code = character as u32;
    if let Some(at) = HIGH.iter().position(|l| *l == character) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(code).ok()
}

/// Recovers the bytes that were decoded wrongly; `None` if a character has none. A no-break space has often been
/// replaced by an ordinary one since: `Ã` before a space is the first byte of `à`, whose second byte is the no-break
/// space.
fn recover_bytes(mut characters: Peekable<Chars<'_>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while let Some(character) = characters.next() {
        out.push(byte(character)?);
        if character == 'Ã' && matches!(characters.peek(), Some(' ') | None) {
            characters.next();
            out.push(0xA0);
        }
    }
    Some(out)
}

/// Returns the intended text; `None` if the bytes are not valid UTF-8.
pub(super) fn convert(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    String::from_utf8(recover_bytes(text.chars().peekable())?).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Returns the UTF-8 text as a program displays it that decodes it as Windows-1252.
    pub(crate) fn encode(text: &str) -> String {
        text.bytes()
            .map(|b| match b {
                0x80..=0x9F => HIGH[usize::from(b) - 0x80],
                _ => char::from(b),
            })
            .collect()
    }

    #[test]
    fn well_known_cases_are_converted() {
        for (written, meant) in [
            ("HÃ\u{A0} Ná»™i", Some("Hà Nội")),
            ("HÃ  Ná»™i", Some("Hà Nội")),
            ("Tá»‰nh", Some("Tỉnh")),
            ("Ä\u{90}áº¯k Láº¯k", Some("Đắk Lắk")),
            ("Hà Nội", None),
            ("Ha Noi", None),
        ] {
            assert_eq!(convert(written).as_deref(), meant, "{written}");
        }
    }
}
