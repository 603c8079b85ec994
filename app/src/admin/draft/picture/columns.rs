//! The columns of a file as numbers: what they hold, and what the year before had.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use domain::{ComponentId, IndicatorId, Place, ProvinceId, ProvinceList, TableKey};

use super::super::sheet::Sheet;

/// How values are spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) count: usize,
    pub(super) low: f64,
    /// The median.
    pub(super) middle: f64,
    pub(super) high: f64,
}

impl Spread {
    pub(super) fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let count = values.len();
        let (low, high) = (*values.first()?, *values.last()?);
        let middle = f64::midpoint(values[(count - 1) / 2], values[count / 2]);
        Some(Self {
            count,
            low,
            middle,
            high,
        })
    }
}

/// A component in a year, as the file has it.
#[derive(Clone, Debug)]
pub(super) struct FileColumn {
    /// Its name in addresses: component and year.
    pub(super) code: String,
    /// Indicator, component, year, in words.
    pub(super) name: String,
    pub(super) year: i32,
    pub(super) decimals: u8,
    pub(super) now: Spread,
    /// The last year before with figures of at least half the provinces.
    pub(super) before_year: Option<i32>,
    pub(super) before: Option<Spread>,
    /// The two years can be compared.
    pub(super) comparable: bool,
    /// Provinces with a value in both: before, now.
    pub(super) pairs: Vec<(ProvinceId, f64, f64)>,
}

type Key = (IndicatorId, i32, ComponentId, ProvinceList);
/// The same, the newest year first.
type Newest = (IndicatorId, Reverse<i32>, ComponentId, ProvinceList);

/// All columns with values of provinces: the newest year first, then in the order of the catalogue.
pub(super) fn of_file(sheet: &Sheet<'_>) -> Vec<FileColumn> {
    let mut columns: BTreeMap<Newest, HashMap<ProvinceId, f64>> = BTreeMap::new();
    for entry in &sheet.draft.reading.entries {
        let key = entry.key;
        let (Place::Province(province), Some(year), Some(value)) = (key.place, key.year, entry.claim.value) else {
            continue;
        };
        let column = (key.indicator, Reverse(year), key.component, key.basis);
        columns.entry(column).or_default().insert(province, value.value);
    }
    let columns = columns.into_iter();
    columns
        .filter_map(|((indicator, year, component, basis), values)| {
            column(sheet, (indicator, year.0, component, basis), &values)
        })
        .collect()
}

fn column(sheet: &Sheet<'_>, key: Key, values: &HashMap<ProvinceId, f64>) -> Option<FileColumn> {
    let (id, year, component, basis) = key;
    let lang = sheet.lang();
    let indicator = sheet.catalogue().indicators.get(usize::from(id.0))?;
    let about = indicator.component(component);
    let before = before(sheet, key);
    let mut pairs: Vec<(ProvinceId, f64, f64)> = Vec::new();
    if let Some((_, old)) = &before {
        pairs.extend(values.iter().filter_map(|(id, now)| Some((*id, *old.get(id)?, *now))));
        pairs.sort_by_key(|(id, ..)| *id);
    }
    let before_year = before.as_ref().map(|(year, _)| *year);
    let basis = if basis == ProvinceList::Since2025 { "-34" } else { "" };
    Some(FileColumn {
        code: format!("{}.{}.{year}{basis}", indicator.slug, about.slug),
        name: format!(
            "{} {year}: {}",
            indicator.short.get(lang),
            about.name_in(Some(year)).get(lang)
        ),
        year,
        decimals: indicator.decimals(component),
        now: Spread::of(values.values().copied())?,
        before: before.as_ref().and_then(|(_, old)| Spread::of(old.values().copied())),
        comparable: before_year.is_some_and(|from| indicator.compare(from, year).verdict.comparable()),
        before_year,
        pairs,
    })
}

/// The values of the last year before in which at least half the provinces have one.
fn before(sheet: &Sheet<'_>, (indicator, year, component, basis): Key) -> Option<(i32, HashMap<ProvinceId, f64>)> {
    let snapshot = sheet.at.admin.snapshot;
    let known = snapshot.catalogue.indicators.get(usize::from(indicator.0))?;
    if usize::from(component.0) >= known.components.len() {
        return None;
    }
    let mut years = snapshot.years(indicator, component);
    years.retain(|other| *other < year);
    years.into_iter().rev().find_map(|year| {
        let table = snapshot.table(TableKey {
            indicator,
            component,
            basis,
            year,
        })?;
        if table.with_value * 2 < table.expected {
            return None;
        }
        let value = |row: &domain::Row| Some((row.province, snapshot.figure(row.figure).value.value()?));
        Some((year, table.rows.iter().filter_map(value).collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_value_or_between_two() {
        let of = |values: &[f64]| Spread::of(values.iter().copied()).map(|s| (s.count, s.low, s.middle, s.high));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[3.0]), Some((1, 3.0, 3.0, 3.0)));
        assert_eq!(of(&[9.0, 1.0, 4.0]), Some((3, 1.0, 4.0, 9.0)));
        assert_eq!(of(&[9.0, 1.0, 4.0, 5.0]), Some((4, 1.0, 4.5, 9.0)));
    }
}
