//! Tests of the merger rules on random registers and on small handwritten ones.

use proptest::prelude::*;

use super::{
    sample::{TestClaim, YEAR, count, day, exact, figure, indicator, register, snapshot, unit},
    *,
};
use crate::{Approx, Catalogue, ComponentId, Figure, Indicator, IndicatorId, Kind, RankPolicy, SourceId, Unit};

const KEY: TableKey = TableKey {
    indicator: IndicatorId(0),
    component: ComponentId::TOTAL,
    basis: ProvinceList::Before2025,
    year: YEAR,
};

/// A present province with three former units that have these figures, and its row.
fn three(definition: Indicator, claims: [Option<TestClaim>; 3]) -> (Snapshot, RebasedRow) {
    let provinces = register(&[3, 1]);
    let units = provinces.old_units(ProvinceId(0), YEAR);
    let figures = units
        .iter()
        .zip(claims)
        .filter_map(|(id, claim)| Some(figure(*id, claim?)));
    let figures = figures.chain([figure(provinces.by_slug("p1").unwrap(), exact(1.0))]);
    let snapshot = snapshot(definition, provinces.clone(), figures.collect());
    let row = snapshot.rebased(KEY).unwrap().rows[0].clone();
    (snapshot, row)
}

fn sum(row: &RebasedRow) -> &Sum {
    match &row.says {
        RebasedFigure::Sum(sum) => sum,
        other => panic!("{other:?}"),
    }
}

#[test]
fn inexact_parts_make_an_inexact_sum() {
    let claim = |value, approx| Some(TestClaim { approx, ..exact(value) });
    for (approx, expected) in [
        ([None, None, None], None),
        ([Some(Approx::Over), None, None], Some(Approx::Over)),
        ([Some(Approx::Under), None, Some(Approx::Under)], Some(Approx::Under)),
        ([Some(Approx::Under), None, Some(Approx::Over)], Some(Approx::About)),
        ([Some(Approx::About), Some(Approx::Over), None], Some(Approx::About)),
    ] {
        let [a, b, c] = approx;
        let (_, row) = three(count(), [claim(100.0, a), claim(20.0, b), claim(3.0, c)]);
        assert_eq!((sum(&row).value.value, sum(&row).value.approx), (123.0, expected));
    }
}

#[test]
fn only_figures_of_one_moment_add_up() {
    let at = |value, moment: &str| {
        Some(TestClaim {
            as_of: Some(moment.parse().unwrap()),
            ..exact(value)
        })
    };
    let (_, row) = three(count(), [at(1.0, "2020-06"), at(2.0, "2020-06"), at(3.0, "2020-12")]);
    assert_eq!(row.says, RebasedFigure::NotSummed(NoSum::Moments));
    // "After a day" is not a moment, even if all parts state the same day.
    let after = "after:2020-07-01";
    let (_, row) = three(count(), [at(1.0, after), at(2.0, after), at(3.0, after)]);
    assert_eq!(row.says, RebasedFigure::NotSummed(NoSum::Moments));
}

#[test]
fn the_latest_common_moment_is_added_up() {
    let provinces = register(&[2]);
    let [a, b] = provinces.old_units(ProvinceId(0), YEAR)[..] else {
        panic!("two old units");
    };
    let dated = |id, value, moment: &str| {
        let as_of = Some(moment.parse().unwrap());
        figure(id, TestClaim { as_of, ..exact(value) })
    };
    let figures = vec![
        dated(a, 10.0, "2020-03"),
        dated(a, 11.0, "2020-06"),
        dated(a, 12.0, "2020-12"),
        dated(b, 20.0, "2020-03"),
        dated(b, 21.0, "2020-06"),
    ];
    let snapshot = snapshot(count(), provinces, figures);
    let rebased = snapshot.rebased(KEY).unwrap();
    let sum = sum(&rebased.rows[0]);
    assert_eq!((sum.value.value, sum.as_of), (32.0, Some("2020-06".parse().unwrap())));
    assert_eq!(snapshot.figure(sum.parts[0].figure).value.value(), Some(11.0));
}

#[test]
fn a_missing_or_disputed_part_prevents_the_sum() {
    let known = Some(exact(5.0));
    let (_, row) = three(count(), [known, None, known]);
    let missing = vec![(row.parts[1].province, Missing::NotFound)];
    assert_eq!(row.says, RebasedFigure::NotSummed(NoSum::Missing(missing)));
    let (_, row) = three(count(), [None, None, None]);
    assert_eq!(row.says, RebasedFigure::Nothing);

    let provinces = register(&[2]);
    let units = provinces.old_units(ProvinceId(0), YEAR);
    let mut disputed = figure(units[0], exact(5.0));
    disputed.claims.extend(figure(units[0], exact(7.0)).claims);
    let disputed = Figure::new(disputed.key, disputed.claims);
    let snapshot = snapshot(count(), provinces, vec![disputed, figure(units[1], exact(1.0))]);
    let says = &snapshot.rebased(KEY).unwrap().rows[0].says;
    assert_eq!(says, &RebasedFigure::NotSummed(NoSum::Disputed(vec![units[0]])));
}

