//! Recognises footnote marks after figures and names: `60,74 (1)`, `60,74¹`, `Hà Nội*`, `Hà Nội [a]`.

/// Characters that are footnote marks by themselves.
const SIGNS: &[char] = &[
    '*', '†', '‡', '§', '¶', '#', '¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁽', '⁾', 'ª', 'º', 'ᵃ', 'ᵇ', 'ᶜ',
    'ᵈ', 'ᵉ',
];

/// Returns the text before a footnote mark; `None` if it does not end with one. Digits and letters are marks only in
/// brackets.
pub(crate) fn without_mark(text: &str) -> Option<&str> {
    let cut = text.trim_end_matches(SIGNS);
    let before = if cut.len() < text.len() { cut } else { bracketed(text)? };
    let before = before.trim_end();
    (!before.is_empty()).then_some(before)
}

/// Returns the text before ` (1)`, `(*)`, `[a]`, `1)`.
fn bracketed(text: &str) -> Option<&str> {
    let (before, mark) = match text.strip_suffix(')') {
        Some(rest) => rest.rsplit_once('(')?,
        None => text.strip_suffix(']')?.rsplit_once('[')?,
    };
    let digits = mark.bytes().all(|b| b.is_ascii_digit());
    let letter = mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_alphabetic());
    let signs = mark.chars().all(|c| SIGNS.contains(&c));
    (!mark.is_empty() && (signs || letter || (digits && mark.len() <= 2))).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::without_mark;

    #[test]
    fn marks_are_separated_from_the_text_before_them() {
        for (text, before) in [
            ("60,74 (1)", Some("60,74")),
            ("60,74[2]", Some("60,74")),
            ("60,74¹", Some("60,74")),
            ("60,74⁽¹⁾", Some("60,74")),
            ("Hà Nội **", Some("Hà Nội")),
            ("Hà Nội (a)", Some("Hà Nội")),
            ("Hà Nội†", Some("Hà Nội")),
            ("Hà Nội (cũ)", None),
            ("PAPI (2016)", None),
            ("60,74", None),
            ("(1)", None),
            ("*", None),
        ] {
            assert_eq!(without_mark(text), before, "{text}");
        }
    }
}
