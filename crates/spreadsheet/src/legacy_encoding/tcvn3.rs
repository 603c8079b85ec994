//! TCVN3 (ABC), the encoding of fonts such as .VnTime: one Latin-1 byte per letter.

/// The letters at U+00A1–U+00FE; `\0` where the fonts define none.
const LETTERS: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', '\0', // A1–AF
    '\0', '\0', '\0', '\0', '\0', 'à', 'ả', 'ã', 'á', 'ạ', '\0', 'ằ', 'ẳ', 'ẵ', 'ắ', '\0', // B0–BF
    '\0', '\0', '\0', '\0', '\0', '\0', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', '\0', 'ẻ', 'ẽ', // C0–CF
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', '\0', '\0', '\0', 'ĩ', 'í', 'ị', 'ò', // D0–DF
    '\0', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù', // E0–EF
    '\0', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ', // F0–FE
];

fn letter(written: char) -> char {
    let at = (written as usize).checked_sub(0xA1);
    match at.and_then(|at| LETTERS.get(at)) {
        None | Some('\0') => written,
        Some(meant) => *meant,
    }
}

/// Converts the text to Unicode.
pub(super) fn convert(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for word in text.split_inclusive(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
        convert_word(word, &mut out);
    }
    out
}

/// Capital letters with tones exist only in capital fonts (.VnTimeH), where they have the bytes of small letters: `TµI
/// CHÝNH` is TÀI CHÍNH. A single capital starts a word.
fn convert_word(word: &str, out: &mut String) {
    let mut ascii = word.chars().filter(char::is_ascii_alphabetic);
    let is_upper_case = ascii.clone().count() > 1 && ascii.all(|c| c.is_ascii_uppercase());
    for meant in word.chars().map(letter) {
        if is_upper_case {
            out.extend(meant.to_uppercase());
        } else {
            out.push(meant);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Encodes a text in TCVN3; `None` if a letter has no code.
    pub(crate) fn encode(text: &str) -> Option<String> {
        let one = |meant: char| {
            if meant.is_ascii() {
                return Some(meant);
            }
            let at = LETTERS.iter().position(|l| *l == meant)?;
            char::from_u32(u32::try_from(at).ok()? + 0xA1)
        };
        text.chars().map(one).collect()
    }

    #[test]
    fn common_words_are_converted() {
        for (written, meant) in [
            ("Hµ Néi", "Hà Nội"),
            ("TØnh, thµnh phè", "Tỉnh, thành phố"),
            ("ChØ sè c¶i c¸ch hµnh chÝnh", "Chỉ số cải cách hành chính"),
            ("XÕp h¹ng", "Xếp hạng"),
            ("§¾k L¾k", "Đắk Lắk"),
            ("Thõa Thiªn - HuÕ", "Thừa Thiên - Huế"),
            ("Bµ RÞa - Vòng Tµu", "Bà Rịa - Vũng Tàu"),
            ("TµI CHÝNH", "TÀI CHÍNH"),
            ("86,67", "86,67"),
        ] {
            assert_eq!(convert(written), meant);
        }
    }

    #[test]
    fn every_letter_has_one_code() {
        let mut letters: Vec<char> = LETTERS.into_iter().filter(|l| *l != '\0').collect();
        assert_eq!(letters.len(), 7 + 7 + 12 * 5);
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 74);
    }
}
