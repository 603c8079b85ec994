//! Selects the year of an indicator that is shown if no year is requested.
//!
//! The newest year may be known for only a handful of provinces. A reader who opens an indicator wants the newest
//! year that represents the whole country; newer years with fewer figures are listed next to it.

use crate::{ComponentId, IndicatorId, ProvinceId, ProvinceList, Row, Snapshot, Table, TableKey};

/// The share of the coverage of an indicator's best-covered year that a year must reach, unless the indicator
/// specifies another share ([`Indicator::enough`](crate::Indicator::enough)).
pub const ENOUGH: f64 = 0.8;

impl Snapshot {
    /// Returns the table that is shown for a province and an indicator, with the province's row. `None` if no table of
    /// the indicator has the province. Candidates, in order of precedence: the
    /// [`fullest_table`](Self::fullest_table), which may be that of a component; the
    /// [`default_table`](Self::default_table); the newest earlier table with the province; the newest of all with it.
    #[must_use]
    pub fn table_for(&self, indicator: IndicatorId, province: ProvinceId) -> Option<(&Table, &Row)> {
        fn with_row(table: &Table, province: ProvinceId) -> Option<(&Table, &Row)> {
            Some((table, table.row(province)?))
        }
        let shown = self.default_table(indicator);
        for table in [self.fullest_table(indicator), shown].into_iter().flatten() {
            if let Some(found) = with_row(table, province) {
                return Some(found);
            }
        }
        let newest = |until: i32| {
            let tables = self.tables(indicator, ComponentId::TOTAL);
            let found = tables.filter_map(|table| with_row(table, province));
            found
                .filter(|(table, _)| table.key.year <= until)
                .max_by_key(|(table, _)| (table.key.year, table.rows.len()))
        };
        shown
            .and_then(|table| newest(table.key.year))
            .or_else(|| newest(i32::MAX))
    }

    /// Iterates over the tables newer than `key` in which a province has a value or a rank, although few others do:
    /// each with the province's row, ascending.
    pub fn newer_rows(&self, key: TableKey, province: ProvinceId) -> impl Iterator<Item = (&Table, &Row)> {
        let newer = self
            .tables(key.indicator, key.component)
            .filter(move |table| table.key.year > key.year);
        newer.filter_map(move |table| {
            let row = table.row(province)?;
            let known = row.rank.is_some() || self.figure(row.figure).value.value().is_some();
            known.then_some((table, row))
        })
    }

    /// Returns the default table of an indicator: the newest year with enough figures, for the province list with more
    /// of them. A year has enough if its table is complete, or if its coverage is at least
    /// [`Indicator::enough`](crate::Indicator::enough) (by default [`ENOUGH`]) of that of the best-covered year. `None`
    /// if no year has figures of provinces.
    #[must_use]
    pub fn default_table(&self, indicator: IndicatorId) -> Option<&Table> {
        self.newest_with_enough(indicator, self.fullest(indicator))
    }

    /// Returns the default table for one province list: [`default_table`](Self::default_table) if it has this list,
    /// otherwise the list's newest year with enough figures. `None` if the list has no figures.
    #[must_use]
    pub fn default_table_of(&self, indicator: IndicatorId, basis: ProvinceList) -> Option<&Table> {
        let shown = self.default_table(indicator).filter(|table| table.key.basis == basis);
        shown.or_else(|| {
            let tables = self.tables(indicator, ComponentId::TOTAL);
            let of_list = tables.filter(|t| t.key.basis == basis && !t.rows.is_empty());
            self.newest_with_enough(indicator, of_list.collect())
        })
    }

