//! Breaks down counts into the parts that make up a whole.

use crate::{ComponentId, Figure, IndicatorId, ProvinceId, ProvinceList, Snapshot, TableKey, Whole};

/// The minimum number of provinces in a breakdown.
const MIN_ROWS: usize = 2;

/// The provinces of a year whose parts are known and add up to the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Division<'a> {
    /// The whole and its parts.
    pub whole: &'a Whole,
    /// At least two provinces, in descending order of their first part.
    pub rows: Vec<DivisionRow>,
    /// Provinces whose parts are known but do not add up to the whole.
    pub uneven: Vec<ProvinceId>,
}

/// The whole and the parts of one province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionRow {
    /// The province.
    pub province: ProvinceId,
    /// Position of the figure of the whole in [`Snapshot::figures`].
    pub whole: usize,
    /// Positions of the figures of the parts, in the order of [`Whole::parts`].
    pub parts: Vec<usize>,
}

impl Snapshot {
    /// Breaks down the counts of a year, for provinces whose whole and parts describe the same moment. `None` if the
    /// catalogue defines no whole for the year, or if fewer than two provinces have all figures.
    #[must_use]
    pub fn division(&self, indicator: IndicatorId, (basis, year): (ProvinceList, i32)) -> Option<Division<'_>> {
        let wholes = &self.catalogue.indicator(indicator).wholes;
        let wholes_of_year = wholes.iter().filter(|whole| whole.span.holds(year));
        let divisions = wholes_of_year.map(|whole| self.division_of(whole, indicator, (basis, year)));
        divisions
            .filter(|division| division.rows.len() >= MIN_ROWS)
            .max_by_key(|division| division.rows.len())
    }

    /// Breaks down one whole.
    fn division_of<'a>(
        &self,
        whole: &'a Whole,
        indicator: IndicatorId,
        (basis, year): (ProvinceList, i32),
    ) -> Division<'a> {
        let figures = |component| self.component_figures(indicator, component, (basis, year));
        let parts: Vec<Vec<(ProvinceId, usize)>> = whole.parts.iter().map(|part| figures(*part)).collect();
        let mut division = Division {
            whole,
            rows: Vec::new(),
            uneven: Vec::new(),
        };
        for (province, at) in figures(whole.whole) {
            let moment = self.figure(at).key.as_of;
            let at_same_moment = |list: &Vec<(ProvinceId, usize)>| {
                let mut of_province = list.iter().filter(|(other, _)| *other == province);
                of_province
                    .find(|(_, at)| self.figure(*at).key.as_of == moment)
                    .map(|(_, at)| *at)
            };
            let Some(parts) = parts.iter().map(at_same_moment).collect::<Option<Vec<usize>>>() else {
                continue;
            };
            let count = |at: usize| self.figure(at).value.value();
            let sum: Option<f64> = parts.iter().map(|at| count(*at)).sum();
            match sum.zip(count(at)) {
                Some((sum, all)) if (sum - all).abs() < 0.5 => division.rows.push(DivisionRow {
                    province,
                    whole: at,
                    parts,
                }),
                Some(_) => division.uneven.push(province),
                None => {}
            }
        }
        let first_part = |row: &DivisionRow| row.parts.first().and_then(|at| self.figure(*at).value.value());
        division.rows.sort_by(|a, b| {
            let (a, b) = (first_part(a).unwrap_or_default(), first_part(b).unwrap_or_default());
            b.total_cmp(&a)
        });
        division
    }

    /// Returns the provinces in a component's table with the positions of their figures. Empty if there is no table.
    fn component_figures(
        &self,
        indicator: IndicatorId,
        component: ComponentId,
        (basis, year): (ProvinceList, i32),
    ) -> Vec<(ProvinceId, usize)> {
        let key = TableKey {
            indicator,
            component,
            basis,
            year,
        };
        let rows = self.table(key).into_iter().flat_map(|table| &table.rows);
        rows.map(|row| (row.province, row.figure)).collect()
    }
}

