//! Provinces with their dates, and the two province lists: 63 units until 30/6/2025, 34 since.

use std::collections::HashMap;

use strum::{EnumString, IntoStaticStr};

use crate::{
    AsOf, Date, Place, Population, Text, collation_key,
    spellings::{Spelling, Spellings},
};

/// Index of a province or centrally run city in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvinceId(pub u16);

/// Index of a region in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u16);

/// The list of provinces that a figure or a ranking refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
pub enum ProvinceList {
    /// The 63 provinces (64 with Hà Tây before 1/8/2008), as published until 30/6/2025.
    #[strum(serialize = "63")]
    Before2025,
    /// The 34 provinces since 1/7/2025.
    #[strum(serialize = "34")]
    Since2025,
}

impl ProvinceList {
    /// Returns the code used in URLs: `63` or `34`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the list with this code. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// Returns the default region scheme of the list.
    #[must_use]
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::Before2025 => "six-63",
            Self::Since2025 => "six-34",
        }
    }

    /// Returns the last day of a year on which its units existed. In the year of the merger both lists have one.
    #[must_use]
    pub fn last_day(self, year: i32) -> Date {
        let merger = Date::new(2025, 6, 30).unwrap_or(Date::year_end(2024));
        match self {
            Self::Before2025 => Date::year_end(year).min(merger),
            Self::Since2025 => Date::year_end(year.max(2025)),
        }
    }

    /// Returns the list that applies on a day.
    #[must_use]
    pub fn on(day: Date) -> Self {
        if Some(day) >= Date::new(2025, 7, 1) {
            Self::Since2025
        } else {
            Self::Before2025
        }
    }
}

/// Which province lists contain a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Only the list of 63 (Hà Tây: of 64).
    Before2025,
    /// Only the list of 34: the unit was formed on 1/7/2025.
    Since2025,
    /// Both: one of the 11 units that the merger left unchanged.
    Both,
}

/// A province, or a city run by the central government.
#[derive(Clone, Debug, PartialEq)]
pub struct Province {
    /// Its name in URLs; unique and stable.
    pub slug: String,
    /// Code of the statistics office. New codes reuse old ones: never join on it.
    pub code: String,
    /// Which province lists contain it.
    pub listed: Listed,
    /// True for a city run by the central government.
    pub city: bool,
    /// Its present (or last) name.
    pub name: Text,
    /// Earlier names, each with the last day of its use.
    pub earlier_names: Vec<(Text, Date)>,
    /// First day of the unit; `None` if not relevant.
    pub from: Option<Date>,
    /// Last day of the unit; `None` if it still exists.
    pub to: Option<Date>,
    /// The unit that it became part of.
    pub successor: Option<ProvinceId>,
    /// Region in the default scheme of its province list.
    pub region: RegionId,
    /// All regions that it belongs to, in all schemes.
    pub regions: Vec<RegionId>,
}

impl Province {
    /// Returns true if it belongs to a region, in any scheme.
    #[must_use]
    pub fn in_region(&self, region: RegionId) -> bool {
        self.regions.contains(&region)
    }

    /// Returns true if the unit existed on a day.
    #[must_use]
    pub fn exists_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Returns the name of the unit at the end of a year.
    #[must_use]
    pub fn name_in(&self, year: i32) -> &Text {
        let day = Date::year_end(year);
        self.earlier_names
            .iter()
            .find(|(_, to)| day <= *to)
            .map_or(&self.name, |(name, _)| name)
    }
}

/// A group of provinces in a region scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in URLs; unique across all schemes.
    pub slug: String,
    /// The scheme: `six-63`, `six-34`, `eight-63`.
    pub scheme: String,
    /// Its name.
    pub name: Text,
}

impl Region {
    /// Returns true if it belongs to the default scheme of a province list.
    #[must_use]
    pub fn is_of(&self, list: ProvinceList) -> bool {
        self.scheme == list.scheme()
    }
}

/// A spelling that folding cannot match, with the period in which it means this unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The spelling as found.
    pub spelling: String,
    /// The unit that it means.
    pub province: ProvinceId,
    /// First day of this meaning.
    pub from: Option<Date>,
    /// Last day of this meaning.
    pub to: Option<Date>,
}

/// The register of all units, regions and spellings.
#[derive(Clone, Debug, Default)]
pub struct Provinces {
    list: Vec<Province>,
    regions: Vec<Region>,
    aliases: Vec<Alias>,
    by_slug: HashMap<String, ProvinceId>,
    alphabetical: Vec<ProvinceId>,
    pub(crate) spellings: Spellings,
    pub(crate) populations: Vec<Population>,
}

impl Provinces {
    /// Creates a register from units in the order of their ids, regions and aliases.
    #[must_use]
    pub fn new(list: Vec<Province>, regions: Vec<Region>, aliases: Vec<Alias>) -> Self {
        let ids = || (0..list.len()).filter_map(|i| u16::try_from(i).ok()).map(ProvinceId);
        let by_slug = ids().zip(&list).map(|(id, p)| (p.slug.clone(), id)).collect();
        let mut alphabetical: Vec<ProvinceId> = ids().collect();
        alphabetical.sort_by_cached_key(|id| collation_key(&list[usize::from(id.0)].name.vi));
        let units = alphabetical.iter().map(|id| (*id, &list[usize::from(id.0)]));
        let spellings = Spellings::new(units, &aliases);
        Self {
            list,
            regions,
            aliases,
            by_slug,
            alphabetical,
            spellings,
            populations: Vec::new(),
        }
    }

