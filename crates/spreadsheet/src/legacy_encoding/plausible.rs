//! Estimates how much a text looks like Vietnamese: whether its words with diacritics are possible syllables of the
//! language. Wrongly decoded bytes hardly ever form such syllables.

use std::ops::AddAssign;

use unicode_normalization::UnicodeNormalization as _;

/// Initial consonants of a syllable; the empty one is last.
const ONSETS: [&str; 34] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "kr", "kl", "ph", "pl", "pr", "qu", "th", "tr", "br", "đr", "b", "c",
    "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// Vowels that a final consonant may follow, without tones.
const BEFORE_ENDING: [&str; 25] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê", "oa", "oă", "oe", "oo", "uâ", "uê", "uô", "uy",
    "uyê", "ươ", "yê", "uă",
];

/// Vowels at the end of a syllable, without tones.
const LAST: [&str; 51] = [
    "a", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iu",
    "iêu", "oa", "oe", "oi", "oai", "oay", "oeo", "ôi", "ơi", "ua", "uê", "ui", "uơ", "uy", "uya", "uyu", "uây", "uôi",
    "ưa", "ưi", "ưu", "ươi", "ươu", "yêu", "uao", "uai", "uay", "êa", "ya", "ue", "oao",
];

/// Final consonants; `k` occurs in names of the Central Highlands.
const ENDINGS: [&str; 9] = ["c", "ch", "m", "n", "ng", "nh", "p", "t", "k"];

/// Final consonants that allow only the tones sắc and nặng.
const STOPS: [&str; 5] = ["c", "ch", "p", "t", "k"];

/// Syllables that are common in tables of provinces and therefore count double.
const COMMON: [&str; 16] = [
    "tỉnh", "thành", "phố", "chỉ", "số", "xếp", "hạng", "điểm", "năm", "tổng", "hà", "nội", "cải", "hành", "chính",
    "bảng",
];

/// The numbers of words with diacritics that can be Vietnamese and that cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plausibility {
    /// Possible syllables.
    pub(crate) good: u32,
    /// Impossible syllables.
    pub(crate) bad: u32,
}

impl AddAssign for Plausibility {
    fn add_assign(&mut self, other: Self) {
        self.good += other.good;
        self.bad += other.bad;
    }
}

impl Plausibility {
    /// Evaluates a text in NFC. Words without diacritics are not counted.
    pub(crate) fn of(text: &str) -> Self {
        let mut sum = Self::default();
        for word in text.split(|c| !is_word_character(c)).filter(|word| !word.is_ascii()) {
            match syllable(word) {
                Some(true) if COMMON.contains(&word.to_lowercase().as_str()) => sum.good += 2,
                Some(true) => sum.good += 1,
                Some(false) => sum.bad += 1,
                None => {}
            }
        }
        sum
    }

    /// Returns a ratio from -1 (cannot be Vietnamese) to 1; 0 if there is no evidence.
    pub(crate) fn ratio(self) -> f64 {
        let total = f64::from(self.good + self.bad);
        if total == 0.0 {
            return 0.0;
        }
        (f64::from(self.good) - f64::from(self.bad)) / total
    }
}

/// Returns true for letters, and for characters that take their place in wrongly decoded text.
fn is_word_character(character: char) -> bool {
    character.is_alphabetic()
        || matches!(character, '\u{80}'..='\u{9F}' | '\u{A1}'..='\u{AF}' | '\u{B5}'..='\u{BF}' | '\u{D7}' | '\u{F7}' | '\u{FFFD}')
}

/// Returns whether a word is a possible syllable; `None` if it is not a word: signs such as `°` alone, abbreviations
/// without vowels such as `HĐND`.
fn syllable(word: &str) -> Option<bool> {
    if !word.chars().any(char::is_alphabetic) {
        return None;
    }
    let tail = word.chars().skip(1);
    let has_mixed_case = tail.clone().any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let mut plain = String::new();
    let mut tones = Vec::new();
    for character in word.to_lowercase().nfd() {
        match character {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(character),
            _ => plain.push(character),
        }
    }
    let plain: String = plain.nfc().collect();
    let is_base_letter = |c: char| c.is_ascii_lowercase() || "ăâêôơưđ".contains(c);
    if !plain.chars().all(is_base_letter) {
        return Some(false);
    }
    if !plain.contains(is_vowel) && tones.is_empty() {
        return None;
    }
    let sharp = tones.iter().all(|tone| matches!(tone, '\u{301}' | '\u{323}'));
    Some(!has_mixed_case && tones.len() < 2 && ONSETS.iter().any(|onset| has_rhyme(&plain, onset, sharp)))
}

fn is_vowel(character: char) -> bool {
    "aăâeêioôơuưy".contains(character)
}

/// Returns whether the onset is followed by a valid vowel and ending; `sharp` is true if the tone is one that a final
/// stop allows.
fn has_rhyme(plain: &str, onset: &str, sharp: bool) -> bool {
    plain.strip_prefix(onset).is_some_and(|rest| {
        let (vowels, ending) = rest.split_at(rest.find(|c| !is_vowel(c)).unwrap_or(rest.len()));
        match ending {
            "" => LAST.contains(&vowels),
            _ => BEFORE_ENDING.contains(&vowels) && ENDINGS.contains(&ending) && (sharp || !STOPS.contains(&ending)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_plausible() {
        let text = "Tỉnh Thừa Thiên Huế, Đắk Lắk, Bắc Kạn, quận Gò Vấp, giếng gì, nghiêng, khuỷu, UBND – HĐND, 5 °C, \
                    được, rượu, quyết định, hoà, hòa, ĐIỆN BIÊN, Đ";
        for word in text.split(' ') {
            assert_eq!(Plausibility::of(word).bad, 0, "{word}");
        }
        assert!(Plausibility::of(text).good > 15);
    }

    #[test]
    fn every_province_is_plausible() {
        let catalogue = include_str!("../../../../data/catalogue/provinces.csv");
        for row in catalogue.lines().skip(1) {
            let name = row.split(',').nth(4).unwrap();
            assert_eq!(Plausibility::of(name).bad, 0, "{name}");
        }
    }

    #[test]
    fn wrongly_decoded_text_is_not_plausible() {
        for text in [
            "Hµ",
            "Néi",
            "TØnh",
            "thÕ",
            "XÕp",
            "h¹ng",
            "Noäi",
            "Tænh",
            "Ná»™i",
            "soá\u{FFFD}",
            "Zürich",
        ] {
            assert_eq!(Plausibility::of(text), Plausibility { good: 0, bad: 1 }, "{text}");
        }
    }
}
