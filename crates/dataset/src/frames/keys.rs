//! Integer keys of tables and places: one column sorts, groups and joins faster than four.

use domain::{
    AsOf, ComponentId, Date, Figure, IndicatorId, Missing, Place, ProvinceId, ProvinceList, RegionId, TableKey,
};

/// Number of places of a kind: ids have 16 bits.
const PLACES: u32 = 1 << 16;
/// Code of the country; regions and provinces follow, as [`Place`] orders them.
pub(super) const NATION: u32 = 0;
/// Code of the first region.
pub(super) const REGIONS: u32 = PLACES;
/// Code of the first province.
pub(super) const PROVINCES: u32 = 2 * PLACES;

/// The years of an edition, whose positions are part of the keys of its tables.
pub(super) struct Keys {
    years: Vec<i32>,
}

impl Keys {
    pub(super) fn new(figures: &[Figure]) -> Self {
        let mut years: Vec<i32> = figures.iter().filter_map(|figure| figure.key.year).collect();
        years.sort_unstable();
        years.dedup();
        Self { years }
    }

    /// Returns the key of a table, ordered as [`TableKey`] is. `None` if no figure has its year.
    pub(super) fn table(&self, key: TableKey) -> Option<u64> {
        let year = u64::try_from(self.years.binary_search(&key.year).ok()?).ok()?;
        let basis = u64::from(key.basis == ProvinceList::Since2025);
        Some(u64::from(key.indicator.0) << 48 | u64::from(key.component.0) << 32 | basis << 31 | year)
    }

    /// Returns the table with a key of [`Self::table`].
    pub(super) fn decode(&self, key: u64) -> TableKey {
        let id = |shift: u32| u16::try_from(key >> shift & 0xffff).unwrap_or(u16::MAX);
        let year = usize::try_from(key & 0x7fff_ffff).ok();
        TableKey {
            indicator: IndicatorId(id(48)),
            component: ComponentId(id(32)),
            basis: basis(key),
            year: year.and_then(|at| self.years.get(at)).copied().unwrap_or_default(),
        }
    }
}

/// Returns the province list of a table's key.
pub(super) const fn basis(key: u64) -> ProvinceList {
    if key >> 31 & 1 == 1 {
        ProvinceList::Since2025
    } else {
        ProvinceList::Before2025
    }
}

/// Returns the key of province list and year, on which it depends which units exist.
pub(super) const fn period(table: u64) -> u64 {
    table & 0xffff_ffff
}

/// Returns the code of a place: the country, then regions, then provinces, as [`Place`] orders them.
pub(crate) fn place(place: Place) -> u32 {
    match place {
        Place::Nation => NATION,
        Place::Region(region) => REGIONS + u32::from(region.0),
        Place::Province(province) => province_code(province),
    }
}

pub(super) fn province_code(province: ProvinceId) -> u32 {
    PROVINCES + u32::from(province.0)
}

/// Returns the place with a code of [`place`].
pub(crate) fn place_of(code: u32) -> Place {
    match code {
        PROVINCES.. => Place::Province(province(code)),
        REGIONS.. => Place::Region(region(code)),
        _ => Place::Nation,
    }
}

pub(super) fn province(code: u32) -> ProvinceId {
    ProvinceId(u16::try_from(code & (PLACES - 1)).unwrap_or(u16::MAX))
}

pub(super) fn region(code: u32) -> RegionId {
    RegionId(u16::try_from(code & (PLACES - 1)).unwrap_or(u16::MAX))
}

/// Reasons by their codes.
const REASONS: [Missing; 6] = [
    Missing::NotFound,
    Missing::NotPublished,
    Missing::NotSurveyed,
    Missing::NotRanked,
    Missing::BeforeUnit,
    Missing::AfterUnit,
];
/// Code of [`Missing::NotFound`].
pub(super) const NOT_FOUND: u32 = 0;

pub(super) fn reason_code(reason: Missing) -> u32 {
    let at = REASONS.iter().position(|known| *known == reason);
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NOT_FOUND)
}

pub(super) fn reason(code: u32) -> Missing {
    let at = usize::try_from(code).ok();
    at.and_then(|at| REASONS.get(at)).copied().unwrap_or(Missing::NotFound)
}

/// Returns a number that orders days; an unknown day is before all others, as `None` is.
pub(super) fn day(day: Option<Date>) -> i32 {
    day.map_or(i32::MIN, |day| {
        (day.year() * 16 + i32::from(day.month())) * 32 + i32::from(day.day())
    })
}

/// Returns a number that differs between moments; 0 for none.
pub(super) fn moment(moment: Option<AsOf>) -> i64 {
    let code =
        |kind: i64, year: i32, within: u8| kind << 48 | i64::from(year.cast_unsigned()) << 16 | i64::from(within);
    match moment {
        None => 0,
        Some(AsOf::Year(year)) => code(1, year, 0),
        Some(AsOf::Mid(year)) => code(2, year, 0),
        Some(AsOf::End(year)) => code(3, year, 0),
        Some(AsOf::Quarter(year, quarter)) => code(4, year, quarter),
        Some(AsOf::Month(year, month)) => code(5, year, month),
        Some(AsOf::Day(date)) => code(6, day(Some(date)), 0),
        Some(AsOf::After(date)) => code(7, day(Some(date)), 0),
        Some(AsOf::Undated) => code(8, 0, 0),
    }
}
