//! Provinces with their dates, and the two bases: 63 units to 30/6/2025, 34 since.

use std::collections::HashMap;

use crate::{AsOf, Date, Place, Population, Text, collation_key, fold, name_key};

/// A province or centrally run city in the catalogue's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvinceId(pub u16);

/// A region in the catalogue's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u16);

/// The set of provinces that a figure or a ranking speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProvinceList {
    /// The 63 provinces (64 with Hà Tây before 1/8/2008), as published to 30/6/2025.
    Before2025,
    /// The 34 provinces since 1/7/2025.
    Since2025,
}

impl ProvinceList {
    /// The code used in addresses: `63` or `34`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before2025 => "63",
            Self::Since2025 => "34",
        }
    }

    /// The basis with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Before2025, Self::Since2025]
            .into_iter()
            .find(|b| b.code() == code)
    }

    /// The scheme of regions that belongs to this list of provinces.
    #[must_use]
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::Before2025 => "six-63",
            Self::Since2025 => "six-34",
        }
    }

    /// The last day of a year on which its units existed: the year of the merger has both.
    #[must_use]
    pub fn last_day(self, year: i32) -> Date {
        let merger = Date::new(2025, 6, 30).unwrap_or(Date::year_end(2024));
        match self {
            Self::Before2025 => Date::year_end(year).min(merger),
            Self::Since2025 => Date::year_end(year.max(2025)),
        }
    }

    /// The basis that holds on a day.
    #[must_use]
    pub fn on(day: Date) -> Self {
        if Some(day) >= Date::new(2025, 7, 1) {
            Self::Since2025
        } else {
            Self::Before2025
        }
    }
}

/// Which lists a unit stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Only among the 63 (and, for Hà Tây, before).
    Before2025,
    /// Only among the 34: formed on 1/7/2025.
    Since2025,
    /// In both: one of the 11 that the merger left unchanged.
    Both,
}

/// A province, or a city run by the central government.
#[derive(Clone, Debug, PartialEq)]
pub struct Province {
    /// Its name in addresses; unique, stable.
    pub slug: String,
    /// Code of the statistics office. The new codes reuse old ones: never join on it.
    pub code: String,
    /// Which lists it stands in.
    pub listed: Listed,
    /// True for a city run by the central government.
    pub city: bool,
    /// Its present (or last) name.
    pub name: Text,
    /// Names that it bore until a day.
    pub earlier_names: Vec<(Text, Date)>,
    /// First day of the unit, where it is known to matter.
    pub from: Option<Date>,
    /// Last day of the unit; nothing while it exists.
    pub to: Option<Date>,
    /// The unit that it became part of.
    pub successor: Option<ProvinceId>,
    /// Region in the scheme of its basis.
    pub region: RegionId,
    /// Every region that it counts to, in all schemes.
    pub regions: Vec<RegionId>,
}

impl Province {
    /// True when it counts to a region, in whichever scheme.
    #[must_use]
    pub fn in_region(&self, region: RegionId) -> bool {
        self.regions.contains(&region)
    }

    /// True when the unit existed on a day.
    #[must_use]
    pub fn exists_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// The name that the unit bore at the end of a year.
    #[must_use]
    pub fn name_in(&self, year: i32) -> &Text {
        let day = Date::year_end(year);
        self.earlier_names
            .iter()
            .find(|(_, to)| day <= *to)
            .map_or(&self.name, |(name, _)| name)
    }
}

/// A group of provinces under one scheme of regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in addresses; unique over all schemes.
    pub slug: String,
    /// The scheme: `six-63`, `six-34`, `eight-63`.
    pub scheme: String,
    /// Its name.
    pub name: Text,
}

/// A spelling that folding does not reach, with the days on which it means this unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The spelling, as found.
    pub spelling: String,
    /// The unit that is meant.
    pub province: ProvinceId,
    /// First day of this meaning.
    pub from: Option<Date>,
    /// Last day of this meaning.
    pub to: Option<Date>,
}

/// All units, regions and spellings.
#[derive(Clone, Debug, Default)]
pub struct Provinces {
    list: Vec<Province>,
    regions: Vec<Region>,
    aliases: Vec<Alias>,
    by_slug: HashMap<String, ProvinceId>,
    alphabetical: Vec<ProvinceId>,
    pub(crate) populations: Vec<Population>,
}

impl Provinces {
    /// A register of units in the order of their ids, with regions and aliases.
    #[must_use]
    pub fn new(list: Vec<Province>, regions: Vec<Region>, aliases: Vec<Alias>) -> Self {
        let ids = || (0..list.len()).filter_map(|i| u16::try_from(i).ok()).map(ProvinceId);
        let by_slug = ids().zip(&list).map(|(id, p)| (p.slug.clone(), id)).collect();
        let mut alphabetical: Vec<ProvinceId> = ids().collect();
        alphabetical.sort_by_cached_key(|id| collation_key(&list[usize::from(id.0)].name.vi));
        Self {
            list,
            regions,
            aliases,
            by_slug,
            alphabetical,
            populations: Vec::new(),
        }
    }

    /// The unit with this id. Ids come only from this register.
    #[must_use]
    pub fn get(&self, id: ProvinceId) -> &Province {
        &self.list[usize::from(id.0)]
    }