    /// Returns the newest table with enough figures, from tables in ascending order of years.
    fn newest_with_enough<'a>(&self, indicator: IndicatorId, years: Vec<&'a Table>) -> Option<&'a Table> {
        let best = years.iter().map(|t| coverage(t)).fold(0.0, f64::max);
        let share = self.catalogue.indicator(indicator).enough.unwrap_or(ENOUGH);
        // Rounding of the product must not exclude the best-covered year itself.
        let minimum = (best * share).min(best);
        years
            .into_iter()
            .rev()
            .find(|t| t.complete || coverage(t) + 1e-9 >= minimum)
    }

    /// Returns the table with the best coverage of an indicator: the default one, unless it covers fewer than half of
    /// the provinces and a component's table covers more. Among those, the one with the most rows; among equals, the
    /// newest.
    #[must_use]
    pub fn fullest_table(&self, indicator: IndicatorId) -> Option<&Table> {
        let shown = self.default_table(indicator);
        if shown.is_some_and(|table| table.rows.len() * 2 >= table.expected) {
            return shown;
        }
        let components = self.catalogue.indicator(indicator).components().skip(1);
        let tables = components.flat_map(|(component, _)| self.tables(indicator, component));
        // Of equal ones the first component counts.
        let fullest =
            tables.max_by_key(|table| (table.rows.len(), table.key.year, std::cmp::Reverse(table.key.component)));
        fullest
            .filter(|found| shown.is_none_or(|table| found.rows.len() > table.rows.len()))
            .or(shown)
    }

    /// Returns the year of [`default_table`](Self::default_table).
    #[must_use]
    pub fn default_year(&self, indicator: IndicatorId) -> Option<i32> {
        Some(self.default_table(indicator)?.key.year)
    }

    /// Returns the tables of the years after the default one, ascending. They cover fewer provinces; each is for the
    /// province list with more figures.
    #[must_use]
    pub fn sparse_newer(&self, indicator: IndicatorId) -> Vec<&Table> {
        let shown = self.default_year(indicator);
        let mut years = self.fullest(indicator);
        years.retain(|t| shown.is_some_and(|year| t.key.year > year));
        years
    }

    /// Returns the headline table of each year, for the province list with more figures, ascending.
    fn fullest(&self, indicator: IndicatorId) -> Vec<&Table> {
        let table_of = |year| {
            let basis = *self.bases(indicator, ComponentId::TOTAL, year).first()?;
            self.table(TableKey {
                indicator,
                component: ComponentId::TOTAL,
                basis,
                year,
            })
        };
        self.years(indicator, ComponentId::TOTAL)
            .into_iter()
            .filter_map(table_of)
            .collect()
    }
}

