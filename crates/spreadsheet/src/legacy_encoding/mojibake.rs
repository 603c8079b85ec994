//! UTF-8 that was read as Windows-1252: `Ná»™i` for `Nội`.

use std::iter::Peekable;
use std::str::Chars;

/// Letters of Windows-1252 for the bytes 80–9F; bytes that it leaves open are read as the
/// control characters of Latin-1.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

fn byte(letter: char) -> Option<u8> {
    let code = letter as u32;
    if let Some(at) = HIGH.iter().position(|l| *l == letter) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(code).ok()
}

/// The bytes that were read wrongly. A no-break space is often an ordinary one by now: `Ã`
/// before one is the beginning of `à`, which has no other end.
fn bytes(mut letters: Peekable<Chars<'_>>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while let Some(letter) = letters.next() {
        out.push(byte(letter)?);
        if letter == 'Ã' && matches!(letters.peek(), Some(' ') | None) {
            letters.next();
            out.push(0xA0);
        }
    }
    Some(out)
}

/// The text as it was meant; nothing when it is no UTF-8.
pub(super) fn convert(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    String::from_utf8(bytes(text.chars().peekable())?).ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The text as a program shows it that takes UTF-8 for Windows-1252.
    pub(crate) fn encode(text: &str) -> String {
        text.bytes()
            .map(|b| match b {
                0x80..=0x9F => HIGH[usize::from(b) - 0x80],
                _ => char::from(b),
            })
            .collect()
    }

    #[test]
    fn the_famous_cases() {
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
