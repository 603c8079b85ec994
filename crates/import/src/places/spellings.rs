//! The spellings of place names in one file. Each is looked up once, and resolved once per era.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Date, Listed, Place, ProvinceId, ProvinceList, RegionId, tidy,
    upload::{CellRef, MatchedBy, PlaceMatch},
};

use super::{Index, Meaning};

/// The time of a figure, as far as it decides which unit a name refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    /// First and last day; `None` if the figure has no date.
    pub(crate) days: Option<(Date, Date)>,
    /// The list that decides between two namesakes if both existed on some of these days.
    pub(crate) basis: ProvinceList,
}

impl Scope {
    /// Returns the scope of a whole year.
    pub(crate) fn year(year: i32, basis: Option<ProvinceList>) -> Self {
        Self {
            days: Date::new(year, 1, 1).map(|first| (first, Date::year_end(year))),
            basis: basis.unwrap_or_else(|| ProvinceList::on(Date::year_end(year))),
        }
    }

    /// Returns the scope of a day.
    pub(crate) fn day(day: Date) -> Self {
        Self {
            days: Some((day, day)),
            basis: ProvinceList::on(day),
        }
    }
}

/// The meaning of a spelling at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// A place.
    Place(Place),
    /// A row of statistics rather than a place.
    Statistic,
    /// Rows that the user left out.
    LeftOut,
    /// A unit that did not exist then.
    NotInTime(ProvinceId),
    /// Several units.
    Ambiguous,
    /// Similar to the name of a unit.
    Near,
    /// Unknown.
    Unknown,
}

/// A span of time in which no unit begins or ends: a name has the same meaning throughout.
type Era = (u8, u8, ProvinceList);

struct Spelling<'a> {
    found: &'a str,
    meaning: Meaning,
    left_out: bool,
    near: Vec<ProvinceId>,
    at: Option<CellRef>,
    count: u32,
    known: Vec<(Era, Resolution)>,
}

/// Maximum number of unknown spellings for which similar names are offered; nobody chooses among more by hand.
const MAX_NEAR_SEARCHES: usize = 2_000;

/// All spellings of a file, in order of first occurrence.
pub(crate) struct Spellings<'a, 'i> {
    index: &'i Index<'i>,
    chosen: HashMap<String, &'i str>,
    ids: HashMap<&'a str, u32>,
    spellings: Vec<Spelling<'a>>,
    /// Whether the file is in this project's own format: its names are those of the catalogue, whatever the time.
    own_format: bool,
    uses_eight_regions: bool,
    /// Number of unknown spellings for which similar names were searched.
    near_searches: usize,
    /// First days and last days of units, each ascending.
    boundaries: (Vec<Date>, Vec<Date>),
}

impl<'a, 'i> Spellings<'a, 'i> {
    pub(crate) fn new(index: &'i Index<'i>, chosen: &'i BTreeMap<String, String>, own_format: bool) -> Self {
        Self {
            index,
            chosen: chosen.iter().map(|(k, v)| (tidy(k), v.as_str())).collect(),
            ids: HashMap::new(),
            spellings: Vec::new(),
            own_format,
            uses_eight_regions: false,
            near_searches: 0,
            boundaries: index.boundaries(),
        }
    }

    pub(crate) const fn index(&self) -> &'i Index<'i> {
        self.index
    }

    /// Returns the id of a spelling; equal texts have equal ids.
    pub(crate) fn id(&mut self, found: &'a str) -> u32 {
        if let Some(id) = self.ids.get(found) {
            return *id;
        }
        let id = u32::try_from(self.spellings.len()).unwrap_or(u32::MAX);
        let (meaning, left_out) = self.look_up(found);
        if let Meaning::Regions(regions) = &meaning {
            let only_eight = |id: &RegionId| self.index.provinces().region(*id).scheme == "eight-63";
            self.uses_eight_regions |= regions.iter().all(only_eight);
        }
        self.spellings.push(Spelling {
            found,
            meaning,
            left_out,
            near: Vec::new(),
            at: None,
            count: 0,
            known: Vec::new(),
        });
        self.ids.insert(found, id);
        id
    }