impl Division<'_> {
    /// Iterates over the figures of all rows.
    pub fn figures<'a>(&'a self, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a Figure> {
        let all = self.rows.iter().flat_map(|row| row.parts.iter().chain([&row.whole]));
        all.map(|at| snapshot.figure(*at))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::{AsOf, Catalogue, Date, Edition, FigureKey, Kind, Place, Provinces, Span, Text, test_parts};

    const YEAR: i32 = 2025;

    /// A figure of a province: component, value, month.
    type Known = (u16, u16, f64, u8);

    fn snapshot(known: &[Known]) -> Snapshot {
        let mut indicator = test_parts::indicator("i", &["headline", "whole", "first", "second"]);
        indicator.kind = Kind::Count;
        indicator.wholes = vec![Whole {
            span: Span { from: YEAR, to: YEAR },
            whole: ComponentId(1),
            parts: vec![ComponentId(2), ComponentId(3)],
        }];
        let provinces = (0..9).map(|n| test_parts::province(&format!("p{n}"))).collect();
        let catalogue = Catalogue {
            indicators: vec![indicator],
            provinces: Provinces::new(provinces, vec![test_parts::region()], Vec::new()),
            ..Catalogue::default()
        };
        let figure = |(province, component, value, month): &Known| {
            let key = FigureKey {
                indicator: IndicatorId(0),
                component: ComponentId(*component),
                place: Place::Province(ProvinceId(*province)),
                basis: ProvinceList::Before2025,
                year: Some(YEAR),
                as_of: Some(AsOf::Month(YEAR, *month)),
            };
            Figure::new(key, vec![test_parts::claim(Some(*value))])
        };
        let edition = Edition {
            number: 1,
            published: Date::year_end(2026),
            note: Text::default(),
            rows: 0,
        };
        Snapshot::new(edition, Arc::new(catalogue), known.iter().map(figure).collect())
    }

    fn division(snapshot: &Snapshot) -> Option<(Vec<u16>, Vec<u16>)> {
        let found = snapshot.division(IndicatorId(0), (ProvinceList::Before2025, YEAR))?;
        let shown = found.rows.iter().map(|row| row.province.0).collect();
        Some((shown, found.uneven.iter().map(|id| id.0).collect()))
    }

    /// Figures of a province whose two parts add up to its whole.
    fn consistent(province: u16, first: f64, second: f64) -> [Known; 3] {
        [
            (province, 1, first + second, 3),
            (province, 2, first, 3),
            (province, 3, second, 3),
        ]
    }

    #[test]
    fn shows_only_provinces_whose_parts_add_up_at_one_moment() {
        let pair = [consistent(0, 5.0, 3.0), consistent(1, 9.0, 1.0)].concat();
        let other = [(2, 1, 8.0, 3), (2, 2, 5.0, 3)];
        for (more, shown, uneven) in [
            (vec![], vec![1, 0], vec![]),
            // The parts add up to one more than the whole.
            ([&other[..], &[(2, 3, 4.0, 3)]].concat(), vec![1, 0], vec![2]),
            // A part from another month, and a part that is not known.
            ([&other[..], &[(2, 3, 3.0, 4)]].concat(), vec![1, 0], vec![]),
            (other.to_vec(), vec![1, 0], vec![]),
            ([&other[..], &[(2, 3, 3.0, 3)]].concat(), vec![1, 0, 2], vec![]),
        ] {
            let all = [pair.clone(), more].concat();
            assert_eq!(division(&snapshot(&all)), Some((shown, uneven)), "{all:?}");
        }
        assert_eq!(
            division(&snapshot(&consistent(0, 5.0, 3.0))),
            None,
            "one province alone"
        );
        assert_eq!(division(&snapshot(&[])), None);
    }

    proptest! {
        #[test]
        fn shown_parts_add_up_to_their_whole_in_any_order_of_the_figures(
            counts in proptest::collection::vec((0u16..50, 0u16..50, 0u16..4), 2..9),
            rotation in 0usize..30,
        ) {
            let mut known: Vec<Known> = Vec::new();
            for (province, (first, second, more)) in (0u16..).zip(&counts) {
                let [mut whole, one, two] = consistent(province, f64::from(*first), f64::from(*second));
                whole.2 += f64::from(*more);
                known.extend([whole, one, two]);
            }
            let at = rotation % known.len();
            let original = snapshot(&known);
            known.rotate_left(at);
            let rotated = snapshot(&known);
            let adding_up = counts.iter().filter(|(_, _, more)| *more == 0).count();
            let found = original.division(IndicatorId(0), (ProvinceList::Before2025, YEAR));
            let expected = if adding_up < 2 { 0 } else { adding_up };
            prop_assert_eq!(found.as_ref().map_or(0, |found| found.rows.len()), expected);
            for row in found.iter().flat_map(|found| &found.rows) {
                let value = |at: usize| original.figure(at).value.value().unwrap_or(f64::NAN);
                let sum: f64 = row.parts.iter().map(|at| value(*at)).sum();
                prop_assert!((sum - value(row.whole)).abs() < 1e-9);
            }
            prop_assert_eq!(division(&original), division(&rotated));
        }
    }
}