#[test]
fn coverages_add_up_only_with_all_denominators() {
    let coverage = || Indicator {
        ranks: RankPolicy::None,
        ..indicator(Kind::Coverage, Unit::Count)
    };
    let claim = |value, of| Some(TestClaim { of, ..exact(value) });
    let (_, row) = three(
        coverage(),
        [claim(9.0, Some(9.0)), claim(19.0, Some(20.0)), claim(7.0, Some(8.0))],
    );
    assert_eq!((sum(&row).value.value, sum(&row).of), (35.0, Some(37.0)));
    let (_, row) = three(
        coverage(),
        [claim(9.0, Some(9.0)), claim(19.0, None), claim(7.0, Some(8.0))],
    );
    let without = vec![row.parts[1].province];
    assert_eq!(row.says, RebasedFigure::NotSummed(NoSum::Denominators(without)));
}

#[test]
fn scores_and_shares_are_never_added_up() {
    let catalogue = |indicator| Catalogue {
        indicators: vec![indicator],
        ..Catalogue::default()
    };
    let addable = |indicator| Addable::of(&catalogue(indicator), IndicatorId(0), ComponentId::TOTAL);
    for unit in [Unit::Point, Unit::Percent, Unit::Count] {
        assert_eq!(addable(indicator(Kind::Score, unit)), Err(NotAddable::Score));
    }
    assert_eq!(addable(indicator(Kind::Count, Unit::Percent)), Err(NotAddable::Share));
    assert_eq!(
        addable(indicator(Kind::Coverage, Unit::Percent)),
        Err(NotAddable::Share)
    );
    assert!(addable(indicator(Kind::Count, Unit::Count)).is_ok());
}

#[test]
fn scores_are_listed_side_by_side_with_their_range() {
    let score = || indicator(Kind::Score, Unit::Point);
    let (_, row) = three(score(), [Some(exact(60.0)), Some(exact(55.0)), None]);
    let RebasedFigure::Beside(spread) = row.says else {
        panic!("{:?}", row.says)
    };
    assert_eq!((spread.range, spread.known, spread.of), (Some((55.0, 60.0)), 2, 3));
    let (_, row) = three(score(), [Some(exact(60.0)), None, None]);
    // One score is not a range.
    assert!(matches!(
        row.says,
        RebasedFigure::Beside(Spread {
            range: None,
            known: 1,
            of: 3,
            ..
        })
    ));
    let later = TestClaim {
        as_of: Some("2020-06".parse().unwrap()),
        ..exact(70.0)
    };
    let (_, row) = three(score(), [Some(exact(60.0)), Some(later), None]);
    // Nor are two scores of different moments.
    assert!(matches!(
        row.says,
        RebasedFigure::Beside(Spread {
            range: None,
            mixed: true,
            ..
        })
    ));
}

fn people(province: ProvinceId, year: i32, people: u32) -> Population {
    Population {
        province,
        year,
        people,
        source: SourceId(0),
    }
}

#[test]
fn an_indication_needs_every_score_and_every_population_of_the_year() {
    let score = || indicator(Kind::Score, Unit::Point);
    let provinces = register(&[2, 1]);
    let [a, b] = provinces.old_units(ProvinceId(0), YEAR)[..] else {
        panic!("two old units");
    };
    let other = provinces.by_slug("p1").unwrap();
    let scores = || {
        [(a, 60.0), (b, 50.0), (other, 1.0)]
            .map(|(id, value)| figure(id, exact(value)))
            .to_vec()
    };
    let indications = |populations: Vec<Population>, figures, definition| {
        let snapshot = snapshot(definition, provinces.clone().with_populations(populations), figures);
        let rows = snapshot.rebased(KEY).unwrap().rows;
        rows.iter().map(|row| snapshot.indicative(KEY, row)).collect::<Vec<_>>()
    };
    let both = || vec![people(a, YEAR, 300), people(b, YEAR, 100), people(other, YEAR, 9)];

    let results = indications(both(), scores(), score());
    let indication = results[0].as_ref().unwrap();
    assert!((indication.value() - 57.5).abs() < 1e-9);
    assert_eq!(
        (indication.sources(), indication.weights().len()),
        (vec![SourceId(0)], 2)
    );
    // An unchanged province has its own figure.
    assert_eq!(results[1], Err(NotIndicative::NotMerged));

    let wrong_year = vec![people(a, YEAR, 300), people(b, YEAR - 1, 100)];
    let results = indications(wrong_year, scores(), score());
    assert_eq!(results[0], Err(NotIndicative::NoPopulation(vec![b])));
    let results = indications(both(), vec![figure(a, exact(60.0))], score());
    assert_eq!(results[0], Err(NotIndicative::NoScore(vec![b])));
    let results = indications(both(), scores(), count());
    assert_eq!(results[0], Err(NotIndicative::NotAScore));
}