    fn look_up(&self, found: &str) -> (Meaning, bool) {
        let provinces = self.index.provinces();
        if let Some(choice) = self.chosen.get(&tidy(found)) {
            let unit = || {
                provinces
                    .by_slug(choice)
                    .map(|unit| Meaning::Units(vec![unit], MatchedBy::Chosen))
            };
            let region = || provinces.region_by_slug(choice.strip_prefix("region:")?);
            return match *choice {
                "" => (Meaning::Unknown, true),
                "vn" => (Meaning::Nation, false),
                _ => (
                    unit()
                        .or_else(|| region().map(|id| Meaning::Regions(vec![id])))
                        .unwrap_or(Meaning::Unknown),
                    false,
                ),
            };
        }
        if self.own_format
            && let Some(unit) = provinces.by_slug(found)
        {
            return (Meaning::Units(vec![unit], MatchedBy::Exact), false);
        }
        (self.index.meaning(found), false)
    }

    /// Gives a spelling the meaning of a longer text that contains it; returns false if that is not a unit.
    pub(crate) fn rename(&mut self, found: &'a str, whole: &str) -> bool {
        let meaning = self.index.meaning(&tidy(whole));
        if !matches!(meaning, Meaning::Units(..)) {
            return false;
        }
        let id = self.id(found) as usize;
        self.spellings[id].meaning = meaning;
        self.spellings[id].known.clear();
        true
    }

    /// Returns the possible meanings of a spelling, before the time is known.
    pub(crate) fn meaning(&self, id: u32) -> &Meaning {
        &self.spellings[id as usize].meaning
    }

    /// Returns true if the text is the name of a province.
    pub(crate) fn is_unit(&mut self, found: &'a str) -> bool {
        // Every name of a province is short and begins with a letter, or the number of its row.
        let named = || found.chars().any(char::is_alphabetic);
        if found.len() > 80 || !found.chars().next().is_some_and(char::is_alphanumeric) || !named() {
            return false;
        }
        let id = self.id(found);
        matches!(self.meaning(id), Meaning::Units(..))
    }

    /// Returns true if two spellings may refer to the same unit.
    pub(crate) fn same(&self, a: u32, b: u32) -> bool {
        match (self.meaning(a), self.meaning(b)) {
            (Meaning::Units(a, _), Meaning::Units(b, _)) => a.iter().any(|unit| b.contains(unit)),
            (a, b) => a == b,
        }
    }

    /// Returns true if the text is the name of a place of any kind.
    pub(crate) fn is_place(&mut self, found: &'a str) -> bool {
        let id = self.id(found);
        !matches!(self.meaning(id), Meaning::Unknown | Meaning::Statistic)
    }

    /// Records that the spelling is in a cell that is read.
    pub(crate) fn count(&mut self, id: u32, at: CellRef) {
        let spelling = &mut self.spellings[id as usize];
        spelling.count += 1;
        spelling.at.get_or_insert(at);
    }

    /// Returns the meaning of a spelling at a time.
    pub(crate) fn resolve(&mut self, id: u32, scope: Scope) -> Resolution {
        let era = self.era(scope);
        let spelling = &self.spellings[id as usize];
        if let Some((_, found)) = spelling.known.iter().find(|(known, _)| *known == era) {
            return *found;
        }
        let found = self.resolve_uncached(id, scope);
        self.spellings[id as usize].known.push((era, found));
        found
    }

    /// Returns the era of a scope: a file may hold thousands of days, but only a handful of eras.
    fn era(&self, scope: Scope) -> Era {
        let (first, last) = &self.boundaries;
        let turn = |day: Date| {
            let boundaries = first.partition_point(|turn| *turn <= day) + last.partition_point(|turn| *turn < day);
            u8::try_from(boundaries).unwrap_or(u8::MAX)
        };
        let (from, to) = scope
            .days
            .map_or((u8::MAX, u8::MAX), |(from, to)| (turn(from), turn(to)));
        (from, to, scope.basis)
    }

    fn resolve_uncached(&mut self, id: u32, scope: Scope) -> Resolution {
        let spelling = &self.spellings[id as usize];
        if spelling.left_out {
            return Resolution::LeftOut;
        }
        match &spelling.meaning {
            Meaning::Nation => Resolution::Place(Place::Nation),
            Meaning::Statistic => Resolution::Statistic,
            Meaning::Regions(regions) => self
                .region(regions, scope.basis)
                .map_or(Resolution::Ambiguous, |id| Resolution::Place(Place::Region(id))),
            Meaning::Units(units, _) => self.unit(units, scope),
            // Each search compares the spelling with every name of the catalogue.
            Meaning::Unknown if self.near_searches >= MAX_NEAR_SEARCHES => Resolution::Unknown,
            Meaning::Unknown => {
                self.near_searches += 1;
                let near = self.index.near(spelling.found);
                let existing: Vec<ProvinceId> = near.into_iter().filter(|unit| self.exists(*unit, scope)).collect();
                let none_near = existing.is_empty();
                self.spellings[id as usize].near = existing;
                if none_near {
                    Resolution::Unknown
                } else {
                    Resolution::Near
                }
            }
        }
    }

