//! Decodes bytes to text.

use domain::upload::{Arg, Encoding, Issue, IssueKind};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization as _;

use crate::issues;
use crate::legacy_encoding::{Legacy, Plausibility};

/// Number of bytes that are examined to detect the encoding.
const SAMPLE: usize = 256 << 10;

/// A decoded text and its encoding.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: Encoding,
    /// Whether some bytes could not be decoded; they are U+FFFD in the text.
    pub(crate) broken: bool,
    /// The issue that reports the conversion, if there is one to report.
    pub(crate) issue: Option<Issue>,
}

/// Decodes bytes in the chosen encoding, or else in the most likely one.
pub(crate) fn decode(bytes: &[u8], chosen: Option<Encoding>) -> Decoded {
    let (encoding, kind) = match chosen {
        Some(encoding) => (encoding, None),
        None => detect(bytes),
    };
    let (mut text, broken) = decode_as(bytes, encoding);
    strip_byte_order_marks(&mut text);
    let name = || vec![Arg::Text(encoding.code().into())];
    Decoded {
        text,
        encoding,
        broken,
        issue: kind.map(|kind| issues::whole_file(kind, name())),
    }
}

/// Decodes an HTML or XML page: in the chosen encoding, else as detected from the bytes, else as the page declares.
pub(crate) fn decode_page(bytes: &[u8], chosen: Option<Encoding>) -> Decoded {
    let declared = declared(bytes).filter(|_| chosen.is_none() && std::str::from_utf8(bytes).is_err());
    let Some(encoding) = declared.filter(|_| utf_16(bytes).is_none()) else {
        return decode(bytes, chosen);
    };
    let (text, broken) = decode_with(encoding, bytes);
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

/// Returns the encoding that a page declares in its first lines; `None` if it declares UTF-8, which the bytes are
/// known not to be.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
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

/// Removes byte order marks at the beginning. There may be two, as some programs add one to a file that already has
/// one; a mark that was read as Windows-1252 is three characters.
fn strip_byte_order_marks(text: &mut String) {
    let mut rest = text.as_str();
    while let Some(less) = rest.strip_prefix('\u{FEFF}').or_else(|| rest.strip_prefix("ï»¿")) {
        rest = less;
    }
    let marks = text.len() - rest.len();
    text.drain(..marks);
}

/// Detects the encoding of a file, with the kind of issue to report, if any.
fn detect(bytes: &[u8]) -> (Encoding, Option<IssueKind>) {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return (Encoding::Utf8, None);
    }
    if let Some(encoding) = utf_16(bytes) {
        return (encoding, Some(IssueKind::Converted));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (Encoding::Utf8, None);
    }
    eight_bit(bytes)
}

/// Detects UTF-16 by its byte order mark, or by the positions of zero bytes: digits, spaces, separators and line
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

/// Detects the encoding of bytes that are not valid UTF-8: the one that yields the most plausible Vietnamese. UTF-8
/// with a few broken characters is one of the candidates.
fn eight_bit(bytes: &[u8]) -> (Encoding, Option<IssueKind>) {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut scored = [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni, Encoding::Utf8].map(|encoding| {
        let text: String = decode_as(sample, encoding).0.nfc().collect();
        (encoding, Plausibility::of(&text))
    });
    scored.sort_by(|a, b| b.1.ratio().total_cmp(&a.1.ratio()));
    let [(best, found), (_, second), ..] = scored;
    let is_sure = found.good >= 3 && found.ratio() > 0.6 && found.ratio() - second.ratio() > 0.3;
    let kind = match (best, is_sure) {
        // Undecodable characters are reported per cell.
        (Encoding::Utf8, true) => None,
        (_, true) => Some(IssueKind::Converted),
        (_, false) => Some(IssueKind::UnsureEncoding),
    };
    (best, kind)
}

/// Decodes bytes in an encoding; the flag is true if some bytes could not be decoded.
fn decode_as(bytes: &[u8], encoding: Encoding) -> (String, bool) {
    let legacy = |legacy: Legacy| {
        // Legacy text in a file saved as UTF-8 consists of Latin-1 characters.
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
        Encoding::Utf16Le => decode_with(UTF_16LE, bytes.strip_prefix(b"\xFF\xFE").unwrap_or(bytes)),
        Encoding::Utf16Be => decode_with(UTF_16BE, bytes.strip_prefix(b"\xFE\xFF").unwrap_or(bytes)),
        Encoding::Windows1258 => decode_with(WINDOWS_1258, bytes),
        Encoding::Tcvn3 => legacy(Legacy::Tcvn3),
        Encoding::Vni => legacy(Legacy::Vni),
    }
}

fn decode_with(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> (String, bool) {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), broken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::legacy_encoding::tests::{tcvn3, vni};
    use proptest::prelude::*;

    /// Builds a table of all provinces in the usual layout.
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

    /// Encodes as Windows-1258, which has the letters with circumflex, breve and horn; tone marks follow them.
    fn windows_1258(text: &str) -> Vec<u8> {
        let mut decomposed = String::new();
        for letter in text.chars() {
            let parts: Vec<char> = std::iter::once(letter).nfd().collect();
            let (tones, base): (Vec<char>, Vec<char>) = parts
                .into_iter()
                .partition(|c| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c));
            decomposed.extend(base.into_iter().nfc());
            decomposed.extend(tones);
        }
        let (bytes, _, broken) = WINDOWS_1258.encode(&decomposed);
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
    fn every_encoding_is_detected_and_decoded() {
        let table = table();
        for encoding in Encoding::ALL {
            let bytes = encoded(&table, encoding);
            for chosen in [None, Some(encoding)] {
                let decoded = decode(&bytes, chosen);
                assert_eq!(decoded.encoding, encoding);
                assert_eq!(nfc(&decoded.text), table, "{encoding:?}");
                assert!(!decoded.broken);
                let reported = decoded.issue.map(|issue| issue.kind);
                let expected = chosen.is_none() && encoding != Encoding::Utf8;
                assert_eq!(reported, expected.then_some(IssueKind::Converted), "{encoding:?}");
            }
        }
    }

    #[test]
    fn few_words_are_decoded_and_reported() {
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
    fn one_broken_character_does_not_change_the_encoding() {
        let mut bytes = table().into_bytes();
        let at = bytes.windows(2).position(|w| w == "à".as_bytes()).unwrap();
        bytes.remove(at);
        let decoded = decode(&bytes, None);
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::Utf8, true));
    }

    #[test]
    fn byte_order_marks_are_removed() {
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
        fn encoded_syllables_are_decoded(
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
