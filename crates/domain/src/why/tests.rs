//! Small tables whose results can be computed by hand, and invariants for any table.

mod laws;
mod sample;

use self::sample::{Sample, part};
use super::*;
use crate::{ComponentId, Direction, Interval, ProvinceId, RankPolicy, TableKey, Verdict};

/// The province under test.
const US: ProvinceId = ProvinceId(0);

/// Five provinces; the total is a + b.
fn five() -> Sample {
    Sample::new(&[
        (2015, &[(4.0, 4.0), (5.0, 4.0), (3.0, 3.0), (2.0, 2.0), (1.0, 1.0)]),
        (2016, &[(6.0, 3.5), (5.0, 4.0), (5.0, 4.5), (2.0, 2.0), (5.0, 5.0)]),
    ])
}

#[test]
fn a_change_is_decomposed() {
    let found = decomposition(&five().snapshot(), Sample::key(2016), 2015, US).unwrap();
    assert_eq!((found.from, found.to, found.change), (8.0, 9.5, 1.5));
    let [a, b] = found.parts[..] else { panic!("two parts") };
    assert_eq!((a.difference, a.contribution, b.difference), (2.0, Some(2.0), -0.5));
    // 2016: 9.5, 9, 9.5, 4, 10 gives the second place. With the old a (7.5) it would be the fourth, with the old b (10)
    // the first.
    assert_eq!((a.places, b.places), (Some(2), Some(-1)));
    let account = found.account.unwrap();
    assert!(account.adds_up() && !account.weighted);
    assert_eq!((account.explained, account.remainder), (1.5, 0.0));
    // Three figures in each year with two decimals: half a hundredth each.
    assert!((account.rounding - 6.0 * 0.005).abs() < 1e-9);
}

#[test]
fn a_remainder_beyond_rounding_is_reported() {
    let mut sample = five();
    sample.set_total(2016, US, 9.7);
    let account = decomposition(&sample.snapshot(), Sample::key(2016), 2015, US)
        .unwrap()
        .account
        .unwrap();
    assert_eq!(account.remainder, 0.2);
    assert!(!account.adds_up());
}

#[test]
fn weights_apply_and_without_a_rule_there_is_no_account() {
    let mut sample = five();
    sample.weights(&[0.5, 2.0]);
    let found = decomposition(&sample.snapshot(), Sample::key(2016), 2015, US).unwrap();
    let contributions: Vec<Option<f64>> = found.parts.iter().map(|part| part.contribution).collect();
    assert_eq!(contributions, [Some(1.0), Some(-1.0)]);
    assert!(found.account.unwrap().weighted);

    sample.weights(&[]);
    let snapshot = sample.snapshot();
    let found = decomposition(&snapshot, Sample::key(2016), 2015, US).unwrap();
    assert_eq!(found.account, None);
    assert!(
        found
            .parts
            .iter()
            .all(|part| part.contribution.is_none() && part.places.is_none())
    );
    assert_eq!(what_if(&snapshot, Sample::key(2016), US, &[]), Err(NotSupposed::NoRule));
}

#[test]
fn the_reason_is_given_if_a_change_is_not_decomposed() {
    type Change = fn(&mut Sample);
    let cases: [(Change, NotDecomposed); 6] = [
        (
            |s| s.verdict(Verdict::MethodChanged),
            NotDecomposed::NotComparable(Verdict::MethodChanged),
        ),
        (
            |s| s.verdict(Verdict::Unclear),
            NotDecomposed::NotComparable(Verdict::Unclear),
        ),
        (|s| s.forget(2015, US, ComponentId::TOTAL), NotDecomposed::NoTotal(2015)),
        (
            |s| s.dispute(2016, US, ComponentId::TOTAL),
            NotDecomposed::Disputed(2016),
        ),
        (
            |s| s.dispute(2015, US, part(1)),
            NotDecomposed::ComponentsMissing {
                before: vec![part(1)],
                after: vec![],
            },
        ),
        (
            |s| s.begins(part(1), 2016),
            NotDecomposed::ComponentsDiffer {
                only_before: vec![],
                only_after: vec![part(1)],
            },
        ),
    ];
    for (change, reason) in cases {
        let mut sample = five();
        change(&mut sample);
        assert_eq!(
            decomposition(&sample.snapshot(), Sample::key(2016), 2015, US),
            Err(reason)
        );
    }
    let snapshot = five().snapshot();
    let decompose = |key, from| decomposition(&snapshot, key, from, US);
    assert_eq!(decompose(Sample::key(2015), 2016), Err(NotDecomposed::NotEarlier));
    let component = TableKey {
        component: part(0),
        ..Sample::key(2016)
    };
    assert_eq!(decompose(component, 2015), Err(NotDecomposed::NotAHeadline));
}

