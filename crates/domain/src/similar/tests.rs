use proptest::prelude::*;

use super::*;
use crate::{test_parts::indicator, test_tables::Tables};

const YEAR: i32 = 2020;

fn ids(found: &[Similar]) -> Vec<u16> {
    found.iter().map(|similar| similar.province.0).collect()
}

/// Compares rows, whose positions are the province ids.
fn likeness(rows: &[Vec<f64>]) -> Option<Likeness> {
    let columns = rows.first().map_or(0, Vec::len);
    let features: Vec<TableKey> = (1u16..).take(columns).map(|at| Tables::key(at, YEAR)).collect();
    let rows = (0u16..).map(ProvinceId).zip(rows.iter().cloned()).collect();
    Likeness::new(&features, rows)
}

#[test]
fn distances_match_hand_calculations() {
    // Each column has the mean 2 and the population standard deviation 1.
    let likeness = likeness(&[
        vec![1.0, 1.0, 1.0],
        vec![1.0, 1.0, 3.0],
        vec![3.0, 3.0, 1.0],
        vec![3.0, 3.0, 3.0],
    ])
    .unwrap();
    let province = ProvinceId(0);
    let found = likeness.nearest(province, 9);
    assert_eq!(ids(&found), [1, 2, 3]);
    let distances: Vec<f64> = found.iter().map(|similar| similar.distance).collect();
    // One, two and three of three components differ by two standard deviations.
    let expected = [1.0f64, 2.0, 3.0].map(|differing| (4.0 * differing / 3.0).sqrt());
    for (distance, expected) in distances.iter().zip(expected) {
        assert!((distance - expected).abs() < 1e-12, "{distance} {expected}");
    }
    let first = &found[0];
    let alike: Vec<u16> = first.alike(5).map(|(key, _)| key.component.0).collect();
    assert_eq!(alike, [1, 2]);
    assert_eq!(first.unlike(5).collect::<Vec<_>>(), [(Tables::key(3, YEAR), 2.0)]);
    assert_eq!(first.alike(1).count(), 1);
    assert_eq!(likeness.nearest(province, 2).len(), 2);
    assert_eq!(likeness.nearest(ProvinceId(9), 2), []);
}

#[test]
fn constant_components_are_dropped() {
    let found = likeness(&[vec![1.0, 7.0, 2.0, 3.0], vec![2.0, 7.0, 1.0, 5.0]]).unwrap();
    assert_eq!(found.constant, [Tables::key(2, YEAR)]);
    assert_eq!(found.features.len(), 3);
    assert_eq!(
        likeness(&[vec![1.0, 7.0, 2.0], vec![2.0, 7.0, 1.0]]),
        None,
        "two remain"
    );
    assert_eq!(likeness(&[vec![1.0, 2.0, 3.0]]), None, "one province");
}

/// Four provinces, three components, all known.
fn tables() -> Tables {
    let mut tables = Tables::new(indicator("pci", &["overall", "entry", "land", "informal"]), 4);
    for component in 1..=3 {
        tables.values(component, YEAR, &[1.0, 2.0, 3.0, 5.0]);
    }
    tables.values(0, YEAR, &[1.0, 2.0, 3.0, 5.0]);
    tables
}

#[test]
fn only_complete_tables_are_used() {
    let full = tables().snapshot();
    let at = (ProvinceList::Before2025, YEAR);
    let likeness = full.likeness(IndicatorId(0), at).unwrap();
    assert_eq!(likeness.provinces().count(), 4);
    assert_eq!(ids(&likeness.nearest(ProvinceId(3), 9)), [2, 1, 0]);
    assert_eq!(
        full.likeness_year(IndicatorId(0), ProvinceList::Before2025, YEAR),
        Some(YEAR)
    );
    assert_eq!(
        full.likeness_year(IndicatorId(0), ProvinceList::Before2025, YEAR - 1),
        None
    );

    // A later year in which one component lacks a province is skipped.
    let mut sparse = tables();
    for component in 0..=3 {
        sparse.values(component, YEAR + 1, &[1.0, 2.0, 3.0, 5.0]);
    }
    *sparse.claim(2, YEAR + 1, crate::Place::Province(ProvinceId(1))) = crate::test_parts::claim(None);
    let sparse = sparse.snapshot();
    assert_eq!(
        sparse.likeness(IndicatorId(0), (ProvinceList::Before2025, YEAR + 1)),
        None
    );
    assert_eq!(
        sparse.likeness_year(IndicatorId(0), ProvinceList::Before2025, YEAR + 1),
        Some(YEAR)
    );
}