    /// Returns the unit with this id.
    ///
    /// # Panics
    /// May panic if the id is from another register.
    #[must_use]
    pub fn get(&self, id: ProvinceId) -> &Province {
        &self.list[usize::from(id.0)]
    }

    /// Returns the region with this id.
    ///
    /// # Panics
    /// May panic if the id is from another register.
    #[must_use]
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[usize::from(id.0)]
    }

    /// Returns the unit with this slug. `None` if there is none.
    #[must_use]
    pub fn by_slug(&self, slug: &str) -> Option<ProvinceId> {
        self.by_slug.get(slug).copied()
    }

    /// Returns the region with this slug. `None` if there is none.
    #[must_use]
    pub fn region_by_slug(&self, slug: &str) -> Option<RegionId> {
        let at = self.regions.iter().position(|r| r.slug == slug)?;
        u16::try_from(at).ok().map(RegionId)
    }

    /// Returns the place that a cell of a data file names: the slug of a unit, `vn`, or `region:` and the slug of a
    /// region. `None` if there is no such place.
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

    /// Returns the region of a province in the default scheme of a list: a unit in both lists has one in each.
    #[must_use]
    pub fn region_in(&self, province: ProvinceId, basis: ProvinceList) -> RegionId {
        let province = self.get(province);
        let in_scheme = province
            .regions
            .iter()
            .find(|id| self.region(**id).scheme == basis.scheme());
        in_scheme.copied().unwrap_or(province.region)
    }

    /// Iterates over all regions of all schemes, in the catalogue's order.
    pub fn regions(&self) -> impl Iterator<Item = (RegionId, &Region)> {
        let numbered = self.regions.iter().enumerate();
        numbered.filter_map(|(i, r)| u16::try_from(i).ok().map(|i| (RegionId(i), r)))
    }

    /// Iterates over all regions of a scheme, in the catalogue's order.
    pub fn scheme<'a>(&'a self, scheme: &'a str) -> impl Iterator<Item = (RegionId, &'a Region)> {
        self.regions().filter(move |(_, r)| r.scheme == scheme)
    }

    /// Iterates over all units in Vietnamese alphabetical order.
    pub fn alphabetical(&self) -> impl ExactSizeIterator<Item = (ProvinceId, &Province)> {
        self.alphabetical.iter().map(|id| (*id, self.get(*id)))
    }

    /// Returns the register with its aliases replaced.
    #[must_use]
    pub fn with_aliases(&self, aliases: Vec<Alias>) -> Self {
        Self {
            aliases,
            ..self.clone()
        }
    }

    /// Returns all aliases.
    #[must_use]
    pub fn aliases(&self) -> &[Alias] {
        &self.aliases
    }

    /// Iterates over the units of a list that existed at the end of a year. The year of the merger has both lists: the
    /// 63 in its first half, the 34 at its end.
    pub fn existing(&self, year: i32, basis: ProvinceList) -> impl Iterator<Item = (ProvinceId, &Province)> {
        let (other_list, day) = match basis {
            ProvinceList::Before2025 => (Listed::Since2025, basis.last_day(year)),
            ProvinceList::Since2025 => (Listed::Before2025, basis.last_day(year)),
        };
        self.alphabetical()
            .filter(move |(_, p)| p.listed != other_list && p.exists_on(day))
    }

    /// Returns which province lists a place belongs to. The country belongs to both.
    #[must_use]
    pub fn listed(&self, place: Place) -> Listed {
        match place {
            Place::Province(id) => self.get(id).listed,
            Place::Region(id) if self.region(id).scheme.ends_with("34") => Listed::Since2025,
            Place::Region(_) => Listed::Before2025,
            Place::Nation => Listed::Both,
        }
    }

    /// Returns the province list that a figure belongs to. For places in one list, it is that list. For the 11 units in
    /// both and the country, it follows from the number of ranked places, then from the day, then from the year.
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

    /// Iterates over the units that became part of another, in alphabetical order. For a unit that the merger formed
    /// under an existing name, they include the former unit with that name.
    pub fn predecessors(&self, of: ProvinceId) -> impl Iterator<Item = (ProvinceId, &Province)> {
        self.alphabetical().filter(move |(_, p)| p.successor == Some(of))
    }

    /// Returns the unit that a name (not a code) means on a day. `None` if it is unknown or ambiguous.
    #[must_use]
    pub fn resolve(&self, name: &str, day: Date) -> Option<ProvinceId> {
        let name = Spelling::new(name);
        let named = self.spellings.named(&name);
        let aliased = self.spellings.aliased(&name).map(|at| &self.aliases[at]);
        let aliased = aliased.filter(|a| a.from.is_none_or(|f| f <= day) && a.to.is_none_or(|t| day <= t));
        let mut found: Vec<ProvinceId> = named
            .filter(|id| self.get(*id).exists_on(day))
            .chain(aliased.map(|a| a.province))
            .collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}