#[test]
fn an_incomplete_table_gives_no_places() {
    let mut sample = five();
    sample.forget(2016, ProvinceId(3), ComponentId::TOTAL);
    let snapshot = sample.snapshot();
    let found = decomposition(&snapshot, Sample::key(2016), 2015, US).unwrap();
    assert!(
        found
            .parts
            .iter()
            .all(|part| part.contribution.is_some() && part.places.is_none())
    );
    let reach = reach(&snapshot, Sample::key(2016), US).unwrap();
    assert_eq!((reach.next, reach.five), (Goal::Unknown, Goal::Unknown));
    assert_eq!(fragility(&snapshot, Sample::key(2016), US), None);
    assert_eq!(passing(&snapshot, Sample::key(2016), 2015, US), None);
    assert_eq!(what_if(&snapshot, Sample::key(2016), US, &[]).unwrap().place, None);
}

#[test]
fn overtaking_in_both_directions_is_found() {
    // 2015: 8, 9, 6, 4, 2 → second place. 2016: 9.5, 9, 9.5, 4, 10 → shared second place.
    let found = passing(&five().snapshot(), Sample::key(2016), 2015, US).unwrap();
    let names = |list: &[Passer]| list.iter().map(|p| p.province.0).collect::<Vec<_>>();
    assert_eq!((names(&found.passed), names(&found.passed_by)), (vec![1], vec![4]));
    assert_eq!((found.passed[0].before.place, found.passed[0].after.place), (1, 4));
    assert_eq!((found.known, found.of), (4, 4));

    let mut broken = five();
    broken.verdict(Verdict::MethodChanged);
    assert_eq!(passing(&broken.snapshot(), Sample::key(2016), 2015, US), None);
}

fn needs<T: Clone>(goal: &Goal<T>) -> Option<(T, f64, f64)> {
    goal.aim().map(|aim| (aim.reaches.clone(), aim.score, aim.gap))
}

#[test]
fn reach_gives_the_score_for_the_next_place() {
    let snapshot = five().snapshot();
    let reach_of = |province| reach(&snapshot, Sample::key(2016), ProvinceId(province)).unwrap();
    // Sharing a place is enough to reach it.
    assert_eq!(needs(&reach_of(0).next), Some((1, 10.0, 0.5)));
    // The third place is reached by sharing the second place with two others.
    assert_eq!(needs(&reach_of(1).next), Some((2, 9.5, 0.5)));
    assert_eq!(needs(&reach_of(3).five), Some((1, 10.0, 6.0)));
    assert_eq!((reach_of(4).next, reach_of(4).five), (Goal::Top, Goal::Top));
    assert_eq!((reach_of(0).group, reach_of(0).band), (Goal::Unknown, Goal::Unknown));
}

#[test]
fn a_lower_score_improves_if_lower_is_better() {
    let mut sample = five();
    sample.indicator.direction = Direction::Lower;
    let snapshot = sample.snapshot();
    let found = reach(&snapshot, Sample::key(2016), US).unwrap();
    assert_eq!(needs(&found.next), Some((2, 9.0, 0.5)));
    let stability = fragility(&snapshot, Sample::key(2016), US).unwrap();
    assert_eq!(stability.place, 3);
    // One hundredth more falls behind the province with the same score, but not behind 10.
    assert_eq!(stability.down, Some(Nudge { gap: 0.01, place: 4 }));
}

#[test]
fn bands_are_those_of_the_year() {
    let mut sample = five();
    sample.bands(2016, &[("A", 10.005), ("B", 9.0), ("C", 0.0)]);
    let snapshot = sample.snapshot();
    let band = |year, province| reach(&snapshot, Sample::key(year), ProvinceId(province)).unwrap().band;
    // The smallest value with two decimals at or above 10.005.
    assert_eq!(needs(&band(2016, 0)), Some(("A".into(), 10.01, 0.51)));
    assert_eq!(needs(&band(2016, 3)), Some(("B".into(), 9.0, 5.0)));
    assert_eq!(band(2015, 0), Goal::Unknown);
    sample.bands(2016, &[("A", 9.0), ("B", 0.0)]);
    assert_eq!(
        reach(&sample.snapshot(), Sample::key(2016), US).unwrap().band,
        Goal::Top
    );
}