#[test]
fn a_province_without_all_components_is_excluded() {
    let mut tables = tables();
    let place = crate::Place::Province(ProvinceId(1));
    *tables.claim(2, YEAR, place) = crate::test_parts::claim(None);
    // With the publisher's reason the table is still complete.
    tables.claim(2, YEAR, place).missing = Some(crate::Missing::NotSurveyed);
    let snapshot = tables.snapshot();
    let likeness = snapshot
        .likeness(IndicatorId(0), (ProvinceList::Before2025, YEAR))
        .unwrap();
    let provinces: Vec<u16> = likeness.provinces().map(|id| id.0).collect();
    assert_eq!(provinces, [0, 2, 3]);
    assert_eq!(likeness.nearest(ProvinceId(1), 3), []);
}

fn matrix() -> impl Strategy<Value = Vec<Vec<f64>>> {
    (3usize..8, 3usize..12).prop_flat_map(|(columns, rows)| {
        let value = (-500i32..500).prop_map(|value| f64::from(value) / 10.0);
        prop::collection::vec(prop::collection::vec(value, columns), rows)
    })
}

/// The distances of all pairs.
fn distances(likeness: &Likeness) -> Vec<f64> {
    let pairs = likeness
        .provinces()
        .flat_map(|a| likeness.provinces().map(move |b| (a, b)));
    pairs.map(|(a, b)| likeness.between(a, b).unwrap().distance).collect()
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6)
}

proptest! {
    #[test]
    fn distances_are_symmetric_and_zero_to_the_province_itself(rows in matrix()) {
        let Some(found) = likeness(&rows) else { return Ok(()) };
        for a in found.provinces() {
            prop_assert_eq!(found.between(a, a).unwrap().distance, 0.0);
            for b in found.provinces() {
                let (there, back) = (found.between(a, b).unwrap(), found.between(b, a).unwrap());
                prop_assert_eq!(there.distance, back.distance);
                prop_assert!(there.differences.windows(2).all(|pair| pair[0].1.abs() <= pair[1].1.abs()));
                prop_assert!(there.alike(9).all(|(key, _)| there.unlike(9).all(|(other, _)| key != other)));
            }
        }
    }

    #[test]
    fn distances_satisfy_the_triangle_inequality(rows in matrix()) {
        let Some(found) = likeness(&rows) else { return Ok(()) };
        let all: Vec<ProvinceId> = found.provinces().collect();
        let distance = |a, b| found.between(a, b).unwrap().distance;
        for (a, b, c) in all.iter().flat_map(|a| all.iter().flat_map(|b| all.iter().map(|c| (*a, *b, *c)))) {
            prop_assert!(distance(a, c) <= distance(a, b) + distance(b, c) + 1e-9);
        }
    }

    #[test]
    fn the_order_of_provinces_changes_nothing(rows in matrix(), seed in 0usize..100) {
        let features: Vec<TableKey> = (1u16..).take(rows[0].len()).map(|at| Tables::key(at, YEAR)).collect();
        let given: Vec<(ProvinceId, Vec<f64>)> = (0u16..).map(ProvinceId).zip(rows.clone()).collect();
        let mut reordered = given.clone();
        reordered.rotate_left(seed % rows.len());
        reordered.reverse();
        prop_assert_eq!(Likeness::new(&features, given), Likeness::new(&features, reordered));
    }

    #[test]
    fn the_order_of_components_changes_nothing(rows in matrix(), seed in 0usize..100) {
        let Some(found) = likeness(&rows) else { return Ok(()) };
        let reordered: Vec<Vec<f64>> = rows.iter().map(|row| {
            let mut row = row.clone();
            let by = seed % row.len();
            row.rotate_left(by);
            row
        }).collect();
        prop_assert!(near(&distances(&found), &distances(&likeness(&reordered).unwrap())));
    }

    #[test]
    fn rescaling_a_component_changes_nothing(
        rows in matrix(),
        column in 0usize..3,
        scale in prop::sample::select(vec![-8.0, -1.0, 0.1, 2.0, 100.0]),
        shift in -50i8..50,
    ) {
        let Some(found) = likeness(&rows) else { return Ok(()) };
        let rescaled: Vec<Vec<f64>> = rows.iter().map(|row| {
            let mut row = row.clone();
            row[column] = row[column] * scale + f64::from(shift);
            row
        }).collect();
        prop_assert!(near(&distances(&found), &distances(&likeness(&rescaled).unwrap())));
    }
}
