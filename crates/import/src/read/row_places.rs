//! Determines the place of each row and reports what is wrong with its name.

use std::collections::BTreeMap;

use domain::{
    Lang, Listed, Place, ProvinceId, ProvinceList, Text,
    upload::{Arg, CellRef, Issue, IssueKind, MatchedBy, PlaceMatch, Reading},
};
use spreadsheet::Cell;

use super::{plan::Plan, wrapped_names::note_row};
use crate::places::{Meaning, Resolution, Scope, Spellings};

/// The content of the cell that names a row's place.
#[derive(Clone, Copy, Debug)]
pub(super) enum RowPlace<'a> {
    /// A name, with the id of its spelling.
    Name(u32, &'a str),
    /// A code of the statistics office, without a name.
    Code(u16),
    /// A footer row, the heading of a group, or nothing.
    None,
}

/// Returns the name of a row. A row without one may have it further left ("Cả nước" in the column of numbers); a row
/// without figures is a heading.
pub(super) fn row_place<'a>(
    plan: &Plan<'a>,
    spellings: &mut Spellings<'a, '_>,
    row: usize,
    column: usize,
    codes: bool,
    has_figure: impl Fn() -> bool,
) -> RowPlace<'a> {
    let view = &plan.table.view;
    let cell = view.get(row, column);
    if codes {
        return code(cell).map_or(RowPlace::None, RowPlace::Code);
    }
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Empty => {
            let left = (0..column).find_map(|c| match view.raw(row, c) {
                Cell::Text(text) if spellings.is_place(text) => Some(text),
                _ => None,
            });
            match left {
                Some(text) => text,
                None => return RowPlace::None,
            }
        }
        _ => return RowPlace::None,
    };
    let id = spellings.id(text);
    match spellings.meaning(id) {
        Meaning::Statistic => RowPlace::None,
        Meaning::Unknown if note_row(view, row) => RowPlace::None,
        Meaning::Unknown | Meaning::Regions(_) if !has_figure() => RowPlace::None,
        // Remarks and sentences are not names.
        Meaning::Unknown if text.len() > 100 => RowPlace::None,
        _ => RowPlace::Name(id, text),
    }
}

/// Returns a code as a number: `1` and `01` are the same.
pub(super) fn code(cell: Cell<'_>) -> Option<u16> {
    match cell {
        Cell::Text(text) => text.trim().trim_end_matches(".0").parse().ok(),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 1 to 999"
        )]
        Cell::Number(value) if value.fract() == 0.0 && (1.0..1000.0).contains(&value) => Some(value as u16),
        _ => None,
    }
}

/// The resolved names and codes of a file, with their issues.
pub(super) struct Places<'a, 'i> {
    pub(super) spellings: Spellings<'a, 'i>,
    codes: BTreeMap<u16, (CellRef, u32, Option<Place>)>,
    /// The sheet that is read.
    sheet: u16,
}

impl<'a, 'i> Places<'a, 'i> {
    pub(super) fn new(spellings: Spellings<'a, 'i>, sheet: u16) -> Self {
        Self {
            spellings,
            codes: BTreeMap::new(),
            sheet,
        }
    }

    /// Returns the place of a row at a time; `None` if there is none, with one issue per cell.
    pub(super) fn resolve(
        &mut self,
        place: RowPlace<'a>,
        scope: Scope,
        at: CellRef,
        issues: &mut Vec<Issue>,
    ) -> Option<Place> {
        match place {
            RowPlace::None => None,
            RowPlace::Code(code) => {
                let units = self.by_code(code, scope);
                let place = match units[..] {
                    [one] => Some(Place::Province(one)),
                    _ => None,
                };
                let entry = self.codes.entry(code).or_insert((at, 0, place));
                entry.1 += 1;
                if place.is_none() {
                    let found = format!("{code:02}");
                    issues.push(Issue::new(IssueKind::UnknownProvince, at, &found, Vec::new()));
                }
                place
            }
            RowPlace::Name(id, text) => match self.spellings.resolve(id, scope) {
                Resolution::Place(place) => Some(place),
                Resolution::Statistic | Resolution::LeftOut => None,
                unresolved => {
                    issues.push(self.issue(unresolved, id, text, scope, at));
                    None
                }
            },
        }
    }

    /// Returns the units with a code that existed then.
    fn by_code(&self, code: u16, scope: Scope) -> Vec<ProvinceId> {
        let units = self.spellings.index().code(&code.to_string());
        let existing: Vec<ProvinceId> = units
            .iter()
            .copied()
            .filter(|unit| self.spellings.exists(*unit, scope))
            .collect();
        let wanted = |unit: &ProvinceId| {
            let listed = self.spellings.index().provinces().get(*unit).listed;
            listed == Listed::Both || (listed == Listed::Since2025) == (scope.basis == ProvinceList::Since2025)
        };
        if existing.len() > 1 {
            existing.into_iter().filter(wanted).collect()
        } else {
            existing
        }
    }

    /// Returns an issue if the code of a row belongs to another province than its name.
    pub(super) fn compare_code(
        &self,
        code: u16,
        place: Place,
        scope: Scope,
        at: CellRef,
        found: &str,
    ) -> Option<Issue> {
        let Place::Province(named) = place else { return None };
        let coded = self.by_code(code, scope);
        let other = coded.first().filter(|_| !coded.contains(&named))?;
        let args = vec![Arg::Both(self.name(named)), Arg::Both(self.name(*other))];
        Some(Issue::new(IssueKind::CodeDisagrees, at, found, args))
    }

