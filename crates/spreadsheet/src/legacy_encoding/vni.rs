//! VNI, the letters of fonts such as VNI-Times: a plain letter and, behind it, a letter of
//! Latin-1 that is shown as its marks.

use unicode_normalization::UnicodeNormalization as _;

/// Letters that stand for themselves: written, meant (small; capitals are alike).
const WHOLE: [(char, char); 8] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
];

/// Marks behind a letter: written, the letters it may follow, combining marks meant.
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

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

fn whole(written: char) -> Option<char> {
    let meant = match small(written) {
        'î' => 'ỵ',
        low => WHOLE.iter().find(|(w, _)| *w == low)?.1,
    };
    Some(if written.is_uppercase() {
        meant.to_uppercase().next().unwrap_or(meant)
    } else {
        meant
    })
}

fn marks(behind: char, written: char) -> Option<&'static str> {
    let (behind, written) = (small(behind), small(written));
    MARKS
        .iter()
        .find(|(mark, after, _)| *mark == written && after.contains(behind))
        .map(|(_, _, marks)| *marks)
}

/// The text in Unicode.
pub(super) fn convert(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(whole(letter).unwrap_or(letter));
        if let Some(found) = letters.peek().and_then(|next| marks(letter, *next)) {
            out.push_str(found);
            letters.next();
        }
    }
    out.nfc().collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The text as such fonts have it.
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
            let low = small(meant);
            if low == 'ỵ' {
                out.push(cased('î'));
                continue;
            }
            if let Some((written, _)) = WHOLE.iter().find(|(_, m)| *m == low) {
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
            // The dot below comes before the circumflex in NFD.
            marks.sort_by_key(|m| !matches!(m, '\u{302}' | '\u{306}'));
            let wanted: String = marks.into_iter().collect();
            if !wanted.is_empty() {
                let found = MARKS.iter().find(|(_, after, m)| *m == wanted && after.contains(base));
                out.push(cased(found.unwrap().0));
            }
        }
        out
    }

    #[test]
    fn words_of_offices() {
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
