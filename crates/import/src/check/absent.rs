//! Finds provinces that a full table should have but does not.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use domain::{
    Claim, FigureKey, IndicatorId, Missing, Place, ProvinceId, ProvinceList, Snapshot,
    upload::{Arg, CellRef, Choices, Entry, IssueKind, MatchedBy, Mode, Reading},
};

use super::{
    findings::{Findings, sheet_of},
    tables::{FileTable, Tables},
};

/// The tables of one indicator, year and list of provinces are checked together.
type Group = (IndicatorId, i32, ProvinceList);

/// Finds absent provinces and adds entries or warnings for them. A table with more than half of the provinces is
/// treated as full. A province that is in none of the year's full tables is absent: if there is a reason, it gets
/// entries with that reason, otherwise a warning. A province whose figure stays in the edition is not reported.
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
    let unchanged = known_figures(reading, choices, current);
    let sheet = sheet_of(&reading.entries);
    let rows_found = rows_found(reading);
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
            .filter(|(_, present)| present.intersection(&expected).count() * 2 > expected.len())
            .collect();
        let Some((first, _)) = full.first() else { continue };
        let missing_ids = expected
            .iter()
            .filter(|id| !full.iter().any(|(_, present)| present.contains(id)) && !rows_found.contains(id));
        for id in missing_ids {
            absent.insert(*id);
            let keys = full.iter().map(|(table, _)| place(table.key, *id));
            if let Some(why) = reason(choices, current, *id) {
                let missing = keys.filter(|key| !unchanged.contains(key));
                reading
                    .entries
                    .extend(missing.map(|key| without_value(key, why, sheet)));
            } else if !unchanged.contains(&place(first.key, *id)) {
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

/// Returns the provinces whose row exists although it could not be read (yet): its problem is reported at its cell, and
/// asking for a reason as well would be wrong.
fn rows_found(reading: &Reading) -> HashSet<ProvinceId> {
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

/// Returns the figures of the edition that publishing leaves unchanged.
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
