//! Laws that hold for any table, checked by trying every score.

use proptest::prelude::*;

use super::sample::{Sample, part};
use crate::why::{Goal, decomposition, field::Field, fragility, passing, reach, what_if};
use crate::{Direction, ProvinceId, RankPolicy, number};

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

/// The first score, hundredth by hundredth from the own one, for which `reached` holds.
fn search(field: &Field, reached: impl Fn(f64) -> bool) -> Option<f64> {
    (1..=2001)
        .map(|units| field.better(field.own, units))
        .find(|score| reached(*score))
}

proptest! {
    #[test]
    fn a_sum_is_explained_whole(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        for province in (0..values.len()).map(|at| ProvinceId(u16::try_from(at).unwrap())) {
            let taken = decomposition(&snapshot, Sample::key(2016), 2015, province).unwrap();
            let account = taken.account.unwrap();
            prop_assert!(account.adds_up(), "{taken:?}");
            prop_assert!((account.explained + account.remainder - taken.change).abs() < 1e-6);
        }
    }

    #[test]
    fn a_part_that_kept_its_value_neither_won_nor_cost_places(values in values()) {
        let keep = Sample::new(&[(2015, &values), (2016, &values)]);
        let taken = decomposition(&keep.snapshot(), Sample::key(2016), 2015, US).unwrap();
        prop_assert!(taken.parts.iter().all(|part| part.places == Some(0)));
    }

    #[test]
    fn places_won_follow_the_sign_of_the_contribution(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        let taken = decomposition(&snapshot, Sample::key(2016), 2015, US).unwrap();
        for part in taken.parts {
            let (contribution, places) = (part.contribution.unwrap(), part.places.unwrap());
            prop_assert!(places == 0 || (places > 0) == (contribution > 0.0), "{part:?}");
        }
    }

    #[test]
    fn reach_is_the_first_score_that_does(values in values(), lower: bool) {
        let snapshot = sample(&values, !lower, lower).snapshot();
        let key = Sample::key(2016);
        let field = Field::of(&snapshot, key, US).unwrap();
        let found = reach(&snapshot, key, US).unwrap();
        for (goal, up) in [(&found.next, 1), (&found.five, 5)] {
            let wanted = field.place.saturating_sub(up).max(1);
            let searched = search(&field, |score| field.place_of(score) <= wanted);
            match goal {
                Goal::Top => prop_assert_eq!(field.place, 1),
                Goal::Needs(aim) => {
                    prop_assert_eq!(Some(aim.score), searched);
                    prop_assert!(aim.reaches <= wanted && aim.gap > 0.0);
                }
                Goal::Unknown => prop_assert!(false, "a complete table has an answer"),
            }
        }
        if !lower {
            let now = field.group_of(field.own);
            let searched = search(&field, |score| field.group_of(score) < now).filter(|_| now > 1);
            prop_assert_eq!(found.group.aim().map(|aim| aim.score), searched);
        }
    }

    #[test]
    fn the_nudges_are_the_smallest(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        let firm = fragility(&snapshot, Sample::key(2016), US).unwrap();
        let field = Field::of(&snapshot, Sample::key(2016), US).unwrap();
        let falls = || (1..=2001).map(|units| field.better(field.own, -units));
        let down = falls().find(|score| field.place_of(*score) > field.place);
        prop_assert_eq!(firm.down.map(|n| n.gap), down.map(|score| field.gap(score, field.own)));
        prop_assert_eq!(firm.up.is_none(), firm.place == 1);
        prop_assert_eq!(firm.down.is_none(), usize::from(firm.place) == values.len());
    }

    #[test]
    fn passing_is_seen_alike_from_both_sides(values in values()) {
        let snapshot = sample(&values, false, false).snapshot();
        let of = |province| passing(&snapshot, Sample::key(2016), 2015, province).unwrap();
        for other in of(US).passed {
            prop_assert!(of(other.province).passed_by.iter().any(|p| p.province == US));
        }
        let own = of(US);
        prop_assert!(own.passed.len() + own.passed_by.len() <= own.known);
    }

    #[test]
    fn a_supposition_moves_the_total_by_its_parts(values in values(), a in 0u32..1000, b in 0u32..1000) {
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
