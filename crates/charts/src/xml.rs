//! Escaping of text in XML.

use std::fmt::Write as _;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// Appends `text`, escaped for use between tags or in a double-quoted attribute. Characters that XML does not allow are
/// removed; accents are composed, because nothing here shapes text.
pub(crate) fn escape(text: &str, out: &mut String) {
    if is_nfc(text) {
        append(text.chars(), out);
    } else {
        append(text.nfc(), out);
    }
}

fn append(chars: impl Iterator<Item = char>, out: &mut String) {
    for c in chars {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// Appends an element with an id and escaped text.
pub(crate) fn element(name: &str, id: &str, text: &str, out: &mut String) {
    let _ = write!(out, r#"<{name} id="{id}">"#);
    escape(text, out);
    let _ = write!(out, "</{name}>");
}

#[cfg(test)]
mod tests {
    #[test]
    fn hostile_text_stays_text() {
        let mut out = String::new();
        super::escape("<b a=\"1\">&\u{0}\u{8}\nĐ", &mut out);
        assert_eq!(out, "&lt;b a=&quot;1&quot;&gt;&amp; Đ");
    }

    #[test]
    fn accents_are_composed() {
        let mut out = String::new();
        super::escape("Đa\u{300} Nă\u{303}ng", &mut out);
        assert_eq!(out, "Đà Nẵng");
    }
}
