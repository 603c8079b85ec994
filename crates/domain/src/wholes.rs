//! Counts of parts beside the whole that they make up.

use crate::{ComponentId, Figure, IndicatorId, ProvinceId, ProvinceList, Snapshot, TableKey, Whole};

/// The fewest provinces that are shown beside each other.
const FEWEST: usize = 2;

/// The provinces of a year whose parts are known and add up to the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Division<'a> {
    /// What is made up of what.
    pub whole: &'a Whole,
    /// At least two provinces, the one with most of the first part first.
    pub rows: Vec<DivisionRow>,
    /// Provinces whose parts are known but do not add up to the whole.
    pub uneven: Vec<ProvinceId>,
}

/// One province.
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
    /// How counts of a year are made up, of provinces whose figures of whole and parts are of the same moment. `None`
    /// where the catalogue names no whole for the year, or fewer than two provinces have all figures.
    #[must_use]
    pub fn division(&self, indicator: IndicatorId, (basis, year): (ProvinceList, i32)) -> Option<Division<'_>> {
        let wholes = &self.catalogue.indicator(indicator).wholes;
        let found = wholes.iter().filter(|whole| whole.span.holds(year));
        let divided = found.map(|whole| self.divided(whole, indicator, (basis, year)));
        divided
            .filter(|division| division.rows.len() >= FEWEST)
            .max_by_key(|division| division.rows.len())
    }

    fn divided<'a>(
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
            let same = |list: &Vec<(ProvinceId, usize)>| {
                let mut own = list.iter().filter(|(other, _)| *other == province);
                own.find(|(_, at)| self.figure(*at).key.as_of == moment)
                    .map(|(_, at)| *at)
            };
            let Some(parts) = parts.iter().map(same).collect::<Option<Vec<usize>>>() else {
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
        let first = |row: &DivisionRow| row.parts.first().and_then(|at| self.figure(*at).value.value());
        division.rows.sort_by(|a, b| {
            let (a, b) = (first(a).unwrap_or_default(), first(b).unwrap_or_default());
            b.total_cmp(&a)
        });
        division
    }

    /// The figures of a component that stand in its table, with their provinces.
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
    /// The figures that are shown.
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

    /// A province whose two parts make up its whole.
    fn sound(province: u16, first: f64, second: f64) -> [Known; 3] {
        [
            (province, 1, first + second, 3),
            (province, 2, first, 3),
            (province, 3, second, 3),
        ]
    }

    #[test]
    fn only_what_adds_up_and_is_of_one_moment_is_shown() {
        let pair = [sound(0, 5.0, 3.0), sound(1, 9.0, 1.0)].concat();
        let other = [(2, 1, 8.0, 3), (2, 2, 5.0, 3)];
        for (more, shown, uneven) in [
            (vec![], vec![1, 0], vec![]),
            // One more than the parts.
            ([&other[..], &[(2, 3, 4.0, 3)]].concat(), vec![1, 0], vec![2]),
            // A part of another month, and one that is not known.
            ([&other[..], &[(2, 3, 3.0, 4)]].concat(), vec![1, 0], vec![]),
            (other.to_vec(), vec![1, 0], vec![]),
            ([&other[..], &[(2, 3, 3.0, 3)]].concat(), vec![1, 0, 2], vec![]),
        ] {
            let all = [pair.clone(), more].concat();
            assert_eq!(division(&snapshot(&all)), Some((shown, uneven)), "{all:?}");
        }
        assert_eq!(division(&snapshot(&sound(0, 5.0, 3.0))), None, "one province alone");
        assert_eq!(division(&snapshot(&[])), None);
    }

    proptest! {
        #[test]
        fn shown_parts_make_up_their_whole_in_any_order_of_the_figures(
            counts in proptest::collection::vec((0u16..50, 0u16..50, 0u16..4), 2..9),
            turn in 0usize..30,
        ) {
            let mut known: Vec<Known> = Vec::new();
            for (province, (first, second, more)) in (0u16..).zip(&counts) {
                let [mut whole, one, two] = sound(province, f64::from(*first), f64::from(*second));
                whole.2 += f64::from(*more);
                known.extend([whole, one, two]);
            }
            let at = turn % known.len();
            let straight = snapshot(&known);
            known.rotate_left(at);
            let turned = snapshot(&known);
            let sound = counts.iter().filter(|(_, _, more)| *more == 0).count();
            let found = straight.division(IndicatorId(0), (ProvinceList::Before2025, YEAR));
            prop_assert_eq!(found.as_ref().map_or(0, |found| found.rows.len()), if sound < 2 { 0 } else { sound });
            for row in found.iter().flat_map(|found| &found.rows) {
                let value = |at: usize| straight.figure(at).value.value().unwrap_or(f64::NAN);
                let sum: f64 = row.parts.iter().map(|at| value(*at)).sum();
                prop_assert!((sum - value(row.whole)).abs() < 1e-9);
            }
            prop_assert_eq!(division(&straight), division(&turned));
        }
    }
}
