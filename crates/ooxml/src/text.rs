//! Cleans texts for files and estimates their size.

use unicode_normalization::UnicodeNormalization;

/// Returns whether a character is not allowed in XML 1.0 or invisible: control characters and
/// noncharacters.
pub(crate) fn forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Returns the text in NFC, on one line, without forbidden characters.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })
        .filter(|c| !forbidden(*c))
        .nfc()
        .collect()
}

/// Returns a web address with all characters percent-encoded that are not allowed in a URI; `None` for other
/// schemes and for relative addresses, which have no meaning outside the website.
pub(crate) fn link(address: &str) -> Option<String> {
    let address = clean(address.trim());
    if !(address.starts_with("https://") || address.starts_with("http://")) {
        return None;
    }
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

/// Converts a count to a floating-point number.
pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// Returns the width of a text on one line, in points: a conservative estimate, since the font that will
/// be used is unknown.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    number(text.chars().count()) * size * 0.54
}

/// Returns the number of lines that a text needs in a width of `available` points; at least one.
pub(crate) fn lines(text: &str, size: f64, available: f64) -> f64 {
    let (mut lines, mut used) = (1.0, 0.0);
    for word in text.split(' ') {
        let word = width(word, size) + 0.3 * size;
        if used > 0.0 && used + word > available {
            lines += 1.0;
            used = 0.0;
        }
        used += word;
        if used > available {
            // A word wider than a line is broken.
            lines += (used / available).floor();
            used %= available;
        }
    }
    lines
}

/// Returns the first of `sizes`, which descend, at which a text needs at most `max_lines` lines; otherwise the last.
pub(crate) fn fit(text: &str, available: f64, max_lines: f64, sizes: &[f64]) -> f64 {
    let fits = |size: &&f64| lines(text, **size, available) <= max_lines;
    sizes
        .iter()
        .find(fits)
        .or(sizes.last())
        .copied()
        .unwrap_or(crate::theme::BODY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links_and_they_are_encoded() {
        assert_eq!(
            link("https://thuocdo.vn/t?n=Huế x"),
            Some("https://thuocdo.vn/t?n=Hu%E1%BA%BF%20x".to_owned())
        );
        assert_eq!(link("javascript:alert(1)"), None);
        assert_eq!(link("/vi/pci"), None);
    }

    #[test]
    fn texts_become_one_line_in_nfc() {
        assert_eq!(clean("Hue\u{302}\u{301}\u{0}\n2\u{b}"), "Huế 2");
    }

    #[test]
    fn long_texts_get_a_smaller_font_size() {
        let sizes = [26.0, 20.0, 16.0];
        assert_eq!(fit("ngắn", 800.0, 2.0, &sizes), 26.0);
        assert_eq!(fit(&"dài lắm ".repeat(30), 800.0, 2.0, &sizes), 16.0);
        assert_eq!(lines(&"x".repeat(100), 10.0, 100.0), 6.0);
    }
}
