//! How far apart the provinces of a table are.

use crate::{ComponentId, IndicatorId, Kind, Snapshot, Table, ranking::percentile};

/// The five-number summary of the values of a complete table, in the unit of the component.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// The lowest value.
    pub lowest: f64,
    /// The first quartile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The third quartile.
    pub upper: f64,
    /// The highest value.
    pub highest: f64,
    /// The number of provinces.
    pub count: usize,
}

impl Dispersion {
    /// Returns the distance between the quartiles: half of the provinces are within it.
    #[must_use]
    pub fn between_quartiles(self) -> f64 {
        self.upper - self.lower
    }
}

/// The dispersion of an indicator year by year.
#[derive(Clone, Debug)]
pub struct Dispersions<'a> {
    /// The years with a complete table, ascending; at least one.
    pub years: Vec<(&'a Table, Dispersion)>,
    /// The years with figures but without a complete table, ascending.
    pub without: Vec<i32>,
    /// The position of the earliest year that may be compared with the newest one. `None` if there is none.
    pub from: Option<usize>,
}

impl Snapshot {
    /// Returns the dispersion of an indicator year by year. `None` without a complete table of scores.
    ///
    /// Two years are compared only if they have the same list of provinces: 63 units and 34 larger ones are not equally
    /// far apart, whatever the method.
    #[must_use]
    pub fn dispersions(&self, indicator: IndicatorId) -> Option<Dispersions<'_>> {
        let (mut years, mut without) = (Vec::new(), Vec::new());
        for year in self.years(indicator, ComponentId::TOTAL) {
            let mut tables = self
                .tables(indicator, ComponentId::TOTAL)
                .filter(|table| table.key.year == year);
            match tables.find_map(|table| Some((table, self.dispersion(table)?))) {
                Some(found) => years.push(found),
                None => without.push(year),
            }
        }
        let newest = years.last().map(|(table, _)| table.key)?;
        let from = years.iter().position(|(table, _)| {
            let (basis, year) = (table.key.basis, table.key.year);
            year < newest.year && basis == newest.basis && self.comparison(newest, year).comparable()
        });
        Some(Dispersions { years, without, from })
    }

    /// Returns the dispersion of a table of scores. `None` if the table is not complete, because the missing provinces may
    /// be those at the ends; if its figures describe different moments; or for counts, which grow with the province.
    ///
    /// Quartiles are by linear interpolation, as in [`quartile_groups`](crate::quartile_groups).
    #[must_use]
    pub fn dispersion(&self, table: &Table) -> Option<Dispersion> {
        let scored = self.catalogue.indicator(table.key.indicator).kind == Kind::Score;
        if !scored || !table.complete || table.mixed {
            return None;
        }
        let mut values: Vec<f64> = table
            .rows
            .iter()
            .filter_map(|row| self.figure(row.figure).value.value())
            .collect();
        values.sort_by(f64::total_cmp);
        let (first, last) = (*values.first()?, *values.last()?);
        let [lower, median, upper] = [0.25, 0.5, 0.75].map(|share| percentile(&values, share));
        (values.len() == table.rows.len()).then_some(Dispersion {
            lowest: first,
            lower,
            median,
            upper,
            highest: last,
            count: values.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Direction, IndicatorId, Kind, PairVerdict, Verdict, quartile_groups, test_parts, test_tables::Tables};

    fn dispersion(values: &[f64], change: impl FnOnce(&mut crate::Indicator)) -> Option<super::Dispersion> {
        let mut indicator = test_parts::indicator("pci", &["overall"]);
        change(&mut indicator);
        let mut tables = Tables::new(indicator, 5);
        tables.values(0, 2016, values);
        let snapshot = tables.snapshot();
        let table = snapshot.table(Tables::key(0, 2016))?;
        snapshot.dispersion(table)
    }

    #[test]
    fn the_summary_is_that_of_the_sorted_values() {
        let found = dispersion(&[5.0, 1.0, 4.0, 2.0, 3.0], |_| ()).unwrap();
        let five = [found.lowest, found.lower, found.median, found.upper, found.highest];
        assert_eq!((five, found.count), ([1.0, 2.0, 3.0, 4.0, 5.0], 5));
        assert_eq!(found.between_quartiles(), 2.0);
        // The quartiles divide the provinces as the groups of the ranking do.
        assert_eq!(quartile_groups(&[5.0, 1.0, 4.0, 2.0, 3.0]), [1, 4, 1, 3, 2]);
    }

    #[test]
    fn only_years_of_one_method_are_compared_and_gaps_are_named() {
        let snapshot = |verdict| {
            let mut indicator = test_parts::indicator("pci", &["overall"]);
            indicator.methods = vec![test_parts::method("a", 2013, 2014), test_parts::method("b", 2015, 2016)];
            indicator.verdicts = vec![PairVerdict {
                from: 2014,
                to: 2015,
                verdict,
                decision: None,
                reason: crate::Text::default(),
            }];
            let mut tables = Tables::new(indicator, 3);
            tables.values(0, 2013, &[1.0, 2.0, 3.0]).values(0, 2014, &[1.0, 2.0]);
            tables
                .values(0, 2015, &[1.0, 3.0, 5.0])
                .values(0, 2016, &[1.0, 4.0, 7.0]);
            tables.snapshot()
        };
        for (verdict, from) in [(Verdict::SameMethod, Some(0)), (Verdict::MethodChanged, Some(1))] {
            let snapshot = snapshot(verdict);
            let found = snapshot.dispersions(IndicatorId(0)).unwrap();
            let years: Vec<i32> = found.years.iter().map(|(table, _)| table.key.year).collect();
            assert_eq!(
                (years, found.without, found.from),
                (vec![2013, 2015, 2016], vec![2014], from)
            );
        }
    }

    #[test]
    fn a_direction_does_not_matter_but_gaps_and_counts_do() {
        let values = [5.0, 1.0, 4.0, 2.0, 3.0];
        let lower = dispersion(&values, |indicator| indicator.direction = Direction::Lower);
        assert_eq!(lower, dispersion(&values, |_| ()));
        assert_eq!(dispersion(&values[..4], |_| ()), None);
        assert_eq!(dispersion(&values, |indicator| indicator.kind = Kind::Count), None);
    }
}