#[test]
fn a_score_affects_the_quartiles_that_it_must_reach() {
    let mut sample = five();
    sample.indicator.ranks = RankPolicy::Groups;
    let snapshot = sample.snapshot();
    // The third quartile of 4, 9, 9.5, 9.5, 10 is the fourth value: the second 9.5 is enough.
    let found = reach(&snapshot, Sample::key(2016), ProvinceId(1)).unwrap();
    assert_eq!(needs(&found.group), Some((1, 9.5, 0.5)));
    assert_eq!(reach(&snapshot, Sample::key(2016), US).unwrap().group, Goal::Top);
    // The last of five needs the value of the second to last, which then is the first quartile.
    let last = reach(&snapshot, Sample::key(2016), ProvinceId(3)).unwrap();
    assert_eq!(needs(&last.group), Some((3, 9.0, 5.0)));
}

#[test]
fn fragility_reports_how_stable_a_place_is() {
    let mut sample = five();
    let stability = fragility(&sample.snapshot(), Sample::key(2016), ProvinceId(1)).unwrap();
    assert_eq!((stability.place, stability.of, stability.digits), (4, 5, 2));
    assert_eq!(stability.up, Some(Nudge { gap: 0.5, place: 2 }));
    assert_eq!(stability.down, Some(Nudge { gap: 5.01, place: 5 }));
    // A hundredth of a scale of ten points, or half a point on a long scale.
    assert_eq!((stability.within, stability.near.len()), (0.1, 0));
    assert_eq!(stability.overlap, None);
    let mut long = five();
    long.indicator.components[0].scale = Some((0.0, 100.0));
    let stability = fragility(&long.snapshot(), Sample::key(2016), ProvinceId(1)).unwrap();
    assert_eq!(
        (stability.within, &stability.near[..]),
        (0.5, &[ProvinceId(0), ProvinceId(2)][..])
    );

    // 9.5 ± 0.4 overlaps 9 ± 0.4 and 10 ± 0.4, but not 4 ± 0.4.
    sample.intervals(2016, 0.4);
    let overlap = fragility(&sample.snapshot(), Sample::key(2016), US)
        .unwrap()
        .overlap
        .unwrap();
    assert_eq!((overlap.best, overlap.worst), (1, 4));
    let Interval { low, high, .. } = overlap.own;
    assert_eq!((low, high), (9.1, 9.9));
    // 9 ± 0.2 is certainly behind 10 ± 0.2 and both 9.5 ± 0.2.
    sample.intervals(2016, 0.2);
    let stability = fragility(&sample.snapshot(), Sample::key(2016), ProvinceId(1)).unwrap();
    assert_eq!(stability.overlap.map(|o| (o.best, o.worst)), Some((4, 4)));
}

#[test]
fn scenarios_change_total_place_group_and_band() {
    let mut sample = five();
    sample.indicator.ranks = RankPolicy::Groups;
    sample.bands(2016, &[("A", 10.0), ("B", 0.0)]);
    let snapshot = sample.snapshot();
    let scenario = |supposed: &[(ComponentId, f64)]| what_if(&snapshot, Sample::key(2016), US, supposed);
    let found = scenario(&[(part(1), 4.25)]).unwrap();
    assert_eq!((found.published, found.total, found.difference()), (9.5, 10.25, 0.75));
    assert_eq!(found.rank.map(|r| r.place), Some(2));
    assert_eq!(found.place.map(|p| (p.place(), p.of())), Some((1, 5)));
    assert_eq!((found.group, found.supposed_group), (Some(1), Some(1)));
    assert_eq!(found.supposed_band.as_deref(), Some("A"));

    let same = scenario(&[]).unwrap();
    assert_eq!((same.total, same.place.map(SupposedPlace::place)), (9.5, Some(2)));

    assert_eq!(
        scenario(&[(ComponentId(9), 1.0)]),
        Err(NotSupposed::NoSuchComponent(ComponentId(9)))
    );
    assert_eq!(
        scenario(&[(ComponentId::TOTAL, 1.0)]),
        Err(NotSupposed::NoSuchComponent(ComponentId::TOTAL))
    );
    assert_eq!(
        scenario(&[(part(0), 1.0), (part(0), 2.0)]),
        Err(NotSupposed::Twice(part(0)))
    );
    for value in [-0.01, 10.01, f64::NAN, f64::INFINITY] {
        assert!(matches!(
            scenario(&[(part(0), value)]),
            Err(NotSupposed::OutOfScale {
                min: 0.0,
                max: 10.0,
                ..
            })
        ));
    }
    sample.forget(2016, US, part(1));
    assert_eq!(
        what_if(&sample.snapshot(), Sample::key(2016), US, &[]),
        Err(NotSupposed::ComponentsMissing(vec![part(1)]))
    );
}