    /// The region with this id. Ids come only from this register.
    #[must_use]
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[usize::from(id.0)]
    }

    /// The unit with this name in addresses.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<ProvinceId> {
        self.by_slug.get(slug).copied()
    }

    /// The region with this name in addresses.
    #[must_use]
    pub fn region_by_slug(&self, slug: &str) -> Option<RegionId> {
        let at = self.regions.iter().position(|r| r.slug == slug)?;
        u16::try_from(at).ok().map(RegionId)
    }

    /// The place that a cell of a data file names: a unit, `vn`, or `region:` and a region.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<Place> {
        if name == "vn" {
            Some(Place::Nation)
        } else if let Some(region) = name.strip_prefix("region:") {
            self.region_by_slug(region).map(Place::Region)
        } else {
            self.by_slug(name).map(Place::Province)
        }
    }

    /// The region of a province under the scheme of a basis: a unit of both lists counts to one of each.
    #[must_use]
    pub fn region_in(&self, province: ProvinceId, basis: ProvinceList) -> RegionId {
        let about = self.get(province);
        let of_list = about
            .regions
            .iter()
            .find(|id| self.region(**id).scheme == basis.scheme());
        of_list.copied().unwrap_or(about.region)
    }

    /// All regions of all schemes, in the catalogue's order.
    pub fn regions(&self) -> impl Iterator<Item = (RegionId, &Region)> {
        let numbered = self.regions.iter().enumerate();
        numbered.filter_map(|(i, r)| u16::try_from(i).ok().map(|i| (RegionId(i), r)))
    }

    /// All regions of a scheme, in the catalogue's order.
    pub fn scheme<'a>(&'a self, scheme: &'a str) -> impl Iterator<Item = (RegionId, &'a Region)> {
        self.regions().filter(move |(_, r)| r.scheme == scheme)
    }

    /// All units by the Vietnamese alphabet.
    pub fn alphabetical(&self) -> impl Iterator<Item = (ProvinceId, &Province)> {
        self.alphabetical.iter().map(|id| (*id, self.get(*id)))
    }

    /// The same register with these spellings instead.
    #[must_use]
    pub fn with_aliases(&self, aliases: Vec<Alias>) -> Self {
        Self {
            aliases,
            ..self.clone()
        }
    }

    /// All aliases.
    #[must_use]
    pub fn aliases(&self) -> &[Alias] {
        &self.aliases
    }

    /// The units that existed at the end of a year under a basis. The year of the
    /// merger has both: its first half under 63, its end under 34.
    pub fn existing(&self, year: i32, basis: ProvinceList) -> impl Iterator<Item = (ProvinceId, &Province)> {
        let (wrong, day) = match basis {
            ProvinceList::Before2025 => (Listed::Since2025, basis.last_day(year)),
            ProvinceList::Since2025 => (Listed::Before2025, basis.last_day(year)),
        };
        self.alphabetical()
            .filter(move |(_, p)| p.listed != wrong && p.exists_on(day))
    }

    /// Which lists a place stands in. The country stands in both.
    #[must_use]
    pub fn listed(&self, place: Place) -> Listed {
        match place {
            Place::Province(id) => self.get(id).listed,
            Place::Region(id) if self.region(id).scheme.ends_with("34") => Listed::Since2025,
            Place::Region(_) => Listed::Before2025,
            Place::Nation => Listed::Both,
        }
    }

    /// Which set of provinces a figure belongs to. Units of one list settle it; for the
    /// 11 that are in both, the country and the regions, the number ranked, the day and
    /// at last the year decide.
    #[must_use]
    pub fn basis(&self, place: Place, year: Option<i32>, as_of: Option<AsOf>, rank_of: Option<u16>) -> ProvinceList {
        match (self.listed(place), rank_of) {
            (Listed::Before2025, _) | (Listed::Both, Some(63 | 64)) => ProvinceList::Before2025,
            (Listed::Since2025, _) | (Listed::Both, Some(34)) => ProvinceList::Since2025,
            (Listed::Both, _) => {
                let day = as_of.and_then(AsOf::latest_day).or(year.map(Date::year_end));
                day.map_or(ProvinceList::Before2025, ProvinceList::on)
            }
        }
    }

    /// The units that became part of another, by the alphabet. A unit that the merger
    /// formed under an old name has that older unit among them.
    pub fn predecessors(&self, of: ProvinceId) -> impl Iterator<Item = (ProvinceId, &Province)> {
        self.alphabetical().filter(move |(_, p)| p.successor == Some(of))
    }

    /// The unit that a name, code-free, means on a day; nothing when it is unknown or
    /// means several.
    #[must_use]
    pub fn resolve(&self, name: &str, day: Date) -> Option<ProvinceId> {
        let key = name_key(name);
        let spaced = fold(name).replace(' ', "");
        let named = self.alphabetical().filter(|(_, p)| {
            let known = std::iter::once(&p.name).chain(p.earlier_names.iter().map(|(n, _)| n));
            known.flat_map(|n| [&n.vi, &n.en]).any(|n| name_key(n) == key)
        });
        let aliased = self.aliases.iter().filter(|a| {
            let alias = fold(&a.spelling).replace(' ', "");
            alias == spaced || name_key(&a.spelling) == key
        });
        let mut found: Vec<ProvinceId> = named
            .filter(|(_, p)| p.exists_on(day))
            .map(|(id, _)| id)
            .chain(
                aliased
                    .filter(|a| a.from.is_none_or(|f| f <= day) && a.to.is_none_or(|t| day <= t))
                    .map(|a| a.province),
            )
            .collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}