    /// Returns true if a unit exists at a time and is not the other of two namesakes.
    pub(crate) fn exists(&self, unit: ProvinceId, scope: Scope) -> bool {
        scope
            .days
            .is_none_or(|(from, to)| self.index.existed(unit, from, to) && self.suits(unit, scope, to))
    }

    /// Decides between two namesakes in the year of the merger.
    fn suits(&self, unit: ProvinceId, scope: Scope, last: Date) -> bool {
        let listed = self.index.provinces().get(unit).listed;
        let merger = ProvinceList::on(last) == ProvinceList::Since2025;
        !merger || scope.basis == ProvinceList::Before2025 || listed != Listed::Before2025
    }

    fn unit(&self, units: &[ProvinceId], scope: Scope) -> Resolution {
        if self.own_format && units.len() == 1 {
            return Resolution::Place(Place::Province(units[0]));
        }
        let existing: Vec<ProvinceId> = units
            .iter()
            .copied()
            .filter(|unit| scope.days.is_none_or(|(from, to)| self.index.existed(*unit, from, to)))
            .collect();
        let listed = |unit: ProvinceId| self.index.provinces().get(unit).listed;
        match existing[..] {
            [] => units
                .first()
                .map_or(Resolution::Unknown, |unit| Resolution::NotInTime(*unit)),
            [one] => Resolution::Place(Place::Province(one)),
            _ => {
                let wanted = match scope.basis {
                    ProvinceList::Before2025 => Listed::Before2025,
                    ProvinceList::Since2025 => Listed::Since2025,
                };
                let mut of_basis = existing.iter().filter(|unit| listed(**unit) == wanted);
                match (of_basis.next(), of_basis.next()) {
                    (Some(one), None) => Resolution::Place(Place::Province(*one)),
                    _ => Resolution::Ambiguous,
                }
            }
        }
    }

    fn region(&self, regions: &[RegionId], basis: ProvinceList) -> Option<RegionId> {
        let scheme = |id: &&RegionId| self.index.provinces().region(**id).scheme.as_str();
        let order = match (basis, self.uses_eight_regions) {
            (ProvinceList::Since2025, _) => ["six-34", "six-63", "eight-63"],
            (ProvinceList::Before2025, true) => ["eight-63", "six-63", "six-34"],
            (ProvinceList::Before2025, false) => ["six-63", "eight-63", "six-34"],
        };
        order
            .iter()
            .find_map(|wanted| regions.iter().find(|id| scheme(id) == *wanted))
            .copied()
    }

    /// Returns the units that a misspelt name may refer to.
    pub(crate) fn near(&self, id: u32) -> &[ProvinceId] {
        &self.spellings[id as usize].near
    }

    /// Returns how a spelling was matched.
    pub(crate) fn how(&self, id: u32) -> MatchedBy {
        let spelling = &self.spellings[id as usize];
        match &spelling.meaning {
            _ if spelling.left_out => MatchedBy::Chosen,
            Meaning::Units(_, how) => *how,
            Meaning::Nation | Meaning::Regions(_) => MatchedBy::Exact,
            _ if !spelling.near.is_empty() => MatchedBy::Near,
            _ => MatchedBy::Nothing,
        }
    }

    /// Returns the spellings that were read, with their matches.
    pub(crate) fn matches(&self) -> Vec<(u32, PlaceMatch)> {
        let read = |(id, spelling): (usize, &Spelling<'a>)| {
            let at = spelling.at?;
            let id = u32::try_from(id).ok()?;
            let place = spelling.known.iter().find_map(|(_, found)| match found {
                Resolution::Place(place) => Some(*place),
                _ => None,
            });
            let statistic = spelling.meaning == Meaning::Statistic;
            (!statistic).then(|| {
                (
                    id,
                    PlaceMatch {
                        found: spelling.found.to_owned(),
                        at,
                        count: spelling.count,
                        place,
                        how: self.how(id),
                        near: spelling.near.clone(),
                    },
                )
            })
        };
        self.spellings.iter().enumerate().filter_map(read).collect()
    }
}
