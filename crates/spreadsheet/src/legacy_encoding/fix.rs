//! Detects legacy encodings from the whole file and converts them cell by cell.

use std::collections::{HashMap, HashSet};

use domain::Text;
use domain::upload::{Arg, Encoding, Issue, IssueKind};

use super::{Legacy, Plausibility};
use crate::{Grid, issues};

/// Maximum number of non-ASCII texts that are examined, over all sheets; each text once, as the same names occur in
/// many rows.
const SAMPLE: usize = 20_000;

/// Maximum number of cached conversions.
const CACHE_SIZE: usize = 50_000;

/// Converts texts in a legacy encoding and returns the issue that reports it. The user's choice of an encoding takes
/// precedence, and a Unicode encoding disables the conversion. `None` if no text changed or the user chose the
/// encoding.
pub(crate) fn fix(sheets: &mut [Grid], chosen: Option<Encoding>) -> Option<Issue> {
    let (legacy, ambiguous_too) = match chosen {
        Some(Encoding::Tcvn3) => (Legacy::Tcvn3, true),
        Some(Encoding::Vni) => (Legacy::Vni, true),
        Some(_) => return None,
        None => detect(sheets)?,
    };
    let mut changed = false;
    // The same names occur in many rows.
    let mut cache: HashMap<Box<str>, Option<String>> = HashMap::new();
    for sheet in sheets {
        sheet.change_texts(|text| {
            if text.is_ascii() {
                return None;
            }
            if cache.len() > CACHE_SIZE {
                cache.clear();
            }
            let new = match cache.get(text) {
                Some(cached) => cached.clone(),
                None => {
                    let new = convert_cell(text, legacy, ambiguous_too);
                    cache.insert(text.into(), new.clone());
                    new
                }
            };
            changed |= new.is_some();
            new
        });
    }
    let (kind, name) = match legacy {
        Legacy::Tcvn3 => (IssueKind::LegacyFont, Arg::Text(Encoding::Tcvn3.code().into())),
        Legacy::Vni => (IssueKind::LegacyFont, Arg::Text(Encoding::Vni.code().into())),
        Legacy::Mojibake => (
            IssueKind::Converted,
            Arg::Both(Text::new(
                "UTF-8 bị đọc nhầm là Windows-1252",
                "UTF-8 that was read as Windows-1252",
            )),
        ),
    };
    (changed && chosen.is_none()).then(|| issues::whole_file(kind, vec![name]))
}

/// Detects the legacy encoding of a file; `None` if there is none. The flag is true if ambiguous texts are to be
/// converted as well: when more texts improve by the conversion than can only be Unicode.
fn detect(sheets: &[Grid]) -> Option<(Legacy, bool)> {
    let texts: HashSet<&str> = sheets
        .iter()
        .flat_map(Grid::texts)
        .filter(|text| !text.is_ascii())
        .take(SAMPLE)
        .collect();
    let mut implausible = 0;
    let mut unicode = 0;
    let mut votes = [0; Legacy::ALL.len()];
    for text in texts {
        let as_is = Plausibility::of(text);
        if as_is.bad == 0 {
            unicode += usize::from(text.chars().any(is_beyond_latin_1));
            continue;
        }
        implausible += 1;
        for (votes, legacy) in votes.iter_mut().zip(Legacy::ALL) {
            *votes += usize::from(improved(text, as_is, legacy).is_some());
        }
    }
    let (legacy, votes) = Legacy::ALL.into_iter().zip(votes).max_by_key(|(_, votes)| *votes)?;
    (votes > 0 && votes * 2 >= implausible).then_some((legacy, votes > unicode))
}

/// Returns true for Vietnamese letters outside Latin-1. All legacy encodings use Latin-1 characters only, so the text
/// is Unicode already.
fn is_beyond_latin_1(character: char) -> bool {
    matches!(character, '\u{1EA0}'..='\u{1EF9}') || "ĂăĐđĨĩŨũƠơƯư".contains(character)
}

/// Returns the converted text if the conversion repairs words and breaks none; `None` otherwise.
fn improved(text: &str, as_is: Plausibility, legacy: Legacy) -> Option<String> {
    if text.chars().any(is_beyond_latin_1) {
        return None;
    }
    let converted = legacy.convert(text)?;
    let plausibility = Plausibility::of(&converted);
    (plausibility.good > 0 && plausibility.bad < as_is.bad).then_some(converted)
}

