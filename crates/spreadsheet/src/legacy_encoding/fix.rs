//! Legacy letters in cells are found by the whole file and fixed cell by cell.

use std::collections::{HashMap, HashSet};

use domain::Text;
use domain::upload::{Arg, Encoding, Issue, IssueKind};

use super::{Legacy, Plausibility};
use crate::{Grid, issues};

/// So many texts with marks are looked at, from all sheets; each text once, as the same
/// names stand in many rows.
const SAMPLE: usize = 20_000;

/// So many fixed texts are remembered.
const KNOWN: usize = 50_000;

/// Converts legacy letters in the texts of a file and says so. A person's choice decides
/// where there is one: Unicode means that nothing is converted.
pub(crate) fn fix(sheets: &mut [Grid], chosen: Option<Encoding>) -> Option<Issue> {
    let (legacy, all) = match chosen {
        Some(Encoding::Tcvn3) => (Legacy::Tcvn3, true),
        Some(Encoding::Vni) => (Legacy::Vni, true),
        Some(_) => return None,
        None => detect(sheets)?,
    };
    let mut changed = false;
    // The same names stand in many rows.
    let mut known: HashMap<Box<str>, Option<String>> = HashMap::new();
    for sheet in sheets {
        sheet.change_texts(|text| {
            if text.is_ascii() {
                return None;
            }
            if known.len() > KNOWN {
                known.clear();
            }
            let new = match known.get(text) {
                Some(known) => known.clone(),
                None => {
                    let new = fixed(text, legacy, all);
                    known.insert(text.into(), new.clone());
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

/// Which legacy letters a file has, if any, and whether cells that can be read both ways
/// are to be taken for legacy as well: when there are fewer that can only be Unicode.
fn detect(sheets: &[Grid]) -> Option<(Legacy, bool)> {
    let texts: HashSet<&str> = sheets
        .iter()
        .flat_map(Grid::texts)
        .filter(|text| !text.is_ascii())
        .take(SAMPLE)
        .collect();
    let mut odd = 0;
    let mut sound = 0;
    let mut votes = [0; Legacy::ALL.len()];
    for text in texts {
        let as_is = Plausibility::of(text);
        if as_is.bad == 0 {
            sound += usize::from(text.chars().any(beyond_legacy));
            continue;
        }
        odd += 1;
        for (votes, legacy) in votes.iter_mut().zip(Legacy::ALL) {
            *votes += usize::from(better(text, as_is, legacy).is_some());
        }
    }
    let (legacy, votes) = Legacy::ALL.into_iter().zip(votes).max_by_key(|(_, votes)| *votes)?;
    (votes > 0 && votes * 2 >= odd).then_some((legacy, votes > sound))
}

/// Vietnamese letters that are not in Latin-1, whose letters all legacy ways use: the text
/// is Unicode already.
fn beyond_legacy(letter: char) -> bool {
    matches!(letter, '\u{1EA0}'..='\u{1EF9}') || "ĂăĐđĨĩŨũƠơƯư".contains(letter)
}

/// The text under a legacy reading that fixes words and spoils none.
fn better(text: &str, as_is: Plausibility, legacy: Legacy) -> Option<String> {
    if text.chars().any(beyond_legacy) {
        return None;
    }
    let converted = legacy.convert(text)?;
    let found = Plausibility::of(&converted);
    (found.good > 0 && found.bad < as_is.bad).then_some(converted)
}

fn fixed(text: &str, legacy: Legacy, all: bool) -> Option<String> {
    let as_is = Plausibility::of(text);
    if let Some(fixed) = better(text, as_is, legacy) {
        return Some(fixed);
    }
    if !all || text.chars().any(beyond_legacy) {
        return None;
    }
    // "Bé" can be read as it stands, but among legacy texts it is "Bộ".
    let converted = legacy.convert(text)?;
    let found = Plausibility::of(&converted);
    (found.good > 0 && found.bad <= as_is.bad && converted != text).then_some(converted)
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
    fn names_come_back_from_every_way_of_writing() {
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
                let found = legacy.convert(&written).unwrap_or(written);
                assert_eq!(found, meant, "{legacy:?}");
            }
        }
    }

    #[test]
    fn a_whole_sheet_is_told_by_its_letters() {
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
    fn unicode_beside_legacy_stays() {
        let mut sheets = [sheet(&["Hµ Néi", "Bé Néi vô", "Đắk Lắk", "Café", "H¶i Phßng", "±0,5"])];
        assert_eq!(fix(&mut sheets, None).unwrap().kind, IssueKind::LegacyFont);
        let texts: Vec<&str> = sheets[0].texts().collect();
        assert_eq!(texts, ["Hà Nội", "Bộ Nội vụ", "Đắk Lắk", "Café", "Hải Phòng", "±0,5"]);
    }

    #[test]
    fn a_choice_decides() {
        let mut sheets = [sheet(&["Hµ Néi"])];
        assert_eq!(fix(&mut sheets, Some(Encoding::Utf8)), None);
        assert_eq!(sheets[0].texts().collect::<Vec<_>>(), ["Hµ Néi"]);
        assert_eq!(fix(&mut sheets, Some(Encoding::Tcvn3)), None);
        assert_eq!(sheets[0].texts().collect::<Vec<_>>(), ["Hà Nội"]);
    }
}
