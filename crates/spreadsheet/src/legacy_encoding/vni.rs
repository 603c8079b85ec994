//! VNI, the encoding of fonts such as VNI-Times: a base letter followed by a Latin-1 character that is displayed as
//! its diacritics.

use unicode_normalization::UnicodeNormalization as _;

/// Letters with a single code: written, meant (lower case; capitals are analogous).
const SINGLE_LETTERS: [(char, char); 8] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
];

/// Diacritics: written, the letters they may follow, combining characters meant.
const MARKS: [(char, &str, &str); 17] = [
    ('ù', "aeiouyôö", "\u{301}"),
    ('ø', "aeiouyôö", "\u{300}"),
    ('û', "aeiouyôö", "\u{309}"),
    ('õ', "aeiouyôö", "\u{303}"),
    ('ï', "aeiouyôö", "\u{323}"),
    ('â', "aeo", "\u{302}"),
    ('á', "aeo", "\u{302}\u{301}"),
    ('à', "aeo", "\u{302}\u{300}"),
    ('å', "aeo", "\u{302}\u{309}"),
    ('ã', "aeo", "\u{302}\u{303}"),
    ('ä', "aeo", "\u{302}\u{323}"),
    ('ê', "a", "\u{306}"),
    ('é', "a", "\u{306}\u{301}"),
    ('è', "a", "\u{306}\u{300}"),
    ('ú', "a", "\u{306}\u{309}"),
    ('ü', "a", "\u{306}\u{303}"),
    ('ë', "a", "\u{306}\u{323}"),
];

fn to_lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn single_letter(written: char) -> Option<char> {
    let meant = match to_lower(written) {
        'î' => 'ỵ',
        low => SINGLE_LETTERS.iter().find(|(w, _)| *w == low)?.1,
    };
    Some(if written.is_uppercase() {
        meant.to_uppercase().next().unwrap_or(meant)
    } else {
        meant
    })
}

fn marks(base: char, written: char) -> Option<&'static str> {
    let (base, written) = (to_lower(base), to_lower(written));
    MARKS
        .iter()
        .find(|(mark, after, _)| *mark == written && after.contains(base))
        .map(|(_, _, marks)| *marks)
}

/// Converts the text to Unicode.
pub(super) fn convert(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(single_letter(letter).unwrap_or(letter));
        if let Some(combining) = letters.peek().and_then(|next| marks(letter, *next)) {
            out.push_str(combining);
            letters.next();
        }
    }
    out.nfc().collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Encodes a text in VNI.
    pub(crate) fn encode(text: &str) -> String {
        let mut out = String::new();
        for meant in text.chars() {
            let cased = |letter: char| {
                if meant.is_uppercase() {
                    letter.to_uppercase().next().unwrap()
                } else {
                    letter
                }
            };
            let low = to_lower(meant);
            if low == 'ỵ' {
                out.push(cased('î'));
                continue;
            }
            if let Some((written, _)) = SINGLE_LETTERS.iter().find(|(_, m)| *m == low) {
                out.push(cased(*written));
                continue;
            }
            let parts: Vec<char> = std::iter::once(low).nfd().collect();
            let (base, rest) = match parts.as_slice() {
                ['o', '\u{31B}', rest @ ..] => ('ô', rest),
                ['u', '\u{31B}', rest @ ..] => ('ö', rest),
                [base, rest @ ..] => (*base, rest),
                [] => unreachable!(),
            };
            out.push(cased(base));
            let mut marks: Vec<char> = rest.to_vec();
            // In NFD, the dot below precedes the circumflex.
            marks.sort_by_key(|m| !matches!(m, '\u{302}' | '\u{306}'));
            let wanted: String = marks.into_iter().collect();
            if !wanted.is_empty() {
                let combining = MARKS.iter().find(|(_, after, m)| *m == wanted && after.contains(base));
                out.push(cased(combining.unwrap().0));
            }
        }
        out
    }

    #[test]
    fn common_words_are_converted() {
        for (written, meant) in [
            ("Haø Noäi", "Hà Nội"),
            ("Tænh, thaønh phoá", "Tỉnh, thành phố"),
            ("Chæ soá caûi caùch haønh chính", "Chỉ số cải cách hành chính"),
            ("Xeáp haïng", "Xếp hạng"),
            ("Ñaék Laék", "Đắk Lắk"),
            ("Thöøa Thieân - Hueá", "Thừa Thiên - Huế"),
            ("Baø Ròa - Vuõng Taøu", "Bà Rịa - Vũng Tàu"),
            ("TAØI CHÍNH", "TÀI CHÍNH"),
            ("Myõ Thuaän", "Mỹ Thuận"),
            ("86,67", "86,67"),
        ] {
            assert_eq!(convert(written), meant);
        }
    }
}
