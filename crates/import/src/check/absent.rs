//! Provinces that a full table should have and this one does not.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use domain::{
    Claim, FigureKey, IndicatorId, Missing, Place, ProvinceId, ProvinceList, Snapshot,
    upload::{Arg, CellRef, Choices, Entry, IssueKind, MatchedBy, Mode, Reading},
};

use super::{
    findings::{Findings, sheet_of},
    tables::{FileTable, Tables},
};

/// Tables of one indicator, year and set of provinces belong together.
type Group = (IndicatorId, i32, ProvinceList);

/// A table with more than half of the provinces looks like a full one. A province that is
/// in none of the year's full tables is absent: with a reason it gets entries that say so,
/// without one a warning. Where the edition has its figure and keeps it, there is nothing
/// to say.
pub(super) fn check(
    reading: &mut Reading,
    tables: &Tables,
    choices: &Choices,
    current: &Snapshot,
    findings: &mut Findings,
) {
    let mut groups: BTreeMap<Group, Vec<&FileTable>> = BTreeMap::new();
    for table in &tables.0 {
        if let Some(year) = table.key.year {
            let group = (table.key.indicator, year, table.key.basis);
            groups.entry(group).or_default().push(table);
        }
    }
    let stays = known_figures(reading, choices, current);
    let sheet = sheet_of(&reading.entries);
    let named = named(reading);
    let mut absent = BTreeSet::new();
    for ((_, year, basis), tables) in groups {
        let expected: BTreeSet<ProvinceId> = current
            .catalogue
            .provinces
            .existing(year, basis)
            .map(|(id, _)| id)
            .collect();
        let full: Vec<(&FileTable, BTreeSet<ProvinceId>)> = tables
            .into_iter()
            .map(|table| (table, table.rows.iter().map(|(id, _)| *id).collect::<BTreeSet<_>>()))
            .filter(|(_, there)| there.intersection(&expected).count() * 2 > expected.len())
            .collect();
        let Some((first, _)) = full.first() else { continue };
        let gone = expected
            .iter()
            .filter(|id| !full.iter().any(|(_, there)| there.contains(id)) && !named.contains(id));
        for id in gone {
            absent.insert(*id);
            let keys = full.iter().map(|(table, _)| place(table.key, *id));
            if let Some(why) = reason(choices, current, *id) {
                let missing = keys.filter(|key| !stays.contains(key));
                reading
                    .entries
                    .extend(missing.map(|key| without_value(key, why, sheet)));
            } else if !stays.contains(&place(first.key, *id)) {
                let name = current.catalogue.provinces.get(*id).name_in(year).clone();
                findings.add_to_sheet(
                    IssueKind::AbsentProvince,
                    sheet,
                    &name.vi.clone(),
                    vec![Arg::Both(name)],
                );
            }
        }
    }
    reading.absent.retain(|id| !absent.contains(id));
    reading.absent.extend(absent);
}

/// Provinces whose row is there although nothing could be read from it (yet): what is wrong with it
/// is said at its cell, and asking for a reason as well would be wrong.
fn named(reading: &Reading) -> HashSet<ProvinceId> {
    let unread = reading
        .places
        .iter()
        .filter_map(|found| match (found.place, found.how) {
            (Some(Place::Province(id)), _) => Some(id),
            (None, MatchedBy::Near) => found.near.first().copied(),
            _ => None,
        });
    unread.collect()
}

fn place(key: FigureKey, id: ProvinceId) -> FigureKey {
    FigureKey {
        place: Place::Province(id),
        ..key
    }
}

fn reason(choices: &Choices, current: &Snapshot, id: ProvinceId) -> Option<Missing> {
    let slug = &current.catalogue.provinces.get(id).slug;
    choices.absent.get(slug).or_else(|| choices.absent.get("*")).copied()
}

/// Figures of the edition that publishing leaves as they are.
fn known_figures(reading: &Reading, choices: &Choices, current: &Snapshot) -> HashSet<FigureKey> {
    if choices.mode == Mode::ReplaceYear {
        return HashSet::new();
    }
    let indicators: BTreeSet<IndicatorId> = reading.entries.iter().map(|e| e.key.indicator).collect();
    let figures = current.figures.iter();
    figures
        .filter(|figure| figure.published())
        .map(|figure| figure.key)
        .filter(|key| indicators.contains(&key.indicator))
        .collect()
}

fn without_value(key: FigureKey, why: Missing, sheet: u16) -> Entry {
    Entry {
        key,
        claim: Claim {
            value: None,
            of: None,
            rank: None,
            rank_of: None,
            tier: None,
            interval: None,
            missing: Some(why),
            source: Entry::OWN_SOURCE,
            origin: String::new(),
            note: None,
        },
        at: CellRef {
            sheet,
            ..CellRef::default()
        },
    }
}