fn convert_cell(text: &str, legacy: Legacy, ambiguous_too: bool) -> Option<String> {
    let as_is = Plausibility::of(text);
    if let Some(repaired) = improved(text, as_is, legacy) {
        return Some(repaired);
    }
    if !ambiguous_too || text.chars().any(is_beyond_latin_1) {
        return None;
    }
    // "Bé" is plausible as it is, but among legacy texts it means "Bộ".
    let converted = legacy.convert(text)?;
    let plausibility = Plausibility::of(&converted);
    (plausibility.good > 0 && plausibility.bad <= as_is.bad && converted != text).then_some(converted)
}

#[cfg(test)]
mod tests {
    use super::super::{mojibake, tcvn3, vni};
    use super::*;
    use crate::Cell;

    fn sheet(texts: &[&str]) -> Grid {
        let mut grid = Grid::default();
        for text in texts {
            grid.begin_row(1);
            grid.push(Cell::Text(text));
        }
        grid
    }

    fn names() -> Vec<&'static str> {
        let catalogue = include_str!("../../../../data/catalogue/provinces.csv");
        catalogue
            .lines()
            .skip(1)
            .map(|row| row.split(',').nth(4).unwrap())
            .collect()
    }

    #[test]
    fn names_are_converted_from_every_legacy_encoding() {
        for name in names() {
            let written = [
                (Legacy::Tcvn3, tcvn3::tests::encode(name).unwrap()),
                (Legacy::Vni, vni::tests::encode(name)),
                (Legacy::Vni, vni::tests::encode(&name.to_uppercase())),
                (Legacy::Mojibake, mojibake::tests::encode(name)),
            ];
            for (legacy, written) in written {
                let meant = if written
                    .chars()
                    .filter(char::is_ascii_alphabetic)
                    .all(|c| c.is_ascii_uppercase())
                {
                    name.to_uppercase()
                } else {
                    name.to_owned()
                };
                let converted = legacy.convert(&written).unwrap_or(written);
                assert_eq!(converted, meant, "{legacy:?}");
            }
        }
    }

    #[test]
    fn the_encoding_is_detected_from_the_whole_sheet() {
        let names = names();
        let tcvn3: Vec<String> = names.iter().map(|n| tcvn3::tests::encode(n).unwrap()).collect();
        let vni: Vec<String> = names.iter().map(|n| vni::tests::encode(n)).collect();
        let mojibake: Vec<String> = names.iter().map(|n| mojibake::tests::encode(n)).collect();
        for (written, expected) in [
            (tcvn3, Some(IssueKind::LegacyFont)),
            (vni, Some(IssueKind::LegacyFont)),
            (mojibake, Some(IssueKind::Converted)),
            (names.iter().map(|n| (*n).to_owned()).collect(), None),
        ] {
            let written: Vec<&str> = written.iter().map(String::as_str).collect();
            let mut sheets = [sheet(&written)];
            let issue = fix(&mut sheets, None);
            assert_eq!(issue.as_ref().map(|i| i.kind), expected, "{:?}", written[0]);
            assert_eq!(sheets[0].texts().collect::<Vec<_>>(), names, "{issue:?}");
        }
    }

    #[test]
    fn unicode_texts_among_legacy_texts_are_unchanged() {
        let mut sheets = [sheet(&["Hµ Néi", "Bé Néi vô", "Đắk Lắk", "Café", "H¶i Phßng", "±0,5"])];
        assert_eq!(fix(&mut sheets, None).unwrap().kind, IssueKind::LegacyFont);
        let texts: Vec<&str> = sheets[0].texts().collect();
        assert_eq!(texts, ["Hà Nội", "Bộ Nội vụ", "Đắk Lắk", "Café", "Hải Phòng", "±0,5"]);
    }

    #[test]
    fn the_users_choice_takes_precedence() {
        let mut sheets = [sheet(&["Hµ Néi"])];
        assert_eq!(fix(&mut sheets, Some(Encoding::Utf8)), None);
        assert_eq!(sheets[0].texts().collect::<Vec<_>>(), ["Hµ Néi"]);
        assert_eq!(fix(&mut sheets, Some(Encoding::Tcvn3)), None);
        assert_eq!(sheets[0].texts().collect::<Vec<_>>(), ["Hà Nội"]);
    }
}
