//! Invariants for any table, checked by exhaustive search over scores.

use proptest::prelude::*;

use super::sample::{Sample, part};
use crate::why::{Goal, decomposition, field::Field, fragility, passing, reach, what_if};
use crate::{Direction, ProvinceId, RankPolicy, number};

/// The province under test.
const US: ProvinceId = ProvinceId(0);

/// Values of two decimals, with many ties.
fn values() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let hundredths = (0u32..200).prop_map(|n| f64::from(n) * 5.0 / 100.0);
    prop::collection::vec((hundredths.clone(), hundredths), 2..20)
}

fn sample(values: &[(f64, f64)], groups: bool, lower: bool) -> Sample {
    let before: Vec<(f64, f64)> = values.iter().rev().copied().collect();
    let mut sample = Sample::new(&[(2015, &before), (2016, values)]);
    if groups {
        sample.indicator.ranks = RankPolicy::Groups;
    }
    if lower {
        sample.indicator.direction = Direction::Lower;
    }
    sample
}

/// Returns the first score, improving by hundredths from the present one, for which `reached` is true.
fn search(field: &Field, reached: impl Fn(f64) -> bool) -> Option<f64> {
    (1..=2001)
        .map(|units| field.better(field.own, units))
        .find(|score| reached(*score))
}

proptest! {
    #[test]
    fn a_plain_sum_is_fully_explained(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        for province in (0..values.len()).map(|at| ProvinceId(u16::try_from(at).unwrap())) {
            let found = decomposition(&snapshot, Sample::key(2016), 2015, province).unwrap();
            let account = found.account.unwrap();
            prop_assert!(account.adds_up(), "{found:?}");
            prop_assert!((account.explained + account.remainder - found.change).abs() < 1e-6);
        }
    }

    #[test]
    fn an_unchanged_part_changes_no_places(values in values()) {
        let unchanged = Sample::new(&[(2015, &values), (2016, &values)]);
        let found = decomposition(&unchanged.snapshot(), Sample::key(2016), 2015, US).unwrap();
        prop_assert!(found.parts.iter().all(|part| part.places == Some(0)));
    }

    #[test]
    fn places_have_the_sign_of_the_contribution(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        let found = decomposition(&snapshot, Sample::key(2016), 2015, US).unwrap();
        for part in found.parts {
            let (contribution, places) = (part.contribution.unwrap(), part.places.unwrap());
            prop_assert!(places == 0 || (places > 0) == (contribution > 0.0), "{part:?}");
        }
    }

    #[test]
    fn reach_finds_the_smallest_sufficient_score(values in values(), lower: bool) {
        let snapshot = sample(&values, !lower, lower).snapshot();
        let key = Sample::key(2016);
        let field = Field::of(&snapshot, key, US).unwrap();
        let found = reach(&snapshot, key, US).unwrap();
        for (goal, up) in [(&found.next, 1), (&found.five, 5)] {
            let target = field.place.saturating_sub(up).max(1);
            let expected = search(&field, |score| field.place_of(score) <= target);
            match goal {
                Goal::Top => prop_assert_eq!(field.place, 1),
                Goal::Needs(aim) => {
                    prop_assert_eq!(Some(aim.score), expected);
                    prop_assert!(aim.reaches <= target && aim.gap > 0.0);
                }
                Goal::Unknown => prop_assert!(false, "a complete table has an answer"),
            }
        }
        if !lower {
            let group = field.group_of(field.own);
            let expected = search(&field, |score| field.group_of(score) < group).filter(|_| group > 1);
            prop_assert_eq!(found.group.aim().map(|aim| aim.score), expected);
        }
    }

    #[test]
    fn nudges_are_minimal(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        let stability = fragility(&snapshot, Sample::key(2016), US).unwrap();
        let field = Field::of(&snapshot, Sample::key(2016), US).unwrap();
        let falls = || (1..=2001).map(|units| field.better(field.own, -units));
        let down = falls().find(|score| field.place_of(*score) > field.place);
        prop_assert_eq!(stability.down.map(|n| n.gap), down.map(|score| field.gap(score, field.own)));
        prop_assert_eq!(stability.up.is_none(), stability.place == 1);
        prop_assert_eq!(stability.down.is_none(), usize::from(stability.place) == values.len());
    }

    #[test]
    fn passing_is_symmetric(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        let passing_of = |province| passing(&snapshot, Sample::key(2016), 2015, province).unwrap();
        for other in passing_of(US).passed {
            prop_assert!(passing_of(other.province).passed_by.iter().any(|p| p.province == US));
        }
        let ours = passing_of(US);
        prop_assert!(ours.passed.len() + ours.passed_by.len() <= ours.known);
    }

    #[test]
    fn a_scenario_changes_the_total_by_its_parts(values in values(), a in 0u32..1000, b in 0u32..1000) {
        let snapshot = sample(&values, false, false).snapshot();
        let [a, b] = [a, b].map(|n| f64::from(n) / 100.0);
        let found = what_if(&snapshot, Sample::key(2016), US, &[(part(1), b), (part(0), a)]).unwrap();
        prop_assert_eq!(found.total, number::round(a + b, 2));
        let place = found.place.unwrap();
        prop_assert!(place.place() >= 1 && place.place() <= place.of());
        let ahead = values[1..].iter().filter(|(a, b)| number::round(a + b, 2) > found.total).count();
        prop_assert_eq!(usize::from(place.place()), ahead + 1);
    }
}
