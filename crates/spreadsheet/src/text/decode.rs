//! Bytes to letters.

use domain::upload::{Arg, Encoding, Issue, IssueKind};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization as _;

use crate::issues;
use crate::legacy_encoding::{Legacy, Plausibility};

/// How much of a file is looked at to tell its encoding.
const SAMPLE: usize = 256 << 10;

/// A text and how it was read.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: Encoding,
    /// Some bytes stand for nothing; the text has U+FFFD there.
    pub(crate) broken: bool,
    /// What there is to say.
    pub(crate) issue: Option<Issue>,
}

/// Reads bytes as text, in the encoding that was chosen or else the likeliest.
pub(crate) fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Decoded {
    let (encoding, kind) = match chosen {
        Some(encoding) => (encoding, None),
        None => tell(bytes),
    };
    let (mut text, broken) = read(bytes, encoding);
    take_marks(&mut text);
    let name = || vec![Arg::Text(encoding.code().into())];
    Decoded {
        text,
        encoding,
        broken,
        issue: kind.map(|kind| issues::whole_file(kind, name())),
    }
}

/// Reads a page as text: in the encoding that was chosen, else as its bytes tell, else as
/// the page itself claims.
pub(crate) fn decode_page(bytes: &[u8], chosen: Option<Encoding>) -> Decoded {
    let claimed = claimed(bytes).filter(|_| chosen.is_none() && std::str::from_utf8(bytes).is_err());
    let Some(encoding) = claimed.filter(|_| utf_16(bytes).is_none()) else {
        return decode(bytes, chosen);
    };
    let (text, broken) = unicode(encoding, bytes);
    Decoded {
        text,
        encoding: if encoding == WINDOWS_1258 {
            Encoding::Windows1258
        } else {
            Encoding::Utf8
        },
        broken,
        issue: Some(issues::whole_file(
            IssueKind::Converted,
            vec![Arg::Text(encoding.name().into())],
        )),
    }
}

/// The encoding that a page names in its first lines, unless it is UTF-8, which it is not.
fn claimed(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    (encoding != encoding_rs::UTF_8).then_some(encoding)
}

/// Takes away byte order marks at the beginning: programs that add one to a file that has
/// one make two, and one that was read as Windows-1252 is three letters.
fn take_marks(text: &mut String) {
    let mut rest = text.as_str();
    while let Some(less) = rest.strip_prefix('\u{FEFF}').or_else(|| rest.strip_prefix("ï»¿")) {
        rest = less;
    }
    let marks = text.len() - rest.len();
    text.drain(..marks);
}

/// The encoding of a file, and what to say of that.
fn tell(bytes: &[u8]) -> (Encoding, Option<IssueKind>) {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return (Encoding::Utf8, None);
    }
    if let Some(encoding) = utf_16(bytes) {
        return (encoding, Some(IssueKind::Converted));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (Encoding::Utf8, None);
    }
    eight_bits(bytes)
}