    fn name(&self, unit: ProvinceId) -> Text {
        self.spellings.index().provinces().get(unit).name.clone()
    }

    fn issue(&self, resolution: Resolution, id: u32, text: &str, scope: Scope, at: CellRef) -> Issue {
        let named = |unit: &ProvinceId| Arg::Both(self.name(*unit));
        match resolution {
            Resolution::NotInTime(unit) => {
                let year = scope.days.map_or(0, |(_, last)| last.year());
                let args = vec![Arg::Both(self.name(unit)), Arg::Both(self.dates(unit)), Arg::Year(year)];
                Issue::new(IssueKind::ProvinceNotThen, at, text, args)
            }
            Resolution::Near => {
                let mut names: Vec<Arg> = Vec::new();
                for arg in self.spellings.near(id).iter().map(named) {
                    if !names.contains(&arg) {
                        names.push(arg);
                    }
                }
                Issue::new(IssueKind::NearProvince, at, text, names)
            }
            Resolution::Ambiguous => {
                let units = match self.spellings.meaning(id) {
                    Meaning::Units(units, _) => units.iter().map(named).collect(),
                    _ => Vec::new(),
                };
                Issue::new(IssueKind::AmbiguousProvince, at, text, units)
            }
            _ => Issue::new(IssueKind::UnknownProvince, at, text, Vec::new()),
        }
    }

    /// Returns the dates of a unit's existence, in words.
    fn dates(&self, unit: ProvinceId) -> Text {
        let unit = self.spellings.index().provinces().get(unit);
        let words = |lang: Lang, from: &str, to: &str| match (unit.from, unit.to) {
            (Some(first), Some(last)) => format!("{}–{}", first.format(lang), last.format(lang)),
            (Some(first), None) => format!("{from} {}", first.format(lang)),
            (None, Some(last)) => format!("{to} {}", last.format(lang)),
            (None, None) => String::new(),
        };
        Text::new(words(Lang::Vi, "từ", "đến"), words(Lang::En, "from", "to"))
    }

    /// Adds the match of each spelling to the reading.
    pub(super) fn report_matches(&self, reading: &mut Reading) {
        for (_, found) in self.spellings.matches() {
            if let (MatchedBy::Alias | MatchedBy::Folded, Some(Place::Province(unit))) = (found.how, found.place) {
                let args = vec![Arg::Both(self.name(unit))];
                reading
                    .issues
                    .push(Issue::new(IssueKind::MatchedName, found.at, &found.found, args));
            }
            reading.places.push(found);
        }
        for (code, (at, count, place)) in &self.codes {
            reading.places.push(PlaceMatch {
                found: format!("{code:02}"),
                at: *at,
                count: *count,
                place: *place,
                how: if place.is_some() {
                    MatchedBy::Code
                } else {
                    MatchedBy::Nothing
                },
                near: Vec::new(),
            });
        }
        reading.places.sort_by_key(|found| found.at);
        debug_assert!(reading.places.iter().all(|found| found.at.sheet == self.sheet));
    }
}

/// Returns the list that the figures of the merger's year use, determined by names that are only in one list. Returns
/// an issue if both lists are mixed.
pub(super) fn merger_basis<'a>(
    plan: &Plan<'a>,
    spellings: &mut Spellings<'a, '_>,
    column: usize,
    in_year: impl Fn(usize) -> bool,
) -> (Option<ProvinceList>, Option<Issue>) {
    let provinces = spellings.index().provinces();
    let mut old: Option<(CellRef, &'a str, ProvinceId)> = None;
    let mut units: Vec<ProvinceId> = Vec::new();
    for row in plan.table.body.clone() {
        let Cell::Text(text) = plan.table.view.get(row, column) else {
            continue;
        };
        if !in_year(row) {
            continue;
        }
        let id = spellings.id(text);
        let Meaning::Units(found, _) = spellings.meaning(id) else {
            continue;
        };
        let only_old = found
            .iter()
            .all(|unit| provinces.get(*unit).listed == Listed::Before2025);
        if let (true, Some(unit)) = (only_old, found.first()) {
            old.get_or_insert((plan.table.view.at(row, column), text, *unit));
        }
        if let Some(unit) = found.first().filter(|unit| !units.contains(unit)) {
            units.push(*unit);
        }
    }
    let Some((at, text, unit)) = old else {
        return (None, None);
    };
    let listed_old = |unit: &ProvinceId| provinces.get(*unit).listed == Listed::Before2025;
    let ended = units
        .iter()
        .filter(|u| listed_old(u) && !has_namesake(spellings, **u))
        .count();
    // All 34 and a few that ended: two lists in one table.
    if units.len() - ended == 34 && ended < 15 {
        let new = units.iter().find(|u| has_namesake(spellings, **u) || !listed_old(u));
        let mut args = vec![Arg::Both(provinces.get(unit).name.clone())];
        args.extend(new.map(|u| Arg::Both(provinces.get(*u).name.clone())));
        return (
            Some(ProvinceList::Before2025),
            Some(Issue::new(IssueKind::MixedUnits, at, text, args)),
        );
    }
    (Some(ProvinceList::Before2025), None)
}

fn has_namesake(spellings: &Spellings<'_, '_>, unit: ProvinceId) -> bool {
    let provinces = spellings.index().provinces();
    let name = &provinces.get(unit).name.vi;
    provinces
        .alphabetical()
        .any(|(other, province)| other != unit && province.name.vi == *name)
}