/// Returns the share of existing provinces that have a figure, 0 to 1.
fn coverage(table: &Table) -> f64 {
    let count = |n: usize| u32::try_from(n).map_or(f64::INFINITY, f64::from);
    if table.expected == 0 {
        return 0.0;
    }
    count(table.rows.len()) / count(table.expected)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::{Catalogue, Date, Edition, Figure, FigureKey, Place, ProvinceId, Provinces, Text, test_parts};

    /// A snapshot of ten provinces; `years` gives the number of provinces with a value in each year from 2010.
    fn snapshot(years: &[u8], enough: Option<f64>) -> Snapshot {
        let indicator = crate::Indicator {
            enough,
            ..test_parts::indicator("i", &["overall"])
        };
        let provinces = (0..10).map(|n| test_parts::province(&format!("p{n}"))).collect();
        let catalogue = Catalogue {
            indicators: vec![indicator],
            provinces: Provinces::new(provinces, vec![test_parts::region()], Vec::new()),
            ..Catalogue::default()
        };
        let mut figures = Vec::new();
        for (at, known) in (2010..).zip(years) {
            for n in 0..u16::from(*known) {
                let key = FigureKey {
                    indicator: IndicatorId(0),
                    component: ComponentId::TOTAL,
                    place: Place::Province(ProvinceId(n)),
                    basis: ProvinceList::Before2025,
                    year: Some(at),
                    as_of: None,
                };
                figures.push(Figure::new(key, vec![test_parts::claim(Some(f64::from(n)))]));
            }
        }
        let edition = Edition {
            number: 1,
            published: Date::year_end(2026),
            note: Text::default(),
            rows: 0,
        };
        Snapshot::new(edition, Arc::new(catalogue), figures)
    }

    #[test]
    fn the_newest_year_with_enough_figures_is_shown() {
        // Provinces known in each year, the minimum share, the default year, the newer years.
        type Case<'a> = (&'a [u8], Option<f64>, Option<i32>, &'a [i32]);
        let cases: [Case<'_>; 9] = [
            (&[], None, None, &[]),
            (&[1], None, Some(2010), &[]),
            (&[10, 2], None, Some(2010), &[2011]),
            (&[10, 8], None, Some(2011), &[]),
            (&[10, 7], None, Some(2010), &[2011]),
            (&[5, 4], None, Some(2011), &[]),
            (&[10, 3, 0, 2], None, Some(2010), &[2011, 2013]),
            (&[10, 3], Some(0.3), Some(2011), &[]),
            (&[10, 8, 9], Some(1.0), Some(2010), &[2011, 2012]),
        ];
        for (years, enough, shown, newer) in cases {
            let snapshot = snapshot(years, enough);
            assert_eq!(snapshot.default_year(IndicatorId(0)), shown, "{years:?}, {enough:?}");
            let found: Vec<i32> = snapshot
                .sparse_newer(IndicatorId(0))
                .iter()
                .map(|t| t.key.year)
                .collect();
            assert_eq!(found, newer, "{years:?}, {enough:?}");
        }
    }

    #[test]
    fn a_sparse_headline_is_replaced_by_a_fuller_component() {
        // Of ten provinces: the number with the headline figure and with each of two components; the component shown.
        for (headline, parts, shown) in [
            (5, [9, 8], 0),
            (4, [9, 8], 1),
            (4, [8, 9], 2),
            (4, [9, 9], 1),
            (4, [4, 3], 0),
            (0, [0, 1], 2),
        ] {
            let indicator = test_parts::indicator("i", &["overall", "first", "second"]);
            let provinces = (0..10).map(|n| test_parts::province(&format!("p{n}"))).collect();
            let catalogue = Catalogue {
                indicators: vec![indicator],
                provinces: Provinces::new(provinces, vec![test_parts::region()], Vec::new()),
                ..Catalogue::default()
            };
            let mut figures = Vec::new();
            for (component, known) in (0u16..).zip([headline, parts[0], parts[1]]) {
                for province in 0..known {
                    let key = FigureKey {
                        indicator: IndicatorId(0),
                        component: ComponentId(component),
                        place: Place::Province(ProvinceId(province)),
                        basis: ProvinceList::Before2025,
                        year: Some(2020),
                        as_of: None,
                    };
                    figures.push(Figure::new(key, vec![test_parts::claim(Some(1.0))]));
                }
            }
            let edition = Edition {
                number: 1,
                published: Date::year_end(2026),
                note: Text::default(),
                rows: 0,
            };
            let snapshot = Snapshot::new(edition, Arc::new(catalogue), figures);
            let found = snapshot.fullest_table(IndicatorId(0)).map(|table| table.key.component);
            assert_eq!(found, Some(ComponentId(shown)), "{headline}, {parts:?}");
        }
    }

    #[test]
    fn each_province_list_has_its_own_default_year() {
        let snapshot = snapshot(&[10, 8, 3], None);
        let year = |basis| Some(snapshot.default_table_of(IndicatorId(0), basis)?.key.year);
        assert_eq!(year(ProvinceList::Before2025), Some(2011));
        assert_eq!(year(ProvinceList::Since2025), None);
    }

    proptest! {
        #[test]
        fn no_year_after_the_default_one_has_as_many_figures(
            years in proptest::collection::vec(0u8..=10, 1..12),
            enough in 0.0..=1.0f64,
        ) {
            let snapshot = snapshot(&years, Some(enough));
            let Some(table) = snapshot.default_table(IndicatorId(0)) else {
                prop_assert!(years.iter().all(|n| *n == 0));
                return Ok(());
            };
            let best = years.iter().copied().max().unwrap_or_default();
            prop_assert!(table.rows.len() as f64 + 1e-6 >= f64::from(best) * enough);
            for newer in snapshot.sparse_newer(IndicatorId(0)) {
                prop_assert!(newer.key.year > table.key.year);
                prop_assert!((newer.rows.len() as f64) < f64::from(best) * enough);
            }
        }
    }
}