/// UTF-16 by its mark, or by where its zero bytes stand: digits, spaces, separators and line
/// breaks have one each.
fn utf_16(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(b"\xFF\xFE") {
        return Some(Encoding::Utf16Le);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return Some(Encoding::Utf16Be);
    }
    let (pairs, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    let low = pairs.iter().filter(|[low, _]| *low == 0).count();
    let high = pairs.iter().filter(|[_, high]| *high == 0).count();
    if high * 5 > pairs.len() && low * 50 < pairs.len() {
        Some(Encoding::Utf16Le)
    } else if low * 5 > pairs.len() && high * 50 < pairs.len() {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Bytes that are no UTF-8: the reading that makes the most plausible Vietnamese. UTF-8 with
/// a few broken letters is one of the readings.
fn eight_bits(bytes: &[u8]) -> (Encoding, Option<IssueKind>) {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut scored = [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni, Encoding::Utf8].map(|encoding| {
        let text: String = read(sample, encoding).0.nfc().collect();
        (encoding, Plausibility::of(&text))
    });
    scored.sort_by(|a, b| b.1.ratio().total_cmp(&a.1.ratio()));
    let [(best, found), (_, second), ..] = scored;
    let sure = found.good >= 3 && found.ratio() > 0.6 && found.ratio() - second.ratio() > 0.3;
    let kind = match (best, sure) {
        // Broken letters are said cell by cell.
        (Encoding::Utf8, true) => None,
        (_, true) => Some(IssueKind::Converted),
        (_, false) => Some(IssueKind::UnsureEncoding),
    };
    (best, kind)
}

/// The text in an encoding, and whether bytes were left that stand for nothing in it.
fn read(bytes: &[u8], encoding: Encoding) -> (String, bool) {
    let legacy = |legacy: Legacy| {
        // Legacy letters in a file that is saved as UTF-8 are Latin-1 letters of Unicode.
        let written = match std::str::from_utf8(bytes) {
            Ok(text) if !text.is_ascii() => text.into(),
            _ => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        };
        (legacy.convert(&written).unwrap_or_default(), false)
    };
    match encoding {
        Encoding::Utf8 => {
            let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            let text = String::from_utf8_lossy(body);
            (text.into_owned(), std::str::from_utf8(body).is_err())
        }
        Encoding::Utf16Le => unicode(UTF_16LE, bytes.strip_prefix(b"\xFF\xFE").unwrap_or(bytes)),
        Encoding::Utf16Be => unicode(UTF_16BE, bytes.strip_prefix(b"\xFE\xFF").unwrap_or(bytes)),
        Encoding::Windows1258 => unicode(WINDOWS_1258, bytes),
        Encoding::Tcvn3 => legacy(Legacy::Tcvn3),
        Encoding::Vni => legacy(Legacy::Vni),
    }
}

fn unicode(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> (String, bool) {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), broken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legacy_encoding::tests::{tcvn3, vni};
    use proptest::prelude::*;

    /// A table of all provinces, as offices send it.
    fn table() -> String {
        let catalogue = include_str!("../../../../data/catalogue/provinces.csv");
        let mut out = String::from("TT;Tỉnh, thành phố;Điểm;Xếp hạng\n");
        for (row, number) in catalogue.lines().skip(1).zip(1..) {
            let name = row.split(',').nth(4).unwrap();
            out += &format!("{number};{name};86,{number};{number}\n");
        }
        out
    }

    fn latin(text: &str) -> Vec<u8> {
        let (bytes, _, broken) = WINDOWS_1252.encode(text);
        assert!(!broken, "{text}");
        bytes.into_owned()
    }

    /// Windows-1258 has the letters with circumflex, breve and horn; tones follow them.
    fn windows_1258(text: &str) -> Vec<u8> {
        let mut apart = String::new();
        for letter in text.chars() {
            let parts: Vec<char> = std::iter::once(letter).nfd().collect();
            let (tones, base): (Vec<char>, Vec<char>) = parts
                .into_iter()
                .partition(|c| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c));
            apart.extend(base.into_iter().nfc());
            apart.extend(tones);
        }
        let (bytes, _, broken) = WINDOWS_1258.encode(&apart);
        assert!(!broken);
        bytes.into_owned()
    }

    fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Windows1258 => windows_1258(text),
            Encoding::Tcvn3 => latin(&tcvn3(text).unwrap()),
            Encoding::Vni => latin(&vni(text)),
        }
    }

    fn nfc(text: &str) -> String {
        text.nfc().collect()
    }

    #[test]
    fn every_encoding_is_told_and_read() {
        let table = table();
        for encoding in Encoding::ALL {
            let bytes = encoded(&table, encoding);
            for chosen in [None, Some(encoding)] {
                let decoded = decode(&bytes, chosen);
                assert_eq!(decoded.encoding, encoding);
                assert_eq!(nfc(&decoded.text), table, "{encoding:?}");
                assert!(!decoded.broken);
                let said = decoded.issue.map(|issue| issue.kind);
                let expected = chosen.is_none() && encoding != Encoding::Utf8;
                assert_eq!(said, expected.then_some(IssueKind::Converted), "{encoding:?}");
            }
        }
    }

    #[test]
    fn few_words_are_enough_or_it_is_said() {
        for text in ["Hà Nội", "Tỉnh;Điểm\nĐắk Lắk;3", "Xếp hạng"] {
            for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258] {
                let decoded = decode(&encoded(text, encoding), None);
                assert_eq!(nfc(&decoded.text), text, "{encoding:?}");
                let kind = decoded.issue.unwrap().kind;
                assert!(matches!(kind, IssueKind::Converted | IssueKind::UnsureEncoding));
            }
        }
    }

    #[test]
    fn one_broken_letter_does_not_make_another_encoding() {
        let mut bytes = table().into_bytes();
        let at = bytes.windows(2).position(|w| w == "à".as_bytes()).unwrap();
        bytes.remove(at);
        let decoded = decode(&bytes, None);
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::Utf8, true));
    }

    #[test]
    fn marks_of_order_are_taken_away() {
        for (encoding, mark) in [
            (Encoding::Utf8, &b"\xEF\xBB\xBF"[..]),
            (Encoding::Utf16Le, b"\xFF\xFE"),
            (Encoding::Utf16Be, b"\xFE\xFF"),
        ] {
            let bytes = [mark, &encoded("Huế", encoding)].concat();
            let decoded = decode(&bytes, None);
            assert_eq!((decoded.text.as_str(), decoded.encoding), ("Huế", encoding));
        }
    }

    proptest! {
        #[test]
        fn texts_of_syllables_come_back(
            words in prop::collection::vec(
                prop::sample::select(vec!["Tỉnh", "nghiêng", "được", "khuỷu", "Quảng", "Ngãi", "rượu", "Đồng", "mỹ", "giữa"]),
                3..30,
            ),
            encoding in prop::sample::select(vec![Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258]),
        ) {
            let text = words.join(" ");
            prop_assert_eq!(nfc(&decode(&encoded(&text, encoding), Some(encoding)).text), text);
        }
    }
}