#[test]
fn a_code_is_resolved_by_day() {
    let mut list = vec![
        unit("new", "15", Listed::Since2025),
        unit("old", "15", Listed::Before2025),
    ];
    list[1].successor = Some(ProvinceId(0));
    list.push(unit("same", "40", Listed::Both));
    let provinces = Provinces::new(list, Vec::new(), Vec::new());
    let at = |code: &str, on: &str| provinces.resolve_code(code, day(on)).map(|id| id.0);
    assert_eq!((at("15", "2025-06-30"), at("15", "2025-07-01")), (Some(1), Some(0)));
    assert_eq!((at("40", "2007-01-01"), at("40", "2026-01-01")), (Some(2), Some(2)));
    assert_eq!((at("1", "2020-01-01"), at("99", "2020-01-01")), (None, None));
}

proptest! {
    #[test]
    fn the_total_of_counts_is_preserved(
        groups in prop::collection::vec((1usize..5, prop::collection::vec(0u32..2_000_000, 4)), 1..40),
    ) {
        let sizes: Vec<usize> = groups.iter().map(|(size, _)| *size).collect();
        let provinces = register(&sizes);
        let mut figures = Vec::new();
        let mut before = 0.0;
        let today: Vec<ProvinceId> = provinces.alphabetical().filter(|(_, p)| p.listed != Listed::Before2025).map(|(id, _)| id).collect();
        for (new, (_, values)) in today.iter().zip(&groups) {
            for (old, value) in provinces.old_units(*new, YEAR).into_iter().zip(values.iter().cycle()) {
                before += f64::from(*value);
                figures.push(figure(old, exact(f64::from(*value))));
            }
        }
        let snapshot = snapshot(count(), provinces, figures);
        let rebased = snapshot.rebased(KEY).unwrap();
        let after: f64 = rebased.rows.iter().map(|row| match &row.says {
            RebasedFigure::Sum(sum) => sum.value.value,
            _ => row.parts[0].value.value().unwrap(),
        }).sum();
        prop_assert_eq!(after, before);
        prop_assert_eq!(rebased.rows.len(), groups.len());
        prop_assert_eq!((rebased.old_units, rebased.with_figure), (sizes.iter().sum(), sizes.iter().sum()));
    }

    #[test]
    fn every_former_unit_is_listed_once_with_its_score(
        groups in prop::collection::vec((1usize..5, prop::collection::vec(prop::option::of(0f64..100.0), 4)), 1..40),
    ) {
        let sizes: Vec<usize> = groups.iter().map(|(size, _)| *size).collect();
        let provinces = register(&sizes);
        let mut given: Vec<(ProvinceId, Option<f64>)> = Vec::new();
        let old: Vec<ProvinceId> = provinces.existing(YEAR, ProvinceList::Before2025).map(|(id, _)| id).collect();
        for (id, value) in old.iter().zip(groups.iter().flat_map(|(_, values)| values).cycle()) {
            given.push((*id, *value));
        }
        let figures: Vec<Figure> = given.iter().filter_map(|(id, value)| Some(figure(*id, exact((*value)?)))).collect();
        let any = !figures.is_empty();
        let snapshot = snapshot(indicator(Kind::Score, Unit::Point), provinces, figures);
        let Some(rebased) = snapshot.rebased(KEY) else {
            prop_assert!(!any);
            return Ok(());
        };
        let mut listed: Vec<(ProvinceId, Option<f64>)> = Vec::new();
        for row in &rebased.rows {
            prop_assert!(!matches!(row.says, RebasedFigure::Sum(_) | RebasedFigure::NotSummed(_)));
            listed.extend(row.parts.iter().map(|part| (part.province, part.value.value())));
            if let RebasedFigure::Beside(Spread { range: Some((low, high)), .. }) = row.says {
                let known: Vec<f64> = row.parts.iter().filter_map(|part| part.value.value()).collect();
                prop_assert!(known.contains(&low) && known.contains(&high));
                prop_assert!(known.iter().all(|value| (low..=high).contains(value)));
            }
        }
        listed.sort_by_key(|(id, _)| *id);
        given.sort_by_key(|(id, _)| *id);
        prop_assert_eq!(listed, given);
    }
}
